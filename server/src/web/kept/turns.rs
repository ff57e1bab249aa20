//! One renders, the others wait.

use super::address::Address;
use std::{
    collections::HashMap,
    sync::{Mutex, MutexGuard, PoisonError},
};
use tokio::sync::watch;

/// Which pages are being rendered.
#[derive(Debug, Default)]
pub struct Turns(Mutex<HashMap<Address, watch::Receiver<()>>>);

/// The turn to render a page. It ends with this value, also where whoever had it went away in between.
#[derive(Debug)]
pub struct Turn<'a> {
    turns: &'a Turns,
    address: &'a Address,
    _over: watch::Sender<()>,
}

impl Turns {
    /// The turn, at once; or `None`, once somebody else's has ended. Nobody waits for two: a page that was not kept
    /// (since it is not there, or changed) would be rendered for one after the other.
    pub async fn take<'a>(&'a self, address: &'a Address) -> Option<Turn<'a>> {
        match self.begin(address) {
            Ok(turn) => Some(turn),
            Err(mut others) => {
                // Nothing is ever said: that the other end is gone is the news.
                _ = others.changed().await;
                None
            }
        }
    }

    fn begin<'a>(&'a self, address: &'a Address) -> Result<Turn<'a>, watch::Receiver<()>> {
        let mut under_way = self.under_way();
        if let Some(others) = under_way.get(address) {
            return Err(others.clone());
        }
        let (over, others) = watch::channel(());
        under_way.insert(address.clone(), others);
        Ok(Turn {
            turns: self,
            address,
            _over: over,
        })
    }

    fn under_way(&self) -> MutexGuard<'_, HashMap<Address, watch::Receiver<()>>> {
        // Nothing panics while it is held.
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Drop for Turn<'_> {
    fn drop(&mut self) {
        self.turns.under_way().remove(self.address);
    }
}
