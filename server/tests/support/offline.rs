//! Forms of progress reports as files, sent back as a browser sends them.

use app::{
    portal::ports::{OfflineForm, OfflineFormat, OfflineForms},
    words,
};
use domain::{
    filing::Filing,
    report::{Report, ReportDraft},
    samples::TUESDAY,
};
use server::interchange::Formats;
use std::sync::Arc;
use workbook::{Form, Words};

/// The form of this report as JSON.
pub fn as_json(filing: &Filing<Report>) -> String {
    let form = OfflineForm {
        reference: filing.reference.clone(),
        state_name: "Valdoria".to_owned(),
        depth: domain::questionnaire::Depth::Full,
        terms: Arc::clone(&filing.terms),
        draft: filing.draft.clone(),
        version: filing.version,
    };
    let written = Formats
        .write(&form, OfflineFormat::Json, TUESDAY)
        .expect("it is written");
    String::from_utf8(written).expect("JSON is text")
}

/// The workbook of Valdoria's full form, changed.
pub fn workbook(
    filing: &Filing<Report>,
    draft: &ReportDraft,
    change: impl for<'a> FnOnce(Form<'a>) -> Form<'a>,
) -> Vec<u8> {
    let form = Form {
        state: filing.reference.state,
        state_name: "Valdoria",
        cycle: filing.terms.cycle,
        depth: domain::questionnaire::Depth::Full,
        questionnaire: &filing.terms.questionnaire,
        about: &filing.terms.about,
        draft,
        version: filing.version,
    };
    let words = Words {
        say: &words::say_with,
        right_to_left: false,
    };
    workbook::write(&change(form), &words, TUESDAY).expect("it is written")
}

/// A form with a file, in parts, as a browser sends it.
pub fn sent_back(reference: &str, file: &[u8]) -> Vec<u8> {
    let part = |named: &str| format!("--part\r\nContent-Disposition: form-data; {named}\r\n\r\n").into_bytes();
    [
        part("name=\"reference\""),
        reference.as_bytes().to_vec(),
        b"\r\n".to_vec(),
        part("name=\"file\"; filename=\"form\""),
        file.to_vec(),
        b"\r\n--part--\r\n".to_vec(),
    ]
    .concat()
}
