//! Passwords that are tried first: common ones, patterns of keys, years, and words that everybody knows of the person or of
//! this site. `zxcvbn` holds the lists (30 000 passwords, so the 3 000 most common of ASVS 5.0, 6.2.4) and counts how many
//! tries each would take.

use zxcvbn::{Score, zxcvbn};

use super::{Password, PasswordRefusal};

/// Words of this site that no password leans on (ASVS 5.0, 6.1.2).
const OF_THE_SITE: [&str; 6] = [
    "portulan",
    "mediation",
    "numerique",
    "inclusion",
    "administration",
    "motdepasse",
];
/// From 10^6 tries on, a door that closes after ten keeps everybody out (the second step of `zxcvbn`).
const ENOUGH: Score = Score::Two;

/// Refuses a password that takes few tries, knowing what everybody knows of the person: their name, their address.
pub fn refuse_guessable(password: &Password, known: &[&str]) -> Result<(), PasswordRefusal> {
    let parts = known
        .iter()
        .flat_map(|text| text.split(|sign: char| !sign.is_alphanumeric()));
    let words: Vec<&str> = parts
        .filter(|part| !part.is_empty())
        .chain(OF_THE_SITE)
        .collect();
    if zxcvbn(&password.0, &words).score() < ENOUGH {
        return Err(PasswordRefusal::Guessable);
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_tried_first_is_refused_and_a_sentence_is_not() {
        let known = ["Camille Durand-Exemple", "c.durand@mairie.exemple.fr"];
        let refused = |typed: &str| {
            let password = Password::parse(typed).unwrap();
            refuse_guessable(&password, &known).is_err()
        };
        for typed in [
            "password1",
            "azertyuiop",
            "12345678",
            "iloveyou",
            "portulan2026",
            "Numerique35",
            "durand2026",
            "Camille1!",
            "mairieexemple",
            "aaaaaaaaaaaa",
        ] {
            assert!(refused(typed), "{typed}");
        }
        for typed in [
            "quinze bateaux dans la brume",
            "Le phare, à marée basse",
            "vg7#Lk2p!x",
        ] {
            assert!(!refused(typed), "{typed}");
        }
    }

    #[test]
    fn the_longest_password_is_weighed_at_once() {
        let longest = "é1".repeat(super::super::LONGEST / 2);
        let started = std::time::Instant::now();
        let _either = refuse_guessable(&Password::parse(&longest).unwrap(), &[]);
        assert!(started.elapsed().as_secs() < 2);
    }
}
