//! When a value is what it says it is: one place for every format.

use domain::{
    draft::{KEPT, WhyLeftOut},
    indicator::IndicatorKind,
};
use std::net::IpAddr;

/// The longest value of one line: as long as browsers and servers let an address be.
const LINE: usize = 2_048;

/// The value as it is kept, if it is what its kind says.
///
/// # Errors
/// Why it is left out.
pub(super) fn sound(kind: IndicatorKind, value: &str) -> Result<String, WhyLeftOut> {
    use IndicatorKind as K;
    let hex = |digits| value.len() == digits && value.bytes().all(|byte| byte.is_ascii_hexdigit());
    let word = || !value.contains(char::is_whitespace);
    let is_sound = match kind {
        K::Address => is_address(value),
        K::Domain => word() && !value.contains(['/', '@']),
        K::Url => word(),
        K::Email => word() && value.contains('@'),
        K::Md5 => hex(32),
        K::Sha1 => hex(40),
        K::Sha256 => hex(64),
        K::Sha512 => hex(128),
        K::Pattern if carries_prose(value) => return Err(WhyLeftOut::SourceProse),
        K::Pattern => value.len() <= KEPT && !value.contains('\0'),
        _ => true,
    };
    let is_a_line = kind == K::Pattern || (value.len() <= LINE && !value.contains(char::is_control));
    if value.is_empty() || !is_sound || !is_a_line {
        return Err(WhyLeftOut::NotUnderstood);
    }
    Ok(match kind {
        K::Domain | K::Md5 | K::Sha1 | K::Sha256 | K::Sha512 => value.to_lowercase(),
        _ => value.to_owned(),
    })
}

/// An address, or a network: an address, a slash, and how many bits of it are the network's.
pub(super) fn is_address(value: &str) -> bool {
    let (address, bits) = value
        .split_once('/')
        .map_or((value, None), |(address, bits)| (address, Some(bits)));
    let Ok(address) = address.parse::<IpAddr>() else {
        return false;
    };
    let most = if address.is_ipv4() { 32 } else { 128 };
    bits.is_none_or(|bits| bits.parse::<u8>().is_ok_and(|bits| bits <= most))
}

/// The kind of a hash by the name of its algorithm, in any spelling; `Other` for those that have no kind of their own.
pub(super) fn kind_of_hash(algorithm: &str) -> IndicatorKind {
    let letters: String = algorithm.chars().filter(char::is_ascii_alphanumeric).collect();
    match letters.to_ascii_lowercase().as_str() {
        "md5" => IndicatorKind::Md5,
        "sha1" => IndicatorKind::Sha1,
        "sha256" => IndicatorKind::Sha256,
        "sha512" => IndicatorKind::Sha512,
        _ => IndicatorKind::Other,
    }
}

/// Detection rules have room for their author's name and their opinion of whom they detect.
fn carries_prose(rule: &str) -> bool {
    let rule = rule.to_lowercase();
    ["meta:", "author", "description", "reference", "msg:"]
        .iter()
        .any(|word| rule.contains(word))
}
