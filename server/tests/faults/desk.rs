//! What the four people do all day, and what they were told was done.

use super::client::{Client, Posted, carried};
use app::api::{
    filings::{Approve, Claim, Open, Save, SendFiling},
    onward::Then,
};
use domain::{
    draft::Typed,
    filing::Hash,
    form::{Field, Instalment, Section},
    ids::{FilingReference, FormKey, Version},
    lifecycle::Action,
    marking::Audience,
    samples::flooded_archive,
};
use std::{
    collections::BTreeMap,
    sync::atomic::{AtomicBool, Ordering},
};
use tokio::sync::mpsc::{Receiver, Sender};

/// What one person was told was done to one filing.
#[derive(Clone, Debug)]
pub struct Work {
    /// The filing.
    pub reference: FilingReference,
    /// The forms, in order.
    pub posted: Vec<Posted>,
    /// What was typed, by field.
    pub typed: BTreeMap<Field, Typed>,
    /// The commands, in order.
    pub commands: Vec<Action>,
}

impl Client {
    /// Opens a draft.
    async fn opens(&self) -> Work {
        let opened = self.does(|key| Open { key }).await;
        let reference = opened.led_to.split('/').nth(2).and_then(|name| name.parse().ok());
        let reference = reference.unwrap_or_else(|| panic!("no filing at {}", opened.led_to));
        Work {
            reference,
            posted: vec![opened],
            typed: BTreeMap::new(),
            commands: Vec::new(),
        }
    }

    /// Saves a page of a complete filing, which nobody else writes in: its version is how often it was written.
    async fn saves(&self, work: &mut Work, page: Section) {
        let (draft, own) = (flooded_archive(Audience::Public), work.posted[0].key.to_string());
        let typed = |field| match field {
            Field::NationalReference => Typed {
                text: own.clone(),
                ..Typed::default()
            },
            field => draft.typed(field),
        };
        let typed: BTreeMap<Field, Typed> = page
            .fields(Instalment::Notification)
            .map(|field| (field, typed(field)))
            .collect();
        let (reference, seen) = (work.reference.clone(), work.version());
        let answers = typed
            .iter()
            .map(|(field, typed)| (field.id().to_owned(), typed.clone()))
            .collect();
        let saved = self
            .does(|key| Save {
                reference,
                page,
                seen,
                key,
                answers,
                then: Then::Leave,
            })
            .await;
        work.posted.push(saved);
        work.typed.extend(typed);
    }

    /// Files: opens, saves every page, sends.
    pub async fn files(&self) -> Work {
        let mut work = self.opens().await;
        for page in Section::ALL {
            self.saves(&mut work, page).await;
        }
        let (reference, seen) = (work.reference.clone(), work.version());
        work.did(Action::Send, self.does(|key| SendFiling { reference, seen, key }).await);
        work
    }

    /// Approves what is on the page of this filing.
    pub async fn approves(&self, reference: &FilingReference) -> Work {
        let path = app::routes::filing(reference);
        let (seen, disclosure) = self
            .reads(&path, |page| version(page).zip(carried(page, "disclosure")))
            .await;
        let approve = |key: FormKey| Approve {
            reference: reference.clone(),
            seen,
            key,
            disclosure: Hash::from(disclosure),
        };
        Work::of(reference, Action::Approve, self.does(approve).await)
    }

    /// Claims it.
    pub async fn claims(&self, reference: &FilingReference) -> Work {
        let seen = self.reads(&app::routes::filing(reference), version).await;
        let reference = reference.clone();
        Work::of(
            &reference.clone(),
            Action::Claim,
            self.does(|key| Claim { reference, seen, key }).await,
        )
    }
}

/// The version a page's forms were drawn from.
pub fn version(page: &str) -> Option<Version> {
    carried(page, "seen")?.parse().ok().map(Version::new)
}

impl Work {
    fn of(reference: &FilingReference, action: Action, posted: Posted) -> Self {
        let mut work = Self {
            reference: reference.clone(),
            posted: Vec::new(),
            typed: BTreeMap::new(),
            commands: Vec::new(),
        };
        work.did(action, posted);
        work
    }

    fn did(&mut self, action: Action, posted: Posted) {
        self.posted.push(posted);
        self.commands.push(action);
    }

    /// How often a filing was written that only its drafter wrote in.
    fn version(&self) -> Version {
        Version::new(i64::try_from(self.posted.len()).expect("a few") - 1)
    }
}

/// Files one thing after another until the day is over, and hands each on. Whoever is alone in their State approves
/// what they drafted.
pub async fn drafts(person: Client, is_alone: bool, on: Sender<FilingReference>, over: &AtomicBool) -> Vec<Work> {
    let mut done = Vec::new();
    while !over.load(Ordering::Relaxed) {
        let work = person.files().await;
        let reference = work.reference.clone();
        done.push(work);
        if is_alone {
            done.push(person.approves(&reference).await);
        }
        on.send(reference).await.expect("somebody takes it");
    }
    done
}

/// Approves what is handed over, and hands it on.
pub async fn approves(person: Client, mut from: Receiver<FilingReference>, on: Sender<FilingReference>) -> Vec<Work> {
    let mut done = Vec::new();
    while let Some(reference) = from.recv().await {
        done.push(person.approves(&reference).await);
        on.send(reference).await.expect("somebody takes it");
    }
    done
}

/// Claims what is handed over.
pub async fn claims(person: Client, mut from: Receiver<FilingReference>) -> Vec<Work> {
    let mut done = Vec::new();
    while let Some(reference) = from.recv().await {
        done.push(person.claims(&reference).await);
    }
    done
}
