//! What the secretariat prepares: versions of the questionnaire and cycles, by the people of the samples.

use super::cast::Cast;
use app::portal::ports::{Cycles, Over};
use domain::{
    commitment::Commitments,
    cycle::{Cycle, CycleYear, Extension, Outcome, Plan, Proposal, Reminders},
    ids::Version,
    marking::Audience,
    questionnaire::{Edition, Questionnaire, QuestionnaireVersion},
    samples::{BASHIR, CHIDI, DANA, SamplePerson, TUESDAY, note},
    state::invented,
};

/// How often a version was written when it is proposed: begun, then proposed.
pub const PROPOSED: Version = Version::new(2);

impl Cast {
    fn writing(&self, person: SamplePerson, seen: Option<Version>) -> Over {
        Over {
            seen,
            by: self.actor(person).id,
            at: TUESDAY,
        }
    }

    /// Chidi begins a version that asks what the shipped one asks.
    pub async fn begins(&self, version: QuestionnaireVersion) -> Edition {
        let shipped = Questionnaire::shipped().expect("it is part of the program");
        let edition = Edition::begin(Questionnaire { version, ..shipped }, self.actor(CHIDI)).expect("he may");
        let put = self.store.put_edition(&edition, self.writing(CHIDI, None)).await;
        put.expect("it is begun");
        edition
    }

    /// Chidi begins and proposes a version.
    pub async fn proposes(&self, version: QuestionnaireVersion) -> Edition {
        let begun = self.begins(version).await;
        let proposed = begun.propose(&Commitments::shipped(), None, self.actor(CHIDI), TUESDAY);
        let proposed = proposed.expect("it has no faults");
        let over = self.writing(CHIDI, Some(Version::new(1)));
        self.store.put_edition(&proposed, over).await.expect("it is proposed");
        proposed
    }

    /// The version, open: Dana opens it, where nobody did.
    pub async fn version(&self, version: QuestionnaireVersion) -> Edition {
        if let Some(found) = self.store.edition(version).await.expect("versions are read") {
            return found.content;
        }
        let proposed = self.proposes(version).await;
        let opened = proposed.open(&Commitments::shipped(), None, self.actor(DANA), TUESDAY);
        let opened = opened.expect("it has no faults, and is not hers");
        let over = self.writing(DANA, Some(PROPOSED));
        self.store.put_edition(&opened, over).await.expect("it is open");
        opened
    }

    /// Chidi plans the cycle of this year, in which all invented States take part.
    pub async fn plans(&self, year: CycleYear) -> Proposal {
        let first = "2026.1".parse().expect("a version");
        let day = |day: &str| format!("{year}-{day}").parse().expect("a day");
        let plan = Plan {
            year,
            questionnaire: self.version(first).await.questionnaire().version,
            opens: day("03-02"),
            due: day("05-18"),
            closes: day("06-30"),
            conference: None,
            participating: invented().into_iter().map(|state| state.code).collect(),
            audience: Audience::Public,
            reminders: Reminders {
                before: [30, 7].into(),
                after: [7].into(),
            },
        };
        let proposal = Proposal::of(plan, self.actor(CHIDI)).expect("he may");
        let put = self.store.put_proposal(&proposal, self.writing(CHIDI, None)).await;
        put.expect("it is planned");
        proposal
    }

    /// The cycle of this year, open: planned by Chidi and opened by Dana, where nobody did.
    pub async fn cycle(&self, year: CycleYear) -> Cycle {
        if let Some(cycle) = self.store.cycle(year).await.expect("cycles are read") {
            return cycle;
        }
        let proposal = self.plans(year).await;
        let edition = self.version(proposal.plan.questionnaire).await;
        let opened = proposal.open(&edition.frozen().expect("it is open"), self.actor(DANA), TUESDAY);
        let cycle = opened.expect("she may, and it has no flaws");
        let over = self.writing(DANA, Some(Version::new(1)));
        self.store.open_cycle(&cycle, None, over).await.expect("it is open");
        cycle
    }

    /// Bashir asks for more time in this cycle.
    pub async fn asks_for_time(&self, cycle: &Cycle) -> Extension {
        let (until, why) = (
            cycle.plan().due.plus(10),
            note("A ministry moves house.").expect("a note"),
        );
        let asked = Extension::ask(cycle, until, why, self.actor(BASHIR), TUESDAY).expect("he may");
        self.store.put_extension(&asked, TUESDAY).await.expect("it is asked");
        asked
    }

    /// Chidi refuses what a State waits for, if it waits for anything.
    pub async fn clears_requests(&self, cycle: &Cycle) {
        for asked in self.store.extensions(cycle.year()).await.expect("they are read") {
            if asked.outcome == Outcome::Waiting {
                let why = note("The conference needs it.").expect("a note");
                let refused = asked.refuse(why, self.actor(CHIDI), TUESDAY).expect("he may");
                self.store
                    .put_extension(&refused, TUESDAY)
                    .await
                    .expect("it is refused");
            }
        }
    }
}
