//! The web: from a request to the portal and back.
//!
//! A request passes the [`layers`], is matched against the [`doors`], and meets a page ([`pages`], [`kept`]) or a server function
//! ([`router`]). Both get a [`Portal`](app::portal::Portal) made for this visitor ([`visitor`]); whatever is decided is
//! decided behind it. Two things a form can meet on its way are here as well: a refusal ([`refused`]) and the end of
//! its session ([`ended`]).
//!
//! # Threat model
//!
//! The web server sees everything in clear. What somebody gains who takes one part of the portal, and what stands
//! against it:
//!
//! **A visitor who is not signed in**
//! - can read what is published, and nothing else: publications are another type than filings, and the public site has
//!   no session at all;
//! - cannot tell a hidden filing from one that does not exist: status and bytes are the same;
//! - can try passwords, ever more slowly, from any number of networks, without locking anybody out for good;
//! - can ask for much at once: bodies and time are bounded, sign-in hashes few passwords at a time, and whoever posts
//!   more than a person could waits ([`flood`]).
//!
//! **Another site, in the browser of somebody who is signed in**
//! - cannot post a form: `Sec-Fetch-Site` or `Origin` give it away, and the cookie is `SameSite=Lax` besides;
//! - cannot frame a page, read a response, learn an address from a referrer, or send anybody away from here by a link
//!   that begins here ([`LocalPath`](app::local_path::LocalPath)).
//!
//! **A State's account**
//! - can read and change what that person may, for as long as the session lives: 30 minutes of silence, 12 hours in all;
//! - cannot submit alone what it drafted, where the State has two people; every act is in the timeline and the log;
//! - cannot run a script in a reviewer's browser: text is escaped, and no script runs without the word of its page.
//!
//! **A secretariat's account**
//! - can read what States submitted; cannot change a word of it, nor its marking or audience;
//! - cannot publish what it accepted: the second person compares the bytes.
//!
//! **An administrator's account**
//! - can invite people and end accounts, which is logged and told to the people of the State concerned;
//! - sees no filing and chooses nobody's password; could invite a person of their own into a State, and that State is
//!   told.
//!
//! **A copy of the database, or a backup**
//! - has every filing in clear: it must be encrypted where it lies;
//! - has no password (argon2id), no session id and no invitation (hashes of random values).
//!
//! **Write access to the database**
//! - can change or hide filings, timeline and log; what was submitted carries a hash, and acknowledgements printed
//!   before carry the old one. Making the log tamper-evident is not built yet.
//!
//! **The mail provider**
//! - can read that there is something to read, and whose; can use an invitation before the person invited does, who then
//!   finds it used.
//!
//! **The program or its machine**
//! - can do everything. Dependencies are pinned and checked for licence and origin; the browser's part is built from the
//!   same sources, and pages name its files by the hash of their content.

mod by_weight;
pub mod csp;
pub mod doors;
pub mod ended;
pub mod faces;
pub mod files;
pub mod flood;
pub mod health;
pub mod kept;
pub mod layers;
pub mod offline;
pub mod open_data;
pub mod pages;
pub mod prepared;
pub mod press;
pub mod printed;
mod private_file;
pub mod refused;
pub mod reports;
pub mod router;
pub mod serve;
pub mod visitor;

pub use router::router;

use crate::interchange::export::Origin;
use app::{pages::shell::Site, portal::ports::World, words::Language};
use axum::http::{HeaderMap, header::ACCEPT};
use faces::Faces;
use files::Files;
use flood::{Allowance, Posts};
use health::Readiness;
use kept::Kept;
use open_data::{Archives, Books};
use press::{Press, Prints};
use std::{num::NonZeroU32, sync::Arc};

/// How this installation is reached and what it says of itself.
#[derive(Clone, Debug, Default)]
pub struct Settings {
    /// Whether browsers reach it by https only, as everywhere but on a loopback address.
    pub secure: bool,
    /// How many proxies of ours stand in front and add to `X-Forwarded-For`. With none, that header is anybody's.
    pub proxies: usize,
    /// Whether its States are invented.
    pub demonstration: bool,
    /// Where it is reached: what addresses in data begin with.
    pub origin: Origin,
    /// Who operates it, in their own words.
    pub operator: Arc<str>,
    /// The language of its pages.
    pub language: Language,
    /// Where reports are set as PDF; nowhere, where nothing is said.
    pub press: Press,
    /// How many forms one person may post in a minute; as many as they like, where nothing is said.
    pub posts: Option<NonZeroU32>,
}

/// What handlers share.
#[derive(Clone)]
pub struct Web {
    world: World,
    readiness: Arc<dyn Readiness>,
    settings: Settings,
    files: Files,
    site: Site,
    faces: Faces,
    posts: Option<Arc<Posts>>,
    reports: Arc<Allowance>,
    kept: Kept,
    archives: Archives,
    books: Books,
    prints: Prints,
}

impl Web {
    /// Everything handlers need, from what they cannot make themselves.
    pub fn new(world: World, readiness: Arc<dyn Readiness>, files: Files, settings: Settings) -> Self {
        let operator = settings.operator.clone();
        let site = Site {
            style: files.style(),
            demonstration: settings.demonstration,
            operator,
        };
        let faces = Faces::draw(&site, settings.language);
        let posts = settings.posts.map(|often| Arc::new(Posts::a_minute(often)));
        Self {
            world,
            readiness,
            settings,
            files,
            site,
            faces,
            posts,
            reports: Arc::new(reports::allowance()),
            kept: Kept::default(),
            archives: Archives::default(),
            books: Books::default(),
            prints: Prints::default(),
        }
    }
}

/// Whether a page is wanted, rather than data: browsers say so, machines do not.
fn accepts_html(headers: &HeaderMap) -> bool {
    headers
        .get(ACCEPT)
        .and_then(|accept| accept.to_str().ok())
        .is_some_and(|accept| accept.contains("text/html"))
}
