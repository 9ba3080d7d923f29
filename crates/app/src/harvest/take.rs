//! Records are set against what the source gave before, and written: all in one transaction.
//!
//! What the source gives is kept beside the place. A value that a person corrected is not the source's any more: the
//! source may say something else, and the report says so, but the place keeps the correction.

use std::collections::HashMap;
use std::io::{BufRead, Read as _, Seek, SeekFrom};

use portulan_model::harvest::{
    Change, ChangeKind, FieldChange, LineSeverity, Progress, ReportLine, Run, RunState, Source,
    Verdict,
};
use portulan_model::journal::{Deed, Entry};
use portulan_model::{ExternalId, Place, PlaceField, PlaceId, PlaceRecord};
use portulan_policy::{Capability, actions::RunHarvest};
use portulan_store::{Base, PageKind, Write};

use super::pages::{self, Pages};
use super::stage::{Report, Staged};
use super::{begin_alive, entry, fingerprint, request};
use crate::clock::new_place_id;
use crate::corrections::keep_corrections;
use crate::import::free_slug;
use crate::{App, Error, merging};

const RUNNING: RunState = RunState::Running(Progress::START);

/// Takes in what a file gave, or puts it aside when that would delete or change too much.
pub(super) async fn first(
    app: &App,
    capability: &Capability<RunHarvest>,
    source: &Source,
    run: &mut Run,
    mut staged: Staged,
) -> Result<Vec<PlaceId>, Error> {
    let mut write = begin_alive(app, capability, run).await?;
    if !write.hold_run(run.id, &RUNNING, app.now()).await? {
        return Err(Error::Conflict(format!("run {} was declared dead", run.id)));
    }
    let bases = bases(&mut write, source).await?;
    run.before = bases.values().filter(|base| !base.gone).count();
    run.counts.rows = staged.rows;
    run.counts.rejected = staged.rejected;
    run.finished = Some(app.now());
    let (diff, touched) = compare(&mut write, source, run, &bases, &mut staged).await?;
    run.diff_pages = diff.len();
    write.put_pages(run.id, &(PageKind::Diff, diff)).await?;
    staged
        .records
        .seek(SeekFrom::Start(0))
        .map_err(|error| Error::internal("records", error))?;
    let waits = source.limit.is_exceeded(touched, run.before);
    let mut report = staged.report;
    let mut to_link = Vec::new();
    if waits {
        run.state = RunState::Quarantined;
        let mut aside = Pages::default();
        for line in staged.records.lines() {
            aside.push_text(&line.map_err(|error| Error::internal("records", error))?)?;
        }
        let records = aside.finish()?;
        write
            .put_pages(run.id, &(PageKind::Records, records))
            .await?;
    } else {
        run.state = RunState::Done;
        let mut taking = Taking::new(app, source, run, bases);
        for line in staged.records.lines() {
            let line = line.map_err(|error| Error::internal("records", error))?;
            taking.take(&mut write, &line, &mut report).await?;
        }
        to_link = taking.finish(&mut write).await?;
    }
    run.counts.lines = report.tally;
    run.rules = report.rules();
    let report = report.pages.finish()?;
    run.report_pages = report.len();
    write.put_pages(run.id, &(PageKind::Report, report)).await?;
    let line = entry(app, run, run.by.clone(), Deed::Updated, run.state.slug());
    write.end_run(&RUNNING, run, &line).await?;
    write.commit().await?;
    Ok(to_link)
}

/// Takes in the records that were put aside, unless something newer may have come from the source since.
pub(super) async fn approved(
    app: &App,
    capability: &Capability<RunHarvest>,
    run: &mut Run,
    verdict: Verdict,
) -> Result<Vec<PlaceId>, Error> {
    let mut write = app.store().begin_harvest(capability).await?;
    if !write
        .hold_run(run.id, &RunState::Quarantined, app.now())
        .await?
    {
        return Err(Error::Conflict(format!("run {} does not wait", run.id)));
    }
    let known = write.source(&run.source).await?;
    let known = known.ok_or_else(|| Error::NotFound(format!("source {}", run.source)))?;
    if known.last_run != Some(run.id) {
        let later = format!("a later run of {} began", run.source);
        return Err(Error::Conflict(later));
    }
    let source = &known.source;
    let bases = bases(&mut write, source).await?;
    let mut report = Report::default();
    // The settings may be others than those it was read with: the server is asked for the whole file next time.
    run.etag = None;
    let mut taking = Taking::new(app, source, run, bases);
    let mut page = 0;
    let id = taking.run.id;
    while let Some(bytes) = write.page(id, PageKind::Records, page).await? {
        for line in pages::texts(&bytes)? {
            taking.take(&mut write, &line, &mut report).await?;
        }
        page += 1;
    }
    let to_link = taking.finish(&mut write).await?;
    write.forget_pages(id, PageKind::Records).await?;
    add_report(&mut write, run, report).await?;
    let line = entry(app, run, verdict.by.clone(), Deed::Updated, &verdict.reason);
    run.state = RunState::Approved(verdict);
    write.end_run(&RunState::Quarantined, run, &line).await?;
    write.commit().await?;
    Ok(to_link)
}

/// Adds what was said while records that waited were taken in to what was said when they were read.
async fn add_report(write: &mut Write, run: &mut Run, report: Report) -> Result<(), Error> {
    for (count, more) in run.counts.lines.iter_mut().zip(report.tally) {
        *count += more;
    }
    run.rules.extend(report.rules());
    let pages = report.pages.finish()?;
    let from = run.report_pages;
    run.report_pages += pages.len();
    write
        .add_pages(run.id, from, &(PageKind::Report, pages))
        .await?;
    Ok(())
}

async fn bases(write: &mut Write, source: &Source) -> Result<HashMap<String, Base>, Error> {
    let bases = write.bases(&source.slug).await?;
    Ok(bases
        .into_iter()
        .map(|base| (base.id.clone(), base))
        .collect())
}

fn parse(text: &str) -> Result<PlaceRecord, Error> {
    serde_json::from_str(text).map_err(|error| Error::internal("record", error))
}

/// What differs from before, as pages, and how many of the records of before it touches.
async fn compare(
    write: &mut Write,
    source: &Source,
    run: &mut Run,
    bases: &HashMap<String, Base>,
    staged: &mut Staged,
) -> Result<(Vec<Vec<u8>>, usize), Error> {
    let mut diff = Pages::default();
    let mut left: HashMap<&str, &Base> =
        bases.iter().map(|(id, base)| (id.as_str(), base)).collect();
    let mut touched = 0;
    for line in staged.records.by_ref().lines() {
        let line = line.map_err(|error| Error::internal("records", error))?;
        let record = parse(&line)?;
        let base = left.remove(record.external.id.as_str());
        match base {
            Some(base) if base.gone => diff.push(&change(&record, ChangeKind::New))?,
            Some(base) if base.hash == fingerprint(line.as_bytes()) => run.counts.unchanged += 1,
            Some(_) => {
                touched += 1;
                let before = write.base(&record.external).await?;
                let mut changed = change(&record, ChangeKind::Changed);
                if let Some(before) = before {
                    changed.fields = differences(&parse(&before)?, &record);
                }
                diff.push(&changed)?;
                run.counts.updated += 1;
            }
            None => {
                diff.push(&change(&record, ChangeKind::New))?;
                run.counts.created += 1;
            }
        }
        if base.is_some_and(|base| base.gone) {
            run.counts.created += 1;
        }
    }
    let mut gone: Vec<&str> = left
        .values()
        .filter(|base| !base.gone)
        .map(|base| base.id.as_str())
        .collect();
    gone.sort_unstable();
    touched += gone.len();
    run.counts.gone = gone.len();
    for id in gone {
        let key = ExternalId::new(source.slug.clone(), id)
            .map_err(|error| Error::internal("record", error))?;
        if let Some(before) = write.base(&key).await? {
            diff.push(&change(&parse(&before)?, ChangeKind::Gone))?;
        }
    }
    Ok((diff.finish()?, touched))
}

fn change(record: &PlaceRecord, kind: ChangeKind) -> Change {
    Change {
        id: record.external.id.clone(),
        name: record.name.clone(),
        kind,
        fields: Vec::new(),
    }
}

fn differences(before: &PlaceRecord, after: &PlaceRecord) -> Vec<FieldChange> {
    PlaceField::ALL
        .into_iter()
        .filter(|field| !field.same(before, after))
        .map(|field| FieldChange {
            field,
            before: crate::field_text::of(field, before),
            after: crate::field_text::of(field, after),
        })
        .collect()
}

/// Records on their way into places.
struct Taking<'a> {
    app: &'a App,
    source: &'a Source,
    run: &'a mut Run,
    /// What the source gave before and has not given yet in this run.
    bases: HashMap<String, Base>,
    row: usize,
    /// Places that came to be or changed: those to compare with the others.
    touched: Vec<PlaceId>,
}

impl<'a> Taking<'a> {
    fn new(
        app: &'a App,
        source: &'a Source,
        run: &'a mut Run,
        bases: HashMap<String, Base>,
    ) -> Self {
        run.counts.created = 0;
        run.counts.updated = 0;
        run.counts.unchanged = 0;
        run.counts.gone = 0;
        Self {
            app,
            source,
            run,
            bases,
            row: 0,
            touched: Vec::new(),
        }
    }

    async fn take(
        &mut self,
        write: &mut Write,
        line: &str,
        report: &mut Report,
    ) -> Result<(), Error> {
        self.row += 1;
        let record = parse(line)?;
        let hash = fingerprint(line.as_bytes());
        let key = record.external.clone();
        let base = self.bases.remove(&key.id);
        if base
            .as_ref()
            .is_some_and(|base| !base.gone && base.hash == hash)
        {
            self.run.counts.unchanged += 1;
            return Ok(());
        }
        let known = write
            .find_many(std::slice::from_ref(&key))
            .await?
            .remove(&key);
        match known {
            None => {
                let place = Place {
                    id: new_place_id(self.app.now(), self.app.chance()),
                    slug: free_slug(write, &record).await?,
                    record,
                };
                let entry = self.entry(Deed::Created, &place.slug, None, Some(&place))?;
                write.insert(&place, &entry).await?;
                self.touched.push(place.id);
                self.run.counts.created += 1;
            }
            Some(place) => {
                let came_back = base.is_some_and(|base| base.gone);
                self.change(write, place, record, report, came_back).await?;
            }
        }
        Ok(write.put_base(&key, &hash, line).await?)
    }

    async fn change(
        &mut self,
        write: &mut Write,
        place: Place,
        given: PlaceRecord,
        report: &mut Report,
        came_back: bool,
    ) -> Result<(), Error> {
        let own = write.own(place.id).await?;
        let base = write.base(&given.external).await?;
        let base = base.map(|text| parse(&text)).transpose()?;
        let (next, held) = keep_corrections(&own, base.as_ref(), &given);
        for (field, said) in &held {
            self.run.counts.held += 1;
            report.push(&ReportLine {
                row: self.row,
                id: given.external.id.clone(),
                name: given.name.clone(),
                field: field.slug().to_owned(),
                raw: said.clone(),
                result: crate::field_text::of(*field, &next),
                rule: "correction-kept".to_owned(),
                severity: LineSeverity::Info,
            })?;
        }
        if next == own && !came_back {
            self.run.counts.unchanged += 1;
            return Ok(());
        }
        let before = Place {
            record: own,
            ..place
        };
        let after = Place {
            record: next,
            ..before.clone()
        };
        let mut entry = self.entry(Deed::Updated, &after.slug, Some(&before), Some(&after))?;
        if came_back {
            entry.reason = format!("given again by {}", self.source.slug);
        }
        merging::set_own(self.app, write, &entry, after.id, &after.record).await?;
        self.touched.push(after.id);
        if came_back {
            self.run.counts.created += 1;
        } else {
            self.run.counts.updated += 1;
        }
        Ok(())
    }

    /// Marks what the source gives no more, and remembers the file.
    async fn finish(self, write: &mut Write) -> Result<Vec<PlaceId>, Error> {
        let mut gone: Vec<&Base> = self.bases.values().filter(|base| !base.gone).collect();
        gone.sort_unstable_by(|a, b| a.id.cmp(&b.id));
        for base in &gone {
            let key = ExternalId::new(self.source.slug.clone(), &base.id)
                .map_err(|error| Error::internal("record", error))?;
            let known = write
                .find_many(std::slice::from_ref(&key))
                .await?
                .remove(&key);
            let Some(place) = known else { continue };
            let mut entry = self.entry(Deed::Updated, &place.slug, Some(&place), Some(&place))?;
            entry.reason = format!("no longer given by {}", self.source.slug);
            write.mark_gone(&key, self.app.now(), &entry).await?;
        }
        self.run.counts.gone = gone.len();
        let (etag, hash) = (self.run.etag.as_deref(), self.run.hash.as_deref());
        write.source_was_read(self.source, etag, hash).await?;
        Ok(self.touched)
    }

    fn entry(
        &self,
        deed: Deed,
        slug: &portulan_model::Slug,
        before: Option<&Place>,
        after: Option<&Place>,
    ) -> Result<Entry, Error> {
        let json = |place: &Place| {
            serde_json::to_string(place).map_err(|error| Error::internal("journal", error))
        };
        Ok(Entry {
            at: self.app.now(),
            author: self.run.by.clone(),
            behalf: None,
            subject: None,
            object: format!("lieu-{slug}"),
            deed,
            reason: format!("harvest of {}", self.source.slug),
            request: request(self.run),
            before: before.map(json).transpose()?,
            after: after.map(json).transpose()?,
        })
    }
}
