//! One page of the form, with the task list beside it. It shows problems once it was saved, not before: nobody is
//! reproached for a page they have just opened.

use super::{Eyebrow, SourceTitle, closed::Written, marking};
use crate::{
    api::filings::Save,
    components::{
        about::Places,
        form::{Drawn, DrawnFields, ErrorSummary, FieldOf, Filled, LeftOut, ReleaseField, SaveButtons, Wrong},
        task_list::{TaskList, tasks},
        timeline::Words,
    },
    error::PortalError,
    pages::{
        load::{Found, load},
        shell::{LastRefusal, PageTitle},
    },
    portal::writing::FormSeen,
    routes::{self, Fields},
    words,
};
use domain::{
    catalogue::is_language,
    draft::Draft,
    form::{Control, Field, Section},
    ids::FilingReference,
};
use leptos::{prelude::*, server_fn::ServerFn};
use leptos_router::params::Params;

/// What the address says.
#[derive(Params, Clone, PartialEq, Debug)]
struct Address {
    reference: FilingReference,
    section: String,
    check: Option<String>,
    classified: Option<Fields>,
    oversized: Option<Fields>,
}

/// A page of the form, and whether and how it is judged.
struct Judged {
    form: FormSeen,
    wrong: Wrong,
    is_checked: bool,
}

/// One page of the form.
#[component]
pub fn SectionPage() -> impl IntoView {
    let found = load(|portal, address: Address| async move {
        let page = Section::from_code(&address.section).ok_or(PortalError::NotFound)?;
        let form = portal.form(&address.reference, page).await?;
        Ok(form.map(|form| judged(form, address)))
    });
    view! {
        <Found of=found let:found>
            <Written of=found let:found><Page found/></Written>
        </Found>
    }
}

fn judged(form: FormSeen, address: Address) -> Judged {
    let is_checked = address.check.is_some();
    let issues = form.issues.only(|field| is_checked && field.section() == form.page);
    let wrong = Wrong::of(&LeftOut::named(address.classified, address.oversized), &issues);
    Judged {
        form,
        wrong,
        is_checked,
    }
}

#[component]
fn Page(found: Judged) -> impl IntoView {
    let Judged {
        form,
        wrong,
        is_checked,
    } = found;
    let (page, reference) = (form.page, form.filing.reference.clone());
    let places = Places::of_incident(form.filing.terms);
    let tasks = tasks(&form.filing, &form.issues, is_checked.then_some(page));
    let source = form.filing.draft.source.as_ref().filter(|_| page == Section::ALL[0]);
    let onward = (is_checked && !wrong.is_empty()).then(|| routes::after_section(&reference, page));
    view! {
        <LastRefusal/>
        <div class="with-aside">
            <div>
                <Eyebrow reference=reference.clone() stage=Some(form.filing.stage.name()) marking=marking(&form.filing)/>
                <PageOf page/>
                <PageTitle text=words::section(page)/>
                <ErrorSummary links=wrong.links(|field| format!("#{}", field.id()))/>
                {form.to_choose.then(|| view! { <ToChoose reference=reference.clone()/> })}
                {form.filing.stage.question().cloned().map(|question| view! {
                    <Words text=question.text.as_str().to_owned() on=question.on.as_ref().map(|place| places.name(place))/>
                })}
                <SourceTitle title=source.map(|source| source.title.clone())/>
                <Form form wrong/>
                {onward.map(|href| view! { <p class="meta"><a href=href>{words::say("form-later")}</a></p> })}
            </div>
            <aside><TaskList reference tasks current=Some(page)/></aside>
        </div>
    }
}

/// How far along this page is, and the way to the others: on a narrow screen their list stands below the form.
#[component]
fn PageOf(page: Section) -> impl IntoView {
    let number = 1 + Section::ALL.iter().take_while(|other| **other != page).count();
    let of = [
        ("number", &*number.to_string()),
        ("all", &*Section::ALL.len().to_string()),
    ];
    view! { <p class="meta">{words::say_with("form-page-of", &of)}" "<a href="#pages">{words::say("form-pages")}</a></p> }
}

/// Somebody else saved the same fields differently, and nobody has chosen yet.
#[component]
fn ToChoose(reference: FilingReference) -> impl IntoView {
    view! {
        <div class="warning">
            <p>{words::say("choose-waiting")}" "<a href=routes::choose(&reference)>{words::say("choose-now")}</a></p>
        </div>
    }
}

#[component]
fn Form(form: FormSeen, wrong: Wrong) -> impl IntoView {
    let (language, own) = (language(&form.filing.draft), form.filing.reference.state);
    let others: Vec<_> = form.states.iter().filter(|state| state.code != own).cloned().collect();
    let fields = form.page.fields(form.filing.terms).map(|field| {
        let filled = Filled {
            field,
            typed: form.filing.draft.typed(field),
            error: wrong.on(field),
        };
        let states = if matches!(field.control(), Control::States) {
            others.clone()
        } else {
            Vec::new()
        };
        view! { <FieldOf filled language=language.clone() states/> }
    });
    let fields = fields.collect_view();
    let release = release(&form);
    view! {
        <form method="post" action=Save::PATH>
            <DrawnFields drawn=Drawn::from(&form)/>
            <input type="hidden" name="page" value=form.page.code()/>
            {fields}
            {release}
            <SaveButtons/>
        </form>
    }
}

/// On the page with the marking: whether indicators that were marked more strictly are released.
fn release(form: &FormSeen) -> Option<impl IntoView + use<>> {
    let draft = &form.filing.draft;
    let floor = draft
        .floor
        .filter(|_| form.page == Field::Marking.section() && !draft.indicators.is_empty())?;
    let filled = Filled {
        field: Field::Marking,
        typed: draft.typed(Field::Marking),
        error: None,
    };
    Some(view! { <ReleaseField filled floor/> })
}

/// The language preselected for text that has none: what the State writes in elsewhere in this filing, or the page's.
fn language(draft: &Draft) -> String {
    let used = draft
        .answers
        .values()
        .map(|typed| &typed.language)
        .find(|tag| is_language(tag));
    let page = words::locale().lang;
    used.cloned()
        .unwrap_or_else(|| if is_language(page) { page } else { "en" }.to_owned())
}
