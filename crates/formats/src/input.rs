//! From bytes to text: unpacking, encoding, separator, with bounds on what is taken in.

use std::io::{self, BufRead, BufReader, Read};

use flate2::bufread::MultiGzDecoder;

use encoding_rs::{Encoding, UTF_8, UTF_16BE, UTF_16LE};

use crate::error::FormatError;
use crate::transcode::Transcoder;

/// Most bytes of a list of places, once unpacked.
pub(crate) const LIMIT: u64 = 512 << 20;
/// Most that a compressed file may swell: real lists swell 4 to 20 times.
const SWELLING: u64 = 200;
/// Compressed files below this size are not judged by their swelling.
const SWELLING_FLOOR: u64 = 4 << 20;
/// Bytes looked at to tell the shape of a file.
const HEAD: usize = 64 << 10;

/// The bytes of a file, unpacked if they were packed, and the first of them.
pub(crate) struct Intake {
    head: Vec<u8>,
    bytes: Box<dyn Read + Send>,
}

impl Intake {
    /// Unpacks what is gzipped.
    pub(crate) fn open(raw: Box<dyn BufRead + Send>) -> Result<Self, FormatError> {
        let whole = Self::peeking(raw)?;
        if !whole.head.starts_with(&[0x1f, 0x8b]) {
            return Ok(whole);
        }
        let packed = Box::new(BufReader::with_capacity(HEAD, whole.into_reader()));
        Self::peeking(Unpacked::new(packed))
    }

    fn peeking(mut bytes: impl Read + Send + 'static) -> Result<Self, FormatError> {
        let mut head = Vec::new();
        bytes
            .by_ref()
            .take(HEAD as u64)
            .read_to_end(&mut head)
            .map_err(read_error)?;
        Ok(Self {
            head,
            bytes: Box::new(bytes),
        })
    }

    /// The beginning of the file.
    pub(crate) fn head(&self) -> &[u8] {
        &self.head
    }

    pub(crate) fn into_reader(self) -> Box<dyn Read + Send> {
        Box::new(io::Cursor::new(self.head).chain(self.bytes))
    }
}

/// A file as UTF-8 text, whatever it was before.
pub(crate) struct Text {
    reader: BufReader<Transcoder>,
}

impl Text {
    /// Unpacks, refuses what is no text, and finds the encoding as it goes.
    pub(crate) fn open(raw: Box<dyn BufRead + Send>) -> Result<Self, FormatError> {
        Self::decode(Intake::open(raw)?, None, LIMIT)
    }

    /// Refuses what is no text and what is longer than `limit`; finds the encoding when none is said.
    pub(crate) fn decode(
        intake: Intake,
        encoding: Option<&'static Encoding>,
        limit: u64,
    ) -> Result<Self, FormatError> {
        let encoding = encoding.or_else(|| wide(intake.head()));
        refuse_binary(intake.head(), encoding)?;
        let transcoder = Transcoder::new(intake.into_reader(), encoding, limit);
        Ok(Self {
            reader: BufReader::with_capacity(HEAD, transcoder),
        })
    }

    /// The first lines, from the first that is not blank, without consuming them.
    pub(crate) fn peek(&mut self) -> Result<String, FormatError> {
        loop {
            let buffer = self.reader.fill_buf().map_err(read_error)?;
            if buffer.is_empty() {
                return Err(FormatError::Empty);
            }
            let blanks = buffer.iter().take_while(|byte| byte.is_ascii_whitespace());
            let blanks = blanks.count();
            if blanks == buffer.len() {
                self.reader.consume(blanks);
                continue;
            }
            let lines = buffer.get(..blanks).unwrap_or_default();
            let line = lines.iter().rposition(|byte| matches!(byte, b'\n' | b'\r'));
            self.reader.consume(line.map_or(0, |last| last + 1));
            let rest = self.reader.fill_buf().map_err(read_error)?;
            return Ok(String::from_utf8_lossy(rest).into_owned());
        }
    }

    pub(crate) fn into_reader(self) -> Box<dyn BufRead + Send> {
        Box::new(self.reader)
    }
}

/// The bounds travel as `io::Error` through the readers; here they become what they are.
pub(crate) fn read_error(error: io::Error) -> FormatError {
    match error.get_ref().and_then(|inner| inner.downcast_ref()) {
        Some(Bound::Size { limit }) => FormatError::TooLarge { limit: *limit },
        Some(Bound::Swelling) => FormatError::Swelling { ratio: SWELLING },
        Some(Bound::Binary) => FormatError::NotText {
            what: "it holds NUL bytes",
        },
        Some(Bound::Row { .. }) => FormatError::Csv(error.into()),
        None => FormatError::Read(error),
    }
}

/// Errors of the `csv` crate, with the bounds told apart.
pub(crate) fn csv_error(error: csv::Error) -> FormatError {
    if !error.is_io_error() {
        return FormatError::Csv(error);
    }
    match error.into_kind() {
        csv::ErrorKind::Io(error) => read_error(error),
        _ => FormatError::Read(io::ErrorKind::Other.into()),
    }
}

/// A bound that was reached, on its way through `io::Error`.
#[derive(Debug, thiserror::Error)]
pub(crate) enum Bound {
    #[error("too large")]
    Size { limit: u64 },
    #[error("swells too much")]
    Swelling,
    #[error("binary")]
    Binary,
    #[error("the row that begins on line {line} is longer than 1 MiB; is a quote left open?")]
    Row { line: u64 },
}

/// UTF-16, told from its mark or from the NUL bytes of its Latin letters.
fn wide(head: &[u8]) -> Option<&'static Encoding> {
    if let Some((encoding, _)) = Encoding::for_bom(head).filter(|(found, _)| *found != UTF_8) {
        return Some(encoding);
    }
    let nul = |start: usize| {
        let bytes = head.iter().skip(start).step_by(2).take(512);
        let (all, nul) = bytes.fold((0, 0), |(all, nul), byte| {
            (all + 1, nul + usize::from(*byte == 0))
        });
        (nul * 10 > all * 8, nul == 0)
    };
    match (nul(0), nul(1)) {
        ((_, true), (true, _)) => Some(UTF_16LE),
        ((true, _), (_, true)) => Some(UTF_16BE),
        _ => None,
    }
}

fn refuse_binary(head: &[u8], encoding: Option<&'static Encoding>) -> Result<(), FormatError> {
    let known: [(&[u8], &str); 5] = [
        (b"PK\x03\x04", "a spreadsheet or an archive"),
        (b"\xd0\xcf\x11\xe0", "an old spreadsheet"),
        (b"%PDF", "a PDF"),
        (b"\x89PNG", "a picture"),
        (b"SQLite format 3", "a database"),
    ];
    let narrow = encoding.is_none_or(|encoding| ![UTF_16LE, UTF_16BE].contains(&encoding));
    let what = known
        .iter()
        .find(|(magic, _)| head.starts_with(magic))
        .map(|(_, what)| *what)
        .or_else(|| (narrow && head.contains(&0)).then_some("it holds NUL bytes"));
    match what {
        Some(what) => Err(FormatError::NotText { what }),
        None if head.iter().all(u8::is_ascii_whitespace) => Err(FormatError::Empty),
        None => Ok(()),
    }
}

/// A gzip stream that stops when it swells beyond reason.
struct Unpacked {
    decoder: MultiGzDecoder<Counted>,
    given: u64,
}

struct Counted {
    inner: Box<dyn BufRead + Send>,
    taken: u64,
}

impl Unpacked {
    fn new(inner: Box<dyn BufRead + Send>) -> Self {
        let decoder = MultiGzDecoder::new(Counted { inner, taken: 0 });
        Self { decoder, given: 0 }
    }
}

impl Read for Unpacked {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let count = self.decoder.read(buffer)?;
        self.given += count as u64;
        let packed = self.decoder.get_ref().taken.max(1);
        if self.given > SWELLING_FLOOR && self.given / packed > SWELLING {
            return Err(io::Error::other(Bound::Swelling));
        }
        Ok(count)
    }
}

impl Read for Counted {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let count = self.inner.read(buffer)?;
        self.taken += count as u64;
        Ok(count)
    }
}

impl BufRead for Counted {
    fn fill_buf(&mut self) -> io::Result<&[u8]> {
        self.inner.fill_buf()
    }

    fn consume(&mut self, count: usize) {
        self.taken += count as u64;
        self.inner.consume(count);
    }
}
