//! A part of a lot goes elsewhere, is lent, given or thrown away: so many, and the price is split to the cent.

use axum::extract::{Form as Sent, Path};
use axum::response::Response;
use portulan_app::means::equipment;
use portulan_model::means::equipment::Lot;
use portulan_model::people::Organisation;

use super::form::{COUNT, LOT, PLACE, becoming, count, found, lot_id, place, saved, state};
use super::{Pairs, TAB, crumbs, told};
use crate::auth::{Desk, Refused};
use crate::pages::addresses;
use crate::pages::editing::answers::Answers;
use crate::pages::parts::{Ask, Field, Form, Head, Part, desk_page};
use crate::pages::typed::{Reading, faults};

/// `GET /espace/structures/{slug}/equipement/{lot}/partager`.
pub(super) async fn ask(
    desk: Desk,
    Path((slug, lot)): Path<(String, String)>,
) -> Result<Response, Refused> {
    let (own, lot) = found(&desk, (&slug, &lot)).await?;
    let mut answers = Answers::default();
    answers.put(LOT, equipment::new_id(desk.app()).to_string());
    Ok(page(&desk, (&own.0, &lot), &answers))
}

/// `POST /espace/structures/{slug}/equipement/{lot}/partager`.
pub(super) async fn part(
    desk: Desk,
    Path((slug, lot)): Path<(String, String)>,
    Sent(pairs): Sent<Pairs>,
) -> Result<Response, Refused> {
    let (own, lot) = found(&desk, (&slug, &lot)).await?;
    let mut answers = Answers::of(pairs);
    let new = lot_id(&desk, &mut answers);
    let mut reading = Reading::of(&desk, &mut answers);
    let (count, place) = (count(&mut reading), place(&mut reading));
    let state = state(&mut reading);
    let typed = count.zip(state).filter(|_| answers.faults() == 0);
    let Some((count, state)) = typed else {
        return Ok(page(&desk, (&own.0, &lot), &answers));
    };
    let parted = (count, place, state);
    match equipment::part(desk.app(), &own.1, (lot.id, new), parted).await {
        Ok(()) => Ok(saved(&own.0)),
        Err(error) => {
            let (field, words) = told::refusal(&desk, error)?;
            answers.fault(field, words);
            Ok(page(&desk, (&own.0, &lot), &answers))
        }
    }
}

fn page(desk: &Desk, (organisation, lot): (&Organisation, &Lot), answers: &Answers) -> Response {
    let words = desk.words();
    let ask = Ask { words, answers };
    let mut fields = vec![ask.text(COUNT, "text"), ask.text(PLACE, "text")];
    fields.extend(becoming(&ask));
    let new = answers.text(LOT).to_owned();
    fields.push(Field::Hidden(LOT.to_owned(), new));
    let here = addresses::equipment(&organisation.slug, &lot.id.to_string());
    let form = Form {
        id: "partage",
        title: None,
        action: addresses::equipment(&organisation.slug, &format!("{}/partager", lot.id)),
        faults: faults(words, answers),
        fields,
        submit: words.get("equip-partager"),
        plain: false,
    };
    let mut crumbs = crumbs(desk, organisation);
    crumbs.push((desk.visit.link(&here), told::name(words, lot)));
    let head = Head {
        crumbs,
        lead: words.get("equip-partager-aide"),
    };
    let page = desk.page(words.get("equip-partager"), TAB);
    desk_page(page, head, vec![Part::Form(form)])
}
