//! Which commune a record speaks of: code, postcode, name and position together, never a unique name alone.

use portulan_geo::{CommuneName, Reference, distance_m};
use portulan_model::codes::department_part;
use portulan_model::{CommuneCode, DepartmentCode, Position, Postcode};

use super::distance::{Distance, FAR_M, NEAR_M, distance_to_commune, same_department};
use super::{Cleaned, is_filler, repair_text};
use crate::{Field, Severity};

/// What a record says of where it is.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct LocationInput {
    /// Name of the commune.
    pub commune: String,
    /// Postcode.
    pub postcode: String,
    /// INSEE code.
    pub insee: String,
    /// Where it stands.
    pub position: Option<Position>,
    /// Département of the whole list, where it has one.
    pub department: Option<DepartmentCode>,
}

/// What was made of it.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Location {
    /// Commune of today, or the arrondissement that the source gives.
    pub commune: Option<CommuneCode>,
    /// Name of the commune: the official one, or that of the source.
    pub name: String,
    /// Five digits.
    pub postcode: String,
    /// The position is too far from the commune to be believed.
    pub position_doubted: bool,
}

impl Location {
    /// Code of the département or collectivity.
    #[must_use]
    pub fn department(&self) -> Option<&str> {
        let code = self.commune.as_ref().map(CommuneCode::as_str);
        department_part(code.unwrap_or(&self.postcode))
    }
}

/// Finds the commune and sets its code, its postcode, its name and the position against one another.
#[must_use]
pub fn locate(reference: &Reference, input: &LocationInput) -> Cleaned<Location> {
    let mut cleaned: Cleaned<Location> = Cleaned::default();
    let name = commune_name(&input.commune);
    let wanted = CommuneName::new(&name);
    let postcode = postcode(&input.postcode, &input.commune, &mut cleaned);
    let given = insee(&input.insee, &mut cleaned);
    let found = find(reference, &wanted, postcode, given, input);
    cleaned.value.postcode = postcode
        .map(|code| code.as_str().to_owned())
        .unwrap_or_default();
    let Some(code) = found else {
        cleaned.value.name.clone_from(&name);
        if !name.is_empty() || postcode.is_some() {
            let raw = format!("{} {}", input.postcode.trim(), input.commune.trim());
            cleaned.say(
                Field::CodeInsee,
                raw.trim(),
                "",
                "commune-unknown",
                Severity::Doubt,
            );
        }
        return cleaned;
    };
    let official = reference.commune(&code).map(|commune| commune.name.clone());
    cleaned.value.name = official.unwrap_or_else(|| name.clone());
    cleaned.value.commune = Some(
        given
            .filter(|given| is_part_of(reference, *given, code))
            .unwrap_or(code),
    );
    contradictions(reference, code, &wanted, given, input, &mut cleaned);
    let sure = given.and_then(|given| reference.resolve(&given)) == Some(code)
        && reference.is_called(code, &wanted);
    settle_postcode(
        reference,
        code,
        postcode,
        (&input.postcode, sure),
        &mut cleaned,
    );
    weigh_position(reference, code, input.position, &mut cleaned);
    cleaned
}

/// An arrondissement of Paris, Lyon or Marseille.
fn is_part_of(reference: &Reference, given: CommuneCode, whole: CommuneCode) -> bool {
    let parts = ["751", "6938", "132"];
    given != whole
        && parts.iter().any(|part| given.as_str().starts_with(part))
        && ["75056", "69123", "13055"].contains(&whole.as_str())
        && reference.resolve(&given) == Some(whole)
}

/// The commune that most of what the record says speaks for; none where nothing settles it.
fn find(
    reference: &Reference,
    name: &CommuneName,
    postcode: Option<Postcode>,
    given: Option<CommuneCode>,
    input: &LocationInput,
) -> Option<CommuneCode> {
    let coded = given.and_then(|given| reference.resolve(&given));
    let of_postcode = postcode
        .map(|code| reference.with_postcode(&code))
        .unwrap_or_default();
    let mut candidates: Vec<CommuneCode> = coded
        .into_iter()
        .chain(of_postcode.iter().copied())
        .collect();
    candidates.sort_unstable();
    candidates.dedup();
    // Each with whether the name is its own: names are compared once.
    let called = |code| (code, reference.is_called(code, name));
    let mut candidates: Vec<(CommuneCode, bool)> = candidates.into_iter().map(called).collect();
    if !candidates.iter().any(|(_, called)| *called) {
        let others = reference.communes_called(name).into_iter();
        candidates.extend(others.map(|code| (code, true)));
    }
    let witnesses = Witnesses {
        reference,
        name,
        postcode,
        coded,
        only_one: of_postcode.len() == 1,
        input,
    };
    let mut heard: Vec<(f64, CommuneCode)> = candidates
        .into_iter()
        .filter_map(|(code, called)| Some((witnesses.heard_for(code, called)?, code)))
        .collect();
    heard.sort_by(|(a, one), (b, two)| b.total_cmp(a).then_with(|| one.cmp(two)));
    let (best, code) = heard.first().copied()?;
    let tied = heard
        .get(1)
        .is_some_and(|(next, _)| (best - next).abs() < f64::EPSILON);
    (!tied).then_some(code)
}

/// What a record says, each part a witness for or against a commune. The weights only have to order: a whole name
/// outweighs a code, a code a postcode, a postcode a position, and two that agree outweigh one.
struct Witnesses<'a> {
    reference: &'a Reference,
    name: &'a CommuneName,
    postcode: Option<Postcode>,
    coded: Option<CommuneCode>,
    /// The postcode has one commune.
    only_one: bool,
    input: &'a LocationInput,
}

impl Witnesses<'_> {
    /// The weight of what speaks for a commune; nothing where only its name does.
    fn heard_for(&self, code: CommuneCode, called: bool) -> Option<f64> {
        let coded = if self.coded == Some(code) { 3.0 } else { 0.0 };
        let named = self.named(code, called);
        let posted = self.posted(code);
        let placed = self.placed(code);
        let home = self.input.department.as_ref().map(DepartmentCode::as_str);
        let at_home = home.is_some() && home == department_part(code.as_str());
        let beside_name = coded > 0.0 || posted > 0.0 || placed > 0.0 || at_home;
        // A name from another département than the postcode is another commune of that name.
        let elsewhere = self.postcode.is_some() && coded == 0.0 && posted == 0.0;
        let settled = beside_name && !elsewhere && (coded > 0.0 || named > 0.0 || posted >= 2.0);
        settled.then_some(coded + named + posted + placed + if at_home { 0.5 } else { 0.0 })
    }

    fn named(&self, code: CommuneCode, called: bool) -> f64 {
        if self.name.is_empty() {
            0.0
        } else if called {
            4.0
        } else if self.reference.name_begins(code, self.name) {
            1.0
        } else {
            0.0
        }
    }

    /// Of the postcode; or of its département, for a cedex that no commune has.
    fn posted(&self, code: CommuneCode) -> f64 {
        match self.postcode {
            Some(postcode) if self.reference.has_postcode(code, postcode) => {
                if self.only_one {
                    2.5
                } else {
                    2.0
                }
            }
            Some(postcode) if same_department(postcode, code) => 1.0,
            _ => 0.0,
        }
    }

    fn placed(&self, code: CommuneCode) -> f64 {
        let Some((position, centre)) = self.input.position.zip(self.reference.centre(code)) else {
            return 0.0;
        };
        match distance_m(position, centre) {
            metres if metres <= NEAR_M => 1.0 - 0.5 * metres / NEAR_M,
            metres if metres <= FAR_M => 0.0,
            _ => -1.0,
        }
    }
}

/// The name without what is not its: a postcode, "cedex", a remark between brackets.
fn commune_name(raw: &str) -> String {
    let (text, _) = repair_text(raw);
    let text = text.split(['(', '\n', ',']).next().unwrap_or_default();
    let kept: Vec<&str> = text
        .split_whitespace()
        .filter(|word| !(word.len() == 5 && word.bytes().all(|byte| byte.is_ascii_digit())))
        .take_while(|word| !word.eq_ignore_ascii_case("cedex"))
        .collect();
    let name = kept.join(" ");
    let name = name.trim_matches(|c: char| !c.is_alphanumeric());
    let mut letters = name.chars();
    let first = letters
        .next()
        .map(|letter| letter.to_uppercase().to_string());
    first.map_or_else(String::new, |first| first + letters.as_str())
}

/// Five digits, wherever they stand; spreadsheets drop the first zero and add a decimal.
fn postcode(raw: &str, commune: &str, cleaned: &mut Cleaned<Location>) -> Option<Postcode> {
    let text = raw.trim();
    if is_filler(text) {
        return five_digits(commune);
    }
    let text = text.strip_suffix(".0").unwrap_or(text);
    let digits: String = text.chars().filter(char::is_ascii_digit).collect();
    let whole = if digits.len() == 4 {
        format!("0{digits}")
    } else {
        digits
    };
    if let Ok(code) = whole.parse::<Postcode>() {
        if whole != text {
            cleaned.say(
                Field::CodePostal,
                raw,
                &whole,
                "postcode-mended",
                Severity::Fixed,
            );
        }
        return Some(code);
    }
    let found = five_digits(raw).or_else(|| five_digits(commune));
    let result = found
        .map(|code| code.as_str().to_owned())
        .unwrap_or_default();
    let severity = if found.is_some() {
        Severity::Fixed
    } else {
        Severity::Lost
    };
    let rule = if found.is_some() {
        "postcode-mended"
    } else {
        "postcode-unreadable"
    };
    cleaned.say(Field::CodePostal, raw, &result, rule, severity);
    found
}

fn five_digits(text: &str) -> Option<Postcode> {
    text.split(|c: char| !c.is_ascii_digit())
        .filter(|part| part.len() == 5)
        .find_map(|part| part.parse().ok())
}

fn insee(raw: &str, cleaned: &mut Cleaned<Location>) -> Option<CommuneCode> {
    let text = raw.trim().trim_end_matches(".0").to_uppercase();
    if is_filler(&text) {
        return None;
    }
    let whole = if text.len() == 4 {
        format!("0{text}")
    } else {
        text
    };
    let code = whole.parse::<CommuneCode>().ok();
    if code.is_none() {
        cleaned.say(
            Field::CodeInsee,
            raw,
            "",
            "insee-unreadable",
            Severity::Lost,
        );
    }
    code
}

/// Each thing that the record says and the commune found does not bear out.
fn contradictions(
    reference: &Reference,
    code: CommuneCode,
    name: &CommuneName,
    given: Option<CommuneCode>,
    input: &LocationInput,
    cleaned: &mut Cleaned<Location>,
) {
    let result = cleaned.value.name.clone();
    if let Some(given) = given
        && reference.resolve(&given) != Some(code)
    {
        cleaned.say(
            Field::CodeInsee,
            &input.insee,
            code.as_str(),
            "insee-contradicted",
            Severity::Doubt,
        );
    }
    if !name.is_empty() && !reference.is_called(code, name) {
        cleaned.say(
            Field::Commune,
            &input.commune,
            &result,
            "commune-renamed",
            Severity::Doubt,
        );
    }
}

/// A postcode that the commune does not have (a cedex, a neighbour's) gives way to the commune's own; from another
/// département it stays, doubted, unless code and name agree.
fn settle_postcode(
    reference: &Reference,
    code: CommuneCode,
    postcode: Option<Postcode>,
    (raw, sure): (&str, bool),
    cleaned: &mut Cleaned<Location>,
) {
    let Some(commune) = reference.commune(&code) else {
        return;
    };
    // In the Pacific a postcode of the collectivity serves all of it.
    let serves = |postcode: Postcode| {
        reference.has_postcode(code, postcode)
            || (postcode.as_str().starts_with("98") && same_department(postcode, code))
    };
    if postcode.is_some_and(serves) {
        return;
    }
    let Some(own) = commune.postcodes.first() else {
        return;
    };
    let home = postcode.is_none_or(|postcode| {
        same_department(postcode, code) && !postcode.as_str().starts_with("98")
    });
    if home || sure {
        let rule = if postcode.is_none() {
            "postcode-from-commune"
        } else {
            "postcode-of-commune"
        };
        cleaned.say(Field::CodePostal, raw, own.as_str(), rule, Severity::Fixed);
        own.as_str().clone_into(&mut cleaned.value.postcode);
    } else {
        let kept = cleaned.value.postcode.clone();
        cleaned.say(
            Field::CodePostal,
            raw,
            &kept,
            "postcode-elsewhere",
            Severity::Doubt,
        );
    }
}

fn weigh_position(
    reference: &Reference,
    code: CommuneCode,
    position: Option<Position>,
    cleaned: &mut Cleaned<Location>,
) {
    let Some(position) = position else {
        return;
    };
    let (metres, rule) = match distance_to_commune(reference, code, position) {
        Distance::Inside => return,
        Distance::Outside(metres) => (metres, "position-outside-commune"),
        Distance::Elsewhere(metres) => (metres, "position-far"),
    };
    let raw = format!("{} ; {}", position.lat(), position.lon());
    let away = format!("{:.0} km", metres / 1000.0);
    cleaned.value.position_doubted = rule == "position-far";
    cleaned.say(Field::Latitude, &raw, &away, rule, Severity::Doubt);
}
