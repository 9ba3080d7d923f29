//! `/espace/gouvernances/<slug>/comites`: the standing committees of a body, read by its members, made, changed and ended by
//! those who lead it.

use axum::extract::{Form, Path};
use axum::response::Response;
use portulan_app::meetings::committees::{self, Described};
use portulan_i18n::date;
use portulan_model::CommitteeId;
use portulan_model::governance::{Body, Committee, CommitteeKind, Frequency};
use portulan_policy::actions::HoldMeetings;

use super::{TAB, body, leads, reads, told};
use crate::auth::{Desk, Refused, done, named};
use crate::pages::addresses;
use crate::pages::editing::answers::Answers;
use crate::pages::parts::{self, Ask, Field, Head, Line, Part, desk_page};
use crate::pages::typed::{NAME_CHARS, Reading, faults, fill_period, period_words};

type Pairs = Vec<(String, String)>;

const NAME: &str = "comite-nom";
const KIND: &str = "comite-type";
const FREQUENCY: &str = "comite-rythme";
const FROM: &str = "comite-debut";
const TO: &str = "comite-terme";
const LAST: &str = "comite-fin";

/// `GET /espace/gouvernances/{slug}/comites`.
pub(super) async fn show(desk: Desk, Path(slug): Path<String>) -> Result<Response, Refused> {
    let body = body(&desk, &slug)?.clone();
    list(&desk, &body, &Answers::default()).await
}

/// `POST /espace/gouvernances/{slug}/comites`.
pub(super) async fn create(
    desk: Desk,
    Path(slug): Path<String>,
    Form(pairs): Form<Pairs>,
) -> Result<Response, Refused> {
    let body = body(&desk, &slug)?.clone();
    let may = leads::<HoldMeetings>(&desk, &body)?;
    let mut answers = Answers::of(pairs);
    let Some(described) = read(&desk, &mut answers) else {
        return list(&desk, &body, &answers).await;
    };
    match committees::create(desk.app(), &may, &body.slug, described).await {
        Ok(_) => Ok(done(&all(&body), "meetings-saved")),
        Err(error) => {
            answers.fault(NAME, desk.words().get(told(error)?));
            list(&desk, &body, &answers).await
        }
    }
}

/// `GET /espace/gouvernances/{slug}/comites/{comite}`.
pub(super) async fn edit(
    desk: Desk,
    Path((slug, committee)): Path<(String, String)>,
) -> Result<Response, Refused> {
    let (body, committee) = one(&desk, (&slug, &committee)).await?;
    let mut answers = Answers::default();
    fill(&mut answers, &committee);
    Ok(page(&desk, (&body, &committee), (&answers, None)))
}

/// `POST /espace/gouvernances/{slug}/comites/{comite}`.
pub(super) async fn save(
    desk: Desk,
    Path((slug, committee)): Path<(String, String)>,
    Form(pairs): Form<Pairs>,
) -> Result<Response, Refused> {
    let (body, kept) = one(&desk, (&slug, &committee)).await?;
    let may = leads::<HoldMeetings>(&desk, &body)?;
    let mut answers = Answers::of(pairs);
    let seen = answers.before::<Committee>();
    let seen = Described::from(seen.as_ref().unwrap_or(&kept));
    let Some(described) = read(&desk, &mut answers) else {
        return Ok(page(&desk, (&body, &kept), (&answers, None)));
    };
    let both = (&seen, described);
    match committees::change(desk.app(), &may, (&body.slug, kept.id), both).await {
        Ok(()) => Ok(done(&all(&body), "meetings-saved")),
        Err(error) => {
            let wrong = desk.words().get(told(error)?);
            Ok(page(&desk, (&body, &kept), (&answers, Some(wrong))))
        }
    }
}

/// `POST /espace/gouvernances/{slug}/comites/{comite}/fin`.
pub(super) async fn end(
    desk: Desk,
    Path((slug, committee)): Path<(String, String)>,
    Form(pairs): Form<Pairs>,
) -> Result<Response, Refused> {
    let (body, kept) = one(&desk, (&slug, &committee)).await?;
    let may = leads::<HoldMeetings>(&desk, &body)?;
    let mut answers = Answers::of(pairs);
    let last = Reading::of(&desk, &mut answers).needed_day(LAST);
    fill(&mut answers, &kept);
    let Some(last) = last else {
        return Ok(page(&desk, (&body, &kept), (&answers, None)));
    };
    match committees::end(desk.app(), &may, (&body.slug, kept.id), last).await {
        Ok(()) => Ok(done(&all(&body), "meetings-saved")),
        Err(error) => {
            answers.fault(LAST, desk.words().get(told(error)?));
            Ok(page(&desk, (&body, &kept), (&answers, None)))
        }
    }
}

fn all(body: &Body) -> String {
    addresses::body_desk(&body.slug, "comites")
}

fn at(body: &Body, id: CommitteeId) -> String {
    format!("{}/{id}", all(body))
}

/// A committee of an address, as it is kept now.
async fn one(desk: &Desk, (slug, id): (&str, &str)) -> Result<(Body, Committee), Refused> {
    let body = body(desk, slug)?.clone();
    leads::<HoldMeetings>(desk, &body)?;
    let id: CommitteeId = named(id)?;
    let all = committees::of(desk.app(), &reads(desk, &body)?, &body.slug).await?;
    let found = all.into_iter().find(|one| one.id == id);
    let found = found.ok_or(Refused(axum::http::StatusCode::NOT_FOUND))?;
    Ok((body, found))
}

fn fill(answers: &mut Answers, committee: &Committee) {
    answers.put(NAME, &committee.name);
    answers.put(KIND, committee.kind.slug());
    let frequency = committee.frequency.map(Frequency::slug);
    answers.put(FREQUENCY, frequency.unwrap_or_default());
    fill_period(answers, committee.period, FROM, TO);
    answers.put("lu", serde_json::to_string(committee).unwrap_or_default());
}

/// What is typed; nothing where something of it is wrong.
fn read(desk: &Desk, answers: &mut Answers) -> Option<Described> {
    let mut reading = Reading::of(desk, answers);
    let name = reading.line(NAME, NAME_CHARS);
    if name.is_none() {
        reading.fault(NAME, "meetings-wrong-missing");
    }
    let kind = reading.one_of(KIND, CommitteeKind::ALL, CommitteeKind::from_slug);
    let text = reading.answers.text(FREQUENCY).to_owned();
    let frequency = Frequency::from_slug(&text);
    if frequency.is_none() && !text.is_empty() {
        reading.fault(FREQUENCY, "edit-choice-unknown");
    }
    let period = reading.period(FROM, TO);
    let described = Described {
        kind: kind?,
        name: name?,
        frequency,
        period,
    };
    (answers.faults() == 0).then_some(described)
}

fn fields(desk: &Desk, answers: &Answers) -> Vec<Field> {
    let words = desk.words();
    let ask = Ask { words, answers };
    let kinds = CommitteeKind::ALL.iter().map(|kind| {
        let slug = kind.slug();
        (slug.to_owned(), words.get(&format!("meetings-kind-{slug}")))
    });
    let none = (String::new(), words.get("not-known"));
    let often = Frequency::ALL.iter().map(|often| {
        let slug = often.slug();
        let words = words.get(&format!("bodies-frequency-{slug}"));
        (slug.to_owned(), words)
    });
    vec![
        ask.text(NAME, "text"),
        ask.select(KIND, kinds),
        ask.select(FREQUENCY, std::iter::once(none).chain(often)),
        ask.day(FROM),
        ask.day(TO),
    ]
}

/// What is said of a committee in small.
fn about(desk: &Desk, committee: &Committee) -> String {
    let words = desk.words();
    let kind = words.get(&format!("bodies-committee-{}", committee.kind.slug()));
    let often = committee.frequency;
    let often = often.map(|one| words.get(&format!("bodies-frequency-{}", one.slug())));
    let period = period_words(desk.visit.lang, committee.period);
    let parts = [Some(kind), often, period].into_iter().flatten();
    parts.collect::<Vec<_>>().join(", ")
}

async fn list(desk: &Desk, body: &Body, answers: &Answers) -> Result<Response, Refused> {
    let kept = committees::of(desk.app(), &reads(desk, body)?, &body.slug).await?;
    let (words, today) = (desk.words(), desk.visit.today());
    let leads = leads::<HoldMeetings>(desk, body).is_ok();
    let line = |one: &Committee| Line {
        words: one.name.clone(),
        address: leads.then(|| desk.visit.link(&at(body, one.id))),
        more: about(desk, one),
        button: None,
    };
    let (over, standing): (Vec<_>, Vec<_>) = kept.iter().partition(|one| one.period.is_over(today));
    let mut parts = Vec::new();
    if standing.is_empty() {
        parts.push(Part::Text(words.get("meetings-committees-none")));
    } else {
        parts.push(Part::Lines(standing.into_iter().map(line).collect()));
    }
    if !over.is_empty() {
        parts.push(Part::Title("finis", words.get("meetings-committees-over")));
        parts.push(Part::Lines(over.into_iter().map(line).collect()));
    }
    if leads {
        parts.push(Part::Form(parts::Form {
            id: "nouveau",
            title: Some(words.get("meetings-committee-new")),
            action: all(body),
            faults: faults(words, answers),
            fields: fields(desk, answers),
            submit: words.get("meetings-committee-create"),
            plain: false,
        }));
    }
    let told = [("name", body.name.as_str().into())];
    let page = desk.page(words.with("meetings-committees-of", &told), TAB);
    let head = Head {
        crumbs: vec![(
            desk.visit.link(&addresses::body_desk(&body.slug, "")),
            body.name.clone(),
        )],
        lead: words.get("meetings-committees-lead"),
    };
    Ok(desk_page(page, head, parts))
}

fn page(
    desk: &Desk,
    (body, kept): (&Body, &Committee),
    (answers, wrong): (&Answers, Option<String>),
) -> Response {
    let words = desk.words();
    let ending = answers.wrong(LAST).is_some();
    let mut all_fields = fields(desk, answers);
    let seen = answers.first("lu").unwrap_or_default().to_owned();
    all_fields.push(Field::Hidden("lu".to_owned(), seen));
    let change = parts::Form {
        id: "comite",
        title: None,
        action: at(body, kept.id),
        faults: wrong.or_else(|| faults(words, answers).filter(|_| !ending)),
        fields: all_fields,
        submit: words.get("desk-save"),
        plain: false,
    };
    let mut parts = vec![Part::Form(change)];
    let today = desk.visit.today();
    if kept.period.is_over(today) {
        let last = kept.period.to().map(|day| date(desk.visit.lang, day));
        let told = [("date", last.unwrap_or_default().into())];
        parts.insert(
            0,
            Part::Warning(words.with("meetings-committee-over", &told)),
        );
    } else {
        let ask = Ask { words, answers };
        parts.push(Part::Form(parts::Form {
            id: "fin",
            title: Some(words.get("meetings-committee-end")),
            action: format!("{}/fin", at(body, kept.id)),
            faults: faults(words, answers).filter(|_| ending),
            fields: vec![ask.day(LAST)],
            submit: words.get("meetings-committee-end-do"),
            plain: true,
        }));
    }
    let head = Head {
        crumbs: vec![
            (
                desk.visit.link(&addresses::body_desk(&body.slug, "")),
                body.name.clone(),
            ),
            (desk.visit.link(&all(body)), words.get("bodies-committees")),
        ],
        lead: String::new(),
    };
    desk_page(desk.page(kept.name.clone(), TAB), head, parts)
}
