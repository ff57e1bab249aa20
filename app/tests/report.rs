//! The questions of a report on their page: every control has a name and an id of its own, whatever was typed.
#![cfg(feature = "ssr")]
#![allow(
    clippy::expect_used,
    clippy::unwrap_used,
    reason = "a test that cannot go on says where it stopped"
)]

use app::{
    components::report::{Drafted, QuestionField, WrongAnswers, questions},
    portal::reporting::{reading::LastReport, writing::ReportForm},
    routes::Questions,
};
use domain::{
    carry::Carry,
    commitment::Commitments,
    filing::Filing,
    ids::{FilingId, FormKey},
    marking::Audience,
    questionnaire::{Frozen, Questionnaire},
    report::{Issues, Report, ReportDraft, ReportTerms},
    samples::{AMINA, TUESDAY, reports},
    state::StateCode,
};
use leptos::prelude::*;
use std::{collections::BTreeSet, sync::Arc};
use uuid::Uuid;

fn shipped() -> Arc<Frozen> {
    Arc::new(reports::opened(Questionnaire::shipped().unwrap(), None).unwrap())
}

fn terms(year: u16, questionnaire: &Arc<Frozen>, last: Option<Carry>) -> Arc<ReportTerms> {
    Arc::new(ReportTerms {
        cycle: year.try_into().unwrap(),
        questionnaire: Arc::clone(questionnaire),
        about: reports::asked_of(StateCode::VALDORIA),
        audience: Audience::Public,
        last,
        closes: TUESDAY.plus_seconds(1_000_000),
    })
}

fn form(terms: Arc<ReportTerms>, draft: ReportDraft, last: Option<LastReport>) -> ReportForm {
    let (id, reference) = (FilingId::new(Uuid::from_u128(1)), "REP-XV-2027-0001".parse().unwrap());
    let filing = Filing::<Report>::begin(id, reference, terms, draft, &AMINA.actor(), TUESDAY);
    let terms = filing.terms.borrowed();
    ReportForm {
        seen: filing.version,
        issues: filing.draft.complete(&terms).err().unwrap_or_default(),
        completeness: filing.draft.completeness(&terms),
        to_choose: false,
        last,
        commitments: Commitments::shipped(),
        inside: None,
        key: FormKey::new(Uuid::from_u128(2)),
        by: AMINA.id(),
        filing,
    }
}

/// This year's form of Valdoria, which filed the full form a year before.
fn carried() -> ReportForm {
    let questionnaire = shipped();
    let report = reports::valdoria()
        .complete(&terms(2026, &questionnaire, None).borrowed())
        .unwrap();
    let carry = Carry::forward(&report, &[&questionnaire]).unwrap();
    let last = LastReport {
        reference: "REP-XV-2026-0001".parse().unwrap(),
        disclosure: report.disclose(&StateCode::VALDORIA, Audience::Secretariat).unwrap(),
        versions: vec![Questionnaire::clone(&questionnaire)],
    };
    let mut draft = ReportDraft::carrying(&carry);
    draft.tier = "full".into();
    form(terms(2027, &questionnaire, Some(carry)), draft, Some(last))
}

fn section(form: &ReportForm, at: usize, issues: &Issues) -> String {
    let questionnaire = &form.filing.terms.questionnaire;
    let none = Questions::default();
    let wrong = WrongAnswers::of(&none, &none, issues, questionnaire);
    let fields = questions(form, &questionnaire.sections[at], &wrong);
    let html = || {
        fields
            .into_iter()
            .map(|put| view! { <QuestionField put/> })
            .collect_view()
            .to_html()
    };
    Owner::new().with(html)
}

/// The values of an attribute.
fn all<'a>(html: &'a str, name: &str) -> Vec<&'a str> {
    let mark = format!(" {name}=\"");
    let parts = html.split(mark.as_str()).skip(1);
    parts.filter_map(|rest| rest.split('"').next()).collect()
}

fn holds_together(html: &str) {
    let ids = all(html, "id");
    let known: BTreeSet<_> = ids.iter().copied().collect();
    assert_eq!(known.len(), ids.len(), "an id twice: {ids:?}");
    let described = all(html, "aria-describedby")
        .into_iter()
        .flat_map(str::split_whitespace);
    for id in all(html, "for").into_iter().chain(described) {
        assert!(known.contains(id), "nothing has the id {id}");
    }
}

#[test]
fn in_every_section_ids_are_unique_and_labels_and_descriptions_lead_to_them() {
    let (empty, carried) = (
        form(terms(2026, &shipped(), None), reports::valdoria(), None),
        carried(),
    );
    for form in [&empty, &carried] {
        for at in 0..form.filing.terms.questionnaire.sections.len() {
            holds_together(&section(form, at, &Issues::default()));
            holds_together(&section(form, at, &form.issues));
        }
    }
}

#[test]
fn last_years_answers_wait_to_be_confirmed_and_say_so() {
    let form = carried();
    let first = section(&form, 0, &form.issues);
    let boxes = first.matches("[confirmed]").count();
    assert_eq!(boxes, 4, "each answer of the first section was given a year before");
    assert!(!first.contains("checked value=\"yes\"") && !first.contains("value=\"yes\" checked"));
    assert!(first.contains("A national strategy was adopted in February."));
    assert_eq!(first.matches("aria-invalid").count() > 0, !form.issues.is_empty());
}

#[test]
fn the_answers_of_a_draft_say_which_were_confirmed() {
    let form = carried();
    let html = Owner::new().with(|| view! { <Drafted filing=&form.filing/> }.to_html());
    let waiting = html.matches("not confirmed yet").count();
    assert_eq!(waiting, form.completeness.whole.to_confirm);
    assert!(waiting > 0);
}

#[test]
fn words_of_the_questionnaire_are_in_its_language_and_direction() {
    for (language, dir) in [("en", "ltr"), ("ar", "rtl")] {
        let mut questionnaire = Questionnaire::shipped().unwrap();
        language.clone_into(&mut questionnaire.language);
        let opened = Arc::new(reports::opened(questionnaire, None).unwrap());
        let form = form(terms(2026, &opened, None), reports::valdoria(), None);
        let html = section(&form, 0, &Issues::default());
        for words in [
            "How far has your State come in building",
            "One or two sentences that a reader",
            "A national strategy that covers cyber defence",
        ] {
            let expected = format!("<bdi lang=\"{language}\" dir=\"{dir}\">{words}");
            assert!(html.contains(&expected), "{words}: {html}");
        }
    }
}
