//! The package: what is unpacked of a workbook, and how much of it.
//!
//! An XLSX workbook is a ZIP of XML files, and a small one can unpack to anything. So it is unpacked here, before the
//! program that understands workbooks sees it, and counted by what comes out and not by what it says of itself. Only the
//! parts that a form consists of are unpacked at all, under the names that every known program gives them: pictures,
//! macros, and whatever else a spreadsheet can carry, are neither opened nor counted.
//!
//! What was unpacked is packed again, without compression, for that program: so it reads what was counted. Three more
//! bounds are there because of how it reads:
//!
//! - The parts that describe others (list of sheets, formats) are kept small, and so is each tag in them: it copies what
//!   a tag says to everything that refers to it, which would multiply a large tag by a large number of references.
//! - The number of strings that a workbook says it has must be possible: it reserves room for so many beforehand.

use super::Unreadable;
use std::io::{Cursor, Read, Write};
use zip::{CompressionMethod, ZipArchive, ZipWriter, result::ZipError, write::SimpleFileOptions};

/// The most bytes of a workbook, packed. A full form with long answers has a twentieth of it.
pub const BYTES_MAX: usize = 4 * 1024 * 1024;
/// The most bytes of its parts together, unpacked.
pub const UNPACKED_MAX: usize = 32 * 1024 * 1024;
/// The most parts.
pub const PARTS_MAX: usize = 500;
/// The most bytes of a part that describes others, unpacked.
const SMALL_MAX: usize = 256 * 1024;
/// The most bytes of a tag in such a part.
const TAG_MAX: usize = 4 * 1024;

/// The beginning of an OLE container (MS-CFB 2.2): a workbook before XLSX, or an encrypted one (MS-OFFCRYPTO 2.3.1).
const OLE: [u8; 8] = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1];

/// The parts a form consists of, packed anew.
pub(super) fn sound(bytes: &[u8]) -> Result<Vec<u8>, Unreadable> {
    if bytes.len() > BYTES_MAX {
        return Err(Unreadable::TooLarge { max: BYTES_MAX });
    }
    if bytes.starts_with(&OLE) {
        return Err(if is_encrypted(bytes) {
            Unreadable::Encrypted
        } else {
            Unreadable::OldFormat
        });
    }
    if !bytes.starts_with(b"PK") {
        return Err(Unreadable::NotAWorkbook);
    }
    let mut archive = ZipArchive::new(Cursor::new(bytes)).map_err(|_| Unreadable::Damaged)?;
    if archive.len() > PARTS_MAX {
        return Err(Unreadable::TooManyParts { max: PARTS_MAX });
    }
    repacked(&mut archive)
}

/// Whether the container has the stream in which an encrypted workbook lies. Names in it are UTF-16.
fn is_encrypted(bytes: &[u8]) -> bool {
    let name: Vec<u8> = "EncryptedPackage".encode_utf16().flat_map(u16::to_le_bytes).collect();
    bytes.windows(name.len()).any(|window| window == name)
}

fn repacked(archive: &mut ZipArchive<Cursor<&[u8]>>) -> Result<Vec<u8>, Unreadable> {
    let mut anew = ZipWriter::new(Cursor::new(Vec::new()));
    let options = SimpleFileOptions::default().compression_method(CompressionMethod::Stored);
    let (mut left, mut is_workbook) = (UNPACKED_MAX, false);
    for index in 0..archive.len() {
        let mut entry = archive.by_index(index).map_err(unopened)?;
        let name = entry.name().map_err(unopened)?.to_ascii_lowercase();
        let Some(kind) = Kind::of(&name) else { continue };
        let part = unpacked(&mut entry, kind.most().min(left))?;
        left -= part.len();
        kind.check(&part)?;
        is_workbook |= name == "xl/workbook.xml";
        anew.start_file(name, options).map_err(unopened)?;
        anew.write_all(&part).map_err(|_| Unreadable::Damaged)?;
    }
    if is_workbook {
        Ok(anew.finish().map_err(unopened)?.into_inner())
    } else {
        Err(Unreadable::NotAWorkbook)
    }
}

fn unopened(error: ZipError) -> Unreadable {
    match error {
        ZipError::UnsupportedArchive(ZipError::PASSWORD_REQUIRED) | ZipError::InvalidPassword => Unreadable::Encrypted,
        _ => Unreadable::Damaged,
    }
}

/// All of a part, but no more than this.
fn unpacked(entry: &mut impl Read, most: usize) -> Result<Vec<u8>, Unreadable> {
    let mut part = Vec::new();
    let limit = u64::try_from(most).unwrap_or(u64::MAX).saturating_add(1);
    entry
        .take(limit)
        .read_to_end(&mut part)
        .map_err(|_| Unreadable::Damaged)?;
    if part.len() > most {
        Err(Unreadable::UnpacksTooMuch)
    } else {
        Ok(part)
    }
}

/// A part that is read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Kind {
    /// It describes others.
    Describing,
    /// The strings of all cells.
    Strings,
    /// A sheet.
    Sheet,
}

impl Kind {
    /// What part it is, by its name in small letters.
    fn of(name: &str) -> Option<Self> {
        match name {
            "_rels/.rels" | "xl/workbook.xml" | "xl/_rels/workbook.xml.rels" | "xl/styles.xml" => {
                Some(Self::Describing)
            }
            "xl/sharedstrings.xml" => Some(Self::Strings),
            _ => {
                let sheet = name.strip_prefix("xl/worksheets/")?.strip_suffix(".xml")?;
                (!sheet.contains('/')).then_some(Self::Sheet)
            }
        }
    }

    const fn most(self) -> usize {
        match self {
            Self::Describing => SMALL_MAX,
            Self::Strings | Self::Sheet => UNPACKED_MAX,
        }
    }

    fn check(self, part: &[u8]) -> Result<(), Unreadable> {
        let is_sound = is_utf8(part)
            && match self {
                Self::Describing => part.split(|byte| *byte == b'<').skip(1).all(is_small_tag),
                Self::Strings => counts(part, b"uniqueCount").all(|count| count <= part.len()),
                Self::Sheet => true,
            };
        if is_sound { Ok(()) } else { Err(Unreadable::Damaged) }
    }
}

/// The other encodings of XML would hide from the checks what they look for. No spreadsheet program writes them.
fn is_utf8(part: &[u8]) -> bool {
    let declared = part.split(|byte| *byte == b'>').next().unwrap_or_default();
    let declared = String::from_utf8_lossy(declared).to_ascii_lowercase();
    let is_declared_so = declared
        .split_once("encoding")
        .is_none_or(|(_, name)| name.contains("utf-8"));
    is_declared_so && !part.contains(&0) && std::str::from_utf8(part).is_ok()
}

/// What follows a `<`, up to the next.
fn is_small_tag(tag: &[u8]) -> bool {
    tag.iter().take(TAG_MAX).any(|byte| *byte == b'>') || tag.len() < TAG_MAX
}

/// The numbers that attributes of this name have, wherever they stand; one that is too long to be a number is the
/// largest.
fn counts<'a>(part: &'a [u8], name: &'a [u8]) -> impl Iterator<Item = usize> + 'a {
    let places = part
        .windows(name.len())
        .enumerate()
        .filter(move |(_, window)| *window == name);
    places.map(move |(at, _)| {
        let rest = &part[at + name.len()..];
        let digits = rest
            .iter()
            .skip_while(|byte| byte.is_ascii_whitespace() || b"=\"'".contains(byte));
        let digits: String = digits
            .take_while(|byte| byte.is_ascii_digit())
            .map(|byte| char::from(*byte))
            .collect();
        if digits.is_empty() {
            0
        } else {
            digits.parse().unwrap_or(usize::MAX)
        }
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_a_form_consists_of_is_unpacked() {
        for name in ["_rels/.rels", "xl/workbook.xml", "xl/styles.xml"] {
            assert_eq!(Kind::of(name), Some(Kind::Describing));
        }
        assert_eq!(Kind::of("xl/worksheets/sheet12.xml"), Some(Kind::Sheet));
        for name in [
            "xl/vbaproject.bin",
            "xl/media/image1.png",
            "xl/worksheets/_rels/sheet1.xml.rels",
            "xl/theme/theme1.xml",
        ] {
            assert_eq!(Kind::of(name), None, "{name}");
        }
    }

    #[test]
    fn what_would_make_the_reader_reserve_too_much_is_found() {
        let strings = |count: &str| format!("<sst uniqueCount = '{count}'><si><t>uniqueCount</t></si></sst>");
        assert_eq!(Kind::Strings.check(strings("1").as_bytes()), Ok(()));
        for count in ["99999", "18446744073709551615", "99999999999999999999999"] {
            assert_eq!(Kind::Strings.check(strings(count).as_bytes()), Err(Unreadable::Damaged));
        }
        let hidden: Vec<u8> = strings("99999").encode_utf16().flat_map(u16::to_le_bytes).collect();
        assert_eq!(Kind::Strings.check(&hidden), Err(Unreadable::Damaged));
        let declared = "<?xml version='1.0' encoding='Shift_JIS'?><sst/>";
        assert_eq!(Kind::Strings.check(declared.as_bytes()), Err(Unreadable::Damaged));
    }

    #[test]
    fn a_large_tag_is_found_and_a_large_text_is_not_one() {
        let long = "x".repeat(TAG_MAX);
        for (part, sound) in [
            (format!("<a><b c=\"{long}\"/></a>"), false),
            (format!("<a><b c=\"{long}"), false),
            (format!("<a>{long}<b/></a>"), true),
        ] {
            assert_eq!(Kind::Describing.check(part.as_bytes()).is_ok(), sound, "{}", part.len());
        }
    }
}
