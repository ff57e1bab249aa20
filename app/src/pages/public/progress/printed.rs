//! One State's public report, to be printed: made of the disclosure that everyone reads, as the report's page is.

use super::notices::tier;
use crate::{
    components::printed::{Sheet, Told},
    pages::public::state_name,
    portal::progress::reports::{ReportSeen, Standing, Words},
    words,
};
use domain::{crosswalk::View, participation};

/// What everyone reads of this report, in this order.
pub fn public_sheet(seen: &ReportSeen, order: Option<View>) -> Sheet {
    let (name, year) = (state_name(&seen.state), seen.cycle.to_string());
    let day = words::day(seen.published);
    let published = words::say_with("print-public", &[("state", &name), ("day", &day)]);
    let notice = words::say(participation::NOTICE);
    let mut sheet = Sheet {
        title: words::say_with("public-report-title", &[("state", &name), ("year", &year)]),
        marking: words::say("print-marking-public"),
        subject: vec![published.clone()],
        notices: vec![notice.clone()],
        parts: Vec::new(),
        made_of: words::say("print-made-of-withdrawn"),
        at: seen.published,
        foot: vec![notice, published],
    };
    match &seen.standing {
        Standing::Public(words) => standing(sheet, words, &name, order),
        Standing::Withdrawn { at } => {
            let of = [("state", &*name), ("day", &words::day(*at))];
            sheet.notices.push(words::say_with("report-withdrawn", &of));
            sheet
        }
    }
}

fn standing(mut sheet: Sheet, words: &Words, state: &str, order: Option<View>) -> Sheet {
    let report = &words.report.report;
    let hash = report.hash().to_string();
    sheet.made_of = words::say_with("print-made-of-public", &[("hash", &hash)]);
    sheet.subject.insert(0, tier(report.tier()));
    let told = Told {
        report,
        questionnaire: words.questionnaire.as_ref(),
        commitments: &words.commitments,
        state,
        marked: false,
    };
    sheet.telling(told, order)
}
