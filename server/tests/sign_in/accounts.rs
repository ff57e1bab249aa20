//! What administrators do, page by page, without script.

use crate::{
    databases::databases,
    portal::{PASSWORD, TestPortal, valdoria},
};
use app::portal::ports::{Accounts, Person};
use axum::http::StatusCode;
use domain::people::{SecretariatRole, Side};

async fn person(portal: &TestPortal, name: &str) -> Person {
    portal
        .sql
        .people()
        .await
        .unwrap()
        .into_iter()
        .find(|person| person.name == name)
        .expect("they are there")
}

#[tokio::test]
async fn an_invitation_keeps_what_was_typed_until_it_is_right() {
    for database in databases().await {
        let portal = TestPortal::on(&database).await;
        portal.has("Farid", Side::Administrator).await;
        let mut farid = portal.signed_in("Farid").await;
        let wrong = [
            ("form[name]", "Amina <b>Okafor</b>"),
            ("form[email]", "amina"),
            ("form[side]", "state"),
            ("form[state]", "XV"),
            ("form[roles][]", "reviewer"),
        ];
        let page = farid
            .posts_and_follows("/people/invite", "/do/invite", &wrong)
            .await
            .body;
        for kept in ["value=\"Amina &lt;b&gt;Okafor&lt;/b&gt;\"", "value=\"amina\""] {
            assert!(page.contains(kept), "{kept}: {page}");
        }
        for said in [
            "like name@ministry.example",
            "only roles of the side",
            "reference of the nominating note",
        ] {
            assert!(page.matches(said).count() >= 2, "{said}");
        }
        let right = [
            ("form[name]", "Amina Okafor"),
            ("form[email]", "Amina@example.test"),
            ("form[side]", "state"),
            ("form[state]", "XV"),
            ("form[roles][]", "drafter"),
            ("form[roles][]", "approver"),
            ("form[nominated_by]", "NV 12/2026"),
        ];
        let page = farid.posts_and_follows("/people/invite", "/do/invite", &right).await;
        assert!(page.body.contains("Invited, no password yet"), "{page:?}");
        let amina = person(&portal, "Amina Okafor").await;
        assert_eq!(
            (amina.side, amina.nominated_by.as_str()),
            (valdoria(&["drafter", "approver"]), "NV 12/2026")
        );
        let page = farid
            .posts_and_follows("/people/invite", "/do/invite", &right)
            .await
            .body;
        assert!(
            page.contains("This e-mail address already has an account"),
            "the same address again"
        );
        assert_eq!(portal.sql.people().await.unwrap().len(), 2);
    }
}

#[tokio::test]
async fn roles_are_changed_told_and_never_empty() {
    for database in databases().await {
        let portal = TestPortal::on(&database).await;
        portal.has("Farid", Side::Administrator).await;
        let amina = portal.has("Amina", valdoria(&["drafter"])).await;
        portal.has("Bashir", valdoria(&["approver"])).await;
        portal
            .has("Chidi", Side::Secretariat([SecretariatRole::Reviewer].into()))
            .await;
        let mut farid = portal.signed_in("Farid").await;
        let (page, id) = (format!("/people/{amina}"), amina.to_string());
        database.tamper("DELETE FROM outbox").await;
        let refused = farid
            .posts_and_follows(&page, "/do/change-roles", &[("person", &id)])
            .await
            .body;
        assert!(refused.contains("Choose at least one role"), "{refused}");
        let elsewhere = [("person", &*id), ("roles[]", "publisher")];
        let refused = farid
            .posts_and_follows(&page, "/do/change-roles", &elsewhere)
            .await
            .body;
        assert!(refused.contains("Choose only roles of the side they act for"));
        let observer = [("person", &*id), ("roles[]", "observer")];
        let done = farid.posts_and_follows(&page, "/do/change-roles", &observer).await.body;
        assert!(done.contains("The roles are changed."), "{done}");
        assert_eq!(person(&portal, "Amina").await.side, valdoria(&["observer"]));
        let told = "SELECT count(*) FROM outbox JOIN person ON person.id = outbox.person WHERE occasion = 'roles-changed' AND person.name IN ('Amina', 'Bashir')";
        assert_eq!(
            (database.number(told).await, database.rows("outbox").await),
            (2, 2),
            "everyone of the State is told"
        );
    }
}

#[tokio::test]
async fn somebody_is_deactivated_after_being_asked_and_reactivated() {
    for database in databases().await {
        let portal = TestPortal::on(&database).await;
        let own = portal.has("Farid", Side::Administrator).await;
        let amina = portal.has("Amina", valdoria(&["drafter"])).await;
        let mut farid = portal.signed_in("Farid").await;
        let (page, id) = (format!("/people/{amina}"), amina.to_string());
        assert!(
            farid
                .visits(&page)
                .await
                .body
                .contains(&format!("href=\"{page}/deactivate\""))
        );
        let asked = farid.visits(&format!("{page}/deactivate")).await.body;
        assert!(asked.contains("Deactivate Amina?"), "{asked}");
        let done = farid
            .posts_and_follows(&page, "/do/deactivate", &[("person", &id)])
            .await
            .body;
        assert!(done.contains("Deactivated") && done.contains("Reactivate"));
        assert!(!portal.browser("192.0.2.1").signs_in("Amina", PASSWORD).await.is_in());
        let twice = farid.posts(&page, "/do/deactivate", &[("person", &id)]).await;
        assert_eq!(twice.location.as_deref(), Some(&*format!("{page}?refused=stale")));
        farid
            .posts_and_follows(&page, "/do/reactivate", &[("person", &id)])
            .await;
        assert!(portal.browser("192.0.2.1").signs_in("Amina", PASSWORD).await.is_in());

        let (page, own) = (format!("/people/{own}"), own.to_string());
        let refused = farid.posts(&page, "/do/deactivate", &[("person", &own)]).await;
        assert_eq!(
            refused.location.as_deref(),
            Some(&*format!("{page}?refused=not-yours")),
            "not oneself"
        );
        assert!(farid.is_known().await);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn of_two_administrators_who_deactivate_each_other_one_is_left() {
    for database in databases().await {
        let portal = TestPortal::on(&database).await;
        let one = portal.has("Farid", Side::Administrator).await;
        let two = portal.has("Hana", Side::Administrator).await;
        let (sql, now) = (portal.sql.clone(), portal.now());
        let first = tokio::spawn(async move { sql.deactivate(two, one, now).await.is_ok() });
        let sql = portal.sql.clone();
        let second = tokio::spawn(async move { sql.deactivate(one, two, now).await.is_ok() });
        let done = [first.await.unwrap(), second.await.unwrap()];
        assert_eq!(done.iter().filter(|done| **done).count(), 1, "on {:?}", database.kind());
        let left = portal
            .sql
            .people()
            .await
            .unwrap()
            .into_iter()
            .filter(|person| person.active)
            .count();
        assert_eq!(left, 1);
    }
}

#[tokio::test]
async fn for_anyone_else_there_are_no_accounts() {
    for database in databases().await {
        let portal = TestPortal::on(&database).await;
        let farid = portal.has("Farid", Side::Administrator).await;
        portal.has("Amina", valdoria(&["drafter"])).await;
        let mut amina = portal.signed_in("Amina").await;
        let nowhere = amina.visits(&format!("/people/{}", uuid::Uuid::nil())).await;
        for page in [
            "/people",
            "/people/invite",
            &format!("/people/{farid}"),
            "/states",
            "/states/XV",
            "/states/add",
            "/log",
        ] {
            let answer = amina.visits(page).await;
            assert_eq!(answer.status, StatusCode::NOT_FOUND, "{page}");
            assert_eq!(answer.body, nowhere.body, "{page}");
        }
        for door in [
            "/do/deactivate",
            "/do/invite-again",
            "/do/change-roles",
            "/do/reactivate",
        ] {
            let fields = [("person", &*farid.to_string()), ("roles[]", "drafter")];
            let answer = amina.posts("/account", door, &fields).await;
            assert_eq!(answer.location.as_deref(), Some("/account?refused=not-found"), "{door}");
        }
        assert!(person(&portal, "Farid").await.active);
    }
}

#[tokio::test]
async fn the_list_of_states_is_kept() {
    for database in databases().await {
        let portal = TestPortal::on(&database).await;
        portal.has("Farid", Side::Administrator).await;
        let mut farid = portal.signed_in("Farid").await;
        assert!(farid.visits("/states").await.body.contains("Valdoria (invented)"));
        let renamed = [
            ("form[code]", "XV"),
            ("form[name]", "New Valdoria"),
            ("form[group]", "african"),
        ];
        assert!(
            farid
                .posts_and_follows("/states/XV", "/do/put-state", &renamed)
                .await
                .body
                .contains("New Valdoria (invented)")
        );
        let wrong = [("form[code]", "xq"), ("form[name]", "Quell"), ("form[group]", "")];
        let page = farid
            .posts_and_follows("/states/add", "/do/put-state", &wrong)
            .await
            .body;
        assert!(
            page.contains("Enter a code of two capital letters") && page.contains("value=\"Quell\""),
            "{page}"
        );
        assert!(page.contains("Choose a regional group"));
    }
}
