//! Pages of which there are many, kept as what they differ from the first of their kind.
//!
//! Two publications share most of their pages' bytes: head, navigation, the names of all fields. So the first page of a
//! kind is the pattern of all others, which are compressed with it as their dictionary (Zstandard, RFC 8878, 5). What is
//! left of a page is a fraction of it, so that ten thousand publications are kept where whole pages of a third of them
//! would not be, and unpacking one takes microseconds, a hundredth of rendering it.

use super::page::Page;
use axum::http::{HeaderMap, HeaderValue};
use std::{cell::RefCell, fmt, io, sync::Arc};
use zstd::{
    bulk::Compressor,
    dict::{DecoderDictionary, EncoderDictionary},
    zstd_safe::{DCtx, get_error_name},
};

/// The quickest. Beyond it, a tenth of what is left is saved for thrice the time.
const LEVEL: i32 = 1;

/// What a pattern weighs besides its page, in bytes: two copies of it and the tables in which it is looked up.
const TABLES: usize = 256 * 1024;

/// What a packed page weighs besides its bytes: its tag, its place on a shelf.
const AROUND: usize = 256;

thread_local! {
    /// What pages are unpacked in. Making one takes longer than unpacking a page in it.
    static UNPACKING: RefCell<DCtx<'static>> = RefCell::new(DCtx::create());
}

/// The first page of a kind.
pub struct Pattern {
    headers: Arc<HeaderMap>,
    length: usize,
    packing: EncoderDictionary<'static>,
    unpacking: DecoderDictionary<'static>,
}

impl fmt::Debug for Pattern {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter
            .debug_struct("Pattern")
            .field("length", &self.length)
            .finish_non_exhaustive()
    }
}

impl Pattern {
    /// This page as the pattern of those that come after it.
    pub fn of(page: &Page) -> Self {
        Self {
            headers: page.headers.clone(),
            length: page.body.len(),
            packing: EncoderDictionary::copy(&page.body, LEVEL),
            unpacking: DecoderDictionary::copy(&page.body),
        }
    }

    /// What it weighs, in bytes.
    pub const fn weight(&self) -> usize {
        2 * self.length + TABLES
    }
}

/// A page, less what its pattern has.
#[derive(Clone, Debug)]
pub struct Packed {
    pattern: Arc<Pattern>,
    tag: HeaderValue,
    length: usize,
    bytes: Arc<[u8]>,
}

impl Packed {
    /// This page after that pattern. `None` where it has other headers, or cannot be compressed.
    pub fn of(page: &Page, pattern: &Arc<Pattern>) -> Option<Self> {
        if page.headers != pattern.headers {
            return None;
        }
        let pack = || Compressor::with_prepared_dictionary(&pattern.packing)?.compress(&page.body);
        Some(Self {
            pattern: pattern.clone(),
            tag: page.tag.clone(),
            length: page.body.len(),
            bytes: pack().inspect_err(report).ok()?.into(),
        })
    }

    /// The page again.
    pub fn page(&self) -> Option<Page> {
        Some(Page {
            headers: self.pattern.headers.clone(),
            tag: self.tag.clone(),
            body: self.unpacked().inspect_err(report).ok()?.into(),
        })
    }

    fn unpacked(&self) -> io::Result<Vec<u8>> {
        let (mut body, after) = (Vec::with_capacity(self.length), self.pattern.unpacking.as_ddict());
        UNPACKING
            .with_borrow_mut(|context| context.decompress_using_ddict(&mut body, &self.bytes, after))
            .map_err(|code| io::Error::other(get_error_name(code)))?;
        Ok(body)
    }

    /// What it weighs, in bytes; its pattern is weighed once for all.
    pub fn weight(&self) -> usize {
        self.bytes.len() + AROUND
    }
}

/// Whoever asks for the page gets it rendered.
fn report(why: &io::Error) {
    tracing::error!(%why, "a page could not be packed or unpacked");
}

#[cfg(test)]
mod tests {
    use super::*;
    use axum::response::IntoResponse;

    async fn page(text: &str) -> Page {
        let around = "What the State says, as it says it. ".repeat(200);
        Page::of(format!("{around}{text}{around}").into_response())
            .await
            .unwrap()
    }

    #[tokio::test]
    async fn a_page_comes_out_as_it_went_in() {
        let pattern = Arc::new(Pattern::of(&page("Valdoria").await));
        for text in ["", "Valdoria", "فالدوريا", &"another ".repeat(9_000)] {
            let page = page(text).await;
            let packed = Packed::of(&page, &pattern).unwrap();
            let again = packed.page().unwrap();
            assert_eq!(
                (&again.headers, &again.tag, &again.body),
                (&page.headers, &page.tag, &page.body)
            );
            assert!(packed.weight() < page.weight() / 10, "{}", packed.weight());
        }
    }

    #[tokio::test]
    async fn a_page_with_other_headers_is_not_packed() {
        let pattern = Arc::new(Pattern::of(&page("Valdoria").await));
        let other = Page::of(axum::response::Html("Valdoria").into_response())
            .await
            .unwrap();
        assert!(Packed::of(&other, &pattern).is_none());
    }
}
