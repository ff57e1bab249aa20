# The secretariat's pages.

queue-title = Waiting for the secretariat
queue-title-all = Everything received
queue-lede = Oldest first. Nothing is here before its national authority has approved it.
queue-everything = Show everything received
queue-only-waiting = Show only what waits
queue-empty = Nothing waits. New submissions appear here as soon as a national authority approves them.
queue-reviewer = with { $name }
queue-age = { $days ->
    [0] today
    [one] one day
   *[other] { $days } days
}

review-changed = What changed since the last submission
review-received = Submission { $number }, received { $at }. SHA-256:
review-timeline = What happened
review-notes = Internal notes
review-notes-lede = Only the secretariat reads these. No State ever does.
review-note = Write a note
review-note-missing = Write something in the note
review-note-add = Add note
