//! A portal whose clock the test sets.

use crate::{browser::Browser, databases::TestDatabase};
use app::portal::{
    accounts::invitation::nominate,
    ports::{Accounts, Clock, Nomination, Passwords, States, Stored, World},
};
use async_trait::async_trait;
use axum::Router;
use domain::{
    ids::{PersonId, Timestamp},
    people::Side,
    samples::TUESDAY,
    state::{StateCode, invented},
};
use server::{
    chance::SystemChance,
    interchange::Formats,
    passwords::Argon2id,
    sessions::Sessions,
    storage::Sql,
    web::{self, Settings, Web, files::Files, health::Readiness},
};
use std::sync::{
    Arc,
    atomic::{AtomicI64, AtomicUsize, Ordering},
};

/// What everyone here has chosen.
pub const PASSWORD: &str = "ocelot viaduct lichen 27";

/// A clock that stands until it is moved.
#[derive(Debug)]
pub struct TestClock(AtomicI64);

impl Clock for TestClock {
    fn now(&self) -> Timestamp {
        Timestamp::from_micros(self.0.load(Ordering::SeqCst))
    }
}

/// Real passwords, counting how often one is compared.
pub struct Counting {
    passwords: Argon2id,
    compared: AtomicUsize,
}

#[async_trait]
impl Passwords for Counting {
    async fn verify(&self, password: String, hash: Option<String>) -> bool {
        self.compared.fetch_add(1, Ordering::SeqCst);
        self.passwords.verify(password, hash).await
    }

    async fn hash(&self, password: String) -> Stored<String> {
        self.passwords.hash(password).await
    }

    fn is_common(&self, password: &str, about: &[&str]) -> bool {
        self.passwords.is_common(password, about)
    }
}

struct Ready;

#[async_trait]
impl Readiness for Ready {
    async fn is_ready(&self) -> bool {
        true
    }
}

/// The portal of one test.
pub struct TestPortal {
    router: Router,
    clock: Arc<TestClock>,
    passwords: Arc<Counting>,
    /// The outside world.
    pub world: World,
    /// The store, for what no page tells.
    pub sql: Sql,
}

impl TestPortal {
    /// The portal on this database, with the invented States.
    pub async fn on(database: &TestDatabase) -> Self {
        let sql = database.sql.clone();
        for state in invented() {
            sql.put_state(&state, PersonId::new(uuid::Uuid::nil()), TUESDAY)
                .await
                .expect("a State is put");
        }
        let clock = Arc::new(TestClock(AtomicI64::new(TUESDAY.micros())));
        let passwords = Argon2id::new().expect("there is randomness");
        let passwords = Arc::new(Counting {
            passwords,
            compared: AtomicUsize::new(0),
        });
        let world = World {
            store: Arc::new(sql.clone()),
            clock: clock.clone(),
            chance: Arc::new(SystemChance),
            passwords: passwords.clone(),
            interchange: Arc::new(Formats),
        };
        // One proxy, so that a request says which network it comes from.
        let settings = Settings {
            proxies: 1,
            ..Settings::default()
        };
        let files = Files::new(std::env::temp_dir().join("verbale-no-site"), "");
        let web = Web::new(world.clone(), Arc::new(Ready), files, settings);
        let router = web::router(web, Sessions::new(sql.clone(), clock.clone()).layer(false));
        Self {
            router,
            clock,
            passwords,
            world,
            sql,
        }
    }

    /// Invite somebody. Returns the token of their link.
    pub async fn invites(&self, name: &str, side: Side) -> (PersonId, String) {
        let nomination = Nomination {
            name: name.to_owned(),
            email: email(name),
            side,
            nominated_by: "NV 12/2026".to_owned(),
        };
        let (id, link) = nominate(&self.world, &nomination, None)
            .await
            .expect("they are invited");
        (id, link.token)
    }

    /// Somebody with an account and [`PASSWORD`].
    pub async fn has(&self, name: &str, side: Side) -> PersonId {
        let (id, token) = self.invites(name, side).await;
        let hash = self
            .world
            .passwords
            .hash(PASSWORD.to_owned())
            .await
            .expect("it is hashed");
        let link = domain::filing::Hash::of(token.as_bytes());
        let accepted = self.sql.accept_invitation(link.as_str(), &hash, self.clock.now()).await;
        assert!(accepted.expect("the store answers"));
        id
    }

    /// Let time pass.
    pub fn wait(&self, seconds: i64) {
        self.clock.0.fetch_add(seconds * 1_000_000, Ordering::SeqCst);
    }

    /// What time it is.
    pub fn now(&self) -> Timestamp {
        self.clock.now()
    }

    /// How often a password has been compared.
    pub fn compared(&self) -> usize {
        self.passwords.compared.load(Ordering::SeqCst)
    }

    /// A browser that has never been here, in this network.
    pub fn browser(&self, address: &'static str) -> Browser {
        Browser::new(self.router.clone(), address)
    }

    /// A browser in which this person has signed in.
    pub async fn signed_in(&self, name: &str) -> Browser {
        let mut browser = self.browser("192.0.2.1");
        let answer = browser.signs_in(name, PASSWORD).await;
        assert!(answer.is_in(), "{name} is let in: {answer:?}");
        browser
    }
}

/// An address.
pub fn email(name: &str) -> String {
    format!("{}@example.test", name.to_lowercase())
}

/// Valdoria's point of contact with these roles.
pub fn valdoria(roles: &[&str]) -> Side {
    Side::from_codes("state", Some(StateCode::VALDORIA), roles).expect("roles of a State")
}
