//! Drafts: everything that was typed is kept, and found again.

use crate::support::{
    cast::{Cast, minutes_later, saved},
    databases::databases,
};
use app::portal::ports::{Beside, Posting, StoreError};
use domain::{
    draft::Typed,
    filing::Filing,
    form::{Field, Section},
    ids::Version,
    lifecycle::Command,
    marking::Audience,
    samples::{AMINA, BASHIR, EMIL},
};

fn title(filing: &Filing) -> String {
    filing.draft.typed(Field::Title).text
}

#[tokio::test]
async fn every_revision_is_found_by_the_version_its_form_was_drawn_from() {
    for database in databases().await {
        let cast = Cast::on(&database).await;
        let opened = cast.opens(Audience::Public).await;
        let second = cast
            .saves(
                AMINA,
                &cast.types(AMINA, &opened, Field::Title, "Second, with \0 in it"),
            )
            .await
            .expect("saved");
        let third = cast
            .saves(EMIL, &cast.types(EMIL, &second, Field::Title, "Third"))
            .await
            .expect("saved");
        let sent = cast.commands(AMINA, &third, Command::Send).await.expect("sent");
        assert_eq!(cast.reads(&opened.reference).await, sent);
        for drawn in [&opened, &second, &third, &sent] {
            let draft = cast.incidents().draft_at(drawn.id, drawn.version).await.expect("read");
            assert_eq!(
                draft.as_ref(),
                Some(&drawn.draft),
                "at {:?} on {:?}",
                drawn.version,
                database.kind()
            );
        }
        for never in [Version::new(-1), sent.version.next()] {
            assert_eq!(cast.incidents().draft_at(sent.id, never).await.expect("read"), None);
        }
        assert_eq!(database.rows("draft_revision").await, 3, "a command makes no revision");
    }
}

#[tokio::test]
async fn a_page_saved_as_it_was_makes_no_other_form_old() {
    for database in databases().await {
        let cast = Cast::on(&database).await;
        let opened = cast.opens(Audience::Public).await;
        let same = cast.types(EMIL, &opened, Field::Title, &title(&opened));
        assert!(!same.changed);
        cast.saves(EMIL, &same).await.expect("saved");
        assert_eq!(cast.reads(&opened.reference).await, opened);
        cast.commands(AMINA, &opened, Command::Send)
            .await
            .expect("her form still counts");
    }
}

#[tokio::test]
async fn of_two_saves_on_one_version_the_second_is_merged_anew() {
    for database in databases().await {
        let cast = Cast::on(&database).await;
        let opened = cast.opens(Audience::Public).await;
        let (amina, emil) = (
            cast.types(AMINA, &opened, Field::Title, "Amina's"),
            cast.types(EMIL, &opened, Field::Title, "Emil's"),
        );
        let first = cast.saves(AMINA, &amina).await.expect("saved");
        let second = cast.saves(EMIL, &emil).await;
        assert!(matches!(second, Err(StoreError::Stale)), "{second:?}");
        assert_eq!(cast.reads(&opened.reference).await, first);
        assert_eq!(database.rows("draft_revision").await, 2);
    }
}

#[tokio::test]
async fn only_who_may_edit_now_saves() {
    for database in databases().await {
        let cast = Cast::on(&database).await;
        let opened = cast.opens(Audience::Public).await;
        let edited = cast.types(AMINA, &opened, Field::Title, "Not Bashir's to change");
        let by = cast.actor(BASHIR).id;
        let posting = Posting {
            by,
            ..cast.posting(AMINA, opened.version)
        };
        let refused = cast
            .incidents()
            .save(&edited, None, &saved(&opened.reference), posting)
            .await;
        assert!(matches!(refused, Err(StoreError::Stale)), "{refused:?}");
        assert_eq!(cast.reads(&opened.reference).await, opened);
    }
}

fn page_by(cast: &Cast, minute: i64, text: &str) -> Beside {
    let typed = Typed {
        text: text.to_owned(),
        ..Typed::default()
    };
    let answers = [(Field::Title, typed)].into();
    Beside {
        by: cast.actor(EMIL).id,
        at: minutes_later(minute),
        page: Section::Notice,
        answers,
    }
}

/// Emil's page is kept beside the draft, which stays as it is. The filing then.
async fn keeps_beside(cast: &Cast, page: &Beside, filing: &Filing) -> Filing {
    let unchanged = cast.types(EMIL, filing, Field::Title, &title(filing));
    let (receipt, posting) = (saved(&filing.reference), cast.posting(EMIL, filing.version));
    let kept = cast.incidents().save(&unchanged, Some(page), &receipt, posting).await;
    kept.expect("kept beside");
    cast.reads(&filing.reference).await
}

#[tokio::test]
async fn a_page_kept_beside_waits_until_somebody_has_seen_it_and_chosen() {
    for database in databases().await {
        let cast = Cast::on(&database).await;
        let opened = cast.opens(Audience::Public).await;
        let [early, late] = [(1, "early"), (2, "late")].map(|(minute, text)| page_by(&cast, minute, text));
        let drawn = keeps_beside(&cast, &early, &opened).await;
        assert!(drawn.version > opened.version, "so that who is choosing notices it");
        // While Amina chooses, another page comes.
        let now = keeps_beside(&cast, &late, &drawn).await;
        let waiting = cast.incidents().beside(opened.id).await.expect("read");
        assert_eq!(waiting, [early, late.clone()]);
        let chosen = cast.types(AMINA, &now, Field::Title, "early");
        let posting = cast.posting(AMINA, drawn.version);
        let settled = cast
            .incidents()
            .settle(&chosen, &saved(&opened.reference), posting)
            .await;
        settled.expect("settled");
        assert_eq!(title(&cast.reads(&opened.reference).await), "early");
        let waiting = cast.incidents().beside(opened.id).await.expect("read");
        assert_eq!(waiting, [late], "nobody has seen this one");
        let rows = database.rows("page_beside").await;
        assert_eq!(rows, 2, "nothing that was typed is deleted from a draft");
    }
}
