//! How much of a report is there: shown to the State before it sends, and to nobody else.
//!
//! These are counts of boxes, for the people who fill them in. They compare a State with nothing and leave it in no
//! form; a reader outside never learns how much was left blank.

use crate::{
    answer::Answer,
    questionnaire::SectionId,
    report::{ReportDraft, Stated, Terms, Wrong},
};
use std::ops::AddAssign;

/// How many questions stand how. What was not asked is in no number.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Figures {
    /// Asked of the State.
    pub asked: usize,
    /// Answered with a value.
    pub given: usize,
    /// Answered with "none".
    pub none: usize,
    /// Not known to the State.
    pub unknown: usize,
    /// Withheld for a reason.
    pub withheld: usize,
    /// Left blank, which is allowed.
    pub left_blank: usize,
    /// Carried forward and not yet confirmed, changed or dropped.
    pub to_confirm: usize,
    /// Typed, and wrong in some other way.
    pub wrong: usize,
}

impl Figures {
    fn of(judged: &Result<Stated, Wrong>) -> Self {
        let one = |counted: fn(&mut Self) -> &mut usize| {
            let mut figures = Self {
                asked: 1,
                ..Self::default()
            };
            *counted(&mut figures) = 1;
            figures
        };
        match judged.as_ref().map(|stated| &stated.answer) {
            Ok(Answer::Given(_)) => one(|figures| &mut figures.given),
            Ok(Answer::None) => one(|figures| &mut figures.none),
            Ok(Answer::Unknown) => one(|figures| &mut figures.unknown),
            Ok(Answer::Withheld(_)) => one(|figures| &mut figures.withheld),
            Ok(Answer::LeftBlank) => one(|figures| &mut figures.left_blank),
            Err(Wrong::NotConfirmed) => one(|figures| &mut figures.to_confirm),
            Err(_) => one(|figures| &mut figures.wrong),
        }
    }
}

impl AddAssign for Figures {
    fn add_assign(&mut self, more: Self) {
        self.asked += more.asked;
        self.given += more.given;
        self.none += more.none;
        self.unknown += more.unknown;
        self.withheld += more.withheld;
        self.left_blank += more.left_blank;
        self.to_confirm += more.to_confirm;
        self.wrong += more.wrong;
    }
}

/// The figures of a draft, section by section.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Completeness {
    /// Of each section in which the State is asked something, in page order.
    pub sections: Vec<(SectionId, Figures)>,
    /// Of all of them.
    pub whole: Figures,
}

impl ReportDraft {
    /// How much is there, in the tier that is chosen. A draft without one, or with nothing new to say, is asked nothing.
    pub fn completeness(&self, terms: &Terms<'_>) -> Completeness {
        let mut completeness = Completeness::default();
        let Some(depth) = self.depth() else {
            return completeness;
        };
        for section in &terms.questionnaire.sections {
            let mut figures = Figures::default();
            for question in &section.questions {
                if question.is_asked(depth, terms.about) {
                    figures += Figures::of(&self.judge(question, terms));
                }
            }
            if figures.asked > 0 {
                completeness.whole += figures;
                completeness.sections.push((section.id.clone(), figures));
            }
        }
        completeness
    }
}
