//! Envelopes as they are read: whole by those who manage and fund them, by sums by the members of their body.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use portulan_formats::safe_cell;
use portulan_model::journal::Author;
use portulan_model::means::envelopes::{
    Envelope, Ledger, Line, Move, Reference, Sums, What, shown, shown_whole,
};
use portulan_model::{PersonId, Slug, TerritoryKey};
use portulan_policy::actions::{ReadBody, ReadEnvelope};
use portulan_policy::{Actor, Capability, allow};

use super::{ledger_of_today, missing, of_today, own, target};
use crate::roadmaps::body_of;
use crate::{App, Directory, Error};

/// Column names are those of a file that others read: they do not change with the language.
const HEADER: &str = "enveloppe,ligne,instant,nature,ligne_annulee,demande,decision,beneficiaire,territoire,annee,\
    promis_centimes,accorde_centimes,verse_centimes,motif\r\n";

/// An envelope as the members of its body see it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Shared {
    /// The envelope.
    pub envelope: Envelope,
    /// What is promised, granted and paid; `None` where fewer than three have a part in it.
    pub whole: Option<Sums>,
    /// The same by territory, as far as nobody's part can be told from it.
    pub territories: BTreeMap<TerritoryKey, Option<Sums>>,
}

/// The sums of the whole, then of each territory; `None` where they are withheld.
pub type SharedParts = (Option<Sums>, BTreeMap<TerritoryKey, Option<Sums>>);

/// One envelope. What it says of money is no secret of its own: who may see the page is asked of [`target`].
pub async fn find(app: &App, slug: &Slug) -> Result<Envelope, Error> {
    let found = app.store().kept_one::<Envelope>(slug).await?;
    let found = found.ok_or_else(|| missing(slug))?;
    Ok(of_today(&app.directory(), found))
}

/// The envelopes that somebody may read whole, by label.
pub async fn all(app: &App, actor: &Actor) -> Result<Vec<Envelope>, Error> {
    let directory = app.directory();
    let mut found = app.store().kept::<Envelope>().await?;
    found.retain(|one| allow::<ReadEnvelope>(actor, target(&directory, one)).is_ok());
    Ok(sorted(&directory, found))
}

/// The envelopes of a body, by label.
pub async fn of_body(app: &App, body: &Slug) -> Result<Vec<Envelope>, Error> {
    let found = app.store().kept_of::<Envelope>(body).await?;
    Ok(sorted(&app.directory(), found))
}

/// By label, as they are today.
fn sorted(directory: &Directory, found: Vec<Envelope>) -> Vec<Envelope> {
    let found = found.into_iter().map(|one| of_today(directory, one));
    let mut found: Vec<Envelope> = found.collect();
    found.sort_by_cached_key(|one| (portulan_text::fold(&one.label), one.slug.clone()));
    found
}

/// The lines of an envelope.
pub async fn ledger(
    app: &App,
    may: &Capability<ReadEnvelope>,
    envelope: &Slug,
) -> Result<Ledger, Error> {
    own(may, envelope)?;
    let ledger = app.store().ledger(envelope).await?;
    Ok(ledger_of_today(&app.directory(), ledger))
}

/// The envelopes of a body, for its members: sums of which nobody's part can be told.
pub async fn shared(app: &App, may: &Capability<ReadBody>) -> Result<Vec<Shared>, Error> {
    let mut all = Vec::new();
    for envelope in of_body(app, body_of(may)?).await? {
        let ledger = app.store().ledger(&envelope.slug).await?;
        let ledger = ledger_of_today(&app.directory(), ledger);
        let (whole, territories) = shared_parts(&ledger)?;
        all.push(Shared {
            envelope,
            whole,
            territories,
        });
    }
    Ok(all)
}

/// The sums of a ledger that may be shown to those who do not see its lines. One that holds nothing hides nobody.
pub fn shared_parts(ledger: &Ledger) -> Result<SharedParts, Error> {
    let beyond = |error| Error::internal("sums of an envelope", error);
    let groups = ledger.by_territory().map_err(beyond)?;
    if groups.is_empty() {
        return Ok((Some(Sums::default()), BTreeMap::new()));
    }
    let whole = shown_whole(&groups).map_err(beyond)?;
    Ok((whole, shown(&groups).map_err(beyond)?))
}

/// Who may not grant to a request: whoever promised to it, and whoever wrote a ceiling.
#[must_use]
pub fn may_not_grant(envelope: &Envelope, ledger: &Ledger, request: &str) -> Vec<PersonId> {
    let request = request.parse::<Reference>().ok();
    let lines = ledger.lines().iter();
    let own = lines.filter(|line| request.as_ref() == Some(&line.account.request));
    let authors = asked_by(own).into_iter().chain(&envelope.hands);
    let person = |author: &Author| match author {
        Author::Person(person) => Some(*person),
        Author::Operator | Author::Job(_) => None,
    };
    authors.filter_map(person).collect()
}

/// Who promised, in some lines.
pub(super) fn asked_by<'a>(lines: impl Iterator<Item = &'a Line>) -> Vec<&'a Author> {
    lines
        .filter(|line| line.what == What::Moved(Move::Promise))
        .map(|line| &line.hand.by)
        .collect()
}

/// The lines of an envelope as CSV: whole cents, no names of persons.
pub async fn export(
    app: &App,
    may: &Capability<ReadEnvelope>,
    envelope: &Slug,
) -> Result<String, Error> {
    let ledger = ledger(app, may, envelope).await?;
    let mut text = HEADER.to_owned();
    for line in ledger.lines() {
        let what = match line.what {
            What::Moved(what) => what.slug(),
            What::Reversed(_) => "annuler",
        };
        let account = &line.account;
        let undid = line.undid().map(|one| one.to_string());
        let decision = line.decision.as_ref().map(ToString::to_string);
        let cells = [
            envelope.to_string(),
            line.number.to_string(),
            line.hand.at.to_rfc3339(),
            what.to_owned(),
            undid.unwrap_or_default(),
            cell(account.request.as_str()),
            cell(&decision.unwrap_or_default()),
            account.beneficiary.to_string(),
            account.territory.to_string(),
            account.year.to_string(),
            line.effect.promised.get().to_string(),
            line.effect.granted.get().to_string(),
            line.effect.paid.get().to_string(),
            cell(line.hand.reason.as_str()),
        ];
        let _ = write!(text, "{}\r\n", cells.join(","));
    }
    Ok(text)
}

/// A text that people typed, in quotes.
fn cell(text: &str) -> String {
    format!("\"{}\"", safe_cell(text).replace('"', "\"\""))
}
