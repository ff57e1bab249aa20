//! What was typed into the forms of accounts, and what is wrong with it: everything at once, in the order of the form.

use super::super::ports::{Nomination, Person};
use domain::{
    people::Side,
    state::{RegionalGroup, State, StateCode},
};
use serde::{Deserialize, Serialize};

/// The fewest characters of a password (NIST SP 800-63B-4: where it is the only factor).
pub const PASSWORD_MIN: usize = 15;

/// The most: more than anyone types, less than anyone floods with.
pub const PASSWORD_MAX: usize = 128;

/// The most characters of a name or of a note's reference.
pub const LINE_MAX: usize = 120;

/// The most octets of an address (RFC 5321, 4.5.3.1.3, without its brackets).
pub const EMAIL_MAX: usize = 254;

/// Something to mend in a form. Its sentence is `mistake-<code>`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Mistake {
    /// No name, or one that is too long or holds what no name holds.
    Name,
    /// Not an e-mail address.
    Email,
    /// An e-mail address that is already somebody's.
    EmailTaken,
    /// No side was chosen.
    Side,
    /// No State was chosen, or one that does not take part.
    State,
    /// No role was chosen where one is needed.
    Roles,
    /// A role was chosen that the side does not have.
    RolesElsewhere,
    /// No reference of the nominating note, or one that is too long.
    NominatedBy,
    /// Too few characters.
    PasswordShort,
    /// Too many characters.
    PasswordLong,
    /// One that attackers try first.
    PasswordCommon,
    /// The second time something else was typed.
    PasswordAgain,
    /// Not two capital letters.
    Code,
    /// No regional group was chosen.
    Group,
}

impl Mistake {
    /// Every mistake.
    pub const ALL: [Self; 14] = [
        Self::Name,
        Self::Email,
        Self::EmailTaken,
        Self::Side,
        Self::State,
        Self::Roles,
        Self::RolesElsewhere,
        Self::NominatedBy,
        Self::PasswordShort,
        Self::PasswordLong,
        Self::PasswordCommon,
        Self::PasswordAgain,
        Self::Code,
        Self::Group,
    ];

    /// The code its sentence ends with.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Name => "name",
            Self::Email => "email",
            Self::EmailTaken => "email-taken",
            Self::Side => "side",
            Self::State => "state",
            Self::Roles => "roles",
            Self::RolesElsewhere => "roles-elsewhere",
            Self::NominatedBy => "nominated-by",
            Self::PasswordShort => "password-short",
            Self::PasswordLong => "password-long",
            Self::PasswordCommon => "password-common",
            Self::PasswordAgain => "password-again",
            Self::Code => "code",
            Self::Group => "group",
        }
    }

    /// The field to mend: the name of its control.
    pub const fn field(self) -> &'static str {
        match self {
            Self::Name => "name",
            Self::Email | Self::EmailTaken => "email",
            Self::Side => "side",
            Self::State => "state",
            Self::Roles | Self::RolesElsewhere => "roles",
            Self::NominatedBy => "nominated_by",
            Self::PasswordShort | Self::PasswordLong | Self::PasswordCommon => "password",
            Self::PasswordAgain => "again",
            Self::Code => "code",
            Self::Group => "group",
        }
    }
}

/// A line of text as it is stored, where it is one.
fn line(text: &str) -> Option<String> {
    let text = text.trim();
    let fits = !text.is_empty() && text.chars().count() <= LINE_MAX && !text.chars().any(char::is_control);
    fits.then(|| text.to_owned())
}

/// An address, as far as can be told without writing to it.
fn email(text: &str) -> Option<String> {
    let text = text.trim();
    let (local, domain) = text.rsplit_once('@')?;
    let plain = !text
        .chars()
        .any(|c| c.is_whitespace() || c.is_control() || "<>()[]\\,;:\"".contains(c));
    let fits = text.len() <= EMAIL_MAX && !local.is_empty() && !local.contains('@') && !domain.is_empty();
    (plain && fits).then(|| text.to_owned())
}

/// Somebody to invite, as typed.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct InviteForm {
    /// Their name.
    #[serde(default)]
    pub name: String,
    /// Their address.
    #[serde(default)]
    pub email: String,
    /// The code of their side.
    #[serde(default)]
    pub side: String,
    /// The code of their State.
    #[serde(default)]
    pub state: String,
    /// The codes of their roles.
    #[serde(default)]
    pub roles: Vec<String>,
    /// The reference of the nominating note.
    #[serde(default)]
    pub nominated_by: String,
}

impl InviteForm {
    /// The nomination, or everything that stands in its way. Whether the address is somebody's only the store knows.
    ///
    /// # Errors
    /// All mistakes, in the order of the form.
    pub fn nomination(&self, states: &[State]) -> Result<Nomination, Vec<Mistake>> {
        let (name, email, note) = (line(&self.name), email(&self.email), line(&self.nominated_by));
        let side = self.side(states);
        let mut mistakes = Vec::new();
        mistakes.extend(name.is_none().then_some(Mistake::Name));
        mistakes.extend(email.is_none().then_some(Mistake::Email));
        mistakes.extend(side.as_ref().err().into_iter().flatten());
        mistakes.extend(note.is_none().then_some(Mistake::NominatedBy));
        match (name, email, side, note) {
            (Some(name), Some(email), Ok(side), Some(nominated_by)) => Ok(Nomination {
                name,
                email,
                side,
                nominated_by,
            }),
            _ => Err(mistakes),
        }
    }

    fn side(&self, states: &[State]) -> Result<Side, Vec<Mistake>> {
        if !Side::CODES.contains(&self.side.as_str()) {
            return Err(vec![Mistake::Side]);
        }
        let code: Option<StateCode> = self.state.parse().ok();
        let state = code.filter(|code| self.side == "state" && states.iter().any(|state| state.code == *code));
        let no_state = (self.side == "state" && state.is_none()).then_some(Mistake::State);
        let mistakes: Vec<_> = no_state.into_iter().chain(roles_on(&self.side, &self.roles)).collect();
        Side::from_codes(&self.side, state, &self.roles).ok_or(mistakes)
    }
}

/// What is wrong with these roles on this side.
fn roles_on(side: &str, roles: &[String]) -> Option<Mistake> {
    let there = Side::roles_on(side);
    if roles.iter().any(|role| !there.contains(&role.as_str())) {
        return Some(Mistake::RolesElsewhere);
    }
    (roles.is_empty() && !there.is_empty()).then_some(Mistake::Roles)
}

/// The side of this person with other roles, or what is wrong with those.
///
/// # Errors
/// The mistake.
pub fn with_roles(person: &Person, roles: &[String]) -> Result<Side, Mistake> {
    let side = Side::from_codes(person.side.code(), person.side.state().copied(), roles);
    side.ok_or_else(|| roles_on(person.side.code(), roles).unwrap_or(Mistake::RolesElsewhere))
}

/// A password that is being chosen, twice. Not set aside and not shown, not even in a log.
#[derive(Clone, Default)]
pub struct PasswordForm {
    /// The password.
    pub password: String,
    /// The same again.
    pub again: String,
}

impl PasswordForm {
    /// What is wrong with it, as far as its length goes. Any character counts, spaces included; none is required.
    pub fn mistakes(&self) -> Vec<Mistake> {
        let length = self.password.chars().count();
        [
            (length < PASSWORD_MIN, Mistake::PasswordShort),
            (length > PASSWORD_MAX, Mistake::PasswordLong),
            (self.password != self.again, Mistake::PasswordAgain),
        ]
        .into_iter()
        .filter_map(|(wrong, mistake)| wrong.then_some(mistake))
        .collect()
    }
}

/// A State's entry, as typed.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct StateForm {
    /// Its code.
    #[serde(default)]
    pub code: String,
    /// Its short name.
    #[serde(default)]
    pub name: String,
    /// The code of its regional group.
    #[serde(default)]
    pub group: String,
}

impl StateForm {
    /// The entry, or everything that stands in its way. States with the codes kept for invented ones are invented.
    ///
    /// # Errors
    /// All mistakes, in the order of the form.
    pub fn state(&self) -> Result<State, Vec<Mistake>> {
        let code: Option<StateCode> = self.code.trim().parse().ok();
        let (name, group) = (line(&self.name), RegionalGroup::from_code(&self.group));
        match (code, name.clone(), group) {
            (Some(code), Some(name), Some(group)) => Ok(State {
                code,
                name,
                group,
                demonstration: code.is_invented(),
            }),
            _ => Err([
                (code.is_none(), Mistake::Code),
                (name.is_none(), Mistake::Name),
                (group.is_none(), Mistake::Group),
            ]
            .into_iter()
            .filter_map(|(wrong, mistake)| wrong.then_some(mistake))
            .collect()),
        }
    }
}

impl From<&State> for StateForm {
    fn from(state: &State) -> Self {
        Self {
            code: state.code.to_string(),
            name: state.name.clone(),
            group: state.group.code().to_owned(),
        }
    }
}

#[cfg(test)]
mod tests;
