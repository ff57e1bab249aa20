//! What the doors of forms filled in away from the portal are asked.

use crate::{
    errands::Errand,
    reported,
    support::{
        forms::form,
        house::House,
        offline::{as_json, sent_back},
    },
};
use app::{
    api::offline::{BringBack, TakeOver, ThrowAway},
    portal::ports::{Chance, WaitingFiles},
};
use domain::{
    filing::Filing,
    ids::FilingReference,
    report::Report,
    samples::{AMINA, EMIL, TUESDAY},
};
use leptos::server_fn::ServerFn;
use serde_json::json;
use server::chance::SystemChance;

/// A new errand at one of these doors; none at any other.
pub async fn about_offline(house: &House, door: &str) -> Option<Errand> {
    if ![BringBack::PATH, TakeOver::PATH, ThrowAway::PATH].contains(&door) {
        return None;
    }
    let filing = reported::report(house).await;
    let file = as_json(&filing);
    let seen = filing.version;
    let written = |reference: FilingReference| match door {
        BringBack::PATH => {
            let parts = sent_back(&reference.to_string(), file.as_bytes());
            String::from_utf8(parts).expect("JSON is text")
        }
        TakeOver::PATH => form(&TakeOver {
            reference,
            seen,
            key: SystemChance.form_key(),
        }),
        _ => form(&ThrowAway { reference }),
    };
    waits(house, &filing).await;
    let nothing = FilingReference {
        number: 9_999,
        ..filing.reference.clone()
    };
    Some(Errand {
        form: written(filing.reference.clone()),
        about_nothing: Some(written(nothing)),
    })
}

/// A form of this report waits for both drafters of Valdoria.
async fn waits(house: &House, filing: &Filing<Report>) {
    let text = json!({
        "of": filing.reference.to_string(),
        "from": filing.version,
        "answers": { "cdp-1-progress": { "value": { "text": "limited" } } },
        "left_out": [],
        "classified": [],
        "oversized": [],
    });
    let (text, now) = (text.to_string(), TUESDAY.plus_seconds(24 * 60 * 60));
    for drafter in [AMINA, EMIL] {
        let kept = house
            .cast
            .store
            .keep_file(house.cast.actor(drafter).id, &text, now)
            .await;
        kept.expect("it waits");
    }
}
