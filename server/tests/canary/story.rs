//! What happens, all of it through forms: Amina and Emil draft, Bashir approves, Chidi reviews, Dana publishes.

use crate::{
    support::{
        forms::form,
        visitors::{House, Visitor},
    },
    written,
};
use app::{
    api::{
        accounts::SignIn,
        filings::{
            Accept, AddNote, Answer, Approve, Ask, Choose, Claim, ImportText, Publish, Reopen, ReturnFiling, Save,
            SendFiling, Withdraw,
        },
        onward::Then,
    },
    portal::ports::{Chance, Filings},
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

/// The people, and where they are.
pub struct Story<'a> {
    house: &'a House,
    amina: Visitor,
    emil: Visitor,
    bashir: Visitor,
    chidi: Visitor,
    dana: Visitor,
}

fn key() -> FormKey {
    SystemChance.form_key()
}

fn about(name: &str) -> FilingReference {
    name.parse().expect("a reference")
}

impl<'a> Story<'a> {
    /// Everyone is signed in.
    pub async fn in_(house: &'a House) -> Self {
        let (amina, emil) = (house.visitor(AMINA).await, house.visitor(EMIL).await);
        let (bashir, chidi) = (house.visitor(BASHIR).await, house.visitor(CHIDI).await);
        Self { house, amina, emil, bashir, chidi, dana: house.visitor(DANA).await }
    }

    /// Posts a form, which is not refused. What answers leads on and tells nothing.
    async fn posts<Form: ServerFn + Serialize>(&self, by: &Visitor, fields: Form) -> String {
        let answer = by.posts(routes::FILINGS, Form::PATH, &form(&fields)).await;
        let to = answer.leads_to().to_owned();
        assert!(answer.status == 302 && !to.contains("refused="), "{} at {}: {to}", by.name, Form::PATH);
        assert!(!answer.telling().contains("canary-"), "{} at {}", by.name, Form::PATH);
        to
    }

    /// Posts what is refused for this reason.
    async fn is_refused(&self, by: &Visitor, door: &str, body: &str, why: &str) {
        let answer = by.posts(routes::FILINGS, door, body).await;
        assert_eq!(answer.leads_to(), format!("/filings?refused={why}"), "{} at {door}", by.name);
        assert!(!answer.telling().contains("canary-"), "{} at {door}", by.name);
    }

    async fn now(&self, reference: &FilingReference) -> Filing {
        let own = Scope::Own(StateCode::VALDORIA);
        self.house.cast.store.filing(reference, &own).await.expect("it is read").expect("it is there")
    }

    async fn version(&self, reference: &FilingReference) -> Version {
        self.now(reference).await.version
    }

    /// What approver and publisher have in front of them.
    async fn disclosure(&self, reference: &FilingReference) -> Hash {
        seen(&self.now(reference).await, TUESDAY)
    }

    /// Amina makes a draft of a file and fills in every page.
    async fn drafts(&self, filing: &str, audience: Audience) -> FilingReference {
        let to = self.posts(&self.amina, ImportText { key: key(), text: written::event(filing) }).await;
        let reference = about(to.split('/').nth(2).expect("a filing"));
        for page in Section::ALL {
            self.saves(&self.amina, &reference, page, written::page(page, filing, audience)).await;
        }
        reference
    }

    async fn saves(&self, by: &Visitor, reference: &FilingReference, page: Section, answers: BTreeMap<String, Typed>) {
        let (reference, seen) = (reference.clone(), self.version(reference).await);
        self.posts(by, Save { reference, page, seen, key: key(), answers, then: Then::Leave }).await;
    }

    async fn sends(&self, reference: &FilingReference) {
        let (reference, seen) = (reference.clone(), self.version(reference).await);
        self.posts(&self.amina, SendFiling { reference, seen, key: key() }).await;
    }

    async fn approves(&self, reference: &FilingReference) {
        let (disclosure, seen) = (self.disclosure(reference).await, self.version(reference).await);
        self.posts(&self.bashir, Approve { reference: reference.clone(), seen, key: key(), disclosure }).await;
    }

    async fn claims(&self, reference: &FilingReference) {
        let (reference, seen) = (reference.clone(), self.version(reference).await);
        self.posts(&self.chidi, Claim { reference, seen, key: key() }).await;
    }

    async fn accepts(&self, reference: &FilingReference) {
        let (reference, seen) = (reference.clone(), self.version(reference).await);
        self.posts(&self.chidi, Accept { reference, seen, key: key() }).await;
    }

    async fn publishes(&self, reference: &FilingReference) {
        let (disclosure, seen) = (self.disclosure(reference).await, self.version(reference).await);
        self.posts(&self.dana, Publish { reference: reference.clone(), seen, key: key(), disclosure }).await;
    }

    /// A filing's whole life, up to its withdrawal.
    pub async fn is_published_and_withdrawn(&self, filing: &str) -> String {
        let reference = self.drafts(filing, Audience::Public).await;
        self.sends(&reference).await;
        self.approves(&reference).await;
        self.claims(&reference).await;
        self.accepts(&reference).await;
        self.publishes(&reference).await;
        let (seen, why) = (self.version(&reference).await, format!("canary-withdrawn-{filing}"));
        self.posts(&self.bashir, Withdraw { reference: reference.clone(), seen, key: key(), why }).await;
        reference.to_string()
    }

    /// Four drafts: for the public, for States, for the secretariat, and one that is never sent. On the first two
    /// people write at once, and some things are typed that are not kept. Returns all, that one first.
    pub async fn is_being_written(&self, withdrawn: String) -> Vec<String> {
        let first = self.drafts("a", Audience::Public).await;
        let mut filings = vec![first.to_string()];
        for (filing, audience) in [("b", Audience::ParticipatingStates), ("c", Audience::Secretariat)] {
            filings.push(self.drafts(filing, audience).await.to_string());
        }
        filings.push(self.drafts("d", Audience::Public).await.to_string());
        self.both_write(&first).await;
        self.types_what_is_not_kept(&first).await;
        filings.push(withdrawn);
        filings
    }

    /// Emil saves a page he opened before Amina filled it in.
    async fn both_write(&self, reference: &FilingReference) {
        let mut answers = written::page(Section::Notice, "a", Audience::Public);
        answers.entry("national-reference".to_owned()).or_default().text = "canary-beside-a".to_owned();
        let (reference, page, seen) = (reference.clone(), Section::Notice, Version::default());
        let to = self.posts(&self.emil, Save { reference, page, seen, key: key(), answers, then: Then::Leave }).await;
        assert!(to.ends_with("/choose"), "{to}");
    }

    async fn types_what_is_not_kept(&self, reference: &FilingReference) {
        let mut answers = written::page(Section::Response, "a", Audience::Public);
        answers.entry("measures".to_owned()).or_default().text = "NATO SECRET canary-classified-a".to_owned();
        self.saves(&self.amina, reference, Section::Response, answers).await;
        let misnamed = format!("reference={reference}&page=notice&seen=1&key={}&answers[x][text]=", key());
        self.is_refused(&self.amina, Save::PATH, &(misnamed + "canary-misnamed-a"), "malformed").await;
        let nobody = self.house.nobody();
        let address = "canary-address@example.test".to_owned();
        let typed = SignIn { email: address, password: "canary-password".to_owned(), next: String::new() };
        self.is_refused(&nobody, SignIn::PATH, &form(&typed), "sign-in-failed").await;
        // Whoever typed it has it back, on the page where they sign in again.
        let ended = format!("by={}&answers[title][text]=canary-ended", self.house.cast.actor(AMINA).id);
        let answer = nobody.posts(routes::FILINGS, Save::PATH, &ended).await;
        assert!(answer.status == 401 && answer.body.contains("canary-ended"), "{}", answer.body);
    }

    /// The first is returned, sent again, approved, asked about and answered; the answer awaits approval, and so do
    /// the next two.
    pub async fn is_asked_and_answered(&self, filings: &[String]) {
        let reference = &about(&filings[0]);
        let seen = self.version(reference).await;
        let nothing = BTreeMap::new();
        self.posts(&self.amina, Choose { reference: reference.clone(), seen, key: key(), versions: nothing }).await;
        self.sends(reference).await;
        let (seen, why) = (self.version(reference).await, "canary-returned-a".to_owned());
        self.posts(&self.bashir, ReturnFiling { reference: reference.clone(), seen, key: key(), why }).await;
        self.sends(reference).await;
        self.approves(reference).await;
        self.claims(reference).await;
        self.asks(reference).await;
        let mut answers = written::page(Section::Response, "a", Audience::Public);
        answers.entry("measures".to_owned()).or_default().text = "canary-better-a".to_owned();
        self.saves(&self.amina, reference, Section::Response, answers).await;
        let (seen, answer) = (self.version(reference).await, "canary-answer-a".to_owned());
        self.posts(&self.amina, Answer { reference: reference.clone(), seen, key: key(), answer }).await;
        for other in &filings[1..3] {
            self.sends(&about(other)).await;
        }
    }

    async fn asks(&self, reference: &FilingReference) {
        let note = |text: String| AddNote { reference: reference.clone(), key: key(), text };
        self.posts(&self.chidi, note("canary-note-a".to_owned())).await;
        let too_long = form(&note("canary-too-long-a ".repeat(300)));
        self.is_refused(&self.chidi, AddNote::PATH, &too_long, "note-too-long").await;
        let (seen, question) = (self.version(reference).await, "canary-question-a".to_owned());
        let on = Some("measures".to_owned());
        self.posts(&self.chidi, Ask { reference: reference.clone(), seen, key: key(), on, question }).await;
    }

    /// What is not for the public goes as far as it can.
    pub async fn others_are_accepted(&self, filings: &[String]) {
        for other in &filings[1..3] {
            let reference = &about(other);
            self.approves(reference).await;
            self.claims(reference).await;
            self.accepts(reference).await;
        }
    }

    /// The answer is approved, the filing accepted, reopened, accepted again and published.
    pub async fn is_published(&self, filing: &str) {
        let reference = &about(filing);
        self.approves(reference).await;
        self.accepts(reference).await;
        let (seen, why) = (self.version(reference).await, "canary-reopened-a".to_owned());
        self.posts(&self.dana, Reopen { reference: reference.clone(), seen, key: key(), why }).await;
        self.accepts(reference).await;
        self.publishes(reference).await;
    }
}
