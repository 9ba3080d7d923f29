//! What a baseline says, to whom, and what it lacks.

use super::paste::Names;
use super::*;
use crate::consultations::{Opinion, OpinionError, View};

fn slug(text: &str) -> Slug {
    text.parse().unwrap()
}

fn place(n: u8) -> PlaceId {
    PlaceId::from_parts(u64::from(n), [n; 10])
}

fn refused() -> Said {
    Said::Refused {
        reason: "pas de salle".to_owned(),
    }
}

fn cell(n: u8, service: &str, said: Said) -> Cell {
    Cell {
        place: place(n),
        service: slug(service),
        said,
        by: Some(slug("arcs")),
        since: "2023-09-28".parse().unwrap(),
    }
}

fn baseline() -> Baseline {
    let service = |name: &str| BaselineService {
        slug: slug(name),
        name: name.to_owned(),
        national: None,
    };
    let at = |n| BaselinePlace {
        place: place(n),
        walls: None,
        followed_by: None,
        welcome: ValueSet::EMPTY,
    };
    Baseline {
        services: vec![service("wifi"), service("impression")],
        places: vec![at(1), at(2)],
        ..Baseline::empty("dispositif-esc".parse().unwrap())
    }
}

fn filled() -> Baseline {
    baseline()
        .say(cell(2, "wifi", refused()))
        .unwrap()
        .say(cell(1, "wifi", Said::Offered))
        .unwrap()
        .say(cell(1, "impression", Said::Wished))
        .unwrap()
}

#[test]
fn everybody_sees_what_is_offered_and_no_refusal() {
    let filled = filled();
    assert_eq!(filled.offered(), [(place(1), &slug("wifi"))].into());
    assert!(!format!("{filled:?}").contains("salle"));
    let stored = serde_json::to_string(&filled.for_storage()).unwrap();
    assert_eq!(serde_json::from_str::<Baseline>(&stored).unwrap(), filled);
}

#[test]
fn what_is_said_again_replaces_and_what_is_outside_is_refused() {
    let said = filled().say(cell(2, "wifi", Said::Offered)).unwrap();
    assert_eq!(said.matrix.inner().cells().count(), 3);
    assert_eq!(said.offered().len(), 2);
    let unsaid = said
        .matrix
        .map(|matrix| matrix.unsay(place(2), &slug("wifi")));
    assert_eq!(unsaid.inner().cell(place(2), &slug("wifi")), None);
    for outside in [
        cell(3, "wifi", Said::Offered),
        cell(1, "fax", Said::Offered),
    ] {
        assert_eq!(filled().say(outside), Err(OutsideBaseline));
    }
}

#[test]
fn gaps_tell_what_is_wanted_first_and_silence_is_no_refusal() {
    let filled = filled();
    let found = gaps(filled.matrix.inner(), &filled.services, &filled.places);
    let told: Vec<(Lack, &str, PlaceId)> = found
        .iter()
        .map(|gap| (gap.lack, gap.service.as_str(), gap.place))
        .collect();
    assert_eq!(
        told,
        [
            (Lack::Wished, "impression", place(1)),
            (Lack::NotSaid, "impression", place(2)),
            (Lack::Refused, "wifi", place(2)),
        ]
    );
}

#[test]
fn whoever_knows_how_comes_first_and_whoever_refused_does_not_come() {
    let can = |who: &str, can| Expertise {
        organisation: slug(who),
        service: slug("wifi"),
        can,
        since: "2023-09-28".parse().unwrap(),
    };
    let all = [
        can("arcs", KnowHow::KnowsHow),
        can("ccas", KnowHow::HasSolution),
        can("we-ker", KnowHow::HasSolution),
        can("we-ker", KnowHow::KnowsHow),
    ];
    let filled = filled();
    let service = slug("wifi");
    let gap = Gap {
        lack: Lack::Refused,
        service: &service,
        place: place(2),
    };
    let found = candidates(&gap, filled.matrix.inner(), &all);
    assert_eq!(
        found,
        [
            (&slug("we-ker"), KnowHow::KnowsHow),
            (&slug("ccas"), KnowHow::HasSolution),
        ]
    );
}

struct Known;

impl Names for Known {
    fn service(&self, name: &str) -> Option<Slug> {
        matches!(name, "Wifi" | "Impression").then(|| slug(&name.to_lowercase()))
    }

    fn place(&self, name: &str) -> Option<PlaceId> {
        name.strip_prefix("ESC ")
            .and_then(|n| n.parse().ok())
            .map(place)
    }

    fn organisation(&self, name: &str) -> Option<Slug> {
        matches!(name, "ARCS" | "We Ker").then(|| slug(&name.to_lowercase().replace(' ', "-")))
    }
}

#[test]
fn a_block_tells_who_owns_the_walls_and_what_a_place_lends() {
    let block = "Lieu;Wifi;Propriétaire des murs;Suivi par;bureau partageable;Lien avec l’accueil\n\
                 ESC 1;oui;ARCS;;x;non\nESC 2;;;We Ker;;";
    let pasted = read_block(block, &Known);
    assert_eq!(pasted.errors, []);
    let said = |n: u8, said| PastedFact {
        place: place(n),
        said,
    };
    assert_eq!(
        pasted.facts,
        [
            said(1, SaidOfPlace::Walls(slug("arcs"))),
            said(1, SaidOfPlace::Lends(Welcome::Office, true)),
            said(1, SaidOfPlace::Lends(Welcome::FrontDesk, false)),
            said(2, SaidOfPlace::FollowedBy(slug("we-ker"))),
        ]
    );
    let mut known = BaselinePlace {
        place: place(1),
        walls: None,
        followed_by: Some(slug("arcs")),
        welcome: [Welcome::FrontDesk, Welcome::Evening].into_iter().collect(),
    };
    for fact in pasted.facts.into_iter().filter(|one| one.place == place(1)) {
        fact.said.apply(&mut known);
    }
    let lends = [Welcome::Office, Welcome::Evening].into_iter().collect();
    assert_eq!((known.walls, known.welcome), (Some(slug("arcs")), lends));
    assert_eq!(
        known.followed_by,
        Some(slug("arcs")),
        "a blank cell takes nothing back"
    );
    for (cell, fault) in [
        (
            "Personne",
            PasteFault::UnknownOrganisation("Personne".to_owned()),
        ),
        (";peut-être", PasteFault::NotYesNo("peut-être".to_owned())),
    ] {
        let block = format!("Lieu;Suivi par;Rangement du matériel;Suivi par\nESC 1;{cell}");
        let faults: Vec<PasteFault> = read_block(&block, &Known)
            .errors
            .into_iter()
            .map(|error| error.fault)
            .collect();
        assert_eq!(faults, [PasteFault::Twice("Suivi par".to_owned()), fault]);
    }
}

#[test]
fn a_block_of_a_spreadsheet_is_read_with_tabs_or_semicolons() {
    for separator in ["\t", ";"] {
        let block = "\r\n;Wifi;Impression\r\nESC 1;x;\"souhaité\"\r\nESC 2;Non : pas de salle;\r\n";
        let pasted = read_block(&block.replace(';', separator), &Known);
        assert_eq!(pasted.errors, []);
        let said: Vec<Option<Said>> = pasted.cells.into_iter().map(|cell| cell.said).collect();
        assert_eq!(
            said,
            [
                Some(Said::Offered),
                Some(Said::Wished),
                Some(refused()),
                None
            ]
        );
    }
}

#[test]
fn each_fault_of_a_block_is_told_with_its_line_and_column() {
    let block =
        "lieu;Wifi;Fax;Wifi\nESC 1;peut-être;oui;oui\nMairie;oui\nESC 1;oui\nESC 2;non;;;trop";
    let pasted = read_block(block, &Known);
    let told: Vec<(usize, usize, PasteFault)> = pasted
        .errors
        .into_iter()
        .map(|error| (error.line, error.column, error.fault))
        .collect();
    let text = str::to_owned;
    assert_eq!(
        told,
        [
            (1, 3, PasteFault::UnknownService(text("Fax"))),
            (1, 4, PasteFault::Twice(text("Wifi"))),
            (2, 2, PasteFault::UnknownWord(text("peut-être"))),
            (3, 1, PasteFault::UnknownPlace(text("Mairie"))),
            (4, 1, PasteFault::Twice(text("ESC 1"))),
            (5, 2, PasteFault::NoReason),
            (5, 5, PasteFault::TooManyCells),
        ]
    );
    assert_eq!(pasted.cells, []);
    assert_eq!(read_block(" \n;;\n", &Known), Pasted::default());
}

#[test]
fn what_is_missing_is_told_service_by_service_with_who_could_help_somewhere() {
    let known = filled();
    let expert = |who: &str, service: &str, can| Expertise {
        organisation: slug(who),
        service: slug(service),
        can,
        since: "2023-09-28".parse().unwrap(),
    };
    let expertise = [
        expert("arcs", "wifi", KnowHow::KnowsHow),
        expert("epn", "impression", KnowHow::HasSolution),
        expert("fab-lab", "impression", KnowHow::KnowsHow),
    ];
    let matrix = known.matrix.inner();
    let all = by_service(gaps(matrix, &known.services, &known.places));
    let told: Vec<(&str, Vec<(u8, Lack)>)> = all
        .iter()
        .map(|one| {
            let number = |gap: &Gap<'_>| if gap.place == place(1) { 1 } else { 2 };
            let gaps = one.gaps.iter().map(|gap| (number(gap), gap.lack));
            (one.service.as_str(), gaps.collect())
        })
        .collect();
    // What is wanted comes first, then what nobody spoke of; a service that is given everywhere is not told.
    assert_eq!(
        told,
        [
            ("impression", vec![(1, Lack::Wished), (2, Lack::NotSaid)]),
            ("wifi", vec![(2, Lack::Refused)]),
        ]
    );
    let helpers = |one: &Lacking<'_>| {
        let who = one.candidates(matrix, &expertise).into_iter();
        who.map(|(slug, _)| slug.to_string()).collect::<Vec<_>>()
    };
    assert_eq!(helpers(&all[0]), ["fab-lab", "epn"]);
    assert!(helpers(&all[1]).is_empty(), "whoever refused there");
}

#[test]
fn partners_are_asked_line_by_line_and_each_reads_its_own_opinion_alone() {
    let day = |text: &str| text.parse::<NaiveDate>().unwrap();
    let period = crate::Period::new(Some(day("2024-01-01")), Some(day("2024-01-31"))).unwrap();
    let says = |who: &str, view, words: &str, on: &str| Opinion {
        organisation: slug(who),
        view,
        words: crate::proposals::Prose::read(words).unwrap(),
        on: day(on),
    };
    let unasked = baseline();
    let early = unasked.clone().hear(
        &slug("wifi"),
        says("arcs", View::Favourable, "", "2024-01-15"),
    );
    assert_eq!(early.unwrap_err(), OpinionError::NotOpen);
    let stored = serde_json::to_string(&unasked.for_storage()).unwrap();
    assert!(!stored.contains("opinions"), "{stored}");
    let asked = unasked.consult(&[slug("wifi"), slug("inconnu")], period);
    let heard = asked
        .hear(
            &slug("wifi"),
            says("arcs", View::Opposed, "Trop cher.", "2024-01-15"),
        )
        .unwrap()
        .hear(
            &slug("wifi"),
            says("epn", View::Favourable, "", "2024-01-16"),
        )
        .unwrap();
    let again = heard.clone();
    let again = again.hear(
        &slug("wifi"),
        says("epn", View::Favourable, "", "2024-01-16"),
    );
    assert_eq!(again.unwrap(), heard, "said twice");
    let silent = heard.clone();
    let silent = silent.hear(&slug("wifi"), says("epn", View::Reserved, "", "2024-01-16"));
    assert_eq!(silent.unwrap_err(), OpinionError::Unsaid);
    let lines = heard.asked(&slug("epn"), day("2024-01-20"));
    assert_eq!(lines.len(), 1, "the other service is not asked");
    assert_eq!(lines[0].until, period.to());
    assert_eq!(
        lines[0].own.as_ref().map(|one| one.view),
        Some(View::Favourable)
    );
    assert!(
        heard.asked(&slug("tiers"), day("2024-01-20"))[0]
            .own
            .is_none()
    );
    assert!(heard.asked(&slug("epn"), day("2024-02-01")).is_empty());
    let later = crate::Period::since(day("2024-06-01"));
    let reopened = heard.consult(&[slug("wifi")], later);
    let own = reopened.asked(&slug("epn"), day("2024-06-02"))[0]
        .own
        .clone();
    assert_eq!(
        own.map(|one| one.view),
        Some(View::Favourable),
        "what was said stays"
    );
    let stored = serde_json::to_string(&reopened.for_storage()).unwrap();
    assert_eq!(serde_json::from_str::<Baseline>(&stored).unwrap(), reopened);
    assert!(!format!("{reopened:?}").contains("Trop cher"));
    assert!(reopened.unasked(&slug("wifi")).opinions.inner().is_empty());
}
