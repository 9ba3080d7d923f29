//! Links that need no account: what they open, for whom and until when, signed with the key of the installation.
//!
//! Pure functions. The text is `purpose.expires.subject.code`, safe in an address as it is. A link says nothing of
//! whether it was used: who wants it to serve once keeps a table of what was used.

use std::fmt;
use std::str::FromStr;

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use thiserror::Error;

use crate::secret::Key;

/// Names the use of the key; another number would make all links of before forged.
const CONTEXT: &str = "portulan/link/1";
/// Longest text that is looked at, in bytes: a subject of some 2 000 characters.
const LONGEST: usize = 4_096;

/// What a link opens.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Link {
    /// What for.
    pub purpose: Purpose,
    /// On what or for whom, in the words of the purpose: an id, never a name nor an address.
    pub subject: String,
    /// Last instant at which it serves, to the second.
    #[serde(with = "chrono::serde::ts_seconds")]
    pub expires: DateTime<Utc>,
}

/// Why a link opens nothing.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
pub enum LinkError {
    /// This installation did not sign it, or not for this purpose.
    #[error("the link was not signed here for this")]
    Forged,
    /// Its time has passed.
    #[error("the link has expired")]
    Expired,
}

macro_rules! purposes {
    ($($(#[$doc:meta])* $name:ident = $word:literal;)+) => {
        /// What a link is for. A link for one purpose is forged for every other.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
        #[serde(rename_all = "kebab-case")]
        pub enum Purpose {
            $($(#[$doc])* $name,)+
        }

        impl Purpose {
            /// All purposes.
            pub const ALL: &[Self] = &[$(Self::$name),+];

            /// Its word: in the link, and in storage.
            #[must_use]
            pub const fn word(self) -> &'static str {
                match self {
                    $(Self::$name => $word,)+
                }
            }
        }
    };
}

purposes! {
    /// Open a session.
    SignIn = "sign-in";
    /// Make an account that somebody invited to.
    Invitation = "invitation";
    /// Prove that an address is one's own.
    Address = "address";
    /// Set a lost password again.
    Recovery = "recovery";
    /// Close all sessions of an account.
    Sessions = "sessions";
    /// Prove the address that a proposal gives, and follow what becomes of it.
    Proposal = "proposal";
    /// Say of places whether they are still right.
    Campaign = "campaign";
    /// Say of a whole territory what is there.
    Census = "census";
    /// Say of a session what happens that very day.
    Day = "day";
    /// Receive no more mail of a kind.
    Unsubscribe = "unsubscribe";
}

impl fmt::Display for Purpose {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.word())
    }
}

impl FromStr for Purpose {
    type Err = LinkError;

    fn from_str(word: &str) -> Result<Self, LinkError> {
        let mut all = Self::ALL.iter().copied();
        all.find(|purpose| purpose.word() == word)
            .ok_or(LinkError::Forged)
    }
}

impl Link {
    /// A link, its end rounded down to the second.
    #[must_use]
    pub fn new(purpose: Purpose, subject: impl Into<String>, expires: DateTime<Utc>) -> Self {
        let expires = DateTime::from_timestamp(expires.timestamp(), 0).unwrap_or(expires);
        Self {
            purpose,
            subject: subject.into(),
            expires,
        }
    }

    /// The text of the link: letters, digits, `-`, `_` and `.`.
    #[must_use]
    pub fn sign(&self, key: &Key) -> String {
        let subject = URL_SAFE_NO_PAD.encode(&self.subject);
        let told = format!("{}.{:x}.{subject}", self.purpose, self.expires.timestamp());
        let code = key.derive(CONTEXT).code(told.as_bytes());
        format!("{told}.{}", URL_SAFE_NO_PAD.encode(code))
    }

    /// Reads a link that was signed here for this purpose and serves still.
    pub fn open(
        text: &str,
        purpose: Purpose,
        key: &Key,
        now: DateTime<Utc>,
    ) -> Result<Self, LinkError> {
        let link = Self::open_whenever(text, purpose, key)?;
        if link.has_expired(now) {
            return Err(LinkError::Expired);
        }
        Ok(link)
    }

    /// The same, where its end is that of something whose day may have moved since: whoever asks looks at that.
    pub(crate) fn open_whenever(
        text: &str,
        purpose: Purpose,
        key: &Key,
    ) -> Result<Self, LinkError> {
        let link = Self::read(text, key).ok_or(LinkError::Forged)?;
        if link.purpose == purpose {
            Ok(link)
        } else {
            Err(LinkError::Forged)
        }
    }

    /// Whether its time has passed.
    #[must_use]
    pub fn has_expired(&self, now: DateTime<Utc>) -> bool {
        now.timestamp() > self.expires.timestamp()
    }

    /// Nothing of the text is believed before its code agrees.
    fn read(text: &str, key: &Key) -> Option<Self> {
        let (told, code) = text.rsplit_once('.').filter(|_| text.len() <= LONGEST)?;
        let code = URL_SAFE_NO_PAD.decode(code).ok()?;
        if !key.derive(CONTEXT).agrees(told.as_bytes(), &code) {
            return None;
        }
        let mut parts = told.split('.');
        let purpose = parts.next()?.parse().ok()?;
        let seconds = i64::from_str_radix(parts.next()?, 16).ok()?;
        let subject = URL_SAFE_NO_PAD.decode(parts.next()?).ok()?;
        Some(Self {
            purpose,
            subject: String::from_utf8(subject).ok()?,
            expires: DateTime::from_timestamp(seconds, 0)?,
        })
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::secret::KEY_BYTES;

    fn key() -> Key {
        Key::from_bytes([7; KEY_BYTES])
    }

    fn at(seconds: i64) -> DateTime<Utc> {
        DateTime::from_timestamp(seconds, 0).unwrap()
    }

    fn any_link() -> impl Strategy<Value = Link> {
        let purpose = prop::sample::select(Purpose::ALL.to_vec());
        (purpose, "\\PC{0,60}", 0..4_000_000_000_i64)
            .prop_map(|(purpose, subject, seconds)| Link::new(purpose, subject, at(seconds)))
    }

    proptest! {
        #[test]
        fn a_link_reads_back_and_is_safe_in_an_address(link in any_link()) {
            let text = link.sign(&key());
            let safe = |byte: u8| byte.is_ascii_alphanumeric() || b"-_.".contains(&byte);
            prop_assert!(text.bytes().all(safe), "{text}");
            let read = Link::open(&text, link.purpose, &key(), link.expires);
            prop_assert_eq!(read, Ok(link));
        }

        #[test]
        fn a_link_with_any_byte_changed_is_forged(
            link in any_link(), place in any::<prop::sample::Index>(), byte in 0x20_u8..0x7f,
        ) {
            let mut bytes = link.sign(&key()).into_bytes();
            let place = place.index(bytes.len());
            prop_assume!(bytes[place] != byte);
            bytes[place] = byte;
            let text = String::from_utf8(bytes).unwrap();
            let read = Link::open(&text, link.purpose, &key(), link.expires);
            prop_assert_eq!(read, Err(LinkError::Forged));
        }

        #[test]
        fn a_link_that_is_cut_or_goes_on_is_forged(
            link in any_link(), place in any::<prop::sample::Index>(), more in "[A-Za-z0-9._=-]{1,9}",
        ) {
            let text = link.sign(&key());
            let cut: String = text.chars().take(place.index(text.len())).collect();
            for broken in [cut, format!("{text}{more}"), format!("{more}{text}")] {
                let read = Link::open(&broken, link.purpose, &key(), link.expires);
                prop_assert_eq!(read, Err(LinkError::Forged));
            }
        }

        #[test]
        fn nothing_that_people_type_is_a_link(text in "\\PC{0,120}") {
            for purpose in Purpose::ALL {
                prop_assert_eq!(Link::open(&text, *purpose, &key(), at(0)), Err(LinkError::Forged));
            }
        }
    }

    #[test]
    fn every_byte_of_one_link_counts() {
        let link = Link::new(Purpose::Campaign, "42", at(1_800_000_000));
        let text = link.sign(&key());
        for place in 0..text.len() {
            for byte in 0..=0x7f_u8 {
                let mut bytes = text.clone().into_bytes();
                if bytes[place] == byte {
                    continue;
                }
                bytes[place] = byte;
                let broken = String::from_utf8(bytes).unwrap();
                let read = Link::open(&broken, Purpose::Campaign, &key(), at(0));
                assert_eq!(read, Err(LinkError::Forged), "{broken}");
            }
        }
    }

    #[test]
    fn a_link_serves_to_the_last_second_and_then_has_expired() {
        let link = Link::new(Purpose::SignIn, "7", at(1_000));
        let text = link.sign(&key());
        let open = |now| Link::open(&text, Purpose::SignIn, &key(), now);
        assert_eq!(open(at(1_000)), Ok(link.clone()));
        assert_eq!(open(at(1_001)), Err(LinkError::Expired));
    }

    #[test]
    fn a_link_for_another_purpose_or_of_another_installation_is_forged_even_when_expired() {
        let text = Link::new(Purpose::SignIn, "7", at(1_000)).sign(&key());
        let elsewhere = Key::from_bytes([8; KEY_BYTES]);
        for now in [at(0), at(2_000)] {
            for purpose in Purpose::ALL.iter().filter(|one| **one != Purpose::SignIn) {
                let read = Link::open(&text, *purpose, &key(), now);
                assert_eq!(read, Err(LinkError::Forged), "{purpose}");
            }
            let read = Link::open(&text, Purpose::SignIn, &elsewhere, now);
            assert_eq!(read, Err(LinkError::Forged));
        }
    }

    #[test]
    fn words_of_purposes_are_all_different_and_read_back() {
        for purpose in Purpose::ALL {
            assert_eq!(purpose.word().parse(), Ok(*purpose));
        }
    }

    #[test]
    fn the_text_of_a_link_does_not_change_between_versions() {
        let text = Link::new(Purpose::Campaign, "c1:lieu-1", at(1_800_000_000)).sign(&key());
        assert!(
            text.starts_with("campaign.6b49d200.YzE6bGlldS0x."),
            "{text}"
        );
    }
}
