//! Commitments and circles, as the secretariat keeps them.

use crate::{
    api::cycles::{PutCircle, PutCommitment},
    components::{
        form::ErrorSummary,
        plain::{Line, Menu, Offer, again, links, wrong},
    },
    pages::{
        load::{Found, load},
        public::progress::instrument,
        shell::PageTitle,
    },
    portal::cycles::programme::{CatalogueSeen, CommitmentSeen},
    routes, words,
};
use domain::commitment::{Circle, Commitment, CommitmentId, Commitments, Instrument, Status};
use leptos::{prelude::*, server_fn::ServerFn};
use leptos_router::params::Params;

/// What the address says.
#[derive(Params, Clone, PartialEq, Debug)]
struct Address {
    /// Which commitment; none where one is added.
    id: Option<CommitmentId>,
    /// Why a form on this page was refused, if it was.
    refused: Option<String>,
}

/// All commitments and circles.
#[component]
pub fn CataloguePage() -> impl IntoView {
    let page = load(|portal, Address { refused, .. }| async move { portal.catalogue(again(refused.as_deref())).await });
    view! { <Found of=page let:seen><Page seen/></Found> }
}

#[component]
fn Page(seen: CatalogueSeen) -> impl IntoView {
    let CatalogueSeen {
        commitments,
        may_write,
        circle,
        mistakes,
        by,
    } = seen;
    let circles = commitments
        .circles()
        .cloned()
        .map(|of| view! { <li><code>{of.id.to_string()}</code>" "{of.name}</li> });
    let circles = circles.collect_view();
    view! {
        <ErrorSummary links=links(&mistakes)/>
        <p class="eyebrow"><a href=routes::PREPARATION>{words::say("preparation-title")}</a></p>
        <PageTitle text=words::say("catalogue-title")/>
        <p class="lede">{words::say("catalogue-lede")}</p>
        {may_write.then(|| view! {
            <p class="buttons"><a class="btn btn--quiet" href=routes::ADD_COMMITMENT>{words::say("catalogue-add")}</a></p>
        })}
        {Instrument::ALL.map(|of| items(&commitments, of, may_write))}
        <h2>{words::say("catalogue-circles")}</h2>
        <ul>{circles}</ul>
        {may_write.then(|| view! {
            <form method="post" action=PutCircle::url()>
                <input type="hidden" name="by" value=by.to_string()/>
                <Line
                    field="circle_id" name="form[circle_id]" value=circle.circle_id area="prepare"
                    error=wrong(&mistakes, "circle_id")
                />
                <Line
                    field="circle_name" name="form[circle_name]" value=circle.circle_name area="prepare"
                    error=wrong(&mistakes, "circle_name")
                />
                <p class="buttons"><button class="btn btn--quiet">{words::say("catalogue-put-circle")}</button></p>
            </form>
        })}
    }
}

/// The items of one instrument.
fn items(commitments: &Commitments, of: Instrument, may_write: bool) -> AnyView {
    let heads = [
        "prepare-item",
        "prepare-title",
        "prepare-symbol",
        "prepare-status",
        "prepare-circle",
    ];
    let lines: Vec<_> = commitments.of(of).map(|item| line(item, may_write)).collect();
    let name = instrument(of);
    view! {
        <h2>{name.clone()}</h2>
        <div class="scroll" role="region" aria-label=name tabindex="0">
            <table>
                <thead><tr>{heads.map(|head| view! { <th scope="col">{words::say(head)}</th> })}</tr></thead>
                <tbody>{lines}</tbody>
            </table>
        </div>
    }
    .into_any()
}

fn line(item: &Commitment, may_write: bool) -> AnyView {
    let id = item.id.to_string();
    let name = if may_write {
        view! { <a href=routes::kept_commitment(item.id)>{id}</a> }.into_any()
    } else {
        id.into_any()
    };
    view! {
        <tr>
            <th scope="row" class="item">{name}</th>
            <td>{item.title.clone()}</td>
            <td>{item.symbol.clone()}</td>
            <td>{words::say(&format!("commitment-status-{}", item.status.code()))}</td>
            <td>{item.circle.to_string()}</td>
        </tr>
    }
    .into_any()
}

/// The form of a commitment, or of a new one.
#[component]
pub fn CommitmentFormPage() -> impl IntoView {
    let page = load(|portal, Address { id, refused }| async move {
        Ok((portal.commitment_seen(id, again(refused.as_deref())).await?, id))
    });
    view! { <Found of=page let:page><Entry seen=page.0 id=page.1/></Found> }
}

#[component]
fn Entry(seen: CommitmentSeen, id: Option<CommitmentId>) -> impl IntoView {
    let CommitmentSeen {
        form,
        mistakes,
        circles,
        by,
    } = seen;
    let title = id.map_or_else(|| words::say("catalogue-add"), |id| id.to_string());
    let item = match id {
        // Answers of many years stand under the id: it never changes.
        Some(id) => view! { <input type="hidden" name="form[item]" value=id.to_string()/> }.into_any(),
        None => view! {
            <input type="hidden" name="is_new" value="true"/>
            <Line field="item" name="form[item]" value=form.item area="prepare" error=wrong(&mistakes, "item")/>
        }
        .into_any(),
    };
    view! {
        <ErrorSummary links=links(&mistakes)/>
        <p class="eyebrow"><a href=routes::CATALOGUE>{words::say("catalogue-title")}</a></p>
        <PageTitle text=title/>
        <form method="post" action=PutCommitment::url()>
            <input type="hidden" name="by" value=by.to_string()/>
            {item}
            <Line field="title" name="form[title]" value=form.title area="prepare" error=wrong(&mistakes, "title")/>
            <Line field="symbol" name="form[symbol]" value=form.symbol area="prepare" error=wrong(&mistakes, "symbol")/>
            <Menu
                field="status" name="form[status]" offers=statuses(&form.status) area="prepare"
                error=wrong(&mistakes, "status")
            />
            <Menu
                field="circle" name="form[circle]" offers=offers(&circles, &form.circle) area="prepare"
                error=wrong(&mistakes, "circle")
            />
            <p class="buttons"><button class="btn">{words::say("catalogue-save")}</button></p>
        </form>
    }
}

fn statuses(chosen: &str) -> Vec<Offer> {
    let offer = |status: Status| Offer {
        value: status.code().to_owned(),
        words: words::say(&format!("commitment-status-{}", status.code())),
        hint: None,
        chosen: status.code() == chosen,
    };
    Status::ALL.map(offer).into()
}

fn offers(circles: &[Circle], chosen: &str) -> Vec<Offer> {
    let offer = |circle: &Circle| Offer {
        value: circle.id.to_string(),
        words: circle.name.clone(),
        hint: None,
        chosen: circle.id.as_str() == chosen,
    };
    circles.iter().map(offer).collect()
}
