//! What a screen reader, an archive and a reader of pages find in a file.

use super::{TYPESETTER, poppler, samples, set};
use crate::{Block, CHARACTERS_MAX, Direction, NotTypeset, Printed, Words};

/// The kinds of the elements in the tree of tags, as `pdfinfo -struct` prints them.
fn kinds(tree: &str) -> Vec<&str> {
    let kinds = tree.lines().filter_map(|line| line.split_whitespace().next());
    kinds.map(|kind| kind.trim_end_matches(':')).collect()
}

#[test]
fn the_tree_names_headings_paragraphs_lists_tables_and_links() {
    for printed in [samples::report(), samples::from_right()] {
        let tree = poppler("pdfinfo", &["-struct", "FILE"], &set(&printed));
        let kinds = kinds(&tree);
        let count = |kind: &str| kinds.iter().filter(|&&found| found == kind).count();
        assert_eq!(count("H1"), printed.sections.len(), "{tree}");
        let questions = printed.sections.iter().flat_map(|part| &part.blocks);
        let questions = questions.filter(|block| matches!(block, Block::Question(_))).count();
        assert_eq!(count("H2"), questions, "{tree}");
        for kind in ["Document", "P", "L", "LI", "LBody", "Table", "TH", "TD", "Link"] {
            assert!(count(kind) > 0, "no {kind} in {tree}");
        }
    }
}

#[test]
fn title_language_and_standard_stand_in_the_file() {
    for (printed, language) in [(samples::report(), "en"), (samples::from_right(), "ar-XB")] {
        let pdf = set(&printed);
        let said = poppler("pdfinfo", &["FILE"], &pdf);
        let line = |name: &str| {
            said.lines()
                .find_map(|line| line.strip_prefix(name))
                .unwrap_or_default()
                .trim()
                .to_owned()
        };
        assert_eq!(line("Title:"), printed.title);
        assert_eq!(line("Tagged:"), "yes");
        assert_eq!(line("JavaScript:"), "no");
        assert_eq!(line("Pages:"), pdf.pages.to_string());
        let file = String::from_utf8_lossy(&pdf.bytes);
        assert!(file.contains(&format!("/Lang({language})")) || file.contains(&format!("/Lang ({language})")));
        assert!(file.contains("<pdfuaid:part>1</pdfuaid:part>"), "PDF/UA-1");
        assert!(
            file.contains("<pdfaid:part>2</pdfaid:part>") && file.contains("<pdfaid:conformance>A<"),
            "PDF/A-2a"
        );
    }
}

#[test]
fn the_notice_and_a_number_stand_on_every_page() {
    let printed = samples::report();
    let pdf = set(&printed);
    let text = poppler("pdftotext", &["-enc", "UTF-8", "FILE", "-"], &pdf);
    let pages: Vec<_> = text.split_terminator('\u{c}').collect();
    assert_eq!(pages.len(), pdf.pages);
    for (number, page) in (1..).zip(pages) {
        assert!(page.contains(&printed.footer[0]), "{page}");
        assert!(page.contains(&format!("Page {number} of {}", pdf.pages)), "{page}");
        assert!(page.contains(&printed.title), "{page}");
    }
}

#[test]
fn the_same_report_gives_the_same_bytes() {
    let first = set(&samples::report());
    assert!(first == set(&samples::report()));
    let later = Printed {
        written: samples::report().written + time::Duration::SECOND,
        ..samples::report()
    };
    assert!(first.bytes != set(&later).bytes);
}

#[test]
fn links_lead_where_they_say_and_nowhere_else() {
    let mut printed = samples::everywhere("javascript:alert(1)", "en");
    printed.page = "{page}".into();
    let pdf = set(&printed);
    let file = String::from_utf8_lossy(&pdf.bytes);
    assert!(file.contains("(https://a.example/javascript:alert"), "the link");
    assert!(
        !file.contains("/URI(javascript:") && !file.contains("/URI (javascript:"),
        "no other"
    );
}

#[test]
fn too_much_is_refused_before_it_is_set() {
    for too_much in ["a".repeat(CHARACTERS_MAX), "a\n\n".repeat(40_000), "a\n".repeat(80_000)] {
        let mut printed = samples::report();
        let words = Words::new(too_much, "en");
        printed.sections[0].blocks.push(Block::Paragraph(words));
        let refused = TYPESETTER.pdf(&printed);
        assert!(matches!(refused, Err(NotTypeset::TooLong { characters }) if characters > CHARACTERS_MAX));
    }
}

#[test]
fn a_language_says_which_way_it_runs() {
    for tag in ["ar", "ar-XB", "AR", "fa-IR", "az-Arab", "he", "yi", "pa-Arab-PK", "ckb"] {
        assert_eq!(Direction::of(tag), Direction::RightToLeft, "{tag}");
    }
    for tag in ["", "en", "ar-Latn", "zh-Hans", "az", "pa", "arn"] {
        assert_eq!(Direction::of(tag), Direction::LeftToRight, "{tag}");
    }
}
