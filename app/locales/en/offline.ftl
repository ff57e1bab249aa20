# A progress report filled in away from the portal: its form as a file, what a file that comes back would change, and why
# one that is not a workbook could not be read. What stands in a workbook is in workbook.ftl.

offline-title = Fill in the report offline
offline-link = Fill in the report offline, as a workbook or as JSON
offline-lede = Take the form along as a file, with what is in the draft so far. Fill it in, alone or with others, and bring it back.
offline-nothing-yet = Bringing it back changes nothing yet: you see first what would change.
offline-waits = A form you brought back is waiting. It waits for half an hour.
offline-waits-on = See what it would change

offline-take = Take the form along
offline-take-explained = The questions are those of the { $tier }. If you change to another form, take it along again.
offline-copies = Several copies can be filled in side by side, while others write in the portal: of each copy only what was changed in it is taken.
offline-workbook = Workbook (XLSX)
offline-workbook-explained = for Excel, LibreOffice and others, with lists to choose from and guidance beside each question
offline-json = JSON
offline-json-explained = for programs of your own; the file says how it is read
offline-unclassified = Keep the file as your State keeps drafts. Write nothing into it that is classified.

offline-bring = Bring it back
offline-file = The file you filled in
offline-file-hint = The workbook (.xlsx) or the JSON you took along from this report, at most 4 MB.
offline-read = Read the file

offline-changes-title = What the file would change
offline-changes-lede = Nothing has changed yet. Read what is different in the file, then put it into the draft or throw it away.
offline-changes-number = { $number ->
    [one] One answer would change.
   *[other] { $number } answers would change.
}
offline-changes-none = Nothing would change: the file says nothing that is not in the draft already.
offline-changes-none-theirs = Nothing would change in the sections you write.
offline-same = { $number ->
    [one] One answer is the same in both.
   *[other] { $number } answers are the same in both.
}
offline-newer = { $number ->
    [one] One answer changed in the portal since the form was taken along, and not in the file. It stays as it is in the portal.
   *[other] { $number } answers changed in the portal since the form was taken along, and not in the file. They stay as they are in the portal.
}
offline-change-new = New
offline-change-changed = Changed
offline-change-cleared = Blank in the file: it would be taken out
offline-change-both = Changed in the portal as well since the form was taken along
offline-links = Links
offline-readers-as-whole = as for the whole report
offline-put = Put these answers into the draft
offline-put-explained = What is wrong with an answer is kept as it is, and said where the report is checked.
offline-put-to-choose = Where an answer was changed in the portal as well, you choose between the two on the next page.
offline-drop = Throw the file away

offline-left-alone = Left as it is
offline-left-alone-explained = These stay as they are in the draft, whatever the file says.
offline-of-others = { $number ->
    [one] { $section }: one answer differs, and the section was given to others.
   *[other] { $section }: { $number } answers differ, and the section was given to others.
}
offline-left-out = It did not fit into the file: { $question }
offline-classified = It carried a classification marking, so it was neither stored nor logged: { $question }
offline-oversized = It was larger than any answer can be, so it was not kept: { $question }

offline-gone = No file is waiting
    .explained = A file waits for half an hour, until it is put into the draft, thrown away, or another is brought. Bring it back once more.
offline-gone-on = Bring a form back

offline-taken-over = The answers of the file are in the draft.
offline-taken-over-on = Check the report

## In the JSON itself

offline-json-how = Change what is in “answers”; everything else helps to read it and is not read again. An answer that is taken out of this file is left as it is in the draft.
offline-json-state = “state” is one of: given, left-blank, none, unknown, withheld. Withheld asks for a “reason”: { $reasons }.
offline-json-boxes = A choice, a word of progress, a number or a text stands in “text”; several choices in “choices”; a date, as far as it is known, in “year”, “month” and “day”; links in “evidence”. “readers” is one of: { $readers }; left out, as for the report as a whole.
offline-json-classified = Write nothing that is classified.

## JSON that could not be read. Nothing was changed; each says what to do.

offline-unreadable-too-large = The file is larger than { $megabytes } MB. Take the form along again and put your answers into it.
offline-unreadable-not-text = The file is no text in UTF-8. Save it in UTF-8 and bring it back.
offline-unreadable-not-json = The file is not valid JSON: see line { $line }, column { $column }. Mend it there and bring it back.
offline-unreadable-foreign = This JSON is not a form of this portal. Take the form along from this report and fill that one in.
offline-unreadable-other-format = This file was made by another version of the portal. Take the form along again and put your answers into it.
offline-unreadable-not-understood = Something in the file is not as the form has it: see line { $line }, column { $column }. Mend it there, or take the form along again.
offline-unreadable-other-state = This is a form of { $found }, and this report is that of { $expected }. Bring it back in the report of { $found }.
offline-unreadable-other-cycle = This is a form of the { $found } report, and this is the { $expected } report. Take this year’s form along and put your answers into it.
offline-unreadable-other-version = This form asks version { $found } of the questionnaire, and this report answers version { $expected }. Take the form along again and put your answers into it.
offline-unreadable-other-questions = This form asks other questions under the same version number. Take it along from this portal and put your answers into it.
offline-unreadable-other-depth = { $found ->
    [short] This is the short form, and the report is now on the full form. Change the report to the short form first, or take the full form along: it has your answers so far.
   *[full] This is the full form, and the report is now on the short form. Change the report to the full form first, and bring the file back again.
  }
offline-unreadable-other-draft = This form was made of a draft that this report never had. Take the form along from this report and put your answers into it.
offline-unreadable-question-unknown = The form does not ask “{ $question }”. Take that answer out of the file and bring it back.
