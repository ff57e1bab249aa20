//! Reading a proof: what on these pages is not as it should be?
//!
//! Two things can go wrong. A glyph can be the font's "not defined", which most fonts draw as a box: then no font has
//! the letter. (Or a font has one for what should have none, such as a control character.) And a line can be longer
//! than there is room, because no place to break it was found.

use crate::{corrections::BREAK, manuscript::MARGIN};
use std::{collections::BTreeSet, ops::Range};
use typst::{
    layout::{Abs, Frame, FrameItem},
    model::Document,
    text::{Glyph, TextItem},
};
use typst_layout::{Page, PagedDocument};
use unicode_segmentation::UnicodeSegmentation;

/// What is not as it should be.
#[derive(Debug, Default)]
pub(crate) struct Findings {
    /// Letters no font can draw.
    pub(crate) unset: BTreeSet<String>,
    /// Pieces of lines that reach into the margin.
    pub(crate) wide: BTreeSet<String>,
}

/// Reads these pages.
pub(crate) fn read(pages: &[Page]) -> Findings {
    let mut found = Findings::default();
    for page in pages {
        let margin = Abs::mm(MARGIN) - Abs::pt(0.5);
        let room = margin..page.frame.width() - margin;
        found.read(&page.frame, Abs::zero(), &room);
    }
    found
}

impl Findings {
    fn read(&mut self, frame: &Frame, left: Abs, room: &Range<Abs>) {
        for (at, item) in frame.items() {
            let left = left + at.x;
            match item {
                FrameItem::Group(group) => self.read(&group.frame, left + group.transform.tx, room),
                FrameItem::Text(text) => {
                    self.unset.extend(unset(text));
                    if left < room.start || left + text.width() > room.end {
                        self.wide.extend(word(&text.text));
                    }
                }
                _ => {}
            }
        }
    }
}

/// The letters of a piece of a line that no font has, or none should have.
fn unset(text: &TextItem) -> impl Iterator<Item = String> {
    let is_box = |glyph: &&Glyph| glyph.id == 0 || text.text[glyph.range()].contains(is_unprintable);
    let boxes: Vec<_> = text.glyphs.iter().filter(is_box).map(Glyph::range).collect();
    let is_unset = move |start: usize, end: usize| boxes.iter().any(|range| range.start < end && start < range.end);
    let letters = text.text.grapheme_indices(true);
    let unset = letters.filter(move |(start, letter)| is_unset(*start, start + letter.len()));
    unset.map(|(_, letter)| letter.replace(BREAK, ""))
}

/// Whether it is not to be drawn: a control character, a number that is no character, or one of a private meaning,
/// which another reader's font would draw as something else. PDF/A forbids them.
pub(crate) fn is_unprintable(c: char) -> bool {
    let is_line = matches!(c, '\n' | '\r' | '\t' | '\u{0B}' | '\u{0C}' | '\u{85}');
    let is_private = matches!(c, '\u{E000}'..='\u{F8FF}' | '\u{F0000}'..);
    let is_none = matches!(c, '\u{FDD0}'..='\u{FDEF}') || (c as u32) & 0xFFFE == 0xFFFE;
    (c.is_control() && !is_line) || is_private || is_none
}

fn word(text: &str) -> Option<String> {
    let word = text.replace(BREAK, "").trim().to_owned();
    (!word.is_empty()).then_some(word)
}

/// The same pages without the [breaks](BREAK), which have done what they were for: whoever copies a word out of the
/// document gets it as it was written.
pub(crate) fn without_breaks(document: &PagedDocument) -> PagedDocument {
    let mut pages = document.pages().to_vec();
    for page in &mut pages {
        take_out(&mut page.frame);
    }
    PagedDocument::new(pages.into(), document.info().clone())
}

fn take_out(frame: &mut Frame) {
    frame.retain(|item| {
        match item {
            FrameItem::Group(group) => take_out(&mut group.frame),
            FrameItem::Text(text) if text.text.contains(BREAK) => take_out_of(text),
            _ => {}
        }
        true
    });
}

/// Glyphs know which bytes of the text they draw, so these move with it.
fn take_out_of(text: &mut TextItem) {
    let breaks: Vec<usize> = text.text.match_indices(BREAK).map(|(at, _)| at).collect();
    let moved = |offset: u16| {
        let offset = usize::from(offset);
        let passed: usize = breaks
            .iter()
            .map(|&at| offset.saturating_sub(at).min(BREAK.len()))
            .sum();
        u16::try_from(offset - passed).unwrap_or(u16::MAX)
    };
    for glyph in &mut text.glyphs {
        glyph.range = moved(glyph.range.start)..moved(glyph.range.end);
    }
    text.text = text.text.replace(BREAK, "");
}
