//! What can be wrong with a questionnaire, and where: a flaw in a row and a column of its [table](super::table).

/// A column of the table, or a part of the whole.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Column {
    /// The version, of the whole.
    Version,
    /// The language, of the whole.
    Language,
    /// The title, of the whole.
    Title,
    /// The section's id.
    Section,
    /// The section's title.
    SectionTitle,
    /// The section's guidance.
    SectionGuidance,
    /// The question's id.
    Question,
    /// The question.
    Text,
    /// Its guidance.
    Guidance,
    /// How it is answered.
    Kind,
    /// What it offers.
    Choices,
    /// The most characters of its answer.
    Limit,
    /// What it counts.
    Unit,
    /// The commitments it serves.
    Serves,
    /// The form from which on it is asked.
    Tier,
    /// The part of the UN national survey.
    Part,
    /// The question it was before.
    SameAs,
    /// The questions it stands in place of.
    Replaces,
}

impl Column {
    /// The columns of the table, in order.
    pub const TABLE: [Self; 15] = [
        Self::Section,
        Self::SectionTitle,
        Self::SectionGuidance,
        Self::Question,
        Self::Text,
        Self::Guidance,
        Self::Kind,
        Self::Choices,
        Self::Limit,
        Self::Unit,
        Self::Serves,
        Self::Tier,
        Self::Part,
        Self::SameAs,
        Self::Replaces,
    ];

    /// Its heading.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Version => "version",
            Self::Language => "language",
            Self::Title => "title",
            Self::Section => "section",
            Self::SectionTitle => "section-title",
            Self::SectionGuidance => "section-guidance",
            Self::Question => "question",
            Self::Text => "text",
            Self::Guidance => "guidance",
            Self::Kind => "kind",
            Self::Choices => "choices",
            Self::Limit => "limit",
            Self::Unit => "unit",
            Self::Serves => "serves",
            Self::Tier => "tier",
            Self::Part => "part",
            Self::SameAs => "same-as",
            Self::Replaces => "replaces",
        }
    }
}

/// What is wrong.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Flaw {
    /// The table has no such column.
    NoColumn,
    /// Nothing where something is needed.
    Missing,
    /// Something where nothing belongs.
    NotNeeded,
    /// More characters than this.
    TooLong {
        /// The most.
        max: usize,
    },
    /// More of them than this.
    TooMany {
        /// The most.
        max: usize,
    },
    /// Characters that cannot be shown, or that the table needs for itself.
    Unreadable,
    /// Carries a classification marking.
    Classified,
    /// Not of the shape this column has.
    Malformed,
    /// None of those known.
    Unknown,
    /// There already is one.
    Twice,
    /// The section's questions do not stand together.
    Scattered,
    /// Not what the section's first row says.
    Differs,
    /// The same as a question of another kind.
    OtherKind,
    /// The portal uses this id for something else.
    Taken,
    /// The version before has a question with this id, which this one does not take up.
    Reused,
}

impl Flaw {
    /// The end of the message id that says it.
    pub const fn code(self) -> &'static str {
        match self {
            Self::NoColumn => "no-column",
            Self::Missing => "missing",
            Self::NotNeeded => "not-needed",
            Self::TooLong { .. } => "too-long",
            Self::TooMany { .. } => "too-many",
            Self::Unreadable => "unreadable",
            Self::Classified => "classified",
            Self::Malformed => "malformed",
            Self::Unknown => "unknown",
            Self::Twice => "twice",
            Self::Scattered => "scattered",
            Self::Differs => "differs",
            Self::OtherKind => "other-kind",
            Self::Taken => "taken",
            Self::Reused => "reused",
        }
    }
}

/// A flaw, and where it is. They sort by row, then by column.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Fault {
    /// The row, the heading being 1; none where it concerns the whole.
    pub row: Option<usize>,
    /// The column.
    pub column: Column,
    /// What is wrong.
    pub flaw: Flaw,
}
