//! Whatever a list holds, memory is bounded by one row of it.

use std::io::{BufReader, Read, Write as _};
use std::time::{Duration, Instant};

use portulan_formats::{FormatError, Record, RecordOptions, open_records};

use crate::{all, broken, refused};

const MIB: usize = 1 << 20;

/// A head, then one piece again and again, then a tail.
struct Stream {
    part: Vec<u8>,
    at: usize,
    piece: Vec<u8>,
    left: usize,
    tail: Vec<u8>,
}

impl Stream {
    fn new(head: &str, piece: &str, tail: &str, size: usize) -> Self {
        Self {
            part: head.into(),
            at: 0,
            piece: piece.into(),
            left: size / piece.len(),
            tail: tail.into(),
        }
    }
}

impl Read for Stream {
    fn read(&mut self, buffer: &mut [u8]) -> std::io::Result<usize> {
        if self.at == self.part.len() {
            self.at = 0;
            self.part = if self.left == 0 {
                std::mem::take(&mut self.tail)
            } else {
                let times = self.left.min(64);
                self.left -= times;
                self.piece.repeat(times)
            };
        }
        let rest = &self.part[self.at..];
        let count = rest.len().min(buffer.len());
        buffer[..count].copy_from_slice(&rest[..count]);
        self.at += count;
        Ok(count)
    }
}

/// How many rows a stream has, and the last of them.
fn run(stream: Stream) -> Result<(usize, Option<Record>), FormatError> {
    let (mut count, mut last) = (0, None);
    let reader = Box::new(BufReader::new(stream));
    for record in open_records("list", reader, &RecordOptions::default())? {
        last = Some(record?);
        count += 1;
    }
    Ok((count, last))
}

/// The most memory this process has had, in KiB; each test is a process under nextest.
fn peak_kib() -> Option<usize> {
    let status = std::fs::read_to_string("/proc/self/status").ok()?;
    let line = status.lines().find(|line| line.starts_with("VmHWM:"))?;
    line.split_whitespace().nth(1)?.parse().ok()
}

fn assert_small(before: Option<usize>, mib: usize) {
    if let (Some(before), Some(after)) = (before, peak_kib()) {
        let grown = (after - before) / 1024;
        eprintln!("grown by {grown} MiB to {} MiB", after / 1024);
        assert!(grown < mib, "grown by {grown} MiB");
    }
}

/// A row of about a thousand bytes.
fn row() -> String {
    format!(
        "7;\"Espace\nnumérique\";Pacé;{}\n",
        "présentation ".repeat(70)
    )
}

#[test]
fn three_hundred_mebibytes_of_csv_pass_in_small_memory() {
    let (before, start) = (peak_kib(), Instant::now());
    let stream = Stream::new("id;nom;ville;texte\n", &row(), "", 300 * MIB);
    let wanted = stream.left;
    let (count, last) = run(stream).unwrap();
    assert_eq!(count, wanted);
    assert_eq!(last.unwrap().get("nom"), Some("Espace\nnumérique"));
    assert_small(before, 16);
    eprintln!("300 MiB of CSV in {:?}", start.elapsed());
    assert!(start.elapsed() < Duration::from_mins(1));
}

#[test]
fn json_lists_and_lines_of_any_length_pass_in_small_memory() {
    let before = peak_kib();
    let object = format!(r#"{{"id":7,"texte":"{}"}}"#, "présentation ".repeat(70));
    for (head, piece, tail) in [
        ("[{}", format!(",{object}"), "]"),
        ("{}\n", format!("{object}\n"), ""),
        (
            r#"{"type":"FeatureCollection","features":[{}"#,
            format!(",{object}"),
            "]}",
        ),
    ] {
        let stream = Stream::new(head, &piece, tail, 50 * MIB);
        let wanted = stream.left + 1;
        assert_eq!(run(stream).unwrap().0, wanted);
    }
    assert_small(before, 16);
}

#[test]
fn a_document_too_long_to_be_searched_asks_for_the_name_of_its_list() {
    let before = peak_kib();
    let head = r#"{"total":1,"lieux":[{}"#;
    let object = format!(r#",{{"a":"{}"}}"#, "présentation ".repeat(700));
    let stream = || Stream::new(head, &object, "]}", 70 * MIB);
    assert!(matches!(run(stream()), Err(FormatError::ListUnnamed)));
    let named = RecordOptions {
        key: Some("lieux".to_owned()),
        ..RecordOptions::default()
    };
    let records = open_records("x", Box::new(BufReader::new(stream())), &named).unwrap();
    assert_eq!(records.count(), stream().left + 1);
    assert_small(before, 200);
}

#[test]
fn ten_thousand_columns_are_read_and_more_than_twenty_thousand_refused() {
    let before = peak_kib();
    let wide = |columns: usize| {
        let names: Vec<String> = (0..columns).map(|rank| format!("c{rank}")).collect();
        names.join(";")
    };
    let row = format!("{}\n", wide(10_000));
    let stream = Stream::new(&row, &row, "", 30 * MIB);
    let wanted = stream.left;
    let (count, last) = run(stream).unwrap();
    assert_eq!(count, wanted);
    assert_eq!(last.unwrap().get("c9999"), Some("c9999"));
    assert_small(before, 32);
    let error = refused(wide(20_001).as_bytes());
    assert!(
        matches!(
            error,
            FormatError::TooManyColumns {
                found: 20_001,
                limit: 20_000
            }
        ),
        "{error}"
    );
}

#[test]
fn a_row_longer_than_a_mebibyte_ends_the_reading_and_names_its_line() {
    let before = peak_kib();
    let stream = Stream::new("id;nom\n1;a\n2;\"", "b;c\n", "", 50 * MIB);
    let error = run(stream).unwrap_err();
    let cause = std::error::Error::source(&error).unwrap().to_string();
    assert!(
        cause.contains("line 3") && cause.contains("quote"),
        "{cause}"
    );
    assert_small(before, 16);
}

#[test]
fn a_row_of_separators_is_broken_and_the_next_one_read() {
    let text = format!("id;nom\n1;a{}\n2;b\n", ";".repeat(500_000));
    let rows = all(&text);
    assert_eq!(broken(&rows[0]), "500002 cells for 2 columns");
    assert_eq!(rows[1].get("nom"), Some("b"));
}

#[test]
fn an_object_that_swells_when_flattened_is_broken_and_the_next_one_read() {
    let before = peak_kib();
    let zeros = format!("[{}0]", "0,".repeat(400_000));
    let deep = format!("{}{}", r#"{"a":"#.repeat(40), "}".repeat(40));
    let deep = deep.replacen(":}", ":1}", 1);
    let long = "x".repeat(10_000);
    let mut nested = format!("[{}0]", "0,".repeat(10_000));
    for _ in 0..30 {
        nested = format!(r#"{{"{long}":{nested}}}"#);
    }
    let rows = all(&format!(r#"[{{"a":{zeros}}},{deep},{nested},{{"b":1}}]"#));
    assert!(
        broken(&rows[0]).contains("20000 values"),
        "{:?}",
        rows[0].broken
    );
    assert_eq!(broken(&rows[1]), "");
    assert!(
        broken(&rows[2]).contains("names too long"),
        "{:?}",
        rows[2].broken
    );
    assert_eq!(rows[3].get("b"), Some("1"));
    assert_small(before, 64);
}

#[test]
fn a_compressed_file_that_swells_beyond_reason_is_refused() {
    let mut gzip = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::best());
    gzip.write_all(b"a,b\n").unwrap();
    let row = format!("1,{}\n", " ".repeat(MIB / 2));
    for _ in 0..128 {
        gzip.write_all(row.as_bytes()).unwrap();
    }
    let before = peak_kib();
    let packed = Box::new(std::io::Cursor::new(gzip.finish().unwrap()));
    let mut records = open_records("x", packed, &RecordOptions::default()).unwrap();
    let error = records.find_map(Result::err).unwrap();
    assert!(
        matches!(error, FormatError::Swelling { ratio: 200 }),
        "{error}"
    );
    assert_small(before, 16);
}
