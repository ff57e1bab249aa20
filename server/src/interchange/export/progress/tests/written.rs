//! What five invented States type, and the files made of what the public may read of it.

use super::super::{
    Around,
    commitment::{Commitments as CommitmentsRecord, OnCommitment},
    cycle::CycleRecord,
    report::{Place, ReportRecord},
    table,
};
use crate::interchange::export::{Origin, csv, json};
use app::portal::progress::{
    StandingReport, Versions,
    commitments::{CommitmentSeen, OnIt, Serving, addressed},
    cycles::CycleSeen,
};
use domain::{
    commitment::{CommitmentId, Commitments},
    cycle::{Plan, Proposal, Reminders},
    marking::Audience,
    participation::Participation,
    questionnaire::{Frozen, Kind, Question, Questionnaire},
    report::{ReportDraft, Terms, TypedAnswer},
    samples::{CHIDI, DANA, TUESDAY, reports},
    state::{self, StateCode},
};
use proptest::prelude::*;
use std::sync::LazyLock;

pub const NOTICE: &str = "No assessment, said for the test.";

pub static OPENED: LazyLock<Frozen> =
    LazyLock::new(|| reports::opened(Questionnaire::shipped().expect("sound"), None).expect("sound"));

/// A text that is nowhere else, and whether everyone may read it.
#[derive(Clone, Debug)]
pub struct Canary {
    pub text: String,
    pub is_public: bool,
}

/// What a State typed.
#[derive(Clone, Debug)]
pub struct Typed {
    state: StateCode,
    draft: ReportDraft,
    pub canaries: Vec<Canary>,
}

impl Typed {
    /// The same State, saying that it has come as far as it has not.
    pub fn with_other_progress(&self) -> Self {
        let mut other = self.clone();
        for answer in other.draft.answers.values_mut() {
            let next = match answer.value.text.as_str() {
                "not-started" => "complete",
                "limited" => "not-started",
                "complete" => "limited",
                same => same,
            };
            next.to_owned().clone_into(&mut answer.value.text);
        }
        other
    }
}

/// Full forms of the invented States: some of it given, withheld, unknown or blank, for any readers.
pub fn typed() -> impl Strategy<Value = Vec<Typed>> {
    let questions: Vec<Question> = OPENED.questions().cloned().collect();
    let said = (
        0..7_usize,
        prop::sample::select(vec!["", "secretariat", "participating-states"]),
    );
    let of_state = prop::collection::vec(said, questions.len());
    prop::collection::vec(of_state, 1..=5).prop_map(move |of_states| {
        let states = state::invented().into_iter().map(|state| state.code);
        let typed = states
            .zip(of_states)
            .map(|(state, said)| of_one(state, &questions, &said));
        typed.collect()
    })
}

fn of_one(state: StateCode, questions: &[Question], said: &[(usize, &'static str)]) -> Typed {
    let about = reports::asked_of(state);
    let mut typed = Typed {
        state,
        draft: ReportDraft {
            tier: "full".into(),
            ..ReportDraft::default()
        },
        canaries: Vec::new(),
    };
    for (question, (which, audience)) in questions.iter().zip(said) {
        let is_asked = question.is_asked(domain::questionnaire::Depth::Full, &about);
        let mut answer = TypedAnswer {
            audience: (*audience).to_owned(),
            ..TypedAnswer::default()
        };
        match (which, &question.kind) {
            (0 | 1, Kind::Text { .. }) => {
                let text = format!("-{}-{}-canary", state.as_str(), question.id);
                let is_public = is_asked && audience.is_empty();
                answer.value.text.clone_from(&text);
                "en".clone_into(&mut answer.value.language);
                typed.canaries.push(Canary { text, is_public });
            }
            (0, Kind::Progress) => "complete".clone_into(&mut answer.value.text),
            (1, Kind::Progress) => "not-started".clone_into(&mut answer.value.text),
            (2, Kind::Progress) => "not-applicable".clone_into(&mut answer.value.text),
            (0, Kind::Number { .. }) => "1204".clone_into(&mut answer.value.text),
            (3, _) => "security".clone_into(&mut answer.value.cannot),
            (4, _) => "unknown".clone_into(&mut answer.value.cannot),
            (5, kind) if kind.may_be_none() => "none".clone_into(&mut answer.value.cannot),
            _ => {}
        }
        typed.draft.answers.insert(question.id.clone(), answer);
    }
    typed
}

/// A cycle with what the public may read of these States.
pub struct Cycle {
    seen: CycleSeen,
    origin: Origin,
}

impl Cycle {
    pub fn of(of_states: &[Typed]) -> Self {
        let cycle = opened();
        let reports: Vec<_> = of_states.iter().map(standing).collect();
        let public: Vec<_> = reports.iter().filter_map(StandingReport::public).collect();
        let states = state::invented();
        let participation = Participation::of(&cycle, &states, &public, &[&OPENED], None);
        drop(public);
        let place = |of: &StandingReport| participation.rows().position(|row| row.state == of.report.state);
        let mut in_order = reports;
        in_order.sort_by_key(place);
        Self {
            seen: CycleSeen {
                cycle,
                closed: None,
                reports: in_order,
                withdrawn: Vec::new(),
                versions: [OPENED.clone()].into_iter().collect::<Versions>(),
                commitments: Commitments::shipped(),
                states: states.into_iter().map(|state| (state.code, state)).collect(),
                participation,
            },
            origin: Origin::new("https://verbale.example"),
        }
    }

    pub fn record(&self) -> CycleRecord {
        CycleRecord::of(self.around(), &self.seen)
    }

    pub fn table(&self) -> Vec<u8> {
        csv::table(&table::states_and_commitments(&self.record()))
    }

    pub fn answers(&self) -> Vec<u8> {
        csv::table(&table::answers(self.around(), &self.seen))
    }

    /// Everything that is JSON and has a notice.
    pub fn json(&self) -> Vec<Vec<u8>> {
        let commitments = CommitmentsRecord::of(self.around(), &self.seen.commitments);
        vec![json(&self.record()), json(&commitments)]
    }

    /// Every file of the cycle and of its reports.
    pub fn files(&self) -> Vec<Vec<u8>> {
        let reports = self.seen.reports.iter().map(|report| {
            let place = Place {
                cycle: report.report.cycle,
                code: report.report.state,
                state: None,
                published: report.published,
            };
            json(&ReportRecord::standing(self.around(), place, &report.report))
        });
        let others = [json(&self.record()), self.table(), self.answers()];
        reports.chain(others).collect()
    }

    fn around(&self) -> Around<'_> {
        Around {
            origin: &self.origin,
            notice: NOTICE,
        }
    }
}

/// The files of one commitment, of what these States say on it.
pub fn of_commitment(cycle: &Cycle, id: CommitmentId) -> [Vec<u8>; 2] {
    let serves = |question: &&Question| question.serves.contains(&id);
    let said = cycle.seen.reports.iter().map(|report| OnIt {
        state: report.report.state,
        cycle: report.report.cycle,
        version: OPENED.version,
        language: "en".to_owned(),
        answers: OPENED
            .questions()
            .filter(serves)
            .filter_map(|question| Some((question.clone(), report.report.answer(&question.id)?.clone())))
            .collect(),
    });
    let seen = CommitmentSeen {
        of: addressed(&cycle.seen.commitments, id).expect("an item"),
        serving: vec![Serving {
            version: OPENED.version,
            language: "en".to_owned(),
            questions: OPENED.questions().filter(serves).cloned().collect(),
        }],
        said: said.collect(),
        states: cycle.seen.states.clone(),
    };
    let record = OnCommitment::of(cycle.around(), &seen, "Ours.");
    [json(&record), csv::table(&table::on_commitment(&record, &seen))]
}

fn standing(typed: &Typed) -> StandingReport {
    let terms = Terms {
        cycle: 2026.try_into().expect("a year"),
        questionnaire: &OPENED,
        about: &reports::asked_of(typed.state),
        audience: Audience::Public,
        last: None,
    };
    let report = typed.draft.complete(&terms).expect("complete");
    StandingReport {
        published: TUESDAY,
        report: report.disclose(&typed.state, Audience::Public).expect("public"),
        since: None,
    }
}

fn opened() -> domain::cycle::Cycle {
    let plan = Plan {
        year: 2026.try_into().expect("a year"),
        questionnaire: OPENED.version,
        opens: "2026-03-02".parse().expect("a day"),
        due: "2026-05-15".parse().expect("a day"),
        closes: "2026-06-30".parse().expect("a day"),
        conference: None,
        participating: state::invented().into_iter().map(|state| state.code).collect(),
        audience: Audience::Public,
        reminders: Reminders::default(),
    };
    let proposal = Proposal::of(plan, &CHIDI.actor()).expect("sound");
    proposal.open(&OPENED, &DANA.actor(), TUESDAY).expect("sound")
}

/// The cells of a table in which every cell is quoted.
pub fn cells(table: &[u8]) -> Vec<Vec<String>> {
    let text = std::str::from_utf8(table).expect("UTF-8");
    let rows = text.split_terminator("\"\r\n");
    let row = |row: &str| {
        let row = row.strip_prefix('"').expect("a quoted cell");
        row.split("\",\"").map(|cell| cell.replace("\"\"", "\"")).collect()
    };
    rows.map(row).collect()
}
