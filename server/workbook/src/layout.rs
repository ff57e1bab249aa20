//! Where what stands: the one description that writing and reading share.
//!
//! A section is a sheet, a question is a line, and its boxes are columns, so that everything said to one question is in
//! one row. Two things do not fit into a row and get lines of their own under their question:
//!
//! - **Several choices**: one line for each, answered by yes in a drop-down. A list of codes in one cell would have to be
//!   typed by heart, a column for each choice would make the sheet as wide as the longest list; a line can be read,
//!   ticked and printed, and a spreadsheet offers it for choosing without macros.
//! - **What "other" stands for**, under the choices.
//!
//! A line is known by its id in the first column, not by its place: `cdp-1-in-place`, `cdp-1-in-place/strategy`,
//! `cdp-1-in-place/other/which`. A slash is in no id of a question, so that no line can be taken for another.

use crate::{Form, lists::ListName};
use domain::{
    questionnaire::{Choice, Kind, Question, Section},
    report::OTHER_MAX,
};

/// The row of the headings, counted from 0: the section's title and guidance stand above.
pub(crate) const HEADINGS: u32 = 2;
/// The row of the first question.
pub(crate) const FIRST: u32 = 3;
/// The most characters of a sheet's name: a limit of the format.
const NAME_MAX: usize = 31;

/// A column of a section's sheet, in order.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Column {
    Id,
    Question,
    Guidance,
    Answer,
    Language,
    Estimate,
    Cannot,
    Audience,
    Evidence,
}

impl Column {
    pub const ALL: [Self; 9] = [
        Self::Id,
        Self::Question,
        Self::Guidance,
        Self::Answer,
        Self::Language,
        Self::Estimate,
        Self::Cannot,
        Self::Audience,
        Self::Evidence,
    ];

    /// The end of the message id of its heading.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Id => "id",
            Self::Question => "question",
            Self::Guidance => "guidance",
            Self::Answer => "answer",
            Self::Language => "language",
            Self::Estimate => "estimate",
            Self::Cannot => "cannot",
            Self::Audience => "audience",
            Self::Evidence => "evidence",
        }
    }

    /// Where it stands, counted from 0.
    pub const fn index(self) -> u16 {
        self as u16
    }
}

/// What the portal says in cells that are not for answers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Remark {
    /// The question is answered in the lines below.
    Below,
    /// The question is answered by links.
    Links,
    /// Asks what "other" stands for.
    Which,
    /// The answer is left out.
    LeftOut,
}

impl Remark {
    pub const ALL: [Self; 4] = [Self::Below, Self::Links, Self::Which, Self::LeftOut];

    /// The end of its message id.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Below => "below",
            Self::Links => "links",
            Self::Which => "which",
            Self::LeftOut => "left-out",
        }
    }
}

/// What can be written into a cell for an answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Takes {
    OneOf(ListName),
    Number,
    Date,
    Text(usize),
    Links,
}

/// What a line is for.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Part<'a> {
    /// The question.
    Whole,
    /// One of several choices.
    Tick(&'a Choice),
    /// What "other" stands for.
    Which,
}

/// A line of a sheet.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Line<'a> {
    pub question: &'a Question,
    pub part: Part<'a>,
}

impl<'a> Line<'a> {
    /// The lines of a question, the question itself first.
    pub fn of(question: &'a Question) -> Vec<Self> {
        let line = |part| Self { question, part };
        let mut lines = vec![line(Part::Whole)];
        if let Kind::Choices(offered) = &question.kind {
            lines.extend(offered.iter().map(|choice| line(Part::Tick(choice))));
        }
        if offers_other(&question.kind) {
            lines.push(line(Part::Which));
        }
        lines
    }

    /// By which it is known.
    pub fn id(&self) -> String {
        let question = &self.question.id;
        match self.part {
            Part::Whole => question.to_string(),
            Part::Tick(choice) => format!("{question}/{}", choice.code),
            Part::Which => format!("{question}/other/which"),
        }
    }

    /// What can be written there, if anything.
    pub fn takes(&self, column: Column) -> Option<Takes> {
        let kind = &self.question.kind;
        match (self.part, column) {
            (Part::Tick(_), Column::Answer) => Some(Takes::OneOf(ListName::YesNo)),
            (Part::Which, Column::Answer) => Some(Takes::Text(OTHER_MAX)),
            (Part::Tick(_) | Part::Which, _) | (_, Column::Id | Column::Question | Column::Guidance) => None,
            (Part::Whole, Column::Answer) => match kind {
                Kind::Choice(_) => Some(Takes::OneOf(ListName::Of(self.question.id.clone()))),
                Kind::Progress => Some(Takes::OneOf(ListName::Progress)),
                Kind::Number { .. } => Some(Takes::Number),
                Kind::Date => Some(Takes::Date),
                Kind::Text { max } => Some(Takes::Text(*max)),
                Kind::Choices(_) | Kind::Evidence => None,
            },
            (Part::Whole, Column::Language) => {
                matches!(kind, Kind::Text { .. }).then_some(Takes::OneOf(ListName::Language))
            }
            (Part::Whole, Column::Estimate) => {
                matches!(kind, Kind::Number { .. }).then_some(Takes::OneOf(ListName::Estimate))
            }
            (Part::Whole, Column::Cannot) if kind.may_be_none() => Some(Takes::OneOf(ListName::CannotOrNone)),
            (Part::Whole, Column::Cannot) => Some(Takes::OneOf(ListName::Cannot)),
            (Part::Whole, Column::Audience) => Some(Takes::OneOf(ListName::Audience)),
            (Part::Whole, Column::Evidence) => Some(Takes::Links),
        }
    }

    /// What stands there where nothing can be written.
    pub fn says(&self, column: Column, left_out: bool, remark: impl Fn(Remark) -> String) -> String {
        match (column, self.part) {
            (Column::Id, _) => self.id(),
            (Column::Question, Part::Whole) => self.question.text.clone(),
            (Column::Question, Part::Tick(choice)) => choice.label.clone(),
            (Column::Question, Part::Which) => remark(Remark::Which),
            (Column::Guidance, Part::Whole) => self.guidance(),
            (Column::Answer, Part::Whole) if left_out => remark(Remark::LeftOut),
            (Column::Answer, Part::Whole) => match self.question.kind {
                Kind::Choices(_) => remark(Remark::Below),
                Kind::Evidence => remark(Remark::Links),
                _ => String::new(),
            },
            _ => String::new(),
        }
    }

    /// The guidance, and what a number counts.
    fn guidance(&self) -> String {
        let guidance = &self.question.guidance;
        match &self.question.kind {
            Kind::Number { unit } if guidance.is_empty() => unit.clone(),
            Kind::Number { unit } => format!("{guidance}\n{unit}"),
            _ => guidance.clone(),
        }
    }
}

/// Whether one of the choices asks to say which.
pub(crate) fn offers_other(kind: &Kind) -> bool {
    kind.offers().iter().any(|choice| choice.code.as_str() == "other")
}

/// The sheet of a section.
#[derive(Clone, Debug)]
pub(crate) struct Sheet<'a> {
    pub name: String,
    pub section: &'a Section,
    pub lines: Vec<Line<'a>>,
}

/// The sheets of a form: of each section in which something is asked.
pub(crate) fn sheets<'a>(form: &Form<'a>) -> Vec<Sheet<'a>> {
    let mut sheets: Vec<Sheet<'a>> = Vec::new();
    for section in &form.questionnaire.sections {
        let asked = section.questions.iter();
        let asked = asked.filter(|question| question.is_asked(form.depth, form.about));
        let lines: Vec<_> = asked.flat_map(Line::of).collect();
        if !lines.is_empty() {
            let name = sheet_name(&format!("{} {}", sheets.len() + 1, section.title));
            sheets.push(Sheet { name, section, lines });
        }
    }
    sheets
}

/// As much of the text as a sheet's name can hold, without what it cannot. The number in front keeps names apart.
pub(crate) fn sheet_name(text: &str) -> String {
    let allowed = |c: char| {
        if c.is_control() || "[]:*?/\\".contains(c) {
            ' '
        } else {
            c
        }
    };
    let words: String = text.chars().map(allowed).collect();
    let words = words.split_whitespace().collect::<Vec<_>>().join(" ");
    let mut name = String::new();
    let mut left = NAME_MAX;
    for c in words.chars() {
        match left.checked_sub(c.len_utf16()) {
            Some(less) => left = less,
            None => break,
        }
        name.push(c);
    }
    name.trim_matches(['\'', ' ']).to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sheets_name_is_what_the_format_allows() {
        assert_eq!(sheet_name("1 Capabilities"), "1 Capabilities");
        assert_eq!(
            sheet_name("8 Norms (a) to (d): working with others"),
            "8 Norms (a) to (d) working with"
        );
        assert_eq!(sheet_name("2 [A]/B\\C?\n'"), "2 A B C");
        assert_eq!(sheet_name(&"😀".repeat(40)).encode_utf16().count(), 30);
    }
}
