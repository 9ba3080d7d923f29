//! What holds of every cleaning, whatever the cell.

use proptest::prelude::*;

use super::{contacts, date, emails, phones, position, repair_text, street, websites};
use super::{phones as read_phones, websites as read_sites};

/// What people put around and between values.
fn wrapped(label: usize, value: &str, end: usize) -> String {
    let labels = ["", "Tél : ", "Accueil : ", "(", "- ", "\u{a0}"];
    let ends = ["", " ", " (accueil)", " ;", ",", "\n"];
    let at = |list: &[&str], index: usize| {
        list.get(index % list.len())
            .copied()
            .unwrap_or_default()
            .to_owned()
    };
    at(&labels, label) + value + &at(&ends, end)
}

const SEPARATORS: [&str; 7] = [" / ", " ou ", " et ", ", ", "; ", " | ", "\n"];

proptest! {
    #[test]
    fn no_cell_makes_a_cleaning_fail(text in "\\PC{0,60}", other in ".{0,20}") {
        let _ = (repair_text(&text), phones(&text, Some("988")), emails(&text), websites(&text));
        let _ = (contacts::pivot(&text, None), date(&text), position(&text, &other), street(&text));
    }

    #[test]
    fn a_text_that_was_mended_is_sound(text in "[a-zé<>&;/bpÃ©â€™ \n#0-9]{0,30}") {
        let once = repair_text(&text).0;
        let twice = repair_text(&once).0;
        prop_assert_eq!(repair_text(&twice).0, twice);
    }

    #[test]
    fn a_phone_survives_what_stands_around_it(
        one in "0[1-79]( [0-9]{2}){4}", two in "0[1-79]( [0-9]{2}){4}", label in 0_usize..6, end in 0_usize..6, between in 0_usize..7,
    ) {
        let alone = read_phones(&wrapped(label, &one, end), None).value;
        prop_assert_eq!(alone.len(), 1);
        let both = one.clone() + SEPARATORS[between] + &two;
        let found = read_phones(&both, None).value;
        prop_assert_eq!(found.len(), if one == two { 1 } else { 2 }, "{}", both);
        for phone in found {
            let again = read_phones(phone.as_str(), None);
            prop_assert_eq!(&again.value, &vec![phone]);
            prop_assert!(again.lines.is_empty());
        }
    }

    #[test]
    fn an_email_survives_what_stands_around_it(
        one in "[a-z]{1,8}(\\.[a-z]{1,5})?@[a-z]{2,8}\\.example", two in "[a-z]{1,8}@[a-z]{2,8}\\.example",
        label in 0_usize..6, end in 0_usize..6, between in 0_usize..7,
    ) {
        let alone = emails(&wrapped(label, &one, end)).value;
        prop_assert_eq!(contacts::joined(&alone), one.clone());
        let both = emails(&(one.clone() + SEPARATORS[between] + &two)).value;
        prop_assert_eq!(both.len(), if one == two { 1 } else { 2 });
        let again = emails(&contacts::joined(&both));
        prop_assert_eq!(&again.value, &both);
        prop_assert!(again.lines.is_empty());
    }

    #[test]
    fn a_site_survives_what_stands_around_it(
        one in "https?://[a-z]{2,8}\\.example(/[A-Za-z0-9_-]{1,8}){0,2}", two in "https://[a-z]{2,8}\\.example",
        label in 0_usize..6, end in 0_usize..6, between in 0_usize..7,
    ) {
        let alone = read_sites(&wrapped(label, &one, end)).value;
        let texts: Vec<&str> = alone.iter().map(portulan_text::WebUrl::as_str).collect();
        prop_assert_eq!(texts, vec![one.as_str()]);
        let both = read_sites(&(one.clone() + SEPARATORS[between] + &two)).value;
        prop_assert_eq!(both.len(), if one == two { 1 } else { 2 });
        for site in both {
            let again = read_sites(site.as_str());
            prop_assert_eq!(&again.value, &vec![site]);
            prop_assert!(again.lines.is_empty());
        }
    }

    #[test]
    fn a_day_that_was_read_reads_back(days in 0_u64..12_000) {
        let day = chrono::NaiveDate::from_ymd_opt(2000, 1, 1).unwrap() + chrono::Days::new(days);
        for format in ["%Y-%m-%d", "%d/%m/%Y", "%d.%m.%Y", "%Y-%m-%dT08:00:00Z"] {
            let read = date(&day.format(format).to_string());
            prop_assert_eq!(read.value, Some(day));
            prop_assert!(read.lines.is_empty());
        }
    }

    #[test]
    fn a_position_that_was_read_reads_back(lat in 42.0..51.0f64, lon in 0.1..8.0f64) {
        let read = position(&lat.to_string(), &lon.to_string()).value.unwrap();
        let again = position(&read.lat().to_string(), &read.lon().to_string());
        prop_assert_eq!(again.value, Some(read));
        prop_assert!(again.lines.is_empty());
    }

    #[test]
    fn a_street_that_was_tidied_is_tidy(text in "[0-9]{0,3} ?(rue|place|null|0)? [a-zA-Z' ,.-]{0,20}( 35000 Rennes)?") {
        let once = street(&text).street;
        let twice = street(&once).street;
        prop_assert_eq!(street(&twice).street, twice);
    }
}
