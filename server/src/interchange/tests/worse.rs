use super::Formats;
use app::portal::ports::{Imported, Interchange};
use serde_json::{Value, json};
use std::time::Instant;

#[test]
fn worse() {
    let mut files: Vec<_> = std::fs::read_dir("/tmp/worse/files")
        .unwrap()
        .map(|e| e.unwrap().path())
        .collect();
    files.sort();
    let mut out = String::new();
    for path in files {
        let name = path.file_name().unwrap().to_string_lossy().into_owned();
        let bytes = std::fs::read(&path).unwrap();
        let began = Instant::now();
        let first = std::panic::catch_unwind(|| Formats.import(&bytes, None));
        let ms = began.elapsed().as_secs_f64() * 1000.0;
        let mut drafts: Vec<Value> = vec![];
        let said = match first {
            Err(_) => "PANIC".to_owned(),
            Ok(Err(why)) => format!("refused: {}", why.code()),
            Ok(Ok(Imported::Draft(draft))) => {
                drafts.push(serde_json::to_value(&*draft).unwrap());
                "draft".to_owned()
            }
            Ok(Ok(Imported::Several(events))) => {
                let n = events.len();
                for event in events.into_iter().take(40) {
                    match std::panic::catch_unwind(|| Formats.import(&bytes, Some(event.part))) {
                        Err(_) => drafts.push(json!("PANIC")),
                        Ok(Ok(Imported::Draft(draft))) => drafts.push(serde_json::to_value(&*draft).unwrap()),
                        Ok(Err(why)) => drafts.push(json!(why.code())),
                        _ => drafts.push(json!("again")),
                    }
                }
                format!("several: {n}")
            }
        };
        out += &json!({"file": name, "bytes": bytes.len(), "ms": ms, "said": said, "drafts": drafts}).to_string();
        out.push('\n');
    }
    std::fs::write("/tmp/worse/out.jsonl", out).unwrap();
}
