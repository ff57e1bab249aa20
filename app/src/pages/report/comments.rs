//! What the people of a State tell one another about a report, and the box to write it in.

use super::inside::{Carried, CarriedFields};
use crate::{
    api::reports::AddComment,
    components::{form::ErrorSummary, report::InIts},
    pages::shell::has_mistakes,
    portal::{
        ports::NamedComment,
        reporting::{comments::RefusedComment, inside::InsideSeen},
    },
    words,
};
use domain::{
    filing::NOTE_MAX,
    questionnaire::{QuestionId, Section, SectionId},
    report::inside::About,
};
use leptos::{prelude::*, server_fn::ServerFn};

/// What a comment can be about on its page, and what was refused of one.
pub struct AboutWhat {
    /// The questions of the section, where it is a section's.
    pub questions: Vec<(QuestionId, String)>,
    /// The language they are in.
    pub language: String,
    /// What was refused.
    pub refused: Option<RefusedComment>,
}

/// What the reader wrote on this page and was refused, where that has just happened.
pub(super) fn refused_in(inside: &InsideSeen, section: Option<&SectionId>) -> Option<RefusedComment> {
    let refused = inside.refused.clone().filter(|_| has_mistakes());
    refused.filter(|refused| refused.section.as_ref() == section)
}

/// Why a comment was refused, above the page, with a link to its box.
#[component]
pub fn CommentRefused<'a>(
    /// What is kept inside, for whom anything is.
    inside: Option<&'a InsideSeen>,
    /// On which section's page; none on that of the whole.
    section: Option<&'a SectionId>,
) -> impl IntoView + use<> {
    let refused = inside.and_then(|inside| refused_in(inside, section));
    let links = refused.map(|refused| ("#comment".to_owned(), why(&refused)));
    view! { <ErrorSummary links=links.into_iter().collect()/> }
}

fn why(refused: &RefusedComment) -> String {
    words::say(&format!("refused-{}", refused.why.code()))
}

/// A box to write one in.
#[component]
pub fn Comment(
    /// What every form here carries.
    fields: Carried,
    /// What it can be about.
    about: AboutWhat,
) -> impl IntoView {
    let limit = words::say_with("form-limit", &[("limit", &NOTE_MAX.to_string())]);
    let AboutWhat {
        questions,
        language,
        refused,
    } = about;
    let error = refused.as_ref().map(why);
    let is_wrong = error.is_some();
    let described = if is_wrong {
        "comment-hint comment-error"
    } else {
        "comment-hint"
    };
    let (chosen, text) = refused
        .map(|refused| (refused.question, refused.text))
        .unwrap_or_default();
    let on = (!questions.is_empty()).then(|| view! { <OnQuestion questions language chosen/> });
    view! {
        <form method="post" action=AddComment::PATH>
            <CarriedFields carried=fields/>
            {on}
            <div class="field" class:field--wrong=is_wrong>
                <label for="comment">{words::say("inside-comment")}</label>
                <p class="hint" id="comment-hint">{words::say("inside-comment-hint")}" "{limit}</p>
                {error.map(|error| view! { <p class="error" id="comment-error">{error}</p> })}
                <textarea
                    id="comment" name="text" rows="3" dir="auto" required maxlength=NOTE_MAX.to_string()
                    aria-describedby=described aria-invalid=is_wrong.then_some("true")
                >{format!("\n{text}")}</textarea>
            </div>
            <div class="buttons"><button class="btn btn--quiet">{words::say("inside-comment-add")}</button></div>
        </form>
    }
}

/// Which question of the section it is about, if it is about one.
#[component]
fn OnQuestion(
    questions: Vec<(QuestionId, String)>,
    language: String,
    #[prop(optional_no_strip)] chosen: Option<QuestionId>,
) -> impl IntoView {
    let dir = words::direction(&language);
    let options = questions.into_iter().map(|(id, text)| {
        let selected = chosen.as_ref() == Some(&id);
        view! { <option value=id.to_string() lang=language.clone() dir=dir selected=selected>{text}</option> }
    });
    view! {
        <div class="field">
            <label for="comment-on">{words::say("inside-comment-on")}</label>
            <select id="comment-on" name="question">
                <option value="">{words::say("inside-comment-on-section")}</option>
                {options.collect_view()}
            </select>
        </div>
    }
    .into_any()
}

/// Comments on a section, then on each of its questions.
pub(super) fn comments_in(inside: &InsideSeen, section: &Section, language: &str) -> AnyView {
    let on_section = comments(inside, |about| *about == About::Section(section.id.clone()));
    let on_questions = section.questions.iter().filter_map(|question| {
        let about = About::Question(question.id.clone());
        inside.comments.iter().find(|named| named.comment.about == about)?;
        let said = comments(inside, |one| *one == about);
        let (language, text) = (language.to_owned(), question.text.clone());
        Some(view! { <p class="meta"><InIts language text/></p>{said} })
    });
    view! { {on_section}{on_questions.collect_view()} }.into_any()
}

/// Comments on this, oldest first.
pub(super) fn comments(inside: &InsideSeen, on: impl Fn(&About) -> bool) -> AnyView {
    let comments = inside.comments.iter().filter(|named| on(&named.comment.about));
    let comments = comments.map(|NamedComment { comment, name }| {
        let (name, text) = (name.clone(), comment.text.as_str().to_owned());
        view! {
            <div class="note" dir="auto">
                <p class="meta">{name}", "{words::minute(comment.at)}</p>
                {text}
            </div>
        }
    });
    comments.collect_view().into_any()
}
