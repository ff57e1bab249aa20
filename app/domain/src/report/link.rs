//! A link to something others can read, beside an answer.
//!
//! Only `https`, only to a named host, and only what every reader sees the same: no user and password before the host,
//! no address in numbers, no characters that look like others. A link is shown as it is written.

use serde::{Deserialize, Serialize};
use std::{fmt, str::FromStr};

/// The most characters of a link.
pub const LINK_MAX: usize = 500;

/// A link to a public document (RFC 3986, scheme `https`).
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Link(String);

/// A text that is no link to a public document.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("not a link that begins with https://")]
pub struct NotALink;

impl Link {
    /// The link, as written.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// Labels joined by dots, the last of letters: a name, and neither an address in numbers nor a name of a local network.
fn is_public_host(host: &str) -> bool {
    let is_label = |label: &str| {
        !label.is_empty()
            && !label.starts_with('-')
            && !label.ends_with('-')
            && label.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-')
    };
    let is_top = |label: &str| label.len() > 1 && label.starts_with(|c: char| c.is_ascii_alphabetic());
    host.len() <= 253 && host.split('.').all(is_label) && host.rsplit_once('.').is_some_and(|(_, top)| is_top(top))
}

impl FromStr for Link {
    type Err = NotALink;

    fn from_str(text: &str) -> Result<Self, NotALink> {
        let text = text.trim();
        let rest = text.strip_prefix("https://").ok_or(NotALink)?;
        let host = rest.split(['/', '?', '#']).next().unwrap_or_default();
        let is_plain = |byte: u8| byte.is_ascii_graphic() && !b"\"<>\\^`{|}".contains(&byte);
        if text.len() <= LINK_MAX && is_public_host(host) && text.bytes().all(is_plain) {
            Ok(Self(text.to_owned()))
        } else {
            Err(NotALink)
        }
    }
}

impl TryFrom<String> for Link {
    type Error = NotALink;

    fn try_from(text: String) -> Result<Self, NotALink> {
        text.parse()
    }
}

impl From<Link> for String {
    fn from(link: Link) -> Self {
        link.0
    }
}

impl fmt::Display for Link {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(&self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_link_leads_to_a_named_host_by_https() {
        for right in [
            "https://cyber.valdoria.example/strategy-2026.pdf",
            "https://a.example",
            "https://a.example?q=1#part",
            " https://xn--bcher-kva.example/%C3%A9 ",
        ] {
            assert_eq!(
                right.parse::<Link>().as_ref().map(Link::as_str),
                Ok(right.trim()),
                "{right}"
            );
        }
        for wrong in [
            "",
            "http://a.example",
            "HTTPS://a.example",
            "https://",
            "https://localhost/",
            "https://10.0.0.1/",
            "https://[::1]/",
            "https://user:password@a.example/",
            "https://a.example:8443/",
            "https://bücher.example/",
            "https://a.example/with space",
            "https://a.example/\"onclick",
            "https://a..example/",
            "https://-a.example/",
            "javascript:alert(1)//https://a.example",
        ] {
            assert_eq!(wrong.parse::<Link>(), Err(NotALink), "{wrong}");
        }
        let long = format!("https://a.example/{}", "a".repeat(LINK_MAX));
        assert_eq!(long.parse::<Link>(), Err(NotALink));
    }
}
