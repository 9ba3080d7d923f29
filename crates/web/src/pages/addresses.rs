//! Every address of the site, in one place: what routes listen to and what links point at.

use std::fmt::Display;

use portulan_model::{ApplicationId, CampaignId, PlaceId, PostId, Slug, TerritoryKey};
use url::form_urlencoded::Serializer;

pub(crate) const HOME: &str = "/";
pub(crate) const RESULTS: &str = "/aide";
/// Points of the map, for the script.
pub(crate) const POINTS: &str = "/aide/points";
/// Who works with whom.
pub(crate) const ECOSYSTEM: &str = "/ecosysteme";
pub(crate) const DATA: &str = "/donnees";
pub(crate) const ACCESSIBILITY: &str = "/accessibilite";
pub(crate) const ECODESIGN: &str = "/ecoconception";
pub(crate) const NOTICES: &str = "/mentions-legales";
pub(crate) const PRIVACY: &str = "/donnees-personnelles";
/// How often pages are looked at.
pub(crate) const STATISTICS: &str = "/statistiques";
pub(crate) const OPERATOR: &str = "/exploitation";
/// Proposes a place that is missing.
pub(crate) const PROPOSE: &str = "/proposer";
/// What was proposed, each at its private address.
pub(crate) const PROPOSALS: &str = "/propositions";
/// Proposals to examine.
pub(crate) const TO_EXAMINE: &str = "/espace/propositions";
/// Campaigns that ask whether places are still right.
pub(crate) const CAMPAIGNS: &str = "/espace/campagnes";
/// Begins one.
pub(crate) const NEW_CAMPAIGN: &str = "/espace/campagnes/nouvelle";
/// Censuses, for those who conduct them.
pub(crate) const CENSUSES: &str = "/espace/recensements";
/// Whom to call first.
pub(crate) const CALLS: &str = "/espace/appels";
/// Calls for applications, for everybody.
pub(crate) const OPEN_CALLS: &str = "/appels";
/// The organisations that somebody answers for.
pub(crate) const ORGANISATIONS: &str = "/espace/structures";
/// Schemes and networks.
pub(crate) const SCHEMES: &str = "/dispositifs";
/// Those that somebody works on.
pub(crate) const SCHEME_DESK: &str = "/espace/dispositifs";
/// Makes one.
pub(crate) const NEW_SCHEME: &str = "/espace/dispositifs/nouveau";
/// The clusters that somebody answers for.
pub(crate) const CLUSTER_DESK: &str = "/espace/grappes";
/// Makes one.
pub(crate) const NEW_CLUSTER: &str = "/espace/grappes/nouvelle";
/// The posts that somebody answers for.
pub(crate) const POSTS: &str = "/espace/postes";
/// Opens one, of no scheme.
pub(crate) const NEW_POST: &str = "/espace/postes/nouveau";
/// Founds one.
pub(crate) const NEW_BODY: &str = "/espace/gouvernances/nouvelle";
pub(crate) const SIGN_IN: &str = "/connexion";
/// Asks for a link that sets a lost password.
pub(crate) const FORGOTTEN: &str = "/connexion/oubli";
pub(crate) const CODE: &str = "/connexion/code";
pub(crate) const ACCOUNT: &str = "/compte";
pub(crate) const SPACE: &str = "/espace";

/// The parameter that names the page to go to after signing in.
pub(crate) const NEXT: &str = "suite";

/// Longest address of a page to go to, in bytes.
const LONGEST_NEXT: usize = 2_000;

/// A page of this site to go to: an address of another one is not believed.
pub(crate) fn next(text: Option<&str>) -> &str {
    let own = |text: &&str| {
        let after = text.strip_prefix('/');
        let plain = text
            .bytes()
            .all(|byte| byte.is_ascii_graphic() && byte != b'\\');
        plain && text.len() <= LONGEST_NEXT && after.is_some_and(|rest| !rest.starts_with('/'))
    };
    text.filter(own).unwrap_or(SPACE)
}

/// The parameter that names what was just done.
pub(crate) const NOTE: &str = "fait";

/// An address that says, once there, what was done.
pub(crate) fn noted(address: &str, note: &str) -> String {
    with(address, NOTE, note)
}

pub(crate) fn place(slug: &Slug) -> String {
    format!("/lieux/{slug}")
}

/// Says what is wrong with a place.
pub(crate) fn report(slug: &Slug) -> String {
    format!("/lieux/{slug}/signaler")
}

/// What happens to a session today, by its link.
pub(crate) fn day(link: &str) -> String {
    format!("/jour/{link}")
}

/// One campaign.
pub(crate) fn campaign(id: CampaignId) -> String {
    format!("{CAMPAIGNS}/{id}")
}

pub(crate) fn scheme(slug: &Slug) -> String {
    format!("{SCHEMES}/{slug}")
}

pub(crate) fn scheme_desk(slug: &Slug) -> String {
    format!("{SCHEME_DESK}/{slug}")
}

/// The posts of a scheme, for those who co-ordinate it.
pub(crate) fn scheme_posts(slug: &Slug) -> String {
    format!("{SCHEME_DESK}/{slug}/postes")
}

/// What a scheme offers, place by place.
pub(crate) fn scheme_baseline(slug: &Slug) -> String {
    format!("{SCHEMES}/{slug}/socle")
}

/// The same with all that is said, for those who work in it.
pub(crate) fn scheme_baseline_desk(slug: &Slug) -> String {
    format!("{SCHEME_DESK}/{slug}/socle")
}

pub(crate) fn cluster(slug: &Slug) -> String {
    format!("/grappes/{slug}")
}

pub(crate) fn cluster_desk(slug: &Slug) -> String {
    format!("{CLUSTER_DESK}/{slug}")
}

pub(crate) fn cluster_baseline_desk(slug: &Slug) -> String {
    format!("{CLUSTER_DESK}/{slug}/socle")
}

/// The sectors of a territory, a scheme or a cluster.
pub(crate) fn sectors(seat: &str) -> String {
    format!("/espace/secteurs/{seat}")
}

/// A call for applications, for everybody.
pub(crate) fn call(slug: &Slug) -> String {
    format!("{OPEN_CALLS}/{slug}")
}

/// The applications of an organisation.
pub(crate) fn applications(organisation: &Slug) -> String {
    format!("/espace/structures/{organisation}/candidatures")
}

/// The letter that says what was decided on an application, for an organisation that takes part in it.
pub(crate) fn letter(organisation: &Slug, application: ApplicationId) -> String {
    format!("{}/{application}/courrier", applications(organisation))
}

/// The calls that an organisation is asked about.
pub(crate) fn calls_asked(organisation: &Slug) -> String {
    format!("/espace/structures/{organisation}/appels")
}

/// The intentions of an organisation, or a part of them.
pub(crate) fn intentions(organisation: &Slug, part: &str) -> String {
    let list = format!("/espace/structures/{organisation}/intentions");
    if part.is_empty() {
        return list;
    }
    format!("{list}/{part}")
}

/// Where intentions are proposed as one request at the desk of a body.
pub(crate) fn pool_of<'a>(body: &Slug, intentions: impl IntoIterator<Item = &'a Slug>) -> String {
    let chosen: Vec<&str> = intentions.into_iter().map(Slug::as_str).collect();
    let new = body_desk(body, "mutualisations/nouvelle");
    with_query(&new, [("intentions", chosen.join(","))])
}

/// The pools in which an organisation has a part, or one, or a part of one.
pub(crate) fn own_pools(organisation: &Slug, end: &str) -> String {
    let list = format!("{ORGANISATIONS}/{organisation}/mutualisations");
    if end.is_empty() {
        list
    } else {
        format!("{list}/{end}")
    }
}

/// One post.
pub(crate) fn post(id: PostId) -> String {
    format!("{POSTS}/{id}")
}

/// Who holds it.
pub(crate) fn post_holder(id: PostId) -> String {
    format!("{POSTS}/{id}/titulaire")
}

/// A body, for everybody.
pub(crate) fn body(slug: &Slug) -> String {
    format!("{BODIES}/{slug}")
}

/// An organisation, for everybody.
pub(crate) fn organisation(slug: &Slug) -> String {
    format!("/structures/{slug}")
}

/// The places of whoever a campaign asks, by their link.
pub(crate) fn confirm(link: &str) -> String {
    format!("/confirmer/{link}")
}

/// One of these places, to be put right.
pub(crate) fn confirm_place(link: &str, place: PlaceId) -> String {
    format!("/confirmer/{link}/{place}")
}

/// The parts of a place, to be changed.
pub(crate) fn edit(slug: &Slug) -> String {
    format!("/lieux/{slug}/modifier")
}

/// How often a place is looked at, for its own people.
pub(crate) fn visits(slug: &Slug) -> String {
    format!("/lieux/{slug}/visites")
}

/// One part of a place, to be changed.
pub(crate) fn edit_part(slug: &Slug, part: &str) -> String {
    format!("/lieux/{slug}/modifier/{part}")
}

pub(crate) fn sheet(slug: &Slug) -> String {
    format!("/fiche/{slug}")
}

pub(crate) fn territory(key: &TerritoryKey) -> String {
    format!("/territoires/{key}")
}

/// Who does what, from the State to the cluster: where one looks for a spot.
pub(crate) const LEVELS: &str = "/niveaux";
/// All bodies, and their desk.
pub(crate) const BODIES: &str = "/gouvernances";
pub(crate) const BODIES_DESK: &str = "/espace/gouvernances";

/// The levels of a territory, a place or an organisation, named `<kind>-<code>`.
pub(crate) fn levels(key: impl Display) -> String {
    format!("{LEVELS}/{key}")
}

/// What a line of the levels comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Source {
    Body,
    Roadmap,
    Scheme,
    Cluster,
}

/// The page that a line of the levels comes from.
pub(crate) fn source(kind: Source, slug: &Slug) -> String {
    let root = match kind {
        Source::Body => BODIES,
        Source::Roadmap => "/feuilles-de-route",
        Source::Scheme => SCHEMES,
        Source::Cluster => "/grappes",
    };
    format!("{root}/{slug}")
}

/// The desk of a body, or one of its parts.
pub(crate) fn body_desk(slug: &Slug, part: &str) -> String {
    if part.is_empty() {
        format!("{BODIES_DESK}/{slug}")
    } else {
        format!("{BODIES_DESK}/{slug}/{part}")
    }
}

/// The applications that concern the levels for which somebody speaks.
pub(crate) const TO_ADVISE: &str = "/espace/avis";
/// The envelopes that somebody works on.
pub(crate) const ENVELOPES: &str = "/espace/enveloppes";

/// The desk of an envelope, or one of its parts.
pub(crate) fn envelope(slug: &Slug, part: &str) -> String {
    if part.is_empty() {
        format!("{ENVELOPES}/{slug}")
    } else {
        format!("{ENVELOPES}/{slug}/{part}")
    }
}

/// The agreements of an envelope, or one of them, or a part of one.
pub(crate) fn agreements(slug: &Slug, part: &str) -> String {
    envelope(slug, &under("conventions", part))
}

/// The agreements of an organisation, or one of them, or a part of one.
pub(crate) fn own_agreements(organisation: &Slug, part: &str) -> String {
    let part = under("conventions", part);
    format!("/espace/structures/{organisation}/{part}")
}

/// The equipment of an organisation, or one of its lots.
pub(crate) fn equipment(organisation: &Slug, part: &str) -> String {
    let part = under("equipement", part);
    format!("/espace/structures/{organisation}/{part}")
}

/// The equipment that is in a place.
pub(crate) fn place_equipment(slug: &Slug) -> String {
    format!("/espace/lieux/{slug}/equipement")
}

fn under(root: &str, part: &str) -> String {
    if part.is_empty() {
        root.to_owned()
    } else {
        format!("{root}/{part}")
    }
}

/// What a scheme, a cluster or a body has to settle with what is above and beside it.
pub(crate) fn harmony(node: &str) -> String {
    format!("/harmonisation/{node}")
}

/// Who works with whom in a territory.
pub(crate) fn ecosystem(key: &TerritoryKey) -> String {
    format!("{ECOSYSTEM}?territoire={key}")
}

pub(crate) fn poster(key: &TerritoryKey) -> String {
    format!("/affiche/{key}")
}

/// Results within a territory.
pub(crate) fn results_in(key: &TerritoryKey) -> String {
    format!("{RESULTS}?territoire={key}")
}

/// The API's list, in a format.
pub(crate) fn export(format: &str, territory: Option<&TerritoryKey>) -> String {
    let within = territory
        .map(|key| format!("&territoire={key}"))
        .unwrap_or_default();
    format!("/api/v1/lieux?format={format}{within}")
}

/// An address with its parameters.
pub(crate) fn with_query<K: AsRef<str>, V: AsRef<str>>(
    path: &str,
    pairs: impl IntoIterator<Item = (K, V)>,
) -> String {
    let mut query = Serializer::new(String::new());
    query.extend_pairs(pairs);
    let query = query.finish();
    if query.is_empty() {
        path.to_owned()
    } else {
        format!("{path}?{query}")
    }
}

/// An address with one more parameter, before its anchor.
pub(crate) fn with(address: &str, name: &str, value: impl Display) -> String {
    let (path, anchor) = address
        .split_once('#')
        .map_or((address, None), |(path, anchor)| (path, Some(anchor)));
    let mark = if path.contains('?') { '&' } else { '?' };
    let anchor = anchor
        .map(|anchor| format!("#{anchor}"))
        .unwrap_or_default();
    format!("{path}{mark}{name}={value}{anchor}")
}

/// The way to a point, on a map that draws routes. A link, never loaded by a page.
pub(crate) fn way_to(lat: f64, lon: f64) -> String {
    format!("https://www.openstreetmap.org/directions?to={lat}%2C{lon}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_a_page_of_this_site_is_gone_to() {
        for own in ["/", "/compte", "/aide?q=a%20b&ou=Rennes", "/compte#entrer"] {
            assert_eq!(next(Some(own)), own);
        }
        let long = format!("/{}", "a".repeat(LONGEST_NEXT));
        for other in [
            "",
            "compte",
            "//ailleurs.example",
            "///ailleurs.example",
            "/\\ailleurs.example",
            "\\\\ailleurs.example",
            "https://ailleurs.example",
            "https:/compte",
            "https:compte",
            "javascript:alert(1)",
            "data:text/html,x",
            " /compte",
            "/\tailleurs",
            "\t//ailleurs.example",
            "/\n/ailleurs.example",
            "/compte\r\nSet-Cookie: a=b",
            "/é",
            &long,
        ] {
            assert_eq!(next(Some(other)), SPACE, "{other:?}");
        }
        assert_eq!(next(None), SPACE);
    }

    #[test]
    fn a_parameter_goes_before_the_anchor() {
        assert_eq!(
            with("/donnees#api", "langue", "en"),
            "/donnees?langue=en#api"
        );
        assert_eq!(with("/aide?q=a", "langue", "en"), "/aide?q=a&langue=en");
        assert_eq!(
            with_query("/aide", [("ou", "Saint-Malo & co")]),
            "/aide?ou=Saint-Malo+%26+co"
        );
    }
}
