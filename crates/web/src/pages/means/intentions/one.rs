//! `…/intentions/<id>`: what an organisation noted, and how it gives it up.

use axum::extract::{Form as Sent, Path};
use axum::response::Response;
use portulan_app::means::intentions;
use portulan_model::means::envelopes::Envelope;
use portulan_model::means::intentions::{Intention, IntentionField, State};
use portulan_policy::actions::{ReadIntentions, WriteIntentions};

use super::{Own, Pairs, TAB, form, known, told};
use crate::auth::{Desk, Refused, done, named};
use crate::pages::addresses;
use crate::pages::editing::answers::Answers;
use crate::pages::means::overlaps::beside;
use crate::pages::parts::{Ask, Form, Head, Part, desk_page};
use crate::pages::typed::{Reading, faults};

const WHY: &str = "int-pourquoi";

/// What the page tells under the title, in this order.
const FACTS: [IntentionField; 15] = [
    IntentionField::Needs,
    IntentionField::Services,
    IntentionField::Publics,
    IntentionField::Area,
    IntentionField::Places,
    IntentionField::Years,
    IntentionField::Amount,
    IntentionField::Envelope,
    IntentionField::Equipment,
    IntentionField::Lends,
    IntentionField::Trained,
    IntentionField::Weekly,
    IntentionField::Alliance,
    IntentionField::Text,
    IntentionField::Visibility,
];

/// `GET …/{intention}`.
pub(super) async fn show(
    desk: Desk,
    Path((slug, intention)): Path<(String, String)>,
) -> Result<Response, Refused> {
    let own = Own::<ReadIntentions>::open(&desk, &slug)?;
    let one = intentions::find(desk.app(), &own.may, &named(&intention)?).await?;
    let words = desk.words();
    let here = own.at(one.slug.as_str());
    let writes = Own::<WriteIntentions>::open(&desk, &slug);
    let hoped = match &writes {
        Ok(own) => intentions::hoped(desk.app(), &own.may).await?,
        Err(_reads_alone) => Vec::new(),
    };
    let mut parts = Vec::new();
    if let Some(state) = told::state(&desk, &one) {
        parts.push(Part::Warning(state));
        if let State::Pooled { pool, .. } = &one.state {
            let pool = addresses::own_pools(&one.organisation, pool.as_str());
            let way = (desk.visit.link(&pool), words.get("mut-title"));
            parts.push(Part::Ways(vec![way]));
        }
    } else if writes.is_ok() {
        let way = |part: &str, id: &str| {
            let address = desk.visit.link(&format!("{here}/{part}"));
            (address, words.get(id))
        };
        let ways = vec![
            way("modifier", "int-change"),
            way("retirer", "int-withdraw"),
        ];
        parts.push(Part::Ways(ways));
    }
    parts.push(Part::Facts(facts(&desk, &one, &hoped)));
    if one.stands() {
        parts.extend(beside::parts(&desk, &one).await?);
    }
    let noted = [("when", desk.instant(one.noted.at).into())];
    let head = Head {
        crumbs: own.crumbs(&desk),
        lead: words.with("int-noted-at", &noted),
    };
    Ok(desk_page(desk.page(one.title.clone(), TAB), head, parts))
}

/// What it says, name by name.
fn facts(desk: &Desk, one: &Intention, hoped: &[Envelope]) -> Vec<(String, String)> {
    let words = desk.words();
    let label = hoped
        .iter()
        .find(|envelope| one.envelope.as_ref() == Some(&envelope.slug));
    let fact = |field: &IntentionField| {
        let value = match (field, label) {
            (IntentionField::Envelope, Some(envelope)) => envelope.label.clone(),
            _ => form::told(desk, *field, one).join(" "),
        };
        (!value.is_empty()).then(|| (words.get(field.slug()), value))
    };
    let mut facts: Vec<(String, String)> = FACTS.iter().filter_map(fact).collect();
    if let State::Withdrawn {
        reason: Some(reason),
        ..
    } = &one.state
    {
        facts.push((words.get(WHY), reason.to_string()));
    }
    facts
}

/// `GET …/{intention}/retirer`.
pub(super) async fn ask(
    desk: Desk,
    Path((slug, intention)): Path<(String, String)>,
) -> Result<Response, Refused> {
    let own = Own::<WriteIntentions>::open(&desk, &slug)?;
    let one = known(&desk, &slug, &intention).await?;
    Ok(page(&desk, &own, &one, &Answers::default()))
}

/// `POST …/{intention}/retirer`.
pub(super) async fn withdraw(
    desk: Desk,
    Path((slug, intention)): Path<(String, String)>,
    Sent(pairs): Sent<Pairs>,
) -> Result<Response, Refused> {
    let own = Own::<WriteIntentions>::open(&desk, &slug)?;
    let one = known(&desk, &slug, &intention).await?;
    let mut answers = Answers::of(pairs);
    let reason = Reading::of(&desk, &mut answers).prose(WHY);
    if answers.faults() > 0 {
        return Ok(page(&desk, &own, &one, &answers));
    }
    match intentions::withdraw(desk.app(), &own.may, &one.slug, reason).await {
        Ok(()) => Ok(done(&own.at(one.slug.as_str()), "int-withdrawn")),
        Err(error) => {
            let (_, words) = told::refusal(&desk, error)?;
            answers.fault(WHY, words);
            Ok(page(&desk, &own, &one, &answers))
        }
    }
}

fn page(desk: &Desk, own: &Own<WriteIntentions>, one: &Intention, answers: &Answers) -> Response {
    let words = desk.words();
    let here = own.at(one.slug.as_str());
    let ask = Ask { words, answers };
    let form = Form {
        id: "retirer",
        title: None,
        action: format!("{here}/retirer"),
        faults: faults(words, answers),
        fields: vec![ask.area(WHY, 3)],
        submit: words.get("int-withdraw-do"),
        plain: true,
    };
    let mut crumbs = own.crumbs(desk);
    crumbs.push((desk.visit.link(&here), one.title.clone()));
    let head = Head {
        crumbs,
        lead: words.get("int-withdraw-lead"),
    };
    let told = [("name", one.title.as_str().into())];
    let page = desk.page(words.with("int-withdraw-title", &told), TAB);
    desk_page(page, head, vec![Part::Form(form)])
}
