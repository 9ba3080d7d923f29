//! Applications in words: how far, what is wrong, what was answered.

use chrono_tz::Europe::Paris;
use portulan_app::Error;
use portulan_app::means::applications::ApplyError;
use portulan_app::means::calls::Barrier;
use portulan_app::means::forms::FormsError;
use portulan_i18n::{Words, amount, date, listed};
use portulan_model::PostId;
use portulan_model::means::applications::{
    Application, ApplicationError, PartiesError, Party, Receipt, Stage,
};
use portulan_model::means::forms::{Answer, FieldsError, FormError, Wrong};

use crate::auth::{Desk, Refused};
use crate::pages::bodies::files as shared;
use crate::pages::typed::{organisation_name, place_name, territory_name};

/// How far an application is.
pub(super) fn stage(words: Words, stage: Stage) -> String {
    words.get(&format!("candidature-etat-{}", stage.slug()))
}

/// The same, with what is late.
pub(super) fn standing(words: Words, application: &Application) -> String {
    let told = stage(words, application.stage());
    if application.is_late() {
        format!("{told}. {}", words.get("candidature-tardive"))
    } else {
        told
    }
}

/// What an organisation is in an application.
pub(super) fn party(words: Words, party: Party) -> String {
    words.get(&format!("candidature-role-{}", party.slug()))
}

/// What keeps an organisation out.
pub(super) fn barrier(words: Words, barrier: Barrier) -> String {
    words.get(match barrier {
        Barrier::Area => "candidature-hors-zone",
        Barrier::Kind => "candidature-hors-type",
        Barrier::Scheme => "candidature-hors-dispositif",
    })
}

/// When something was received, to the second.
pub(super) fn received(desk: &Desk, receipt: &Receipt) -> String {
    let local = receipt.at.with_timezone(&Paris);
    let told = [
        ("date", date(desk.visit.lang, local.date_naive()).into()),
        ("time", local.format("%H:%M:%S").to_string().into()),
    ];
    desk.words().with("candidature-recue", &told)
}

/// Why something was not done, in words; what nobody here can mend is a fault of the page.
pub(super) fn refusal(desk: &Desk, error: ApplyError) -> Result<String, Refused> {
    let words = desk.words();
    let id = match error {
        ApplyError::Application(error) => return Ok(application(words, &error)),
        ApplyError::Barred(barriers) => {
            let all = barriers.into_iter().map(|one| barrier(words, one));
            return Ok(all.collect::<Vec<_>>().join(" "));
        }
        ApplyError::NoForm => "candidature-sans-formulaire",
        ApplyError::Wrong(_) => "candidature-reponses-fausses",
        ApplyError::NotLead => "candidature-pas-porteuse",
        ApplyError::Reads => "candidature-lecture",
        ApplyError::NoFile(_) => "candidature-pas-de-fichier",
        ApplyError::File(error) => shared::fault(error),
        ApplyError::NoOrganisation(_) => "bodies-wrong-organisation",
        ApplyError::Other(Error::Files(error)) => shared::away(&error),
        ApplyError::Other(error) => return Err(error.into()),
    };
    Ok(words.get(id))
}

fn application(words: Words, error: &ApplicationError) -> String {
    let id = match error {
        ApplicationError::Meanwhile(_) => "candidature-entre-temps",
        ApplicationError::NotNow(_) => "candidature-plus-la",
        ApplicationError::Early => "candidature-trop-tot",
        ApplicationError::Closed => "candidature-close",
        ApplicationError::Missing(missing) => {
            return words.with("candidature-manque", &[("n", missing.len().into())]);
        }
        ApplicationError::NotReturned(_) => "candidature-champ-ferme",
        ApplicationError::Nothing => "candidature-renvoi-vide",
        ApplicationError::Parties(PartiesError::Leads(_)) => "candidature-porte-deja",
        ApplicationError::Parties(PartiesError::TooMany | PartiesError::Twice(_)) => {
            "candidature-trop-de-participants"
        }
    };
    words.get(id)
}

/// Why a form was not changed.
pub(super) fn form(desk: &Desk, error: FormsError) -> Result<String, Refused> {
    let id = match error {
        FormsError::Form(FormError::Fields(FieldsError::TooMany)) => "formulaire-trop",
        FormsError::Form(FormError::Fields(FieldsError::NoChoice(_))) => "formulaire-sans-choix",
        FormsError::Form(FormError::Fields(FieldsError::Unfounded(_))) => "formulaire-depend",
        FormsError::Form(FormError::Empty) => "formulaire-vide",
        FormsError::Form(FormError::NoField(_) | FormError::Fields(FieldsError::Twice(_))) => {
            "formulaire-disparue"
        }
        FormsError::Elsewhere => "formulaire-ailleurs",
        FormsError::Other(error) => return Err(error.into()),
    };
    Ok(desk.words().get(id))
}

/// What is wrong with an answer.
pub(super) fn wrong(desk: &Desk, wrong: Wrong) -> String {
    let (words, lang) = (desk.words(), desk.visit.lang);
    let id = match wrong {
        Wrong::TooLong(most) => return words.with("edit-too-long", &[("n", most.into())]),
        Wrong::Amount(_) => "candidature-faux-montant",
        Wrong::Above(most) => {
            return words.with(
                "candidature-faux-plafond",
                &[("most", most.to_string().into())],
            );
        }
        Wrong::Beyond(most) => {
            return words.with(
                "candidature-faux-plafond",
                &[("most", amount(lang, most).into())],
            );
        }
        Wrong::NotADay => "typed-day-wrong",
        Wrong::NoSuchChoice => "edit-choice-unknown",
        Wrong::NoSuchTerritory => "candidature-faux-territoire",
        Wrong::NotASiret => "candidature-faux-siret",
        Wrong::NoSuchPlace => "candidature-faux-lieu",
        Wrong::NoSuchPost => "candidature-faux-poste",
    };
    words.get(id)
}

/// An answer as people read it.
pub(super) fn answer(desk: &Desk, answer: &Answer) -> String {
    let (lang, directory) = (desk.visit.lang, &desk.visit.directory);
    match answer {
        Answer::Text(said) => said.as_str().to_owned(),
        Answer::Number(number) => number.to_string(),
        Answer::Amount(cents) => amount(lang, *cents),
        Answer::Date(day) => date(lang, *day),
        Answer::Choice(chosen) => listed(lang, chosen.clone()),
        Answer::Territory(key) => territory_name(directory, key),
        Answer::Organisation(siret) => {
            let mut all = directory.organisations.iter();
            let known = all.find(|one| one.pivot.as_deref() == Some(siret.as_str()));
            known.map_or_else(|| siret.clone(), |one| format!("{} ({siret})", one.name))
        }
        Answer::Place(id) => place_name(directory, *id),
        Answer::Post(id) => post(desk, *id),
        Answer::File(file) => file.name.clone(),
        Answer::Commitment => desk.words().get("candidature-oui"),
    }
}

/// What a post is called: that of its host.
pub(super) fn post(desk: &Desk, id: PostId) -> String {
    let directory = &desk.visit.directory;
    let mut posts = directory.levels.world().posts.iter();
    let Some(post) = posts.find(|post| post.id == id) else {
        return id.to_string();
    };
    let told = [
        ("kind", post_kind(desk.words(), post.kind.slug()).into()),
        ("name", organisation_name(directory, &post.host).into()),
    ];
    desk.words().with("candidature-poste", &told)
}

fn post_kind(words: Words, kind: &str) -> String {
    words.get(&format!("poste-type-{kind}"))
}
