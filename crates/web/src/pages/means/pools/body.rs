//! `/espace/gouvernances/<slug>/mutualisations/<pool>`: a pool for those who lead the body, with what may be done with it now.

use axum::extract::Path;
use axum::response::Response;
use portulan_app::means::pools::{self, Held};
use portulan_model::Slug;
use portulan_model::means::pools::PoolStage;

use super::{TAB, crumbs, draw, followed, of_body, reading};
use crate::auth::{Desk, Refused, named};
use crate::pages::parts::{Head, Part, desk_page};

/// `GET /espace/gouvernances/{slug}/mutualisations/{pool}`.
pub(super) async fn show(
    desk: Desk,
    Path((slug, pool)): Path<(String, String)>,
) -> Result<Response, Refused> {
    let (body, may) = reading(&desk, &slug)?;
    let pool: Slug = named(&pool)?;
    let held = pools::find(desk.app(), &may, &pool).await?;
    let mut parts = Vec::new();
    let ways = ways(&desk, &held);
    if !ways.is_empty() {
        parts.push(Part::Ways(ways));
    }
    let after = followed::parts(&desk, &held).await?;
    parts.extend(draw::pool(&desk, &held, after)?);
    let head = Head {
        crumbs: crumbs(&desk, body, None),
        lead: lead(&desk, &held),
    };
    let page = desk.page(held.record.title.clone(), TAB);
    Ok(desk_page(page, head, parts))
}

/// What is awaited now.
pub(super) fn lead(desk: &Desk, held: &Held) -> String {
    let words = desk.words();
    let awaited = held.awaited(&desk.visit.directory);
    if awaited.is_empty() {
        return words.get(&format!("mut-etape-{}", held.record.stage.slug()));
    }
    let names = super::told::all_named(desk, &awaited);
    words.with("mut-attendus", &[("names", names.into())])
}

/// What may be done with it now.
pub(super) fn ways(desk: &Desk, held: &Held) -> Vec<(String, String)> {
    let record = &held.record;
    let conducts = pools::steers(
        &desk.visit.directory,
        desk.actor(),
        held,
        desk.visit.today(),
    );
    if !conducts {
        return Vec::new();
    }
    let open: &[(&str, &str)] = match record.stage {
        PoolStage::Proposed => &[("modifier", "mut-modifier"), ("defaire", "mut-defaire")],
        PoolStage::Agreed => &[
            ("deposer", "mut-deposer"),
            ("modifier", "mut-modifier"),
            ("defaire", "mut-defaire"),
        ],
        PoolStage::Submitted => &[("retirer", "mut-retirer")],
        PoolStage::Withdrawn | PoolStage::Undone => &[],
    };
    let way = |(end, id): &(&str, &str)| {
        let address = of_body(&record.body, &format!("{}/{end}", record.slug));
        (desk.visit.link(&address), desk.words().get(id))
    };
    open.iter().map(way).collect()
}
