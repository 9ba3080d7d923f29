//! What is done with a decision: changed, contested, done, published. What is wrong comes back beside its field.

use axum::extract::{Form, Path};
use axum::http::StatusCode;
use axum::response::Response;
use portulan_app::decisions::{self, Changed, Refused as Wrong};
use portulan_app::settled::Settled;
use portulan_model::Slug;
use portulan_model::governance::{Decision, DecisionNumber, Dissent};
use portulan_policy::Capability;
use portulan_policy::actions::HoldMeetings;

use super::new::{fault, read};
use super::one::{DONE, NAMED, PUBLISHED, SAID, TITLE, WHO};
use super::show::{Asked, Shown, page};
use super::{Pairs, Reached, at_desk, words};
use crate::auth::{Desk, Refused, done};
use crate::pages::editing::answers::{Answers, BEFORE};
use crate::pages::typed::Reading;

/// The decision of an address, the right to write it, and what was typed.
struct Act {
    at: Reached,
    may: Capability<HoldMeetings>,
    known: Decision,
    answers: Answers,
}

impl Act {
    async fn open(
        desk: &Desk,
        (slug, number): (String, String),
        pairs: Pairs,
    ) -> Result<Self, Refused> {
        let at = Reached::open(desk, &slug)?;
        let may = at.holds(desk)?;
        let known = at.decision(desk, &number).await?;
        let answers = Answers::of(pairs);
        Ok(Self {
            at,
            may,
            known,
            answers,
        })
    }

    const fn number(&self) -> DecisionNumber {
        self.known.decision.number
    }

    /// The page with what was typed, and what is wrong with it.
    async fn again(self, desk: &Desk, asked: Asked) -> Result<Response, Refused> {
        let shown = Shown {
            at: &self.at,
            decision: &self.known,
            typed: Some((asked, self.answers)),
        };
        page(desk, &shown).await
    }

    /// What became of it, said on the page of the decision.
    async fn ended(
        mut self,
        desk: &Desk,
        (asked, note): (Asked, &str),
        changed: Changed,
    ) -> Result<Response, Refused> {
        match changed {
            Settled::Saved(_) | Settled::Same => {
                let there = at_desk(&self.at.body.slug, self.number());
                return Ok(done(&there, note));
            }
            Settled::Moved(theirs) => {
                self.known = *theirs;
                self.answers.drop(BEFORE);
                self.answers.fault(TITLE, desk.words().get("typed-moved"));
            }
            // The form is not on the page any more.
            Settled::Refused(Wrong::Public | Wrong::NothingToDo) => {
                let there = at_desk(&self.at.body.slug, self.number());
                return Ok(done(&there, "decision-not-now"));
            }
            Settled::Refused(refused) => match asked {
                Asked::Change => fault(desk, &mut self.answers, &refused),
                Asked::Dissent => self.wrong(desk, WHO, words::wrong(&refused).1),
                Asked::Follow => self.wrong(desk, DONE, words::wrong(&refused).1),
                Asked::Publish => self.wrong(desk, PUBLISHED, words::wrong(&refused).1),
            },
        }
        self.again(desk, asked).await
    }

    fn wrong(&mut self, desk: &Desk, field: &str, id: &str) {
        self.answers.fault(field, desk.words().get(id));
    }
}

/// `POST …/decisions/{decision}`.
pub(super) async fn change(
    desk: Desk,
    Path(names): Path<(String, String)>,
    Form(pairs): Form<Pairs>,
) -> Result<Response, Refused> {
    let mut act = Act::open(&desk, names, pairs).await?;
    let before: Option<Decision> = act.answers.before();
    let before = before.filter(|one| one.decision == act.known.decision);
    let before = before.unwrap_or_else(|| act.known.clone());
    let Some(wish) = read(&desk, &mut act.answers) else {
        return act.again(&desk, Asked::Change).await;
    };
    // Who is a member that day is asked of the day that is kept, whatever a form says.
    let before = Decision {
        on: act.known.on,
        ..before
    };
    let changed = decisions::change(desk.app(), &act.may, &before, wish).await?;
    act.ended(&desk, (Asked::Change, "decision-saved"), changed)
        .await
}

/// `POST …/decisions/{decision}/desaccord`.
pub(super) async fn dissent(
    desk: Desk,
    Path(names): Path<(String, String)>,
    Form(pairs): Form<Pairs>,
) -> Result<Response, Refused> {
    let mut act = Act::open(&desk, names, pairs).await?;
    let who: Option<Slug> = act.answers.text(WHO).parse().ok();
    let Some(who) = who else {
        act.wrong(&desk, WHO, "decision-wrong-member");
        return act.again(&desk, Asked::Dissent).await;
    };
    let (app, number) = (desk.app(), act.number());
    let (changed, note) = match act.answers.text("geste") {
        "retirer" => (
            decisions::agree(app, &act.may, number, &who).await?,
            "decision-agreed",
        ),
        "taire" => (
            decisions::unname(app, &act.may, number, &who).await?,
            "decision-unnamed",
        ),
        "" => {
            let words = Reading::of(&desk, &mut act.answers).prose(SAID);
            if act.answers.faults() > 0 {
                return act.again(&desk, Asked::Dissent).await;
            }
            let said = Dissent {
                organisation: who,
                words,
                public: act.answers.has(NAMED, "oui"),
            };
            let told = decisions::dissent(app, &act.may, &act.known, said).await?;
            (told, "decision-contested")
        }
        _ => return Err(Refused(StatusCode::BAD_REQUEST)),
    };
    act.ended(&desk, (Asked::Dissent, note), changed).await
}

/// `POST …/decisions/{decision}/suivi`.
pub(super) async fn follow(
    desk: Desk,
    Path(names): Path<(String, String)>,
    Form(pairs): Form<Pairs>,
) -> Result<Response, Refused> {
    let mut act = Act::open(&desk, names, pairs).await?;
    let (on, note) = if act.answers.has("geste", "reprendre") {
        (None, "decision-undone")
    } else {
        let on = Reading::of(&desk, &mut act.answers).needed_day(DONE);
        (on, "decision-done")
    };
    if act.answers.faults() > 0 {
        return act.again(&desk, Asked::Follow).await;
    }
    let changed = decisions::done(desk.app(), &act.may, act.number(), on).await?;
    act.ended(&desk, (Asked::Follow, note), changed).await
}

/// `POST …/decisions/{decision}/publication`.
pub(super) async fn publish(
    desk: Desk,
    Path(names): Path<(String, String)>,
    Form(pairs): Form<Pairs>,
) -> Result<Response, Refused> {
    let mut act = Act::open(&desk, names, pairs).await?;
    let (on, note) = if act.answers.has("geste", "retirer") {
        (None, "decision-retracted")
    } else {
        let on = Reading::of(&desk, &mut act.answers).needed_day(PUBLISHED);
        (on, "decision-published")
    };
    if act.answers.faults() > 0 {
        return act.again(&desk, Asked::Publish).await;
    }
    let changed = decisions::publish(desk.app(), &act.may, act.number(), on).await?;
    act.ended(&desk, (Asked::Publish, note), changed).await
}
