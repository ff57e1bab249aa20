//! Where on this site to go next, when somebody else says so.
//!
//! The address of the sign-in page carries where to go afterwards (`?next=/desk`), and a refused form goes back to the
//! page that browsers name in `Referer`. Both are the visitor's, or whoever sent them a link's, to write: if any
//! address were followed, a link to this site could end on a copy of it (OWASP ASVS 5.0, 3.7.2). So only a path on
//! this site is a [`LocalPath`], and only such a path is followed.

use serde::{Deserialize, Deserializer, Serialize};
use std::{fmt, str::FromStr};

/// A path on this site, with its query if it has one: never another site, a scheme, or a second header line.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(transparent)]
pub struct LocalPath(String);

/// A text that does not lead to a page of this site.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("not a path on this site")]
pub struct NotLocal;

/// Longer than any address of this site.
const LONGEST: usize = 1_024;

impl LocalPath {
    /// The path as it goes into an address or a header.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The same page with this parameter set, and no other value of it.
    #[must_use]
    pub fn with(&self, name: &str, value: &str) -> Self {
        let (path, query) = self.0.split_once('?').unwrap_or((&self.0, ""));
        let kept = query
            .split('&')
            .filter(|pair| !pair.is_empty() && pair.split('=').next() != Some(name));
        let pairs: Vec<String> = kept.map(str::to_owned).chain([format!("{name}={value}")]).collect();
        Self(format!("{path}?{}", pairs.join("&")))
    }
}

impl FromStr for LocalPath {
    type Err = NotLocal;

    /// Browsers read `//host` and `/\host` as another site, and drop tabs and line breaks before they look.
    fn from_str(text: &str) -> Result<Self, NotLocal> {
        let plain = text.len() <= LONGEST && text.bytes().all(|byte| byte.is_ascii_graphic() && byte != b'\\');
        let here = text.starts_with('/') && !text.starts_with("//");
        // A door is posted to, never visited.
        let page = !text.starts_with("/do/") && !text.contains('#');
        if plain && here && page {
            Ok(Self(text.to_owned()))
        } else {
            Err(NotLocal)
        }
    }
}

impl fmt::Display for LocalPath {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl<'de> Deserialize<'de> for LocalPath {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        String::deserialize(deserializer)?
            .parse()
            .map_err(serde::de::Error::custom)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_pages_of_this_site_are_followed() {
        for here in [
            "/",
            "/desk",
            "/filings/INC-XV-2026-0007?section=impact",
            "/a//b",
            "/sign-in?next=%2Fdesk",
        ] {
            assert!(here.parse::<LocalPath>().is_ok(), "{here}");
        }
        let long = format!("/{}", "a".repeat(LONGEST));
        for elsewhere in [
            "",
            "desk",
            "//evil.example",
            "/\\evil.example",
            "\\\\evil.example",
            "https://evil.example",
            "javascript:alert(1)",
            "/desk\r\nSet-Cookie: a=b",
            "/\t/evil.example",
            " /desk",
            "/do/sign-out",
            "@evil.example",
            "/é",
            "/desk#x",
            &long,
        ] {
            assert!(elsewhere.parse::<LocalPath>().is_err(), "{elsewhere}");
        }
    }

    #[test]
    fn a_parameter_is_set_once() {
        let page: LocalPath = "/desk?refused=stale&page=2".parse().unwrap();
        assert_eq!(page.with("refused", "not-now").as_str(), "/desk?page=2&refused=not-now");
        let plain: LocalPath = "/desk".parse().unwrap();
        assert_eq!(plain.with("refused", "stale").as_str(), "/desk?refused=stale");
    }
}
