//! Things nobody can guess: the one place that draws them.

use app::portal::ports::Chance;
use domain::ids::FormKey;
use rand::{Rng, rand_core::UnwrapErr, rngs::SysRng};
use std::fmt::Write;
use uuid::Builder;

/// The operating system's generator of random numbers. A system that has none left runs no portal: drawing from it
/// ends the request.
#[derive(Clone, Copy, Debug)]
pub struct SystemChance;

impl SystemChance {
    fn bytes<const N: usize>() -> [u8; N] {
        let mut bytes = [0; N];
        UnwrapErr(SysRng).fill_bytes(&mut bytes);
        bytes
    }
}

impl Chance for SystemChance {
    /// A UUID of version 4: 122 random bits.
    fn form_key(&self) -> FormKey {
        FormKey::new(Builder::from_random_bytes(Self::bytes()).into_uuid())
    }

    /// 256 random bits, as 64 hexadecimal digits: every mail program keeps such a link in one piece.
    fn token(&self) -> String {
        Self::bytes::<32>().iter().fold(String::new(), |mut digits, byte| {
            let _ = write!(digits, "{byte:02x}");
            digits
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    #[test]
    fn no_two_draws_are_the_same() {
        let tokens: BTreeSet<_> = (0..1_000).map(|_| SystemChance.token()).collect();
        assert_eq!(tokens.len(), 1_000);
        assert!(
            tokens
                .iter()
                .all(|token| token.len() == 64 && token.bytes().all(|digit| digit.is_ascii_hexdigit()))
        );
        assert_ne!(SystemChance.form_key(), SystemChance.form_key());
    }
}
