//! The real router on a test's database, and everyone of the samples in front of it, each signed in through the
//! sign-in page.
//!
//! Everything is as it is served, except that the clock stands still and that passwords are compared as they are:
//! hundreds of sign-ins would otherwise be spent on hashing.

use super::{
    cast::{Cast, EVERYONES_PASSWORD, email},
    databases::TestDatabase,
    forms::form,
    visitors::Visitor,
};
use app::{
    api::accounts::SignIn,
    portal::ports::{Accounts, Clock, Invitation, Nomination, Passwords, Stored, World},
    routes,
};
use async_trait::async_trait;
use axum::{Router, http::header};
use domain::{
    filing::Hash,
    ids::{PersonId, Timestamp},
    people::Side,
    samples::{FARID, PEOPLE, SamplePerson, TUESDAY},
    state::StateCode,
};
use leptos::server_fn::ServerFn;
use server::{
    chance::SystemChance,
    interchange::Formats,
    sessions::Sessions,
    storage::connect::Database,
    web::{self, Settings, Web, files::Files},
};
use std::{env, sync::Arc};

/// The day after everything the cast does.
const WEDNESDAY: Timestamp = TUESDAY.plus_seconds(24 * 60 * 60);

struct Standing;

impl Clock for Standing {
    fn now(&self) -> Timestamp {
        WEDNESDAY
    }
}

struct Plain;

#[async_trait]
impl Passwords for Plain {
    async fn verify(&self, password: String, hash: Option<String>) -> bool {
        hash == Some(password)
    }

    async fn hash(&self, password: String) -> Stored<String> {
        Ok(password)
    }

    fn is_common(&self, _: &str, _: &[&str]) -> bool {
        false
    }
}

/// The portal as it is served, and who acts in it.
pub struct House {
    router: Router,
    /// Everyone of the samples, and the store.
    pub cast: Cast,
}

impl House {
    /// The portal on this database.
    pub async fn on(database: &TestDatabase) -> Self {
        Self::set_up(database, Settings::default()).await
    }

    /// The portal on this database, set up like this.
    pub async fn set_up(database: &TestDatabase, settings: Settings) -> Self {
        let cast = Cast::on(database).await;
        // Pages are kept, as they are where it is served.
        tokio::spawn(cast.store.clone().follow());
        let world = World {
            store: Arc::new(cast.store.clone()),
            clock: Arc::new(Standing),
            chance: Arc::new(SystemChance),
            passwords: Arc::new(Plain),
            interchange: Arc::new(Formats),
        };
        let readiness = Database::connect(&database.url).await.expect("a second connection");
        let files = Files::new(env::temp_dir().join("verbale-no-site"), "");
        let web = Web::new(world, Arc::new(readiness), files, settings);
        let sessions = Sessions::new(cast.store.clone(), Arc::new(Standing));
        Self {
            router: web::router(web, sessions.layer(false)),
            cast,
        }
    }

    /// Somebody who is not signed in.
    pub fn nobody(&self) -> Visitor {
        Visitor::at(self.router.clone())
    }

    /// One of the samples, signed in.
    pub async fn visitor(&self, person: SamplePerson) -> Visitor {
        self.signed_in(person.name, person.side()).await
    }

    async fn signed_in(&self, name: &str, side: Side) -> Visitor {
        let nobody = self.nobody();
        let typed = SignIn {
            email: email(name),
            password: EVERYONES_PASSWORD.to_owned(),
            next: String::new(),
        };
        let answer = nobody.posts(routes::SIGN_IN, SignIn::PATH, &form(&typed)).await;
        let cookie = answer
            .headers
            .get(header::SET_COOKIE)
            .expect("they are let in")
            .to_str()
            .expect("ASCII");
        let cookie = cookie.split(';').next().map(str::to_owned);
        nobody.known_as(name, Some(side), cookie)
    }

    /// Invites somebody who is not of the samples, with the link `token of …`.
    pub async fn invites(&self, name: &str, side: Side) -> PersonId {
        let nomination = Nomination {
            name: name.to_owned(),
            email: email(&name.replace(' ', ".")),
            side,
            nominated_by: "NV 13/2026".to_owned(),
        };
        let (token, token_hash) = (format!("token of {name}"), hash_of(name));
        let invitation = Invitation {
            token,
            token_hash,
            expires: WEDNESDAY.plus_seconds(3_600),
        };
        self.cast
            .store
            .nominate(&nomination, &invitation, None, TUESDAY)
            .await
            .expect("they are invited")
    }

    /// Somebody is let in no longer.
    pub async fn deactivates(&self, person: PersonId) {
        let by = self.cast.actor(FARID).id;
        self.cast
            .store
            .deactivate(person, by, WEDNESDAY)
            .await
            .expect("deactivated");
    }

    /// Hedda drafted for Valdoria until she was deactivated. She still has a cookie, and is nobody by it.
    async fn hedda(&self) -> Visitor {
        let side = Side::from_codes("state", Some(StateCode::VALDORIA), &["drafter"]).expect("a role of a State");
        let person = self.invites("Hedda", side.clone()).await;
        let link = hash_of("Hedda");
        self.cast
            .store
            .accept_invitation(&link, EVERYONES_PASSWORD, TUESDAY)
            .await
            .expect("the store answers");
        let visitor = self.signed_in("Hedda", side).await;
        self.deactivates(person).await;
        let cookie = visitor.cookie.clone();
        visitor.known_as("Hedda", None, cookie)
    }

    /// The same visitor with a session of their own, where they can have one.
    pub async fn anew(&self, visitor: &Visitor) -> Visitor {
        match &visitor.side {
            Some(side) => self.signed_in(&visitor.name, side.clone()).await,
            None => visitor.clone(),
        }
    }

    /// Every kind of visitor: nobody, everyone of the samples, and somebody who was deactivated.
    pub async fn everyone(&self) -> Vec<Visitor> {
        let mut everyone = vec![self.nobody()];
        for person in PEOPLE {
            everyone.push(self.visitor(*person).await);
        }
        everyone.push(self.hedda().await);
        everyone
    }
}

/// What is stored of the link of somebody.
fn hash_of(name: &str) -> String {
    Hash::of(format!("token of {name}").as_bytes()).to_string()
}
