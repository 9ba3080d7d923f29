//! Phones, e-mail addresses, sites and the identifier of the legal body.

use portulan_model::codes::department_part;
use portulan_text::{Email, WebUrl};

use crate::clean;
use crate::{Draft, Field};

/// Gives the draft its contacts. An address typed in the column of another kind is put where it belongs.
pub(super) fn fill(draft: &mut Draft, raw: &dyn Fn(Field) -> String) {
    let (phone, email, site) = (
        raw(Field::Telephone),
        raw(Field::Courriels),
        raw(Field::SiteWeb),
    );
    let department = draft.get(Field::CodeInsee).or(draft.get(Field::CodePostal));
    let department = department.and_then(department_part).map(str::to_owned);
    let department = department.as_deref();

    let phones = clean::phones(&phone, department);
    let texts: Vec<&str> = phones
        .value
        .iter()
        .map(portulan_text::Phone::as_str)
        .collect();
    draft.set(Field::Telephone, texts.join("|"));
    draft.lines.extend(phones.lines);

    let mut emails = clean::emails(&email);
    let mut sites = clean::websites(&site);
    let strayed = clean::emails(&site)
        .value
        .into_iter()
        .chain(clean::emails(&phone).value);
    for stray in strayed {
        if !emails.value.contains(&stray) {
            emails.value.push(stray);
        }
    }
    for stray in clean::websites(&email).value {
        if sites.value.is_empty() {
            sites.value.push(stray);
        }
    }
    let texts: Vec<&str> = emails.value.iter().map(Email::as_str).collect();
    draft.set(Field::Courriels, texts.join("|"));
    draft.lines.extend(emails.lines);
    let texts: Vec<&str> = sites.value.iter().map(WebUrl::as_str).collect();
    draft.set(Field::SiteWeb, texts.join("|"));
    draft.lines.extend(sites.lines);

    let pivot = clean::pivot(&raw(Field::Pivot), department);
    if let Some(pivot) = &pivot.value {
        draft.set(Field::Pivot, pivot.as_str());
    }
    draft.lines.extend(pivot.lines);
}
