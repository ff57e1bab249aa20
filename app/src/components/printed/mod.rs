//! A report as it is printed: one arrangement, laid out here as a page and elsewhere as PDF.
//!
//! A [`Sheet`] is all that is said, in words and in order. It is made of a draft as typed or of a disclosure, by section
//! of the questionnaire or in the order of another instrument. Page and PDF cannot differ in what they say, because they
//! are made of the same sheet; and a sheet of a disclosure cannot say more than that disclosure holds.
//!
//! - `order`: which question stands where, what is empty, what has no counterpart
//! - [`line`](mod@line): one question and what is said to it
//! - `told`: a disclosure of a report, with its questions

pub mod line;
mod order;
mod orders;
mod told;

pub use order::Asked;
pub use orders::{OrderLinks, order_called};
pub use told::Told;

use crate::{
    components::{
        answers::{Answer, Said},
        report::InIts,
    },
    words,
};
use domain::{
    crosswalk::{self, View},
    ids::Timestamp,
    questionnaire::{Notice, Question},
    report::Link,
};
use leptos::prelude::*;

/// A report as it is printed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sheet {
    /// What it is.
    pub title: String,
    /// How it is marked, and for whom it is: at the head of each page.
    pub marking: String,
    /// Under the title: which form, in which order, under which name.
    pub subject: Vec<String>,
    /// What to know before reading.
    pub notices: Vec<String>,
    /// What it says.
    pub parts: Vec<Part>,
    /// Of what it was made.
    pub made_of: String,
    /// When that was let out; of a draft, when it was read.
    pub at: Timestamp,
    /// What stands at the foot of each page: at most three lines.
    pub foot: Vec<String>,
}

impl Sheet {
    /// What answers this questionnaire, in this order: `line` says what is said to a question, and nothing where it was
    /// not asked. Whose text the questionnaire is stands on every page, and that the crosswalk is ours where there is one.
    #[must_use]
    pub fn answering(mut self, of: Asked<'_>, order: Option<View>, line: impl Fn(&Question) -> Option<Line>) -> Self {
        let questionnaire = of.questionnaire;
        let whose = match &questionnaire.notice {
            Notice::NotOfficial => words::say("questionnaire-not-official"),
            Notice::Adopted(symbol) => words::say_with("questionnaire-adopted", &[("symbol", symbol)]),
        };
        let version = questionnaire.version.to_string();
        self.subject
            .push(words::say_with("report-answers-version", &[("version", &version)]));
        self.subject
            .push(words::say_with("print-ordered-by", &[("order", &orders::name(order))]));
        self.notices.push(whose.clone());
        self.notices.extend(order.map(|_| words::say(crosswalk::NOTICE)));
        self.foot.push(whose);
        self.parts = order::parts(of, order, line);
        self
    }
}

/// A section, or an item of the instrument by which it is ordered.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Part {
    /// What it is called.
    pub heading: Text,
    /// What to say of it.
    pub notes: Vec<String>,
    /// Its questions.
    pub lines: Vec<Line>,
}

/// Words, and their language where they are not the portal's.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Text {
    /// The words.
    pub words: String,
    /// A BCP 47 tag.
    pub language: Option<String>,
}

/// A question and what is said to it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    /// The question.
    pub asked: Text,
    /// What is said; none where it is said in links alone.
    pub said: Option<Said>,
    /// Links, as they were typed.
    pub links: Vec<String>,
    /// Who may read it, how it stands to last year's.
    pub marks: Vec<String>,
}

/// A sheet as a page, below its title.
#[component]
pub fn Printout(
    /// The sheet.
    sheet: Sheet,
) -> impl IntoView {
    let subject = sheet.subject.join(" · ");
    let notices = sheet.notices.into_iter();
    let notices = notices.map(|notice| view! { <p class="notice-line">{notice}</p> });
    let parts = sheet.parts.into_iter().map(|part| view! { <PartOf part/> });
    view! {
        <p class="meta">{sheet.marking}</p>
        <p class="meta">{subject}</p>
        {notices.collect_view()}
        {parts.collect_view()}
        <p class="meta">{sheet.made_of}</p>
    }
}

#[component]
fn PartOf(part: Part) -> impl IntoView {
    let notes = part.notes.into_iter().map(|note| view! { <p class="meta">{note}</p> });
    let lines = part.lines.into_iter().map(|line| view! { <LineOf line/> });
    let lines: Vec<_> = lines.collect();
    let lines = (!lines.is_empty()).then(|| view! { <dl class="answers answers--questions">{lines}</dl> });
    view! {
        <section class="printed">
            <h2>{in_its_language(part.heading)}</h2>
            {notes.collect_view()}
            {lines}
        </section>
    }
    .into_any()
}

fn in_its_language(text: Text) -> AnyView {
    match text.language {
        Some(language) => view! { <InIts language text=text.words/> }.into_any(),
        None => text.words.into_any(),
    }
}

#[component]
fn LineOf(line: Line) -> impl IntoView {
    let links: Vec<_> = line.links.into_iter().map(|link| view! { <LinkOf link/> }).collect();
    let links = (!links.is_empty()).then(|| {
        view! { <dd class="evidence"><span class="meta">{words::say("progress-evidence")}</span><ul>{links}</ul></dd> }
    });
    let marks = (!line.marks.is_empty()).then(|| view! { <dd class="meta">{line.marks.join(" · ")}</dd> });
    view! {
        <div>
            <dt>{in_its_language(line.asked)}</dt>
            {line.said.map(|said| view! { <Answer said/> })}
            {links}
            {marks}
        </div>
    }
    .into_any()
}

/// Somewhere to read more. What was typed and is no link, as in a draft, is shown and leads nowhere.
#[component]
fn LinkOf(link: String) -> impl IntoView {
    let href = link.parse::<Link>().ok().map(|link| link.as_str().to_owned());
    match href {
        Some(href) => {
            view! { <li dir="ltr"><a href=href rel="external nofollow noreferrer">{link}</a></li> }.into_any()
        }
        None => view! { <li dir="ltr">{link}</li> }.into_any(),
    }
}
