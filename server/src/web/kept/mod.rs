//! Public pages, kept until what they show changes.
//!
//! Rendering is what a page costs, and a public page is the same for everyone: so it is rendered once for each edition
//! of the public record ([`Editions`]), and then sent as it is.
//!
//! - **The same for everyone** by construction: a page is rendered for a request that has an address and nothing else.
//!   No header of a visitor, no cookie and no language they wish for reaches the renderer, whether or not its page will
//!   be kept.
//! - **Which pages**: those whose address is in its one plain spelling, filters of the list included ([`Address`]), and
//!   which were found (200). What is not there, searches in free text and anything unknown in a query is rendered each
//!   time, so that nobody fills the shelves by counting.
//! - **As long as the edition stands**: a page belongs to the edition that stood before its rendering began. Where this
//!   server cannot know which edition stands, nothing that is kept is sent and nothing is kept.
//! - **Not more than 64 MiB**, least recently used first to go ([`shelf`]). Pages of which there are many are kept as what
//!   they differ from the first of their kind ([`packed`]), which is one half; the other is for those of them that were
//!   asked for last, as they are sent. Lists with conditions have a shelf of their own: there are more of them than of
//!   anything else, and they push out only each other.
//! - **Once**: who asks for a page that is being rendered waits for it ([`turns`]).
//!
//! A server speaks one language ([`Settings`](super::Settings)), and so do the pages it keeps. What the layers add to a
//! response (policy, request's id) they add to a page that was kept, too. Nothing is compressed here: what a page weighs
//! on a line is for the proxy in front, which does that for every server behind it.

mod address;
mod packed;
mod page;
mod shelf;
#[cfg(test)]
mod tests;
mod turns;

use super::{Web, pages};
use address::Address;
use app::portal::ports::{Edition, Editions};
use axum::{
    body::Body,
    extract::{Request, State},
    http::Uri,
    response::Response,
};
use page::Page;
use shelf::{Laid, Shelf};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use turns::Turns;

/// What pages that are there may weigh together, in bytes; and those of them that were unpacked once more as much.
const PAGES: usize = 24 * 1024 * 1024;

/// What filtered lists may weigh together, in bytes; likewise.
const LISTS: usize = 8 * 1024 * 1024;

/// A page of the public site: as it was kept, or rendered.
pub async fn public(State(web): State<Web>, request: Request) -> Response {
    let page = match Address::of(request.uri()) {
        Some(address) => {
            let render = async || rendered(&web, &address.uri()).await;
            web.kept.page(&*web.world.store, &address, render).await
        }
        None => rendered(&web, request.uri()).await,
    };
    page.map_or_else(|other| other, |page| page.answer(request.headers()))
}

/// A page rendered for nobody in particular; as it is where it is not a page that was found.
async fn rendered(web: &Web, address: &Uri) -> Result<Page, Response> {
    tracing::debug!("a page is rendered");
    let mut request = Request::new(Body::empty());
    *request.uri_mut() = address.clone();
    Page::of(pages::public(State(web.clone()), request).await).await
}

/// The pages of one server.
#[derive(Clone, Debug)]
pub struct Kept(Arc<Shelves>);

#[derive(Debug)]
struct Shelves {
    pages: Mutex<Shelf>,
    lists: Mutex<Shelf>,
    turns: Turns,
}

impl Default for Kept {
    fn default() -> Self {
        Self::within(PAGES, LISTS)
    }
}

impl Kept {
    fn within(pages: usize, lists: usize) -> Self {
        Self(Arc::new(Shelves {
            pages: Mutex::new(Shelf::within(pages)),
            lists: Mutex::new(Shelf::within(lists)),
            turns: Turns::default(),
        }))
    }

    /// The page at this address: as it was kept, as somebody else is rendering it, or as `render` makes it.
    async fn page(
        &self,
        editions: &dyn Editions,
        address: &Address,
        render: impl AsyncFnOnce() -> Result<Page, Response>,
    ) -> Result<Page, Response> {
        if let Some(page) = self.find(editions.public_edition(), address) {
            return Ok(page);
        }
        let turn = self.0.turns.take(address).await;
        // Read before rendering, never after: what changes meanwhile makes this page one of an edition that is over.
        let edition = editions.public_edition();
        if turn.is_none()
            && let Some(page) = self.find(edition, address)
        {
            return Ok(page);
        }
        let page = render().await?;
        if let Some(edition) = edition {
            let pattern = self.shelf(address).pattern(edition, address, &page);
            // Packed while nobody waits for the shelf.
            let laid = Laid::of(&page, pattern.as_ref());
            self.shelf(address).put(edition, address, laid);
        }
        Ok(page)
    }

    fn find(&self, edition: Option<Edition>, address: &Address) -> Option<Page> {
        let found = self.shelf(address).get(edition?, address)?;
        match found {
            Laid::Whole(page) => Some(page),
            Laid::Packed(packed) => {
                // Unpacked while nobody waits for the shelf.
                let page = packed.page()?;
                self.shelf(address).lay_open(edition?, address, page.clone());
                Some(page)
            }
        }
    }

    fn shelf(&self, address: &Address) -> MutexGuard<'_, Shelf> {
        let shelf = if address.is_filtered() {
            &self.0.lists
        } else {
            &self.0.pages
        };
        // Nothing panics while it is held.
        shelf.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
