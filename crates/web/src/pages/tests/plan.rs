//! Three years of a body: the page, the lines and the workbook tell the same sums; what is supposed is asked by the address
//! and answered on the page, and what is typed wrong stays in its field.

use std::io::Cursor;

use axum::http::StatusCode;
use portulan_formats::{RecordOptions, open_records};
use portulan_i18n::{Lang, amount};
use portulan_model::Cents;
use portulan_testkit::Engine;

use super::reader::Html;
use super::routes::site::{Caller, Installation, Scope};
use super::{LIGHT, REFERENCE};

const PLAN: &str = "/espace/gouvernances/structure-canari/plan";
const ENVELOPE: &str = "/espace/enveloppes/structure-canari";

/// An installation whose operator promised three times; a committee granted 100 € out of another envelope.
async fn promised() -> (Installation, Caller) {
    let site = Installation::open(Engine::Sqlite).await;
    let operator = site.caller(Scope::Operator).await;
    let acts = [
        ("promettre", "canari", "2026", "120,50", 1),
        ("promettre", "ailleurs", "2027", "300", 2),
        ("promettre", "canari", "2028", "79,55", 3),
    ];
    for (act, whose, year, sum, number) in acts {
        let form = format!(
            "formulaire=01a2120a-6c92-722d-9fe3-b5885a806df{number}&env-ligne-demande=demande-{number}\
             &env-ligne-structure=structure-{whose}&env-ligne-territoire=commune-35238\
             &env-ligne-annee={year}&env-ligne-montant={sum}&env-ligne-motif=Essai"
        );
        let address = format!("{ENVELOPE}/{act}");
        let (status, body) = site.post(&address, &operator, form).await;
        assert_eq!(status, StatusCode::SEE_OTHER, "{body}");
    }
    (site, operator)
}

/// The cells of the tables of a page, up to what is supposed.
fn cells(page: &str) -> Vec<String> {
    let (tables, _) = page.split_once("id=\"et-si\"").unwrap();
    let cells = tables.split("<td data-head=\"").skip(1);
    let text = |cell: &str| {
        let (_, rest) = cell.split_once('>').unwrap();
        rest.split_once("</td>").unwrap().0.to_owned()
    };
    cells.map(text).collect()
}

fn euros(cents: &str) -> String {
    let cents = cents.parse().map(Cents::new);
    cents.map_or_else(|_nothing| "–".to_owned(), |cents| amount(Lang::Fr, cents))
}

/// The sums of a line of CSV that its table shows on the page.
fn shown(line: &[&str]) -> Vec<String> {
    let sums = &line[4..];
    assert_eq!(sums.len(), 13, "{line:?}");
    let of_envelopes = line[0] == "enveloppes";
    let columns = [0, 1, 3, 5, 7, 8, 9, 10, 12];
    let kept = columns
        .into_iter()
        .filter(|at| of_envelopes || !matches!(at, 0 | 12));
    for [low, high] in [[1, 2], [3, 4], [5, 6], [10, 11]] {
        assert_eq!(sums[low], sums[high], "what is granted is exact: {line:?}");
    }
    kept.map(|at| euros(sums[at])).collect()
}

#[tokio::test]
async fn the_page_the_lines_and_the_workbook_tell_the_same_sums() {
    let (site, operator) = promised().await;
    let address = format!("{PLAN}?des=2026");
    let (status, page) = site.get(&address, &operator).await;
    assert_eq!(status, StatusCode::OK, "{page}");
    let read = Html::read(&page);
    read.check(&address, "fr", LIGHT);
    for words in [
        "500,05",
        "Rien n’est compté deux fois",
        "À trouver",
        "Sans ce partenaire",
    ] {
        assert!(read.text().contains(words), "{words}: {}", read.text());
    }
    assert_eq!(page.matches("<svg class=\"share\"").count(), 3);
    let lines = site.file(&format!("{PLAN}.csv?des=2026"), &operator).await;
    let lines = String::from_utf8(lines).unwrap();
    let lines: Vec<Vec<&str>> = lines
        .lines()
        .map(|line| line.split(',').collect())
        .collect();
    let told: Vec<String> = lines[1..].iter().flat_map(|line| shown(line)).collect();
    assert_eq!(cells(&page), told);
    let book = site.file(&format!("{PLAN}.xlsx?des=2026"), &operator).await;
    for (sheet, id) in [
        ("Par année", "annees"),
        ("Par enveloppe", "enveloppes"),
        ("Par besoin", "besoins"),
        ("Par territoire", "territoires"),
    ] {
        let options = RecordOptions {
            sheet: Some(sheet.to_owned()),
            ..RecordOptions::default()
        };
        let reader = Box::new(Cursor::new(book.clone()));
        let records = open_records("plan.xlsx", reader, &options).unwrap();
        let rows: Vec<_> = records.map(Result::unwrap).collect();
        let own: Vec<_> = lines.iter().filter(|line| line[0] == id).collect();
        assert_eq!(rows.len(), own.len(), "{sheet}");
        for (row, line) in rows.iter().zip(own) {
            for (head, at) in [
                ("Promis", 11),
                ("Demandé, une fois, au plus", 6),
                ("À trouver, au plus", 15),
            ] {
                let value: f64 = row.get(head).unwrap_or_default().parse().unwrap();
                let cents = Cents::new(line[at].parse().unwrap()).to_string();
                assert_eq!(
                    cents.parse::<f64>().unwrap().to_bits(),
                    value.to_bits(),
                    "{sheet} {head}"
                );
            }
        }
    }
    let paper = site.file(&format!("{PLAN}.pdf?des=2026"), &operator).await;
    assert!(paper.starts_with(b"%PDF-"), "{} bytes", paper.len());
}

#[tokio::test]
async fn the_years_before_and_after_have_their_own_address() {
    let (site, operator) = promised().await;
    let (_, page) = site.get(PLAN, &operator).await;
    assert!(
        page.contains("plan?des=2025") && page.contains("plan?des=2027"),
        "{page}"
    );
    let (_, later) = site.get(&format!("{PLAN}?des=2027"), &operator).await;
    let text = Html::read(&later).text().to_owned();
    assert!(
        text.contains("379,55") && text.contains("de 2027 à 2029"),
        "{text}"
    );
    assert!(text.contains("laissés de côté"), "{text}");
    for wrong in ["1850", "demain", "99999999999"] {
        let (status, page) = site.get(&format!("{PLAN}?des={wrong}"), &operator).await;
        assert_eq!(status, StatusCode::OK);
        assert!(page.contains("de 2026 à 2028"), "{wrong}: {page}");
    }
}

#[tokio::test]
async fn what_is_supposed_is_answered_at_an_address_that_can_be_passed_on() {
    let (site, operator) = promised().await;
    let less = format!("{PLAN}?des=2026&enveloppe=structure-canari&montant=400+%E2%82%AC");
    let (status, page) = site.get(&less, &operator).await;
    assert_eq!(status, StatusCode::OK, "{page}");
    let read = Html::read(&page);
    // Two plans of full tables on one page.
    read.check(&less, "fr", REFERENCE);
    assert!(read.text().contains("contiendrait 400"), "{}", read.text());
    assert!(read.text().contains("−100,05"), "{}", read.text());
    let without = format!("{PLAN}?des=2026&sans=structure-ailleurs");
    let (_, page) = site.get(&without, &operator).await;
    let read = Html::read(&page);
    read.check(&without, "fr", REFERENCE);
    assert!(read.text().contains("−300"), "{}", read.text());
    assert!(page.contains("300,05"), "{page}");
}

#[tokio::test]
async fn what_cannot_be_supposed_is_said_beside_its_field_and_stays_there() {
    let (site, operator) = promised().await;
    for (query, field, words) in [
        (
            "enveloppe=structure-canari&montant=12+k%E2%82%AC",
            "montant-faux",
            "value=\"12 k€\"",
        ),
        (
            "enveloppe=structure-ailleurs&montant=12",
            "enveloppe-faux",
            "value=\"12\"",
        ),
        ("montant=12", "enveloppe-faux", "value=\"12\""),
        ("sans=zzxyqq", "sans-faux", "id=\"sans\""),
    ] {
        let address = format!("{PLAN}?{query}");
        let (status, page) = site.get(&address, &operator).await;
        assert_eq!(status, StatusCode::UNPROCESSABLE_ENTITY, "{query}");
        Html::read(&page).check(&address, "fr", LIGHT);
        assert!(
            page.contains(field) && page.contains(words),
            "{query}: {page}"
        );
        assert!(!page.contains("id=\"alors\""), "{query}");
    }
}
