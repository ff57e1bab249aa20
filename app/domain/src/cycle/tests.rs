use super::*;
use crate::{
    calendar::Weekday,
    marking::Audience,
    note::Note,
    policy::Refusal,
    questionnaire::{Frozen, Questionnaire},
    samples::{AMINA, BASHIR, BRUNO, CHIDI, DANA, ERIKA, FARID, PEOPLE, TUESDAY, reports},
};
use std::{collections::BTreeSet, sync::LazyLock};

static OPENED: LazyLock<Frozen> = LazyLock::new(|| reports::opened(Questionnaire::shipped().unwrap(), None).unwrap());

fn day(text: &str) -> Day {
    text.parse().unwrap()
}

fn note() -> Note {
    "A ministry moves house.".parse().unwrap()
}

fn plan() -> Plan {
    Plan {
        year: 2026.try_into().unwrap(),
        questionnaire: OPENED.version,
        opens: day("2026-03-02"),
        due: day("2026-05-16"),
        closes: day("2026-06-30"),
        conference: Some(Conference {
            name: "Conference on the pledge".into(),
            place: "Port Sarn".into(),
            date: day("2026-09-10"),
        }),
        participating: [StateCode::VALDORIA, StateCode::ISLE_OF_SARN].into(),
        audience: Audience::Public,
        reminders: Reminders {
            before: [30, 7].into(),
            after: [3].into(),
        },
    }
}

fn cycle() -> Cycle {
    let proposal = Proposal::of(plan(), &CHIDI.actor()).unwrap();
    proposal.open(&OPENED, &DANA.actor(), TUESDAY).unwrap()
}

fn valdoria() -> Calendar {
    let weekend = [Weekday::Saturday, Weekday::Sunday].into();
    Calendar::new("Europe/Tirane".parse().unwrap(), weekend, BTreeSet::new()).unwrap()
}

#[test]
fn a_reviewer_plans_and_another_person_opens() {
    assert_eq!(*cycle().plan(), plan());
    for person in [AMINA, DANA, FARID] {
        assert_eq!(
            Proposal::of(plan(), &person.actor()),
            Err(NotOpened::NotYours),
            "{}",
            person.name
        );
    }
    let opened = |by: &Proposal, person: crate::samples::SamplePerson| by.open(&OPENED, &person.actor(), TUESDAY);
    let hers = Proposal::of(plan(), &ERIKA.actor()).unwrap();
    assert_eq!(opened(&hers, ERIKA), Err(NotOpened::YourOwn));
    assert_eq!(opened(&hers, CHIDI), Err(NotOpened::NotYours));
    assert!(opened(&hers, DANA).is_ok());
    let other = Plan {
        questionnaire: "2027.1".parse().unwrap(),
        ..plan()
    };
    let other = Proposal::of(other, &CHIDI.actor()).unwrap();
    assert_eq!(opened(&other, DANA), Err(NotOpened::OtherQuestionnaire));
}

#[test]
fn a_plan_with_flaws_is_not_opened() {
    let wrong = Plan {
        year: 2027.try_into().unwrap(),
        opens: day("2026-05-16"),
        conference: Some(Conference {
            name: " ".into(),
            place: "NATO SECRET".into(),
            date: day("2026-01-01"),
        }),
        participating: BTreeSet::new(),
        reminders: Reminders {
            before: [300].into(),
            after: [0].into(),
        },
        ..plan()
    };
    let proposal = Proposal::of(wrong, &CHIDI.actor()).unwrap();
    let Err(NotOpened::Flawed(flaws)) = proposal.open(&OPENED, &DANA.actor(), TUESDAY) else {
        panic!("it has flaws");
    };
    let codes: Vec<_> = flaws.into_iter().map(PlanFlaw::code).collect();
    let all = [
        "days-out-of-order",
        "other-year",
        "no-states",
        "conference",
        "conference-before",
        "reminders",
        "classified",
    ];
    assert_eq!(codes, all);
    assert!(plan().flaws().is_empty());
}

#[test]
fn each_state_has_its_own_day() {
    let (cycle, valdoria) = (cycle(), valdoria());
    // 16 May 2026 is a Saturday.
    let due = cycle.due(&valdoria, None);
    assert_eq!((due.falls, due.is_moved()), (day("2026-05-18"), true));
    let at = |text: &str, hours: i64| valdoria.beginning_of(day(text)).plus_seconds(hours * 3_600);
    assert_eq!(cycle.phase(&valdoria, at("2026-03-01", 23)), Phase::NotYet);
    assert_eq!(cycle.phase(&valdoria, at("2026-03-02", 0)), Phase::Open);
    assert_eq!(
        cycle.phase(&valdoria, at("2026-06-30", 23)),
        Phase::Open,
        "late reports are taken"
    );
    assert_eq!(cycle.phase(&valdoria, at("2026-07-01", 0)), Phase::Closed);
    let elsewhere = Calendar::new("Pacific/Honolulu".parse().unwrap(), BTreeSet::new(), BTreeSet::new()).unwrap();
    let both = [&valdoria, &elsewhere];
    assert!(!cycle.is_over(both, at("2026-07-01", 1)), "it is still open elsewhere");
    assert!(cycle.is_over(both, at("2026-07-02", 0)));
}

#[test]
fn an_extension_is_asked_for_by_the_national_authority_and_moves_the_day_when_granted() {
    let (cycle, valdoria) = (cycle(), valdoria());
    let ask = |person: crate::samples::SamplePerson, until: &str| {
        Extension::ask(&cycle, day(until), note(), &person.actor(), TUESDAY)
    };
    assert_eq!(ask(AMINA, "2026-05-30"), Err(Refusal::NotYours.into()));
    assert_eq!(ask(CHIDI, "2026-05-30"), Err(Refusal::Hidden.into()));
    assert_eq!(ask(BRUNO, "2026-05-30"), Err(NotExtended::NotInThisCycle));
    assert_eq!(ask(BASHIR, "2026-05-16"), Err(NotExtended::NoSuchDay));
    assert_eq!(ask(BASHIR, "2026-07-01"), Err(NotExtended::NoSuchDay));
    let asked = ask(BASHIR, "2026-05-29").unwrap();
    assert_eq!(cycle.due(&valdoria, Some(&asked)), cycle.due(&valdoria, None));
    assert_eq!(
        asked.grant(None, &BASHIR.actor(), TUESDAY),
        Err(Refusal::NotYours.into())
    );
    let granted = asked.grant(None, &CHIDI.actor(), TUESDAY).unwrap();
    assert_eq!(granted.words(), None);
    let with_words = asked.grant(Some(note()), &CHIDI.actor(), TUESDAY).unwrap();
    assert_eq!(with_words.words(), Some(&note()));
    assert_eq!(cycle.due(&valdoria, Some(&granted)).falls, day("2026-05-29"));
    let refused = asked.refuse(note(), &CHIDI.actor(), TUESDAY).unwrap();
    assert_eq!(refused.words(), Some(&note()));
    assert_eq!(cycle.due(&valdoria, Some(&refused)), cycle.due(&valdoria, None));
    assert_eq!(refused.grant(None, &CHIDI.actor(), TUESDAY), Err(NotExtended::Decided));
}

#[test]
fn only_the_state_itself_and_the_secretariat_learn_who_is_late_or_asked_for_time() {
    let (cycle, valdoria) = (cycle(), valdoria());
    let due = cycle.due(&valdoria, None);
    let asked = Extension::ask(&cycle, day("2026-05-30"), note(), &BASHIR.actor(), TUESDAY).unwrap();
    for person in PEOPLE {
        let actor = person.actor();
        let of_valdoria = actor.side.state() == Some(&StateCode::VALDORIA);
        let may_know = of_valdoria || actor.scope() == Scope::Approved;
        let late = Cycle::lateness(&StateCode::VALDORIA, &due, None, &actor, due.at);
        assert_eq!(late, may_know.then_some(Lateness::Late), "{}", person.name);
        assert_eq!(asked.clone().seen_by(&actor).is_some(), may_know, "{}", person.name);
    }
    let lateness = |reported, now| Cycle::lateness(&StateCode::VALDORIA, &due, reported, &CHIDI.actor(), now);
    let before = due.at.plus_seconds(-1);
    assert_eq!(lateness(None, before), Some(Lateness::InTime));
    assert_eq!(lateness(Some(before), due.at), Some(Lateness::InTime));
    assert_eq!(lateness(Some(due.at), due.at), Some(Lateness::Late));
}

#[test]
fn reminders_come_from_the_secretariat_and_then_from_its_head_until_something_is_reported() {
    let (cycle, valdoria) = (cycle(), valdoria());
    let reminders = |due: &Due| cycle.reminders(&StateCode::VALDORIA, &valdoria, due);
    let all = reminders(&cycle.due(&valdoria, None));
    let when: Vec<_> = all
        .iter()
        .map(|one| (one.days, one.sender, one.at.date().to_string()))
        .collect();
    assert_eq!(
        when,
        [
            (-30, Sender::Secretariat, "2026-04-18".into()),
            (-7, Sender::Secretariat, "2026-05-11".into()),
            (3, Sender::Head, "2026-05-21".into()),
        ]
    );
    let now = |sent: &[i32], reported, at| {
        cycle
            .reminder_now(&all, &sent.iter().copied().collect(), reported, at)
            .map(|one| one.days)
    };
    let (second, last) = (all[1].at, all[2].at);
    assert_eq!(now(&[], false, all[0].at.plus_seconds(-1)), None);
    assert_eq!(
        now(&[], false, second),
        Some(-7),
        "of two that were missed, one is enough"
    );
    assert_eq!(now(&[-30, -7], false, second), None);
    assert_eq!(now(&[-30, -7], false, last), Some(3));
    assert_eq!(now(&[], true, last), None);
    let asked = Extension::ask(&cycle, day("2026-06-29"), note(), &BASHIR.actor(), TUESDAY).unwrap();
    let granted = asked.grant(None, &CHIDI.actor(), TUESDAY).unwrap();
    let later = reminders(&cycle.due(&valdoria, Some(&granted)));
    assert_eq!(
        later.iter().map(|one| one.days).collect::<Vec<_>>(),
        [-30, -7],
        "none after the cycle closes"
    );
}

#[test]
fn a_cycle_reads_back_from_the_store() {
    let json = serde_json::to_string(&cycle()).unwrap();
    assert_eq!(serde_json::from_str::<Cycle>(&json).unwrap(), cycle());
}
