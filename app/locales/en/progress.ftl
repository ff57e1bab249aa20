# What everyone reads of progress reports: cycles, commitments, reports, their history, questionnaires.

# On every page and in every export.
participation-is-no-assessment = Self-reported, voluntary; not an assessment of compliance.
# On every view and wherever questions stand under commitments.
crosswalk-is-ours = Which question says something about which commitment is this portal’s own reading. No organisation made or adopted it.
progress-umbrella = Commitments, norms and measures

# The progress scale, always in a State’s own mouth.
progress-not-started = Not started
progress-limited = Limited
progress-substantial = Substantial
progress-complete = Complete
progress-not-applicable = Not applicable
progress-as-stated = As stated by the State
progress-number = { $number } { $unit }
progress-evidence = The State points to:
answers-nothing-to-read = Nothing to read here: left blank, or said to other readers

tier-nothing-new = Nothing new to report
tier-short = Short form
tier-full = Full form

instrument-pledge = Cyber Defence Pledge
instrument-norms = Norms of responsible State behaviour
instrument-osce = OSCE confidence-building measures
instrument-un = Global confidence-building measures of the United Nations
instrument-oas = OAS confidence-building measures
commitment-status-verified = Read in a public source
commitment-status-recalled = From memory: open to correction
commitment-status-to-be-confirmed = To be confirmed before anyone relies on it

cycles-title = Progress reports
cycles-lede = Once a year, States may report how they are keeping the commitments addressed to them. Here is who reported publicly, year by year, and what they say.
cycles-none = No cycle has been opened yet.
cycles-over-time = Participation over the years
cycles-over-time-lede = States that reported publicly, by cycle, of those taking part. One bar is one cycle. In a cycle that has not closed, more may still come.
cycles-chart = States that reported publicly, by cycle
cycles-chart-description = A bar for each cycle, as long as the number of States that reported publicly. The table beside it has the same numbers.
cycles-cycle = Cycle
cycles-participating = Taking part
cycles-reported = Reported publicly
cycles-of = { $number } of { $participating }
cycles-of-so-far = { $number } of { $participating } so far
cycles-so-far = (so far)
cycles-no-cycle = no cycle
cycles-further = { $number } further States answered, not publicly.
cycles-source = Source: the public reports on this site.
cycles-opens = Opens
cycles-due = Due
cycles-closes = Closes
cycles-conference = Conference
cycles-conference-at = { $name }, { $place }, { $day }
cycles-questionnaire = Questionnaire
cycles-questionnaire-version = Version { $version }
cycles-to-commitments = Commitments, norms and measures
cycles-to-questionnaires = Questionnaires

cycle-title = Progress reports { $year }
cycle-participating = { $number ->
    [one] One State takes part in this cycle.
   *[other] { $number } States take part in this cycle.
}
cycle-reported = { $number ->
    [0] None has reported publicly.
    [one] One has reported publicly.
   *[other] { $number } have reported publicly.
}
cycle-partial = This cycle is open: more may still come, and every figure here can change.
cycle-regions = By region
cycle-region = Region
cycle-total = All regions
cycle-who = Who reported publicly, and on what
cycle-who-lede = In the order of their names within each region. A cell says that there is something to read, and leads to the State’s own words; it never says how far a State has come. A State is asked only about what is addressed to it or what it chose.
cycle-instruments = Table of
cycle-state = State
cycle-published = Published
cycle-none = No State has reported publicly in this cycle yet.
cycle-words-of = words of { $year }
cell-reported = reported
cell-withheld = withheld
cell-not-applicable = not applicable
cell-unknown = not known
cell-nothing = nothing to read
cell-not-asked = not asked
cycle-tally = Commitment by commitment
cycle-tally-lede = Of the States that reported publicly, how many were asked about each, and what there is to read. What is withheld, unknown or not there is counted as itself and as nothing else.
cycle-tally-commitment = Commitment
cycle-tally-asked = Asked
cycle-tally-reported = Reported
cycle-tally-withheld = Withheld
cycle-tally-not-applicable = Not applicable
cycle-tally-unknown = Not known
cycle-withdrawn = Withdrawn
cycle-withdrawn-on = { $state }, on { $day }

public-report-title = { $state }: progress report { $year }
public-report-published = Published { $day }
report-withdrawn = { $state } withdrew this report on { $day }. Its content is no longer here.
public-report-nothing-new = { $state } confirms that it has nothing new to report: what it said in { $year } still stands.
public-report-nothing-new-read = Read what it said in { $year }
public-report-nothing-new-gone = What it refers to is not public.
report-order = In the order of
report-own-order = its questionnaire
report-by-pledge = the Cyber Defence Pledge
report-by-norms = the norms
report-by-osce = the OSCE measures
report-by-un = the UN measures
report-by-oas = the OAS measures
report-by-survey = the UN national survey
report-part-I = International law
report-part-II = Norms, rules and principles
report-part-III = Confidence-building measures
report-part-IV = Capacity-building
report-item-empty = No question that this State was asked serves this.
report-item-not-asked = This State was not asked about it: what stands here answers questions that serve something else as well.
report-no-counterpart = Without a counterpart
report-no-counterpart-lede = These questions correspond to nothing in this order, and are not forced into it.
public-report-not-asked = { $number ->
    [one] One question here was not asked
   *[other] { $number } questions here were not asked
}
report-answers-version = Answers to version { $version } of the questionnaire
report-questions-gone = The questionnaire of this report cannot be shown.
report-hash = SHA-256 of what the State approved
report-history = All public reports of this State
report-cite = How to cite
report-citation = { $state }, progress report { $year }, Verbale, { $day }.

history-title = { $state }: progress reports
history-lede = What this State reported publicly, and how each answer changed from one report to the next.
history-reports = Reports
history-nothing-new = nothing new since { $year }
history-withdrawn = withdrawn on { $day }
history-changes = What changed in { $now }, against { $then }
history-choose = What changed in
history-none = There is one report with words so far: nothing to compare it with.
history-not-of-one-line = The questionnaires of the two years have nothing to do with one another, so their answers cannot be compared.
change-same = The same in both years
change-changed = Changed
change-new = New
change-gone = No longer to be read
change-no-longer-asked = No longer asked
history-count = { $number ->
    [one] one answer
   *[other] { $number } answers
}
participant-reports = Progress reports
participant-reports-all = How its answers changed over the years

commitments-title = Commitments, norms and measures
commitments-lede = What States have said they will do, in the documents where they said it. The titles are ours; the words of an instrument stay with the instrument, under its symbol. Each item says how well we know it.
commitments-id = Item
commitments-name = Our title
commitments-symbol = Source
commitments-status = How well we know it
commitments-addressees = Addressed to

commitment-questions = Questions that serve it
commitment-questions-of = Version { $version }
commitment-questions-none = No question of any questionnaire serves it yet. The crosswalk is empty here, and nothing is inferred.
commitment-said = What States report
commitment-said-lede = In their own words, the latest cycle first. Only States that were asked about it are here.
commitment-said-none = There is nothing public to read on it yet.
commitment-said-by = { $state }, { $year }

questionnaires-title = Questionnaires
questionnaires-lede = What progress reports ask, in every version that was opened. A version in use is never changed.
questionnaires-none = No questionnaire has been opened yet.
questionnaires-version = Version { $version }
questionnaires-cycles = Used in
questionnaires-questions = { $number ->
    [one] one question
   *[other] { $number } questions
}
questionnaire-title = { $title }, version { $version }
questionnaire-not-official = This is not an official text. It was written for this portal, and no organisation adopted it.
questionnaire-adopted = Adopted as { $symbol }.
questionnaire-kind = Answer
questionnaire-kind-choice = one of these
questionnaire-kind-choices = any of these
questionnaire-kind-progress = a word of the progress scale, as stated by the State
questionnaire-kind-number = a number, actual or estimated
questionnaire-kind-number-of = a number ({ $unit }), actual or estimated
questionnaire-kind-date = a date, as precisely as it is known
questionnaire-kind-text = free text of at most { $max } characters
questionnaire-kind-evidence = links to public documents
questionnaire-serves = Serves
questionnaire-serves-none = nothing in particular: it is asked of every State
questionnaire-asked = Asked in
questionnaire-asked-short = the short and the full form
questionnaire-asked-full = the full form
questionnaire-part = UN national survey
questionnaire-succeeds = Since the version before
questionnaire-is-same = the same as { $before }
questionnaire-replaces = in place of { $before }

data-as-cycles = All cycles (JSON)
data-as-cycles-table = All cycles (CSV)
data-as-cycle = This cycle, with every public answer (JSON)
data-as-cycle-table = Table of States and commitments (CSV)
data-as-cycle-answers-table = Every public answer of this cycle (CSV)
data-as-report = This report (JSON)
data-as-commitments = All commitments, norms and measures (JSON)
data-as-commitments-table = All commitments, norms and measures (CSV)
data-as-commitment = This one, with what States report on it (JSON)
data-as-commitment-table = What States report on it (CSV)
data-as-questionnaire = This version (JSON)
data-as-questionnaire-table = This version, a line for each question (CSV)
data-as-report-one = A progress report
data-as-report-schema = Schema of a progress report
data-file-cycles = Who takes part and who reported publicly, cycle by cycle.
data-file-commitments = The catalogue, with what each item rests on and to whom it is addressed.
data-file-cycles-table = The same as a table.
data-file-commitments-table = The same as a table.
data-file-report-one = After the year and the State’s code stands the format. A cycle, a commitment and a version of the questionnaire have files of their own, linked from their pages.
data-file-report-schema = What the JSON of a progress report looks like (JSON Schema 2020-12).

home-progress = Read progress reports
shell-cycles = Progress
shell-commitments = Commitments
