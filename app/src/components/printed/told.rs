//! A report on a sheet as those read it for whom a disclosure of it was made.

use super::{Asked, Sheet, line};
use crate::{portal::progress::since, words};
use domain::{commitment::Commitments, crosswalk::View, questionnaire::Frozen, report::ReportDisclosure};

/// What is told of a report.
#[derive(Clone, Copy)]
pub struct Told<'a> {
    /// What its readers read.
    pub report: &'a ReportDisclosure,
    /// The questions it answers; none where these cannot be shown.
    pub questionnaire: Option<&'a Frozen>,
    /// The catalogue, for the orders of instruments.
    pub commitments: &'a Commitments,
    /// Whose words they are, as pages name that State.
    pub state: &'a str,
    /// Whether it says of each answer who else reads it.
    pub marked: bool,
}

impl Sheet {
    /// With what is told, in this order.
    #[must_use]
    pub fn telling(mut self, of: Told<'_>, order: Option<View>) -> Self {
        let report = of.report;
        match (since(report), of.questionnaire) {
            (Some(since), _) => {
                let said = [("state", of.state), ("year", &since.to_string())];
                self.notices.push(words::say_with("public-report-nothing-new", &said));
                self
            }
            (None, None) => {
                self.notices.push(words::say("report-questions-gone"));
                self
            }
            (None, Some(questionnaire)) => {
                let asked = Asked {
                    questionnaire,
                    commitments: of.commitments,
                    about: &report.about,
                };
                self.answering(asked, order, |question| {
                    line::of_disclosure(questionnaire, question, report.answer(&question.id)?, of.marked)
                })
            }
        }
    }
}
