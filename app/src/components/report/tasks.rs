//! The sections of a report, and how much of each is there. The figures are for the people who fill it in, and for
//! nobody else.

use super::InIts;
use crate::{routes, words};
use domain::{
    ids::FilingReference,
    questionnaire::{Questionnaire, SectionId},
    report::{Completeness, Figures},
};
use leptos::prelude::*;

/// The sections that ask something, with a last line for the page where everything is checked and sent.
#[component]
pub fn SectionList<'a>(
    /// Whose form it is.
    reference: FilingReference,
    /// How much is there.
    completeness: &'a Completeness,
    /// The questionnaire, for the titles.
    questionnaire: &'a Questionnaire,
    /// The section that is open, if one is.
    #[prop(optional_no_strip)]
    current: Option<SectionId>,
    /// Whether the page with everything is open.
    #[prop(optional)]
    at_check: bool,
) -> impl IntoView + use<> {
    let lines = completeness.sections.iter().filter_map(|(id, figures)| {
        let section = questionnaire.section(id)?;
        let here = (current.as_ref() == Some(id)).then_some("page");
        let href = routes::report_section(&reference, id);
        let (language, text) = (questionnaire.language.clone(), section.title.clone());
        Some(view! {
            <li><a href=href aria-current=here><InIts language text/></a><FigureWords figures=*figures/></li>
        })
    });
    let lines = lines.collect_view();
    let at_whole = (current.is_none() && !at_check).then_some("page");
    let check = at_check.then_some("page");
    view! {
        <h2 id="pages">{words::say("report-tasks")}</h2>
        <ol class="tasks">
            <li><a href=routes::report(&reference) aria-current=at_whole>{words::say("report-whole-title")}</a></li>
            {lines}
            <li><a href=routes::check_answers(&reference) aria-current=check>{words::say("tasks-check")}</a></li>
        </ol>
        <p class="meta">{words::say("report-voluntary")}</p>
    }
}

/// How much of a section is there, in a word or two.
#[component]
pub fn FigureWords(
    /// How many questions stand how.
    figures: Figures,
) -> impl IntoView {
    let said = figures.given + figures.none + figures.unknown + figures.withheld;
    let (class, words) = match (figures.wrong, figures.to_confirm) {
        (0, 0) => (
            "tag",
            words::say_with(
                "report-answered-of",
                &[("answered", &said.to_string()), ("asked", &figures.asked.to_string())],
            ),
        ),
        (0, waiting) => (
            "tag",
            words::say_with("report-to-confirm", &[("number", &waiting.to_string())]),
        ),
        (wrong, _) => (
            "tag error",
            words::say_with("tasks-wrong", &[("number", &wrong.to_string())]),
        ),
    };
    view! { <span class=class>{words}</span> }
}
