//! The queue: one document at a time, on a thread of low priority.
//!
//! Setting a document is the longest piece of work a request can ask for. Ten at once take the memory of one and, where
//! others have something to do, hardly any time of theirs: the thread gets what they leave. The typesetter divides its
//! work among the threads of the pool in which it runs, so it is given a pool of one.

use crate::NotTypeset;
use rayon::{ThreadPool, ThreadPoolBuildError, ThreadPoolBuilder};
use std::sync::{
    Mutex, PoisonError,
    atomic::{AtomicUsize, Ordering},
};

/// How many documents are set or waited for. Whoever comes next would wait longer than a browser does.
pub(crate) const PLACES: usize = 10;

/// By how much the thread steps back. Where every processor is busy, it gets a tenth of the time of another thread: with
/// the most that there is, 19, it would get a seventieth, and nobody waits that long for a document.
pub(crate) const POLITENESS: i32 = 10;

/// Bytes of the thread's stack: what is nested in a document is nested there.
const STACK: usize = 8 << 20;

pub(crate) struct Queue {
    taken: AtomicUsize,
    /// Held by whoever is served. The pool alone would begin a second document while the first waits for a part of it.
    turn: Mutex<()>,
    worker: Result<ThreadPool, ThreadPoolBuildError>,
}

impl Queue {
    pub(crate) fn new(politeness: i32) -> Self {
        let worker = ThreadPoolBuilder::new()
            .num_threads(1)
            .thread_name(|_| "typesetter".to_owned())
            .stack_size(STACK)
            .start_handler(move |_| step_back(politeness));
        Self {
            taken: AtomicUsize::new(0),
            turn: Mutex::new(()),
            worker: worker.build(),
        }
    }

    /// Does this when it is its turn.
    pub(crate) fn run<T: Send>(&self, work: impl FnOnce() -> T + Send) -> Result<T, NotTypeset> {
        let worker = self.worker.as_ref();
        let worker = worker.map_err(|why| NotTypeset::Refused(why.to_string()))?;
        let _place = self.place().ok_or(NotTypeset::Busy)?;
        let _turn = self.turn.lock().unwrap_or_else(PoisonError::into_inner);
        Ok(worker.install(work))
    }

    /// How many documents are set or waited for.
    #[cfg(test)]
    pub(crate) fn taken(&self) -> usize {
        self.taken.load(Ordering::Relaxed)
    }

    fn place(&self) -> Option<Place<'_>> {
        let before = self.taken.fetch_add(1, Ordering::Relaxed);
        // Given back at once where there was none.
        let place = Place(&self.taken);
        (before < PLACES).then_some(place)
    }
}

/// A place in the queue, for as long as it is held.
struct Place<'a>(&'a AtomicUsize);

impl Drop for Place<'_> {
    fn drop(&mut self) {
        self.0.fetch_sub(1, Ordering::Relaxed);
    }
}

/// Lets other threads go first. Where that is not allowed, nothing is lost but politeness.
#[cfg(target_os = "linux")]
fn step_back(politeness: i32) {
    let _ = rustix::process::nice(politeness);
}

#[cfg(not(target_os = "linux"))]
fn step_back(_politeness: i32) {}
