//! The real router on a test's database, and everyone of the samples in front of it, each signed in through the
//! sign-in page.
//!
//! Everything is as it is served, except that the clock stands still and that passwords are compared as they are:
//! hundreds of sign-ins would otherwise be spent on hashing.

use super::{
    cast::{Cast, EVERYONES_PASSWORD, email},
    databases::TestDatabase,
    forms::form,
};
use app::{
    api::accounts::SignIn,
    portal::ports::{Accounts, Clock, Invitation, Nomination, Passwords, Stored, World},
    routes,
};
use async_trait::async_trait;
use axum::{
    Router,
    body::{Body, to_bytes},
    http::{HeaderMap, HeaderName, Method, Request, StatusCode, header},
};
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
use std::{env, fmt::Write, sync::Arc};
use tower::ServiceExt;

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
        let cast = Cast::on(database).await;
        let world = World {
            store: Arc::new(cast.store.clone()),
            clock: Arc::new(Standing),
            chance: Arc::new(SystemChance),
            passwords: Arc::new(Plain),
            interchange: Arc::new(Formats),
        };
        let readiness = Database::connect(&database.url).await.expect("a second connection");
        let files = Files::new(env::temp_dir().join("verbale-no-site"), "");
        let web = Web::new(world, Arc::new(readiness), files, Settings::default());
        let sessions = Sessions::new(cast.store.clone(), Arc::new(Standing));
        Self {
            router: web::router(web, sessions.layer(false)),
            cast,
        }
    }

    /// Somebody who is not signed in.
    pub fn nobody(&self) -> Visitor {
        Visitor {
            name: "nobody".to_owned(),
            side: None,
            router: self.router.clone(),
            cookie: None,
        }
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
        Visitor {
            name: name.to_owned(),
            side: Some(side),
            cookie,
            ..nobody
        }
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
        Visitor { side: None, ..visitor }
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

/// Somebody in front of the portal.
#[derive(Clone)]
pub struct Visitor {
    /// Their name.
    pub name: String,
    /// For whom they may act, as what.
    pub side: Option<Side>,
    router: Router,
    cookie: Option<String>,
}

/// What came back.
#[derive(Clone, Debug)]
pub struct Answer {
    /// The status.
    pub status: StatusCode,
    /// The headers.
    pub headers: HeaderMap,
    /// The rest.
    pub body: String,
}

impl Visitor {
    /// Asks for a page, as a browser does.
    pub async fn gets(&self, path: &str) -> Answer {
        self.asks(
            Request::get(path).header(header::ACCEPT, "text/html,*/*"),
            String::new(),
        )
        .await
    }

    /// Posts a form from this page, as a browser does.
    pub async fn posts(&self, from: &str, door: &str, form: &str) -> Answer {
        let referer = format!("http://localhost:3000{from}");
        let request = Request::post(door)
            .header(header::ACCEPT, "text/html,*/*")
            .header(header::REFERER, referer);
        self.asks(request.header(header::CONTENT_TYPE, kind(form)), form.to_owned())
            .await
    }

    /// Asks as a program does that wants no pages.
    pub async fn asks_plainly(&self, method: Method, path: &str, form: &str) -> Answer {
        let request = Request::builder()
            .method(method)
            .uri(path)
            .header(header::CONTENT_TYPE, kind(form));
        self.asks(request, form.to_owned()).await
    }

    async fn asks(&self, request: axum::http::request::Builder, body: String) -> Answer {
        let request = request
            .header(header::HOST, "localhost:3000")
            .header("sec-fetch-site", "same-origin");
        let request = match &self.cookie {
            Some(cookie) => request.header(header::COOKIE, cookie),
            None => request,
        };
        let request = request.body(Body::from(body)).expect("a request");
        let response = self.router.clone().oneshot(request).await.expect("the router answers");
        let (parts, body) = response.into_parts();
        let bytes = to_bytes(body, usize::MAX).await.expect("a whole answer");
        Answer {
            status: parts.status,
            headers: parts.headers,
            body: String::from_utf8_lossy(&bytes).into_owned(),
        }
    }
}

/// A form is sent in parts where it carries a file.
fn kind(form: &str) -> &'static str {
    if form.starts_with("--part") {
        "multipart/form-data; boundary=part"
    } else {
        "application/x-www-form-urlencoded"
    }
}

impl Answer {
    /// Where it leads.
    pub fn leads_to(&self) -> &str {
        self.headers
            .get(header::LOCATION)
            .map_or("", |to| to.to_str().expect("ASCII"))
    }

    /// Every byte of it that could tell something: without the request's id, and without the word that is drawn anew
    /// for each page's script.
    pub fn telling(&self) -> String {
        const DRAWN: [HeaderName; 2] = [HeaderName::from_static("x-request-id"), header::CONTENT_SECURITY_POLICY];
        let mut told = format!("{}\n", self.status);
        for (name, value) in self.headers.iter().filter(|(name, _)| !DRAWN.contains(name)) {
            let _ = writeln!(told, "{name}: {}", String::from_utf8_lossy(value.as_bytes()));
        }
        told + &self.body
    }
}
