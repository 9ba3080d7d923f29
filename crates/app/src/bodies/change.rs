//! Those who lead a body change what is known of it; what two of them change differently is for them to decide.

use portulan_model::Slug;
use portulan_model::governance::Body;
use portulan_model::journal::Deed;
use portulan_policy::Capability;
use portulan_policy::actions::EditBody;

use super::create::known_organisation;
use super::{BodyError, Told, entry, json, missing, own};
use crate::App;
use crate::editing::conflicts::{Weighed, weigh};
use crate::editing::{Change, Outcome};

/// Changes the fields of a body that its leads may change.
pub async fn change(
    app: &App,
    capability: &Capability<EditBody>,
    slug: &Slug,
    change: &Change<Body>,
) -> Result<Outcome<Body>, BodyError> {
    own(capability, slug)?;
    if let Some(organisation) = &change.mine.run_by {
        known_organisation(app, organisation)?;
    }
    let mut write = app.store().begin_governance(capability).await?;
    let theirs = write.kept_one::<Body>(slug).await?;
    let theirs = theirs.ok_or_else(|| missing(slug))?;
    let (after, changed) = match weigh(&change.fields, &change.before, &theirs, &change.mine) {
        Weighed::Clash(fields) => {
            let theirs = Box::new(theirs);
            return Ok(Outcome::Clash { fields, theirs });
        }
        Weighed::Clear { changed, .. } if changed.is_empty() => return Ok(Outcome::Same),
        Weighed::Clear { record, changed } => (record, changed),
    };
    let told = Told {
        body: slug,
        deed: Deed::Updated,
        reason: String::new(),
        before: json(&theirs),
        after: json(&*after),
    };
    let line = entry(app, capability.actor(), told);
    write.change_kept(&*after, &line).await?;
    write.commit().await?;
    app.refresh().await?;
    Ok(Outcome::Saved(changed))
}
