//! Pages of one edition, within a weight.

use super::{
    address::Address,
    packed::{Packed, Pattern},
    page::Page,
};
use app::portal::ports::Edition;
use lru::LruCache;
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

    /// The page as it is sent.
    pub fn page(self) -> Option<Page> {
        match self {
            Self::Whole(page) => Some(page),
            Self::Packed(packed) => packed.page(),
        }
    }

    fn weight(&self) -> usize {
        match self {
            Self::Whole(page) => page.weight(),
            Self::Packed(packed) => packed.weight(),
        }
    }
}

/// Pages of one edition. The least recently used goes first where they are too many.
#[derive(Debug)]
pub struct Shelf {
    most: usize,
    weight: usize,
    edition: Edition,
    pages: LruCache<Address, Laid>,
    // As many as there are kinds of pages.
    patterns: HashMap<String, Arc<Pattern>>,
}

impl Shelf {
    /// An empty one, for pages of at most this many bytes together.
    pub fn within(most: usize) -> Self {
        Self {
            most,
            weight: 0,
            edition: Edition::default(),
            // Bounded by weight.
            pages: LruCache::unbounded(),
            patterns: HashMap::new(),
        }
    }

    /// The page of this edition.
    pub fn get(&mut self, edition: Edition, address: &Address) -> Option<Laid> {
        self.turn_to(edition);
        (edition == self.edition).then(|| self.pages.get(address).cloned())?
    }

    /// The pattern after which this page of this edition can be packed: the first page of its kind, where there are many.
    pub fn pattern(&mut self, edition: Edition, address: &Address, page: &Page) -> Option<Arc<Pattern>> {
        self.turn_to(edition);
        let kind = address.kind().filter(|_| edition == self.edition)?;
        if let Some(pattern) = self.patterns.get(kind) {
            return Some(pattern.clone());
        }
        let pattern = Arc::new(Pattern::of(page));
        if self.weight + pattern.weight() > self.most {
            return None;
        }
        self.weight += pattern.weight();
        self.patterns.insert(kind.to_owned(), pattern.clone());
        Some(pattern)
    }

    /// Keep a page of this edition, unless the edition is over, or the page heavier than all may be together.
    pub fn put(&mut self, edition: Edition, address: &Address, page: Laid) {
        self.turn_to(edition);
        let weight = weight(address, &page);
        if edition != self.edition || weight > self.most {
            return;
        }
        self.weight += weight;
        if let Some(before) = self.pages.put(address.clone(), page) {
            self.weight -= self::weight(address, &before);
        }
        while self.weight > self.most
            && let Some((address, page)) = self.pages.pop_lru()
        {
            self.weight -= self::weight(&address, &page);
        }
    }

    /// Where another edition has begun, nothing of the one before is kept. Editions do not come back.
    fn turn_to(&mut self, edition: Edition) {
        if edition > self.edition {
            self.edition = edition;
            self.weight = 0;
            self.pages.clear();
            self.patterns.clear();
        }
    }
}

fn weight(address: &Address, page: &Laid) -> usize {
    address.weight() + page.weight()
}

#[cfg(test)]
mod tests {
    use super::*;
    use axum::response::IntoResponse;

    fn address(number: usize) -> Address {
        Address::of(&format!("/publications/PUB-2026-{number:04}").parse().unwrap()).unwrap()
    }

    async fn page(bytes: usize) -> Laid {
        Laid::Whole(Page::of("x".repeat(bytes).into_response()).await.unwrap())
    }

    #[tokio::test]
    async fn the_least_recently_used_goes_first() {
        let (page, edition) = (page(8_000).await, Edition::default());
        let mut shelf = Shelf::within(3 * weight(&address(1), &page));
        for number in [1, 2, 3] {
            shelf.put(edition, &address(number), page.clone());
        }
        assert!(shelf.get(edition, &address(1)).is_some());
        shelf.put(edition, &address(4), page);
        let there = [1, 2, 3, 4].map(|number| shelf.get(edition, &address(number)).is_some());
        assert_eq!(there, [true, false, true, true]);
    }

    #[tokio::test]
    async fn never_more_than_its_weight() {
        let (most, edition) = (100_000, Edition::default());
        let mut shelf = Shelf::within(most);
        for number in 0..500 {
            // Every page twice: what is put over another weighs once.
            shelf.put(edition, &address(number / 2), page(number * 37 % 9_000).await);
            let there: usize = shelf.pages.iter().map(|(address, page)| weight(address, page)).sum();
            assert_eq!(shelf.weight, there);
            assert!(there <= most, "{there}");
        }
        let before = shelf.pages.len();
        assert!(before > 10, "{before}");
        shelf.put(edition, &address(9_999), page(most).await);
        assert_eq!(shelf.pages.len(), before, "one page does not push out all others");
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
        assert!(shelf.weight < 500 * 1_000, "{}", shelf.weight);
        let page = shelf.get(edition, &address(7)).unwrap().page().unwrap();
        assert_eq!(page.body, text("7"));
        shelf.turn_to(edition.next());
        assert!(shelf.patterns.is_empty());
    }

    #[tokio::test]
    async fn another_edition_clears_it() {
        let (page, first) = (page(10).await, Edition::default());
        let mut shelf = Shelf::within(100_000);
        shelf.put(first, &address(1), page.clone());
        assert!(shelf.get(first.next(), &address(1)).is_none());
        assert_eq!((shelf.pages.len(), shelf.weight), (0, 0));
        shelf.put(first, &address(1), page.clone());
        assert!(shelf.get(first, &address(1)).is_none(), "an edition that is over");
        assert!(shelf.get(first.next(), &address(1)).is_none());
    }
}
