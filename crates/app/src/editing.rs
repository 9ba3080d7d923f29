//! People change what is known of a place, or say that it is still true.
//!
//! What they say is kept with what the place is alone, against every harvest. A change says what was read before it was
//! made: what somebody else changed meanwhile is never overwritten unseen (see [`conflicts`]).

mod by_link;
pub mod conflicts;
pub mod drafts;
pub mod town_hall;

use chrono::NaiveDate;
use chrono_tz::Europe::Paris;
use portulan_model::journal::{Deed, Entry};
use portulan_model::{FieldOrigin, Place, PlaceField, PlaceId, PlaceRecord, Slug};
use portulan_policy::{Actor, Capability, Node, actions::EditPlace};
use portulan_store::Write;

use crate::clock::draw;
use crate::import::author;
use crate::merging::{self, Kept};
use crate::{App, Error, rights};

pub(crate) use by_link::{Word, place_says};
use conflicts::{Fielded, Weighed, weigh};

/// The source of what people type here.
pub const SOURCE: &str = "saisie";

/// The source of what a place confirms by telephone.
pub const TELEPHONE: &str = "telephone";

/// What a person wants a place, or something else that has fields, to be.
#[derive(Debug, Clone, PartialEq)]
pub struct Change<R: Fielded = PlaceRecord> {
    /// The fields that were shown to them.
    pub fields: Vec<R::Field>,
    /// What those fields were then.
    pub before: R,
    /// What they are to be.
    pub mine: R,
}

/// What became of a change.
#[derive(Debug, Clone, PartialEq)]
pub enum Outcome<R: Fielded = PlaceRecord> {
    /// These fields changed.
    Saved(Vec<R::Field>),
    /// It was so already.
    Same,
    /// Nothing was kept: somebody else changed these fields meanwhile.
    Clash {
        /// Which.
        fields: Vec<R::Field>,
        /// What they made of them.
        theirs: Box<R>,
    },
}

/// Changes a place; of a place that another one stands for, the one that does.
pub async fn change(
    app: &App,
    capability: &Capability<EditPlace>,
    place: PlaceId,
    change: Change,
) -> Result<Outcome, Error> {
    let mut edit = Edit::open(app, capability, place).await?;
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
            let said = edit.put(&changed, |field, own, origin| {
                field.copy(&record, own);
                origin.source = edit_source(own);
            });
            let kept = said.await?;
            edit.insist(&record, &kept).await?;
            changed
        }
    };
    edit.close().await?;
    Ok(Outcome::Saved(changed))
}

/// Says of some fields that they are still true. Said twice on one day, it is said once.
pub async fn confirm(
    app: &App,
    capability: &Capability<EditPlace>,
    place: PlaceId,
    fields: &[PlaceField],
) -> Result<(), Error> {
    let mut edit = Edit::open(app, capability, place).await?;
    let shown = edit.shown.record.clone();
    edit.put(fields, |field, own, origin| {
        field.copy(&shown, own);
        origin.source = shown.provenance.origin(field).source.clone();
    })
    .await?;
    edit.close().await
}

/// Says of some fields that they are still true, as the place said by telephone: it is the place that speaks, whoever
/// writes it down.
pub async fn confirm_by_telephone(
    app: &App,
    capability: &Capability<EditPlace>,
    place: PlaceId,
    fields: &[PlaceField],
) -> Result<(), Error> {
    let mut edit = Edit::open(app, capability, place).await?;
    "by telephone".clone_into(&mut edit.entry.reason);
    edit.by_place = true;
    let shown = edit.shown.record.clone();
    edit.put(fields, |field, own, origin| {
        field.copy(&shown, own);
        let source = TELEPHONE.parse();
        origin.source = source.unwrap_or_else(|_not_a_slug| own.external.source.clone());
    })
    .await?;
    edit.close().await
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
    write: Write,
    shown: Place,
    entry: Entry,
    /// Whether the place itself speaks.
    by_place: bool,
}

impl<'a> Edit<'a> {
    async fn open(
        app: &'a App,
        capability: &Capability<EditPlace>,
        place: PlaceId,
    ) -> Result<Self, Error> {
        let mut write = app.store().begin_edit(capability).await?;
        let standing = write.stands_for(place).await?;
        let id = standing.map_or(place, |standing| standing.survivor);
        let found = write.place(id).await?;
        let shown = found.ok_or_else(|| Error::NotFound(format!("place {place}")))?;
        let reaches = match capability.node() {
            Node::Place(slug) => *slug == shown.slug,
            node => *node == Node::Installation,
        };
        if !reaches {
            return Err(Error::NotFound(format!("place {place}")));
        }
        let entry = Entry {
            at: app.now(),
            author: author(capability.actor()),
            behalf: behalf(app, capability.actor(), &shown),
            subject: None,
            object: format!("lieu-{}", shown.slug),
            deed: Deed::Updated,
            reason: String::new(),
            request: format!("saisie-{}", app.now().timestamp_millis()),
            before: None,
            after: None,
        };
        let by_place = rights::is_of_place(&app.directory(), capability.actor(), &shown);
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
    ) -> Result<Kept, Error> {
        let (today, by_place) = (self.today(), self.by_place);
        let shown = self.shown.id;
        let kept = merging::kept_with(&mut self.write, (shown, shown), fields).await?;
        merging::say(
            self.app,
            &mut self.write,
            &self.entry,
            &kept,
            |field, own| {
                let mut origin = own.provenance.origin(field).clone();
                origin.dated = Some(today);
                origin.confirmed_by_place = by_place;
                say(field, own, &mut origin);
                own.provenance.fields.insert(field, origin);
            },
        )
        .await?;
        Ok(kept)
    }

    /// Of a merged place, what was said last is what is shown.
    async fn insist(&mut self, said: &PlaceRecord, kept: &Kept) -> Result<(), Error> {
        let of = (self.shown.id, kept);
        merging::insist(self.app, &mut self.write, &self.entry, of, said).await
    }

    async fn close(self) -> Result<(), Error> {
        self.write.commit().await?;
        self.app.refresh().await
    }

    fn today(&self) -> NaiveDate {
        self.entry.at.with_timezone(&Paris).date_naive()
    }
}

/// The organisation for which a person acts: one whose place it is and in which they have a role.
fn behalf(app: &App, actor: &Actor, place: &Place) -> Option<String> {
    let directory = app.directory();
    let theirs = directory.organisations.of_place(&place.id);
    let slug = actor.grants().iter().find_map(|grant| match grant.node() {
        Node::Organisation(slug) if theirs.contains(slug) => Some(slug),
        _ => None,
    })?;
    Some(Node::Organisation(slug.clone()).to_string())
}
