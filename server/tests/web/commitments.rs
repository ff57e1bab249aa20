//! What States say on a commitment: its page, which reads a few reports, and its file, which reads all.

use crate::progress::{json, reads, two_cycles};

#[tokio::test]
async fn the_page_of_every_commitment_lists_what_its_file_does() {
    let (_database, _house, nobody) = two_cycles().await;
    let mut listed = 0;
    let all = json(&nobody, "/data/commitments.json").await;
    for item in all["commitments"].as_array().unwrap() {
        let id = item["id"].as_str().unwrap();
        let file = json(&nobody, &format!("/data/commitments/{id}.json")).await;
        let page = reads(&nobody, &format!("/commitments/{id}")).await;
        let said = file["said"].as_array().unwrap();
        assert_eq!(page.matches(&format!("#{id}\"")).count(), said.len(), "{id}");
        for on in said {
            let report = format!("/cycles/{}/{}?by=", on["cycle"], on["state"]["code"].as_str().unwrap());
            assert!(page.contains(&report), "{id}: {report}");
        }
        listed += said.len();
    }
    assert!(listed > 5, "{listed}");
}
