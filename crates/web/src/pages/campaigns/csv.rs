//! `/espace/campagnes/<id>/reponses.csv`: who is asked by a campaign, what became of each and when, as a table to take away.
//! As on the page of the campaign, no address is in it.

use axum::extract::Path;
use axum::http::header;
use axum::response::{IntoResponse as _, Response};
use chrono::{DateTime, Utc};
use chrono_tz::Europe::Paris;
use portulan_app::campaigns;
use portulan_formats::rows::push_row;
use portulan_i18n::Words;
use portulan_model::CampaignId;
use portulan_model::campaigns::Ask;

use crate::auth::{Desk, Refused, named};

/// Words of the columns, in their order.
const COLUMNS: [&str; 7] = [
    "campaign-who-name",
    "campaign-who-state",
    "campaign-csv-sent",
    "campaign-csv-reminders",
    "campaign-csv-places",
    "campaign-csv-answered",
    "campaign-csv-settled",
];

/// `GET /espace/campagnes/{id}/reponses.csv`.
pub(super) async fn download(desk: Desk, Path(id): Path<String>) -> Result<Response, Refused> {
    let id: CampaignId = named(&id)?;
    let overview = campaigns::overview(desk.app(), desk.actor(), id).await?;
    let words = desk.words();
    let mut text = String::new();
    let columns = COLUMNS.map(|id| words.get(id));
    push_row(columns.iter().map(String::as_str), &mut text);
    for (ask, all, waiting) in &overview.asks {
        let cells = cells(words, ask, (*all, *waiting));
        push_row(cells.iter().map(String::as_str), &mut text);
    }
    let begun = overview.campaign.created.with_timezone(&Paris);
    let name = format!(
        "attachment; filename=\"campagne-{}.csv\"",
        begun.format("%Y-%m-%d")
    );
    let headers = [
        (header::CONTENT_TYPE, "text/csv; charset=utf-8".to_owned()),
        (header::CONTENT_DISPOSITION, name),
    ];
    Ok((headers, text).into_response())
}

fn cells(words: Words, ask: &Ask, (all, waiting): (usize, usize)) -> [String; 7] {
    [
        ask.name.clone(),
        words.get(&format!("campaign-state-{}", ask.state.word())),
        when(ask.sent),
        ask.reminded.to_string(),
        all.to_string(),
        all.saturating_sub(waiting).to_string(),
        when(ask.settled),
    ]
}

/// An instant as spreadsheets read it, on the clock of European France.
fn when(at: Option<DateTime<Utc>>) -> String {
    let local = at.map(|at| {
        at.with_timezone(&Paris)
            .format("%Y-%m-%d %H:%M")
            .to_string()
    });
    local.unwrap_or_default()
}
