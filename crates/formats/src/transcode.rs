//! Any bytes as UTF-8, as they come.
//!
//! Where no encoding is known, what is valid UTF-8 stays and each byte that is not is read as Windows-1252. A file wholly
//! in Windows-1252 comes out right, and so does a UTF-8 file in which a careless copy left a few such bytes.

use std::io::{self, Read};

use encoding_rs::{Decoder, Encoding, WINDOWS_1252};

use crate::input::Bound;

const CHUNK: u64 = 32 << 10;

/// Gives UTF-8, whatever comes in, without a byte-order mark.
pub(crate) struct Transcoder {
    inner: Box<dyn Read + Send>,
    decoder: Option<Decoder>,
    pending: Vec<u8>,
    ready: io::Cursor<Vec<u8>>,
    taken: u64,
    limit: u64,
    start: bool,
    ended: bool,
}

impl Transcoder {
    /// Reads in `encoding`, or in what the bytes look like when none is given; no further than `limit` bytes.
    pub(crate) fn new(
        inner: Box<dyn Read + Send>,
        encoding: Option<&'static Encoding>,
        limit: u64,
    ) -> Self {
        Self {
            inner,
            decoder: encoding.map(Encoding::new_decoder),
            pending: Vec::new(),
            ready: io::Cursor::new(Vec::new()),
            taken: 0,
            limit,
            start: true,
            ended: false,
        }
    }

    /// Reads one chunk more; `false` at the end.
    fn refill(&mut self) -> io::Result<bool> {
        if self.ended {
            return Ok(false);
        }
        let mut bytes = std::mem::take(&mut self.pending);
        let count = self.inner.by_ref().take(CHUNK).read_to_end(&mut bytes)?;
        self.taken += count as u64;
        if self.taken > self.limit {
            let limit = self.limit;
            return Err(io::Error::other(Bound::Size { limit }));
        }
        let last = count == 0;
        self.ended = last;
        let text = match &mut self.decoder {
            Some(decoder) => decoded(decoder, &bytes, last),
            None => self.guessed(bytes, last),
        };
        let more = !last || !text.is_empty();
        if text.contains('\0') {
            return Err(io::Error::other(Bound::Binary));
        }
        self.ready = io::Cursor::new(text.into_bytes());
        Ok(more)
    }

    fn guessed(&mut self, mut bytes: Vec<u8>, last: bool) -> String {
        if std::mem::take(&mut self.start) && bytes.starts_with(b"\xef\xbb\xbf") {
            bytes.drain(..3);
        }
        if !last {
            self.pending = bytes.split_off(bytes.len() - unfinished(&bytes));
        }
        to_utf8(bytes)
    }
}

fn decoded(decoder: &mut Decoder, bytes: &[u8], last: bool) -> String {
    let most = decoder.max_utf8_buffer_length(bytes.len());
    let mut text = String::with_capacity(most.unwrap_or(bytes.len() * 4));
    let (_, _, _replaced) = decoder.decode_to_string(bytes, &mut text, last);
    text
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

fn to_utf8(bytes: Vec<u8>) -> String {
    let bytes = match String::from_utf8(bytes) {
        Ok(text) => return text,
        Err(error) => error.into_bytes(),
    };
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
        decoded_as(bytes, None)
    }

    fn decoded_as(bytes: &[u8], encoding: Option<&'static Encoding>) -> String {
        let mut text = String::new();
        let bytes = Box::new(io::Cursor::new(bytes.to_vec()));
        let mut transcoder = Transcoder::new(bytes, encoding, 1 << 20);
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

    #[test]
    fn an_encoding_that_is_said_is_followed_across_chunks() {
        let text = "é😀".repeat(20_000);
        let wide: Vec<u8> = text.encode_utf16().flat_map(u16::to_le_bytes).collect();
        assert_eq!(decoded_as(&wide, Some(encoding_rs::UTF_16LE)), text);
        assert_eq!(decoded_as(b"\x8e", Some(encoding_rs::MACINTOSH)), "é");
    }

    #[test]
    fn nothing_is_taken_in_beyond_the_limit() {
        let mut transcoder = Transcoder::new(Box::new(io::repeat(b'a')), None, 100_000);
        let error = transcoder.read_to_end(&mut Vec::new()).unwrap_err();
        assert!(error.to_string().contains("too large"));
    }

    proptest! {
        #[test]
        fn any_text_comes_out_as_it_went_in(text in "[^\u{0}\u{feff}]{0,200}") {
            prop_assert_eq!(through(text.as_bytes()), text);
        }
    }
}
