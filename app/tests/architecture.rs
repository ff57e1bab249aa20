//! What must not import what: the table of `app/src/lib.rs`, held by reading the sources.
//!
//! Cargo keeps the crates apart; inside a crate only a test can. It reads text, not meaning, so it can be deceived by
//! somebody who wants to; it is there for those who forget.

#![allow(
    clippy::expect_used,
    clippy::panic,
    reason = "a test that cannot go on says where it stopped"
)]

use std::{
    fs,
    path::{Path, PathBuf},
};

/// A rule: below this folder, none of these texts.
struct Never {
    below: &'static str,
    texts: &'static [&'static str],
    why: &'static str,
}

const RULES: &[Never] = &[
    Never {
        below: "app/domain/src",
        texts: &[
            "leptos::", "axum::", "sea_orm", "tokio::", "now_utc", "new_v4", "now_v7", "rand::", "std::env",
        ],
        why: "the domain is pure: time, chance and the world come in as arguments",
    },
    Never {
        below: "app/src",
        texts: &["sea_orm", "entities::"],
        why: "storage is the server's",
    },
    Never {
        below: "app/src/portal",
        texts: &["leptos::", "axum::", "http::", "words::"],
        why: "use cases know neither pages nor sentences",
    },
    Never {
        below: "app/src/pages",
        texts: &["Role::", "Stage::", "StageName::", "Command::"],
        why: "pages ask `offered` and show what they are given",
    },
    Never {
        below: "app/src/components",
        texts: &["Role::", "Stage::", "StageName::", "Command::", "portal()"],
        why: "components are given what they show",
    },
    Never {
        below: "app/src/api",
        texts: &["words::", "set_status"],
        why: "a server function is a door, not a room",
    },
    Never {
        below: "app/src/islands",
        texts: &["spawn_local", "#[server", "Resource", "domain::"],
        why: "islands are leaves: nothing heavy, nothing asynchronous",
    },
    Never {
        below: "app/src",
        texts: &["inner_html"],
        why: "what people typed is never markup",
    },
    Never {
        below: "server/src/storage",
        texts: &["leptos", "axum", "words::"],
        why: "storage knows no pages",
    },
    Never {
        below: "server/src/interchange",
        texts: &["leptos", "axum", "sea_orm"],
        why: "conversions are pure",
    },
    Never {
        below: "migrations/src",
        texts: &["domain::", "app::"],
        why: "history does not change when code does",
    },
];

/// The longest a file may be: what can be held in the head.
const LINES: usize = 300;

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR"))
        .parent()
        .expect("app/ is in the workspace")
        .to_path_buf()
}

fn sources(below: &str) -> Vec<(PathBuf, String)> {
    let mut found = Vec::new();
    let mut folders = vec![root().join(below)];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(&folder).unwrap_or_else(|_| panic!("{} is there", folder.display())) {
            let path = entry.expect("a readable entry").path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|extension| extension == "rs") {
                let text = fs::read_to_string(&path).expect("UTF-8");
                found.push((path, text));
            }
        }
    }
    assert!(!found.is_empty(), "nothing below {below}");
    found
}

/// The code of a source: without comments, and without what only tests compile.
fn code(text: &str) -> impl Iterator<Item = (usize, &str)> {
    let upto = text.find("\n#[cfg(test)]\nmod tests {").unwrap_or(text.len());
    text[..upto]
        .lines()
        .enumerate()
        .map(|(number, line)| (number + 1, line.split("//").next().unwrap_or_default()))
}

#[test]
fn nothing_reaches_for_what_is_not_its_to_use() {
    let mut broken = Vec::new();
    for rule in RULES {
        for (path, text) in sources(rule.below) {
            for (number, line) in code(&text) {
                for word in rule.texts.iter().filter(|word| line.contains(**word)) {
                    broken.push(format!("{}:{number}: {word} ({})", path.display(), rule.why));
                }
            }
        }
    }
    assert!(broken.is_empty(), "{broken:#?}");
}

#[test]
fn a_file_fits_in_the_head() {
    let folders = [
        "app/domain/src",
        "app/src",
        "server/src",
        "migrations/src",
        "frontend/src",
    ];
    let long: Vec<_> = folders
        .iter()
        .flat_map(|folder| sources(folder))
        .filter(|(_, text)| text.lines().count() > LINES)
        .map(|(path, text)| format!("{}: {} lines", path.display(), text.lines().count()))
        .collect();
    assert!(long.is_empty(), "longer than {LINES} lines: {long:#?}");
}

#[test]
fn a_server_function_is_a_door() {
    let mut rooms = Vec::new();
    for (path, text) in sources("app/src/api") {
        for door in text.split("\n#[server(").skip(1) {
            let signature = door.find("pub async fn").expect("a server function");
            let body = door[signature..]
                .find("\n}")
                .map_or("", |end| &door[signature..signature + end]);
            let lines = body.lines().skip_while(|line| !line.ends_with('{')).skip(1).count();
            let name = body.split(['(', ' ']).nth(3).unwrap_or_default().to_owned();
            if lines > 12 || body.contains(" if ") {
                rooms.push(format!("{}: {name}, {lines} lines", path.display()));
            }
        }
    }
    assert!(
        rooms.is_empty(),
        "a server function names types, asks once and redirects: {rooms:#?}"
    );
}

/// Every sentence is in the Fluent files: nothing between tags but expressions, in the sources of pages.
#[test]
fn pages_hold_no_sentences() {
    let mut sentences = Vec::new();
    for (path, text) in ["app/src/pages", "app/src/components"]
        .iter()
        .flat_map(|folder| sources(folder))
    {
        for (number, line) in code(&text) {
            let literal = line.split('"').skip(1).step_by(2).find(|literal| {
                let words = literal
                    .split(' ')
                    .filter(|word| word.len() > 2 && word.chars().all(char::is_alphabetic));
                literal.starts_with(char::is_uppercase) && words.count() > 1
            });
            if let Some(literal) = literal {
                sentences.push(format!("{}:{number}: {literal}", path.display()));
            }
        }
    }
    assert!(sentences.is_empty(), "put these into app/locales: {sentences:#?}");
}
