//! What the people of a State keep among themselves about a report: on its section, who writes it, whether it is done, and
//! comments; on the whole, all of that at a glance.

use super::comments::{AboutWhat, Comment, comments, comments_in, refused_in};
use crate::{
    api::reports::{GiveSection, SayDone},
    components::{form::Offer, report::InIts},
    portal::reporting::inside::{Colleague, InsideSeen},
    routes, words,
};
use domain::{
    filing::Filing,
    ids::FilingReference,
    questionnaire::{Section, SectionId},
    report::{Report, inside::About, sections::Assignment},
};
use leptos::{prelude::*, server_fn::ServerFn};

/// What every form here carries.
#[derive(Clone)]
pub struct Carried {
    reference: String,
    key: String,
    by: String,
    section: Option<String>,
}

/// The same, unseen.
#[component]
pub fn CarriedFields(
    /// It.
    carried: Carried,
) -> impl IntoView {
    view! {
        <input type="hidden" name="reference" value=carried.reference/>
        <input type="hidden" name="key" value=carried.key/>
        <input type="hidden" name="by" value=carried.by/>
        {carried.section.map(|section| view! { <input type="hidden" name="section" value=section/> })}
    }
}

fn carried(reference: &FilingReference, inside: &InsideSeen, section: Option<&SectionId>) -> Carried {
    Carried {
        reference: reference.to_string(),
        key: inside.key.to_string(),
        by: inside.reader.to_string(),
        section: section.map(ToString::to_string),
    }
}

/// Beneath a section: who writes it, whether it is done, and comments on it.
#[component]
pub fn OfSection<'a>(
    /// Whose report.
    reference: FilingReference,
    /// Which section.
    section: &'a Section,
    /// The language it is in.
    language: &'a str,
    /// What is kept inside.
    inside: &'a InsideSeen,
) -> impl IntoView + use<> {
    let given = inside.assignments.of(&section.id).cloned().unwrap_or_default();
    let fields = carried(&reference, inside, Some(&section.id));
    let colleagues: Vec<Colleague> = inside.people.iter().filter(|person| person.drafts).cloned().collect();
    let writes = writes(&given, inside);
    let comments = comments_in(inside, section, language);
    let about = AboutWhat {
        questions: section
            .questions
            .iter()
            .map(|one| (one.id.clone(), one.text.clone()))
            .collect(),
        language: language.to_owned(),
        refused: refused_in(inside, Some(&section.id)),
    };
    let forms = inside.may_write.then(|| {
        view! {
            <Done fields=fields.clone() given=given.clone()/>
            <Give fields=fields.clone() given colleagues/>
            <Comment fields about/>
        }
    });
    view! {
        <section class="inside" aria-labelledby="inside">
            <h2 id="inside">{words::say("inside-heading")}</h2>
            <p class="meta">{words::say("inside-explained")}</p>
            <p>{writes}</p>
            {comments}
            {forms}
        </section>
    }
    .into_any()
}

/// Who writes it, and whether they say that it is done.
fn writes(given: &Assignment, inside: &InsideSeen) -> String {
    let names: Vec<String> = given.drafters.iter().map(|id| inside.name(*id)).collect();
    let whose = if names.is_empty() {
        words::say("inside-anyones")
    } else {
        words::say_with("inside-given", &[("names", &names.join(", "))])
    };
    match given.done {
        Some(done) => {
            let of = [("name", &*inside.name(done.by)), ("at", &*words::minute(done.at))];
            format!("{whose} {}", words::say_with("inside-done", &of))
        }
        None => whose,
    }
}

#[component]
fn Done(fields: Carried, given: Assignment) -> impl IntoView {
    let (value, button) = if given.done.is_some() {
        ("", "inside-say-not-done")
    } else {
        ("yes", "inside-say-done")
    };
    view! {
        <form method="post" action=SayDone::PATH>
            <CarriedFields carried=fields/>
            <input type="hidden" name="done" value=value/>
            <div class="buttons"><button class="btn btn--quiet">{words::say(button)}</button></div>
        </form>
    }
}

#[component]
fn Give(fields: Carried, given: Assignment, colleagues: Vec<Colleague>) -> impl IntoView {
    let boxes = colleagues.into_iter().enumerate().map(|(at, person)| {
        let id = format!("drafter-{}", at + 1);
        let checked = given.drafters.contains(&person.id);
        view! {
            <Offer kind="checkbox" id name="drafters[]".to_owned() value=person.id.to_string() checked>
                {person.name}
            </Offer>
        }
    });
    let boxes = boxes.collect_view();
    view! {
        <details>
            <summary>{words::say("inside-give")}</summary>
            <form method="post" action=GiveSection::PATH>
                <CarriedFields carried=fields/>
                <fieldset class="field">
                    <legend>{words::say("inside-give-to")}</legend>
                    <p class="hint">{words::say("inside-give-hint")}</p>
                    {boxes}
                </fieldset>
                <div class="buttons"><button class="btn btn--quiet">{words::say("inside-give-save")}</button></div>
            </form>
        </details>
    }
}

/// Who holds what of the whole, and comments on the whole.
#[component]
pub fn OfWhole<'a>(
    /// The report.
    filing: &'a Filing<Report>,
    /// What is kept inside.
    inside: &'a InsideSeen,
) -> impl IntoView + use<> {
    let rows = by_section(filing, inside);
    let rows = (!rows.is_empty()).then(|| view! { <dl class="answers answers--questions">{rows}</dl> });
    let comments = comments(inside, |about| *about == About::Report);
    let form = inside.may_write.then(|| {
        let about = AboutWhat {
            questions: Vec::new(),
            language: filing.terms.questionnaire.language.clone(),
            refused: refused_in(inside, None),
        };
        view! { <Comment fields=carried(&filing.reference, inside, None) about/> }
    });
    view! {
        <section class="inside" aria-labelledby="inside">
            <h2 id="inside">{words::say("inside-heading")}</h2>
            <p class="meta">{words::say("inside-explained")}</p>
            {rows}
            {comments}
            {form}
        </section>
    }
    .into_any()
}

/// Who writes each section that was given to somebody or spoken of, and what was said of it.
fn by_section(filing: &Filing<Report>, inside: &InsideSeen) -> Vec<AnyView> {
    let questionnaire = &filing.terms.questionnaire;
    let row = |section: &Section| {
        let said = inside.comments.iter().any(|named| match &named.comment.about {
            About::Report => false,
            About::Section(id) => *id == section.id,
            About::Question(id) => section.questions.iter().any(|question| question.id == *id),
        });
        let given = inside.assignments.of(&section.id);
        (said || given.is_some()).then(|| {
            let href = routes::report_section(&filing.reference, &section.id);
            let (language, text) = (questionnaire.language.clone(), section.title.clone());
            let said = comments_in(inside, section, &language);
            view! {
                <div>
                    <dt><a href=href><InIts language text/></a></dt>
                    <dd>{writes(&given.cloned().unwrap_or_default(), inside)}</dd>
                    <dd>{said}</dd>
                </div>
            }
            .into_any()
        })
    };
    questionnaire.sections.iter().filter_map(row).collect()
}
