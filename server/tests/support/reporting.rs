//! Cycles of progress reports, from the shipped questionnaire to what everyone reads.

use super::cast::Cast;
use app::portal::ports::{Cycles, Over, Programme, Receipt, Reports};
use domain::{
    commitment::{Commitments, shipped_memberships},
    cycle::{Cycle, CycleYear, Plan, Proposal, Reminders},
    filing::{Filing, Hash},
    ids::Version,
    lifecycle::Command,
    marking::Audience,
    matter::Matter,
    questionnaire::{Edition, Frozen, Lineage, Questionnaire},
    report::{Report, ReportDraft},
    samples::{AMINA, BASHIR, BRUNO, CHIDI, DANA, FARID, SamplePerson, TUESDAY},
    state::StateCode,
};

/// The questionnaire the portal comes with.
pub fn shipped() -> Questionnaire {
    Questionnaire::shipped().expect("a part of the program")
}

/// The version after this one, with the same questions.
pub fn next_version(before: &Questionnaire, version: &str) -> Questionnaire {
    let mut next = before.clone();
    next.follows = Some(before.version);
    next.version = version.parse().expect("a version");
    for question in next.sections.iter_mut().flat_map(|section| &mut section.questions) {
        question.succeeds = Lineage::Same(question.id.clone());
    }
    next
}

/// A cycle of this year for Valdoria, Meridia and Sarn, which takes reports until this day.
fn plan(year: CycleYear, closes: &str, questionnaire: &Questionnaire) -> Plan {
    let day = |rest: &str| format!("{year}-{rest}").parse().expect("a day");
    Plan {
        year,
        questionnaire: questionnaire.version,
        opens: day("03-02"),
        due: day("05-15"),
        closes: closes.parse().expect("a day"),
        conference: None,
        participating: [StateCode::VALDORIA, StateCode::MERIDIA, StateCode::ISLE_OF_SARN].into(),
        audience: Audience::Public,
        reminders: Reminders::default(),
    }
}

impl Cast {
    fn over(&self, person: SamplePerson, seen: Option<i64>) -> Over {
        Over {
            seen: seen.map(Version::new),
            by: self.actor(person).id,
            at: TUESDAY,
        }
    }

    /// Chidi prepares a cycle with a version of its own, and Dana opens both.
    pub async fn opens_cycle(&self, year: &str, of: Questionnaire, before: Option<&Frozen>) -> (Cycle, Frozen) {
        self.opens_cycle_until(year, &format!("{year}-06-30"), of, before).await
    }

    /// The same, of a cycle that takes reports until this day.
    pub async fn opens_cycle_until(
        &self,
        year: &str,
        closes: &str,
        of: Questionnaire,
        before: Option<&Frozen>,
    ) -> (Cycle, Frozen) {
        let (chidi, dana, known) = (self.actor(CHIDI), self.actor(DANA), Commitments::shipped());
        for (state, memberships) in shipped_memberships() {
            if state.is_invented() {
                let put = self.store.put_memberships(&state, &memberships, FARID.id(), TUESDAY);
                put.await.expect("they belong somewhere");
            }
        }
        let draft = Edition::begin(of, chidi).expect("a reviewer may");
        self.store
            .put_edition(&draft, self.over(CHIDI, None))
            .await
            .expect("begun");
        let proposed = draft.propose(&known, before, chidi, TUESDAY).expect("it has no faults");
        let written = self.store.put_edition(&proposed, self.over(CHIDI, Some(1)));
        written.await.expect("proposed");
        let plan = plan(year.parse().expect("a year"), closes, proposed.questionnaire());
        let proposal = Proposal::of(plan, chidi).expect("a reviewer may");
        let planned = self.store.put_proposal(&proposal, self.over(CHIDI, None));
        planned.await.expect("planned");
        let open = proposed.open(&known, before, dana, TUESDAY).expect("a publisher may");
        let frozen = open.frozen().expect("it is open");
        let cycle = proposal.open(&frozen, dana, TUESDAY).expect("a publisher may");
        let seen = Some((&open, Version::new(2)));
        let opened = self.store.open_cycle(&cycle, seen, self.over(DANA, Some(1)));
        opened.await.expect("opened");
        (cycle, frozen)
    }

    /// A State's people file this and let it out: Amina and Bashir for Valdoria, Bruno for Meridia.
    pub async fn reports_on(&self, year: &str, state: StateCode, draft: ReportDraft) -> Filing<Report> {
        let (drafter, approver) = if state == StateCode::VALDORIA {
            (AMINA, BASHIR)
        } else {
            (BRUNO, BRUNO)
        };
        let terms = self.store.terms(year.parse().expect("a year"), &state).await;
        let terms = terms.expect("they are read").expect("it takes part");
        let posting = self.posting(drafter, Version::default());
        let begun = self
            .reports()
            .open(&state, terms, draft, self.actor(drafter), posting)
            .await;
        let sent = self.moves(drafter, &begun.expect("begun"), Command::Send).await;
        let seen = fingerprint(&sent);
        self.moves(approver, &sent, Command::Approve { seen }).await
    }

    /// Bashir approves what Amina sent.
    pub async fn approves_report(&self, sent: &Filing<Report>) -> Filing<Report> {
        let seen = fingerprint(sent);
        self.moves(BASHIR, sent, Command::Approve { seen }).await
    }

    /// The secretariat accepts it, and publishes it.
    pub async fn publishes_report(&self, report: &Filing<Report>) -> Filing<Report> {
        let seen = fingerprint(report);
        let claimed = self.moves(CHIDI, report, Command::Claim).await;
        let accepted = self.moves(CHIDI, &claimed, Command::Accept).await;
        self.moves(DANA, &accepted, Command::Publish { seen }).await
    }

    /// Somebody gives a command to the report in hand.
    pub async fn moves(&self, person: SamplePerson, report: &Filing<Report>, command: Command) -> Filing<Report> {
        let (action, posting) = (command.action(), self.posting(person, report.version));
        let decided = report.decide(command, self.actor(person), posting.at);
        let decided = decided.expect("the sample may do this");
        let receipt = Receipt::Done {
            reference: report.reference.clone(),
            action,
        };
        let committed = self.reports().commit(&decided, &receipt, posting).await;
        committed.expect("committed");
        Filing {
            version: report.version.next(),
            ..decided.filing
        }
    }
}

/// What the approver or publisher of this report has in front of them.
fn fingerprint(report: &Filing<Report>) -> Hash {
    let complete = report.complete(TUESDAY).expect("nothing stands in its way");
    Report::fingerprint(&complete.release(&report.reference.state))
}
