//! Applications examined by the body that holds their call, advised on by the levels that they concern, decided by its
//! committee, and published.
//!
//! Whoever says something holds the row of the call, as whoever applies does. Nobody of an organisation that takes part in
//! an application says anything of it. A decision that gives money is written with the line of the ledger, in one
//! transaction: both are there, or none, and an envelope refuses what it does not hold.

mod batch;
mod decide;
mod levels;
mod results;
mod say;

use std::collections::BTreeSet;

use chrono::NaiveDate;
use portulan_model::journal::{Deed, Entry};
use portulan_model::means::applications::{Application, Stage};
use portulan_model::means::calls::Call;
use portulan_model::means::examination::{
    Delays, Examination, ExaminationError, Label, Marks, Panel,
};
use portulan_model::means::forms::Revision;
use portulan_model::{ApplicationId, Slug};
use portulan_policy::actions::ReadApplications;
use portulan_policy::{Action, Actor, Capability, Node};
use portulan_store::{Governs, StoreError, Write};
use thiserror::Error;

use super::applications::{read_received, received};
use super::calls::{self, Told};
use super::envelopes::EnvelopeError;
use crate::roadmaps::body_of;
use crate::{App, Error};

pub use batch::{Each, Several, decide_several, label_several};
pub use decide::{Gift, decide, request};
pub use levels::{Routed, advise, levels, own_levels, routed, to_advise, whereabouts};
pub use results::{Results, Winner, known, publish, results, told_to};
pub use say::{declare, find, note, score, set_grid};

/// Why something is not said of an application.
#[derive(Debug, Error)]
pub enum ExamError {
    /// The examination does not allow it.
    #[error(transparent)]
    Examination(#[from] ExaminationError),
    /// It is not submitted, or no more.
    #[error("the application is {}", .0.slug())]
    NotSubmitted(Stage),
    /// Whoever says it is of an organisation that takes part.
    #[error("nobody examines the application of their own organisation")]
    Party,
    /// The level is none that the application concerns.
    #[error("the application does not concern that level")]
    NotConcerned,
    /// Some applications were marked on the grid that stands.
    #[error("the grid was used")]
    GridUsed,
    /// Something is not decided yet.
    #[error("{0} applications are not decided")]
    Undecided(usize),
    /// Only what is accepted comes with money.
    #[error("only what is accepted comes with money")]
    NoGift,
    /// What gives is not decided with others.
    #[error("what gives is decided one by one")]
    OneByOne,
    /// Where the money would go is not known.
    #[error("where the application is from is not known")]
    Nowhere,
    /// The envelope refuses.
    #[error(transparent)]
    Envelope(#[from] EnvelopeError),
    /// Anything else.
    #[error(transparent)]
    Other(#[from] Error),
}

impl From<StoreError> for ExamError {
    fn from(error: StoreError) -> Self {
        Self::Other(error.into())
    }
}

/// An application that is examined.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Examined {
    /// The application.
    pub application: Application,
    /// Its examination.
    pub examination: Examination,
    /// What its marks come to.
    pub marks: Option<Marks>,
}

/// The applications of a call, as those who examine see them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Board {
    /// The call.
    pub call: Call,
    /// Its grid, and whether results are public.
    pub panel: Panel,
    /// Those with the best marks first, then those that came first.
    pub all: Vec<Examined>,
}

impl Board {
    /// How long those that wait for the body have waited. What was withdrawn or returned does not wait for it.
    #[must_use]
    pub fn delays(&self, today: NaiveDate) -> Delays {
        let waits = self.all.iter().filter_map(|one| {
            let came = one.application.receipts.first()?.at;
            (one.application.stage() == Stage::Submitted).then_some((&one.examination, came))
        });
        Delays::of(waits, &self.call.terms.timeline, today)
    }

    /// The labels of its applications, each once.
    #[must_use]
    pub fn labels(&self) -> BTreeSet<Label> {
        let labels = self.all.iter().flat_map(|one| &one.examination.labels);
        labels.cloned().collect()
    }
}

/// One application, as those who examine see it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct File {
    /// The call.
    pub call: Call,
    /// Its grid, and whether results are public.
    pub panel: Panel,
    /// The questions that the application answers.
    pub revision: Revision,
    /// The application.
    pub one: Examined,
}

/// All applications to a call of the body.
pub async fn board(
    app: &App,
    may: &Capability<ReadApplications>,
    call: &Slug,
) -> Result<Board, Error> {
    let (call, applications) = received(app, may, call).await?;
    let panel = panel(app, &call.slug).await?;
    let mut known = app.store().kept_of::<Examination>(&call.slug).await?;
    let mut all: Vec<Examined> = Vec::with_capacity(applications.len());
    for application in applications {
        let at = known
            .iter()
            .position(|one| one.application == application.id);
        let examination = at.map(|at| known.swap_remove(at));
        all.push(examined(&panel, application, examination));
    }
    all.sort_by_key(|one| std::cmp::Reverse(one.marks.map(|marks| marks.mean)));
    Ok(Board { call, panel, all })
}

/// One application to a call of the body.
pub async fn read(
    app: &App,
    may: &Capability<ReadApplications>,
    (call, id): (&Slug, ApplicationId),
) -> Result<File, Error> {
    let (call, received) = read_received(app, may, (call, id)).await?;
    let panel = panel(app, &call.slug).await?;
    let examination = app.store().kept_one::<Examination>(&id).await?;
    let one = examined(&panel, received.application, examination);
    Ok(File {
        call,
        panel,
        revision: received.revision,
        one,
    })
}

/// Whether somebody is of an organisation that takes part in an application.
#[must_use]
pub fn is_party(actor: &Actor, application: &Application) -> bool {
    let takes_part = |node: &Node| match node {
        Node::Organisation(slug) => application.parties.party(slug).is_some(),
        _ => false,
    };
    actor.grants().iter().any(|grant| takes_part(grant.node()))
}

fn examined(panel: &Panel, application: Application, examination: Option<Examination>) -> Examined {
    let blank = || Examination::begin(application.id, application.call.clone());
    let examination = examination.unwrap_or_else(blank);
    let marks = panel.grid.marks(&examination);
    Examined {
        application,
        examination,
        marks,
    }
}

async fn panel(app: &App, call: &Slug) -> Result<Panel, Error> {
    let found = app.store().kept_one::<Panel>(call).await?;
    Ok(found.unwrap_or_else(|| Panel::empty(call.clone())))
}

/// What is read before something is said of an application, while nobody else writes on its call.
struct Held {
    call: Call,
    panel: Panel,
    application: Application,
    examination: Examination,
}

impl Held {
    /// Reads it in a transaction, for somebody who takes no part in it.
    async fn take(
        write: &mut Write,
        actor: &Actor,
        (call, id): (&Slug, ApplicationId),
    ) -> Result<Self, ExamError> {
        let found = write.take_call(call).await?;
        let found = found.ok_or_else(|| calls::missing(call))?;
        let unknown = || Error::NotFound(format!("candidature {id}"));
        let application = write.kept_one::<Application>(&id).await?;
        let application = application.filter(|one| one.call == *call);
        let application = application.ok_or_else(unknown)?;
        match application.stage() {
            Stage::Submitted => {}
            Stage::Draft => return Err(unknown().into()),
            other => return Err(ExamError::NotSubmitted(other)),
        }
        if is_party(actor, &application) {
            return Err(ExamError::Party);
        }
        let panel = write.kept_one::<Panel>(call).await?;
        let examination = write.kept_one::<Examination>(&id).await?;
        Ok(Self {
            panel: panel.unwrap_or_else(|| Panel::empty(call.clone())),
            examination: examination.unwrap_or_else(|| Examination::begin(id, call.clone())),
            call: found,
            application,
        })
    }

    /// The same, of the body of a capability.
    async fn of_body<A: Action>(
        write: &mut Write,
        may: &Capability<A>,
        of: (&Slug, ApplicationId),
    ) -> Result<Self, ExamError> {
        let held = Self::take(write, may.actor(), of).await?;
        if held.call.followed_by == *body_of(may)? {
            Ok(held)
        } else {
            Err(calls::missing(of.0).into())
        }
    }
}

/// Changes the examination of an application of the body. The same again writes nothing.
async fn change<A: Governs>(
    app: &App,
    may: &Capability<A>,
    of: (&Slug, ApplicationId),
    (what, change): (
        &str,
        impl FnOnce(Examination, &Panel) -> Result<Examination, ExaminationError> + Send,
    ),
) -> Result<(), ExamError> {
    let mut write = app.store().begin_governance(may).await?;
    let held = Held::of_body(&mut write, may, of).await?;
    let after = change(held.examination.clone(), &held.panel)?;
    if after == held.examination {
        return Ok(());
    }
    let line = told(app, may.actor(), &held, what);
    write.keep_told(&after, &line).await?;
    write.commit().await?;
    Ok(())
}

/// A line of the journal of the body: motives and notes are not copied into it.
fn told(app: &App, actor: &Actor, held: &Held, what: &str) -> Entry {
    let what = format!("candidature {}: {what}", held.application.id);
    let told = Told {
        call: &held.call,
        deed: Deed::Updated,
        what: &what,
        before: None,
        after: None,
    };
    calls::entry(app, actor, told)
}
