//! The first sheet: whose form it is, whose text it is not, and how to fill it in.

use super::{Look, lock, set_up_pages, title};
use crate::{
    Form, Words,
    codes::{COVER, Codes, NAMES},
    value::as_text,
};
use domain::questionnaire::Notice;
use rust_xlsxwriter::{Format, Worksheet, XlsxError};

/// What there is to know before filling it in, in order: the ends of message ids.
const HOW: [&str; 10] = [
    "cells",
    "blank",
    "choose",
    "choices",
    "cannot",
    "audience",
    "language",
    "dates",
    "links",
    "classified",
];

pub(super) fn add(
    sheet: &mut Worksheet,
    form: &Form<'_>,
    codes: &Codes,
    words: &Words<'_>,
    look: &Look,
) -> Result<(), XlsxError> {
    sheet.set_name(codes.label(NAMES, COVER).unwrap_or_default())?;
    sheet.set_column_width(0, 100)?;
    for (row, (text, format)) in (0_u32..).zip(paragraphs(form, words, look)) {
        sheet.write_string_with_format(row, 0, as_text(&text), format)?;
    }
    set_up_pages(sheet, form, words);
    lock(sheet);
    Ok(())
}

fn paragraphs<'a>(form: &Form<'_>, words: &Words<'_>, look: &'a Look) -> Vec<(String, &'a Format)> {
    let version = form.questionnaire.version.to_string();
    let about = [
        ("title", form.questionnaire.title.as_str()),
        ("version", version.as_str()),
    ];
    let notice = match &form.questionnaire.notice {
        Notice::NotOfficial => words.say("workbook-notice-not-official"),
        Notice::Adopted(symbol) => words.say_with("workbook-notice-adopted", &[("symbol", symbol.as_str())]),
    };
    let mut paragraphs = vec![
        (title(form, words), &look.title),
        (words.say(&format!("workbook-form-{}", form.depth.code())), &look.strong),
        (words.say_with("workbook-questionnaire", &about), &look.text),
        (notice, &look.strong),
        (words.say("workbook-notice-voluntary"), &look.strong),
        (String::new(), &look.text),
        (words.say("workbook-how-heading"), &look.title),
    ];
    let how = HOW.map(|end| (words.say(&format!("workbook-how-{end}")), &look.text));
    paragraphs.extend(how);
    paragraphs.push((words.say("workbook-how-return"), &look.strong));
    paragraphs
}
