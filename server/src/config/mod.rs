//! How an installation is set up: the one module that reads the environment.
//!
//! Every setting is a line of one table ([`settings::SETTINGS`]) and can be given in three places: as a flag, in the
//! environment, in a file of TOML. The first of the three that names it counts. A secret can be given as the path of a
//! file that holds it, since flags are seen by everyone on the machine and environments end up in reports of crashes.
//!
//! Whatever is wrong is said at once: whoever sets up a portal should not have to start it once for each mistake.

mod address;
mod letters;
mod settings;
mod sources;
#[cfg(test)]
mod tests;

pub use address::PublicAddress;
pub use letters::Mail;
pub use settings::{SETTINGS, Setting};
pub use sources::{Values, environment};

use crate::mail::Names;
use lettre::message::Mailbox;
use sources::Sources;
use std::{
    fmt,
    net::{Ipv4Addr, SocketAddr},
    num::NonZeroU32,
    path::{Path, PathBuf},
    str::FromStr,
};
use tracing_subscriber::EnvFilter;

/// The port where nothing else is said.
const PORT: u16 = 3000;

/// How many forms one person may post in a minute where nothing else is said: more than anybody writes.
const POSTS: u32 = 60;

/// Where reports as PDF find their fonts where nothing else is said: Debian's fonts-noto-core.
const FONTS: &str = "/usr/share/fonts/truetype/noto";

/// What is logged where nothing else is said. That there was nothing to migrate is no news.
const LOG: &str = "info,sea_orm_migration=warn";

/// How this installation is set up.
#[derive(Clone, Debug)]
pub struct Configuration {
    /// Where it listens, for plain http.
    pub listen: SocketAddr,
    /// The folder for everything it keeps.
    pub data: PathBuf,
    /// The database: `sqlite:…` or `postgres://…`.
    pub database: Secret,
    /// Where browsers reach it.
    pub public: PublicAddress,
    /// How many proxies of ours stand in front.
    pub proxies: usize,
    /// How many forms one person may post in a minute; any number, where there is none.
    pub posts: Option<NonZeroU32>,
    /// Where its mail goes.
    pub mail: Mail,
    /// Whom its mail is from.
    pub from: Mailbox,
    /// Whose names stand under letters of the secretariat.
    pub names: Names,
    /// Who operates it, as the public reads it.
    pub operator: String,
    /// Whether its States are invented.
    pub demonstration: bool,
    /// Whether its pages are in the pseudo-locale, to try them from right to left.
    pub pseudo_locale: bool,
    /// The folder with its style, fonts and scripts.
    pub site: PathBuf,
    /// Folders with the fonts of reports as PDF. Without fonts, there are no such reports.
    pub fonts: Vec<PathBuf>,
    /// What it logs: directives of `tracing_subscriber::EnvFilter`.
    pub log: String,
    /// How it writes its log; by where it writes to, where nothing is said.
    pub log_format: Option<LogFormat>,
    /// Files that hold secrets.
    pub secret_files: Vec<PathBuf>,
}

/// How lines of the log are written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LogFormat {
    /// For programs.
    Json,
    /// For people.
    Text,
}

impl FromStr for LogFormat {
    type Err = ();

    fn from_str(text: &str) -> Result<Self, ()> {
        match text {
            "json" => Ok(Self::Json),
            "text" => Ok(Self::Text),
            _ => Err(()),
        }
    }
}

/// A text that is in no log and no message.
#[derive(Clone, PartialEq, Eq)]
pub struct Secret(String);

impl Secret {
    /// A secret with this text.
    pub fn new(text: impl Into<String>) -> Self {
        Self(text.into())
    }

    /// The text, for the one who needs it.
    pub fn reveal(&self) -> &str {
        &self.0
    }
}

impl fmt::Debug for Secret {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Secret")
    }
}

/// Something wrong with the configuration.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// Where it was given, or the setting's name.
    pub at: String,
    /// What is wrong.
    pub what: String,
}

/// Everything wrong with the configuration, in the order of the settings.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub struct Problems(pub Vec<Problem>);

impl fmt::Display for Problems {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(f, "this configuration does not work:")?;
        self.0
            .iter()
            .try_for_each(|problem| writeln!(f, "  {}: {}", problem.at, problem.what))
    }
}

impl Configuration {
    /// The configuration these flags and this environment give, with the file they name.
    ///
    /// # Errors
    /// Everything that is wrong.
    pub fn read(flags: &Values, environment: &Values) -> Result<Self, Problems> {
        let mut sources = Sources::of(flags, environment);
        let listen = sources.parsed("listen", "an address and a port, such as 127.0.0.1:3000");
        let listen = listen.unwrap_or((Ipv4Addr::LOCALHOST, PORT).into());
        let data = data(&mut sources, environment);
        let public = public(&mut sources, listen);
        let configuration = Self {
            listen,
            database: database(&mut sources, &data),
            proxies: sources
                .parsed("proxies", "how many proxies stand in front, such as 1")
                .unwrap_or(0),
            posts: posts(&mut sources),
            mail: letters::mail(&mut sources, &data),
            from: letters::from(&mut sources, &public),
            names: letters::names(&sources),
            operator: operator(&mut sources),
            demonstration: sources.switch("demonstration").unwrap_or(true),
            pseudo_locale: sources.switch("pseudo-locale").unwrap_or(false),
            site: sources
                .text("site")
                .map(PathBuf::from)
                .or_else(|| beside_the_program("site"))
                .unwrap_or_default(),
            fonts: fonts(&mut sources),
            log: log(&mut sources),
            log_format: sources.parsed("log-format", "json or text"),
            secret_files: sources.secret_files(),
            data,
            public,
        };
        sources.problems().map(|()| configuration)
    }
}

/// `--data`, or where the system keeps what programs keep for a person.
fn data(sources: &mut Sources, environment: &Values) -> PathBuf {
    let folder = |name: &str| {
        environment
            .get(name)
            .map(PathBuf::from)
            .filter(|path| path.is_absolute())
    };
    let usual = || folder("XDG_DATA_HOME").or_else(|| Some(folder("HOME")?.join(".local/share")));
    let Some(data) = sources
        .text("data")
        .map(PathBuf::from)
        .or_else(|| Some(usual()?.join("verbale")))
    else {
        sources.wrong("data", "say in which folder the portal keeps its data");
        return PathBuf::new();
    };
    data
}

fn database(sources: &mut Sources, data: &Path) -> Secret {
    let Some(url) = sources.secret("database-url", "database-url-file") else {
        // In an address, these two mean something else.
        let file = data
            .join("verbale.sqlite")
            .display()
            .to_string()
            .replace('%', "%25")
            .replace('?', "%3F");
        return Secret::new(format!("sqlite://{file}"));
    };
    if !["sqlite:", "postgres:", "postgresql:"]
        .iter()
        .any(|kind| url.starts_with(kind))
    {
        sources.wrong("database-url", "begins with sqlite: or postgres:");
    }
    Secret::new(url)
}

fn public(sources: &mut Sources, listen: SocketAddr) -> PublicAddress {
    let given = sources.text("public-url");
    let address = PublicAddress::from_str(&given.unwrap_or_else(|| format!("http://{listen}")));
    address.unwrap_or_else(|why| {
        sources.wrong("public-url", &why.to_string());
        PublicAddress::on_this_machine(PORT)
    })
}

fn posts(sources: &mut Sources) -> Option<NonZeroU32> {
    let often = sources.parsed("posts", "how many forms one person may post in a minute, such as 60");
    NonZeroU32::new(often.unwrap_or(POSTS))
}

fn operator(sources: &mut Sources) -> String {
    sources
        .text("operator")
        .unwrap_or_else(|| "the operator of this demonstration".to_owned())
}

fn fonts(sources: &mut Sources) -> Vec<PathBuf> {
    let folders = sources.text("fonts").unwrap_or_else(|| FONTS.to_owned());
    std::env::split_paths(&folders).collect()
}

fn log(sources: &mut Sources) -> String {
    let filter = sources.text("log").unwrap_or_else(|| LOG.to_owned());
    if EnvFilter::try_new(&filter).is_err() {
        sources.wrong(
            "log",
            "a level, such as info, or levels by module, such as info,server=debug",
        );
    }
    filter
}

/// A file or folder next to the program, where a release has those that belong to it.
pub fn beside_the_program(name: &str) -> Option<PathBuf> {
    let program = std::env::current_exe().ok()?;
    Some(program.parent()?.join(name))
}
