use super::*;
use proptest::prelude::*;

fn day(text: &str) -> Day {
    text.parse().unwrap()
}

fn calendar(zone: &str, off: &[&str]) -> Calendar {
    let weekend = [Weekday::Saturday, Weekday::Sunday].into();
    let off = off.iter().map(|text| day(text)).collect();
    Calendar::new(zone.parse().unwrap(), weekend, off).unwrap()
}

/// When it is due, as UTC, and whether it was moved.
fn due(calendar: &Calendar, set: &str) -> (String, bool) {
    let due = calendar.due(day(set));
    (due.at.utc().to_string(), due.is_moved())
}

#[test]
fn a_working_day_ends_at_midnight_there() {
    let tirana = calendar("Europe/Tirane", &[]);
    assert_eq!(
        due(&tirana, "2026-03-17"),
        ("2026-03-17 23:00:00.0 +00:00:00".into(), false)
    );
    assert_eq!(
        due(&tirana, "2026-06-16"),
        ("2026-06-16 22:00:00.0 +00:00:00".into(), false),
        "in summer"
    );
    let apia = calendar("Pacific/Apia", &[]);
    assert_eq!(
        due(&apia, "2026-03-17"),
        ("2026-03-17 11:00:00.0 +00:00:00".into(), false)
    );
}

#[test]
fn what_is_due_on_a_day_off_is_due_at_noon_of_the_next_working_day() {
    let tirana = calendar("Europe/Tirane", &["2026-03-16"]);
    // Saturday 14 March; Monday is a day off; clocks stand at UTC+1.
    assert_eq!(
        due(&tirana, "2026-03-14"),
        ("2026-03-17 11:00:00.0 +00:00:00".into(), true)
    );
    assert_eq!(
        due(&tirana, "2026-03-16"),
        ("2026-03-17 11:00:00.0 +00:00:00".into(), true)
    );
    // Over the night in which the clocks change.
    assert_eq!(
        due(&tirana, "2026-03-28"),
        ("2026-03-30 10:00:00.0 +00:00:00".into(), true)
    );
}

#[test]
fn an_hour_that_the_clocks_leave_out_is_the_one_after_it() {
    // In Cairo, 24 April 2026 begins at one o'clock: at midnight the clocks are put forward.
    let cairo = calendar("Africa/Cairo", &[]);
    assert_eq!(
        due(&cairo, "2026-04-23"),
        ("2026-04-23 22:00:00.0 +00:00:00".into(), false)
    );
}

#[test]
fn a_zone_has_one_spelling() {
    for right in [
        "Europe/Tirane",
        "UTC",
        "Asia/Kathmandu",
        "America/Argentina/Buenos_Aires",
    ] {
        assert_eq!(right.parse::<Zone>().map(String::from).as_deref(), Ok(right));
    }
    for wrong in ["", "europe/tirane", "Europe/Nowhere", "+02:00", "Etc/Unknown "] {
        assert_eq!(wrong.parse::<Zone>(), Err(NotAZone), "{wrong}");
    }
    assert!(Zone::names().len() > 400);
}

#[test]
fn a_day_has_one_spelling() {
    assert_eq!(day("2026-03-17").to_string(), "2026-03-17");
    assert_eq!(day("2026-03-17").weekday(), Weekday::Tuesday);
    for wrong in [
        "",
        "2026-3-17",
        "2026-02-30",
        "17-03-2026",
        "1899-12-31",
        "3000-01-01",
        "2026-03-17T00:00",
    ] {
        assert_eq!(wrong.parse::<Day>(), Err(NotADay), "{wrong}");
    }
}

#[test]
fn a_week_without_work_is_no_calendar() {
    let all: BTreeSet<_> = Weekday::ALL.into();
    assert_eq!(
        Calendar::new(Zone::UTC, all.clone(), BTreeSet::new()),
        Err(NotACalendar::NoWorkingDay)
    );
    let json = serde_json::to_string(&calendar("Europe/Tirane", &["2026-03-16"])).unwrap();
    assert_eq!(
        serde_json::from_str::<Calendar>(&json).unwrap(),
        calendar("Europe/Tirane", &["2026-03-16"])
    );
    let json = json.replace(
        r#""saturday""#,
        r#""monday","tuesday","wednesday","thursday","friday","saturday""#,
    );
    assert!(
        serde_json::from_str::<Calendar>(&json).is_err(),
        "from the store as well"
    );
    for weekday in all {
        assert_eq!(Weekday::from_code(weekday.code()), Some(weekday));
    }
}

proptest! {
    #[test]
    fn something_is_due_on_the_day_that_was_set_or_at_noon_of_the_first_working_day_after_it(
        zone in prop::sample::select(vec!["Europe/Tirane", "Pacific/Apia", "America/St_Johns", "Africa/Cairo", "UTC"]),
        weekdays in prop::sample::subsequence(Weekday::ALL.to_vec(), 0..7),
        off in prop::collection::btree_set(0_i64..400, 0..60),
        set in 0_i64..400,
    ) {
        let first = day("2026-01-01");
        let off = off.into_iter().map(|days| first.plus(days)).collect();
        let calendar = Calendar::new(zone.parse().unwrap(), weekdays.into_iter().collect(), off).unwrap();
        let due = calendar.due(first.plus(set));
        prop_assert!(calendar.is_working(due.falls));
        prop_assert_eq!(due.is_moved(), !calendar.is_working(due.set));
        let between = (0..).map(|days| due.set.plus(days)).take_while(|day| *day < due.falls);
        prop_assert!(between.into_iter().all(|day| !calendar.is_working(day)));
        let hours = due.at.seconds_since(calendar.beginning_of(due.falls)) / 3_600;
        prop_assert!(if due.is_moved() { (11..=13).contains(&hours) } else { (23..=25).contains(&hours) }, "{}", hours);
    }
}
