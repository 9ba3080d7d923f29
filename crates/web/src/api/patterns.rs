//! The forms of values as patterns (ECMA 262), for OpenAPI: whoever follows them is understood.

/// `<kind>-<code>`.
pub(crate) const TERRITORY: &str = "^(pays-fr|region-([0-9]{2}|9[0-9]{2})|departement-(2[AB]|[0-9]{2}|9[0-9]{2})|epci-[0-9]{9}|commune-(2[AB]|[0-9]{2})[0-9]{3}|iris-(2[AB]|[0-9]{2})[0-9]{7}|qpv-Q[0-9A-Z]{7}|quartier-[a-z0-9]{1,60}(-[a-z0-9]{1,50})?)$";

/// `lon,lat;lon,lat;…`, 3 to 200 points.
pub(crate) const POLYGON: &str = "^-?(1[0-7][0-9]|[1-9]?[0-9])\\.[0-9]{1,9},-?([1-8][0-9]|[0-9])\\.[0-9]{1,9}(;-?(1[0-7][0-9]|[1-9]?[0-9])\\.[0-9]{1,9},-?([1-8][0-9]|[0-9])\\.[0-9]{1,9}){2,199}$";

/// `maintenant`, a local instant, a date or a day of the week with a part of the day.
pub(crate) const WHEN: &str = "^(maintenant|20[0-9]{2}-(0[1-9]|1[0-2])-(0[1-9]|1[0-9]|2[0-8])(T([01][0-9]|2[0-3]):[0-5][0-9](:[0-5][0-9])?|:(matin|apres-midi|soir))?|(lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche)(:(matin|apres-midi|soir))?)$";

/// An instant, with its offset or in the local time of the place.
pub(crate) const INSTANT: &str = "^20[0-9]{2}-(0[1-9]|1[0-2])-(0[1-9]|1[0-9]|2[0-8])T([01][0-9]|2[0-3]):[0-5][0-9](:[0-5][0-9])?(Z|[+-](0[0-9]|1[0-2]):[0-5][0-9])?$";

/// Code of a department.
pub(crate) const DEPARTMENT: &str = "^([0][1-9]|[13-8][0-9]|2[1-9]|2A|2B|9[0-5]|97[1-6])$";

/// A UUID or a slug.
pub(crate) const PLACE: &str = "^[a-z0-9]{1,60}(-[a-z0-9]{1,20}){0,5}$";
