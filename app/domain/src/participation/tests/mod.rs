mod properties;

use super::*;
use crate::{
    calendar::Calendar,
    cycle::{Plan, Proposal, Reminders},
    draft::Typed,
    questionnaire::{Frozen, Progress},
    report::{ReportDraft, Terms, TypedAnswer},
    samples::{CHIDI, DANA, TUESDAY, reports},
    state,
};
use std::{fmt::Write, sync::LazyLock};

static OPENED: LazyLock<Frozen> = LazyLock::new(|| reports::opened(Questionnaire::shipped().unwrap(), None).unwrap());

fn cycle() -> Cycle {
    let plan = Plan {
        year: 2026.try_into().unwrap(),
        questionnaire: OPENED.version,
        opens: "2026-03-02".parse().unwrap(),
        due: "2026-05-15".parse().unwrap(),
        closes: "2026-06-30".parse().unwrap(),
        conference: None,
        participating: state::invented().into_iter().map(|state| state.code).collect(),
        audience: Audience::Public,
        reminders: Reminders::default(),
    };
    let proposal = Proposal::of(plan, &CHIDI.actor()).unwrap();
    proposal.open(&OPENED, &DANA.actor(), TUESDAY).unwrap()
}

/// What the public gets of this draft of a State, if anything.
fn public(state: StateCode, draft: &ReportDraft) -> Option<ReportDisclosure> {
    let terms = Terms {
        cycle: 2026.try_into().unwrap(),
        questionnaire: &OPENED,
        about: &reports::asked_of(state),
        audience: Audience::Public,
        last: None,
    };
    draft.complete(&terms).unwrap().disclose(&state, Audience::Public)
}

fn participation(reports: &[ReportDisclosure], closed: Option<&ClosedFigure>) -> Participation {
    let public: Vec<_> = reports
        .iter()
        .map(|report| PublicReport::of(report, None, TUESDAY).unwrap())
        .collect();
    Participation::of(&cycle(), &state::invented(), &public, &[&OPENED], closed)
}

fn commitment(id: &str) -> CommitmentId {
    id.parse().unwrap()
}

fn short(answers: &[(&str, TypedAnswer)]) -> ReportDraft {
    ReportDraft {
        tier: "short".into(),
        answers: answers
            .iter()
            .map(|(id, answer)| (id.parse().unwrap(), answer.clone()))
            .collect(),
        ..ReportDraft::default()
    }
}

fn progress(code: &str) -> TypedAnswer {
    let text = code.to_owned();
    TypedAnswer {
        value: Typed {
            text,
            ..Typed::default()
        },
        ..TypedAnswer::default()
    }
}

fn cannot(why: &str) -> TypedAnswer {
    let cannot = why.to_owned();
    TypedAnswer {
        value: Typed {
            cannot,
            ..Typed::default()
        },
        ..TypedAnswer::default()
    }
}

/// The one cell that this answer to norm (g) makes.
fn cell(answer: TypedAnswer) -> Option<Cell> {
    let report = public(StateCode::MERIDIA, &short(&[("norm-g-progress", answer)])).unwrap();
    let participation = participation(&[report], None);
    let row = participation.rows().next().unwrap().clone();
    assert!(row.asked.contains(&commitment("13g")));
    row.cells.get(&commitment("13g")).copied()
}

#[test]
fn a_cell_says_what_kind_of_thing_there_is_to_read() {
    assert_eq!(cell(progress("limited")), Some(Cell::Reported));
    assert_eq!(cell(progress("not-started")), Some(Cell::Reported));
    assert_eq!(cell(progress("not-applicable")), Some(Cell::NotApplicable));
    assert_eq!(cell(cannot("security")), Some(Cell::Withheld));
    assert_eq!(cell(cannot("unknown")), Some(Cell::Unknown));
    assert_eq!(cell(TypedAnswer::default()), None);
    assert_eq!(
        cell(TypedAnswer {
            audience: "secretariat".into(),
            ..progress("complete")
        }),
        None
    );
}

#[test]
fn what_a_state_was_not_asked_has_no_cell() {
    // Its answer on critical infrastructure serves an item of the pledge as well, which Meridia never made.
    let mut draft = short(&[("norm-g-progress", progress("complete"))]);
    draft.tier = "full".into();
    let report = public(StateCode::MERIDIA, &draft).unwrap();
    let participation = participation(&[report], None);
    let row = participation.rows().next().unwrap();
    assert!(row.cells.keys().all(|id| row.asked.contains(id)));
    assert!(!row.asked.contains(&commitment("CDP-I")));
    assert_eq!(participation.tally(commitment("CDP-I")), Tally::default());
}

#[test]
fn a_cycle_as_the_public_sees_it() {
    let meridia = short(&[
        ("norm-g-progress", cannot("security")),
        ("norm-j-progress", progress("not-applicable")),
    ]);
    let disclosures = [
        public(StateCode::VALDORIA, &reports::valdoria()).unwrap(),
        public(StateCode::MERIDIA, &meridia).unwrap(),
    ];
    let participation = participation(&disclosures, None);
    let mut page = format!("{:?}\n", participation.year());
    for region in &participation.regions {
        writeln!(page, "{}: of {}", region.group.code(), region.participating).unwrap();
        for row in &region.reported {
            let cells: Vec<_> = row
                .cells
                .iter()
                .map(|(id, cell)| format!("{id} {}", cell.code()))
                .collect();
            let (tier, asked) = (row.tier.code(), row.asked.len());
            writeln!(
                page,
                "  {} {tier}, asked about {asked}: {}",
                row.state,
                cells.join(", ")
            )
            .unwrap();
        }
    }
    for id in ["CDP-I", "13g", "13j", "OAS-9"] {
        writeln!(page, "{id}: {:?}", participation.tally(commitment(id))).unwrap();
    }
    insta::assert_snapshot!("cycle", page);
}

#[test]
fn where_there_is_nothing_new_the_words_are_those_of_the_cycle_it_names() {
    let words = public(StateCode::VALDORIA, &reports::valdoria()).unwrap();
    let last = ReportDisclosure {
        cycle: 2025.try_into().unwrap(),
        ..words.clone()
    };
    let nothing_new = ReportDisclosure {
        content: DisclosedContent::NothingNew { since: last.cycle },
        ..words.clone()
    };
    let row = |since| {
        let report = PublicReport::of(&nothing_new, since, TUESDAY).unwrap();
        let participation = Participation::of(&cycle(), &state::invented(), &[report], &[&OPENED], None);
        participation.rows().next().cloned().unwrap()
    };
    let full = participation(std::slice::from_ref(&words), None)
        .rows()
        .next()
        .cloned()
        .unwrap();
    assert_eq!(
        row(Some(&last)),
        Row {
            tier: Tier::NothingNew,
            words: Some(last.cycle),
            ..full
        }
    );
    let silent = row(None);
    assert_eq!(
        (silent.words, silent.cells.len()),
        (None, 0),
        "that earlier report is not public"
    );
    assert!(
        PublicReport::of(&nothing_new, Some(&words), TUESDAY).is_none(),
        "of another cycle"
    );
}

#[test]
fn what_is_for_the_participating_states_is_no_public_report() {
    let shared = ReportDisclosure {
        audience: Audience::ParticipatingStates,
        ..public(StateCode::VALDORIA, &reports::valdoria()).unwrap()
    };
    assert!(PublicReport::of(&shared, None, TUESDAY).is_none());
}

#[test]
fn further_states_are_counted_once_when_the_cycle_closes_and_only_where_they_are_three() {
    let calendars = [Calendar::default()];
    let over: Timestamp = calendars[0].beginning_of("2026-07-02".parse().unwrap());
    let codes = state::invented().map(|state| state.code);
    let fix = |audiences: &[Audience], now| {
        let reports: Vec<_> = codes.into_iter().zip(audiences.iter().copied()).collect();
        ClosedFigure::fix(&cycle(), &calendars, [reports.clone(), reports].concat(), now)
    };
    let (secretariat, states) = (Audience::Secretariat, Audience::ParticipatingStates);
    assert_eq!(fix(&[secretariat; 5], TUESDAY), None, "it is still open");
    let further = |audiences: &[Audience]| fix(audiences, over).unwrap().further().map(u32::from);
    assert_eq!(further(&[secretariat, states, secretariat, Audience::Public]), Some(3));
    assert_eq!(
        further(&[secretariat, states, Audience::Public, Audience::Public]),
        None
    );
    let figure = fix(&[secretariat; 2], over).unwrap();
    let json = serde_json::to_string(&figure).unwrap();
    assert!(!json.contains("further"), "{json}: a small number is not even kept");
    assert!(serde_json::from_str::<ClosedFigure>(&json.replace("\"at\"", "\"further\":2,\"at\"")).is_err());
    let closed = participation(&[], Some(&fix(&[secretariat; 4], over).unwrap()));
    assert_eq!((closed.partial, closed.further.map(u32::from)), (false, Some(4)));
    assert!(participation(&[], None).year().partial);
}

#[test]
fn states_stand_in_the_order_of_the_alphabet_whatever_their_accents() {
    assert!(alphabetical("Tunisia") < alphabetical("Türkiye"));
    assert!(alphabetical("Türkiye") < alphabetical("Turkmenistan"));
    assert!(alphabetical("Côte d'Ivoire") < alphabetical("Croatia"));
}
