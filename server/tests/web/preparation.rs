//! From the shipped questionnaire to an open cycle, as the secretariat's people do it in a browser; and more time for one
//! State.

use crate::support::{databases::databases, forms::form, house::House, visitors::Visitor};
use app::{
    api::cycles::{
        AskTime, BeginQuestionnaire, GrantTime, OpenCycle, PlanCycle, ProposeQuestionnaire, PutCalendar,
        ReplaceQuestionnaire, ReturnQuestionnaire,
    },
    portal::{
        cycles::forms::{BeginForm, CalendarForm, PlanForm, TimeForm},
        ports::Cycles,
    },
};
use axum::http::Method;
use domain::{
    ids::Version,
    questionnaire::EditionStage,
    samples::{AMINA, BASHIR, BRUNO, CHIDI, DANA, ERIKA},
};
use leptos::server_fn::ServerFn;

const PAGE: &str = "/preparation/questionnaires/2026.1";

/// A form with a file, in parts.
fn file(seen: u32, content: &str) -> String {
    let part =
        |name: &str, body: &str| format!("--part\r\nContent-Disposition: form-data; name=\"{name}\"\r\n\r\n{body}\r\n");
    let content = part("file\"; filename=\"questions.csv", content);
    part("version", "2026.1") + &part("seen", &seen.to_string()) + &content + "--part--\r\n"
}

/// Where a form leads, and the page it leads to.
async fn posted(visitor: &Visitor, from: &str, door: &str, form: &str) -> (String, String) {
    let to = visitor.posts(from, door, form).await.leads_to().to_owned();
    let page = visitor.gets(&to).await.body;
    (to, page)
}

fn proposed(seen: i64) -> String {
    form(&ProposeQuestionnaire {
        version: "2026.1".parse().unwrap(),
        seen: Version::new(seen),
    })
}

fn plan() -> PlanForm {
    PlanForm {
        year: "2026".into(),
        questionnaire: "2026.1".into(),
        opens: "2026-03-02".into(),
        due: "2026-05-16".into(),
        closes: "2026-06-30".into(),
        states: vec!["XV".into(), "XS".into()],
        audience: "public".into(),
        before: "30, 7".into(),
        after: "7".into(),
        ..PlanForm::default()
    }
}

/// Chidi begins the shipped version.
async fn begins(chidi: &Visitor) {
    let from = BeginForm {
        from: "shipped".into(),
        ..BeginForm::default()
    };
    let form = form(&BeginQuestionnaire { form: from });
    let (to, page) = posted(chidi, "/preparation", BeginQuestionnaire::PATH, &form).await;
    assert_eq!(to, format!("{PAGE}?done=begun"));
    assert!(page.contains("The version is begun."), "{page}");
}

#[tokio::test]
#[expect(clippy::too_many_lines, reason = "one story, told in its order")]
async fn a_version_is_mended_proposed_returned_and_opened_with_a_cycle_by_another_person() {
    for database in databases().await {
        let house = House::on(&database).await;
        let (chidi, dana) = (house.visitor(CHIDI).await, house.visitor(DANA).await);
        begins(&chidi).await;
        let table = chidi
            .asks_plainly(Method::GET, &format!("{PAGE}/as/csv"), "")
            .await
            .body;

        let broken = table
            .replacen("\"short\"", "\"brief\"", 2)
            .replacen("\"progress\"", "\"scale\"", 1);
        let (to, page) = posted(&chidi, PAGE, ReplaceQuestionnaire::PATH, &file(1, &broken)).await;
        assert_eq!(to, format!("{PAGE}?refused=mistakes"));
        let faults = page.matches("None of those known").count();
        assert_eq!(faults, 3, "everything at once: {page}");
        assert!(page.contains("brief"), "the file is given back");
        assert!(!page.contains("There is no such page"));

        let renamed = table.replace("Capabilities", "Means to defend");
        let (to, _) = posted(&chidi, PAGE, ReplaceQuestionnaire::PATH, &file(1, &renamed)).await;
        assert_eq!(to, format!("{PAGE}?done=replaced"));
        let preview = chidi.gets(&format!("{PAGE}/preview")).await.body;
        assert!(preview.contains("Means to defend"), "{preview}");
        let (to, _) = posted(&chidi, PAGE, ReplaceQuestionnaire::PATH, &file(1, &table)).await;
        assert_eq!(to, format!("{PAGE}?refused=stale"), "somebody wrote since");

        posted(&chidi, PAGE, ProposeQuestionnaire::PATH, &proposed(2)).await;
        let returned = |why: &str| {
            form(&ReturnQuestionnaire {
                version: "2026.1".parse().unwrap(),
                seen: Version::new(3),
                why: why.to_owned(),
            })
        };
        let (to, page) = posted(&dana, PAGE, ReturnQuestionnaire::PATH, &returned(" ")).await;
        assert_eq!(to, format!("{PAGE}?refused=mistakes"));
        assert!(page.contains("Write why."), "{page}");
        let (_, page) = posted(&dana, PAGE, ReturnQuestionnaire::PATH, &returned("It asks twice.")).await;
        assert!(page.contains("It asks twice."), "{page}");
        posted(&chidi, PAGE, ProposeQuestionnaire::PATH, &proposed(4)).await;
        let letters = "SELECT count(*) FROM outbox WHERE occasion = 'to-open'";
        let publishers = "SELECT count(*) FROM person_role WHERE role = 'publisher'";
        let publishers = database.number(publishers).await;
        assert_eq!(
            database.number(letters).await,
            2 * publishers,
            "each time it is proposed"
        );

        plans_and_opens(&house, &chidi, &dana).await;
        let letters = "SELECT count(*) FROM outbox WHERE occasion = 'cycle-opened'";
        assert_eq!(database.number(letters).await, 5, "everyone of Valdoria and of Sarn");
    }
}

#[expect(clippy::too_many_lines, reason = "one story, told in its order")]
async fn plans_and_opens(house: &House, chidi: &Visitor, dana: &Visitor) {
    let wrong = PlanForm {
        due: "in May".into(),
        states: Vec::new(),
        conference_name: "NATO SECRET".into(),
        ..plan()
    };
    let post = |form_of: PlanForm| {
        form(&PlanCycle {
            form: form_of,
            seen: None,
        })
    };
    let (to, page) = posted(chidi, "/preparation/cycles/plan", PlanCycle::PATH, &post(wrong)).await;
    assert_eq!(to, "/preparation/cycles/plan?refused=mistakes");
    for mistake in [
        "Enter the day on which reports are due",
        "Choose a circle, or at least one State",
        "leave all three",
    ] {
        assert!(page.contains(mistake), "{mistake}: {page}");
    }
    assert!(
        page.contains("in May") && !page.contains("NATO SECRET"),
        "typed values come back"
    );
    let (to, page) = posted(chidi, "/preparation/cycles/plan", PlanCycle::PATH, &post(plan())).await;
    assert_eq!(to, "/preparation/cycles/2026?done=planned");
    assert!(!page.contains("/preparation/cycles/2026/open"), "he planned it");

    let page = dana.gets("/preparation/cycles/2026/open").await.body;
    assert!(
        page.contains("Version 2026.1 of the questionnaire is opened with it"),
        "{page}"
    );
    let open = form(&OpenCycle {
        year: "2026".parse().unwrap(),
        seen: Version::new(1),
    });
    let erika = house.visitor(ERIKA).await;
    let (to, _) = posted(chidi, "/preparation/cycles/2026", OpenCycle::PATH, &open).await;
    assert_eq!(to, "/preparation/cycles/2026?refused=not-yours");
    let (to, page) = posted(dana, "/preparation/cycles/2026/open", OpenCycle::PATH, &open).await;
    assert_eq!(to, "/preparation/cycles/2026?done=cycle-opened");
    assert!(page.contains("Isle of Sarn") && !page.contains("Meridia"), "{page}");
    let (to, _) = posted(&erika, "/preparation/cycles/2026", OpenCycle::PATH, &open).await;
    assert!(to.ends_with("refused=not-found"), "once: {to}");
    let edition = house
        .cast
        .store
        .edition("2026.1".parse().unwrap())
        .await
        .unwrap()
        .unwrap();
    assert!(matches!(edition.content.stage(), EditionStage::Open { .. }));
}

#[tokio::test]
#[expect(clippy::too_many_lines, reason = "one story, told in its order")]
async fn a_state_asks_for_more_time_and_a_reviewer_decides() {
    let database = databases().await.swap_remove(0);
    let house = House::on(&database).await;
    house.cast.cycle("2026".parse().unwrap()).await;
    let (bashir, amina) = (house.visitor(BASHIR).await, house.visitor(AMINA).await);
    let (chidi, bruno) = (house.visitor(CHIDI).await, house.visitor(BRUNO).await);
    let ask = |until: &str, reason: &str| {
        let form_of = TimeForm {
            until: until.into(),
            reason: reason.into(),
        };
        form(&AskTime {
            year: "2026".parse().unwrap(),
            form: form_of,
        })
    };
    let (to, page) = posted(&bashir, "/reports/2026", AskTime::PATH, &ask("2026-05-01", "We move.")).await;
    assert_eq!(to, "/reports/2026?refused=mistakes");
    assert!(
        page.contains("not after the cycle closes") && page.contains("We move."),
        "{page}"
    );
    let (to, _) = posted(&amina, "/reports/2026", AskTime::PATH, &ask("2026-05-29", "We move.")).await;
    assert_eq!(to, "/reports/2026?refused=not-yours");
    let (_, page) = posted(&bashir, "/reports/2026", AskTime::PATH, &ask("2026-05-29", "We move.")).await;
    assert!(page.contains("Asked for time until 29 May 2026"), "{page}");
    assert!(
        !bruno.gets("/reports/2026").await.body.contains("29 May"),
        "another State learns nothing"
    );

    assert!(chidi.gets("/preparation/cycles/2026").await.body.contains("We move."));
    let grant = |words: &str| {
        form(&GrantTime {
            year: "2026".parse().unwrap(),
            state: "XV".parse().unwrap(),
            words: words.to_owned(),
        })
    };
    let cycle = "/preparation/cycles/2026";
    let (to, page) = posted(&chidi, cycle, GrantTime::PATH, &grant("Take\u{0}it.")).await;
    assert_eq!(to, "/preparation/cycles/2026?refused=mistakes");
    assert!(
        page.contains("href=\"#words-XV\"") && page.contains("Takeit."),
        "{page}"
    );
    let grant = grant("Take the time you need.");
    let (to, _) = posted(&chidi, cycle, GrantTime::PATH, &grant).await;
    assert_eq!(to, "/preparation/cycles/2026?done=time-granted");
    let page = bashir.gets("/reports/2026").await.body;
    assert!(
        page.contains("Granted until 29 May 2026") && page.contains("Take the time you need."),
        "{page}"
    );
    let (to, _) = posted(&chidi, cycle, GrantTime::PATH, &grant).await;
    assert_eq!(to, "/preparation/cycles/2026?refused=stale");
}

#[tokio::test]
async fn a_calendar_says_which_lines_are_no_day() {
    let database = databases().await.swap_remove(0);
    let house = House::on(&database).await;
    let bashir = house.visitor(BASHIR).await;
    let put = |days_off: &str| {
        let form_of = CalendarForm {
            zone: "Europe/Tirane".into(),
            weekdays: vec!["saturday".into(), "sunday".into()],
            days_off: days_off.into(),
        };
        form(&PutCalendar { form: form_of })
    };
    let (to, page) = posted(&bashir, "/calendar", PutCalendar::PATH, &put("2026-03-16\n28 November")).await;
    assert_eq!(to, "/calendar?refused=mistakes");
    assert!(
        page.contains("Line 2: enter a day") && page.contains("28 November"),
        "{page}"
    );
    let (to, page) = posted(&bashir, "/calendar", PutCalendar::PATH, &put("2026-03-16\n2026-11-28")).await;
    assert_eq!(to, "/calendar?done=calendar");
    assert!(page.contains("2026-11-28"), "{page}");
}
