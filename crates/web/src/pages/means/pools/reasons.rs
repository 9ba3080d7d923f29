//! Why a pool is proposed: what its intentions share, the rule behind each saving, on whose word, and what agreeing costs.

use portulan_app::means::pools::Advice;
use portulan_i18n::amount;
use portulan_model::{Slug, TerritoryKey, Told};
use portulan_pools::{Evidence, Suggestion, Unpooled};

use super::{draw, told};
use crate::auth::Desk;
use crate::pages::parts::Line;
use crate::pages::typed::territory_name;

/// What an intention is called.
pub(super) fn title(advice: &Advice, want: &Slug) -> String {
    advice
        .wants
        .get(want)
        .map_or_else(|| want.to_string(), draw::title)
}

/// The intentions of a pool, each with whose it is.
pub(super) fn wants(desk: &Desk, advice: &Advice, one: &Suggestion) -> Vec<Line> {
    let both = one.wants.iter().zip(&one.organisations);
    let line = |(want, organisation): (&Slug, &Slug)| Line {
        words: title(advice, want),
        more: told::named(desk, organisation),
        ..Line::default()
    };
    both.map(line).collect()
}

/// What is spared in the end, as a range.
pub(super) fn net(desk: &Desk, one: &Suggestion) -> String {
    let lang = desk.visit.lang;
    let told = [
        ("least", amount(lang, one.net.least).into()),
        ("most", amount(lang, one.net.most).into()),
        ("costleast", amount(lang, one.cost.least).into()),
        ("costmost", amount(lang, one.cost.most).into()),
    ];
    desk.words().with("pools-net", &told)
}

/// What makes it a pool, then each rule that spares, with its range and on whose word.
pub(super) fn reasons(desk: &Desk, one: &Suggestion) -> Vec<Line> {
    let words = desk.words();
    let evidence = one.evidence.iter().map(|one| Line {
        words: words.told(&evidence(desk, one)),
        ..Line::default()
    });
    let savings = one.savings.iter().map(|saving| Line {
        words: words.told(&saving.told()),
        more: words.told(&saving.source.told()),
        ..Line::default()
    });
    evidence.chain(savings).collect()
}

/// A reason that names places and organisations as people call them.
fn evidence(desk: &Desk, one: &Evidence) -> Told {
    match one {
        Evidence::Commune { commune } => {
            let key = TerritoryKey::commune(*commune);
            let name = territory_name(&desk.visit.directory, &key);
            Told::new("pools-evidence-commune").text("commune", name)
        }
        Evidence::Wished { by, with } => Told::new("pools-evidence-wished")
            .text("by", told::named(desk, by))
            .text("with", told::named(desk, with)),
        other => other.told(),
    }
}

/// The best pool that was not taken, and what would be lost by taking it.
pub(super) fn rival(desk: &Desk, advice: &Advice, one: &Suggestion) -> Option<String> {
    let rival = one.rival.as_ref()?;
    let names = rival.wants.iter().map(|want| title(advice, want)).collect();
    let told = [
        (
            "wants",
            portulan_i18n::listed(desk.visit.lang, names).into(),
        ),
        ("loses", amount(desk.visit.lang, rival.loses).into()),
    ];
    Some(desk.words().with("pools-rival", &told))
}

/// An intention without a pool, and why.
pub(super) fn unpooled(desk: &Desk, advice: &Advice, one: &Unpooled) -> Line {
    let words = desk.words();
    let told = [
        ("want", title(advice, &one.want).into()),
        ("cause", words.told(&one.cause.told()).into()),
    ];
    Line {
        words: words.with("pools-unpooled", &told),
        ..Line::default()
    }
}
