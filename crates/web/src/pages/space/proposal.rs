//! One proposal: what is known and what is proposed side by side, what was examined, and what can be decided.

use askama::Template;
use axum::extract::Path;
use axum::http::StatusCode;
use axum::response::Response;
use portulan_app::proposals::{self, Candidate, Findings, Likely, Spotted};
use portulan_app::{Lead, field_text};
use portulan_i18n::network;
use portulan_model::journal::Author;
use portulan_model::proposals::{About, CheckItem, OfCensus, Proposal, RefusalReason, State};
use portulan_model::{PlaceField, ProposalId};
use portulan_policy::actions::{Instruct, PublishPlace};
use portulan_policy::{Actor, Capability, allow_apart};

use crate::auth::{Desk, Refused, named};
use crate::pages::addresses;
use crate::pages::operator::queue::likeness;
use crate::pages::operator::values::{field_name, shown};
use crate::pages::page::{Page, html_with};

/// Networks offered, those of most places first.
const NETWORKS: usize = 30;

#[derive(Template)]
#[template(path = "space/proposal.html")]
struct ProposalPage {
    page: Page,
    back: &'static str,
    action: String,
    /// What is wrong with what was sent, and the words that were typed.
    wrong: Option<String>,
    typed: String,
    kind: String,
    state: String,
    open: bool,
    place: Option<String>,
    said: Vec<String>,
    facts: Vec<String>,
    exchange: Vec<(String, String)>,
    motive: Option<String>,
    /// What is proposed, field by field.
    fields: Vec<Field>,
    closed: Option<bool>,
    correction: bool,
    assigned: Option<String>,
    /// To take charge, or to give it back.
    charge: (&'static str, String),
    may_ask: bool,
    checks: Vec<Item>,
    likely: Vec<Twin>,
    publish_refused: Option<String>,
    /// Networks that it may join, for whoever may publish it.
    publish: Option<Vec<(String, String)>>,
    reasons: Vec<(&'static str, String)>,
    comments: Vec<(String, String)>,
    steps: Vec<(String, String)>,
}

/// A field, as it is and as it would be.
struct Field {
    slug: &'static str,
    name: String,
    known: Vec<String>,
    proposed: Vec<String>,
    /// The known value, for whoever accepts beside it.
    seen: String,
}

/// An item of the list.
struct Item {
    slug: &'static str,
    words: String,
    found: String,
    done: bool,
}

/// A place that a new one may be.
struct Twin {
    id: String,
    name: String,
    address: String,
    place: String,
    likeness: String,
    reasons: Vec<String>,
}

/// `GET /espace/propositions/{id}`.
pub(super) async fn show(desk: Desk, Path(id): Path<String>) -> Result<Response, Refused> {
    let id: ProposalId = named(&id)?;
    let (proposal, may) = proposals::open(desk.app(), desk.actor(), id).await?;
    page(&desk, &proposal, &may, None, String::new()).await
}

pub(super) fn address(id: ProposalId) -> String {
    format!("{}/{id}", addresses::TO_EXAMINE)
}

/// The capability to publish what somebody else proposed.
pub(super) fn publishes(
    desk: &Desk,
    proposal: &Proposal,
) -> Result<Capability<PublishPlace>, Refused> {
    let target = proposals::publication_target(&desk.visit.directory, proposal);
    let prepared: Vec<_> = proposal.by.into_iter().collect();
    Ok(allow_apart::<PublishPlace>(
        desk.actor(),
        target,
        &prepared,
    )?)
}

/// Who, in words: whoever reads is told that it is them.
pub(super) fn author(desk: &Desk, by: &Author) -> String {
    let words = desk.words();
    match (by, desk.actor()) {
        (Author::Person(id), Actor::Person(own)) if *id == own.id() => words.get("proposal-by-you"),
        (Author::Operator, Actor::Operator) => words.get("proposal-by-you"),
        (Author::Operator, _) => words.get("author-operator"),
        (Author::Person(_), _) => words.get("author-person"),
        (Author::Job(_), _) => words.get("author-job"),
    }
}

/// The page, with what is wrong with what was sent.
pub(super) async fn page(
    desk: &Desk,
    proposal: &Proposal,
    may: &Capability<Instruct>,
    wrong: Option<String>,
    typed: String,
) -> Result<Response, Refused> {
    let words = desk.words();
    let found = proposals::candidate(&desk.visit.directory, proposal)?;
    let correction = proposal.place().is_some();
    let open = proposal.state.is_open();
    let likely = if correction || !open {
        Vec::new()
    } else {
        proposals::duplicates(desk.app(), may, proposal).await?
    };
    let findings = proposals::findings(desk.app(), may, proposal)?;
    let publish = publishes(desk, proposal);
    let own = proposal.by.is_some() && publish.is_err();
    let kind = match &proposal.about {
        About::Place { .. } => "proposal-kind-place",
        About::NewPlace { .. } => "proposal-kind-missing",
    };
    let reason = |one: &RefusalReason| {
        let slug = one.slug();
        (slug, words.get(&format!("proposal-reason-{slug}")))
    };
    let status = if wrong.is_some() {
        StatusCode::UNPROCESSABLE_ENTITY
    } else {
        StatusCode::OK
    };
    let template = ProposalPage {
        page: desk.page(proposal.name.clone(), "propositions"),
        back: addresses::TO_EXAMINE,
        action: address(proposal.id),
        wrong,
        typed,
        kind: words.get(kind),
        state: words.get(&format!("proposal-state-{}", proposal.state.word())),
        open,
        place: known_place(desk, proposal),
        said: proposal
            .words
            .iter()
            .flat_map(|words| words.as_str().lines().map(str::to_owned))
            .collect(),
        facts: facts(desk, proposal),
        exchange: exchange(desk, proposal),
        motive: motive(desk, proposal),
        fields: found
            .as_ref()
            .map(|one| fields(desk, one))
            .unwrap_or_default(),
        closed: found
            .as_ref()
            .map(|one| one.closed)
            .filter(|closed| *closed),
        correction,
        charge: if proposal.assigned == Some(own_author(desk)) {
            ("rendre", words.get("proposal-give-back"))
        } else {
            ("prendre", words.get("proposal-take"))
        },
        assigned: proposal.assigned.as_ref().map(|by| author(desk, by)),
        may_ask: open
            && proposal.contact.is_some()
            && !matches!(proposal.state, State::AskedBack { .. }),
        checks: checks(desk, proposal, findings, likely.len()),
        likely: likely.iter().map(|one| twin(desk, one)).collect(),
        publish_refused: own.then(|| words.get("proposal-own-work")),
        publish: publish.is_ok().then(|| networks(desk)),
        reasons: RefusalReason::ALL.iter().map(reason).collect(),
        comments: proposal
            .comments
            .iter()
            .map(|one| (signed(desk, &one.by, one.at), one.words.clone()))
            .collect(),
        steps: proposal
            .steps
            .iter()
            .map(|step| {
                (
                    desk.instant(step.at),
                    words.get(&format!("proposal-step-{}", step.to)),
                )
            })
            .collect(),
    };
    Ok(html_with(status, &template))
}

pub(super) fn own_author(desk: &Desk) -> Author {
    match desk.actor() {
        Actor::Person(person) => Author::Person(person.id()),
        Actor::Job(name) => Author::Job((*name).to_owned()),
        Actor::Operator | Actor::Visitor => Author::Operator,
    }
}

fn signed(desk: &Desk, by: &Author, at: chrono::DateTime<chrono::Utc>) -> String {
    let told = [
        ("by", author(desk, by).into()),
        ("date", desk.instant(at).into()),
    ];
    desk.words().with("proposal-signed", &told)
}

fn known_place(desk: &Desk, proposal: &Proposal) -> Option<String> {
    let id = match &proposal.state {
        State::Accepted { place, .. } | State::Merged { place, .. } => Some(*place),
        _ => proposal.place(),
    };
    match desk.visit.directory.lead(&id?.to_string()) {
        Lead::Here(place) | Lead::Moved(place) => Some(addresses::place(&place.slug)),
        Lead::Gone(gone) => Some(addresses::place(&gone.place.slug)),
        Lead::Nowhere => None,
    }
}

/// What is known of whoever proposes, and what they say is wrong.
fn facts(desk: &Desk, proposal: &Proposal) -> Vec<String> {
    let words = desk.words();
    let mut facts = vec![words.with(
        "proposal-came",
        &[("date", desk.instant(proposal.created).into())],
    )];
    match &proposal.about {
        About::Place { wrong, .. } => facts.extend(
            wrong
                .iter()
                .map(|one| words.get(&format!("proposal-wrong-{}", one.slug()))),
        ),
        About::NewPlace { tie } => facts.push(words.get(&format!("proposal-tie-{}", tie.slug()))),
    }
    if let Some(of) = &proposal.of_census {
        facts.push(of_census(desk, of));
    }
    let contact = if proposal.contact.is_some() {
        "proposal-has-contact"
    } else {
        "proposal-no-contact"
    };
    facts.push(words.get(contact));
    facts
}

/// "Dit par la mairie de Bruz, dans un recensement : bibliothèque."
pub(super) fn of_census(desk: &Desk, of: &OfCensus) -> String {
    let words = desk.words();
    let known = desk.visit.directory.reference.commune(&of.commune);
    let name = known.map_or_else(|| of.commune.to_string(), |one| one.name.clone());
    let mut told = vec![("commune", name.into())];
    let id = match of.body {
        Some(body) => {
            let body = words.get(&format!("census-body-{}", body.slug()));
            told.push(("body", body.into()));
            "proposal-of-census-body"
        }
        None => "proposal-of-census",
    };
    words.with(id, &told)
}

fn exchange(desk: &Desk, proposal: &Proposal) -> Vec<(String, String)> {
    let words = desk.words();
    let asked = |text: &String| (words.get("proposal-question"), text.clone());
    let given = |text: &String| (words.get("proposal-answer-given"), text.clone());
    let before = proposal.exchanges.iter();
    let mut told: Vec<_> = before
        .flat_map(|one| [asked(&one.question), given(&one.answer)])
        .collect();
    match &proposal.state {
        State::AskedBack { question } => told.push(asked(question)),
        State::Answered { question, answer } => told.extend([asked(question), given(answer)]),
        _ => {}
    }
    told
}

fn motive(desk: &Desk, proposal: &Proposal) -> Option<String> {
    let motive = proposal.state.motive()?;
    let signed = signed(desk, &motive.by, motive.at);
    let reason = match &proposal.state {
        State::Refused { reason, .. } => Some(
            desk.words()
                .get(&format!("proposal-reason-{}", reason.slug())),
        ),
        _ => None,
    };
    let words = Some(motive.words.clone()).filter(|text| !text.is_empty());
    let parts = [Some(signed), reason, words].into_iter().flatten();
    Some(parts.collect::<Vec<_>>().join(" · "))
}

fn fields(desk: &Desk, found: &Candidate) -> Vec<Field> {
    let lang = desk.visit.lang;
    let of = |field: PlaceField| Field {
        slug: field.slug(),
        name: field_name(lang, field),
        known: found
            .known
            .as_ref()
            .map(|place| shown(lang, field, &field_text::of(field, &place.record)))
            .unwrap_or_default(),
        proposed: shown(lang, field, &field_text::of(field, &found.record)),
        seen: found
            .known
            .as_ref()
            .map(|place| proposals::fingerprint(field, &place.record))
            .unwrap_or_default(),
    };
    found.fields.iter().copied().map(of).collect()
}

fn checks(desk: &Desk, proposal: &Proposal, found: Findings, twins: usize) -> Vec<Item> {
    let words = desk.words();
    let yes_no = |yes: bool, item: &str| {
        let word = if yes { "oui" } else { "non" };
        words.get(&format!("proposal-found-{item}-{word}"))
    };
    let finding = |item: CheckItem| match item {
        CheckItem::Address => words.get(match found.address {
            Spotted::House => "proposal-found-adresse-porte",
            Spotted::Street => "proposal-found-adresse-rue",
            Spotted::Outside => "proposal-found-adresse-dehors",
            Spotted::Unknown => "proposal-found-adresse-inconnue",
        }),
        CheckItem::Services => yes_no(found.services, "services"),
        CheckItem::Hours => yes_no(found.hours, "horaires"),
        CheckItem::Contact => yes_no(found.contact, "contact"),
        CheckItem::Duplicates => words.with("proposal-found-doublons", &[("n", twins.into())]),
    };
    let item = |one: &CheckItem| Item {
        slug: one.slug(),
        words: words.get(&format!("proposal-check-{}", one.slug())),
        found: finding(*one),
        done: proposal.checks.iter().any(|check| check.item == *one),
    };
    CheckItem::ALL.iter().map(item).collect()
}

fn twin(desk: &Desk, likely: &Likely) -> Twin {
    let place = &likely.place;
    let reasons = likely.reasons.iter();
    Twin {
        id: place.id.to_string(),
        name: place.record.name.clone(),
        address: crate::pages::results::postal(place),
        place: addresses::place(&place.slug),
        likeness: likeness(desk.words(), likely.probability),
        reasons: reasons
            .map(|level| desk.words().get(&format!("linkage-{level}")))
            .collect(),
    }
}

fn networks(desk: &Desk) -> Vec<(String, String)> {
    let known = desk.visit.directory.snapshot.known_values();
    let mut networks: Vec<_> = known.networks.iter().collect();
    networks.sort_by_key(|(_, places)| std::cmp::Reverse(*places));
    let named = networks.into_iter().take(NETWORKS);
    named
        .map(|(slug, _)| (slug.to_string(), network(desk.visit.lang, slug.as_str())))
        .collect()
}
