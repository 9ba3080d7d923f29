//! The name, two texts, and the structure that the place belongs to.

use portulan_i18n::Words;
use portulan_model::PlaceRecord;
use portulan_text::clean;

use super::answers::Answers;
use super::blocks::{Block, Maker};
use crate::auth::Desk;

const NAME: &str = "nom";
const SUMMARY: &str = "resume";
const DETAIL: &str = "detail";
const PARENT: &str = "structure";
/// Longest name, in characters.
const NAME_CHARS: usize = 200;
/// The national schema cuts `presentation_resume` there.
const SUMMARY_CHARS: usize = 280;
/// Longest text, in characters: a page.
const DETAIL_CHARS: usize = 4_000;

pub(super) fn fill(record: &PlaceRecord, answers: &mut Answers) {
    answers.add(NAME, &record.name);
    answers.add(SUMMARY, record.summary.clone().unwrap_or_default());
    answers.add(DETAIL, record.detail.clone().unwrap_or_default());
    answers.add(PARENT, record.parent.clone().unwrap_or_default());
}

pub(super) fn read(desk: &Desk, answers: &mut Answers, record: &mut PlaceRecord) {
    let words = desk.words();
    if let Some(name) = line(answers, words, NAME, NAME_CHARS) {
        record.name = name;
    } else {
        answers.fault(NAME, words.get("edit-nom-missing"));
    }
    record.summary = line(answers, words, SUMMARY, SUMMARY_CHARS);
    record.detail = line(answers, words, DETAIL, DETAIL_CHARS);
    record.parent = line(answers, words, PARENT, NAME_CHARS);
}

/// A clean text that is not too long; none where nothing is typed.
pub(super) fn line(answers: &mut Answers, words: Words, name: &str, most: usize) -> Option<String> {
    let text = clean(answers.text(name));
    let length = text.chars().count();
    if length > most {
        let told = [("n", most.into()), ("length", length.into())];
        answers.fault(name, words.with("edit-too-long", &told));
    }
    (!text.is_empty()).then_some(text)
}

pub(super) fn blocks(maker: &Maker<'_>) -> Vec<Block> {
    vec![
        maker.text(NAME, "text"),
        maker.area(SUMMARY, 3),
        maker.area(DETAIL, 8),
        maker.text(PARENT, "text"),
    ]
}
