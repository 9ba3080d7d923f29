//! What a run changes against what its source gave before.

use askama::Template;
use axum::extract::Path;
use axum::response::Response;
use portulan_app::harvest;
use portulan_model::RunId;
use portulan_model::harvest::{Change, ChangeKind};

use super::values::{field_name, shown};
use super::{addresses, reach};
use crate::auth::{Desk, Refused, named};
use crate::pages::page::{Page, html};

#[derive(Template)]
#[template(path = "operator/differences.html")]
struct Differences {
    page: Page,
    run: String,
    changes: Vec<Changed>,
    next: Option<String>,
}

/// A record that differs.
struct Changed {
    class: &'static str,
    kind: String,
    name: String,
    id: String,
    fields: Vec<Field>,
}

struct Field {
    name: String,
    before: Vec<String>,
    after: Vec<String>,
}

/// `GET /exploitation/moissonnages/{id}/differences`.
pub(super) async fn show(desk: Desk, Path(id): Path<String>) -> Result<Response, Refused> {
    let id: RunId = named(&id)?;
    let may = reach::run(&desk, id).await?;
    let run = harvest::run(desk.app(), &may, id).await?;
    let page = desk.page_number();
    let changes = harvest::diff(desk.app(), &may, id, page).await?;
    let next = page.saturating_add(1);
    Ok(html(&Differences {
        page: desk.page(desk.words().get("differences-title"), "moissonnages"),
        run: addresses::run(id),
        changes: changes.iter().map(|one| changed(&desk, one)).collect(),
        next: (next < run.diff_pages)
            .then(|| format!("{}/differences?page={next}", addresses::run(id))),
    }))
}

fn changed(desk: &Desk, change: &Change) -> Changed {
    let lang = desk.visit.lang;
    let (class, kind) = match change.kind {
        ChangeKind::New => ("is-open", "difference-new"),
        ChangeKind::Gone => ("is-unknown", "difference-gone"),
        ChangeKind::Changed => ("is-doubtful", "difference-changed"),
    };
    let fields = change.fields.iter().map(|field| Field {
        name: field_name(lang, field.field),
        before: shown(lang, field.field, &field.before),
        after: shown(lang, field.field, &field.after),
    });
    Changed {
        class,
        kind: desk.words().get(kind),
        name: change.name.clone(),
        id: change.id.clone(),
        fields: fields.collect(),
    }
}
