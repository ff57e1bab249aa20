//! Pages of one edition, within a weight.

use super::{address::Address, page::Page};
use app::portal::ports::Edition;
use lru::LruCache;
use std::sync::Arc;

/// Pages of one edition. The least recently used goes first where they are too many.
#[derive(Debug)]
pub struct Shelf {
    most: usize,
    weight: usize,
    edition: Edition,
    pages: LruCache<Address, Arc<Page>>,
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
        }
    }

    /// The page of this edition.
    pub fn get(&mut self, edition: Edition, address: &Address) -> Option<Arc<Page>> {
        self.turn_to(edition);
        (edition == self.edition).then(|| self.pages.get(address).cloned())?
    }

    /// Keep a page of this edition, unless the edition is over, or the page heavier than all may be together.
    pub fn put(&mut self, edition: Edition, address: &Address, page: &Arc<Page>) {
        self.turn_to(edition);
        let weight = weight(address, page);
        if edition != self.edition || weight > self.most {
            return;
        }
        self.weight += weight;
        if let Some(before) = self.pages.put(address.clone(), page.clone()) {
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
        }
    }
}

fn weight(address: &Address, page: &Page) -> usize {
    address.weight() + page.weight()
}

#[cfg(test)]
mod tests {
    use super::*;
    use axum::response::IntoResponse;

    fn address(number: usize) -> Address {
        Address::of(&format!("/publications/PUB-2026-{number:04}").parse().unwrap()).unwrap()
    }

    async fn page(bytes: usize) -> Arc<Page> {
        let page = Page::of("x".repeat(bytes).into_response()).await;
        Arc::new(page.unwrap())
    }

    #[tokio::test]
    async fn the_least_recently_used_goes_first() {
        let (page, edition) = (page(8_000).await, Edition::default());
        let mut shelf = Shelf::within(3 * weight(&address(1), &page));
        for number in [1, 2, 3] {
            shelf.put(edition, &address(number), &page);
        }
        assert!(shelf.get(edition, &address(1)).is_some());
        shelf.put(edition, &address(4), &page);
        let there = [1, 2, 3, 4].map(|number| shelf.get(edition, &address(number)).is_some());
        assert_eq!(there, [true, false, true, true]);
    }

    #[tokio::test]
    async fn never_more_than_its_weight() {
        let (most, edition) = (100_000, Edition::default());
        let mut shelf = Shelf::within(most);
        for number in 0..500 {
            // Every page twice: what is put over another weighs once.
            shelf.put(edition, &address(number / 2), &page(number * 37 % 9_000).await);
            let there: usize = shelf.pages.iter().map(|(address, page)| weight(address, page)).sum();
            assert_eq!(shelf.weight, there);
            assert!(there <= most, "{there}");
        }
        let before = shelf.pages.len();
        assert!(before > 10, "{before}");
        shelf.put(edition, &address(9_999), &page(most).await);
        assert_eq!(shelf.pages.len(), before, "one page does not push out all others");
    }

    #[tokio::test]
    async fn another_edition_clears_it() {
        let (page, first) = (page(10).await, Edition::default());
        let mut shelf = Shelf::within(100_000);
        shelf.put(first, &address(1), &page);
        assert!(shelf.get(first.next(), &address(1)).is_none());
        assert_eq!((shelf.pages.len(), shelf.weight), (0, 0));
        shelf.put(first, &address(1), &page);
        assert!(shelf.get(first, &address(1)).is_none(), "an edition that is over");
        assert!(shelf.get(first.next(), &address(1)).is_none());
    }
}
