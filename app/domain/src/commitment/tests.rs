use super::*;
use crate::state::{self, StateCode};
use proptest::prelude::*;
use std::{collections::BTreeSet, fmt::Write};

fn id(text: &str) -> CommitmentId {
    text.parse().unwrap()
}

fn circle(text: &str) -> CircleId {
    text.parse().unwrap()
}

#[test]
fn every_line_of_the_table_is_an_item_and_each_instrument_is_whole() {
    let shipped = Commitments::shipped();
    assert_eq!(
        include_str!("commitments.csv").lines().count(),
        1 + shipped.iter().count()
    );
    assert_eq!(
        include_str!("circles.csv").lines().count(),
        1 + shipped.circles().count()
    );
    let sizes = Instrument::ALL.map(|instrument| shipped.of(instrument).count());
    assert_eq!(sizes, [7, 11, 16, 8, 11]);
    for instrument in Instrument::ALL {
        let numbers: Vec<_> = shipped.of(instrument).map(|item| usize::from(item.id.item())).collect();
        assert_eq!(numbers, (1..=numbers.len()).collect::<Vec<_>>(), "{instrument:?}");
    }
}

#[test]
fn the_shipped_catalogue_is_as_agreed() {
    let mut page = String::from("id, status, addressed to, symbol, our title\n");
    for item in Commitments::shipped().iter() {
        let Commitment {
            id,
            title,
            symbol,
            status,
            circle,
        } = item;
        let status = status.code();
        writeln!(page, "{id:<9} {status:<15} {circle:<7} {symbol:<29} {title}").unwrap();
    }
    insta::assert_snapshot!("catalogue", page);
}

#[test]
fn ids_are_ordered_as_the_instruments_order_them() {
    let written = [
        "CDP-I", "CDP-IV", "CDP-V", "CDP-IX", "13a", "13k", "OSCE-2", "OSCE-10", "UN-CBM-1", "OAS-11",
    ];
    assert!(written.map(id).is_sorted());
    let wrong = [
        "", "CDP-", "CDP-0", "CDP-IIII", "cdp-i", "13", "13A", "13aa", "OSCE-0", "OSCE-08", "OSCE-+8", "OAS-27",
    ];
    for text in wrong {
        assert_eq!(text.parse::<CommitmentId>(), Err(NotACommitment), "{text}");
    }
}

#[test]
fn circles_are_as_large_as_their_organisations_say() {
    let members = |of: &str| {
        let memberships = shipped_memberships();
        let is_in = |(code, memberships): (&StateCode, &Memberships)| {
            (!code.is_invented() && memberships.circles.contains(&circle(of))).then_some(*code)
        };
        memberships.iter().filter_map(is_in).collect::<BTreeSet<_>>()
    };
    assert_eq!(
        ["allies", "osce", "oas", "un"].map(|of| members(of).len()),
        [32, 57, 34, 193]
    );
    assert!(
        members("allies").is_subset(&members("osce")),
        "every Ally takes part in the OSCE"
    );
    let known: BTreeSet<_> = state::shipped().into_iter().map(|state| state.code).collect();
    assert!(members("osce").union(&members("oas")).all(|code| known.contains(code)));
    for invented in state::invented() {
        assert!(shipped_memberships().contains_key(&invented.code), "{}", invented.name);
    }
}

#[test]
fn an_item_without_addressees_is_no_item() {
    let item = Commitments::shipped().get(id("13g")).cloned().unwrap();
    let refused = Commitments::new([], [item]).unwrap_err();
    assert_eq!((refused.item, refused.circle), (id("13g"), circle("un")));
}

fn memberships() -> impl Strategy<Value = Memberships> {
    let circles: Vec<_> = Commitments::shipped()
        .circles()
        .map(|circle| circle.id.clone())
        .collect();
    let items: Vec<_> = Commitments::shipped().iter().map(|item| item.id).collect();
    let some_circles = prop::sample::subsequence(circles.clone(), 0..=circles.len());
    let some_items = prop::sample::subsequence(items, 0..=5);
    (some_circles, some_items).prop_map(|(circles, items)| Memberships {
        circles: circles.into_iter().collect(),
        opted_into: items.into_iter().collect(),
    })
}

proptest! {
    #[test]
    fn a_state_is_asked_what_is_addressed_to_it_or_what_it_opted_into_and_nothing_else(memberships in memberships()) {
        let commitments = Commitments::shipped();
        let asked = commitments.asked_of(&memberships);
        for item in commitments.iter() {
            let addressed = memberships.circles.contains(&item.circle);
            let opted = memberships.opted_into.contains(&item.id);
            prop_assert_eq!(asked.contains_key(&item.id), addressed || opted);
            prop_assert_eq!(asked.get(&item.id) == Some(&Because::Addressed), addressed);
        }
    }

    #[test]
    fn an_id_reads_back(instrument in prop::sample::select(Instrument::ALL.to_vec()), item in 1_u8..=26) {
        let commitments = Commitments::shipped();
        if let Some(item) = commitments.of(instrument).find(|known| known.id.item() == item) {
            prop_assert_eq!(item.id.to_string().parse(), Ok(item.id));
            let json = serde_json::to_string(&item.id).unwrap();
            prop_assert_eq!(serde_json::from_str::<CommitmentId>(&json).unwrap(), item.id);
        }
    }
}
