//! When a page is rendered, and when it is not.

use super::*;
use axum::{http::StatusCode, response::IntoResponse};
use std::{
    future::pending,
    sync::atomic::{AtomicUsize, Ordering},
};
use tokio::{
    sync::{Barrier, oneshot},
    task::yield_now,
    time::{Duration, timeout},
};

/// Editions as a test wants them.
#[derive(Default)]
struct Told(Mutex<Option<Edition>>);

impl Told {
    fn first() -> Self {
        Self(Mutex::new(Some(Edition::default())))
    }

    fn change(&self) {
        let mut edition = self.0.lock().unwrap();
        *edition = edition.map(Edition::next);
    }
}

impl Editions for Told {
    fn public_edition(&self) -> Option<Edition> {
        *self.0.lock().unwrap()
    }
}

fn home() -> Address {
    Address::of(&Uri::from_static("/")).unwrap()
}

async fn page(text: &'static str) -> Result<Page, Response> {
    Page::of(text.into_response()).await
}

async fn text(page: Result<Page, Response>) -> String {
    let body = page.unwrap().answer(&axum::http::HeaderMap::new()).into_body();
    String::from_utf8(axum::body::to_bytes(body, 100).await.unwrap().to_vec()).unwrap()
}

async fn asked(kept: &Kept, told: &Told, now: &'static str) -> String {
    text(kept.page(told, &home(), async || page(now).await).await).await
}

#[tokio::test]
async fn a_page_is_rendered_once_for_each_edition() {
    let (kept, told) = (Kept::default(), Told::first());
    assert_eq!(asked(&kept, &told, "one").await, "one");
    assert_eq!(asked(&kept, &told, "two").await, "one");
    told.change();
    assert_eq!(asked(&kept, &told, "three").await, "three");
    assert_eq!(asked(&kept, &told, "four").await, "three");
}

#[tokio::test]
async fn where_the_edition_is_not_known_nothing_kept_is_sent_and_nothing_is_kept() {
    let (kept, told) = (Kept::default(), Told::first());
    assert_eq!(asked(&kept, &told, "one").await, "one");
    let edition = told.0.lock().unwrap().take();
    assert_eq!(asked(&kept, &told, "two").await, "two");
    *told.0.lock().unwrap() = edition;
    assert_eq!(asked(&kept, &told, "three").await, "one");
}

#[tokio::test]
async fn a_rendering_that_began_before_a_change_is_not_kept() {
    let (kept, told) = (Kept::default(), Told::first());
    let (go_on, waiting) = oneshot::channel();
    let address = home();
    let slow = kept.page(&told, &address, async || {
        waiting.await.unwrap();
        page("as it was").await
    });
    let change = async {
        yield_now().await;
        told.change();
        go_on.send(()).unwrap();
    };
    let (slow, ()) = tokio::join!(slow, change);
    assert_eq!(text(slow).await, "as it was", "it was asked for before");
    assert_eq!(asked(&kept, &told, "as it is").await, "as it is");
}

#[tokio::test]
async fn who_asks_at_once_waits_for_one_rendering() {
    let (kept, told) = (Arc::new(Kept::default()), Arc::new(Told::first()));
    let (rendered, all) = (Arc::new(AtomicUsize::new(0)), Arc::new(Barrier::new(50)));
    let asking: Vec<_> = (0..50)
        .map(|_| {
            let (kept, told, rendered, all) = (kept.clone(), told.clone(), rendered.clone(), all.clone());
            tokio::spawn(async move {
                all.wait().await;
                let render = async || {
                    rendered.fetch_add(1, Ordering::Relaxed);
                    tokio::time::sleep(Duration::from_millis(20)).await;
                    page("once").await
                };
                text(kept.page(&*told, &home(), render).await).await
            })
        })
        .collect();
    for asked in asking {
        assert_eq!(asked.await.unwrap(), "once");
    }
    assert_eq!(rendered.load(Ordering::Relaxed), 1);
}

#[tokio::test]
async fn nobody_waits_for_somebody_who_went_away() {
    let (kept, told, address) = (Kept::default(), Told::first(), home());
    let gone = kept.page(&told, &address, async || pending().await);
    assert!(timeout(Duration::from_millis(10), gone).await.is_err());
    assert_eq!(asked(&kept, &told, "rendered").await, "rendered");
}

#[tokio::test]
async fn what_was_not_found_is_not_kept() {
    let (kept, told) = (Kept::default(), Told::first());
    let address = home();
    let nothing = kept.page(&told, &address, async || Err(StatusCode::NOT_FOUND.into_response()));
    assert_eq!(nothing.await.unwrap_err().status(), StatusCode::NOT_FOUND);
    assert_eq!(asked(&kept, &told, "now it is there").await, "now it is there");
}

#[tokio::test]
async fn filtered_lists_push_out_only_each_other() {
    let (kept, told) = (Kept::within(100_000, 10_000), Told::first());
    assert_eq!(asked(&kept, &told, "home").await, "home");
    for year in 1000..1500 {
        let list = Address::of(&format!("/publications?year={year}").parse().unwrap()).unwrap();
        kept.page(&told, &list, async || page("a list").await).await.unwrap();
    }
    assert_eq!(asked(&kept, &told, "rendered again").await, "home");
}
