//! A bar chart that needs no script, no style of its own and no room it does not have.
//!
//! Bars lie, one under the other, so that any number of them fits any width. Across, everything is measured in parts of
//! the whole, and down in the size of the letters: the chart grows with the text and is never scaled as a picture would
//! be. Each bar is labelled where it ends, so there is no axis and no legend. It says what its table says, which stands
//! beside it for whoever does not see it: to them it is one picture with a name.
//!
//! Bars run from left to right on every page, as numbers do.

use leptos::prelude::*;

/// One bar.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Bar {
    /// What it is about, in a few letters: a year.
    pub label: String,
    /// How long it is.
    pub value: u64,
    /// What is said at its end.
    pub said: String,
    /// It is not finished, and drawn so.
    pub partial: bool,
}

/// Where bars begin, in percent of the width. Left of it stand the labels.
const BEGIN: u64 = 17;

/// How long the longest is, in percent. Right of it is room for what is said there.
const LONGEST: u64 = 48;

/// From one bar to the next, in tenths of the size of a letter.
const STEP: usize = 20;

/// The chart.
#[component]
pub fn BarChart(
    /// The id of the chart, from which those of its parts are made.
    id: &'static str,
    /// What it shows.
    title: String,
    /// What there is to see in it.
    description: String,
    /// The bars, from the top.
    bars: Vec<Bar>,
) -> impl IntoView {
    let most = bars.iter().map(|bar| bar.value).max().unwrap_or_default().max(1);
    let height = em(bars.len() * STEP);
    let (title_id, description_id) = (format!("{id}-title"), format!("{id}-description"));
    let (labelled, described) = (title_id.clone(), description_id.clone());
    let bars = bars
        .into_iter()
        .enumerate()
        .map(|(at, bar)| view! { <Row bar most top=at * STEP/> });
    view! {
        <svg
            class="chart" role="img" width="100%" height=height direction="ltr" focusable="false"
            aria-labelledby=labelled aria-describedby=described
        >
            <title id=title_id>{title}</title>
            <desc id=description_id>{description}</desc>
            {bars.collect_view()}
        </svg>
    }
}

#[component]
fn Row(bar: Bar, most: u64, top: usize) -> impl IntoView {
    // In tenths of a percent, so that small differences are seen; a bar of nothing is a line that can be seen, too.
    let length = (bar.value * LONGEST * 10 / most).max(2);
    let line = em(top + 13);
    let end = percent(BEGIN * 10 + length + 15);
    view! {
        <text x="0" y=line.clone()>{bar.label}</text>
        <rect
            x=percent(BEGIN * 10) y=em(top + 4) width=percent(length) height=em(12)
            class=if bar.partial { "bar partial" } else { "bar" }
        ></rect>
        <text x=end y=line>{bar.said}</text>
    }
}

fn em(tenths: usize) -> String {
    format!("{}.{}em", tenths / 10, tenths % 10)
}

fn percent(tenths: u64) -> String {
    format!("{}.{}%", tenths / 10, tenths % 10)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn bar(value: u64) -> Bar {
        Bar {
            label: "2026".to_owned(),
            value,
            said: value.to_string(),
            partial: false,
        }
    }

    #[test]
    fn bars_are_as_long_as_what_they_count() {
        let row = |value, most| Owner::new().with(|| view! { <Row bar=bar(value) most top=0/> }.to_html());
        assert!(row(10, 10).contains("width=\"48.0%\""), "{}", row(10, 10));
        assert!(row(5, 10).contains("width=\"24.0%\""));
        assert!(row(0, 10).contains("width=\"0.2%\""));
        assert!(row(u64::from(u32::MAX), u64::from(u32::MAX)).contains("width=\"48.0%\""));
    }
}
