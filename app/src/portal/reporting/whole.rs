//! The choices that concern a report as a whole: which form, since when nothing is new, who may know of it.

use domain::{
    marking::Audience,
    report::{ReportDraft, Tier},
};

/// The choices that concern the whole, as posted.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Whole {
    /// Which form, if any was chosen.
    pub tier: Option<Tier>,
    /// The cycle since which there is nothing new, where that was confirmed.
    pub since: String,
    /// The most readers; none for the cycle's default.
    pub audience: Option<Audience>,
}

impl Whole {
    /// What of these choices differs from those the form was drawn from, put over the draft.
    pub(super) fn over(&self, draft: &ReportDraft, base: &ReportDraft) -> ReportDraft {
        let chosen = |mine: &str, before: &str, theirs: &str| if mine == before { theirs } else { mine }.to_owned();
        let tier = self.tier.map(Tier::code).unwrap_or_default();
        let audience = self.audience.map(Audience::code).unwrap_or_default();
        ReportDraft {
            tier: chosen(tier, &base.tier, &draft.tier),
            since: chosen(&self.since, &base.since, &draft.since),
            audience: chosen(audience, &base.audience, &draft.audience),
            answers: draft.answers.clone(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn of_the_choices_for_the_whole_only_what_was_changed_is_put_over_the_draft() {
        let draft = |tier: &str, audience: &str| ReportDraft {
            tier: tier.into(),
            audience: audience.into(),
            ..ReportDraft::default()
        };
        let mine = Whole {
            tier: Some(Tier::Short),
            audience: Some(Audience::Public),
            ..Whole::default()
        };
        let merged = mine.over(&draft("short", "secretariat"), &draft("full", "public"));
        assert_eq!(merged, draft("short", "secretariat"));
        let merged = mine.over(&draft("full", "public"), &draft("full", "public"));
        assert_eq!(merged, draft("short", "public"));
    }
}
