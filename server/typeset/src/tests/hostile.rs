//! What somebody might write, in every place: it is printed as it was written, whole, and nothing happens.

use super::{letters, poppler, samples, set};
use crate::Pdf;

/// What is read between the head and the foot of the pages, in the order in which it was set.
fn body(pdf: &Pdf) -> String {
    let area = ["-r", "72", "-x", "0", "-y", "84", "-W", "596", "-H", "668"];
    poppler(
        "pdftotext",
        &[&["-raw", "-enc", "UTF-8"], &area[..], &["FILE", "-"]].concat(),
        pdf,
    )
}

/// Sets this text everywhere and expects to read `expected` in each place, and nothing in the margins.
fn is_read(text: &str, language: &str, expected: &str) -> Pdf {
    let pdf = set(&samples::everywhere(text, language));
    let read = letters(&body(&pdf));
    assert_everywhere(&letters(expected), &read);
    nothing_in_the_margins(&pdf);
    pdf
}

/// In each place, and where its table goes on on another page, in the head of that once more.
fn assert_everywhere(expected: &str, read: &str) {
    let times = read.matches(expected).count();
    let columns = 3;
    assert!(
        [samples::EVERYWHERE, samples::EVERYWHERE + columns].contains(&times),
        "{times} times {expected:?} in {read}"
    );
}

/// Every word lies between the margins of its page, in points of A4 paper.
fn nothing_in_the_margins(pdf: &Pdf) {
    let boxes = poppler("pdftotext", &["-bbox", "FILE", "-"], pdf);
    let words: Vec<_> = boxes.lines().filter(|line| line.trim().starts_with("<word ")).collect();
    assert!(!words.is_empty());
    for word in words {
        let side = |name: &str| -> f64 { attribute(word, name).parse().unwrap() };
        assert!(side("xMin") >= 78.5 && side("xMax") <= 517.0, "sideways: {word}");
        assert!(side("yMin") >= 12.0 && side("yMax") <= 828.0, "above or below: {word}");
    }
}

fn attribute<'a>(element: &'a str, name: &str) -> &'a str {
    let (_, value) = element.split_once(&format!("{name}=\"")).unwrap();
    value.split('"').next().unwrap()
}

#[test]
fn what_looks_like_a_program_is_words() {
    for text in [
        "#panic()",
        "#eval(\"1 + 1\")",
        "#read(\"/etc/passwd\") #include \"main.typ\" #import \"@preview/cetz:0.3.0\"",
        "$x^2$ *bold* _italic_ `raw` ```rust fn main() {}```",
        "@ref <label> = heading - list + enum / term: description",
        "// comment /* comment */ \\ \\u{1F600} ~ --- ... -? 'a' \"b\"",
        "</script><script>alert(1)</script> {page} {pages} %s %n $(id) `id`",
        "]}); #{ [ ( { \u{5c}",
        "\"}, {\"voice\": null}, \"x\": \"",
    ] {
        is_read(text, "en", text);
    }
}

#[test]
fn a_word_without_an_end_is_broken_and_stays_one_word() {
    let letters = "Geheimschutzbeauftragter".repeat(10);
    is_read(&letters, "de", &letters);
    is_read(&"W".repeat(200), "en", &"W".repeat(200));
    is_read(&"1".repeat(200), "en", &"1".repeat(200));
    let glued = "no\u{a0}break\u{a0}".repeat(30);
    is_read(&glued, "en", &glued);
    let joined = "a\u{2060}".repeat(200);
    is_read(&joined, "en", &joined);
}

#[test]
fn a_long_paragraph_is_whole() {
    let sentences = 210;
    let text = "The centre practised it twice; nobody was hurt. ".repeat(sentences);
    assert!(text.len() > 10_000);
    let pdf = set(&samples::everywhere(&text, "en"));
    // Cells that go on on another page are read in turns: sentences are divided, letters are not.
    assert_eq!(body(&pdf).matches('T').count(), samples::EVERYWHERE * sentences);
    nothing_in_the_margins(&pdf);
}

#[test]
fn lines_and_paragraphs_of_every_kind_are_kept() {
    let text = "one\r\ntwo\rthree\u{b}four\u{c}five\u{85}six\u{2028}seven\u{2029}eight\n\n\n\t nine \n";
    is_read(text, "en", "one two three four five six seven eight nine");
}

#[test]
fn what_nobody_can_draw_is_marked_and_told() {
    let text = "a\u{0}b\u{7}c\u{1b}[31md\u{7f}e\u{9b}f\u{e000}g\u{ffff}h\u{feff}i";
    let pdf = is_read(
        text,
        "en",
        "a\u{fffd}b\u{fffd}c\u{fffd}[31md\u{fffd}e\u{fffd}f\u{fffd}g\u{fffd}hi",
    );
    assert_eq!(
        pdf.missing_glyphs,
        ['\0', '\u{7}', '\u{1b}', '\u{7f}', '\u{9b}', '\u{e000}', '\u{ffff}']
    );
}

#[test]
fn letters_of_no_font_are_marked_and_told() {
    // Which emoji and Han characters there are hangs on the machine; an unassigned character is in no font.
    let pdf = is_read("before \u{50000}\u{50001} after", "en", "before\u{fffd}\u{fffd}after");
    assert_eq!(pdf.missing_glyphs, ['\u{50000}', '\u{50001}']);
}

#[test]
fn a_letter_with_a_mark_that_no_font_has_keeps_the_letter() {
    // A combining character of 2021, which fonts of 2020 do not have.
    let pdf = set(&samples::everywhere("na\u{1acd}me", "en"));
    if !pdf.missing_glyphs.is_empty() {
        assert_eq!(pdf.missing_glyphs, ['\u{1acd}']);
        let body = body(&pdf);
        assert!(body.contains("na\u{fffd}me"), "{body}");
    }
}

#[test]
fn characters_that_turn_the_direction_do_not_reach_further_than_their_text() {
    let text = "\u{202e}abc\u{2067}def\u{2066}ghi\u{202b}";
    let pdf = set(&samples::everywhere(text, "en"));
    nothing_in_the_margins(&pdf);
    // The first letters are turned round, as they ask for; of all others, those that no address has.
    let body = body(&pdf);
    for letter in ["b", "d", "f", "g"] {
        assert_everywhere(letter, &body);
    }
}

#[test]
fn pictures_are_drawn_or_marked() {
    let pdf = set(&samples::everywhere("👩\u{200d}💻 🇪🇺 👍🏽 ☎ ✔", "en"));
    nothing_in_the_margins(&pdf);
}

#[test]
fn nothing_at_all_is_a_document_too() {
    for text in ["", " ", "\n\n", "\u{200b}", "\u{200d}\u{feff}"] {
        set(&samples::everywhere(text, ""));
    }
}

#[test]
fn a_language_that_is_none_does_no_harm() {
    for language in [
        "",
        "-",
        "x",
        "english",
        "en-GB-oed",
        "zh-Hant-TW",
        "i-klingon",
        "en-x-us",
        "e\u{301}",
        "#panic()",
    ] {
        is_read("words", language, "words");
    }
}
