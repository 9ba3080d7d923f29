use proptest::prelude::*;

use super::*;

fn label(name: &str, column: usize, band: usize) -> Label {
    let signs = [Sign::Ring, Sign::Square, Sign::Diamond, Sign::Dot];
    Label {
        name: name.to_owned(),
        href: format!("/{name}"),
        sign: signs[column % 4],
        column,
        band,
    }
}

fn thread(from: usize, to: usize) -> Thread {
    Thread {
        from,
        to,
        line: Line::Plain,
    }
}

fn input<'a>(
    columns: &'a [String],
    bands: &'a [String],
    labels: &'a [Label],
    threads: &'a [Thread],
) -> TiesInput<'a> {
    TiesInput {
        id: "liens",
        title: "Qui travaille avec qui",
        desc: "Trois noms.",
        columns,
        bands,
        labels,
        threads,
    }
}

fn words(all: &[&str]) -> Vec<String> {
    all.iter().map(|one| (*one).to_owned()).collect()
}

#[test]
fn names_are_ordered_so_that_lines_do_not_cross() {
    let (columns, bands) = (words(&["A", "B"]), words(&["Ici"]));
    let labels = ["a", "b", "c"]
        .map(|name| label(name, 0, 0))
        .into_iter()
        .chain(["x", "y", "z"].map(|name| label(name, 1, 0)))
        .collect::<Vec<_>>();
    let threads = [thread(0, 5), thread(1, 4), thread(2, 3)];
    let all = input(&columns, &bands, &labels, &threads);
    assert_eq!(order::crossings(&all, &order::rows(&all)), 0);
}

#[test]
fn a_name_is_cut_whole_characters_at_a_time_and_cannot_leave_its_element() {
    let (columns, bands) = (words(&["A", "B", "C", "D"]), words(&["Ici"]));
    let labels = [label(&"é".repeat(40), 0, 0), label("<b>&", 0, 0)];
    let svg = svg_ties(&input(&columns, &bands, &labels, &[]));
    assert!(
        svg.contains(&format!(">{}…</text>", "é".repeat(27))),
        "{svg}"
    );
    assert!(!svg.contains("<b>") && svg.contains("&lt;b&gt;&amp;"));
}

#[test]
fn the_fewer_the_columns_the_more_of_a_name_is_shown_and_no_picture_is_wider_than_a_page() {
    let name = "Association des médiatrices du pays de Dol";
    let (bands, labels) = (words(&["Ici"]), [label(name, 0, 0)]);
    let shown = |columns: usize| {
        let columns = vec!["A".to_owned(); columns];
        svg_ties(&input(&columns, &bands, &labels, &[]))
    };
    assert!(shown(2).contains(&format!(">{name}</text>")));
    assert!(!shown(4).contains(&format!(">{name}</text>")));
    for columns in 1..=4 {
        let grid = Grid::of(columns);
        assert!(grid.width() <= PAGE + END, "{columns}");
    }
}

#[test]
fn every_name_is_a_link_and_no_line_carries_a_style() {
    let (columns, bands) = (words(&["A", "B"]), words(&["Ici", "Là"]));
    let labels = [label("a", 0, 0), label("b", 0, 1), label("c", 1, 1)];
    let threads = [thread(0, 2), thread(0, 1)];
    let svg = svg_ties(&input(&columns, &bands, &labels, &threads));
    assert_eq!(svg.matches("<a href=").count(), 3);
    assert_eq!(svg.matches("<path class=\"tie\"").count(), 2);
    assert!(!svg.contains("style="));
}

#[test]
fn with_nobody_to_show_the_heads_remain() {
    let columns = words(&["Gouvernances", "Structures"]);
    let svg = svg_ties(&input(&columns, &[], &[], &[]));
    assert!(svg.contains("Gouvernances") && svg.ends_with("</svg>"));
}

proptest! {
    #[test]
    fn no_two_names_share_a_spot_and_bands_keep_their_order(
        spots in proptest::collection::vec((0_usize..4, 0_usize..3), 0..60),
        ends in proptest::collection::vec((0_usize..60, 0_usize..60), 0..120),
    ) {
        let (columns, bands) = (words(&["A", "B", "C", "D"]), words(&["1", "2", "3"]));
        let labels: Vec<_> = spots.iter().map(|(column, band)| label("n", *column, *band)).collect();
        let threads: Vec<_> = ends.iter().map(|(from, to)| thread(*from, *to)).collect();
        let all = input(&columns, &bands, &labels, &threads);
        let (places, _, height) = place(&all, Grid::of(4), &order::rows(&all));
        for (a, one) in places.iter().enumerate() {
            prop_assert!(one.y > HEAD && one.y < height);
            for (b, other) in places.iter().enumerate().filter(|(b, _)| *b != a) {
                let same = spots[a].0 == spots[b].0;
                prop_assert!(!same || (one.y - other.y).abs() >= ROW - 0.01);
                prop_assert!(!same || spots[a].1 >= spots[b].1 || one.y < other.y);
            }
        }
    }
}
