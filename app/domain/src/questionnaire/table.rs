//! A questionnaire as a table, for people who would rather edit it in a spreadsheet: one question a row.
//!
//! Only rows and cells are known here; how they become CSV or a workbook is decided outside. Each column is found by
//! its heading, so columns may be moved about, and columns we do not know are left alone: people make notes beside a
//! table. Empty rows are passed over. A section begins with its first row, which says its title and its guidance; its
//! other rows may repeat them or leave them out.
//!
//! Several choices stand in one cell as `code: label | code: label`, several ids with spaces between them.

use crate::{
    commitment::Commitments,
    questionnaire::{Choice, Column, Depth, Fault, Flaw, Kind, Lineage, Question, Questionnaire, Section, SurveyPart},
};
use std::{collections::BTreeSet, str::FromStr};

impl Questionnaire {
    /// The table of its questions, heading first. Reading it again gives the same sections.
    pub fn to_table(&self) -> Vec<Vec<String>> {
        let heading = Column::TABLE.map(|column| column.code().to_owned()).to_vec();
        let rows = self.sections.iter().flat_map(|section| {
            let row = move |question| Column::TABLE.map(|column| cell(section, question, column)).to_vec();
            section.questions.iter().map(row)
        });
        [heading].into_iter().chain(rows).collect()
    }

    /// This questionnaire with the questions of that table in place of its own.
    ///
    /// # Errors
    /// Everything that is wrong, by the rows and columns of the table as it came.
    pub fn with_table(
        &self,
        table: &[Vec<String>],
        known: &Commitments,
        before: Option<&Self>,
    ) -> Result<Self, BTreeSet<Fault>> {
        let mut reading = Reading::of(table);
        let rows = reading.sections();
        if !reading.faults.is_empty() {
            return Err(reading.faults);
        }
        let with = Self {
            sections: reading.read,
            ..self.clone()
        };
        // The check counts questions; the file may have empty rows between them.
        let in_file = |fault: Fault| Fault {
            row: fault.row.and_then(|row| rows.get(row.checked_sub(2)?).copied()),
            ..fault
        };
        let faults: BTreeSet<_> = with.faults(known, before).into_iter().map(in_file).collect();
        if faults.is_empty() { Ok(with) } else { Err(faults) }
    }
}

fn cell(section: &Section, question: &Question, column: Column) -> String {
    match column {
        Column::Section => section.id.to_string(),
        Column::SectionTitle => section.title.clone(),
        Column::SectionGuidance => section.guidance.clone(),
        Column::Question => question.id.to_string(),
        Column::Text => question.text.clone(),
        Column::Guidance => question.guidance.clone(),
        Column::Kind => question.kind.code().to_owned(),
        Column::Choices => {
            let choice = |choice: &Choice| format!("{}: {}", choice.code, choice.label);
            question
                .kind
                .offers()
                .iter()
                .map(choice)
                .collect::<Vec<_>>()
                .join(" | ")
        }
        Column::Limit => match question.kind {
            Kind::Text { max } => max.to_string(),
            _ => String::new(),
        },
        Column::Unit => match &question.kind {
            Kind::Number { unit } => unit.clone(),
            _ => String::new(),
        },
        Column::Serves => words(&question.serves),
        Column::Tier => question.tier.code().to_owned(),
        Column::Part => question.part.map_or("", SurveyPart::code).to_owned(),
        Column::SameAs => match &question.succeeds {
            Lineage::Same(before) => before.to_string(),
            Lineage::New | Lineage::Replaces(_) => String::new(),
        },
        Column::Replaces => match &question.succeeds {
            Lineage::Replaces(before) => words(before),
            Lineage::New | Lineage::Same(_) => String::new(),
        },
        // Of the whole, and in no row.
        Column::Version | Column::Language | Column::Title => String::new(),
    }
}

fn words(ids: &BTreeSet<impl ToString>) -> String {
    ids.iter().map(ToString::to_string).collect::<Vec<_>>().join(" ")
}

/// A table while it is read: everything wrong with it is noted, and reading goes on.
struct Reading<'a> {
    table: &'a [Vec<String>],
    row: usize,
    read: Vec<Section>,
    faults: BTreeSet<Fault>,
}

impl<'a> Reading<'a> {
    const fn of(table: &'a [Vec<String>]) -> Self {
        Self {
            table,
            row: 0,
            read: Vec::new(),
            faults: BTreeSet::new(),
        }
    }

    fn wrong<T>(&mut self, column: Column, flaw: Flaw) -> Option<T> {
        let row = Some(self.row + 1);
        self.faults.insert(Fault { row, column, flaw });
        None
    }

    /// Read everything; the rows in which the questions stand, the heading being 1.
    fn sections(&mut self) -> Vec<usize> {
        for column in Column::TABLE {
            if self.at(column).is_none() {
                self.wrong::<()>(column, Flaw::NoColumn);
            }
        }
        let mut rows = Vec::new();
        if self.faults.is_empty() {
            for row in 1..self.table.len() {
                self.row = row;
                if self.table[row].iter().any(|cell| !cell.trim().is_empty()) {
                    rows.push(row + 1);
                    self.question_in_section();
                }
            }
        }
        rows
    }

    /// Where a column stands.
    fn at(&self, column: Column) -> Option<usize> {
        self.table
            .first()?
            .iter()
            .position(|heading| heading.trim() == column.code())
    }

    fn cell(&self, column: Column) -> &'a str {
        let cell = self.at(column).and_then(|at| self.table.get(self.row)?.get(at));
        cell.map_or("", |cell| cell.trim())
    }

    fn question_in_section(&mut self) {
        let (Some(id), question) = (self.parsed(Column::Section), self.question()) else {
            return;
        };
        let (title, guidance) = (self.cell(Column::SectionTitle), self.cell(Column::SectionGuidance));
        match self.read.iter().position(|section| section.id == id) {
            None => self.read.push(Section {
                id,
                title: title.to_owned(),
                guidance: guidance.to_owned(),
                questions: Vec::new(),
            }),
            Some(at) if at + 1 < self.read.len() => {
                self.wrong::<()>(Column::Section, Flaw::Scattered);
            }
            Some(at) => {
                let first = &self.read[at];
                // A section without a title is told so once, at its first row.
                let title = !title.is_empty() && !first.title.is_empty() && first.title != title;
                let guidance = !guidance.is_empty() && first.guidance != guidance;
                title.then(|| self.wrong::<()>(Column::SectionTitle, Flaw::Differs));
                guidance.then(|| self.wrong::<()>(Column::SectionGuidance, Flaw::Differs));
            }
        }
        if let Some(section) = self.read.last_mut() {
            section.questions.extend(question);
        }
    }

    fn question(&mut self) -> Option<Question> {
        let id = self.parsed(Column::Question);
        let kind = self.kind();
        let serves = self.ids(Column::Serves);
        let tier = self.coded(Column::Tier, Depth::from_code);
        let part = match self.cell(Column::Part) {
            "" => Some(None),
            _ => self.coded(Column::Part, SurveyPart::from_code).map(Some),
        };
        let succeeds = self.lineage();
        Some(Question {
            id: id?,
            text: self.cell(Column::Text).to_owned(),
            guidance: self.cell(Column::Guidance).to_owned(),
            kind: kind?,
            serves: serves?,
            tier: tier?,
            part: part?,
            succeeds: succeeds?,
        })
    }

    fn kind(&mut self) -> Option<Kind> {
        let code = self.cell(Column::Kind);
        for (column, belongs) in [
            (Column::Choices, code.starts_with("choice")),
            (Column::Limit, code == "text"),
            (Column::Unit, code == "number"),
        ] {
            if !belongs && !self.cell(column).is_empty() {
                self.wrong::<()>(column, Flaw::NotNeeded);
            }
        }
        match code {
            "choice" => self.choices().map(Kind::Choice),
            "choices" => self.choices().map(Kind::Choices),
            "progress" => Some(Kind::Progress),
            "number" => Some(Kind::Number {
                unit: self.cell(Column::Unit).to_owned(),
            }),
            "date" => Some(Kind::Date),
            "text" => self.parsed(Column::Limit).map(|max| Kind::Text { max }),
            "evidence" => Some(Kind::Evidence),
            "" => self.wrong(Column::Kind, Flaw::Missing),
            _ => self.wrong(Column::Kind, Flaw::Unknown),
        }
    }

    fn choices(&mut self) -> Option<Vec<Choice>> {
        let choice = |part: &str| {
            let (code, label) = part.split_once(':')?;
            Some(Choice {
                code: code.trim().parse().ok()?,
                label: label.trim().to_owned(),
            })
        };
        match self.cell(Column::Choices) {
            "" => self.wrong(Column::Choices, Flaw::Missing),
            cell => match cell.split('|').map(choice).collect() {
                Some(choices) => Some(choices),
                None => self.wrong(Column::Choices, Flaw::Malformed),
            },
        }
    }

    fn lineage(&mut self) -> Option<Lineage> {
        match (self.cell(Column::SameAs), self.cell(Column::Replaces)) {
            ("", "") => Some(Lineage::New),
            (_, "") => self.parsed(Column::SameAs).map(Lineage::Same),
            ("", _) => self.ids(Column::Replaces).map(Lineage::Replaces),
            (_, _) => self.wrong(Column::Replaces, Flaw::NotNeeded),
        }
    }

    fn parsed<T: FromStr>(&mut self, column: Column) -> Option<T> {
        match (self.cell(column), self.cell(column).parse()) {
            ("", _) => self.wrong(column, Flaw::Missing),
            (_, Ok(value)) => Some(value),
            (_, Err(_)) => self.wrong(column, Flaw::Malformed),
        }
    }

    fn ids<T: FromStr + Ord>(&mut self, column: Column) -> Option<BTreeSet<T>> {
        match self.cell(column).split_whitespace().map(str::parse).collect() {
            Ok(ids) => Some(ids),
            Err(_) => self.wrong(column, Flaw::Malformed),
        }
    }

    fn coded<T>(&mut self, column: Column, from_code: fn(&str) -> Option<T>) -> Option<T> {
        match (self.cell(column), from_code(self.cell(column))) {
            ("", _) => self.wrong(column, Flaw::Missing),
            (_, Some(value)) => Some(value),
            (_, None) => self.wrong(column, Flaw::Unknown),
        }
    }
}
