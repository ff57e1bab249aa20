//! What States write in reports, all of it through the forms on their pages.

use crate::{
    acts::Story,
    crawl::Things,
    support::{
        forms::{form, hidden},
        offline::sent_back,
        reporting::{next_version, shipped},
        visitors::Visitor,
    },
};
use app::api::{
    filings::{Accept, Approve, Claim, Publish, SendFiling, Withdraw},
    offline::BringBack,
    reports::{AddComment, BeginReport, GiveSection, SaveAnswers, SaveReport},
};
use domain::{questionnaire::Frozen, samples::EMIL};
use leptos::server_fn::ServerFn;

/// The cycles of A, S, C, D, W and N, and one that is only planned.
const YEARS: [&str; 7] = ["2021", "2022", "2023", "2024", "2025", "2026", "2031"];
/// The version nobody opens, among those that are open.
const VERSIONS: [&str; 3] = ["2026.1", "2026.3", "2027.9"];
/// Sections in which something is typed.
const SECTIONS: [&str; 8] = [
    "capabilities",
    "resources",
    "stakeholders",
    "skills",
    "delivery",
    "norms-rights",
    "dialogue",
    "capacity",
];

/// Fields of a form, and what is typed into them.
pub type Typed<'a> = &'a [(&'a str, &'a str)];

/// A section of the report with this page.
pub fn section(filing: &str, section: &str) -> String {
    format!("{filing}/report/{section}")
}

/// What addresses are filled with, of these filings.
pub fn things(filings: &[String]) -> Things {
    let references = filings.iter().map(|filing| filing.replace("/filings/", ""));
    Things {
        filings: references.collect(),
        sections: &SECTIONS,
        years: &YEARS,
        versions: &VERSIONS,
    }
}

// One act a line, or a story does not read as one.
#[rustfmt::skip]
impl Story<'_> {
    /// Reads the page, fills in what is said and posts its form, which is not refused; where that leads. What answers
    /// tells nothing.
    pub async fn fills(&self, by: &Visitor, page: &str, door: &str, said: Typed<'_>) -> String {
        let (read, what) = (by.gets(page).await, format!("{} at {door} from {page}", by.name));
        assert_eq!(read.status, 200, "{what}");
        let mut fields = hidden(&read.body, door);
        fields.extend(said.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())));
        let answer = by.posts(page, door, &form(&fields)).await;
        let to = answer.leads_to().to_owned();
        assert!(answer.status == 302 && !to.contains("refused="), "{what}: {to}{}", answer.body);
        assert!(!answer.telling().contains("canary-"), "{what}");
        to
    }

    /// Chidi and Dana open a cycle for each of the reports.
    pub async fn opens_cycles(&self) -> Frozen {
        let mut last: Option<Frozen> = None;
        for (at, year) in YEARS[..6].iter().enumerate() {
            let asked = last.as_ref().map_or_else(shipped, |last| next_version(last, &format!("2026.{}", at + 1)));
            let (_, opened) = self.house.cast.opens_cycle_until(year, "2026-12-31", asked, last.as_ref()).await;
            last = Some(opened);
        }
        last.expect("six versions")
    }

    /// Amina begins the full form of this cycle, for these readers. The page of its filing.
    pub async fn begins_report(&self, year: &str, audience: &str) -> String {
        let whole = self.fills(&self.amina, &format!("/reports/{year}"), BeginReport::PATH, &[("tier", "full")]).await;
        self.fills(&self.amina, &whole, SaveReport::PATH, &[("tier", "full"), ("audience", audience)]).await;
        whole.strip_suffix("/report").expect("the page of a report").to_owned()
    }

    /// Somebody saves a section.
    pub async fn answers(&self, by: &Visitor, filing: &str, name: &str, said: Typed<'_>) {
        self.fills(by, &section(filing, name), SaveAnswers::PATH, said).await;
    }

    /// A report with an answer for its readers, one for the secretariat, and a comment.
    async fn writes_report(&self, year: &str, audience: &str, word: &str) -> String {
        let filing = self.begins_report(year, audience).await;
        let canary = |what: &str| format!("canary-r-{word}-{what}");
        let (say, office, comment) = (canary("say"), canary("office"), canary("comment"));
        self.answers(&self.amina, &filing, "capabilities", &[
            ("answers[cdp-1-statement][text]", &say),
            ("answers[cdp-1-statement][language]", "en"),
            ("answers[cdp-1-infrastructure][text]", &office),
            ("answers[cdp-1-infrastructure][language]", "en"),
            ("answers[cdp-1-infrastructure][audience]", "secretariat"),
        ]).await;
        self.fills(&self.amina, &section(&filing, "capabilities"), AddComment::PATH, &[("text", &comment)]).await;
        filing
    }

    /// Amina sends it and Bashir lets it out.
    pub async fn lets_out(&self, filing: &str) {
        self.fills(&self.amina, &format!("{filing}/check"), SendFiling::PATH, &[]).await;
        self.fills(&self.bashir, filing, Approve::PATH, &[]).await;
    }

    /// Chidi reviews it and finds it in order.
    pub async fn reviews(&self, filing: &str) {
        self.fills(&self.chidi, filing, Claim::PATH, &[]).await;
        self.fills(&self.chidi, filing, Accept::PATH, &[]).await;
    }

    /// The whole life of W.
    pub async fn is_reported_and_withdrawn(&self) -> String {
        let filing = self.writes_report("2025", "public", "withdrawn").await;
        self.lets_out(&filing).await;
        self.reviews(&filing).await;
        self.fills(&self.dana, &filing, Publish::PATH, &[]).await;
        self.fills(&self.bashir, &filing, Withdraw::PATH, &[("why", "canary-r-withdrawn-why")]).await;
        filing
    }

    /// A, S, C and D are written; on A several people write, and some things are typed that are not kept.
    pub async fn are_being_reported(&self, withdrawn: String) -> Vec<String> {
        let first = self.begins_report("2021", "public").await;
        self.both_report(&first).await;
        self.answers_everything(&first).await;
        self.gives_a_section(&first).await;
        self.reports_what_is_not_kept(&first).await;
        self.fills(&self.amina, &section(&first, "capabilities"), AddComment::PATH, &[("text", "canary-r-comment-section")]).await;
        let of_a_question = [("question", "cdp-1-statement"), ("text", "canary-r-comment-question")];
        self.fills(&self.amina, &section(&first, "capabilities"), AddComment::PATH, &of_a_question).await;
        self.fills(&self.bashir, &first, AddComment::PATH, &[("text", "canary-r-comment-whole")]).await;
        let mut filings = vec![first];
        filings.push(self.writes_report("2022", "participating-states", "states").await);
        filings.push(self.writes_report("2023", "secretariat", "closed").await);
        filings.push(self.writes_report("2024", "public", "draft").await);
        self.brings_back(&filings[3]).await;
        filings.push(withdrawn);
        filings
    }

    /// Emil saves a page he opened before Amina filled it in.
    async fn both_report(&self, filing: &str) {
        let page = section(filing, "capabilities");
        let mut beside = hidden(&self.emil.gets(&page).await.body, SaveAnswers::PATH);
        self.answers(&self.amina, filing, "capabilities", CAPABILITIES).await;
        beside.insert("answers[cdp-1-infrastructure][text]".to_owned(), "canary-r-beside".to_owned());
        let to = self.emil.posts(&page, SaveAnswers::PATH, &form(&beside)).await.leads_to().to_owned();
        assert!(to.ends_with("/choose"), "{to}");
    }

    /// Answers of each kind, for each audience.
    async fn answers_everything(&self, filing: &str) {
        for (name, said) in ANSWERS {
            self.answers(&self.amina, filing, name, said).await;
        }
    }

    /// Emil writes one section, and nobody else does.
    async fn gives_a_section(&self, filing: &str) {
        let (page, emil) = (section(filing, "norms-rights"), self.house.cast.actor(EMIL).id.to_string());
        self.fills(&self.amina, &page, GiveSection::PATH, &[("drafters[]", &emil)]).await;
        let said = ("answers[norm-e-statement][text]", "canary-r-not-yours");
        self.is_refused_with(&page, said, "not-yours").await;
        self.answers(&self.emil, filing, "norms-rights", GIVEN).await;
    }

    /// Amina takes a report along, brings it back changed, and leaves it waiting.
    async fn brings_back(&self, filing: &str) {
        let form = self.amina.gets(&format!("{filing}/report/offline.json")).await.body;
        let changed = form.replace("canary-r-draft-office", "canary-r-brought");
        assert_ne!(changed, form);
        let parts = sent_back(&filing.replace("/filings/", ""), changed.as_bytes());
        let answer = self.amina.sends(&format!("{filing}/report/offline"), BringBack::PATH, parts).await;
        assert!(answer.leads_to().ends_with("/changes"), "{}", answer.leads_to());
        assert!(!answer.telling().contains("canary-"));
    }

    /// What is marked as classified, what is not asked, and what no form has.
    async fn reports_what_is_not_kept(&self, filing: &str) {
        for said in [
            ("answers[capacity-offered][text]", "NATO SECRET canary-r-classified"),
            ("answers[capacity-diplomats][text]", "canary-r-not-asked"),
        ] {
            self.answers(&self.amina, filing, "capacity", &[said]).await;
        }
        let said = ("answers[Not A Name][text]", "canary-r-misnamed");
        self.is_refused_with(&section(filing, "capacity"), said, "malformed").await;
    }

    /// Amina posts this from the page of a section, and is refused.
    async fn is_refused_with(&self, page: &str, (name, value): (&str, &str), why: &str) {
        let mut fields = hidden(&self.amina.gets(page).await.body, SaveAnswers::PATH);
        fields.insert(name.to_owned(), value.to_owned());
        let answer = self.amina.posts(page, SaveAnswers::PATH, &form(&fields)).await;
        assert!(answer.leads_to().ends_with(&format!("refused={why}")), "{}", answer.leads_to());
        assert!(!answer.telling().contains("canary-"));
    }
}

/// What A says of its capabilities: to everyone, to participating States with a link, to the secretariat.
pub const CAPABILITIES: Typed<'static> = &[
    ("answers[cdp-1-statement][text]", "canary-r-first"),
    ("answers[cdp-1-statement][language]", "en"),
    ("answers[cdp-1-in-place][choices][]", "other"),
    ("answers[cdp-1-in-place][other]", "canary-r-other-states"),
    (
        "answers[cdp-1-in-place][evidence][]",
        "https://canary-r-link-states.example/",
    ),
    ("answers[cdp-1-in-place][audience]", "participating-states"),
    ("answers[cdp-1-infrastructure][text]", "canary-r-office"),
    ("answers[cdp-1-infrastructure][language]", "en"),
    ("answers[cdp-1-infrastructure][audience]", "secretariat"),
];

/// What A says in other sections.
const ANSWERS: [(&str, Typed<'static>); 5] = [
    (
        "resources",
        &[
            ("answers[cdp-2-posts][text]", "777000777"),
            ("answers[cdp-2-posts][audience]", "secretariat"),
        ],
    ),
    (
        "stakeholders",
        &[
            ("answers[cdp-3-bodies][choices][]", "other"),
            ("answers[cdp-3-bodies][other]", "canary-r-other-everyone"),
            (
                "answers[cdp-3-bodies][evidence][]",
                "https://canary-r-link-everyone.example/",
            ),
        ],
    ),
    ("skills", &[("answers[cdp-5-trained][text]", "888000888")]),
    (
        "delivery",
        &[
            ("answers[cdp-7-obstacles][choices][]", "money"),
            ("answers[cdp-7-obstacles][other]", "canary-r-unticked"),
            ("answers[cdp-7-milestone][cannot]", "security"),
        ],
    ),
    (
        "dialogue",
        &[
            (
                "answers[dialogue-papers][evidence][]",
                "https://canary-r-papers.example/",
            ),
            ("answers[dialogue-papers][audience]", "secretariat"),
            ("answers[dialogue-revised][month]", "7"),
            ("answers[dialogue-revised][year]", "1977"),
            ("answers[dialogue-revised][audience]", "participating-states"),
            ("answers[dialogue-confirmed][month]", "6"),
            ("answers[dialogue-confirmed][year]", "1988"),
        ],
    ),
];

/// What Emil says in the section that is his.
const GIVEN: Typed<'static> = &[
    ("answers[norm-e-statement][text]", "canary-r-given-everyone"),
    ("answers[norm-e-statement][language]", "en"),
    ("answers[norm-e-safeguards][text]", "canary-r-given-office"),
    ("answers[norm-e-safeguards][language]", "en"),
    ("answers[norm-e-safeguards][audience]", "secretariat"),
];
