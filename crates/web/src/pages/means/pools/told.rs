//! Pools in words: how far they are, what was done, times, keys, and why something was refused.

use portulan_app::means::pools::PoolError;
use portulan_i18n::{amount, decimal};
use portulan_model::Slug;
use portulan_model::means::pools::{PoolDone, PoolStage};
use portulan_pools::{Key, Refusal, Terms, Unsound};

use crate::auth::{Desk, Refused};
use crate::pages::typed::organisation_name;

/// The keys that a form offers, by their words.
pub(super) static KEYS: [(&str, Key); 4] = [
    ("egal", Key::Equal),
    ("propre", Key::Own),
    ("temps", Key::Time),
    ("materiel", Key::Equipment),
];

/// What an organisation is called today, by any of its addresses.
pub(super) fn named(desk: &Desk, slug: &Slug) -> String {
    let directory = &desk.visit.directory;
    let slug = portulan_app::means::pools::today(directory, slug);
    organisation_name(directory, &slug)
}

/// The names of some organisations.
pub(super) fn all_named<'a>(desk: &Desk, slugs: impl IntoIterator<Item = &'a Slug>) -> String {
    let names = slugs.into_iter().map(|slug| named(desk, slug)).collect();
    portulan_i18n::listed(desk.visit.lang, names)
}

/// How far a pool is.
pub(super) fn stage(desk: &Desk, stage: PoolStage) -> String {
    desk.words().get(&format!("mut-etat-{}", stage.slug()))
}

/// By what the common part of terms is split; what each weighs where that was settled.
pub(super) fn key(desk: &Desk, terms: &Terms) -> String {
    let words = desk.words();
    let known = KEYS.iter().find(|(_, one)| one == terms.key());
    if let Some((word, _)) = known {
        return words.get(&format!("mut-cle-{word}"));
    }
    let weights = portulan_app::means::pools::weights(&desk.visit.directory, terms);
    let weight = |(slug, weight): (Slug, u32)| {
        let told = [("name", named(desk, &slug).into()), ("n", weight.into())];
        words.with("mut-poids-dit", &told)
    };
    let weights = weights.into_iter().map(weight).collect();
    let all = portulan_i18n::listed(desk.visit.lang, weights);
    words.with("mut-cle-poids-dit", &[("all", all.into())])
}

/// Time every week: in hours, and as a part of a full time.
pub(super) fn time(desk: &Desk, minutes: u32, hundredths: u32) -> String {
    let words = desk.words();
    let (hours, rest) = (minutes / 60, minutes % 60);
    let told = [("h", hours.into()), ("m", format!("{rest:02}").into())];
    let duration = match rest {
        0 => words.with("mut-duree-ronde", &told),
        _ => words.with("mut-duree", &told),
    };
    let share = decimal(desk.visit.lang, f64::from(hundredths) / 100.0, 2);
    let told = [("hours", duration.into()), ("etp", share.into())];
    words.with("mut-temps", &told)
}

/// What was done, by which organisation.
pub(super) fn act(desk: &Desk, done: &PoolDone) -> String {
    let name = done.organisation.as_ref().map(|slug| named(desk, slug));
    let told = [
        ("name", name.unwrap_or_default().into()),
        ("version", done.version.into()),
    ];
    desk.words()
        .with(&format!("mut-fait-{}", done.act.slug()), &told)
}

/// When, what the pool asked for from then on, and why.
pub(super) fn details(desk: &Desk, done: &PoolDone) -> String {
    let words = desk.words();
    let told = [
        ("at", desk.instant(done.at).into()),
        ("total", amount(desk.visit.lang, done.total).into()),
    ];
    let when = words.with("mut-fait-quand", &told);
    let why = done.why.as_ref().map(|why| {
        let told = [("why", why.as_str().into())];
        words.with("mut-fait-motif", &told)
    });
    why.map_or_else(|| when.clone(), |why| format!("{when} {why}"))
}

/// Why something was not done, in words; what nobody here can mend is a fault of the page.
pub(super) fn refusal(desk: &Desk, error: PoolError) -> Result<String, Refused> {
    let words = desk.words();
    let told = match error {
        PoolError::Unsound(unsound) | PoolError::Refused(Refusal::Unsound(unsound)) => {
            return Ok(self::unsound(desk, &unsound));
        }
        PoolError::Refused(refusal) => return Ok(refused(desk, &refusal)),
        PoolError::Carried(_) => "mut-refus-prise",
        PoolError::NoIntention(_) => "mut-refus-inconnue",
        PoolError::NotOwn => "mut-refus-sans-part",
        PoolError::NotNow(stage) => {
            let told = [("state", self::stage(desk, stage).into())];
            return Ok(words.with("mut-refus-etat", &told));
        }
        PoolError::BadReference(_) => "mut-refus-reference",
        PoolError::Other(error) => return Err(error.into()),
    };
    Ok(words.get(told))
}

fn refused(desk: &Desk, refusal: &Refusal) -> String {
    let words = desk.words();
    match refusal {
        Refusal::NotAPartner(slug) => {
            let told = [("name", named(desk, slug).into())];
            words.with("mut-refus-hors", &told)
        }
        Refusal::OtherVersion { .. } => words.get("mut-refus-version"),
        Refusal::NoLead(_) => words.get("mut-refus-porteur"),
        Refusal::OtherWants => words.get("mut-refus-autres"),
        Refusal::Last(_) => words.get("mut-refus-derniere"),
        Refusal::Unsound(unsound) => self::unsound(desk, unsound),
    }
}

fn unsound(desk: &Desk, unsound: &Unsound) -> String {
    let id = match unsound {
        Unsound::Alone(_) => "mut-refus-seule",
        Unsound::Twice(_) => "mut-refus-deux-fois",
        Unsound::OneOrganisation => "mut-refus-une",
        Unsound::LeadOutside(_) => "mut-refus-porteur",
        Unsound::Negative(_) | Unsound::NegativeCommon => "roadmap-wrong-amount-negative",
        Unsound::NoWeight => "mut-refus-cle",
        Unsound::TooMuch => "roadmap-wrong-amount",
        Unsound::Years(_) | Unsound::Amount(_) | Unsound::Count(_) => "mut-refus-intention",
        Unsound::Uneven | Unsound::Broken => "mut-refus-compte",
    };
    desk.words().get(id)
}
