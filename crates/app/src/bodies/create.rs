//! A level founds a body: from the préfet's letter to its first referents and its members by right, at once.

use portulan_model::governance::{
    Attachment, Body, Confirmed, FoundingDocument, Membership, Referent, Who,
};
use portulan_model::journal::Deed;
use portulan_model::proposals::Prose;
use portulan_model::{Area, MembershipId, Period, Seat, Slug};
use portulan_policy::actions::ManageBodies;
use portulan_policy::{Actor, Capability};
use portulan_store::{AttachedTo, Write};

use super::files::{self, Upload};
use super::{BodyError, Told, entry, founds, json, today};
use crate::clock::draw;
use crate::{App, Error, files as contents};

/// Names that are tried for one body before it is refused.
const TRIES: u32 = 100;

/// A body to found.
#[derive(Debug, Clone)]
pub struct Founded {
    /// Its name; its address comes from it.
    pub name: String,
    /// On what it stands.
    pub seat: Seat,
    /// What it covers.
    pub area: Area,
    /// From when to when.
    pub period: Period,
    /// Who runs it.
    pub run_by: Option<Slug>,
    /// What it is for.
    pub summary: Option<Prose>,
    /// What it stands on, with the file where there is one.
    pub founding: Option<(FoundingDocument, Option<Upload>)>,
    /// Whom one writes to.
    pub referents: Vec<Referent>,
    /// Who sits by right.
    pub by_right: Vec<Slug>,
}

/// Founds a body on the seat of the capability. One of that name that stands there already is that one: a form that is sent
/// twice founds one body.
pub async fn create(
    app: &App,
    capability: &Capability<ManageBodies>,
    founded: Founded,
) -> Result<Slug, BodyError> {
    founds(capability, &founded.seat)?;
    known_organisations(app, &founded)?;
    let (founding, file) = documents(app, founded.founding.clone()).await?;
    let mut write = app.store().begin_governance(capability).await?;
    let there = write.kept_of::<Body>(&founded.seat).await?;
    let day = today(app);
    let same = |one: &&Body| one.name == founded.name && !one.period.is_over(day);
    if let Some(body) = there.iter().find(same) {
        return Ok(body.slug.clone());
    }
    let actor = capability.actor();
    let slug = added(app, &mut write, actor, (&founded, founding)).await?;
    if let Some((attachment, stored, upload)) = file {
        let told = files::told(&slug, &attachment);
        let owner = AttachedTo::Body(slug.clone());
        let line = entry(app, actor, told);
        write
            .add_attachment(&owner, &attachment, stored.content(&upload.bytes), &line)
            .await?;
    }
    let from = founded.period.from().unwrap_or(day);
    for organisation in &founded.by_right {
        seated(app, &mut write, actor, (&slug, organisation), from).await?;
    }
    write.commit().await?;
    app.refresh().await?;
    Ok(slug)
}

/// Seats an organisation by right. Whoever is there already stays what it is.
pub(super) async fn seated(
    app: &App,
    write: &mut Write,
    actor: &Actor,
    (body, organisation): (&Slug, &Slug),
    from: chrono::NaiveDate,
) -> Result<bool, BodyError> {
    let who = Who {
        id: new_membership_id(app),
        body: body.clone(),
        organisation: organisation.clone(),
    };
    let membership = Membership::Confirmed(Confirmed::by_right(who, from));
    let told = Told {
        body,
        deed: Deed::Created,
        reason: format!("member by right: {organisation}"),
        before: None,
        after: json(&membership),
    };
    let line = entry(app, actor, told);
    Ok(write.add_kept(&membership, &line).await?)
}

pub(super) fn new_membership_id(app: &App) -> MembershipId {
    let (millis, random) = draw(app.now(), app.chance());
    MembershipId::from_parts(millis, random)
}

/// Refuses names that no organisation bears.
pub(super) fn known_organisation(app: &App, slug: &Slug) -> Result<(), BodyError> {
    let directory = app.directory();
    let known = directory.organisations.get(slug);
    known
        .map(|_| ())
        .ok_or_else(|| BodyError::NoOrganisation(slug.clone()))
}

fn known_organisations(app: &App, founded: &Founded) -> Result<(), BodyError> {
    let referents = founded.referents.iter().map(|one| &one.organisation);
    let others = founded.run_by.iter().chain(&founded.by_right);
    referents
        .chain(others)
        .try_for_each(|slug| known_organisation(app, slug))
}

type Documents = (
    Vec<FoundingDocument>,
    Option<(Attachment, contents::Stored, Upload)>,
);

/// What a body is founded on; the content of its file is kept already.
async fn documents(
    app: &App,
    founding: Option<(FoundingDocument, Option<Upload>)>,
) -> Result<Documents, BodyError> {
    let Some((mut document, upload)) = founding else {
        return Ok((Vec::new(), None));
    };
    let Some(upload) = upload else {
        return Ok((vec![document], None));
    };
    let (attachment, stored) = contents::taken(app, &upload).await??;
    document.file = Some(attachment.clone());
    Ok((vec![document], Some((attachment, stored, upload))))
}

async fn added(
    app: &App,
    write: &mut Write,
    actor: &Actor,
    (founded, founding): (&Founded, Vec<FoundingDocument>),
) -> Result<Slug, BodyError> {
    let refused = || Error::Conflict(founded.name.clone());
    let base = portulan_text::slug(&founded.name).ok_or_else(refused)?;
    for number in 1..=TRIES {
        let text = match number {
            1 => base.clone(),
            _ => format!("{base}-{number}"),
        };
        let body = Body {
            slug: text.parse().map_err(|_too_long| refused())?,
            name: founded.name.clone(),
            seat: founded.seat.clone(),
            area: founded.area.clone(),
            period: founded.period,
            run_by: founded.run_by.clone(),
            founding: founding.clone(),
            referents: founded.referents.clone(),
            summary: founded.summary.clone(),
        };
        let told = Told {
            body: &body.slug,
            deed: Deed::Created,
            reason: format!("founded on {}", body.seat),
            before: None,
            after: json(&body),
        };
        let line = entry(app, actor, told);
        if write.add_kept(&body, &line).await? {
            return Ok(body.slug);
        }
    }
    Err(refused().into())
}
