//! A lot: what, how many, when, where, for how much, paid by which agreement, and what became of it.
//!
//! The id of a new lot is drawn when its form is shown: a form that is sent twice makes one.

use axum::extract::{Form as Sent, Path};
use axum::http::StatusCode;
use axum::response::Response;
use portulan_app::means::equipment;
use portulan_app::naming;
use portulan_i18n::Words;
use portulan_model::means::agreements::Agreement;
use portulan_model::means::envelopes::Envelope;
use portulan_model::means::equipment::{Change, Condition, Kit, Lot, LotState, PaidBy};
use portulan_model::people::Organisation;
use portulan_model::{LotId, PlaceId};
use portulan_policy::Capability;
use portulan_policy::actions::ManageEquipment;

use super::{Pairs, TAB, crumbs, of, told};
use crate::auth::{Desk, Refused, done};
use crate::pages::addresses;
use crate::pages::editing::answers::{Answers, BEFORE};
use crate::pages::parts::{Ask, Field, Form, Head, Part, desk_page};
use crate::pages::typed::{Reading, faults, place_name};

/// The id of a new lot.
pub(super) const LOT: &str = "lot";
pub(super) const KIT: &str = "equip-nature";
pub(super) const COUNT: &str = "equip-nombre";
const DETAIL: &str = "equip-detail";
const BOUGHT: &str = "equip-achete";
pub(super) const PRICE: &str = "equip-prix";
pub(super) const PLACE: &str = "equip-lieu";
pub(super) const RENEWAL: &str = "equip-renouvellement";
pub(super) const AGREEMENT: &str = "equip-convention";
pub(super) const SHARE: &str = "equip-part";
pub(super) const CONDITION: &str = "equip-etat";
pub(super) const SINCE: &str = "equip-depuis";
const REASON: &str = "equip-motif";

type Payers = Vec<(Agreement, Envelope)>;
type Own = (Organisation, Capability<ManageEquipment>);

/// `GET /espace/structures/{slug}/equipement/nouveau`.
pub(super) async fn blank(desk: Desk, Path(slug): Path<String>) -> Result<Response, Refused> {
    let own = of::<ManageEquipment>(&desk, &slug)?;
    let mut answers = Answers::default();
    answers.put(LOT, equipment::new_id(desk.app()).to_string());
    page(&desk, &own, None, &answers).await
}

/// `POST /espace/structures/{slug}/equipement/nouveau`.
pub(super) async fn create(
    desk: Desk,
    Path(slug): Path<String>,
    Sent(pairs): Sent<Pairs>,
) -> Result<Response, Refused> {
    let own = of::<ManageEquipment>(&desk, &slug)?;
    let mut answers = Answers::of(pairs);
    let id = lot_id(&desk, &mut answers);
    let Some(lot) = read(&desk, &mut answers, (&own.0, id)) else {
        return page(&desk, &own, None, &answers).await;
    };
    match equipment::add(desk.app(), &own.1, &lot).await {
        Ok(()) => Ok(saved(&own.0)),
        Err(error) => {
            let (field, words) = told::refusal(&desk, error)?;
            answers.fault(field, words);
            page(&desk, &own, None, &answers).await
        }
    }
}

/// The id of a form, drawn when it was shown; one that has none gets one.
pub(super) fn lot_id(desk: &Desk, answers: &mut Answers) -> LotId {
    answers.text(LOT).parse().unwrap_or_else(|_no_id| {
        let id = equipment::new_id(desk.app());
        answers.put(LOT, id.to_string());
        id
    })
}

/// The lot of an address.
pub(super) async fn found(desk: &Desk, (slug, lot): (&str, &str)) -> Result<(Own, Lot), Refused> {
    let own = of::<ManageEquipment>(desk, slug)?;
    let id: LotId = lot
        .parse()
        .map_err(|_no_id| Refused(StatusCode::NOT_FOUND))?;
    let lot = equipment::find(desk.app(), &own.1, id).await?;
    Ok((own, lot))
}

/// The inventory, once something of it changed.
pub(super) fn saved(organisation: &Organisation) -> Response {
    done(&addresses::equipment(&organisation.slug, ""), "equip-saved")
}

/// `GET /espace/structures/{slug}/equipement/{lot}`.
pub(super) async fn show(
    desk: Desk,
    Path((slug, lot)): Path<(String, String)>,
) -> Result<Response, Refused> {
    let (own, lot) = found(&desk, (&slug, &lot)).await?;
    let mut answers = Answers::default();
    fill(&desk, &lot, &mut answers);
    page(&desk, &own, Some(&lot), &answers).await
}

/// `POST /espace/structures/{slug}/equipement/{lot}`.
pub(super) async fn change(
    desk: Desk,
    Path((slug, lot)): Path<(String, String)>,
    Sent(pairs): Sent<Pairs>,
) -> Result<Response, Refused> {
    let (own, known) = found(&desk, (&slug, &lot)).await?;
    let mut answers = Answers::of(pairs);
    let Some(after) = read(&desk, &mut answers, (&own.0, known.id)) else {
        return page(&desk, &own, Some(&known), &answers).await;
    };
    let before = answers.before::<Lot>().unwrap_or_else(|| known.clone());
    match equipment::change(desk.app(), &own.1, (&before, &after)).await {
        Ok(()) => Ok(saved(&own.0)),
        Err(error) => {
            let (field, words) = told::refusal(&desk, error)?;
            answers.fault(field, words);
            page(&desk, &own, Some(&known), &answers).await
        }
    }
}

async fn page(
    desk: &Desk,
    (organisation, may): &Own,
    known: Option<&Lot>,
    answers: &Answers,
) -> Result<Response, Refused> {
    let words = desk.words();
    let payers = equipment::payers(desk.app(), may).await?;
    let mut fields = fields(words, answers, &payers);
    let id = known.map_or_else(|| "nouveau".to_owned(), |lot| lot.id.to_string());
    let mut parts = Vec::new();
    if let Some(lot) = known {
        let before = answers.before().unwrap_or_else(|| lot.clone());
        let before = serde_json::to_string(&before).unwrap_or_default();
        fields.push(Field::Hidden(BEFORE.to_owned(), before));
        if lot.count > 1 {
            let parted = addresses::equipment(&organisation.slug, &format!("{id}/partager"));
            let way = (desk.visit.link(&parted), words.get("equip-partager"));
            parts.push(Part::Ways(vec![way]));
        }
    } else {
        fields.push(Field::Hidden(LOT.to_owned(), answers.text(LOT).to_owned()));
    }
    parts.push(Part::Form(Form {
        id: "lot",
        title: None,
        action: addresses::equipment(&organisation.slug, &id),
        faults: faults(words, answers),
        fields,
        submit: words.get("desk-save"),
        plain: false,
    }));
    let head = Head {
        crumbs: crumbs(desk, organisation),
        lead: words.get("equip-new-lead"),
    };
    let new = || words.get("equip-new");
    let title = known.map_or_else(new, |lot| told::name(words, lot));
    Ok(desk_page(desk.page(title, TAB), head, parts))
}

fn fields(words: Words, answers: &Answers, payers: &Payers) -> Vec<Field> {
    let ask = Ask { words, answers };
    let kits = Kit::ALL.iter().map(|kit| {
        let words = words.get(&format!("equip-nature-{}", kit.slug()));
        (kit.slug().to_owned(), words)
    });
    let none = (String::new(), words.get("equip-convention-aucune"));
    let payers = payers.iter().map(|(agreement, envelope)| {
        let told = [
            ("request", agreement.request.as_str().into()),
            ("envelope", envelope.label.as_str().into()),
        ];
        let words = words.with("equip-convention-dite", &told);
        (agreement.slug.to_string(), words)
    });
    let mut all = vec![
        ask.select(KIT, kits),
        ask.text(COUNT, "text"),
        ask.text(DETAIL, "text"),
        ask.day(BOUGHT),
        ask.text(PRICE, "text"),
        ask.text(PLACE, "text"),
        ask.text(RENEWAL, "text"),
        ask.select(AGREEMENT, std::iter::once(none).chain(payers)),
        ask.text(SHARE, "text"),
    ];
    all.extend(becoming(&ask));
    all
}

/// What became of it: a day and a reason where it is not simply used.
pub(super) fn becoming(ask: &Ask<'_>) -> [Field; 3] {
    let conditions: Vec<&str> = Condition::ALL.iter().map(|one| one.slug()).collect();
    [
        ask.one_of(CONDITION, &conditions),
        ask.day(SINCE),
        ask.area(REASON, 2),
    ]
}

fn fill(desk: &Desk, lot: &Lot, answers: &mut Answers) {
    let typed = |amount: portulan_model::Cents| amount.to_string().replace('.', ",");
    let text = |text: Option<String>| text.unwrap_or_default();
    let paid = lot.paid_by.as_ref();
    let name = |id: PlaceId| place_typed(desk, id);
    let change = lot.state.change();
    for (field, value) in [
        (KIT, lot.kit.slug().to_owned()),
        (COUNT, lot.count.to_string()),
        (DETAIL, text(lot.detail.clone())),
        (BOUGHT, lot.bought.to_string()),
        (PRICE, typed(lot.price)),
        (PLACE, text(lot.place.map(name))),
        (RENEWAL, text(lot.renewal.map(|year| year.to_string()))),
        (AGREEMENT, text(paid.map(|paid| paid.agreement.to_string()))),
        (SHARE, text(paid.map(|paid| typed(paid.share)))),
        (CONDITION, lot.state.condition().slug().to_owned()),
        (SINCE, text(change.map(|change| change.on.to_string()))),
        (REASON, text(change.map(|change| change.reason.to_string()))),
    ] {
        answers.put(field, value);
    }
}

/// A place as one types it: its name, or its address where others bear the same name.
fn place_typed(desk: &Desk, id: PlaceId) -> String {
    let directory = &desk.visit.directory;
    let (id, name) = (directory.survivor(&id), place_name(directory, id));
    if naming::place(directory, &name).is_ok_and(|found| found == id) {
        return name;
    }
    let known = directory.snapshot.by_id(&id);
    known.map_or(name, |place| place.slug.to_string())
}

/// What is typed; nothing where something of it cannot be.
fn read(
    desk: &Desk,
    answers: &mut Answers,
    (organisation, id): (&Organisation, LotId),
) -> Option<Lot> {
    let mut reading = Reading::of(desk, answers);
    let kit = reading.one_of(KIT, Kit::ALL, Kit::from_slug);
    let count = count(&mut reading);
    let detail = reading.line(DETAIL, Lot::LONGEST_DETAIL);
    let bought = reading.needed_day(BOUGHT);
    let price = reading.amount(PRICE);
    if price.is_none() {
        reading.fault(PRICE, "equip-faux-prix");
    }
    let place = place(&mut reading);
    let renewal = renewal(&mut reading);
    let paid_by = paid_by(&mut reading);
    let state = state(&mut reading);
    let lot = Lot {
        id,
        owner: organisation.slug.clone(),
        kit: kit?,
        count: count?,
        detail,
        bought: bought?,
        price: price?,
        place,
        renewal,
        paid_by,
        state: state?,
    };
    (answers.faults() == 0).then_some(lot)
}

/// How many.
pub(super) fn count(reading: &mut Reading<'_>) -> Option<u32> {
    let count = reading.answers.text(COUNT).parse().ok();
    if count.is_none() {
        let most = [("n", Lot::MOST.into())];
        let words = reading.words().with("equip-faux-nombre", &most);
        reading.answers.fault(COUNT, words);
    }
    count
}

/// Where; nowhere that is known where nothing is typed.
pub(super) fn place(reading: &mut Reading<'_>) -> Option<PlaceId> {
    if reading.answers.text(PLACE).is_empty() {
        return None;
    }
    reading.place(PLACE)
}

fn renewal(reading: &mut Reading<'_>) -> Option<i32> {
    let text = reading.answers.text(RENEWAL);
    if text.is_empty() {
        return None;
    }
    let year = text.parse().ok();
    if year.is_none() {
        reading.fault(RENEWAL, "env-wrong-year");
    }
    year
}

/// Which agreement pays how much: both, or neither.
fn paid_by(reading: &mut Reading<'_>) -> Option<PaidBy> {
    let agreement = reading.answers.text(AGREEMENT).to_owned();
    let share = reading.amount(SHARE);
    if agreement.is_empty() {
        if share.is_some() {
            reading.fault(AGREEMENT, "equip-faux-convention");
        }
        return None;
    }
    let slug = agreement.parse().ok();
    if slug.is_none() {
        reading.fault(AGREEMENT, "equip-faux-convention");
    }
    if share.is_none() {
        reading.fault(SHARE, "equip-faux-part");
    }
    Some(PaidBy {
        agreement: slug?,
        share: share?,
    })
}

/// What became of it, with its day and reason where it is not simply used.
pub(super) fn state(reading: &mut Reading<'_>) -> Option<LotState> {
    let condition = reading.one_of(CONDITION, Condition::ALL, Condition::from_slug)?;
    if condition == Condition::InUse {
        return Some(LotState::InUse);
    }
    let on = reading.needed_day(SINCE);
    let reason = reading.prose(REASON);
    if reason.is_none() {
        reading.fault(REASON, "env-wrong-reason");
    }
    let change = on.zip(reason).map(|(on, reason)| Change { on, reason });
    LotState::of(condition, change)
}
