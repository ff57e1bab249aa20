//! A report filled in away from the portal: taken along, changed, brought back, and what comes of it.

mod copies;
mod faults;

use super::support::{
    databases::databases,
    forms::{form, hidden},
    house::House,
    offline::{sent_back, workbook},
    reporting::shipped,
    visitors::{Answer, Visitor},
};
use app::{
    api::{
        offline::{BringBack, TakeOver, ThrowAway},
        reports::GiveSection,
    },
    portal::ports::{Chance, Reports},
};
use domain::{
    draft::Merged,
    filing::Filing,
    ids::Version,
    questionnaire::QuestionId,
    report::{Report, ReportDraft, TypedAnswer},
    samples::{AMINA, BASHIR, BRUNO, CELESTE, EMIL, reports},
    state::StateCode,
};
use leptos::server_fn::ServerFn;
use serde_json::{Value, json};
use server::chance::SystemChance;

/// The report of Valdoria for 2026, which Amina has begun.
async fn begun(house: &House) -> Filing<Report> {
    let (cast, state) = (&house.cast, StateCode::VALDORIA);
    cast.opens_cycle("2026", shipped(), None).await;
    let terms = cast.store.terms("2026".parse().unwrap(), &state).await.unwrap();
    let posting = cast.posting(AMINA, Version::default());
    let draft = reports::valdoria();
    let opened = cast
        .reports()
        .open(&state, terms.unwrap(), draft, cast.actor(AMINA), posting);
    opened.await.unwrap()
}

/// The same as it stands now.
async fn now(house: &House, report: &Filing<Report>) -> Filing<Report> {
    let scope = house.cast.actor(AMINA).scope();
    let found = house.cast.reports().filing(&report.reference, &scope).await.unwrap();
    found.unwrap()
}

fn id(text: &str) -> QuestionId {
    text.parse().unwrap()
}

fn page(report: &Filing<Report>) -> String {
    format!("/filings/{}/report/offline", report.reference)
}

/// Brings a file back; where that leads.
async fn brings(who: &Visitor, report: &Filing<Report>, file: &[u8]) -> String {
    let parts = sent_back(&report.reference.to_string(), file);
    let answer = who.sends(&page(report), BringBack::PATH, parts).await;
    assert_eq!(answer.status, 302, "{}", answer.body);
    answer.leads_to().to_owned()
}

async fn read(who: &Visitor, page: &str) -> String {
    let answer = who.gets(page).await;
    assert_eq!(answer.status, 200, "{page} for {}", who.name);
    answer.body
}

/// Posts the form of this page that is posted there.
async fn presses(who: &Visitor, page: &str, body: &str, door: &str) -> Answer {
    who.posts(page, door, &form(&hidden(body, door))).await
}

/// Valdoria's answers, as a ministry changes three: another word, one more, and one that is taken out.
fn edited() -> ReportDraft {
    let mut draft = reports::valdoria();
    let mut put = |question: &str, text: &str| {
        let answer = draft.answers.entry(id(question)).or_default();
        text.clone_into(&mut answer.value.text);
    };
    put("cdp-1-progress", "complete");
    put("cdp-3-progress", "limited");
    draft.answers.insert(id("cdp-2-progress"), TypedAnswer::default());
    draft
}

fn the_three() -> std::collections::BTreeSet<QuestionId> {
    ["cdp-1-progress", "cdp-2-progress", "cdp-3-progress"].map(id).into()
}

#[tokio::test]
async fn exactly_what_was_edited_in_a_workbook_changes_and_not_before_it_is_seen() {
    for database in databases().await {
        let house = House::on(&database).await;
        let (report, amina) = (begun(&house).await, house.visitor(AMINA).await);
        let file = amina.gets(&format!("{}.xlsx", page(&report))).await;
        let name = format!("attachment; filename=\"{}-full.xlsx\"", report.reference);
        assert_eq!(file.headers["content-disposition"], name.as_str());
        // As it was taken along it changes nothing.
        let changes = brings(&amina, &report, &file.bytes).await;
        assert!(read(&amina, &changes).await.contains("Nothing would change"));

        let changes = brings(&amina, &report, &workbook(&report, &edited(), |form| form)).await;
        assert_eq!(changes, format!("{}/changes", page(&report)));
        let seen = read(&amina, &changes).await;
        assert!(seen.contains("3 answers would change"), "{seen}");
        assert!(seen.contains("Blank in the file"), "{seen}");
        assert_eq!(now(&house, &report).await.draft, report.draft, "nothing changes before");

        let done = presses(&amina, &changes, &seen, TakeOver::PATH).await;
        assert!(read(&amina, done.leads_to()).await.contains("are in the draft"));
        let after = now(&house, &report).await;
        assert_eq!(report.draft.changed_by(&after.draft), the_three());
        assert_eq!(after.version, report.version.next(), "it is one revision");
        // The same button once more is the same act, and nothing waits any more.
        let again = presses(&amina, &changes, &seen, TakeOver::PATH).await;
        assert_eq!(again.leads_to(), done.leads_to());
        assert_eq!(now(&house, &report).await.version, after.version);
        assert!(read(&amina, &changes).await.contains("No file is waiting"));
    }
}

#[tokio::test]
async fn exactly_what_was_edited_in_json_changes_and_what_is_wrong_is_kept_for_the_check() {
    for database in databases().await {
        let house = House::on(&database).await;
        let (report, amina) = (begun(&house).await, house.visitor(AMINA).await);
        let file = amina.gets(&format!("{}.json", page(&report))).await;
        let mut file: Value = serde_json::from_slice(&file.bytes).unwrap();
        file["answers"]["cdp-1-progress"]["text"] = json!("half-way");
        file["answers"]["cdp-1-statement"] = json!({ "state": "withheld", "reason": "security" });
        let marked = json!({ "state": "given", "text": "NATO SECRET: a plan", "language": "en" });
        file["answers"]["cdp-3-statement"] = marked;
        let changes = brings(&amina, &report, file.to_string().as_bytes()).await;
        let seen = read(&amina, &changes).await;
        assert!(seen.contains("2 answers would change") && seen.contains("classification marking"));
        assert!(!seen.contains("a plan"));
        let kept = "SELECT count(*) FROM waiting_file WHERE content LIKE '%NATO SECRET%'";
        assert_eq!(database.number(kept).await, 0);
        presses(&amina, &changes, &seen, TakeOver::PATH).await;
        let after = now(&house, &report).await;
        let changed = report.draft.changed_by(&after.draft);
        assert_eq!(changed, [id("cdp-1-progress"), id("cdp-1-statement")].into());
        let check = read(&amina, &format!("/filings/{}/check", report.reference)).await;
        assert!(check.contains("Choose one of the answers offered"), "{check}");
    }
}

#[tokio::test]
async fn what_was_given_to_others_is_left_as_it_is() {
    for database in databases().await {
        let house = House::on(&database).await;
        let (report, amina) = (begun(&house).await, house.visitor(AMINA).await);
        let section = report.terms.questionnaire.section_of(&id("cdp-1-progress")).unwrap();
        let given = GiveSection {
            reference: report.reference.clone(),
            section: section.id.clone(),
            key: SystemChance.form_key(),
            drafters: [house.cast.actor(EMIL).id].into(),
        };
        let answer = amina.posts(&page(&report), GiveSection::PATH, &form(&given)).await;
        assert!(!answer.leads_to().contains("refused"), "{}", answer.leads_to());
        let changes = brings(&amina, &report, &workbook(&report, &edited(), |form| form)).await;
        let seen = read(&amina, &changes).await;
        assert!(seen.contains("2 answers would change") && seen.contains("given to others"));
        presses(&amina, &changes, &seen, TakeOver::PATH).await;
        let changed = report.draft.changed_by(&now(&house, &report).await.draft);
        assert_eq!(changed, ["cdp-2-progress", "cdp-3-progress"].map(id).into());
    }
}

/// Emil writes these into the report, in the portal.
async fn emil_writes(house: &House, report: &Filing<Report>, answers: &[(&str, &str)]) -> Filing<Report> {
    let edit = report.edit_with(house.cast.actor(EMIL), |draft| {
        let mut draft = draft.clone();
        for (question, text) in answers {
            let answer = draft.answers.entry(id(question)).or_default();
            (*text).clone_into(&mut answer.value.text);
        }
        Merged::of(draft)
    });
    let posting = house.cast.posting(EMIL, report.version);
    let receipt = crate::support::cast::saved(&report.reference);
    let saved = edit.unwrap();
    let saved = house.cast.reports().save(&saved, None, &receipt, posting).await;
    saved.unwrap();
    now(house, report).await
}

#[tokio::test]
async fn where_the_draft_changes_meanwhile_the_page_is_drawn_anew() {
    for database in databases().await {
        let house = House::on(&database).await;
        let (report, amina) = (begun(&house).await, house.visitor(AMINA).await);
        let changes = brings(&amina, &report, &workbook(&report, &edited(), |form| form)).await;
        let seen = read(&amina, &changes).await;
        // Emil says the same of one, and something of another.
        let said = [("cdp-1-progress", "complete"), ("cdp-4-progress", "limited")];
        let theirs = emil_writes(&house, &report, &said).await;

        let refused = presses(&amina, &changes, &seen, TakeOver::PATH).await;
        assert_eq!(refused.leads_to(), format!("{changes}?refused=stale"));
        assert_eq!(now(&house, &report).await.draft, theirs.draft);
        let seen = read(&amina, refused.leads_to()).await;
        assert!(seen.contains("2 answers would change"), "{seen}");
        assert!(seen.contains("One answer changed in the portal"), "{seen}");
        let done = presses(&amina, &changes, &seen, TakeOver::PATH).await;
        assert!(read(&amina, done.leads_to()).await.contains("are in the draft"));
        let changed = theirs.draft.changed_by(&now(&house, &report).await.draft);
        assert_eq!(changed, ["cdp-2-progress", "cdp-3-progress"].map(id).into());
    }
}

#[tokio::test]
async fn a_file_waits_for_whoever_brought_it_until_it_is_thrown_away() {
    for database in databases().await {
        let house = House::on(&database).await;
        let (report, amina) = (begun(&house).await, house.visitor(AMINA).await);
        let file = workbook(&report, &edited(), |form| form);
        let changes = brings(&amina, &report, &file).await;
        let emil = house.visitor(EMIL).await;
        assert!(read(&emil, &changes).await.contains("No file is waiting"));
        assert!(read(&amina, &page(&report)).await.contains(&changes), "it leads there");
        let seen = read(&amina, &changes).await;
        let thrown = presses(&amina, &changes, &seen, ThrowAway::PATH).await;
        assert_eq!(thrown.leads_to(), page(&report));
        assert!(read(&amina, &changes).await.contains("No file is waiting"));
        assert_eq!(now(&house, &report).await, report);
    }
}

#[tokio::test]
async fn only_who_may_write_the_report_brings_a_form_back() {
    for database in databases().await {
        let house = House::on(&database).await;
        let report = begun(&house).await;
        let file = workbook(&report, &edited(), |form| form);
        // Its own people read what is typed; those of another State know of no such report.
        for (person, reads, leads_to) in [
            (BASHIR, 200, "not-yours"),
            (CELESTE, 200, "not-yours"),
            (BRUNO, 404, "not-found"),
        ] {
            let visitor = house.visitor(person).await;
            for ending in ["", "/changes", ".xlsx", ".json"] {
                let answer = visitor.gets(&format!("{}{ending}", page(&report))).await;
                assert_eq!(answer.status, reads, "{ending} for {}", person.name);
            }
            let refused = brings(&visitor, &report, &file).await;
            assert_eq!(
                refused,
                format!("{}?refused={leads_to}", page(&report)),
                "{}",
                person.name
            );
        }
        assert_eq!(database.rows("waiting_file").await, 0);
        assert_eq!(now(&house, &report).await, report);
    }
}
