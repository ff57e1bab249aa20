//! Every path of the site, written once.
//!
//! Paths are made of references, never of ids. What a form posts to is the server function's own address; the few that
//! the shell needs are repeated here and held equal by a test.

mod preparation;
mod progress;
mod reporting;

pub use preparation::*;
pub use progress::*;
pub use reporting::*;

use crate::{local_path::LocalPath, portal::conditions::Conditions};
use domain::{
    form::{Field, Section},
    ids::{FilingKind, FilingReference, PersonId, PublicationReference},
    lifecycle::Action,
    state::StateCode,
};
use std::{collections::BTreeSet, convert::Infallible, fmt, str::FromStr};

/// The start page.
pub const HOME: &str = "/";
/// What was published.
pub const PUBLICATIONS: &str = "/publications";
/// The States that have published.
pub const PARTICIPANTS: &str = "/participants";
/// Ground rules, operator, licence, how to cite.
pub const ABOUT: &str = "/about";
/// Publications as data, explained. The data lies below it.
pub const DATA: &str = "/data";
/// Sign in.
pub const SIGN_IN: &str = "/sign-in";
/// Sign in with the password that was just chosen.
pub const PASSWORD_CHOSEN: &str = "/sign-in?chosen=1";
/// After signing out.
pub const SIGNED_OUT: &str = "/signed-out";
/// One's own account.
pub const ACCOUNT: &str = "/account";
/// A State's filings.
pub const FILINGS: &str = "/filings";
/// Begin a filing: an empty form, or a file to import.
pub const NEW: &str = "/filings/new";
/// Say which event of a file is meant.
pub const WHICH: &str = "/filings/new/which";
/// What other States let the participating States read.
pub const SHARED: &str = "/shared";
/// What waits for the secretariat.
pub const QUEUE: &str = "/review";
/// Accounts.
pub const PEOPLE: &str = "/people";
/// Invite somebody.
pub const INVITE: &str = "/people/invite";
/// Participating States.
pub const STATES: &str = "/states";
/// Add a State.
pub const ADD_STATE: &str = "/states/add";
/// The audit log.
pub const LOG: &str = "/log";
/// Where a refused form leads that does not say which page it was on.
pub const REFUSED: &str = "/refused";
/// Where the sign-in form posts to.
pub const DO_SIGN_IN: &str = "/do/sign-in";
/// Where the sign-out button posts to.
pub const DO_SIGN_OUT: &str = "/do/sign-out";

/// Sign in, and then go on to `next`.
pub fn sign_in(next: Option<&LocalPath>) -> String {
    match next {
        // A local path is plain ASCII; these three alone mean something else inside a query.
        Some(next) => {
            let next = next
                .as_str()
                .replace('%', "%25")
                .replace('&', "%26")
                .replace('+', "%2B");
            format!("{SIGN_IN}?next={next}")
        }
        None => SIGN_IN.to_owned(),
    }
}

/// A filing, for its State and for the secretariat alike.
pub fn filing(reference: &FilingReference) -> String {
    format!("{FILINGS}/{reference}")
}

/// Whether this path is that of a filing, or lies below one.
pub fn is_of_a_filing(path: &str) -> bool {
    let name = path
        .strip_prefix(FILINGS)
        .and_then(|rest| rest.strip_prefix('/'))
        .and_then(|rest| rest.split('/').next());
    name.is_some_and(|name| name.parse::<FilingReference>().is_ok())
}

/// The filing, saying what was just done to it.
pub fn filing_after(reference: &FilingReference, done: Action) -> String {
    format!("{}?done={}", filing(reference), done.code())
}

/// A page of a filing's form.
pub fn section(reference: &FilingReference, section: Section) -> String {
    format!("{FILINGS}/{reference}/form/{}", section.code())
}

/// The same page, judged.
pub fn section_checked(reference: &FilingReference, page: Section) -> String {
    format!("{}?check=1", section(reference, page))
}

/// Where the form begins.
pub fn form(reference: &FilingReference) -> String {
    match reference.kind {
        FilingKind::Incident => section(reference, Section::ALL[0]),
        FilingKind::Report => report(reference),
    }
}

/// A field on its page, judged.
pub fn field(reference: &FilingReference, field: Field) -> String {
    format!("{}#{}", section_checked(reference, field.section()), field.id())
}

/// The page after this one; after the last, the page with everything.
pub fn after_section(reference: &FilingReference, page: Section) -> String {
    page.next()
        .map_or_else(|| check_answers(reference), |next| section(reference, next))
}

/// Everything on one page before it is sent.
pub fn check_answers(reference: &FilingReference) -> String {
    format!("{FILINGS}/{reference}/check")
}

/// Choose between what two people typed.
pub fn choose(reference: &FilingReference) -> String {
    format!("{FILINGS}/{reference}/choose")
}

/// What an import took and left out.
pub fn source(reference: &FilingReference) -> String {
    format!("{FILINGS}/{reference}/source")
}

/// All indicators of a filing, by the page.
pub fn indicators(reference: &FilingReference) -> String {
    format!("{FILINGS}/{reference}/indicators")
}

/// The printable acknowledgement of a submission.
pub fn acknowledgement(reference: &FilingReference, number: u32) -> String {
    format!("{FILINGS}/{reference}/acknowledgement/{number}")
}

/// The difference between two submissions.
pub fn changes(reference: &FilingReference) -> String {
    format!("{FILINGS}/{reference}/changes")
}

/// Begin a filing, saying why the file made none: the code of an import error.
pub fn not_imported(why: &str) -> String {
    format!("{NEW}?not_imported={why}")
}

/// A filing another State shared.
pub fn shared(reference: &FilingReference) -> String {
    format!("{SHARED}/{reference}")
}

/// Choose a password with the token of an invitation.
pub fn invitation(token: &str) -> String {
    format!("/invitation/{token}")
}

/// A person's account, for administrators.
pub fn person(id: PersonId) -> String {
    format!("{PEOPLE}/{id}")
}

/// The same, saying what was done.
pub fn person_after(id: PersonId, done: &str) -> String {
    format!("{PEOPLE}/{id}?done={done}")
}

/// Confirm that a person is to be let in no longer.
pub fn deactivate(id: PersonId) -> String {
    format!("{PEOPLE}/{id}/deactivate")
}

/// A State's entry in the list, for administrators.
pub fn state(code: StateCode) -> String {
    format!("{STATES}/{code}")
}

/// A publication.
pub fn publication(reference: PublicationReference) -> String {
    format!("{PUBLICATIONS}/{reference}")
}

/// A publication as data, in the format with this ending.
pub fn publication_file(reference: PublicationReference, ending: &str) -> String {
    format!("{DATA}{PUBLICATIONS}/{reference}.{ending}")
}

/// A State that has published.
pub fn participant(code: StateCode) -> String {
    format!("{PARTICIPANTS}/{code}")
}

/// The list of publications under these conditions, at its first page.
pub fn publications(conditions: &Conditions) -> String {
    match serde_qs::Config::new()
        .use_form_encoding(true)
        .serialize_string(conditions)
    {
        Ok(query) if !query.is_empty() => format!("{PUBLICATIONS}?{query}"),
        _ => PUBLICATIONS.to_owned(),
    }
}

/// Some fields, named in an address. Anyone can write one, so what is not a field there is not here.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Fields(pub BTreeSet<Field>);

impl FromStr for Fields {
    type Err = Infallible;
    fn from_str(text: &str) -> Result<Self, Infallible> {
        Ok(Self(text.split(',').filter_map(Field::from_id).collect()))
    }
}

impl fmt::Display for Fields {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let ids: Vec<&str> = self.0.iter().map(|field| field.id()).collect();
        f.write_str(&ids.join(","))
    }
}

/// This page of the form, saying what was not kept: what is marked as classified, and what is too large.
pub fn with_left_out(path: &str, classified: &impl fmt::Display, oversized: &impl fmt::Display) -> String {
    let mark = if path.contains('?') { '&' } else { '?' };
    format!("{path}{mark}classified={classified}&oversized={oversized}")
}
