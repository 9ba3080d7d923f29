//! Names, presentations, dates, and the addresses of pages about the place.

use portulan_text::WebUrl;

use crate::clean;
use crate::{Draft, Field, Severity};

/// Most characters of the short presentation (schema 1.0.2).
const RESUME: usize = 280;

/// The name.
pub(super) fn name(draft: &mut Draft, raw: &str) {
    let (text, mended) = clean::repair_text(raw);
    let text = one_line(&text);
    draft.set(Field::Nom, text.as_str());
    if mended {
        draft.say(Field::Nom, raw, "text-repaired", Severity::Fixed);
    }
}

/// The rest.
pub(super) fn fill(draft: &mut Draft, raw: &dyn Fn(Field) -> String) {
    presentations(draft, raw);
    let parent = raw(Field::StructureParente);
    draft.set(
        Field::StructureParente,
        one_line(&clean::repair_text(&parent).0),
    );
    let said = raw(Field::DateMaj);
    let date = clean::date(&said);
    if let Some(date) = date.value {
        draft.set(Field::DateMaj, date.to_string());
    }
    draft.lines.extend(date.lines);
    for field in [Field::FicheAccesLibre, Field::PriseRdv] {
        page(draft, field, &raw(field));
    }
}

fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn presentations(draft: &mut Draft, raw: &dyn Fn(Field) -> String) {
    let (short, long) = (
        raw(Field::PresentationResume),
        raw(Field::PresentationDetail),
    );
    let (short_text, short_mended) = clean::repair_text(&short);
    let (long_text, long_mended) = clean::repair_text(&long);
    let (short_text, long_text) = (short_text.trim(), long_text.trim());
    if short_text.chars().nth(RESUME).is_none() {
        draft.set(Field::PresentationResume, short_text);
        draft.set(Field::PresentationDetail, long_text);
    } else if long_text.is_empty() {
        draft.set(Field::PresentationDetail, short_text);
        draft.say(
            Field::PresentationDetail,
            &short,
            "summary-moved",
            Severity::Fixed,
        );
    } else {
        draft.set(Field::PresentationResume, cut(short_text));
        draft.set(
            Field::PresentationDetail,
            format!("{short_text}\n\n{long_text}"),
        );
        draft.say(
            Field::PresentationResume,
            &short,
            "summary-cut",
            Severity::Fixed,
        );
    }
    for (field, raw, mended) in [
        (Field::PresentationResume, &short, short_mended),
        (Field::PresentationDetail, &long, long_mended),
    ] {
        if mended {
            draft.say(field, raw, "text-repaired", Severity::Fixed);
        }
    }
}

/// Cut between two words, with a mark.
fn cut(text: &str) -> String {
    let head: String = text.chars().take(RESUME - 1).collect();
    let end = head.rfind(char::is_whitespace).unwrap_or(head.len());
    let mut kept = head.get(..end).unwrap_or(&head).trim_end().to_owned();
    kept.push('…');
    kept
}

fn page(draft: &mut Draft, field: Field, raw: &str) {
    let (text, _) = clean::repair_text(raw);
    let text = text.trim();
    if text.is_empty() {
        return;
    }
    match WebUrl::parse(text) {
        Ok(url) => draft.set(field, url.as_str()),
        Err(_no_address) => draft.say(field, raw, "website-unreadable", Severity::Lost),
    }
}
