//! `…/actions/<id>`: an action, all of it on one page. A new one has an id that was drawn before it was typed, so that a
//! form sent twice adds once; `?objectif=` says under which objective it comes.

use axum::extract::{Form, Path};
use axum::response::Response;
use portulan_app::editing::Outcome;
use portulan_app::roadmaps::form::{Context, STATES, Typed, fill, read, years};
use portulan_app::roadmaps::parts::ActionPart;
use portulan_app::roadmaps::{self, Fault};
use portulan_model::roadmaps::{Action, Need};
use portulan_model::{ActionId, ObjectiveId, Public, Service};

use super::desk::{AREA, Clash, FormView, Pairs, Reached, area_faults, carried, wanted};
use super::form::{Sheet, indicators, part_told, serves};
use crate::auth::{Desk, Refused, done, named};
use crate::pages::editing::answers::{Answers, BEFORE};
use crate::pages::parts::Field;
use crate::pages::picking;

/// The name of the objective under which an action stands.
const UNDER: &str = "objectif";
/// The word of the button that takes an action away.
const REMOVE: &str = "retirer";

/// An action of an address: one that is known, or one that is not yet.
struct Found {
    action: Action,
    known: bool,
}

fn found(at: &Reached, id: &str) -> Result<Found, Refused> {
    let id: ActionId = named(id)?;
    let known = at.roadmap.working().action(id).cloned();
    Ok(Found {
        known: known.is_some(),
        action: known.unwrap_or_else(|| Action::new(id, String::new())),
    })
}

fn context<'a>(desk: &'a Desk, at: &'a Reached) -> Context<'a> {
    Context {
        directory: &desk.visit.directory,
        roadmap: &at.roadmap,
        today: desk.visit.today(),
    }
}

/// `GET …/{roadmap}/actions/{action}`.
pub(super) async fn show(
    desk: Desk,
    Path((slug, roadmap, id)): Path<(String, String, String)>,
) -> Result<Response, Refused> {
    let at = Reached::open(&desk, &slug, &roadmap).await?;
    let found = found(&at, &id)?;
    let asked = desk.visit.value(UNDER).and_then(|text| text.parse().ok());
    let own = at
        .roadmap
        .working()
        .objective_of(found.action.id)
        .map(|one| one.id);
    let first = || at.roadmap.working().objectives().next().map(|one| one.id);
    let under: Option<ObjectiveId> = own.or(asked).or_else(first);
    // Without an objective, there is nothing under which an action could stand.
    let Some(under) = under else {
        return Ok(done(
            &format!("{}/axes", at.address()),
            "roadmap-no-objective",
        ));
    };
    let mut pairs = fill(context(&desk, &at), &found.action);
    pairs.push((UNDER.to_owned(), under.to_string()));
    Ok(page(&desk, &at, &found, &pairs, &[]))
}

/// `POST …/{roadmap}/actions/{action}`.
pub(super) async fn save(
    desk: Desk,
    Path((slug, roadmap, id)): Path<(String, String, String)>,
    Form(pairs): Form<Pairs>,
) -> Result<Response, Refused> {
    let at = Reached::open(&desk, &slug, &roadmap).await?;
    let found = found(&at, &id)?;
    if Typed(&pairs).text("geste") == REMOVE {
        let id = found.action.id;
        roadmaps::remove_action(desk.app(), &at.may, &at.roadmap.slug, id).await?;
        return Ok(done(&at.address(), "roadmap-action-removed"));
    }
    if let Some(pairs) = picking::picked(&desk.visit, &pairs, AREA) {
        let faults = area_faults(&desk, &pairs);
        return Ok(page(&desk, &at, &found, &pairs, &faults));
    }
    let under = Typed(&pairs).text(UNDER).parse().ok();
    let under: Option<ObjectiveId> =
        under.filter(|id| at.roadmap.working().objectives().any(|one| one.id == *id));
    let mut draw = || roadmaps::new_indicator(desk.app());
    let read = read(context(&desk, &at), &found.action, &pairs, &mut draw);
    let (mine, under) = match (read, under) {
        (Ok(mine), Some(under)) => (mine, under),
        (read, under) => {
            let mut faults = read.err().unwrap_or_default();
            if under.is_none() {
                faults.push(Fault::new(UNDER, "roadmap-wrong-objective"));
            }
            return Ok(page(&desk, &at, &found, &pairs, &faults));
        }
    };
    keep(&desk, &at, found, (pairs, mine), under).await
}

/// Keeps an action, or asks to choose where somebody else changed the same part.
async fn keep(
    desk: &Desk,
    at: &Reached,
    found: Found,
    (pairs, mine): (Pairs, Action),
    under: ObjectiveId,
) -> Result<Response, Refused> {
    let answers = Answers::of(pairs);
    let carried: Option<Action> = answers.before();
    let was_known = carried.is_some();
    let before = carried.filter(|read| read.id == mine.id);
    let before = before.unwrap_or(found.action);
    let change = wanted(&answers, &ActionPart::ALL, ActionPart::slug, (before, mine));
    let place = (&at.roadmap.slug, under);
    let saved = roadmaps::put_action(desk.app(), &at.may, place, (&change, was_known)).await?;
    let Outcome::Clash { fields, theirs } = saved else {
        let anchor = format!("{}#action-{}", at.address(), change.mine.id);
        return Ok(done(&anchor, "roadmap-saved"));
    };
    let told = |part: &ActionPart, one: &Action| part_told(&desk.visit, &at.roadmap, *part, one);
    let clash = Clash {
        fields: &fields,
        slug: ActionPart::slug,
        told: &told,
    };
    let ways = (address(at, &change.mine), at.address());
    Ok(clash.page(desk, ways, &answers, (&theirs, &change)))
}

fn address(at: &Reached, action: &Action) -> String {
    format!("{}/actions/{}", at.address(), action.id)
}

fn page(desk: &Desk, at: &Reached, found: &Found, pairs: &Pairs, faults: &[Fault]) -> Response {
    let words = desk.words();
    let sheet = Sheet::of(words, pairs, faults);
    let mut fields = Vec::new();
    if found.known || pairs.iter().any(|(name, _)| name == BEFORE) {
        fields.push(carried(pairs, &found.action));
    }
    fields.extend(what(at, &sheet));
    fields.extend(who(desk, at, &sheet));
    fields.extend(when(&sheet));
    fields.extend(money(context(desk, at), &sheet, &found.action));
    fields.extend(indicators(&sheet));
    fields.extend(serves(desk, &sheet, &at.roadmap));
    let title = if found.known {
        words.with(
            "edit-title",
            &[("name", found.action.title.as_str().into())],
        )
    } else {
        words.get("roadmap-new-action")
    };
    let action = address(at, &found.action);
    FormView {
        title,
        crumbs: at.crumbs(desk),
        faults: sheet.summary(),
        fields,
        picking: Some(picking::under(&desk.visit, pairs, AREA, &action)),
        action,
        remove: found.known.then(|| words.get("roadmap-remove-action")),
        ..FormView::default()
    }
    .show(desk)
}

fn what(at: &Reached, sheet: &Sheet<'_>) -> Vec<Field> {
    let content = at.roadmap.working();
    let choices = content.axes.iter().flat_map(|axis| {
        let objectives = axis.objectives.iter();
        objectives.map(|one| {
            (
                one.id.to_string(),
                format!("{} – {}", axis.title, one.title),
            )
        })
    });
    vec![
        sheet.line("titre"),
        sheet.select(UNDER, "sous-objectif", choices),
        sheet.lines("contexte", 5),
        sheet.lines("resume", 5),
        sheet.list::<Need>("besoins"),
        sheet.line("autre_besoin"),
        sheet.open("formes"),
        sheet.line("formes_agents"),
        sheet.line("formes_salaries"),
        Field::Close,
        sheet.list::<Public>("publics"),
        sheet.list::<Service>("services"),
    ]
}

fn who(desk: &Desk, at: &Reached, sheet: &Sheet<'_>) -> Vec<Field> {
    let visit = &desk.visit;
    let members = roadmaps::members(&visit.directory, &at.body.slug, visit.today());
    let mut names: Vec<String> = members
        .map(|slug| portulan_app::roadmaps::form::organisation_name(&visit.directory, slug))
        .collect();
    names.sort_by_cached_key(|name| portulan_text::fold(name));
    let mut fields = vec![sheet.open("qui")];
    if !names.is_empty() {
        let names = portulan_i18n::listed(visit.lang, names);
        let told = [("names", names.into())];
        fields.push(Field::Note(sheet.words.with("roadmap-members", &told)));
    }
    fields.extend([
        sheet.lines("porteurs", 3),
        sheet.lines("partenaires", 3),
        Field::Close,
        sheet.open("ou"),
        sheet.lines(AREA, 3),
        sheet.lines("lieux", 3),
        Field::Close,
    ]);
    fields.extend(posts(desk, at, sheet));
    fields
}

/// The posts that reach where the roadmap does, and those that are named already.
fn posts(desk: &Desk, at: &Reached, sheet: &Sheet<'_>) -> Option<Field> {
    let visit = &desk.visit;
    let near = visit.directory.levels.world().posts.iter();
    let near = near.filter(|post| post.sector.meets(&at.roadmap.area));
    let named = |slug| super::words::organisation(&visit.directory, slug);
    let mut choices: Vec<(String, String)> = near
        .map(|post| {
            let kind = sheet
                .words
                .get(&format!("roadmap-post-{}", post.kind.slug()));
            (
                post.id.to_string(),
                format!("{kind}, {}", named(&post.host)),
            )
        })
        .collect();
    for kept in Typed(sheet.pairs).every("postes") {
        if !choices.iter().any(|(value, _)| value == kept) {
            choices.push((kept.to_owned(), kept.to_owned()));
        }
    }
    (!choices.is_empty()).then(|| sheet.boxes("postes", false, choices.into_iter()))
}

fn when(sheet: &Sheet<'_>) -> Vec<Field> {
    let states = STATES.map(|state| {
        let label = sheet.words.get(&format!("roadmap-state-{state}"));
        (state.to_owned(), label)
    });
    vec![
        sheet.open("quand"),
        sheet.day("du"),
        sheet.day("au"),
        Field::Close,
        sheet.boxes("etat", true, states.into_iter()),
        sheet.line("motif"),
    ]
}

fn money(context: Context<'_>, sheet: &Sheet<'_>, action: &Action) -> Vec<Field> {
    let mut fields = vec![sheet.open("budget")];
    for year in years(context, action) {
        let name = |part: &str| format!("annee-{year}-{part}");
        fields.push(Field::Open(year.to_string(), String::new()));
        for part in ["cout", "demande"] {
            let input = sheet.input(&name(part), &format!("annee-{part}"));
            fields.push(Field::Text(input));
        }
        let partners = sheet.area(&name("partenaires"), "annee-partenaires", 2);
        fields.push(Field::Area(partners));
        fields.push(Field::Close);
    }
    fields.push(Field::Close);
    fields
}
