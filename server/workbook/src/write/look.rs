//! How cells look. White is for answers, grey is not.

use rust_xlsxwriter::{Color, Format, FormatAlign, FormatBorder};

const CLOSED: Color = Color::RGB(0x00EB_EBEB);
const LINE: Color = Color::RGB(0x00A0_A0A0);
const FAINT: Color = Color::RGB(0x0059_5959);

/// The format of whole numbers, among those every spreadsheet has (ISO/IEC 29500-1, 18.8.30).
const WHOLE: u8 = 1;
/// The format of text, among the same.
const TEXT: u8 = 49;

/// The kinds of cells.
pub(super) struct Look {
    /// The title of a sheet.
    pub title: Format,
    /// Running text.
    pub text: Format,
    /// Running text that matters.
    pub strong: Format,
    /// A heading.
    pub heading: Format,
    /// The id of a line.
    pub id: Format,
    /// A question.
    pub question: Format,
    /// A choice under its question.
    pub choice: Format,
    /// Guidance.
    pub guidance: Format,
    /// For an answer. Formatted as text, so that nothing typed there becomes a formula, a date or another number.
    pub open: Format,
    /// For a number.
    pub number: Format,
    /// Not for an answer.
    pub closed: Format,
}

impl Look {
    pub(super) fn new() -> Self {
        let text = Format::new().set_text_wrap().set_align(FormatAlign::Top);
        let boxed = text.clone().set_border(FormatBorder::Thin).set_border_color(LINE);
        let grey = boxed.clone().set_background_color(CLOSED);
        let open = boxed.clone().set_unlocked();
        Self {
            title: Format::new().set_bold().set_font_size(14),
            strong: text.clone().set_bold(),
            heading: grey.clone().set_bold(),
            id: boxed.clone().set_font_size(8).set_font_color(FAINT),
            question: boxed.clone().set_bold(),
            choice: boxed.clone().set_indent(1),
            guidance: boxed.clone().set_font_size(9).set_font_color(FAINT),
            number: open.clone().set_num_format_index(WHOLE),
            open: open.set_num_format_index(TEXT),
            closed: grey.set_italic().set_font_color(FAINT),
            text,
        }
    }
}
