//! Whatever a file holds, memory is bounded by one row of it.

use std::io::{BufReader, Read};
use std::time::{Duration, Instant};

use portulan_formats::{FormatError, IssueKind, RejectReason, read_places};

use crate::{Believer, issues, read, records, rejections};

const HEADER: &str =
    "id,nom,commune,services,courriels,autres_formations_labels,presentation_detail,horaires\n";

/// A head, then one piece again and again.
struct Endless {
    head: Vec<u8>,
    piece: fn(usize) -> String,
    pieces: std::ops::Range<usize>,
}

impl Read for Endless {
    fn read(&mut self, buffer: &mut [u8]) -> std::io::Result<usize> {
        while self.head.len() < buffer.len() {
            let Some(rank) = self.pieces.next() else {
                break;
            };
            self.head.extend((self.piece)(rank).bytes());
        }
        let count = buffer.len().min(self.head.len());
        buffer[..count].copy_from_slice(&self.head[..count]);
        self.head.drain(..count);
        Ok(count)
    }
}

/// What became of a file: rows read, rows rejected, the error at its end.
fn run(
    name: &str,
    head: &str,
    piece: fn(usize) -> String,
    pieces: usize,
) -> (usize, usize, Option<FormatError>) {
    let endless = Endless {
        head: head.as_bytes().to_vec(),
        piece,
        pieces: 0..pieces,
    };
    let reader = Box::new(BufReader::new(endless));
    let (mut read, mut rejected) = (0, 0);
    for row in read_places(name, reader, None, &Believer).unwrap() {
        match row {
            Ok(row) if matches!(row.outcome, portulan_formats::RowOutcome::Read { .. }) => {
                read += 1;
            }
            Ok(_) => rejected += 1,
            Err(error) => return (read, rejected, Some(error)),
        }
    }
    (read, rejected, None)
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

#[test]
fn a_json_list_without_end_stops_after_two_million_rows_in_small_memory() {
    let before = peak_kib();
    let (read, rejected, error) = run("x.json", "[0", |_| ",0".to_owned(), 2_100_000);
    let cause = std::error::Error::source(&error.unwrap())
        .unwrap()
        .to_string();
    assert!(cause.contains("2000000 rows"), "{cause}");
    assert_eq!((read, rejected), (0, 2_000_000));
    assert_small(before, 16);
}

#[test]
fn a_place_in_the_shape_of_the_model_has_bounds_too() {
    let text = format!(r#"{{"places":[{{"name":"{}"}}]}}"#, "x".repeat(20_001));
    let rows = read("x.json", text.as_bytes()).unwrap();
    assert!(
        matches!(rejections(&rows)[0], RejectReason::Unreadable { reason } if reason.contains("20000"))
    );
}

#[test]
fn a_json_row_longer_than_a_mebibyte_is_rejected_and_the_next_one_read() {
    let zeros = "0,".repeat(1 << 20);
    let row = r#"{"id":"1","nom":"Nom","commune":"Rennes"}"#;
    let rows = read("x.json", format!("[[{zeros}0],{row}]").as_bytes()).unwrap();
    assert!(
        matches!(rejections(&rows)[0], RejectReason::Unreadable { reason } if reason.contains("longer"))
    );
    assert_eq!(records(&rows).len(), 1);
}

#[test]
fn a_quote_left_open_ends_the_reading_and_names_its_line() {
    let before = peak_kib();
    let head = format!("{HEADER}1,Nom,Rennes\n2,\"Nom,Rennes\n");
    let (read, _, error) = run(
        "x.csv",
        &head,
        |rank| format!("{rank},Nom,Rennes\n"),
        1_000_000,
    );
    assert_eq!(read, 1);
    let error = error.unwrap();
    let cause = std::error::Error::source(&error).unwrap().to_string();
    assert!(
        cause.contains("line 3") && cause.contains("quote"),
        "{cause}"
    );
    assert_small(before, 16);
}

#[test]
fn a_row_of_commas_without_end_ends_the_reading() {
    let before = peak_kib();
    let (read, _, error) = run("x.csv", HEADER, |_| ",".repeat(1000), 20_000);
    assert!(matches!(error, Some(FormatError::Csv(_))), "{error:?}");
    assert_eq!(read, 0);
    assert_small(before, 32);
}

#[test]
fn a_row_of_more_than_a_thousand_cells_is_no_place() {
    let text = format!("{HEADER}1,Nom,Rennes{}\n2,Nom,Rennes\n", ",".repeat(1000));
    let rows = read("x.csv", text.as_bytes()).unwrap();
    assert_eq!((records(&rows).len(), rejections(&rows).len()), (1, 1));
    let wide = format!("id,nom,commune{}\n", ",x".repeat(1000));
    assert!(matches!(
        read("x.csv", wide.as_bytes()),
        Err(FormatError::UnknownShape { .. })
    ));
}

#[test]
fn a_text_that_is_too_long_is_cut_and_named() {
    let (name, detail) = ("é".repeat(501), "à".repeat(20_001));
    let text = format!("{HEADER}1,{name},Rennes,,,,{detail},\n");
    let rows = read("x.csv", text.as_bytes()).unwrap();
    let record = records(&rows)[0];
    assert_eq!(record.name.chars().count(), 500);
    assert_eq!(record.detail.as_ref().unwrap().chars().count(), 20_000);
    let told: Vec<_> = issues(&rows)
        .iter()
        .map(|one| (one.field, one.kind))
        .collect();
    assert_eq!(
        told,
        [
            ("nom", IssueKind::TooLong),
            ("presentation_detail", IssueKind::TooLong)
        ]
    );
}

#[test]
fn a_list_that_is_too_long_is_left_out_and_named_at_once() {
    let list: Vec<String> = (0..100_000).map(|rank| rank.to_string()).collect();
    let text = format!("{HEADER}1,Nom,Rennes,,,{},,\n", list.join("|"));
    let start = Instant::now();
    let rows = read("x.csv", text.as_bytes()).unwrap();
    assert!(start.elapsed() < Duration::from_secs(5));
    assert!(records(&rows)[0].other_labels.is_empty());
    assert_eq!(issues(&rows)[0].kind, IssueKind::TooLong);
}

#[test]
fn an_id_is_never_cut_since_two_places_would_become_one() {
    let text = format!("{HEADER}{},Nom,Rennes\n", "1".repeat(501));
    let rows = read("x.csv", text.as_bytes()).unwrap();
    assert!(matches!(
        rejections(&rows)[0],
        RejectReason::Unreadable { .. }
    ));
}

#[test]
fn a_row_says_at_most_a_hundred_things() {
    let list: Vec<String> = (0..900).map(|rank| rank.to_string()).collect();
    let text = format!("{HEADER}1,Nom,Rennes,{},,,,\n", list.join("|"));
    assert_eq!(issues(&read("x.csv", text.as_bytes()).unwrap()).len(), 100);
}

#[test]
#[ignore = "takes minutes; `cargo nextest run -p portulan-formats --run-ignored all 300_mb`"]
fn a_list_of_300_mb_is_read_in_less_than_100_mb() {
    fn row(rank: usize) -> String {
        let street = "rue de la Médiation-Numérique ".repeat(3);
        format!(
            "a{rank},Espace {rank},Rennes,Aide aux démarches administratives,a@exemple.fr,QPV,{street},Mo-Fr 09:00-12:00\n"
        )
    }
    let pieces = (300 << 20) / row(500_000).len();
    let (read, rejected, error) = run("x.csv", HEADER, row, pieces);
    assert!(error.is_none(), "{error:?}");
    assert_eq!((read, rejected), (pieces, 0));
    assert_small(Some(0), 100);
}
