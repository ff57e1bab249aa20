//! What each of the people does, one form at a time.

use crate::{
    support::{forms::form, house::House, visitors::Visitor},
    written,
};
use app::{
    api::{
        filings::{Accept, Approve, Claim, ImportText, Publish, Save, SendFiling},
        onward::Then,
    },
    portal::ports::Chance,
    routes,
};
use domain::{
    draft::Typed,
    filing::{Filing, Hash},
    form::Section,
    ids::{FilingReference, FormKey, Version},
    marking::Audience,
    people::Scope,
    samples::{AMINA, BASHIR, CHIDI, DANA, EMIL, TUESDAY, seen},
    state::StateCode,
};
use leptos::server_fn::ServerFn;
use serde::Serialize;
use server::chance::SystemChance;
use std::collections::BTreeMap;

/// The people, signed in: Amina and Emil draft, Bashir approves, Chidi reviews, Dana publishes.
pub struct Story<'a> {
    pub house: &'a House,
    pub amina: Visitor,
    pub emil: Visitor,
    pub bashir: Visitor,
    pub chidi: Visitor,
    pub dana: Visitor,
}

/// A key for a form.
pub fn key() -> FormKey {
    SystemChance.form_key()
}

// One act a line, or a story does not read as one.
#[rustfmt::skip]
impl<'a> Story<'a> {
    /// Everyone signs in.
    pub async fn in_(house: &'a House) -> Self {
        let amina = house.visitor(AMINA).await;
        let emil = house.visitor(EMIL).await;
        let bashir = house.visitor(BASHIR).await;
        let chidi = house.visitor(CHIDI).await;
        let dana = house.visitor(DANA).await;
        Self {
            house,
            amina,
            emil,
            bashir,
            chidi,
            dana,
        }
    }

    /// Posts a form, which is not refused. What answers leads on and tells nothing.
    pub async fn posts<Form: ServerFn + Serialize>(&self, by: &Visitor, fields: Form) -> String {
        let answer = by.posts(routes::FILINGS, Form::PATH, &form(&fields)).await;
        let (to, what) = (answer.leads_to().to_owned(), format!("{} at {}", by.name, Form::PATH));
        assert!(answer.status == 302 && !to.contains("refused="), "{what}: {to}");
        assert!(!answer.telling().contains("canary-"), "{what}");
        to
    }

    /// Posts what is refused for this reason.
    pub async fn is_refused(&self, by: &Visitor, door: &str, body: &str, why: &str) {
        let answer = by.posts(routes::FILINGS, door, body).await;
        let led_back = format!("{}?refused={why}", routes::FILINGS);
        assert_eq!(answer.leads_to(), led_back, "{} at {door}", by.name);
        assert!(!answer.telling().contains("canary-"), "{} at {door}", by.name);
    }

    async fn now(&self, reference: &FilingReference) -> Filing {
        let own = Scope::Own(StateCode::VALDORIA);
        let filing = self.house.cast.incidents().filing(reference, &own).await;
        filing.expect("it is read").expect("it is there")
    }

    /// What every form about a filing carries.
    pub async fn drawn(&self, reference: &FilingReference) -> (FilingReference, Version, FormKey) {
        (reference.clone(), self.now(reference).await.version, key())
    }

    /// What approver and publisher have in front of them.
    async fn disclosure(&self, reference: &FilingReference) -> Hash {
        seen(&self.now(reference).await, TUESDAY)
    }

    /// Amina makes a draft of a file and fills in every page.
    pub async fn drafts(&self, filing: &str, audience: Audience) -> FilingReference {
        let to = self.posts(&self.amina, ImportText { key: key(), text: written::event(filing) }).await;
        let reference = to.split('/').nth(2).and_then(|name| name.parse().ok()).expect("a filing");
        for page in Section::ALL {
            self.saves(&reference, page, written::page(page, filing, audience)).await;
        }
        reference
    }

    /// Amina saves a page.
    pub async fn saves(&self, reference: &FilingReference, page: Section, answers: BTreeMap<String, Typed>) {
        let (reference, seen, key) = self.drawn(reference).await;
        self.posts(&self.amina, Save { reference, page, seen, key, answers, then: Then::Leave }).await;
    }

    /// Amina sends it.
    pub async fn sends(&self, reference: &FilingReference) {
        let (reference, seen, key) = self.drawn(reference).await;
        self.posts(&self.amina, SendFiling { reference, seen, key }).await;
    }

    /// Bashir approves it.
    pub async fn approves(&self, reference: &FilingReference) {
        let (disclosure, (reference, seen, key)) = (self.disclosure(reference).await, self.drawn(reference).await);
        self.posts(&self.bashir, Approve { reference, seen, key, disclosure }).await;
    }

    /// Chidi claims it.
    pub async fn claims(&self, reference: &FilingReference) {
        let (reference, seen, key) = self.drawn(reference).await;
        self.posts(&self.chidi, Claim { reference, seen, key }).await;
    }

    /// Chidi accepts it.
    pub async fn accepts(&self, reference: &FilingReference) {
        let (reference, seen, key) = self.drawn(reference).await;
        self.posts(&self.chidi, Accept { reference, seen, key }).await;
    }

    /// Dana publishes it.
    pub async fn publishes(&self, reference: &FilingReference) {
        let (disclosure, (reference, seen, key)) = (self.disclosure(reference).await, self.drawn(reference).await);
        self.posts(&self.dana, Publish { reference, seen, key, disclosure }).await;
    }
}
