//! Passwords found in known leaks, looked up in a file that the operator brings: nothing is asked of anybody.
//!
//! The file is that of Have I Been Pwned "ordered by hash": one line `SHA-1 in hexadecimal:times seen` per password, tens
//! of gigabytes. It is halved some thirty times on the disk, never read whole. SHA-1 is the key of that list and nothing
//! else: no secret rests on it. Checked passwords leave no trace.

use std::fs::File;
use std::io::{self, Read, Seek, SeekFrom};
use std::path::{Path, PathBuf};

use sha1::{Digest, Sha1};
use thiserror::Error;

use super::{Password, PasswordRefusal};

/// Digits of a SHA-1.
const DIGITS: usize = 40;
/// Longest line, in bytes: the digits, a colon, a count of twenty digits, the end of the line, and some room.
const LONGEST_LINE: usize = 80;

/// The operator's list.
#[derive(Debug, Clone)]
pub struct Breached {
    path: PathBuf,
}

/// Why the list cannot be used.
#[derive(Debug, Error)]
pub enum BreachedError {
    /// The file cannot be read.
    #[error("the list of leaked passwords cannot be read")]
    Io(#[from] io::Error),
    /// A line is no `SHA-1:count`.
    #[error("the list of leaked passwords has no line `SHA-1:count` at byte {0}")]
    Line(u64),
}

impl Breached {
    /// Looks at the first line, so that a wrong file is told of at the start and not at the first sign-up.
    pub fn open(path: &Path) -> Result<Self, BreachedError> {
        let mut list = Lines::of(File::open(path)?)?;
        list.at(0)?;
        Ok(Self {
            path: path.to_owned(),
        })
    }

    /// Refuses a password of the list.
    pub async fn refuse(
        &self,
        password: &Password,
    ) -> Result<Option<PasswordRefusal>, BreachedError> {
        let (list, password) = (self.clone(), password.clone());
        let search = tokio::task::spawn_blocking(move || list.times(&password));
        let times = search.await.map_err(io::Error::other)??;
        Ok((times > 0).then_some(PasswordRefusal::Breached(times)))
    }

    /// How many times a password was seen in leaks.
    fn times(&self, password: &Password) -> Result<u64, BreachedError> {
        let sought = Sha1::digest(password.bytes());
        // Opened each time: the list can be replaced while the program runs.
        let mut list = Lines::of(File::open(&self.path)?)?;
        let (mut low, mut high) = (0, list.length);
        while low < high {
            let start = list.start_before(low, low.midpoint(high))?;
            let line = list.at(start)?;
            match line.hash.as_slice().cmp(sought.as_slice()) {
                std::cmp::Ordering::Equal => return Ok(line.times),
                std::cmp::Ordering::Less => low = line.end,
                std::cmp::Ordering::Greater => high = line.start,
            }
        }
        Ok(0)
    }
}

struct Line {
    start: u64,
    /// Where the next one starts.
    end: u64,
    hash: Vec<u8>,
    times: u64,
}

struct Lines {
    file: File,
    length: u64,
}

impl Lines {
    fn of(file: File) -> io::Result<Self> {
        let length = file.metadata()?.len();
        Ok(Self { file, length })
    }

    /// Where the line that holds this byte starts; `low` starts one.
    fn start_before(&mut self, low: u64, byte: u64) -> Result<u64, BreachedError> {
        let from = byte.saturating_sub(LONGEST_LINE as u64).max(low);
        let before = self.read(from, byte - from)?;
        match before.iter().rposition(|byte| *byte == b'\n') {
            Some(end) => Ok(from + end as u64 + 1),
            None if from == low => Ok(low),
            None => Err(BreachedError::Line(byte)),
        }
    }

    fn at(&mut self, start: u64) -> Result<Line, BreachedError> {
        let bytes = self.read(start, LONGEST_LINE as u64)?;
        let length = bytes.iter().position(|byte| *byte == b'\n');
        let end = start + length.map_or(bytes.len(), |length| length + 1) as u64;
        let text = bytes.get(..length.unwrap_or(bytes.len()));
        let parsed = text.and_then(parse);
        let (hash, times) = parsed.ok_or(BreachedError::Line(start))?;
        Ok(Line {
            start,
            end,
            hash,
            times,
        })
    }

    fn read(&mut self, from: u64, bytes: u64) -> io::Result<Vec<u8>> {
        self.file.seek(SeekFrom::Start(from))?;
        let mut read = Vec::new();
        self.file.by_ref().take(bytes).read_to_end(&mut read)?;
        Ok(read)
    }
}

/// `HEX:count`, in either case, with or without the count.
fn parse(line: &[u8]) -> Option<(Vec<u8>, u64)> {
    let text = std::str::from_utf8(line).ok()?.trim_end();
    let (digits, times) = text.split_once(':').unwrap_or((text, "1"));
    if digits.len() != DIGITS {
        return None;
    }
    let pairs = digits.as_bytes().chunks(2);
    let hash = pairs.map(|pair| u8::from_str_radix(std::str::from_utf8(pair).ok()?, 16).ok());
    Some((hash.collect::<Option<Vec<u8>>>()?, times.parse().ok()?))
}

#[cfg(test)]
mod tests {
    use std::io::Write;

    use rstest::rstest;
    use tempfile::NamedTempFile;

    use super::*;

    fn file(text: &str) -> NamedTempFile {
        let mut file = NamedTempFile::new().unwrap();
        file.write_all(text.as_bytes()).unwrap();
        file
    }

    fn line(password: &str, times: u64) -> String {
        let hash = Sha1::digest(password.as_bytes());
        let digits: Vec<String> = hash.iter().map(|byte| format!("{byte:02X}")).collect();
        format!("{}:{times}", digits.concat())
    }

    /// A list of so many passwords, each seen as many times as its number squared.
    fn list(count: u64, end: &str) -> NamedTempFile {
        let mut lines: Vec<String> = (1..=count)
            .map(|number| line(&format!("password {number}"), number * number))
            .collect();
        lines.sort();
        file(&(lines.join(end) + end))
    }

    #[rstest]
    #[case(1, "\n")]
    #[case(2, "\r\n")]
    #[case(3, "\n")]
    #[case(1_000, "\r\n")]
    #[tokio::test]
    async fn every_line_is_found_and_nothing_else(#[case] count: u64, #[case] end: &str) {
        let file = list(count, end);
        let list = Breached::open(file.path()).unwrap();
        for number in 1..=count * 2 {
            let password = Password::parse(&format!("password {number}")).unwrap();
            let expected = (number <= count).then_some(number * number);
            let refused = list.refuse(&password).await.unwrap();
            assert_eq!(refused, expected.map(PasswordRefusal::Breached), "{number}");
        }
    }

    #[test]
    fn small_letters_a_missing_count_and_a_missing_last_end_are_read() {
        let text = line("password", 1).to_lowercase();
        let file = file(text.trim_end_matches(":1"));
        let list = Breached::open(file.path()).unwrap();
        let password = Password::parse("password").unwrap();
        assert_eq!(list.times(&password).unwrap(), 1);
    }

    #[rstest]
    #[case("")]
    #[case("password\n")]
    #[case("0123456789ABCDEF0123456789ABCDEF:3\n")]
    #[case("G123456789ABCDEF0123456789ABCDEF01234567:3\n")]
    #[case("0123456789ABCDEF0123456789ABCDEF01234567:many\n")]
    fn another_file_is_told_of_at_the_start(#[case] text: &str) {
        let error = Breached::open(file(text).path()).unwrap_err();
        assert!(matches!(error, BreachedError::Line(0)), "{error}");
    }

    #[test]
    fn a_file_without_lines_does_not_trap_the_search() {
        let start = line("password", 1) + "\n";
        let file = file(&(start + &"x".repeat(10_000)));
        let list = Breached::open(file.path()).unwrap();
        let password = Password::parse("mot de passe").unwrap();
        assert!(matches!(
            list.times(&password),
            Err(BreachedError::Line(1..))
        ));
    }
}
