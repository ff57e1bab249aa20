//! What a form that came back would change, before anything does: section by section, answer by answer.

use super::WrittenReport;
use crate::{
    api::offline::{TakeOver, ThrowAway},
    components::{
        answers::{Answer, Difference, Said, Voice},
        form::{Drawn, DrawnFields},
        report::InIts,
    },
    pages::{
        desk::Eyebrow,
        load::{Found, load},
        shell::{LastRefusal, PageTitle},
    },
    portal::reporting::offline::changes::{AnswerChange, ChangesSeen, How},
    routes, words,
};
use domain::{
    ids::FilingReference,
    marking::Audience,
    questionnaire::{Question, QuestionId, Questionnaire},
    report::TypedAnswer,
};
use leptos::{prelude::*, server_fn::ServerFn};
use leptos_router::params::Params;
use std::collections::BTreeSet;

/// What the address says.
#[derive(Params, Clone, PartialEq, Debug)]
struct Address {
    reference: FilingReference,
}

/// What a form would change.
#[component]
pub fn OfflineChangesPage() -> impl IntoView {
    let found = load(|portal, Address { reference }| async move {
        let seen = portal.offline_changes(&reference).await?;
        Ok(seen.map(|seen| seen.ok_or(reference)))
    });
    view! {
        <Found of=found let:found>
            <WrittenReport of=found let:seen><Waiting seen/></WrittenReport>
        </Found>
    }
}

/// What waits; or, of a report, that nothing does any more.
#[component]
fn Waiting(seen: Result<ChangesSeen, FilingReference>) -> impl IntoView {
    match seen {
        Ok(seen) => view! { <Page seen/> }.into_any(),
        Err(reference) => view! { <Gone reference/> }.into_any(),
    }
}

#[component]
fn Gone(reference: FilingReference) -> impl IntoView {
    let href = routes::offline(&reference);
    view! {
        <LastRefusal/>
        <Eyebrow reference/>
        <PageTitle text=words::say("offline-gone")/>
        <p class="lede">{words::say("offline-gone.explained")}</p>
        <p class="buttons"><a class="btn" href=href>{words::say("offline-gone-on")}</a></p>
    }
}

#[component]
fn Page(seen: ChangesSeen) -> impl IntoView {
    let reference = seen.filing.reference.clone();
    let changes = &seen.changes;
    let how_many = match (changes.number(), changes.of_others.is_empty()) {
        (0, true) => words::say("offline-changes-none"),
        (0, false) => words::say("offline-changes-none-theirs"),
        (number, _) => words::say_with("offline-changes-number", &[("number", &number.to_string())]),
    };
    let count = |id: &str, number: usize| {
        (number > 0).then(|| {
            let said = words::say_with(id, &[("number", &number.to_string())]);
            view! { <p class="meta">{said}</p> }
        })
    };
    let unchanged = [
        count("offline-newer", changes.newer),
        count("offline-same", changes.same),
    ];
    view! {
        <LastRefusal/>
        <Eyebrow reference=reference.clone() stage=Some(seen.filing.stage.name())/>
        <PageTitle text=words::say("offline-changes-title")/>
        <p class="lede">{words::say("offline-changes-lede")}</p>
        <p><strong>{how_many}</strong></p>
        <Sections seen=&seen/>
        {unchanged}
        <LeftAlone seen=&seen/>
        <Decide seen=&seen/>
    }
}

/// What would change, in page order.
#[component]
fn Sections<'a>(seen: &'a ChangesSeen) -> impl IntoView + use<> {
    let questionnaire = &seen.filing.terms.questionnaire;
    let sections = questionnaire.sections.iter().filter_map(|section| {
        let changed = seen.changes.sections.get(&section.id)?;
        let rows = changed.iter().filter_map(|change| {
            let question = questionnaire.question(&change.question)?.clone();
            let language = questionnaire.language.clone();
            Some(view! { <Changed question language change=change.clone()/> })
        });
        let rows = rows.collect_view();
        let (language, text) = (questionnaire.language.clone(), section.title.clone());
        Some(view! {
            <h2><InIts language text/></h2>
            <dl class="answers answers--questions">{rows}</dl>
        })
    });
    sections.collect_view().into_any()
}

/// One answer, before and after.
#[component]
fn Changed(question: Question, language: String, change: AnswerChange) -> impl IntoView {
    let AnswerChange {
        how,
        both,
        before,
        after,
        ..
    } = change;
    let (old, new) = (Said::drafted(&question, &before), Said::drafted(&question, &after));
    let said = if how == How::New || old == new {
        (!new.words.is_empty()).then(|| view! { <Answer said=new/> }.into_any())
    } else {
        Some(view! { <Difference old new/> }.into_any())
    };
    let links = (before.evidence != after.evidence).then(|| {
        let (old, new) = (links(&before), links(&after));
        view! { <dd class="meta">{words::say("offline-links")}</dd><Difference old new/> }
    });
    let kind = words::say(&format!("offline-change-{}", how.code()));
    let both = both.then(|| words::say("offline-change-both"));
    let marks: Vec<String> = std::iter::once(kind)
        .chain(readers(&before, &after))
        .chain(both)
        .collect();
    view! {
        <div>
            <dt><InIts language text=question.text/></dt>
            {said}
            {links}
            <dd class="meta">{marks.join(" · ")}</dd>
        </div>
    }
}

/// Links as words of the State, so that one that was put in stands out.
fn links(typed: &TypedAnswer) -> Said {
    Said {
        voice: Voice::State(None),
        // A space after each, so that a link that stays is the same word.
        words: typed.evidence.iter().flat_map(|link| [link.as_str(), " "]).collect(),
        time: None,
        note: None,
    }
}

/// Who may read it before and after, where that differs.
fn readers(before: &TypedAnswer, after: &TypedAnswer) -> Option<String> {
    let of = |typed: &TypedAnswer| {
        Audience::from_code(&typed.audience).map_or_else(|| words::say("offline-readers-as-whole"), words::audience)
    };
    let (was, now) = (of(before), of(after));
    (was != now).then(|| words::say_with("report-other-readers", &[("before", &was), ("now", &now)]))
}

/// What stays as it is, whatever the file says, and why.
#[component]
fn LeftAlone<'a>(seen: &'a ChangesSeen) -> impl IntoView + use<> {
    let questionnaire = &seen.filing.terms.questionnaire;
    let of_others = questionnaire.sections.iter().filter_map(|section| {
        let number = seen.changes.of_others.get(&section.id)?.to_string();
        let title = isolated(&section.title);
        let of = [("section", &*title), ("number", &*number)];
        Some(words::say_with("offline-of-others", &of))
    });
    let lines: Vec<String> = of_others
        .chain(each(questionnaire, &seen.left_out, "left-out"))
        .chain(each(questionnaire, &seen.classified, "classified"))
        .chain(each(questionnaire, &seen.oversized, "oversized"))
        .collect();
    (!lines.is_empty()).then(|| {
        let lines = lines.into_iter().map(|line| view! { <li>{line}</li> }).collect_view();
        view! {
            <h2>{words::say("offline-left-alone")}</h2>
            <p>{words::say("offline-left-alone-explained")}</p>
            <ul>{lines}</ul>
        }
    })
}

fn each(questionnaire: &Questionnaire, questions: &BTreeSet<QuestionId>, why: &str) -> Vec<String> {
    let named = questions.iter().filter_map(|id| questionnaire.question(id));
    let said = named.map(|question| {
        let text = isolated(&question.text);
        words::say_with(&format!("offline-{why}"), &[("question", &text)])
    });
    said.collect()
}

/// Words of the questionnaire inside a sentence of the portal's, in whichever direction they run (Unicode 6.3, FSI and
/// PDI).
fn isolated(words: &str) -> String {
    format!("\u{2068}{words}\u{2069}")
}

/// The two ways on.
#[component]
fn Decide<'a>(seen: &'a ChangesSeen) -> impl IntoView + use<> {
    let drawn = Drawn {
        reference: seen.filing.reference.clone(),
        seen: seen.filing.version,
        key: seen.key,
        by: seen.by,
    };
    let to_choose = seen
        .changes
        .to_choose()
        .then(|| view! { <p>{words::say("offline-put-to-choose")}</p> });
    let put = (!seen.changes.is_empty()).then(|| {
        view! {
            <form method="post" action=TakeOver::PATH>
                <DrawnFields drawn=drawn.clone()/>
                <p>{words::say("offline-put-explained")}</p>
                {to_choose}
                <div class="buttons"><button class="btn">{words::say("offline-put")}</button></div>
            </form>
        }
    });
    view! {
        <section class="actions">
            {put}
            <form method="post" action=ThrowAway::PATH>
                <DrawnFields drawn/>
                <div class="buttons"><button class="btn btn--quiet">{words::say("offline-drop")}</button></div>
            </form>
        </section>
    }
}
