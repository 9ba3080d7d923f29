//! Single values within the bounds of the schema.

use chrono::{Datelike, NaiveDate};
use portulan_model::PlaceRecord;

use super::losses::{LeftOut, Loss, Losses};

const NAME: std::ops::RangeInclusive<usize> = 3..=150;
const DESCRIPTION: std::ops::RangeInclusive<usize> = 5..=10_000;
/// Longest address of the web (`HttpUrl` of pydantic).
const ADDRESS: usize = 2_083;
/// Domains that are for tests and for networks at home: the schema refuses them in an e-mail.
const NO_MAIL: [&str; 6] = ["arpa", "invalid", "local", "localhost", "onion", "test"];

/// `source--id`; an id that came from data·inclusion holds its source already.
pub(super) fn id(record: &PlaceRecord) -> String {
    let external = &record.external;
    let beginning = format!("{}--", external.source);
    if external.id.starts_with(&beginning) {
        external.id.clone()
    } else {
        beginning + &external.id
    }
}

/// The day of the last change, where the schema takes it.
pub(super) fn day(record: &PlaceRecord, today: NaiveDate) -> Result<String, LeftOut> {
    let day = record.provenance.record.dated.ok_or(LeftOut::NoDate)?;
    if day.year() < 2000 {
        return Err(LeftOut::DateTooOld);
    }
    if day > today {
        return Err(LeftOut::DateAhead);
    }
    Ok(day.format("%Y-%m-%d").to_string())
}

/// A name of 3 to 150 characters without a full stop at its end.
pub(super) fn name(record: &PlaceRecord, lost: &mut Losses) -> Result<String, LeftOut> {
    let mut name = record.name.trim();
    if name.ends_with('.') && !name.ends_with("etc.") {
        lost.add(Loss::FullStop, name);
        name = name.trim_end_matches(['.', ' ']);
    }
    if name.chars().nth(NAME.start() - 1).is_none() {
        return Err(LeftOut::NameTooShort);
    }
    Ok(cut(name, *NAME.end(), Loss::NameCut, lost))
}

/// A description of 5 to 10 000 characters.
pub(super) fn description(text: &str, lost: &mut Losses) -> Option<String> {
    let text = text.trim();
    if text.is_empty() {
        return None;
    }
    if text.chars().nth(DESCRIPTION.start() - 1).is_none() {
        lost.add(Loss::DescriptionTooShort, text);
        return None;
    }
    Some(cut(text, *DESCRIPTION.end(), Loss::DescriptionCut, lost))
}

fn cut(text: &str, most: usize, loss: Loss, lost: &mut Losses) -> String {
    if text.chars().nth(most).is_none() {
        return text.to_owned();
    }
    let kept: String = text.chars().take(most - 1).collect();
    lost.add(loss, text.chars().skip(most - 1).collect::<String>());
    format!("{}…", kept.trim_end())
}

/// Both presentations as one text, the short one first unless the long one holds it.
pub(super) fn presentation(record: &PlaceRecord) -> String {
    let summary = record.summary.as_deref().unwrap_or_default();
    let detail = record.detail.as_deref().unwrap_or_default();
    if summary.is_empty() || detail.contains(summary) {
        detail.to_owned()
    } else if detail.is_empty() {
        summary.to_owned()
    } else {
        format!("{summary}\n\n{detail}")
    }
}

/// The first e-mail that the schema takes.
pub(super) fn email<'a>(record: &'a PlaceRecord, lost: &mut Losses) -> Option<&'a str> {
    let (taken, refused): (Vec<&String>, Vec<&String>) = record
        .contact
        .emails
        .iter()
        .partition(|email| takes_mail(email));
    lost.all(Loss::RefusedEmail, refused);
    lost.all(Loss::FurtherEmail, taken.iter().skip(1).copied());
    taken.first().map(|email| email.as_str())
}

fn takes_mail(email: &str) -> bool {
    let (name, domain) = email.rsplit_once('@').unwrap_or_default();
    let top = domain.rsplit('.').next().unwrap_or_default();
    let tame = |text: &str| !text.starts_with('.') && !text.ends_with('.') && !text.contains("..");
    !name.is_empty()
        && domain.contains('.')
        && name.len() <= 64
        && email.len() <= 254
        && tame(name)
        && tame(domain)
        && !NO_MAIL.iter().any(|no| top.eq_ignore_ascii_case(no))
}

/// An address of the web that is not too long.
pub(super) fn address<'a>(url: Option<&'a String>, lost: &mut Losses) -> Option<&'a str> {
    let url = url?;
    if url.len() > ADDRESS {
        lost.add(Loss::AddressTooLong, url);
        return None;
    }
    Some(url)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_email_at_a_domain_for_tests_is_not_taken() {
        for good in ["a@exemple.fr", "a.b+c@mairie.exemple.fr"] {
            assert!(takes_mail(good), "{good}");
        }
        for bad in [
            "a@b.test",
            "a@b.LOCAL",
            "a..b@exemple.fr",
            ".a@exemple.fr",
            "rien",
        ] {
            assert!(!takes_mail(bad), "{bad}");
        }
    }

    #[test]
    fn a_text_that_is_cut_says_what_was_lost() {
        let mut lost = Losses::default();
        assert_eq!(cut("abcdef", 4, Loss::NameCut, &mut lost), "abc…");
        assert_eq!(lost.0.first().map(|lost| lost.value.as_str()), Some("def"));
    }
}
