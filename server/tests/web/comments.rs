//! Comments inside a State: on a question, and given back where they are refused. And what is not there for somebody.

use crate::{
    reporting::{posts, read},
    support::{
        databases::databases,
        forms::{form, hidden},
        house::House,
        reporting::shipped,
        visitors::Visitor,
    },
};
use app::api::reports::{AddComment, BeginReport};
use domain::samples::{AMINA, BASHIR, EMIL};
use leptos::server_fn::ServerFn;

#[tokio::test]
async fn a_comment_is_on_a_question_and_is_given_back_where_it_is_refused() {
    for database in databases().await {
        let house = House::on(&database).await;
        house.cast.opens_cycle("2026", shipped(), None).await;
        let (amina, emil, bashir) = (
            house.visitor(AMINA).await,
            house.visitor(EMIL).await,
            house.visitor(BASHIR).await,
        );
        let whole = posts(&amina, "/reports/2026", BeginReport::PATH, &[("tier", "full")]).await;
        let section = format!("{whole}/capabilities");
        gives_back_comments(&amina, &section).await;

        let of = [("question", "cdp-1-progress"), ("text", "Who knows how far?")];
        let told = posts(&amina, &section, AddComment::PATH, &of).await;
        let filing = whole.trim_end_matches("/report");
        for page in [read(&emil, &told).await, read(&bashir, filing).await] {
            let (before, _) = page.split_once("Who knows how far?").unwrap();
            let question = before.rsplit("<bdi lang=\"en\" dir=\"ltr\">").next().unwrap();
            assert!(question.starts_with("How far has your State come"), "{question}");
        }
        let elsewhere = [("question", "cdp-2-progress"), ("text", "Who knows?")];
        let mut fields = hidden(&amina.gets(&section).await.body, AddComment::PATH);
        fields.extend(elsewhere.map(|(name, value)| (name.to_owned(), value.to_owned())));
        let to = amina.posts(&section, AddComment::PATH, &form(&fields)).await;
        assert!(to.leads_to().contains("refused=malformed"), "{}", to.leads_to());
    }
}

/// A comment that is refused comes back with why, on the page it was written on; a marked one does not.
async fn gives_back_comments(amina: &Visitor, section: &str) {
    let long = format!("Begins. {}", "x".repeat(5_000));
    let marked = "NATO SECRET: who answers?";
    for (text, why, back) in [
        (long.as_str(), "longer than a note may be", "Begins. x"),
        ("Who\u{0} answers?", "cannot be shown", "Who answers?"),
        (marked, "classification marking", ""),
    ] {
        let mut fields = hidden(&amina.gets(section).await.body, AddComment::PATH);
        fields.insert("question".into(), "cdp-1-statement".into());
        fields.insert("text".into(), text.into());
        let to = amina
            .posts(section, AddComment::PATH, &form(&fields))
            .await
            .leads_to()
            .to_owned();
        assert_eq!(to, format!("{section}?refused=mistakes"));
        let page = read(amina, &to).await;
        assert!(page.contains(why) && page.contains("href=\"#comment\""), "{page}");
        assert!(page.contains(&format!("\n{back}")), "{page}");
        assert!(
            page.contains("value=\"cdp-1-statement\" lang=\"en\" dir=\"ltr\" selected"),
            "{page}"
        );
        assert!(!page.contains(marked));
    }
}

#[tokio::test]
async fn what_is_not_there_for_somebody_is_in_the_audit_log() {
    for database in databases().await {
        let house = House::on(&database).await;
        house.cast.opens_cycle("2026", shipped(), None).await;
        let amina = house.visitor(AMINA).await;
        let whole = posts(&amina, "/reports/2026", BeginReport::PATH, &[("tier", "full")]).await;
        for nowhere in ["/reports/2031", &format!("{whole}/nowhere")] {
            let before = database.rows("audit_line").await;
            assert_eq!(amina.gets(nowhere).await.status, 404, "{nowhere}");
            assert_eq!(database.rows("audit_line").await, before + 1, "{nowhere}");
        }
    }
}
