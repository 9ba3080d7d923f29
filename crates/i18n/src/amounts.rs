//! Sums of money as each language writes them: whole euros where there are no cents.

use portulan_model::Cents;

use crate::figures::grouped;
use crate::lang::Lang;

/// An amount: "55 400 €", "1 234,50 €".
#[must_use]
pub fn amount(lang: Lang, cents: Cents) -> String {
    let value = cents.get();
    let sign = if value < 0 { "−" } else { "" };
    let (euros, rest) = (value.unsigned_abs() / 100, value.unsigned_abs() % 100);
    let whole = grouped(lang, &euros.to_string());
    let part = if rest == 0 {
        String::new()
    } else {
        format!("{}{rest:02}", lang.decimal_mark())
    };
    match lang {
        Lang::En => format!("{sign}€{whole}{part}"),
        _ => format!("{sign}{whole}{part}\u{A0}€"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_amount_is_written_as_its_language_does() {
        for (lang, cents, words) in [
            (Lang::Fr, 5_540_000, "55\u{202F}400\u{A0}€"),
            (Lang::Fr, 123_450, "1\u{202F}234,50\u{A0}€"),
            (Lang::Fr, -5, "−0,05\u{A0}€"),
            (Lang::Fr, 0, "0\u{A0}€"),
            (Lang::En, 5_540_000, "€55,400"),
        ] {
            assert_eq!(amount(lang, Cents::new(cents)), words);
        }
    }
}
