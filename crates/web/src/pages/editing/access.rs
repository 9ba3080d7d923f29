//! How one comes, what it costs, where one books, and whether the building can be entered by all.

use portulan_model::{Access, Fee, PlaceRecord};

use super::answers::Answers;
use super::blocks::{Block, Maker, tick, ticked};
use super::contact::web;
use crate::auth::Desk;

const ACCESS: &str = "venir";
const FEES: &str = "prix";
const BOOKING: &str = "rdv";
const ACCESSIBILITY: &str = "acceslibre";

pub(super) fn fill(record: &PlaceRecord, answers: &mut Answers) {
    tick(answers, ACCESS, record.access);
    tick(answers, FEES, record.fees);
    answers.add(BOOKING, record.booking_url.clone().unwrap_or_default());
    let accessibility = record.accessibility_url.clone();
    answers.add(ACCESSIBILITY, accessibility.unwrap_or_default());
}

pub(super) fn read(desk: &Desk, answers: &mut Answers, record: &mut PlaceRecord) {
    record.access = ticked(answers, ACCESS, desk.words());
    record.fees = ticked(answers, FEES, desk.words());
    record.booking_url = address(desk, answers, BOOKING);
    record.accessibility_url = address(desk, answers, ACCESSIBILITY);
}

/// An address of the web; none where nothing is typed.
fn address(desk: &Desk, answers: &mut Answers, name: &str) -> Option<String> {
    let text = answers.text(name).to_owned();
    let read = web(&text);
    if read.is_none() && !text.is_empty() {
        let told = [("text", text.into())];
        answers.fault(name, desk.words().with("edit-site-wrong", &told));
    }
    read
}

pub(super) fn blocks(maker: &Maker<'_>) -> Vec<Block> {
    vec![
        maker.list::<Access>(ACCESS),
        maker.list::<Fee>(FEES),
        maker.text(BOOKING, "url"),
        maker.text(ACCESSIBILITY, "url"),
    ]
}
