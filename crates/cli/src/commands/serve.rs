//! `demo` and `serve`: open, load, listen, stop gracefully.

use std::path::Path;
use std::sync::Arc;
use std::time::Instant;

use portulan_app::identity::oidc;
use portulan_app::identity::password::Breached;
use portulan_app::import::ImportReport;
use portulan_app::journal::list;
use portulan_app::mail::Outbound;
use portulan_app::{App, Error, audience, demonstration, harvest, mail, operator, people};
use portulan_policy::{Actor, Node, allow};
use portulan_web::{AppState, Mailer, Settings};
use tokio::net::TcpListener;

use crate::args::{Exposure, Mailing, Place};
use crate::commands::{mailing, open_to_serve};
use crate::outcome::{Failure, say};
use crate::words::words;

/// Addresses printed for a new user to try.
const TO_TRY: [&str; 6] = [
    "/",
    "/aide?ou=R%C3%A9publique%2C+Rennes&besoin=acces&quand=samedi%3Amatin",
    "/territoires/commune-35238",
    "/niveaux?adresse=42+cours+Kennedy%2C+Rennes",
    "/territoires/epci-243500139/chiffres",
    "/api/v1/lieux?territoire=commune-35238&besoin=acces&limite=20",
];

/// Creates or opens the data folder, loads the demonstration, serves.
pub(crate) async fn demo(place: &Place, exposure: &Exposure) -> Result<(), Failure> {
    let started = Instant::now();
    start_logs(exposure);
    let app = open_to_serve(place, exposure, (None, false)).await?;
    let loading = allow(&Actor::Job("demo"), &Node::Installation).map_err(Error::from)?;
    let report = demonstration::load(&app, &loading).await?;
    let listener = listen(exposure).await?;
    let site = site(exposure, &listener)?;
    tell_loaded(&app, &report);
    say(&words().with("cli-ready", &[("millis", millis(started).into())]));
    for address in TO_TRY {
        say(&format!("  {site}{address}"));
    }
    tell_door(&app, &site).await?;
    keep_list(&app, exposure);
    let state = state(&app, exposure, settings(exposure, site, true))?;
    run(app, listener, state, None).await
}

/// Prints the link that opens the operator's session, once.
async fn tell_door(app: &App, site: &str) -> Result<(), Failure> {
    let opening = allow(&Actor::Job("demo"), &Node::Installation).map_err(Error::from)?;
    let link = operator::one_time_link(app, &opening).await?;
    say(&words().get("cli-operator-link"));
    say(&format!("  {site}/exploitation/{}", link.reveal()));
    Ok(())
}

/// What the handlers reach, with the ways in that the options name.
fn state(app: &Arc<App>, exposure: &Exposure, settings: Settings) -> Result<AppState, Failure> {
    let unreadable = |file: &Path, error: &dyn std::fmt::Display| {
        let told = [
            ("file", file.display().to_string().into()),
            ("error", error.to_string().into()),
        ];
        Failure::Usage(words().with("cli-unreadable", &told))
    };
    let providers = match &exposure.oidc {
        Some(file) => oidc::read(file).map_err(|error| unreadable(file, &error))?,
        None => Vec::new(),
    };
    let leaked = exposure.leaked_passwords.as_deref();
    let leaked = leaked
        .map(|file| Breached::open(file).map_err(|error| unreadable(file, &error)))
        .transpose()?;
    Ok(AppState::with_doors(
        Arc::clone(app),
        settings,
        providers,
        leaked,
    ))
}

fn tell_loaded(app: &App, report: &ImportReport) {
    let directory = app.directory();
    say(&words().with(
        "cli-demo-loaded",
        &[
            ("places", directory.snapshot.len().into()),
            ("created", report.created.into()),
            ("updated", report.updated.into()),
            ("unchanged", report.unchanged.into()),
            ("territories", directory.reference.len().into()),
        ],
    ));
}

fn millis(since: Instant) -> usize {
    usize::try_from(since.elapsed().as_millis()).unwrap_or(usize::MAX)
}

/// Serves what the database holds.
pub(crate) async fn serve(
    place: &Place,
    exposure: &Exposure,
    mailing: &Mailing,
) -> Result<(), Failure> {
    start_logs(exposure);
    let smtp = mailing::server(mailing)?;
    let texts = mailing::gateway(mailing)?;
    let app = open_to_serve(place, exposure, (texts, smtp.is_some())).await?;
    let listener = listen(exposure).await?;
    let site = site(exposure, &listener)?;
    say(&words().with(
        "cli-serving",
        &[
            ("places", app.directory().snapshot.len().into()),
            ("address", format!("{site}/").into()),
        ],
    ));
    let outbound = smtp.map(|smtp| Outbound {
        renderer: Arc::new(Mailer::new(&site)),
        smtp,
    });
    if people::is_empty(&app).await? {
        tell_door(&app, &site).await?;
    }
    keep_list(&app, exposure);
    let state = state(&app, exposure, settings(exposure, site, false))?;
    run(app, listener, state, outbound).await
}

/// How the site is exposed. In a demonstration, nothing is sent and mails are read where they wait.
fn settings(exposure: &Exposure, site: String, demonstration: bool) -> Settings {
    Settings {
        public_url: site,
        trust_proxy: exposure.trust_proxy,
        rate: Some(exposure.rate),
        draft_languages: exposure.draft_languages,
        live_mail_links: demonstration,
        security_contact: exposure.security.security_contact.clone(),
    }
}

async fn listen(exposure: &Exposure) -> Result<TcpListener, Failure> {
    TcpListener::bind(exposure.listen).await.map_err(|error| {
        Failure::Usage(words().with(
            "cli-cannot-listen",
            &[
                ("address", exposure.listen.to_string().into()),
                ("error", error.to_string().into()),
            ],
        ))
    })
}

/// The address to print and to put in links.
fn site(exposure: &Exposure, listener: &TcpListener) -> Result<String, Failure> {
    if let Some(url) = &exposure.public_url {
        return Ok(url.trim_end_matches('/').to_owned());
    }
    let address = listener
        .local_addr()
        .map_err(|error| Failure::internal("adresse", &error))?;
    Ok(format!("http://{address}"))
}

/// Keeps the list of erased persons, where the options name one, for as long as the program runs.
fn keep_list(app: &Arc<App>, exposure: &Exposure) {
    if let Some(file) = exposure.erasures.clone() {
        tokio::spawn(list::keep(Arc::clone(app), file));
    }
}

async fn run(
    app: Arc<App>,
    listener: TcpListener,
    state: AppState,
    outbound: Option<Outbound>,
) -> Result<(), Failure> {
    let watcher = tokio::spawn(portulan_app::watch(Arc::clone(&app)));
    let harvester = tokio::spawn(harvest::keep_schedules(Arc::clone(&app)));
    let counter = tokio::spawn(audience::keep(Arc::clone(&app)));
    let sender = tokio::spawn(mail::keep_sending(Arc::clone(&app), outbound));
    let served = portulan_web::serve(state, listener, stop_signal()).await;
    watcher.abort();
    harvester.abort();
    sender.abort();
    counter.abort();
    // A batch that was being written must be whole before the last one: the task ends first.
    let _ended = counter.await;
    if let Err(error) = audience::flush(&app).await {
        tracing::warn!(%error, "the last audience figures were not written");
    }
    served.map_err(|error| Failure::internal("service", &error))
}

/// Resolves when the process is asked to stop.
async fn stop_signal() {
    let interrupt = tokio::signal::ctrl_c();
    #[cfg(unix)]
    {
        use tokio::signal::unix::{SignalKind, signal};
        if let Ok(mut terminate) = signal(SignalKind::terminate()) {
            tokio::select! {
                _ = interrupt => {}
                _ = terminate.recv() => {}
            }
            return;
        }
    }
    let _stopped = interrupt.await;
}

/// Structured logs on standard error; `RUST_LOG` chooses the level.
fn start_logs(exposure: &Exposure) {
    use tracing_subscriber::EnvFilter;
    let filter = EnvFilter::try_from_default_env()
        .unwrap_or_else(|_unset| EnvFilter::new("warn,portulan=info"));
    let logs = tracing_subscriber::fmt()
        .with_env_filter(filter)
        .with_writer(std::io::stderr);
    let started = if exposure.log_json {
        logs.json().try_init()
    } else {
        logs.try_init()
    };
    if let Err(error) = started {
        say(&words().with(
            "cli-logs-not-started",
            &[("error", error.to_string().into())],
        ));
    }
}
