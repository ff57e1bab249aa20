//! From what was typed to a report, and the only way to one.

use crate::{
    answer::{Answer, Count, Moment, MomentParts, Text},
    catalogue,
    draft::Typed,
    guard,
    issue::Problem,
    marking::{Audience, Reason},
    questionnaire::{Choice, ChoiceCode, Depth, Kind, Progress, Question},
    report::{
        Carried, Content, Issues, LINKS_MAX, Link, OTHER_MAX, On, Report, ReportDraft, Stated, Terms, Tier,
        TypedAnswer, Value, Wrong,
    },
};
use std::collections::BTreeMap;

impl ReportDraft {
    /// The report, or everything that stands in the way, in page order.
    ///
    /// # Errors
    /// All issues at once; never just the first. An unanswered question is none.
    pub fn complete(&self, terms: &Terms<'_>) -> Result<Report, Issues> {
        let mut issues = Issues::default();
        let mut note = |on, wrong| issues.note(on, wrong);
        let tier = self.chosen_tier().map_err(|wrong| note(On::Tier, wrong)).ok();
        let audience = self.readers(terms.audience).map_err(|wrong| note(On::Audience, wrong));
        let content = match tier {
            None => None,
            Some(Tier::NothingNew) => self.nothing_new(terms).map_err(|wrong| note(On::Since, wrong)).ok(),
            Some(Tier::Short) => Some(self.form(Depth::Short, terms, &mut issues)),
            Some(Tier::Full) => Some(self.form(Depth::Full, terms, &mut issues)),
        };
        match (audience, content) {
            (Ok(audience), Some(content)) if issues.is_empty() => Ok(Report {
                cycle: terms.cycle,
                questionnaire: terms.questionnaire.version,
                questions: terms.questionnaire.hash(),
                about: terms.about.clone(),
                audience,
                content,
            }),
            _ => Err(issues),
        }
    }

    fn chosen_tier(&self) -> Result<Tier, Wrong> {
        match self.tier.as_str() {
            "" => Err(Problem::Missing.into()),
            code => Tier::from_code(code).ok_or(Problem::NotOffered.into()),
        }
    }

    /// Who may know that the State reported.
    pub(super) fn readers(&self, default: Audience) -> Result<Audience, Wrong> {
        readers(&self.audience, default)
    }

    fn nothing_new(&self, terms: &Terms<'_>) -> Result<Content, Wrong> {
        let last = terms.last.ok_or(Wrong::NoLastReport)?;
        match self.since.as_str() {
            "" => Err(Problem::Missing.into()),
            since if since == last.cycle.to_string() => Ok(Content::NothingNew { since: last.cycle }),
            _ => Err(Problem::NotOffered.into()),
        }
    }

    fn form(&self, depth: Depth, terms: &Terms<'_>, issues: &mut Issues) -> Content {
        let mut answers = BTreeMap::new();
        for question in terms.questionnaire.asked(depth, terms.about) {
            match self.judge(question, terms) {
                Ok(stated) => {
                    answers.insert(question.id.clone(), stated);
                }
                Err(wrong) => issues.note(On::Question(question.id.clone()), wrong),
            }
        }
        let is_asked = |question: &&Question| question.is_asked(depth, terms.about);
        let others = terms.questionnaire.questions().filter(|question| !is_asked(question));
        Content::Form {
            depth,
            answers,
            not_asked: others.map(|question| question.id.clone()).collect(),
        }
    }

    /// What is stated on one question, or what is wrong with it.
    pub(super) fn judge(&self, question: &Question, terms: &Terms<'_>) -> Result<Stated, Wrong> {
        let typed = self.typed(&question.id);
        if typed.is_classified() {
            return Err(Problem::Classified.into());
        }
        let ceiling = self.readers(terms.audience).unwrap_or(Audience::Secretariat);
        let mut stated = stated(&question.kind, &typed)?;
        stated.audience = readers(&typed.audience, ceiling)?.min(ceiling);
        let last = terms.last.and_then(|last| last.answers.get(&question.id));
        stated.carried = carried(last, &stated, typed.confirmed.is_some())?;
        Ok(stated)
    }
}

fn readers(code: &str, default: Audience) -> Result<Audience, Wrong> {
    match code {
        "" => Ok(default),
        code => Audience::from_code(code).ok_or(Problem::NotOffered.into()),
    }
}

fn carried(last: Option<&Stated>, now: &Stated, confirmed: bool) -> Result<Option<Carried>, Wrong> {
    let last = last.filter(|last| last.says_something());
    Ok(match (last, now.says_something()) {
        (None, false) => None,
        (None, true) => Some(Carried::New),
        (Some(_), false) => Some(Carried::Dropped),
        (Some(last), true) if !last.says_the_same(now) => Some(Carried::Changed),
        (Some(_), true) if confirmed => Some(Carried::Confirmed),
        (Some(_), true) => return Err(Wrong::NotConfirmed),
    })
}

/// The answer and its evidence; readers and history are added to it.
fn stated(kind: &Kind, typed: &TypedAnswer) -> Result<Stated, Wrong> {
    let links = links(&typed.evidence)?;
    let asks_for_links = matches!(kind, Kind::Evidence);
    let answer = match (typed.value.cannot.as_str(), is_empty(kind, &typed.value, &links)) {
        ("", true) => Answer::LeftBlank,
        ("", false) if asks_for_links => Answer::Given(Value::Links(links.clone())),
        ("", false) => Answer::Given(value(kind, &typed.value)?),
        (_, false) => return Err(Problem::BothWays.into()),
        ("none", true) if kind.may_be_none() => Answer::None,
        ("unknown", true) => Answer::Unknown,
        (code, true) => Answer::Withheld(Reason::from_code(code).ok_or(Problem::NotOffered)?),
    };
    let evidence = if asks_for_links { Vec::new() } else { links };
    match answer {
        // A link says something, so that beside silence it would be read as the answer.
        Answer::LeftBlank if !evidence.is_empty() => Err(Problem::NoAnswer.into()),
        Answer::Withheld(_) if !evidence.is_empty() => Err(Problem::BothWays.into()),
        answer => Ok(Stated {
            answer,
            audience: Audience::Secretariat,
            evidence,
            carried: None,
        }),
    }
}

/// Whether nothing was typed where this kind of question is answered. What stands beside it is kept and means nothing.
fn is_empty(kind: &Kind, typed: &Typed, links: &[Link]) -> bool {
    let is_blank = |boxes: &[&String]| boxes.iter().all(|text| text.trim().is_empty());
    match kind {
        Kind::Choice(_) | Kind::Progress | Kind::Number { .. } | Kind::Text { .. } => is_blank(&[&typed.text]),
        Kind::Choices(_) => typed.choices.is_empty(),
        Kind::Date => is_blank(&[&typed.day, &typed.month, &typed.year]),
        Kind::Evidence => links.is_empty(),
    }
}

fn links(typed: &[String]) -> Result<Vec<Link>, Wrong> {
    let written = typed.iter().filter(|text| !text.trim().is_empty());
    let mut links: Vec<Link> = Vec::new();
    for text in written {
        let link = text.parse().map_err(|_| Wrong::NotALink)?;
        if !links.contains(&link) {
            links.push(link);
        }
    }
    if links.len() > LINKS_MAX {
        return Err(Wrong::TooManyLinks { max: LINKS_MAX });
    }
    Ok(links)
}

fn value(kind: &Kind, typed: &Typed) -> Result<Value, Problem> {
    match kind {
        Kind::Choice(offered) => {
            let (codes, other) = choices(offered, std::slice::from_ref(&typed.text), &typed.other)?;
            let code = codes.into_iter().next().ok_or(Problem::NotOffered)?;
            Ok(Value::Choice { code, other })
        }
        Kind::Choices(offered) => {
            let (codes, other) = choices(offered, &typed.choices, &typed.other)?;
            Ok(Value::Choices { codes, other })
        }
        Kind::Progress => Progress::from_code(&typed.text)
            .map(Value::Progress)
            .ok_or(Problem::NotOffered),
        Kind::Number { .. } => count(typed).map(Value::Count),
        Kind::Date => date(typed).map(Value::Date),
        Kind::Text { max } => text(typed, *max).map(Value::Text),
        // Its links are read before.
        Kind::Evidence => Err(Problem::Missing),
    }
}

type Chosen = (Vec<ChoiceCode>, Option<String>);

fn choices(offered: &[Choice], typed: &[String], other: &str) -> Result<Chosen, Problem> {
    if typed
        .iter()
        .any(|code| offered.iter().all(|choice| choice.code.as_str() != code))
    {
        return Err(Problem::NotOffered);
    }
    let is_chosen = |choice: &&Choice| typed.iter().any(|code| choice.code.as_str() == code);
    let codes: Vec<_> = offered
        .iter()
        .filter(is_chosen)
        .map(|choice| choice.code.clone())
        .collect();
    let other = match (codes.iter().any(|code| code.as_str() == "other"), other.trim()) {
        (true, "") => return Err(Problem::OtherNotSaid),
        (true, other) if other.chars().count() > OTHER_MAX => return Err(Problem::TooLong { max: OTHER_MAX }),
        (true, other) if other.contains(char::is_control) => return Err(Problem::NotOneLine),
        (true, other) => Some(other.to_owned()),
        // What was written beside an unticked "other" is kept in the draft and means nothing.
        (false, _) => None,
    };
    if codes.is_empty() {
        Err(Problem::NoAnswer)
    } else {
        Ok((codes, other))
    }
}

fn count(typed: &Typed) -> Result<Count, Problem> {
    let is_digit = |c: &char| !c.is_whitespace() && !matches!(c, ',' | '\u{2019}');
    let digits: String = typed.text.chars().filter(is_digit).collect();
    Ok(Count {
        number: digits.parse().map_err(|_| Problem::NotANumber)?,
        estimate: typed.estimate == "estimate",
    })
}

/// A date can lie ahead: a law enters into force, a milestone is expected.
fn date(typed: &Typed) -> Result<Moment, Problem> {
    let parts = MomentParts {
        day: &typed.day,
        month: &typed.month,
        year: &typed.year,
        time: "",
    };
    Moment::parse(parts).ok_or(Problem::NotADate)
}

fn text(typed: &Typed, max: usize) -> Result<Text, Problem> {
    let text = typed.text.trim();
    if text.is_empty() {
        return Err(Problem::Missing);
    }
    if text.chars().count() > max {
        return Err(Problem::TooLong { max });
    }
    if !text.chars().all(Text::may_hold) {
        return Err(Problem::NotOneLine);
    }
    if !catalogue::is_language(&typed.language) {
        return Err(Problem::NoLanguage);
    }
    Ok(Text {
        text: text.to_owned(),
        language: typed.language.clone(),
    })
}

impl TypedAnswer {
    /// Whether any part carries a classification marking.
    pub fn is_classified(&self) -> bool {
        let is_marked = |text: &String| guard::classification_marking(text).is_some();
        self.value.is_classified() || self.evidence.iter().any(is_marked)
    }
}
