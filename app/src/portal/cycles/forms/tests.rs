//! Forms at their edges.

use super::*;
use domain::{
    calendar::Calendar,
    commitment::{Commitments, shipped_memberships},
    marking::Audience,
    state::{StateCode, invented},
};

fn planned() -> PlanForm {
    PlanForm {
        year: "2026".into(),
        questionnaire: "2026.1".into(),
        opens: "2026-03-02".into(),
        due: " 2026-05-16".into(),
        closes: "2026-06-30".into(),
        conference_name: "Conference on the pledge".into(),
        conference_place: "Port Sarn".into(),
        conference_date: "2026-09-10".into(),
        states: vec!["XV".into()],
        audience: "public".into(),
        before: "30, 7".into(),
        after: "3".into(),
        ..PlanForm::default()
    }
}

fn mistakes(change: impl FnOnce(&mut PlanForm)) -> Vec<Mistake> {
    let mut form = planned();
    change(&mut form);
    let (states, memberships) = (invented(), shipped_memberships());
    let versions = ["2026.1".parse().unwrap()];
    let known = Known {
        versions: &versions,
        states: &states,
        memberships: &memberships,
    };
    match form.plan(&known) {
        Ok(plan) => {
            assert_eq!(PlanForm::from(&plan).plan(&known), Ok(plan), "it reads back");
            Vec::new()
        }
        Err(wrong) => wrong,
    }
}

#[test]
fn a_plan_tells_every_mistake_at_once_in_the_order_of_the_form() {
    assert_eq!(mistakes(|_| {}), []);
    assert_eq!(
        mistakes(|form| *form = PlanForm {
            conference_place: "Port Sarn".into(),
            before: "soon".into(),
            ..PlanForm::default()
        }),
        [
            Mistake::Year,
            Mistake::Questionnaire,
            Mistake::Opens,
            Mistake::Due,
            Mistake::Closes,
            Mistake::ConferenceDate,
            Mistake::NoStates,
            Mistake::Audience,
            Mistake::Reminders
        ]
    );
    assert_eq!(
        mistakes(|form| (form.due, form.audience) = ("2027-05-16".into(), String::new())),
        [
            Mistake::DaysOutOfOrder,
            Mistake::OtherYear,
            Mistake::ConferenceBefore,
            Mistake::Audience,
            Mistake::Reminders
        ],
    );
    assert_eq!(mistakes(|form| form.states = vec!["XQ".into()]), [Mistake::States]);
    assert_eq!(
        mistakes(|form| form.conference_name = "NATO SECRET".into()),
        [Mistake::Classified]
    );
    assert_eq!(mistakes(|form| form.before = "300".into()), [Mistake::Reminders]);
}

#[test]
fn a_circle_stands_for_its_states() {
    let (memberships, states) = (shipped_memberships(), invented());
    let of = memberships
        .iter()
        .find(|(code, _)| code.is_invented())
        .map(|(_, of)| of)
        .unwrap();
    let circle = of.circles.first().unwrap().to_string();
    let form = PlanForm {
        circle,
        states: vec![String::new()],
        ..planned()
    };
    let versions = ["2026.1".parse().unwrap()];
    let known = Known {
        versions: &versions,
        states: &states,
        memberships: &memberships,
    };
    let participating = form.plan(&known).unwrap().participating;
    assert!(!participating.is_empty() && participating.iter().all(|code: &StateCode| code.is_invented()));
}

#[test]
fn what_carries_a_marking_is_not_kept() {
    let form = PlanForm {
        conference_name: "NATO SECRET".into(),
        ..planned()
    }
    .unmarked();
    assert_eq!(
        (form.conference_name.as_str(), form.conference_place.as_str()),
        ("", "Port Sarn")
    );
    assert_eq!(Audience::from_code(&form.audience), Some(Audience::Public));
}

#[test]
fn a_calendar_names_the_lines_that_are_no_day() {
    let form = |days_off: &str| CalendarForm {
        zone: "Europe/Tirane".into(),
        weekdays: vec![String::new(), "sunday".into()],
        days_off: days_off.into(),
    };
    let calendar = form("2026-03-16\r\n\r\n 2026-11-28 \n").calendar().unwrap();
    assert_eq!(calendar.days_off().len(), 2);
    assert_eq!(CalendarForm::from(&calendar).calendar(), Ok(calendar));
    assert_eq!(
        form("2026-03-16\n16 March\n\nx").calendar(),
        Err(vec![Mistake::DayOff(2), Mistake::DayOff(4)])
    );
    let all = CalendarForm {
        zone: "Tirana".into(),
        weekdays: domain::calendar::Weekday::ALL.map(|day| day.code().to_owned()).into(),
        days_off: "x".into(),
    };
    assert_eq!(
        all.calendar(),
        Err(vec![Mistake::Zone, Mistake::Weekdays, Mistake::DayOff(1)])
    );
    assert_eq!(form(&"x".repeat(7_000)).calendar(), Err(vec![Mistake::DaysOffLong]));
    assert_eq!(CalendarForm::from(&Calendar::default()).zone, "UTC");
}

#[test]
fn a_commitment_is_one_of_an_instrument_and_has_a_circle() {
    let known = Commitments::shipped();
    let first = known.iter().next().unwrap();
    let form = CommitmentForm::from(first);
    assert_eq!(form.commitment(&known, false).as_ref(), Ok(first));
    assert_eq!(form.commitment(&known, true), Err(vec![Mistake::ItemTaken]));
    let empty = CommitmentForm::default().commitment(&known, true);
    assert_eq!(
        empty,
        Err(vec![
            Mistake::Item,
            Mistake::Title,
            Mistake::Symbol,
            Mistake::Status,
            Mistake::Circle
        ])
    );
    assert_eq!(
        CircleForm::default().circle(),
        Err(vec![Mistake::CircleId, Mistake::CircleName])
    );
}
