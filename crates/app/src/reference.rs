//! Reference layers: contours, centres, neighbourhoods and addresses that an installation adds to the embedded table.

use std::io::BufRead;

use portulan_formats::CommuneResolver;
use portulan_geo::{Layer, Reference, read_layer};
use portulan_model::journal::{Deed, Entry};
use portulan_model::{CommuneCode, Position, Postcode};
use portulan_policy::{Capability, actions::ImportReference};

use crate::import::author;
use crate::{App, Error};

/// Takes in a file of reference and shows it at once. The same layer again replaces the earlier one.
pub async fn import(
    app: &App,
    capability: &Capability<ImportReference>,
    name: &str,
    reader: impl BufRead + Send + 'static,
) -> Result<Layer, Error> {
    let file = name.to_owned();
    let layer = tokio::task::spawn_blocking(move || read_layer(&file, reader))
        .await
        .map_err(|source| Error::internal("reading", source))??;
    let entry = Entry {
        at: app.now(),
        author: author(capability.actor()),
        behalf: None,
        subject: None,
        object: format!("referentiel-{}", layer.slug),
        deed: Deed::Updated,
        reason: format!("import of {name}"),
        request: format!("reference-{}", app.now().timestamp_millis()),
        before: None,
        after: Some(format!("{{\"elements\":{}}}", layer.records)),
    };
    app.store()
        .put_layer(
            capability,
            &layer.slug,
            layer.records,
            &layer.to_bytes()?,
            &entry,
        )
        .await?;
    app.refresh().await?;
    Ok(layer)
}

/// The reference as the readers of `formats` ask it.
pub(crate) struct Resolver<'a>(pub(crate) &'a Reference);

impl CommuneResolver for Resolver<'_> {
    fn resolve(
        &self,
        name: &str,
        postcode: Option<&Postcode>,
        insee: Option<&CommuneCode>,
        position: Option<Position>,
    ) -> Option<CommuneCode> {
        self.0.resolve_commune(name, postcode, insee, position)
    }
}
