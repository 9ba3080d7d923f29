//! What is known of a post: for whom, where, with whom. Written into the form and read from it.

use chrono::NaiveDate;
use portulan_app::posts::{Facts, target};
use portulan_app::{Directory, areas, naming};
use portulan_model::posts::{Fte, Post, PostField, PostKind, PostState, Site};
use portulan_model::{PostId, Slug, TerritoryKey, Timeline};

use portulan_policy::actions::ManagePosts;
use portulan_policy::allow;

use super::funding;
use super::words::kind_words;
use crate::auth::Desk;
use crate::pages::editing::answers::Answers;
use crate::pages::parts::{Ask, Field};
use crate::pages::typed::{Reading, area_words, organisation_name, place_name};

pub(super) const LEVEL: &str = "poste-niveau";
const KIND: &str = "poste-type";
const HOST: &str = "poste-accueil";
const EMPLOYER: &str = "poste-employeur";
const SECTOR: &str = "poste-secteur";
const SITES: &str = "poste-lieux";
const COORDINATOR: &str = "poste-coordination";
const OPENED: &str = "poste-ouvert";
const SHARE: &str = "poste-temps";
const STATE: &str = "poste-etat";
const UNTIL: &str = "poste-jusque";
/// The id drawn for the form: sent twice, it is one post.
pub(super) const ID: &str = "poste";
/// Answers to "does somebody hold it?".
const STATES: [&str; 2] = ["vacant", "occupe"];

/// Writes what is known into the form.
pub(super) fn fill(desk: &Desk, post: &Post, answers: &mut Answers) {
    let directory = &desk.visit.directory;
    answers.put(KIND, post.kind.slug());
    answers.put(HOST, organisation_name(directory, &post.host));
    answers.put(EMPLOYER, organisation_name(directory, &post.employer));
    answers.put(
        SECTOR,
        areas::typed(&desk.visit.directory.reference, &post.sector),
    );
    let sites: Vec<String> = post.sites.iter().map(|one| site(directory, one)).collect();
    answers.put(SITES, sites.join("\n"));
    let coordinator = post.coordinated_by.map(|id| id.to_string());
    answers.put(COORDINATOR, coordinator.unwrap_or_default());
}

/// A place of a post as it is typed.
fn site(directory: &Directory, site: &Site) -> String {
    let name = place_name(directory, site.place);
    match site.share {
        Some(share) => format!("{name} ; {share} %"),
        None => name,
    }
}

/// The value of a field as people read it; none where there is nothing.
pub(super) fn told(desk: &Desk, field: PostField, post: &Post) -> Vec<String> {
    let (words, directory) = (desk.words(), &desk.visit.directory);
    let value = match field {
        PostField::Kind => Some(kind_words(words, post.kind)),
        PostField::Host => Some(organisation_name(directory, &post.host)),
        PostField::Employer => Some(organisation_name(directory, &post.employer)),
        PostField::Sector => {
            let sector = Some(&post.sector).filter(|sector| !sector.is_empty());
            sector.map(|sector| area_words(desk.visit.lang, directory, sector))
        }
        PostField::Sites => {
            let sites = post.sites.iter();
            return sites.map(|one| site(directory, one)).collect();
        }
        PostField::CoordinatedBy => post.coordinated_by.map(|id| {
            let mut all = directory.levels.world().posts.iter();
            let found = all.find(|one| one.id == id);
            found.map_or_else(|| id.to_string(), |one| called(desk, one))
        }),
    };
    value.into_iter().collect()
}

/// A post of co-ordination, by what it is for and where.
fn called(desk: &Desk, post: &Post) -> String {
    let host = organisation_name(&desk.visit.directory, &post.host);
    format!("{}, {host}", kind_words(desk.words(), post.kind))
}

/// The fields of what is known.
pub(super) fn facts(desk: &Desk, ask: &Ask<'_>, known: Option<&Post>) -> Vec<Field> {
    let kinds: Vec<&str> = PostKind::ALL.iter().map(|kind| kind.slug()).collect();
    let mut fields = vec![
        ask.one_of(KIND, &kinds),
        ask.text(HOST, "text"),
        ask.text(EMPLOYER, "text"),
        ask.area(SECTOR, 2),
    ];
    let (lang, directory) = (desk.visit.lang, &desk.visit.directory);
    let sector = known.filter(|known| !known.sector.is_empty());
    fields.extend(sector.map(|known| Field::Note(area_words(lang, directory, &known.sector))));
    fields.push(ask.area(SITES, 4));
    fields.push(ask.select(COORDINATOR, coordinators(desk, known.map(|one| one.id))));
    fields
}

/// The fields of a new post.
pub(super) fn new(desk: &Desk, ask: &Ask<'_>, id: PostId) -> Vec<Field> {
    let mut fields = vec![
        Field::Hidden(ID.to_owned(), id.to_string()),
        ask.text(LEVEL, "text"),
    ];
    fields.extend(facts(desk, ask, None));
    fields.extend([
        ask.day(OPENED),
        ask.text(SHARE, "text"),
        ask.one_of(STATE, &STATES),
        ask.day(UNTIL),
    ]);
    fields.extend(funding::fields(ask));
    fields
}

/// Posts of co-ordination that exist and that whoever looks answers for, except one.
fn coordinators(desk: &Desk, except: Option<PostId>) -> Vec<(String, String)> {
    let directory = &desk.visit.directory;
    let today = desk.visit.today();
    let all = directory.levels.world().posts.iter();
    let others = all.filter(|post| {
        let theirs = post.kind == PostKind::Coordinator && post.is_on(today);
        theirs
            && Some(post.id) != except
            && allow::<ManagePosts>(desk.actor(), target(directory, post)).is_ok()
    });
    let option = |post: &Post| (post.id.to_string(), called(desk, post));
    let mut options = vec![(String::new(), desk.words().get("disp-aucun"))];
    options.extend(others.map(option));
    options
}

/// Reads what is known.
pub(super) fn read_facts(reading: &mut Reading<'_>, except: Option<PostId>) -> Option<Facts> {
    let kind = reading.one_of(KIND, PostKind::ALL, PostKind::from_slug);
    let host = reading.needed_organisation(HOST);
    // Whoever is host signs the contract, where nobody else is said to.
    let employer = reading.organisation(EMPLOYER).or_else(|| host.clone());
    let sector = reading.area(SECTOR);
    let sites = sites(reading);
    let coordinated_by = coordinator(reading, except);
    Some(Facts {
        kind: kind?,
        host: host?,
        employer: employer?,
        sector,
        sites,
        coordinated_by,
    })
}

fn coordinator(reading: &mut Reading<'_>, except: Option<PostId>) -> Option<PostId> {
    let text = reading.answers.text(COORDINATOR).to_owned();
    if text.is_empty() {
        return None;
    }
    let offered = coordinators(reading.desk, except);
    if !offered.iter().any(|(value, _)| *value == text) {
        reading.fault(COORDINATOR, "edit-choice-unknown");
    }
    text.parse().ok()
}

/// One place a line, and which part of the time is there: "ESC Maurepas ; 50 %".
fn sites(reading: &mut Reading<'_>) -> Vec<Site> {
    let text = reading.answers.text(SITES).to_owned();
    let lines = text.lines().map(str::trim).filter(|line| !line.is_empty());
    let mut sites: Vec<Site> = Vec::new();
    for line in lines {
        let (name, share) = line
            .rsplit_once([';', '\t'])
            .map_or((line, None), |(name, share)| (name, Some(share)));
        let percent = share.map(|share| hundredths(share).and_then(|n| u8::try_from(n).ok()));
        let place = naming::place(&reading.desk.visit.directory, name);
        match (place, percent) {
            (Ok(place), share) if share != Some(None) => sites.push(Site {
                place,
                share: share.flatten(),
            }),
            _ => {
                let words = reading
                    .words()
                    .with("typed-unknown", &[("text", line.into())]);
                reading.answers.fault(SITES, words);
            }
        }
    }
    let whole: u16 = sites
        .iter()
        .filter_map(|one| one.share)
        .map(u16::from)
        .sum();
    if whole > 100 {
        reading.fault(SITES, "poste-lieux-too-much");
    }
    sites
}

/// A share of a full time: "80", "80 %", "0,8". One and less are parts of one.
pub(super) fn hundredths(text: &str) -> Option<u16> {
    let bare: String = text
        .chars()
        .filter(|sign| !sign.is_whitespace() && *sign != '%')
        .map(|sign| if sign == ',' { '.' } else { sign })
        .collect();
    if let Some(part) = bare.strip_prefix("0.") {
        let figures = part.len() <= 2 && part.bytes().all(|byte| byte.is_ascii_digit());
        return figures
            .then(|| format!("{part:0<2}"))
            .and_then(|part| part.parse().ok());
    }
    match bare.as_str() {
        "1" => Some(100),
        _ => bare.parse().ok(),
    }
}

/// A share of a full time that must be said.
pub(super) fn share(reading: &mut Reading<'_>, field: &str) -> Option<Fte> {
    let share = hundredths(reading.answers.text(field)).and_then(|n| Fte::new(n).ok());
    if share.is_none() {
        reading.fault(field, "poste-temps-wrong");
    }
    share
}

/// A new post of a level and of a scheme, if any.
pub(super) fn read_new(
    reading: &mut Reading<'_>,
    (id, level, scheme): (PostId, TerritoryKey, Option<Slug>),
) -> Option<Post> {
    let facts = read_facts(reading, Some(id));
    let opened = reading.needed_day(OPENED);
    let share = share(reading, SHARE);
    let state = state(reading);
    let line = funding::read(reading);
    let (facts, opened): (Facts, NaiveDate) = facts.zip(opened)?;
    Some(Post {
        id,
        kind: facts.kind,
        level,
        scheme,
        host: facts.host,
        employer: facts.employer,
        sector: facts.sector,
        sites: facts.sites,
        fte: Timeline::starting(opened, share?),
        funding: line.into_iter().collect(),
        states: Timeline::starting(opened, state?),
        extended: [].into(),
        coordinated_by: facts.coordinated_by,
    })
}

fn state(reading: &mut Reading<'_>) -> Option<PostState> {
    let until = reading.day(UNTIL);
    match reading.answers.text(STATE) {
        "" | "vacant" => Some(PostState::Vacant),
        "occupe" => Some(PostState::Filled { until }),
        _ => {
            reading.fault(STATE, "edit-choice-unknown");
            None
        }
    }
}

#[cfg(test)]
mod tests {
    use super::hundredths;

    #[test]
    fn a_share_of_a_full_time_is_typed_as_a_percentage_or_as_a_part_of_one() {
        for (typed, read) in [
            ("80", Some(80)),
            ("80 %", Some(80)),
            ("100\u{a0}%", Some(100)),
            ("0,8", Some(80)),
            ("0.75", Some(75)),
            ("1", Some(100)),
            ("", None),
            ("mi-temps", None),
            ("0,125", None),
            ("-5", None),
        ] {
            assert_eq!(hundredths(typed), read, "{typed}");
        }
    }
}
