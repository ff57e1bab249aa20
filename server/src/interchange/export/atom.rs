//! The latest publications as a feed (Atom, RFC 4287).
//!
//! An entry says that something was published, or that it was withdrawn; what is in it is on its page and in the files
//! the entry links to. Ids are URNs of UUIDs, which stay what they are wherever the feed is read.

use super::{Exported, Format, Origin, moment, record::Record};
use atom_syndication::{Category, Entry, Feed, FixedDateTime, Link, Person, Text, WriteConfig};
use domain::{answer, ids::Timestamp, publication::Standing};

/// What a feed says of itself, in the words of the portal.
#[derive(Clone, Debug)]
pub struct About {
    /// What it is called.
    pub title: String,
    /// Under which terms its content may be used.
    pub rights: String,
    /// The path at which it is read, its query included.
    pub path: String,
}

/// The feed of these publications, which come latest first; `now` is when the list last changed.
pub fn feed(about: &About, origin: &Origin, publications: &[Exported<'_>], now: Timestamp) -> Vec<u8> {
    let changes = publications.iter().map(|one| one.changed());
    let feed = Feed {
        title: Text::plain(clean(&about.title)),
        id: origin.id_of_list().urn().to_string(),
        updated: date(changes.max().unwrap_or(now)),
        rights: Some(Text::plain(clean(&about.rights))),
        links: vec![
            link("self", origin.at(&about.path), "application/atom+xml"),
            link("alternate", origin.at("/publications"), "text/html"),
        ],
        entries: publications.iter().map(|one| entry(*one)).collect(),
        ..Feed::default()
    };
    let written = feed.write_with_config(
        Vec::new(),
        WriteConfig {
            write_document_declaration: true,
            indent_size: Some(2),
        },
    );
    // A vector takes everything that is written to it.
    written.unwrap_or_default()
}

fn entry(exported: Exported<'_>) -> Entry {
    let record = Record::of(exported);
    let reference = exported.publication.reference;
    let file = |format: Format| link("related", exported.origin.file(reference, format), plain_type(format));
    let page = link("alternate", record.address.clone(), "text/html");
    let (title, summary, standing) = match &exported.publication.standing {
        Standing::Public(disclosure) => (words(&disclosure.title), Some(words(&disclosure.summary)), "public"),
        Standing::Withdrawn { .. } => (Text::plain(record.reference.clone()), None, "withdrawn"),
    };
    Entry {
        title,
        id: exported.id("entry").urn().to_string(),
        updated: date(exported.changed()),
        published: Some(date(exported.publication.published)),
        authors: vec![Person {
            name: clean(exported.name),
            ..Person::default()
        }],
        categories: vec![category(standing), category(&record.reference)],
        links: [page].into_iter().chain(Format::ALL.map(file)).collect(),
        summary,
        ..Entry::default()
    }
}

fn words(text: &answer::Text) -> Text {
    Text {
        lang: Some(text.language.clone()),
        ..Text::plain(clean(&text.text))
    }
}

fn category(term: &str) -> Category {
    Category {
        term: term.to_owned(),
        ..Category::default()
    }
}

fn link(rel: &str, href: String, kind: &str) -> Link {
    Link {
        href,
        rel: rel.to_owned(),
        mime_type: Some(kind.to_owned()),
        ..Link::default()
    }
}

/// The media type without its parameters: here it is a hint for choosing a link.
fn plain_type(format: Format) -> &'static str {
    let kind = format.media_type();
    kind.split(';').next().unwrap_or(kind)
}

fn date(at: Timestamp) -> FixedDateTime {
    moment::second(at).parse().unwrap_or_default()
}

/// The text without the few characters that XML has no way to write (XML 1.0, 2.2).
fn clean(text: &str) -> String {
    let is_there =
        |c: &char| matches!(c, '\t' | '\n' | '\r' | ' '..='\u{D7FF}' | '\u{E000}'..='\u{FFFD}' | '\u{10000}'..);
    text.chars().filter(is_there).collect()
}
