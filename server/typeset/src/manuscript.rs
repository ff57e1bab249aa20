//! The manuscript: what is printed, as the program `report.typ` reads it.
//!
//! JSON of plain strings. Every text in it has gone through the [corrections](crate::corrections); what leads somewhere
//! is checked here.

use crate::{
    corrections::Corrections,
    printed::{Block, Direction, Evidence, Part, Printed, Question, Table, Words},
};
use serde_json::{Value, json};
use unicode_segmentation::UnicodeSegmentation;

/// The space around the text of a page, left and right, in millimetres. The [proof](crate::proof) is read by it.
pub(crate) const MARGIN: f64 = 28.0;

/// The most letters of a text in the margin above or below: more would not fit on the page.
const MARGINAL: usize = 100;

/// The longest address that is made a link; PDF readers give up at some length. In bytes.
const ADDRESS_MAX: usize = 2_000;

/// The manuscript of this document.
pub(crate) fn write(printed: &Printed, corrections: &Corrections) -> Value {
    let pen = Pen { printed, corrections };
    json!({
        "margin": MARGIN,
        "voice": voice(&printed.language, printed.direction),
        "title": pen.heading(&printed.title),
        "running": pen.marginal(&printed.title),
        "marking": pen.marginal(&printed.marking),
        "subject": pen.lines(&printed.subject),
        "notice": pen.lines(&printed.notice),
        "generated": pen.line(&printed.generated),
        "sections": printed.sections.iter().map(|part| pen.part(part)).collect::<Vec<_>>(),
        "footer": printed.footer.iter().map(|text| pen.marginal(text)).collect::<Vec<_>>(),
        "page": pen.line(&printed.page),
    })
}

struct Pen<'a> {
    printed: &'a Printed,
    corrections: &'a Corrections,
}

impl Pen<'_> {
    fn part(&self, part: &Part) -> Value {
        json!({
            "heading": self.heading_words(&part.heading),
            "blocks": part.blocks.iter().map(|block| self.block(block)).collect::<Vec<_>>(),
        })
    }

    fn block(&self, block: &Block) -> Value {
        match block {
            Block::Paragraph(words) => json!({ "kind": "paragraph", "words": self.words(words) }),
            Block::List(entries) => {
                let entries: Vec<_> = entries.iter().map(|words| self.words(words)).collect();
                json!({ "kind": "list", "entries": entries })
            }
            Block::Question(question) => self.question(question),
            Block::Table(table) => self.table(table),
        }
    }

    fn question(&self, question: &Question) -> Value {
        json!({
            "kind": "question",
            "asked": self.heading_words(&question.asked),
            "guidance": question.guidance.as_ref().map(|words| self.words(words)),
            "stated": question.stated.as_ref().map(|text| self.line(text)),
            "answer": question.answer.as_ref().map(|words| self.words(words)),
            "meta": self.lines(&question.meta),
            "evidence": question.evidence.as_ref().map(|evidence| self.evidence(evidence)),
        })
    }

    fn evidence(&self, evidence: &Evidence) -> Value {
        let link = |address: &String| json!({ "text": self.line(address), "to": destination(address) });
        json!({
            "label": self.line(&evidence.label),
            "links": evidence.links.iter().map(link).collect::<Vec<_>>(),
        })
    }

    fn table(&self, table: &Table) -> Value {
        let columns = table.header.len();
        let nothing = Words {
            language: self.printed.language.clone(),
            direction: self.printed.direction,
            ..Words::default()
        };
        let cell = |words: &Words| spoken(words, self.corrections.cell(&words.text));
        let row = |cells: &Vec<Words>| -> Vec<Value> {
            let cells = cells.iter().chain(std::iter::repeat(&nothing));
            cells.take(columns).map(cell).collect()
        };
        json!({
            "kind": "table",
            "header": table.header.iter().map(|text| self.corrections.cell(text)).collect::<Vec<_>>(),
            "rows": table.rows.iter().map(row).collect::<Vec<_>>(),
        })
    }

    fn words(&self, words: &Words) -> Value {
        spoken(words, self.corrections.paragraphs(&words.text))
    }

    fn heading_words(&self, words: &Words) -> Value {
        let heading = self.heading(&words.text);
        spoken(words, vec![heading])
    }

    /// Nobody can find their way to a heading that says nothing, so the standard forbids it.
    fn heading(&self, text: &str) -> String {
        let text = self.corrections.line(text);
        if text.trim().is_empty() { "—".to_owned() } else { text }
    }

    fn marginal(&self, text: &str) -> String {
        let Some((end, _)) = text.grapheme_indices(true).nth(MARGINAL) else {
            return self.line(text);
        };
        self.line(&format!("{}…", &text[..end]))
    }

    fn line(&self, text: &str) -> String {
        self.corrections.line(text)
    }

    fn lines(&self, texts: &[String]) -> Vec<String> {
        texts.iter().map(|text| self.line(text)).collect()
    }
}

fn spoken(words: &Words, paragraphs: Vec<String>) -> Value {
    json!({ "voice": voice(&words.language, words.direction), "paragraphs": paragraphs })
}

/// A language as the typesetter knows one: two or three letters, and a region of two.
fn voice(tag: &str, direction: Direction) -> Value {
    let is_of = |part: &&str, letters: &[usize]| {
        letters.contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_alphabetic())
    };
    let mut parts = tag.split('-');
    let language = parts.next().filter(|part| is_of(part, &[2, 3]));
    // What follows a single letter is an extension, and no region.
    let region = parts.take_while(|part| part.len() > 1).find(|part| is_of(part, &[2]));
    json!({
        "lang": language.unwrap_or("und").to_ascii_lowercase(),
        "region": language.and(region),
        "rtl": direction == Direction::RightToLeft,
    })
}

/// Where a link leads, if it may.
fn destination(address: &str) -> Option<&str> {
    let is_plain = address.bytes().all(|byte| byte.is_ascii_graphic());
    (address.starts_with("https://") && is_plain && address.len() <= ADDRESS_MAX).then_some(address)
}
