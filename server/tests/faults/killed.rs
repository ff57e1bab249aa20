//! `kill -9`, again and again, while four people save, send, approve and claim.
//!
//! Each makes the keys of their own forms and writes down what they were told. A form whose answer got lost is sent
//! again under its key until there is an answer, as a person does who presses the button once more. Afterwards the
//! database is compared with what was written down.

use super::{
    aftermath::{Aftermath, is_as_typed},
    client::{Client, Posted, Said},
    desk::{Work, approves, claims, drafts},
    program::{Program, letters_in},
    rows::{Rows, is_sound},
    say,
};
use crate::support::databases::{TestDatabase, databases};
use app::portal::ports::{Accounts, FilingsOf};
use domain::incident::Incident;
use domain::people::Scope;
use rand::{RngExt, SeedableRng, rngs::StdRng};
use server::storage::{Sql, connect::Database};
use std::{
    env, process,
    sync::atomic::{AtomicBool, Ordering},
    time::Duration,
};
use tokio::{sync::mpsc::channel, time::sleep};

/// How often the server is killed, where nothing else is said.
const ROUNDS: u32 = 20;

/// Of the forms that were answered at once, every so manieth is sent again as well.
const REPEATED: usize = 7;

#[allow(clippy::disallowed_methods, reason = "a test asks its environment")]
fn rounds() -> u32 {
    env::var("VERBALE_FAULT_ROUNDS").map_or(ROUNDS, |rounds| {
        rounds.parse().expect("VERBALE_FAULT_ROUNDS is a number")
    })
}

/// Amina drafts, Bashir approves, Solveig does both alone, Chidi claims.
struct Four {
    amina: Client,
    bashir: Client,
    solveig: Client,
    chidi: Client,
}

#[tokio::test(flavor = "multi_thread")]
async fn what_was_acknowledged_is_there_once_however_often_the_server_is_killed() {
    for database in databases().await {
        let url = database.empty().await;
        let folder = env::temp_dir().join(format!("verbale-killed-{}-{:?}", process::id(), database.kind()));
        let mut program = Program::installed(folder.clone(), &url);
        let passwords = program.seed();
        let before = rows(&url).await;
        program.start().await;
        let of = async |email| Client::signed_in(program.port, email, &passwords).await;
        let four = Four {
            amina: of("amina.haddad@xv.example").await,
            bashir: of("bashir.nour@xv.example").await,
            solveig: of("solveig.strand@xs.example").await,
            chidi: of("chidi.okoro@secretariat.example").await,
        };
        let work = four.work_through(&mut program).await;
        four.get_the_same_receipts(&work).await;
        program.kill();
        compare(&database, &url, &before, &work, &program).await;
        let _ = std::fs::remove_dir_all(folder);
    }
}

impl Four {
    /// A day's work, with the server killed all the time.
    async fn work_through(&self, program: &mut Program) -> Vec<Work> {
        let (over, rounds) = (AtomicBool::new(false), rounds());
        let (to_bashir, from_amina) = channel(100);
        let (to_chidi, from_both) = channel(100);
        let killing = async {
            kill(program, rounds).await;
            over.store(true, Ordering::Relaxed);
        };
        let (amina, solveig, bashir, chidi, ()) = tokio::join!(
            drafts(self.amina.clone(), false, to_bashir, &over),
            drafts(self.solveig.clone(), true, to_chidi.clone(), &over),
            approves(self.bashir.clone(), from_amina, to_chidi),
            claims(self.chidi.clone(), from_both),
            killing,
        );
        [amina, solveig, bashir, chidi].concat()
    }

    /// Whatever was sent twice, and some of the rest, is sent once more and leads where it led before.
    async fn get_the_same_receipts(&self, work: &[Work]) {
        let posted = work.iter().flat_map(|work| &work.posted).enumerate();
        let again = posted.filter(|(number, posted)| posted.sent_again.is_some() || number % REPEATED == 0);
        for (_, posted) in again {
            let said = self.of(posted).repeats(posted).await;
            assert_eq!(
                said,
                Said::Done(posted.led_to.clone()),
                "{} of {}",
                posted.door,
                posted.by
            );
        }
    }

    fn of(&self, posted: &Posted) -> &Client {
        let four = [&self.amina, &self.bashir, &self.solveig, &self.chidi];
        four.into_iter()
            .find(|client| client.email == posted.by)
            .expect("one of the four")
    }
}

/// Kills the server at moments nobody chose, and starts it again. Every fifth time it is killed while it starts, too.
async fn kill(program: &mut Program, rounds: u32) {
    let mut chance = StdRng::seed_from_u64(process::id().into());
    for round in 1..=rounds {
        sleep(Duration::from_millis(chance.random_range(50..1_200))).await;
        program.kill();
        if round % 5 == 0 {
            program.begin();
            sleep(Duration::from_millis(chance.random_range(0..200))).await;
            program.kill();
        }
        program.start().await;
    }
}

async fn rows(url: &str) -> Rows {
    let db = sea_orm::Database::connect(url).await.expect("it can be reached");
    is_sound(&db).await;
    let rows = Rows::read(&db).await;
    db.close().await.expect("it closes");
    rows
}

async fn compare(database: &TestDatabase, url: &str, before: &Rows, work: &[Work], program: &Program) {
    let after = &rows(url).await;
    let store = Sql::on(Database::connect(url).await.expect("it can be reached"));
    let people = &store.people().await.expect("people are read");
    let aftermath = Aftermath {
        before,
        after,
        work,
        people,
    };
    aftermath.is_as_told();
    for work in work.iter().filter(|work| !work.typed.is_empty()) {
        let incidents: &dyn FilingsOf<Incident> = &store;
        let filing = incidents
            .filing(&work.reference, &Scope::Own(work.reference.state))
            .await;
        is_as_typed(&filing.expect("it reads back").expect("it is there"), work);
    }
    let carried = letters_in(&program.mail());
    for letter in after.letters.iter().filter(|letter| letter.sent_at.is_some()) {
        assert!(
            carried.contains(&letter.id.to_string()),
            "a letter counts as sent and was not: {}",
            letter.id
        );
    }
    let (told, lost) = (
        aftermath.posted().count(),
        aftermath.posted().filter(|form| form.sent_again.is_some()).count(),
    );
    say(&format!(
        "kill -9, {} times on {:?}: {told} forms acknowledged, {lost} of them sent again, of which {} had been done",
        rounds(),
        database.kind(),
        aftermath.done_without_a_word(),
    ));
    assert!(lost > 0, "no answer was ever lost: the server was not killed at work");
}
