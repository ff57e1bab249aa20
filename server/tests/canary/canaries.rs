//! Which canary sits where in notifications, and who may read it when.

use crate::support::visitors::Visitor;
use domain::{
    people::{Side, StateRole},
    state::StateCode,
};

/// When everyone reads everything.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Moment {
    /// The filings are drafts; one was withdrawn long ago.
    Draft,
    /// The first was submitted and asked about; the answer awaits approval, as do the other filings.
    Answered,
    /// The first is published, the others are accepted.
    Published,
}

/// Who reads.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Circle {
    /// Whoever is not signed in.
    Public,
    /// The State whose filings they are: who drafts or approves.
    Own,
    /// The same State: who observes.
    Observing,
    /// Other States.
    Another,
    /// The secretariat.
    Secretariat,
    /// Administrators.
    Administration,
    /// Auditors.
    Audit,
}

impl Circle {
    /// Circles that read filings.
    pub const READING: [Self; 5] = [
        Self::Public,
        Self::Own,
        Self::Observing,
        Self::Another,
        Self::Secretariat,
    ];

    /// The circle of this visitor.
    pub fn of(visitor: &Visitor) -> Self {
        match &visitor.side {
            None => Self::Public,
            Some(Side::State { state, roles }) if *state == StateCode::VALDORIA => {
                if roles.contains(&StateRole::Observer) {
                    Self::Observing
                } else {
                    Self::Own
                }
            }
            Some(Side::State { .. }) => Self::Another,
            Some(Side::Secretariat(_)) => Self::Secretariat,
            Some(Side::Administrator) => Self::Administration,
            Some(Side::Auditor) => Self::Audit,
        }
    }
}

/// How far a canary may travel.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reach {
    /// Nobody reads it, ever: it is not even kept.
    Nobody,
    /// It does not leave the desk of those who write.
    Desk,
    /// Its own State.
    Own,
    /// The secretariat alone.
    Notes,
    /// Its own State and the secretariat.
    Review,
    /// The people of every State, and the secretariat.
    States,
    /// Everyone.
    Everyone,
}

/// A text that occurs nowhere else.
#[derive(Clone, Copy, Debug)]
pub struct Canary {
    /// The text.
    pub text: &'static str,
    reach: [Reach; 3],
    /// Whether it is content. What names something may be in the log and on a letter.
    pub is_content: bool,
    /// Who of those who may find it must, or the test would not see.
    pub found_by: FoundBy,
}

/// Who of those who may find a canary does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FoundBy {
    /// Every circle.
    Each,
    /// One circle at least.
    One,
    /// None has to.
    Perhaps,
}

/// What people write.
pub const fn canary(text: &'static str, reach: [Reach; 3]) -> Canary {
    Canary {
        text,
        reach,
        is_content: true,
        found_by: FoundBy::Each,
    }
}

/// The name of something.
pub const fn name(text: &'static str, reach: [Reach; 3]) -> Canary {
    Canary {
        is_content: false,
        ..canary(text, reach)
    }
}

/// What not every reader meets: another spelling of a canary, or words that stand somewhere once.
pub const fn spelled(text: &'static str, reach: [Reach; 3]) -> Canary {
    Canary {
        found_by: FoundBy::Perhaps,
        ..canary(text, reach)
    }
}

/// What one side reads on a page, and the other wrote and is not shown again.
pub const fn told(text: &'static str, reach: [Reach; 3]) -> Canary {
    Canary {
        found_by: FoundBy::One,
        ..canary(text, reach)
    }
}

use Reach::{Desk, Everyone, Nobody, Notes, Own, Review, States};

/// The name of a State that an incident affected.
pub const A_STATE: &str = "Northmark";

/// Every canary: while the filings are drafts, while the answer awaits approval, at the end.
#[rustfmt::skip]
pub const CANARIES: &[Canary] = &[
    // A: for the public.
    canary("canary-title-a",         [Own,    Review, Everyone]),
    canary("canary-summary-a",       [Own,    Review, Everyone]),
    canary("canary-techniques-a",    [Own,    Review, Everyone]),
    canary("canary-severity-a",      [Own,    Review, Everyone]),
    canary("canary-indicator-a",     [Own,    Review, Everyone]),
    canary("canary-reference-a",     [Own,    Review, Review]),  // held back
    canary("canary-sectors-a",       [Own,    Review, Review]),  // held back
    canary("777\u{202f}000\u{202f}777", [Own, Review, Review]),    // held back
    canary("777000777",              [Desk,   Desk,   Desk]),    // the same, as it was typed
    canary("canary-measures-a",      [Own,    Review, Review]),  // changed in answer to the question
    canary("canary-better-a",        [Nobody, Own,    Everyone]),
    canary("canary-unticked-a",      [Desk,   Desk,   Desk]),    // beside an "other" that is not ticked
    canary("canary-source-a",        [Own,    Own,    Own]),     // the title of the file it was made from
    canary("canary-prose-a",         [Own,    Own,    Own]),     // the words of that file
    canary("canary-comment-a",       [Nobody, Nobody, Nobody]),  // left out of that file
    canary("canary-actor-a",         [Nobody, Nobody, Nobody]),  // left out of that file
    canary("canary-beside-a",        [Desk,   Desk,   Desk]),    // what a colleague typed at the same time
    canary("canary-classified-a",    [Nobody, Nobody, Nobody]),
    canary("canary-misnamed-a",      [Nobody, Nobody, Nobody]),
    canary("canary-returned-a",      [Nobody, Own,    Own]),
    canary("canary-note-a",          [Nobody, Notes,  Notes]),
    canary("canary-question-a",      [Nobody, Review, Review]),
    canary("canary-answer-a",        [Nobody, Own,    Review]),
    canary("canary-too-long-a",      [Nobody, Nobody, Nobody]),
    canary("canary-reopened-a",      [Nobody, Nobody, Review]),
    // B: for participating States.
    canary("canary-title-b",         [Own,    Own,    States]),
    canary("canary-summary-b",       [Own,    Own,    States]),
    canary("canary-techniques-b",    [Own,    Own,    States]),
    canary("canary-severity-b",      [Own,    Own,    States]),
    canary("canary-measures-b",      [Own,    Own,    States]),
    canary("canary-indicator-b",     [Own,    Own,    States]),
    canary("canary-reference-b",     [Own,    Own,    Review]),
    canary("canary-sectors-b",       [Own,    Own,    Review]),
    canary("canary-unticked-b",      [Desk,   Desk,   Desk]),
    canary("canary-source-b",        [Own,    Own,    Own]),
    canary("canary-prose-b",         [Own,    Own,    Own]),
    // C: for the secretariat.
    canary("canary-title-c",         [Own,    Own,    Review]),
    canary("canary-summary-c",       [Own,    Own,    Review]),
    canary("canary-techniques-c",    [Own,    Own,    Review]),
    canary("canary-severity-c",      [Own,    Own,    Review]),
    canary("canary-measures-c",      [Own,    Own,    Review]),
    canary("canary-indicator-c",     [Own,    Own,    Review]),
    canary("canary-reference-c",     [Own,    Own,    Review]),
    canary("canary-sectors-c",       [Own,    Own,    Review]),
    // D: never sent.
    canary("canary-title-d",         [Own,    Own,    Own]),
    canary("canary-summary-d",       [Own,    Own,    Own]),
    canary("canary-measures-d",      [Own,    Own,    Own]),
    canary("canary-indicator-d",     [Own,    Own,    Own]),
    // E: published once, and withdrawn.
    canary("canary-title-e",         [Review, Review, Review]),
    canary("canary-summary-e",       [Review, Review, Review]),
    canary("canary-measures-e",      [Review, Review, Review]),
    canary("canary-indicator-e",     [Review, Review, Review]),
    canary("canary-withdrawn-e",     [Review, Review, Review]),
    // What was typed where nobody was signed in.
    canary("canary-address",         [Nobody, Nobody, Nobody]),
    canary("canary-password",        [Nobody, Nobody, Nobody]),
    canary("canary-ended",           [Nobody, Nobody, Nobody]),
    // Names: of filings, and of people, whom the other side knows by their office.
    name("INC-XV-2026-0002",         [Own,    Review, Review]),  // A
    name("INC-XV-2026-0003",         [Own,    Own,    States]),  // B
    name("INC-XV-2026-0004",         [Own,    Own,    Review]),  // C
    name("INC-XV-2026-0005",         [Own,    Own,    Own]),     // D
    name("INC-XV-2026-0001",         [Review, Review, Review]),  // E
    name(A_STATE,                    [Own,    Review, Review]),  // affected by A; the public reads how many are
    name("Amina",                    [Own,    Own,    Own]),
    name("Bashir",                   [Own,    Own,    Own]),
    name("Chidi",                    [Notes,  Notes,  Notes]),
    name("Dana",                     [Notes,  Notes,  Notes]),
];

impl Canary {
    /// Whether somebody of this circle may find it now.
    pub fn may_be_read(&self, by: Circle, at: Moment) -> bool {
        use Circle as C;
        // Administrators keep people's accounts; the log names filings and people by what was tried.
        if !self.is_content && matches!(by, C::Administration | C::Audit) {
            return true;
        }
        match self.reach[at as usize] {
            Nobody => false,
            Desk => matches!(by, C::Own),
            Own => matches!(by, C::Own | C::Observing),
            Notes => matches!(by, C::Secretariat),
            Review => matches!(by, C::Own | C::Observing | C::Secretariat),
            States => matches!(by, C::Own | C::Observing | C::Another | C::Secretariat),
            Everyone => true,
        }
    }

    /// Whether it may not even be kept.
    pub fn is_never_read(&self) -> bool {
        self.reach == [Nobody; 3]
    }
}
