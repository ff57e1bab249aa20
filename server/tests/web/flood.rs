//! Somebody posts more than a person can: they wait, and nobody else does.

use crate::support::{
    databases::{TestDatabase, databases},
    forms::form,
    house::House,
    visitors::{Answer, Visitor},
};
use app::{
    api::{accounts::SignIn, filings::Open},
    portal::ports::Chance,
    routes,
};
use axum::http::{Method, StatusCode, header::RETRY_AFTER};
use domain::samples::{AMINA, BRUNO};
use leptos::server_fn::ServerFn;
use server::{chance::SystemChance, web::Settings};
use std::num::NonZeroU32;

/// How many forms a person may post here in a minute: so few that the next is allowed only after 20 seconds.
const POSTS: u32 = 3;

/// With its database, which is gone when it is dropped.
async fn house() -> (TestDatabase, House) {
    let database = databases().await.swap_remove(0);
    let posts = NonZeroU32::new(POSTS);
    let settings = Settings {
        posts,
        ..Settings::default()
    };
    let house = House::set_up(&database, settings).await;
    (database, house)
}

async fn opens(visitor: &Visitor) -> Answer {
    let key = SystemChance.form_key();
    visitor
        .asks_plainly(Method::POST, Open::PATH, &form(&Open { key }))
        .await
}

async fn guesses(visitor: &Visitor) -> Answer {
    let guess = SignIn {
        email: "nobody@example.test".to_owned(),
        password: "a guess".to_owned(),
        next: String::new(),
    };
    visitor.asks_plainly(Method::POST, SignIn::PATH, &form(&guess)).await
}

#[tokio::test]
async fn whoever_floods_the_portal_waits_and_nobody_else_does() {
    let (_database, house) = house().await;
    let amina = house.visitor(AMINA).await;
    for _ in 0..POSTS {
        assert_eq!(opens(&amina).await.status, StatusCode::OK);
    }
    let refused = opens(&amina).await;
    assert_eq!(
        (refused.status, refused.body.as_str()),
        (StatusCode::TOO_MANY_REQUESTS, r#"{"error":"too-many-posts"}"#)
    );
    let seconds: u64 = refused.headers[RETRY_AFTER].to_str().unwrap().parse().unwrap();
    assert!((1..=21).contains(&seconds), "{seconds}");
    let again = house.visitor(AMINA).await;
    assert_eq!(opens(&again).await.status, 429, "another session is the same person");
    assert_eq!(
        amina.gets(routes::FILINGS).await.status,
        StatusCode::OK,
        "she still reads"
    );
    let bruno = house.visitor(BRUNO).await;
    assert_eq!(opens(&bruno).await.status, StatusCode::OK, "another person");
}

#[tokio::test]
async fn in_a_browser_the_page_says_so() {
    let (_database, house) = house().await;
    let amina = house.visitor(AMINA).await;
    for _ in 0..POSTS {
        opens(&amina).await;
    }
    let key = SystemChance.form_key();
    let refused = amina.posts(routes::NEW, Open::PATH, &form(&Open { key })).await;
    assert_eq!(refused.status, StatusCode::FOUND);
    assert_eq!(refused.leads_to(), format!("{}?refused=too-many-posts", routes::NEW));
    let page = amina.gets(refused.leads_to()).await.body;
    assert!(
        page.contains("role=\"alert\"") && page.contains("Wait a minute"),
        "{page}"
    );
}

#[tokio::test]
async fn a_network_may_post_more_than_a_person_and_not_without_end() {
    let (_database, house) = house().await;
    let (amina, nobody) = (house.visitor(AMINA).await, house.nobody());
    let mut taken = 0;
    while guesses(&nobody).await.body != r#"{"error":"too-many-posts"}"# {
        taken += 1;
        assert!(taken < 20 * POSTS, "nobody is ever told to wait");
    }
    assert!(taken >= 9 * POSTS, "{taken}");
    assert_eq!(opens(&amina).await.status, StatusCode::OK, "who is signed in goes on");
}
