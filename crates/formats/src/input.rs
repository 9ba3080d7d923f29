//! From bytes to text: unpacking, encoding, separator, with bounds on what is taken in.

use std::io::{self, BufRead, BufReader, Read};

use flate2::bufread::MultiGzDecoder;

use crate::error::FormatError;
use crate::transcode::Transcoder;

/// Most bytes taken in, once unpacked.
pub(crate) const LIMIT: u64 = 512 << 20;
/// Most that a compressed file may swell: real lists swell 4 to 20 times.
const SWELLING: u64 = 200;
/// Compressed files below this size are not judged by their swelling.
const SWELLING_FLOOR: u64 = 4 << 20;
/// Bytes looked at to tell the shape of a file.
const HEAD: usize = 64 << 10;

/// A file as UTF-8 text, whatever it was before.
pub(crate) struct Text {
    reader: BufReader<Transcoder>,
}

impl Text {
    /// Unpacks, refuses what is no text, and finds the encoding as it goes.
    pub(crate) fn open(mut raw: Box<dyn BufRead + Send>) -> Result<Self, FormatError> {
        let packed = raw
            .fill_buf()
            .map_err(read_error)?
            .starts_with(&[0x1f, 0x8b]);
        let mut bytes: Box<dyn Read + Send> = if packed {
            Box::new(Unpacked::new(raw))
        } else {
            Box::new(raw)
        };
        let mut head = Vec::new();
        bytes
            .by_ref()
            .take(HEAD as u64)
            .read_to_end(&mut head)
            .map_err(read_error)?;
        refuse_binary(&head)?;
        let whole = io::Cursor::new(head).chain(bytes);
        let transcoder = Transcoder::new(Box::new(whole));
        Ok(Self {
            reader: BufReader::with_capacity(HEAD, transcoder),
        })
    }

    /// The first characters that are not blank, without consuming anything but blanks.
    pub(crate) fn peek(&mut self) -> Result<String, FormatError> {
        loop {
            let buffer = self.reader.fill_buf().map_err(read_error)?;
            if buffer.is_empty() {
                return Err(FormatError::Empty);
            }
            let blanks = buffer.iter().take_while(|byte| byte.is_ascii_whitespace());
            let blanks = blanks.count();
            if blanks < buffer.len() {
                self.reader.consume(blanks);
                let rest = self.reader.fill_buf().map_err(read_error)?;
                return Ok(String::from_utf8_lossy(rest).into_owned());
            }
            self.reader.consume(blanks);
        }
    }

    pub(crate) fn into_reader(self) -> Box<dyn BufRead + Send> {
        Box::new(self.reader)
    }
}

/// The bounds travel as `io::Error` through the readers; here they become what they are.
pub(crate) fn read_error(error: io::Error) -> FormatError {
    match error.get_ref().and_then(|inner| inner.downcast_ref()) {
        Some(Bound::Size) => FormatError::TooLarge { limit: LIMIT },
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
    Size,
    #[error("swells too much")]
    Swelling,
    #[error("binary")]
    Binary,
    #[error("the row that begins on line {line} is longer than 1 MiB; is a quote left open?")]
    Row { line: u64 },
}

fn refuse_binary(head: &[u8]) -> Result<(), FormatError> {
    let known: [(&[u8], &str); 5] = [
        (b"PK\x03\x04", "a spreadsheet or an archive"),
        (b"\xd0\xcf\x11\xe0", "an old spreadsheet"),
        (b"%PDF", "a PDF"),
        (b"\x89PNG", "a picture"),
        (b"SQLite format 3", "a database"),
    ];
    let what = known
        .iter()
        .find(|(magic, _)| head.starts_with(magic))
        .map(|(_, what)| *what)
        .or_else(|| head.contains(&0).then_some("it holds NUL bytes"));
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
