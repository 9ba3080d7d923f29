use chrono::Weekday;
use proptest::prelude::*;

use super::*;

fn osm(text: &str) -> String {
    read_text(text).osm.unwrap_or_default()
}

#[test]
#[expect(clippy::too_many_lines, reason = "a table of sentences")]
fn hours_are_read_as_people_write_them() {
    for (text, expected) in [
        (
            "du lundi au vendredi 9h-12h et 13h30-17h",
            "Mo-Fr 09:00-12:00,13:30-17:00",
        ),
        (
            "du lundi au vendredi 9h-12h et 13h30-17h, fermé le mercredi après-midi",
            "Mo,Tu,Th,Fr 09:00-12:00,13:30-17:00; We 09:00-12:00",
        ),
        (
            "9h-12h et 14h-17h du lundi au vendredi",
            "Mo-Fr 09:00-12:00,14:00-17:00",
        ),
        (
            "Lundi au vendredi 9h-12h/14h-16h30",
            "Mo-Fr 09:00-12:00,14:00-16:30",
        ),
        (
            "Mardi 13h-19h;mercredi et samedi 10h-18h",
            "Tu 13:00-19:00; We,Sa 10:00-18:00",
        ),
        ("lun. mar. jeu. : 14h à 18h", "Mo,Tu,Th 14:00-18:00"),
        (
            "tous les jours sauf dimanche de 9h à 18h",
            "Mo-Sa 09:00-18:00",
        ),
        (
            "Tous les jours de 9h à 18h sauf le dimanche",
            "Mo-Sa 09:00-18:00",
        ),
        ("1er mardi du mois 14h-17h", "Tu[1] 14:00-17:00"),
        (
            "2ème et 4ème mercredi du mois de 9h à 12h",
            "We[2,4] 09:00-12:00",
        ),
        (
            "Mercredi 9h-12h semaines paires",
            "week 2-52/2 We 09:00-12:00",
        ),
        (
            "Jeudi 9h-12h (semaine impaire)",
            "week 1-53/2 Th 09:00-12:00",
        ),
        (
            "Du lundi au vendredi 9h-12h, sauf jours fériés",
            "Mo-Fr 09:00-12:00; PH off",
        ),
        (
            "Mardi 14h-17h hors vacances scolaires",
            "Tu 14:00-17:00; SH off",
        ),
        (
            "En période scolaire :\nMercredi et samedi : de 13h00 à 18h00\n\nPendant les vacances scolaires :\nDu lundi au vendredi : de 10h00 à 19h00",
            "We,Sa 13:00-18:00; SH off; SH Mo-Fr 10:00-19:00",
        ),
        (
            "Du lundi au vendredi, de 8h30 à 17h, sur rendez-vous uniquement",
            "Mo-Fr 08:30-17:00 \"sur rendez-vous\"",
        ),
        (
            "Lundi et Jeudi : 9h à 12h30 et 13h30 à 17h Mardi 9h à 12h30 Mercredi 13h30 à 17h",
            "Mo,Th 09:00-12:30,13:30-17:00; Tu 09:00-12:30; We 13:30-17:00",
        ),
        (
            "Mardi : 15h à18h30 Samedi : 9h30 à 12h30",
            "Tu 15:00-18:30; Sa 09:30-12:30",
        ),
        (
            "Du Lundi au Jeudi\n9 h 30 – 12 h / 15 h 30 – 18 h\nLe Vendredi\n9 h – 12 h",
            "Mo-Th 09:30-12:00,15:30-18:00; Fr 09:00-12:00",
        ),
        (
            "mardi 13:30-19:00\nmercredi 10:00-12:00 13:30-18:00",
            "Tu 13:30-19:00; We 10:00-12:00,13:30-18:00",
        ),
        (
            "Mardi 16 h 18 h Mercredi : 9 h 30 12 h - 14 h 18 h.",
            "Tu 16:00-18:00; We 09:30-12:00,14:00-18:00",
        ),
        (
            "Lundi : 9h-17\nMardi-Mercredi-Jeudi : 8h30-17h",
            "Mo 09:00-17:00; Tu-Th 08:30-17:00",
        ),
        (
            "Lundi, Mercredi de 9 à 12h et de 14 à 18h30",
            "Mo,We 09:00-12:00,14:00-18:30",
        ),
        (
            "lundi matin : 8h15/12h, mardi : 9h/12h-13h30/17h",
            "Mo 08:15-12:00; Tu 09:00-12:00,13:30-17:00",
        ),
        (
            "Lundi au vendredi : 9h à 18h (lundi et jeudi matin fermé)",
            "Mo,Th 12:30-18:00; Tu,We,Fr 09:00-18:00",
        ),
        (
            "Mardi et jeudi : 14h - 22h et Mercredi, vendredi : 14h - 20h",
            "Tu,Th 14:00-22:00; We,Fr 14:00-20:00",
        ),
        (
            "Mardi : 13h-19h  / Mercredi : 10h-18h  /  Jeudi : 10h-12h30 - 15h18h",
            "Tu 13:00-19:00; We 10:00-18:00; Th 10:00-12:30,15:00-18:00",
        ),
        ("en semaine de 9h à midi", "Mo-Fr 09:00-12:00"),
        ("24h/24 7j/7", "24/7"),
        ("Lundi 9h00-17h00. Fermé le dimanche", "Mo 09:00-17:00"),
        (
            "Lundi au jeudi 9h-12h30 / 14h-17h, mercredi 9h-12h30",
            "Mo,Tu,Th 09:00-12:30,14:00-17:00; We 09:00-12:30",
        ),
        ("lundi 7 : 30 - 11 : 30", "Mo 07:30-11:30"),
        ("jeudi 09h30h-12h30", "Th 09:30-12:30"),
        (
            "Tous les 1er vendredis du mois de 9h30 à 12h30",
            "Fr[1] 09:30-12:30",
        ),
        (
            "Lundi au vendredi : 9h à 12h30 (12h pendant les vacances scolaires)",
            "Mo-Fr 09:00-12:30",
        ),
        (
            "Jours d'ouverture : du lundi au vendredi de 9h à 17h",
            "Mo-Fr 09:00-17:00",
        ),
        (
            "LUNDI DE 18H A 19H\nET PERMANENCES TELEPHONIQUES DU LUNDI AU VENDREDI DE 14H A 16 H",
            "Mo 18:00-19:00",
        ),
        (
            "Mo-Fr 09:00-12:00,13:30-17:00; PH off",
            "Mo-Fr 09:00-12:00,13:30-17:00; PH off",
        ),
        ("Mo-Fr 9:00-12:00", "Mo-Fr 09:00-12:00"),
        (
            "Accueil du public du lundi au vendredi de 09h00 à 12h30 sans RDV.",
            "Mo-Fr 09:00-12:30",
        ),
        (
            "Horaires d'ouverture : 8h-12h 13h-17h du lundi au jeudi",
            "Mo-Th 08:00-12:00,13:00-17:00",
        ),
        (
            "Mardi 10h-12h - Jeudi de 14h à 17h",
            "Tu 10:00-12:00; Th 14:00-17:00",
        ),
        (
            "Du lundi au vendredi 8h30-17h - Samedi 9h-12h",
            "Mo-Fr 08:30-17:00; Sa 09:00-12:00",
        ),
    ] {
        assert_eq!(osm(text), expected, "{text}");
    }
}

#[test]
fn what_cannot_be_read_stays_as_text_and_never_becomes_hours() {
    for text in [
        "9h-12h30 et 14h-17h30",
        "Sur rendez-vous",
        "9h à 12h / 13h à 17h (17h30 le mercredi)",
        "Itinérance sur le département, ateliers et permanence",
        "Lundi au Samedi : 8h30 à 22h30 de septembre à juin Dimanche : 13h à 20h d'octobre à juin",
        "Mercredi : 10H-12H ; 14H-16H (semaine paire) ou 16H-18H (semaine impaire)",
        "Un lundi sur deux en alternance avec le site voisin",
        "du lundi au vendredi de h30 à 12h30 et de 13h30 à 17h",
        "Lundi, mardi, mercredi, jeudi et vendredi : 10h30 à 12h30 et 14h à 19h (sauf jeudi, 18h30)",
        "lundi 17h-9h",
        "Mo-Fr 25:00-26:00",
        "Permanence une fois par mois",
        "Mardi 18h-19h\nmais secrétariat présent\nMardi 14h-19h",
        "Le bourg : lundi au vendredi 9h à 12h Le hameau : lundi et mardi : 9h à 12h30",
        "Sur rendez-vous : lundi 9h-18h; Accès libre : mardi 12h-14h,mercredi 12h-18h",
    ] {
        let reading = read_text(text);
        assert_eq!(reading.osm, None, "{text}");
        assert_eq!(reading.rest, [text], "{text}");
    }
}

#[test]
fn what_could_be_read_is_given_beside_what_could_not() {
    let reading = read_text("Mardi 13h-17h. Un jeudi par mois réseaux sociaux (17h-19h)");
    assert_eq!(reading.osm.as_deref(), Some("Tu 13:00-17:00"));
    assert!(!reading.rest.is_empty());
    let reading = read_text(
        "Lundi 9h-12h. L'accueil est fait sans rendez vous ou sur rendez vous selon le service.",
    );
    assert_eq!(reading.osm.as_deref(), Some("Mo 09:00-12:00"));
    assert_eq!(reading.rest.len(), 1);
}

#[test]
fn the_cells_of_a_week_make_one_string() {
    let week = [
        (Weekday::Mon, "09:00 - 12:00 / 13:30 - 17:00"),
        (Weekday::Tue, "9h à 12h - 13h30 à 17h"),
        (Weekday::Wed, "Fermé"),
        (Weekday::Thu, "08h30/12h"),
        (Weekday::Fri, "sur rendez-vous"),
        (Weekday::Sat, "Samedi 9h-12h"),
    ];
    let reading = read_week(&week);
    assert_eq!(
        reading.osm.as_deref(),
        Some("Mo,Tu 09:00-12:00,13:30-17:00; Th 08:30-12:00; Sa 09:00-12:00")
    );
    assert_eq!(reading.rest, ["vendredi : sur rendez-vous"]);
    let halves = [
        (Weekday::Mon, "9h-12h"),
        (Weekday::Mon, "14h-17h"),
        (Weekday::Tue, "14h-17h"),
    ];
    assert_eq!(
        read_week(&halves).osm.as_deref(),
        Some("Mo 09:00-12:00,14:00-17:00; Tu 14:00-17:00")
    );
    assert_eq!(
        read_week(&[(Weekday::Mon, "Fermé"), (Weekday::Tue, "")]),
        Reading::default()
    );
}

#[test]
fn odd_hours_are_doubted() {
    let reading = read_week(&[(Weekday::Mon, "07:15 - 13:00 / 07:15 - 13:30")]);
    assert_eq!(reading.osm.as_deref(), Some("Mo 07:15-13:30"));
    assert_eq!(reading.doubts, [Doubt::Overlap]);
    let reading = read_week(&[(Weekday::Mon, "14:00 - 14:00"), (Weekday::Tue, "9h-12h")]);
    assert_eq!(reading.osm.as_deref(), Some("Tu 09:00-12:00"));
    assert_eq!(
        (reading.rest.as_slice(), reading.doubts.as_slice()),
        (
            ["lundi : 14:00 - 14:00".to_owned()].as_slice(),
            [Doubt::Backwards].as_slice()
        )
    );
}

#[test]
fn every_other_week_is_said_in_the_grammar() {
    let week = in_weeks(read_text("Th 09:30-12:30; PH off"), Weeks::Odd);
    assert_eq!(
        week.osm.as_deref(),
        Some("week 1-53/2 Th 09:30-12:30; PH off")
    );
}

/// A writing of a time, and one of a range.
fn french(minutes: u16, style: u8) -> String {
    let (hour, minute) = (minutes / 60, minutes % 60);
    match style % 4 {
        0 if minute == 0 => format!("{hour}h"),
        0 | 1 => format!("{hour}h{minute:02}"),
        2 => format!("{hour:02}:{minute:02}"),
        _ => format!("{hour} h {minute:02}"),
    }
}

prop_compose! {
    /// Hours of one day: none, one range or two, in quarters of an hour.
    fn day_hours()(cuts in proptest::collection::btree_set(28_u16..80, 4), count in 0_usize..3) -> Vec<(u16, u16)> {
        let cuts: Vec<u16> = cuts.into_iter().map(|quarter| quarter * 15).collect();
        cuts.chunks(2).take(count).map(|pair| (pair[0], pair[1])).collect()
    }
}

proptest! {
    #[test]
    fn a_week_written_in_french_reads_back_as_the_same_week(
        week in proptest::array::uniform7(day_hours()),
        style in any::<u8>(),
        join in 0_usize..4,
    ) {
        let (to, and) = [("-", " / "), (" à ", " et "), (" - ", ", "), ("-", " et de ")][join];
        let lines: Vec<String> = parts::ALL_WEEK
            .iter()
            .zip(&week)
            .filter(|(_, ranges)| !ranges.is_empty())
            .map(|(day, ranges)| {
                let ranges: Vec<String> = ranges
                    .iter()
                    .map(|(from, end)| format!("{}{to}{}", french(*from, style), french(*end, style)))
                    .collect();
                format!("{} : {}", tokens::day_name(*day), ranges.join(and))
            })
            .collect();
        let mut doubts = Vec::new();
        let expected: Vec<parts::Group> = parts::ALL_WEEK
            .iter()
            .zip(&week)
            .map(|(day, ranges)| parts::Group { days: vec![*day], ranges: ranges.clone(), ..Default::default() })
            .collect();
        let expected = write::osm(&expected, &mut doubts);
        for separator in ["\n", " ; ", " "] {
            let reading = read_text(&lines.join(separator));
            prop_assert_eq!(&reading.osm, &expected, "{:?}", lines);
        }
    }

    #[test]
    fn any_text_is_read_without_harm_and_only_valid_hours_come_out(text in "[a-zA-Zéà0-9 :;,/()h.-]{0,60}") {
        if let Some(osm) = read_text(&text).osm {
            prop_assert!(valid(&osm), "{osm}");
        }
    }

    #[test]
    fn hours_that_were_written_are_left_as_they_are(text in "(lundi|mardi|samedi) (8|9|10)h-(11|12)h(30|)") {
        let osm = read_text(&text).osm.unwrap();
        let again = read_text(&osm);
        prop_assert_eq!(again.osm.as_deref(), Some(osm.as_str()));
        prop_assert!(again.rest.is_empty() && again.doubts.is_empty());
    }
}

#[test]
fn what_limits_the_hours_is_kept_with_them_or_nothing_is_read() {
    for text in [
        "Lundi 9h-17h\nLa structure n'est plus ouverte au public",
        "lundi au vendredi 9h-12h, fermé en août",
        "lundi au vendredi 9h-17h sauf le 24 décembre",
        "lundi au vendredi 9h-12h sauf le premier lundi du mois",
        "Fermé lundi, mardi 9h-12h",
        "lundi 9h-12h sans rdv, 14h-17h sur rdv",
        "lundi au vendredi 9h-17h (16h le vendredi)",
        "Lundi 14h-17h Samedi 10h-12h (2e et 4e du mois)",
        "Mo-Fr 14:00-12:00",
    ] {
        assert_eq!(read_text(text).osm, None, "{text}");
    }
    for cell in [
        "9h-12h (1er et 3ème)",
        "9h-12h (hors vacances)",
        "9h-12h (1 mardi sur 2)",
        "9h à 12h - Sur RDV l'après midi",
    ] {
        assert_eq!(read_week(&[(Weekday::Tue, cell)]).osm, None, "{cell}");
    }
}

#[test]
fn closed_days_lists_and_seasons_keep_to_themselves() {
    for (text, osm) in [
        (
            "Lundi : FERME Mardi : 9h-12h30 Samedi : 9h30-12h30",
            "Tu 09:00-12:30; Sa 09:30-12:30",
        ),
        ("lundi-mercredi-vendredi 9h-12h", "Mo,We,Fr 09:00-12:00"),
        (
            "Période scolaire Mardi 14h-18h Vacances scolaires Mardi et jeudi 10h-12h",
            "Tu 14:00-18:00; SH off; SH Tu,Th 10:00-12:00",
        ),
    ] {
        assert_eq!(read_text(text).osm.as_deref(), Some(osm), "{text}");
    }
    let paired = read_week(&[(Weekday::Tue, "17h-19h (semaines paires)")]);
    assert_eq!(paired.osm.as_deref(), Some("week 2-52/2 Tu 17:00-19:00"));
}

#[test]
fn hours_that_change_with_the_months_are_read_where_the_months_head_them() {
    for (text, osm) in [
        (
            "De septembre à juin : lundi au vendredi 9h-12h\nJuillet et août : mardi 10h-12h",
            "Sep-Jun Mo-Fr 09:00-12:00; Jul-Aug Tu 10:00-12:00",
        ),
        (
            "de Septembre à Juin :\nLundi : 8h30 – 12h30 et 13h30 – 15h00\nMardi : 8h30 – 12h30\n\nde Juillet à Août :\nlundi : 8h30 – 12h30",
            "Sep-Jun Mo 08:30-12:30,13:30-15:00; Sep-Jun Tu 08:30-12:30; Jul-Aug Mo 08:30-12:30",
        ),
        (
            "Lundi au samedi 9h-17h. En août : fermé",
            "Mo-Sa 09:00-17:00; Aug off",
        ),
        (
            "Lundi au samedi 9h-17h ; juillet-août : mardi 9h-12h",
            "Mo-Sa 09:00-17:00; Jul-Aug off; Jul-Aug Tu 09:00-12:00",
        ),
        (
            "avril et octobre : mardi 9h-12h, sauf jours fériés",
            "Apr,Oct Tu 09:00-12:00; Apr,Oct PH off",
        ),
    ] {
        let reading = read_text(text);
        assert_eq!(reading.osm.as_deref(), Some(osm), "{text}");
        assert!(reading.rest.is_empty(), "{text}");
    }
    let week = [
        (Weekday::Mon, "Fermé (juillet-août : 10h - 12h / 16h - 19h)"),
        (Weekday::Tue, "16h - 18h (juillet-août : 10h - 12h)"),
        (Weekday::Wed, "9h-12h"),
    ];
    assert_eq!(
        read_week(&week).osm.as_deref(),
        Some(
            "Tu 16:00-18:00; We 09:00-12:00; Jul-Aug Mo 10:00-12:00,16:00-19:00; Jul-Aug Tu 10:00-12:00"
        )
    );
}

#[test]
fn months_that_head_nothing_and_every_other_week_stay_as_text() {
    for text in [
        "lundi au vendredi 9h-12h de septembre à juin",
        "De septembre à juin : lundi 9h-12h. En juin : mardi 9h-12h",
        "De septembre à juin : lundi 9h-12h selon les semaines",
        "Lundi 9h-12h. En août : fermé le lundi",
        "En juillet : sur demande",
        "Un mardi sur deux : 14h-17h",
        "un mardi sur deux de 14h à 17h",
        "mardi 14h-17h, une semaine sur deux",
    ] {
        let reading = read_text(text);
        assert_eq!(
            (reading.osm, reading.rest),
            (None, vec![text.to_owned()]),
            "{text}"
        );
    }
    for cell in [
        "10h-12h (fermé en juillet-août)",
        "9h30-12h (jusqu'en juin 2022)",
        "9h-12h (août : ?)",
    ] {
        assert_eq!(read_week(&[(Weekday::Mon, cell)]).osm, None, "{cell}");
    }
}
