//! What is printed, as plain values.
//!
//! A `String` is a sentence of the portal, in the language of the document. [`Words`] are somebody's: they carry their
//! own language, and a blank line in them begins a paragraph.

use time::OffsetDateTime;

/// Which way a text runs.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Direction {
    /// As Latin, Cyrillic and Chinese do.
    #[default]
    LeftToRight,
    /// As Arabic and Hebrew do.
    RightToLeft,
}

/// Scripts that run from right to left (ISO 15924).
const SCRIPTS: [&str; 12] = [
    "adlm", "arab", "aran", "hebr", "mand", "mend", "nkoo", "rohg", "samr", "syrc", "thaa", "yezi",
];

/// Languages written in one of them where the tag names no script (ISO 639).
const LANGUAGES: [&str; 22] = [
    "ar", "arc", "arq", "arz", "ary", "bal", "bgn", "ckb", "dv", "fa", "glk", "he", "ks", "mzn", "nqo", "ps", "sd",
    "syr", "ug", "ur", "yi", "khw",
];

impl Direction {
    /// The direction of a language (BCP 47), by its script where it names one.
    pub fn of(language: &str) -> Self {
        let tag = language.to_ascii_lowercase();
        let mut parts = tag.split('-');
        let first = parts.next().unwrap_or_default();
        let from_right = match parts.find(|part| part.len() == 4 && part.bytes().all(|byte| byte.is_ascii_alphabetic()))
        {
            Some(script) => SCRIPTS.contains(&script),
            None => LANGUAGES.contains(&first),
        };
        if from_right {
            Self::RightToLeft
        } else {
            Self::LeftToRight
        }
    }
}

/// A text in a language of its own.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Words {
    /// As written.
    pub text: String,
    /// A BCP 47 tag. One that is not understood counts as undetermined.
    pub language: String,
    /// Which way it runs.
    pub direction: Direction,
}

impl Words {
    /// A text in this language, in its usual direction.
    pub fn new(text: impl Into<String>, language: &str) -> Self {
        Self {
            text: text.into(),
            language: language.to_owned(),
            direction: Direction::of(language),
        }
    }
}

/// A document.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Printed {
    /// Its title: on the first page, on top of the others, and in the window of the reader.
    pub title: String,
    /// The language of the portal's own sentences, a BCP 47 tag.
    pub language: String,
    /// Which way the document runs, and with it the layout.
    pub direction: Direction,
    /// How it is marked and who may read it, on top of every page: "Unclassified · Seen by participating States". May be
    /// empty.
    pub marking: String,
    /// Lines under the title: whose it is, of what year.
    pub subject: Vec<String>,
    /// What to know before reading, in a box on the first page.
    pub notice: Vec<String>,
    /// When and from what it was made.
    pub generated: String,
    /// That same time, for the file.
    pub written: OffsetDateTime,
    /// The document itself.
    pub sections: Vec<Part>,
    /// Lines at the foot of every page. There is room for three.
    pub footer: Vec<String>,
    /// The words of a page number, in which `{page}` and `{pages}` stand for numbers.
    pub page: String,
}

/// A section.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Part {
    /// Its heading, of the first level.
    pub heading: Words,
    /// What it consists of.
    pub blocks: Vec<Block>,
}

/// A piece of a section.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Block {
    /// Running text.
    Paragraph(Words),
    /// A list, of which no entry is before another.
    List(Vec<Words>),
    /// A question, and what was said to it.
    Question(Box<Question>),
    /// Rows and columns.
    Table(Table),
}

/// A question, and what was said to it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Question {
    /// The question: a heading of the second level.
    pub asked: Words,
    /// How to understand it.
    pub guidance: Option<Words>,
    /// What was said, in the portal's words: "Substantial progress, as stated by Valdoria", "Withheld: …".
    pub stated: Option<String>,
    /// What was said, in the State's own words.
    pub answer: Option<Words>,
    /// Who may see it, how it stands to last year's.
    pub meta: Vec<String>,
    /// What others can read about it.
    pub evidence: Option<Evidence>,
}

/// Links to what others can read.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Evidence {
    /// What to call them.
    pub label: String,
    /// Where they lead. What does not begin with `https://` is printed and leads nowhere.
    pub links: Vec<String>,
}

/// A table with one row of headings.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Table {
    /// The headings of the columns; as many as a row has cells.
    pub header: Vec<String>,
    /// The rows. One that is too short is filled up, one that is too long is cut.
    pub rows: Vec<Vec<Words>>,
}
