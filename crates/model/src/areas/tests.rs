//! The algebra of areas, against sets of elementary pieces.

use std::collections::BTreeSet;

use proptest::prelude::*;

use super::*;

fn area(text: &str) -> Area {
    text.parse().unwrap()
}

fn commune(text: &str) -> CommuneCode {
    text.parse().unwrap()
}

#[test]
fn an_area_is_written_small_and_sorted_and_reads_back() {
    for (given, written) in [
        ("", ""),
        ("35238 35024 35238", "35024 35238"),
        ("35003 35001 35002", "35001-35003"),
        ("2A004 2A005 01001", "01001 2A004-2A005"),
        (
            "quartier-rennes-maurepas@35238 35024",
            "35024 quartier-rennes-maurepas@35238",
        ),
        ("iris-352380101@35238 35238", "35238"),
    ] {
        assert_eq!(area(given).to_string(), written, "{given}");
        assert_eq!(area(written), area(given));
    }
    let department = Area::of_communes((1..=363).map(|n| commune(&format!("35{n:03}"))));
    assert_eq!(department.to_string(), "35001-35363");
    assert_eq!(serde_json::to_string(&area("35238")).unwrap(), r#""35238""#);
}

#[test]
fn a_label_or_a_wide_territory_is_no_area() {
    for text in [
        "departemental",
        "departement-35@35238",
        "epci-243500139",
        "35012-35001",
        "35001-36001",
        "iris-352380101@35024",
        "quartier-maurepas",
    ] {
        assert!(text.parse::<Area>().is_err(), "{text}");
    }
}

#[test]
fn a_whole_commune_holds_its_pieces_and_a_piece_reaches_only_a_part() {
    let maurepas = area("quartier-maurepas@35238");
    let rennes = area("35238");
    assert_eq!(rennes.reach_into(&maurepas), Some(Reach::Whole));
    assert_eq!(maurepas.reach_into(&rennes), Some(Reach::Part));
    assert_eq!(maurepas.reach(commune("35238")), Some(Reach::Part));
    assert_eq!(maurepas.reach(commune("35047")), None);
    assert!(!maurepas.meets(&area("quartier-cleunay@35238")));
    assert_eq!(rennes.minus(&maurepas), rennes, "what is left has no name");
}

const KEYS: [&str; 3] = ["quartier-a", "quartier-b", "qpv-QN03504M"];

fn any_area() -> impl Strategy<Value = Area> {
    let communes = prop::collection::vec(1_u32..9, 0..6);
    let pieces = prop::collection::vec((1_u32..9, 0_usize..3), 0..6);
    (communes, pieces).prop_map(|(communes, pieces)| {
        let code = |n: u32| commune(&format!("35{n:03}"));
        let piece =
            |(n, key): (u32, usize)| Piece::new(KEYS[key].parse().unwrap(), code(n)).unwrap();
        Area::new(
            communes.into_iter().map(code),
            pieces.into_iter().map(piece),
        )
    })
}

/// All that an area covers, down to elementary pieces: those of [`KEYS`], and the rest of each commune.
fn elements(area: &Area) -> BTreeSet<(CommuneCode, Option<&'static str>)> {
    let mut all = BTreeSet::new();
    for n in 1..9 {
        let code = commune(&format!("35{n:03}"));
        if area.covers(code) {
            all.insert((code, None));
        }
        for key in KEYS {
            if area.covers_piece(&Piece::new(key.parse().unwrap(), code).unwrap()) {
                all.insert((code, Some(key)));
            }
        }
    }
    all
}

proptest! {
    #[test]
    fn union_and_shared_are_those_of_sets(one in any_area(), two in any_area()) {
        let (all_one, all_two) = (elements(&one), elements(&two));
        prop_assert_eq!(elements(&one.union(&two)), &all_one | &all_two);
        let both: BTreeSet<_> = &all_one & &all_two;
        prop_assert_eq!(elements(&one.shared(&two)), both.clone());
        prop_assert_eq!(one.meets(&two), !both.is_empty());
        prop_assert_eq!(two.meets(&one), !both.is_empty());
        prop_assert_eq!(one.covers_all(&two), all_two.is_subset(&all_one));
    }

    #[test]
    fn what_is_taken_away_is_gone_where_it_has_a_name(one in any_area(), two in any_area()) {
        let left = one.minus(&two);
        prop_assert!(one.covers_all(&left));
        prop_assert!(left.communes().iter().all(|code| !two.covers(*code)));
        prop_assert!(left.pieces().iter().all(|piece| !two.covers_piece(piece)));
        prop_assert_eq!(left.union(&one.shared(&two)), one);
    }

    #[test]
    fn an_area_reads_back(one in any_area()) {
        prop_assert_eq!(one.to_string().parse::<Area>().unwrap(), one);
    }
}
