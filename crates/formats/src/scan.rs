//! Where a JSON value ends, and its bytes as long as they are few enough.

use crate::elements::LONGEST;

/// Bytes kept as long as they are few enough.
#[derive(Debug)]
pub(crate) struct Raw {
    pub(crate) bytes: Vec<u8>,
    longest: usize,
    pub(crate) over: bool,
}

impl Default for Raw {
    fn default() -> Self {
        Self::within(LONGEST)
    }
}

impl Raw {
    pub(crate) const fn within(longest: usize) -> Self {
        Self {
            bytes: Vec::new(),
            longest,
            over: false,
        }
    }

    pub(crate) fn extend(&mut self, bytes: &[u8]) {
        self.over |= self.bytes.len() + bytes.len() > self.longest;
        if self.over {
            self.bytes = Vec::new();
        } else {
            self.bytes.extend_from_slice(bytes);
        }
    }

    pub(crate) fn join(&mut self, other: &Self) {
        self.over |= other.over;
        self.extend(&other.bytes);
    }

    /// The text of a key in quotes.
    pub(crate) fn text(&self) -> String {
        serde_json::from_slice(&self.bytes).unwrap_or_default()
    }
}

/// Follows strings and brackets, to tell where a value ends.
#[derive(Debug, Default)]
pub(crate) struct Scan {
    depth: usize,
    text: bool,
    escaped: bool,
}

impl Scan {
    /// How many of these bytes belong to the value, and whether it ends there.
    pub(crate) fn take(&mut self, bytes: &[u8]) -> (usize, bool) {
        for (rank, byte) in bytes.iter().enumerate() {
            if self.ends_before(*byte) {
                return (rank, true);
            }
            if self.ends_with(*byte) {
                return (rank + 1, true);
            }
        }
        (bytes.len(), false)
    }

    /// Whether a number or a word has ended before this byte.
    const fn ends_before(&self, byte: u8) -> bool {
        let mark = matches!(byte, b',' | b':' | b']' | b'}') || byte.is_ascii_whitespace();
        self.depth == 0 && !self.text && mark
    }

    /// Whether a text, a list or an object ends with this byte.
    const fn ends_with(&mut self, byte: u8) -> bool {
        if self.text {
            let closes = byte == b'"' && !self.escaped;
            self.escaped = byte == b'\\' && !self.escaped;
            self.text = !closes;
            return closes && self.depth == 0;
        }
        match byte {
            b'"' => self.text = true,
            b'{' | b'[' => self.depth += 1,
            b'}' | b']' => {
                self.depth = self.depth.saturating_sub(1);
                return self.depth == 0;
            }
            _ => {}
        }
        false
    }
}
