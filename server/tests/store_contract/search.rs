//! Searching: the same words find the same publications, whichever database they are in.

use crate::support::{
    cast::Cast,
    databases::{TestDatabase, databases},
};
use app::portal::ports::{Paged, PublicationFilter, Publications, Search, States, YearCount};
use domain::{
    filing::Filing,
    samples::{BASHIR, FARID, TUESDAY},
    search::Words,
    state::{State, StateCode, invented},
};
use sea_orm::DbBackend;
use server::storage::connect::Database;

/// Titles, in the order in which they are published: the first is PUB-2026-0001.
const TITLES: [&str; 7] = [
    "Порт Артёма закрыт: вымогатели зашифровали серверы",
    "هُجُومٌ بِبَرْنَامَجِ الفِدْيَة عَلَى المِينَاء",
    "هجوم على أنظمة مستشفى، ولا ضحايا",
    "港口遭到网络攻击后关闭一天",
    "ISPARTA’da elektrik kesintisi, İstanbul’da ılık su",
    "“Or”, “and” and “NOT”: l’attaque contre un musée d’État",
    "サーバーの障害、ランサムウェア",
];

/// What is typed, and the numbers of what it finds, latest first.
const FINDS: [(&str, &[u32]); 44] = [
    // Latin: without case and accents, whole words, all of them, in any order.
    ("istanbul", &[5]),
    ("İSTANBUL", &[5]),
    ("ıstanbul", &[5]),
    ("ısparta", &[5]),
    ("Isparta", &[5]),
    ("ILIK", &[5]),
    ("su ISPARTA", &[5]),
    ("Musee", &[6]),
    ("attaque", &[6]),
    ("L’ATTAQUE D’ETAT", &[6]),
    ("atta", &[]),
    ("attaque istanbul", &[]),
    // In every summary, in every reference, and the name of their State.
    ("cooling", &[7, 6, 5, 4, 3, 2, 1]),
    ("Cooling REGISTER failure", &[7, 6, 5, 4, 3, 2, 1]),
    ("PUB-2026-0003", &[3]),
    ("valdoria", &[7, 6, 5, 4, 3, 2, 1]),
    ("valdoria istanbul", &[5]),
    ("meridia", &[]),
    // What other languages of queries would take for their own is plain text here.
    ("\" OR NOT *", &[6]),
    ("not", &[6]),
    ("cooling OR istanbul", &[]),
    ("cooling NOT istanbul", &[]),
    ("istanbul*", &[5]),
    ("ist*", &[]),
    ("words:istanbul", &[]),
    ("state:XV", &[]),
    ("NEAR(istanbul su)", &[]),
    ("'; DROP TABLE publication; --", &[]),
    ("istanbul & !su | <-> (\\", &[5]),
    ("%_", &[]),
    // Cyrillic.
    ("порт", &[1]),
    ("АРТЕМА закрыт", &[1]),
    ("портов", &[]),
    // Arabic: with its vowel signs and without, lengthened, with and without hamza.
    ("هجوم", &[3, 2]),
    ("هُجوم", &[3, 2]),
    ("هجـــوم الميناء", &[2]),
    ("انظمة", &[3]),
    ("الفديه", &[2]),
    // Chinese and Japanese: no spaces.
    ("网络攻击", &[4]),
    ("攻击", &[4]),
    ("港", &[4]),
    ("攻网", &[]),
    ("ﾗﾝｻﾑｳｪｱ", &[7]),
    ("障害 サーバー", &[7]),
];

async fn all_published(cast: &Cast) -> Vec<Filing> {
    let mut published = Vec::new();
    for title in TITLES {
        published.push(cast.publishes(title).await);
    }
    published
}

fn words(typed: &str) -> Search {
    Search {
        words: Words::sought(typed),
        page: 1,
        ..Search::default()
    }
}

async fn found(cast: &Cast, search: &Search) -> Vec<u32> {
    let found = cast.store.search(search).await.expect("searched");
    assert!(!found.more, "few were published");
    let Paged { items, total, .. } = found.publications;
    assert_eq!(total, u64::try_from(items.len()).expect("few"));
    items.iter().map(|publication| publication.reference.number).collect()
}

#[tokio::test]
async fn words_find_the_same_in_every_script_and_on_every_database() {
    for database in databases().await {
        let cast = Cast::on(&database).await;
        all_published(&cast).await;
        for (typed, numbers) in FINDS {
            let search = words(typed);
            if search.words.is_empty() {
                assert!(numbers.is_empty(), "{typed} has no word");
                continue;
            }
            assert_eq!(
                found(&cast, &search).await,
                numbers,
                "{typed}, on {:?}",
                database.kind()
            );
        }
    }
}

/// Conditions, and the numbers of what they find.
fn narrowed() -> [(Search, &'static [u32]); 9] {
    const ALL: &[u32] = &[7, 6, 5, 4, 3, 2, 1];
    let incident = Search {
        kind: Some("incident"),
        ..Search::default()
    };
    let with = |change: fn(&mut Search)| {
        let mut search = incident.clone();
        change(&mut search);
        search
    };
    [
        (incident.clone(), ALL),
        (with(|search| search.kind = Some("near-miss")), &[]),
        (with(|search| search.sector = Some("public-administration")), ALL),
        (with(|search| search.sector = Some("energy")), &[]),
        (with(|search| search.state = Some(StateCode::VALDORIA)), ALL),
        (with(|search| search.state = Some(StateCode::MERIDIA)), &[]),
        (with(|search| search.year = Some(2025)), &[]),
        (with(|search| search.words = Words::sought("港口")), &[4]),
        (with(|search| search.page = 2), &[]),
    ]
}

#[tokio::test]
async fn conditions_narrow_what_is_found() {
    for database in databases().await {
        let cast = Cast::on(&database).await;
        all_published(&cast).await;
        for (search, numbers) in narrowed() {
            let found = cast.store.search(&search).await.expect("searched").publications.items;
            let found: Vec<u32> = found.iter().map(|publication| publication.reference.number).collect();
            assert_eq!(found, numbers, "{search:?}");
        }
        let participation = cast.store.participation().await.expect("counted");
        assert_eq!(participation.kinds, [("incident", 7)]);
        assert_eq!(participation.sectors, [("public-administration", 7)]);
    }
}

#[tokio::test]
async fn what_is_withdrawn_is_found_no_more_and_its_words_are_gone() {
    for database in databases().await {
        let cast = Cast::on(&database).await;
        let filing = cast.publishes("Quokka").await;
        assert_eq!(found(&cast, &words("quokka")).await, [1]);
        assert!(kept(&database, "quokka").await, "it would be seen");
        cast.withdraws(BASHIR, &filing).await;
        assert_eq!(found(&cast, &words("quokka")).await, [0; 0]);
        assert!(!kept(&database, "quokka").await, "on {:?}", database.kind());
        assert_eq!(database.rows("publication_words").await, 0);
        let participation = cast.store.participation().await.expect("counted");
        assert_eq!((participation.standing, participation.states.len()), (0, 0));
        assert!(participation.kinds.is_empty() && participation.sectors.is_empty());
        // That there was one is public: it is listed, and its year with it.
        let year = YearCount {
            year: 2026,
            publications: 0,
            states: 0,
        };
        assert_eq!(participation.by_year, [year]);
        assert_eq!(cast.store.years_of(StateCode::VALDORIA).await.expect("counted"), [year]);
        assert_eq!(cast.store.years_of(StateCode::MERIDIA).await.expect("counted"), []);
        let all = cast
            .store
            .publications(&PublicationFilter::default())
            .await
            .expect("listed");
        assert_eq!((all.total, all.items.len()), (1, 1));
    }
}

/// Whether the index still has this word, in whatever way the database keeps it.
async fn kept(database: &TestDatabase, word: &str) -> bool {
    let query = match database.kind() {
        DbBackend::Postgres => format!("SELECT count(*) FROM publication_words WHERE words::text LIKE '%{word}%'"),
        _ => format!(
            "SELECT (SELECT count(*) FROM publication_words_data WHERE instr(hex(block), hex('{word}')))
             + (SELECT count(*) FROM publication_words_content WHERE instr(c0, '{word}'))"
        ),
    };
    database.number(&query).await > 0
}

#[tokio::test]
async fn a_state_is_found_by_the_name_it_has() {
    for database in databases().await {
        let cast = Cast::on(&database).await;
        cast.publishes("Quokka").await;
        let valdoria = invented().into_iter().find(|state| state.code == StateCode::VALDORIA);
        let renamed = State {
            name: "Nova Valdória".to_owned(),
            ..valdoria.expect("invented")
        };
        cast.store
            .put_state(&renamed, FARID.id(), TUESDAY)
            .await
            .expect("renamed");
        assert_eq!(found(&cast, &words("nova valdoria quokka")).await, [1]);
        cast.store
            .put_state(
                &State {
                    name: "Nova".to_owned(),
                    ..renamed
                },
                FARID.id(),
                TUESDAY,
            )
            .await
            .expect("again");
        assert_eq!(found(&cast, &words("nova")).await, [1]);
        assert_eq!(found(&cast, &words("valdoria")).await, [0; 0]);
    }
}

#[tokio::test]
async fn what_an_older_release_did_not_make_is_made_at_the_start() {
    for database in databases().await {
        let cast = Cast::on(&database).await;
        let published = all_published(&cast).await;
        cast.withdraws(BASHIR, &published[1]).await;
        let before = cast.store.participation().await.expect("counted");
        for table in ["publication_words", "publication_count", "topic_count", "derived"] {
            database.tamper(&format!("DELETE FROM {table}")).await;
        }
        assert_eq!(
            found(&cast, &words("cooling")).await,
            [0; 0],
            "nothing is left to find it by"
        );
        for _ in 0..2 {
            let again = Database::connect(&database.url).await.expect("the database answers");
            again.migrate().await.expect("made anew");
            again.close().await;
            assert_eq!(found(&cast, &words("cooling")).await, [7, 6, 5, 4, 3, 1]);
            assert_eq!(found(&cast, &words("هجوم")).await, [3]);
            assert_eq!(cast.store.participation().await.expect("counted"), before);
        }
    }
}
