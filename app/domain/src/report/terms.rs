//! Under which terms a State reports: what it is asked, by whom it is read, until when it is taken.

use crate::{
    carry::Carry,
    cycle::CycleYear,
    ids::Timestamp,
    marking::Audience,
    questionnaire::{AskedAbout, Frozen},
};
use std::sync::Arc;

/// Under which terms a State reports in a cycle. The same draft under other terms is another report.
#[derive(Clone, Copy, Debug)]
pub struct Terms<'a> {
    /// The cycle.
    pub cycle: CycleYear,
    /// Its questionnaire.
    pub questionnaire: &'a Frozen,
    /// What the State is asked about.
    pub about: &'a AskedAbout,
    /// Who reads what the State says nothing else about.
    pub audience: Audience,
    /// Its last report that has answers, brought under this year's questions.
    pub last: Option<&'a Carry>,
}

/// The same terms, for as long as somebody works on a filing, and the moment until which it is taken.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReportTerms {
    /// The cycle.
    pub cycle: CycleYear,
    /// Its questionnaire, which all its reports share.
    pub questionnaire: Arc<Frozen>,
    /// What the State is asked about.
    pub about: AskedAbout,
    /// Who reads what the State says nothing else about.
    pub audience: Audience,
    /// Its last report that has answers, brought under this year's questions.
    pub last: Option<Carry>,
    /// When the cycle closes where the State is.
    pub closes: Timestamp,
}

impl ReportTerms {
    /// What a draft is judged by.
    pub fn borrowed(&self) -> Terms<'_> {
        Terms {
            cycle: self.cycle,
            questionnaire: &self.questionnaire,
            about: &self.about,
            audience: self.audience,
            last: self.last.as_ref(),
        }
    }
}
