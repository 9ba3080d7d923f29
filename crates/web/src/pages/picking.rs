//! Communes picked on a map, in the form of an area: a click adds a commune, another takes it away.
//!
//! The form itself is sent and shown again with all that was typed, so that the map works without scripts: the browser
//! says where an image was clicked. The text of the area stays the only truth; the buttons under the map do the same
//! for those who do not point.

use portulan_app::{areas, naming};
use portulan_charts::{Area as Drawn, AreaInput, Tone, position_under, svg_areas, tone_mark};
use portulan_geo::Reference;
use portulan_i18n::{Words, distance};
use portulan_model::{Area, CommuneCode, TerritoryKey, TerritoryKind};

use super::parts::Text;
use super::visit::Visit;

/// The territory whose communes are shown.
const TERRITORY: &str = "carte-territoire";
/// The button that shows the map.
const SHOW: &str = "carte";
/// The buttons of communes.
const COMMUNE: &str = "carte-commune";
/// The map as an image to click, with the size at which it is shown, in CSS pixels: wide screens, and phones.
const IMAGES: [(&str, u16, u16); 2] = [("carte-large", 640, 480), ("carte-etroite", 320, 240)];
/// The drawing, in its own units; both images are as wide for their height.
const SIZE: (u16, u16) = (640, 480);

/// Communes of a list that is shown unfolded: about an intercommunalité.
const SHORT: usize = 60;

/// Names and values of a form.
type Pairs = Vec<(String, String)>;

/// The map under a form.
pub(super) struct Picking {
    /// Where the form is sent, so that the map is in view again.
    pub(super) action: String,
    pub(super) territory: Text,
    pub(super) shown: Option<Shown>,
}

/// A map that is shown.
pub(super) struct Shown {
    /// The drawing; none where nothing is known of where communes are.
    pub(super) map: Option<Map>,
    /// What the area adds up to.
    pub(super) sum: String,
    /// Code, name, and whether the area holds it.
    pub(super) communes: Vec<(CommuneCode, String, bool)>,
}

impl Shown {
    /// Whether the list is read at a glance; a longer one is folded.
    pub(super) const fn is_short(&self) -> bool {
        self.communes.len() <= SHORT
    }
}

/// The drawing and what lies over it.
pub(super) struct Map {
    pub(super) svg: String,
    pub(super) legend: [(String, String); 2],
    /// Name, width and height of each image to click.
    pub(super) images: [(&'static str, u16, u16); 2],
}

/// The answers with what the map asked of them; none where the form was sent to be kept.
pub(super) fn picked(visit: &Visit, pairs: &Pairs, field: &str) -> Option<Pairs> {
    let pressed = |name: &str| text(pairs, name).is_some();
    let clicked = pairs.iter().any(|(name, _)| image_of(name).is_some());
    if !(pressed(SHOW) || pressed(COMMUNE) || clicked) {
        return None;
    }
    let reference = &visit.directory.reference;
    let known = |code: &CommuneCode| reference.commune(code).is_some();
    let commune = text(pairs, COMMUNE)
        .and_then(|code| code.parse().ok().filter(known))
        .or_else(|| clicked_on(visit, pairs));
    let typed = text(pairs, field).unwrap_or_default();
    let mut answers = pairs.clone();
    answers.retain(|(name, _)| !is_answer(name));
    answers.push((SHOW.to_owned(), String::new()));
    // A text that cannot be read is left as it is: the page says what is wrong with it.
    if let Some((commune, area)) = commune.zip(areas::read(reference, typed).ok()) {
        let area = areas::toggled(&area, commune);
        answers.retain(|(name, _)| name != field);
        answers.push((field.to_owned(), areas::typed(reference, &area)));
    }
    Some(answers)
}

/// The map under a form: what to show of it is in the answers.
pub(super) fn under(visit: &Visit, pairs: &Pairs, field: &str, action: &str) -> Picking {
    let words = Words::new(visit.lang);
    let reference = &visit.directory.reference;
    let area = areas::read(reference, text(pairs, field).unwrap_or_default());
    let area = area.unwrap_or_default();
    let typed = text(pairs, TERRITORY).map(str::trim);
    let asked = typed.filter(|text| !text.is_empty());
    let found = match asked {
        Some(text) => naming::territory(reference, text).ok(),
        None => usual(reference, &area),
    };
    let narrow = found.filter(|key| key.kind() >= TerritoryKind::Department);
    let wanted = text(pairs, SHOW).is_some();
    let wrong = (wanted && narrow.is_none()).then(|| words.get("picking-territory-wrong"));
    let name = |key: &TerritoryKey| reference.territory(key).map(|one| one.name.clone());
    let value = asked.map(str::to_owned);
    Picking {
        action: format!("{action}#carte"),
        territory: Text {
            id: TERRITORY.to_owned(),
            label: words.get("picking-territory"),
            hint: words.get("picking-territory-hint"),
            kind: "text",
            value: value
                .or_else(|| narrow.as_ref().and_then(name))
                .unwrap_or_default(),
            wrong,
        },
        shown: narrow
            .filter(|_| wanted)
            .map(|key| shown(visit, &key, &area)),
    }
}

fn shown(visit: &Visit, key: &TerritoryKey, area: &Area) -> Shown {
    let words = Words::new(visit.lang);
    let held = |code: &CommuneCode| area.communes().contains(code);
    let mut communes: Vec<(CommuneCode, String, bool)> = visit
        .directory
        .reference
        .communes_of(key)
        .into_iter()
        .map(|code| (code, name(visit, code), held(&code)))
        .collect();
    communes.sort_by_cached_key(|(_, name, _)| portulan_text::fold(name));
    Shown {
        map: map(visit, &communes),
        sum: if area.is_empty() {
            words.get("picking-none")
        } else {
            super::roadmaps::area_words(visit, area)
        },
        communes,
    }
}

fn map(visit: &Visit, communes: &[(CommuneCode, String, bool)]) -> Option<Map> {
    let words = Words::new(visit.lang);
    let tones = [Tone::Done, Tone::Empty];
    let legend = ["picking-in", "picking-out"].map(|id| words.get(id));
    let label = |name: &str, held: bool| {
        let [inside, outside] = &legend;
        format!("{name}, {}", if held { inside } else { outside })
    };
    let drawn = communes
        .iter()
        .map(|(code, name, held)| area(visit, *code, label(name, *held), *held));
    let areas: Vec<Drawn> = drawn.collect();
    if areas
        .iter()
        .all(|one| one.centre.is_none() && one.rings.is_empty())
    {
        return None;
    }
    let svg = svg_areas(&AreaInput {
        id: "carte-communes",
        areas: &areas,
        width: SIZE.0,
        height: SIZE.1,
        title: &words.get("picking-title"),
        desc: &words.get("picking-desc"),
        length: &|metres| distance(visit.lang, metres),
    });
    let marks = tones.map(tone_mark);
    let [inside, outside] = legend;
    let [mark_in, mark_out] = marks;
    Some(Map {
        svg,
        legend: [(mark_in, inside), (mark_out, outside)],
        images: IMAGES,
    })
}

fn area(visit: &Visit, code: CommuneCode, label: String, held: bool) -> Drawn {
    let outline = super::results::outline(visit, &TerritoryKey::commune(code));
    Drawn {
        rings: outline.map(|one| one.rings).unwrap_or_default(),
        centre: visit.directory.reference.centre(code),
        label,
        tone: if held { Tone::Done } else { Tone::Empty },
    }
}

/// The commune under a click. A key pressed on the image says 0, 0: no commune lies there.
fn clicked_on(visit: &Visit, pairs: &Pairs) -> Option<CommuneCode> {
    let reference = &visit.directory.reference;
    let territory = naming::territory(reference, text(pairs, TERRITORY)?).ok()?;
    let mut clicks = IMAGES.iter();
    let clicked = clicks.find_map(|(name, width, height)| {
        let (x, y) = point(pairs, name)?;
        let within = x <= *width && y <= *height && (x, y) != (0, 0);
        within.then_some((f64::from(x), f64::from(y), *width))
    });
    let (x, y, width) = clicked?;
    let scale = f64::from(SIZE.0) / f64::from(width);
    let communes = reference.communes_of(&territory).into_iter();
    let areas: Vec<Drawn> = communes
        .map(|code| area(visit, code, String::new(), false))
        .collect();
    let position = position_under(SIZE, &areas, (x * scale, y * scale))?;
    areas::commune_at(reference, &territory, position)
}

/// Where an image was clicked, in pixels from its upper left corner.
fn point(pairs: &Pairs, name: &str) -> Option<(u16, u16)> {
    let along = |axis: char| text(pairs, &format!("{name}.{axis}"))?.parse().ok();
    Some((along('x')?, along('y')?))
}

/// Whether an answer is one of the map's own, but for the territory that it shows.
fn is_answer(name: &str) -> bool {
    name == SHOW || name == COMMUNE || image_of(name).is_some()
}

/// The image that an answer comes from.
fn image_of(name: &str) -> Option<&str> {
    let image = name
        .strip_suffix(".x")
        .or_else(|| name.strip_suffix(".y"))?;
    let known = IMAGES.iter().any(|(one, ..)| *one == image);
    known.then_some(image)
}

fn text<'a>(pairs: &'a Pairs, name: &str) -> Option<&'a str> {
    let mut named = pairs.iter().filter(|(given, _)| given == name);
    named.next().map(|(_, value)| value.as_str())
}

fn name(visit: &Visit, code: CommuneCode) -> String {
    super::typed::territory_name(&visit.directory, &TerritoryKey::commune(code))
}

/// What is shown where nothing is asked: the widest territory of a map that the area holds whole, or the
/// intercommunalité of its first commune.
fn usual(reference: &Reference, area: &Area) -> Option<TerritoryKey> {
    let fits = |key: &TerritoryKey| key.kind() >= TerritoryKind::Department;
    let whole = areas::sum(reference, area).whole.into_iter().find(fits);
    let first = area
        .communes()
        .first()
        .map(|code| TerritoryKey::commune(*code));
    let above = |key: TerritoryKey| {
        let mut above = reference.ancestors(&key).into_iter();
        above.find(|key| key.kind() == TerritoryKind::Epci)
    };
    whole.or_else(|| first.and_then(above))
}
