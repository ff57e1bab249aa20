//! Sessions: who a browser is, for how long (OWASP ASVS 5.0, 7.2 to 7.4).
//!
//! The browser holds an id of 128 random bits in a cookie; the table holds its SHA-256, so that whoever reads the table
//! can be nobody. A session ends 30 minutes after its last use and 12 hours after it began, whatever the cookie says;
//! and before that, on the server, when the person signs out, is deactivated or chooses a new password.
//!
//! Signing in begins a new session under a new id: an id that somebody planted in a browser before is worth nothing
//! after. Only the person's id is in it. What they may do is read anew for every request.
//!
//! A session that is not signed in exists where a form was refused and what was typed is kept for the next drawing of
//! it, never longer than any other.

use crate::storage::{
    Sql,
    sessions::{Kept, Over},
};
use app::portal::ports::{self, Clock, StoreError, Stored};
use async_trait::async_trait;
use domain::{
    filing::Hash,
    ids::{PersonId, Timestamp},
};
use std::{collections::HashMap, fmt, sync::Arc};
use tower_sessions::{
    Expiry, Session, SessionManagerLayer, SessionStore,
    cookie::SameSite,
    session::{Id, Record},
    session_store::{Error, Result},
};

/// Seconds without a request after which a session is over: 30 minutes.
pub const IDLE: i64 = 30 * 60;

/// Seconds after which a session is over in any case: 12 hours.
pub const LONGEST: i64 = 12 * 60 * 60;

/// Seconds within which a second request is not written down as well.
const TOUCH: i64 = 60;

/// The most characters that are kept of a form that was refused: it is longer than anything meant in earnest.
const ASIDE_MAX: usize = 8_000;

/// Under which name the person's id is in a session.
const PERSON: &str = "person";

/// The store of all sessions.
#[derive(Clone)]
pub struct Sessions {
    sql: Sql,
    clock: Arc<dyn Clock>,
}

impl Sessions {
    /// Sessions in this database, ended by this clock.
    pub fn new(sql: Sql, clock: Arc<dyn Clock>) -> Self {
        Self { sql, clock }
    }

    /// What gives requests their session, by a cookie: no script reads it, no other site sends it along, and by https
    /// (`secure`) its name binds it to this host (RFC 6265bis, `__Host-`). It is gone when the browser is closed.
    pub fn layer(self, secure: bool) -> SessionManagerLayer<Self> {
        SessionManagerLayer::new(self)
            .with_name(if secure { "__Host-verbale" } else { "verbale" })
            .with_secure(secure)
            .with_http_only(true)
            .with_same_site(SameSite::Lax)
            .with_path("/")
            .with_expiry(Expiry::OnSessionEnd)
    }

    fn over(now: Timestamp) -> Over {
        Over {
            began: now.plus_seconds(-LONGEST),
            last_seen: now.plus_seconds(-IDLE),
        }
    }
}

impl fmt::Debug for Sessions {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Sessions")
    }
}

fn hash(id: &Id) -> String {
    Hash::of(&id.0.to_le_bytes()).to_string()
}

/// Whose the session is, and what it holds as JSON.
fn content(record: &Record) -> Result<(Option<PersonId>, String)> {
    let encode = |why: serde_json::Error| Error::Encode(why.to_string());
    let person = record.data.get(PERSON).map(|id| serde_json::from_value(id.clone()));
    Ok((
        person.transpose().map_err(encode)?,
        serde_json::to_string(&record.data).map_err(encode)?,
    ))
}

fn trouble(error: StoreError) -> Error {
    Error::Backend(error.to_string())
}

#[async_trait]
impl SessionStore for Sessions {
    /// Fails where the id is taken: with 128 random bits that is no chance but a fault.
    async fn create(&self, record: &mut Record) -> Result<()> {
        let now = self.clock.now();
        let (person, content) = content(record)?;
        let kept = Kept {
            id_hash: hash(&record.id),
            person,
            content,
            began: now,
            last_seen: now,
        };
        self.sql.begin_session(kept, Self::over(now)).await.map_err(trouble)
    }

    async fn save(&self, record: &Record) -> Result<()> {
        let (person, content) = content(record)?;
        self.sql
            .keep_session(&hash(&record.id), person, &content)
            .await
            .map_err(trouble)
    }

    async fn load(&self, id: &Id) -> Result<Option<Record>> {
        let (now, id_hash) = (self.clock.now(), hash(id));
        let over = Self::over(now);
        let kept = self.sql.session(&id_hash).await.map_err(trouble)?;
        let Some(kept) = kept.filter(|kept| kept.began > over.began && kept.last_seen > over.last_seen) else {
            return Ok(None);
        };
        if now.seconds_since(kept.last_seen) >= TOUCH {
            self.sql.touch_session(&id_hash, now).await.map_err(trouble)?;
        }
        let data: HashMap<_, _> = serde_json::from_str(&kept.content).map_err(|_| Error::Decode(id_hash))?;
        Ok(Some(Record {
            id: *id,
            data,
            expiry_date: kept.began.plus_seconds(LONGEST).utc(),
        }))
    }

    async fn delete(&self, id: &Id) -> Result<()> {
        self.sql.end_session(&hash(id)).await.map_err(trouble)
    }
}

/// The session of the browser that asks.
#[derive(Clone, Debug)]
pub struct BrowserSession(pub Session);

impl BrowserSession {
    /// Who signed in here.
    ///
    /// # Errors
    /// Where the store does not answer.
    pub async fn person(&self) -> Stored<Option<PersonId>> {
        self.0.get(PERSON).await.map_err(unavailable)
    }
}

fn unavailable(error: tower_sessions::session::Error) -> StoreError {
    StoreError::Unavailable(error.to_string())
}

#[async_trait]
impl ports::Session for BrowserSession {
    async fn begin(&self, person: PersonId) -> Stored<()> {
        // Emptied, then under a new id: nothing that was in it before signing in is in it after.
        self.0.clear().await;
        self.0.cycle_id().await.map_err(unavailable)?;
        self.0.insert(PERSON, person).await.map_err(unavailable)
    }

    async fn end(&self) -> Stored<()> {
        self.0.flush().await.map_err(unavailable)
    }

    async fn set_aside(&self, form: &str, typed: String) -> Stored<()> {
        let short = typed.chars().count() <= ASIDE_MAX;
        self.0
            .insert(&aside(form), short.then_some(typed))
            .await
            .map_err(unavailable)
    }

    async fn aside(&self, form: &str) -> Stored<Option<String>> {
        Ok(self
            .0
            .get::<Option<String>>(&aside(form))
            .await
            .map_err(unavailable)?
            .flatten())
    }
}

fn aside(form: &str) -> String {
    format!("aside-{form}")
}
