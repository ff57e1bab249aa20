//! The object of our own in which an event carries what a State answered (`server::interchange::export::misp`): an
//! attribute for each field, whose tags say which of the six answers it is and what else belongs to the value.

use super::super::{
    export::{
        misp::ANSWERS,
        record::{Answer, Given},
    },
    members::{Members, list, str_of, text},
    reading::Reading,
};
use app::portal::ports::ImportError;
use domain::{
    draft::WhyLeftOut,
    form::{Control, Field},
};
use serde_json::Value;

/// Whether an object is that one.
pub(super) fn is_ours(object: &Members) -> bool {
    str_of(object, "template_uuid") == ANSWERS
}

impl Reading {
    /// What one of its attributes answers.
    ///
    /// # Errors
    /// Where a tag says that it is classified.
    pub(super) fn answer_of_ours(&mut self, attribute: &Members) -> Result<(), ImportError> {
        let tags = list(attribute, "Tag").iter().filter_map(Value::as_object);
        for tag in tags
            .map(|tag| text(tag, "name"))
            .filter(|name| !name.starts_with("verbale:"))
        {
            self.label("Tag", &tag, false)?;
        }
        let value = str_of(attribute, "value");
        match (str_of(attribute, "object_relation"), tag(attribute, "answer").as_str()) {
            ("summary", _) => self.passage("summary", value),
            ("indicators", "withheld") => self.left_out.note("indicators", WhyLeftOut::NoPlace),
            (id, word) => match (Field::from_id(id), answer(id, word, value, attribute)) {
                (Some(field), Some(said)) if !field.needs_value() => self.answered(field, said),
                (Some(field), _) => self.left_out.note(field.id(), WhyLeftOut::NotUnderstood),
                (None, _) => self.left_out.note("Attribute", WhyLeftOut::NotUnderstood),
            },
        }
        Ok(())
    }
}

fn answer(id: &str, word: &str, value: &str, attribute: &Members) -> Option<Answer> {
    Some(match word {
        "given" => Answer::Given {
            value: given(Field::from_id(id)?, value, tag(attribute, "detail"))?,
        },
        "none" => Answer::None,
        "unknown" => Answer::Unknown,
        "withheld" => Answer::Withheld {
            reason: tag(attribute, "reason"),
        },
        "left-blank" => Answer::LeftBlank,
        "not-asked" => Answer::NotAsked,
        _ => return None,
    })
}

/// The value that `Given::plain` wrote and `Given::detail` went with.
fn given(field: Field, value: &str, detail: String) -> Option<Given> {
    Some(match field.control() {
        Control::Choice(_) => Given::Code { code: value.to_owned() },
        Control::Choices(_) => {
            // What "other" stands for is in brackets, unless it is a word that fits into a tag.
            let (codes, other) = value.split_once(" (").unwrap_or((value, &detail));
            let other = Some(other.trim_end_matches(')').to_owned()).filter(|other| !other.is_empty());
            let codes = codes.split(' ').map(str::to_owned).collect();
            Given::Codes { codes, other }
        }
        Control::Moment => Given::Moment {
            from: whole(value)?,
            precision: detail,
        },
        Control::Count => Given::Count {
            number: value.parse().ok()?,
            estimate: detail == "estimate",
        },
        Control::States => Given::States {
            number: value.parse().ok()?,
        },
        _ => Given::Line { text: value.to_owned() },
    })
}

/// A moment with the parts it was cut of: `2026-03` is the first second of that month.
fn whole(cut: &str) -> Option<String> {
    let known = cut.trim_end_matches('Z');
    Some(format!("{known}{}", "0000-01-01T00:00:00Z".get(known.len()..)?))
}

/// What a tag of ours says on this; empty where there is none.
fn tag(attribute: &Members, predicate: &str) -> String {
    let names = list(attribute, "Tag").iter().filter_map(Value::as_object);
    let mut said = names.filter_map(|tag| {
        let said = str_of(tag, "name").strip_prefix("verbale:")?.strip_prefix(predicate)?;
        Some(said.strip_prefix("=\"")?.strip_suffix('"')?.to_owned())
    });
    said.next().unwrap_or_default()
}
