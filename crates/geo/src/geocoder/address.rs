//! Addresses: a house or a street of a commune that the text names.

use portulan_model::{CommuneCode, Postcode, TerritoryKey};
use portulan_text::{AddressLine, parse_address, search_tokens};

use super::{Found, Geocoder, Spot, SpotKind};
use crate::streets::At;

/// A useful distance around a house or a street, in kilometres.
const RADIUS_KM: f64 = 3.0;

impl Geocoder {
    /// A text that gives a commune after a comma or a postcode, or a house number.
    pub(super) fn address(&self, text: &str) -> Option<Found> {
        let line = parse_address(text);
        if line.commune.is_none() && line.postcode.is_none() {
            return None;
        }
        let communes = self.communes_of_line(&line);
        if communes.is_empty() {
            return None;
        }
        if line.street.trim().is_empty() {
            return Some(self.settle(self.of_communes(&communes)));
        }
        // "Rennes 35000": the name stands where a street would.
        if line.number.is_none() && line.commune.is_none() {
            let mut named = self.reference.names().communes_named(&folded(&line.street));
            named.retain(|code| communes.contains(code));
            if !named.is_empty() {
                return Some(self.settle(self.of_communes(&named)));
            }
        }
        let exact: Vec<Spot> = communes
            .iter()
            .filter_map(|code| self.in_commune(*code, &line))
            .collect();
        if !exact.is_empty() {
            return Some(self.settle(exact));
        }
        // Without a house number nor a postcode the text may still be a name of its own: "Maurepas, Yvelines".
        if line.number.is_none()
            && line.postcode.is_none()
            && !self.reference.names().exact(&folded(text)).is_empty()
        {
            return None;
        }
        let fallback = communes.iter().filter_map(|code| {
            let spot = self.territory_spot(&TerritoryKey::commune(*code))?;
            Some(Spot {
                fallback: true,
                ..spot
            })
        });
        Some(self.settle(fallback.collect()))
    }

    /// Communes that the postcode and the name both allow; the name may be mistyped when the postcode is known.
    fn communes_of_line(&self, line: &AddressLine) -> Vec<CommuneCode> {
        let postcode = line
            .postcode
            .as_deref()
            .and_then(|text| text.parse::<Postcode>().ok());
        let nearby = postcode
            .map(|code| self.reference.with_postcode(&code))
            .unwrap_or_default();
        let Some(name) = &line.commune else {
            return nearby.to_vec();
        };
        if let Some(code) = self
            .reference
            .resolve_commune(name, postcode.as_ref(), None, None)
        {
            return vec![code];
        }
        let key = folded(name);
        let names = self.reference.names();
        let mut named = names.communes_named(&key);
        if named.is_empty() {
            let alike = |code: &&CommuneCode| {
                let known = self
                    .reference
                    .commune(code)
                    .map(|commune| folded(&commune.name))
                    .unwrap_or_default();
                strsim::normalized_damerau_levenshtein(&known, &key) > 0.75
            };
            named = nearby.iter().filter(alike).copied().collect();
        }
        if named.is_empty() && nearby.is_empty() {
            named = self
                .mistyped(&key)
                .into_iter()
                .filter_map(|spot| spot.commune)
                .collect();
        }
        if named.is_empty() {
            nearby.to_vec()
        } else {
            named
        }
    }

    fn in_commune(&self, code: CommuneCode, line: &AddressLine) -> Option<Spot> {
        if line.number.is_none()
            && let Some(spot) = self.spot_in(code, &folded(&line.street))
        {
            return Some(spot);
        }
        self.house_in(code, line)
    }

    pub(super) fn street_in(&self, code: CommuneCode, street: &str) -> Option<Spot> {
        self.house_in(code, &parse_address(street))
    }

    fn house_in(&self, code: CommuneCode, line: &AddressLine) -> Option<Spot> {
        let found = [&self.reference.streets, &self.places]
            .into_iter()
            .find_map(|streets| {
                let street = streets.find(code, &line.street)?;
                Some((street, street.at(line.number, line.repetition.as_deref())?))
            });
        let (street, at) = found?;
        let (kind, position) = match at {
            At::House(position) => (SpotKind::Address, position),
            At::Street(position) => (SpotKind::Street, position),
        };
        let number = line.number.filter(|_| kind == SpotKind::Address);
        let repetition = line.repetition.as_deref().filter(|_| number.is_some());
        let label = [
            number.map(|n| n.to_string()).as_deref(),
            repetition,
            Some(&street.name),
        ]
        .into_iter()
        .flatten()
        .collect::<Vec<_>>()
        .join(" ");
        Some(Spot {
            label,
            kind,
            position: Some(position),
            commune: Some(code),
            territory: None,
            radius_km: RADIUS_KM,
            detail: self
                .reference
                .commune(&code)
                .map(|commune| commune.name.clone())
                .unwrap_or_default(),
            fallback: line.number.is_some() && kind == SpotKind::Street,
        })
    }
}

fn folded(text: &str) -> String {
    search_tokens(text).join(" ")
}
