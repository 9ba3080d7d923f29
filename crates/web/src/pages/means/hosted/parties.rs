//! Who takes part in an application: invited, or taken out, by the organisation that carries it; which alone takes the
//! application back.

use axum::extract::{Form, Path};
use axum::response::Response;
use portulan_app::means::applications;
use portulan_model::Slug;
use portulan_model::means::applications::{Party, Stage};

use super::fill::{self, Shown};
use super::{Mine, Pairs, told};
use crate::auth::{Desk, Refused, done};
use crate::pages::editing::answers::Answers;
use crate::pages::parts::{Ask, Button, Choice, Field, Form as Sheet, Line, Part};
use crate::pages::typed::{Reading, faults, organisation_name};

/// The organisation that is invited.
const WHO: &str = "candidature-invitee";
/// To fill it in, or to read it.
const AS: &str = "candidature-comme";
/// The organisation that is taken out.
const OUT: &str = "structure";
/// The box of whoever takes the application back.
const SURE: &str = "candidature-retrait";
const YES: &str = "oui";

/// Who takes part, and what whoever carries it may do.
pub(super) fn parts(desk: &Desk, mine: &Mine, invited: &Answers) -> Vec<Part> {
    let (words, opened) = (desk.words(), &mine.opened);
    let over = opened.application.stage() == Stage::Withdrawn;
    let leads = opened.party == Party::Lead && !over;
    let line = |(slug, party): (&Slug, Party)| {
        let name = organisation_name(&desk.visit.directory, slug);
        let out = leads && party != Party::Lead;
        let hidden = vec![(OUT, slug.to_string())];
        Line {
            button: out
                .then(|| Button::remove(words, &name, mine.at("/participants/retirer"), hidden)),
            words: name,
            more: told::party(words, party),
            ..Line::default()
        }
    };
    let mut parts = vec![
        Part::Title("participants", words.get("candidature-participants")),
        Part::Lines(opened.application.parties.all().map(line).collect()),
    ];
    if leads {
        parts.push(Part::Form(invitation(desk, mine, invited)));
        parts.push(Part::Form(withdrawal(desk, mine)));
    }
    parts
}

fn invitation(desk: &Desk, mine: &Mine, answers: &Answers) -> Sheet {
    let words = desk.words();
    let ask = Ask { words, answers };
    let roles = [Party::Partner.slug(), Party::Reader.slug()];
    Sheet {
        id: "inviter",
        title: Some(words.get("candidature-inviter")),
        action: mine.at("/participants"),
        faults: faults(words, answers),
        fields: vec![ask.text(WHO, "text"), ask.one_of(AS, &roles)],
        submit: words.get("candidature-inviter-faire"),
        plain: true,
    }
}

fn withdrawal(desk: &Desk, mine: &Mine) -> Sheet {
    let words = desk.words();
    let answers = Answers::default();
    let ask = Ask {
        words,
        answers: &answers,
    };
    let sure = Choice {
        value: YES.to_owned(),
        label: words.get("candidature-retrait-oui"),
        hint: String::new(),
        chosen: false,
    };
    Sheet {
        id: "retrait",
        title: Some(words.get("candidature-retirer")),
        action: mine.at("/retrait"),
        faults: None,
        fields: vec![
            Field::Note(words.get("candidature-retirer-aide")),
            ask.choices(SURE, false, vec![sure]),
        ],
        submit: words.get("candidature-retirer"),
        plain: true,
    }
}

/// `POST …/participants`.
pub(super) async fn invite(
    desk: Desk,
    Path((slug, id)): Path<(String, String)>,
    Form(pairs): Form<Pairs>,
) -> Result<Response, Refused> {
    let mine = Mine::open(&desk, (&slug, &id)).await?;
    let mut answers = Answers::of(pairs);
    let mut reading = Reading::of(&desk, &mut answers);
    let who = reading.needed_organisation(WHO);
    let roles = [Party::Partner, Party::Reader];
    let party = reading.one_of(AS, &roles, Party::from_slug);
    let (Some(who), Some(party)) = (who, party) else {
        return Ok(again(&desk, &mine, answers));
    };
    let invited = (who, party == Party::Reader);
    match applications::invite(desk.app(), &mine.applying.may, mine.id(), invited).await {
        Ok(()) => Ok(done(&mine.at(""), "candidature-invitation")),
        Err(error) => {
            answers.fault(WHO, told::refusal(&desk, error)?);
            Ok(again(&desk, &mine, answers))
        }
    }
}

fn again(desk: &Desk, mine: &Mine, invited: Answers) -> Response {
    fill::page(desk, mine, Shown::invited(invited))
}

/// `POST …/participants/retirer`.
pub(super) async fn leave(
    desk: Desk,
    Path((slug, id)): Path<(String, String)>,
    Form(pairs): Form<Pairs>,
) -> Result<Response, Refused> {
    let mine = Mine::open(&desk, (&slug, &id)).await?;
    let answers = Answers::of(pairs);
    let Ok(out) = answers.text(OUT).parse() else {
        let wrong = desk.words().get("edit-choice-unknown");
        return Ok(fill::page(&desk, &mine, Shown::wrong(wrong)));
    };
    let left = applications::leave(desk.app(), &mine.applying.may, mine.id(), &out).await;
    settled(&desk, &mine, left, "candidature-enregistree")
}

/// `POST …/retrait`.
pub(super) async fn withdraw(
    desk: Desk,
    Path((slug, id)): Path<(String, String)>,
    Form(pairs): Form<Pairs>,
) -> Result<Response, Refused> {
    let mine = Mine::open(&desk, (&slug, &id)).await?;
    if !Answers::of(pairs).has(SURE, YES) {
        let wrong = desk.words().get("candidature-retrait-sur");
        return Ok(fill::page(&desk, &mine, Shown::wrong(wrong)));
    }
    let gone = applications::withdraw(desk.app(), &mine.applying.may, mine.id()).await;
    settled(&desk, &mine, gone, "candidature-retiree")
}

fn settled(
    desk: &Desk,
    mine: &Mine,
    what: Result<(), applications::ApplyError>,
    note: &str,
) -> Result<Response, Refused> {
    match what {
        Ok(()) => Ok(done(&mine.at(""), note)),
        Err(error) => {
            let wrong = told::refusal(desk, error)?;
            Ok(fill::page(desk, mine, Shown::wrong(wrong)))
        }
    }
}
