//! Patterns of STIX that say nothing more than "any of these values": the comparisons in them, taken apart.
//!
//! `[file:hashes.MD5 = '…' OR file:name IN ('a', 'b')]` and several such observations with `OR` between them are simple.
//! Everything else (`AND`, `NOT`, `LIKE`, `FOLLOWEDBY`, qualifiers, numbers) means more than its values do, and is kept
//! whole as a pattern.

use super::super::traces::{is_address, kind_of_hash, sound};
use domain::indicator::IndicatorKind;

/// The traces a simple pattern names, each of which is enough; `None` for any other pattern, and for values that are not
/// what their path says.
pub(super) fn traces(pattern: &str) -> Option<Vec<(IndicatorKind, String)>> {
    let mut reader = Reader { rest: pattern };
    let mut all = Vec::new();
    loop {
        reader.take("[")?;
        loop {
            reader.comparison(&mut all)?;
            if reader.take("]").is_some() {
                break;
            }
            reader.word("OR")?;
        }
        if reader.is_at_the_end() {
            return Some(all);
        }
        reader.word("OR")?;
    }
}

/// What a path to a property stands for.
fn kind(path: &str, value: &str) -> Option<IndicatorKind> {
    use IndicatorKind as K;
    let path: String = path
        .chars()
        .filter(|c| *c != '\'')
        .flat_map(char::to_lowercase)
        .collect();
    if let Some((of, algorithm)) = path.split_once(":hashes.") {
        return match of {
            "file" | "artifact" => Some(kind_of_hash(algorithm)),
            "x509-certificate" => Some(K::Other),
            _ => None,
        };
    }
    Some(match path.as_str() {
        "ipv4-addr:value" | "ipv6-addr:value" => K::Address,
        "network-traffic:dst_ref.value" | "network-traffic:src_ref.value" if is_address(value) => K::Address,
        "domain-name:value" | "network-traffic:dst_ref.value" | "network-traffic:src_ref.value" => K::Domain,
        "url:value" => K::Url,
        "email-addr:value" | "email-message:from_ref.value" | "email-message:sender_ref.value" => K::Email,
        "file:name" | "directory:path" => K::FileName,
        "windows-registry-key:key" => K::RegistryKey,
        "mutex:name" => K::Mutex,
        _ => return None,
    })
}

/// Reads a pattern from its beginning.
struct Reader<'a> {
    rest: &'a str,
}

impl<'a> Reader<'a> {
    fn is_at_the_end(&mut self) -> bool {
        self.rest = self.rest.trim_start();
        self.rest.is_empty()
    }

    fn take(&mut self, sign: &str) -> Option<()> {
        self.rest = self.rest.trim_start().strip_prefix(sign)?;
        Some(())
    }

    /// A word, which something else than a letter must follow.
    fn word(&mut self, word: &str) -> Option<()> {
        let rest = self.rest.trim_start().strip_prefix(word)?;
        let is_whole = !rest.starts_with(|c: char| c.is_alphanumeric() || c == '_');
        is_whole.then(|| self.rest = rest)
    }

    /// `path = 'value'`, `path ISSUBSET 'network'` or `path IN ('value', …)`.
    fn comparison(&mut self, all: &mut Vec<(IndicatorKind, String)>) -> Option<()> {
        let path = self.path()?;
        let mut found = |value: String| {
            let kind = kind(path, &value)?;
            all.push((kind, sound(kind, &value).ok()?));
            Some(())
        };
        if self.take("=").is_some() || self.word("ISSUBSET").is_some() {
            return found(self.literal()?);
        }
        self.word("IN")?;
        self.take("(")?;
        loop {
            found(self.literal()?)?;
            if self.take(")").is_some() {
                return Some(());
            }
            self.take(",")?;
        }
    }

    /// Up to white space or an operator, save in quotes.
    fn path(&mut self) -> Option<&'a str> {
        let text = self.rest.trim_start();
        let mut is_quoted = false;
        let end = text.find(|c: char| {
            is_quoted ^= c == '\'';
            !is_quoted && (c.is_whitespace() || matches!(c, '=' | '!' | '<' | '>' | ']'))
        });
        let (path, rest) = text.split_at(end?);
        self.rest = rest;
        (!path.is_empty()).then_some(path)
    }

    /// A text in quotes, in which a backslash goes before a quote and before itself.
    fn literal(&mut self) -> Option<String> {
        self.take("'")?;
        let (mut value, mut signs) = (String::new(), self.rest.char_indices());
        while let Some((at, sign)) = signs.next() {
            match sign {
                '\'' => {
                    self.rest = &self.rest[at + 1..];
                    return Some(value);
                }
                '\\' => value.push(signs.next()?.1),
                _ => value.push(sign),
            }
        }
        None
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use IndicatorKind as K;

    #[test]
    fn simple_patterns_are_their_values() {
        for (pattern, expected) in [
            ("[ipv4-addr:value = '192.0.2.7']", vec![(K::Address, "192.0.2.7")]),
            (
                "[ipv4-addr:value ISSUBSET '192.0.2.0/24']",
                vec![(K::Address, "192.0.2.0/24")],
            ),
            (
                "[ domain-name:value='A.example'OR url:value = 'https://a.example/\\'' ] OR [mutex:name = 'a\\\\b']",
                vec![
                    (K::Domain, "a.example"),
                    (K::Url, "https://a.example/'"),
                    (K::Mutex, "a\\b"),
                ],
            ),
            (
                "[file:name IN ('a', 'b')]",
                vec![(K::FileName, "a"), (K::FileName, "b")],
            ),
            (
                "[file:hashes.'MD5' = '00000000000000000000000000000001']",
                vec![(K::Md5, "00000000000000000000000000000001")],
            ),
            (
                "[network-traffic:dst_ref.value = 'a.example']",
                vec![(K::Domain, "a.example")],
            ),
        ] {
            let expected: Vec<_> = expected
                .into_iter()
                .map(|(kind, value)| (kind, value.to_owned()))
                .collect();
            assert_eq!(traces(pattern), Some(expected), "{pattern}");
        }
    }

    #[test]
    fn what_means_more_than_its_values_is_not_simple() {
        for pattern in [
            "",
            "[",
            "[]",
            "[]]",
            "[ipv4-addr:value",
            "[ipv4-addr:value = ",
            "[ipv4-addr:value = 'x",
            "[ipv4-addr:value = '192.0.2.7'",
            "[ipv4-addr:value = 'not an address']",
            "[ipv4-addr:value != '192.0.2.7']",
            "[ipv4-addr:value NOT = '192.0.2.7']",
            "[file:name LIKE 'a%']",
            "[file:size = 7]",
            "[file:name = 'a' AND file:size = 7]",
            "[file:name = 'a'] FOLLOWEDBY [file:name = 'b']",
            "[file:name = 'a'] WITHIN 5 SECONDS",
            "[file:name = 'a'] ORx [file:name = 'b']",
            "[file:name IN ()]",
            "[process:command_line = 'a']",
            "[file:name = 'é\\",
        ] {
            assert_eq!(traces(pattern), None, "{pattern}");
        }
    }
}
