//! `/espace/postes/<id>`: the life of a post, what is to be seen to, and the steps that it can take.

use axum::extract::{Form as Sent, Path};
use axum::response::Response;
use portulan_app::editing::Outcome;
use portulan_app::posts::{self, to_see_to};
use portulan_app::settled::Settled;
use portulan_i18n::date;
use portulan_model::PostId;
use portulan_model::posts::{Post, PostError, PostField, PostKind, PostState, team};
use portulan_policy::actions::{ManagePosts, ReadHolder};
use portulan_policy::{Capability, allow};

use super::steps::{self, Act};
use super::words::{alert_words, kind_words, share_words, state_words};
use super::{form, funding, list};
use crate::auth::{Desk, Refused, done, named};
use crate::pages::addresses;
use crate::pages::editing::answers::Answers;
use crate::pages::editing::clash;
use crate::pages::parts::{Ask, Form, Line, Part, desk_page};
use crate::pages::typed::{Reading, faults, organisation_name, place_name, territory_name};

/// `GET /espace/postes/{id}`.
pub(super) async fn show(desk: Desk, Path(id): Path<String>) -> Result<Response, Refused> {
    let id: PostId = named(&id)?;
    let (post, _may) = posts::read::<ManagePosts>(desk.app(), desk.actor(), id).await?;
    let mut answers = Answers::default();
    form::fill(&desk, &post, &mut answers);
    Ok(shown(&desk, &post, &answers, None))
}

/// `POST /espace/postes/{id}`: a step.
pub(super) async fn step(
    desk: Desk,
    Path(id): Path<String>,
    Sent(pairs): Sent<Vec<(String, String)>>,
) -> Result<Response, Refused> {
    let id: PostId = named(&id)?;
    let (post, may) = posts::read::<ManagePosts>(desk.app(), desk.actor(), id).await?;
    let mut answers = Answers::of(pairs);
    let act = Act::read(answers.text(steps::ACT));
    if act == Some(Act::Facts) {
        return put_right(&desk, (&post, &may), answers).await;
    }
    let mut reading = Reading::of(&desk, &mut answers);
    let step = act.and_then(|act| steps::read(&mut reading, act));
    let Some(step) = step.filter(|_| answers.faults() == 0) else {
        return Ok(shown(
            &desk,
            &post,
            &completed(&desk, &post, answers, act),
            act,
        ));
    };
    let here = addresses::post(id);
    match posts::step(desk.app(), &may, &post, step).await? {
        Settled::Saved(_) => Ok(done(&here, act.map_or("disp-saved", Act::note))),
        Settled::Same => Ok(done(&here, "place-same")),
        Settled::Moved(theirs) => Ok(shown(&desk, &theirs, &answers, act)),
        Settled::Refused(error) => {
            let field = act.map_or(steps::ACT, Act::field);
            answers.fault(field, refusal(&desk, error));
            Ok(shown(
                &desk,
                &post,
                &completed(&desk, &post, answers, act),
                act,
            ))
        }
    }
}

/// What is known of it is put right, field by field.
async fn put_right(
    desk: &Desk,
    (post, may): (&Post, &Capability<ManagePosts>),
    mut answers: Answers,
) -> Result<Response, Refused> {
    let facts = form::read_facts(&mut Reading::of(desk, &mut answers), Some(post.id));
    let Some(facts) = facts.filter(|_| answers.faults() == 0) else {
        return Ok(shown(desk, post, &answers, Some(Act::Facts)));
    };
    let value = |field, of: &Post| form::told(desk, field, of);
    let name = |field: PostField| desk.words().get(field.slug());
    let words = clash::Words {
        word: PostField::slug,
        name: &name,
        value: &value,
    };
    let change = words.change(&answers, (PostField::ALL, post, facts.over(post)));
    let here = addresses::post(post.id);
    Ok(
        match posts::put_right(desk.app(), may, post, &change).await? {
            Outcome::Saved(_) => done(&here, Act::Facts.note()),
            Outcome::Same => done(&here, "place-same"),
            Outcome::Clash { fields, theirs } => {
                let ways = (here.clone(), here);
                words.choose((desk, &answers), ways, (&fields, &theirs, &change))
            }
        },
    )
}

/// What was typed in one form, and what is known in the others.
fn completed(desk: &Desk, post: &Post, mut answers: Answers, act: Option<Act>) -> Answers {
    if act != Some(Act::Facts) {
        form::fill(desk, post, &mut answers);
    }
    answers
}

fn refusal(desk: &Desk, error: PostError) -> String {
    let words = desk.words();
    match error {
        PostError::NotNow(_) => words.get("poste-not-now"),
        PostError::TooEarly(day) => {
            let day = date(desk.visit.lang, day);
            words.with("poste-too-early", &[("date", day.into())])
        }
        PostError::TooManyShares(_) => words.get("poste-lieux-too-much"),
        PostError::NothingExtended => words.get("poste-nothing-extended"),
    }
}

fn shown(desk: &Desk, post: &Post, answers: &Answers, act: Option<Act>) -> Response {
    let words = desk.words();
    let directory = &desk.visit.directory;
    let mut parts = Vec::new();
    let target = posts::target(directory, post);
    if allow::<ReadHolder>(desk.actor(), target).is_ok() {
        let way = (
            addresses::post_holder(post.id),
            words.get("titulaire-title"),
        );
        parts.push(Part::Ways(vec![way]));
    }
    let alerts = to_see_to(post, desk.visit.today()).into_iter();
    parts.extend(alerts.map(|alert| Part::Warning(alert_words(words, alert))));
    parts.push(Part::Facts(facts(desk, post)));
    parts.extend(life(desk, post));
    parts.extend(team_parts(desk, post));
    let ask = Ask { words, answers };
    let form = |one: Act| {
        let (id, fields) = (one.word(), steps::fields(desk, &ask, one, post));
        Part::Form(Form {
            id,
            title: Some(words.get(&format!("poste-geste-{id}"))),
            action: addresses::post(post.id),
            faults: faults(words, answers).filter(|_| act == Some(one)),
            fields,
            submit: words.get(&format!("poste-geste-{id}")),
            plain: one == Act::GiveBack,
        })
    };
    parts.extend(steps::open_to(post).into_iter().map(form));
    let scheme = post.scheme.as_ref();
    let scheme = scheme.and_then(|slug| portulan_app::schemes::find(directory, slug));
    let host = organisation_name(directory, &post.host);
    let title = format!("{}, {host}", kind_words(words, post.kind));
    desk_page(desk.page(title, "postes"), list::head(desk, scheme), parts)
}

fn facts(desk: &Desk, post: &Post) -> Vec<(String, String)> {
    let (lang, words, today) = (desk.visit.lang, desk.words(), desk.visit.today());
    let directory = &desk.visit.directory;
    let share = post.fte_on(today);
    let share = share.map(|share| share_words(lang, u64::from(share.hundredths())));
    let sites = post.sites.iter().map(|site| {
        let name = place_name(directory, site.place);
        match site.share {
            Some(share) => format!("{name} ({share}\u{a0}%)"),
            None => name,
        }
    });
    let sites: Vec<String> = sites.collect();
    let state = post.state_on(today).map(|state| state_words(words, state));
    let unknown = || words.get("not-known");
    let mut facts = vec![
        (words.get("poste-etat"), state.unwrap_or_else(unknown)),
        (words.get("poste-temps-name"), share.unwrap_or_else(unknown)),
        (
            words.get("poste-niveau-name"),
            territory_name(directory, &post.level),
        ),
        (
            words.get("poste-employeur-name"),
            organisation_name(directory, &post.employer),
        ),
    ];
    if !sites.is_empty() {
        let sites = portulan_i18n::listed(lang, sites);
        facts.push((words.get("poste-lieux-name"), sites));
    }
    facts
}

/// What happened to it, in the order of days; its funding and its renewals.
fn life(desk: &Desk, post: &Post) -> Vec<Part> {
    let (lang, words) = (desk.visit.lang, desk.words());
    let day = |day| date(lang, day);
    let states = post.states.changes().map(|(on, state)| {
        let words = match state {
            PostState::Filled { until: Some(until) } => {
                words.with("poste-occupe-jusque", &[("date", day(*until).into())])
            }
            state => state_words(words, *state),
        };
        (*on, words)
    });
    let shares = post.fte.changes().map(|(on, share)| {
        let share = share_words(lang, u64::from(share.hundredths()));
        (*on, words.with("poste-temps-de", &[("etp", share.into())]))
    });
    let renewals = post
        .extended
        .iter()
        .map(|on| (*on, words.get("poste-prolonge")));
    let mut all: Vec<(chrono::NaiveDate, String)> = states.chain(shares).chain(renewals).collect();
    all.sort();
    let line = |(on, words): (chrono::NaiveDate, String)| Line {
        words: day(on),
        more: words,
        ..Line::default()
    };
    let mut parts = vec![
        Part::Title("vie", words.get("poste-vie")),
        Part::Lines(all.into_iter().map(line).collect()),
    ];
    if !post.funding.is_empty() {
        let line = |(who, about)| Line {
            words: who,
            more: about,
            ..Line::default()
        };
        let lines = post
            .funding
            .iter()
            .map(|one| line(funding::told(desk, one)));
        parts.push(Part::Title("fonds", words.get("poste-fonds")));
        parts.push(Part::Lines(lines.collect()));
    }
    parts
}

/// The posts that it co-ordinates.
fn team_parts(desk: &Desk, post: &Post) -> Vec<Part> {
    if post.kind != PostKind::Coordinator {
        return Vec::new();
    }
    let (words, directory) = (desk.words(), &desk.visit.directory);
    let posts = &directory.levels.world().posts;
    let line = |one: &Post| Line {
        words: kind_words(words, one.kind),
        address: Some(addresses::post(one.id)),
        more: organisation_name(directory, &one.host),
        button: None,
    };
    let lines: Vec<Line> = team(posts, post.id, desk.visit.today()).map(line).collect();
    let count = words.with("poste-equipe", &[("n", lines.len().into())]);
    vec![Part::Title("equipe", count), Part::Lines(lines)]
}
