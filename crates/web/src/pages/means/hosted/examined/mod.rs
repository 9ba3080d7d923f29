//! Examination of what was submitted: for those who examine, mark and decide (`…/appels/<appel>/examen` and
//! `…/candidatures/<candidature>/examen`), for the levels that an application concerns (`/espace/avis`), for those who applied
//! (`…/candidatures/<candidature>/courrier`), and results for everybody (`/appels/<appel>/resultats`).
//!
//! Each form asks for its own right, on the body or the territory; what is not theirs is not found.

mod acts;
mod batch;
mod board;
mod decision;
mod delays;
mod file;
mod grid;
mod letter;
mod levels;
mod results;
mod told;

use portulan_app::means::examination::{self, File};
use portulan_model::ApplicationId;
use portulan_policy::NodeKind;
use portulan_policy::actions::{
    Advise, Apply, DecideApplications, Examine, ReadApplications, Score,
};

use super::Holding;
use crate::auth::{Desk, Refused, named};
use crate::pages::addresses::TO_ADVISE;
use crate::routes::{Needs, Routes};

/// The tab of the body.
const TAB: &str = "gouvernances";

pub(super) use letter::way as letter_way;
pub(in crate::pages::means) use results::way as results_way;

/// What is guarded.
pub(super) fn routes() -> Routes {
    let on: &[NodeKind] = &[NodeKind::Body];
    let read = Needs::right::<ReadApplications>(on);
    let examine = Needs::right::<Examine>(on);
    let score = Needs::right::<Score>(on);
    let decide = Needs::right::<DecideApplications>(on);
    let own = |end: &str| format!("/espace/gouvernances/{{slug}}/appels/{{appel}}{end}");
    let one = |end: &str| own(&format!("/candidatures/{{candidature}}{end}"));
    Routes::default()
        .get(&own("/examen"), read, board::show)
        .post(&own("/examen/resultats"), decide, board::publish)
        .post(&own("/examen/lot"), read, batch::act)
        .get(&own("/examen/grille"), decide, grid::show)
        .post(&own("/examen/grille"), decide, grid::save)
        .get(&one("/examen"), read, file::show)
        .post(&one("/examen/constat"), examine, acts::find)
        .post(&one("/examen/note"), examine, acts::note)
        .post(&one("/examen/notation"), score, acts::score)
        .post(&one("/examen/conflit"), score, acts::declare)
        .post(&one("/examen/decision"), decide, decision::decide)
        .get(&one("/courrier"), decide, letter::of_body)
        .merge(elsewhere())
}

/// What is not at the desk of the body.
fn elsewhere() -> Routes {
    let advise = Needs::right::<Advise>(&[NodeKind::Territory]);
    let apply = Needs::right::<Apply>(&[NodeKind::Organisation]);
    let one = "/espace/avis/{candidature}";
    let letter = "/espace/structures/{slug}/candidatures/{candidature}/courrier";
    Routes::default()
        .get(TO_ADVISE, Needs::somewhere::<Advise>(), levels::list)
        .get(one, advise, levels::show)
        .post(one, advise, levels::advise)
        .get(letter, apply, letter::of_organisation)
}

/// What everybody reads.
pub(in crate::pages::means) fn public() -> Routes {
    Routes::default()
        .get("/appels/{appel}/resultats", Needs::Public, results::show)
        .get(
            "/appels/{appel}/resultats.json",
            Needs::Public,
            results::file,
        )
}

/// An application of an address, for whoever reads what the body received.
struct Looked {
    at: Holding,
    id: ApplicationId,
    file: File,
}

impl Looked {
    async fn open(desk: &Desk, (slug, call, id): (&str, &str, &str)) -> Result<Self, Refused> {
        let at = Holding::open(desk, (slug, call))?;
        let id: ApplicationId = named(id)?;
        let file = examination::read(desk.app(), &at.may, (&at.call, id)).await?;
        Ok(Self { at, id, file })
    }

    /// A page of it.
    fn here(&self, part: &str) -> String {
        self.at.at(&format!("candidatures/{}/{part}", self.id))
    }
}
