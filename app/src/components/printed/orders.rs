//! The orders in which a report can be read or printed.

use crate::{error::PortalError, words};
use domain::crosswalk::View;
use leptos::prelude::*;

/// What an order is called: none is that of the report's own questionnaire.
pub fn name(order: Option<View>) -> String {
    let id = order.map_or_else(
        || "report-own-order".to_owned(),
        |view| format!("report-by-{}", view.code()),
    );
    words::say(&id)
}

/// The order that an address calls so: none where it names none.
///
/// # Errors
/// [`PortalError::NotFound`] where there is no such order.
pub fn order_called(code: Option<&str>) -> Result<Option<View>, PortalError> {
    let view = |code| View::from_code(code).ok_or(PortalError::NotFound);
    code.map(view).transpose()
}

/// A link to each order, in a list.
#[component]
pub fn OrderLinks<To>(
    /// Where an order is read.
    to: To,
    /// The order it is in now.
    now: Option<View>,
) -> impl IntoView
where
    To: Fn(Option<View>) -> String,
{
    let orders = [None].into_iter().chain(View::ALL.map(Some));
    let links = orders.map(|order| {
        let current = (order == now).then_some("page");
        view! { <li><a href=to(order) aria-current=current>{name(order)}</a></li> }
    });
    let links = links.collect_view();
    view! {
        <nav class="on-this-page" aria-label=words::say("report-order")>
            <ul><li>{words::say("report-order")}</li>{links}</ul>
        </nav>
    }
}
