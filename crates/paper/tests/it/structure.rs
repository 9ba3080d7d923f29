//! What a screen reader finds: language, title, headings in order, lists, tables with their headers, text as it was typed.

use crate::read::{poppler, said, structure, written};
use crate::sample::{long_table, roadmap};

#[test]
fn a_document_says_its_title_that_it_is_tagged_and_its_size() {
    let bytes = written(&roadmap(2)).unwrap();
    let told = poppler("pdfinfo", &[], &bytes);
    let lines: Vec<Vec<&str>> = told
        .lines()
        .map(|line| line.splitn(2, ':').map(str::trim).collect())
        .collect();
    for expected in [
        ["Title", "Feuille de route d’exemple"],
        ["Author", "Gouvernance d’exemple"],
        ["Tagged", "yes"],
        ["Suspects", "no"],
        ["PDF version", "1.7"],
        ["Page size", "595.28 x 841.89 pts (A4)"],
    ] {
        assert!(lines.contains(&expected.to_vec()), "{expected:?} in {told}");
    }
    let raw = String::from_utf8_lossy(&bytes);
    for key in [
        "/Lang(fr)/StructTreeRoot",
        "/DisplayDocTitle true",
        "/Marked true",
    ] {
        assert!(raw.contains(key), "{key}");
    }
    let metadata = poppler("pdfinfo", &["-meta"], &bytes);
    assert!(
        metadata.contains("<pdfuaid:part>1</pdfuaid:part>"),
        "{metadata}"
    );
}

#[test]
fn headings_lists_and_names_are_what_they_are() {
    let bytes = written(&roadmap(2)).unwrap();
    let structure = structure(&bytes);
    let said = |kind| said(&structure, kind);
    assert_eq!(said("H1"), ["Feuille de route d’exemple 2023–2026"]);
    assert_eq!(said("H2"), ["Axe 1. Aller vers"]);
    assert_eq!(said("H3"), ["Reach everybody"]);
    let action = |rank| format!("Action {rank} : des ateliers près de chez soi");
    assert_eq!(said("H4"), [action(1), action(2)]);
    let labels = said("Lbl");
    assert_eq!(labels.get(..4).unwrap(), ["•", "•", "Qui porte", "Où"]);
    let bodies = said("LBody");
    assert_eq!(bodies.first().unwrap(), "un premier point");
    assert_eq!(
        bodies.get(2).unwrap(),
        "Association d’exempleCommune d’exemple"
    );
    let raw = String::from_utf8_lossy(&bytes);
    assert!(
        raw.contains("/S/H3/P ") && raw.contains("/Lang(en)/T(Reach everybody)"),
        "what is in another language says so"
    );
}

#[test]
fn paragraphs_are_read_whole_with_accents_and_firm_spaces() {
    let structure = structure(&written(&roadmap(1)).unwrap());
    let paragraphs = said(&structure, "P");
    let whole = "Œuvrer à l’égalité : « où ? quand ? »\u{a0}; les habitantes et habitants demandent de l’aide pour leurs démarches, \
        à deux pas de chez eux, sans rendez-vous, et plusieurs fois par semaine.";
    assert!(paragraphs.iter().any(|one| one == whole), "{paragraphs:#?}");
    assert!(paragraphs.iter().any(|one| one == "Un second alinéa."));
}

#[test]
fn tables_have_header_cells_for_columns_and_rows_and_no_row_is_short() {
    let structure = structure(&written(&roadmap(1)).unwrap());
    let headers = said(&structure, "TH");
    assert_eq!(
        headers,
        [
            "Année",
            "Coût",
            "Subvention demandée",
            "Payé par d’autres",
            "2023",
            "2024",
            "2025"
        ]
    );
    assert_eq!(said(&structure, "Caption"), ["Argent"]);
    let cells = said(&structure, "TD");
    assert_eq!(cells.len(), 9, "{cells:?}");
    assert_eq!(
        cells.get(..3).unwrap(),
        ["12\u{a0}000\u{a0}€", "8\u{a0}500,50\u{a0}€", ""]
    );
}

#[test]
fn a_long_table_shows_its_header_on_each_page_and_says_it_once() {
    let bytes = written(&long_table(120)).unwrap();
    let pages = poppler("pdftotext", &["-layout"], &bytes);
    let pages: Vec<&str> = pages.split_terminator('\u{c}').collect();
    assert!(pages.len() >= 4, "{} pages", pages.len());
    for (number, page) in pages.iter().enumerate() {
        assert!(
            page.contains("Subvention demandée"),
            "page {number}: {page}"
        );
        let foot = format!("Page {} sur {}", number + 1, pages.len());
        assert!(page.contains(&foot), "page {number}: {page}");
    }
    let structure = structure(&bytes);
    let headers = said(&structure, "TH");
    let once = |words: &str| headers.iter().filter(|one| *one == words).count();
    assert_eq!(once("Subvention demandée"), 1);
    assert_eq!(headers.len(), 4 + 120);
    assert!(
        !structure
            .iter()
            .any(|(_, line)| line.contains("Page 1 sur"))
    );
}

#[test]
fn text_is_copied_in_the_order_in_which_it_is_read() {
    let bytes = written(&roadmap(1)).unwrap();
    let text = poppler("pdftotext", &["-raw"], &bytes);
    let mut from = 0;
    for words in [
        "Feuille de route d’exemple 2023–2026",
        "Axe 1. Aller vers",
        "un premier point",
        "Action 1",
        "Œuvrer à l’égalité",
        "Qui porte",
        "Association d’exemple",
        "Argent",
        "Subvention demandée",
        "Page 1 sur 1",
    ] {
        let at = text.get(from..).unwrap().find(words);
        from += at.unwrap_or_else(|| panic!("{words} after {from} in {text}"));
    }
}

/// Printed. Ten times the work may take forty times as long on a busy machine; were it a hundred, it would grow as its square.
#[test]
fn three_hundred_actions_are_written_in_time_that_grows_with_them() {
    let mut seen = Vec::new();
    for actions in [30, 300] {
        let document = roadmap(actions);
        let started = std::time::Instant::now();
        let bytes = written(&document).unwrap();
        let took = started.elapsed();
        let told = poppler("pdfinfo", &[], &bytes);
        let pages = told.lines().find_map(|line| line.strip_prefix("Pages:"));
        println!(
            "{actions} actions: {took:?}, {} pages, {} kB",
            pages.unwrap().trim(),
            bytes.len() / 1024
        );
        seen.push(took);
    }
    let growth = seen[1].as_secs_f64() / seen[0].as_secs_f64();
    println!("ten times as many actions take {growth:.1} times as long");
    assert!(growth < 40.0, "{growth}");
}
