//! What `linkage::merge` decides becomes a record, whatever the order of the members.

use chrono::NaiveDate;
use portulan_model::journal::Author;
use portulan_model::links::MergeState;
use portulan_model::{Fee, FieldOrigin, MergeId, Place, Position, Public, Service};
use portulan_testkit::builders::{PlaceBuilder, saturday_morning};

use super::*;

fn day(month: u32) -> Option<NaiveDate> {
    NaiveDate::from_ymd_opt(2026, month, 1)
}

/// A place of a list of its own, known true on the first of a month.
fn place(number: u64, month: u32, change: impl FnOnce(&mut PlaceRecord)) -> Place {
    let of_a_list = |record: &mut PlaceRecord| {
        record.external.source = format!("liste-{number}").parse().unwrap();
        record.provenance.record.source = record.external.source.clone();
        record.provenance.record.dated = day(month);
        change(record);
    };
    PlaceBuilder::new(number).with(of_a_list).build()
}

fn merge_of(places: &[&Place]) -> Merge {
    Merge {
        id: MergeId::from_parts(1, [0; 10]),
        survivor: places[0].id,
        members: places.iter().map(|place| place.id).collect(),
        former: std::collections::BTreeMap::new(),
        wishes: std::collections::BTreeMap::new(),
        choices: Vec::new(),
        by: Author::Operator,
        at: saturday_morning(),
        reason: String::new(),
        supersedes: Vec::new(),
        state: MergeState::Active,
    }
}

fn trusting(places: &[(&Place, u8)]) -> HashMap<Slug, Percent> {
    let trust = |(place, trust): &(&Place, u8)| {
        let source = place.record.external.source.clone();
        (source, Percent::try_from(*trust).unwrap())
    };
    places.iter().map(trust).collect()
}

fn combined(
    merge: &Merge,
    places: &[&Place],
    trusts: &HashMap<Slug, Percent>,
) -> (PlaceRecord, Vec<FieldChoice>) {
    let owns: Vec<_> = places
        .iter()
        .map(|place| (place.id, place.record.clone()))
        .collect();
    let result = combine(merge, &owns, trusts).unwrap();
    let mut turned = owns;
    for _ in 0..turned.len() {
        turned.rotate_left(1);
        assert_eq!(combine(merge, &turned, trusts).unwrap(), result);
        turned.reverse();
        assert_eq!(combine(merge, &turned, trusts).unwrap(), result);
    }
    result
}

fn choice(choices: &[FieldChoice], field: PlaceField) -> (Vec<PlaceId>, &str) {
    let choice = choices.iter().find(|choice| choice.field == field).unwrap();
    (choice.from.clone(), choice.rule.as_str())
}

#[test]
fn lists_are_united_and_the_rest_is_the_newest() {
    let one = place(1, 3, |record| {
        record.services = [Service::Paperwork, Service::Work].into_iter().collect();
        record.contact.phones = vec!["+33299000001".to_owned()];
        record.publics = [Public::Young].into_iter().collect();
        record.hours = Some("Mo 09:00-12:00".to_owned());
        record.networks = vec!["france-services".parse().unwrap()];
    });
    let two = place(2, 6, |record| {
        record.services = [Service::Basics].into_iter().collect();
        record.contact.phones = vec!["+33299000002".to_owned()];
        record.contact.emails = vec!["un@essai.example".to_owned()];
        record.hours = Some("Tu 09:00-12:00".to_owned());
        record.networks = vec!["aidants-connect".parse().unwrap()];
    });
    let merge = merge_of(&[&one, &two]);
    let (record, choices) = combined(&merge, &[&one, &two], &HashMap::new());
    assert_eq!(record.services.len(), 3);
    assert_eq!(record.contact.phones, ["+33299000002", "+33299000001"]);
    assert_eq!(record.contact.emails, ["un@essai.example"]);
    assert_eq!(record.networks.len(), 2);
    assert_eq!(record.publics, one.record.publics);
    assert_eq!(record.hours.as_deref(), Some("Tu 09:00-12:00"));
    assert_eq!(record.name, "Lieu 2");
    assert_eq!(record.external, one.record.external);
    assert_eq!(
        choice(&choices, PlaceField::Services),
        (vec![two.id, one.id], "union")
    );
    assert_eq!(choice(&choices, PlaceField::Nom), (vec![two.id], "newest"));
    assert_eq!(
        choice(&choices, PlaceField::Publics),
        (vec![one.id], "only")
    );
    assert_eq!(record.provenance.record.dated, day(6));
    let publics = record.provenance.origin(PlaceField::Publics);
    assert_eq!(*publics, one.record.provenance.record);
}

#[test]
fn of_two_values_of_one_day_that_of_the_more_trusted_source_is_taken() {
    let (one, two) = (place(1, 3, |_| {}), place(2, 3, |_| {}));
    let merge = merge_of(&[&one, &two]);
    let name = |trusts: &HashMap<Slug, Percent>| {
        let (record, choices) = combined(&merge, &[&one, &two], trusts);
        let (_, rule) = choice(&choices, PlaceField::Nom);
        (record.name, rule.to_owned())
    };
    let named = |name: &str, rule: &str| (name.to_owned(), rule.to_owned());
    assert_eq!(
        name(&trusting(&[(&two, 90)])),
        named("Lieu 2", "most-trusted")
    );
    assert_eq!(
        name(&trusting(&[(&two, 10)])),
        named("Lieu 1", "most-trusted")
    );
    assert_eq!(name(&HashMap::new()), named("Lieu 1", "first-id"));
}

#[test]
fn what_people_confirmed_wins_even_when_it_is_that_there_is_nothing() {
    let said = |dated| FieldOrigin {
        source: "essai-personne".parse().unwrap(),
        dated,
        confirmed_by_place: false,
    };
    let one = place(1, 3, |record| {
        record.name = "Nommé par quelqu'un".to_owned();
        record.fees = [Fee::Free].into_iter().collect();
        for field in [PlaceField::Nom, PlaceField::Frais, PlaceField::PriseRdv] {
            record.provenance.fields.insert(field, said(day(1)));
        }
    });
    let two = place(2, 9, |record| {
        record.fees = [Fee::Paying].into_iter().collect();
        record.booking_url = Some("https://essai.example/rdv".to_owned());
    });
    let merge = merge_of(&[&two, &one]);
    let trusts = trusting(&[(&two, 100)]);
    let (record, choices) = combined(&merge, &[&one, &two], &trusts);
    assert_eq!(record.name, "Nommé par quelqu'un");
    assert_eq!(record.fees, one.record.fees);
    assert_eq!(record.booking_url, None);
    assert_eq!(
        choice(&choices, PlaceField::Frais),
        (vec![one.id], "confirmed")
    );
    assert_eq!(*record.provenance.origin(PlaceField::Nom), said(day(1)));
}

#[test]
fn an_address_stays_whole_and_a_wished_one_brings_its_position() {
    let brest = |record: &mut PlaceRecord| {
        record.address.commune = "Brest".to_owned();
        record.address.postcode = "29200".parse().ok();
        record.address.insee = "29019".parse().ok();
        record.address.street = None;
        record.position = Position::new(48.39, -4.48).ok();
    };
    let (one, two) = (place(1, 3, |_| {}), place(2, 9, brest));
    let mut merge = merge_of(&[&one, &two]);
    let (record, _) = combined(&merge, &[&one, &two], &HashMap::new());
    assert_eq!(record.address, one.record.address, "it is the whole one");
    assert_eq!(record.position, one.record.position);
    merge.wishes.insert(PlaceField::Adresse, two.id);
    let (record, choices) = combined(&merge, &[&one, &two], &HashMap::new());
    assert_eq!(record.address, two.record.address);
    assert_eq!(record.position, two.record.position);
    assert_eq!(choice(&choices, PlaceField::Adresse), (vec![two.id], WISH));
}

#[test]
fn a_wish_for_an_address_that_nobody_gives_takes_no_confirmation_away() {
    let said = FieldOrigin {
        source: "essai-personne".parse().unwrap(),
        dated: day(1),
        confirmed_by_place: false,
    };
    let one = place(1, 3, |record| {
        record.address.street = Some("9 rue Confirmée".to_owned());
        record.provenance.fields.insert(PlaceField::Adresse, said);
    });
    let (two, old) = (place(2, 9, |_| {}), place(3, 9, |_| {}));
    let mut merge = merge_of(&[&two, &one, &old]);
    merge.former.insert(old.id, None);
    merge.wishes.insert(PlaceField::Adresse, old.id);
    let (record, choices) = combined(&merge, &[&one, &two, &old], &HashMap::new());
    assert_eq!(record.address, one.record.address);
    assert_eq!(
        choice(&choices, PlaceField::Adresse),
        (vec![one.id], "confirmed")
    );
}

#[test]
fn where_a_place_used_to_be_gives_nothing() {
    let old = place(1, 9, |record| {
        record.contact.phones = vec!["+33299000001".to_owned()];
    });
    let new = place(2, 3, |_| {});
    let mut merge = merge_of(&[&new, &old]);
    merge.former.insert(old.id, None);
    let (record, _) = combined(&merge, &[&old, &new], &HashMap::new());
    assert_eq!(record, new.record);
}
