//! Commitments, norms and measures, instrument by instrument, and how well we know each of them.

use super::notices::{NoAssessment, instrument};
use crate::{
    pages::{
        load::{Found, load},
        public::as_data::{AsData, Public},
        shell::PageTitle,
    },
    routes, words,
};
use domain::commitment::{Commitment, Commitments, Instrument};
use leptos::prelude::*;

/// Every commitment, norm and measure.
#[component]
pub fn CommitmentsPage() -> impl IntoView {
    let commitments = load(|portal, ()| async move { portal.public_commitments().await });
    view! {
        <Found of=commitments let:all>
            <PageTitle text=words::say("commitments-title")/>
            <p class="lede">{words::say("commitments-lede")}</p>
            <NoAssessment/>
            {Instrument::ALL.map(|of| view! { <OfInstrument of all=all.clone()/> }).collect_view()}
            <AsData of=Public::Commitments/>
        </Found>
    }
}

#[component]
fn OfInstrument(of: Instrument, all: Commitments) -> impl IntoView {
    const HEADS: [&str; 5] = ["id", "name", "symbol", "status", "addressees"];
    let head = |id: &str| view! { <th scope="col">{words::say(&format!("commitments-{id}"))}</th> };
    let rows = all.of(of).map(|item| {
        let circle = all.circles().find(|circle| circle.id == item.circle);
        view! { <CommitmentRow item=item.clone() addressees=circle.map(|circle| circle.name.clone()).unwrap_or_default()/> }
    });
    let rows = rows.collect_view();
    view! {
        <section aria-labelledby=of.code()>
            <h2 id=of.code()>{instrument(of)}</h2>
            <div class="scroll" tabindex="0" role="region" aria-labelledby=of.code()>
                <table>
                    <thead><tr>{HEADS.map(head).collect_view()}</tr></thead>
                    <tbody>{rows}</tbody>
                </table>
            </div>
        </section>
    }
}

#[component]
fn CommitmentRow(item: Commitment, addressees: String) -> impl IntoView {
    let status = words::say(&format!("commitment-status-{}", item.status.code()));
    view! {
        <tr>
            <th scope="row" class="item"><a href=routes::commitment(item.id)>{item.id.to_string()}</a></th>
            <td>{item.title}</td>
            <td>{item.symbol}</td>
            <td>{status}</td>
            <td>{addressees}</td>
        </tr>
    }
}
