//! Passwords: what is accepted, how they are kept, how they are checked.
//!
//! A hash takes 19 MiB and some tens of milliseconds on purpose. It runs on a thread that may wait, and only so many at
//! once, so that a crowd at the door costs time and not memory. A check takes the same time whether the account exists
//! or not. What is tried first is refused ([`refuse_guessable`]), and what was found in known leaks when the operator gives a
//! list of them ([`Breached`]).

mod breached;
mod guessable;

use std::fmt;
use std::time::Duration;

use argon2::password_hash::phc;
use argon2::{Algorithm, Argon2, Params, PasswordHasher, PasswordVerifier, Version};
use portulan_model::Told;
use thiserror::Error;
use tokio::sync::Semaphore;
use unicode_normalization::UnicodeNormalization;
use zeroize::Zeroizing;

use crate::Chance;

pub use breached::{Breached, BreachedError};
pub use guessable::refuse_guessable;

/// Fewest characters of a password (ASVS 5.0, 6.2.1).
pub const SHORTEST: usize = 8;
/// Most characters of a password: long sentences fit, and one request cannot ask for megabytes of work (ASVS 5.0,
/// 6.2.9, wants 64 at least).
pub const LONGEST: usize = 256;

/// Memory of one hash, in KiB (OWASP Password Storage Cheat Sheet, argon2id: 19 MiB, 2 passes, 1 lane).
const MEMORY_KIB: u32 = 19 * 1_024;
/// Passes over that memory (same source).
const PASSES: u32 = 2;
/// Lanes (same source).
const LANES: u32 = 1;
/// Bytes of chance in each hash (RFC 9106, 3.1).
const SALT_BYTES: usize = 16;
/// Hashes computed at once: 4 × 19 MiB = 76 MiB at most.
const AT_ONCE: usize = 4;
/// How long a check waits for its turn before the person is asked to come back.
const LONGEST_WAIT: Duration = Duration::from_secs(10);

static TURNS: Semaphore = Semaphore::const_new(AT_ONCE);

/// A password as somebody typed it, of an accepted length; wiped from memory when it is dropped, and never printed.
#[derive(Clone)]
pub struct Password(Zeroizing<String>);

/// Why a password is not accepted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
pub enum PasswordRefusal {
    /// Fewer characters than [`SHORTEST`].
    #[error("a password has {SHORTEST} characters at least")]
    TooShort,
    /// More characters than [`LONGEST`].
    #[error("a password has {LONGEST} characters at most")]
    TooLong,
    /// Among the first that are tried: common, or made of what everybody knows of the person or of this site.
    #[error("this password is among the first that are tried")]
    Guessable,
    /// Known to those who guess passwords: how many times it was seen in leaks.
    #[error("this password was seen {0} times in known leaks")]
    Breached(u64),
}

impl PasswordRefusal {
    /// What to tell the person.
    #[must_use]
    pub fn told(&self) -> Told {
        let bound = |number: usize| u64::try_from(number).unwrap_or(u64::MAX);
        match self {
            Self::TooShort => Told::new("password-too-short").number("limit", bound(SHORTEST)),
            Self::TooLong => Told::new("password-too-long").number("limit", bound(LONGEST)),
            Self::Guessable => Told::new("password-guessable"),
            Self::Breached(times) => Told::new("password-breached").number("times", *times),
        }
    }
}

impl Password {
    /// Reads what was typed: any character, of any script, spaces kept. Composed and decomposed accents are one.
    pub fn parse(typed: &str) -> Result<Self, PasswordRefusal> {
        // No accent is spelt with more than a handful of code points: the rest need not be composed to be refused.
        if typed.len() > LONGEST * 16 {
            return Err(PasswordRefusal::TooLong);
        }
        let composed: Zeroizing<String> = Zeroizing::new(typed.nfc().collect());
        match composed.chars().count() {
            count if count < SHORTEST => Err(PasswordRefusal::TooShort),
            count if count > LONGEST => Err(PasswordRefusal::TooLong),
            _ => Ok(Self(composed)),
        }
    }

    fn bytes(&self) -> &[u8] {
        self.0.as_bytes()
    }
}

impl fmt::Debug for Password {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("Password(…)")
    }
}

/// A password as it is kept: a PHC string that names its algorithm and parameters.
#[derive(Clone, PartialEq, Eq)]
pub struct PasswordHash(String);

impl PasswordHash {
    /// Takes a hash out of storage. One that cannot be read fits no password.
    #[must_use]
    pub const fn kept(text: String) -> Self {
        Self(text)
    }

    /// The text to keep.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Whether it was made with other parameters than today's: hash again at the next successful sign-in.
    #[must_use]
    pub fn needs_rehash(&self) -> bool {
        let today = format!("$argon2id$v=19$m={MEMORY_KIB},t={PASSES},p={LANES}$");
        !self.0.starts_with(&today)
    }
}

impl fmt::Debug for PasswordHash {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("PasswordHash(…)")
    }
}

/// Why a password could not be hashed or checked.
#[derive(Debug, Error)]
pub enum PasswordError {
    /// Too many people at the door: come back in a moment.
    #[error("too many passwords are being checked")]
    Busy,
    /// The program is at fault.
    #[error("hashing: {0}")]
    Hashing(String),
}

/// Makes the hash to keep.
pub async fn hash(password: Password, chance: &dyn Chance) -> Result<PasswordHash, PasswordError> {
    let mut salt = [0; SALT_BYTES];
    chance.fill(&mut salt);
    let hash = in_turn(move || hash_now(&password, &salt)).await??;
    Ok(PasswordHash(hash.to_string()))
}

/// Whether this is the password that was kept.
pub async fn verify(password: Password, kept: &PasswordHash) -> Result<bool, PasswordError> {
    let Ok(kept) = phc::PasswordHash::new(&kept.0) else {
        return verify_nobody(password).await;
    };
    in_turn(move || {
        let context = context().map_err(fault)?;
        Ok(context.verify_password(password.bytes(), &kept).is_ok())
    })
    .await?
}

/// The check of an account that does not exist, or has no password: takes its time, and says no.
pub async fn verify_nobody(password: Password) -> Result<bool, PasswordError> {
    in_turn(move || hash_now(&password, &[0; SALT_BYTES])).await??;
    Ok(false)
}

fn hash_now(password: &Password, salt: &[u8]) -> Result<phc::PasswordHash, PasswordError> {
    let context = context().map_err(fault)?;
    context
        .hash_password_with_salt(password.bytes(), salt)
        .map_err(fault)
}

fn context() -> argon2::Result<Argon2<'static>> {
    let params = Params::new(MEMORY_KIB, PASSES, LANES, None)?;
    Ok(Argon2::new(Algorithm::Argon2id, Version::V0x13, params))
}

fn fault(error: impl fmt::Display) -> PasswordError {
    PasswordError::Hashing(error.to_string())
}

/// Runs on a thread that may wait. The turn belongs to the work, not to who asked: a browser that leaves frees nothing.
async fn in_turn<T: Send + 'static>(
    work: impl FnOnce() -> T + Send + 'static,
) -> Result<T, PasswordError> {
    let turn = tokio::time::timeout(LONGEST_WAIT, TURNS.acquire()).await;
    let turn = turn
        .map_err(|_elapsed| PasswordError::Busy)?
        .map_err(fault)?;
    tokio::task::spawn_blocking(move || {
        let _turn = turn;
        work()
    })
    .await
    .map_err(fault)
}

#[cfg(test)]
mod tests {
    use portulan_i18n::{Lang, Words};
    use rstest::rstest;

    use super::*;
    use crate::SeededChance;

    fn typed(text: &str) -> Password {
        Password::parse(text).unwrap()
    }

    #[rstest]
    #[case("1234567", Err(PasswordRefusal::TooShort))]
    #[case("12345678", Ok(8))]
    #[case("été été", Err(PasswordRefusal::TooShort))]
    #[case(" espaces ", Ok(9))]
    #[case("e\u{301}e\u{301}e\u{301}e\u{301}", Err(PasswordRefusal::TooShort))]
    #[case("ключ от дома", Ok(12))]
    #[case(&"x".repeat(256), Ok(256))]
    #[case(&"é".repeat(256), Ok(256))]
    #[case(&"x".repeat(257), Err(PasswordRefusal::TooLong))]
    #[case(&"x".repeat(1 << 20), Err(PasswordRefusal::TooLong))]
    fn length_is_counted_in_composed_characters(
        #[case] text: &str,
        #[case] expected: Result<usize, PasswordRefusal>,
    ) {
        let count = Password::parse(text).map(|password| password.0.chars().count());
        assert_eq!(count, expected);
    }

    #[tokio::test]
    async fn a_password_opens_its_own_hash_however_its_accents_are_spelt_and_no_other() {
        let chance = SeededChance::new(1);
        let kept = hash(typed("été à Ploërmel"), &chance).await.unwrap();
        let again = hash(typed("été à Ploërmel"), &chance).await.unwrap();
        assert_ne!(kept, again, "each hash has its own salt");
        for (text, fits) in [
            ("été à Ploërmel", true),
            ("e\u{301}te\u{301} a\u{300} Ploe\u{308}rmel", true),
            ("Été à Ploërmel", false),
            ("été à Ploërmel ", false),
        ] {
            assert_eq!(verify(typed(text), &kept).await.unwrap(), fits, "{text}");
        }
        assert!(!verify_nobody(typed("été à Ploërmel")).await.unwrap());
    }

    #[tokio::test]
    async fn hashes_of_today_follow_owasp_and_older_ones_are_checked_then_made_again() {
        let kept = hash(typed("mot de passe"), &SeededChance::new(1)).await;
        let kept = kept.unwrap();
        assert!(kept.as_str().starts_with("$argon2id$v=19$m=19456,t=2,p=1$"));
        assert!(!kept.needs_rehash());
        let weak = Params::new(64, 1, 1, None).unwrap();
        let weak = Argon2::new(Algorithm::Argon2id, Version::V0x13, weak);
        let old: phc::PasswordHash = weak
            .hash_password_with_salt(typed("mot de passe").bytes(), &[7; 16])
            .unwrap();
        let old = PasswordHash::kept(old.to_string());
        assert!(old.needs_rehash());
        assert!(verify(typed("mot de passe"), &old).await.unwrap());
        let broken = PasswordHash::kept("mot de passe".to_owned());
        assert!(broken.needs_rehash());
        assert!(!verify(typed("mot de passe"), &broken).await.unwrap());
    }

    #[tokio::test]
    async fn nobody_takes_the_time_of_somebody() {
        let kept = hash(typed("mot de passe"), &SeededChance::new(1)).await;
        let kept = kept.unwrap();
        // The quickest of several, so that a busy machine does not decide.
        let (mut somebody, mut nobody) = (Duration::MAX, Duration::MAX);
        for _ in 0..5 {
            let start = std::time::Instant::now();
            verify(typed("autre chose"), &kept).await.unwrap();
            somebody = somebody.min(start.elapsed());
            let start = std::time::Instant::now();
            verify_nobody(typed("autre chose")).await.unwrap();
            nobody = nobody.min(start.elapsed());
        }
        assert!(
            nobody * 2 > somebody && somebody * 2 > nobody,
            "{nobody:?} {somebody:?}"
        );
    }

    #[test]
    fn every_refusal_is_worded_in_every_language() {
        for lang in Lang::ALL {
            for refusal in [
                PasswordRefusal::TooShort,
                PasswordRefusal::TooLong,
                PasswordRefusal::Breached(12),
            ] {
                let text = Words::new(lang).told(&refusal.told());
                assert!(text.len() > 20 && !text.contains('{'), "{lang:?}: {text}");
            }
        }
    }

    #[test]
    fn neither_password_nor_hash_is_ever_printed() {
        let kept = PasswordHash::kept("$argon2id$secret".to_owned());
        let text = format!("{:?} {kept:?}", typed("très secret"));
        assert!(!text.contains("secret"), "{text}");
    }
}
