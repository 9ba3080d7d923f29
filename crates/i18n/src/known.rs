//! How well something is known, and when something happens, as spoken of from now.

use chrono::{NaiveDate, NaiveDateTime};
use portulan_model::{FieldOrigin, Freshness};

use crate::dates::{ago, day_relative};
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

/// How well a value is known: "confirmé par le lieu il y a 12 jours", "mis à jour il y a 7 mois, appelez avant".
#[must_use]
pub fn confirmed(lang: Lang, origin: &FieldOrigin, today: NaiveDate) -> String {
    let Some(dated) = origin.dated else {
        return text(lang, "known-undated");
    };
    let id = match (origin.confirmed_by_place, Freshness::of(Some(dated), today)) {
        (true, Freshness::Fresh) => "known-by-place",
        (true, _) => "known-by-place-old",
        (false, Freshness::Fresh) => "known-by-source",
        (false, _) => "known-by-source-old",
    };
    text_with(lang, id, &[("ago", ago(lang, dated, today).into())])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_old_asks_for_a_call() {
        let today = "2026-11-25".parse().unwrap();
        let origin = |dated: Option<&str>, confirmed_by_place| FieldOrigin {
            source: "demonstration".parse().unwrap(),
            dated: dated.map(|dated| dated.parse().unwrap()),
            confirmed_by_place,
        };
        assert_eq!(
            confirmed(Lang::Fr, &origin(Some("2026-11-13"), true), today),
            "confirmé par le lieu il y a 12 jours"
        );
        assert_eq!(
            confirmed(Lang::Fr, &origin(Some("2026-04-20"), false), today),
            "information mise à jour il y a 7 mois\u{A0}: appelez avant de venir"
        );
        assert_eq!(
            confirmed(Lang::Fr, &origin(None, false), today),
            "date inconnue\u{A0}: appelez avant de venir"
        );
    }
}
