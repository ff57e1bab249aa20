//! Every code has its sentence, and every sentence stands once.

use super::*;
use std::collections::BTreeSet;

#[test]
fn every_file_is_listed_sound_and_names_each_message_once() {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/locales/en");
    let files = std::fs::read_dir(folder)
        .expect("the folder of the English sentences")
        .count();
    assert_eq!(files, ENGLISH.len(), "a file in locales/en is not in ENGLISH");
    let mut ids = BTreeSet::new();
    for file in ENGLISH {
        FluentResource::try_new(file.to_owned()).expect("a sound file");
        let messages = file
            .lines()
            .filter(|line| line.starts_with(|c: char| c.is_ascii_lowercase()));
        for id in messages
            .filter_map(|line| line.split_once('='))
            .map(|(id, _)| id.trim())
        {
            assert!(ids.insert(id), "{id} is said twice");
        }
    }
}

#[test]
fn every_code_has_its_sentence() {
    let of_the_domain = Field::ALL
        .map(|field| format!("field-{}", field.id()))
        .into_iter()
        .chain(Section::ALL.map(|section| format!("section-{}", section.code())))
        .chain(StageName::ALL.map(|stage| format!("stage-{}", stage.code())))
        .chain(Action::ALL.map(|action| format!("action-{}", action.code())))
        .chain(Audience::ALL.map(|audience| format!("audience-{}", audience.code())))
        .chain(Reason::ALL.map(|reason| format!("withhold-reason-{}", reason.code())))
        .chain((1..=12).map(|month| format!("month-{month}")));
    // Languages say their own name.
    let lists = domain::catalogue::ALL
        .into_iter()
        .filter(|list| list.name != "language");
    let of_lists = lists.flat_map(|list| list.codes.iter().map(|code| list.message_id(code.id)));
    let missing: BTreeSet<String> = of_the_domain.chain(of_lists).filter(|id| !exists(id)).collect();
    assert!(missing.is_empty(), "no sentence for {missing:#?}");
}

#[test]
fn a_moment_is_written_as_precisely_as_it_is_known() {
    let from = Timestamp::from_micros(1_774_620_131_000_000);
    let at = |fidelity| moment(&Moment { from, fidelity });
    assert_eq!(at(Fidelity::Month), "March 2026");
    assert_eq!(at(Fidelity::Day), "27 March 2026");
    assert_eq!(at(Fidelity::Minute), "27 March 2026, 14:02 UTC");
    assert_eq!(machine_time(from), "2026-03-27T14:02:11Z");
}
