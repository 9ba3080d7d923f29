use portulan_model::{Service, Session, SessionTime};
use portulan_testkit::builders::PlaceBuilder;
use proptest::prelude::*;

use super::*;

const FIELDS: [PlaceField; 4] = [
    PlaceField::Nom,
    PlaceField::Contact,
    PlaceField::Services,
    PlaceField::Permanences,
];

fn session(key: u8, title: u8) -> Session {
    Session {
        key: key.to_string(),
        title: Some(title.to_string()),
        services: [].into_iter().collect(),
        publics: [].into_iter().collect(),
        time: SessionTime::Recurring {
            osm: "Tu 14:00-17:00".to_owned(),
            from: None,
            until: None,
            except: Vec::new(),
        },
        mode: portulan_model::SessionMode::OnSite,
        access: portulan_model::SessionAccess::Unknown,
        audience: portulan_model::SessionAudience::Residents,
        capacity: None,
    }
}

/// A record whose fields take a few values, so that people often agree and often do not.
fn records() -> impl Strategy<Value = PlaceRecord> {
    let sessions = prop::collection::btree_map(0_u8..3, 0_u8..3, 0..3);
    (0_u8..3, 0_u8..3, 0_u8..3, sessions).prop_map(|(name, phone, services, sessions)| {
        PlaceBuilder::new(1)
            .with(|record| {
                record.name = format!("Lieu {name}");
                record.contact.phones = vec![format!("+3329900000{phone}")];
                let first = Service::iter_from(services);
                record.services = first.into_iter().collect();
                record.sessions = sessions
                    .into_iter()
                    .map(|(key, title)| session(key, title))
                    .collect();
            })
            .record()
    })
}

trait Few {
    fn iter_from(skip: u8) -> Vec<Service>;
}

impl Few for Service {
    fn iter_from(skip: u8) -> Vec<Service> {
        use portulan_model::ClosedList as _;
        Self::ALL
            .iter()
            .copied()
            .skip(skip.into())
            .take(2)
            .collect()
    }
}

proptest! {
    #[test]
    fn what_only_one_person_changed_passes_by_itself(before in records(), other in records()) {
        let mine = weigh(&FIELDS, &before, &before, &other);
        let theirs = weigh(&FIELDS, &before, &other, &before);
        for (weighed, nothing) in [(mine, false), (theirs, true)] {
            let Weighed::Clear { record, changed } = weighed else {
                return Err(TestCaseError::fail("a clash with nobody"));
            };
            prop_assert!(FIELDS.iter().all(|field| field.same(&record, &other)));
            prop_assert!(!nothing || changed.is_empty());
        }
    }

    #[test]
    fn nobody_loses_a_change_unseen(before in records(), theirs in records(), mine in records()) {
        match weigh(&FIELDS, &before, &theirs, &mine) {
            Weighed::Clear { record, changed } => {
                for field in FIELDS {
                    let (by_them, by_me) = (!field.same(&theirs, &before), !field.same(&mine, &before));
                    if field != PlaceField::Permanences {
                        prop_assert!(!by_them || field.same(&record, &theirs));
                        prop_assert!(!by_me || field.same(&record, &mine));
                    }
                    prop_assert_eq!(changed.contains(&field), !field.same(&record, &theirs));
                }
                let find = |record: &PlaceRecord, key: &str| {
                    record.sessions.iter().find(|one| one.key == key).cloned()
                };
                for key in ["0", "1", "2"] {
                    let (b, t, m, r) = (find(&before, key), find(&theirs, key), find(&mine, key), find(&record, key));
                    prop_assert!(t == b || r == t, "theirs is lost");
                    prop_assert!(m == b || r == m, "mine is lost");
                }
            }
            Weighed::Clash(fields) => {
                prop_assert!(!fields.is_empty());
                for field in fields {
                    prop_assert!(!field.same(&theirs, &before) && !field.same(&mine, &before));
                    prop_assert!(!field.same(&theirs, &mine));
                }
            }
        }
    }

    #[test]
    fn what_was_chosen_with_the_other_value_in_sight_passes(before in records(), theirs in records(), mine in records()) {
        if let Weighed::Clash(fields) = weigh(&FIELDS, &before, &theirs, &mine) {
            let mut seen = before.clone();
            for field in &fields {
                field.copy(&theirs, &mut seen);
            }
            let Weighed::Clear { record, .. } = weigh(&FIELDS, &seen, &theirs, &mine) else {
                return Err(TestCaseError::fail("a clash that was decided"));
            };
            prop_assert!(fields.iter().all(|field| field.same(&record, &mine)));
        }
    }
}

#[test]
fn organisations_are_weighed_as_places_are() {
    let before: Organisation =
        serde_json::from_str(r#"{"slug":"essai","name":"Essai","territory":"departement-35"}"#)
            .unwrap();
    let named = |name: &str| Organisation {
        name: name.to_owned(),
        ..before.clone()
    };
    let all = OrganisationField::ALL;
    let clash = Weighed::Clash(vec![OrganisationField::Name]);
    assert_eq!(weigh(&all, &before, &named("Un"), &named("Deux")), clash);
    let passes = weigh(&all, &before, &before, &named("Deux"));
    assert!(matches!(passes, Weighed::Clear { record, .. } if record.name == "Deux"));
}
