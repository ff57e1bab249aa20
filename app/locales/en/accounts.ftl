# Signing in, accounts, the list of States, the audit log.

# Why somebody was not let in.
refused-sign-in-failed = That e-mail address and password do not belong together. Check both. If you have lost your password, ask an administrator for a new link.
refused-too-many-attempts = There were too many attempts to sign in. Wait a moment, then try again. The wait grows with every attempt, up to fifteen minutes.
refused-mistakes = The form has mistakes. The page shows which.

sign-in-title = Sign in
sign-in-button = Sign in
sign-in-chosen = Your password is set. Sign in with it.
sign-in-wait = You can try again in { $seconds ->
        [one] one second
       *[other] { $seconds } seconds
    }.
sign-in-lost = No account, or password lost? Accounts are given by the administrator, who also sends a new link when a password is lost.
sign-in-not-for-real = Not for real filings yet. Until signing in asks for a second proof besides the password, enter nothing here that must stay confidential.

signed-out-title = You are signed out
signed-out-done = Your session has ended, here and on the server.
signed-out-again = Sign in again

invitation-title = Choose a password
invitation-for = { $name }, you will sign in with { $email }.
invitation-rules = Use at least { $min } characters and at most { $max }. Any character counts, spaces and other scripts included; a few unrelated words are easier to remember than signs and digits. Nobody at the secretariat will ever ask you for it.
invitation-button = Set the password

# The fields of these forms.
account-email = E-mail address
account-password = Password
account-again = The same password again
account-name = Name
account-side = For whom they act
account-state = State
    .hint = Only for a State’s point of contact.
account-roles = Roles
    .hint = Each person acts for one side only. Administrators and auditors have no further roles.
account-nominated_by = Nominating note
    .hint = The reference of the note by which they were nominated.
account-code = Code
    .hint = Two capital letters, ISO 3166-1 alpha-2. XA to XZ are for invented States.
account-group = Regional group
account-status = Account
account-choose = Choose

# What is wrong with them: the same above the form and beside the field.
mistake-name = Enter a name of at most 120 characters, on one line
mistake-email = Enter an e-mail address, like name@ministry.example
mistake-email-taken = This e-mail address already has an account
mistake-side = Choose for whom they act
mistake-state = Choose their State
mistake-roles = Choose at least one role
mistake-roles-elsewhere = Choose only roles of the side they act for
mistake-nominated-by = Enter the reference of the nominating note, of at most 120 characters
mistake-password-short = Enter a password of at least 15 characters
mistake-password-long = Enter a password of at most 128 characters
mistake-password-common = Choose something that is harder to guess: this is among what attackers try first
mistake-password-again = Enter the same password twice
mistake-code = Enter a code of two capital letters
mistake-group = Choose a regional group

# For whom a person acts.
side-state = A State
    .hint = As a point of contact.
side-secretariat = The secretariat
side-administrator = Administration
    .hint = Keeps accounts and the list of States; sees no filing.
side-auditor = Audit
    .hint = Reads the audit log; changes nothing.

# As what.
role-drafter = Drafter
    .hint = For a State: writes filings and answers.
role-approver = Approver
    .hint = For a State: speaks for the national authority, and lets filings out of the State.
role-observer = Observer
    .hint = For a State: reads its filings and changes none.
role-reviewer = Reviewer
    .hint = For the secretariat: asks, and accepts.
role-publisher = Publisher
    .hint = For the secretariat: publishes what another person accepted.

# A State’s name in a line.
state-named = { $name }
state-invented = { $name } (invented)

# One’s own account.
account-title = Your account
account-colleagues = Who else acts for your State
account-colleagues-why = If somebody here should not have a role, tell the secretariat.
account-no-colleagues = Nobody else does at present.
account-password-lost = To change your password, ask an administrator for a new link.

# Accounts, for administrators.
account-status-active = Active
account-status-invited = Invited, no password yet
account-status-deactivated = Deactivated
people-title = People
people-invite = Invite a person
people-filter = Find a person
invite-title = Invite a person
invite-what = They get a letter with a link by which they choose their own password. The link works once, within seven days. If they will act for a State, everyone who already does is told.
invite-button = Send the invitation
person-own = This is your own account. Another administrator has to change it.
person-change-roles = Change the roles
person-access = Access
person-invite-again = Send a new link
person-invite-again-what = A new link lets them choose a new password. Older links stop working; the present password works until a new one is chosen.
person-deactivate = Deactivate
person-reactivate = Reactivate
person-reactivate-what = This person can no longer sign in. Reactivated, they can, with the password and the roles they had.
person-done-invited-again = A letter with a new link is on its way.
person-done-roles-changed = The roles are changed. They hold from the person’s next click.
deactivate-title = Deactivate { $name }?
deactivate-what = They are signed out everywhere at once, and every link they were sent stops working. What they wrote stays. You can reactivate them later.
deactivate-not = Do not deactivate

# The list of States.
states-title = States
states-what = States as they are named on every page. A code never changes; names and regional groups follow the United Nations.
states-add = Add a State
states-filter = Find a State
states-save = Save
states-back = Back to the list

# The audit log.
log-title = Audit log
log-what = Everything that was done, tried or refused, latest first, in UTC. The log holds ids and no content, and nothing in it can be changed.
log-at = When
log-event = What
log-by = By
log-on = On
event-signed-in = Signed in
event-signed-out = Signed out
event-sign-in-failed = Sign-in failed
event-sign-in-throttled = Sign-in had to wait
event-denied = Denied: { $action } ({ $refusal })
event-moved = { $action }: { $from } → { $to }
event-invited = Invited
event-password-chosen = Password chosen
event-roles-changed = Roles changed
event-deactivated = Deactivated
event-reactivated = Reactivated
event-state-changed = State changed
event-circle-changed = Circle of addressees changed
event-commitment-changed = Commitment changed
event-memberships-changed = Memberships changed
event-calendar-changed = Zone or days off changed
event-questionnaire-written = Questionnaire written
event-questionnaire-proposed = Questionnaire proposed
event-questionnaire-returned = Questionnaire returned
event-questionnaire-opened = Questionnaire opened
event-cycle-planned = Cycle planned
event-cycle-opened = Cycle opened
event-extension-asked = More time asked for
event-extension-granted = More time granted
event-extension-refused = More time refused
event-figure-fixed = Figure of a closed cycle fixed
