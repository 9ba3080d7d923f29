//! Reads a document into an installation, in one transaction: every record ends as created, updated, unchanged or refused.

use std::collections::{HashMap, HashSet};

use portulan_model::baseline::Baseline;
use portulan_model::clusters::{Cluster, Sector};
use portulan_model::governance::{Body, Committee, Decision, Meeting, Membership};
use portulan_model::journal::{Deed, Entry};
use portulan_model::means::calls::Call;
use portulan_model::means::envelopes::Envelope;
use portulan_model::people::Organisation;
use portulan_model::posts::Post;
use portulan_model::roadmaps::Roadmap;
use portulan_model::schemes::Scheme;
use portulan_model::{Place, Slug};
use portulan_policy::{Capability, Node};
use portulan_store::{Governs, Kept, Name, Write};
use serde_json::Value;

use super::attached::{self, Contents, FileReference};
use super::document::{Exchange, List, PlaceReference};
use super::kinds::{Exchanged, Known};
use super::report::{End, Reason, Report};
use super::texts;
use crate::import::author;
use crate::{App, Directory, Error, organisations, rights};

/// Reads a document without contents of files, and shows it at once.
pub async fn import<A: Governs>(
    app: &App,
    capability: &Capability<A>,
    exchange: &Exchange,
) -> Result<Report, Error> {
    import_with(app, capability, exchange, &mut |_digest| Ok(None)).await
}

/// Reads a document, with the contents of its files, and shows it at once.
pub async fn import_with<A: Governs>(
    app: &App,
    capability: &Capability<A>,
    exchange: &Exchange,
    contents: Contents<'_>,
) -> Result<Report, Error> {
    rights::covers(capability, &Node::Installation.into())?;
    attached::keep(app, exchange, contents).await?;
    let directory = app.directory();
    let known = known(app, &directory).await?;
    let write = app.store().begin_governance(capability).await?;
    let now = app.now();
    let line = Entry {
        at: now,
        author: author(capability.actor()),
        behalf: None,
        subject: None,
        object: String::new(),
        deed: Deed::Created,
        reason: format!("import of the governance of {}", exchange.territory),
        request: format!("governance-{}", now.timestamp_millis()),
        before: None,
        after: None,
    };
    let mut run = Run {
        write,
        known,
        places: HashMap::new(),
        report: Report::default(),
        line,
    };
    run.all(exchange).await?;
    run.attachments(app, exchange, contents).await?;
    run.write.commit().await?;
    app.refresh().await?;
    Ok(run.report)
}

async fn known<'a>(app: &App, directory: &'a Directory) -> Result<Known<'a>, Error> {
    let store = app.store();
    let organisations = store.organisations().await?;
    let former = organisations.iter().flat_map(|one| one.former.clone());
    Ok(Known {
        reference: &directory.reference,
        former: former.collect(),
        organisations: organisations.into_iter().map(|one| one.slug).collect(),
        bodies: keys::<Body>(&store.kept().await?),
        schemes: keys::<Scheme>(&store.kept().await?),
        clusters: keys::<Cluster>(&store.kept().await?),
    })
}

fn keys<T: Kept<Key = Slug>>(all: &[T]) -> HashSet<Slug> {
    all.iter().map(Kept::key).collect()
}

/// An import under way.
struct Run<'a> {
    write: Write,
    known: Known<'a>,
    /// How places are called here, by how the document calls them.
    places: HashMap<String, String>,
    report: Report,
    line: Entry,
}

impl Run<'_> {
    async fn all(&mut self, exchange: &Exchange) -> Result<(), Error> {
        self.organisations(exchange).await?;
        self.places(exchange).await?;
        self.list::<Scheme>(exchange).await?;
        self.list::<Cluster>(exchange).await?;
        self.list::<Sector>(exchange).await?;
        self.list::<Body>(exchange).await?;
        self.list::<Membership>(exchange).await?;
        self.list::<Committee>(exchange).await?;
        self.list::<Meeting>(exchange).await?;
        self.list::<Decision>(exchange).await?;
        self.list::<Roadmap>(exchange).await?;
        self.list::<Call>(exchange).await?;
        self.list::<Post>(exchange).await?;
        self.list::<Baseline>(exchange).await?;
        self.list::<Envelope>(exchange).await
    }

    async fn list<T: Exchanged>(&mut self, exchange: &Exchange) -> Result<(), Error> {
        let mut seen = HashSet::new();
        for (rank, value) in (1..).zip(exchange.records(T::LIST)) {
            let value = texts::renamed(value, &self.places);
            let (key, end) = match self.read::<T>(&value, &mut seen) {
                Ok((key, record)) => (key, self.take(&record).await?),
                Err(reason) => (texts::label(&value), End::Refused(reason)),
            };
            self.report.tell(T::LIST, rank, key, end);
        }
        Ok(())
    }

    fn read<T: Exchanged>(
        &self,
        value: &Value,
        seen: &mut HashSet<String>,
    ) -> Result<(String, T), Reason> {
        if let Some(reason) = texts::fault(value) {
            return Err(reason);
        }
        let record = T::read(value)?;
        let key = record.key().texts().join("/");
        if !seen.insert(key.clone()) {
            return Err(Reason::Twice);
        }
        record.check(&self.known)?;
        Ok((key, record))
    }

    async fn take<T: Exchanged>(&mut self, record: &T) -> Result<End, Error> {
        let before: Option<T> = self.write.kept_one(&record.key()).await?;
        let end = match before {
            Some(before) if record.is(&before) => End::Unchanged,
            Some(before) => self.replace(&before, record).await?,
            None => {
                let line = self.line(record.object(), Deed::Created);
                if self.write.add_kept(record, &line).await? {
                    End::Created
                } else {
                    End::Refused(Reason::AlreadyThere)
                }
            }
        };
        if !matches!(end, End::Refused(_)) {
            record.learn(&mut self.known);
        }
        Ok(end)
    }

    async fn replace<T: Exchanged>(&mut self, before: &T, record: &T) -> Result<End, Error> {
        if let Err(reason) = record.follows(before) {
            return Ok(End::Refused(reason));
        }
        let line = self.line(record.object(), Deed::Updated);
        self.write.change_kept(record, &line).await?;
        Ok(End::Updated)
    }

    async fn organisations(&mut self, exchange: &Exchange) -> Result<(), Error> {
        let mut seen = HashSet::new();
        for (rank, value) in texts::after_parents(exchange.records(List::Organisations)) {
            let end = match self.read_organisation(value, &mut seen) {
                Ok(organisation) => self.take_organisation(&organisation).await?,
                Err(reason) => End::Refused(reason),
            };
            let key = texts::label(value);
            self.report.tell(List::Organisations, rank, key, end);
        }
        Ok(())
    }

    fn read_organisation(
        &self,
        value: &Value,
        seen: &mut HashSet<Slug>,
    ) -> Result<Organisation, Reason> {
        if let Some(reason) = texts::fault(value) {
            return Err(reason);
        }
        let read = serde_json::from_value::<Organisation>(value.clone());
        let organisation = read.map_err(|error| texts::said(&error))?;
        if !seen.insert(organisation.slug.clone()) {
            return Err(Reason::Twice);
        }
        self.known.territory(&organisation.territory)?;
        if let Some(parent) = &organisation.parent {
            self.known.organisation(parent)?;
        }
        Ok(organisation)
    }

    async fn take_organisation(&mut self, organisation: &Organisation) -> Result<End, Error> {
        let slug = &organisation.slug;
        let object = format!("structure-{slug}");
        let end = match self.write.organisation(slug).await? {
            Some(before) if before == *organisation => End::Unchanged,
            _ if organisations::circles(&mut self.write, organisation).await? => {
                End::Refused(Reason::Circle)
            }
            // The level that answers for an organisation gives rights over it: a file does not move it.
            Some(before) if before.territory != organisation.territory => {
                End::Refused(Reason::OfAnother)
            }
            Some(before) => {
                let line = self.line(object, Deed::Updated);
                // Addresses that lead to it here lead to it still.
                let mut after = organisation.clone();
                after.former.extend(before.former);
                self.write.put_organisation(&after, &line).await?;
                End::Updated
            }
            None if self.known.former.contains(slug) => {
                End::Refused(Reason::UnknownOrganisation(slug.clone()))
            }
            None => {
                let line = self.line(object, Deed::Created);
                self.write.add_organisation(organisation, &line).await?;
                End::Created
            }
        };
        if !matches!(
            end,
            End::Refused(Reason::Circle | Reason::UnknownOrganisation(_))
        ) {
            self.known.organisations.insert(slug.clone());
        }
        Ok(end)
    }

    async fn places(&mut self, exchange: &Exchange) -> Result<(), Error> {
        for (rank, value) in (1..).zip(exchange.records(List::Places)) {
            let fault = texts::fault(value);
            let read = serde_json::from_value::<PlaceReference>(value.clone());
            let end = match (fault, read) {
                (Some(reason), _) => End::Refused(reason),
                (None, Err(error)) => End::Refused(texts::said(&error)),
                (None, Ok(place)) => self.take_place(place).await?,
            };
            let key = texts::label(value);
            self.report.tell(List::Places, rank, key, end);
        }
        Ok(())
    }

    /// A place that is known here stays as it is: sources and people say what it is, not this document.
    async fn take_place(&mut self, place: PlaceReference) -> Result<End, Error> {
        let named = place.id.to_string();
        let external = [place.external.clone()];
        let found = self.write.find_many(&external).await?;
        if let Some(known) = found.get(&place.external) {
            self.places.insert(named, known.id.to_string());
            return Ok(End::Unchanged);
        }
        if self.write.place(place.id).await?.is_some() {
            return Ok(End::Unchanged);
        }
        let Some(record) = place.record else {
            return Ok(End::Refused(Reason::UnknownPlace));
        };
        if record.external != place.external {
            return Ok(End::Refused(Reason::OfAnother));
        }
        if self.write.slug_taken(&place.slug).await? {
            return Ok(End::Refused(Reason::SlugTaken));
        }
        let line = self.line(format!("lieu-{}", place.slug), Deed::Created);
        let place = Place {
            id: place.id,
            slug: place.slug,
            record,
        };
        self.write.insert(&place, &line).await?;
        Ok(End::Created)
    }

    async fn attachments(
        &mut self,
        app: &App,
        exchange: &Exchange,
        contents: Contents<'_>,
    ) -> Result<(), Error> {
        let mut seen = HashSet::new();
        for (rank, value) in (1..).zip(exchange.records(List::Attachments)) {
            let end = match attached::read(value) {
                Err(reason) => End::Refused(reason),
                Ok(one) if !seen.insert(one.file.id) => End::Refused(Reason::Twice),
                Ok(one) => self.take_file(app, &one, contents).await?,
            };
            let key = texts::label(value);
            self.report.tell(List::Attachments, rank, key, end);
        }
        Ok(())
    }

    /// A file never changes: another one under its id is another's.
    async fn take_file(
        &mut self,
        app: &App,
        said: &FileReference,
        contents: Contents<'_>,
    ) -> Result<End, Error> {
        let owner = match attached::owner(&mut self.write, said).await? {
            Ok(owner) => owner,
            Err(reason) => return Ok(End::Refused(reason)),
        };
        if let Some(kept) = self.write.attachment(said.file.id).await? {
            let same = kept.file == said.file && kept.owner == owner;
            let same = same && kept.digest.to_string() == said.digest;
            return Ok(if same {
                End::Unchanged
            } else {
                End::Refused(Reason::OfAnother)
            });
        }
        let (digest, bytes) = match attached::content(said, contents)? {
            Ok(content) => content,
            Err(reason) => return Ok(End::Refused(reason)),
        };
        let line = self.line(owner.to_string(), Deed::Updated);
        let row = attached::row(app, digest, &bytes);
        let added = self.write.add_attachment(&owner, &said.file, row, &line);
        added.await?;
        Ok(End::Created)
    }

    fn line(&self, object: String, deed: Deed) -> Entry {
        Entry {
            object,
            deed,
            ..self.line.clone()
        }
    }
}
