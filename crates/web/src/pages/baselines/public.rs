//! `/dispositifs/<slug>/socle`: what is offered, place by place. An empty cell says nothing: nobody reads a refusal in it.

use axum::extract::Path;
use axum::http::StatusCode;
use axum::response::Response;
use portulan_app::schemes;
use portulan_i18n::Words;
use portulan_model::{Place, Seat, Slug};

use crate::pages::addresses;
use crate::pages::page::Page;
use crate::pages::parts::{Cell, Head, Part, Table, public_page};
use crate::pages::visit::Visit;

/// `GET /dispositifs/{slug}/socle`.
pub(super) async fn show(visit: Visit, Path(slug): Path<String>) -> Result<Response, StatusCode> {
    let slug: Slug = slug.parse().map_err(|_shape| StatusCode::NOT_FOUND)?;
    let scheme = schemes::find(&visit.directory, &slug).ok_or(StatusCode::NOT_FOUND)?;
    let words = Words::new(visit.lang);
    let offered = portulan_app::baselines::offered(&visit.directory, &Seat::Scheme(slug.clone()));
    let offered = offered.filter(|offered| !offered.is_empty());
    let part = match offered {
        None => Part::Text(words.get("socle-public-none")),
        Some(offered) => {
            let heads = offered.services.iter().map(|service| service.name.clone());
            let row = |place: &Place| {
                let cells = offered.services.iter().map(|service| {
                    let given = offered.is_offered(place.id, &service.slug);
                    Cell::of(if given {
                        words.get("socle-oui")
                    } else {
                        "–".to_owned()
                    })
                });
                let name = &place.record.name;
                let way = visit.link(&addresses::place(&place.slug));
                std::iter::once(Cell::to(name, way)).chain(cells).collect()
            };
            let places = schemes::places(&visit.directory, scheme);
            Part::Matrix(Table {
                caption: words.get("socle-public-title"),
                heads: std::iter::once(words.get("socle-lieu"))
                    .chain(heads)
                    .collect(),
                rows: places.into_iter().map(row).collect(),
            })
        }
    };
    let told = [("name", scheme.name.as_str().into())];
    let title = words.with("socle-public-title-of", &told);
    let way = visit.link(&addresses::scheme(&slug));
    let head = Head {
        crumbs: vec![
            (visit.link(addresses::SCHEMES), words.get("disp-title")),
            (way, scheme.name.clone()),
        ],
        lead: words.get("socle-public-lead"),
    };
    Ok(public_page(Page::new(&visit, title), head, vec![part]))
}
