//! Any bytes as UTF-8, as they come.
//!
//! What is valid UTF-8 stays; each byte that is not is read as Windows-1252. A file wholly in Windows-1252 comes out
//! right, and so does a UTF-8 file in which a careless copy left a few such bytes.

use std::io::{self, Read};

use encoding_rs::WINDOWS_1252;

use crate::input::{Bound, LIMIT};

const CHUNK: u64 = 32 << 10;

/// Gives UTF-8, whatever comes in, without a byte-order mark.
pub(crate) struct Transcoder {
    inner: Box<dyn Read + Send>,
    pending: Vec<u8>,
    ready: io::Cursor<Vec<u8>>,
    taken: u64,
    start: bool,
}

impl Transcoder {
    pub(crate) fn new(inner: Box<dyn Read + Send>) -> Self {
        Self {
            inner,
            pending: Vec::new(),
            ready: io::Cursor::new(Vec::new()),
            taken: 0,
            start: true,
        }
    }

    /// Reads one chunk more; `false` at the end.
    fn refill(&mut self) -> io::Result<bool> {
        let mut bytes = std::mem::take(&mut self.pending);
        let count = self.inner.by_ref().take(CHUNK).read_to_end(&mut bytes)?;
        self.taken += count as u64;
        if self.taken > LIMIT {
            return Err(io::Error::other(Bound::Size));
        }
        if bytes.contains(&0) {
            return Err(io::Error::other(Bound::Binary));
        }
        if std::mem::take(&mut self.start) && bytes.starts_with(b"\xef\xbb\xbf") {
            bytes.drain(..3);
        }
        let last = count == 0;
        if !last {
            self.pending = bytes.split_off(bytes.len() - unfinished(&bytes));
        }
        self.ready = io::Cursor::new(to_utf8(&bytes).into_bytes());
        Ok(!last || !bytes.is_empty())
    }
}

/// How many bytes at the end begin a character whose other bytes have not come yet.
fn unfinished(bytes: &[u8]) -> usize {
    for (rank, byte) in bytes.iter().rev().take(3).enumerate() {
        let length = match byte {
            0x00..=0x7f => return 0,
            0x80..=0xbf => continue,
            0xc0..=0xdf => 2,
            0xe0..=0xef => 3,
            0xf0..=0xff => 4,
        };
        return if length > rank + 1 { rank + 1 } else { 0 };
    }
    0
}

fn to_utf8(bytes: &[u8]) -> String {
    let mut text = String::with_capacity(bytes.len());
    for chunk in bytes.utf8_chunks() {
        text.push_str(chunk.valid());
        let (rest, _replaced) = WINDOWS_1252.decode_without_bom_handling(chunk.invalid());
        text.push_str(&rest);
    }
    text
}

impl Read for Transcoder {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        loop {
            let count = self.ready.read(buffer)?;
            if count > 0 || buffer.is_empty() || !self.refill()? {
                return Ok(count);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn through(bytes: &[u8]) -> String {
        let mut text = String::new();
        let mut transcoder = Transcoder::new(Box::new(io::Cursor::new(bytes.to_vec())));
        transcoder.read_to_string(&mut text).unwrap();
        text
    }

    #[test]
    fn windows_1252_and_utf8_give_the_same_text() {
        assert_eq!(through("Pacé, l’été".as_bytes()), "Pacé, l’été");
        assert_eq!(through(b"Pac\xe9, l\x92\xe9t\xe9"), "Pacé, l’été");
        assert_eq!(through(b"\xef\xbb\xbfid"), "id");
    }

    #[test]
    fn a_character_across_two_chunks_stays_whole() {
        let text = "é".repeat(40_000);
        assert_eq!(through(format!("a{text}").as_bytes()), format!("a{text}"));
    }

    proptest! {
        #[test]
        fn any_text_comes_out_as_it_went_in(text in "[^\u{0}\u{feff}]{0,200}") {
            prop_assert_eq!(through(text.as_bytes()), text);
        }
    }
}
