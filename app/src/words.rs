//! From codes to sentences.
//!
//! Every sentence a person reads is in `app/locales/<language>/*.ftl` (Project Fluent), under an id that the code puts
//! together from a prefix and a code: `field-title`, `problem-too-long`, `action-approve`. A language is added by adding
//! a folder. What must be the same in the summary and beside the field is one message, asked for twice.
//!
//! One more language is made from the English messages: [`Language::Pseudo`], in Arabic letters and from right to left.
//! Nobody can read it; it shows at a glance which words are not in the Fluent files and which lengths are not logical.
//! It is offered only where the installation is configured to.

use domain::{
    answer::{Fidelity, Moment},
    catalogue::{List, is_right_to_left},
    form::{Field, Section},
    ids::Timestamp,
    issue::{Issue, Problem},
    lifecycle::{Action, StageName},
    marking::{Audience, Reason},
};
use fluent_bundle::{FluentArgs, FluentResource, FluentValue, concurrent::FluentBundle};
use leptos::prelude::use_context;
use std::{borrow::Cow, sync::LazyLock};
use time::macros::format_description;
use unic_langid::langid;

/// The sentences, by area.
const ENGLISH: [&str; 16] = [
    include_str!("../locales/en/shell.ftl"),
    include_str!("../locales/en/public.ftl"),
    include_str!("../locales/en/data.ftl"),
    include_str!("../locales/en/progress.ftl"),
    include_str!("../locales/en/form.ftl"),
    include_str!("../locales/en/problems.ftl"),
    include_str!("../locales/en/catalogue.ftl"),
    include_str!("../locales/en/desk.ftl"),
    include_str!("../locales/en/review.ftl"),
    include_str!("../locales/en/report.ftl"),
    include_str!("../locales/en/cycles.ftl"),
    include_str!("../locales/en/print.ftl"),
    include_str!("../locales/en/workbook.ftl"),
    include_str!("../locales/en/offline.ftl"),
    include_str!("../locales/en/accounts.ftl"),
    include_str!("../locales/en/letters.ftl"),
];

/// A language the pages are in; provided as context for each request, English where nothing is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Language {
    /// English.
    #[default]
    English,
    /// English messages in Arabic letters, from right to left.
    Pseudo,
}

/// What a document says of its language.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Locale {
    /// BCP 47 tag.
    pub lang: &'static str,
    /// `ltr` or `rtl`.
    pub dir: &'static str,
}

type Bundle = FluentBundle<FluentResource>;

static BUNDLE: LazyLock<Bundle> = LazyLock::new(|| bundle(None));
static PSEUDO: LazyLock<Bundle> = LazyLock::new(|| bundle(Some(in_arabic_letters)));

fn bundle(transform: Option<fn(&str) -> Cow<'_, str>>) -> Bundle {
    let mut bundle = Bundle::new_concurrent(vec![langid!("en")]);
    // Isolating marks would end up in titles, attributes and mails; pages isolate with `dir` and `<bdi>`.
    bundle.set_use_isolating(false);
    bundle.set_transform(transform);
    for file in ENGLISH {
        // A file with a mistake still gives its sound messages; the mistake is found by a test.
        let resource = FluentResource::try_new(file.to_owned()).unwrap_or_else(|(sound, _)| sound);
        bundle.add_resource_overriding(resource);
    }
    bundle
}

fn in_arabic_letters(text: &str) -> Cow<'_, str> {
    const LETTERS: [char; 26] = [
        'ا', 'ب', 'ك', 'د', 'ي', 'ف', 'غ', 'ه', 'إ', 'ج', 'خ', 'ل', 'م', 'ن', 'و', 'پ', 'ق', 'ر', 'س', 'ت', 'ع', 'ڤ',
        'ص', 'ض', 'ى', 'ز',
    ];
    let letter = |c: char| match c.to_ascii_lowercase() {
        c @ 'a'..='z' => LETTERS[usize::from(c as u8 - b'a')],
        _ => c,
    };
    text.chars().map(letter).collect::<String>().into()
}

fn language() -> Language {
    use_context::<Language>().unwrap_or_default()
}

/// The language of this document.
pub fn locale() -> Locale {
    match language() {
        Language::English => Locale { lang: "en", dir: "ltr" },
        Language::Pseudo => Locale {
            lang: "ar-XB",
            dir: "rtl",
        },
    }
}

/// The direction of a language's script, for `dir`.
pub fn direction(tag: &str) -> &'static str {
    if is_right_to_left(tag) { "rtl" } else { "ltr" }
}

/// The message with this id.
pub fn say(id: &str) -> String {
    say_with(id, &[])
}

/// The message with this id, with these values in its places. A value that is a whole number counts as one, so that
/// a message can tell one from many.
pub fn say_with(id: &str, values: &[(&str, &str)]) -> String {
    let mut args = FluentArgs::new();
    for (name, value) in values {
        let number = value.parse::<u32>().ok();
        // What a number would be written as: 007 is a text.
        let number = number.filter(|number| number.to_string() == *value);
        let value = number.map_or_else(|| FluentValue::from(*value), FluentValue::from);
        args.set(*name, value);
    }
    format(id, &args).unwrap_or_else(|| {
        tracing::error!(id, "no such message");
        id.to_owned()
    })
}

/// The message with this id, if there is one.
pub fn maybe(id: &str) -> Option<String> {
    format(id, &FluentArgs::new())
}

/// `id` names a message, or an attribute of one after a dot.
fn format(id: &str, args: &FluentArgs<'_>) -> Option<String> {
    let bundle = match language() {
        Language::English => &*BUNDLE,
        Language::Pseudo => &*PSEUDO,
    };
    let (id, attribute) = id
        .split_once('.')
        .map_or((id, None), |(id, attribute)| (id, Some(attribute)));
    let message = bundle.get_message(id)?;
    let pattern = match attribute {
        Some(attribute) => message.get_attribute(attribute)?.value(),
        None => message.value()?,
    };
    let mut mistakes = Vec::new();
    let text = bundle.format_pattern(pattern, Some(args), &mut mistakes).into_owned();
    mistakes.is_empty().then_some(text)
}

/// The name of a field.
pub fn label(field: Field) -> String {
    say(&format!("field-{}", field.id()))
}

/// What helps to fill in a field, where it needs help.
pub fn hint(field: Field) -> Option<String> {
    maybe(&format!("field-{}.hint", field.id()))
}

/// The title of a page of the form.
pub fn section(section: Section) -> String {
    say(&format!("section-{}", section.code()))
}

/// What to tell the person who has to mend it: the same in the summary and beside the field.
pub fn issue(issue: Issue) -> String {
    let own = format!("problem-{}-{}", issue.field.id(), issue.problem.code());
    let id = if exists(&own) {
        own
    } else {
        format!("problem-{}", issue.problem.code())
    };
    let number = match issue.problem {
        Problem::TooLong { max } => max.to_string(),
        Problem::TooShort { min } => min.to_string(),
        Problem::MarkingTooStrict { strictest } => strictest.label().to_owned(),
        _ => String::new(),
    };
    say_with(&id, &[("field", &label(issue.field)), ("limit", &number)])
}

fn exists(id: &str) -> bool {
    BUNDLE.has_message(id)
}

/// The words for a code of a list.
pub fn code(list: &List, id: &str) -> String {
    maybe(&list.message_id(id)).unwrap_or_else(|| id.to_owned())
}

/// Where a filing stands.
pub fn stage(stage: StageName) -> String {
    say(&format!("stage-{}", stage.code()))
}

/// What a button does.
pub fn action(action: Action) -> String {
    say(&format!("action-{}", action.code()))
}

/// Whom the State wants to read it.
pub fn audience(audience: Audience) -> String {
    say(&format!("audience-{}", audience.code()))
}

/// Why something is kept back.
pub fn reason(reason: Reason) -> String {
    say(&format!("withhold-reason-{}", reason.code()))
}

/// A day in UTC: `27 March 2026`.
pub fn day(at: Timestamp) -> String {
    written(at, Fidelity::Day)
}

/// A moment in UTC to the minute: `27 March 2026, 14:02 UTC`.
pub fn minute(at: Timestamp) -> String {
    written(at, Fidelity::Minute)
}

/// A moment in UTC to the second: `27 March 2026, 14:02:11 UTC`.
pub fn second(at: Timestamp) -> String {
    written(at, Fidelity::Second)
}

/// A moment as precisely as it is known.
pub fn moment(moment: &Moment) -> String {
    written(moment.from, moment.fidelity)
}

fn written(at: Timestamp, fidelity: Fidelity) -> String {
    let utc = at.utc();
    let month = || say(&format!("month-{}", u8::from(utc.month())));
    let clock = |to: &str| say_with("moment-clock", &[("day", &written(at, Fidelity::Day)), ("time", to)]);
    match fidelity {
        Fidelity::Year => utc.year().to_string(),
        Fidelity::Month => format!("{} {}", month(), utc.year()),
        Fidelity::Day => format!("{} {} {}", utc.day(), month(), utc.year()),
        Fidelity::Hour => say_with(
            "moment-hour",
            &[("day", &written(at, Fidelity::Day)), ("hour", &utc.hour().to_string())],
        ),
        Fidelity::Minute => clock(&utc.format(format_description!("[hour]:[minute]")).unwrap_or_default()),
        Fidelity::Second => clock(
            &utc.format(format_description!("[hour]:[minute]:[second]"))
                .unwrap_or_default(),
        ),
    }
}

/// A moment for machines: the `datetime` attribute of `<time>` (RFC 3339, to the second).
pub fn machine_time(at: Timestamp) -> String {
    at.utc()
        .format(format_description!("[year]-[month]-[day]T[hour]:[minute]:[second]Z"))
        .unwrap_or_default()
}

#[cfg(test)]
mod tests;
