//! Passwords: hashed with Argon2id (RFC 9106), compared at the same cost whether or not there is an account.
//!
//! A hash takes some 20 MiB and a few hundredths of a second, on purpose. It is computed on a thread for such work,
//! since it would hold up everyone else's pages, and by at most two at a time, so that many attempts to sign in at
//! once wait in a queue instead of taking all memory.
//!
//! Whoever tries an address that has no account must not learn that from the time it takes. So there is always one
//! hash to compare with: for nobody, that of a password nobody has.

use app::portal::ports::{Passwords, StoreError, Stored};
use argon2::{Argon2, Params, PasswordHasher, PasswordVerifier};
use async_trait::async_trait;
use std::sync::Arc;
use tokio::{sync::Semaphore, task::spawn_blocking};
use zxcvbn::{Score, zxcvbn};

/// KiB of memory, passes over it, and lanes: the first choice of OWASP's Password Storage Cheat Sheet for Argon2id.
const COST: (u32, u32, u32) = (19 * 1024, 2, 1);

/// How many are computed at once. More would only take turns on a small machine.
const AT_ONCE: usize = 2;

/// Argon2id with the parameters of this release. A stored hash names its own and stays valid when they change.
#[derive(Clone, Debug)]
pub struct Argon2id {
    turns: Arc<Semaphore>,
    nobody: Arc<str>,
}

impl Argon2id {
    /// Computes the hash that stands for nobody's, once.
    ///
    /// # Errors
    /// Where the system has no randomness or no memory: nobody could sign in.
    pub fn new() -> Stored<Self> {
        let nobody = hash(b"").map(Into::into)?;
        Ok(Self {
            turns: Arc::new(Semaphore::new(AT_ONCE)),
            nobody,
        })
    }

    async fn compute<T: Send + 'static>(&self, work: impl FnOnce() -> T + Send + 'static) -> Stored<T> {
        let trouble = |error: &dyn std::fmt::Display| StoreError::Unavailable(error.to_string());
        let turn = Arc::clone(&self.turns)
            .acquire_owned()
            .await
            .map_err(|error| trouble(&error))?;
        // The turn ends with the work, not with the request: a visitor who goes away must not make room for another.
        let work = move || {
            let done = work();
            drop(turn);
            done
        };
        // What the error of a panic says may quote what was compared.
        spawn_blocking(work)
            .await
            .map_err(|_| trouble(&"a password could not be worked on"))
    }
}

fn argon2() -> Stored<Argon2<'static>> {
    let (memory, passes, lanes) = COST;
    Params::new(memory, passes, lanes, None)
        .map(Argon2::from)
        .map_err(|why| StoreError::Unavailable(why.to_string()))
}

fn hash(password: &[u8]) -> Stored<String> {
    let hashed = argon2()?
        .hash_password(password)
        .map_err(|why| StoreError::Unavailable(why.to_string()))?;
    Ok(hashed.to_string())
}

#[async_trait]
impl Passwords for Argon2id {
    async fn verify(&self, password: String, hash: Option<String>) -> bool {
        let somebody = hash.is_some();
        let hash = hash.unwrap_or_else(|| self.nobody.to_string());
        let compare = move || argon2().is_ok_and(|argon2| argon2.verify_password(password.as_bytes(), &*hash).is_ok());
        let right = self.compute(compare).await.unwrap_or(false);
        // Nobody's password is right by no means, not even when it is the empty one.
        right && somebody
    }

    async fn hash(&self, password: String) -> Stored<String> {
        self.compute(move || hash(password.as_bytes())).await?
    }

    /// Judged by zxcvbn: lists of passwords and names, keyboard rows, repetitions, dates. Fewer than 10⁸ guesses count
    /// as common.
    fn is_common(&self, password: &str, about: &[&str]) -> bool {
        zxcvbn(password, about).score() < Score::Three
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn a_password_is_compared_to_the_last_character() {
        let passwords = Argon2id::new().unwrap();
        let long = format!("  née {} \u{1F511}", "x".repeat(118));
        let hash = passwords.hash(long.clone()).await.unwrap();
        assert!(hash.starts_with("$argon2id$v=19$m=19456,t=2,p=1$"), "{hash}");
        assert!(passwords.verify(long.clone(), Some(hash.clone())).await);
        for other in [
            long.trim().to_owned(),
            long.to_uppercase(),
            format!("{long} "),
            long.replace('é', "e\u{301}"),
        ] {
            assert!(!passwords.verify(other, Some(hash.clone())).await);
        }
    }

    #[tokio::test]
    async fn nobody_has_no_password() {
        let passwords = Argon2id::new().unwrap();
        assert!(!passwords.verify(String::new(), None).await);
        assert!(!passwords.verify(String::new(), Some("not a hash".into())).await);
    }

    #[test]
    fn what_is_tried_first_is_common() {
        let passwords = Argon2id::new().unwrap();
        let about = ["Amina Okafor", "amina.okafor@mfa.example", "amina.okafor", "Valdoria"];
        for common in [
            "passwordpassword",
            "qwertyuiopasdfgh",
            "aaaaaaaaaaaaaaaa",
            "123456789012345",
            "amina.okafor@mfa.example",
            "iloveyouiloveyou",
        ] {
            assert!(passwords.is_common(common, &about), "{common}");
        }
        for fine in [
            "correct horse battery staple",
            "ocelot-viaduct-27-lichen",
            "Где-то далеко за рекой",
        ] {
            assert!(!passwords.is_common(fine, &about), "{fine}");
        }
    }
}
