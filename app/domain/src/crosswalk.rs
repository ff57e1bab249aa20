//! One report, read by any instrument: report once, use everywhere.
//!
//! Each question says which commitments it serves and to which part of the UN's national survey it corresponds. A view
//! puts the questions of a report under the items of one instrument, or under the parts of the survey. It is made of
//! those statements and of nothing else: an item that no question serves is there and empty, and a question without a
//! counterpart is listed at the end, since forcing one would be a false statement about both.
//!
//! The crosswalk is ours, of no organisation, and every view says so ([`NOTICE`]).

use crate::{
    commitment::{CommitmentId, Commitments, Instrument},
    questionnaire::{Question, QuestionId, Questionnaire, SurveyPart},
    report::{ReportDisclosure, Said},
};
use std::collections::BTreeSet;

/// The id of the message that stands on every view: that the crosswalk is the portal's own.
pub const NOTICE: &str = "crosswalk-is-ours";

/// By what a report is ordered.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum View {
    /// By the items of an instrument.
    By(Instrument),
    /// By the four parts of the UN national survey.
    BySurvey,
}

impl View {
    /// Every view, in the order in which they are offered.
    pub const ALL: [Self; 6] = [
        Self::By(Instrument::Pledge),
        Self::By(Instrument::Norms),
        Self::By(Instrument::Osce),
        Self::By(Instrument::Un),
        Self::By(Instrument::Oas),
        Self::BySurvey,
    ];

    /// The code used in addresses and message ids.
    pub const fn code(self) -> &'static str {
        match self {
            Self::By(instrument) => instrument.code(),
            Self::BySurvey => "survey",
        }
    }

    /// The view with this code.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|view| view.code() == code)
    }
}

/// What a view has a heading for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Item {
    /// An item of an instrument.
    Commitment(CommitmentId),
    /// A part of the survey.
    Part(SurveyPart),
}

impl Item {
    /// Whether this question says something under this heading.
    pub fn is_served_by(self, question: &Question) -> bool {
        match self {
            Self::Commitment(id) => question.serves.contains(&id),
            Self::Part(part) => question.part == Some(part),
        }
    }
}

/// A report in the order of one view.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Crosswalk {
    /// Which view.
    pub view: View,
    /// Every item in its instrument's order, with the questions that serve it in page order; none where it is empty.
    pub items: Vec<(Item, Vec<QuestionId>)>,
    /// Questions that have no counterpart in it, in page order.
    pub no_counterpart: Vec<QuestionId>,
}

impl Crosswalk {
    /// The questions that the State was asked, in the order of this view.
    pub fn of(view: View, questionnaire: &Questionnaire, commitments: &Commitments, report: &ReportDisclosure) -> Self {
        let was_asked = |question: &&Question| {
            report
                .answer(&question.id)
                .is_some_and(|answer| answer.said != Said::NotAsked)
        };
        Self::over(view, commitments, questionnaire.questions().filter(was_asked))
    }

    /// These questions, in the order of this view: all that a State is asked.
    pub fn over<'a>(view: View, commitments: &Commitments, asked: impl IntoIterator<Item = &'a Question>) -> Self {
        let asked: Vec<&Question> = asked.into_iter().collect();
        let headings: Vec<Item> = match view {
            View::By(instrument) => commitments
                .of(instrument)
                .map(|item| Item::Commitment(item.id))
                .collect(),
            View::BySurvey => SurveyPart::ALL.map(Item::Part).to_vec(),
        };
        let under = |item: Item| {
            let served = asked.iter().filter(|question| item.is_served_by(question));
            (item, served.map(|question| question.id.clone()).collect::<Vec<_>>())
        };
        let items: Vec<_> = headings.into_iter().map(under).collect();
        let placed: BTreeSet<_> = items.iter().flat_map(|(_, questions)| questions).collect();
        let others = asked
            .iter()
            .map(|question| &question.id)
            .filter(|id| !placed.contains(id));
        let no_counterpart = others.cloned().collect();
        Self {
            view,
            items,
            no_counterpart,
        }
    }

    /// The items that nothing in this report serves: the view lists them too.
    pub fn empty(&self) -> impl Iterator<Item = Item> {
        self.items
            .iter()
            .filter(|(_, questions)| questions.is_empty())
            .map(|(item, _)| *item)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        marking::Audience,
        questionnaire::Frozen,
        report::{ReportDraft, Terms},
        samples::reports,
        state::StateCode,
    };
    use std::fmt::Write;

    fn disclosed(questionnaire: &Frozen, state: StateCode, tier: &str) -> ReportDisclosure {
        let terms = Terms {
            cycle: 2026.try_into().unwrap(),
            questionnaire,
            about: &reports::asked_of(state),
            audience: Audience::Public,
            last: None,
        };
        let draft = ReportDraft {
            tier: tier.into(),
            ..reports::valdoria()
        };
        draft
            .complete(&terms)
            .unwrap()
            .disclose(&state, Audience::Public)
            .unwrap()
    }

    fn opened() -> Frozen {
        reports::opened(Questionnaire::shipped().unwrap(), None).unwrap()
    }

    #[test]
    fn every_view_of_one_report() {
        let questionnaire = opened();
        let report = disclosed(&questionnaire, StateCode::VALDORIA, "full");
        let mut page = String::new();
        for view in View::ALL {
            let crosswalk = Crosswalk::of(view, &questionnaire, &Commitments::shipped(), &report);
            writeln!(page, "{}", view.code()).unwrap();
            for (item, questions) in &crosswalk.items {
                let name = match item {
                    Item::Commitment(id) => id.to_string(),
                    Item::Part(part) => part.code().to_owned(),
                };
                let questions: Vec<_> = questions.iter().map(QuestionId::as_str).collect();
                writeln!(page, "  {name:<9} {}", questions.join(" ")).unwrap();
            }
            let others: Vec<_> = crosswalk.no_counterpart.iter().map(QuestionId::as_str).collect();
            writeln!(page, "  (none)    {}", others.join(" ")).unwrap();
        }
        insta::assert_snapshot!("crosswalk", page);
    }

    #[test]
    fn each_question_asked_is_under_what_it_serves_or_has_no_counterpart_and_nothing_is_inferred() {
        let questionnaire = opened();
        for (state, tier) in [
            (StateCode::VALDORIA, "full"),
            (StateCode::MERIDIA, "full"),
            (StateCode::MERIDIA, "short"),
        ] {
            let report = disclosed(&questionnaire, state, tier);
            for view in View::ALL {
                assert_eq!(View::from_code(view.code()), Some(view));
                let crosswalk = Crosswalk::of(view, &questionnaire, &Commitments::shipped(), &report);
                for question in questionnaire.questions() {
                    let asked = report.answer(&question.id).unwrap().said != Said::NotAsked;
                    let mut places = 0;
                    for (item, questions) in &crosswalk.items {
                        let is_there = questions.contains(&question.id);
                        assert_eq!(is_there, asked && item.is_served_by(question));
                        places += usize::from(is_there);
                    }
                    let others = crosswalk.no_counterpart.contains(&question.id);
                    assert_eq!(others, asked && places == 0);
                }
            }
        }
    }

    #[test]
    fn an_item_that_nothing_serves_is_listed_as_empty() {
        let questionnaire = opened();
        let report = disclosed(&questionnaire, StateCode::VALDORIA, "short");
        let view = View::By(Instrument::Osce);
        let crosswalk = Crosswalk::of(view, &questionnaire, &Commitments::shipped(), &report);
        assert_eq!(crosswalk.empty().count(), 16, "the short form asks nothing about them");
    }
}
