use proptest::prelude::*;
use rstest::rstest;

use super::*;

fn at(lat: f64, lon: f64) -> Position {
    Position::new(lat, lon).unwrap()
}

fn point(rank: usize, lat: f64, lon: f64, state: PointState) -> MapPoint {
    MapPoint {
        position: at(lat, lon),
        label: format!("Lieu <{rank}> & d'autres"),
        rank,
        state,
    }
}

fn metres(length: f64) -> String {
    format!("{length} m")
}

fn input<'a>(
    points: &'a [MapPoint],
    outlines: &'a [Outline],
    you: Option<Position>,
) -> MapInput<'a> {
    MapInput {
        id: "carte",
        outlines,
        points,
        you: you.map(|you| (you, "Vous êtes ici")),
        width: 640,
        height: 400,
        title: "Carte des lieux",
        desc: "Trois lieux autour de République",
        length: &metres,
    }
}

#[test]
fn a_map_of_three_states_is_drawn_with_its_numbers() {
    let points = [
        point(1, 48.1098, -1.6790, PointState::Open),
        point(2, 48.1055, -1.6757, PointState::Closed),
        point(3, 48.1147, -1.6683, PointState::Unknown),
    ];
    let square = [
        (48.10, -1.69),
        (48.12, -1.69),
        (48.12, -1.66),
        (48.10, -1.66),
    ];
    let ring = square.iter().map(|(lat, lon)| at(*lat, *lon)).collect();
    let outlines = [Outline {
        rings: vec![ring],
        focus: true,
    }];
    insta::assert_snapshot!(svg_map(&input(
        &points,
        &outlines,
        Some(at(48.1100, -1.6800))
    )));
}

#[test]
fn an_empty_map_is_still_a_map() {
    insta::assert_snapshot!(svg_map(&input(&[], &[], None)));
}

#[test]
fn a_drawing_has_no_style_attribute_and_no_open_door() {
    let points = [point(1, 48.1, -1.6, PointState::Plain)];
    let svg = svg_map(&input(&points, &[], None));
    assert!(!svg.contains("style=") && !svg.contains("<style"));
    assert!(svg.contains("Lieu &lt;1&gt; &amp; d&#39;autres"));
}

#[test]
fn places_at_one_address_are_moved_apart_and_tied_to_it() {
    let points: Vec<MapPoint> = (1..=5)
        .map(|rank| point(rank, 48.1098, -1.6790, PointState::Plain))
        .collect();
    let svg = svg_map(&input(&points, &[], None));
    // One may stay where all of them are.
    assert!(svg.matches("map-tie").count() >= 4, "{svg}");
}

#[rstest]
#[case(1.0, 1.0)]
#[case(499.0, 200.0)]
#[case(500.0, 500.0)]
#[case(1_999.0, 1_000.0)]
#[case(0.2, 1.0)]
fn the_scale_bar_has_a_round_length(#[case] most: f64, #[case] expected: f64) {
    assert!((scale::round_length(most) - expected).abs() < 1e-9);
}

proptest! {
    #[test]
    fn every_point_falls_inside_the_drawing(places in proptest::collection::vec((-84.0..84.0_f64, -179.0..179.0_f64), 1..20)) {
        let points: Vec<MapPoint> =
            places.iter().enumerate().map(|(rank, (lat, lon))| point(rank + 1, *lat, *lon, PointState::Plain)).collect();
        let input = input(&points, &[], None);
        let frame = Frame::around(&input);
        for point in &points {
            let (x, y) = frame.project(point.position);
            prop_assert!((0.0..=640.0).contains(&x) && (0.0..=400.0).contains(&y), "{x} {y}");
        }
    }

    #[test]
    fn ten_points_anywhere_are_moved_apart(places in proptest::collection::vec((0.0..640.0_f64, 0.0..400.0_f64), 2..10)) {
        let shown = spread::apart(&places, 26.0, (640.0, 400.0));
        for (index, one) in shown.iter().enumerate() {
            for two in shown.iter().skip(index + 1) {
                prop_assert!((one.0 - two.0).hypot(one.1 - two.1) > 20.0);
            }
        }
    }
}
