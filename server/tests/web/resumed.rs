//! A form whose session ended while it was written: from the desk to the sign-in page and on to its door.

use crate::support::{
    cast::{EVERYONES_PASSWORD, email},
    databases::databases,
    forms::form,
    house::House,
    visitors::Answer,
};
use app::{
    api::{filings::Save, onward::Then},
    portal::ports::Chance,
    routes,
};
use axum::http::{Method, StatusCode};
use domain::{
    draft::Typed,
    filing::Filing,
    form::Field,
    ids::PersonId,
    marking::Audience,
    samples::{AMINA, BRUNO, EMIL, SamplePerson},
};
use leptos::server_fn::ServerFn;
use serde::Serialize;
use server::chance::SystemChance;

/// What is posted from the sign-in page with a form inside.
#[derive(Serialize)]
struct SignInAndSave<'a> {
    email: String,
    password: &'a str,
    door: &'a str,
    by: PersonId,
    fields: &'a str,
    next: &'a str,
}

/// A form of Amina's, with another title, as it is posted.
fn typed(house: &House, filing: &Filing) -> String {
    let title = Typed {
        text: "A flood & a \"fire\"\r\n+ more".to_owned(),
        language: "en".to_owned(),
        ..Typed::default()
    };
    let save = Save {
        reference: filing.reference.clone(),
        page: Field::Title.section(),
        seen: filing.version,
        key: SystemChance.form_key(),
        answers: [(Field::Title.id().to_owned(), title)].into(),
        then: Then::Leave,
    };
    format!("{}&by={}", form(&save), house.cast.actor(AMINA).id)
}

/// Somebody signs in on the page that holds Amina's form.
async fn signs_in(house: &House, person: SamplePerson, password: &str, fields: &str) -> Answer {
    let page = SignInAndSave {
        email: email(person.name),
        password,
        door: Save::PATH,
        by: house.cast.actor(AMINA).id,
        fields,
        next: "/filings",
    };
    house.nobody().posts(Save::PATH, routes::DO_SIGN_IN, &form(&page)).await
}

async fn title(house: &House, filing: &Filing) -> String {
    let filing = house.cast.reads(&filing.reference).await;
    filing.draft.typed(Field::Title).text
}

#[tokio::test]
async fn whoever_typed_it_signs_in_and_it_is_saved() {
    for database in databases().await {
        let house = House::on(&database).await;
        let filing = house.cast.opens(Audience::Public).await;
        let fields = typed(&house, &filing);
        let asked = house.nobody().posts("/filings", Save::PATH, &fields).await;
        assert_eq!(asked.status, StatusCode::UNAUTHORIZED);
        assert!(asked.body.contains(&fields.replace('&', "&amp;")), "{}", asked.body);

        let saved = signs_in(&house, AMINA, EVERYONES_PASSWORD, &fields).await;
        assert_eq!(saved.leads_to(), routes::filing(&filing.reference));
        assert!(saved.headers.contains_key("set-cookie"));
        assert!(title(&house, &filing).await.starts_with("A flood & a \"fire\""));
    }
}

#[tokio::test]
async fn whoever_else_signs_in_drops_it() {
    for database in databases().await {
        let house = House::on(&database).await;
        let filing = house.cast.opens(Audience::Public).await;
        let (before, fields) = (title(&house, &filing).await, typed(&house, &filing));
        let dropped = signs_in(&house, BRUNO, EVERYONES_PASSWORD, &fields).await;
        assert_eq!(dropped.leads_to(), "/filings");
        assert_eq!(title(&house, &filing).await, before);
    }
}

#[tokio::test]
async fn nor_is_it_saved_for_whoever_has_signed_in_meanwhile() {
    for database in databases().await {
        let house = House::on(&database).await;
        let filing = house.cast.opens(Audience::Public).await;
        let (before, fields) = (title(&house, &filing).await, typed(&house, &filing));
        // Emil drafts for the same State, in the browser in which Amina opened the page.
        let emil = house.visitor(EMIL).await;
        let refused = emil.posts("/filings", Save::PATH, &fields).await;
        assert_eq!(refused.leads_to(), "/filings?refused=another-person");
        let page = emil.gets(refused.leads_to()).await.body;
        assert!(
            page.contains("role=\"alert\"") && page.contains("Somebody else was signed in"),
            "{page}"
        );
        let plainly = emil.asks_plainly(Method::POST, Save::PATH, &fields).await;
        assert_eq!(
            (plainly.status, plainly.body.as_str()),
            (StatusCode::CONFLICT, r#"{"error":"another-person"}"#)
        );
        assert_eq!(title(&house, &filing).await, before);
        let amina = house.visitor(AMINA).await;
        let saved = amina.posts("/filings", Save::PATH, &fields).await;
        assert_eq!(saved.leads_to(), routes::filing(&filing.reference), "her own form");
    }
}

#[tokio::test]
async fn a_wrong_password_loses_nothing() {
    for database in databases().await {
        let house = House::on(&database).await;
        let filing = house.cast.opens(Audience::Public).await;
        let (before, fields) = (title(&house, &filing).await, typed(&house, &filing));
        let again = signs_in(&house, AMINA, "not the password", &fields).await;
        assert_eq!(again.status, StatusCode::UNAUTHORIZED);
        assert!(again.body.contains(&fields.replace('&', "&amp;")) && again.body.contains("role=\"alert\""));
        assert_eq!(title(&house, &filing).await, before);
    }
}

#[tokio::test]
async fn a_form_inside_cannot_be_for_a_door_that_is_open_to_all() {
    for database in databases().await {
        let house = House::on(&database).await;
        let page = SignInAndSave {
            email: email(AMINA.name),
            password: EVERYONES_PASSWORD,
            door: routes::DO_SIGN_OUT,
            by: house.cast.actor(AMINA).id,
            fields: "",
            next: "/filings",
        };
        let answer = house
            .nobody()
            .posts(routes::SIGN_IN, routes::DO_SIGN_IN, &form(&page))
            .await;
        assert_eq!(answer.leads_to(), "/filings", "signed in, and not out again");
    }
}
