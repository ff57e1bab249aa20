//! What changed between two submissions, field by field; within a State's text, the words that changed.

use super::{Said, both, of_incident};
use crate::{portal::public::StateNames, words};
use domain::incident::Incident;
use leptos::prelude::*;

/// The fields on which two submissions differ, with what was taken out and what was put in.
#[component]
pub fn Differences(
    /// What was submitted before.
    before: Incident,
    /// What is submitted now.
    after: Incident,
    /// Names of States.
    names: StateNames,
) -> impl IntoView {
    let pairs = of_incident(&before, &names)
        .into_iter()
        .zip(of_incident(&after, &names));
    let changed: Vec<_> = pairs.filter(|(old, new)| old.said != new.said).collect();
    let indicators = (before.indicators != after.indicators).then(|| {
        let (from, to) = (before.indicators.len().to_string(), after.indicators.len().to_string());
        view! { <p>{words::say_with("differences-indicators", &[("before", &from), ("after", &to)])}</p> }
    });
    let released = (before.floor != after.floor).then(|| {
        let said = if after.floor.is_none() {
            "differences-released"
        } else {
            "differences-not-released"
        };
        view! { <p>{words::say(said)}</p> }
    });
    if changed.is_empty() && indicators.is_none() && released.is_none() {
        return view! { <p>{words::say("differences-none")}</p> }.into_any();
    }
    let rows = changed.into_iter().map(|(old, new)| {
        view! { <div><dt>{words::label(new.field)}</dt><Difference old=old.said new=new.said/></div> }
    });
    view! { <dl class="answers">{rows.collect_view()}</dl>{indicators}{released} }.into_any()
}

/// What was taken out of one answer and put in for another; within a State's text, word by word.
#[component]
pub fn Difference(
    /// What was said.
    old: Said,
    /// What is said.
    new: Said,
) -> impl IntoView {
    let Some((before, after)) = both(&old, &new).filter(|(before, after)| before != after) else {
        return view! { <dd><TakenOut text=whole(old)/>" "<PutIn text=whole(new)/></dd> }.into_any();
    };
    let Middle {
        start,
        taken_out,
        put_in,
        end,
    } = middle(before, after);
    view! {
        <dd dir="auto">
            {start}
            {(!taken_out.is_empty()).then(|| view! { <TakenOut text=taken_out/> })}
            {(!put_in.is_empty()).then(|| view! { <PutIn text=put_in/> })}
            {end}
        </dd>
    }
    .into_any()
}

/// An answer with what else is said of it.
fn whole(said: Said) -> String {
    [Some(said.words), said.note]
        .into_iter()
        .flatten()
        .collect::<Vec<_>>()
        .join(" · ")
}

#[component]
fn TakenOut(text: String) -> impl IntoView {
    view! {
        <del dir="auto"><span class="visually-hidden">{words::say("differences-taken-out")}" "</span>{text}</del>
    }
}

#[component]
fn PutIn(text: String) -> impl IntoView {
    view! {
        <ins dir="auto"><span class="visually-hidden">{words::say("differences-put-in")}" "</span>{text}</ins>
    }
}

/// Two texts, taken apart into what they begin and end with in common and what is between.
#[derive(Debug, PartialEq, Eq)]
struct Middle {
    start: String,
    taken_out: String,
    put_in: String,
    end: String,
}

fn middle(before: &str, after: &str) -> Middle {
    let (old, new) = (words_of(before), words_of(after));
    let start = old.iter().zip(&new).take_while(|(old, new)| old == new).count();
    let (old_rest, new_rest) = (&old[start..], &new[start..]);
    let end = old_rest
        .iter()
        .rev()
        .zip(new_rest.iter().rev())
        .take_while(|(old, new)| old == new)
        .count();
    Middle {
        start: old[..start].concat(),
        taken_out: old_rest[..old_rest.len() - end].concat(),
        put_in: new_rest[..new_rest.len() - end].concat(),
        end: old_rest[old_rest.len() - end..].concat(),
    }
}

/// The words of a text, each with the white space after it; put together they are the text.
fn words_of(text: &str) -> Vec<&str> {
    text.split_inclusive(char::is_whitespace).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_words_that_changed_are_marked() {
        let Middle {
            start,
            taken_out,
            put_in,
            end,
        } = middle("Two mail servers failed.", "Two of the file servers failed.");
        assert_eq!((start.as_str(), taken_out.as_str()), ("Two ", "mail "));
        assert_eq!((put_in.as_str(), end.as_str()), ("of the file ", "servers failed."));
    }

    #[test]
    fn a_word_repeated_is_counted_once() {
        let Middle {
            start,
            taken_out,
            put_in,
            end,
        } = middle("a a", "a a a");
        assert_eq!(format!("{start}{taken_out}{end}"), "a a");
        assert_eq!(format!("{start}{put_in}{end}"), "a a a");
    }
}
