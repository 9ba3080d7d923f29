//! `/espace/secteurs/<seat>`: how a territory, a scheme or a cluster is parted, who covers each part, and what is left out,
//! covered twice, beyond, or covered by nobody.

use axum::extract::{Form as Sent, Path};
use axum::response::Response;
use portulan_app::{areas, clusters, rights};
use portulan_i18n::listed;
use portulan_model::Seat;
use portulan_model::clusters::{Cover, Sector, parting};
use portulan_policy::Capability;
use portulan_policy::actions::ManageClusters;

use super::{NOT_FOUND, seat_name};
use crate::auth::{Desk, Refused, done, named};
use crate::pages::addresses;
use crate::pages::editing::answers::Answers;
use crate::pages::parts::{Ask, Button, Field, Form, Head, Line, Part, desk_page};
use crate::pages::typed::{
    Reading, area_words, faults, fill_period, organisation_name, period_words,
};

type Pairs = Vec<(String, String)>;

const NAME: &str = "secteur-nom";
const SLUG: &str = "secteur";
const AREA: &str = "secteur-zone";
const WHO: &str = "secteur-structure";
const FROM: &str = "secteur-debut";
const TO: &str = "secteur-fin";

/// The seat of an address, and the right over it.
fn own(desk: &Desk, text: &str) -> Result<(Seat, Capability<ManageClusters>), Refused> {
    let seat: Seat = named(text)?;
    let target = rights::seat(&desk.visit.directory, &seat).ok_or(NOT_FOUND)?;
    Ok((seat, desk.may_on(target)?))
}

/// `GET /espace/secteurs/{seat}[?secteur=]`.
pub(super) async fn show(desk: Desk, Path(seat): Path<String>) -> Result<Response, Refused> {
    let (seat, may) = own(&desk, &seat)?;
    let all = clusters::sectors(desk.app(), &may, &seat).await?;
    let mut answers = Answers::default();
    let asked = desk.visit.value(SLUG);
    let chosen = all.iter().find(|one| asked == Some(one.slug.as_str()));
    if let Some(sector) = chosen {
        fill(&desk, sector, &mut answers);
    }
    Ok(shown(&desk, &seat, &all, &answers))
}

/// `POST /espace/secteurs/{seat}`: writes a sector, or takes one away.
pub(super) async fn put(
    desk: Desk,
    Path(seat): Path<String>,
    Sent(pairs): Sent<Pairs>,
) -> Result<Response, Refused> {
    let (seat, may) = own(&desk, &seat)?;
    let mut answers = Answers::of(pairs);
    let here = addresses::sectors(&seat.to_string());
    if answers.has("geste", "retirer") {
        let slug = named(answers.text(SLUG))?;
        clusters::remove_sector(desk.app(), &may, (&seat, &slug)).await?;
        return Ok(done(&here, "secteur-removed"));
    }
    let all = clusters::sectors(desk.app(), &may, &seat).await?;
    let known = all
        .iter()
        .find(|one| one.slug.as_str() == answers.text(SLUG));
    let read = read(&desk, &mut answers, &seat, known.cloned());
    match read.filter(|_| answers.faults() == 0) {
        Some(sector) => {
            clusters::put_sector(desk.app(), &may, &sector).await?;
            Ok(done(&here, "secteur-saved"))
        }
        None => Ok(shown(&desk, &seat, &all, &answers)),
    }
}

fn fill(desk: &Desk, sector: &Sector, answers: &mut Answers) {
    answers.put(SLUG, sector.slug.as_str());
    answers.put(NAME, &sector.name);
    answers.put(
        AREA,
        areas::typed(&desk.visit.directory.reference, &sector.area),
    );
    let today = desk.visit.today();
    let present = sector.covered_by.iter().find(|one| one.period.holds(today));
    if let Some(cover) = present {
        let who = organisation_name(&desk.visit.directory, &cover.organisation);
        answers.put(WHO, who);
        fill_period(answers, cover.period, FROM, TO);
    }
}

/// What is typed; those who covered it before, or will, stay.
fn read(desk: &Desk, answers: &mut Answers, seat: &Seat, known: Option<Sector>) -> Option<Sector> {
    let mut reading = Reading { desk, answers };
    let named = reading.name(NAME);
    let area = reading.area(AREA);
    if area.is_empty() {
        reading.fault(AREA, "secteur-zone-missing");
    }
    let who = reading.organisation(WHO);
    let period = reading.period(FROM, TO);
    let (name, slug) = named?;
    let today = desk.visit.today();
    let (slug, mut covered_by) = match known {
        Some(known) => (known.slug, known.covered_by),
        None => (slug, Vec::new()),
    };
    covered_by.retain(|one| !one.period.holds(today) && Some(&one.organisation) != who.as_ref());
    covered_by.extend(who.map(|organisation| Cover {
        organisation,
        post: None,
        period,
    }));
    Some(Sector {
        slug,
        name,
        of: seat.clone(),
        area,
        covered_by,
    })
}

fn shown(desk: &Desk, seat: &Seat, all: &[Sector], answers: &Answers) -> Response {
    let words = desk.words();
    let here = addresses::sectors(&seat.to_string());
    let ask = Ask { words, answers };
    let mut parts = warnings(desk, seat, all);
    parts.push(Part::Lines(
        all.iter().map(|one| line(desk, &here, one)).collect(),
    ));
    let mut fields = vec![
        ask.text(NAME, "text"),
        ask.area(AREA, 3),
        ask.text(WHO, "text"),
        ask.day(FROM),
        ask.day(TO),
    ];
    let known = !answers.text(SLUG).is_empty();
    if known {
        let slug = answers.text(SLUG).to_owned();
        fields.push(Field::Hidden(SLUG.to_owned(), slug));
    }
    let title = if known {
        "secteur-change"
    } else {
        "secteur-add"
    };
    parts.push(Part::Form(Form {
        id: "secteur",
        title: Some(words.get(title)),
        action: here,
        faults: faults(words, answers),
        fields,
        submit: words.get("desk-save"),
        plain: false,
    }));
    let name = seat_name(&desk.visit.directory, seat);
    let title = words.with("secteur-title-of", &[("name", name.into())]);
    let head = Head {
        crumbs: Vec::new(),
        lead: words.get("secteur-lead"),
    };
    desk_page(desk.page(title, "grappes"), head, parts)
}

fn line(desk: &Desk, here: &str, sector: &Sector) -> Line {
    let (lang, directory, words) = (desk.visit.lang, &desk.visit.directory, desk.words());
    let who = sector.covered_by.iter().map(|cover| {
        let name = organisation_name(directory, &cover.organisation);
        match period_words(lang, cover.period) {
            Some(period) => format!("{name} ({period})"),
            None => name,
        }
    });
    let who: Vec<String> = who.collect();
    let area = area_words(lang, directory, &sector.area);
    let more = if who.is_empty() {
        let told = [("area", area.into())];
        words.with("secteur-nobody", &told)
    } else {
        let told = [("area", area.into()), ("who", listed(lang, who).into())];
        words.with("secteur-about", &told)
    };
    let slug = sector.slug.to_string();
    let hidden = vec![(SLUG, slug), ("geste", "retirer".to_owned())];
    Line {
        words: sector.name.clone(),
        address: Some(addresses::with(
            here,
            SLUG,
            format!("{}#secteur", sector.slug),
        )),
        more,
        button: Some(Button::remove(words, &sector.name, here.to_owned(), hidden)),
    }
}

/// What the sectors leave out, share, overstep, or leave to nobody.
fn warnings(desk: &Desk, seat: &Seat, all: &[Sector]) -> Vec<Part> {
    let (lang, directory, words) = (desk.visit.lang, &desk.visit.directory, desk.words());
    let Some(area) = clusters::covered(directory, seat).filter(|_| !all.is_empty()) else {
        return Vec::new();
    };
    let parted = parting(&area, all, desk.visit.today());
    let told = [
        ("secteur-left-out", parted.left_out),
        ("secteur-shared", parted.shared),
        ("secteur-beyond", parted.beyond),
        ("secteur-uncovered", parted.uncovered),
    ];
    let there = told.into_iter().filter(|(_, area)| !area.is_empty());
    let warning = |(id, area)| {
        let area = area_words(lang, directory, &area);
        Part::Warning(words.with(id, &[("area", area.into())]))
    };
    there.map(warning).collect()
}
