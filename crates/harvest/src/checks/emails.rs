//! E-mail addresses that have the right shape and reach nobody: a slip of the fingers in the domain.
//!
//! Whether a domain takes mail is not asked: only what is surely no domain, or a letter away from one that half of
//! France writes to, is doubted.

use super::{Check, Findings};
use crate::Field;

/// Domains of the providers that the lists name most, from nine letters on: shorter ones have honest neighbours.
const PROVIDERS: [&str; 14] = [
    "gmail.com",
    "hotmail.com",
    "hotmail.fr",
    "icloud.com",
    "laposte.net",
    "numericable.fr",
    "orange.fr",
    "outlook.com",
    "outlook.fr",
    "protonmail.com",
    "wanadoo.fr",
    "yahoo.com",
    "croix-rouge.fr",
    "finances.gouv.fr",
];
/// Domains of others that are a letter away from a provider's.
const HONEST: [&str; 5] = ["gmx.com", "ymail.com", "email.com", "mail.com", "grange.fr"];
/// Last parts that are no domain: `.com`, `.fr` and `.net` mistyped (root zone of the IANA, 2025).
const SLIPS: [&str; 12] = [
    "con", "cmo", "ocm", "comm", "vom", "xom", "frr", "ffr", "rf", "ft", "ner", "nett",
];

pub(super) fn check(findings: &mut Findings<'_>) {
    let Some(emails) = findings.get(Field::Courriels) else {
        return;
    };
    for email in emails.split('|') {
        if let Some(meant) = email
            .rsplit_once('@')
            .and_then(|(_, domain)| doubtful(domain))
        {
            findings.report(Check::EmailDoubtful, Field::Courriels, email, meant);
        }
    }
}

/// The domain that was probably meant, empty where nothing tells; nothing where the domain may be right.
fn doubtful(domain: &str) -> Option<&'static str> {
    if PROVIDERS.contains(&domain) || HONEST.contains(&domain) {
        return None;
    }
    let mut providers = PROVIDERS.into_iter();
    if let Some(meant) = providers.find(|provider| one_slip(provider, domain)) {
        return Some(meant);
    }
    let last = domain.rsplit('.').next().unwrap_or_default();
    (SLIPS.contains(&last) || domain.starts_with("www.")).then_some("")
}

/// Whether two domains differ by one letter that is missing, too many or another, or by two that were exchanged.
fn one_slip(meant: &str, typed: &str) -> bool {
    let (meant, typed) = (meant.as_bytes(), typed.as_bytes());
    if meant.len().abs_diff(typed.len()) > 1 {
        return false;
    }
    let same = |(one, two): &(&u8, &u8)| one == two;
    let before = meant.iter().zip(typed).take_while(same).count();
    let (meant, typed) = (
        meant.get(before..).unwrap_or_default(),
        typed.get(before..).unwrap_or_default(),
    );
    let pairs = meant.iter().rev().zip(typed.iter().rev());
    let after = pairs.take_while(same).count();
    match (
        meant.get(..meant.len() - after),
        typed.get(..typed.len() - after),
    ) {
        (Some([_]), Some([_] | [])) | (Some([]), Some([_])) => true,
        (Some([a, b]), Some([c, d])) => a == d && b == c,
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_slip_is_told_from_a_domain_that_is_only_rare() {
        for (domain, meant) in [
            ("gmial.com", "gmail.com"),
            ("gmail.con", "gmail.com"),
            ("orang.fr", "orange.fr"),
            ("wanadooo.fr", "wanadoo.fr"),
            ("hotmail.f", "hotmail.fr"),
            ("prange.fr", "orange.fr"),
            ("ville.con", ""),
            ("www.ville.fr", ""),
        ] {
            assert_eq!(doubtful(domain), Some(meant), "{domain}");
        }
        for domain in [
            "gmail.com",
            "mail.com",
            "sfr.fr",
            "free.fr",
            "ville-de-rennes.fr",
            "ccas.bzh",
            "gmx.fr",
            "yahoo.fr",
        ] {
            assert_eq!(doubtful(domain), None, "{domain}");
        }
    }
}
