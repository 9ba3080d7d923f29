//! Phones, e-mail addresses and sites, written as people write them and kept as programs read them.

use portulan_i18n::Words;
use portulan_model::{Contact, PlaceRecord};
use portulan_text::{Email, Phone, WebUrl, is_mobile, is_own_email};

use super::answers::Answers;
use super::blocks::{Block, Maker};
use crate::auth::Desk;

const PHONES: &str = "telephone";
const EMAILS: &str = "courriel";
const SITES: &str = "site";
/// The box that says that the person agrees.
const PUBLISH: &str = "publier";
const AGREED: &str = "oui";
/// Most answers of one kind.
const MOST: usize = 10;

pub(super) fn fill(record: &PlaceRecord, answers: &mut Answers) {
    for phone in &record.contact.phones {
        let shown =
            Phone::parse(phone, None).map_or_else(|_as_is| phone.clone(), |it| it.display());
        answers.add(PHONES, shown);
    }
    for email in &record.contact.emails {
        answers.add(EMAILS, email);
    }
    for site in &record.contact.websites {
        answers.add(SITES, site);
    }
}

pub(super) fn read(desk: &Desk, answers: &mut Answers, record: &mut PlaceRecord) {
    let words = desk.words();
    let known = record.contact.clone();
    let department = record.address.insee.map(|commune| commune.department());
    let department = department
        .as_ref()
        .map(portulan_model::DepartmentCode::as_str);
    let phone = |text: &str| {
        Phone::parse(text, department)
            .ok()
            .map(|it| it.as_str().to_owned())
    };
    record.contact.phones = each(answers, words, PHONES, phone);
    record.contact.emails = each(answers, words, EMAILS, |text| {
        Email::parse(text).ok().map(|it| it.as_str().to_owned())
    });
    record.contact.websites = each(answers, words, SITES, web);
    own(answers, words, &known, &record.contact);
}

/// What is new and reads as one person's own is not kept unless they want it published: what is not shown is of no use
/// here. What was known already came from a list that gives it, or from somebody who agreed.
fn own(answers: &mut Answers, words: Words, known: &Contact, now: &Contact) {
    if answers.has(PUBLISH, AGREED) {
        return;
    }
    let new_phones = now.phones.iter().filter(|one| !known.phones.contains(one));
    let phones = new_phones.filter_map(|text| Phone::parse(text, None).ok());
    if phones.into_iter().any(|phone| is_mobile(&phone)) {
        answers.fault(PHONES, words.get("contact-own"));
    }
    let new_emails = now.emails.iter().filter(|one| !known.emails.contains(one));
    let emails = new_emails.filter_map(|text| Email::parse(text).ok());
    if emails.into_iter().any(|email| is_own_email(&email)) {
        answers.fault(EMAILS, words.get("contact-own"));
    }
}

/// An address of the web.
pub(super) fn web(text: &str) -> Option<String> {
    WebUrl::parse(text).ok().map(|it| it.as_str().to_owned())
}

/// Each answer once; those that are wrong are said together.
fn each(
    answers: &mut Answers,
    words: Words,
    name: &str,
    read: impl Fn(&str) -> Option<String>,
) -> Vec<String> {
    let (mut values, mut wrong) = (Vec::new(), Vec::new());
    for text in answers.told(name) {
        match read(text) {
            Some(value) if values.contains(&value) => {}
            Some(value) => values.push(value),
            None => wrong.push(text.to_owned()),
        }
    }
    if let Some(first) = wrong.into_iter().next() {
        let told = [("text", first.into())];
        answers.fault(name, words.with(&format!("edit-{name}-wrong"), &told));
    } else if values.len() > MOST {
        answers.fault(name, words.with("edit-too-many", &[("n", MOST.into())]));
    }
    values
}

pub(super) fn blocks(maker: &Maker<'_>) -> Vec<Block> {
    vec![
        maker.several(PHONES, "tel"),
        maker.several(EMAILS, "email"),
        maker.boxes(PUBLISH, &[AGREED]),
        maker.several(SITES, "url"),
    ]
}
