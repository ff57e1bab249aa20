//! Two servers on one PostgreSQL: whoever talks to one of them has talked to both.
//!
//! Neither keeps anything of its own. A session begun at one is known at the other; of two people who act on one filing
//! at the same moment, each at another server, one has acted and the other reads what happened; and a letter that both
//! find in the outbox is sent by one.

use super::{
    client::{Client, Said},
    desk::version,
    program::{Passwords, Program, letters_in},
    rows::Rows,
    say,
};
use crate::support::databases::databases;
use app::{
    api::filings::{Claim, Release},
    portal::ports::Chance,
    routes, words,
};
use domain::{
    ids::{FilingReference, Version},
    lifecycle::Action,
};
use sea_orm::DbBackend;
use server::chance::SystemChance;
use std::{collections::BTreeSet, env, fs, process, time::Duration};
use tokio::time::sleep;

/// How often two people reach for the same filing.
const RACES: usize = 25;

/// How often the dispatchers are looked after, and how long between.
const LOOKS: usize = 120;
const PAUSE: Duration = Duration::from_millis(500);

/// Two servers.
struct Pair {
    one: Program,
    other: Program,
    passwords: Passwords,
}

#[tokio::test(flavor = "multi_thread")]
async fn two_servers_are_one_portal() {
    let Some(database) = databases()
        .await
        .into_iter()
        .find(|one| one.kind() == DbBackend::Postgres)
    else {
        return;
    };
    let url = database.empty().await;
    let folder = env::temp_dir().join(format!("verbale-two-{}", process::id()));
    let one = Program::installed(folder.join("one"), &url);
    let passwords = one.seed();
    let mut pair = Pair {
        one,
        other: Program::installed(folder.join("other"), &url),
        passwords,
    };
    tokio::join!(pair.one.start(), pair.other.start());
    let reference = pair.sign_in_at_one_and_file_at_the_other().await;
    pair.one_of_two_has_it(&reference).await;
    pair.a_click_at_both_is_one_act(&reference).await;
    pair.no_letter_goes_twice(&url).await;
    drop(pair);
    let _ = fs::remove_dir_all(folder);
}

impl Pair {
    async fn at_one(&self, email: &str) -> Client {
        Client::signed_in(self.one.port, email, &self.passwords).await
    }

    async fn at_the_other(&self, email: &str) -> Client {
        Client::signed_in(self.other.port, email, &self.passwords).await
    }

    async fn sign_in_at_one_and_file_at_the_other(&self) -> FilingReference {
        let amina = self.at_one("amina.haddad@xv.example").await.at(self.other.port);
        let bashir = self.at_the_other("bashir.nour@xv.example").await.at(self.one.port);
        let reference = amina.files().await.reference;
        bashir.approves(&reference).await;
        reference
    }

    /// Chidi and Erika claim the same filing at the same moment, each at another server, again and again.
    async fn one_of_two_has_it(&self, reference: &FilingReference) {
        let chidi = self.at_one("chidi.okoro@secretariat.example").await;
        let erika = self.at_the_other("erika.sato@secretariat.example").await;
        let page = routes::filing(reference);
        let done = routes::filing_after(reference, Action::Claim);
        let mut won = (0, 0);
        for _ in 0..RACES {
            let seen = chidi.reads(&page, version).await;
            let (first, second) = (claim(reference, seen), claim(reference, seen));
            let (of_chidi, of_erika) = tokio::join!(chidi.tries(&page, &first), erika.tries(&page, &second));
            let (winner, name, loser, refused) = match (of_chidi, of_erika) {
                (Said::Done(to), Said::Refused(why)) if to == done => (&chidi, "Chidi Okoro", &erika, why),
                (Said::Refused(why), Said::Done(to)) if to == done => (&erika, "Erika Sato", &chidi, why),
                both => panic!("not one of two: {both:?}"),
            };
            if name == "Chidi Okoro" {
                won.0 += 1;
            } else {
                won.1 += 1;
            }
            reads_what_happened(loser, &refused, name).await;
            let at_both = winner.at(loser.port);
            let seen = at_both.reads(&page, version).await;
            at_both
                .does(|key| Release {
                    reference: reference.clone(),
                    seen,
                    key,
                })
                .await;
        }
        say(&format!(
            "two servers: of {RACES} races for one filing, one server won {} and the other {}",
            won.0, won.1
        ));
    }

    /// The same form, posted at both servers at the same moment.
    async fn a_click_at_both_is_one_act(&self, reference: &FilingReference) {
        let chidi = self.at_one("chidi.okoro@secretariat.example").await;
        let (also_chidi, page) = (chidi.at(self.other.port), routes::filing(reference));
        for _ in 0..RACES {
            let form = claim(reference, chidi.reads(&page, version).await);
            let (one, other) = tokio::join!(chidi.tries(&page, &form), also_chidi.tries(&page, &form));
            assert_eq!(one, Said::Done(routes::filing_after(reference, Action::Claim)));
            assert_eq!(one, other);
            let seen = chidi.reads(&page, version).await;
            assert_eq!(seen, form.seen.next(), "one act");
            chidi
                .does(|key| Release {
                    reference: reference.clone(),
                    seen,
                    key,
                })
                .await;
        }
    }

    /// Every letter of the outbox is in one of the two folders, and none is in both.
    async fn no_letter_goes_twice(&self, url: &str) {
        let sent = all_sent(url).await;
        let letters = |program: &Program| letters_in(&program.mail()).into_iter().collect::<BTreeSet<_>>();
        let (one, other) = (letters(&self.one), letters(&self.other));
        let twice: Vec<_> = one.intersection(&other).collect();
        assert!(twice.is_empty(), "sent twice: {twice:?}");
        assert_eq!(one.union(&other).cloned().collect::<BTreeSet<_>>(), sent);
        say(&format!(
            "two servers: {} letters, of which one sent {} and the other {}",
            sent.len(),
            one.len(),
            other.len()
        ));
        assert!(!one.is_empty() && !other.is_empty(), "both servers send mail");
    }
}

fn claim(reference: &FilingReference, seen: Version) -> Claim {
    Claim {
        reference: reference.clone(),
        seen,
        key: SystemChance.form_key(),
    }
}

/// Whoever came second is back on the page of the filing, which says why, and who has it.
async fn reads_what_happened(loser: &Client, led_to: &str, winner: &str) {
    let code = led_to
        .rsplit_once("?refused=")
        .map_or_else(|| panic!("{led_to}"), |(_, code)| code);
    let sentence = words::say(&format!("refused-{code}"));
    let page = loser
        .reads(led_to, |page| page.contains("</html>").then(|| page.to_owned()))
        .await;
    assert!(page.contains(&sentence), "{led_to} does not say: {sentence}");
    assert!(page.contains(winner), "{led_to} does not name {winner}");
}

/// The letters of the outbox, once all of them are sent.
async fn all_sent(url: &str) -> BTreeSet<String> {
    let db = sea_orm::Database::connect(url).await.expect("it can be reached");
    for _ in 0..LOOKS {
        let letters = Rows::read(&db).await.letters;
        if letters.iter().all(|letter| letter.sent_at.is_some()) {
            return letters.iter().map(|letter| letter.id.to_string()).collect();
        }
        sleep(PAUSE).await;
    }
    panic!("some letters are never sent");
}
