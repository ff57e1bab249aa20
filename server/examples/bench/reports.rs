//! Ten cycles of progress reports of States that do not exist, which say nothing: words without a meaning, in as many
//! kinds of answers and for as many kinds of readers as there are.
//!
//! They are made by the domain's own functions, as far as a database knows: a questionnaire is drafted, proposed and
//! opened; a draft is completed, and disclosed to everyone.

use crate::invented::{LANGUAGES, words};
use domain::{
    calendar::{Calendar, Day},
    commitment::{Commitments, Memberships},
    cycle::{Cycle, CycleYear, Plan, Proposal, Reminders},
    draft::Typed,
    ids::Timestamp,
    marking::{Audience, Reason},
    participation::ClosedFigure,
    questionnaire::{Edition, Frozen, Kind, Lineage, Progress, Question, Questionnaire},
    report::{ReportDisclosure, ReportDraft, Terms, Tier, TypedAnswer},
    samples::{CHIDI, DANA},
    state::{State, StateCode},
};
use std::{error::Error, ops::RangeInclusive};

type Done<T> = Result<T, Box<dyn Error>>;

/// The years of the cycles: before any of the demonstration's, and before anything else that is invented here.
pub const YEARS: RangeInclusive<u16> = 2012..=2021;

/// A State answers a question anew in one of so many years, and says the same in the others.
const ANEW: usize = 3;

/// A cycle with the version of the questionnaire it uses, and what was fixed when it closed.
pub struct Held {
    /// The cycle.
    pub cycle: Cycle,
    /// Its version, with how it came to be opened.
    pub edition: Edition,
    /// The same, frozen.
    pub frozen: Frozen,
    /// Its figure.
    pub closed: ClosedFigure,
}

/// All cycles, each with a version that asks the same as the one before.
pub fn cycles(states: &[State]) -> Done<Vec<Held>> {
    let mut held: Vec<Held> = Vec::new();
    for year in YEARS {
        let before = held.last().map(|held| &held.frozen);
        held.push(cycle(year.try_into()?, states, before)?);
    }
    Ok(held)
}

fn cycle(year: CycleYear, states: &[State], before: Option<&Frozen>) -> Done<Held> {
    let edition = edition(year, before)?;
    let frozen = edition.frozen().ok_or("it was not opened")?;
    let proposal = Proposal::of(plan(year, &frozen, states)?, &CHIDI.actor())?;
    let cycle = proposal.open(&frozen, &DANA.actor(), opened(year)?)?;
    let over = beginning(day(year, "12-31")?);
    let closed = ClosedFigure::fix(&cycle, &[Calendar::default()], [], over).ok_or("it is not over")?;
    Ok(Held {
        cycle,
        edition,
        frozen,
        closed,
    })
}

fn edition(year: CycleYear, before: Option<&Frozen>) -> Done<Edition> {
    let mut asks = Questionnaire::shipped()?;
    asks.version = format!("{year}.1").parse()?;
    if let Some(before) = before {
        asks.follows = Some(before.version);
        for question in asks.sections.iter_mut().flat_map(|section| &mut section.questions) {
            question.succeeds = Lineage::Same(question.id.clone());
        }
    }
    let (known, at) = (Commitments::shipped(), opened(year)?);
    let draft = Edition::begin(asks, &CHIDI.actor())?;
    let proposed = draft.propose(&known, before, &CHIDI.actor(), at)?;
    Ok(proposed.open(&known, before, &DANA.actor(), at)?)
}

fn plan(year: CycleYear, frozen: &Frozen, states: &[State]) -> Done<Plan> {
    Ok(Plan {
        year,
        questionnaire: frozen.version,
        opens: day(year, "03-02")?,
        due: day(year, "05-15")?,
        closes: day(year, "06-30")?,
        conference: None,
        participating: states.iter().map(|state| state.code).collect(),
        audience: Audience::Public,
        reminders: Reminders::default(),
    })
}

fn day(year: CycleYear, rest: &str) -> Done<Day> {
    format!("{year}-{rest}").parse().map_err(|_| "not a day".into())
}

fn beginning(day: Day) -> Timestamp {
    day.date().midnight().assume_utc().into()
}

/// When a cycle was opened.
pub fn opened(year: CycleYear) -> Done<Timestamp> {
    Ok(beginning(day(year, "02-01")?))
}

/// What every one of these States belongs to: all there is, so that all of them are asked everything.
pub fn memberships() -> Memberships {
    let circles = Commitments::shipped()
        .circles()
        .map(|circle| circle.id.clone())
        .collect();
    Memberships {
        circles,
        ..Memberships::default()
    }
}

/// What the public reads of this State's report in a cycle.
pub fn report(held: &Held, state: StateCode, number: usize) -> Done<ReportDisclosure> {
    let terms = Terms {
        cycle: held.cycle.year(),
        questionnaire: &held.frozen,
        about: &Commitments::shipped().asked_of(&memberships()),
        audience: Audience::Public,
        last: None,
    };
    let year = usize::from(u16::from(held.cycle.year()));
    let questions = held.frozen.questions().enumerate();
    let answers = questions.map(|(place, question)| (question.id.clone(), answer(question, number, place, year)));
    let draft = ReportDraft {
        tier: Tier::Full.code().to_owned(),
        answers: answers.collect(),
        ..ReportDraft::default()
    };
    let report = draft.complete(&terms);
    let report = report.map_err(|issues| format!("the report is not complete: {issues:?}"))?;
    Ok(report.disclose(&state, Audience::Public).ok_or("it is not public")?)
}

/// What a State types into a question of this place. Of ten answers one is for the secretariat only and one for
/// participating States; of twenty, one is withheld and one unknown.
fn answer(question: &Question, state: usize, place: usize, year: usize) -> TypedAnswer {
    let drawn = state * 31 + place * 7 + (year + place) / ANEW * 13;
    let audience = match (state + place) % 10 {
        0 => Audience::Secretariat.code(),
        1 => Audience::ParticipatingStates.code(),
        _ => "",
    };
    let mut answer = match (state + place) % 20 {
        7 => cannot(Reason::Security.code()),
        13 => cannot("unknown"),
        _ => value(&question.kind, drawn, LANGUAGES[state % LANGUAGES.len()]),
    };
    audience.clone_into(&mut answer.audience);
    answer
}

fn cannot(why: &str) -> TypedAnswer {
    let mut answer = TypedAnswer::default();
    why.clone_into(&mut answer.value.cannot);
    answer
}

fn value(kind: &Kind, drawn: usize, language: (&str, &str, &str)) -> TypedAnswer {
    let mut answer = TypedAnswer::default();
    match kind {
        Kind::Progress => answer.value.text = progress(drawn),
        Kind::Choice(_) => answer.value.text = offered(kind, drawn),
        Kind::Choices(_) => answer.value.choices = vec![offered(kind, drawn)],
        Kind::Number { .. } => answer.value.text = (drawn % 500).to_string(),
        Kind::Date => date(&mut answer.value, drawn),
        Kind::Text { max } => text(&mut answer.value, *max, drawn, language),
        Kind::Evidence => answer.evidence = vec![link(drawn)],
    }
    if drawn.is_multiple_of(9) {
        answer.evidence = vec![link(drawn)];
    }
    answer
}

fn progress(drawn: usize) -> String {
    Progress::ALL[drawn % Progress::ALL.len()].code().to_owned()
}

/// One of the choices, and never "other", which would have to be explained.
fn offered(kind: &Kind, drawn: usize) -> String {
    let mut codes: Vec<String> = kind.offers().iter().map(|choice| choice.code.to_string()).collect();
    codes.retain(|code| code != "other");
    codes[drawn % codes.len()].clone()
}

fn date(typed: &mut Typed, drawn: usize) {
    typed.year = (2000 + drawn % 12).to_string();
    if drawn.is_multiple_of(2) {
        typed.month = (1 + drawn % 12).to_string();
    }
}

/// From ten to fifty words after a sentence in the language of the State, as far as there is room.
fn text(typed: &mut Typed, max: usize, drawn: usize, (language, _, sentence): (&str, &str, &str)) {
    let text = format!("{sentence} {}", words(drawn as u64, 10 + drawn % 41));
    typed.text = text.chars().take(max).collect();
    language.clone_into(&mut typed.language);
}

fn link(drawn: usize) -> String {
    format!("https://cyber-{drawn}.example/report")
}
