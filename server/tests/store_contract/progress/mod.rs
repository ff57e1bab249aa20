//! Progress reports and what they need: the catalogue, questionnaires, cycles, and what became public.
//!
//! Chidi prepares a questionnaire and plans a cycle, Dana opens both; Amina reports for Valdoria and Bashir lets it out.

mod cycles;
mod found;
mod programme;
mod public;
mod terms;

use crate::support::cast::Cast;
use app::portal::ports::{Cycles, Over, Programme, Receipt, Reports, Stored};
use domain::{
    commitment::{Commitments, shipped_memberships},
    cycle::{Cycle, CycleYear, Plan, Proposal, Reminders},
    filing::{Filing, Hash},
    ids::{Timestamp, Version},
    lifecycle::Command,
    marking::Audience,
    matter::Matter,
    questionnaire::{Edition, Frozen, Lineage, QuestionId, Questionnaire},
    report::{Report, ReportDraft},
    samples::{AMINA, BASHIR, CHIDI, DANA, FARID, SamplePerson, TUESDAY, note},
    state::StateCode,
};

/// The years of the two cycles most tests are about, and of one after them.
const THIS_YEAR: &str = "2026";
const NEXT_YEAR: &str = "2027";
const THE_YEAR_AFTER: &str = "2028";

fn year(text: &str) -> CycleYear {
    text.parse().expect("a year")
}

fn question(id: &str) -> QuestionId {
    id.parse().expect("the id of a question")
}

fn shipped() -> Questionnaire {
    Questionnaire::shipped().expect("a part of the program")
}

/// The next version: one question under another name, one in place of others, one new, one gone.
fn changed() -> Questionnaire {
    let mut next = unchanged(&shipped(), "2027.1");
    let capabilities = &mut next.sections[0].questions;
    capabilities[0].id = question("pledge-1-progress");
    capabilities[2].id = question("capabilities-now");
    capabilities[2].succeeds = Lineage::Replaces([question("cdp-1-in-place"), question("cdp-1-infrastructure")].into());
    capabilities[3].id = question("capabilities-next");
    capabilities[3].succeeds = Lineage::New;
    next.sections[1].questions.pop();
    next
}

/// The next version, of which nothing but the name is another.
fn unchanged(before: &Questionnaire, version: &str) -> Questionnaire {
    let mut next = before.clone();
    next.follows = Some(before.version);
    next.version = version.parse().expect("a version");
    for question in next.sections.iter_mut().flat_map(|section| &mut section.questions) {
        question.succeeds = Lineage::Same(question.id.clone());
    }
    next
}

/// A cycle of this year for Valdoria and Meridia.
fn plan(year: &str, questionnaire: &Questionnaire) -> Plan {
    let day = |rest: &str| format!("{year}-{rest}").parse().expect("a day");
    Plan {
        year: year.parse().expect("a year"),
        questionnaire: questionnaire.version,
        opens: day("03-02"),
        due: day("05-15"),
        closes: day("06-30"),
        conference: None,
        participating: [StateCode::VALDORIA, StateCode::MERIDIA].into(),
        audience: Audience::Public,
        reminders: Reminders::default(),
    }
}

/// Somebody writes over what they saw.
fn over(cast: &Cast, person: SamplePerson, seen: Option<i64>) -> Over {
    Over {
        seen: seen.map(Version::new),
        by: cast.actor(person).id,
        at: TUESDAY,
    }
}

/// A version as Chidi proposes it, written twice.
async fn proposes(cast: &Cast, questionnaire: Questionnaire, before: Option<&Frozen>) -> Edition {
    let chidi = cast.actor(CHIDI);
    let draft = Edition::begin(questionnaire, chidi).expect("a reviewer may");
    cast.store
        .put_edition(&draft, over(cast, CHIDI, None))
        .await
        .expect("begun");
    let proposed = draft.propose(&Commitments::shipped(), before, chidi, TUESDAY);
    let proposed = proposed.expect("it has no faults");
    cast.store
        .put_edition(&proposed, over(cast, CHIDI, Some(1)))
        .await
        .expect("proposed");
    proposed
}

/// Chidi plans a cycle with this proposed version; Dana would open both.
async fn plans(cast: &Cast, year: &str, proposed: &Edition, before: Option<&Frozen>) -> (Cycle, Edition) {
    let (chidi, dana) = (cast.actor(CHIDI), cast.actor(DANA));
    let proposal = Proposal::of(plan(year, proposed.questionnaire()), chidi).expect("a reviewer may");
    cast.store
        .put_proposal(&proposal, over(cast, CHIDI, None))
        .await
        .expect("planned");
    let open = proposed
        .open(&Commitments::shipped(), before, dana, TUESDAY)
        .expect("a publisher may");
    let frozen = open.frozen().expect("it is open");
    let cycle = proposal.open(&frozen, dana, TUESDAY).expect("a publisher may");
    (cycle, open)
}

/// A cycle of this year is opened, with a version of its own.
async fn opens(cast: &Cast, year: &str, questionnaire: Questionnaire, before: Option<&Frozen>) -> (Cycle, Frozen) {
    let proposed = proposes(cast, questionnaire, before).await;
    let (cycle, edition) = plans(cast, year, &proposed, before).await;
    let seen = Some((&edition, Version::new(2)));
    cast.store
        .open_cycle(&cycle, seen, over(cast, DANA, Some(1)))
        .await
        .expect("opened");
    (cycle, edition.frozen().expect("it is open"))
}

/// The first cycle, and the circles to which Valdoria and Meridia belong.
async fn begins(cast: &Cast) -> (Cycle, Frozen) {
    let shipped_memberships = shipped_memberships();
    for state in [StateCode::VALDORIA, StateCode::MERIDIA] {
        let put = cast
            .store
            .put_memberships(&state, &shipped_memberships[&state], FARID.id(), TUESDAY);
        put.await.expect("they belong somewhere");
    }
    opens(cast, THIS_YEAR, shipped(), None).await
}

/// Amina begins Valdoria's report with this draft.
async fn drafts(cast: &Cast, year: &str, draft: ReportDraft) -> Stored<Filing<Report>> {
    let state = StateCode::VALDORIA;
    let terms = cast.store.terms(year.parse().expect("a year"), &state).await?;
    let posting = cast.posting(AMINA, Version::default());
    let terms = terms.expect("Valdoria takes part");
    cast.reports()
        .open(&state, terms, draft, cast.actor(AMINA), posting)
        .await
}

/// Somebody gives a command to the report in hand. Returns it as it must stand then.
async fn commands(cast: &Cast, person: SamplePerson, report: &Filing<Report>, command: Command) -> Filing<Report> {
    let (action, posting) = (command.action(), cast.posting(person, report.version));
    let decided = report
        .decide(command, cast.actor(person), posting.at)
        .expect("the sample may do this");
    let receipt = Receipt::Done {
        reference: report.reference.clone(),
        action,
    };
    cast.reports()
        .commit(&decided, &receipt, posting)
        .await
        .expect("committed");
    Filing {
        version: report.version.next(),
        ..decided.filing
    }
}

/// What the approver or publisher of this report has in front of them.
fn seen(report: &Filing<Report>, now: Timestamp) -> Hash {
    let complete = report.complete(now).expect("nothing stands in its way");
    Report::fingerprint(&complete.release(&report.reference.state))
}

/// Amina reports this for Valdoria, and Bashir lets it out.
async fn reports(cast: &Cast, year: &str, draft: ReportDraft) -> Filing<Report> {
    let begun = drafts(cast, year, draft).await.expect("begun");
    let sent = commands(cast, AMINA, &begun, Command::Send).await;
    let seen = seen(&sent, TUESDAY);
    commands(cast, BASHIR, &sent, Command::Approve { seen }).await
}

/// Chidi accepts a report that was let out, and Dana publishes it.
async fn publishes(cast: &Cast, report: &Filing<Report>) -> Filing<Report> {
    let seen = seen(report, TUESDAY);
    let claimed = commands(cast, CHIDI, report, Command::Claim).await;
    let accepted = commands(cast, CHIDI, &claimed, Command::Accept).await;
    commands(cast, DANA, &accepted, Command::Publish { seen }).await
}

/// Bashir takes it back.
async fn withdraws(cast: &Cast, report: &Filing<Report>) -> Filing<Report> {
    let why = note("It named a supplier.").expect("a note");
    commands(cast, BASHIR, report, Command::Withdraw { why }).await
}
