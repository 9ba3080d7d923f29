//! Words that people write instead of the grammar's own, and what they stand for.
//!
//! The grammar's words are English abbreviations; real texts also have French, German, Spanish, Italian,
//! Dutch and Polish days and months (phrases of several words are in `phrases`). A word that means
//! different days in different languages is left out, except where the reference program settles it.

use crate::rules::{HolidayKind, OpenState, SunEvent};

/// What a word stands for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Word {
    /// Weekday, from Monday = 0.
    Weekday(u8),
    /// Month, from January = 1.
    Month(u8),
    /// `PH` or `SH`.
    Holiday(HolidayKind),
    /// `sunrise` and the like.
    Sun(SunEvent),
    /// `easter`.
    Easter,
    /// `week`.
    Week,
    /// `day`, `days`.
    Days,
    /// `open`, `off`, `unknown`.
    State(OpenState),
    /// Text of the grammar to read in its place; empty to skip the word.
    Text(&'static str),
    /// `am`, `pm`: moves the hour before it.
    Half {
        /// Whether it is the afternoon.
        afternoon: bool,
    },
}

/// What one word stands for, given in lower case.
pub(crate) fn word(word: &str) -> Option<Word> {
    grammar(word)
        .or_else(|| weekday(word).map(Word::Weekday))
        .or_else(|| month(word).map(Word::Month))
        .or_else(|| loose(word))
}

/// The grammar's own words.
fn grammar(word: &str) -> Option<Word> {
    Some(match word {
        "ph" => Word::Holiday(HolidayKind::Public),
        "sh" => Word::Holiday(HolidayKind::School),
        "day" | "days" => Word::Days,
        "dawn" => Word::Sun(SunEvent::Dawn),
        "sunrise" => Word::Sun(SunEvent::Sunrise),
        "sunset" => Word::Sun(SunEvent::Sunset),
        "dusk" => Word::Sun(SunEvent::Dusk),
        "easter" => Word::Easter,
        "week" => Word::Week,
        "open" => Word::State(OpenState::Open),
        "closed" | "off" => Word::State(OpenState::Closed),
        "unknown" => Word::State(OpenState::Unknown),
        "am" => Word::Half { afternoon: false },
        "pm" => Word::Half { afternoon: true },
        _ => return None,
    })
}

/// Days, in each language from Monday to Sunday.
const WEEKDAYS: &[[&str; 7]] = &[
    ["mo", "tu", "we", "th", "fr", "sa", "su"],
    ["mon", "tue", "wed", "thu", "fri", "sat", "sun"],
    [
        "monday",
        "tuesday",
        "wednesday",
        "thursday",
        "friday",
        "saturday",
        "sunday",
    ],
    [
        "mondays",
        "tuesdays",
        "wednesdays",
        "thursdays",
        "fridays",
        "saturdays",
        "sundays",
    ],
    [
        "lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche",
    ],
    [
        "lundis",
        "mardis",
        "mercredis",
        "jeudis",
        "vendredis",
        "samedis",
        "dimanches",
    ],
    ["lun", "ma", "mer", "jeu", "ven", "sam", "dim"],
    ["lu", "tues", "me", "je", "ve", "zat", "so"],
    [
        "montag",
        "dienstag",
        "mittwoch",
        "donnerstag",
        "freitag",
        "samstag",
        "sonntag",
    ],
    [
        "montags",
        "dienstags",
        "mittwochs",
        "donnerstags",
        "freitags",
        "samstags",
        "sonntags",
    ],
    ["m", "di", "mi", "do", "f", "sonnabend", "zontag"],
    [
        "lunes",
        "die",
        "miércoles",
        "jueves",
        "viernes",
        "sábado",
        "domingo",
    ],
    [
        "lunedì",
        "martedì",
        "mercoledì",
        "giovedì",
        "venerdì",
        "sabato",
        "domenica",
    ],
    [
        "maandag",
        "dinsdag",
        "woensdag",
        "donderdag",
        "vrijdag",
        "zaterdag",
        "zondag",
    ],
    ["pn", "wt", "w", "cz", "pt", "sob", "ndz"],
    [
        "poniedziałek",
        "wtorek",
        "środa",
        "czwartek",
        "piątek",
        "sobota",
        "niedziela",
    ],
    [
        "poniedzialek",
        "din",
        "sroda",
        "thurs",
        "piatek",
        "za",
        "zo",
    ],
    [
        "lunedi",
        "martedi",
        "mercoledi",
        "giovedi",
        "venerdi",
        "sab",
        "dom",
    ],
    [
        "segunda", "terça", "quarta", "quinta", "sexta", "sabado", "domenica",
    ],
    ["mondag", "thues", "weds", "don", "vr", "zat", "zon"],
    [
        "lunes",
        "martes",
        "mit",
        "thur",
        "vri",
        "sonnabends",
        "sonn",
    ],
];

fn weekday(word: &str) -> Option<u8> {
    WEEKDAYS
        .iter()
        .find_map(|days| days.iter().position(|&day| day == word))
        .and_then(|index| u8::try_from(index).ok())
}

/// Months, in each language from January to December.
const MONTHS: &[[&str; 12]] = &[
    [
        "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
    ],
    [
        "january",
        "february",
        "march",
        "april",
        "may",
        "june",
        "july",
        "august",
        "september",
        "october",
        "november",
        "december",
    ],
    [
        "janvier",
        "février",
        "mars",
        "avril",
        "mai",
        "juin",
        "juillet",
        "août",
        "septembre",
        "octobre",
        "novembre",
        "décembre",
    ],
    [
        "janv", "févr", "mars", "avr", "mai", "juin", "juil", "aoû", "sept", "octobre", "novembre",
        "déc",
    ],
    [
        "janvier",
        "fevrier",
        "mars",
        "avril",
        "mai",
        "juin",
        "juillet",
        "aout",
        "septembre",
        "octobre",
        "novembre",
        "decembre",
    ],
    [
        "januar",
        "februar",
        "märz",
        "april",
        "mai",
        "juni",
        "juli",
        "august",
        "september",
        "oktober",
        "november",
        "dezember",
    ],
    [
        "jän",
        "fév",
        "maerz",
        "abr",
        "maj",
        "giu",
        "lug",
        "ago",
        "set",
        "okt",
        "noviembre",
        "dez",
    ],
    [
        "enero",
        "febrero",
        "marzo",
        "abril",
        "mayo",
        "junio",
        "julio",
        "agosto",
        "septiembre",
        "octubre",
        "noviembre",
        "diciembre",
    ],
    [
        "gennaio",
        "febbraio",
        "marzo",
        "aprile",
        "maggio",
        "giugno",
        "luglio",
        "agosto",
        "settembre",
        "ottobre",
        "novembre",
        "dicembre",
    ],
    [
        "januari",
        "februari",
        "maart",
        "april",
        "mei",
        "juni",
        "juli",
        "augustus",
        "september",
        "oktober",
        "november",
        "december",
    ],
    [
        "janeiro",
        "fevereiro",
        "março",
        "abril",
        "maio",
        "junho",
        "julho",
        "agosto",
        "setembro",
        "outubro",
        "novembro",
        "dezembro",
    ],
];

fn month(word: &str) -> Option<u8> {
    MONTHS
        .iter()
        .find_map(|months| months.iter().position(|&month| month == word))
        .and_then(|index| u8::try_from(index + 1).ok())
}

/// Words that stand for a piece of the grammar, or for nothing.
fn loose(word: &str) -> Option<Word> {
    Some(Word::Text(match word {
        "h" | "hs" | "hrs" | "hours" | "uhr" | "season" | "geöffnet" | "zwischen" | "ist"
        | "durchgehend" | "from" | "ab" | "von" | "öffnungszeit" | "öffnungszeiten" => "",
        "to" | "a" | "à" | "á" | "as" | "ás" | "às" | "ate" | "til" | "till" | "until"
        | "through" | "bis" | "до" | "_" => "-",
        "and" | "und" | "u" | "auch" | "et" => ",",
        "gesloten" | "geschlossen" | "geschl" | "ruhetag" | "ruhetage" | "except" | "fermé"
        | "fermée" | "ferme" => "off",
        "feestdag" | "feestdagen" | "feiertag" | "feiertags" | "feiertage" | "feiertagen"
        | "holiday" | "holidays" | "fériés" => "PH",
        "schulferien" | "ferien" | "schoolholiday" | "schoolholidays" => "SH",
        "always" | "nonstop" | "anytime" => "24/7",
        "daily" | "everyday" | "täglich" => "Mo-Su",
        "wd" | "weekday" | "weekdays" | "vardagar" => "Mo-Fr",
        "werktag" | "werktags" => "Mo-Sa",
        "weekend" | "weekends" => "Sa,Su",
        "daytime" | "daylight" => "sunrise-sunset",
        "midday" => "12:00",
        "midnight" => "00:00",
        "late" | "openend" => "+",
        "otherwise" => "||",
        "sundown" | "sonnenuntergang" => "sunset",
        "sonnenaufgang" => "sunrise",
        "morgendämmerung" => "dawn",
        "abenddämmerung" => "dusk",
        "ostern" | "pâques" => "easter",
        _ => return None,
    }))
}
