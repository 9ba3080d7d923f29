//! What is wrong with a block that was pasted, in words: the line, the column, and what to do.

use portulan_i18n::Words;
use portulan_model::baseline::{PasteError, PasteFault};

use super::forms::PASTE_TEXT;
use crate::pages::editing::answers::Answers;

/// Faults told one by one; the others are counted.
const TOLD: usize = 5;

/// Says what is wrong beside the block.
pub(super) fn tell(words: Words, faults: &[PasteError], answers: &mut Answers) {
    let mut told: Vec<String> = faults
        .iter()
        .take(TOLD)
        .map(|one| fault(words, one))
        .collect();
    if faults.len() > TOLD {
        let more = faults.len() - TOLD;
        told.push(words.with("coller-more", &[("n", more.into())]));
    }
    answers.fault(PASTE_TEXT, told.join(" "));
}

fn fault(words: Words, error: &PasteError) -> String {
    let (id, text) = match &error.fault {
        PasteFault::UnknownService(text) => ("coller-service", text.as_str()),
        PasteFault::UnknownPlace(text) => ("coller-lieu", text.as_str()),
        PasteFault::UnknownOrganisation(text) => ("coller-structure", text.as_str()),
        PasteFault::NotYesNo(text) => ("coller-oui-non", text.as_str()),
        PasteFault::Twice(text) => ("coller-twice", text.as_str()),
        PasteFault::UnknownWord(text) => ("coller-mot", text.as_str()),
        PasteFault::NoReason => ("coller-raison", ""),
        PasteFault::TooManyCells => ("coller-trop", ""),
    };
    let told = [
        ("line", error.line.to_string().into()),
        ("column", error.column.to_string().into()),
        ("text", text.into()),
    ];
    words.with(id, &told)
}
