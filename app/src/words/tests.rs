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
    let mut missing = BTreeSet::new();
    let mut ask = |id: String| {
        if !exists(&id) {
            missing.insert(id);
        }
    };
    Field::ALL.iter().for_each(|field| ask(format!("field-{}", field.id())));
    Section::ALL
        .iter()
        .for_each(|section| ask(format!("section-{}", section.code())));
    StageName::ALL
        .iter()
        .for_each(|stage| ask(format!("stage-{}", stage.code())));
    Action::ALL
        .iter()
        .for_each(|action| ask(format!("action-{}", action.code())));
    Audience::ALL
        .iter()
        .for_each(|audience| ask(format!("audience-{}", audience.code())));
    Reason::ALL
        .iter()
        .for_each(|reason| ask(format!("withhold-reason-{}", reason.code())));
    (1..=12).for_each(|month| ask(format!("month-{month}")));
    for list in domain::catalogue::ALL {
        // Languages say their own name.
        if list.name != "language" {
            list.codes.iter().for_each(|code| ask(list.message_id(code.id)));
        }
    }
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
