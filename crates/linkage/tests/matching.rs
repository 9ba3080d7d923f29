//! Matching from outside: real cases of Rennes settled by hand, and what must hold of any records.
#![expect(
    clippy::indexing_slicing,
    clippy::type_complexity,
    reason = "tests may fail loudly and type their rows as tables"
)]

use std::collections::{BTreeMap, HashSet};

use portulan_linkage::{
    Corpus, Evidence, Index, Links, Options, Outcome, Record, compare, groups, host_first, link,
    link_exhaustively, link_new,
};
use portulan_model::Position;
use proptest::prelude::*;

/// A row of a list of Ille-et-Vilaine.
fn rennes(
    id: &str,
    source: &str,
    name: &str,
    street: &str,
    at: Option<(f64, f64)>,
    pivot: &str,
) -> Record {
    Record {
        id: id.into(),
        source: source.into(),
        name: name.into(),
        street: Some(street.into()),
        commune: Some("RENNES".into()),
        insee: Some("35238".into()),
        postcode: Some("35000".into()),
        position: at.and_then(|(lat, lon)| Position::new(lat, lon).ok()),
        pivot: (!pivot.is_empty()).then(|| pivot.into()),
        ..Record::default()
    }
}

fn settled() -> Vec<Record> {
    let shared =
        "Espace social commun et culturel Aimé-Césaire, 15 Rue Louis et René Moine, 35200 Rennes";
    let (city, social, department) = ("conseillers-numeriques", "26350224700012", "22350001800013");
    let kennedy = "42 Président John Fitzgerald Kennedy";
    vec![
        rennes(
            "r0032",
            city,
            "Espace social Commun Maurepas",
            "11 Place du Gros Chêne",
            Some((48.126_544, -1.663_892)),
            "",
        ),
        rennes(
            "r0048",
            city,
            "Espace Social Commun Maurepas",
            "11C place du Gros Chêne",
            Some((48.126_474, -1.663_769)),
            "",
        ),
        rennes(
            "r0242",
            "aidants-connect",
            "CDAS de Maurepas",
            "Espace social commun, 11 C Pl. du Gros Chêne, 35700 Rennes",
            None,
            department,
        ),
        rennes(
            "r0042",
            city,
            "Espace Social Commun Villejean",
            kennedy,
            Some((48.121_499, -1.711_261)),
            social,
        ),
        rennes(
            "r0050",
            city,
            "Espace Social Commun Villejean",
            "42 42 KENNEDY",
            Some((48.121_257, -1.708_849)),
            "",
        ),
        rennes(
            "r0131",
            "data-inclusion",
            "Espace Social Commun Villejean",
            kennedy,
            Some((48.121_499, -1.711_261)),
            social,
        ),
        rennes(
            "r0245",
            "aidants-connect",
            "CDAS des Champs Manceaux",
            shared,
            None,
            department,
        ),
        rennes(
            "r0246",
            "aidants-connect",
            "CDAS du Blosne",
            shared,
            None,
            department,
        ),
    ]
}

fn outcome(records: &[Record], a: &str, b: &str) -> Outcome {
    let links = link(records, &Options::default());
    let is = |rank: u32, id: &str| records[rank as usize].id == id;
    let found = links
        .pairs
        .iter()
        .find(|pair| (is(pair.a, a) && is(pair.b, b)) || (is(pair.a, b) && is(pair.b, a)));
    found.map_or(Outcome::Different, |pair| pair.outcome)
}

#[test]
fn maurepas_is_one_shared_house_and_the_social_centre_that_it_houses() {
    let records = settled();
    assert_eq!(outcome(&records, "r0032", "r0048"), Outcome::Same);
    assert_eq!(outcome(&records, "r0048", "r0242"), Outcome::Hosted);
    assert_eq!(outcome(&records, "r0032", "r0242"), Outcome::Hosted);
    let of = |id: &str| records.iter().find(|record| record.id == id).unwrap();
    assert_eq!(host_first(of("r0032"), of("r0242")), Some(true));
    assert_eq!(host_first(of("r0242"), of("r0032")), Some(false));
}

#[test]
fn villejean_is_one_place_in_three_rows() {
    let records = settled();
    assert_eq!(outcome(&records, "r0042", "r0131"), Outcome::Same);
    assert_eq!(outcome(&records, "r0042", "r0050"), Outcome::Same);
    // The list of r0050 names the place twice, and the other row agrees better with r0131: the three together tell.
    assert_ne!(outcome(&records, "r0050", "r0131"), Outcome::Hosted);
    let groups = groups(&records, &link(&records, &Options::default()), &[]);
    let ids = |group: &Vec<u32>| {
        group
            .iter()
            .map(|rank| records[*rank as usize].id.as_str())
            .collect()
    };
    let groups: Vec<Vec<&str>> = groups.iter().map(ids).collect();
    assert_eq!(
        groups,
        [vec!["r0032", "r0048"], vec!["r0042", "r0050", "r0131"]]
    );
}

#[test]
fn two_bodies_at_one_door_are_two_places() {
    let records = settled();
    assert_eq!(outcome(&records, "r0245", "r0246"), Outcome::Different);
    assert_eq!(outcome(&records, "r0042", "r0032"), Outcome::Different);
}

#[test]
fn a_service_in_a_town_hall_is_hosted_there() {
    let hall = rennes(
        "a",
        "x",
        "Mairie de Rennes",
        "2 place de la Mairie",
        None,
        "",
    );
    let mut service = rennes(
        "b",
        "y",
        "France services de Rennes",
        "2 place de la Mairie",
        None,
        "",
    );
    service.kinds = vec!["RFS".into()];
    let records = [hall, service];
    assert_eq!(outcome(&records, "a", "b"), Outcome::Hosted);
    assert_eq!(host_first(&records[0], &records[1]), Some(true));
}

#[test]
fn a_service_that_a_commune_has_once_may_have_a_name_of_its_own_in_one_street() {
    let street = "Place Charles de Gaulle";
    let one = |id: &str, name| Record {
        kinds: vec!["RFS".into()],
        ..rennes(id, id, name, street, None, "")
    };
    let mut records = vec![
        one("a", "France services Pays des Bateliers"),
        one("b", "France services de Rennes"),
    ];
    assert_eq!(outcome(&records, "a", "b"), Outcome::Same);
    let more = [1, 2, 3].map(|rank| Record {
        source: "b".into(),
        ..one(&format!("c{rank}"), "France services du Port")
    });
    records.extend(more);
    assert_ne!(
        outcome(&records, "a", "b"),
        Outcome::Same,
        "where a list has several of them, the street is not enough"
    );
}

#[test]
fn two_town_halls_under_one_code_are_two_when_their_names_tell_two_communes() {
    let hall = |id: &str, commune: &str| Record {
        commune: Some(commune.into()),
        ..rennes(
            id,
            id,
            &format!("Mairie de {commune}"),
            "Le bourg",
            None,
            "",
        )
    };
    let of = |a, b| outcome(&[hall("a", a), hall("b", b)], "a", "b");
    assert_eq!(of("Saint-Paul", "SAINT PAUL"), Outcome::Same);
    assert_ne!(of("Saint-Paul", "Cornil"), Outcome::Same);
}

#[test]
fn the_switchboard_of_a_city_makes_no_duplicates() {
    let records: Vec<Record> = (0..30)
        .map(|number| Record {
            phones: vec!["02 99 00 00 12".into()],
            ..rennes(
                &format!("s{number:02}"),
                "ville",
                &format!(
                    "Maison {}",
                    ["Bleue", "Verte", "Rouge"][number % 3].repeat(1 + number / 3)
                ),
                &format!(
                    "{} rue {}",
                    number + 1,
                    ["Zola", "Hugo", "Foch"][number % 3]
                ),
                None,
                "",
            )
        })
        .collect();
    let same = link(&records, &Options::default()).pairs;
    assert!(same.iter().all(|pair| pair.outcome != Outcome::Same));
}

/// A few words and values, so that records meet.
fn records() -> impl Strategy<Value = Vec<Record>> {
    let name = prop::sample::select(vec![
        "Mairie de Pacé",
        "Commune de Pacé",
        "Médiathèque",
        "Bibliothèque Lucien Rose",
        "Lucien-Rose",
        "MJC Bréquigny",
        "Maison des jeunes et de la culture de Bréquigny",
        "France services",
        "CCAS",
        "Le Patio",
        "",
    ]);
    let street = prop::option::of(prop::sample::select(vec![
        "3 rue Zola",
        "3 r. Emile Zola",
        "5 rue Zola",
        "2 place de la Mairie",
        "ZA du Bois",
    ]));
    let commune = prop::sample::select(vec![
        ("Pacé", "35210", "35740"),
        ("Rennes", "35238", "35000"),
        ("PACE", "", "35740"),
    ]);
    let phone = prop::option::of(prop::sample::select(vec![
        "0299000001",
        "+33299000001",
        "0299000002",
    ]));
    let spot = prop::option::of((0..4_i32, 0..4_i32));
    let source = prop::sample::select(vec!["a", "b", "c"]);
    let one = (name, street, commune, phone, spot, source);
    prop::collection::vec(one, 2..14).prop_map(|rows| {
        let row = |(rank, (name, street, commune, phone, spot, source)): (
            usize,
            (
                &str,
                Option<&str>,
                (&str, &str, &str),
                Option<&str>,
                Option<(i32, i32)>,
                &str,
            ),
        )| Record {
            id: format!("p{rank:02}"),
            source: source.into(),
            name: name.into(),
            street: street.map(str::to_owned),
            commune: Some(commune.0.into()),
            insee: (!commune.1.is_empty()).then(|| commune.1.into()),
            postcode: Some(commune.2.into()),
            phones: phone.map(str::to_owned).into_iter().collect(),
            position: spot.and_then(|(row, column)| {
                Position::new(
                    48.1 + f64::from(row) * 0.0007,
                    -1.7 + f64::from(column) * 0.0007,
                )
                .ok()
            }),
            ..Record::default()
        };
        rows.into_iter().enumerate().map(row).collect()
    })
}

type Said = BTreeMap<(String, String), (String, u64)>;

/// Links by ids, so that indices do not matter.
fn said(records: &[Record], links: &Links) -> Said {
    let id = |rank: u32| records[rank as usize].id.clone();
    let pairs = links.pairs.iter();
    pairs
        .map(|pair| {
            assert!(id(pair.a) < id(pair.b));
            (
                (id(pair.a), id(pair.b)),
                (pair.outcome.slug().to_owned(), pair.probability.to_bits()),
            )
        })
        .collect()
}

proptest! {
    #[test]
    fn no_order_of_records_changes_anything(records in records(), turn in 0..14_usize) {
        let mut turned = records.clone();
        turned.reverse();
        let by = turn % turned.len();
        turned.rotate_left(by);
        let (first, second) = (link(&records, &Options::default()), link(&turned, &Options::default()));
        prop_assert_eq!(said(&records, &first), said(&turned, &second));
    }

    #[test]
    fn comparing_is_symmetric(records in records()) {
        let corpus = Corpus::of(&records);
        for a in &records {
            for b in &records {
                let (one, other) = (compare(a, b, &corpus), compare(b, a, &corpus));
                prop_assert_eq!(one.probability.to_bits(), other.probability.to_bits());
                prop_assert_eq!((one.outcome, one.evidence), (other.outcome, other.evidence));
            }
        }
    }

    #[test]
    fn probabilities_are_probabilities_and_follow_from_the_evidence(records in records()) {
        for pair in link(&records, &Options::default()).pairs {
            prop_assert!((0.0..=1.0).contains(&pair.probability));
            prop_assert!(!pair.evidence.is_empty());
            prop_assert!(pair.evidence.iter().all(|one: &Evidence| one.weight.is_finite()));
        }
    }

    #[test]
    fn what_is_new_is_compared_as_if_all_were(records in records(), changed in prop::collection::hash_set(0..14_usize, 1..4)) {
        let changed: HashSet<&str> = records
            .iter()
            .enumerate()
            .filter(|(rank, _)| changed.contains(rank))
            .map(|(_, record)| record.id.as_str())
            .collect();
        let all = said(&records, &link(&records, &Options::default()));
        let expected: Said = all
            .into_iter()
            .filter(|((a, b), _)| changed.contains(a.as_str()) || changed.contains(b.as_str()))
            .collect();
        let new = link_new(&records, &changed, &Options::default());
        prop_assert_eq!(said(&records, &new), expected);
    }

    #[test]
    fn blocking_loses_nothing_of_a_small_list(records in records()) {
        let options = Options::default();
        let same = |links: Links| -> HashSet<(u32, u32)> {
            let pairs = links.pairs.into_iter().filter(|pair| pair.outcome == Outcome::Same);
            pairs.map(|pair| (pair.a, pair.b)).collect()
        };
        let all = same(link_exhaustively(&Corpus::of(&records), &options));
        prop_assert_eq!(same(link(&records, &options)), all);
    }

    #[test]
    fn a_known_record_finds_itself(records in records(), rank in 0..14_usize) {
        let rank = rank % records.len();
        let known = &records[rank];
        prop_assume!(!known.name.is_empty() && known.street.is_some() && known.insee.is_some());
        let mut asked = known.clone();
        asked.id = "asked".into();
        asked.source = "typed".into();
        let found = Index::of(&records).candidates(&asked, &Options::default());
        prop_assert!(found.iter().any(|pair| pair.b as usize == rank));
    }
}
