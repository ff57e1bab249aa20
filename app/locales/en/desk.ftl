# The pages where a State's people work.

desk-title = Filings
desk-new = Begin a notification
desk-to-approve = Awaiting your national authority
desk-all = All filings
desk-empty = Your State has filed nothing yet.
desk-empty-drafter = Your State has filed nothing yet. Begin a notification: it stays with you until you send it to your national authority.
desk-filter = Find in this list
filings-untitled = Without a title yet
filings-report = Progress report, { $cycle } cycle

new-title = Begin a notification
new-lede = A draft stays inside your State. The secretariat learns of it only when your national authority approves it.
new-empty = From an empty form
new-empty-explained = Seven short pages. Save at any time, and go on another day.
new-begin = Begin
new-import = From a file
new-import-explained = A draft is filled in from what an analyst’s tool holds: dates, kind, marking and indicators. Title and summary stay yours to write, and whatever attributes or accuses is left out.
new-file = File
new-file-hint = A STIX 2.1 bundle or an event in the MISP format (JSON), at most 5 MiB.
new-import-file = Import this file
new-paste = Paste the text of a file instead
new-text = Text of the file
new-import-text = Import this text

import-empty = The file is empty. Choose another
import-too-large = The file is larger than 5 MiB. Choose a smaller one
import-not-utf8 = The file is not text in UTF-8. Export it again, as JSON
import-not-json = The file is not JSON, or it is damaged. Export it again, as JSON
import-not-known = The file is in no format known here. Choose a STIX 2.1 bundle or an event in the MISP format
import-wrong-version = The file is STIX of another version. Export it again, as STIX 2.1
import-gone = The file waited longer than half an hour, or was used already. Import it again
import-too-many = The file holds more indicators, names or events than a notification may. Choose a smaller one
import-classified = The file carries a classification marking, so nothing of it was stored. This portal takes unclassified information only

which-title = Which event do you mean?
which-lede = The file tells of several. The one you choose becomes a draft; of the others nothing is kept. The file is forgotten after half an hour, or when you sign out.
which-event = These are the source’s titles, for you only.
which-untitled = Event { $number }, without a title
which-import = Begin a draft of this event

source-title = From the source, for you only. Write a title of your own:
source-heading = What was taken from the { $format } file
source-lede = Only your State reads this page. Nothing here goes to the secretariat.
source-taken = Filled in
source-nothing-taken = No field of the form was filled in.
source-indicators = { $number ->
    [0] No indicators were taken.
    [one] One indicator was taken.
   *[other] { $number } indicators were taken.
}
source-left-out = Left out
source-nothing-left-out = Nothing was left out.
# A kind of thing, in the format's own words, and how often it was there.
source-thing = { $times ->
    [one] { $what }
   *[other] { $what } ({ $times })
}
source-why-attributes = It attributes, accuses or names a person.
source-why-source-prose = It is the source’s prose. Your State speaks for itself.
source-why-no-place = The form has no place for it.
source-why-said-twice = The file says several things. Your State knows which is right.
source-why-not-understood = It was not understood.
source-words = In the source’s words, for you only
source-words-lede = Your State speaks for itself, so none of this is in the form. Sentences in which the file names actors or persons are left out.
source-on = Go on to the form

check-title = Check your answers
check-answers = Your answers
check-not-yet = You can send this when the problems listed above are solved. What you have written is saved.

choose-title = Choose between two versions
choose-lede = While you were writing, somebody else saved the same fields differently. Nothing is lost: choose for each which one to keep.
choose-draft = What the draft says now
choose-aside = What was kept aside on { $at }
choose-save = Keep what I chose
choose-waiting = Two people wrote differently on the same fields.
choose-now = Choose which to keep
choose-nothing = There is nothing to choose between any more.
choose-on = Go on to check the answers

closed = This notification can no longer be changed
    .explained = It has moved on since you opened that page. What was saved before is in it.
closed-for-others = This is for your State’s drafters to change
    .explained = You can read it. Whatever they saved is in it.
closed-on = Go to the notification
closed-not-saved = What you typed, and was not saved
closed-not-saved-explained = It is shown here once, and kept nowhere else. Copy what you still need.

filing-title = Notification { $reference }
filing-question = The secretariat asks
filing-answer = The answer
filing-published = Published as
filing-incomplete = This is not complete yet. It can be sent once every question has an answer.
filing-preview = What others will read
filing-changes = What changed since the last submission
filing-timeline = What happened
filing-acknowledgements = Acknowledgements
filing-acknowledgement = Acknowledgement of submission { $number }
filing-source = What was taken from the imported file

acknowledgement-title = Acknowledgement of { $reference }
acknowledgement-says = The secretariat received a notification from { $state }, approved by its national authority.
acknowledgement-reference = Reference
acknowledgement-number = Submission
acknowledgement-at = Received
acknowledgement-hash = SHA-256 of what was submitted
acknowledgement-disclosure = SHA-256 of what others may read
acknowledgement-hash-explained = The hashes are made of the exact bytes that are stored. Whoever holds the same bytes can prove that nothing was changed.
acknowledgement-back = Back to the filing

shared-title = From other States
shared-lede = What other States let the people of every participating State read. Respect its marking.
shared-empty = No State has shared anything yet.
shared-answers = What the State reports
shared-kinds = What other States share
shared-notifications = Their incident notifications
shared-reports = Their progress reports
shared-reports-title = Progress reports from other States
shared-reports-lede = What States let the people of every participating State read of their progress. Under each answer it says who else may read it.
shared-reports-empty = No State has let participating States read a report yet.
shared-reports-cycles = Cycles
shared-reports-of = Reports { $year }
