//! The pages of the form, and how far each has come. Standing beside the form, it says where one is and what is left.

use crate::{routes, words};
use domain::{filing::Filing, form::Section, ids::FilingReference, issue::Issues};
use leptos::prelude::*;

/// How far a page has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Progress {
    /// Nothing was answered.
    NotStarted,
    /// Something was answered, and something is missing or wrong.
    Started,
    /// Nothing stands in the way.
    Done,
    /// It is being looked at, and this many things are wrong with it.
    Wrong(usize),
}

/// A page of the form in the list.
#[derive(Clone, Debug)]
pub struct Task {
    /// Which page.
    pub page: Section,
    /// How far it has come.
    pub progress: Progress,
}

/// Every page of the form with its progress. The page `judged` shows its problems, so its line counts them.
pub fn tasks(filing: &Filing, issues: &Issues, judged: Option<Section>) -> Vec<Task> {
    let progress = |page: Section| {
        let wrong = issues.iter().filter(|issue| issue.field.section() == page).count();
        let touched = page.fields(filing.terms).any(|field| {
            let typed = filing.draft.typed(field);
            !typed.has_no_value() || !typed.cannot.is_empty()
        });
        match wrong {
            0 => Progress::Done,
            wrong if judged == Some(page) => Progress::Wrong(wrong),
            _ if touched => Progress::Started,
            _ => Progress::NotStarted,
        }
    };
    Section::ALL
        .into_iter()
        .map(|page| Task {
            page,
            progress: progress(page),
        })
        .collect()
}

/// The list, with a last line for the page where everything is checked and sent.
#[component]
pub fn TaskList(
    /// Whose form it is.
    reference: FilingReference,
    /// The pages, as [`tasks`] found them.
    tasks: Vec<Task>,
    /// The page that is open; none where everything is checked.
    #[prop(optional_no_strip)]
    current: Option<Section>,
) -> impl IntoView {
    let lines = tasks.into_iter().map(|task| {
        let here = (current == Some(task.page)).then_some("page");
        let href = routes::section(&reference, task.page);
        view! {
            <li><a href=href aria-current=here>{words::section(task.page)}</a><ProgressTag progress=task.progress/></li>
        }
    });
    let lines = lines.collect_view();
    let check = current.is_none().then_some("page");
    view! {
        <h2 id="pages">{words::say("tasks-heading")}</h2>
        <ol class="tasks">
            {lines}
            <li><a href=routes::check_answers(&reference) aria-current=check>{words::say("tasks-check")}</a></li>
        </ol>
        <p class="meta">{words::say("tasks-voluntary")}</p>
    }
}

#[component]
fn ProgressTag(progress: Progress) -> impl IntoView {
    let (class, words) = match progress {
        Progress::NotStarted => ("tag", words::say("tasks-not-started")),
        Progress::Started => ("tag", words::say("tasks-started")),
        Progress::Done => ("tag", words::say("tasks-done")),
        Progress::Wrong(number) => (
            "tag error",
            words::say_with("tasks-wrong", &[("number", &number.to_string())]),
        ),
    };
    view! { <span class=class>{words}</span> }
}
