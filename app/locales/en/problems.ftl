# What is wrong with an answer: the same words in the summary and beside the field. `problem-<code>`, or where a field
# can be spoken of better `problem-<field>-<code>`. They say what to do.

problems-heading = There is a problem

## No value where only a value will do

problem-missing = { $field }: enter an answer
problem-notice-kind-missing = Choose whether you report an incident, a threat or a near miss
problem-exercise-missing = Say whether it happened or is an exercise
problem-title-missing = Enter a title
problem-summary-missing = Write what happened
problem-marking-missing = Choose a marking
problem-audience-missing = Choose who may read it

## No answer where unknown and withheld would be answers too

problem-no-answer = { $field }: give an answer, or say why there is none
problem-became-aware-no-answer = Enter when your State became aware, or say why there is no answer
problem-status-no-answer = Say whether it is over, or why there is no answer
problem-determination-no-answer = Say how certain it is, or why there is no answer
problem-type-no-answer = Choose the kind of incident, or say why there is no answer
problem-suspected-malicious-no-answer = Say whether malice is suspected, or why there is no answer
problem-root-cause-no-answer = Choose the root cause, or say why there is no answer
problem-sectors-no-answer = Choose the sectors it touched, or say why there is no answer
problem-cross-border-no-answer = Say whether it crosses borders, or why there is no answer
problem-states-affected-no-answer = Choose the other States affected, or say that there are none or why there is no answer
problem-national-severity-no-answer = Enter its severity on your national scale, or say why there is no answer
problem-severity-no-answer = Choose its severity on this portal’s scale, or say why there is no answer
problem-external-impact-no-answer = Choose what it threatened beyond systems, or say that there is nothing or why there is no answer
problem-measures-no-answer = Write which measures were taken, or say that there are none or why there is no answer
problem-assistance-no-answer = Say whether assistance is offered or requested, or why there is no answer
problem-others-informed-no-answer = Choose who else was informed, or say that nobody was or why there is no answer
problem-lessons-no-answer = Write what was learnt, or say why there is no answer
problem-both-ways = { $field }: give an answer or say why there is none, not both

## Text

problem-too-long = { $field } must be { $limit } characters or fewer
problem-too-short = { $field } must be { $limit } characters or more
problem-not-one-line = { $field } must be one line
problem-summary-not-one-line = The summary holds characters that cannot be shown. Type it anew instead of pasting it
problem-measures-not-one-line = The measures hold characters that cannot be shown. Type them anew instead of pasting them
problem-lessons-not-one-line = The lessons hold characters that cannot be shown. Type them anew instead of pasting them
problem-no-language = { $field }: choose the language of the text
problem-other-not-said = { $field }: say which other
problem-sectors-other-not-said = Say which other sector it touched
problem-techniques-other-not-said = Say which other technique it was
problem-others-informed-other-not-said = Say who else was informed

## Moments and numbers

problem-not-a-date = { $field }: enter a real date, like 27 3 2026
problem-in-future = { $field }: enter a date that is not in the future
problem-became-aware-not-a-date = The date your State became aware must be a real date, like 27 3 2026
problem-became-aware-in-future = The date your State became aware must be today or in the past
problem-detected-not-a-date = The date it was detected must be a real date, like 27 3 2026
problem-detected-in-future = The date it was detected must be today or in the past
problem-started-not-a-date = The date it started must be a real date, like 27 3 2026
problem-started-in-future = The date it started must be today or in the past
problem-ended-not-a-date = The date it ended must be a real date, like 27 3 2026
problem-ended-in-future = The date it ended must be today or in the past
problem-recovered-not-a-date = The date services had recovered must be a real date, like 27 3 2026
problem-recovered-in-future = The date services had recovered must be today or in the past
problem-not-a-number = { $field }: enter a whole number, like 1200
problem-affected-count-not-a-number = The number of people or systems affected must be a whole number, like 1200

## Choices

problem-not-offered = { $field }: choose one of the answers offered
problem-audience-marking-too-strict = These readers may read it only if it is marked { $limit } or less strictly: change the marking or the readers
problem-marking-too-strict = { $field }: choose { $limit } or a less strict marking

## What was not kept

problem-classified = { $field } carried a classification marking, so what you typed was neither stored nor logged. This portal takes unclassified information only
problem-oversized = { $field } was far longer than this form takes, so what you typed was not stored
