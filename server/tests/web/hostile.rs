//! What nobody's browser sends to the doors of progress reports: refused without a word of it, and nothing is written.

mod sound;

use crate::support::{
    databases::{TestDatabase, databases},
    forms::form,
    house::House,
    reporting::shipped,
    visitors::Answer,
};
use app::{api::reports::SaveAnswers, portal::ports::Chance};
use leptos::server_fn::ServerFn;
use server::{chance::SystemChance, web::Settings};
use sound::{sound, text};
use std::num::NonZeroU32;

/// Fields that name something, each of one kind.
const NAMES: [&str; 11] = [
    "reference",
    "section",
    "seen",
    "key",
    "year",
    "state",
    "version",
    "since",
    "drafters[]",
    "form[until]",
    "form[year]",
];

/// What names nothing.
fn hostile() -> Vec<String> {
    let short = [
        "\0",
        "a\0b",
        "Not A Name",
        "' OR 1=1 --",
        "../../etc/passwd",
        "<script>",
        "999999999999999999999999",
        "1e9",
        "\u{202e}",
        "%s%n",
    ];
    let long = [5_000, 100_000].map(|times| "a".repeat(times));
    short.map(str::to_owned).into_iter().chain(long).collect()
}

/// What is well formed, and of nothing.
const OF_NOTHING: [(&str, &str); 6] = [
    ("reference", "REP-XV-2026-9999"),
    ("section", "no-such-section"),
    ("seen", "999"),
    ("year", "2999"),
    ("version", "2999.9"),
    ("state", "XQ"),
];

/// Every table a form of progress writes to.
const TABLES: [&str; 12] = [
    "filing",
    "draft_revision",
    "page_beside",
    "timeline_entry",
    "receipt",
    "report_section",
    "inside_comment",
    "extension",
    "proposal",
    "cycle",
    "questionnaire",
    "waiting_file",
];

async fn rows(database: &TestDatabase) -> Vec<(&'static str, i64)> {
    let mut rows = Vec::new();
    for table in TABLES {
        rows.push((table, database.rows(table).await));
    }
    rows
}

/// Whether somebody was refused cleanly: led back with a code, or told that there is no such thing.
fn is_refused(answer: &Answer) -> bool {
    match answer.status.as_u16() {
        302 => answer.leads_to().contains("refused="),
        status => [400, 404, 413, 415, 422].contains(&status),
    }
}

async fn with_reports() -> Vec<(TestDatabase, House)> {
    let mut houses = Vec::new();
    for database in databases().await {
        let settings = Settings {
            posts: NonZeroU32::new(1_000_000),
            ..Settings::default()
        };
        let house = House::set_up(&database, settings).await;
        house.cast.opens_cycle("2026", shipped(), None).await;
        houses.push((database, house));
    }
    houses
}

#[tokio::test]
async fn what_names_nothing_is_refused_and_nothing_is_written() {
    for (database, house) in with_reports().await {
        let forms = sound(&house).await;
        let before = rows(&database).await;
        let mut tried = 0;
        for sound in &forms {
            for (name, _) in sound.fields.iter().filter(|(name, _)| NAMES.contains(&name.as_str())) {
                let of_nothing = OF_NOTHING.iter().filter(|(of, _)| of == name);
                let of_nothing = of_nothing.map(|(_, value)| (*value).to_owned());
                for value in hostile().into_iter().chain(of_nothing) {
                    let mut fields = sound.fields.clone();
                    let said: String = value.chars().take(40).collect();
                    fields.insert(name.clone(), value);
                    let answer = sound.by.posts(&sound.from, sound.door, &form(&fields)).await;
                    let what = format!(
                        "{} with {name} = {said:?}: {} {}",
                        sound.door,
                        answer.status,
                        answer.leads_to()
                    );
                    assert!(is_refused(&answer), "{what}");
                    assert!(!answer.telling().contains("<script>"), "{what}");
                    assert_eq!(rows(&database).await, before, "{what}");
                    tried += 1;
                }
            }
        }
        assert!(tried > 300, "{tried}");
    }
}

/// Bodies that are no form, or none that anyone would fill in.
fn bodies() -> Vec<String> {
    let many: Vec<String> = (0..20_000)
        .map(|number| format!("answers[q-{number}][text]=1"))
        .collect();
    let short = [
        "",
        "=",
        "&&&&",
        "%00=%00",
        "%FF=%FF",
        "reference[]=1&reference=2",
        "answers=1",
        "[",
        "]=[",
    ];
    let mut bodies: Vec<String> = short.map(str::to_owned).into();
    bodies.push(format!("answers{}=1", "[x]".repeat(64)));
    bodies.push(format!("answers{}=1", "[".repeat(10_000)));
    bodies.push(many.join("&"));
    bodies.push(format!("text={}", "a".repeat(1_100_000)));
    bodies
}

#[tokio::test]
async fn what_is_no_form_is_refused_and_nothing_is_written() {
    for (database, house) in with_reports().await {
        let forms = sound(&house).await;
        let before = rows(&database).await;
        for sound in &forms {
            for body in bodies() {
                let answer = sound.by.posts(&sound.from, sound.door, &body).await;
                let said: String = body.chars().take(40).collect();
                let what = format!("{} with {said:?}: {} {}", sound.door, answer.status, answer.leads_to());
                assert!(is_refused(&answer), "{what}");
                assert_eq!(rows(&database).await, before, "{what}");
            }
        }
    }
}

/// A form that names what is there, with answers no page has: 64 brackets deep, of another section, of no question.
#[tokio::test]
async fn answers_to_what_is_not_asked_are_refused_or_passed_over() {
    for (database, house) in with_reports().await {
        let forms = sound(&house).await;
        let saves = forms.iter().find(|sound| sound.door == SaveAnswers::PATH).unwrap();
        let named = ["reference", "section", "seen"].map(|name| (name, saves.fields[name].as_str()));
        let sound = form(&text(&named));
        let keyed = |more: &str| format!("{sound}&key={}{more}", SystemChance.form_key());
        // The page as it was drawn: the first save of a section says that it was left blank.
        let saved = saves.by.posts(&saves.from, saves.door, &keyed("")).await;
        assert!(!is_refused(&saved), "{}", saved.leads_to());
        let drafts = database.rows("draft_revision").await;
        for (answers, is_taken) in [
            ("answers[Not A Name][text]=1".to_owned(), false),
            ("answers[a%00b][text]=1".to_owned(), false),
            ("answers[cdp-1-statement][text][more]=1".to_owned(), false),
            (format!("answers{}=1", "[x]".repeat(64)), true),
            ("answers[no-such-question][text]=1".to_owned(), true),
            ("answers[cdp-2-statement][text]=1".to_owned(), true),
            ("answers[capacity-diplomats][text]=1".to_owned(), true),
            ("answers[cdp-1-statement][no-such-box]=1".to_owned(), true),
        ] {
            let answer = saves
                .by
                .posts(&saves.from, saves.door, &keyed(&format!("&{answers}")))
                .await;
            assert_eq!(
                is_refused(&answer),
                !is_taken,
                "{answers}: {} {}",
                answer.status,
                answer.leads_to()
            );
            assert_eq!(database.rows("draft_revision").await, drafts, "{answers}");
        }
    }
}

/// What cannot be shown is typed into an answer: it stands in its box for whoever typed it, is not in order, and breaks no
/// page on either database.
#[tokio::test]
async fn a_nul_in_an_answer_stands_in_its_box_and_breaks_nothing() {
    for (_database, house) in with_reports().await {
        let forms = sound(&house).await;
        let saves = forms.iter().find(|sound| sound.door == SaveAnswers::PATH).unwrap();
        let mut fields = saves.fields.clone();
        fields.insert(
            "answers[cdp-1-statement][text]".to_owned(),
            "a\0b\u{1b}[31m\u{202e}c".to_owned(),
        );
        let judged = saves.by.posts(&saves.from, saves.door, &form(&fields)).await;
        assert_eq!(
            judged.leads_to(),
            format!("{}?check=1", saves.from),
            "it is not in order"
        );
        let page = saves.by.gets(judged.leads_to()).await;
        assert_eq!(page.status, 200);
        for hidden in ['\0', '\u{1b}', '\u{202e}'] {
            let times = page.body.matches(hidden).count();
            assert_eq!(times, 1, "{hidden:?} stands in its box and nowhere else");
        }
    }
}
