# The filing form and everything made of its fields: their names and hints, the pages, the controls, what is said to
# them, stages, actions, the timeline, and how moments are written. What is wrong with a field is in problems.ftl.

## The pages of the form

section-notice = What is reported
section-time = When it happened
section-nature = What kind of incident it is
section-reach = Whom and what it touched
section-severity = How serious it is
section-response = What was done about it
section-readers = Who may read it

## The fields. A name stands above its control, before its answer, and inside sentences about it.

field-notice-kind = Incident, threat or near miss
field-exercise = Real or exercise
field-title = Title
    .hint = One line that anybody understands. It names no other State and no suspect.
field-summary = Summary
    .hint = What happened, in your State’s own words. It describes; it accuses nobody.
field-national-reference = National reference
    .hint = By which your authorities find it again.
field-became-aware = When the State became aware
field-detected = When it was detected
    .hint = By people or systems, even if nobody acted on it yet.
field-started = When it started
    .hint = As far as is known today.
field-status = Whether it is over
field-ended = When it ended
field-recovered = When services had recovered
field-determination = How certain it is
field-type = Kind of incident
    .hint = By the Reference Security Incident Taxonomy. Ransomware is “Unauthorised Modification of Information”.
field-techniques = How it was done
    .hint = Never by whom.
field-suspected-malicious = Whether malice is suspected
field-root-cause = Root cause
field-sectors = Sectors touched
field-critical-infrastructure = Critical infrastructure
    .hint = Whether anything that was touched is designated as critical by your State.
field-cross-border = Whether it crosses borders
field-states-affected = Other States affected
    .hint = Affected, not suspected. The secretariat reads which; other readers read only how many.
field-affected-count = Number of people or systems affected
    .hint = In digits. An estimate is enough.
field-national-severity = Severity on the national scale
    .hint = The label of your own scale, in your own words.
field-severity = Severity on this portal’s scale
    .hint = So that different national scales can be read side by side. It is never used to compare States.
field-external-impact = What it threatened beyond systems
field-measures = Measures taken
    .hint = What was done to stop it, to repair what it did, and to keep it from happening again.
field-assistance = Assistance
field-others-informed = Who else was informed
field-lessons = Lessons learnt
field-marking = Marking
    .hint = How far a reader may pass it on, by the Traffic Light Protocol 2.0. The community is the participating States and the secretariat.
field-audience = Who may read it
    .hint = Only your State decides. The secretariat cannot change it.

marking-clear = No limit: anyone may pass it on.
marking-green = Readers may pass it on among participating States and the secretariat, not beyond.
marking-amber = Readers may pass it on inside their own organisation and to those it protects, where they need it.
marking-amber-strict = Readers may pass it on inside their own organisation only.
marking-red = For the readers themselves. They pass it on to nobody.

audience-secretariat = The secretariat only
    .hint = It ends with the secretariat’s acceptance. No other State learns that it exists.
    .reads = What others will read
    .explained = Nobody but the secretariat will read this filing.
audience-participating-states = Participating States
    .hint = Once accepted, the people of every participating State may read it. It stays out of everything public. TLP:GREEN at the strictest.
    .reads = What participating States will read
    .explained = Once the secretariat accepts it, the people of every participating State read exactly this, and nothing else of it.
audience-public = The public
    .hint = Once accepted and published, everyone may read it. TLP:CLEAR.
    .reads = What the public will read
    .explained = Once it is published, everyone reads exactly this, and nothing else of it.

## The controls

form-limit = At most { $limit } characters.
form-moment-hint = For example 27, 3, 2026, 14:02, in UTC. Leave out what is not known: a month and a year are enough.
form-choices-hint = Choose all that apply.
form-states-hint = If there are not enough lines, save the page: it brings more.
form-moment-day = Day
form-moment-month = Month
form-moment-year = Year
form-moment-time = Time, UTC
form-language = Language of the text
form-choose = Choose
form-not-known = Not known
form-blank = No answer; say below why
form-other-which = Which
form-estimate = This is an estimate
form-state = State { $number }
form-no-state = None chosen
form-cannot = No answer, or not for all readers
form-no-answer = If there is no answer, why
form-no-answer-given = There is an answer above, or it is left open
form-no-answer-none = There is none
form-no-answer-unknown = Not known
form-withheld = Withheld: { $reason }
form-held-back = If there is an answer, who reads it
form-released = Everyone you let read the filing
form-held-back-for = The secretariat only: { $reason }
form-save-continue = Save and continue
form-save-leave = Save and leave
form-page-of = Page { $number } of { $all }.
form-pages = All pages
form-later = Go on to the next page and come back to this one later

tasks-heading = This notification
tasks-check = Check and send
tasks-not-started = not started
tasks-started = started
tasks-done = done
tasks-wrong = { $number ->
    [one] one problem
   *[other] { $number } problems
}
tasks-voluntary = Reporting is voluntary. You may stop at any page; what you saved stays.

## What is said to a question

answers-none = None
answers-unknown = Not known
answers-left-blank = Left blank
answers-unanswered = Not answered yet
answers-withheld = Withheld: { $reason }
answers-held-back = Only the secretariat reads this: { $reason }
answers-asked-not = Not asked
answers-not-asked = Not asked in this notification: { $fields }.
answers-states = { $number ->
    [one] One other State
   *[other] { $number } other States
}
answers-estimate = about { $number }
answers-other = { $code }: { $which }
answers-change = Change
answers-full = What the State reports
answers-nobody-else = The State wants nobody but the secretariat to read this.

differences-none = Nothing is different.
differences-taken-out = Taken out:
differences-put-in = Put in:
differences-indicators = Indicators: { $before } before, { $after } now.
differences-released = The indicators may now be read by whoever reads the rest.
differences-not-released = The indicators now stay behind under a marking more open than their source’s.

mentions-heading = The text names others
mentions-advice = There may be good reason. Read again whether it accuses or attributes, and whether it should be released.
mentions-state = “{ $text }” names another State: { $state }
mentions-nationality = “{ $text }” names people or things of another State: { $state }
mentions-actor = “{ $text }” is a name given to an actor

indicators-caption = { $number ->
    [one] One indicator
   *[other] { $number } indicators
}
indicators-defanged = Indicators are written so that nobody follows them by accident: [.] is a dot.
indicators-all = All { $number } indicators
indicators-withheld = Indicators withheld: { $reason }
indicators-name = Indicators
indicators-floor = The source marked these indicators { $marking }. Under a marking more open than that they stay with your State and the secretariat, unless your State releases them on the page “Who may read it”.
indicators-none = There are no indicators.
form-release = My State releases the indicators under the marking chosen above
indicators-kind = Kind
indicators-value = Value
indicators-first-seen = First seen
indicators-last-seen = Last seen
indicators-note = What the source says of it
indicator-note-payload-delivery = Brought something in
indicator-note-artifacts-dropped = Was left behind
indicator-note-payload-installation = Where something was installed
indicator-note-persistence-mechanism = What it stays by
indicator-note-network-activity = Network activity
indicator-note-payload-type = Kind of payload
indicator-note-antivirus-detection = Found by a scanner
indicator-note-financial-fraud = Financial fraud
indicator-note-anomalous-activity = Unusual
indicator-note-anonymization = Hides where somebody comes from
indicator-note-compromised = Somebody’s who was attacked
indicator-note-malicious-activity = Malicious
indicator-kind-address = Address
indicator-kind-domain = Domain
indicator-kind-url = Web address
indicator-kind-email = E-mail address
indicator-kind-file-name = File name
indicator-kind-md5 = MD5
indicator-kind-sha1 = SHA-1
indicator-kind-sha256 = SHA-256
indicator-kind-sha512 = SHA-512
indicator-kind-registry-key = Registry key
indicator-kind-mutex = Mutex
indicator-kind-vulnerability = Vulnerability
indicator-kind-pattern = Pattern
indicator-kind-other = Other

## Where a filing stands

stage-draft = Draft
stage-awaiting-approval = Awaiting national approval
stage-submitted = Submitted
stage-under-review = Under review
stage-clarification-asked = Clarification asked
stage-answer-awaiting-approval = Answer awaiting national approval
stage-accepted = Accepted
stage-published = Published
stage-withdrawn = Withdrawn

## What people do with a filing: the button; .open what opens its form; .explained above the button; .asks and .hint at
## what is to be written; .done in the timeline; .success right after.

actions-heading = What you can do
actions-about = What the question is about
actions-about-whole = The whole

action-edit = Go on writing
    .done = { $who } wrote
    .success = Saved.
action-send = Send to the national authority
    .open = Check and send
    .explained = Your national authority reads it and lets it out, or returns it to you. The secretariat does not see it before that.
    .done = { $who } sent it to the national authority
    .success = It is with your national authority.
action-approve = Approve
    .open = Approve and let it out of the State
    .explained = The secretariat receives what is on this page, as a submission nobody can change. Others will read the version shown for them, and nothing else.
    .done = { $who } approved it for the national authority
    .success = The secretariat has received it. The acknowledgement is below.
action-return = Return to the drafters
    .asks = What should change
    .missing = Write what should change
    .hint = The drafters read this; it stays inside your State.
    .done = { $who } returned it to the drafters
    .success = It is back with the drafters.
action-claim = Review this
    .explained = It will be in your hands until you accept it or release it.
    .done = { $who } began the review
    .success = It is in your hands.
action-release = Release to other reviewers
    .done = { $who } released it to other reviewers
    .success = Another reviewer can take it.
action-ask = Ask the State
    .asks = Your question
    .missing = Write your question
    .hint = Everyone of the State reads it. Ask for one thing.
    .done = { $who } asked
    .success = The State has your question.
action-answer = Send the answer to the national authority
    .open = Answer the question
    .explained = Change what needs to change on the pages of the form, then say here what you changed.
    .asks = Your answer
    .missing = Write what you changed, or why nothing needs to
    .hint = Say what you changed, or why nothing needs to. The secretariat reads it once your national authority has approved it.
    .done = { $who } answered
    .success = Your answer is with your national authority.
action-accept = Accept
    .explained = You find it in order. Another person publishes it, if the State wants it public.
    .done = { $who } accepted it
    .success = It is accepted.
action-publish = Publish
    .open = Publish for everyone
    .explained = Everyone will read exactly what is shown as the public version. You change nothing of it.
    .done = { $who } published it
    .success = It is published.
action-reopen = Reopen the review
    .asks = What should be looked at again
    .missing = Write what should be looked at again
    .hint = The reviewer who accepted it and the State read this.
    .done = { $who } reopened the review
    .success = It is back with its reviewer.
action-withdraw = Withdraw
    .open = Withdraw it
    .explained = This cannot be undone. If it is public, everyone will read that your State withdrew it, and nothing else of it.
    .asks = Why it is withdrawn
    .missing = Write why it is withdrawn
    .hint = The secretariat reads this. The public does not.
    .done = { $who } withdrew it
    .success = It is withdrawn.

# What was written beside an action that was refused. { $why } is a sentence of shell.ftl.
given-back-why = { $why } What you wrote was not sent. You have it back below.
given-back-unreadable = { $field } held characters that cannot be shown. They are taken out: read it again before you send it
given-back-label = { $field }: what you wrote
given-back-once = It was not sent. It is shown here once, and kept nowhere else. Copy what you still need.

office-state = The State
office-secretariat = The secretariat
timeline-alone = The only person of the State approved what they had drafted.
timeline-about = About: { $field }

pager-name = Pages
pager-first = First page
pager-prev = Previous page
pager-next = Next page
pager-last = Last page
pager-here = Page { $page } of { $pages }

## Moments

month-1 = January
month-2 = February
month-3 = March
month-4 = April
month-5 = May
month-6 = June
month-7 = July
month-8 = August
month-9 = September
month-10 = October
month-11 = November
month-12 = December
# Known to the hour.
moment-hour = { $day }, in the hour from { $hour }:00 UTC
# Known to the minute or the second.
moment-clock = { $day }, { $time } UTC
