//! What is written beside a command that is refused.

use crate::support::{
    databases::databases,
    forms::form,
    house::House,
    visitors::{Answer as Page, Visitor},
};
use app::{
    api::filings::{AddNote, Answer, Ask, Reopen, ReturnFiling, Withdraw},
    portal::ports::Chance,
    routes, words,
};
use domain::{
    filing::{Filing, NOTE_MAX},
    form::Field,
    ids::{FormKey, Version},
    lifecycle::StageName,
    marking::Audience,
    samples::{AMINA, BASHIR, CHIDI, DANA, ERIKA},
};
use leptos::server_fn::ServerFn;
use server::chance::SystemChance;

const TYPED: &str = "Which of the two pumps?";

fn key() -> FormKey {
    SystemChance.form_key()
}

fn asks(filing: &Filing, question: &str) -> String {
    form(&Ask {
        reference: filing.reference.clone(),
        seen: filing.version,
        key: key(),
        on: Some(Field::Measures.id().to_owned()),
        question: question.to_owned(),
    })
}

/// Posts the form from this page, is refused for this reason, and follows to the page that says so.
async fn refused(visitor: &Visitor, from: &str, door: &str, form: &str, why: &str) -> Page {
    let answer = visitor.posts(from, door, form).await;
    assert_eq!(
        answer.leads_to(),
        format!("{from}?refused={why}"),
        "{} at {door}",
        visitor.name
    );
    let page = visitor.gets(answer.leads_to()).await;
    assert_eq!(page.status, 200, "{} at {door}", visitor.name);
    assert_eq!(
        page.body.matches("role=\"alert\"").count(),
        1,
        "it is said once: {}",
        page.body
    );
    page
}

/// The text area with this id, from its attributes to its end.
fn text_area<'a>(page: &'a Page, id: &str) -> &'a str {
    let mut areas = page.body.split("<textarea ").skip(1);
    let area = areas.find(|area| area.contains(&format!("id=\"{id}\"")));
    let area = area.unwrap_or_else(|| panic!("no box {id} in {}", page.body));
    &area[..area.find("</textarea>").expect("it ends")]
}

#[tokio::test]
async fn it_is_in_its_box_again_with_what_is_wrong_and_for_its_writer_alone() {
    for database in databases().await {
        let house = House::on(&database).await;
        let (chidi, erika) = (house.visitor(CHIDI).await, house.visitor(ERIKA).await);
        let filing = house.cast.leads_to(StageName::UnderReview, Audience::Public).await;
        let other = house.cast.leads_to(StageName::UnderReview, Audience::Public).await;
        let (here, long) = (routes::filing(&filing.reference), TYPED.repeat(NOTE_MAX / 20));

        let answer = chidi.posts(&here, Ask::PATH, &asks(&filing, &long)).await;
        for (somebody, page) in [(&erika, &here), (&chidi, &routes::filing(&other.reference))] {
            let page = somebody.gets(page).await;
            assert!(page.status == 200 && !page.body.contains(TYPED), "{}", somebody.name);
        }
        let page = chidi.gets(answer.leads_to()).await;
        let area = text_area(&page, "ask-question");
        assert!(
            area.ends_with(&format!(">\n{long}")) && area.contains("aria-invalid=\"true\""),
            "{area}"
        );
        assert!(
            area.contains("aria-describedby=\"ask-question-hint ask-question-error\""),
            "{area}"
        );
        let limit = NOTE_MAX.to_string();
        let wrong = words::say_with(
            "problem-too-long",
            &[("field", &words::say("action-ask.asks")), ("limit", &limit)],
        );
        for told in [
            format!("<a href=\"#ask-question\">{wrong}</a>"),
            format!("id=\"ask-question-error\" class=\"error\">{wrong}</p>"),
            format!("<option value=\"{}\" selected", Field::Measures.id()),
        ] {
            assert!(page.body.contains(&told), "{told}\n{}", page.body);
        }
        let again = chidi.gets(&here).await;
        assert!(again.status == 200 && !again.body.contains(TYPED), "once");
    }
}

#[tokio::test]
#[rustfmt::skip]
async fn every_kind_of_words_is_given_back() {
    use StageName as S;
    for database in databases().await {
        let house = House::on(&database).await;
        let at = async |stage| house.cast.leads_to(stage, Audience::Public).await;
        let long = TYPED.repeat(NOTE_MAX / 20);

        let (bashir, filing) = (house.visitor(BASHIR).await, at(S::AwaitingApproval).await);
        let (reference, seen, here) = (filing.reference.clone(), filing.version, routes::filing(&filing.reference));
        let empty = form(&ReturnFiling { reference, seen, key: key(), why: " \r\n ".to_owned() });
        let page = refused(&bashir, &here, ReturnFiling::PATH, &empty, "note-missing").await;
        assert!(text_area(&page, "return-why").contains("aria-invalid"));
        assert_eq!(page.body.matches(&words::say("action-return.missing")).count(), 2);

        let filing = at(S::Submitted).await;
        let (reference, seen, here) = (filing.reference.clone(), filing.version, routes::filing(&filing.reference));
        let hidden = form(&Withdraw { reference, seen, key: key(), why: "Filed\u{7} twice.".to_owned() });
        let page = refused(&bashir, &here, Withdraw::PATH, &hidden, "note-unreadable").await;
        assert!(text_area(&page, "withdraw-why").ends_with("\nFiled twice."));
        assert!(page.body.contains("<details open"), "its box is not folded away");

        let (dana, filing) = (house.visitor(DANA).await, at(S::Accepted).await);
        let (reference, here) = (filing.reference.clone(), routes::filing(&filing.reference));
        let stale = form(&Reopen { reference, seen: Version::default(), key: key(), why: TYPED.to_owned() });
        let page = refused(&dana, &here, Reopen::PATH, &stale, "stale").await;
        assert!(text_area(&page, "reopen-why").ends_with(TYPED) && page.body.contains(&words::say("refused-stale")));

        let reference = filing.reference.clone();
        let noted = form(&AddNote { reference, key: key(), text: long.clone() });
        let page = refused(&dana, &here, AddNote::PATH, &noted, "note-too-long").await;
        assert!(text_area(&page, "note").ends_with(&long) && page.body.contains("href=\"#note\""));

        let (amina, filing) = (house.visitor(AMINA).await, at(S::ClarificationAsked).await);
        let (reference, seen) = (filing.reference.clone(), filing.version);
        let here = routes::check_answers(&reference);
        let answer = form(&Answer { reference, seen, key: key(), answer: long.clone() });
        let page = refused(&amina, &here, Answer::PATH, &answer, "note-too-long").await;
        assert!(text_area(&page, "answer-answer").ends_with(&long) && page.body.contains("href=\"#answer-answer\""));
    }
}

#[tokio::test]
async fn where_its_box_is_gone_it_stands_by_itself() {
    for database in databases().await {
        let house = House::on(&database).await;
        let (chidi, amina) = (house.visitor(CHIDI).await, house.visitor(AMINA).await);
        let accepted = house.cast.leads_to(StageName::Accepted, Audience::Public).await;
        let here = routes::filing(&accepted.reference);
        let page = refused(&chidi, &here, Ask::PATH, &asks(&accepted, TYPED), "not-now").await;
        assert!(text_area(&page, "given-back").contains("readonly") && page.body.contains("href=\"#given-back\""));
        assert!(text_area(&page, "given-back").ends_with(TYPED));

        let answered = house
            .cast
            .leads_to(StageName::AnswerAwaitingApproval, Audience::Public)
            .await;
        let here = routes::check_answers(&answered.reference);
        let answer = form(&Answer {
            reference: answered.reference.clone(),
            seen: answered.version,
            key: key(),
            answer: TYPED.to_owned(),
        });
        let page = refused(&amina, &here, Answer::PATH, &answer, "not-now").await;
        assert!(page.body.contains(&words::say("closed")), "{}", page.body);
        assert!(text_area(&page, "given-back").ends_with(TYPED));
        assert!(!amina.gets(&here).await.body.contains(TYPED), "once");
    }
}

#[tokio::test]
async fn what_is_marked_as_classified_is_kept_nowhere() {
    for database in databases().await {
        let house = House::on(&database).await;
        let chidi = house.visitor(CHIDI).await;
        let filing = house.cast.leads_to(StageName::UnderReview, Audience::Public).await;
        let here = routes::filing(&filing.reference);
        let long = format!("NATO SECRET {}", TYPED.repeat(NOTE_MAX / 20));
        for marked in [format!("NATO SECRET {TYPED}"), long] {
            let answer = chidi.posts(&here, Ask::PATH, &asks(&filing, &marked)).await;
            assert_eq!(answer.leads_to(), format!("{here}?refused=note-classified"));
            let kept = format!("SELECT count(*) FROM session WHERE content LIKE '%{TYPED}%'");
            assert_eq!(database.number(&kept).await, 0);
            let page = chidi.gets(answer.leads_to()).await;
            let said = words::say_with("problem-classified", &[("field", &words::say("action-ask.asks"))]);
            assert_eq!(page.body.matches(&said).count(), 2, "{}", page.body);
            assert!(!page.body.contains(TYPED));
        }
    }
}

#[tokio::test]
async fn what_is_longer_than_a_session_holds_is_said_to_be_gone() {
    let database = databases().await.swap_remove(0);
    let house = House::on(&database).await;
    let chidi = house.visitor(CHIDI).await;
    let filing = house.cast.leads_to(StageName::UnderReview, Audience::Public).await;
    let here = routes::filing(&filing.reference);
    let page = refused(
        &chidi,
        &here,
        Ask::PATH,
        &asks(&filing, &TYPED.repeat(1_000)),
        "note-too-long",
    )
    .await;
    let said = words::say_with("problem-oversized", &[("field", &words::say("action-ask.asks"))]);
    assert_eq!(page.body.matches(&said).count(), 2, "{}", page.body);
    assert!(!page.body.contains(TYPED));
}
