# What stands around every page: its head and foot, and what is said when something did not work.

shell-name = Verbale
shell-motto = States reporting in confidence and in public
# In the browser's tab.
shell-title = { $page } – Verbale
shell-skip = Skip to the content
shell-demonstration = Demonstration. The States with codes XA to XZ, their people and all incidents are invented.

shell-navigation = Main
shell-publications = Publications
shell-participants = Participants
shell-about = About
shell-sign-in = Sign in
shell-sign-out = Sign out
shell-filings = Filings
shell-shared = From other States
shell-approvals = To approve
shell-queue = Queue
shell-preparation = Preparation
shell-people = People
shell-states = States
shell-log = Log
shell-signed-in = Signed in as { $name }: your account

shell-voluntary = Reporting is voluntary. Nothing here attributes, accuses or ranks.
shell-unclassified = Unclassified information only.

# A page that cannot be shown: what, and what to do about it.
failure-home = Go to the start page
failure-not-found = There is no such page
failure-not-found-advice = Check the address. If you followed a link, what it led to may have been withdrawn, or is not for you to see.
failure-sign-in-required = Sign in first
failure-sign-in-required-advice = This page is for people who are signed in.
failure-unavailable = This does not work at the moment
failure-unavailable-advice = The trouble is on our side. What you saved is safe. Try again in a few minutes.
failure-malformed = This was not understood
failure-malformed-advice = The request was incomplete or altered on its way. Go back and try again.
failure-too-large = This is too large
failure-too-large-advice = A form may hold 1 MiB, an imported file 5 MiB. Nothing was saved.
failure-cross-site = This came from another site
failure-cross-site-advice = Forms of this site are accepted from this site only. Nothing was done.
failure-wrong-method = This address is not for that
failure-wrong-method-advice = Go to the start page and follow its links.
failure-refused = You may not do this
failure-refused-advice = It is for somebody else to do, or cannot be done now.

# What a form was refused for: shown above the page it was sent from.
refused-heading = Nothing was changed
refused-sign-in-required = Sign in first, then try again.
refused-not-found = There is no such thing, or it is not for you.
refused-incomplete = Something is still missing. The page shows what.
refused-stale = Somebody else changed this before you. You see how it stands now.
refused-another-person = Somebody else was signed in here when this page was opened, and it is not yours to send. Open it again before you change anything.
refused-malformed = This was not understood. Try again from this page.
refused-too-many-posts = More was sent at once than one person can write. Wait a minute, go back to what you typed, and send it again.
refused-unavailable = The trouble is on our side. Try again in a few minutes.
refused-not-yours = This is for somebody else to do.
refused-not-now = This can no longer be done, because somebody else acted first. You see how it stands now.
refused-own-draft = You alone drafted this, so another person must approve it.
refused-accepted-by-you = You accepted this, so another person must publish it.
refused-prepared-by-you = You had a hand in this, so another person must open it.
refused-not-for-the-public = The State does not want the public to read this.
refused-disclosure-changed = What would be published is not what you had in front of you. Read it again.
refused-note-missing = Write why.
refused-note-too-long = Write less: what you wrote is longer than a note may be.
refused-note-classified = What you wrote carries a classification marking, so it was not stored. This portal takes unclassified information only.
refused-note-unreadable = What you wrote holds characters that cannot be shown. Type it anew instead of pasting it.

# A form that arrived after its session had ended.
ended-title = Your session has ended
ended-kept = What you typed is kept on this page, and nowhere else yet. Sign in, and it will be saved.
ended-same-person = Only the person who typed it can save it. If somebody else signs in here, it is dropped.
ended-email = E-mail address
ended-password = Password
ended-sign-in = Sign in and save

# Under a text field, where scripts run. { $count } is a number that changes while typing.
count-left = Characters left: { $count }
count-over = Characters too many: { $count }

# Above a long list, where scripts run.
filter-shown = Shown: { $shown } of { $all }
