# The questionnaire as a workbook, to be filled in away from the portal and brought back: what stands in it besides the
# questions, and what is said where it cannot be read.

## The first sheet

workbook-sheet-cover = Read first
workbook-title = { $state }: progress report { $cycle }
workbook-form-short = Short form: one word on progress and a sentence for each commitment
workbook-form-full = Full form
workbook-questionnaire = Questionnaire: { $title }, version { $version }
workbook-notice-not-official = This is not an official text. The questions were written for this portal; no organisation has adopted them.
workbook-notice-adopted = Adopted under { $symbol }.
workbook-notice-voluntary = Self-reported, voluntary; not an assessment of compliance

workbook-how-heading = How to fill it in
workbook-how-cells = Each sheet is a section. Write in the white cells; everything else is locked. Rows and columns can be made larger.
workbook-how-blank = No question has to be answered. A blank answer is sent as “left blank”.
workbook-how-choose = Where a cell has a list, choose from it.
workbook-how-choices = Where several answers are possible, each has a line of its own: choose Yes beside all that apply. “Something else” has a line below it that asks what.
workbook-how-cannot = Instead of an answer you can say that there is none, that it is not known, or that your State withholds it and why.
workbook-how-audience = You decide, answer by answer, who may see it. Blank means: as for the report as a whole.
workbook-how-language = Beside a text, choose the language it is in. Texts are not translated.
workbook-how-dates = Write a date as far as it is known: 2026, 2026-03 or 2026-03-27.
workbook-how-links = Links begin with https:// and lead to what others can read. Write one on each line of the cell (Alt+Enter begins a new line).
workbook-how-classified = Write nothing that is classified, and no formulas.
workbook-how-return = Upload this file in the report. The portal takes from it what was changed in it, and shows you that before anything changes.

## Columns

workbook-column-id = Line
workbook-column-question = Question
workbook-column-guidance = Guidance
workbook-column-answer = Answer
workbook-column-language = Language of the text
workbook-column-estimate = Actual or estimate
workbook-column-cannot = If there is no answer, why
workbook-column-audience = Who may see it
workbook-column-evidence = Evidence: links, one a line

## Remarks in cells that are not for answers

workbook-remark-below = Choose in the lines below
workbook-remark-links = Answer with links, in the last column
workbook-remark-which = Something else: which?
workbook-remark-left-out = This answer does not fit into a workbook. It stays as it is in the portal and can be changed there.

## What can be chosen

workbook-choice-yes = Yes
workbook-choice-no = No

workbook-progress-not-started = Not started, as stated by the State
workbook-progress-limited = Limited, as stated by the State
workbook-progress-substantial = Substantial, as stated by the State
workbook-progress-complete = Complete, as stated by the State
workbook-progress-not-applicable = Not applicable, as stated by the State

workbook-estimate-actual = Actual
workbook-estimate-estimate = Estimate

workbook-cannot-none = None: there is nothing to name
workbook-cannot-unknown = Not known
workbook-cannot-security = Withheld: security
workbook-cannot-ongoing-investigation = Withheld: ongoing investigation
workbook-cannot-third-party = Withheld: belongs to a third party
workbook-cannot-personal-data = Withheld: personal data
workbook-cannot-not-available = Withheld: not available

workbook-audience-secretariat = The secretariat only
workbook-audience-participating-states = Participating States
workbook-audience-public = The public

## Hints beside a cell

workbook-hint-number = A whole number, for example 1200.
workbook-hint-date = As far as it is known: 2026, 2026-03 or 2026-03-27.
workbook-hint-text = At most { $limit } characters.
workbook-hint-links = One link on each line, beginning with https:// (Alt+Enter begins a new line).

## A workbook that could not be read. Nothing was changed; each says what to do.

workbook-unreadable-too-large = The file is larger than { $megabytes } MB. Remove what was added to it, such as pictures, or download the workbook again and copy your answers into it.
workbook-unreadable-encrypted = The workbook is protected with a password for opening it. Save it without a password and upload it again.
workbook-unreadable-old-format = The workbook was saved in an older format (.xls). Save it as an Excel workbook (.xlsx) and upload it again.
workbook-unreadable-not-a-workbook = This file is not an Excel workbook (.xlsx). Choose the workbook you downloaded here, or save it as .xlsx first.
workbook-unreadable-damaged = The file is damaged or incomplete. Open it in your spreadsheet program, save it again as .xlsx and upload that. If that does not help, download the workbook again.
workbook-unreadable-too-many-parts = The workbook holds more than { $max } files, such as pictures. Remove them and upload it again.
workbook-unreadable-unpacks-too-much = The workbook holds far more than the form. Download it again and copy your answers into it.
workbook-unreadable-foreign = This workbook was not made by this portal. Download the workbook from the report and fill that one in.
workbook-unreadable-other-format = This workbook was made by another version of the portal. Download it again and copy your answers into it.
workbook-unreadable-codes-changed = A hidden part of the workbook was changed, or the report asks other questions than when the workbook was downloaded. Download it again and copy your answers into it.
workbook-unreadable-other-state = This is the workbook of { $found }, and this report is that of { $expected }. Upload it in the report of { $found }.
workbook-unreadable-other-cycle = This is the workbook of the { $found } report, and this is the { $expected } report. Download this year’s workbook and copy your answers into it.
workbook-unreadable-other-version = This workbook asks version { $found } of the questionnaire, and this report answers version { $expected }. Download the workbook again and copy your answers into it.
workbook-unreadable-other-questions = This workbook asks other questions under the same version number. Download it from this portal and copy your answers into it.
workbook-unreadable-other-depth = { $found ->
    [short] This is a workbook of the short form, and the report is now on the full form. Change the report to the short form first, or download the workbook of the full form: it has your answers so far.
   *[full] This is a workbook of the full form, and the report is now on the short form. Change the report to the full form first, and upload it again.
  }
workbook-unreadable-sheet-missing = The sheet “{ $sheet }” is missing or has another name. Give it back its name, or download the workbook again.
workbook-unreadable-sheet-unknown = The sheet “{ $sheet }” is not part of the form. Move what matters from it into answers, delete the sheet and upload the workbook again.
workbook-unreadable-too-many-rows = The sheet “{ $sheet }” has more than { $max } rows. Delete the rows below the questions and upload the workbook again.
workbook-unreadable-heading-changed = On the sheet “{ $sheet }”, the heading in cell { $cell } was changed or its column was moved. Put it back, or download the workbook again.
workbook-unreadable-text-changed = On the sheet “{ $sheet }”, the question or its guidance in cell { $cell } was changed. Put it back, or download the workbook again and copy your answers into it.
workbook-unreadable-line-missing = On the sheet “{ $sheet }”, the line { $line } is missing. Put it back, or download the workbook again.
workbook-unreadable-line-twice = On the sheet “{ $sheet }”, the line in cell { $cell } is there twice. Delete one of them and upload the workbook again.
workbook-unreadable-line-unknown = On the sheet “{ $sheet }”, the line in cell { $cell } is not part of the form. Delete it and upload the workbook again.
workbook-unreadable-formula = On the sheet “{ $sheet }”, cell { $cell } holds a formula. Replace it by its value and upload the workbook again.
workbook-unreadable-error-value = On the sheet “{ $sheet }”, cell { $cell } holds an error such as #REF!. Write the answer in its place and upload the workbook again.
workbook-unreadable-astray = On the sheet “{ $sheet }”, there is something in cell { $cell }, where no answer belongs. Move it into a white cell or delete it, and upload the workbook again.
workbook-unreadable-not-yes-or-no = On the sheet “{ $sheet }”, cell { $cell } says neither yes nor no. Choose from its list and upload the workbook again.
