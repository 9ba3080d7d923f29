//! How well something is known, and when something happens, as spoken of from now.

use chrono::{NaiveDate, NaiveDateTime};
use portulan_model::census::TOWN_HALL;
use portulan_model::{FieldOrigin, Standing};

use crate::dates::{ago, date_short, day_relative};
use crate::lang::Lang;
use crate::times::time;
use crate::words::{text, text_with};

/// A moment as it is spoken of from now: "à 14 h 30", "demain à 9 h", "lundi à 10 h", "mercredi 2 décembre à 9 h".
#[must_use]
pub fn moment(lang: Lang, at: NaiveDateTime, now: NaiveDateTime) -> String {
    let clock = time(lang, at.time());
    if at.date() == now.date() {
        return text_with(lang, "moment-today", &[("time", clock.into())]);
    }
    let day = day_relative(lang, at.date(), now.date());
    text_with(
        lang,
        "moment-day",
        &[("day", day.into()), ("time", clock.into())],
    )
}

/// How well a value is known, with its date: "confirmé par le lieu il y a 12 jours (13 novembre 2026)", "probable : mis
/// à jour il y a 7 mois (20 avril 2026)", "à vérifier, appelez avant : date inconnue".
#[must_use]
pub fn known(lang: Lang, standing: Standing, origin: &FieldOrigin, today: NaiveDate) -> String {
    let Some(dated) = origin.dated else {
        return text(lang, "known-undated");
    };
    let by_town_hall = origin.source.as_str() == TOWN_HALL && !origin.confirmed_by_place;
    let id = match (standing, origin.confirmed_by_place) {
        (Standing::Probable, _) if by_town_hall => "known-probable-mairie",
        (Standing::ToVerify, _) if by_town_hall => "known-a-verifier-mairie",
        (Standing::Confirmed, _) => "known-confirme",
        (Standing::Probable, true) => "known-probable-place",
        (Standing::Probable, false) => "known-probable-source",
        (Standing::ToVerify, true) => "known-a-verifier-place",
        (Standing::ToVerify, false) => "known-a-verifier-source",
    };
    let day = date_short(lang, dated);
    text_with(
        lang,
        id,
        &[
            ("ago", ago(lang, dated, today).into()),
            ("date", day.into()),
        ],
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_said_begins_with_how_far_it_may_be_trusted_and_ends_with_its_date() {
        let today = "2026-11-25".parse().unwrap();
        let of = |standing, dated: Option<&str>, confirmed_by_place| {
            let origin = FieldOrigin {
                source: "demonstration".parse().unwrap(),
                dated: dated.map(|dated| dated.parse().unwrap()),
                confirmed_by_place,
            };
            known(Lang::Fr, standing, &origin, today)
        };
        assert_eq!(
            of(Standing::Confirmed, Some("2026-11-13"), true),
            "confirmé par le lieu il y a 12 jours (13 novembre 2026)"
        );
        assert_eq!(
            of(Standing::Probable, Some("2026-04-20"), false),
            "probable\u{A0}: mis à jour il y a 7 mois (20 avril 2026)"
        );
        assert_eq!(
            of(Standing::ToVerify, Some("2024-08-01"), true),
            "à vérifier, appelez avant\u{A0}: confirmé par le lieu il y a 2 ans (1er août 2024)"
        );
        assert_eq!(
            of(Standing::ToVerify, None, false),
            "à vérifier, appelez avant\u{A0}: date inconnue"
        );
    }
}
