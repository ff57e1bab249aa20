//! The demonstration: invented States, people with accounts, and filings at every stage.
//!
//! It is loaded once, into a portal where there is nobody yet. Passwords are drawn at that moment and shown once;
//! accounts are made as an administrator makes them, and filings are [lived again](replay) step by step. Who and what is
//! in it stands in two files of TOML beside this one, for people who want to change it and do not program.

mod opened;
mod progress;
mod replay;
mod story;

use app::{
    error::PortalError,
    portal::{
        Portal, Visitor,
        accounts::{forms::PasswordForm, invitation},
        ports::{Clock, Nomination, Session, StoreError, Stored, World},
    },
};
use async_trait::async_trait;
use domain::{
    commitment::shipped_memberships,
    filing::Hash,
    ids::{PersonId, Timestamp},
    people::Side,
    policy::Refusal,
    state,
};
use replay::Replay;
use std::{collections::BTreeMap, fmt::Write, sync::Arc};
use story::{people, stories};

/// An account of the demonstration, as it is shown once.
#[derive(Clone, PartialEq, Eq)]
pub struct Account {
    /// Whose it is.
    pub name: String,
    /// For whom they act, as what.
    pub side: Side,
    /// What they sign in with.
    pub email: String,
    /// And with what password.
    pub password: String,
}

/// Why the demonstration was not loaded, or not to its end.
#[derive(Debug, thiserror::Error)]
pub enum NotSeeded {
    /// What is written down makes no sense.
    #[error("{0}")]
    Unreadable(String),
    /// The store refused.
    #[error("{0}")]
    Store(#[from] StoreError),
    /// The portal refused.
    #[error("{0}")]
    Portal(#[from] PortalError),
    /// The words of a step are none.
    #[error("{0}")]
    Words(#[from] Refusal),
}

impl NotSeeded {
    fn nobody(name: &str) -> Self {
        Self::Unreadable(format!("{name} cannot do that"))
    }
}

/// Who keeps the accounts of the demonstration.
const ADMINISTRATOR: (&str, &str) = ("Farid Amrani", "farid.amrani@secretariat.example");

/// What stands in place of the note by which somebody was nominated.
const NOTE: &str = "Demonstration";

/// Load the demonstration. `None` where there is somebody already.
///
/// # Errors
/// Where the store or the portal refuse: the demonstration is then in part there.
pub async fn load(world: &World) -> Result<Option<Vec<Account>>, NotSeeded> {
    if !world.store.people().await?.is_empty() {
        return Ok(None);
    }
    let (people, stories) = (people()?, stories()?);
    let (name, email) = ADMINISTRATOR;
    let (administrator, first) = account(world, name, email.to_owned(), Side::Administrator, None).await?;
    let circles = shipped_memberships();
    for state in state::invented() {
        let (code, now) = (state.code, world.clock.now());
        world.store.put_state(&state, administrator, now).await?;
        if let Some(memberships) = circles.get(&code) {
            world
                .store
                .put_memberships(&code, memberships, administrator, now)
                .await?;
        }
    }
    let (mut accounts, mut ids) = (vec![first], BTreeMap::new());
    for person in &people {
        let (id, account) = account(world, &person.name, person.email(), person.side()?, Some(administrator)).await?;
        ids.insert(person.name.clone(), id);
        accounts.push(account);
    }
    let replay = Replay { world, people: &ids };
    for story in &stories.filing {
        replay.live(&stories, story).await?;
    }
    replay.report(&progress::reports()?).await?;
    Ok(Some(accounts))
}

/// Nominates somebody and chooses their password by the link, as they would.
async fn account(
    world: &World,
    name: &str,
    email: String,
    side: Side,
    by: Option<PersonId>,
) -> Result<(PersonId, Account), NotSeeded> {
    let nomination = Nomination {
        name: name.to_owned(),
        email,
        side,
        nominated_by: NOTE.to_owned(),
    };
    let (id, link) = invitation::nominate(world, &nomination, by).await?;
    let password = password(&world.chance.token());
    let form = PasswordForm {
        password: password.clone(),
        again: password.clone(),
    };
    portal(world.clone(), Visitor::default())
        .choose_password(&link.token, form)
        .await?;
    Ok((
        id,
        Account {
            name: nomination.name,
            side: nomination.side,
            email: nomination.email,
            password,
        },
    ))
}

/// A password that can be read out on the telephone: 80 random bits in five words of alternating consonants and vowels
/// (proquints, arXiv:0901.4016).
fn password(chance: &str) -> String {
    const CONSONANTS: [char; 16] = [
        'b', 'd', 'f', 'g', 'h', 'j', 'k', 'l', 'm', 'n', 'p', 'r', 's', 't', 'v', 'z',
    ];
    const VOWELS: [char; 4] = ['a', 'i', 'o', 'u'];
    let digits = Hash::of(chance.as_bytes());
    let word = |word: usize| -> String {
        let bits = usize::from_str_radix(&digits.as_str()[word * 4..word * 4 + 4], 16).unwrap_or_default();
        let (consonant, vowel) = (
            |at: usize| CONSONANTS[bits >> at & 15],
            |at: usize| VOWELS[bits >> at & 3],
        );
        [consonant(12), vowel(10), consonant(6), vowel(4), consonant(0)]
            .iter()
            .collect()
    };
    (0..5).map(word).collect::<Vec<_>>().join("-")
}

/// The accounts as a table, for the person at the terminal.
pub fn table(accounts: &[Account]) -> String {
    let mut table = String::from("The demonstration is loaded. Its States, people and incidents are invented.\n\n");
    for account in accounts {
        let Account {
            name, email, password, ..
        } = account;
        // A text takes everything that is written to it.
        _ = writeln!(
            table,
            "{:<42} {name:<15} {email:<34} {password}",
            acts_as(&account.side)
        );
    }
    table.push_str("\nThese passwords are shown this once.\n");
    table
}

fn acts_as(side: &Side) -> String {
    let roles = side.role_codes().join(", ");
    let state = side
        .state()
        .and_then(|code| state::invented().into_iter().find(|state| state.code == *code));
    match state {
        Some(state) => format!("{}: {roles}", state.name),
        None if roles.is_empty() => side.code().to_owned(),
        None => format!("{}: {roles}", side.code()),
    }
}

/// A clock that stands still.
struct Then(Timestamp);

impl Clock for Then {
    fn now(&self) -> Timestamp {
        self.0
    }
}

/// The portal as somebody meets it who is in no browser.
fn portal(world: World, visitor: Visitor) -> Portal {
    Portal {
        world,
        session: Arc::new(NoBrowser),
        visitor,
    }
}

/// There is no browser that could have a session.
struct NoBrowser;

const NO_BROWSER: &str = "there is no browser";

#[async_trait]
impl Session for NoBrowser {
    async fn begin(&self, _person: PersonId) -> Stored<()> {
        Err(StoreError::Unavailable(NO_BROWSER.to_owned()))
    }

    async fn end(&self) -> Stored<()> {
        Ok(())
    }

    async fn set_aside(&self, _form: &str, _typed: String) -> Stored<()> {
        Err(StoreError::Unavailable(NO_BROWSER.to_owned()))
    }

    async fn aside(&self, _form: &str) -> Stored<Option<String>> {
        Ok(None)
    }
}

#[cfg(test)]
mod tests;
