mod classification;
mod mentions;

use super::{classification_marking, names_others};
use crate::state::{StateCode, invented, shipped};
use proptest::prelude::*;

/// A regression from linear to quadratic takes minutes here, and everyone notices. (The length is what a draft keeps.)
#[test]
fn long_texts_take_no_longer_than_they_are() {
    let hostile = [
        "n a t o ",
        "n",
        "top secret ",
        "vs - nur ",
        "/",
        " ",
        "//s",
        "N\n",
        "NATO restricted by ",
    ];
    for piece in hostile {
        let text = piece.repeat(40_000 / piece.len());
        assert_eq!(classification_marking(&text), None, "{piece:?}");
        assert!(
            names_others(&text, StateCode::MERIDIA, &shipped()).is_empty(),
            "{piece:?}"
        );
    }
}

proptest! {
    #[test]
    fn any_text_can_be_looked_at(text in any::<String>()) {
        let _ = classification_marking(&text);
        for mention in names_others(&text, StateCode::MERIDIA, &invented()) {
            prop_assert!(text.contains(&mention.text));
        }
    }

    #[test]
    fn a_marking_is_found_in_any_surroundings(
        before in "[\\p{P}\\p{Z}\n]{0,20}", gap in "[ \t\u{A0}\u{200B}_-]{0,9}", after in "[\\p{P}\\p{Z}\n]{0,20}",
    ) {
        let text = format!("{before}NATO{gap}SECRET{after}");
        prop_assert_eq!(classification_marking(&text), Some("NATO SECRET"));
    }

    #[test]
    fn a_state_is_found_in_any_surroundings(before in "[a-z ,.]{0,20}", after in "[a-z ,.]{0,20}") {
        let text = format!("{before} Northmark {after}");
        let found = names_others(&text, StateCode::MERIDIA, &invented());
        prop_assert!(found.iter().any(|mention| mention.text == "Northmark"));
    }
}
