//! Mail: takes letters from the outbox and sends them, over SMTP or into a folder.
//!
//! A mail says that there is something to read, and where; never what. It passes through hands the portal does not know.
//!
//! **No letter twice, with several servers on one database.** A server takes a letter by putting it off for the length
//! of a [lease](LEASE), on the condition that nobody has put it off meanwhile: of two servers one succeeds. It gives up
//! sending well within the lease. A letter that could not be sent is due again later, ever more rarely. What remains is
//! a server that dies between handing a mail over and writing that down: another then sends it again after the lease,
//! under the same `Message-ID`, which mail programs show once. In a folder it is the same file. The opposite rule would
//! lose a letter in that moment, and a State would not learn that it was asked.

use crate::storage::{Sql, outbox::Outgoing};
use app::{
    portal::ports::{Clock, Stored},
    routes, words,
};
use domain::{cycle::Sender, ids::Timestamp, letter::Occasion};
use lettre::{
    Address, AsyncSmtpTransport, AsyncTransport, Message, Tokio1Executor,
    message::{
        Mailbox,
        header::{ContentType, HeaderName, HeaderValue},
    },
};
use std::{
    path::{Path, PathBuf},
    pin::pin,
    sync::Arc,
    time::{Duration, SystemTime},
};
use tokio::{
    fs::{self, OpenOptions},
    io::AsyncWriteExt,
    time::{sleep, timeout},
};
use uuid::Uuid;

/// For how many seconds a letter belongs to the server that took it.
const LEASE: i64 = 300;

/// How long a mail server may take: well within the lease.
const PATIENCE: Duration = Duration::from_mins(1);

/// How long to wait before looking for letters again.
const PAUSE: Duration = Duration::from_secs(2);

/// The most seconds between two attempts.
const RAREST: i64 = 3_600;

/// What takes mails away.
#[derive(Clone, Debug)]
pub enum Carrier {
    /// A mail server.
    Smtp(AsyncSmtpTransport<Tokio1Executor>),
    /// A folder, one `.eml` file a mail, readable by the owner of the process only.
    Folder(PathBuf),
}

impl Carrier {
    /// The mail server at `smtp://host`, `smtps://user:password@host:465` or
    /// `smtp://user:password@host:587?tls=required`.
    ///
    /// # Errors
    /// Where the address makes no sense. The address is in no message: it may hold a password.
    pub fn smtp(url: &str) -> Result<Self, NotSent> {
        let builder = AsyncSmtpTransport::<Tokio1Executor>::from_url(url).map_err(|_| NotSent::Address)?;
        Ok(Self::Smtp(builder.timeout(Some(PATIENCE)).build()))
    }

    async fn carry(&self, id: Uuid, mail: Message) -> Result<(), NotSent> {
        match self {
            Self::Smtp(server) => match timeout(PATIENCE, server.send(mail)).await {
                Ok(Ok(_)) => Ok(()),
                // The code alone: the rest of the answer quotes the address.
                Ok(Err(refused)) => Err(NotSent::Refused(refused.status().map(u16::from))),
                Err(_) => Err(NotSent::TooSlow),
            },
            Self::Folder(folder) => write(folder, id, &mail.formatted()).await.map_err(NotSent::Folder),
        }
    }
}

/// Under a name that is not read yet, then under its own: a reader never finds half a mail.
async fn write(folder: &Path, id: Uuid, mail: &[u8]) -> std::io::Result<()> {
    fs::create_dir_all(folder).await?;
    let (part, whole) = (folder.join(format!("{id}.part")), folder.join(format!("{id}.eml")));
    let mut options = OpenOptions::new();
    options.write(true).create(true).truncate(true);
    #[cfg(unix)]
    options.mode(0o600);
    let mut file = options.open(&part).await?;
    file.write_all(mail).await?;
    file.sync_all().await?;
    fs::rename(part, whole).await
}

/// Why a mail is not out.
#[derive(Debug, thiserror::Error)]
pub enum NotSent {
    /// An address that is none: the server's, the sender's or the addressee's.
    #[error("not an address")]
    Address,
    /// The mail could not be put together.
    #[error("not a mail: {0}")]
    Mail(lettre::error::Error),
    /// The mail server did not take it; with the code it answered, if it answered.
    #[error("refused with {0:?}")]
    Refused(Option<u16>),
    /// The mail server took too long.
    #[error("too slow")]
    TooSlow,
    /// The folder cannot be written to.
    #[error("the folder: {0}")]
    Folder(std::io::Error),
}

/// Sends what the outbox holds.
#[derive(Clone)]
pub struct Mail {
    /// Where the outbox is.
    pub store: Sql,
    /// What time it is.
    pub clock: Arc<dyn Clock>,
    /// What takes the mails away.
    pub carrier: Carrier,
    /// The sender: `Verbale <no-reply@portal.example>`.
    pub from: Mailbox,
    /// Whose names stand under letters of the secretariat.
    pub names: Names,
    /// Where the portal is, without a slash at the end: `https://portal.example`.
    pub site: String,
}

/// Whose names stand under letters of the secretariat. Where one is not given, the office stands in its place.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Names {
    /// What the secretariat is called.
    pub secretariat: Option<String>,
    /// Who heads it.
    pub head: Option<String>,
}

impl Names {
    /// Who signs, in words.
    fn of(&self, sender: Sender) -> String {
        match (sender, &self.secretariat, &self.head) {
            (Sender::Secretariat, Some(name), _) => one_line(name),
            (Sender::Head, _, Some(name)) => words::say_with("sender-head-named", &[("name", &one_line(name))]),
            (sender, ..) => words::say(&format!("sender-{}", sender.code())),
        }
    }
}

impl Mail {
    /// Send what is due, again and again, until `stop`. A mail that is being sent then is sent.
    pub async fn run(self, stop: impl Future<Output = ()>) {
        let mut stop = pin!(stop);
        loop {
            let pause = match self.send_next().await {
                Ok(true) => Duration::ZERO,
                Ok(false) | Err(_) => PAUSE,
            };
            tokio::select! {
                biased;
                () = &mut stop => return,
                () = sleep(pause) => {}
            }
        }
    }

    /// Send the next letter that is due; `false` where none is.
    ///
    /// # Errors
    /// Where the store does not answer. A mail that could not be sent is no error: it is due again later.
    pub async fn send_next(&self) -> Stored<bool> {
        let now = self.clock.now();
        let Some(letter) = self.store.take_letter(now, now.plus_seconds(LEASE)).await? else {
            return Ok(false);
        };
        let id = letter.id;
        let sent = match composed(&letter, &self.from, &self.names, &self.site, now) {
            Ok(mail) => self.carrier.carry(id, mail).await,
            Err(why) => Err(why),
        };
        match sent {
            Ok(()) => self.store.letter_sent(id, self.clock.now()).await?,
            Err(why) => {
                tracing::warn!(%id, %why, attempts = letter.attempts + 1, "a letter could not be sent");
                let wait = RAREST.min(60 << letter.attempts.min(10));
                self.store
                    .letter_failed(id, self.clock.now().plus_seconds(wait))
                    .await?;
            }
        }
        Ok(true)
    }
}

/// The mail that brings a letter.
fn composed(letter: &Outgoing, from: &Mailbox, names: &Names, site: &str, now: Timestamp) -> Result<Message, NotSent> {
    let address: Address = letter.email.parse().map_err(|_| NotSent::Address)?;
    let name = one_line(&letter.name);
    let message = format!("letter-{}", letter.occasion.code());
    let what = words::say(&format!("{message}.body"));
    let link = format!("{site}{}", place(letter));
    let sender = letter.occasion.sender().map(|sender| names.of(sender));
    let signed = sender.clone().unwrap_or_else(|| words::say("sender-portal"));
    let parts = [("name", &*name), ("what", &what), ("link", &link), ("signed", &signed)];
    let body = words::say_with("letter-frame", &parts);
    let from = Mailbox::new(sender.or_else(|| from.name.clone()), from.email.clone());
    let message_id = format!("<{}@{}>", letter.id, from.email.domain());
    let micros = u64::try_from(now.micros()).unwrap_or_default();
    Message::builder()
        .from(from)
        .to(Mailbox::new(Some(name), address))
        .subject(words::say(&message))
        .date(SystemTime::UNIX_EPOCH + Duration::from_micros(micros))
        .message_id(Some(message_id))
        // RFC 3834: nobody's out-of-office answers to this.
        .raw_header(HeaderValue::new(
            HeaderName::new_from_ascii_str("Auto-Submitted"),
            "auto-generated".into(),
        ))
        .header(ContentType::TEXT_PLAIN)
        .body(body)
        .map_err(NotSent::Mail)
}

/// Where there is something to read: a place, not the filing. Its reference would tell whoever reads mail on its way
/// that a State has reported something, and how often it has.
fn place(letter: &Outgoing) -> String {
    use Occasion as O;
    let place = match (&letter.token, letter.occasion) {
        (Some(token), _) => return routes::invitation(token),
        (None, O::ToApprove | O::Returned | O::Asked | O::Accepted | O::Published) => routes::FILINGS,
        (None, O::ToReview | O::Answered | O::ToPublish | O::Reopened | O::Withdrawn) => routes::QUEUE,
        (None, O::CycleOpened | O::Reminded | O::RemindedByHead | O::TimeDecided) => routes::REPORTS,
        (None, O::TimeAsked | O::ToOpen) => routes::PREPARATION,
        (None, O::RolesChanged) => routes::ACCOUNT,
        (None, O::Invited) => routes::SIGN_IN,
    };
    place.to_owned()
}

/// A name with a line break in it must not begin another header (OWASP ASVS 5.0, 1.3.11).
fn one_line(name: &str) -> String {
    name.split(|c: char| c.is_control())
        .filter(|part| !part.is_empty())
        .collect::<Vec<_>>()
        .join(" ")
}

#[cfg(test)]
mod tests;
