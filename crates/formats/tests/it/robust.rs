//! Whatever the bytes, reading ends with rows or an error, never with a panic.

use proptest::prelude::*;

use crate::read;

const HEADER: &str = "id,nom,commune,code_postal,code_insee,latitude,longitude,telephone,courriels,site_web,horaires,date_maj,services,presentation_resume,source\n";

proptest! {
    #[test]
    fn any_bytes_are_read_or_refused(bytes in prop::collection::vec(any::<u8>(), 0..600)) {
        let _outcome = read("x.csv", &bytes);
    }

    #[test]
    fn any_bytes_behind_sound_headers_are_read_or_refused(bytes in prop::collection::vec(any::<u8>(), 0..600)) {
        let _outcome = read("x.csv", &[HEADER.as_bytes(), &bytes].concat());
    }

    #[test]
    fn any_cells_are_read_or_named(cells in prop::collection::vec("[^\u{0}]{0,40}", 15)) {
        let mut writer = csv::Writer::from_writer(HEADER.as_bytes().to_vec());
        writer.write_record(&cells).unwrap();
        let rows = read("x.csv", &writer.into_inner().unwrap()).unwrap();
        prop_assert!(rows.len() <= 1);
    }

    #[test]
    fn any_json_texts_are_read_or_refused(text in "[\\[\\]{}:,\"a-z0-9. ]{0,80}") {
        let _outcome = read("x.json", format!("[{text}").as_bytes());
        let _outcome = read("x.json", format!("{{\"places\":[{text}]}}").as_bytes());
    }
}
