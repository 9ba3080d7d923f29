//! The form of a source: a new one, or the settings of one that is known. What is wrong is said beside each field, all
//! at once, and what was typed stays.

use askama::Template;
use axum::extract::{Form, Multipart, Path};
use axum::http::StatusCode;
use axum::response::Response;
use portulan_app::naming::{self, Unnamed};
use portulan_app::sources;
use portulan_formats::{FormatError, RecordOptions, open_records};
use portulan_harvest::mapping;
use portulan_harvest::mapping::suggest::{SAMPLE, suggest as propose};
use portulan_model::harvest::{Mapping, Percent, Schedule, Source, SourceKind};
use portulan_model::{Slug, TerritoryKey};
use portulan_policy::actions::ManageSources;
use portulan_text::slug;
use url::Url;

use super::addresses;
use super::upload;
use crate::auth::{Desk, Refused, done, named};
use crate::pages::answer::Answer;
use crate::pages::page::{Page, html_with};

/// The value of the choice "a file that I give".
const UPLOAD: &str = "fichier";
/// The value of the choice "an address on the web".
const ADDRESS: &str = "adresse";

#[derive(Template)]
#[template(path = "operator/source_form.html")]
struct SourceForm {
    page: Page,
    action: String,
    /// Whether the source is new: its identifier can be chosen then.
    new: bool,
    form: Typed,
    schedules: Vec<(&'static str, String)>,
    /// How many fields are wrong, in words.
    faults: Option<String>,
    /// What is said of a mapping that was proposed.
    proposed: Option<String>,
}

/// The whole form as it was typed.
#[derive(Default)]
struct Typed {
    name: Answer,
    slug: Answer,
    kind: Answer,
    address: Answer,
    mapping: Answer,
    schedule: Answer,
    owner: Answer,
    licence: Answer,
    trust: Answer,
    limit: Answer,
}

impl Typed {
    fn fields(&mut self) -> [(&'static str, &mut Answer); 10] {
        [
            ("nom", &mut self.name),
            ("identifiant", &mut self.slug),
            ("origine", &mut self.kind),
            ("adresse", &mut self.address),
            ("correspondance", &mut self.mapping),
            ("rythme", &mut self.schedule),
            ("niveau", &mut self.owner),
            ("licence", &mut self.licence),
            ("confiance", &mut self.trust),
            ("limite", &mut self.limit),
        ]
    }

    fn read(pairs: Vec<(String, String)>) -> Self {
        let mut typed = Self::default();
        for (name, value) in pairs {
            let mut fields = typed.fields().into_iter();
            if let Some((_, answer)) = fields.find(|(known, _)| *known == name) {
                answer.value = value;
            }
        }
        typed
    }

    fn blank() -> Self {
        let answer = |value: &str| Answer {
            value: value.to_owned(),
            wrong: None,
        };
        Self {
            kind: answer(UPLOAD),
            schedule: answer(Schedule::None.slug()),
            licence: answer("Licence Ouverte 2.0"),
            trust: answer(&Source::DEFAULT_TRUST.to_string()),
            limit: answer(&Source::DEFAULT_LIMIT.to_string()),
            ..Self::default()
        }
    }

    fn of(source: &Source) -> Self {
        let answer = |value: String| Answer { value, wrong: None };
        let (kind, address) = match &source.kind {
            SourceKind::Address(address) => (ADDRESS, address.clone()),
            SourceKind::Upload => (UPLOAD, String::new()),
        };
        let mapping = match &source.mapping {
            Mapping::None => String::new(),
            Mapping::National(text) | Mapping::Portulan(text) => text.clone(),
        };
        Self {
            name: answer(source.name.clone()),
            slug: answer(source.slug.to_string()),
            kind: answer(kind.to_owned()),
            address: answer(address),
            mapping: answer(mapping),
            schedule: answer(source.schedule.slug().to_owned()),
            owner: answer(source.owner.to_string()),
            licence: answer(source.licence.clone()),
            trust: answer(source.trust.get().to_string()),
            limit: answer(source.limit.get().to_string()),
        }
    }

    fn faults(&mut self) -> usize {
        let fields = self.fields();
        fields.iter().filter(|(_, one)| one.wrong.is_some()).count()
    }
}

/// `GET /exploitation/sources/nouvelle`.
pub(super) async fn blank(desk: Desk) -> Result<Response, Refused> {
    desk.may::<ManageSources>()?;
    Ok(shown(&desk, None, Typed::blank(), None))
}

/// `GET /exploitation/sources/{slug}/modifier`.
pub(super) async fn edit(desk: Desk, Path(slug): Path<String>) -> Result<Response, Refused> {
    desk.may::<ManageSources>()?;
    let known = sources::get(desk.app(), &desk.may()?, &named(&slug)?).await?;
    Ok(shown(
        &desk,
        Some(&known.source.slug),
        Typed::of(&known.source),
        None,
    ))
}

/// `POST /exploitation/sources`.
pub(super) async fn create(
    desk: Desk,
    Form(pairs): Form<Vec<(String, String)>>,
) -> Result<Response, Refused> {
    desk.may::<ManageSources>()?;
    let mut typed = Typed::read(pairs);
    let slug = own_slug(&desk, &mut typed).await?;
    // Without an identifier the other fields are read all the same: what is wrong is said all at once.
    let stand_in = slug.clone().or_else(|| "source".parse().ok());
    let source = stand_in.and_then(|slug| checked(&desk, &mut typed, slug));
    match source.filter(|_| slug.is_some()) {
        Some(source) => {
            sources::put(desk.app(), &desk.may()?, &source, "added").await?;
            Ok(done(&addresses::source(&source.slug), "source-added"))
        }
        None => Ok(shown(&desk, None, typed, None)),
    }
}

/// `POST /exploitation/sources/{slug}`.
pub(super) async fn change(
    desk: Desk,
    Path(slug): Path<String>,
    Form(pairs): Form<Vec<(String, String)>>,
) -> Result<Response, Refused> {
    desk.may::<ManageSources>()?;
    let slug: Slug = named(&slug)?;
    let known = sources::get(desk.app(), &desk.may()?, &slug).await?;
    let mut typed = Typed::read(pairs);
    match checked(&desk, &mut typed, slug.clone()) {
        Some(source) => {
            sources::put(desk.app(), &desk.may()?, &source, "changed").await?;
            Ok(done(&addresses::source(&slug), "source-changed"))
        }
        None => Ok(shown(&desk, Some(&known.source.slug), typed, None)),
    }
}

/// `POST /exploitation/sources/{slug}/proposer`: proposes a mapping from a file. Nothing is kept before the form is sent.
pub(super) async fn suggest(
    desk: Desk,
    Path(slug): Path<String>,
    form: Multipart,
) -> Result<Response, Refused> {
    desk.may::<ManageSources>()?;
    let may = desk.may()?;
    let known = sources::get(desk.app(), &may, &named(&slug)?).await?;
    let mut typed = Typed::of(&known.source);
    let words = desk.words();
    let upload = match upload::receive(form).await {
        Ok(upload) => upload,
        Err(fault) => return super::source::page(&desk, &may, &known, Some(fault)).await,
    };
    let read = tokio::task::spawn_blocking(move || proposal(upload)).await;
    let proposed = match read.map_err(|_stopped| Refused(StatusCode::INTERNAL_SERVER_ERROR))? {
        Ok(suggestion) => {
            typed.mapping.value = suggestion.written(&|told| words.told(told));
            Some(words.get("source-proposed"))
        }
        Err(error) => {
            let why = words.told(&error.told());
            typed.mapping.wrong = Some(words.with("source-not-proposed", &[("why", why.into())]));
            None
        }
    };
    Ok(shown(&desk, Some(&known.source.slug), typed, proposed))
}

fn proposal(upload: upload::Upload) -> Result<mapping::suggest::Suggestion, FormatError> {
    let reader = Box::new(std::io::BufReader::new(upload.file));
    let records = open_records(&upload.name, reader, &RecordOptions::default())?;
    let rows = records.take(SAMPLE).collect::<Result<Vec<_>, _>>()?;
    Ok(propose(&rows))
}

fn shown(desk: &Desk, slug: Option<&Slug>, mut form: Typed, proposed: Option<String>) -> Response {
    let words = desk.words();
    let faults = form.faults();
    let (title, action) = match slug {
        Some(slug) => ("source-edit-title", addresses::source(slug)),
        None => ("source-new-title", addresses::SOURCES.to_owned()),
    };
    let status = if faults == 0 {
        StatusCode::OK
    } else {
        StatusCode::UNPROCESSABLE_ENTITY
    };
    let named = |schedule: Schedule| {
        let slug = schedule.slug();
        (slug, words.get(&format!("schedule-{slug}")))
    };
    html_with(
        status,
        &SourceForm {
            page: desk.page(words.get(title), "sources"),
            action,
            new: slug.is_none(),
            form,
            schedules: Schedule::ALL.map(named).into(),
            faults: (faults > 0).then(|| words.with("form-faults", &[("n", faults.into())])),
            proposed,
        },
    )
}

/// The identifier of a new source: as typed, or made from its name; never that of another.
async fn own_slug(desk: &Desk, typed: &mut Typed) -> Result<Option<Slug>, Refused> {
    let words = desk.words();
    let text = match typed.slug.text() {
        "" => slug(&typed.name.value).unwrap_or_default(),
        given => given.to_owned(),
    };
    if text.is_empty() && typed.name.text().is_empty() {
        return Ok(None);
    }
    let read: Result<Slug, String> = text
        .parse()
        .map_err(|_shape| words.get("source-slug-wrong"));
    let Some(slug) = typed.slug.keep(read) else {
        return Ok(None);
    };
    let taken = sources::list(desk.app(), &desk.may()?).await?;
    let reserved = addresses::source(&slug) == addresses::NEW_SOURCE;
    if reserved || taken.iter().any(|known| known.source.slug == slug) {
        typed.slug.wrong = Some(words.with("source-slug-taken", &[("slug", slug.as_str().into())]));
        return Ok(None);
    }
    Ok(Some(slug))
}

/// Every field at once.
fn checked(desk: &Desk, typed: &mut Typed, slug: Slug) -> Option<Source> {
    let words = desk.words();
    let filled = |text: &str, id: &str| match text {
        "" => Err(words.get(id)),
        text => Ok(text.to_owned()),
    };
    let share = |text: &str| {
        let number = text.trim_end_matches('%').trim().parse::<u8>().ok();
        let percent = number.and_then(|number| Percent::try_from(number).ok());
        percent.ok_or_else(|| words.get("source-percent-wrong"))
    };
    let name = typed
        .name
        .keep(filled(typed.name.text(), "source-name-missing"));
    let licence = typed
        .licence
        .keep(filled(typed.licence.text(), "source-licence-missing"));
    let trust = typed.trust.keep(share(typed.trust.text()));
    let limit = typed.limit.keep(share(typed.limit.text()));
    let owner = typed.owner.keep(owner(desk, typed.owner.text()));
    let kind = match typed.kind.text() {
        ADDRESS => {
            let read = address(typed.address.text());
            let read = read.ok_or_else(|| words.get("source-address-wrong"));
            typed.address.keep(read).map(SourceKind::Address)
        }
        // What would be lost is said: a person forgets the choice more easily than what they typed.
        _ if !typed.address.text().is_empty() => {
            typed.address.wrong = Some(words.get("source-address-unused"));
            None
        }
        _ => Some(SourceKind::Upload),
    };
    let wanted = typed.schedule.text();
    let schedule = Schedule::ALL
        .into_iter()
        .find(|one| one.slug() == wanted)
        .ok_or_else(|| words.get("source-schedule-unknown"))
        .and_then(|schedule| match kind {
            Some(SourceKind::Upload) if schedule != Schedule::None => {
                Err(words.get("source-schedule-unused"))
            }
            _ => Ok(schedule),
        });
    let schedule = typed.schedule.keep(schedule);
    let mapping = typed.mapping.keep(mapping_of(desk, typed.mapping.text()));
    Some(Source {
        slug,
        name: name?,
        kind: kind?,
        mapping: mapping?,
        schedule: schedule?,
        owner: owner?,
        licence: licence?,
        trust: trust?,
        limit: limit?,
    })
}

/// A web address. Whether it may be asked is decided when it is: names lead elsewhere tomorrow.
fn address(text: &str) -> Option<String> {
    let url = Url::parse(text).ok()?;
    let web = matches!(url.scheme(), "http" | "https") && url.has_host();
    let bare = url.username().is_empty() && url.password().is_none();
    (web && bare).then(|| url.to_string())
}

/// Empty for a file of a known shape; JSON begins with a brace.
fn mapping_of(desk: &Desk, text: &str) -> Result<Mapping, String> {
    if text.is_empty() {
        return Ok(Mapping::None);
    }
    match mapping::Mapping::read(text) {
        Ok(_) if text.starts_with('{') => Ok(Mapping::National(text.to_owned())),
        Ok(_) => Ok(Mapping::Portulan(text.to_owned())),
        Err(error) => Err(desk.words().told(&error.told())),
    }
}

/// A level by its key, `departement-35`, or by its name.
pub(in crate::pages) fn owner(desk: &Desk, text: &str) -> Result<TerritoryKey, String> {
    naming::territory(&desk.visit.directory.reference, text).map_err(|unnamed| {
        desk.words().get(match unnamed {
            Unnamed::Unknown(_) => "source-level-unknown",
            Unnamed::Several(_) => "source-level-several",
        })
    })
}
