//! The secret key of the installation: 32 bytes, kept as 64 hexadecimal digits in a file of its own.
//!
//! With an embedded database the file is `secret.key` in the data folder, made at the first start. Nodes that share a
//! server must share the file too: there it is never made here, only read from where the command line says. Nothing
//! signs with this key itself: each use derives its own from it, so that one never serves for another.

use std::fmt;
use std::io::{ErrorKind, Write as _};
use std::path::{Path, PathBuf};

use hmac::{Hmac, KeyInit as _, Mac as _};
use sha2::Sha256;
use thiserror::Error;

use crate::Chance;

/// Length of a key: that of the digest it is used with, as RFC 2104 §3 asks.
pub const KEY_BYTES: usize = 32;
/// Block of SHA-256.
const BLOCK_BYTES: usize = 64;
/// Name of the file in the data folder.
pub const FILE_NAME: &str = "secret.key";
/// Permissions of the file that others than its owner must not have.
#[cfg(unix)]
const OF_OTHERS: u32 = 0o077;

/// A key that signs.
#[derive(Clone, PartialEq, Eq)]
pub struct Key([u8; KEY_BYTES]);

/// Where the key of an installation comes from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum KeySource {
    /// A file that must be there.
    Given(PathBuf),
    /// The file of a data folder, made at the first start.
    Folder(PathBuf),
}

/// A key as it was found.
#[derive(Debug, Clone)]
pub struct Found {
    /// The key.
    pub key: Key,
    /// Whether others than its owner can read the file.
    pub too_open: bool,
}

impl From<Key> for Found {
    fn from(key: Key) -> Self {
        Self {
            key,
            too_open: false,
        }
    }
}

/// Why there is no key.
#[derive(Debug, Error)]
pub enum KeyError {
    /// The file is not there.
    #[error("the secret key {} is not there", .0.display())]
    Missing(PathBuf),
    /// The file does not hold a key.
    #[error("{} does not hold 64 hexadecimal digits", .0.display())]
    Malformed(PathBuf),
    /// The file cannot be read or written.
    #[error("the secret key {}: {source}", .file.display())]
    Io {
        /// Which file.
        file: PathBuf,
        /// Why.
        #[source]
        source: std::io::Error,
    },
}

impl Key {
    /// A key whose bytes are known: tests, and keys that come from elsewhere.
    #[must_use]
    pub const fn from_bytes(bytes: [u8; KEY_BYTES]) -> Self {
        Self(bytes)
    }

    /// The key of one use, named by its context: `links`.
    #[must_use]
    pub fn derive(&self, context: &str) -> Self {
        Self(self.code(context.as_bytes()))
    }

    /// The code of a text: whoever has no key cannot compute it, nor learn anything of the text from it.
    #[must_use]
    pub fn code(&self, text: &[u8]) -> [u8; KEY_BYTES] {
        self.hmac(text).finalize().into_bytes().into()
    }

    /// Whether a code is that of a text, in a time that tells nothing of the right one.
    #[must_use]
    pub fn agrees(&self, text: &[u8], code: &[u8]) -> bool {
        self.hmac(text).verify_slice(code).is_ok()
    }

    fn hmac(&self, text: &[u8]) -> Hmac<Sha256> {
        // RFC 2104 §2: a key shorter than a block is filled up with zeros.
        let mut block = [0; BLOCK_BYTES];
        for (to, from) in block.iter_mut().zip(self.0) {
            *to = from;
        }
        let mut hmac = Hmac::<Sha256>::new(&block.into());
        hmac.update(text);
        hmac
    }

    fn draw(chance: &dyn Chance) -> Self {
        let mut bytes = [0; KEY_BYTES];
        chance.fill(&mut bytes);
        Self(bytes)
    }

    fn to_text(&self) -> String {
        let digits = self.0.iter().flat_map(|byte| [byte >> 4, byte & 0xf]);
        digits
            .filter_map(|digit| char::from_digit(u32::from(digit), 16))
            .collect()
    }

    fn from_text(text: &str) -> Option<Self> {
        let digits: Vec<u8> = text
            .trim()
            .chars()
            .map(|sign| sign.to_digit(16).and_then(|digit| u8::try_from(digit).ok()))
            .collect::<Option<_>>()?;
        let bytes: Vec<u8> = digits
            .chunks(2)
            .map(|pair| pair.iter().fold(0, |byte, digit| (byte << 4) | digit))
            .collect();
        let whole = digits.len() == KEY_BYTES * 2;
        bytes.try_into().ok().filter(|_| whole).map(Self)
    }
}

/// Never the key.
impl fmt::Debug for Key {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Key(…)")
    }
}

impl KeySource {
    /// The file.
    #[must_use]
    pub fn file(&self) -> PathBuf {
        match self {
            Self::Given(file) => file.clone(),
            Self::Folder(folder) => folder.join(FILE_NAME),
        }
    }

    /// Reads the key; it must be there.
    pub fn read(&self) -> Result<Found, KeyError> {
        read(&self.file())
    }

    /// Reads the key; that of a data folder is drawn when it is not there.
    pub fn read_or_make(&self, chance: &dyn Chance) -> Result<Found, KeyError> {
        match (self, self.read()) {
            (Self::Folder(folder), Err(KeyError::Missing(file))) => {
                make(folder, &file, &Key::draw(chance))?;
                read(&file)
            }
            (_, found) => found,
        }
    }
}

fn read(file: &Path) -> Result<Found, KeyError> {
    let text = std::fs::read_to_string(file).map_err(|source| match source.kind() {
        ErrorKind::NotFound => KeyError::Missing(file.to_owned()),
        ErrorKind::InvalidData => KeyError::Malformed(file.to_owned()),
        _ => io(file, source),
    })?;
    let key = Key::from_text(&text).ok_or_else(|| KeyError::Malformed(file.to_owned()))?;
    let too_open = is_open(file).map_err(|source| io(file, source))?;
    Ok(Found { key, too_open })
}

/// Writes the file whole, under its name only once it is; of two that start at once, the first has its key kept.
fn make(folder: &Path, file: &Path, key: &Key) -> Result<(), KeyError> {
    let failed = |source| io(file, source);
    std::fs::create_dir_all(folder).map_err(failed)?;
    // Temporary files are for their owner alone.
    let mut draft = tempfile::NamedTempFile::new_in(folder).map_err(failed)?;
    writeln!(draft, "{}", key.to_text()).map_err(failed)?;
    draft.as_file().sync_all().map_err(failed)?;
    match draft.persist_noclobber(file) {
        Ok(_) => Ok(()),
        Err(refused) if refused.error.kind() == ErrorKind::AlreadyExists => Ok(()),
        Err(refused) => Err(failed(refused.error)),
    }
}

#[cfg(unix)]
fn is_open(file: &Path) -> std::io::Result<bool> {
    use std::os::unix::fs::PermissionsExt as _;
    Ok(std::fs::metadata(file)?.permissions().mode() & OF_OTHERS != 0)
}

#[cfg(not(unix))]
fn is_open(_file: &Path) -> std::io::Result<bool> {
    Ok(false)
}

fn io(file: &Path, source: std::io::Error) -> KeyError {
    KeyError::Io {
        file: file.to_owned(),
        source,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::SeededChance;

    #[test]
    fn the_key_of_a_folder_is_made_once_for_its_owner_alone() {
        let folder = tempfile::tempdir().unwrap();
        let source = KeySource::Folder(folder.path().join("neuf"));
        assert!(matches!(source.read(), Err(KeyError::Missing(_))));
        let made = source.read_or_make(&SeededChance::new(1)).unwrap();
        let again = source.read_or_make(&SeededChance::new(2)).unwrap();
        assert_eq!(made.key, again.key);
        assert_eq!(made.key, source.read().unwrap().key);
        assert!(!made.too_open);
        assert_eq!(
            std::fs::read_dir(folder.path().join("neuf"))
                .unwrap()
                .count(),
            1
        );
    }

    #[test]
    fn a_given_key_is_read_and_never_made() {
        let folder = tempfile::tempdir().unwrap();
        let source = KeySource::Given(folder.path().join("cle"));
        let refused = source.read_or_make(&SeededChance::new(1));
        assert!(matches!(refused, Err(KeyError::Missing(_))));
        assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 0);
    }

    #[test]
    fn a_file_that_holds_no_key_is_refused() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("cle");
        let odd = "a".repeat(63);
        let long = "a".repeat(66);
        for text in ["", "abc", &odd, &long, &"g".repeat(64), &"é".repeat(64)] {
            std::fs::write(&file, text).unwrap();
            let refused = KeySource::Given(file.clone()).read();
            assert!(matches!(refused, Err(KeyError::Malformed(_))), "{text}");
        }
        std::fs::write(&file, [0xff; 64]).unwrap();
        assert!(matches!(read(&file), Err(KeyError::Malformed(_))));
    }

    #[cfg(unix)]
    #[test]
    fn a_file_that_others_can_read_is_told() {
        use std::os::unix::fs::PermissionsExt as _;
        let folder = tempfile::tempdir().unwrap();
        let source = KeySource::Folder(folder.path().to_owned());
        source.read_or_make(&SeededChance::new(1)).unwrap();
        for (mode, open) in [(0o600, false), (0o400, false), (0o640, true), (0o604, true)] {
            let rights = std::fs::Permissions::from_mode(mode);
            std::fs::set_permissions(source.file(), rights).unwrap();
            assert_eq!(source.read().unwrap().too_open, open, "{mode:o}");
        }
    }

    #[test]
    fn the_key_is_in_no_log_and_each_use_has_its_own() {
        let key = Key::from_bytes([7; KEY_BYTES]);
        assert_eq!(format!("{key:?}"), "Key(…)");
        assert_ne!(key.derive("a"), key.derive("b"));
        assert_eq!(key.derive("a"), key.derive("a"));
        assert!(key.agrees(b"x", &key.code(b"x")));
        assert!(!key.agrees(b"y", &key.code(b"x")));
        assert!(!key.agrees(b"x", &[]));
    }
}
