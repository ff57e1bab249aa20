//! What a document costs. `cargo test -p typeset --release -- --ignored --nocapture --test-threads 1` prints it.

use super::{TYPESETTER, samples, set};
use crate::{Printed, Typesetter};
use std::{fs, process::Command, time::Instant};

/// A line of what Linux knows of this process, in kilobytes.
fn kilobytes(name: &str) -> u64 {
    let status = fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status
        .lines()
        .find_map(|line| line.strip_prefix(name))
        .unwrap_or_default();
    line.trim_matches([':', ' ', '\t'])
        .split(' ')
        .next()
        .and_then(|number| number.parse().ok())
        .unwrap_or_default()
}

/// In a process of its own: what other tests need at the same time would be counted.
#[test]
#[cfg(target_os = "linux")]
fn memory_does_not_grow_with_every_document() {
    let alone = ["--exact", "--ignored", "tests::cost::memory_of_many_documents"];
    let program = std::env::current_exe().unwrap();
    let said = Command::new(program).args(alone).output().unwrap();
    assert!(said.status.success(), "{}", String::from_utf8_lossy(&said.stdout));
}

#[test]
#[ignore = "run by the test before it"]
fn memory_of_many_documents() {
    let printed = samples::report();
    let rest = |documents: usize| {
        for _ in 0..documents {
            set(&printed);
        }
        kilobytes("VmRSS")
    };
    let before = rest(3);
    let after = rest(12);
    assert!(before > 0);
    // Less than a megabyte for each of the twelve.
    assert!(after < before + 12_000, "{before} kB, then {after} kB");
}

#[test]
#[ignore = "a measurement, of a release build"]
fn cost_of_the_full_form() {
    let typesetter = &*TYPESETTER;
    println!("loading the fonts: {} kB resident", kilobytes("VmRSS"));
    for (name, printed) in [
        ("full form", samples::full_form()),
        ("short", samples::report()),
        ("from right", samples::from_right()),
        (
            "400 long words everywhere",
            samples::everywhere(&"Geheimschutz".repeat(33), "de"),
        ),
        (
            "300,000 characters without a break",
            samples::everywhere(&"a".repeat(12_500), "en"),
        ),
    ] {
        for _ in 0..3 {
            let began = Instant::now();
            let pdf = typesetter.pdf(&printed).unwrap();
            let took = began.elapsed().as_millis();
            let (now, peak) = (kilobytes("VmRSS"), kilobytes("VmHWM"));
            println!(
                "{name}: {took} ms, {} pages, {} bytes; {now} kB resident, {peak} kB at most",
                pdf.pages,
                pdf.bytes.len()
            );
        }
    }
}

#[test]
#[ignore = "a measurement, of a release build"]
fn cost_of_the_fonts() {
    let began = Instant::now();
    let found = Typesetter::new(&super::fonts());
    println!("fonts found: {}, in {} ms", found.is_ok(), began.elapsed().as_millis());
}

/// Writes the samples where somebody can look at them.
#[test]
#[ignore = "writes files"]
fn samples_to_look_at() {
    let folder = std::env::temp_dir().join("typeset-samples");
    fs::create_dir_all(&folder).unwrap();
    for (name, printed) in [
        ("report", samples::report()),
        ("from-right", samples::from_right()),
        ("full-form", samples::full_form()),
        ("empty-form", samples::empty_form()),
        (
            "long-words",
            samples::everywhere(&"Geheimschutzbeauftragter".repeat(8), "de"),
        ),
        (
            "nothing",
            Printed {
                sections: Vec::new(),
                ..samples::report()
            },
        ),
    ] {
        fs::write(folder.join(name).with_extension("pdf"), set(&printed).bytes).unwrap();
    }
    println!("in {}", folder.display());
}
