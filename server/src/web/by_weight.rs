//! What is kept because it may soon be asked for again: not more than a weight of it, the least recently used first to
//! go.
//!
//! Pages, printed reports and workbooks are each kept like this. Two kinds of it: [`ByWeight`], where whoever keeps
//! something knows how long it stays true, and [`OfEdition`], where that is as long as an edition of the public record.

use app::portal::ports::Edition;
use lru::LruCache;
use std::hash::Hash;

/// Things by name, of at most this weight together, in bytes.
#[derive(Debug)]
pub struct ByWeight<Name: Hash + Eq, Thing> {
    most: usize,
    weight: usize,
    // Bounded by weight.
    things: LruCache<Name, (usize, Thing)>,
}

impl<Name: Hash + Eq, Thing: Clone> ByWeight<Name, Thing> {
    /// Room for this many bytes.
    pub fn within(most: usize) -> Self {
        Self {
            most,
            weight: 0,
            things: LruCache::unbounded(),
        }
    }

    /// The thing with this name, which was used by that.
    pub fn get(&mut self, name: &Name) -> Option<Thing> {
        self.things.get(name).map(|(_, thing)| thing.clone())
    }

    /// Keeps a thing of this weight, unless it is heavier than all may be together.
    pub fn put(&mut self, name: Name, weight: usize, thing: Thing) {
        if weight > self.most {
            return;
        }
        self.weight += weight;
        if let Some((before, _)) = self.things.put(name, (weight, thing)) {
            self.weight -= before;
        }
        while self.weight > self.most
            && let Some((_, (weight, _))) = self.things.pop_lru()
        {
            self.weight -= weight;
        }
    }

    /// Whether there is room for this much more, which nothing of what is kept takes from now on.
    pub fn is_set_aside(&mut self, weight: usize) -> bool {
        let fits = self.weight + weight <= self.most;
        self.weight += if fits { weight } else { 0 };
        fits
    }

    /// What everything weighs together, with what was set aside.
    #[cfg(test)]
    pub const fn weight(&self) -> usize {
        self.weight
    }

    /// Keeps nothing any more.
    fn clear(&mut self) {
        self.weight = 0;
        self.things.clear();
    }
}

/// The same, of one edition of the public record.
#[derive(Debug)]
pub struct OfEdition<Name: Hash + Eq, Thing> {
    edition: Edition,
    things: ByWeight<Name, Thing>,
}

impl<Name: Hash + Eq, Thing: Clone> OfEdition<Name, Thing> {
    /// Room for this many bytes.
    pub fn within(most: usize) -> Self {
        Self {
            edition: Edition::default(),
            things: ByWeight::within(most),
        }
    }

    /// The things of this edition; none where it is over. Where it is another than before, nothing is among them: editions
    /// do not come back.
    pub fn of(&mut self, edition: Edition) -> Option<&mut ByWeight<Name, Thing>> {
        self.turns_to(edition);
        (edition == self.edition).then_some(&mut self.things)
    }

    /// Whether another edition begins with this one; nothing of the one before is kept then.
    pub fn turns_to(&mut self, edition: Edition) -> bool {
        let begins = edition > self.edition;
        if begins {
            self.edition = edition;
            self.things.clear();
        }
        begins
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_least_recently_used_goes_first() {
        let mut things = ByWeight::within(3);
        for name in [1, 2, 3] {
            things.put(name, 1, ());
        }
        assert!(things.get(&1).is_some());
        things.put(4, 1, ());
        let there = [1, 2, 3, 4].map(|name| things.get(&name).is_some());
        assert_eq!(there, [true, false, true, true]);
    }

    #[test]
    fn never_more_than_its_weight() {
        let (most, aside) = (100_000, 7_000);
        let mut things = ByWeight::within(most);
        assert!(things.is_set_aside(aside) && !things.is_set_aside(most));
        for number in 0..500_usize {
            // Everything twice: what is put over another weighs once.
            things.put(number / 2, number * 37 % 9_000, number);
            let there: usize = things.things.iter().map(|(_, (weight, _))| weight).sum();
            assert_eq!(things.weight(), there + aside);
            assert!(things.weight() <= most);
        }
        let before = things.things.len();
        assert!(before > 10, "{before}");
        things.put(9_999, most + 1, 0);
        assert_eq!(things.things.len(), before, "one does not push out all others");
    }

    #[test]
    fn another_edition_clears_it() {
        let first = Edition::default();
        let mut things = OfEdition::within(10);
        things.of(first).unwrap().put("name", 3, ());
        assert!(things.of(first.next()).unwrap().get(&"name").is_none());
        assert_eq!(things.things.weight(), 0);
        assert!(things.of(first).is_none(), "an edition that is over");
        assert!(!things.turns_to(first) && !things.turns_to(first.next()));
    }
}
