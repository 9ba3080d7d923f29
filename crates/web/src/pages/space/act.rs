//! What is done on a proposal: one form each, told apart by `geste`. What was done before is said, and done once.

use axum::extract::{Form, Path};
use axum::http::StatusCode;
use axum::response::Response;
use chrono::NaiveDate;
use portulan_app::Error;
use portulan_app::proposals::{self, Acceptance, Publication};
use portulan_model::proposals::{CheckItem, Proposal, RefusalReason};
use portulan_model::{PlaceField, PlaceId, ProposalId, Slug};
use portulan_policy::Capability;
use portulan_policy::actions::Instruct;

use super::proposal::{address, page, publishes};
use crate::auth::{Desk, Refused, done, named};
use crate::pages::proposals::prose;

/// What was sent.
struct Sent(Vec<(String, String)>);

impl Sent {
    fn one(&self, name: &str) -> &str {
        let found = self.0.iter().find(|(given, _)| given == name);
        found.map(|(_, value)| value.as_str()).unwrap_or_default()
    }

    fn all<'a>(&'a self, name: &'a str) -> impl Iterator<Item = &'a str> {
        let given = self.0.iter().filter(move |(given, _)| given == name);
        given.map(|(_, value)| value.as_str())
    }

    fn words(&self) -> &str {
        self.one("texte")
    }
}

/// Why nothing was done.
enum Fault {
    /// Something sent is wrong: this says what.
    Wrong(String),
    Refused(Refused),
}

impl From<Error> for Fault {
    fn from(error: Error) -> Self {
        Self::Refused(error.into())
    }
}

impl From<Refused> for Fault {
    fn from(refused: Refused) -> Self {
        Self::Refused(refused)
    }
}

/// `POST /espace/propositions/{id}`.
pub(super) async fn act(
    desk: Desk,
    Path(id): Path<String>,
    Form(pairs): Form<Vec<(String, String)>>,
) -> Result<Response, Refused> {
    let id: ProposalId = named(&id)?;
    let (proposal, may) = proposals::open(desk.app(), desk.actor(), id).await?;
    let sent = Sent(pairs);
    match deed(&desk, &proposal, &may, &sent).await {
        Ok(note) => Ok(done(&address(id), note)),
        Err(Fault::Wrong(wrong)) => {
            page(&desk, &proposal, &may, Some(wrong), sent.words().to_owned()).await
        }
        Err(Fault::Refused(Refused(StatusCode::CONFLICT))) => {
            Ok(done(&address(id), "already-decided"))
        }
        Err(Fault::Refused(refused)) => Err(refused),
    }
}

async fn deed(
    desk: &Desk,
    proposal: &Proposal,
    may: &Capability<Instruct>,
    sent: &Sent,
) -> Result<&'static str, Fault> {
    let (app, id) = (desk.app(), proposal.id);
    let prose = || prose(desk.words(), sent.words()).map_err(Fault::Wrong);
    Ok(match sent.one("geste") {
        "prendre" => {
            proposals::assign(app, may, id, true).await?;
            "proposal-taken"
        }
        "rendre" => {
            proposals::assign(app, may, id, false).await?;
            "proposal-given-back"
        }
        "noter" => {
            proposals::comment(app, may, id, prose()?).await?;
            "proposal-commented"
        }
        "demander" => {
            proposals::ask_back(app, may, id, prose()?).await?;
            "proposal-asked"
        }
        "verifier" => {
            let items: Vec<CheckItem> = sent.all("fait").filter_map(CheckItem::from_slug).collect();
            proposals::check(app, may, id, &items).await?;
            "proposal-checked"
        }
        "refuser" => {
            let missing = || Fault::Wrong(desk.words().get("proposal-reason-missing"));
            let reason = RefusalReason::from_slug(sent.one("raison")).ok_or_else(missing)?;
            proposals::refuse(app, may, id, reason, &optional(desk, sent)?).await?;
            "proposal-refused"
        }
        "accepter" => accept(desk, proposal, may, sent).await?,
        "reunir" => {
            let missing = |_no_id| Fault::Wrong(desk.words().get("proposal-place-missing"));
            let place: PlaceId = sent.one("lieu").parse().map_err(missing)?;
            proposals::merge(app, may, id, place, &optional(desk, sent)?).await?;
            "proposal-merged"
        }
        "publier" => publish(desk, proposal, sent).await?,
        _ => return Err(Refused(StatusCode::BAD_REQUEST).into()),
    })
}

/// Words that may be left out.
fn optional(desk: &Desk, sent: &Sent) -> Result<String, Fault> {
    if sent.words().trim().is_empty() {
        return Ok(String::new());
    }
    let prose = prose(desk.words(), sent.words()).map_err(Fault::Wrong)?;
    Ok(prose.into())
}

async fn accept(
    desk: &Desk,
    proposal: &Proposal,
    may: &Capability<Instruct>,
    sent: &Sent,
) -> Result<&'static str, Fault> {
    let named = |slug: &str| PlaceField::ALL.into_iter().find(|one| one.slug() == slug);
    let acceptance = Acceptance {
        fields: sent.all("champ").filter_map(named).collect(),
        seen: sent
            .all("vu")
            .filter_map(|seen| seen.split_once(':'))
            .filter_map(|(slug, print)| Some((named(slug)?, print.to_owned())))
            .collect(),
        closed: sent.one("ferme") == "1",
        words: optional(desk, sent)?,
    };
    let found = proposals::candidate(&desk.visit.directory, proposal)?;
    let offered = found.is_some_and(|one| one.closed || !one.fields.is_empty());
    if offered && acceptance.fields.is_empty() && !acceptance.closed && proposal.state.is_open() {
        return Err(Fault::Wrong(desk.words().get("proposal-nothing-ticked")));
    }
    match proposals::accept(desk.app(), may, proposal.id, &acceptance).await {
        Ok(()) => Ok("proposal-accepted"),
        Err(Error::Conflict(_)) if proposal.state.is_open() => {
            let (now, _) = proposals::open(desk.app(), desk.actor(), proposal.id).await?;
            if now.state.is_open() {
                return Err(Fault::Wrong(desk.words().get("proposal-place-changed")));
            }
            Err(Refused(StatusCode::CONFLICT).into())
        }
        Err(error) => Err(error.into()),
    }
}

async fn publish(desk: &Desk, proposal: &Proposal, sent: &Sent) -> Result<&'static str, Fault> {
    let may = publishes(desk, proposal)?;
    let checked = |item: &CheckItem| proposal.checks.iter().any(|one| one.item == *item);
    if proposal.state.is_open() && !CheckItem::ALL.iter().all(checked) {
        return Err(Fault::Wrong(desk.words().get("proposal-list-first")));
    }
    let on = match sent.one("jour").trim() {
        "" => None,
        text => {
            let day: Result<NaiveDate, _> = text.parse();
            let wrong = |_no_date| Fault::Wrong(desk.words().get("proposal-day-wrong"));
            let day = day.map_err(wrong)?;
            if proposals::is_too_far(desk.app(), day) {
                return Err(Fault::Wrong(desk.words().get("proposal-day-too-far")));
            }
            Some(day)
        }
    };
    let networks: Result<Vec<Slug>, _> = sent.all("reseau").map(str::parse).collect();
    let networks = networks.ok();
    let known = networks.filter(|networks| proposals::are_known(&desk.visit.directory, networks));
    let unknown = || Fault::Wrong(desk.words().get("proposal-network-unknown"));
    let publication = Publication {
        on,
        networks: known.ok_or_else(unknown)?,
        words: optional(desk, sent)?,
    };
    let place = proposals::publish(desk.app(), &may, proposal.id, publication).await?;
    Ok(if place.is_some() {
        "proposal-published"
    } else {
        "proposal-agreed"
    })
}
