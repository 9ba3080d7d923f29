//! `…/conventions/<convention>/texte`: the text of an agreement, from a template, to be printed and signed elsewhere.
//!
//! It is made anew from what is agreed each time that it is read: nothing in it is typed twice.

use axum::response::Response;
use portulan_app::means::agreements::Followed;
use portulan_i18n::{amount, date, listed};

use super::{At, TAB, crumbs_under, reached, told};
use crate::auth::{Desk, Refused};
use crate::pages::means::envelopes::told::funder;
use crate::pages::parts::{Head, Line, Part, desk_page};
use crate::pages::typed::period_words;

/// `GET /espace/enveloppes/{slug}/conventions/{convention}/texte`.
pub(super) async fn show(desk: Desk, at: At) -> Result<Response, Refused> {
    let followed = reached(&desk, (&at.0.0, &at.0.1)).await?;
    let head = Head {
        crumbs: crumbs_under(&desk, &followed),
        lead: lead(&desk, &followed),
    };
    let title = title(&desk, &followed);
    Ok(desk_page(
        desk.page(title, TAB),
        head,
        parts(&desk, &followed),
    ))
}

/// What the text is called.
pub(super) fn title(desk: &Desk, followed: &Followed) -> String {
    let told = [("name", told::title(desk, followed).into())];
    desk.words().with("conv-texte-title", &told)
}

/// Between whom it is.
pub(super) fn lead(desk: &Desk, followed: &Followed) -> String {
    let told = [
        ("funder", funder(desk, &followed.envelope.funder).into()),
        (
            "name",
            told::beneficiary(desk, &followed.agreement.beneficiary).into(),
        ),
    ];
    desk.words().with("conv-texte-entre", &told)
}

/// Its articles.
pub(super) fn parts(desk: &Desk, followed: &Followed) -> Vec<Part> {
    let (words, lang) = (desk.words(), desk.visit.lang);
    let terms = &followed.agreement.terms;
    let about = [
        ("request", followed.agreement.request.as_str().into()),
        ("envelope", followed.envelope.label.as_str().into()),
    ];
    let total = amount(lang, terms.total().unwrap_or_default());
    let instalments = terms.instalments.iter().map(|one| Line {
        words: told::instalment(desk, one),
        ..Line::default()
    });
    let period = period_words(lang, terms.period);
    let period = period.unwrap_or_else(|| words.get("conv-texte-sans-duree"));
    vec![
        Part::Title("objet", words.get("conv-texte-objet")),
        Part::Text(words.with("conv-texte-objet-mots", &about)),
        Part::Lined(terms.purpose.to_string()),
        Part::Title("montant", words.get("conv-texte-montant")),
        Part::Text(words.with("conv-texte-montant-mots", &[("amount", total.into())])),
        Part::Lines(instalments.collect()),
        Part::Title("duree", words.get("conv-texte-duree")),
        Part::Text(words.with("conv-texte-duree-mots", &[("period", period.into())])),
        Part::Title("bilans", words.get("conv-texte-bilans")),
        Part::Text(reports(desk, followed)),
        Part::Title("materiel", words.get("conv-texte-materiel")),
        Part::Text(words.get("conv-texte-materiel-mots")),
        Part::Title("changements", words.get("conv-texte-changements")),
        Part::Text(words.get("conv-texte-changements-mots")),
        Part::Text(words.get("conv-texte-rendre-mots")),
        Part::Title("signatures", words.get("conv-texte-signatures")),
        Part::Text(signatures(desk, followed)),
    ]
}

fn reports(desk: &Desk, followed: &Followed) -> String {
    let (words, lang) = (desk.words(), desk.visit.lang);
    let terms = &followed.agreement.terms;
    let day = |day: Option<chrono::NaiveDate>| day.map(|day| date(lang, day)).unwrap_or_default();
    let told = [
        ("interim", day(terms.interim).into()),
        ("last", day(terms.last).into()),
    ];
    let id = if terms.interim.is_some() {
        "conv-texte-bilans-deux"
    } else {
        "conv-texte-bilans-un"
    };
    words.with(id, &told)
}

fn signatures(desk: &Desk, followed: &Followed) -> String {
    let (words, lang) = (desk.words(), desk.visit.lang);
    let Some(signed) = followed.agreement.signature() else {
        return words.get("conv-texte-a-signer");
    };
    let by = signed.by.iter().map(|one| one.as_str().to_owned());
    let told = [
        ("day", date(lang, signed.on).into()),
        ("by", listed(lang, by.collect()).into()),
    ];
    words.with("conv-signee-par", &told)
}
