# Where a State's people begin, write, check and read progress reports, and where the secretariat reads them.

refused-cycle-closed = The cycle closed before this was sent. It takes no reports any more.

reports-title = Progress reports
reports-lede = Once a cycle, your State may report how it is keeping the commitments, norms and measures addressed to it. Reporting is voluntary, and no question has to be answered.
reports-empty = Your State takes part in no cycle yet.
reports-calendar = Your State’s zone and days off
reports-memberships = What your State is asked about
reports-not-yet = Reports are taken from { $day }.
reports-begin = You can begin your report.
reports-begin-late = It was due, and you can still begin your report.
reports-none = No report has been begun.
reports-none-late = It was due. No report has been begun, and there is still time.
reports-begun = A report has been begun.
reports-closed = The cycle is closed.
reports-closed-with = The cycle is closed. Your report stays readable here.

report-title = Progress report for { $year }
report-due = Due at the end of { $falls } ({ $zone }).
report-due-moved = Due by noon on { $falls } ({ $zone }): { $set } is no working day in your State.
report-closes = Reports are taken until { $day } ({ $zone }).
report-conference = It feeds { $name }, { $place }, { $day }.
report-go-on = Go on with your report
report-something = Report what is new
report-something-carried = Your last answers are there: confirm, change or drop each. You may move from one form to the other later without typing anything again.
report-something-first = You may move from one form to the other later without typing anything again.

report-tier = How much your State reports
report-tier-hint = You can change this at any time. What you have written stays.
report-tier-nothing-new = Nothing new to report
report-tier-short = Short form
report-tier-full = Full form
report-tier-nothing-new-asks = One confirmation: what your State reported last still stands.
report-tier-short-asks = { $number ->
    [one] One question: how far your State has come, and a sentence.
   *[other] { $number } questions: for each commitment how far your State has come, and a sentence.
}
report-tier-full-asks = { $number ->
    [one] One question.
   *[other] { $number } questions, none of them mandatory.
}
report-since-heading = Nothing new since your report for { $year }?
report-since-explained = Then one confirmation is enough. It names that report, and whoever may read this one is led there.
report-since-confirm = There is nothing new: what my State reported for { $year } still stands
report-since-begin = Confirm and go on
report-nothing-new = There is nothing new: what was reported for { $year } still stands.

report-readers = Who may know that your State reports
report-readers-hint = No answer is read by more than these. For each answer you can let fewer read it.
report-audience-secretariat = It ends with the secretariat. No other State learns that your State reported.
report-audience-participating-states = Once it is accepted, the people of every participating State may read it.
report-audience-public = Once it is accepted and published, everyone may read it.

report-tasks = Sections of this report
report-whole-title = Form and readers
report-voluntary = Reporting is voluntary. You may leave anything blank, and stop at any section; what you saved stays.
report-answered-of = { $answered } of { $asked } answered
report-to-confirm = { $number } to confirm
report-later = Go on to the next section and come back to this one later
report-to-question = To the answer this is about

# A question. { $id } and { $title } name what it serves.
report-served = { $id } { $title }
report-serves = Says something about: { $items }
report-date-hint = For example 27, 3, 2026. Leave out what is not known: a year is enough.
report-number-hint = A whole number, in { $unit }.
report-links-hint = Links that begin with https:// and that everyone can open, at most { $max }.
report-progress-hint = As your State sees it. It is shown as stated by the State, and compared with nothing.
report-extras = Read by: { $readers }. Readers, evidence, or why there is no answer
report-readers-of-answer = Who may read this answer
report-readers-as-whole = As the whole report: { $readers }
report-evidence = Evidence
report-link = Link { $number }
report-no-answer-given = There is an answer above, or it is left blank
report-stands = What was said for { $year } still stands
report-last = What your State said for { $year }
report-beside = What your State said for { $year } to the questions this one stands in place of
report-all-stand = All answers of { $year } on this page still stand

report-notice-not-official = The questionnaire, version { $version }, was written for this portal. It is not an official text.
report-notice-adopted = The questionnaire is version { $version }.

# What is wrong with an answer, above the form and beside it.
report-wrong = { $what }: { $question }
report-wrong-tier = Choose how much your State reports
report-wrong-readers = Choose who may know that your State reports
report-wrong-since-missing = Confirm that there is nothing new, or choose another form
report-wrong-since-not-offered = Confirm again that there is nothing new: another report is the last one now
report-wrong-since-no-last-report = There is no report yet that could still stand. Choose another form
report-wrong-missing = Enter an answer, or leave it blank
report-wrong-no-answer = The links stand beside no answer. Give one, or take them out
report-wrong-both-ways = Give an answer or say why there is none, not both
report-wrong-too-long = Write at most { $limit } characters
report-wrong-not-one-line = It holds characters that cannot be shown. Type it anew instead of pasting it
report-wrong-no-language = Choose the language of the text
report-wrong-other-not-said = Say which other
report-wrong-not-a-date = Enter a real date, like 27 3 2026
report-wrong-not-a-number = Enter a whole number, like 1200
report-wrong-not-offered = Choose one of the answers offered
report-wrong-not-a-link = Enter links that begin with https:// and a public name
report-wrong-too-many-links = Enter at most { $limit } links
report-wrong-not-confirmed = Say that last year’s answer still stands, change it, or leave it blank
report-wrong-classified = It carried a classification marking, so what you typed was neither stored nor logged

report-closed = This report can no longer be changed
    .explained = It has moved on since you opened that page. What was saved before is in it.
report-closed-for-others = This is for your State’s drafters to change
    .explained = You can read it. Whatever they saved is in it.
report-closed-on = Go to the report
report-choose-lede = The same answers were changed in two places, and differently. Nothing is lost: choose for each which one to keep.

report-how-much = How much is there
report-figure-asked = { $number ->
    [one] One question is asked.
   *[other] { $number } questions are asked.
}
report-figure-given = Answered: { $number }
report-figure-none = Answered with “none”: { $number }
report-figure-unknown = Not known: { $number }
report-figure-withheld = Withheld: { $number }
report-figure-left-blank = Left blank: { $number }
report-figure-to-confirm = From last year, to confirm, change or drop: { $number }
report-figure-wrong = With a problem: { $number }
report-figures-inside = Only your State reads these figures.

report-read-by = Read by: { $readers }
report-known-to = Known to: { $readers }
report-carried-confirmed = Confirmed from the last report
report-carried-changed = Changed since the last report
report-carried-new = New since the last report
report-carried-dropped = Dropped since the last report
report-carried-to-confirm = From the last report, not confirmed yet
report-change-same = The same
report-change-changed = Changed
report-change-new = New
report-change-gone = Not said any more
report-change-no-longer-asked = Not asked any more
report-other-readers = Readers: { $before } before, { $now } now
report-other-tier = { $before } before, { $now } now.
report-same = { $number ->
    [one] One answer is the same.
   *[other] { $number } answers are the same.
}
report-not-asked = { $number ->
    [one] One question of the questionnaire was not asked.
   *[other] { $number } questions of the questionnaire were not asked.
}
report-year-on-year = What is different from the report for { $year }
report-who-reads = What other readers get of it
report-incomplete = This cannot be sent yet. Check it to see what stands in the way.
report-published = Everyone can read it here
report-acknowledgement-says = The secretariat received a progress report from { $state }, approved by its national authority.

# What the people of a State keep among themselves about a report.
inside-heading = Inside your State
inside-explained = Only the people of your State read this. The secretariat never does.
inside-anyones = Any drafter writes this section.
inside-given = Given to: { $names }.
inside-done = { $name } said on { $at } that it is done.
inside-say-done = Say that this section is done
inside-say-not-done = Say that this section is not done
inside-give = Give this section to drafters
inside-give-to = Who writes this section
inside-give-hint = Where nobody is chosen, any drafter of your State writes it.
inside-give-save = Give it to them
inside-comment-on = What it is about
inside-comment-on-section = The whole section
inside-comment = A comment for your colleagues
inside-comment-hint = It stays inside your State.
inside-comment-add = Add comment
