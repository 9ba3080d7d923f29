//! `/espace/structures/<slug>/candidatures`: the applications in which an organisation takes part.

use axum::extract::Path;
use axum::response::Response;
use portulan_app::means::applications;
use portulan_model::means::applications::Application;
use portulan_model::means::calls::{Call, Milestone};

use super::{Applying, TAB, told};
use crate::auth::{Desk, Refused};
use crate::pages::addresses;
use crate::pages::means::words;
use crate::pages::parts::{Cell, Head, Part, Table, desk_page};
use crate::pages::typed::organisation_name;

/// `GET /espace/structures/{slug}/candidatures`.
pub(super) async fn list(desk: Desk, Path(slug): Path<String>) -> Result<Response, Refused> {
    let applying = Applying::open(&desk, &slug)?;
    let own = applications::own(desk.app(), &applying.may).await?;
    let (words, visit) = (desk.words(), &desk.visit);
    let heads = [
        "candidature-appel",
        "candidature-role",
        "candidature-etat",
        "appel-jour-cloture",
    ];
    let row = |(application, call): &(Application, Call)| {
        let party = application.parties.party(&applying.organisation.slug);
        let closing = words::when(visit, &call.terms.timeline, Milestone::Closing);
        let lead = organisation_name(&visit.directory, application.parties.lead());
        let address = format!("{}/{}", applying.list(), application.id);
        vec![
            Cell::to(call.terms.title.clone(), visit.link(&address)),
            Cell::of(
                party
                    .map(|party| told::party(words, party))
                    .unwrap_or_default(),
            )
            .and(lead),
            Cell::of(told::standing(words, application)),
            Cell::of(closing.unwrap_or_else(|| words.get("not-known"))),
        ]
    };
    let list = if own.is_empty() {
        Part::Text(words.get("candidatures-aucune"))
    } else {
        Part::Table(Table {
            caption: words.get("candidatures-titre"),
            heads: heads.iter().map(|id| words.get(id)).collect(),
            rows: own.iter().map(row).collect(),
        })
    };
    let asked = addresses::calls_asked(&applying.organisation.slug);
    let ways = Part::Ways(vec![(visit.link(&asked), words.get("candidatures-appels"))]);
    let head = Head {
        crumbs: Vec::new(),
        lead: words.get("candidatures-lead"),
    };
    let told = [("name", applying.organisation.name.as_str().into())];
    let page = desk.page(words.with("candidatures-de", &told), TAB);
    Ok(desk_page(page, head, vec![list, ways]))
}
