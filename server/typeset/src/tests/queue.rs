//! Who waits, who is sent away, and on what thread the work is done.

use crate::{
    NotTypeset,
    queue::{PLACES, POLITENESS, Queue},
};
use std::{
    fs,
    panic::{AssertUnwindSafe, catch_unwind},
    sync::mpsc,
    thread,
};

#[test]
fn whoever_comes_when_the_queue_is_full_is_sent_away_at_once() {
    let queue = Queue::new(0);
    let (leave, may_leave) = mpsc::channel::<()>();
    let may_leave = std::sync::Mutex::new(may_leave);
    let work = || may_leave.lock().unwrap().recv().unwrap();
    thread::scope(|scope| {
        for _ in 0..PLACES {
            scope.spawn(|| queue.run(work).expect("a place"));
        }
        while queue.taken() < PLACES {
            thread::yield_now();
        }
        assert_eq!(queue.run(|| ()), Err(NotTypeset::Busy));
        (0..PLACES).for_each(|_| leave.send(()).unwrap());
    });
    assert_eq!(queue.run(|| "served"), Ok("served"));
}

#[test]
fn a_fault_in_one_document_stops_no_other() {
    let queue = Queue::new(0);
    for _ in 0..=PLACES {
        let fault = || queue.run(|| panic!("a fault"));
        assert!(catch_unwind(AssertUnwindSafe(fault)).is_err());
    }
    assert_eq!(queue.run(|| "served"), Ok("served"));
}

#[test]
#[cfg(target_os = "linux")]
fn others_go_first() {
    let nice = |of: &str| -> i32 {
        let (_, stat) = of.rsplit_once(')').unwrap();
        stat.split_whitespace().nth(16).unwrap().parse().unwrap()
    };
    let here = || nice(&fs::read_to_string("/proc/thread-self/stat").unwrap());
    let before = here();
    assert_eq!(Queue::new(POLITENESS).run(here), Ok((before + POLITENESS).min(19)));
    assert_eq!(here(), before, "only that thread");
}
