//! Everything that is wrong with a report's answers, once: above the form, with links, and in the same words beside each.

use crate::{
    routes::{self, Questions},
    words,
};
use domain::{
    ids::FilingReference,
    issue::Problem,
    questionnaire::Questionnaire,
    report::{Issues, On, Wrong},
};

/// What is wrong, in words, in page order. An answer that was not kept says that before anything else.
#[derive(Clone, Debug, Default)]
pub struct WrongAnswers(Vec<(On, String)>);

impl WrongAnswers {
    /// Of what was left out when the page was last saved, and of these issues.
    pub fn of(classified: &Questions, oversized: &Questions, issues: &Issues, questionnaire: &Questionnaire) -> Self {
        let mut wrong = Vec::new();
        for (ids, what) in [
            (&classified.0, Wrong::Problem(Problem::Classified)),
            (
                &oversized.0,
                Wrong::Problem(Problem::TooLong {
                    max: domain::draft::KEPT,
                }),
            ),
        ] {
            let named = ids.iter().filter(|id| questionnaire.question(id).is_some());
            wrong.extend(named.map(|id| (On::Question(id.clone()), what)));
        }
        let left_out: Vec<On> = wrong.iter().map(|(on, _)| on.clone()).collect();
        let kept = issues.iter().filter(|issue| !left_out.contains(&issue.on));
        wrong.extend(kept.map(|issue| (issue.on.clone(), issue.wrong)));
        let in_words = |(on, what): (On, Wrong)| {
            let words = in_words(&on, what, questionnaire);
            (on, words)
        };
        Self(wrong.into_iter().map(in_words).collect())
    }

    /// Only what concerns the whole.
    #[must_use]
    pub fn of_the_whole(mut self) -> Self {
        self.0.retain(|(on, _)| !matches!(on, On::Question(_)));
        self
    }

    /// What is wrong there.
    pub fn on(&self, on: &On) -> Option<String> {
        self.0
            .iter()
            .find(|(wrong, _)| wrong == on)
            .map(|(_, words)| words.clone())
    }

    /// Whether nothing is.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// A link for each, on the page that has all of them.
    pub fn here(&self) -> Vec<(String, String)> {
        let link = |(on, words): &(On, String)| (format!("#{}", anchor(on)), words.clone());
        self.0.iter().map(link).collect()
    }

    /// A link for each, to the page of the report's form it is on.
    pub fn elsewhere(&self, reference: &FilingReference, questionnaire: &Questionnaire) -> Vec<(String, String)> {
        let address = |on: &On| match on {
            On::Question(id) => questionnaire.section_of(id).map_or_else(
                || routes::report(reference),
                |section| routes::report_question(reference, &section.id, id),
            ),
            other => format!("{}#{}", routes::report_checked(reference), anchor(other)),
        };
        let link = |(on, words): &(On, String)| (address(on), words.clone());
        self.0.iter().map(link).collect()
    }
}

fn anchor(on: &On) -> String {
    match on {
        On::Tier => "tier".to_owned(),
        On::Since => "since".to_owned(),
        On::Audience => "readers".to_owned(),
        On::Question(id) => routes::question_anchor(id),
    }
}

fn in_words(on: &On, wrong: Wrong, questionnaire: &Questionnaire) -> String {
    let limit = match wrong {
        Wrong::Problem(Problem::TooLong { max }) | Wrong::TooManyLinks { max } => max.to_string(),
        _ => String::new(),
    };
    let what = match on {
        On::Tier => return words::say("report-wrong-tier"),
        On::Since => return words::say(&format!("report-wrong-since-{}", wrong.code())),
        On::Audience => return words::say("report-wrong-readers"),
        On::Question(id) => questionnaire
            .question(id)
            .map_or_else(|| id.to_string(), |one| one.text.clone()),
    };
    let said = words::say_with(&format!("report-wrong-{}", wrong.code()), &[("limit", &limit)]);
    words::say_with("report-wrong", &[("question", &what), ("what", &said)])
}
