//! What a reviewer's question on a report can be about.

use crate::components::about::Places;
use domain::report::ReportTerms;

/// The questions of a report, in page order, as the questionnaire words them.
pub fn places(terms: &ReportTerms) -> Places {
    let questions = terms.questionnaire.questions();
    Places(
        questions
            .map(|question| ((&question.id).into(), question.text.clone()))
            .collect(),
    )
}
