//! A State reports on a cycle, page by page as its people meet them: the full form with a question of the secretariat on
//! the way, and *nothing new* with what it costs.

use super::support::{
    databases::databases,
    forms::{form, hidden},
    house::House,
    reporting::{next_version, shipped},
    visitors::Visitor,
};
use app::{
    api::{
        filings::{Accept, Answer as AnswerDoor, Approve, Ask, Claim, Publish, SendFiling},
        reports::{AddComment, BeginReport, GiveSection, SaveAnswers, SaveReport, SayDone},
    },
    routes,
};
use domain::{
    samples::{AMINA, BASHIR, CHIDI, DANA, EMIL, reports},
    state::StateCode,
};
use leptos::server_fn::ServerFn;

/// Reads the page, fills in what is said and posts its form; where that leads.
pub(crate) async fn posts(who: &Visitor, page: &str, door: &str, said: &[(&str, &str)]) -> String {
    let read = who.gets(page).await;
    assert_eq!(read.status, 200, "{page} for {}: {}", who.name, read.body);
    let mut fields = hidden(&read.body, door);
    fields.extend(
        said.iter()
            .map(|(name, value)| ((*name).to_owned(), (*value).to_owned())),
    );
    let answer = who.posts(page, door, &form(&fields)).await;
    assert_eq!(answer.status, 302, "{door} from {page}: {}", answer.body);
    let to = answer.leads_to().to_owned();
    assert!(!to.contains("refused"), "{} posts to {door}: {to}", who.name);
    to
}

pub(crate) async fn read(who: &Visitor, page: &str) -> String {
    let read = who.gets(page).await;
    assert_eq!(read.status, 200, "{page} for {}", who.name);
    read.body
}

/// The filing in this address.
pub(crate) fn filing_in(address: &str) -> String {
    let parts: Vec<_> = address.split(['/', '?']).collect();
    format!("/filings/{}", parts[2])
}

#[tokio::test]
#[expect(clippy::too_many_lines, reason = "one story, told in its order")]
async fn a_full_form_goes_from_the_drafter_to_everyone_with_a_question_on_the_way() {
    for database in databases().await {
        let house = House::on(&database).await;
        house.cast.opens_cycle("2026", shipped(), None).await;
        let [amina, bashir, chidi, dana] = [
            house.visitor(AMINA).await,
            house.visitor(BASHIR).await,
            house.visitor(CHIDI).await,
            house.visitor(DANA).await,
        ];
        assert!(read(&amina, routes::REPORTS).await.contains("/reports/2026"));
        let whole = posts(&amina, "/reports/2026", BeginReport::PATH, &[("tier", "full")]).await;
        let filing = filing_in(&whole);
        assert_eq!(whole, format!("{filing}/report"));
        // Whoever begins it again is led to it.
        assert!(read(&amina, "/reports/2026").await.contains(&filing));

        let first = posts(
            &amina,
            &whole,
            SaveReport::PATH,
            &[("tier", "full"), ("audience", "public")],
        )
        .await;
        assert_eq!(first, format!("{whole}/capabilities"));
        let long = "x".repeat(601);
        let typed = [
            ("answers[cdp-1-progress][text]", "substantial"),
            ("answers[cdp-1-statement][text]", long.as_str()),
            ("answers[cdp-1-statement][language]", "en"),
        ];
        let judged = posts(&amina, &first, SaveAnswers::PATH, &typed).await;
        assert_eq!(judged, format!("{first}?check=1"));
        let page = read(&amina, &judged).await;
        assert!(page.contains("Write at most 600 characters") && page.contains(&long));

        let typed = [
            ("answers[cdp-1-progress][text]", "substantial"),
            ("answers[cdp-1-statement][text]", "A strategy was adopted."),
            ("answers[cdp-1-statement][language]", "en"),
            ("answers[cdp-1-infrastructure][cannot]", "security"),
            ("answers[cdp-1-in-place][choices][]", "strategy"),
            ("answers[cdp-1-in-place][audience]", "secretariat"),
        ];
        let next = posts(&amina, &first, SaveAnswers::PATH, &typed).await;
        assert_eq!(next, format!("{whole}/resources"));
        let check = format!("{filing}/check");
        assert!(read(&amina, &check).await.contains("A strategy was adopted."));
        posts(&amina, &check, SendFiling::PATH, &[]).await;

        let done = posts(&bashir, &filing, Approve::PATH, &[]).await;
        assert!(done.ends_with("done=approve"));
        posts(&chidi, &filing, Claim::PATH, &[]).await;
        let asked = [("on", "cdp-1-statement"), ("question", "When was it adopted?")];
        posts(&chidi, &filing, Ask::PATH, &asked).await;

        let page = read(&amina, &filing).await;
        assert!(page.contains("When was it adopted?"));
        let address = format!("{first}?check=1#q-cdp-1-statement");
        assert!(page.contains(&address), "the question leads to the answer");
        let mut changed = typed;
        changed[1].1 = "A strategy was adopted in February.";
        posts(&amina, &first, SaveAnswers::PATH, &changed).await;
        posts(&amina, &check, AnswerDoor::PATH, &[("answer", "We added the month.")]).await;
        posts(&bashir, &filing, Approve::PATH, &[]).await;
        let page = read(&chidi, &filing).await;
        assert!(
            page.contains("in February.") && page.contains("<ins"),
            "the reviewer reads what changed"
        );
        posts(&chidi, &filing, Accept::PATH, &[]).await;
        posts(&dana, &filing, Publish::PATH, &[]).await;

        let public = read(&house.nobody(), "/cycles/2026/XV").await;
        assert!(public.contains("A strategy was adopted in February."));
        assert!(
            !public.contains("A national strategy that covers cyber defence</bdi>"),
            "said to the secretariat only"
        );
        let acknowledged = read(&amina, &format!("{filing}/acknowledgement/2")).await;
        assert!(acknowledged.contains("progress report"));
    }
}

#[tokio::test]
async fn nothing_new_is_one_confirmation_and_one_more_button() {
    for database in databases().await {
        let house = House::on(&database).await;
        let (_, first) = house
            .cast
            .opens_cycle_until("2025", "2026-12-31", shipped(), None)
            .await;
        let last = house
            .cast
            .reports_on("2025", StateCode::VALDORIA, reports::valdoria())
            .await;
        let next = next_version(&first, "2026.2");
        house.cast.opens_cycle("2026", next, Some(&first)).await;
        let (amina, bashir) = (house.visitor(AMINA).await, house.visitor(BASHIR).await);

        // The drafter: the list, the cycle, the check, and what came of it. One box is ticked.
        assert!(read(&amina, routes::REPORTS).await.contains("/reports/2026"));
        let page = read(&amina, "/reports/2026").await;
        assert!(
            page.contains(&routes::filing(&last.reference)),
            "it leads to the report that still stands"
        );
        let check = posts(&amina, "/reports/2026", BeginReport::PATH, &[("since", "2025")]).await;
        assert!(check.ends_with("/check"));
        let done = posts(&amina, &check, SendFiling::PATH, &[]).await;
        let filing = filing_in(&check);
        assert_eq!(done, format!("{filing}?done=send"));
        // The approver: the list, the filing, and what came of it. Nothing is typed.
        assert!(read(&bashir, routes::FILINGS).await.contains(&filing));
        let done = posts(&bashir, &filing, Approve::PATH, &[]).await;
        assert_eq!(done, format!("{filing}?done=approve"));
        assert!(
            read(&bashir, &done)
                .await
                .contains("what was reported for 2025 still stands")
        );
    }
}

#[tokio::test]
#[expect(clippy::too_many_lines, reason = "one story, told in its order")]
async fn last_years_answers_are_confirmed_section_by_section_and_compared() {
    for database in databases().await {
        let house = House::on(&database).await;
        let (_, first) = house
            .cast
            .opens_cycle_until("2025", "2026-12-31", shipped(), None)
            .await;
        house
            .cast
            .reports_on("2025", StateCode::VALDORIA, reports::valdoria())
            .await;
        house
            .cast
            .opens_cycle("2026", next_version(&first, "2026.2"), Some(&first))
            .await;
        let amina = house.visitor(AMINA).await;
        let whole = posts(&amina, "/reports/2026", BeginReport::PATH, &[("tier", "short")]).await;
        let section = format!("{whole}/capabilities");
        let page = read(&amina, &section).await;
        assert!(
            page.contains("A national strategy was adopted in February."),
            "it stands in its box"
        );

        // Saved as it was drawn, but not confirmed.
        let typed = [
            ("answers[cdp-1-progress][text]", "substantial"),
            ("answers[cdp-1-progress][audience]", "public"),
            (
                "answers[cdp-1-statement][text]",
                "A national strategy was adopted in February.",
            ),
            ("answers[cdp-1-statement][language]", "en"),
            ("answers[cdp-1-statement][audience]", "public"),
        ];
        let judged = posts(&amina, &section, SaveAnswers::PATH, &typed).await;
        assert!(
            read(&amina, &judged)
                .await
                .contains("still stands, change it, or leave it blank")
        );
        let mut standing = typed.to_vec();
        standing.push(("then", "all-stand"));
        let next = posts(&amina, &section, SaveAnswers::PATH, &standing).await;
        assert_eq!(next, format!("{whole}/resources"));

        let resources = [
            ("answers[cdp-2-progress][text]", "complete"),
            ("answers[cdp-2-statement][cannot]", ""),
        ];
        posts(&amina, &next, SaveAnswers::PATH, &resources).await;
        let checked = read(&amina, &format!("{}/check", filing_in(&whole))).await;
        for mark in [
            "Confirmed from the last report",
            "Changed since the last report",
            "Dropped since the last report",
        ] {
            assert!(checked.contains(mark), "{mark}");
        }
    }
}

#[tokio::test]
async fn what_a_state_keeps_inside_is_read_by_its_people_alone() {
    const COMMENT: &str = "Ask the ministry of finance.";
    for database in databases().await {
        let house = House::on(&database).await;
        house.cast.opens_cycle("2026", shipped(), None).await;
        let (amina, bashir) = (house.visitor(AMINA).await, house.visitor(BASHIR).await);
        let (chidi, emil) = (house.visitor(CHIDI).await, house.visitor(EMIL).await);
        let whole = posts(&amina, "/reports/2026", BeginReport::PATH, &[("tier", "full")]).await;
        let (filing, section) = (filing_in(&whole), format!("{whole}/capabilities"));

        let told = posts(&amina, &section, AddComment::PATH, &[("text", COMMENT)]).await;
        assert!(read(&emil, &told).await.contains(COMMENT));
        posts(&amina, &section, SayDone::PATH, &[]).await;
        assert!(read(&bashir, &filing).await.contains("that it is done"));
        let typed = [("answers[cdp-1-progress][text]", "limited")];
        posts(&amina, &section, SaveAnswers::PATH, &typed).await;
        let page = read(&bashir, &filing).await;
        assert!(!page.contains("that it is done"), "a change takes it back");
        assert!(page.contains(COMMENT), "the approver reads what was told");

        // Given to Emil, it is not Amina's to write any more.
        let his = house.cast.actor(EMIL).id.to_string();
        posts(&amina, &section, GiveSection::PATH, &[("drafters[]", his.as_str())]).await;
        let fields = hidden(&amina.gets(&section).await.body, SaveAnswers::PATH);
        let refused = amina.posts(&section, SaveAnswers::PATH, &form(&fields)).await;
        assert!(
            refused.leads_to().ends_with("refused=not-yours"),
            "{}",
            refused.leads_to()
        );
        posts(&emil, &section, SaveAnswers::PATH, &typed).await;

        posts(&emil, &format!("{filing}/check"), SendFiling::PATH, &[]).await;
        posts(&bashir, &filing, Approve::PATH, &[]).await;
        let reviewed = read(&chidi, &filing).await;
        assert!(!reviewed.contains(COMMENT) && !reviewed.contains("Inside your State"));
        assert!(reviewed.contains("Limited"), "what was let out is there");
        for page in [&section, &whole, &format!("{filing}/check")] {
            assert_eq!(chidi.gets(page).await.status, 404, "{page}");
        }
    }
}
