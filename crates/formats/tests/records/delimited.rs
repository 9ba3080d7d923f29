//! CSV of every make.

use std::io::Write as _;

use flate2::{Compression, write::GzEncoder};
use portulan_formats::{FormatError, RecordOptions};
use proptest::prelude::*;

use crate::{all, all_with, broken, open, refused, shown};

#[test]
fn every_separator_gives_the_same_rows() {
    for text in [
        "nom,ville\nEspace,Pacé\n",
        "nom;ville\r\nEspace;Pacé",
        "nom\tville\nEspace\tPacé\n",
        "nom|ville\nEspace|Pacé\n",
        "\n\n  \nnom;ville\nEspace;Pacé\n",
        "Liste de 2024;\nnom;ville\nEspace;Pacé\n",
    ] {
        assert_eq!(shown(&all(text)), ["nom=Espace ville=Pacé"], "{text}");
    }
    let forced = RecordOptions {
        delimiter: Some(b','),
        ..RecordOptions::default()
    };
    let rows = all_with(b"a;b,c;d\n1;2,3;4\n", &forced).unwrap();
    assert_eq!(shown(&rows), ["a;b=1;2 c;d=3;4"]);
}

#[test]
fn an_empty_first_header_does_not_shift_the_columns() {
    assert_eq!(
        shown(&all("\tnom\tville\n1\ta\tb\n")),
        ["colonne 1=1 nom=a ville=b"]
    );
}

#[test]
fn every_encoding_gives_the_same_rows() {
    let text = "nom;ville\nL’été;Pacé\n";
    let wide = |mark: &str, bytes: fn(u16) -> [u8; 2]| -> Vec<u8> {
        let units = mark.encode_utf16().chain(text.encode_utf16());
        units.flat_map(bytes).collect()
    };
    let mut gzip = GzEncoder::new(Vec::new(), Compression::default());
    gzip.write_all(text.as_bytes()).unwrap();
    for bytes in [
        text.as_bytes().to_vec(),
        format!("\u{feff}{text}").into_bytes(),
        b"nom;ville\nL\x92\xe9t\xe9;Pac\xe9\n".to_vec(),
        wide("\u{feff}", u16::to_le_bytes),
        wide("\u{feff}", u16::to_be_bytes),
        wide("", u16::to_le_bytes),
        wide("", u16::to_be_bytes),
        gzip.finish().unwrap(),
    ] {
        let rows = all_with(&bytes, &RecordOptions::default()).unwrap();
        assert_eq!(shown(&rows), ["nom=L’été ville=Pacé"]);
    }
    let macintosh = RecordOptions {
        encoding: Some("macintosh".to_owned()),
        ..RecordOptions::default()
    };
    let rows = all_with(b"nom;ville\nL\xd5\x8et\x8e;Pac\x8e\n", &macintosh).unwrap();
    assert_eq!(shown(&rows), ["nom=L’été ville=Pacé"]);
    let unknown = RecordOptions {
        encoding: Some("latin-12".to_owned()),
        ..RecordOptions::default()
    };
    assert!(matches!(
        all_with(b"a,b", &unknown),
        Err(FormatError::UnknownEncoding { label }) if label == "latin-12"
    ));
}

#[test]
fn cells_with_line_breaks_and_quotes_stay_whole() {
    let rows = all("nom,heures\n\"L\"\"été\",\"lundi\nmardi, mercredi\"\nb,c\n");
    assert_eq!(rows[0].get("nom"), Some("L\"été"));
    assert_eq!(rows[0].get("heures"), Some("lundi\nmardi, mercredi"));
    assert_eq!(rows[1].number, 1);
}

#[test]
fn headers_that_come_twice_or_not_at_all_are_named() {
    let records = open(b"nom;nom;;ville\n1;2;3;4\n", &RecordOptions::default()).unwrap();
    let names: Vec<&str> = records.columns().iter().map(AsRef::as_ref).collect();
    assert_eq!(names, ["nom", "nom_2", "colonne 3", "ville"]);
}

#[test]
fn rows_that_are_empty_or_have_shifted_say_so_and_keep_number_and_cells() {
    let rows = all("nom;ville\na;b\n;\nc;d;e\nf\n");
    let numbers: Vec<usize> = rows.iter().map(|row| row.number).collect();
    assert_eq!(numbers, [0, 1, 2, 3]);
    let reasons: Vec<&str> = rows.iter().map(broken).collect();
    assert_eq!(reasons, ["", "empty row", "3 cells for 2 columns", ""]);
    assert!(rows[1].is_blank());
    assert_eq!(shown(&rows[2..]), ["nom=c ville=d colonne 3=e", "nom=f"]);
    assert_eq!(rows[3].get("ville"), None);
}

#[test]
fn a_quote_that_nothing_closes_is_told_where_it_swallows_the_end() {
    let rows = all("nom,ville\na,b\nc,\"d\ne,f\n");
    assert_eq!(rows.len(), 2);
    assert!(broken(&rows[1]).contains("quote"));
    assert_eq!(rows[1].get("ville"), Some("d\ne,f"));
}

#[test]
fn a_list_of_one_column_is_one_column() {
    assert_eq!(
        shown(&all("nom\nEspace, public\nMairie\n")),
        ["nom=Espace, public", "nom=Mairie"]
    );
}

#[test]
fn what_was_made_safe_for_spreadsheets_reads_as_it_was() {
    assert_eq!(shown(&all("nom,note\na,'=1+1\n")), ["nom=a note==1+1"]);
}

#[test]
fn what_is_no_list_says_what_it_is() {
    assert!(matches!(refused(b""), FormatError::Empty));
    assert!(matches!(refused(b" \n\t\n"), FormatError::Empty));
    for page in [
        "<!DOCTYPE html><html>",
        "\n <HTML lang=fr>",
        "<?xml version=\"1.0\"?>",
    ] {
        assert!(
            matches!(refused(page.as_bytes()), FormatError::Markup),
            "{page}"
        );
    }
    for bytes in [&b"%PDF-1.7"[..], b"\x89PNG\r\n", b"a,b\n1,\0\n"] {
        assert!(matches!(refused(bytes), FormatError::NotText { .. }));
    }
}

proptest! {
    #[test]
    fn what_is_written_is_read_back(
        rows in prop::collection::vec(prop::collection::vec("[a-zé,;\"\n ]{0,6}[a-z]", 3), 1..8),
        delimiter in prop::sample::select(vec![b',', b';', b'\t']),
    ) {
        let mut writer = csv::WriterBuilder::new().delimiter(delimiter).from_writer(Vec::new());
        writer.write_record(["un", "deux", "trois"]).unwrap();
        for row in &rows {
            writer.write_record(row).unwrap();
        }
        let options = RecordOptions { delimiter: Some(delimiter), ..RecordOptions::default() };
        let read = all_with(&writer.into_inner().unwrap(), &options).unwrap();
        let read: Vec<Vec<String>> = read
            .iter()
            .map(|row| row.iter().map(|(_, cell)| cell.to_owned()).collect())
            .collect();
        prop_assert_eq!(read, rows);
    }

    #[test]
    fn no_bytes_break_the_reader(bytes in prop::collection::vec(any::<u8>(), 0..400)) {
        if let Ok(records) = open(&bytes, &RecordOptions::default()) {
            for (rank, record) in records.enumerate() {
                let Ok(record) = record else { break };
                prop_assert_eq!(record.number, rank);
            }
        }
    }
}
