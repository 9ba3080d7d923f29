//! Operation: ready at once, stopping gently, refusing what is too much, telling its figures to this machine alone.

use std::process::Command;
use std::time::{Duration, Instant};

use anyhow::{Context, Result, ensure};
use portulan_e2e::http::{get, post};
use portulan_e2e::site::{Site, program};
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;

async fn connect(site: &Site) -> Result<TcpStream> {
    let host = site.address.strip_prefix("http://").context("an address")?;
    Ok(TcpStream::connect(host).await?)
}

#[tokio::test]
async fn the_demonstration_is_ready_in_three_seconds() -> Result<()> {
    let site = Site::start()?;
    ensure!(
        site.ready < Duration::from_secs(3),
        "ready after {:?}",
        site.ready
    );
    ensure!(get(&site.address).await?.status == 200);
    Ok(())
}

#[tokio::test]
async fn asked_to_stop_it_ends_what_it_does_and_leaves_with_success() -> Result<()> {
    let site = Site::start()?;
    ensure!(get(&site.at("/api/v1/sante")).await?.status == 200);
    let status = tokio::task::spawn_blocking(move || site.stop()).await??;
    ensure!(status.success(), "{status}");
    Ok(())
}

#[tokio::test]
async fn a_request_that_is_half_sent_is_dropped() -> Result<()> {
    let site = Site::start()?;
    let mut stream = connect(&site).await?;
    stream
        .write_all(b"GET /aide HTTP/1.1\r\nHost: x\r\nX-Slow: ")
        .await?;
    let started = Instant::now();
    let mut rest = Vec::new();
    let ended = tokio::time::timeout(Duration::from_secs(20), stream.read_to_end(&mut rest)).await;
    ensure!(ended.is_ok(), "still open after {:?}", started.elapsed());
    Ok(())
}

#[tokio::test]
async fn a_body_that_is_too_large_is_refused_without_reading_it() -> Result<()> {
    let site = Site::start()?;
    let mut stream = connect(&site).await?;
    let head = "POST /aide HTTP/1.1\r\nHost: x\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: 99999999\r\nConnection: close\r\n\r\n";
    stream.write_all(head.as_bytes()).await?;
    let mut start = [0; 12];
    tokio::time::timeout(Duration::from_secs(5), stream.read_exact(&mut start)).await??;
    let start = String::from_utf8_lossy(&start).into_owned();
    ensure!(start.ends_with("413") || start.ends_with("405"), "{start}");
    Ok(())
}

#[tokio::test]
async fn every_answer_carries_the_security_headers() -> Result<()> {
    let site = Site::start()?;
    for path in ["/", "/aide?ou=Rennes", "/api/v1/sante", "/rien"] {
        let answer = get(&site.at(path)).await?;
        let policy = answer.header("content-security-policy");
        ensure!(
            policy.starts_with("default-src 'none'") && !policy.contains("unsafe"),
            "{path}: {policy}"
        );
        for (name, value) in [
            ("x-content-type-options", "nosniff"),
            ("x-frame-options", "DENY"),
            ("referrer-policy", "same-origin"),
        ] {
            ensure!(
                answer.header(name) == value,
                "{path}: {name}: {}",
                answer.header(name)
            );
        }
        ensure!(
            !answer.header("x-request-id").is_empty(),
            "{path} has no request id"
        );
    }
    Ok(())
}

#[tokio::test]
async fn whoever_finds_a_weakness_is_told_whom_to_write_to() -> Result<()> {
    let address = "/.well-known/security.txt";
    let contact = ["--security-contact", "securite@exemple.fr"];
    let site = Site::start_with(&contact)?;
    let answer = get(&site.at(address)).await?;
    ensure!(answer.header("content-type") == "text/plain; charset=utf-8");
    // The clock of these tests stands on 28 November 2026.
    for line in [
        "Contact: mailto:securite@exemple.fr\n",
        "Expires: 2027-05-27T",
        "Preferred-Languages: fr, en\n",
    ] {
        ensure!(answer.text.contains(line), "{line}: {}", answer.text);
    }
    let doctor = |options: &[&str]| -> Result<String> {
        let output = Command::new(program()?)
            .args(["doctor", "--data-dir"])
            .arg(site.data())
            .args(options)
            .output()?;
        Ok(String::from_utf8(output.stdout)?)
    };
    let told = doctor(&contact)?;
    ensure!(told.contains("mailto:securite@exemple.fr"), "{told}");
    let told = doctor(&[])?;
    ensure!(told.contains("PORTULAN_SECURITY_CONTACT="), "{told}");
    let silent = Site::start()?;
    ensure!(get(&silent.at(address)).await?.status == 404);
    let wrong = Command::new(program()?)
        .args(["demo", "--security-contact", "http://exemple.fr"])
        .output()?;
    ensure!(wrong.status.code() == Some(2), "{:?}", wrong.status);
    Ok(())
}

#[tokio::test]
async fn what_is_refused_leaves_a_line_in_the_log_and_no_word_of_what_was_typed() -> Result<()> {
    let log = tempfile::NamedTempFile::new()?;
    let out = log.reopen()?;
    let site = Site::start_telling(tempfile::tempdir()?, &["--log-json"], out.into())?;
    let form = "email=quelquun%40exemple.fr&mot_de_passe=secret+de+personne";
    let wrong = post(&site.at("/connexion/mot-de-passe"), &[], form).await?;
    ensure!(wrong.status == 403, "{}", wrong.status);
    let closed = get(&site.at("/espace?mot=secret")).await?;
    ensure!(closed.status == 403, "{}", closed.status);
    let elsewhere = [("origin", "https://ailleurs.example")];
    let foreign = post(&site.at("/connexion/recevoir"), &elsewhere, form).await?;
    ensure!(foreign.status == 403, "{}", foreign.status);
    let text = std::fs::read_to_string(log.path())?;
    for (route, answer) in [
        ("/connexion/mot-de-passe", &wrong),
        ("/espace", &closed),
        ("/connexion/recevoir", &foreign),
    ] {
        let id = answer.header("x-request-id");
        let line = text.lines().find(|line| line.contains(id));
        let line: serde_json::Value = serde_json::from_str(line.context("no line")?)?;
        ensure!(
            line.pointer("/fields/route") == Some(&route.into()),
            "{line}"
        );
        ensure!(
            line.pointer("/fields/status") == Some(&403.into()),
            "{line}"
        );
        let at = line.get("timestamp").and_then(serde_json::Value::as_str);
        ensure!(at.is_some_and(|at| at.ends_with('Z')), "{line}");
    }
    ensure!(
        !text.contains("secret") && !text.contains("quelquun"),
        "{text}"
    );
    Ok(())
}

#[tokio::test]
async fn metrics_name_routes_and_never_what_people_search() -> Result<()> {
    let site = Site::start()?;
    get(&site.at("/aide?ou=rue+secrete")).await?;
    get(&site.at("/rien/du/tout")).await?;
    let metrics = get(&site.at("/metrics")).await?.text;
    ensure!(
        metrics.contains("portulan_requests_total{route=\"/aide\",status=\"2xx\"}"),
        "{metrics}"
    );
    ensure!(
        !metrics.contains("secrete") && !metrics.contains("/rien/du/tout"),
        "{metrics}"
    );
    ensure!(metrics.contains("portulan_places "), "{metrics}");
    Ok(())
}

#[tokio::test]
async fn hostile_addresses_are_answered_without_a_failure() -> Result<()> {
    let site = Site::start()?;
    for path in [
        "/aide?ou=%FF%FE",
        "/aide?ou=%00",
        "/aide?lat=NaN&lon=inf",
        "/aide?limite=99999999999999999999",
        "/aide?polygone=;;;;",
        "/aide?quand=9999-99-99",
        "/aide?ou=%3Cscript%3Ealert(1)%3C/script%3E",
        "/lieux/..%2f..%2fetc",
        "/territoires/commune-%F0%9F%92%A9",
        "/aide?&&&=&=&ou",
        "/assets/../Cargo.toml",
        "/aide?curseur=%F0%9F%92%A9",
    ] {
        let answer = get(&site.at(path)).await?;
        ensure!(answer.status.as_u16() < 500, "{path}: {}", answer.status);
        ensure!(
            !answer.text.contains("<script>alert"),
            "{path} echoes a script"
        );
    }
    Ok(())
}
