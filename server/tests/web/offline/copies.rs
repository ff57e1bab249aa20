//! Copies of a form that are filled in side by side, while others write in the portal.

use super::{begun, brings, edited, emil_writes, id, now, presses, read, the_three};
use crate::support::{
    databases::databases,
    forms::{form, hidden},
    house::House,
    offline::workbook,
};
use app::api::{offline::TakeOver, reports::ChooseAnswers};
use domain::samples::{AMINA, reports};
use leptos::server_fn::ServerFn;

#[tokio::test]
async fn of_each_copy_only_what_was_changed_in_it_is_taken() {
    for database in databases().await {
        let house = House::on(&database).await;
        let (report, amina) = (begun(&house).await, house.visitor(AMINA).await);
        let copy = |question: &str, text: &str| {
            let mut draft = reports::valdoria();
            let answer = draft.answers.entry(id(question)).or_default();
            text.clone_into(&mut answer.value.text);
            workbook(&report, &draft, |form| form)
        };
        let copies = [copy("cdp-3-progress", "limited"), copy("cdp-4-progress", "complete")];
        emil_writes(&house, &report, &[("cdp-5-progress", "limited")]).await;
        for file in copies {
            let changes = brings(&amina, &report, &file).await;
            let seen = read(&amina, &changes).await;
            assert!(seen.contains("One answer would change"), "{seen}");
            presses(&amina, &changes, &seen, TakeOver::PATH).await;
        }
        let after = now(&house, &report).await.draft;
        let said = |question: &str| after.typed(&id(question)).value.text;
        assert_eq!(
            ["cdp-3-progress", "cdp-4-progress", "cdp-5-progress"].map(said),
            ["limited", "complete", "limited"]
        );
        assert_eq!(report.draft.changed_by(&after).len(), 3);
    }
}

#[tokio::test]
async fn what_changed_in_the_portal_and_in_the_file_somebody_chooses() {
    for database in databases().await {
        let house = House::on(&database).await;
        let (report, amina) = (begun(&house).await, house.visitor(AMINA).await);
        let file = workbook(&report, &edited(), |form| form);
        emil_writes(&house, &report, &[("cdp-1-progress", "limited")]).await;
        let changes = brings(&amina, &report, &file).await;
        let seen = read(&amina, &changes).await;
        assert!(seen.contains("3 answers would change"), "{seen}");
        assert!(seen.contains("Changed in the portal as well"), "{seen}");
        assert!(seen.contains("you choose between the two"), "{seen}");
        let done = presses(&amina, &changes, &seen, TakeOver::PATH).await;
        let choose = format!("/filings/{}/choose", report.reference);
        assert_eq!(done.leads_to(), choose);
        let after = now(&house, &report).await;
        let said = |question: &str| after.draft.typed(&id(question)).value.text;
        assert_eq!(said("cdp-1-progress"), "limited", "it stays until then");
        assert_eq!(said("cdp-3-progress"), "limited", "the others are there");

        let body = read(&amina, &choose).await;
        assert!(body.contains("versions[cdp-1-progress]") && !body.contains("versions[cdp-3-progress]"));
        let mut chosen = hidden(&body, ChooseAnswers::PATH);
        chosen.insert("versions[cdp-1-progress]".to_owned(), "aside".to_owned());
        amina.posts(&choose, ChooseAnswers::PATH, &form(&chosen)).await;
        let after = now(&house, &report).await.draft;
        assert_eq!(report.draft.changed_by(&after), the_three());
        assert_eq!(after.typed(&id("cdp-1-progress")).value.text, "complete");
    }
}
