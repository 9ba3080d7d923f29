//! Scanners that are not ours, signed in as each role on an installation that holds something of everything: wapiti on the
//! pages, schemathesis on the API. Nothing of medium severity or above, and no answer that is the program's fault.

use std::path::Path;

use anyhow::{Context, Result, bail, ensure};
use hyper::Method;
use portulan_e2e::filled::{Caller, Filled};
use portulan_e2e::http::{ask, get, post};
use portulan_e2e::{generated, report, tools};
use serde_json::Value;
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::TcpListener;
use tokio::sync::Semaphore;
use tokio::task::JoinSet;

/// Attacks of every scan. Left out: `ssl` and `https_redirect` (TLS is the proxy's), `ssrf`, `xxe` and `log4shell` (they
/// need a machine of wapiti's authors that the program would call; the guard of addresses has its own tests), and those
/// that look for other people's programs (`wp_enum`, `cms`, `drupal`…).
const ATTACKS: &str = "cookieflags,crlf,csp,csrf,exec,file,htaccess,http_headers,methods,permanentxss,redirect,sql,upload,xss";
/// Roles of which everything is attacked; the others share their pages and are walked less deeply.
const THOROUGH: [&str; 4] = ["visitor", "organisation-manager", "coordinator", "operator"];
/// Scans at once: each is one busy process.
const AT_ONCE: usize = 2;
/// Pages that a scan walks at once. Above, two scans on a small machine ask for more long files than are sent at once, and
/// some are refused for want of room (503), as they should be.
const WALKED_AT_ONCE: u32 = 4;
/// Pages that a scan must have seen, or it judged nothing.
const FEWEST_PAGES: u64 = 12;
/// "Medium" in the reports of wapiti.
const MEDIUM: u64 = 2;

/// What a scan leaves alone: what would sign its caller out or take its role back, what removes the source under the
/// others, and, for those who are signed in, the endless combinations of the public pages, that the visitor attacks.
const LEFT_ALONE: [&str; 9] = [
    "/exploitation",
    "/compte/quitter",
    "/compte/effacer",
    "/compte/sessions",
    "/compte/mot-de-passe",
    "/espace/personnes/*/retirer",
    "/exploitation/sources/*/oublier",
    "/espace/structures/*/lieux",
    "/assets/*",
];
const OF_THE_VISITOR: [&str; 4] = ["/aide*", "/fiche/*", "/affiche/*", "/territoires/*"];

/// Requests per operation of the API and per role.
const CASES: usize = 10;
const CASES_LONG: usize = 100;

/// One thing that a scanner found.
struct Finding {
    kind: String,
    level: u64,
    path: String,
    parameter: String,
    /// All of it, on a line.
    line: String,
}

impl Finding {
    fn all(report: &Value) -> Vec<Self> {
        let of = |group: &str| {
            let kinds = report.get(group).and_then(Value::as_object);
            let kinds = kinds.into_iter().flatten().map(|(kind, list)| {
                let list = list.as_array().map(Vec::as_slice).unwrap_or_default();
                list.iter().map(|one| Self::read(kind, one)).collect()
            });
            kinds.collect::<Vec<Vec<Self>>>()
        };
        let groups = [of("vulnerabilities"), of("anomalies")];
        groups.into_iter().flatten().flatten().collect()
    }

    fn read(kind: &str, one: &Value) -> Self {
        let text = |name: &str| one.get(name).and_then(Value::as_str).unwrap_or_default();
        let level = one.get("level").and_then(Value::as_u64).unwrap_or(MEDIUM);
        let names = ["method", "path", "parameter", "info", "curl_command"];
        Self {
            kind: kind.to_owned(),
            level,
            path: text("path").to_owned(),
            parameter: text("parameter").to_owned(),
            line: format!("{kind} ({level}): {}", names.map(text).join(" ")),
        }
    }
}

/// Runs wapiti; its report.
async fn scan(site: &str, seconds: u32, arguments: &[String], folder: &Path) -> Result<Value> {
    let file = folder.join("report.json");
    let mut command = tokio::process::Command::new(tools::scanner()?);
    command
        .arg(tools::root().join("e2e/judges/wapiti.py"))
        .env("PORTULAN_ATTACK_SECONDS", seconds.to_string())
        .args(["--url", site, "--scope", "folder", "--flush-session"])
        .args(["--no-bugreport", "--verbose", "0"])
        .args(["--timeout", "25", "--format", "json", "--output"])
        .arg(&file)
        .arg("--store-session")
        .arg(folder.join("session"))
        .arg("--store-config")
        .arg(folder.join("config"))
        .args(arguments)
        .kill_on_drop(true);
    let output = command.output().await.context("running wapiti")?;
    let told = String::from_utf8_lossy(&output.stdout).into_owned()
        + &String::from_utf8_lossy(&output.stderr);
    let text = std::fs::read_to_string(&file).with_context(|| format!("no report: {told}"))?;
    Ok(serde_json::from_str(&text)?)
}

/// How long a scan takes: seconds to walk, seconds for each attack.
fn times(caller: &Caller) -> (u32, u32) {
    let (walk, attack) = if THOROUGH.contains(&caller.role) {
        (20, 4)
    } else {
        (8, 2)
    };
    let times = if tools::is_long() { 10 } else { 1 };
    (walk * times, attack * times)
}

/// What wapiti is told of a caller.
fn arguments(filled: &Filled, caller: &Caller) -> Vec<String> {
    let (walk, _) = times(caller);
    let depth = if THOROUGH.contains(&caller.role) {
        4
    } else {
        2
    };
    let mut list = vec!["--module".to_owned(), ATTACKS.to_owned()];
    for (name, value) in [
        ("--depth", depth),
        ("--tasks", WALKED_AT_ONCE),
        ("--max-scan-time", walk),
        ("--max-files-per-dir", 6),
        ("--max-links-per-page", 60),
    ] {
        list.extend([name.to_owned(), value.to_string()]);
    }
    let mut left_alone = LEFT_ALONE.to_vec();
    if caller.cookie.is_empty() {
        list.extend([
            "--start".to_owned(),
            filled.site.at("/aide?ou=Rennes&carte=1"),
        ]);
    } else {
        list.extend(["--cookie-value".to_owned(), caller.cookie.clone()]);
        left_alone.extend(OF_THE_VISITOR);
    }
    for way in filled.ways_in() {
        list.extend(["--start".to_owned(), filled.site.at(&way)]);
    }
    for path in left_alone {
        list.extend(["--exclude".to_owned(), filled.site.at(path)]);
    }
    list
}

/// Whether something found is none, by its name, and proven each time:
///
/// - *Cross Site Request Forgery*: wapiti looks for a token among the fields. Here the browser's own words keep other
///   sites out (`Sec-Fetch-Site`, `Origin`, and cookies that are `SameSite=Lax`), so the form is sent again as another
///   site would send it, and must be refused.
async fn is_answered(filled: &Filled, caller: &Caller, finding: &Finding) -> Result<bool> {
    if finding.kind != "Cross Site Request Forgery" {
        return Ok(false);
    }
    let address = filled.site.at(&finding.path);
    let from_elsewhere = [
        [("sec-fetch-site", "cross-site"), ("cookie", &caller.cookie)],
        [("sec-fetch-site", "same-site"), ("cookie", &caller.cookie)],
        [
            ("origin", "https://ailleurs.example"),
            ("cookie", &caller.cookie),
        ],
        [("origin", "null"), ("cookie", &caller.cookie)],
    ];
    for headers in from_elsewhere {
        if post(&address, &headers, "").await?.status != 403 {
            return Ok(false);
        }
    }
    Ok(true)
}

/// Scans as one caller; what was found and stands, a line each.
async fn scan_as(filled: &Filled, caller: &Caller) -> Result<Vec<String>> {
    let folder = tempfile::tempdir()?;
    let site = filled.site.at("/");
    let (_, seconds) = times(caller);
    let told = scan(&site, seconds, &arguments(filled, caller), folder.path()).await?;
    report::write(&format!("wapiti-{}.json", caller.role), &told.to_string())?;
    let pages = told.pointer("/infos/crawled_pages_nbr");
    let pages = pages.and_then(Value::as_u64).unwrap_or_default();
    ensure!(pages >= FEWEST_PAGES, "{}: {pages} pages", caller.role);
    let found = Finding::all(&told);
    let mut standing = Vec::new();
    for finding in found {
        if finding.level >= MEDIUM && !is_answered(filled, caller, &finding).await? {
            standing.push(format!("{}: {}", caller.role, finding.line));
        }
    }
    if !caller.cookie.is_empty() {
        let headers = [("cookie", caller.cookie.as_str())];
        let still = ask(Method::GET, &filled.site.at("/espace"), &headers).await?;
        ensure!(still.status == 200, "{} was signed out", caller.role);
    }
    Ok(standing)
}

/// Every scan asked for the page of its account, and got it: it was signed in.
async fn all_were_signed_in(filled: &Filled) -> Result<()> {
    let metrics = get(&filled.site.at("/metrics")).await?.text;
    let line = "portulan_requests_total{route=\"/compte\",status=\"2xx\"} ";
    let shown = metrics.lines().find_map(|text| text.strip_prefix(line));
    let shown: usize = shown.context("nobody was signed in")?.parse()?;
    let accounts = filled.callers.iter().filter(|one| !one.cookie.is_empty());
    ensure!(shown >= accounts.count(), "{shown} pages of an account");
    Ok(())
}

/// Routes that answered with a fault of the program, and the faults that its log tells of.
async fn faults(filled: &Filled) -> Result<Vec<String>> {
    let metrics = get(&filled.site.at("/metrics")).await?.text;
    let failed = metrics
        .lines()
        .filter(|line| line.contains("status=\"5xx\""));
    let mut faults: Vec<String> = failed.map(str::to_owned).collect();
    faults.extend(filled.faults()?);
    Ok(faults)
}

#[tokio::test(flavor = "multi_thread")]
async fn wapiti_finds_nothing_as_any_role() -> Result<()> {
    let filled = std::sync::Arc::new(Filled::start().await?);
    let room = std::sync::Arc::new(Semaphore::new(AT_ONCE));
    let mut scans = JoinSet::new();
    for caller in filled.callers.clone() {
        let (filled, room) = (filled.clone(), room.clone());
        scans.spawn(async move {
            let _permit = room.acquire().await?;
            scan_as(&filled, &caller).await
        });
    }
    let mut standing = Vec::new();
    while let Some(ended) = scans.join_next().await {
        standing.extend(ended??);
    }
    standing.extend(faults(&filled).await?);
    report::write(
        "wapiti.txt",
        &format!("{} left\n{}", standing.len(), standing.join("\n")),
    )?;
    ensure!(standing.is_empty(), "{standing:#?}");
    all_were_signed_in(&filled).await
}

#[tokio::test(flavor = "multi_thread")]
async fn generated_requests_of_each_role_find_no_fault_in_the_api() -> Result<()> {
    let filled = Filled::start().await?;
    let seed = tools::seed();
    let cases = if tools::is_long() { CASES_LONG } else { CASES };
    let mut whole = vec![format!("seed {seed}")];
    for caller in &filled.callers {
        let told = generated::judge(&filled.site.address, cases, &caller.cookie)?;
        whole.push(format!("== {}\n{}", caller.role, told.text));
        if !told.is_clean {
            report::write("schemathesis-roles.txt", &whole.join("\n"))?;
            bail!("{}, seed {seed}\n{}", caller.role, told.text);
        }
    }
    report::write("schemathesis-roles.txt", &whole.join("\n"))?;
    let faults = faults(&filled).await?;
    ensure!(faults.is_empty(), "{faults:#?}");
    Ok(())
}

/// Answers every request with a page that holds what was asked, as no page should.
async fn careless(listener: TcpListener) -> Result<()> {
    loop {
        let (mut stream, _) = listener.accept().await?;
        let mut head = vec![0; 16_384];
        let read = stream.read(&mut head).await?;
        let head = String::from_utf8_lossy(head.get(..read).unwrap_or_default()).into_owned();
        let asked = head.split_whitespace().nth(1).unwrap_or_default();
        let typed = asked.split_once("q=").map_or("", |(_, typed)| typed);
        let pairs = url::form_urlencoded::parse(format!("q={typed}").as_bytes())
            .map(|(_, value)| value.into_owned())
            .collect::<String>();
        let page = format!("<!doctype html><title>x</title><a href='/?q=port'>x</a><p>{pairs}</p>");
        let answer = format!(
            "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: {}\r\nConnection: close\r\n\r\n{page}",
            page.len()
        );
        stream.write_all(answer.as_bytes()).await?;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn the_scanner_finds_what_is_wrong_on_a_careless_page() -> Result<()> {
    let listener = TcpListener::bind("127.0.0.1:0").await?;
    let site = format!("http://{}/?q=port", listener.local_addr()?);
    let served = tokio::spawn(careless(listener));
    let folder = tempfile::tempdir()?;
    let arguments = ["--module", "xss", "--depth", "1"].map(str::to_owned);
    let told = scan(&site, 20, &arguments, folder.path()).await?;
    served.abort();
    let found = Finding::all(&told);
    ensure!(
        found
            .iter()
            .any(|one| one.level >= MEDIUM && one.parameter == "q"),
        "a judge that finds nothing proves nothing: {told}"
    );
    Ok(())
}
