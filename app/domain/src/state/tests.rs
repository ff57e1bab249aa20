use super::{RegionalGroup as Group, *};
use std::collections::{BTreeMap, BTreeSet};

#[test]
fn the_member_and_observer_states_are_all_there_once_in_order() {
    let states = shipped();
    assert_eq!(states.len(), 193 + 2);
    assert_eq!(
        include_str!("../states.csv").lines().count(),
        states.len() + 1,
        "every line but the heading is a State"
    );
    assert_eq!(
        states.iter().map(|state| state.code).collect::<BTreeSet<_>>().len(),
        states.len()
    );
    assert_eq!(
        states.iter().map(|state| &state.name).collect::<BTreeSet<_>>().len(),
        states.len()
    );
    assert!(
        states.is_sorted_by_key(|state| letters(&state.name)),
        "alphabetical, whatever the accents"
    );
    assert!(
        states
            .iter()
            .all(|state| !state.code.is_invented() && !state.demonstration)
    );
}

/// For ordering: "Türkiye" stands after "Tunisia" and before "Turkmenistan".
fn letters(name: &str) -> String {
    name.replace('ü', "u").replace('ô', "o").to_lowercase()
}

#[test]
fn the_groups_are_as_large_as_the_united_nations_says() {
    let observers = ["PS", "VA"];
    let mut sizes = BTreeMap::new();
    for state in shipped()
        .iter()
        .filter(|state| !observers.contains(&state.code.as_str()))
    {
        *sizes.entry(state.group).or_insert(0) += 1;
    }
    let published = [
        (Group::African, 54),
        (Group::AsiaPacific, 54),
        (Group::EasternEuropean, 23),
        (Group::LatinAmericanAndCaribbean, 33),
        (Group::WesternEuropeanAndOthers, 28 + 1),
    ];
    assert_eq!(sizes, published.into());
    assert_eq!(sizes.values().sum::<i32>(), 193);
}

#[test]
fn a_few_that_are_often_got_wrong() {
    let states = shipped();
    let known = |code: &str| {
        states
            .iter()
            .find(|state| state.code.as_str() == code)
            .map(|s| (s.name.as_str(), s.group))
    };
    assert_eq!(known("TR"), Some(("Türkiye", Group::WesternEuropeanAndOthers)));
    assert_eq!(known("IL"), Some(("Israel", Group::WesternEuropeanAndOthers)));
    assert_eq!(
        known("US"),
        Some(("United States of America", Group::WesternEuropeanAndOthers))
    );
    assert_eq!(known("CY"), Some(("Cyprus", Group::AsiaPacific)));
    assert_eq!(known("KI"), Some(("Kiribati", Group::AsiaPacific)));
    assert_eq!(known("CI"), Some(("Côte d’Ivoire", Group::African)));
    assert_eq!(known("VA"), Some(("Holy See", Group::NoGroup)));
    assert_eq!(known("PS"), Some(("State of Palestine", Group::AsiaPacific)));
    assert_eq!(known("XM"), None);
}

#[test]
fn invented_states_have_the_codes_kept_for_them() {
    let states = invented();
    assert!(
        states
            .iter()
            .all(|state| state.code.is_invented() && state.demonstration)
    );
    assert!(states.is_sorted_by_key(|state| state.name.clone()));
    assert!(
        ["XA", "XM", "XZ"]
            .iter()
            .all(|code| code.parse().is_ok_and(StateCode::is_invented))
    );
    assert!(
        ["ZZ", "QM", "MX"]
            .iter()
            .all(|code| code.parse().is_ok_and(|code: StateCode| !code.is_invented()))
    );
}

#[test]
fn a_code_has_one_spelling() {
    for wrong in ["", "X", "XMM", "xm", "Xm", "X1", "ÄX", " XM", "X\n"] {
        assert_eq!(wrong.parse::<StateCode>(), Err(NotAStateCode), "{wrong:?}");
        assert!(serde_json::from_str::<StateCode>(&format!("{wrong:?}")).is_err());
    }
    assert_eq!("XM".parse(), Ok(StateCode::MERIDIA));
    assert_eq!(
        format!("{} {:?}", StateCode::MERIDIA, StateCode::MERIDIA),
        "XM StateCode(XM)"
    );
    assert_eq!(serde_json::to_string(&StateCode::MERIDIA).unwrap(), r#""XM""#);
    assert_eq!(
        serde_json::from_str::<StateCode>(r#""XM""#).unwrap(),
        StateCode::MERIDIA
    );
}

#[test]
fn a_group_is_stored_under_its_code() {
    for group in RegionalGroup::ALL {
        assert_eq!(RegionalGroup::from_code(group.code()), Some(group));
        assert_eq!(serde_json::to_string(&group).unwrap(), format!("{:?}", group.code()));
    }
}
