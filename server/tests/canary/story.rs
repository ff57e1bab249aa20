//! What happens to the five filings, all of it through forms.

use crate::{
    acts::{Story, key},
    support::forms::form,
    written,
};
use app::{
    api::{
        accounts::SignIn,
        filings::{AddNote, Answer, Ask, Choose, Reopen, ReturnFiling, Save, Withdraw},
        onward::Then,
    },
    routes,
};
use domain::{
    form::Section,
    ids::{FilingReference, Version},
    marking::Audience,
    samples::AMINA,
};
use leptos::server_fn::ServerFn;
use std::collections::BTreeMap;

/// Filings by their references: A, B and C, D which is never sent, and E which was withdrawn.
pub type Filings = Vec<String>;

fn about(name: &str) -> FilingReference {
    name.parse().expect("a reference")
}

// One act a line, or a story does not read as one.
#[rustfmt::skip]
impl Story<'_> {
    /// The whole life of E, up to its withdrawal.
    pub async fn is_published_and_withdrawn(&self) -> String {
        let filing = self.drafts("e", Audience::Public).await;
        self.sends(&filing).await;
        self.approves(&filing).await;
        self.claims(&filing).await;
        self.accepts(&filing).await;
        self.publishes(&filing).await;
        let (reference, seen, key) = self.drawn(&filing).await;
        self.posts(&self.bashir, Withdraw { reference, seen, key, why: "canary-withdrawn-e".to_owned() }).await;
        filing.to_string()
    }

    /// Four drafts: for the public, for States, for the secretariat, and one that is never sent. On the first, two
    /// people write at once, and some things are typed that are not kept.
    pub async fn is_being_written(&self, withdrawn: String) -> Filings {
        let first = self.drafts("a", Audience::Public).await;
        let mut filings = vec![first.to_string()];
        filings.push(self.drafts("b", Audience::ParticipatingStates).await.to_string());
        filings.push(self.drafts("c", Audience::Secretariat).await.to_string());
        filings.push(self.drafts("d", Audience::Public).await.to_string());
        filings.push(withdrawn);
        self.both_write(first.clone()).await;
        self.types_what_is_not_kept(&first).await;
        filings
    }

    /// Emil saves a page he opened before Amina filled it in.
    async fn both_write(&self, reference: FilingReference) {
        let (page, seen, key) = (Section::Notice, Version::default(), key());
        let mut answers = written::page(page, "a", Audience::Public);
        "canary-beside-a".clone_into(&mut answers.entry("national-reference".to_owned()).or_default().text);
        let to = self.posts(&self.emil, Save { reference, page, seen, key, answers, then: Then::Leave }).await;
        assert!(to.ends_with("/choose"), "{to}");
    }

    async fn types_what_is_not_kept(&self, reference: &FilingReference) {
        self.measures_are(reference, "NATO SECRET canary-classified-a").await;
        let misnamed = format!("reference={reference}&page=notice&seen=1&key={}&answers[x][text]=", key());
        self.is_refused(&self.amina, Save::PATH, &(misnamed + "canary-misnamed-a"), "malformed")
            .await;
        self.nobody_signs_in().await;
        // Whoever typed it has it back, on the page where they sign in again.
        let ended = format!("by={}&answers[title][text]=canary-ended", self.house.cast.actor(AMINA).id);
        let answer = self.house.nobody().posts(routes::FILINGS, Save::PATH, &ended).await;
        assert!(answer.status == 401 && answer.body.contains("canary-ended"));
    }

    async fn nobody_signs_in(&self) {
        let typed = SignIn {
            email: "canary-address@example.test".to_owned(),
            password: "canary-password".to_owned(),
            next: String::new(),
        };
        self.is_refused(&self.house.nobody(), SignIn::PATH, &form(&typed), "sign-in-failed")
            .await;
    }

    async fn measures_are(&self, reference: &FilingReference, measures: &str) {
        let mut answers = written::page(Section::Response, "a", Audience::Public);
        measures.clone_into(&mut answers.entry("measures".to_owned()).or_default().text);
        self.saves(reference, Section::Response, answers).await;
    }

    /// A is returned, sent again, approved, asked about and answered; its answer awaits approval, and so do B and C.
    pub async fn is_asked_and_answered(&self, filings: &Filings) {
        let filing = &about(&filings[0]);
        let (reference, seen, key) = self.drawn(filing).await;
        self.posts(&self.amina, Choose { reference, seen, key, versions: BTreeMap::new() }).await;
        self.sends(filing).await;
        let (reference, seen, key) = self.drawn(filing).await;
        self.posts(&self.bashir, ReturnFiling { reference, seen, key, why: "canary-returned-a".to_owned() }).await;
        self.sends(filing).await;
        self.approves(filing).await;
        self.claims(filing).await;
        self.is_noted_and_asked(filing).await;
        self.measures_are(filing, "canary-better-a").await;
        let (reference, seen, key) = self.drawn(filing).await;
        self.posts(&self.amina, Answer { reference, seen, key, answer: "canary-answer-a".to_owned() }).await;
        for other in &filings[1..3] {
            self.sends(&about(other)).await;
        }
    }

    async fn is_noted_and_asked(&self, filing: &FilingReference) {
        let note = |text: String| AddNote { reference: filing.clone(), key: key(), text };
        self.posts(&self.chidi, note("canary-note-a".to_owned())).await;
        let too_long = form(&note("canary-too-long-a ".repeat(300)));
        self.is_refused(&self.chidi, AddNote::PATH, &too_long, "note-too-long").await;
        let ((reference, seen, key), on) = (self.drawn(filing).await, Some("measures".to_owned()));
        self.posts(&self.chidi, Ask { reference, seen, key, on, question: "canary-question-a".to_owned() }).await;
    }

    /// B and C, which are not for the public, go as far as they can.
    pub async fn others_are_accepted(&self, filings: &Filings) {
        for other in &filings[1..3] {
            let filing = &about(other);
            self.approves(filing).await;
            self.claims(filing).await;
            self.accepts(filing).await;
        }
    }

    /// The answer is approved, A accepted, reopened, accepted again and published.
    pub async fn is_published(&self, filings: &Filings) {
        let filing = &about(&filings[0]);
        self.approves(filing).await;
        self.accepts(filing).await;
        let (reference, seen, key) = self.drawn(filing).await;
        self.posts(&self.dana, Reopen { reference, seen, key, why: "canary-reopened-a".to_owned() }).await;
        self.accepts(filing).await;
        self.publishes(filing).await;
    }
}
