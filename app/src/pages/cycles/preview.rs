//! A version of the questionnaire as States will read it.

use crate::{
    components::{plain::again, report::InIts},
    pages::{
        load::{Found, load},
        public::progress::{OfSection, OurCrosswalk, WhoseText},
        shell::PageTitle,
    },
    routes, words,
};
use domain::questionnaire::{Questionnaire, QuestionnaireVersion};
use leptos::prelude::*;
use leptos_router::params::Params;

/// What the address says.
#[derive(Params, Clone, PartialEq, Debug)]
struct Address {
    /// Which version.
    version: QuestionnaireVersion,
}

/// A version as States will read it.
#[component]
pub fn PreviewPage() -> impl IntoView {
    let page = load(|portal, Address { version }| async move {
        let seen = portal.edition_seen(version, again(None)).await?;
        Ok(seen.edition.questionnaire().clone())
    });
    view! { <Found of=page let:questionnaire><Page questionnaire/></Found> }
}

#[component]
fn Page(questionnaire: Questionnaire) -> impl IntoView {
    let version = questionnaire.version;
    let values = [("title", &*questionnaire.title), ("version", &version.to_string())];
    let title = words::say_with("questionnaire-title", &values);
    let language = questionnaire.language.clone();
    let contents = questionnaire.sections.iter().map(|section| {
        let href = format!("#{}", section.id);
        view! { <li><a href=href><InIts language=language.clone() text=section.title.clone()/></a></li> }
    });
    let contents = contents.collect_view();
    let sections = questionnaire.sections.into_iter().map(|section| {
        view! { <OfSection section language=language.clone()/> }
    });
    view! {
        <p class="eyebrow"><a href=routes::edition(version)>{words::say("preview-back")}</a></p>
        <PageTitle text=title/>
        <p class="lede">{words::say("preview-lede")}</p>
        <WhoseText notice=questionnaire.notice/>
        <OurCrosswalk/>
        <nav aria-label=words::say("preview-sections")><ol>{contents}</ol></nav>
        {sections.collect_view()}
    }
}
