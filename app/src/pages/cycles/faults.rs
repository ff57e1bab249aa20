//! What is wrong with a questionnaire, by row and column of its table, as the file has them.

use crate::{
    portal::cycles::{content::Unread, editions::RefusedFile},
    words,
};
use domain::questionnaire::{Fault, Flaw, Questionnaire};
use leptos::prelude::*;

/// The id of the question in each row of the table, the heading being row 1.
pub fn rows(of: &Questionnaire) -> Vec<String> {
    let ids = of.questions().map(|question| question.id.to_string());
    [String::new(), String::new()].into_iter().chain(ids).collect()
}

/// What stands in the way of opening it.
#[component]
pub fn Faults(
    /// All of it, by row and column.
    faults: Vec<Fault>,
    /// The ids of the questions by row.
    rows: Vec<String>,
) -> impl IntoView {
    (!faults.is_empty()).then(|| {
        let number = faults.len().to_string();
        view! {
            <section aria-labelledby="faults">
                <h2 id="faults">{words::say("edition-faults")}</h2>
                <p>{words::say_with("edition-faults-what", &[("number", &number)])}</p>
                <FaultTable faults rows label="edition-faults"/>
            </section>
        }
    })
}

/// Faults by row and column.
#[component]
fn FaultTable(faults: Vec<Fault>, rows: Vec<String>, label: &'static str) -> impl IntoView {
    let lines = faults.into_iter().map(|fault| {
        let row = fault
            .row
            .map_or_else(|| words::say("fault-whole"), |row| row.to_string());
        let question = fault.row.and_then(|row| rows.get(row).cloned()).unwrap_or_default();
        view! {
            <tr>
                <th scope="row">{row}</th>
                <td><code>{fault.column.code()}</code></td>
                <td><code>{question}</code></td>
                <td>{flaw(fault.flaw)}</td>
            </tr>
        }
    });
    let heads = ["fault-row", "fault-column", "fault-question", "fault-flaw"];
    view! {
        <div class="scroll" role="region" aria-label=words::say(label) tabindex="0">
            <table>
                <thead><tr>{heads.map(|head| view! { <th scope="col">{words::say(head)}</th> })}</tr></thead>
                <tbody>{lines.collect_view()}</tbody>
            </table>
        </div>
    }
}

fn flaw(flaw: Flaw) -> String {
    let max = match flaw {
        Flaw::TooLong { max } | Flaw::TooMany { max } => max.to_string(),
        _ => String::new(),
    };
    words::say_with(&format!("flaw-{}", flaw.code()), &[("max", &max)])
}

/// A file that was refused: what is wrong with it, and its text to be mended.
#[component]
pub fn RefusedFileBox(
    /// The file.
    refused: RefusedFile,
) -> impl IntoView {
    let RefusedFile { why, text } = refused;
    let said = match &why {
        Unread::Json { line, column } => words::say_with(
            "unread-json",
            &[("line", &line.to_string()), ("column", &column.to_string())],
        ),
        other => words::say(&format!("unread-{}", other.code())),
    };
    let faults = match why {
        Unread::Faulty(faults) => faults.into_iter().collect(),
        _ => Vec::new(),
    };
    view! {
        <div class="error-summary" role="alert" tabindex="-1" autofocus>
            <h2>{words::say("problems-heading")}</h2>
            <p>{said}</p>
        </div>
        // The rows of a file are its own: which question stands in one only the file says.
        {(!faults.is_empty()).then(|| view! { <FaultTable faults rows=Vec::new() label="unread-faults"/> })}
        {text.map(|text| view! {
            <div class="field">
                <label for="refused-text">{words::say("prepare-refused-text")}</label>
                <p class="hint" id="refused-text-hint">{words::say("prepare-refused-text.hint")}</p>
                <textarea id="refused-text" rows="8" dir="auto" readonly aria-describedby="refused-text-hint">
                    {format!("\n{text}")}
                </textarea>
            </div>
        })}
    }
}
