//! Services and publics: boxes, each with its plain definition.

use portulan_model::{Care, PlaceRecord, Public, Service, Support};

use super::answers::Answers;
use super::blocks::{Block, Maker, tick, ticked};
use crate::auth::Desk;

const SERVICES: &str = "services";
const SUPPORT: &str = "accompagnement";
const PUBLICS: &str = "publics";
const CARE: &str = "accueil";

pub(super) fn fill_services(record: &PlaceRecord, answers: &mut Answers) {
    tick(answers, SERVICES, record.services);
    tick(answers, SUPPORT, record.support);
}

pub(super) fn read_services(desk: &Desk, answers: &mut Answers, record: &mut PlaceRecord) {
    record.services = ticked(answers, SERVICES, desk.words());
    record.support = ticked(answers, SUPPORT, desk.words());
}

pub(super) fn services(maker: &Maker<'_>) -> Vec<Block> {
    vec![
        maker.list::<Service>(SERVICES),
        maker.list::<Support>(SUPPORT),
    ]
}

pub(super) fn fill_publics(record: &PlaceRecord, answers: &mut Answers) {
    tick(answers, PUBLICS, record.publics);
    tick(answers, CARE, record.care);
}

pub(super) fn read_publics(desk: &Desk, answers: &mut Answers, record: &mut PlaceRecord) {
    record.publics = ticked(answers, PUBLICS, desk.words());
    record.care = ticked(answers, CARE, desk.words());
}

pub(super) fn publics(maker: &Maker<'_>) -> Vec<Block> {
    vec![maker.list::<Public>(PUBLICS), maker.list::<Care>(CARE)]
}
