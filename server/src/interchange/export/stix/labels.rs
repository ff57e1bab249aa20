//! Machine tags: the words of public taxonomies, which tools know from MISP and read as labels of STIX objects.

use domain::{catalogue, form::Field, publication::Disclosure};

/// Kind, type, sectors, severity, and that it is an exercise. "Other" is no word of a taxonomy.
pub fn labels(disclosure: &Disclosure) -> Vec<String> {
    let codes = |field| disclosure.codes(field).into_iter();
    let notice = [format!(r#"verbale:notice-kind="{}""#, disclosure.kind)];
    let exercise = disclosure.exercise.then(|| r#"exercise:generic="comcheck""#.to_owned());
    let kinds = codes(Field::Type).filter_map(catalogue::rsit_tag);
    let sectors = codes(Field::Sectors).filter_map(catalogue::sector_tag);
    let severity = codes(Field::Severity).filter_map(catalogue::level);
    let priority = severity.filter_map(|level| Some(format!("priority-level:{}", level.nciss.first()?)));
    let all = notice.into_iter().chain(exercise).chain(kinds).chain(sectors);
    all.chain(priority).collect()
}
