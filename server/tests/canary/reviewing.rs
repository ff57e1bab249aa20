//! What happens to reports once they were written, and what is said around them.

use crate::{
    acts::Story,
    reporting::{CAPABILITIES, section},
    support::{forms::form, reporting::next_version},
};
use app::{
    api::{
        cycles::{AskTime, BeginQuestionnaireWith, PlanCycle, ProposeQuestionnaire, RefuseTime, ReturnQuestionnaire},
        filings::{Accept, AddNote, Answer, Approve, Ask, Claim, Publish, Reopen, ReturnFiling, SendFiling},
        reports::{AddComment, ChooseAnswers},
    },
    portal::cycles::forms::PlanForm,
};
use domain::questionnaire::Frozen;
use leptos::server_fn::ServerFn;

/// The page of the version that nobody opens.
const VERSION: &str = "/preparation/questionnaires/2027.9";

// One act a line, or a story does not read as one.
#[rustfmt::skip]
impl Story<'_> {
    /// Valdoria asks for more time; a version is begun and returned; a cycle is planned.
    pub async fn is_prepared(&self, last: &Frozen) {
        let asked = [("form[until]", "2026-06-01"), ("form[reason]", "canary-r-more-time")];
        self.fills(&self.bashir, "/reports/2021", AskTime::PATH, &asked).await;
        let mut next = next_version(last, "2027.9");
        "canary-r-version".clone_into(&mut next.sections[0].questions[0].text);
        let part = |name: &str, body: &str| format!("--part\r\nContent-Disposition: form-data; name=\"{name}\r\n\r\n{body}\r\n");
        let file = part("version\"", "2027.9") + &part("file\"; filename=\"next.json\"", &next.to_json()) + "--part--\r\n";
        let begun = self.chidi.posts("/preparation", BeginQuestionnaireWith::PATH, &file).await;
        assert!(begun.leads_to().ends_with("done=begun") && !begun.telling().contains("canary-"), "{}", begun.leads_to());
        self.fills(&self.chidi, VERSION, ProposeQuestionnaire::PATH, &[]).await;
        self.fills(&self.dana, VERSION, ReturnQuestionnaire::PATH, &[("why", "canary-r-not-ready")]).await;
        self.plans().await;
    }

    async fn plans(&self) {
        let text = str::to_owned;
        let typed = PlanForm {
            year: text("2031"), questionnaire: text("2027.9"),
            opens: text("2031-03-03"), due: text("2031-05-15"), closes: text("2031-06-30"),
            conference_name: text("canary-r-conference"), conference_place: text("Port Solace"), conference_date: text("2031-09-01"),
            states: vec![text("XV"), text("XM")], audience: text("public"),
            ..PlanForm::default()
        };
        let planned = self.chidi.posts("/preparation/cycles/plan", PlanCycle::PATH, &form(&PlanCycle { form: typed, seen: None })).await;
        assert!(planned.leads_to().ends_with("done=planned") && !planned.telling().contains("canary-"), "{}", planned.leads_to());
    }

    /// A is returned, sent again, let out, asked about and answered; its answer awaits approval, and so do S and C. There is
    /// no more time.
    pub async fn is_reported_and_answered(&self, filings: &[String]) {
        let (filing, check) = (&filings[0], format!("{}/check", filings[0]));
        self.fills(&self.amina, &format!("{filing}/choose"), ChooseAnswers::PATH, &[]).await;
        self.fills(&self.amina, &check, SendFiling::PATH, &[]).await;
        self.fills(&self.bashir, filing, ReturnFiling::PATH, &[("why", "canary-r-returned")]).await;
        self.lets_out(filing).await;
        self.fills(&self.chidi, filing, Claim::PATH, &[]).await;
        self.fills(&self.chidi, filing, AddNote::PATH, &[("text", "canary-r-note")]).await;
        let question = [("on", "cdp-1-statement"), ("question", "canary-r-question")];
        self.fills(&self.chidi, filing, Ask::PATH, &question).await;
        self.fills(&self.amina, filing, AddComment::PATH, &[("text", "canary-r-comment-later")]).await;
        let mut better = CAPABILITIES.to_vec();
        better[0].1 = "canary-r-better";
        self.answers(&self.amina, filing, "capabilities", &better).await;
        self.fills(&self.amina, &check, Answer::PATH, &[("answer", "canary-r-answer")]).await;
        self.fills(&self.chidi, "/preparation/cycles/2021", RefuseTime::PATH, &[("why", "canary-r-no-time")]).await;
        for other in &filings[1..3] {
            self.fills(&self.amina, &format!("{other}/check"), SendFiling::PATH, &[]).await;
        }
    }

    /// S and C, which are not for the public, go as far as they can.
    pub async fn other_reports_are_accepted(&self, filings: &[String]) {
        for other in &filings[1..3] {
            self.fills(&self.bashir, other, Approve::PATH, &[]).await;
            self.reviews(other).await;
        }
    }

    /// The answer is approved, A accepted, reopened, accepted again and published.
    pub async fn is_reported_to_everyone(&self, filings: &[String]) {
        let filing = &filings[0];
        self.fills(&self.bashir, filing, Approve::PATH, &[]).await;
        self.fills(&self.chidi, filing, Accept::PATH, &[]).await;
        self.fills(&self.dana, filing, Reopen::PATH, &[("why", "canary-r-reopened")]).await;
        self.fills(&self.chidi, filing, Accept::PATH, &[]).await;
        self.fills(&self.dana, filing, Publish::PATH, &[]).await;
    }

    /// N, for the public, carries C forward, which was for the secretariat: what it says stands, for the same readers.
    pub async fn carries_forward(&self) -> String {
        let filing = self.begins_report("2026", "public").await;
        self.answers(&self.amina, &filing, "capabilities", &[
            ("answers[cdp-1-statement][text]", "canary-r-closed-say"),
            ("answers[cdp-1-statement][language]", "en"),
            ("answers[cdp-1-statement][audience]", "secretariat"),
            ("answers[cdp-1-statement][confirmed]", "yes"),
            ("answers[cdp-1-infrastructure][text]", "canary-r-news"),
            ("answers[cdp-1-infrastructure][language]", "en"),
        ]).await;
        self.fills(&self.amina, &section(&filing, "capabilities"), AddComment::PATH, &[("text", "canary-r-news-comment")]).await;
        self.lets_out(&filing).await;
        self.reviews(&filing).await;
        self.fills(&self.dana, &filing, Publish::PATH, &[]).await;
        filing
    }
}
