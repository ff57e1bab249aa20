//! Who takes part, as everyone reads it.

use crate::progress::{cell, json, reads, table, two_cycles};

#[tokio::test]
async fn who_reported_progress_and_published_nothing_else_is_a_participant_too() {
    let (_database, _house, nobody) = two_cycles().await;
    let page = reads(&nobody, "/participants").await;
    assert!(page.contains("href=\"/participants/XM\""), "{page}");
    assert!(
        page.contains("progress reports</span>") && !page.contains("publication</span>"),
        "{page}"
    );
    let states = json(&nobody, "/data/states.json").await;
    let rows = table(&nobody, "/data/states.csv").await;
    let of_table =
        |row: &Vec<(String, String)>| ["state", "publications", "reports"].map(|name| cell(row, name).to_owned());
    let listed = states["states"].as_array().unwrap().iter();
    let of_list = listed.map(|one| {
        let code = one["state"]["code"].as_str().unwrap().to_owned();
        [code, one["publications"].to_string(), one["reports"].to_string()]
    });
    assert_eq!(
        of_list.collect::<Vec<_>>(),
        rows.iter().map(of_table).collect::<Vec<_>>()
    );
    assert!(rows.iter().any(|row| of_table(row) == ["XM", "0", "2"]), "{rows:?}");
}
