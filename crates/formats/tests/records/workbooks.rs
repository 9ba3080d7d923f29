//! XLSX and ODS, written by hand as the zips of XML that they are.

use std::fmt::Write as _;
use std::io::{Cursor, Write as _};

use portulan_formats::{FormatError, RecordOptions};
use zip::write::SimpleFileOptions;

use crate::{all_with, broken, refused, shown};

fn zipped(entries: &[(&str, &str)]) -> Vec<u8> {
    let mut zip = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for (name, text) in entries {
        zip.start_file(*name, SimpleFileOptions::default()).unwrap();
        zip.write_all(text.as_bytes()).unwrap();
    }
    zip.finish().unwrap().into_inner()
}

/// A workbook of sheets, each its name and its rows.
fn xlsx(sheets: &[(&str, &str)]) -> Vec<u8> {
    let relation = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    let main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    let (mut list, mut relations, mut parts) = (String::new(), String::new(), Vec::new());
    for (rank, (name, rows)) in sheets.iter().enumerate() {
        let id = rank + 1;
        write!(
            list,
            r#"<sheet name="{name}" sheetId="{id}" r:id="rId{id}"/>"#
        )
        .unwrap();
        write!(relations, r#"<Relationship Id="rId{id}" Type="{relation}/worksheet" Target="worksheets/sheet{id}.xml"/>"#).unwrap();
        let sheet = format!(
            r#"<worksheet xmlns="{main}"><dimension ref="A1:XFD1048576"/><sheetData>{rows}</sheetData></worksheet>"#
        );
        parts.push((format!("xl/worksheets/sheet{id}.xml"), sheet));
    }
    let book = format!(
        r#"<workbook xmlns="{main}" xmlns:r="{relation}"><sheets>{list}</sheets></workbook>"#
    );
    let relations = format!(
        r#"<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{relations}</Relationships>"#
    );
    let styles = format!(
        r#"<styleSheet xmlns="{main}"><cellXfs count="3"><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="20"/></cellXfs></styleSheet>"#
    );
    let root = format!(
        r#"<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="{relation}/officeDocument" Target="xl/workbook.xml"/></Relationships>"#
    );
    let mut entries = vec![
        ("_rels/.rels", root.as_str()),
        ("xl/workbook.xml", &book),
        ("xl/_rels/workbook.xml.rels", &relations),
        ("xl/styles.xml", &styles),
    ];
    entries.extend(
        parts
            .iter()
            .map(|(name, text)| (name.as_str(), text.as_str())),
    );
    zipped(&entries)
}

fn ods(sheets: &[(&str, &str)]) -> Vec<u8> {
    let tables = sheets
        .iter()
        .map(|(name, rows)| format!(r#"<table:table table:name="{name}">{rows}</table:table>"#));
    let tables = tables.collect::<Vec<_>>().concat();
    let content = format!(
        r#"<office:document-content xmlns:office="o" xmlns:table="t" xmlns:text="x"><office:body><office:spreadsheet>{tables}</office:spreadsheet></office:body></office:document-content>"#
    );
    zipped(&[
        ("mimetype", "application/vnd.oasis.opendocument.spreadsheet"),
        ("content.xml", &content),
    ])
}

fn say(text: &str) -> String {
    format!(
        r#"<table:table-cell office:value-type="string"><text:p>{text}</text:p></table:table-cell>"#
    )
}

fn line(cells: &[String]) -> String {
    format!("<table:table-row>{}</table:table-row>", cells.concat())
}

fn sheet(name: &str) -> RecordOptions {
    RecordOptions {
        sheet: Some(name.to_owned()),
        ..RecordOptions::default()
    }
}

#[test]
fn a_sheet_of_xlsx_gives_texts_whole_numbers_days_and_times() {
    let rows = r#"<row r="1"><c r="A1" t="inlineStr"><is><t>Lieux de 2024</t></is></c></row>
        <row r="3"><c r="A3" t="inlineStr"><is><t>nom</t></is></c><c r="B3" t="inlineStr"><is><t>siret</t></is></c>
            <c r="C3" t="inlineStr"><is><t>date</t></is></c><c r="D3" t="inlineStr"><is><t>ouverture</t></is></c><c r="F3" t="inlineStr"><is><t>nom</t></is></c></row>
        <row r="4"><c r="A4" t="inlineStr"><is><t>Pacé &amp; co</t></is></c><c r="B4"><v>35600000063516</v></c>
            <c r="C4" s="1"><v>45296</v></c><c r="D4" s="2"><v>0.395833333333333</v></c><c r="E4"><v>1.5</v></c><c r="F4" t="b"><v>1</v></c></row>
        <row r="6"><c r="A6" t="inlineStr"><is><t>b</t></is></c><c r="H6"><v>7</v></c></row>"#;
    let bytes = xlsx(&[("Vide", ""), ("Lieux", rows)]);
    let read = all_with(&bytes, &RecordOptions::default()).unwrap();
    assert_eq!(
        shown(&read),
        [
            "nom=Pacé & co siret=35600000063516 date=2024-01-05 ouverture=09:30 colonne 5=1.5 nom_2=true",
            "",
            "nom=b colonne 8=7",
        ]
    );
    let reasons: Vec<&str> = read.iter().map(broken).collect();
    assert_eq!(reasons, ["", "empty row", "7 cells for 6 columns"]);
    assert_eq!(all_with(&bytes, &sheet("Lieux")).unwrap(), read);
    let error = all_with(&bytes, &sheet("Sites")).unwrap_err();
    assert!(
        matches!(&error, FormatError::NoSheet { name, found } if name == "Sites" && found == "Vide, Lieux"),
        "{error}"
    );
}

#[test]
fn a_sheet_of_ods_gives_texts_whole_numbers_days_and_times() {
    let typed = |kind: &str, value: &str, text: &str| {
        format!(
            r#"<table:table-cell office:value-type="{kind}" {value}><text:p>{text}</text:p></table:table-cell>"#
        )
    };
    let empty = r#"<table:table-cell table:number-columns-repeated="16000"/>"#.to_owned();
    let header = line(&[
        say("nom"),
        say("siret"),
        say("date"),
        say("ouverture"),
        empty.clone(),
    ]);
    let row = line(&[
        r#"<table:table-cell office:value-type="string"><office:annotation><text:p>note</text:p></office:annotation>
            <text:p>Pacé &amp; co<text:s/>1</text:p><text:p>deux</text:p></table:table-cell>"#.to_owned(),
        typed("float", r#"office:value="35600000063516""#, "3,56E13"),
        typed("date", r#"office:date-value="2024-01-05""#, "05/01/24"),
        typed("time", r#"office:time-value="PT09H30M00S""#, "9h30"),
        empty.clone(),
    ]);
    let twice = r#"<table:table-row table:number-rows-repeated="2"><table:table-cell table:number-columns-repeated="2" office:value-type="string"><text:p>x</text:p></table:table-cell></table:table-row>"#;
    let end = r#"<table:table-row table:number-rows-repeated="1048570"><table:table-cell table:number-columns-repeated="16384"/></table:table-row>"#;
    let bytes = ods(&[
        ("Vide", end),
        ("Lieux", &format!("{header}{row}{twice}{end}")),
    ]);
    let read = all_with(&bytes, &RecordOptions::default()).unwrap();
    assert_eq!(
        shown(&read),
        [
            "nom=Pacé & co 1\ndeux siret=35600000063516 date=2024-01-05 ouverture=09:30",
            "nom=x siret=x",
            "nom=x siret=x",
        ]
    );
    assert_eq!(all_with(&bytes, &sheet("Lieux")).unwrap(), read);
    assert!(matches!(
        all_with(&bytes, &sheet("Sites")),
        Err(FormatError::NoSheet { .. })
    ));
}

#[test]
fn repeats_that_would_swell_are_refused() {
    let long = "x".repeat(100_000);
    let cell = |repeats: &str| {
        format!(
            r#"<table:table-cell table:number-columns-repeated="{repeats}" office:value-type="string"><text:p>{long}</text:p></table:table-cell>"#
        )
    };
    let wide = ods(&[("a", &line(&[cell("16384")]))]);
    assert!(matches!(
        refused(&wide),
        FormatError::WorkbookTooLarge { .. }
    ));
    let wider = ods(&[("a", &line(&[cell("18446744073709551615")]))]);
    assert!(matches!(
        refused(&wider),
        FormatError::TooManyColumns { .. }
    ));
    let deep = format!(
        r#"<table:table-row table:number-rows-repeated="18446744073709551615">{}</table:table-row>"#,
        say("x")
    );
    assert!(matches!(
        refused(&ods(&[("a", &deep)])),
        FormatError::WorkbookTooLarge { .. }
    ));
}

#[test]
fn a_zip_that_swells_is_refused_before_it_is_read_and_so_is_one_that_lies() {
    let zeros = " ".repeat(60 << 20);
    let bomb = ods(&[("a", &zeros)]);
    assert!(bomb.len() < 1 << 20);
    assert!(matches!(
        refused(&bomb),
        FormatError::Swelling { ratio: 200 }
    ));
    let mut liar = bomb;
    let size = u32::try_from(zeros.len()).unwrap() >> 20;
    // The sizes before and after packing stand side by side in both headers; the second is made small.
    let marks: Vec<usize> = [b"PK\x03\x04", b"PK\x01\x02"]
        .iter()
        .map(|mark| liar.windows(4).rposition(|four| four == *mark).unwrap())
        .collect();
    for (mark, offset) in marks.into_iter().zip([22, 24]) {
        let at = mark + offset;
        assert!(u32::from_le_bytes(liar[at..at + 4].try_into().unwrap()) >> 20 >= size);
        liar[at..at + 4].copy_from_slice(&1000_u32.to_le_bytes());
    }
    let error = refused(&liar);
    assert!(
        matches!(
            error,
            FormatError::Swelling { .. } | FormatError::Workbook { .. }
        ),
        "{error}"
    );
}

#[test]
fn a_zip_of_too_many_entries_or_of_something_else_is_refused() {
    let names: Vec<String> = (0..10_001).map(|rank| rank.to_string()).collect();
    let entries: Vec<(&str, &str)> = names.iter().map(|name| (name.as_str(), "")).collect();
    assert!(matches!(
        refused(&zipped(&entries)),
        FormatError::Workbook { .. }
    ));
    assert!(matches!(
        refused(&zipped(&[("a.txt", "a,b")])),
        FormatError::Workbook { .. }
    ));
    assert!(matches!(
        refused(b"PK\x03\x04"),
        FormatError::Workbook { .. }
    ));
    let mut cut = xlsx(&[("a", "")]);
    cut.truncate(cut.len() / 2);
    assert!(matches!(refused(&cut), FormatError::Workbook { .. }));
}

#[test]
fn a_workbook_whose_bytes_are_changed_never_breaks_the_reader() {
    let row = r#"<row r="1"><c r="A1"><v>1</v></c><c r="B1"><v>2</v></c></row>"#;
    for whole in [
        xlsx(&[("a", row)]),
        ods(&[("a", &line(&[say("a"), say("b")]))]),
    ] {
        for at in 0..whole.len() {
            let mut bytes = whole.clone();
            bytes[at] ^= 0x55;
            drop(all_with(&bytes, &RecordOptions::default()));
        }
    }
}
