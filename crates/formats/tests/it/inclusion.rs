//! data·inclusion pairs.

use std::io::Cursor;

use portulan_formats::{Row, read_data_inclusion};
use portulan_model::{Access, Fee, Programme, Public, Service, SessionTime, Support};

use crate::{Believer, records};

const STRUCTURES: &str = r#"[
  {"source": "dora", "id": "dora--1", "nom": "Maison", "date_maj": "2025-02-14", "siret": "43493312300029",
   "commune": "Rennes", "code_postal": "35000", "code_insee": "35238", "adresse": "1 rue", "longitude": -1.6, "latitude": 48.1,
   "horaires_accueil": "Mo-Fr 08:30-12:30; PH off", "reseaux_porteurs": ["france-service", "ccas-cias"], "description": "Longue."},
  {"source": "dora", "id": "dora--2", "nom": "Garage", "date_maj": "2025-02-14", "commune": "Rennes"}
]"#;
const SERVICES: &str = "source,id,structure_id,nom,description,date_maj,type,thematiques,frais,publics,modes_accueil,modes_mobilisation,lien_mobilisation,horaires_accueil\n\
dora,s1,dora--1,Aide,x,2025-02-14,accompagnement,\"{numerique--acceder-a-des-services-en-ligne,sante}\",gratuit,\"{seniors,actifs}\",a-distance,telephoner,https://rdv.fr/1,Tu 14:00-17:00\n\
dora,s2,dora--2,Vélo,x,2025-02-14,aide-materielle,mobilite,gratuit,,,,,\n";

fn pair(structures: &str, services: &str) -> Vec<Row> {
    let (structures, services) = (structures.to_owned(), services.to_owned());
    read_data_inclusion(
        Cursor::new(structures),
        Cursor::new(services),
        None,
        &Believer,
    )
    .unwrap()
}

#[test]
fn a_structure_with_a_digital_service_becomes_a_place() {
    let rows = pair(STRUCTURES, SERVICES);
    assert_eq!(rows.len(), 1, "the garage gives no digital help");
    let record = records(&rows)[0];
    assert_eq!(record.external.id, "dora--1");
    assert_eq!(record.hours.as_deref(), Some("Mo-Fr 08:30-12:30; PH off"));
    assert!(record.services.contains(Service::Paperwork));
    assert!(record.publics.contains(Public::Seniors));
    assert!(record.fees.contains(Fee::Free) && record.access.contains(Access::Call));
    assert!(
        record.support.contains(Support::Individual) && record.support.contains(Support::Remote)
    );
    assert!(record.programmes.contains(Programme::FranceServices));
    assert_eq!(record.booking_url.as_deref(), Some("https://rdv.fr/1"));
    assert_eq!(record.networks.len(), 2);
    assert!(
        matches!(&record.sessions[0].time, SessionTime::Recurring { osm, .. } if osm == "Tu 14:00-17:00")
    );
}
