//! Requests and files that nobody means well with, over a bare connection and through the command: half of a body, lengths
//! that lie, headers out of all measure, two gibibytes of nothing.

use std::fs::{self, File};
use std::io::{BufWriter, Write as _};
use std::process::{Command, Stdio};
use std::time::Duration;

use anyhow::{Context, Result, ensure};
use hyper::Method;
use portulan_e2e::http::{ask, get, post};
use portulan_e2e::site::{Site, program};
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::TcpStream;
use tokio::time::timeout;

/// How long an answer to a whole request may take here.
const SOON: Duration = Duration::from_secs(15);
/// How long a connection may stay open on half of a body: the pause that the server allows, and some room.
const HALF: Duration = Duration::from_mins(1);

async fn connect(site: &Site) -> Result<TcpStream> {
    let host = site.address.strip_prefix("http://").context("an address")?;
    Ok(TcpStream::connect(host).await?)
}

/// Sends bytes as they are; all that comes back until the connection ends.
async fn raw(site: &Site, bytes: &[u8], within: Duration) -> Result<String> {
    let mut stream = connect(site).await?;
    stream.write_all(bytes).await?;
    let mut answer = Vec::new();
    let read = timeout(within, stream.read_to_end(&mut answer)).await;
    let told = String::from_utf8_lossy(&answer).into_owned();
    read.with_context(|| format!("still open after {within:?}: {told}"))?
        .or_else(|error| match error.kind() {
            std::io::ErrorKind::ConnectionReset => Ok(0),
            _ => Err(error),
        })?;
    Ok(told)
}

async fn still_serves(site: &Site) -> Result<()> {
    let answer = get(&site.at("/api/v1/sante")).await?;
    ensure!(answer.status == 200, "{}", answer.status);
    let metrics = get(&site.at("/metrics")).await?.text;
    ensure!(!metrics.contains("status=\"5xx\""), "{metrics}");
    Ok(())
}

#[tokio::test]
async fn half_of_a_file_is_waited_for_a_moment_and_starts_nothing() -> Result<()> {
    let site = Site::start()?;
    let opened = ask(Method::POST, &site.at(&site.desk), &[]).await?;
    let cookie = opened.header("set-cookie").split(';').next();
    let cookie = cookie.unwrap_or_default().to_owned();
    let source =
        "nom=Essai&origine=fichier&rythme=aucune&niveau=Rennes&licence=LO&confiance=50&limite=20";
    let with = [("cookie", cookie.as_str())];
    let made = post(&site.at("/exploitation/sources"), &with, source).await?;
    ensure!(made.status == 303, "{}", made.text);
    let half = "--bord\r\nContent-Disposition: form-data; name=\"fichier\"; filename=\"l.csv\"\r\n\r\n\
         id,nom,commune\n1,Lieu,Rennes\n";
    // Every route that takes a file, with the session and without.
    let mut waits = tokio::task::JoinSet::new();
    let place = get(&site.at("/api/v1/lieux?limite=1")).await?.json()?;
    let place = place
        .pointer("/lieux/0/slug")
        .and_then(serde_json::Value::as_str);
    let pictures = format!("/lieux/{}/modifier/images", place.context("a place")?);
    for path in [
        "/exploitation/sources/essai/moissonner",
        "/exploitation/sources/essai/proposer",
        &pictures,
    ] {
        for cookie in [cookie.clone(), String::new()] {
            let head = format!(
                "POST {path} HTTP/1.1\r\nHost: x\r\nCookie: {cookie}\r\n\
                 Content-Type: multipart/form-data; boundary=bord\r\nContent-Length: 900000\r\n\
                 Connection: close\r\n\r\n{half}"
            );
            let mut stream = connect(&site).await?;
            waits.spawn(async move {
                stream.write_all(head.as_bytes()).await?;
                let mut answer = Vec::new();
                let read = timeout(HALF, stream.read_to_end(&mut answer)).await;
                read.context("half of a file holds its connection")??;
                anyhow::Ok(String::from_utf8_lossy(&answer).into_owned())
            });
        }
    }
    while let Some(answer) = waits.join_next().await {
        let answer = answer??;
        ensure!(!answer.starts_with("HTTP/1.1 303"), "{answer}");
        ensure!(!answer.starts_with("HTTP/1.1 5"), "{answer}");
    }
    let runs = ask(Method::GET, &site.at("/exploitation/moissonnages"), &with).await?;
    ensure!(runs.text.contains("Aucun moissonnage"), "{}", runs.text);
    still_serves(&site).await
}

#[tokio::test]
async fn a_length_that_lies_is_refused_or_cut_and_nothing_is_slipped_in() -> Result<()> {
    let site = Site::start()?;
    let form = "POST /connexion/recevoir HTTP/1.1\r\nHost: x\r\n\
         Content-Type: application/x-www-form-urlencoded\r\nConnection: close\r\n";
    let second = "GET /robots.txt HTTP/1.1\r\nHost: x\r\n\r\n";
    for lengths in [
        "Content-Length: 5\r\nContent-Length: 60\r\n",
        "Content-Length: +5\r\n",
        "Content-Length: -5\r\n",
        "Content-Length: 0x5\r\n",
        "Content-Length: 99999999999999999999\r\n",
        "Content-Length: 5, 6\r\n",
        "Transfer-Encoding: chunked, identity\r\n",
        "Transfer-Encoding: xchunked\r\n",
        "Content-Length: 5\r\nTransfer-Encoding: chunked\r\n",
        "Transfer-Encoding: chunked\r\nTransfer-Encoding: chunked\r\n",
    ] {
        let bytes = format!("{form}{lengths}\r\n0\r\n\r\n{second}");
        let answer = raw(&site, bytes.as_bytes(), SOON).await?;
        ensure!(
            answer.matches("HTTP/1.1 ").count() <= 1,
            "{lengths}: {answer}"
        );
        ensure!(
            !answer.contains("User-agent"),
            "{lengths} slips in: {answer}"
        );
    }
    // Less than was said, and the end.
    let mut stream = connect(&site).await?;
    let bytes = format!("{form}Content-Length: 60\r\n\r\nemail=");
    stream.write_all(bytes.as_bytes()).await?;
    stream.shutdown().await?;
    let mut answer = String::new();
    timeout(SOON, stream.read_to_string(&mut answer)).await??;
    ensure!(
        !answer.starts_with("HTTP/1.1 2") && !answer.starts_with("HTTP/1.1 3"),
        "{answer}"
    );
    still_serves(&site).await
}

#[tokio::test]
async fn headers_out_of_all_measure_break_nothing() -> Result<()> {
    let site = Site::start()?;
    let large = "x".repeat(60_000);
    let many = "a=b; ".repeat(10_000);
    let languages = "fr;q=".repeat(5_000);
    let session = format!("portulan-session={}", "é".repeat(500));
    for headers in [
        format!("Cookie: {large}\r\n"),
        format!("Cookie: {many}\r\n"),
        format!("Cookie: {session}\r\n"),
        "Cookie: portulan-session=a; portulan-session=b\r\n".repeat(40),
        format!("Accept-Language: {languages}\r\n"),
        "Accept-Language: fr;q=NaN,en;q=1e999,*;q=-1,\u{0}\r\n".to_owned(),
        "Accept-Language: \u{202e}rf\r\n".to_owned(),
        "X-Forwarded-For: ' or 1=1 --, ::ffff:1.2.3.4.5\r\n".to_owned(),
        "Range: bytes=0-,0-,0-,0-\r\nIf-None-Match: ,,,\"\r\n".to_owned(),
        "If-Modified-Since: Fri, 99 Zzz 99999 99:99:99 GMT\r\n".to_owned(),
        "X-A: b\r\n".repeat(500),
    ] {
        for path in ["/", "/espace", "/api/v1/lieux?limite=1"] {
            let bytes =
                format!("GET {path} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n{headers}\r\n");
            let answer = raw(&site, bytes.as_bytes(), SOON).await?;
            let start: String = headers.chars().take(60).collect();
            ensure!(answer.starts_with("HTTP/1.1 "), "{path} {start}: {answer}");
            ensure!(
                !answer.starts_with("HTTP/1.1 5"),
                "{path} {start}: {answer}"
            );
        }
    }
    let two = "GET / HTTP/1.1\r\nHost: x\r\nHost: ailleurs.example\r\nConnection: close\r\n\r\n";
    let answer = raw(&site, two.as_bytes(), SOON).await?;
    ensure!(answer.starts_with("HTTP/1.1 400"), "two hosts: {answer}");
    let odd = "GET / HTTP/1.1\r\nHost: ailleurs.example\r\nConnection: close\r\n\r\n";
    let answer = raw(&site, odd.as_bytes(), SOON).await?;
    ensure!(
        !answer.contains("ailleurs.example"),
        "links follow the header Host: {answer}"
    );
    still_serves(&site).await
}

#[tokio::test]
async fn methods_that_no_page_has_are_refused() -> Result<()> {
    let site = Site::start()?;
    for method in [
        "TRACE", "TRACK", "PUT", "DELETE", "PATCH", "PROPFIND", "CONNECT",
    ] {
        for path in ["/", "/espace", "/connexion/mot-de-passe", "/api/v1/lieux"] {
            let bytes = format!(
                "{method} {path} HTTP/1.1\r\nHost: x\r\nX-Canary: canari\r\nConnection: close\r\n\r\n"
            );
            let answer = raw(&site, bytes.as_bytes(), SOON).await?;
            let refused = ["405", "400", "404"]
                .iter()
                .any(|status| answer.starts_with(&format!("HTTP/1.1 {status}")));
            ensure!(refused, "{method} {path}: {answer}");
            ensure!(
                !answer.contains("canari"),
                "{method} {path} gives back what was sent"
            );
        }
    }
    still_serves(&site).await
}

/// What the command said, how it ended, and the most memory that it held, in megabytes.
fn watched(arguments: &[&str], folder: &std::path::Path) -> Result<(Option<i32>, String, u64)> {
    let out = File::create(folder.join("told"))?;
    let mut child = Command::new(program()?)
        .args(arguments)
        .current_dir(folder)
        .stdout(Stdio::null())
        .stderr(out)
        .spawn()?;
    let status = format!("/proc/{}/status", child.id());
    let mut most = 0;
    let ended = loop {
        let held = fs::read_to_string(&status).unwrap_or_default();
        let line = held.lines().find_map(|line| line.strip_prefix("VmHWM:"));
        let held = line.and_then(|line| line.trim().trim_end_matches("kB").trim().parse().ok());
        most = most.max(held.unwrap_or(0));
        if let Some(ended) = child.try_wait()? {
            break ended;
        }
        std::thread::sleep(Duration::from_millis(5));
    };
    let told = fs::read_to_string(folder.join("told"))?;
    Ok((ended.code(), told.replace('’', "'"), most / 1_000))
}

#[test]
fn two_gibibytes_are_refused_in_words_and_never_held() -> Result<()> {
    let folder = tempfile::tempdir()?;
    let head = "id,nom,commune,code_postal,adresse,presentation_detail,date_maj\n";
    let mapping = "[champs]\nid = \"id\"\nnom = \"nom\"\ncommune = \"commune\"\ncode_postal = \"code_postal\"\n\
         adresse = \"adresse\"\n";
    fs::write(folder.path().join("m.toml"), mapping)?;
    // A hole of two gibibytes after sound rows.
    let row = "1,Maison,Rennes,35000,1 rue de l'Essai,Bonjour,2026-01-01\n";
    let hole = File::create(folder.path().join("trou.csv"))?;
    let mut writer = BufWriter::new(&hole);
    writer.write_all(head.as_bytes())?;
    writer.write_all(row.repeat(3_000).as_bytes())?;
    writer.flush()?;
    hole.set_len(2 << 30)?;
    // Rows without end, each within its bound.
    let mut long = BufWriter::new(File::create(folder.path().join("long.csv"))?);
    long.write_all(head.as_bytes())?;
    let text = "Un lieu où l'on aide. ".repeat(40_000);
    for rank in 0..600 {
        writeln!(
            long,
            "{rank},Maison,Rennes,35000,1 rue de l'Essai,\"{rank} {text}\",2026-01-01"
        )?;
    }
    long.flush()?;
    let (few, _, least) = watched(&["import", "absent.csv", "--data-dir", "d"], folder.path())?;
    ensure!(few == Some(1) || few == Some(2), "{few:?}");
    let import = |file| vec!["import", file, "--data-dir", "d"];
    let transform = |file| {
        let words = [
            "harvest",
            "transform",
            "--source",
            "S",
            "--territory",
            "Rennes",
        ];
        let files = ["--mapping", "m.toml", "--out", "out", "--input", file];
        [words, files].concat()
    };
    for (arguments, why) in [
        (import("trou.csv"), Some("pas du texte")),
        (transform("trou.csv"), Some("pas du texte")),
        (import("long.csv"), Some("dépasse")),
        // What only passes through has no such bound.
        (transform("long.csv"), None),
    ] {
        let (code, told, most) = watched(&arguments, folder.path())?;
        println!("{arguments:?}: {most} MB, {least} MB at rest");
        ensure!(
            code == Some(i32::from(why.is_some())),
            "{arguments:?}: {code:?} {told}"
        );
        ensure!(
            told.contains(why.unwrap_or("")),
            "{arguments:?} does not say {why:?}: {told}"
        );
        ensure!(
            most < least + 250,
            "{arguments:?}: {most} MB, {least} MB at rest"
        );
        let left = folder.path().join("out").exists();
        ensure!(
            left == why.is_none(),
            "{arguments:?}: a refusal leaves nothing"
        );
    }
    Ok(())
}
