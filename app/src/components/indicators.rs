//! Technical traces in a table. Values are defanged, so that nobody follows one by accident.

use crate::{portal::indicators::page_of, words};
use domain::{ids::Timestamp, indicator::Indicator, marking::Tlp, publication::Traces};
use leptos::prelude::*;

/// As many as a page shows beside something else.
const SHOWN: usize = 50;

/// The first indicators, with the way to all of them; nothing where there are none.
#[component]
pub fn FirstIndicators(
    /// The indicators.
    indicators: Vec<Indicator>,
    /// Where the rest can be read.
    all: String,
) -> impl IntoView {
    let number = indicators.len();
    let all = (number > SHOWN).then(|| {
        let all_of_them = words::say_with("indicators-all", &[("number", &number.to_string())]);
        view! { <p><a href=all>{all_of_them}</a></p> }
    });
    let first = indicators.into_iter().take(SHOWN).collect();
    view! { <IndicatorTable indicators=first of=Some(number)/>{all} }
}

/// Indicators as their audience reads them: a table of those on a page, or that they are withheld and why. They may be ten
/// thousand, which no browser should have to draw at once.
#[component]
pub fn DisclosedIndicators(
    /// What the audience gets.
    traces: Traces,
    /// Which page of them, from 1.
    #[prop(default = 1)]
    page: u32,
) -> impl IntoView {
    match traces {
        Traces::Given(indicators) => {
            let on_page = page_of(&indicators, page).unwrap_or_default().to_vec();
            view! { <IndicatorTable indicators=on_page of=Some(indicators.len())/> }.into_any()
        }
        Traces::Withheld { withheld } => {
            let words = words::say_with("indicators-withheld", &[("reason", &words::reason(withheld))]);
            view! { <p class="withheld">{words}</p> }.into_any()
        }
    }
}

/// How strictly a source marked the indicators, where the State has not released them.
#[component]
pub fn Floor(
    /// That marking.
    floor: Option<Tlp>,
) -> impl IntoView {
    floor.map(|floor| {
        let words = words::say_with("indicators-floor", &[("marking", floor.label())]);
        view! { <p class="note">{words}</p> }
    })
}

/// All these indicators; nothing where there are none.
#[component]
pub fn IndicatorTable(
    /// The indicators.
    indicators: Vec<Indicator>,
    /// How many there are in all, where these are only some.
    #[prop(optional_no_strip)]
    of: Option<usize>,
) -> impl IntoView {
    (!indicators.is_empty()).then(|| {
        let number = of.unwrap_or(indicators.len()).to_string();
        let caption = words::say_with("indicators-caption", &[("number", &number)]);
        let columns = Columns::of(&indicators);
        let head = |shown: bool, id| shown.then(|| view! { <th scope="col">{words::say(id)}</th> });
        let rows = indicators
            .into_iter()
            .map(|indicator| view! { <IndicatorRow indicator columns/> });
        view! {
            <p class="meta">{words::say("indicators-defanged")}</p>
            <div class="scroll" role="region" tabindex="0" aria-labelledby="indicators">
                <table class="indicators">
                    <caption id="indicators"><h2>{caption}</h2></caption>
                    <thead>
                        <tr>
                            {head(true, "indicators-kind")}
                            {head(true, "indicators-value")}
                            {head(columns.first_seen, "indicators-first-seen")}
                            {head(columns.last_seen, "indicators-last-seen")}
                            {head(columns.note, "indicators-note")}
                        </tr>
                    </thead>
                    <tbody>{rows.collect_view()}</tbody>
                </table>
            </div>
        }
    })
}

/// Which columns hold anything. An empty one takes room from the values, of which narrow screens have little.
#[derive(Clone, Copy)]
struct Columns {
    first_seen: bool,
    last_seen: bool,
    note: bool,
}

impl Columns {
    fn of(indicators: &[Indicator]) -> Self {
        Self {
            first_seen: indicators.iter().any(|indicator| indicator.first_seen.is_some()),
            last_seen: indicators.iter().any(|indicator| indicator.last_seen.is_some()),
            note: indicators.iter().any(|indicator| indicator.note.is_some()),
        }
    }
}

#[component]
fn IndicatorRow(indicator: Indicator, columns: Columns) -> impl IntoView {
    let note = indicator
        .note
        .map(|note| words::say(&format!("indicator-note-{}", note.code())));
    view! {
        <tr>
            <td>{words::say(&format!("indicator-kind-{}", indicator.kind.code()))}</td>
            <td><code>{indicator.defanged()}</code></td>
            {columns.first_seen.then(|| view! { <td>{indicator.first_seen.map(day)}</td> })}
            {columns.last_seen.then(|| view! { <td>{indicator.last_seen.map(day)}</td> })}
            {columns.note.then(|| view! { <td>{note}</td> })}
        </tr>
    }
}

fn day(at: Timestamp) -> impl IntoView {
    view! { <time datetime=words::machine_time(at)>{words::day(at)}</time> }
}
