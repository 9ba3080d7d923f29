//! What a baseline says: services × places, organisations × know-how, what is missing with who could help, and what places
//! lend.

use portulan_i18n::{Words, date_short, listed};
use portulan_model::baseline::{
    Baseline, Cell as Answer, KnowHow, Lack, Lacking, Said, by_service, gaps,
};
use portulan_model::{ClosedList as _, PlaceId, Slug};
use portulan_policy::Capability;
use portulan_policy::actions::ReadBaseline;

use super::address;
use super::forms::{SAY_PLACE, SAY_SERVICE};
use crate::auth::Desk;
use crate::pages::addresses;
use crate::pages::parts::{Button, Cell, Line, Part, Table};
use crate::pages::typed::{organisation_name, place_name};

/// Places down, services across. Where one may change it, a cell leads to the form with its place and its service.
pub(super) fn services(
    desk: &Desk,
    may: &Capability<ReadBaseline>,
    baseline: &Baseline,
    edits: bool,
) -> Vec<Part> {
    let words = desk.words();
    if baseline.services.is_empty() {
        return vec![Part::Text(words.get("socle-none"))];
    }
    let said = baseline.matrix.open(may);
    let here = address(&baseline.of);
    let row = |place: PlaceId| {
        let cells = baseline.services.iter().map(|service| {
            let answer = said.cell(place, &service.slug);
            let (short, more) = answer.map_or_else(Default::default, |one| told(desk, one));
            let short = if short.is_empty() {
                "–".to_owned()
            } else {
                short
            };
            if !edits {
                return Cell::of(short).and(more);
            }
            let id = place.to_string();
            let pairs = [
                (SAY_PLACE, id.as_str()),
                (SAY_SERVICE, service.slug.as_str()),
            ];
            let way = format!("{}#dire", addresses::with_query(&here, pairs));
            Cell::to(short, way).and(more)
        });
        let name = Cell::of(place_name(&desk.visit.directory, place));
        std::iter::once(name).chain(cells).collect()
    };
    let heads = baseline.services.iter().map(|service| service.name.clone());
    vec![
        Part::Title("matrice", words.get("socle-matrix")),
        Part::Matrix(Table {
            caption: words.get("socle-matrix"),
            heads: std::iter::once(words.get("socle-lieu"))
                .chain(heads)
                .collect(),
            rows: baseline.places.iter().map(|one| row(one.place)).collect(),
        }),
    ]
}

/// An answer in a word, and the rest in small: the reason, by whom, since when.
fn told(desk: &Desk, answer: &Answer) -> (String, String) {
    let (lang, words) = (desk.visit.lang, desk.words());
    let (short, reason) = match &answer.said {
        Said::Offered => (words.get("socle-oui"), None),
        Said::Wished => (words.get("socle-souhaite"), None),
        Said::Refused { reason } => (words.get("socle-non"), Some(reason.clone())),
    };
    let by = answer.by.as_ref();
    let by = by.map(|slug| organisation_name(&desk.visit.directory, slug));
    let since = date_short(lang, answer.since);
    let since = words.with("socle-since", &[("date", since.into())]);
    let more = [reason, by, Some(since)].into_iter().flatten();
    (short, more.collect::<Vec<_>>().join(", "))
}

/// Organisations down, services across.
pub(super) fn know_how(
    desk: &Desk,
    may: &Capability<ReadBaseline>,
    baseline: &Baseline,
) -> Vec<Part> {
    let words = desk.words();
    let all = baseline.know_how.open(may);
    let mut who: Vec<&Slug> = all.iter().map(|one| &one.organisation).collect();
    who.dedup();
    if who.is_empty() {
        return Vec::new();
    }
    let row = |organisation: &Slug| {
        let cells = baseline.services.iter().map(|service| {
            let found = all
                .iter()
                .find(|one| one.organisation == *organisation && one.service == service.slug);
            Cell::of(found.map_or_else(|| "–".to_owned(), |one| can_words(words, one.can)))
        });
        let name = Cell::of(organisation_name(&desk.visit.directory, organisation));
        std::iter::once(name).chain(cells).collect()
    };
    let heads = baseline.services.iter().map(|service| service.name.clone());
    vec![
        Part::Title("savoir-faire", words.get("socle-know-how")),
        Part::Matrix(Table {
            caption: words.get("socle-know-how"),
            heads: std::iter::once(words.get("socle-structure"))
                .chain(heads)
                .collect(),
            rows: who.into_iter().map(row).collect(),
        }),
    ]
}

fn can_words(words: Words, can: KnowHow) -> String {
    words.get(&format!("savoir-quoi-{}", can.slug()))
}

/// What is not given, service by service, and who could give it.
pub(super) fn missing(
    desk: &Desk,
    may: &Capability<ReadBaseline>,
    baseline: &Baseline,
) -> Vec<Part> {
    let (said, can) = (baseline.matrix.open(may), baseline.know_how.open(may));
    let all = by_service(gaps(said, &baseline.services, &baseline.places));
    if all.is_empty() {
        return Vec::new();
    }
    let line = |one: &Lacking<'_>| {
        let told = [
            ("service", service_name(baseline, one.service).into()),
            ("n", one.gaps.len().into()),
        ];
        Line {
            words: desk.words().with("socle-gap", &told),
            more: lacking_words(desk, baseline, one, one.candidates(said, can)),
            ..Line::default()
        }
    };
    vec![
        Part::Title("manques", desk.words().get("socle-missing")),
        Part::Lines(all.iter().map(line).collect()),
    ]
}

/// Where it is missing, by what is said there, and who could help.
fn lacking_words(
    desk: &Desk,
    baseline: &Baseline,
    one: &Lacking<'_>,
    helpers: Vec<(&Slug, KnowHow)>,
) -> String {
    let (lang, words, directory) = (desk.visit.lang, desk.words(), &desk.visit.directory);
    let lacks = [
        (Lack::Wished, "socle-gap-souhaite"),
        (Lack::NotSaid, "socle-gap-unsaid"),
        (Lack::Refused, "socle-gap-non"),
    ];
    let told = lacks.into_iter().filter_map(|(lack, id)| {
        let there = one.gaps.iter().filter(|gap| gap.lack == lack);
        let names: Vec<String> = there.map(|gap| place_name(directory, gap.place)).collect();
        (!names.is_empty()).then(|| {
            let all = names.len() > 1 && names.len() == baseline.places.len();
            let places = if all {
                words.get("socle-gap-partout")
            } else {
                listed(lang, names)
            };
            let told = [("places", places.into())];
            words.with(id, &told)
        })
    });
    let who = helpers.into_iter().map(|(slug, can)| {
        let name = organisation_name(directory, slug);
        format!("{name} ({})", can_words(words, can))
    });
    let who: Vec<String> = who.collect();
    let help = if who.is_empty() {
        words.get("socle-no-candidate")
    } else {
        words.with("socle-candidates", &[("who", listed(lang, who).into())])
    };
    told.chain([help]).collect::<Vec<_>>().join(" ")
}

/// What a service is called.
pub(super) fn service_name(baseline: &Baseline, slug: &Slug) -> String {
    let mut all = baseline.services.iter();
    let found = all.find(|one| one.slug == *slug);
    found.map_or_else(|| slug.to_string(), |one| one.name.clone())
}

/// Who owns the walls, who follows what is missing, what each place lends.
pub(super) fn places(desk: &Desk, baseline: &Baseline) -> Vec<Part> {
    let (lang, words, directory) = (desk.visit.lang, desk.words(), &desk.visit.directory);
    let known = baseline
        .places
        .iter()
        .filter(|one| one.walls.is_some() || one.followed_by.is_some() || !one.welcome.is_empty());
    let organisation = |slug: &Option<Slug>| {
        let name = slug.as_ref().map(|slug| organisation_name(directory, slug));
        Cell::of(name.unwrap_or_else(|| "–".to_owned()))
    };
    let row = |one: &portulan_model::baseline::BaselinePlace| {
        let lends = one.welcome.iter();
        let lends = lends.map(|one| words.get(&format!("lieu-accueil-{}", one.slug())));
        vec![
            Cell::of(place_name(directory, one.place)),
            organisation(&one.walls),
            organisation(&one.followed_by),
            Cell::of(listed(lang, lends.collect::<Vec<_>>())),
        ]
    };
    let rows: Vec<Vec<Cell>> = known.map(row).collect();
    if rows.is_empty() {
        return Vec::new();
    }
    let heads = ["socle-lieu", "lieu-murs", "lieu-suivi", "lieu-accueil"];
    vec![
        Part::Title("accueil", words.get("socle-places")),
        Part::Table(Table {
            caption: words.get("socle-places"),
            heads: heads.map(|id| words.get(id)).into(),
            rows,
        }),
    ]
}

/// The services, each with the button that takes it away.
pub(super) fn service_lines(desk: &Desk, baseline: &Baseline) -> Part {
    let words = desk.words();
    let line = |service: &portulan_model::baseline::BaselineService| Line {
        words: service.name.clone(),
        button: Some(Button::remove(
            words,
            &service.name,
            address(&baseline.of),
            vec![
                ("geste", "sans-service".to_owned()),
                ("service-retire", service.slug.to_string()),
            ],
        )),
        ..Line::default()
    };
    Part::Lines(baseline.services.iter().map(line).collect())
}
