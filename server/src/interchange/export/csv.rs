//! CSV (RFC 4180): comma, CRLF, a heading, UTF-8 without a byte order mark.
//!
//! Every cell is quoted, so that no reader has to guess, and [guarded](domain::cell), so that no spreadsheet takes it for a
//! formula.

use super::{
    Exported, Format,
    record::{Answer, Content, Given, Record, Trace, Words},
    rows::Rows,
};
use domain::{cell::guarded, form::Field};

/// The heading of one publication.
const ANSWERS: [&str; 12] = [
    "reference",
    "state",
    "published",
    "withdrawn",
    "field",
    "answer",
    "reason",
    "value",
    "detail",
    "kind",
    "first_seen",
    "last_seen",
];

/// One publication: a line for each field of the form, then one for each indicator. A withdrawn one has a single line,
/// with no field.
pub fn answers(exported: Exported<'_>) -> Vec<u8> {
    let record = Record::of(exported);
    let mut lines = Lines::beginning(&ANSWERS);
    let start = [
        record.reference.as_str(),
        &record.state.code,
        &record.published,
        record.withdrawn.as_deref().unwrap_or_default(),
    ];
    match &record.content {
        None => lines.add(start.into_iter().chain([""; 8])),
        Some(content) => said(content)
            .into_iter()
            .for_each(|cells| lines.add(start.into_iter().chain(cells.iter().map(String::as_str)))),
    }
    lines.0
}

/// What stands after the first four cells of each line.
fn said(content: &Content) -> Vec<[String; 8]> {
    let fields = Field::ALL
        .into_iter()
        .map(|field| line(field.id(), &answer(content, field)));
    let traces = content.indicators.iter().flatten().map(trace);
    let withheld = content.indicators_withheld.iter().map(|reason| {
        let reason = reason.clone();
        line("indicator", &Answer::Withheld { reason })
    });
    fields.chain(traces).chain(withheld).collect()
}

fn line(field: &str, said: &Answer) -> [String; 8] {
    let given = said.given();
    [
        field.to_owned(),
        said.word().to_owned(),
        said.reason().unwrap_or_default().to_owned(),
        given.map(Given::plain).unwrap_or_default(),
        given.map(Given::detail).unwrap_or_default(),
        String::new(),
        String::new(),
        String::new(),
    ]
}

fn trace(trace: &Trace) -> [String; 8] {
    let text = |text: &Option<String>| text.clone().unwrap_or_default();
    [
        "indicator".to_owned(),
        "given".to_owned(),
        String::new(),
        trace.value.clone(),
        text(&trace.note),
        trace.kind.clone(),
        text(&trace.first_seen),
        text(&trace.last_seen),
    ]
}

/// What is said on a field, those included that always have a value.
fn answer(content: &Content, field: Field) -> Answer {
    let code = |code: &str| Given::Code { code: code.to_owned() };
    let text = |words: &Words| Given::Text {
        text: words.text.clone(),
        language: words.language.clone(),
    };
    let value = match field {
        Field::NoticeKind => code(&content.kind),
        Field::Exercise => code(if content.exercise { "exercise" } else { "real" }),
        Field::Title => text(&content.title),
        Field::Summary => text(&content.summary),
        Field::Marking => code(&content.marking),
        Field::Audience => code("public"),
        // A field that is asked since a later release was not asked then.
        _ => return content.answers.get(field.id()).cloned().unwrap_or(Answer::NotAsked),
    };
    Answer::Given { value }
}

/// Many publications: a line for each, latest last, with what is needed to choose among them.
pub struct Table(Lines);

impl Table {
    /// With its heading.
    pub fn begin() -> Self {
        let start = [
            "reference",
            "state",
            "state_name",
            "published",
            "withdrawn",
            "address",
            "json",
        ];
        let fields = Field::ALL.into_iter().flat_map(|field| {
            let name = field.id().replace('-', "_");
            [format!("{name}_answer"), name]
        });
        let heading: Vec<String> = start.into_iter().map(str::to_owned).chain(fields).collect();
        Self(Lines::beginning(&heading))
    }

    /// One more publication.
    pub fn add(&mut self, exported: Exported<'_>) {
        let record = Record::of(exported);
        let json = exported.origin.file(exported.publication.reference, Format::Json);
        let withdrawn = record.withdrawn.clone().unwrap_or_default();
        let mut cells = vec![
            record.reference,
            record.state.code,
            exported.name.to_owned(),
            record.published,
            withdrawn,
            record.address,
            json,
        ];
        for field in Field::ALL {
            let said = record.content.as_ref().map(|content| answer(content, field));
            cells.push(said.as_ref().map(told).unwrap_or_default());
            let given = said.as_ref().and_then(Answer::given);
            cells.push(given.map(Given::plain).unwrap_or_default());
        }
        self.0.add(cells.iter().map(String::as_str));
    }

    /// What has been written since the last time this was asked.
    pub fn take(&mut self) -> Vec<u8> {
        self.0.take()
    }
}

/// Which of the six it is, and why it is withheld: `withheld security`.
fn told(said: &Answer) -> String {
    let words = [Some(said.word()), said.reason()];
    words.into_iter().flatten().collect::<Vec<_>>().join(" ")
}

/// This table.
pub fn table(rows: &Rows) -> Vec<u8> {
    let mut lines = Lines::beginning(&rows.heading);
    lines.extend(&rows.lines);
    lines.0
}

/// Lines of CSV.
pub struct Lines(Vec<u8>);

impl Lines {
    /// With this heading.
    pub fn beginning(heading: &[impl AsRef<str>]) -> Self {
        let mut lines = Self(Vec::new());
        lines.add(heading.iter().map(AsRef::as_ref));
        lines
    }

    /// One more line.
    pub fn add<'a>(&mut self, cells: impl IntoIterator<Item = &'a str>) {
        for (number, cell) in cells.into_iter().enumerate() {
            if number > 0 {
                self.0.push(b',');
            }
            self.cell(cell);
        }
        self.0.extend(b"\r\n");
    }

    /// More lines.
    pub fn extend(&mut self, lines: &[Vec<String>]) {
        for line in lines {
            self.add(line.iter().map(String::as_str));
        }
    }

    /// What has been written since the last time this was asked.
    pub fn take(&mut self) -> Vec<u8> {
        std::mem::take(&mut self.0)
    }

    /// The bytes.
    pub fn into_bytes(self) -> Vec<u8> {
        self.0
    }

    fn cell(&mut self, text: &str) {
        self.0.push(b'"');
        self.0.extend(guarded(text).replace('"', "\"\"").bytes());
        self.0.push(b'"');
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_cell_is_a_formula_and_every_cell_can_be_read_back() {
        for (text, cell) in [
            ("plain", r#""plain""#),
            ("", r#""""#),
            ("a \"b\", c\r\nd", "\"a \"\"b\"\", c\r\nd\""),
            ("=1+1", r#""'=1+1""#),
            ("'tis", r#""''tis""#),
        ] {
            let mut lines = Lines(Vec::new());
            lines.cell(text);
            assert_eq!(String::from_utf8(lines.0).expect("UTF-8"), cell);
        }
    }
}
