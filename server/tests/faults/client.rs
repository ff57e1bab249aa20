//! Somebody with a browser, signed in once. Their session is in the database, so it outlives any server.

use super::{
    line::{self, Answer, Fate},
    program::Passwords,
};
use crate::support::forms::form;
use app::{
    api::accounts::SignIn,
    portal::ports::{Chance, Clock},
    routes,
};
use domain::ids::{FormKey, Timestamp};
use leptos::server_fn::ServerFn;
use serde::Serialize;
use server::{chance::SystemChance, clock::SystemClock};
use std::time::Duration;
use tokio::time::sleep;

/// How long to wait before trying again.
const PAUSE: Duration = Duration::from_millis(15);

/// A form, and what came of it.
#[derive(Clone, Debug)]
pub struct Posted {
    /// Who posted it, by address.
    pub by: String,
    /// Where to.
    pub door: &'static str,
    /// The key of this drawing of it.
    pub key: FormKey,
    body: String,
    /// Where it led, once it was acknowledged.
    pub led_to: String,
    /// When it was first sent again without knowing whether it had been carried out.
    pub sent_again: Option<Timestamp>,
}

/// What an answer says of a form.
#[derive(Debug, PartialEq, Eq)]
pub enum Said {
    /// It was done, and this shows it.
    Done(String),
    /// It was refused, and this says why.
    Refused(String),
    /// There is trouble on the server's side: nothing was done.
    Trouble,
}

/// Somebody with a browser.
#[derive(Clone)]
pub struct Client {
    /// Their address, by which accounts go.
    pub email: String,
    /// The server they talk to.
    pub port: u16,
    cookie: String,
}

impl Client {
    /// Signs in at this server.
    pub async fn signed_in(port: u16, email: &str, passwords: &Passwords) -> Self {
        let mut client = Self {
            email: email.to_owned(),
            port,
            cookie: String::new(),
        };
        let password = passwords[email].clone();
        let form = form(&SignIn {
            email: client.email.clone(),
            password,
            next: String::new(),
        });
        let Fate::Answered(answer) = client.post(routes::SIGN_IN, SignIn::PATH, &form).await else {
            panic!("{email} got no answer")
        };
        let cookie = answer.header("set-cookie").and_then(|cookie| cookie.split(';').next());
        client.cookie = cookie
            .unwrap_or_else(|| panic!("{email} was not let in: {}", answer.status))
            .to_owned();
        client
    }

    /// The same person with the same session, at another server.
    pub fn at(&self, port: u16) -> Self {
        Self { port, ..self.clone() }
    }

    /// Posts a form once, from this page.
    async fn post(&self, from: &str, door: &str, body: &str) -> Fate {
        let referer = format!("http://127.0.0.1:{}{from}", self.port);
        let headers = [
            ("Content-Type", "application/x-www-form-urlencoded"),
            ("Sec-Fetch-Site", "same-origin"),
            ("Referer", &referer),
            ("Cookie", &self.cookie),
        ];
        line::ask(self.port, "POST", door, &headers, body).await
    }

    /// Reads a page until what is looked for is on it.
    pub async fn reads<T>(&self, path: &str, find: impl Fn(&str) -> Option<T>) -> T {
        loop {
            if let Fate::Answered(page) = line::ask(self.port, "GET", path, &[("Cookie", &self.cookie)], "").await {
                assert!(
                    matches!(page.status, 200 | 503),
                    "{} reads {path}: {}",
                    self.email,
                    page.status
                );
                if let Some(found) = find(&page.body) {
                    return found;
                }
            }
            sleep(PAUSE).await;
        }
    }

    /// Posts a form under a key of its own, again and again, until it is acknowledged.
    pub async fn does<Form: ServerFn + Serialize>(&self, drawn: impl FnOnce(FormKey) -> Form) -> Posted {
        let key = SystemChance.form_key();
        let (door, body) = (Form::PATH, form(&drawn(key)));
        let mut posted = Posted {
            by: self.email.clone(),
            door,
            key,
            body,
            led_to: String::new(),
            sent_again: None,
        };
        loop {
            match self.post(routes::FILINGS, door, &posted.body).await {
                Fate::Answered(answer) => match said(&answer) {
                    Said::Done(led_to) => return Posted { led_to, ..posted },
                    Said::Trouble => {}
                    Said::Refused(why) => panic!("{} at {door}: {why}", self.email),
                },
                Fate::Unknown if posted.sent_again.is_none() => posted.sent_again = Some(SystemClock.now()),
                Fate::Unknown | Fate::NotSent => {}
            }
            sleep(PAUSE).await;
        }
    }

    /// Posts the very same form once more.
    pub async fn repeats(&self, posted: &Posted) -> Said {
        self.once(routes::FILINGS, posted.door, &posted.body).await
    }

    /// Posts a form once, from this page.
    pub async fn tries<Form: ServerFn + Serialize>(&self, from: &str, fields: &Form) -> Said {
        self.once(from, Form::PATH, &form(fields)).await
    }

    async fn once(&self, from: &str, door: &str, body: &str) -> Said {
        match self.post(from, door, body).await {
            Fate::Answered(answer) => said(&answer),
            Fate::NotSent | Fate::Unknown => Said::Trouble,
        }
    }
}

/// What an answer says of the form that was posted.
fn said(answer: &Answer) -> Said {
    let led_to = answer.header("location").unwrap_or_default().to_owned();
    match answer.status {
        302 if led_to.contains("refused=unavailable") => Said::Trouble,
        302 if led_to.contains("refused=") || led_to.starts_with("/sign-in") => Said::Refused(led_to),
        302 => Said::Done(led_to),
        500 | 503 => Said::Trouble,
        status => Said::Refused(status.to_string()),
    }
}

/// What a form on a page carries unseen under this name.
pub fn carried(page: &str, name: &str) -> Option<String> {
    let (_, rest) = page.split_once(&format!("name=\"{name}\" value=\""))?;
    rest.split_once('"').map(|(value, _)| value.to_owned())
}
