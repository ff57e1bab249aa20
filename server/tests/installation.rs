//! An installation from nothing: commands as somebody gives them who sets a portal up.

#![allow(clippy::expect_used, reason = "a test that cannot go on should say where it stopped")]

mod support;

use app::portal::ports::{Accounts, FilingFilter, Filings, PublicationFilter, Publications, States, World};
use domain::{
    form::Field,
    lifecycle::StageName,
    people::Scope,
    publication::{Disclosed, Standing},
    state::invented,
};
use server::{
    chance::SystemChance,
    check::{self, Verdict},
    clock::SystemClock,
    commands::{self, Failure},
    config::{Configuration, Values},
    interchange::Formats,
    passwords::Argon2id,
    seed,
    storage::Sql,
};
use std::{collections::BTreeSet, env, fs, path::PathBuf, process, sync::Arc};
use support::databases::databases;

fn world(store: &Sql) -> World {
    World {
        store: Arc::new(store.clone()),
        clock: Arc::new(SystemClock),
        chance: Arc::new(SystemChance),
        passwords: Arc::new(Argon2id::new().expect("randomness")),
        interchange: Arc::new(Formats),
    }
}

/// Where every filing stands, each State's own list put together.
async fn stages(store: &Sql) -> BTreeSet<StageName> {
    let mut stages = BTreeSet::new();
    for state in invented() {
        let filter = FilingFilter {
            scope: Scope::Own(state.code),
            stages: Vec::new(),
            waiting: false,
            oldest_first: false,
            page: 1,
        };
        stages.extend(
            store
                .list(&filter)
                .await
                .expect("listed")
                .items
                .into_iter()
                .map(|line| line.stage),
        );
    }
    stages
}

#[tokio::test]
async fn the_demonstration_is_loaded_once_with_a_filing_at_every_stage() {
    for database in databases().await {
        let world = world(&database.sql);
        let accounts = seed::load(&world).await.expect("loaded").expect("into an empty portal");
        assert_eq!(
            stages(&database.sql).await,
            StageName::ALL.into(),
            "{:?}",
            database.kind()
        );
        assert!(seed::load(&world).await.expect("read").is_none(), "not a second time");
        let table = seed::table(&accounts);
        for account in &accounts {
            let known = database
                .sql
                .credentials(&account.email)
                .await
                .expect("read")
                .expect("an account");
            assert!(
                world
                    .passwords
                    .verify(account.password.clone(), known.password_hash)
                    .await,
                "{}",
                account.name
            );
            assert!(table.contains(&account.email) && table.contains(&account.password));
        }
    }
}

#[tokio::test]
async fn the_public_reads_of_the_demonstration_what_its_states_released() {
    for database in databases().await {
        seed::load(&world(&database.sql)).await.expect("loaded");
        let filter = PublicationFilter {
            page: 1,
            ..PublicationFilter::default()
        };
        let all = database.sql.publications(&filter).await.expect("read").items;
        let states: Vec<_> = database.sql.states().await.expect("read");
        let mut languages = BTreeSet::new();
        let (mut withheld, mut exercises, mut withdrawn) = (0, 0, 0);
        for publication in &all {
            assert!(
                states
                    .iter()
                    .any(|state| state.code == publication.state && state.demonstration)
            );
            match &publication.standing {
                Standing::Withdrawn { .. } => withdrawn += 1,
                Standing::Public(disclosure) => {
                    languages.insert(disclosure.title.language.clone());
                    withheld += disclosure.withheld().count();
                    exercises += usize::from(disclosure.exercise);
                    assert!(!matches!(
                        disclosure.answers[&Field::StatesAffected],
                        Disclosed::Given(_)
                    ));
                }
            }
        }
        assert_eq!((all.len(), withdrawn, exercises), (5, 1, 1));
        assert!(withheld > 0 && languages == ["ar", "en", "fr"].map(String::from).into());
        assert_eq!(database.sql.shared(1).await.expect("read").total, 1);
    }
}

/// A folder of this test's own, gone when the test is over.
struct Folder(PathBuf);

impl Folder {
    fn new(name: &str) -> Self {
        let folder = env::temp_dir().join(format!("verbale-{name}-{}", process::id()));
        _ = fs::remove_dir_all(&folder);
        fs::create_dir_all(folder.join("site/pkg")).expect("a folder for temporary files");
        Self(folder)
    }

    fn configuration(&self) -> Configuration {
        let path = |name: &str| self.0.join(name).display().to_string();
        let flags = [("data".to_owned(), path("data")), ("site".to_owned(), path("site"))];
        Configuration::read(&flags.into(), &Values::new()).expect("sound")
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        _ = fs::remove_dir_all(&self.0);
    }
}

async fn troubles(configuration: &Configuration) -> Vec<&'static str> {
    let findings = check::findings(configuration).await;
    findings
        .iter()
        .filter(|finding| finding.verdict == Verdict::Trouble)
        .map(|finding| finding.about)
        .collect()
}

#[tokio::test]
async fn an_installation_is_sound_once_it_is_migrated() {
    let folder = Folder::new("sound");
    let configuration = folder.configuration();
    assert_eq!(troubles(&configuration).await, ["data", "access", "database"]);
    assert!(matches!(check::check(&configuration).await, Err(Failure::Unsound)));
    for _ in 0..2 {
        commands::migrate(&configuration).await.expect("migrated");
        assert_eq!(troubles(&configuration).await, Vec::<&str>::new());
    }
    check::check(&configuration).await.expect("sound");
}

#[cfg(unix)]
#[tokio::test]
async fn data_is_for_its_owner_alone() {
    use std::os::unix::fs::PermissionsExt;
    let folder = Folder::new("private");
    let configuration = folder.configuration();
    fs::create_dir(&configuration.data).expect("made");
    fs::set_permissions(&configuration.data, fs::Permissions::from_mode(0o755)).expect("set");
    assert!(troubles(&configuration).await.contains(&"access"));
    commands::migrate(&configuration).await.expect("migrated");
    assert_eq!(
        fs::metadata(&configuration.data).expect("there").permissions().mode() & 0o777,
        0o700
    );
}

#[tokio::test]
async fn an_administrator_is_invited_once() {
    let folder = Folder::new("invited");
    let configuration = folder.configuration();
    commands::invite(&configuration, "farid@portal.example", "Farid")
        .await
        .expect("invited");
    let again = commands::invite(&configuration, "Farid@Portal.example", "Farid").await;
    assert!(matches!(again, Err(Failure::Invite(_))), "{again:?}");
    for (email, name) in [("farid", "Farid"), ("greta@portal.example", " ")] {
        let refused = commands::invite(&configuration, email, name).await;
        assert!(matches!(refused, Err(Failure::Invite(_))), "{refused:?}");
    }
}
