//! What the portal needs of the world, as traits: the server implements them, tests may too.
//!
//! The traits are the only way from a use case to a database, a clock, a password hash or a mail. They speak the
//! domain's words and no other crate's, so that the storage can be changed without touching a rule, and so that the
//! browser build cannot reach any of it. Everything that must happen together is one method, hence one transaction.

mod accounts;
mod audit;
mod cycles;
mod editions;
mod filings;
mod inside;
mod interchange;
mod offline;
mod programme;
mod publications;
mod reports;
mod store;
mod world;

pub use accounts::{Accounts, Credentials, Invitation, Nomination, Person};
pub use audit::{Audit, AuditLine, Event};
pub use cycles::{Cycles, Opened, Over, Versioned};
pub use editions::{Edition, Editions};
pub use filings::{
    Beside, FilingFilter, FilingLine, Filings, FilingsOf, InternalNote, Kept, NamedEntry, Posting, Receipt, SharedLine,
};
pub use inside::{Inside, NamedComment};
pub use interchange::{ImportError, Imported, Interchange, Part, Titled, WAITS_FOR, WaitingFiles};
pub use offline::{FilledIn, NotWritten, OfflineForm, OfflineFormat, OfflineForms, Unread};
pub use programme::Programme;
pub use publications::{Found, Participation, PublicationFilter, Publications, Search, States, YearCount};
pub use reports::{PublishedAnswer, PublishedReport, ReportAddress, ReportStanding, Reports, Serving};
pub use store::{Paged, StoreError, Stored};
pub use world::{Chance, Clock, Passwords, Session, Store, World};
