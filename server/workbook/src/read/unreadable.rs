//! Why a workbook could not be read.

use domain::{
    cycle::CycleYear,
    questionnaire::{Depth, QuestionnaireVersion},
    state::StateCode,
};
use std::fmt;

/// A cell of a sheet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Spot {
    /// The name of the sheet, as it is in the workbook.
    pub sheet: String,
    /// The name of the cell: `D5`.
    pub cell: String,
}

impl fmt::Display for Spot {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} {}", self.sheet, self.cell)
    }
}

/// Why nothing was taken from a workbook. One reason at a time: the first that stands in the way.
///
/// Reasons are codes; the words, with what to do about it, are messages `workbook-unreadable-<code>` with the
/// [values](Self::values) in their places.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Unreadable {
    /// More bytes than [`BYTES_MAX`](crate::BYTES_MAX).
    #[error("larger than {max} bytes")]
    TooLarge {
        /// The most.
        max: usize,
    },
    /// It needs a password to be opened.
    #[error("encrypted")]
    Encrypted,
    /// A workbook of Excel before 2007 (.xls).
    #[error("in the format before XLSX")]
    OldFormat,
    /// Something else than an XLSX workbook.
    #[error("not an XLSX workbook")]
    NotAWorkbook,
    /// An XLSX workbook of which something is broken or missing.
    #[error("damaged")]
    Damaged,
    /// More files in it than [`PARTS_MAX`](crate::PARTS_MAX).
    #[error("more than {max} parts")]
    TooManyParts {
        /// The most.
        max: usize,
    },
    /// Unpacked, it is larger than anything a form could be.
    #[error("unpacks to too much")]
    UnpacksTooMuch,
    /// It was not made by the portal, or its hidden sheet is gone.
    #[error("not a form")]
    Foreign,
    /// Another layout than this version of the portal knows.
    #[error("another format")]
    OtherFormat,
    /// Something on its hidden sheet was changed.
    #[error("the hidden sheet was changed")]
    CodesChanged,
    /// The form of another State.
    #[error("the form of {found}, not of {expected}")]
    OtherState {
        /// Whose.
        found: StateCode,
        /// Whose report it was to be read into.
        expected: StateCode,
    },
    /// The form of another cycle.
    #[error("the form of {found}, not of {expected}")]
    OtherCycle {
        /// Which.
        found: CycleYear,
        /// The cycle of the report.
        expected: CycleYear,
    },
    /// Another version of the questionnaire.
    #[error("version {found}, not {expected}")]
    OtherVersion {
        /// Which.
        found: QuestionnaireVersion,
        /// The version of the cycle.
        expected: QuestionnaireVersion,
    },
    /// The same version by number, and other questions: from another installation of the portal, perhaps.
    #[error("other questions")]
    OtherQuestions,
    /// Another tier.
    #[error("another depth")]
    OtherDepth {
        /// Which.
        found: Depth,
        /// That of the report.
        expected: Depth,
    },
    /// A sheet is gone or has another name.
    #[error("no sheet {sheet}")]
    SheetMissing {
        /// The name it had.
        sheet: String,
    },
    /// A sheet that the portal did not make.
    #[error("unknown sheet {sheet}")]
    SheetUnknown {
        /// Its name.
        sheet: String,
    },
    /// Many more rows than the form has.
    #[error("{sheet} has more than {max} rows")]
    TooManyRows {
        /// The sheet.
        sheet: String,
        /// The most.
        max: u32,
    },
    /// A heading was changed, or a column stands elsewhere.
    #[error("the heading at {0} was changed")]
    HeadingChanged(Spot),
    /// The text of a question or its guidance was changed.
    #[error("the text at {0} was changed")]
    TextChanged(Spot),
    /// A line of the form is gone.
    #[error("{sheet} has no line {line}")]
    LineMissing {
        /// The sheet.
        sheet: String,
        /// Its id.
        line: String,
    },
    /// A line of the form is there twice.
    #[error("the line at {0} is there twice")]
    LineTwice(Spot),
    /// A line with an id that is not of this sheet.
    #[error("the line at {0} is not of this sheet")]
    LineUnknown(Spot),
    /// A formula.
    #[error("a formula at {0}")]
    Formula(Spot),
    /// An error, such as `#REF!`.
    #[error("an error at {0}")]
    ErrorValue(Spot),
    /// Something where nothing can be answered.
    #[error("something at {0}, where no answer belongs")]
    Astray(Spot),
    /// A choice answered by something else than yes or no.
    #[error("neither yes nor no at {0}")]
    NotYesOrNo(Spot),
}

impl Unreadable {
    /// The end of the message id that says it.
    pub const fn code(&self) -> &'static str {
        match self {
            Self::TooLarge { .. } => "too-large",
            Self::Encrypted => "encrypted",
            Self::OldFormat => "old-format",
            Self::NotAWorkbook => "not-a-workbook",
            Self::Damaged => "damaged",
            Self::TooManyParts { .. } => "too-many-parts",
            Self::UnpacksTooMuch => "unpacks-too-much",
            Self::Foreign => "foreign",
            Self::OtherFormat => "other-format",
            Self::CodesChanged => "codes-changed",
            Self::OtherState { .. } => "other-state",
            Self::OtherCycle { .. } => "other-cycle",
            Self::OtherVersion { .. } => "other-version",
            Self::OtherQuestions => "other-questions",
            Self::OtherDepth { .. } => "other-depth",
            Self::SheetMissing { .. } => "sheet-missing",
            Self::SheetUnknown { .. } => "sheet-unknown",
            Self::TooManyRows { .. } => "too-many-rows",
            Self::HeadingChanged(_) => "heading-changed",
            Self::TextChanged(_) => "text-changed",
            Self::LineMissing { .. } => "line-missing",
            Self::LineTwice(_) => "line-twice",
            Self::LineUnknown(_) => "line-unknown",
            Self::Formula(_) => "formula",
            Self::ErrorValue(_) => "error-value",
            Self::Astray(_) => "astray",
            Self::NotYesOrNo(_) => "not-yes-or-no",
        }
    }

    /// The values of its message. Names of sheets come from the workbook, or from the questionnaire.
    pub fn values(&self) -> Vec<(&'static str, String)> {
        const MEGABYTE: usize = 1024 * 1024;
        let both = |found: &dyn fmt::Display, expected: &dyn fmt::Display| {
            vec![("found", found.to_string()), ("expected", expected.to_string())]
        };
        match self {
            Self::TooLarge { max } => vec![("megabytes", (max / MEGABYTE).to_string())],
            Self::TooManyParts { max } => vec![("max", max.to_string())],
            Self::OtherState { found, expected } => both(found, expected),
            Self::OtherCycle { found, expected } => both(found, expected),
            Self::OtherVersion { found, expected } => both(found, expected),
            Self::OtherDepth { found, expected } => both(&found.code(), &expected.code()),
            Self::SheetMissing { sheet } | Self::SheetUnknown { sheet } => vec![("sheet", sheet.clone())],
            Self::TooManyRows { sheet, max } => vec![("sheet", sheet.clone()), ("max", max.to_string())],
            Self::LineMissing { sheet, line } => vec![("sheet", sheet.clone()), ("line", line.clone())],
            _ => self.spot().map_or_else(Vec::new, |spot| {
                vec![("sheet", spot.sheet.clone()), ("cell", spot.cell.clone())]
            }),
        }
    }

    /// The cell it is about, if it is about one.
    pub const fn spot(&self) -> Option<&Spot> {
        match self {
            Self::HeadingChanged(spot)
            | Self::TextChanged(spot)
            | Self::LineTwice(spot)
            | Self::LineUnknown(spot)
            | Self::Formula(spot)
            | Self::ErrorValue(spot)
            | Self::Astray(spot)
            | Self::NotYesOrNo(spot) => Some(spot),
            _ => None,
        }
    }
}
