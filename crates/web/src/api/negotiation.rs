//! Which format an answer takes: the `format` parameter first, then the `Accept` header, then JSON.

use axum::http::{HeaderMap, header};

use super::problem::Problem;

/// A format of answers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Format {
    Json,
    Geojson,
    Csv,
    Ndjson,
}

impl Format {
    /// All formats, the default one first.
    pub(crate) const ALL: [Self; 4] = [Self::Json, Self::Geojson, Self::Csv, Self::Ndjson];
    /// Those of a single thing.
    pub(crate) const OF_ONE: [Self; 2] = [Self::Json, Self::Geojson];

    /// Its name in addresses.
    pub(crate) const fn slug(self) -> &'static str {
        match self {
            Self::Json => "json",
            Self::Geojson => "geojson",
            Self::Csv => "csv",
            Self::Ndjson => "ndjson",
        }
    }

    /// Its media type.
    pub(crate) const fn media_type(self) -> &'static str {
        match self {
            Self::Json => "application/json",
            Self::Geojson => "application/geo+json",
            Self::Csv => "text/csv",
            Self::Ndjson => "application/x-ndjson",
        }
    }

    /// The header's value. JSON is UTF-8 by definition; the others say it.
    pub(crate) const fn content_type(self) -> &'static str {
        match self {
            Self::Json => "application/json",
            Self::Geojson => "application/geo+json",
            Self::Csv => "text/csv; charset=utf-8; header=present",
            Self::Ndjson => "application/x-ndjson; charset=utf-8",
        }
    }

    fn answers_to(self, wanted: &str) -> bool {
        let (family, _) = self.media_type().split_once('/').unwrap_or_default();
        let alias =
            self == Self::Ndjson && matches!(wanted, "application/jsonl" | "application/ndjson");
        wanted == "*/*"
            || wanted == self.media_type()
            || wanted.strip_suffix("/*") == Some(family)
            || alias
    }
}

/// Chooses among the formats that a route serves.
pub(crate) fn choose(
    asked: Option<&str>,
    headers: &HeaderMap,
    served: &[Format],
) -> Result<Format, Problem> {
    let default = served.first().copied().unwrap_or(Format::Json);
    if let Some(asked) = asked {
        return Ok(served
            .iter()
            .copied()
            .find(|format| format.slug() == asked)
            .unwrap_or(default));
    }
    let Some(accept) = headers
        .get(header::ACCEPT)
        .and_then(|accept| accept.to_str().ok())
    else {
        return Ok(default);
    };
    let mut wishes: Vec<(f32, &str)> = accept.split(',').filter_map(wish).collect();
    if wishes.is_empty() {
        return Ok(default);
    }
    wishes.sort_by(|a, b| b.0.total_cmp(&a.0));
    let found = wishes.iter().find_map(|(_, wanted)| {
        served
            .iter()
            .copied()
            .find(|format| format.answers_to(wanted))
    });
    found.ok_or_else(|| {
        Problem::not_acceptable(
            &served
                .iter()
                .map(|format| format.media_type())
                .collect::<Vec<_>>(),
        )
    })
}

/// One media range with its weight; zero means "not this one".
fn wish(part: &str) -> Option<(f32, &str)> {
    let mut pieces = part.split(';').map(str::trim);
    let range = pieces.next().filter(|range| range.contains('/'))?;
    let weight = pieces
        .find_map(|piece| piece.strip_prefix("q="))
        .map_or(Ok(1.0), str::parse::<f32>)
        .ok()?;
    (weight > 0.0).then_some((weight, range))
}

#[cfg(test)]
mod tests {
    use super::*;
    use axum::http::HeaderValue;
    use rstest::rstest;

    #[rstest]
    #[case(None, "", Some(Format::Json))]
    #[case(None, "*/*", Some(Format::Json))]
    #[case(None, "text/csv", Some(Format::Csv))]
    #[case(
        None,
        "application/geo+json, application/json;q=0.5",
        Some(Format::Geojson)
    )]
    #[case(None, "text/html,application/xhtml+xml,*/*;q=0.8", Some(Format::Json))]
    #[case(None, "application/x-ndjson;q=0.1, text/csv;q=0.9", Some(Format::Csv))]
    #[case(None, "application/jsonl", Some(Format::Ndjson))]
    #[case(None, "image/png", None)]
    #[case(None, "text/csv;q=0", Some(Format::Json))]
    #[case(Some("geojson"), "image/png", Some(Format::Geojson))]
    fn the_parameter_wins_over_the_header_and_nothing_served_is_refused(
        #[case] asked: Option<&str>,
        #[case] accept: &'static str,
        #[case] expected: Option<Format>,
    ) {
        let mut headers = HeaderMap::new();
        headers.insert(header::ACCEPT, HeaderValue::from_static(accept));
        assert_eq!(choose(asked, &headers, &Format::ALL).ok(), expected);
    }
}
