# What everyone reads: the start page, publications, one publication, and what this is.

home-title = What States tell one another about cyberspace, kept where everyone can check it
home-lede = Participating States notify incidents and report progress on the commitments they made. Reporting is voluntary. Nothing here attributes, accuses or ranks.
home-read = Read publications
home-figures = Taking part, as published
home-states = States that have published
home-publications = Publications
home-latest = Latest publications
home-none = Nothing has been published yet. When a State has something published, it stands here.
home-all = All publications

publications-title = Publications
publications-lede = What States have notified and chosen to make public, in their own words.
publications-state = State
publications-year = Year
publications-kind = Kind
publications-sector = Sector
publications-every-state = All States
publications-every-year = All years
publications-every-kind = All kinds
publications-every-sector = All sectors
publications-choice = { $name } ({ $number })
publications-words = Search for
    .hint = Whole words in any language and script, from titles, texts, references and names of States. Only what has all of them is found.
publications-filter = Search
publications-clear = Show all publications
publications-total = { $total ->
    [0] Nothing found
    [one] One publication
   *[other] { $total } publications
}
publications-of-which-withdrawn = { $number ->
    [one] one of them withdrawn
   *[other] { $number } of them withdrawn
}
publications-shown = { $first } to { $last } on this page
# There are more than are counted.
publications-more = More than { $total } publications, the latest { $total } of them listed
publications-asked = You asked for: { $conditions }
publications-quoted = “{ $words }”
publications-none = Try other words, or fewer conditions. Words are looked for as a whole: a part of one finds nothing.
publications-words-too-long = Search for { $limit } characters or fewer
publications-no-words = Search for a word: there is no letter and no digit in this
publications-no-such-state = There is no State with this code. Choose one from the list
publications-no-such-year = This is not a year. Choose one from the list
publications-no-such-kind = There is no such kind. Choose one from the list
publications-no-such-sector = There is no such sector. Choose one from the list
publications-no-such-page = This list has no such page. Go to its first page
publications-empty = Nothing has been published yet.
publications-withdrawn = Withdrawn by { $state }
publications-withdrawn-on = On { $day }
publications-exercise = Exercise: it did not happen
publications-withheld = { $number ->
    [0] nothing withheld
    [one] one answer withheld
   *[other] { $number } answers withheld
}
publications-demonstration = { $state } (invented State)
publications-indicators = { $number ->
    [one] one indicator
   *[other] { $number } indicators
}

participants-title = Participants
participants-on-page = On this page
participants-lede = States that have published something or reported progress publicly, by regional group, in the order of their names. Reporting is voluntary: that a State is not here means nothing.
participants-none = No State has published anything yet.
participants-count = { $number ->
    [one] one publication
   *[other] { $number } publications
}
# No number: how often a State reported is no measure of it.
participants-reports = progress reports

over-time-title = Over time
over-time-lede = Publications by the year they came out (UTC), without those withdrawn since. Some years have more because more was reported, not because more happened.
over-time-chart = Publications by year
over-time-description = A bar for each year, as long as its number of publications. The table beside it has the same numbers.
over-time-year = Year
over-time-publications = Publications
over-time-states = States
over-time-partial = (so far)
over-time-so-far = { $number } so far

publication-published = Published { $day }
publication-withdrawn-title = { $reference }, withdrawn
publication-withdrawn = { $state } withdrew this publication on { $day }. Its content is no longer here.
publication-by = Notified by { $state }
publication-exercise = This is an exercise. It did not happen.
publication-answers = What the State says
publication-indicators = The first { $shown } are here. All { $number } are in the files of this publication:
publication-withheld = What is withheld
publication-withheld-lede = The State keeps these answers from the public, for the reasons it gives.
publication-withheld-none = The State withholds nothing it was asked for.
publication-history = History
publication-history-published = Published
publication-history-withdrawn = Withdrawn by the State
publication-cite = How to cite
publication-citation = { $state }, “{ $title }”, { $reference }, Verbale, { $day }.
publication-hash = SHA-256 of what the State approved
publication-voluntary = Self-reported and voluntary. That a State notifies an incident implies nothing about who is responsible for it.

about-title = About Verbale
about-lede = A note verbale is how one State formally tells another something. Verbale is where States do that about cyberspace.
about-rules = Ground rules
about-rule-voluntary = Reporting is voluntary. What is not reported means nothing.
about-rule-words = A State’s words are its own. The secretariat may ask; it never changes them.
about-rule-approval = Nothing leaves a State before its national authority has approved it, having seen exactly what the public will read.
about-rule-two = What one person in the secretariat accepts, another publishes.
about-rule-attribution = Nothing here attributes an incident to anyone. Other States that were affected are public only as a number.
about-rule-ranking = States are not scored, ranked or compared, and nobody’s silence is listed.
about-rule-unclassified = Unclassified information only.
about-answers = Six different answers
about-answers-lede = A State can give an answer, say that there is none, say that it does not know, withhold it for a reason, or leave it blank; and some questions are not asked yet. These six stay apart everywhere.
about-operator = Who operates this
about-operator-text = This portal is operated by { $operator }. It is not a service of NATO, the United Nations or the OSCE, and nothing on it is an official text of theirs.
about-licence = Licence of the data
about-licence-text = What States publish here may be used by anyone for any purpose, with its source named (Creative Commons Attribution 4.0).
about-cite = How to cite
about-cite-text = Name the State, the title, the reference and the day of publication; each publication shows its own citation. A reference is never given to anything else, even after a withdrawal.
about-security = Not for real filings yet
about-security-text = Signing in has no second factor yet. Until it has, this portal must not be used for real filings.
