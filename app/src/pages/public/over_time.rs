//! How much was published in each year: a chart, and the table it says. Public facts only, counted and not compared.

use crate::{
    components::chart::{Bar, BarChart},
    portal::ports::YearCount,
    words,
};
use leptos::prelude::*;

/// Publications by year.
#[component]
pub fn OverTime(
    /// What stands of each year, in any order; a year without publications may be missing.
    years: Vec<YearCount>,
    /// The year that is not over yet.
    this_year: i32,
    /// Whether the table tells of how many States they are.
    #[prop(optional)]
    of_states: bool,
) -> impl IntoView {
    let years = without_gaps(&years, this_year);
    let bars: Vec<Bar> = years.iter().map(|count| bar(*count, this_year)).collect();
    let (title, description) = (words::say("over-time-chart"), words::say("over-time-description"));
    view! {
        <section class="over-time" aria-labelledby="over-time">
            <h2 id="over-time">{words::say("over-time-title")}</h2>
            <p class="meta">{words::say("over-time-lede")}</p>
            <div>
                <BarChart id="over-time-chart" title description bars/>
                <Table years this_year of_states/>
            </div>
        </section>
    }
}

/// What the chart says, as a table.
#[component]
fn Table(years: Vec<YearCount>, this_year: i32, of_states: bool) -> impl IntoView {
    let rows = years.into_iter().map(|count| {
        let partial = (count.year == this_year).then(|| view! { " "<small>{words::say("over-time-partial")}</small> });
        view! {
            <tr>
                <th scope="row">{count.year}{partial}</th>
                <td class="number">{count.publications}</td>
                {of_states.then(|| view! { <td class="number">{count.states}</td> })}
            </tr>
        }
    });
    view! {
        <table>
            <caption class="visually-hidden">{words::say("over-time-chart")}</caption>
            <thead>
                <tr>
                    <th scope="col">{words::say("over-time-year")}</th>
                    <th scope="col" class="number">{words::say("over-time-publications")}</th>
                    {of_states.then(|| view! { <th scope="col" class="number">{words::say("over-time-states")}</th> })}
                </tr>
            </thead>
            <tbody>{rows.collect_view()}</tbody>
        </table>
    }
}

fn bar(count: YearCount, this_year: i32) -> Bar {
    let partial = count.year == this_year;
    let number = count.publications.to_string();
    Bar {
        label: count.year.to_string(),
        value: count.publications,
        said: if partial {
            words::say_with("over-time-so-far", &[("number", &number)])
        } else {
            number
        },
        partial,
    }
}

/// Every year from this one back to the first: a year in which nothing was published is a fact, too.
fn without_gaps(years: &[YearCount], this_year: i32) -> Vec<YearCount> {
    let Some(first) = years.iter().map(|count| count.year).min() else {
        return Vec::new();
    };
    let nothing = |year| YearCount {
        year,
        publications: 0,
        states: 0,
    };
    let of = |year| years.iter().find(|count| count.year == year).copied();
    let last = years.iter().map(|count| count.year).max().unwrap_or(first);
    (first..=last.max(this_year))
        .rev()
        .map(|year| of(year).unwrap_or(nothing(year)))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_year_is_missing_and_this_one_is_first() {
        let count = |year, publications| YearCount {
            year,
            publications,
            states: 1,
        };
        let years = without_gaps(&[count(2025, 3), count(2022, 1)], 2026);
        let counted: Vec<_> = years.iter().map(|count| (count.year, count.publications)).collect();
        assert_eq!(counted, [(2026, 0), (2025, 3), (2024, 0), (2023, 0), (2022, 1)]);
        assert_eq!(without_gaps(&[], 2026), []);
    }
}
