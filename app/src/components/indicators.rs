//! Technical traces in a table. Values are defanged, so that nobody follows one by accident.

use crate::words;
use domain::{ids::Timestamp, indicator::Indicator};
use leptos::prelude::*;

/// All indicators; nothing where there are none.
#[component]
pub fn IndicatorTable(
    /// The indicators.
    indicators: Vec<Indicator>,
) -> impl IntoView {
    (!indicators.is_empty()).then(|| {
        let caption = words::say_with("indicators-caption", &[("number", &indicators.len().to_string())]);
        let rows = indicators
            .into_iter()
            .map(|indicator| view! { <IndicatorRow indicator/> });
        view! {
            <p class="meta">{words::say("indicators-defanged")}</p>
            <div class="scroll" role="region" tabindex="0" aria-labelledby="indicators">
                <table class="indicators">
                    <caption id="indicators">{caption}</caption>
                    <thead>
                        <tr>
                            <th scope="col">{words::say("indicators-kind")}</th>
                            <th scope="col">{words::say("indicators-value")}</th>
                            <th scope="col">{words::say("indicators-first-seen")}</th>
                            <th scope="col">{words::say("indicators-last-seen")}</th>
                        </tr>
                    </thead>
                    <tbody>{rows.collect_view()}</tbody>
                </table>
            </div>
        }
    })
}

#[component]
fn IndicatorRow(indicator: Indicator) -> impl IntoView {
    view! {
        <tr>
            <td>{words::say(&format!("indicator-kind-{}", indicator.kind.code()))}</td>
            <td><code>{indicator.defanged()}</code></td>
            <td>{indicator.first_seen.map(day)}</td>
            <td>{indicator.last_seen.map(day)}</td>
        </tr>
    }
}

fn day(at: Timestamp) -> impl IntoView {
    view! { <time datetime=words::machine_time(at)>{words::day(at)}</time> }
}
