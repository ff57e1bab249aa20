//! Sentences that stand on every page, and small words these pages share.

use crate::{routes, words};
use domain::{
    calendar::Day,
    commitment::{CommitmentId, Instrument},
    crosswalk,
    ids::Timestamp,
    participation,
    questionnaire::Notice,
    report::Tier,
};
use leptos::prelude::*;

/// That all of it is self-reported, voluntary, and no assessment.
#[component]
pub fn NoAssessment() -> impl IntoView {
    view! { <p class="notice-line">{words::say(participation::NOTICE)}</p> }
}

/// That the crosswalk between instruments is ours.
#[component]
pub fn OurCrosswalk() -> impl IntoView {
    view! { <p class="meta">{words::say(crosswalk::NOTICE)}</p> }
}

/// Whose text a questionnaire is.
#[component]
pub fn WhoseText(
    /// As the questionnaire says.
    notice: Notice,
) -> impl IntoView {
    let id = format!("questionnaire-{}", notice.code());
    let said = match &notice {
        Notice::NotOfficial => words::say(&id),
        Notice::Adopted(symbol) => words::say_with(&id, &[("symbol", symbol)]),
    };
    view! { <p class="notice-line">{said}</p> }
}

/// What an instrument is called here.
pub fn instrument(instrument: Instrument) -> String {
    words::say(&format!("instrument-{}", instrument.code()))
}

/// How much a State chose to report.
pub fn tier(tier: Tier) -> String {
    words::say(&format!("tier-{}", tier.code()))
}

/// A day as people write it.
pub fn day(day: Day) -> String {
    words::day(beginning(day))
}

/// The day's beginning in UTC, only to be written down as a day.
fn beginning(day: Day) -> Timestamp {
    day.date().midnight().assume_utc().into()
}

/// Links to commitments, by their ids.
#[component]
pub fn CommitmentLinks(
    /// Which.
    ids: Vec<CommitmentId>,
) -> impl IntoView {
    let links = ids.into_iter().enumerate().map(|(at, id)| {
        let between = (at > 0).then_some(", ");
        view! { {between}<a href=routes::commitment(id)>{id.to_string()}</a> }
    });
    links.collect_view()
}

#[cfg(test)]
mod tests {
    use super::*;
    use domain::{
        carry::Change,
        commitment::Status,
        crosswalk::View,
        participation::Cell,
        questionnaire::{Depth, Kind, Progress, SurveyPart},
    };

    #[test]
    fn every_code_has_its_sentence() {
        let all = [
            Instrument::ALL.map(|of| format!("instrument-{}", of.code())).to_vec(),
            Tier::ALL.map(|of| format!("tier-{}", of.code())).to_vec(),
            Status::ALL
                .map(|of| format!("commitment-status-{}", of.code()))
                .to_vec(),
            Cell::ALL.map(|of| format!("cell-{}", of.code())).to_vec(),
            Change::ALL.map(|of| format!("change-{}", of.code())).to_vec(),
            View::ALL.map(|of| format!("report-by-{}", of.code())).to_vec(),
            SurveyPart::ALL.map(|of| format!("report-part-{}", of.code())).to_vec(),
            Kind::CODES.map(|of| format!("questionnaire-kind-{of}")).to_vec(),
            Depth::ALL
                .map(|of| format!("questionnaire-asked-{}", of.code()))
                .to_vec(),
            Progress::ALL.map(|of| format!("progress-{}", of.code())).to_vec(),
            [participation::NOTICE, crosswalk::NOTICE].map(str::to_owned).to_vec(),
        ];
        // Those with a place for something are said with it.
        let said = |id: &String| words::say_with(id, &[("max", "600")]) != *id;
        let missing: Vec<_> = all.concat().into_iter().filter(|id| !said(id)).collect();
        assert!(missing.is_empty(), "no sentence for {missing:?}");
    }
}
