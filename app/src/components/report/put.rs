//! From a report's form to the questions of one of its sections, as they stand on the page.

use super::{LastSaid, Put, WrongAnswers};
use crate::{
    portal::reporting::{reading::LastReport, saving::depth, writing::ReportForm},
    words,
};
use domain::{
    carry::Descent,
    catalogue::is_language,
    commitment::Commitments,
    questionnaire::{Question, Questionnaire, Section},
    report::{DisclosedAnswer, On, ReportDraft, ReportTerms},
};

/// The questions this section asks, in page order.
pub fn questions(form: &ReportForm, section: &Section, wrong: &WrongAnswers) -> Vec<Put> {
    let (terms, draft) = (&form.filing.terms, &form.filing.draft);
    let ceiling = draft.known_to(terms.audience);
    let writes_in = language(draft);
    let asked = section.questions.iter();
    let asked = asked.filter(|question| question.is_asked(depth(draft), &terms.about));
    let put = asked.map(|question| Put {
        typed: draft.typed(&question.id),
        error: wrong.on(&On::Question(question.id.clone())),
        serves: served(question, terms, &form.commitments),
        last: form.last.as_ref().and_then(|last| said_before(question, terms, last)),
        language: terms.questionnaire.language.clone(),
        question: question.clone(),
        writes_in: writes_in.clone(),
        ceiling,
    });
    put.collect()
}

/// What the question serves of that which the State is asked about.
fn served(question: &Question, terms: &ReportTerms, known: &Commitments) -> Vec<(String, String)> {
    let asked = question.serves.iter().filter(|id| terms.about.contains_key(*id));
    let named = asked.filter_map(|id| known.get(*id));
    named.map(|item| (item.id.to_string(), item.title.clone())).collect()
}

fn said_before(question: &Question, terms: &ReportTerms, last: &LastReport) -> Option<LastSaid> {
    let carry = terms.last.as_ref()?;
    let then = last.versions.first()?;
    let may_stand = carry.answers.contains_key(&question.id);
    let ids: Vec<_> = if may_stand {
        let versions: Vec<&Questionnaire> = last.versions.iter().collect();
        Descent::through(&versions)
            .before(&question.id)
            .cloned()
            .into_iter()
            .collect()
    } else {
        let beside = carry.beside.get(&question.id)?;
        beside.iter().map(|(id, _)| id.clone()).collect()
    };
    let said: Vec<(Question, DisclosedAnswer)> = ids
        .iter()
        .filter_map(|id| Some((then.question(id)?.clone(), last.disclosure.answer(id)?.clone())))
        .collect();
    (may_stand || !said.is_empty()).then(|| LastSaid {
        cycle: carry.cycle,
        said,
        may_stand,
        language: then.language.clone(),
    })
}

/// The language preselected for text that has none: what the State writes in elsewhere in this report, or the page's.
fn language(draft: &ReportDraft) -> String {
    let mut used = draft.answers.values().map(|typed| &typed.value.language);
    let page = words::locale().lang;
    let page = if is_language(page) { page } else { "en" };
    used.find(|tag| is_language(tag))
        .cloned()
        .unwrap_or_else(|| page.to_owned())
}
