//! Pages of one edition, within a weight.

use super::{
    address::Address,
    packed::{Packed, Pattern},
    page::Page,
};
use crate::web::by_weight::{ByWeight, OfEdition};
use app::portal::ports::Edition;
use std::{collections::HashMap, sync::Arc};

/// A page as it lies on a shelf.
#[derive(Clone, Debug)]
pub enum Laid {
    /// As it is sent.
    Whole(Page),
    /// Less what the first of its kind has.
    Packed(Packed),
}

impl Laid {
    /// This page, packed where there is a pattern for it.
    pub fn of(page: &Page, pattern: Option<&Arc<Pattern>>) -> Self {
        let packed = pattern.and_then(|pattern| Packed::of(page, pattern));
        packed.map_or_else(|| Self::Whole(page.clone()), Self::Packed)
    }

    fn weight(&self) -> usize {
        match self {
            Self::Whole(page) => page.weight(),
            Self::Packed(packed) => packed.weight(),
        }
    }
}

/// Pages of one edition, and what those of which there are many are packed after.
#[derive(Debug)]
pub struct Shelf {
    pages: OfEdition<Address, Laid>,
    // Packed pages as they were unpacked last: a few of them are asked for more often than all others.
    open: OfEdition<Address, Page>,
    // As many as there are kinds of pages.
    patterns: HashMap<String, Arc<Pattern>>,
}

impl Shelf {
    /// An empty one, for pages of at most this many bytes together, and as many of those that were unpacked.
    pub fn within(most: usize) -> Self {
        Self {
            pages: OfEdition::within(most),
            open: OfEdition::within(most),
            patterns: HashMap::new(),
        }
    }

    /// The page of this edition.
    pub fn get(&mut self, edition: Edition, address: &Address) -> Option<Laid> {
        let open = self.open.of(edition)?.get(address);
        open.map(Laid::Whole).or_else(|| self.of(edition)?.get(address))
    }

    /// Keep a packed page of this edition as it was unpacked, too.
    pub fn lay_open(&mut self, edition: Edition, address: &Address, page: Page) {
        if let Some(open) = self.open.of(edition) {
            open.put(address.clone(), address.weight() + page.weight(), page);
        }
    }

    /// The pattern after which this page of this edition can be packed: the first page of its kind, where there are many.
    pub fn pattern(&mut self, edition: Edition, address: &Address, page: &Page) -> Option<Arc<Pattern>> {
        self.of(edition)?;
        let kind = address.kind()?;
        if let Some(pattern) = self.patterns.get(kind) {
            return Some(pattern.clone());
        }
        let pattern = Arc::new(Pattern::of(page));
        if !self.of(edition)?.is_set_aside(pattern.weight()) {
            return None;
        }
        self.patterns.insert(kind.to_owned(), pattern.clone());
        Some(pattern)
    }

    /// Keep a page of this edition, unless the edition is over.
    pub fn put(&mut self, edition: Edition, address: &Address, page: Laid) {
        if let Some(pages) = self.of(edition) {
            pages.put(address.clone(), address.weight() + page.weight(), page);
        }
    }

    fn of(&mut self, edition: Edition) -> Option<&mut ByWeight<Address, Laid>> {
        if self.pages.turns_to(edition) {
            self.patterns.clear();
            self.open.turns_to(edition);
        }
        self.pages.of(edition)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use axum::response::IntoResponse;

    fn address(number: usize) -> Address {
        Address::of(&format!("/publications/PUB-2026-{number:04}").parse().unwrap()).unwrap()
    }

    #[tokio::test]
    async fn the_first_of_a_kind_is_the_pattern_of_the_others() {
        let edition = Edition::default();
        let mut shelf = Shelf::within(10_000_000);
        let text = |name: &str| format!("{name}{}", "What the State says, as it says it. ".repeat(300));
        for number in 0..500 {
            let page = Page::of(text(&number.to_string()).into_response()).await.unwrap();
            let pattern = shelf.pattern(edition, &address(number), &page);
            shelf.put(edition, &address(number), Laid::of(&page, pattern.as_ref()));
        }
        assert_eq!(shelf.patterns.len(), 1);
        let weight = shelf.of(edition).unwrap().weight();
        assert!(weight < 500 * 1_000, "{weight}");
        let page = shelf.get(edition, &address(7)).unwrap();
        let Laid::Packed(page) = page else {
            panic!("it is packed")
        };
        let page = page.page().unwrap();
        assert_eq!(page.body, text("7"));
        shelf.lay_open(edition, &address(7), page);
        assert!(matches!(shelf.get(edition, &address(7)), Some(Laid::Whole(page)) if page.body == text("7")));
        assert!(shelf.get(edition.next(), &address(7)).is_none() && shelf.patterns.is_empty());
    }
}
