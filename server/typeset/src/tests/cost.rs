//! What a document costs. `cargo test -p typeset --release -- --ignored --nocapture --test-threads 1` prints it.

use super::{samples, set, typesetter};
use crate::Typesetter;
use std::{fs, path::PathBuf, time::Instant};

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

#[test]
fn memory_does_not_grow_with_every_document() {
    let printed = samples::report();
    if set(&printed).is_none() || kilobytes("VmRSS") == 0 {
        return;
    }
    let rest = |documents: usize| {
        for _ in 0..documents {
            set(&printed);
        }
        kilobytes("VmRSS")
    };
    let before = rest(3);
    let after = rest(12);
    // Less than a megabyte for each of the twelve.
    assert!(after < before + 12_000, "{before} kB, then {after} kB");
}

#[test]
#[ignore = "a measurement, of a release build"]
fn cost_of_the_full_form() {
    let Some(typesetter) = typesetter() else {
        return;
    };
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
    let found = Typesetter::new(&[PathBuf::from(super::FONTS)]);
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
    ] {
        if let Some(pdf) = set(&printed) {
            fs::write(folder.join(name).with_extension("pdf"), &pdf.bytes).unwrap();
        }
    }
    println!("in {}", folder.display());
}
