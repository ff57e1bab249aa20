//! What our own exports say beside the words of their format: every answer, by which of the six it is.
//!
//! STIX carries it in an extension, MISP in an object. Both are a publication's JSON in other clothes, so one reading
//! serves both. It is more precise than what the formats have words for, so on a field of which it says something
//! nothing else in the file counts: where it says that a field was left blank, that field stays blank.
//!
//! Anybody can write such an extension. What it says is judged as if it had been typed into the form, and no words of
//! it become an answer: a State speaks for itself, and words may accuse. They are shown to the drafter as any prose of
//! a source is. Whether a moment is in the future, the form says when it is looked at: here is no clock.

use super::{
    export::record::{Answer, Given, Trace},
    labels::tlp,
    members::{Members, list, str_of, text},
    moments,
    reading::Reading,
};
use domain::{
    catalogue::{EXERCISE, FIDELITY, List, NOTICE_KIND},
    draft::{Typed, WhyLeftOut},
    form::{Control, Field},
    indicator::{Indicator, IndicatorKind, IndicatorNote},
    marking::Reason,
};
use serde_json::Value;

impl Reading {
    /// The content of a publication, in the shape of our JSON.
    pub(super) fn content(&mut self, content: &Members) {
        let marking = text(content, "marking").to_lowercase();
        match marking.strip_prefix("tlp:").and_then(tlp) {
            Some(marking) => self.marked(marking, "answers.marking"),
            None if marking.is_empty() => {}
            None => self.left_out.note("answers.marking", WhyLeftOut::NotUnderstood),
        }
        let exercise = content.get("exercise").and_then(Value::as_bool);
        let exercise = exercise.map(|is_one| if is_one { "exercise" } else { "real" });
        self.code_of_content(
            Field::NoticeKind,
            &NOTICE_KIND,
            content.get("kind").map(|_| str_of(content, "kind")),
        );
        self.code_of_content(
            Field::Exercise,
            &EXERCISE,
            content.get("exercise").map(|_| exercise.unwrap_or_default()),
        );
        if let Some(summary) = content.get("summary").and_then(Value::as_object) {
            self.passage("summary", str_of(summary, "text"));
        }
        self.answers_of_content(content);
        self.traces_of_content(content);
    }

    /// One of the two fields that only a value answers.
    fn code_of_content(&mut self, field: Field, list: &List, said: Option<&str>) {
        match said.map(|code| list.code(code)) {
            Some(Some(code)) => self.answers(field, Some(words(code.id))),
            Some(None) => self.left_out.note(field.id(), WhyLeftOut::NotUnderstood),
            None => {}
        }
    }

    fn answers_of_content(&mut self, content: &Members) {
        for (id, said) in content.get("answers").and_then(Value::as_object).into_iter().flatten() {
            match (Field::from_id(id), serde_json::from_value(said.clone())) {
                (Some(field), Ok(said)) if !field.needs_value() => self.answered(field, said),
                (Some(field), _) => self.left_out.note(field.id(), WhyLeftOut::NotUnderstood),
                (None, _) => self.left_out.note("answers", WhyLeftOut::NotUnderstood),
            }
        }
    }

    /// This is answered on this field, by one of the six.
    pub(super) fn answered(&mut self, field: Field, said: Answer) {
        if let Answer::Given {
            value: Given::Text { text, .. } | Given::Line { text },
        } = &said
        {
            self.passage(field.id(), text);
        }
        match typed(field, said) {
            Ok(typed) => self.answers(field, typed),
            Err(why) => self.left_out.note(field.id(), why),
        }
    }

    /// Traces for which STIX has no pattern.
    fn traces_of_content(&mut self, content: &Members) {
        if content.contains_key("indicators_withheld") {
            self.left_out.note("indicators", WhyLeftOut::NoPlace);
        }
        for trace in list(content, "indicators") {
            let taken = serde_json::from_value::<Trace>(trace.clone())
                .map_err(|_| WhyLeftOut::NotUnderstood)
                .and_then(|trace| self.trace_of_content(&trace));
            if let Err(why) = taken {
                self.left_out.note("indicators", why);
            }
        }
    }

    fn trace_of_content(&mut self, trace: &Trace) -> Result<(), WhyLeftOut> {
        let kind: IndicatorKind =
            serde_json::from_value(trace.kind.as_str().into()).map_err(|_| WhyLeftOut::NotUnderstood)?;
        // Of no kind there is, it could be anything: as one word it is hardly a sentence.
        if kind == IndicatorKind::Other && trace.value.contains(char::is_whitespace) {
            return Err(WhyLeftOut::SourceProse);
        }
        let at = |written: &Option<String>| written.as_deref().and_then(moments::instant);
        let like = Indicator {
            first_seen: at(&trace.first_seen),
            last_seen: at(&trace.last_seen),
            note: trace.note.as_deref().and_then(IndicatorNote::from_vocabulary),
            ..Indicator::new(kind, String::new())
        };
        self.trace(kind, trace.value.trim(), &like)
    }
}

/// An answer as it would have been typed; `None` for one that is blank in a draft.
fn typed(field: Field, said: Answer) -> Result<Option<Typed>, WhyLeftOut> {
    let said = match said {
        Answer::LeftBlank | Answer::NotAsked => return Ok(None),
        Answer::Given { value } => given(field, value)?,
        Answer::None => cannot("none"),
        // A question with few answers offers this one among them.
        Answer::Unknown if matches!(field.control(), Control::Choice(_)) => words("unknown"),
        Answer::Unknown => cannot("unknown"),
        Answer::Withheld { reason } => {
            let reason = Reason::from_code(&reason).ok_or(WhyLeftOut::NotUnderstood)?;
            cannot(reason.code())
        }
    };
    Ok(Some(said))
}

fn given(field: Field, value: Given) -> Result<Typed, WhyLeftOut> {
    match (field.control(), value) {
        (Control::Choice(list), Given::Code { code }) if list.knows(&code) => Ok(words(&code)),
        (Control::Choices(list), Given::Codes { codes, other }) if codes.iter().all(|code| list.knows(code)) => {
            let ticked = list.codes.iter().map(|code| code.id.to_owned());
            Ok(Typed {
                choices: ticked.filter(|id| codes.contains(id)).collect(),
                other: other.unwrap_or_default(),
                ..Typed::default()
            })
        }
        (Control::Moment, Given::Moment { from, precision }) if FIDELITY.knows(&precision) => {
            let moment = moments::moment(&from, &precision).ok_or(WhyLeftOut::NotUnderstood)?;
            Ok(super::reading::boxes(moment))
        }
        (Control::Count, Given::Count { number, estimate }) => Ok(Typed {
            estimate: if estimate { "estimate".to_owned() } else { String::new() },
            ..words(&number.to_string())
        }),
        // Which States they are, only the State that reported it knows.
        (Control::States, Given::States { .. }) => Err(WhyLeftOut::NoPlace),
        (Control::Line(_) | Control::Title(_) | Control::Text(_), Given::Line { .. } | Given::Text { .. }) => {
            Err(WhyLeftOut::SourceProse)
        }
        _ => Err(WhyLeftOut::NotUnderstood),
    }
}

fn words(text: &str) -> Typed {
    Typed {
        text: text.to_owned(),
        ..Typed::default()
    }
}

fn cannot(why: &str) -> Typed {
    Typed {
        cannot: why.to_owned(),
        ..Typed::default()
    }
}
