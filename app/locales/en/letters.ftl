# Mails. They say that there is something to read, and where; never a word of it, no reference, and no name of a State.

# Every mail: { $what } is the text of the occasion below, { $link } an address of the portal.
letter-frame =
    Dear { $name },

    { $what }

    { $link }

    This mail says nothing about the matter itself, on purpose. It was sent automatically; nobody reads replies to it.

    { $signed }

# Who signs a mail: the portal, or somebody of the secretariat for whom it writes.
sender-portal = Verbale
sender-secretariat = The secretariat
sender-head = The head of the secretariat
sender-head-named = { $name }, head of the secretariat

letter-to-approve = Something waits for your approval
    .body = A colleague has sent a filing for approval by your national authority. Sign in to read it and decide:
letter-returned = Something was returned to you
    .body = Your national authority has returned a filing. Sign in to read why:
letter-to-review = Something waits for review
    .body = A State has submitted a filing. Sign in to read it:
letter-asked = The secretariat has a question
    .body = The secretariat has asked about a filing of your State. Sign in to read the question and answer it:
letter-answered = A question was answered
    .body = A State has answered a question of the secretariat. Sign in to read the answer:
letter-to-publish = Something waits for publication
    .body = A filing was accepted and may be published. Sign in to read it:
letter-accepted = A filing was accepted
    .body = The secretariat has accepted a filing of your State. Sign in to read more:
letter-reopened = A review was reopened
    .body = A publisher has given a filing back for review. Sign in to read why:
letter-published = A filing was published
    .body = A filing of your State has been published as your national authority approved it. Sign in to read more:
letter-withdrawn = A filing was withdrawn
    .body = A State has withdrawn a filing. Sign in to read more:
letter-invited = Choose your password
    .body = You have been given an account, or a new way into the one you have. This link lets you choose a password. It works once, within seven days:
letter-roles-changed = Roles in your State changed
    .body = Somebody was given an account for your State, or the roles of somebody in your State changed. Sign in to see who acts for your State as what. If this is not right, tell the secretariat:
letter-cycle-opened = A reporting cycle is open
    .body = A cycle of progress reports was opened in which your State takes part. Sign in to read when reports are due and to begin one. What to report, and whether to, is for your State to decide:
letter-reminded = A date is coming nearer
    .body = A progress report of your State is due soon. Last year’s answers are there to confirm, and one confirmation is enough where there is nothing new. Sign in to begin, or to ask for more time:
letter-reminded-by-head = A date has passed
    .body = The day on which a progress report was due has passed; it is still taken. One confirmation is enough where there is nothing new. Sign in to begin, or to ask for more time:
letter-to-open = A questionnaire waits to be opened
    .body = A reviewer says that a version of the questionnaire is ready. Sign in to read it, and to open it or give it back:
letter-time-asked = A State asks for more time
    .body = A State asks for more time for its progress report. Sign in to read why and to decide:
letter-time-decided = Your request for more time
    .body = The secretariat has decided on a request of your State for more time. Sign in to read what it decided:
