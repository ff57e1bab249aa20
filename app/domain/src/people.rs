//! People, the side they act for, the roles they hold there, and which filings they may even ask about.

use crate::{ids::PersonId, state::StateCode};
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;

/// What a State's person does there.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum StateRole {
    /// Writes drafts and answers, and sends them to the national authority.
    Drafter,
    /// Speaks for the national authority: lets a filing out of the State, or returns it.
    Approver,
    /// Reads all filings of the State and changes none.
    Observer,
}

impl StateRole {
    /// Every role, in the order a filing meets them.
    pub const ALL: [Self; 3] = [Self::Drafter, Self::Approver, Self::Observer];

    /// The code used in storage, forms and message ids.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Drafter => "drafter",
            Self::Approver => "approver",
            Self::Observer => "observer",
        }
    }
}

/// What the secretariat's person does there.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum SecretariatRole {
    /// Claims filings, asks, accepts.
    Reviewer,
    /// Publishes what another person accepted, or reopens it.
    Publisher,
}

impl SecretariatRole {
    /// Every role, in the order a filing meets them.
    pub const ALL: [Self; 2] = [Self::Reviewer, Self::Publisher];

    /// The code used in storage, forms and message ids.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Reviewer => "reviewer",
            Self::Publisher => "publisher",
        }
    }
}

/// The one side a person acts for, with their roles there. A person with roles on two sides cannot be written down.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Side {
    /// A point of contact of this State.
    State {
        /// The State.
        state: StateCode,
        /// What they do for it; never empty for an active person.
        roles: BTreeSet<StateRole>,
    },
    /// The secretariat.
    Secretariat(BTreeSet<SecretariatRole>),
    /// Keeps accounts, and sees no filing.
    Administrator,
    /// Reads the audit log, and changes nothing.
    Auditor,
}

impl Side {
    /// The codes of all sides.
    pub const CODES: [&'static str; 4] = ["state", "secretariat", "administrator", "auditor"];

    /// The side, written as codes in a form or a table. `None` where there is no such side or role, where a State is
    /// named on another side or missing on its own, and where a side that has roles is given none.
    pub fn from_codes(side: &str, state: Option<StateCode>, roles: &[impl AsRef<str>]) -> Option<Self> {
        match (side, state) {
            ("state", Some(state)) => Some(Self::State {
                state,
                roles: held(&StateRole::ALL, StateRole::code, roles)?,
            }),
            ("secretariat", None) => Some(Self::Secretariat(held(
                &SecretariatRole::ALL,
                SecretariatRole::code,
                roles,
            )?)),
            ("administrator", None) if roles.is_empty() => Some(Self::Administrator),
            ("auditor", None) if roles.is_empty() => Some(Self::Auditor),
            _ => None,
        }
    }

    /// The code of the side, whatever the roles.
    pub const fn code(&self) -> &'static str {
        match self {
            Self::State { .. } => "state",
            Self::Secretariat(_) => "secretariat",
            Self::Administrator => "administrator",
            Self::Auditor => "auditor",
        }
    }

    /// The codes of the roles held.
    pub fn role_codes(&self) -> Vec<&'static str> {
        match self {
            Self::State { roles, .. } => roles.iter().map(|role| role.code()).collect(),
            Self::Secretariat(roles) => roles.iter().map(|role| role.code()).collect(),
            Self::Administrator | Self::Auditor => Vec::new(),
        }
    }

    /// The codes of the roles that can be held on the side with this code.
    pub fn roles_on(side: &str) -> Vec<&'static str> {
        match side {
            "state" => StateRole::ALL.map(StateRole::code).into(),
            "secretariat" => SecretariatRole::ALL.map(SecretariatRole::code).into(),
            _ => Vec::new(),
        }
    }

    /// The State a point of contact acts for.
    pub fn state(&self) -> Option<&StateCode> {
        match self {
            Self::State { state, .. } => Some(state),
            _ => None,
        }
    }

    /// Whether they hold this role in a State.
    pub fn is(&self, role: StateRole) -> bool {
        matches!(self, Self::State { roles, .. } if roles.contains(&role))
    }

    /// Whether they hold this role in the secretariat.
    pub fn serves_as(&self, role: SecretariatRole) -> bool {
        matches!(self, Self::Secretariat(roles) if roles.contains(&role))
    }
}

/// The roles with these codes: at least one, and none unknown.
fn held<R: Copy + Ord>(all: &[R], code: fn(R) -> &'static str, codes: &[impl AsRef<str>]) -> Option<BTreeSet<R>> {
    let of = |wanted: &str| all.iter().copied().find(|role| code(*role) == wanted);
    codes
        .iter()
        .map(|wanted| of(wanted.as_ref()))
        .collect::<Option<BTreeSet<R>>>()
        .filter(|roles| !roles.is_empty())
}

/// A person who is signed in and acting now, with the roles they hold at this moment.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Actor {
    /// Who.
    pub id: PersonId,
    /// As colleagues on the same side read it.
    pub name: String,
    /// For whom, as what.
    pub side: Side,
    /// Whether they are the only active person of their State, who may therefore approve what they drafted.
    pub alone: bool,
}

/// Which filings a person may even ask about: outside it, a filing does not exist.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Scope {
    /// All filings of one State, at any stage.
    Own(StateCode),
    /// What a national authority has let out at least once.
    Approved,
    /// No filing at all.
    Nothing,
}

impl Actor {
    /// Which filings this person may ask about.
    pub fn scope(&self) -> Scope {
        match &self.side {
            Side::State { state, roles } if !roles.is_empty() => Scope::Own(*state),
            Side::Secretariat(roles) if !roles.is_empty() => Scope::Approved,
            _ => Scope::Nothing,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_side_reads_back_from_its_codes() {
        let sides = [
            Side::State {
                state: StateCode::VALDORIA,
                roles: StateRole::ALL.into(),
            },
            Side::Secretariat([SecretariatRole::Publisher].into()),
            Side::Administrator,
            Side::Auditor,
        ];
        for side in sides {
            assert!(Side::CODES.contains(&side.code()));
            let again = Side::from_codes(side.code(), side.state().copied(), &side.role_codes());
            assert_eq!(again, Some(side));
        }
    }

    #[test]
    fn nobody_is_on_two_sides_or_on_one_without_a_role() {
        let none: [&str; 0] = [];
        let xv = Some(StateCode::VALDORIA);
        assert_eq!(Side::from_codes("state", xv, &["drafter", "reviewer"]), None);
        assert_eq!(Side::from_codes("state", xv, &none), None);
        assert_eq!(Side::from_codes("state", None, &["drafter"]), None);
        assert_eq!(Side::from_codes("secretariat", xv, &["reviewer"]), None);
        assert_eq!(Side::from_codes("administrator", None, &["reviewer"]), None);
        assert_eq!(Side::from_codes("everyone", None, &none), None);
    }
}
