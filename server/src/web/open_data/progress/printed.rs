//! One State's public report as PDF, to be printed and archived.

use super::reports::{PDF, named};
use crate::{
    interchange::export::print,
    web::{
        Web,
        open_data::{
            NoData,
            answer::{About, Content},
        },
        press::{Named, NotSet, in_language},
        printed::Order,
        visitor,
    },
};
use app::{
    error::PortalError,
    pages::public::public_sheet,
    portal::progress::reports::{ReportSeen, Standing},
};
use axum::{
    http::HeaderMap,
    response::{IntoResponse, Response},
};
use domain::crosswalk::View;

/// Why there is no PDF: there is no such report, or not now.
enum NoPrint {
    No(PortalError),
    NotSet(NotSet),
}

impl From<NotSet> for NoPrint {
    fn from(why: NotSet) -> Self {
        Self::NotSet(why)
    }
}

impl From<PortalError> for NoPrint {
    fn from(failure: PortalError) -> Self {
        Self::No(failure)
    }
}

/// The report this file is of, in this order.
pub async fn file(web: &Web, file: &str, order: &Order, asked: &HeaderMap) -> Response {
    match content(web, file, order).await {
        Ok(content) => content.answer(asked),
        Err(NoPrint::No(failure)) => NoData::from(failure).into_response(),
        Err(NoPrint::NotSet(why)) => why.into_response(),
    }
}

/// Made in a task of its own, so that who gives up waiting does not stop what others wait for.
async fn content(web: &Web, file: &str, order: &Order) -> Result<Content, NoPrint> {
    let (year, state) = named(file, PDF).ok_or(PortalError::NotFound)?;
    let (named, web) = ((year, state, order.view()?), web.clone());
    let making = tokio::spawn(async move {
        let make = async || made(&web, named).await;
        web.prints.print(&*web.world.store, named, make).await
    });
    making.await.unwrap_or(Err(NoPrint::NotSet(NotSet::Ever)))
}

async fn made(web: &Web, (year, state, order): Named) -> Result<Content, NoPrint> {
    let seen = visitor::nobody(web).public_report(year, state).await?;
    let language = web.settings.language;
    let document = in_language(language, || print::printed(&public_sheet(&seen, order)));
    let bytes = web.settings.press.print(document, language).await?;
    Ok(Content::new(bytes, about(&seen, order)))
}

fn about(seen: &ReportSeen, order: Option<View>) -> About {
    let order = order.map(|view| format!("-{}", view.code())).unwrap_or_default();
    let changed = match seen.standing {
        Standing::Public(_) => seen.published,
        Standing::Withdrawn { at } => at,
    };
    About {
        media_type: "application/pdf",
        name: Some(format!("report-{}-{}{order}.pdf", seen.cycle, seen.state.code)),
        changed: Some(changed),
    }
}
