//! Organisations: what identifiers, doors and telephones say of them. All of them are invented.
#![expect(clippy::string_slice, reason = "digits only")]

use portulan_linkage::{
    Body, Corpus, Decision, Level, Options, Outcome, Pair, Record, Subject, Verdict, bodies,
    compare, groups, link,
};
use proptest::prelude::*;

/// Two establishments of one body, and one of each of two others.
const FIRST: &str = "99900001100018";
const SECOND: &str = "99900001100026";
const OTHER: &str = "99900002900010";

fn organisation(id: &str, name: &str, street: &str, siret: &str) -> Record {
    Record {
        subject: Subject::Organisation,
        id: id.into(),
        source: id.into(),
        name: name.into(),
        street: (!street.is_empty()).then(|| street.into()),
        commune: Some("Rennes".into()),
        insee: Some("35238".into()),
        postcode: Some("35000".into()),
        pivot: (!siret.is_empty()).then(|| siret.into()),
        ..Record::default()
    }
}

fn judged(a: &Record, b: &Record) -> Pair {
    let records = [a.clone(), b.clone()];
    compare(a, b, &Corpus::of(&records))
}

fn outcome(a: &Record, b: &Record) -> Outcome {
    judged(a, b).outcome
}

fn told(pair: &Pair, level: Level) -> bool {
    pair.evidence.iter().any(|one| one.level == level)
}

#[test]
fn one_siret_under_one_name_is_one_organisation_even_when_it_moved() {
    let a = organisation("a", "ASS LES BATELIERS DU NUMERIQUE", "3 rue Zola", FIRST);
    let b = organisation("b", "Les Bateliers du numérique", "40 quai Hoche", FIRST);
    assert_eq!(outcome(&a, &b), Outcome::Same);
    let far = Record {
        insee: Some("35288".into()),
        commune: Some("Saint-Malo".into()),
        postcode: Some("35400".into()),
        ..b.clone()
    };
    assert_ne!(
        outcome(&a, &far),
        Outcome::Same,
        "an antenna that gives the number of its head office"
    );
    let named = organisation("b", "Le Phare", "3 rue Zola", FIRST);
    assert_eq!(
        outcome(&a, &named),
        Outcome::Review,
        "a name with no word in common is for a person"
    );
}

#[test]
fn two_establishments_of_one_body_are_linked_and_never_merged() {
    let a = organisation("a", "Les Bateliers du numérique", "3 rue Zola", FIRST);
    let b = organisation("b", "Les Bateliers du numérique", "40 quai Hoche", SECOND);
    // A third row without number or address looks like both.
    let c = organisation("c", "Les Bateliers du numérique", "", "");
    let records = [a, b, c];
    assert_eq!(outcome(&records[0], &records[1]), Outcome::Different);
    let groups = groups(&records, &link(&records, &Options::default()), &[]);
    let together = |group: &Vec<u32>| group.contains(&0) && group.contains(&1);
    assert!(!groups.iter().any(together), "{groups:?}");
    let expected = Body {
        siren: FIRST[..9].into(),
        members: vec![0, 1],
    };
    assert_eq!(bodies(&records, &groups), [expected]);
}

#[test]
fn two_numbers_of_one_body_at_one_door_under_one_name_are_one_establishment() {
    let a = organisation("a", "Les Bateliers du numérique", "3 rue Zola", FIRST);
    let b = organisation("b", "Les Bateliers du Numérique", "3 r. Zola", SECOND);
    assert_eq!(outcome(&a, &b), Outcome::Same);
}

#[test]
fn two_bodies_at_one_door_stay_two_whatever_they_share() {
    let mut a = organisation("a", "Les Bateliers du numérique", "3 rue Zola", FIRST);
    let mut b = organisation("b", "Le Phare associatif", "3 rue Zola", OTHER);
    for one in [&mut a, &mut b] {
        one.phones = vec!["02 99 00 00 12".into()];
        one.emails = vec!["accueil@maison-des-associations.exemple.fr".into()];
    }
    assert_eq!(outcome(&a, &b), Outcome::Different);
    for one in [&mut a, &mut b] {
        one.pivot = None;
    }
    assert_ne!(outcome(&a, &b), Outcome::Same, "without numbers neither");
}

#[test]
fn one_name_under_two_sirens_at_one_door_is_for_a_person() {
    let a = organisation("a", "Les Bateliers du numérique", "3 rue Zola", FIRST);
    let b = organisation("b", "Les Bateliers du numérique", "3 rue Zola", OTHER);
    assert_eq!(outcome(&a, &b), Outcome::Review);
    let mistyped = organisation(
        "b",
        "Les Bateliers du numérique",
        "3 rue Zola",
        "99900002900011",
    );
    assert_eq!(
        outcome(&a, &mistyped),
        Outcome::Same,
        "a number that fails its check digit tells no other body"
    );
}

#[test]
fn an_association_is_known_by_its_rna_beside_or_instead_of_a_siret() {
    let rna = Some("W351000001".to_owned());
    let mut a = organisation("a", "Les Bateliers du numérique", "3 rue Zola", FIRST);
    a.rna.clone_from(&rna);
    let mut b = organisation("b", "LES BATELIERS DU NUMÉRIQUE", "40 quai Hoche", "");
    assert_ne!(outcome(&a, &b), Outcome::Same);
    b.rna.clone_from(&rna);
    let pair = judged(&a, &b);
    assert_eq!(pair.outcome, Outcome::Same);
    assert!(told(&pair, Level::PivotLegal), "{pair:?}");
    b.rna = None;
    b.pivot = rna;
    assert_eq!(outcome(&a, &b), Outcome::Same, "wherever the list puts it");
    b.pivot = Some("W351000002".into());
    a.pivot = None;
    assert_eq!(outcome(&a, &b), Outcome::Different);
}

#[test]
fn the_mobile_of_a_person_says_little_and_a_switchboard_more() {
    let with = |id: &str, name: &str, street: &str, phone: &str| Record {
        phones: vec![phone.into()],
        ..organisation(id, name, street, "")
    };
    let pair = |phone| {
        let a = with("a", "Les Bateliers", "3 rue Zola", phone);
        judged(
            &a,
            &with("b", "Bateliers et compagnons", "40 quai Hoche", phone),
        )
    };
    let (person, house) = (pair("06 00 00 00 12"), pair("02 99 00 00 12"));
    assert!(told(&person, Level::PhonePersonal) && told(&house, Level::PhoneSame));
    assert!(person.probability < house.probability);
    assert_ne!(person.outcome, Outcome::Same);
}

#[test]
fn a_commune_is_known_by_its_name_however_it_calls_itself() {
    let names = [
        "COMMUNE RENNES",
        "Ville de Rennes",
        "Mairie de Rennes",
        "Marie de Rennes",
    ];
    let hall = |name: &str| organisation(name, name, "2 place de la Mairie", "");
    for name in &names[1..] {
        assert_eq!(
            outcome(&hall(names[0]), &hall(name)),
            Outcome::Same,
            "{name}"
        );
    }
    let other = hall("Comité des fêtes de Rennes");
    assert_ne!(outcome(&hall(names[0]), &other), Outcome::Same);
}

#[test]
fn a_person_may_join_what_no_machine_would() {
    let a = organisation("a", "Les Bateliers du numérique", "3 rue Zola", FIRST);
    let b = organisation("b", "Les Bateliers du numérique", "40 quai Hoche", OTHER);
    let said = Decision {
        a: "a".into(),
        b: "b".into(),
        verdict: Verdict::Same,
        at: 1,
    };
    let records = [a, b];
    let links = link(&records, &Options::default());
    assert!(groups(&records, &links, &[]).is_empty());
    assert_eq!(groups(&records, &links, &[said]), [[0, 1]]);
}

#[test]
fn a_place_and_an_organisation_are_never_the_same() {
    let a = organisation("a", "Les Bateliers du numérique", "3 rue Zola", FIRST);
    let b = Record {
        id: "b".into(),
        subject: Subject::Place,
        ..a.clone()
    };
    assert_eq!(outcome(&a, &b), Outcome::Different);
}

prop_compose! {
    fn any_organisation()(
        name in prop::sample::select(vec!["Les Bateliers", "Bateliers du numérique", "Le Phare", "Ville de Rennes", "CCAS"]),
        street in prop::sample::select(vec!["3 rue Zola", "40 quai Hoche", ""]),
        siret in prop::sample::select(vec![FIRST, SECOND, OTHER, ""]),
        source in prop::sample::select(vec!["x", "y"]),
    ) -> Record {
        Record { source: source.into(), ..organisation("", name, street, siret) }
    }
}

proptest! {
    #[test]
    fn no_group_holds_two_bodies_and_no_order_changes_it(
        mut records in prop::collection::vec(any_organisation(), 2..12),
        turn in 0_usize..12,
    ) {
        for (rank, record) in records.iter_mut().enumerate() {
            record.id = format!("o{rank:02}");
        }
        let grouped = |records: &[Record]| -> Vec<Vec<String>> {
            let links = link(records, &Options::default());
            let id = |at: &u32| records[*at as usize].id.clone();
            groups(records, &links, &[]).iter().map(|group| group.iter().map(id).collect()).collect()
        };
        let first = grouped(&records);
        for group in &first {
            let members = records.iter().filter(|record| group.contains(&record.id));
            let mut sirens: Vec<String> = members.filter_map(|one| Some(one.pivot.as_ref()?[..9].to_owned())).collect();
            sirens.sort();
            sirens.dedup();
            prop_assert!(sirens.len() < 2, "{group:?}");
        }
        let by = turn % records.len();
        records.rotate_left(by);
        prop_assert_eq!(first, grouped(&records));
    }
}
