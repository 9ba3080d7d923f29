//! `…/mutualisations/nouvelle` and `…/modifier`: who leads, what each intention keeps for itself, what is common, and by what it
//! is split. The shares that follow are shown, and what is sent is what was shown.

use std::collections::BTreeMap;

use axum::extract::{Form as Sent, Path};
use axum::response::Response;
use portulan_app::means::pools::{self, Asked, Given, Held, PoolError, Wish};
use portulan_i18n::amount;
use portulan_model::Slug;
use portulan_model::governance::Body;
use portulan_pools::{Draft, Want};

use super::acts::{refuse, version};
use super::asked::{COMMON, KEY, LEAD, WEIGHTS, fill, own, read, seen, stands, weights};
use super::told::KEYS;
use super::{
    CHOSEN, Pairs, TAB, VERSION, WHY, conducting, crumbs, draw, home, of_body, proposing, told,
};
use crate::auth::{Desk, Refused, done};
use crate::pages::editing::answers::Answers;
use crate::pages::parts::{Ask, Field, Form, Head, Part, desk_page};
use crate::pages::typed::{Reading, faults};

const TITLE: &str = "mut-nom";
/// The terms whose shares were shown.
const SEEN: &str = "mut-vu";

/// What a form is of.
struct Sheet<'a> {
    body: &'a Body,
    /// The pool whose terms change; none where one is proposed.
    held: Option<&'a Held>,
    wants: &'a [Want],
    action: String,
}

/// `GET …/nouvelle?intentions=a,b`.
pub(super) async fn blank(desk: Desk, Path(slug): Path<String>) -> Result<Response, Refused> {
    let (body, may) = proposing(&desk, &slug)?;
    let text = desk.visit.value(CHOSEN).unwrap_or_default().to_owned();
    let wants = match pools::chosen(desk.app(), &may, &chosen(&text)).await {
        Ok(wants) => wants,
        Err(error) => return impossible(&desk, body, error),
    };
    let plain = match Draft::plain(wants.clone()) {
        Ok(plain) => plain,
        Err(error) => return impossible(&desk, body, error.into()),
    };
    let mut answers = Answers::default();
    answers.put(CHOSEN, text);
    let title = plain.wants.first().map(draw::title);
    answers.put(TITLE, title.unwrap_or_default());
    let own = wants.iter().map(|want| want.id.clone()).zip(plain.own);
    let asked = Asked {
        lead: pools::today(&desk.visit.directory, &plain.lead),
        own: own.collect(),
        common: plain.common,
        key: plain.key,
        weights: BTreeMap::new(),
    };
    fill(&mut answers, &wants, &asked);
    Ok(page(&desk, &new(body, &wants), &mut answers, Some(asked)))
}

/// `POST …/nouvelle`.
pub(super) async fn create(
    desk: Desk,
    Path(slug): Path<String>,
    Sent(pairs): Sent<Pairs>,
) -> Result<Response, Refused> {
    let (body, may) = proposing(&desk, &slug)?;
    let mut answers = Answers::of(pairs);
    let intentions = chosen(answers.text(CHOSEN));
    let title = Reading::of(&desk, &mut answers).name(TITLE);
    let why = Reading::of(&desk, &mut answers).prose(WHY);
    let asked = read(&desk, &mut answers, &intentions);
    let ready = asked
        .as_ref()
        .is_some_and(|asked| seen(asked) == answers.text(SEEN));
    if let (true, 0, Some((title, _)), Some(asked)) =
        (ready, answers.faults(), title, asked.clone())
    {
        let wish = Wish {
            title,
            intentions: intentions.clone(),
            asked,
            why,
        };
        match pools::propose(desk.app(), &may, wish).await {
            Ok(pool) => {
                let here = home(&desk, (body, &pool.slug), &pool.organisations);
                return Ok(done(&here, "mut-proposer"));
            }
            Err(error) => refuse(&desk, &mut answers, error)?,
        }
    }
    match pools::chosen(desk.app(), &may, &intentions).await {
        Ok(wants) => Ok(page(&desk, &new(body, &wants), &mut answers, asked)),
        Err(error) => impossible(&desk, body, error),
    }
}

/// `GET …/{pool}/modifier`.
pub(super) async fn show(
    desk: Desk,
    Path((slug, pool)): Path<(String, String)>,
) -> Result<Response, Refused> {
    let (body, _may, held) = conducting(&desk, (&slug, &pool)).await?;
    let wants = wants_of(&held);
    let Some(asked) = stands(&desk, &held) else {
        let refused = PoolError::NotNow(held.record.stage);
        return impossible(&desk, body, refused);
    };
    let mut answers = Answers::default();
    answers.put(VERSION, held.version().to_string());
    fill(&mut answers, &wants, &asked);
    let sheet = change(body, &held, &wants);
    Ok(page(&desk, &sheet, &mut answers, Some(asked)))
}

/// `POST …/{pool}/modifier`.
pub(super) async fn save(
    desk: Desk,
    Path((slug, pool)): Path<(String, String)>,
    Sent(pairs): Sent<Pairs>,
) -> Result<Response, Refused> {
    let (body, may, held) = conducting(&desk, (&slug, &pool)).await?;
    let wants = wants_of(&held);
    let sheet = change(body, &held, &wants);
    let mut answers = Answers::of(pairs);
    let why = Reading::of(&desk, &mut answers).prose(WHY);
    if why.is_none() {
        answers.fault(WHY, desk.words().get("mut-refus-motif"));
    }
    let intentions: Vec<Slug> = wants.iter().map(|want| want.id.clone()).collect();
    let Some(asked) = read(&desk, &mut answers, &intentions) else {
        return Ok(page(&desk, &sheet, &mut answers, None));
    };
    if answers.faults() > 0 || answers.text(SEEN) != seen(&asked) {
        return Ok(page(&desk, &sheet, &mut answers, Some(asked)));
    }
    let record = &held.record;
    let given = Given {
        pool: &record.slug,
        version: version(&answers),
        why: why.as_ref(),
    };
    match pools::change(desk.app(), &may, given, asked).await {
        Ok(()) => {
            let here = home(&desk, (body, &record.slug), &record.organisations);
            Ok(done(&here, "mut-changer"))
        }
        Err(error) => {
            refuse(&desk, &mut answers, error)?;
            Ok(page(&desk, &sheet, &mut answers, None))
        }
    }
}

fn new<'a>(body: &'a Body, wants: &'a [Want]) -> Sheet<'a> {
    Sheet {
        body,
        held: None,
        wants,
        action: of_body(&body.slug, "nouvelle"),
    }
}

fn change<'a>(body: &'a Body, held: &'a Held, wants: &'a [Want]) -> Sheet<'a> {
    Sheet {
        body,
        held: Some(held),
        wants,
        action: of_body(&body.slug, &format!("{}/modifier", held.record.slug)),
    }
}

fn wants_of(held: &Held) -> Vec<Want> {
    held.parts().iter().map(|part| part.want.clone()).collect()
}

/// The slugs of an address; what is none is left out.
fn chosen(text: &str) -> Vec<Slug> {
    let all = text.split(',').filter_map(|one| one.trim().parse().ok());
    all.collect()
}

/// What was chosen cannot be carried together: said, with the way back.
fn impossible(desk: &Desk, body: &Body, error: PoolError) -> Result<Response, Refused> {
    let told = told::refusal(desk, error)?;
    let head = Head {
        crumbs: crumbs(desk, body, None),
        lead: String::new(),
    };
    let page = desk.page(desk.words().get("mut-nouvelle"), TAB);
    Ok(desk_page(page, head, vec![Part::Warning(told)]))
}

/// The form, and under it the shares that follow from what it says.
fn page(desk: &Desk, sheet: &Sheet<'_>, answers: &mut Answers, asked: Option<Asked>) -> Response {
    let words = desk.words();
    let mut parts = Vec::new();
    let mut shown = None;
    if let Some(asked) = asked {
        let line = seen(&asked);
        let fresh = !answers.text(SEEN).is_empty() && answers.text(SEEN) != line;
        match pools::preview(&desk.visit.directory, sheet.wants.to_vec(), asked) {
            Ok((terms, shares)) => {
                answers.put(SEEN, line);
                let told = [("total", amount(desk.visit.lang, terms.total()).into())];
                parts.extend(fresh.then(|| Part::Warning(words.get("mut-apercu-change"))));
                shown = Some((
                    words.with("mut-apercu-total", &told),
                    draw::to_be(desk, &shares),
                ));
            }
            Err(PoolError::Other(_)) => answers.fault(KEY, words.get("mut-refus-compte")),
            Err(error) => {
                let told = told::refusal(desk, error);
                let told = told.unwrap_or_else(|_fault| words.get("mut-refus-compte"));
                answers.fault(KEY, told);
            }
        }
    }
    parts.push(Part::Form(form(desk, sheet, answers)));
    if let Some((told, table)) = shown {
        parts.push(Part::Title("apercu", words.get("mut-apercu")));
        parts.push(Part::Text(told));
        parts.push(Part::Table(table));
    }
    let (title, lead) = match sheet.held {
        None => ("mut-nouvelle", "mut-nouvelle-aide"),
        Some(_) => ("mut-modifier", "mut-modifier-aide"),
    };
    let head = Head {
        crumbs: crumbs(desk, sheet.body, sheet.held),
        lead: words.get(lead),
    };
    desk_page(desk.page(words.get(title), TAB), head, parts)
}

fn form(desk: &Desk, sheet: &Sheet<'_>, answers: &Answers) -> Form {
    let words = desk.words();
    let ask = Ask { words, answers };
    let mut fields = Vec::new();
    if sheet.held.is_none() {
        fields.push(ask.text(TITLE, "text"));
    }
    let directory = &desk.visit.directory;
    let mut leads: Vec<(String, String)> = sheet
        .wants
        .iter()
        .map(|want| {
            let slug = pools::today(directory, &want.organisation);
            (slug.to_string(), told::named(desk, &slug))
        })
        .collect();
    leads.sort();
    leads.dedup();
    fields.push(ask.select(LEAD, leads.clone()));
    fields.push(Field::Open(
        words.get("mut-propres"),
        words.get("mut-propres-aide"),
    ));
    for (at, want) in sheet.wants.iter().enumerate() {
        fields.push(own(desk, answers, (at, want)));
    }
    fields.push(Field::Close);
    fields.push(ask.text(COMMON, "text"));
    let keys = KEYS.iter().map(|(word, _)| *word).chain([WEIGHTS]);
    fields.push(ask.one_of(KEY, &keys.collect::<Vec<&str>>()));
    fields.extend(weights(desk, answers, &leads));
    fields.push(ask.area(WHY, 3));
    for name in [CHOSEN, VERSION, SEEN] {
        let value = answers.text(name).to_owned();
        if !value.is_empty() {
            fields.push(Field::Hidden(name.to_owned(), value));
        }
    }
    Form {
        id: "termes",
        title: None,
        action: sheet.action.clone(),
        faults: faults(words, answers),
        fields,
        submit: words.get(match sheet.held {
            None => "mut-proposer",
            Some(_) => "mut-changer",
        }),
        plain: false,
    }
}
