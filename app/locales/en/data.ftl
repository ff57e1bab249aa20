# Publications as data: the page that explains it, and the links to it.

data-title = Publications as data
data-lede = Everything that is public here is also to be had as files, by anyone, without an account. They say the same as the pages, and as much.
data-link = Data
data-as = As data
data-about = What these files are
# The names of files: each says by itself what is behind the link.
data-as-json = JSON, with everything
data-as-csv = CSV, for spreadsheets
data-as-stix = STIX 2.1
data-as-misp = MISP event
data-as-feed = Feed of the latest publications (Atom)
data-as-list = List of publications (JSON)
data-as-table = All publications in one table (CSV)
data-as-everything = Everything in one file (ZIP)
data-as-feed-of-state = Feed of this State’s latest publications (Atom)
data-as-list-of-state = List of this State’s publications (JSON)
data-as-states = States that have published (JSON)
data-as-states-table = States that have published (CSV)
data-as-one = One publication
data-as-manifest = List of what is in that file (JSON)
data-as-schema = Schema of a publication
data-as-openapi = Description of this service
data-feed = Verbale: publications
data-as-cycles-book = All cycles (XLSX)
data-as-cycle-book = Table of States and commitments (XLSX)
data-as-cycle-answers-book = Every public answer of this cycle (XLSX)
data-as-report-table = This report, a line for each answer (CSV)
data-as-report-book = This report, a line for each answer (XLSX)
data-as-history = These reports (JSON)
data-as-history-table = These reports, a line for each answer (CSV)
data-as-history-book = These reports, a line for each answer (XLSX)
data-as-commitments-book = All commitments, norms and measures (XLSX)
data-as-commitment-book = What States report on it (XLSX)
data-as-questionnaire-book = This version, a line for each question (XLSX)
# What stands on the second sheet of a table as XLSX.
data-sheet-source = Source
data-sheet-csv = The same cells as CSV
data-sheet-edition = Edition (SHA-256 of that CSV)
data-sheet-licence = Licence
data-sheet-licence-text = Creative Commons Attribution 4.0 (CC BY 4.0)

data-files = Files
data-file-table = One line for each publication. For each question, one column says which of the six answers the State gives, and the next has the answer itself.
data-file-feed = The 25 latest publications, for feed readers; of one State, if its code is added.
data-file-one = After the reference and a dot stands the format: json, csv, stix.json or misp.json. The page of each publication has these links.
data-file-everything = Every publication in every format.
data-file-manifest = What is in that file, with the SHA-256 of it and of each file in it.
data-file-list = The latest first, 25 to a page; of a State or of a year, if that is added.
data-file-states = With the number of their publications. That a State is not among them means nothing.
data-file-states-table = The same as a table.
data-file-cycles-book = The same as a workbook.
data-file-commitments-book = The same as a workbook.
data-file-schema = What the JSON of a publication looks like (JSON Schema 2020-12).
data-file-openapi = All of this for programs (OpenAPI 3.1).

data-cannot = What each format cannot say
data-format-json = JSON
data-format-csv = CSV
data-format-xlsx = XLSX
data-format-stix = STIX 2.1
data-format-misp = MISP core format
data-cannot-json = JSON says everything.
data-cannot-csv = CSV has no types: a moment is written as far as it is known (2026-03), and several codes stand in one cell. A cell that a spreadsheet would take for a formula has an apostrophe in front; take off one apostrophe from every cell that begins with one.
data-cannot-xlsx = What is about progress reports is also to be had as XLSX, with the cells of the CSV. They are text whatever they begin with, so that no apostrophe is needed; only years and counts are numbers. A second sheet says where the table is from and which edition it is.
data-cannot-stix = STIX has no words for the six answers: they stand in an extension of ours, in the shape of the JSON. Its incident extension is left out where the State does not say how sure it is, or where the incident stands, because that extension demands both. Indicators that are rules, or of no kind STIX knows, have no pattern and stand in our extension. When title and summary are in different languages, only our extension says which. Severity is the lower end of STIX’s scale for our level; the crosswalk is ours. A withdrawal revokes report and incident; which indicators went with them is no longer known here.
data-cannot-misp = MISP demands a date: it is the day of detection where the State gives one, otherwise the day of publication, and then the tag verbale:date="published" says so. MISP demands a category for each indicator: where the State says nothing of it, it has the usual one of its type. The threat level is always undefined, because in MISP it grades an attacker. Threats and near misses are events like any other, told apart by the tag verbale:notice-kind. Other moments, counts and texts stand in an object of ours, with a tag that says which of the six answers each is. Indicators of no kind MISP knows are not for detection. What a State says of an indicator is lost where MISP has no category for it.

data-answers = Six different answers
data-answers-text = Given, none, unknown, withheld for a reason, left blank and not asked are six different statements of a State. Do not read any of them as another, nor as zero. Other States that were affected are public as a number only.
data-withdrawn = What was withdrawn
data-withdrawn-text = When a State withdraws a publication, its content is gone from every format, and its reference, its State and the two days stay. Its addresses go on answering, and say that it was withdrawn. Please withdraw your copy too.
data-again = Imported here again
data-again-text = A STIX bundle or a MISP event from here fills in every answer of its publication. Left to the State that imports it are its own words (title, summary and other texts, national reference and severity, what “other” stands for), which States were affected, for whom it is, and which of its reports it is. Left out are detection rules that carry words of an author, and indicators of no known kind: from STIX where they are several words, from MISP all of them. JSON and CSV are not imported.
data-ids = Names that stay
data-ids-text = A reference is never given to anything else. Ids in STIX and MISP are made from the address of the publication and stay the same each time you ask. What comes from an invented State is marked as invented in every format.
data-new = Asking only for what is new
data-new-text = Every answer has an ETag; send it back in If-None-Match and you get nothing new where there is nothing new. Publications also have Last-Modified. The file of everything can be fetched in parts. Scripts of any site may ask.
data-use = How it may be used
data-use-text = By anyone for any purpose, with its source named (Creative Commons Attribution 4.0). Nothing in it attributes, accuses or ranks: please add nothing of the kind in its name.
