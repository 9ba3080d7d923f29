//! An address line as matching sees it: a number, a kind of way, the words that name it.
//!
//! Lists write the same door in many ways: with the building before, the commune behind, two numbers, a quarter. What
//! cannot be told apart stays among the words.

use portulan_text::fold;

use crate::concepts::is_stop_word;

/// Kinds of ways, with their short forms; the rank of the first form is the kind.
const WAYS: &[&[&str]] = &[
    &["rue", "r", "grande", "grand", "street", "st"],
    &["avenue", "av", "ave"],
    &["boulevard", "bd", "bld", "blvd", "boul"],
    &["place", "pl", "parvis", "placette", "placis"],
    &["route", "rte", "rd", "road"],
    &["chemin", "che", "chem", "ch", "sentier", "sente"],
    &["allee", "all", "allees"],
    &["impasse", "imp", "cul"],
    &["square", "sq"],
    &["cours", "crs", "cour"],
    &["quai"],
    &["esplanade", "esp", "mail", "promenade"],
    &["passage", "ruelle", "venelle", "traverse", "montee", "cote"],
    &["faubourg", "fg", "fbg"],
    &[
        "lotissement",
        "lot",
        "residence",
        "res",
        "hameau",
        "lieu",
        "lieudit",
        "quartier",
        "zone",
        "za",
        "zac",
        "zi",
        "pa",
        "parc",
        "bourg",
    ],
    &["rond", "voie", "chaussee", "rocade", "pont", "porte"],
];

/// Titles of the people that streets are named after.
const TITLES: &[&str] = &[
    "general",
    "gal",
    "gral",
    "marechal",
    "mal",
    "docteur",
    "dr",
    "president",
    "pdt",
    "professeur",
    "pr",
    "colonel",
    "commandant",
    "cdt",
    "capitaine",
    "lieutenant",
    "abbe",
    "saint",
    "sainte",
    "ste",
    "monseigneur",
    "mgr",
    "freres",
    "madame",
    "monsieur",
];

/// Words that say where to send letters, or how far the way goes.
const POSTAL: &[&str] = &["cs", "bp", "cedex", "tsa", "prolongee", "prolonge", "dit"];

/// An address line taken apart.
#[derive(Debug, Default, PartialEq, Eq)]
pub(crate) struct Street {
    /// Number in the way; zero for none.
    pub(crate) number: u16,
    /// Kind of way, one more than its rank; zero for none.
    pub(crate) way: u8,
    /// Words of its name, in order.
    pub(crate) words: Vec<String>,
}

fn way(word: &str) -> Option<u8> {
    WAYS.iter()
        .position(|forms| forms.contains(&word))
        .and_then(|rank| u8::try_from(rank + 1).ok())
}

/// La Poste gives numbers from 5000 on to doors that have none.
fn number(word: &str) -> Option<u16> {
    let digits = word.bytes().take_while(u8::is_ascii_digit).count();
    let (digits, rest) = word.split_at_checked(digits)?;
    let repetition =
        rest.is_empty() || matches!(rest, "a" | "b" | "c" | "d" | "e" | "bis" | "ter" | "quater");
    (repetition && (1..=4).contains(&digits.len()))
        .then(|| digits.parse().ok())
        .flatten()
}

fn is_repetition(word: &str) -> bool {
    matches!(word, "bis" | "ter" | "quater" | "quinquies") || (word.len() == 1 && word != "r")
}

/// Takes an address line apart.
pub(crate) fn street(text: &str) -> Street {
    let folded = fold(text);
    let mut words: Vec<&str> = folded.split_ascii_whitespace().collect();
    cut_at_postcode(&mut words);
    let mut street = Street::default();
    let start = match numbered(&words) {
        Some((found, after)) => {
            street.number = if found < 5000 { found } else { 0 };
            after
        }
        None => words
            .iter()
            .position(|word| way(word).is_some())
            .unwrap_or(0),
    };
    let named = words.get(start..).unwrap_or_default();
    let named = match named.split_first() {
        Some((first, rest)) if way(first).is_some() && !rest.is_empty() => {
            street.way = way(first).unwrap_or(0);
            rest
        }
        _ => named,
    };
    street.words = kept(named);
    if street.words.is_empty() {
        let whole = words.get(start..).unwrap_or_default().iter();
        street.words = whole
            .filter(|word| !is_stop_word(word))
            .map(|word| (*word).to_owned())
            .collect();
    }
    street
}

/// Everything from a postcode on, unless the line begins with it.
fn cut_at_postcode(words: &mut Vec<&str>) {
    let postcode = |word: &&str| word.len() == 5 && word.bytes().all(|byte| byte.is_ascii_digit());
    if let Some(at) = words.iter().position(postcode).filter(|at| *at > 0) {
        words.truncate(at);
    }
}

/// The number of the door and the rank of the first word after it: a number that a kind of way follows, or else one
/// that begins the line.
fn numbered(words: &[&str]) -> Option<(u16, usize)> {
    let followed = |at: usize| {
        let mut after = at + 1;
        while words
            .get(after)
            .is_some_and(|word| is_repetition(word) || number(word).is_some())
        {
            after += 1;
        }
        after
    };
    for (at, word) in words.iter().enumerate() {
        let Some(found) = number(word) else { continue };
        let after = followed(at);
        let leads = words.get(after).is_some_and(|next| way(next).is_some());
        if leads || (at == 0 && after < words.len()) {
            return Some((found, after));
        }
    }
    None
}

/// Words that name a way. When only titles are left, they are its name.
fn kept(words: &[&str]) -> Vec<String> {
    let mut kept: Vec<String> = Vec::new();
    let mut skip = false;
    for word in words {
        let number_of_post = skip && word.bytes().all(|byte| byte.is_ascii_digit());
        skip = POSTAL.contains(word);
        if !skip && !number_of_post && !is_stop_word(word) && way(word).is_none() {
            kept.push((*word).to_owned());
        }
    }
    let named = kept.iter().any(|word| !TITLES.contains(&word.as_str()));
    if named {
        kept.retain(|word| !TITLES.contains(&word.as_str()));
    }
    kept
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use rstest::rstest;

    use super::*;

    #[rstest]
    #[case("3 Bd de Yougoslavie", 3, "yougoslavie")]
    #[case("11, square Lucien-Rose", 11, "lucien rose")]
    #[case("5bis RUE DU MORBIHAN", 5, "morbihan")]
    #[case("15 RUE DES FRERES LOUIS ET RENE MOINE", 15, "louis rene moine")]
    #[case("5005 PL DE LA GARE", 0, "gare")]
    #[case(
        "Espace social commun, 11 C Pl. du Gros Chêne, 35700 Rennes",
        11,
        "gros chene"
    )]
    #[case("Bâtiment \"Le Steriad\" 2 allée de l'Ille", 2, "ille")]
    #[case("42 42 KENNEDY", 42, "kennedy")]
    #[case("42 Président John Fitzgerald Kennedy", 42, "john fitzgerald kennedy")]
    #[case("5-9 Rue des Papetiers", 5, "papetiers")]
    #[case("Rue du Général", 0, "general")]
    #[case("rue du 8 mai 1945", 0, "8 mai 1945")]
    #[case("Le bourg", 0, "bourg")]
    #[case("13 grande rue", 13, "grande rue")]
    #[case("CCAS - 18 rue de la Mairie", 18, "mairie")]
    fn doors_are_read(#[case] text: &str, #[case] number: u16, #[case] words: &str) {
        let street = street(text);
        assert_eq!(
            (street.number, street.words.join(" ").as_str()),
            (number, words)
        );
    }

    #[test]
    fn the_kind_of_way_is_told_in_any_short_form() {
        assert_eq!(
            street("3 bd de Metz").way,
            street("3 boulevard de Metz").way
        );
        assert_ne!(street("3 rue de Metz").way, street("3 place de Metz").way);
    }

    proptest! {
        #[test]
        fn any_line_is_taken_apart(text in ".{0,80}") {
            let _ = street(&text);
        }
    }
}
