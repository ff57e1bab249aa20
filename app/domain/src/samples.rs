//! Named people of invented States and a filing at every stage, for tests, golden files and the demonstration.
//!
//! Everything here is invented: the States (their codes are those ISO 3166 leaves to its users), the people, and what
//! happened. The filings are made by giving real commands, so a sample cannot stand at a stage that the lifecycle does
//! not reach.

use crate::{
    draft::{Draft, Typed},
    filing::{Decided, Filing, Hash, Note, Question},
    form::Field,
    ids::{FilingId, FilingKind, FilingReference, PersonId, Timestamp},
    lifecycle::{Command, StageName},
    marking::Audience,
    people::{Actor, SecretariatRole, Side, StateRole},
    policy::Refusal,
    publication::Disclosure,
    state::StateCode,
};
use uuid::Uuid;

pub mod reports;

/// Tuesday, 17 March 2026, 09:00 UTC: when the samples happen.
pub const TUESDAY: Timestamp = Timestamp::from_micros(1_773_738_000_000_000);

/// A person of the samples.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SamplePerson {
    /// Their name, also the first part of their address.
    pub name: &'static str,
    number: u128,
    part: Part,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Part {
    State(StateCode, &'static [StateRole]),
    Secretariat(&'static [SecretariatRole]),
    Administrator,
    Auditor,
}

macro_rules! people {
    ($($(#[$doc:meta])* $constant:ident = $number:literal, $name:literal, $part:expr;)*) => {
        $($(#[$doc])* pub const $constant: SamplePerson = SamplePerson { name: $name, number: $number, part: $part };)*

        /// Everyone, in the order of the golden files.
        pub const PEOPLE: &[SamplePerson] = &[$($constant),*];
    };
}

people! {
    /// Drafts for Valdoria.
    AMINA = 1, "Amina", Part::State(StateCode::VALDORIA, &[StateRole::Drafter]);
    /// Approves for Valdoria.
    BASHIR = 2, "Bashir", Part::State(StateCode::VALDORIA, &[StateRole::Approver]);
    /// Drafts and approves for Valdoria, where others do too.
    EMIL = 3, "Emil", Part::State(StateCode::VALDORIA, &[StateRole::Drafter, StateRole::Approver]);
    /// Observes for Valdoria.
    CELESTE = 4, "Celeste", Part::State(StateCode::VALDORIA, &[StateRole::Observer]);
    /// Drafts and approves for Meridia.
    BRUNO = 5, "Bruno", Part::State(StateCode::MERIDIA, &[StateRole::Drafter, StateRole::Approver]);
    /// Does everything for the Isle of Sarn, alone.
    SOLVEIG = 6, "Solveig", Part::State(StateCode::ISLE_OF_SARN, &[StateRole::Drafter, StateRole::Approver]);
    /// Reviews.
    CHIDI = 7, "Chidi", Part::Secretariat(&[SecretariatRole::Reviewer]);
    /// Publishes.
    DANA = 8, "Dana", Part::Secretariat(&[SecretariatRole::Publisher]);
    /// Reviews and publishes, never the same filing.
    ERIKA = 9, "Erika", Part::Secretariat(&[SecretariatRole::Reviewer, SecretariatRole::Publisher]);
    /// Keeps accounts.
    FARID = 10, "Farid", Part::Administrator;
    /// Reads the log.
    GRETA = 11, "Greta", Part::Auditor;
}

impl SamplePerson {
    /// Their id.
    pub const fn id(self) -> PersonId {
        PersonId::new(Uuid::from_u128(self.number))
    }

    /// Their side and roles.
    pub fn side(self) -> Side {
        match self.part {
            Part::State(state, roles) => Side::State {
                state,
                roles: roles.iter().copied().collect(),
            },
            Part::Secretariat(roles) => Side::Secretariat(roles.iter().copied().collect()),
            Part::Administrator => Side::Administrator,
            Part::Auditor => Side::Auditor,
        }
    }

    /// As they act.
    pub fn actor(self) -> Actor {
        Actor {
            id: self.id(),
            name: self.name.to_owned(),
            side: self.side(),
            alone: self == SOLVEIG,
        }
    }
}

fn typed(text: &str) -> Typed {
    Typed {
        text: text.to_owned(),
        ..Typed::default()
    }
}

fn in_english(text: &str) -> Typed {
    Typed {
        language: "en".to_owned(),
        ..typed(text)
    }
}

fn ticked(codes: &[&str]) -> Typed {
    Typed {
        choices: codes.iter().map(|code| (*code).to_owned()).collect(),
        ..Typed::default()
    }
}

fn on(day: &str, month: &str, time: &str) -> Typed {
    let [day, month, year, time] = [day, month, "2026", time].map(str::to_owned);
    Typed {
        day,
        month,
        year,
        time,
        ..Typed::default()
    }
}

fn cannot(why: &str) -> Typed {
    Typed {
        cannot: why.to_owned(),
        ..Typed::default()
    }
}

/// A complete draft: an archive under water, and the systems that went with it.
pub fn flooded_archive(audience: Audience) -> Draft {
    let readers = [
        (Field::Marking, typed("clear")),
        (Field::Audience, typed(audience.code())),
    ];
    Draft {
        answers: what_happened()
            .into_iter()
            .chain(whom_it_touched())
            .chain(readers)
            .collect(),
        ..Draft::default()
    }
}

fn what_happened() -> [(Field, Typed); 11] {
    let summary = "A cooling failure in one data centre stopped the national land register for nine hours. Paper \
                   procedures were used. No data were lost.";
    let title = "Outage of the national land register after a cooling failure";
    [
        (Field::NoticeKind, typed("incident")),
        (Field::Exercise, typed("real")),
        (Field::Title, in_english(title)),
        (Field::Summary, in_english(summary)),
        (Field::NationalReference, typed("VAL-2026-112")),
        (Field::BecameAware, on("16", "3", "07:40")),
        (Field::Detected, on("16", "3", "07:35")),
        (Field::Status, typed("resolved")),
        (Field::Determination, typed("confirmed")),
        (Field::Type, typed("outage")),
        (Field::SuspectedMalicious, typed("no")),
    ]
}

fn whom_it_touched() -> [(Field, Typed); 11] {
    let mut cross_border = typed("no");
    "ongoing-investigation".clone_into(&mut cross_border.held_back);
    let mut count = typed("12000");
    "estimate".clone_into(&mut count.estimate);
    let measures = "Failover to the second data centre; the cooling was repaired the same day.";
    [
        (Field::Sectors, ticked(&["public-administration"])),
        (Field::CriticalInfrastructure, typed("yes")),
        (Field::CrossBorder, cross_border),
        (Field::StatesAffected, cannot("none")),
        (Field::AffectedCount, count),
        (Field::NationalSeverity, typed("Level 2 of 5")),
        (Field::Severity, typed("S2")),
        (Field::ExternalImpact, ticked(&["public-confidence"])),
        (Field::Measures, in_english(measures)),
        (Field::Assistance, typed("none")),
        (Field::OthersInformed, cannot("third-party")),
    ]
}

/// A note with these words.
///
/// # Errors
/// As [`Note`] has them.
pub fn note(text: &str) -> Result<Note, Refusal> {
    text.parse()
}

/// What the approver or publisher of this filing has in front of them.
pub fn seen(filing: &Filing, now: Timestamp) -> Hash {
    let incident = filing.draft.complete(filing.terms, now);
    incident
        .map(|incident| Disclosure::of(&filing.reference.state, &incident).hash())
        .unwrap_or_default()
}

/// The decisions that lead a filing for this audience to this stage: Amina drafts, Bashir approves, Chidi reviews, Dana
/// publishes.
///
/// # Errors
/// Where there is no way there: a filing that is not for the public is never published.
pub fn way_to(stage: StageName, audience: Audience) -> Result<(Filing, Vec<Decided>), Refusal> {
    let reference = FilingReference {
        kind: FilingKind::Incident,
        state: StateCode::VALDORIA,
        year: 2026,
        number: 7,
    };
    let id = FilingId::new(Uuid::from_u128(0x7));
    let mut filing = Filing::open(id, reference, flooded_archive(audience), &AMINA.actor(), TUESDAY);
    let commands = steps_to(stage, &seen(&filing, TUESDAY))?;
    let mut decisions = Vec::with_capacity(commands.len());
    for (minute, (person, command)) in (1..).zip(commands) {
        let decided = filing.decide(command, &person.actor(), TUESDAY.plus_seconds(minute * 60))?;
        filing = decided.filing.clone();
        filing.version = filing.version.next();
        decisions.push(decided);
    }
    Ok((filing, decisions))
}

/// Who commands what, in order.
fn steps_to(stage: StageName, seen: &Hash) -> Result<Vec<(SamplePerson, Command)>, Refusal> {
    use StageName as S;
    let on = Some(Field::Measures.into());
    let text = note("Which second data centre took over?")?;
    let change = note("We added the city.")?;
    let review = [
        (AMINA, Command::Send),
        (BASHIR, Command::Approve { seen: seen.clone() }),
        (CHIDI, Command::Claim),
    ];
    let asked = (CHIDI, Command::Ask(Question { on, text }));
    let answered = (AMINA, Command::Answer { answer: change });
    let accepted = (CHIDI, Command::Accept);
    let published = (DANA, Command::Publish { seen: seen.clone() });
    let why = note("Filed twice.")?;
    let withdrawn = (BASHIR, Command::Withdraw { why });
    Ok(match stage {
        S::Draft => Vec::new(),
        S::AwaitingApproval => review[..1].to_vec(),
        S::Submitted => review[..2].to_vec(),
        S::UnderReview => review.to_vec(),
        S::ClarificationAsked => [&review[..], &[asked]].concat(),
        S::AnswerAwaitingApproval => [&review[..], &[asked, answered]].concat(),
        S::Accepted => [&review[..], &[accepted]].concat(),
        S::Published => [&review[..], &[accepted, published]].concat(),
        S::Withdrawn => [&review[..2], &[withdrawn]].concat(),
    })
}
