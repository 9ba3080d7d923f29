//! `/espace/structures/<slug>/conventions`: the agreements of an organisation, and the reports that it writes on them.
//!
//! A report starts from what is known: the last measures of the actions that the organisation leads, and what the inventory
//! says was spent. Whoever writes it changes what is wrong.

use axum::extract::{Form as Sent, Path};
use axum::http::StatusCode;
use axum::response::Response;
use portulan_app::means::agreements::{self, Followed, Measured};
use portulan_app::rights;
use portulan_i18n::date_short;
use portulan_model::means::agreements::{Agreement, AgreementState, Report, ReportKind};
use portulan_model::means::calls::Function;
use portulan_model::means::equipment;
use portulan_model::people::Organisation;
use portulan_model::proposals::Prose;
use portulan_model::{Cents, Slug};
use portulan_policy::Capability;
use portulan_policy::actions::ReportFunds;

use super::{At, Pairs, one, text as sheet_text, told};
use crate::auth::{Desk, Refused, done, named};
use crate::pages::addresses;
use crate::pages::editing::answers::Answers;
use crate::pages::means::no_function;
use crate::pages::parts::{Ask, Form, Head, Part, desk_page};
use crate::pages::roadmaps::measure_words;
use crate::pages::typed::{Reading, faults};

/// The tab of the desk.
const TAB: &str = "structures";
const KIND: &str = "conv-bilan";
const SPENT: &str = "conv-depense";
const MEASURES: &str = "conv-mesures";
const WORDS: &str = "conv-bilan-mots";
const BY: &str = "appel-fonction";

/// An organisation of an address, for whoever reports for it.
struct Reporting {
    organisation: Organisation,
    may: Capability<ReportFunds>,
}

impl Reporting {
    fn open(desk: &Desk, slug: &str) -> Result<Self, Refused> {
        let slug: Slug = named(slug)?;
        let directory = &desk.visit.directory;
        let known = directory.organisations.get(&slug).cloned();
        let organisation = known.ok_or(Refused(StatusCode::NOT_FOUND))?;
        let may = desk.may_on(rights::organisation(directory, &organisation))?;
        Ok(Self { organisation, may })
    }

    async fn reached(&self, desk: &Desk, agreement: &str) -> Result<Followed, Refused> {
        let agreement = named(agreement)?;
        Ok(agreements::reported(desk.app(), &self.may, &agreement).await?)
    }

    /// One of its agreements, or a part of it.
    fn at(&self, agreement: &Agreement, part: &str) -> String {
        let slug = &agreement.slug;
        let part = if part.is_empty() {
            slug.to_string()
        } else {
            format!("{slug}/{part}")
        };
        addresses::own_agreements(&self.organisation.slug, &part)
    }

    fn crumbs(&self, desk: &Desk, under: Option<&Followed>) -> Vec<(String, String)> {
        let list = addresses::own_agreements(&self.organisation.slug, "");
        let told = [("name", self.organisation.name.as_str().into())];
        let title = desk.words().with("conv-of-organisation", &told);
        let mut crumbs = vec![(desk.visit.link(&list), title)];
        if let Some(followed) = under {
            let here = self.at(&followed.agreement, "");
            crumbs.push((desk.visit.link(&here), told::title(desk, followed)));
        }
        crumbs
    }
}

/// `GET /espace/structures/{slug}/conventions`.
pub(super) async fn list(desk: Desk, Path(slug): Path<String>) -> Result<Response, Refused> {
    let reporting = Reporting::open(&desk, &slug)?;
    let words = desk.words();
    let all = agreements::of_beneficiary(desk.app(), &reporting.may).await?;
    // What is only being written is the funder's: the other side reads it once it is sent.
    let all = all.into_iter().map(|(agreement, _envelope)| agreement);
    let all: Vec<Agreement> = all.filter(is_shared).collect();
    let body = if all.is_empty() {
        Part::Text(words.get("conv-none-own"))
    } else {
        super::list::table(&desk, &all, |one| reporting.at(one, ""))
    };
    let equipment = addresses::equipment(&reporting.organisation.slug, "");
    let ways = vec![(desk.visit.link(&equipment), words.get("equip-title"))];
    let head = Head {
        crumbs: Vec::new(),
        lead: words.get("conv-own-lead"),
    };
    let told = [("name", reporting.organisation.name.as_str().into())];
    let page = desk.page(words.with("conv-of-organisation", &told), TAB);
    Ok(desk_page(page, head, vec![Part::Ways(ways), body]))
}

const fn is_shared(agreement: &Agreement) -> bool {
    !matches!(agreement.state, AgreementState::Drafted)
}

/// `GET /espace/structures/{slug}/conventions/{convention}`.
pub(super) async fn show(desk: Desk, at: At) -> Result<Response, Refused> {
    let reporting = Reporting::open(&desk, &at.0.0)?;
    let followed = reporting.shared(&desk, &at.0.1).await?;
    let words = desk.words();
    let link = |part: &str| desk.visit.link(&reporting.at(&followed.agreement, part));
    let mut ways = vec![(link("texte"), words.get("conv-texte"))];
    if may_report(&followed) {
        ways.push((link("bilan"), words.get("conv-acte-bilan")));
    }
    let equipment = addresses::equipment(&reporting.organisation.slug, "");
    ways.push((desk.visit.link(&equipment), words.get("equip-title")));
    let mut body = vec![Part::Ways(ways)];
    body.extend(one::parts(&desk, &followed)?);
    let head = Head {
        crumbs: reporting.crumbs(&desk, None),
        lead: told::state(&desk, &followed.agreement),
    };
    let page = desk.page(told::title(&desk, &followed), TAB);
    Ok(desk_page(page, head, body))
}

impl Reporting {
    /// One that was sent: a draft is not found here.
    async fn shared(&self, desk: &Desk, agreement: &str) -> Result<Followed, Refused> {
        let followed = self.reached(desk, agreement).await?;
        if is_shared(&followed.agreement) {
            Ok(followed)
        } else {
            Err(Refused(StatusCode::NOT_FOUND))
        }
    }
}

/// `GET /espace/structures/{slug}/conventions/{convention}/texte`.
pub(super) async fn text(desk: Desk, at: At) -> Result<Response, Refused> {
    let reporting = Reporting::open(&desk, &at.0.0)?;
    let followed = reporting.shared(&desk, &at.0.1).await?;
    let head = Head {
        crumbs: reporting.crumbs(&desk, Some(&followed)),
        lead: sheet_text::lead(&desk, &followed),
    };
    let page = desk.page(sheet_text::title(&desk, &followed), TAB);
    Ok(desk_page(page, head, sheet_text::parts(&desk, &followed)))
}

/// Whether a report may come now.
fn may_report(followed: &Followed) -> bool {
    let signed = matches!(followed.agreement.state, AgreementState::Signed { .. });
    signed && !followed.agreement.has(ReportKind::Final)
}

/// `GET /espace/structures/{slug}/conventions/{convention}/bilan`.
pub(super) async fn ask(desk: Desk, at: At) -> Result<Response, Refused> {
    let reporting = Reporting::open(&desk, &at.0.0)?;
    let followed = reporting.shared(&desk, &at.0.1).await?;
    let mut answers = Answers::default();
    let awaited = followed.agreement.awaited();
    let kind = awaited.map_or(ReportKind::Final, |(kind, _day)| kind);
    answers.put(KIND, kind.slug());
    let (_price, share) = equipment::paid(&followed.lots).unwrap_or_default();
    answers.put(SPENT, share.to_string().replace('.', ","));
    let directory = &desk.visit.directory;
    let known = agreements::measured(directory, &reporting.organisation.slug);
    let known: Vec<String> = known.iter().map(|one| measure(&desk, one)).collect();
    answers.put(MEASURES, known.join("\n"));
    Ok(page(&desk, (&reporting, &followed), &answers))
}

/// What is measured of an action: "Postes remplacés : 12 postes le 30/06/2026, 22 visés (Renouveler les postes)".
fn measure(desk: &Desk, one: &Measured<'_>) -> String {
    let (words, lang) = (desk.words(), desk.visit.lang);
    let unknown = || words.get("not-known");
    let last = one.indicator.on(desk.visit.today());
    let value = last.map_or_else(unknown, |seen| {
        let told = [
            ("value", measure_words(lang, seen.value).into()),
            ("unit", one.indicator.unit.as_str().into()),
            ("day", date_short(lang, seen.on).into()),
        ];
        words.with("conv-mesure-vue", &told)
    });
    let target = one.indicator.target;
    let told = [
        ("name", one.indicator.name.as_str().into()),
        ("value", value.into()),
        (
            "target",
            target
                .map_or_else(unknown, |aim| measure_words(lang, aim))
                .into(),
        ),
        ("action", one.action.title.as_str().into()),
    ];
    words.with("conv-mesure", &told)
}

/// `POST /espace/structures/{slug}/conventions/{convention}/bilan`.
pub(super) async fn report(
    desk: Desk,
    at: At,
    Sent(pairs): Sent<Pairs>,
) -> Result<Response, Refused> {
    let reporting = Reporting::open(&desk, &at.0.0)?;
    let followed = reporting.shared(&desk, &at.0.1).await?;
    let mut answers = Answers::of(pairs);
    let Some(report) = read(&desk, &mut answers) else {
        return Ok(page(&desk, (&reporting, &followed), &answers));
    };
    let slug = &followed.agreement.slug;
    match agreements::report(desk.app(), &reporting.may, slug, report).await {
        Ok(()) => Ok(done(&reporting.at(&followed.agreement, ""), "conv-bilan")),
        Err(error) => {
            answers.fault(KIND, told::refusal(&desk, error)?);
            Ok(page(&desk, (&reporting, &followed), &answers))
        }
    }
}

fn read(desk: &Desk, answers: &mut Answers) -> Option<Report> {
    let mut reading = Reading::of(desk, answers);
    let kind = reading.one_of(KIND, ReportKind::ALL, ReportKind::from_slug);
    let spent = spent(&mut reading);
    let measures = measures(&mut reading);
    let words = reading.prose(WORDS);
    if words.is_none() {
        reading.fault(WORDS, "conv-wrong-bilan");
    }
    let by = Function::read(reading.answers.text(BY)).ok();
    if by.is_none() {
        let fault = no_function(desk);
        reading.answers.fault(BY, fault);
    }
    let report = Report {
        kind: kind?,
        on: desk.visit.today(),
        by: by?,
        spent: spent?,
        measures: measures?,
        words: words?,
    };
    (answers.faults() == 0).then_some(report)
}

/// What was spent; nothing at all is an answer too.
fn spent(reading: &mut Reading<'_>) -> Option<Cents> {
    let amount = reading.amount(SPENT);
    if amount.is_none() {
        reading.fault(SPENT, "conv-wrong-depense");
    }
    amount
}

/// One measure a line.
fn measures(reading: &mut Reading<'_>) -> Option<Vec<String>> {
    let typed = reading.answers.text(MEASURES).to_owned();
    let lines = typed.lines();
    let lines: Result<Vec<Option<String>>, _> = lines
        .map(|line| Prose::line(line, Report::LONGEST_MEASURE))
        .collect();
    let lines: Option<Vec<String>> = lines.ok().map(|all| all.into_iter().flatten().collect());
    let kept = lines.filter(|all| all.len() <= Report::MOST_MEASURES);
    if kept.is_none() {
        let told = [
            ("n", Report::MOST_MEASURES.into()),
            ("chars", Report::LONGEST_MEASURE.into()),
        ];
        let words = reading.words().with("conv-wrong-mesures", &told);
        reading.answers.fault(MEASURES, words);
    }
    kept
}

fn page(
    desk: &Desk,
    (reporting, followed): (&Reporting, &Followed),
    answers: &Answers,
) -> Response {
    let words = desk.words();
    let ask = Ask { words, answers };
    let kinds: Vec<&str> = ReportKind::ALL.iter().map(|kind| kind.slug()).collect();
    let body = if may_report(followed) {
        Part::Form(Form {
            id: "bilan",
            title: None,
            action: reporting.at(&followed.agreement, "bilan"),
            faults: faults(words, answers),
            fields: vec![
                ask.one_of(KIND, &kinds),
                ask.area(WORDS, 6),
                ask.area(MEASURES, 8),
                ask.text(SPENT, "text"),
                ask.text(BY, "text"),
            ],
            submit: words.get("conv-bilan-envoyer"),
            plain: false,
        })
    } else {
        let told = [("state", told::state(desk, &followed.agreement).into())];
        Part::Warning(words.with("conv-pas-maintenant", &told))
    };
    let told = [("name", told::title(desk, followed).into())];
    let head = Head {
        crumbs: reporting.crumbs(desk, Some(followed)),
        lead: words.get("conv-bilan-lead"),
    };
    let page = desk.page(words.with("conv-bilan-title", &told), TAB);
    desk_page(page, head, vec![body])
}
