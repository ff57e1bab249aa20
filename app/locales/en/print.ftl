# Reports on paper: before they are sent, to be coordinated; afterwards, to be kept. As pages and as PDF.

print-heading = To be printed
print-go = Print it, or save it as PDF
print-as-pdf = This as PDF
print-inside = Only the people of your State can read this page. What colleagues told one another is not on it.
print-draft = Draft of { $moment }, for coordination; not sent.
print-draft-short = Draft, not sent
print-not-in-order = Something in it still stands in the way of sending it.
print-no-tier = No form was chosen yet, so nothing is asked.
print-submission = Submission { $number }, approved by the national authority of { $state } on { $moment }.
print-submission-short = Submission { $number }
print-shared = Participating States can read this since { $day }.
print-public = Published by { $state } on { $day }.
print-ordered-by = In the order of { $order }
print-reference = Reference { $reference }
print-item = { $id } { $title }
print-all-have-a-counterpart = Every question that this State was asked has a counterpart in this order.
print-made-of-draft = Printed from the draft as it stood on { $moment }.
print-made-of-submission = Printed from submission { $number }. SHA-256 of what the State approved: { $hash }
print-made-of-public = Printed from the public report. SHA-256 of what the State approved: { $hash }
print-made-of-withdrawn = Printed from what is left of a withdrawn report.
print-page = Page { $page } of { $pages }
print-missing = Characters that cannot be drawn with the fonts here; a mark stands in their place:
data-as-report-pdf = This report, to be printed (PDF)
# At the head of every page: how it is marked and for whom it is.
print-marking-draft = Unclassified · Draft, inside the State
print-marking-submission = Unclassified · For the State and the secretariat
print-marking-shared = Unclassified · For participating States
print-marking-public = Unclassified · Public
