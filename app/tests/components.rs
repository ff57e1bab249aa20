//! Components, each in its states, as HTML: what a change of a component changes is read as a difference of a file.
#![cfg(feature = "ssr")]
#![allow(
    clippy::expect_used,
    clippy::too_many_lines,
    reason = "a test that cannot go on says where it stopped"
)]

use app::{
    components::{
        about::Places,
        actions::Actions,
        answers::{AnswersOfDisclosure, AnswersOfIncident, Differences, SideBySide},
        form::{ErrorSummary, FieldOf, Filled, LeftOut, Wrong},
        indicators::IndicatorTable,
        mentions::Mentions,
        pager::Pager,
        tags::{AudienceTag, StageTag, TlpLabel},
        task_list::{TaskList, tasks},
        timeline::TimelineList,
    },
    portal::{
        notes::Purpose,
        public::StateNames,
        reading::{EntrySeen, Standing},
    },
    words::{self, Language},
};
use domain::{
    draft::{Draft, Typed},
    filing::Decided,
    form::{Field, Instalment, Section},
    guard::names_others,
    ids::FormKey,
    incident::Incident,
    indicator::{Indicator, IndicatorKind},
    issue::{Issue, Issues, Problem},
    lifecycle::StageName,
    marking::{Audience, Tlp},
    people::{Actor, Side},
    policy,
    publication::Disclosure,
    samples::{AMINA, BASHIR, CHIDI, DANA, PEOPLE, SamplePerson, TUESDAY, flooded_archive, way_to},
    state,
    timeline::Office,
};
use leptos::prelude::*;

/// The HTML of a view, a tag a line. The comments by which Leptos would find its way again mean nothing to a reader, nor
/// does the end of an island's name, which says where it stands in the source.
fn html<View: IntoView>(view: impl FnOnce() -> View) -> String {
    let html = Owner::new().with(|| view().to_html());
    let mut islands = html.split("data-component=\"");
    let first = islands.next().unwrap_or_default().to_owned();
    let html = islands.fold(first, |html, island| {
        let (name, rest) = island.split_once('"').expect("an attribute ends");
        let name = name.split('_').next().unwrap_or_default();
        format!("{html}data-component=\"{name}\"{rest}")
    });
    html.replace("<!>", "").replace("<!---->", "").replace("><", ">\n<")
}

fn names() -> StateNames {
    state::invented().into_iter().map(|state| (state.code, state)).collect()
}

fn typed(text: &str) -> Typed {
    Typed {
        text: text.into(),
        ..Typed::default()
    }
}

fn several(codes: &[&str]) -> Typed {
    Typed {
        choices: codes.iter().map(|code| (*code).to_owned()).collect(),
        ..Typed::default()
    }
}

fn control(field: Field, typed: Typed, wrong: Option<Problem>) -> String {
    html(|| {
        let issues: Issues = wrong.map(|problem| Issue { field, problem }).into_iter().collect();
        let error = Wrong::of(&LeftOut::default(), &issues).on(field);
        let filled = Filled { field, typed, error };
        let states = state::invented().to_vec();
        view! { <FieldOf filled language="en".to_owned() states/> }
    })
}

fn incident(draft: &Draft) -> Incident {
    draft
        .complete(Instalment::Notification, TUESDAY)
        .expect("a complete sample")
}

#[test]
fn every_control_when_nothing_was_typed() {
    for field in Field::ALL {
        insta::assert_snapshot!(format!("empty-{}", field.id()), control(field, Typed::default(), None));
    }
}

#[test]
fn a_control_gives_back_what_was_typed_and_says_what_is_wrong() {
    let arabic = Typed {
        language: "ar".into(),
        ..typed("تعطّل السجل\n<b>ليوم واحد</b>")
    };
    let other = Typed {
        other: "Harbours".into(),
        ..several(&["energy", "other"])
    };
    let moment = Typed {
        day: "31".into(),
        month: "6".into(),
        year: "2026".into(),
        ..Typed::default()
    };
    let count = Typed {
        estimate: "estimate".into(),
        ..typed("many")
    };
    let both = Typed {
        cannot: "security".into(),
        ..typed("yes")
    };
    let held_back = Typed {
        held_back: "third-party".into(),
        ..typed("Level \"3\"")
    };
    let states = several(&["XM", "XN", "XC", "??"]);
    let wrong = [
        (Field::Title, typed(&"x".repeat(121)), Problem::TooLong { max: 120 }),
        (Field::Summary, arabic, Problem::Classified),
        (Field::NationalSeverity, held_back, Problem::NotOneLine),
        (Field::Type, typed("outdated-code"), Problem::NotOffered),
        (Field::CrossBorder, both, Problem::BothWays),
        (Field::Sectors, other, Problem::OtherNotSaid),
        (Field::BecameAware, moment, Problem::NotADate),
        (Field::AffectedCount, count, Problem::NotANumber),
        (Field::StatesAffected, states, Problem::NotOffered),
        (
            Field::Audience,
            typed("public"),
            Problem::MarkingTooStrict { strictest: Tlp::Clear },
        ),
    ];
    for (field, typed, problem) in wrong {
        insta::assert_snapshot!(format!("wrong-{}", field.id()), control(field, typed, Some(problem)));
    }
}

#[test]
fn every_problem_of_an_empty_draft_in_page_order() {
    let issues = Draft::default().issues(Instalment::Notification, TUESDAY);
    let left_out = LeftOut::named("summary".parse().ok(), "measures,suspect".parse().ok());
    let links = Wrong::of(&left_out, &issues).links(|field| format!("#{}", field.id()));
    insta::assert_snapshot!(html(|| view! { <ErrorSummary links/> }));
    assert_eq!(html(|| view! { <ErrorSummary links=Vec::new()/> }), "");
}

#[test]
fn the_task_list_says_how_far_each_page_has_come() {
    let (mut filing, _) = way_to(StageName::Draft, Audience::Public).expect("a way there");
    filing.draft.answers.remove(&Field::Title);
    filing.draft.answers.remove(&Field::Status);
    filing
        .draft
        .answers
        .retain(|field, _| field.section() != Section::Severity);
    let issues = filing.draft.issues(filing.terms, TUESDAY);
    let reference = filing.reference.clone();
    let tasks = tasks(&filing, &issues, Some(Section::Notice));
    insta::assert_snapshot!(html(
        || view! { <TaskList reference tasks current=Some(Section::Notice)/> }
    ));
}

#[test]
fn tags() {
    insta::assert_snapshot!(html(|| {
        let stages = StageName::ALL.map(|stage| view! { <StageTag stage/> });
        let labels = Tlp::ALL.map(|marking| view! { <TlpLabel marking/> });
        let audiences = Audience::ALL.map(|audience| view! { <AudienceTag audience/> });
        view! { {stages.collect_view()}{labels.collect_view()}{audiences.collect_view()} }
    }));
}

#[test]
fn what_is_withheld_is_a_reason_for_others_and_an_answer_for_the_secretariat() {
    let incident = incident(&flooded_archive(Audience::Public));
    let disclosure = Disclosure::of(&state::StateCode::VALDORIA, &incident);
    let full = incident.clone();
    insta::assert_snapshot!(
        "answers-of-incident",
        html(|| view! { <AnswersOfIncident incident=full names=names()/> })
    );
    let read = disclosure.clone();
    insta::assert_snapshot!(
        "answers-of-disclosure",
        html(|| view! { <AnswersOfDisclosure disclosure=read untitled=true/> })
    );
    let beside = html(|| view! { <SideBySide incident disclosure names=names()/> });
    assert_eq!(beside.matches("<section").count(), 2);
}

#[test]
fn only_what_changed_is_shown_as_different() {
    let before = flooded_archive(Audience::Public);
    let mut after = before.clone();
    let measures = "Failover to the second data centre in Port Amber; the cooling was repaired the same day.";
    after.answers.insert(
        Field::Measures,
        Typed {
            language: "en".into(),
            ..typed(measures)
        },
    );
    after.answers.insert(Field::Assistance, typed("offered"));
    let (before, after) = (incident(&before), incident(&after));
    let (one, other) = (before.clone(), before.clone());
    insta::assert_snapshot!(
        "differences",
        html(|| view! { <Differences before after names=names()/> })
    );
    insta::assert_snapshot!(
        "differences-none",
        html(|| view! { <Differences before=one after=other names=names()/> })
    );
}

#[test]
fn an_indicator_cannot_be_followed() {
    let indicator = |kind, value: &str, first_seen| Indicator {
        first_seen,
        ..Indicator::new(kind, value.into())
    };
    let indicators = vec![
        indicator(IndicatorKind::Url, "https://files.example/a?b=1&c=<d>", Some(TUESDAY)),
        indicator(IndicatorKind::FileName, "rēķins.exe", None),
    ];
    insta::assert_snapshot!(html(|| view! { <IndicatorTable indicators/> }));
}

#[test]
fn who_is_named_is_pointed_out() {
    let text = "Engineers from Meridia helped.";
    let mentions = names_others(text, state::StateCode::VALDORIA, &state::invented());
    insta::assert_snapshot!(html(|| view! { <Mentions mentions names=names()/> }));
}

#[test]
fn a_pager_leads_to_its_neighbours() {
    let pager = |page, pages, path: &'static str| html(|| view! { <Pager page pages path/> });
    assert_eq!(pager(1, 1, "/filings"), "");
    insta::assert_snapshot!("pager-first", pager(1, 3, "/filings"));
    insta::assert_snapshot!("pager-between", pager(3, 5, "/publications?state=XV"));
    insta::assert_snapshot!("pager-last", pager(3, 3, "/publications?state=XV"));
}

/// Where a filing stands as somebody sees it on its page.
fn seen_by(person: SamplePerson, stage: StageName) -> Standing {
    let (filing, decisions) = way_to(stage, Audience::Public).expect("a way there");
    let actor = person.actor();
    let is_own = matches!(actor.side, Side::State { .. });
    let disclosure = Disclosure::of(&filing.reference.state, &incident(&filing.draft));
    Standing {
        version: filing.version,
        state: state::invented()
            .into_iter()
            .find(|state| state.code == filing.reference.state)
            .expect("Valdoria"),
        stage: filing.stage_for(&actor),
        question: filing.stage.question().cloned(),
        offered: policy::offered(&actor, &filing),
        fingerprint: Some(disclosure.hash()),
        timeline: timeline(&decisions, &actor),
        notes: Vec::new(),
        may_note: !is_own,
        given_back: None,
        names: names(),
        key: FormKey::new(uuid()),
        by: person.id(),
        reference: filing.reference,
        is_own,
        now: TUESDAY,
    }
}

fn places() -> Places {
    Places::of_incident(Instalment::Notification)
}

fn uuid() -> uuid::Uuid {
    uuid::Uuid::from_u128(0xF0)
}

/// As the portal gives it to this reader.
fn timeline(decisions: &[Decided], actor: &Actor) -> Vec<EntrySeen> {
    let is_own = actor.side.state().is_some();
    let entries = decisions.iter().map(|decided| decided.entry.clone());
    entries
        .filter_map(|entry| entry.seen_by(actor))
        .map(|entry| {
            let person = PEOPLE
                .iter()
                .find(|person| person.id() == entry.by)
                .expect("a sample person");
            let colleague = is_own == matches!(entry.office, Office::State(_));
            let name = person.name.to_owned();
            EntrySeen {
                name: colleague.then_some(name),
                entry,
            }
        })
        .collect()
}

#[test]
fn what_is_offered_is_a_form_that_carries_what_it_was_drawn_from() {
    for (name, person, stage) in [
        ("drafter-draft", AMINA, StageName::Draft),
        ("approver-awaiting", BASHIR, StageName::AwaitingApproval),
        ("approver-published", BASHIR, StageName::Published),
        ("reviewer-submitted", CHIDI, StageName::Submitted),
        ("reviewer-reviewing", CHIDI, StageName::UnderReview),
        ("drafter-asked", AMINA, StageName::ClarificationAsked),
        ("publisher-accepted", DANA, StageName::Accepted),
    ] {
        let seen = seen_by(person, stage);
        let actions = html(|| view! { <Actions standing=&seen places=places()/> });
        insta::assert_snapshot!(format!("actions-{name}"), actions);
    }
    let nothing = seen_by(CHIDI, StageName::Published);
    assert_eq!(html(|| view! { <Actions standing=&nothing places=places()/> }), "");
}

#[test]
fn every_action_that_asks_for_words_says_when_there_are_none() {
    let purposes = [
        Purpose::Return,
        Purpose::Ask(None),
        Purpose::Answer,
        Purpose::Reopen,
        Purpose::Withdraw,
    ];
    let codes = purposes.map(|purpose| purpose.action().expect("an action").code());
    for code in codes {
        for part in ["asks", "missing"] {
            assert!(
                words::maybe(&format!("action-{code}.{part}")).is_some(),
                "{code}.{part}"
            );
        }
    }
}

#[test]
fn the_timeline_names_colleagues_and_otherwise_an_office() {
    for (name, person) in [("own", AMINA), ("secretariat", CHIDI)] {
        let entries = seen_by(person, StageName::AnswerAwaitingApproval).timeline;
        let timeline = html(|| view! { <TimelineList entries places=places()/> });
        insta::assert_snapshot!(format!("timeline-{name}"), timeline);
    }
}

#[test]
fn from_right_to_left_the_portals_words_turn_and_a_states_do_not() {
    let text = html(|| {
        provide_context(Language::Pseudo);
        let incident = incident(&flooded_archive(Audience::Public));
        view! { <AnswersOfIncident incident names=names()/> }
    });
    assert!(
        text.contains(r#"lang="en" dir="ltr">Outage of the national land register"#),
        "{text}"
    );
    assert!(!text.contains("Title"), "the portal's own words are in Arabic letters");
}
