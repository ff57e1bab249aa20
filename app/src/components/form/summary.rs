//! Everything that is wrong on a page, once: above the form, with links, and in the same words beside each field.

use crate::{routes::Fields, words};
use domain::{
    form::Field,
    issue::{Issue, Issues, Problem},
};
use leptos::prelude::*;

/// Fields that were not kept when the page was last saved, as its address says.
#[derive(Clone, Debug, Default)]
pub struct LeftOut {
    /// They carried a classification marking.
    pub classified: Fields,
    /// They were larger than anything the form could mean.
    pub oversized: Fields,
}

impl LeftOut {
    /// As named in an address.
    pub fn named(classified: Option<Fields>, oversized: Option<Fields>) -> Self {
        Self {
            classified: classified.unwrap_or_default(),
            oversized: oversized.unwrap_or_default(),
        }
    }
}

/// What is wrong, in words, in page order. A field that was not kept says that before anything else.
#[derive(Clone, Debug, Default)]
pub struct Wrong(Vec<(Field, String)>);

impl Wrong {
    /// Of what was left out and of these issues. What is missing only because it was left out is not said twice.
    pub fn of(left_out: &LeftOut, issues: &Issues) -> Self {
        let (classified, oversized) = (&left_out.classified.0, &left_out.oversized.0);
        let marked = classified.iter().map(|field| {
            let problem = Problem::Classified;
            (*field, words::issue(Issue { field: *field, problem }))
        });
        let large = oversized.iter().map(|field| {
            (
                *field,
                words::say_with("problem-oversized", &[("field", &words::label(*field))]),
            )
        });
        let kept = issues
            .iter()
            .filter(|issue| !classified.contains(&issue.field) && !oversized.contains(&issue.field));
        let mut wrong: Vec<(Field, String)> = marked.chain(large).collect();
        wrong.extend(kept.map(|issue| (issue.field, words::issue(issue))));
        wrong.sort_by_key(|(field, _)| *field);
        Self(wrong)
    }

    /// The first thing that is wrong with this field.
    pub fn on(&self, field: Field) -> Option<String> {
        self.0
            .iter()
            .find(|(wrong, _)| *wrong == field)
            .map(|(_, words)| words.clone())
    }

    /// Whether nothing is.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// How many things are.
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// A link for each, to where `address` says the field is.
    pub fn links(&self, address: impl Fn(Field) -> String) -> Vec<(String, String)> {
        self.0
            .iter()
            .map(|(field, words)| (address(*field), words.clone()))
            .collect()
    }
}

/// The summary. It takes the focus when the page opens, without a script.
#[component]
pub fn ErrorSummary(
    /// Where each leads, and what it says. Nothing is shown where there is none.
    links: Vec<(String, String)>,
) -> impl IntoView {
    (!links.is_empty()).then(|| {
        let links = links
            .into_iter()
            .map(|(href, words)| view! { <li><a href=href>{words}</a></li> });
        view! {
            <div class="error-summary" role="alert" tabindex="-1" autofocus>
                <h2>{words::say("problems-heading")}</h2>
                <ul>{links.collect_view()}</ul>
            </div>
        }
    })
}

/// The same for a form whose one field, `file`, is a file that was not taken.
#[component]
pub fn FileRefused(
    /// Why, and what to do.
    error: String,
) -> impl IntoView {
    view! {
        <div class="error-summary" role="alert" tabindex="-1" autofocus>
            <h2>{words::say("problems-heading")}</h2>
            <ul><li><a href="#file">{error}</a></li></ul>
        </div>
    }
}
