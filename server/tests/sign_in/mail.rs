//! Letters on their way: each once, whoever sends; again later where it did not work; nothing left behind.

use crate::{
    databases::{TestDatabase, databases},
    portal::{TestPortal, valdoria},
};
use app::portal::ports::Clock;
use domain::people::Side;
use server::{
    mail::{Carrier, Mail, Names},
    storage::{Sql, connect::Database},
};
use std::{collections::BTreeSet, fs, path::Path, path::PathBuf, sync::Arc};

fn folder(database: &TestDatabase, name: &str) -> PathBuf {
    let unique = domain::filing::Hash::of(database.url.as_bytes());
    let folder = std::env::temp_dir().join(format!("verbale-mail-{}-{name}", &unique.as_str()[..16]));
    let _ = fs::remove_dir_all(&folder);
    folder
}

/// A server of its own on this database, sending into a folder of its own.
async fn sender(database: &TestDatabase, clock: Arc<dyn Clock>, folder: &Path) -> Mail {
    let store = Sql::on(Database::connect(&database.url).await.unwrap());
    let from = "Verbale <no-reply@portal.example>".parse().unwrap();
    Mail {
        store,
        clock,
        carrier: Carrier::Folder(folder.to_owned()),
        from,
        names: Names::default(),
        site: "https://portal.example".into(),
    }
}

fn mails(folder: &Path) -> BTreeSet<String> {
    let files = fs::read_dir(folder).into_iter().flatten();
    files
        .map(|file| file.unwrap().file_name().into_string().unwrap())
        .collect()
}

#[tokio::test(flavor = "multi_thread")]
async fn two_servers_send_no_letter_twice() {
    for database in databases().await {
        let portal = TestPortal::on(&database).await;
        for number in 0..12 {
            portal.invites(&format!("Person{number}"), valdoria(&["drafter"])).await;
        }
        let letters = usize::try_from(database.rows("outbox").await).unwrap();
        let folders = [folder(&database, "one"), folder(&database, "two")];
        let mut sending = Vec::new();
        for folder in &folders {
            let mail = sender(&database, portal.world.clock.clone(), folder).await;
            sending.push(tokio::spawn(async move { while mail.send_next().await.unwrap() {} }));
        }
        for one in sending {
            one.await.unwrap();
        }
        let [one, two] = folders.each_ref().map(|folder| mails(folder));
        assert_eq!(one.intersection(&two).count(), 0, "on {:?}", database.kind());
        assert_eq!(one.len() + two.len(), letters);
        assert_eq!(
            database
                .number("SELECT count(*) FROM outbox WHERE sent_at IS NULL")
                .await,
            0
        );
        assert_eq!(
            database
                .number("SELECT count(*) FROM outbox WHERE token IS NOT NULL")
                .await,
            0,
            "links are forgotten"
        );
        for folder in folders {
            let _ = fs::remove_dir_all(folder);
        }
    }
}

#[tokio::test]
async fn a_letter_that_cannot_be_sent_is_tried_again_later() {
    for database in databases().await {
        let portal = TestPortal::on(&database).await;
        let (_, token) = portal.invites("Amina", Side::Auditor).await;
        let folder = folder(&database, "broken");
        fs::write(&folder, "a file where the folder should be").unwrap();
        let mail = sender(&database, portal.world.clock.clone(), &folder).await;
        assert!(mail.send_next().await.unwrap(), "it tried");
        assert!(!mail.send_next().await.unwrap(), "and does not try at once again");
        fs::remove_file(&folder).unwrap();
        portal.wait(59);
        assert!(!mail.send_next().await.unwrap());
        portal.wait(1);
        assert!(mail.send_next().await.unwrap());
        let sent = mails(&folder).pop_first().expect("it is there");
        let text = fs::read_to_string(folder.join(sent)).unwrap().replace("=\r\n", "");
        assert!(
            text.contains(&format!("https://portal.example/invitation/{token}")),
            "{text}"
        );
        fs::remove_dir_all(&folder).unwrap();
    }
}

#[tokio::test]
async fn what_a_server_took_and_did_not_send_another_sends_after_the_lease() {
    for database in databases().await {
        let portal = TestPortal::on(&database).await;
        portal.invites("Amina", Side::Auditor).await;
        // As a server leaves it that stopped in the middle: taken, and neither sent nor given back.
        let later = portal.now().plus_seconds(300).micros();
        database
            .tamper(&format!("UPDATE outbox SET due_at = {later}, attempts = 1"))
            .await;
        let folder = folder(&database, "lease");
        let mail = sender(&database, portal.world.clock.clone(), &folder).await;
        portal.wait(299);
        assert!(!mail.send_next().await.unwrap());
        portal.wait(1);
        assert!(mail.send_next().await.unwrap());
        assert_eq!(mails(&folder).len(), 1);
        fs::remove_dir_all(&folder).unwrap();
    }
}
