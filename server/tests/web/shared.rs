//! Progress reports that participating States read and the public does not.

use super::{
    progress::{meridia, reads, two_cycles},
    support::{databases::databases, house::House, reporting::shipped, visitors::Visitor},
};
use domain::{
    lifecycle::Command,
    marking::Audience,
    report::ReportDraft,
    samples::{AMINA, BRUNO, CHIDI, note},
    state::StateCode,
};

const PUBLIC: &str = "A national strategy was adopted in February.";
const CONFIDENTIAL: &str = "Two ministries disagree on the budget.";
const SHARED: &str = "For participating States alone.";
const NOTICE: &str = "Self-reported, voluntary; not an assessment of compliance.";

async fn finds_nothing(visitor: &Visitor, address: &str) {
    assert_eq!(visitor.gets(address).await.status, 404, "{} at {address}", visitor.name);
}

#[tokio::test]
async fn other_states_read_more_of_a_public_report_than_the_public() {
    let (_database, house, nobody) = two_cycles().await;
    let amina = house.visitor(AMINA).await;
    for order in ["", "?by=norms", "?by=survey"] {
        let page = reads(&amina, &format!("/shared/reports/2026/XM{order}")).await;
        assert!(page.contains(SHARED) && page.contains(NOTICE), "{order}");
        assert!(page.contains("Read by: Participating States"), "{order}");
        assert!(page.contains("Read by: The public"), "{order}");
        assert!(page.contains("Unclassified · For participating States"), "{order}");
    }
    assert!(!reads(&nobody, "/cycles/2026/XM").await.contains(SHARED));
    let own = reads(&amina, "/shared/reports/2026/XV").await;
    assert!(own.contains(PUBLIC) && !own.contains(CONFIDENTIAL));
}

#[tokio::test]
async fn the_list_is_of_one_cycle_and_leads_to_the_others() {
    let (_database, house, _nobody) = two_cycles().await;
    let amina = house.visitor(AMINA).await;
    let latest = reads(&amina, "/shared/reports").await;
    assert!(latest.contains("/shared/reports/2027/XM") && !latest.contains("/shared/reports/2027/XV"));
    assert!(latest.contains(r#"href="/shared/reports/2026""#));
    let first = reads(&amina, "/shared/reports/2026").await;
    assert!(first.find("/shared/reports/2026/XM") < first.find("/shared/reports/2026/XV"));
    assert!(first.contains(NOTICE));
    // Nothing new: it leads to what it refers to, as these readers read it.
    let confirmed = reads(&amina, "/shared/reports/2027/XM").await;
    assert!(confirmed.contains(r#"href="/shared/reports/2026/XM""#));
    assert!(!confirmed.contains("?by="), "there is nothing to put in another order");
    for missing in ["2025", "2027/XV", "2026/XM?by=anything", "2026/XQ", "2026/%00", "26"] {
        finds_nothing(&amina, &format!("/shared/reports/{missing}")).await;
    }
}

#[tokio::test]
async fn it_is_for_participating_states_from_its_acceptance_until_it_is_withdrawn() {
    for database in databases().await {
        let house = House::on(&database).await;
        let cast = &house.cast;
        cast.opens_cycle("2026", shipped(), None).await;
        let [amina, chidi] = [house.visitor(AMINA).await, house.visitor(CHIDI).await];
        let (list, one) = ("/shared/reports", "/shared/reports/2026/XM");
        let shared = ReportDraft {
            audience: Audience::ParticipatingStates.code().to_owned(),
            ..meridia()
        };
        let report = cast.reports_on("2026", StateCode::MERIDIA, shared).await;
        assert!(reads(&amina, list).await.contains("No State has let"));
        finds_nothing(&amina, one).await;
        let claimed = cast.moves(CHIDI, &report, Command::Claim).await;
        let accepted = cast.moves(CHIDI, &claimed, Command::Accept).await;
        assert!(reads(&amina, list).await.contains(one));
        assert!(reads(&amina, one).await.contains(SHARED));
        for address in [list, one] {
            finds_nothing(&chidi, address).await;
            assert_eq!(house.nobody().gets(address).await.status, 302, "{address}");
        }
        finds_nothing(&house.nobody(), "/cycles/2026/XM").await;
        let why = note("Sent by mistake.").unwrap();
        cast.moves(BRUNO, &accepted, Command::Withdraw { why }).await;
        finds_nothing(&amina, one).await;
    }
}
