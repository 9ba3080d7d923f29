//! Named spots of the demonstration's town, typed by hand: squares, stations, quartiers and what people call them.

use portulan_model::{CommuneCode, Position, TerritoryCode, TerritoryKey};

static RENNES: &str = include_str!("../data/rennes.tsv");

/// A spot that people name.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Named {
    /// Its name.
    pub(crate) name: String,
    /// Other names.
    pub(crate) aliases: Vec<String>,
    /// Its commune.
    pub(crate) commune: CommuneCode,
    /// Where.
    pub(crate) position: Position,
    /// The territory that it is, when it is a quartier.
    pub(crate) quartier: Option<TerritoryKey>,
}

/// The embedded spots. Lines: slug of a quartier, name, other names, latitude, longitude, commune when not Rennes.
pub(crate) fn embedded() -> Vec<Named> {
    let Ok(commune) = "35238".parse::<CommuneCode>() else {
        return Vec::new();
    };
    RENNES
        .lines()
        .filter(|line| !line.starts_with('#'))
        .filter_map(|line| named(line, commune))
        .collect()
}

fn named(line: &str, rennes: CommuneCode) -> Option<Named> {
    let fields: Vec<&str> = line.split('\t').collect();
    let (&[slug, name, aliases, lat, lon], others) = fields.split_first_chunk()?;
    let commune = match others {
        [] => rennes,
        [code] => code.parse().ok()?,
        _ => return None,
    };
    let quartier = slug
        .parse()
        .ok()
        .map(TerritoryCode::Quartier)
        .map(TerritoryKey::new);
    Some(Named {
        name: name.to_owned(),
        aliases: aliases
            .split('|')
            .filter(|alias| !alias.is_empty())
            .map(str::to_owned)
            .collect(),
        commune,
        position: Position::new(lat.parse().ok()?, lon.parse().ok()?).ok()?,
        quartier,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::distance::distance_m;

    #[test]
    fn every_line_of_the_gazetteer_is_read_and_lies_in_rennes() {
        let lines = RENNES
            .lines()
            .filter(|line| !line.starts_with('#') && !line.is_empty())
            .count();
        let spots = embedded();
        assert_eq!(spots.len(), lines);
        assert!(lines >= 60, "{lines}");
        let centre = Position::new(48.1113, -1.6800).unwrap();
        for spot in &spots {
            assert!(
                distance_m(centre, spot.position) < 7_000.0,
                "{} is too far",
                spot.name
            );
        }
    }
}
