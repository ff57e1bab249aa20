//! Real reports. They are not ours to ship, so they are read from a folder, where there is one.

use super::names::nobody_is_named_of;
use std::path::PathBuf;

/// Every JSON file in the folder that `VERBALE_INPUTS` names, and in folders of it; none where it names none.
pub(super) fn files() -> Vec<(String, String)> {
    #[allow(
        clippy::disallowed_methods,
        reason = "the one place that reads files from outside the repository"
    )]
    let folder = std::env::var_os("VERBALE_INPUTS").map(PathBuf::from);
    let (mut waiting, mut files): (Vec<PathBuf>, Vec<_>) = (folder.into_iter().collect(), Vec::new());
    while let Some(folder) = waiting.pop() {
        for entry in std::fs::read_dir(&folder).expect("VERBALE_INPUTS names a folder") {
            let path = entry.expect("readable").path();
            if path.is_dir() {
                waiting.push(path);
            } else if path.extension().is_some_and(|end| end == "json") {
                files.push((
                    path.display().to_string(),
                    std::fs::read_to_string(&path).expect("UTF-8"),
                ));
            }
        }
    }
    files.sort();
    files
}

#[test]
fn real_reports_import_without_the_names_in_them() {
    let files = files();
    if files.is_empty() {
        eprintln!("skipped: VERBALE_INPUTS names no folder with real reports");
        return;
    }
    for (file, text) in files {
        let (names, drafts) = nobody_is_named_of(&file, &text);
        eprintln!("{file}: {drafts} drafts without {names} names");
    }
}
