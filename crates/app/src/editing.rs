//! People change what is known of a place, or say that it is still true.
//!
//! What they say is kept with what the place is alone, against every harvest. A change says what was read before it was
//! made: what somebody else changed meanwhile is never overwritten unseen (see [`conflicts`]).

mod by_link;
pub mod conflicts;
pub mod drafts;

use std::collections::BTreeMap;

use chrono::NaiveDate;
use chrono_tz::Europe::Paris;
use portulan_model::journal::{Deed, Entry};
use portulan_model::{FieldOrigin, Place, PlaceField, PlaceId, PlaceRecord, Slug};
use portulan_policy::{Actor, Capability, Node, actions::EditPlace};
use portulan_store::Write;

use crate::clock::draw;
use crate::import::author;
use crate::{App, Error, merging, rights};

pub(crate) use by_link::{Word, place_says};
use conflicts::{Weighed, weigh};

/// The source of what people type here.
pub const SOURCE: &str = "saisie";

/// What a person wants a place to be.
#[derive(Debug, Clone, PartialEq)]
pub struct Change {
    /// The fields that were shown to them.
    pub fields: Vec<PlaceField>,
    /// What those fields were then.
    pub before: PlaceRecord,
    /// What they are to be.
    pub mine: PlaceRecord,
}

/// What became of a change.
#[derive(Debug, Clone, PartialEq)]
pub enum Outcome {
    /// These fields changed.
    Saved(Vec<PlaceField>),
    /// It was so already.
    Same,
    /// Nothing was kept: somebody else changed these fields meanwhile.
    Clash {
        /// Which.
        fields: Vec<PlaceField>,
        /// What they made of them.
        theirs: Box<PlaceRecord>,
    },
}

/// Changes a place; of a place that another one stands for, the one that does.
pub async fn change(
    app: &App,
    capability: &Capability<EditPlace>,
    place: PlaceId,
    change: Change,
) -> Result<Outcome, Error> {
    let mut write = app.store().begin_edit(capability).await?;
    let mut edit = Edit::open(app, &mut write, capability, place).await?;
    let theirs = edit.shown.record.clone();
    let changed = match weigh(&change.fields, &change.before, &theirs, &change.mine) {
        Weighed::Clash(fields) => {
            let theirs = Box::new(theirs);
            return Ok(Outcome::Clash { fields, theirs });
        }
        Weighed::Clear { record, changed } => {
            if changed.is_empty() {
                return Ok(Outcome::Same);
            }
            edit.put(&changed, |field, own, origin| {
                field.copy(&record, own);
                origin.source = edit_source(own);
            })
            .await?;
            edit.insist(&record, &changed).await?;
            changed
        }
    };
    close(app, write).await?;
    Ok(Outcome::Saved(changed))
}

/// Says of some fields that they are still true. Said twice on one day, it is said once.
pub async fn confirm(
    app: &App,
    capability: &Capability<EditPlace>,
    place: PlaceId,
    fields: &[PlaceField],
) -> Result<(), Error> {
    let mut write = app.store().begin_edit(capability).await?;
    let mut edit = Edit::open(app, &mut write, capability, place).await?;
    let shown = edit.shown.record.clone();
    edit.put(fields, |field, own, origin| {
        field.copy(&shown, own);
        origin.source = shown.provenance.origin(field).source.clone();
    })
    .await?;
    close(app, write).await
}

async fn close(app: &App, write: Write) -> Result<(), Error> {
    write.commit().await?;
    app.refresh().await
}

/// The key of a session that people add: no other has it.
pub fn session_key(app: &App) -> String {
    let (millis, random) = draw(app.now(), app.chance());
    format!("saisie-{}", PlaceId::from_parts(millis, random))
}

/// The source of what people type, and that of the record where even that slug cannot be one.
fn edit_source(own: &PlaceRecord) -> Slug {
    SOURCE
        .parse()
        .unwrap_or_else(|_not_a_slug| own.external.source.clone())
}

/// A change under way.
struct Edit<'a> {
    app: &'a App,
    write: &'a mut Write,
    shown: Place,
    entry: Entry,
    /// Whether the place itself speaks.
    by_place: bool,
}

impl<'a> Edit<'a> {
    async fn open(
        app: &'a App,
        write: &'a mut Write,
        capability: &Capability<EditPlace>,
        place: PlaceId,
    ) -> Result<Self, Error> {
        let missing = || Error::NotFound(format!("place {place}"));
        let shown = standing(write, place).await?.ok_or_else(missing)?;
        let reaches = match capability.node() {
            Node::Place(slug) => *slug == shown.slug,
            node => *node == Node::Installation,
        };
        if !reaches {
            return Err(missing());
        }
        let actor = capability.actor();
        let entry = Entry {
            at: app.now(),
            author: author(actor),
            behalf: behalf(app, actor, &shown),
            subject: None,
            object: format!("lieu-{}", shown.slug),
            deed: Deed::Updated,
            reason: String::new(),
            request: format!("saisie-{}", app.now().timestamp_millis()),
            before: serde_json::to_string(&shown).ok(),
            after: None,
        };
        let by_place = rights::is_of_place(&app.directory(), actor, &shown);
        Ok(Self {
            app,
            write,
            shown,
            entry,
            by_place,
        })
    }

    /// Writes fields where they are kept: with the place, or with the member of its group that a person named for them.
    async fn put(
        &mut self,
        fields: &[PlaceField],
        mut say: impl FnMut(PlaceField, &mut PlaceRecord, &mut FieldOrigin),
    ) -> Result<(), Error> {
        let today = self.today();
        let mut by_member: BTreeMap<PlaceId, Vec<PlaceField>> = BTreeMap::new();
        let keepers = merging::keepers(self.write, self.shown.id).await?;
        for field in fields {
            let member = keepers.get(field).copied().unwrap_or(self.shown.id);
            by_member.entry(member).or_default().push(*field);
        }
        for (member, fields) in by_member {
            let before = self.write.own(member).await?;
            let mut own = before.clone();
            for field in fields {
                let mut origin = own.provenance.origin(field).clone();
                origin.dated = Some(today);
                origin.confirmed_by_place = self.by_place;
                say(field, &mut own, &mut origin);
                own.provenance.fields.insert(field, origin);
            }
            if own == before {
                continue;
            }
            let after = Place {
                record: own.clone(),
                ..self.shown.clone()
            };
            let entry = Entry {
                after: serde_json::to_string(&after).ok(),
                ..self.entry.clone()
            };
            merging::set_own(self.app, self.write, &entry, member, &own).await?;
        }
        Ok(())
    }

    /// Of a merged place, what was said last is what is shown: where the rules would show another value, this one is
    /// named.
    async fn insist(&mut self, said: &PlaceRecord, fields: &[PlaceField]) -> Result<(), Error> {
        let shown = self.write.place(self.shown.id).await?;
        let record = shown.map_or_else(|| self.shown.record.clone(), |place| place.record);
        let mut lost = fields.to_vec();
        lost.retain(|field| !field.same(said, &record));
        if lost.is_empty() {
            return Ok(());
        }
        merging::name(self.app, self.write, &self.entry, self.shown.id, &lost).await
    }

    fn today(&self) -> NaiveDate {
        self.entry.at.with_timezone(&Paris).date_naive()
    }
}

/// The place that stands for one now, as it is shown.
async fn standing(write: &mut Write, place: PlaceId) -> Result<Option<Place>, Error> {
    let standing = write.stands_for(place).await?;
    let id = standing.map_or(place, |standing| standing.survivor);
    Ok(write.place(id).await?)
}

/// The organisation for which a person acts: one whose place it is and in which they have a role.
fn behalf(app: &App, actor: &Actor, place: &Place) -> Option<String> {
    let directory = app.directory();
    let theirs = directory.organisations.of_place(&place.id);
    let slug = actor.grants().iter().find_map(|grant| match grant.node() {
        Node::Organisation(slug) if theirs.contains(slug) => Some(slug),
        _ => None,
    })?;
    Some(format!("organisation-{slug}"))
}
