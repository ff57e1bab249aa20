//! A page of the form, saved when somebody else had sent the filing.

use crate::support::{databases::databases, forms::form, house::House};
use app::{
    api::{filings::Save, onward::Then},
    portal::ports::Chance,
    routes, words,
};
use domain::{
    filing::Filing,
    form::{Field, Section},
    lifecycle::{Command, StageName},
    marking::Audience,
    samples::{AMINA, BASHIR, CELESTE, CHIDI, EMIL, note},
};
use leptos::server_fn::ServerFn;
use server::chance::SystemChance;

const TYPED: &str = "The pumps of the second archive failed too.";

/// Amina's page, drawn from this filing, with another summary and another title.
fn page(filing: &Filing, summary: &str, title: &str) -> String {
    let answers = Section::Notice.fields(filing.terms).map(|field| {
        let mut typed = filing.draft.typed(field);
        match field {
            Field::Summary => summary.clone_into(&mut typed.text),
            Field::Title => title.clone_into(&mut typed.text),
            _ => {}
        }
        (field.id().to_owned(), typed)
    });
    form(&Save {
        reference: filing.reference.clone(),
        page: Section::Notice,
        seen: filing.version,
        key: SystemChance.form_key(),
        answers: answers.collect(),
        then: Then::Continue,
    })
}

#[tokio::test]
async fn whoever_was_typing_when_it_was_sent_reads_that_and_what_they_typed() {
    for database in databases().await {
        let house = House::on(&database).await;
        let (amina, emil) = (house.visitor(AMINA).await, house.visitor(EMIL).await);
        let draft = house.cast.opens(Audience::Public).await;
        house.cast.commands(EMIL, &draft, Command::Send).await.expect("sent");

        let here = routes::section(&draft.reference, Section::Notice);
        let late = page(&draft, TYPED, "NATO SECRET: the second archive");
        let led_to = amina.posts(&here, Save::PATH, &late).await;
        assert_eq!(led_to.leads_to(), format!("{here}?refused=not-now"));
        assert_eq!(
            database
                .number("SELECT count(*) FROM session WHERE content LIKE '%NATO SECRET%'")
                .await,
            0
        );

        // A colleague on the same page reads that it is closed, and nothing of hers.
        let others = emil.gets(led_to.leads_to()).await;
        assert!(others.status == 200 && others.body.contains(&words::say("closed")));
        assert!(!others.body.contains(TYPED));

        let said = amina.gets(led_to.leads_to()).await;
        assert_eq!(said.status, 200);
        let classified = words::say_with("problem-classified", &[("field", &words::label(Field::Title))]);
        let link = format!("href=\"{}\"", routes::filing(&draft.reference));
        for told in [
            &words::say("closed"),
            &words::say("refused-not-now"),
            TYPED,
            &classified,
            &link,
        ] {
            assert!(said.body.contains(told), "{told}\n{}", said.body);
        }
        assert!(!said.body.contains("NATO SECRET"));
        let again = amina.gets(&here).await;
        assert!(
            again.body.contains(&words::say("closed")) && !again.body.contains(TYPED),
            "once"
        );
    }
}

#[tokio::test]
async fn returned_in_the_meantime_it_is_in_its_box_and_overwrites_nobody() {
    for database in databases().await {
        let house = House::on(&database).await;
        let amina = house.visitor(AMINA).await;
        let drawn = house.cast.opens(Audience::Public).await;
        let edited = house.cast.types(EMIL, &drawn, Field::Summary, "Emil's summary.");
        let newer = house.cast.saves(EMIL, &edited).await.expect("saved");
        let sent = house.cast.commands(EMIL, &newer, Command::Send).await.expect("sent");
        let here = routes::section(&drawn.reference, Section::Notice);
        amina.posts(&here, Save::PATH, &page(&drawn, TYPED, "A title")).await;
        let why = note("Once more, please.").expect("a note");
        house
            .cast
            .commands(BASHIR, &sent, Command::Return { why })
            .await
            .expect("returned");

        let form = amina.gets(&here).await;
        assert!(form.body.contains(TYPED), "{}", form.body);
        let drawn_from = format!("name=\"seen\" value=\"{}\"", drawn.version.number());
        assert!(
            form.body.contains(&drawn_from),
            "two versions are still to choose between"
        );
    }
}

#[tokio::test]
async fn only_people_of_its_state_are_told_that_it_is_closed() {
    for database in databases().await {
        let house = House::on(&database).await;
        let filing = house.cast.leads_to(StageName::UnderReview, Audience::Public).await;
        let draft = house.cast.opens(Audience::Public).await;
        let pages = |filing: &Filing| {
            let reference = &filing.reference;
            [
                routes::form(reference),
                routes::check_answers(reference),
                routes::choose(reference),
            ]
        };
        for (person, status, said_of_draft) in [
            (BASHIR, 200, Some("closed-for-others")),
            (CELESTE, 200, Some("closed-for-others")),
            (AMINA, 200, None),
            (CHIDI, 404, None),
        ] {
            let visitor = house.visitor(person).await;
            for address in pages(&filing) {
                let answer = visitor.gets(&address).await;
                assert_eq!(answer.status, status, "{} reads {address}", person.name);
                assert_eq!(answer.body.contains(&words::say("closed")), status == 200);
            }
            for address in pages(&draft) {
                let answer = visitor.gets(&address).await;
                assert_eq!(answer.status, status, "{} reads {address}", person.name);
                let told = said_of_draft.is_some_and(|said| answer.body.contains(&words::say(said)));
                assert_eq!(told, said_of_draft.is_some(), "{} reads {address}", person.name);
            }
        }
    }
}
