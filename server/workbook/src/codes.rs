//! The hidden sheet: what the workbook is a form of, and the code behind every label.
//!
//! It is one table of three columns, *group*, *code*, *label*, in an order that follows from the form. When a workbook
//! comes back, its groups and codes must be exactly those that the form would have now; only the labels are taken from
//! it, since nobody knows under which language it was made. So whatever was done to this sheet by hand is either found or
//! makes no difference.

use crate::{
    Form, Words,
    layout::{Column, Remark, Sheet},
    lists::{List, ListName, Offer},
};
use domain::questionnaire::QuestionId;

/// The name of the sheet. Nobody sees it, so it is in no language.
pub(crate) const SHEET: &str = "codes";
/// How this version of the portal lays out a workbook. Another number is another layout.
pub(crate) const FORMAT: &str = "2";

/// What the workbook is a form of.
pub(crate) const FORM: &str = "form";
/// The version of the draft it was made of, among what it is a form of.
pub(crate) const DRAFT: &str = "draft";
/// The names of sheets.
pub(crate) const NAMES: &str = "sheet";
/// The headings.
pub(crate) const HEADINGS: &str = "column";
/// What stands in cells that are not for answers.
const REMARKS: &str = "remark";
/// The questions whose answers are left out.
const LEFT_OUT: &str = "left-out";
/// The first sheet, among the names of sheets. No section's id has a colon.
pub(crate) const COVER: &str = ":cover";

/// A row of the hidden sheet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Entry {
    pub group: String,
    pub code: String,
    pub label: String,
}

/// The rows of the hidden sheet.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Codes(pub Vec<Entry>);

impl Codes {
    /// Those of a form, with nothing left out.
    pub fn of(form: &Form<'_>, sheets: &[Sheet<'_>], words: &Words<'_>) -> Self {
        Self::with(form, sheets, &|id| words.say(id))
    }

    /// Those of a form, as far as its language does not matter.
    pub fn expected(form: &Form<'_>, sheets: &[Sheet<'_>]) -> Self {
        Self::with(form, sheets, &|_| String::new())
    }

    fn with(form: &Form<'_>, sheets: &[Sheet<'_>], say: &dyn Fn(&str) -> String) -> Self {
        let mut codes = Self::default();
        for (code, value) in facts(form) {
            codes.add(FORM, code, &value);
        }
        codes.add(NAMES, COVER, &crate::layout::sheet_name(&say("workbook-sheet-cover")));
        for sheet in sheets {
            codes.add(NAMES, sheet.section.id.as_str(), &sheet.name);
        }
        for column in Column::ALL.map(Column::code) {
            codes.add(HEADINGS, column, &say(&format!("workbook-column-{column}")));
        }
        for remark in Remark::ALL.map(Remark::code) {
            codes.add(REMARKS, remark, &say(&format!("workbook-remark-{remark}")));
        }
        for list in ListName::all(form) {
            let group = list.code();
            for offer in list.offers(form, say).0 {
                codes.add(&group, &offer.code, &offer.label);
            }
        }
        codes
    }

    fn add(&mut self, group: &str, code: &str, label: &str) {
        self.0.push(Entry {
            group: group.to_owned(),
            code: code.to_owned(),
            label: label.to_owned(),
        });
    }

    /// Note that the answer to this question is left out.
    pub fn leave_out(&mut self, question: &QuestionId) {
        self.add(LEFT_OUT, question.as_str(), "");
    }

    /// Whether the answer to this question is left out.
    pub fn is_left_out(&self, question: &QuestionId) -> bool {
        self.label(LEFT_OUT, question.as_str()).is_some()
    }

    /// The label of this code.
    pub fn label(&self, group: &str, code: &str) -> Option<&str> {
        let entry = self.0.iter().find(|entry| entry.group == group && entry.code == code);
        entry.map(|entry| entry.label.as_str())
    }

    /// What the portal says in cells that are not for answers.
    pub fn remark(&self, remark: Remark) -> String {
        self.label(REMARKS, remark.code()).unwrap_or_default().to_owned()
    }

    /// This list, as it is in the workbook.
    pub fn list(&self, name: &ListName) -> List {
        let group = name.code();
        let offers = self.0.iter().filter(|entry| entry.group == group);
        let offer = |entry: &Entry| Offer {
            code: entry.code.clone(),
            label: entry.label.clone(),
        };
        List(offers.map(offer).collect())
    }

    /// The first and the last row of this list, counted from 0: what a drop-down shows.
    pub fn rows(&self, name: &ListName) -> Option<(usize, usize)> {
        let group = name.code();
        let first = self.0.iter().position(|entry| entry.group == group)?;
        let last = self.0.iter().rposition(|entry| entry.group == group)?;
        Some((first, last))
    }

    /// Whether these are the same groups and codes, whatever the labels. What is left out must have been asked.
    pub fn are_of_the_same_form(&self, expected: &Self, form: &Form<'_>) -> bool {
        let key = |entry: &Entry| (entry.group.clone(), entry.code.clone());
        let (left_out, others): (Vec<_>, Vec<_>) = self.0.iter().partition(|entry| entry.group == LEFT_OUT);
        let is_asked = |entry: &&Entry| form.asked().any(|question| question.id.as_str() == entry.code);
        left_out.iter().all(is_asked) && others.into_iter().map(key).eq(expected.0.iter().map(key))
    }
}

/// What a workbook is a form of.
fn facts(form: &Form<'_>) -> [(&'static str, String); 7] {
    [
        ("format", FORMAT.to_owned()),
        ("state", form.state.to_string()),
        ("cycle", form.cycle.to_string()),
        ("questionnaire", form.questionnaire.version.to_string()),
        ("questions", form.questionnaire.hash().to_string()),
        ("depth", form.depth.code().to_owned()),
        (DRAFT, form.version.number().to_string()),
    ]
}
