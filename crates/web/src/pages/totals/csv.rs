//! The figures as CSV: numbers without spaces or units, and beside each sum how many things it leaves out.

use axum::extract::Path;
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse as _, Response};
use portulan_formats::safe_cell;
use portulan_levels::Figures;

use super::super::visit::Visit;
use super::table::{Counted, counted};
use super::{asked, show};

/// Column names are those of a file that others read: they do not change with the language.
const HEADER: &str = "territoire,nom,jour,lieux,minutes_ouverture_semaine,lieux_sans_horaires,postes,\
    etp_centiemes,postes_sans_etp,structures_membres,gouvernances,feuilles_de_route,actions,\
    budget_centimes,actions_sans_budget\r\n";

/// `GET /territoires/{key}/chiffres.csv`.
pub(super) async fn show(visit: Visit, Path(text): Path<String>) -> Result<Response, StatusCode> {
    let key = asked(&visit, &text)?;
    let day = show::day(&visit).0;
    let mut text = HEADER.to_owned();
    for one in counted(&visit.directory, &key, day) {
        text.push_str(&row(&one, &day.to_string()));
    }
    let headers = [
        (header::CONTENT_TYPE, "text/csv; charset=utf-8".to_owned()),
        (
            header::CONTENT_DISPOSITION,
            format!("attachment; filename=\"chiffres-{key}.csv\""),
        ),
    ];
    Ok((headers, text).into_response())
}

fn row(one: &Counted, day: &str) -> String {
    let name = safe_cell(&one.name).replace('"', "\"\"");
    let figures = one.figures.as_ref().map_or_else(
        || [const { String::new() }; 12].join(","),
        |figures| numbers(figures).join(","),
    );
    format!("{},\"{name}\",{day},{figures}\r\n", one.key)
}

fn numbers(figures: &Figures) -> [String; 12] {
    [
        figures.places.to_string(),
        figures.weekly_minutes.to_string(),
        figures.without_hours.to_string(),
        figures.posts.to_string(),
        figures.fte.to_string(),
        figures.without_fte.to_string(),
        figures.members.to_string(),
        figures.bodies.to_string(),
        figures.roadmaps.to_string(),
        figures.actions.to_string(),
        figures.budget.get().to_string(),
        figures.without_budget.to_string(),
    ]
}
