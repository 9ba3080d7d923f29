//! The product itself beside a bare server that sends the same bytes, each in a process of its own.
//!
//! Time on the processor is that of each server's process, read from the system; the client's is not counted. The
//! servers share one processor and the client keeps another: where the client happens to wake would else decide. The
//! question of the contract is asked again and again; then every commune of Rennes Métropole with every need, so that
//! hardly any answer is one made a moment ago.

use std::collections::HashMap;
use std::io::{BufRead, BufReader, Write};
use std::net::SocketAddr;
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use portulan_geo::Reference;
use portulan_model::{ClosedList, Service, TerritoryKey};
use serde::Serialize;

use super::client::Client;
use super::loaded::Folder;
use super::process::{Spent, resident_mb};
use super::timing::{Times, float, millis, rounded};
use crate::outcome::Failure;

/// The question of the contract.
const QUESTION: &str = "/api/v1/lieux?territoire=commune-35238&besoin=acces&limite=20";
/// The intercommunality whose communes are asked for in turn.
const VARIED_WITHIN: &str = "epci-243500139";
/// Requests of a round, and rounds: the two servers take turns, and the median of the rounds counts.
const REQUESTS: usize = 2_000;
const ROUNDS: usize = 5;

/// What was measured over HTTP.
#[derive(Debug, Serialize)]
pub(crate) struct Measured {
    /// From the start of the process to its first answer.
    pub(crate) start_ms: f64,
    /// Resident memory of the process after the first answers.
    pub(crate) memory_mb: f64,
    pub(crate) bytes: usize,
    pub(crate) server_cpu_us: f64,
    pub(crate) bare_cpu_us: f64,
    pub(crate) ratio_bare_server: f64,
    /// The same over many addresses.
    pub(crate) varied_addresses: usize,
    pub(crate) varied_server_cpu_us: f64,
    pub(crate) varied_bare_cpu_us: f64,
    pub(crate) ratio_bare_server_varied: f64,
    /// Seen by the client.
    pub(crate) http_p50_us: f64,
    pub(crate) http_p99_us: f64,
}

/// The server's process, stopped with this value.
struct Server {
    child: Child,
    address: SocketAddr,
}

impl Server {
    /// Its process, as the system names it.
    fn process(&self) -> String {
        self.child.id().to_string()
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        let _gone = self.child.kill();
        let _reaped = self.child.wait();
    }
}

/// Serves an installation and measures.
pub(crate) fn measure(folder: &Folder, reference: &Reference) -> Result<Measured, Failure> {
    let failed = |error: std::io::Error| Failure::internal("mesure par HTTP", &error);
    keep_apart().map_err(failed)?;
    let started = Instant::now();
    let server = start(folder).map_err(failed)?;
    let mut ours = Client::connect(server.address).map_err(failed)?;
    let answered = ours.get(QUESTION).map_err(failed)?;
    let start_ms = millis(started.elapsed());
    if answered.status != 200 || !answered.content_type.contains("json") {
        return Err(Failure::Internal(format!(
            "{QUESTION} : {}",
            answered.status
        )));
    }
    let addresses = varied(reference);
    let mut bodies = HashMap::new();
    for address in addresses.iter().map(String::as_str).chain([QUESTION]) {
        bodies.insert(
            address.to_owned(),
            String::from_utf8_lossy(&ours.get(address).map_err(failed)?.body).into_owned(),
        );
    }
    let memory_mb = resident_mb(&server.process()).unwrap_or(f64::NAN);
    let bare = start_bare(&bodies).map_err(failed)?;
    let mut both = Both {
        ours: (ours, server.process()),
        bare: (
            Client::connect(bare.address).map_err(failed)?,
            bare.process(),
        ),
    };
    let (server_cpu_us, bare_cpu_us, times) = both.turns(&[QUESTION.to_owned()]).map_err(failed)?;
    let (varied_server_cpu_us, varied_bare_cpu_us, _) = both.turns(&addresses).map_err(failed)?;
    Ok(Measured {
        start_ms: rounded(start_ms, 0),
        memory_mb: rounded(memory_mb, 1),
        bytes: answered.body.len(),
        server_cpu_us: rounded(server_cpu_us, 1),
        bare_cpu_us: rounded(bare_cpu_us, 1),
        ratio_bare_server: rounded(bare_cpu_us / server_cpu_us, 3),
        varied_addresses: addresses.len(),
        varied_server_cpu_us: rounded(varied_server_cpu_us, 1),
        varied_bare_cpu_us: rounded(varied_bare_cpu_us, 1),
        ratio_bare_server_varied: rounded(varied_bare_cpu_us / varied_server_cpu_us, 3),
        http_p50_us: rounded(times.median_us(), 1),
        http_p99_us: rounded(times.slow_us(), 1),
    })
}

/// This very program, kept on the first processor.
fn program() -> std::io::Result<Command> {
    let mut command = Command::new("taskset");
    command.args(["-c", "0"]).arg(std::env::current_exe()?);
    Ok(command)
}

/// Keeps this process, which is the client, on the second processor; where there is only one, nothing changes.
fn keep_apart() -> std::io::Result<()> {
    let own = std::process::id().to_string();
    let mut command = Command::new("taskset");
    command
        .args(["-a", "-p", "-c", "1", &own])
        .stdout(Stdio::null())
        .stderr(Stdio::null());
    command.status().map(drop)
}

/// Starts this very program on an installation.
fn start(folder: &Folder) -> std::io::Result<Server> {
    let mut command = program()?;
    command
        .args(["serve", "--listen", "127.0.0.1:0", "--data-dir"])
        .arg(folder.path())
        .env_remove("DATABASE_URL")
        .stdin(Stdio::null());
    listening(
        command
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()?,
    )
}

/// Starts this very program as a bare server of some bodies.
fn start_bare(bodies: &HashMap<String, String>) -> std::io::Result<Server> {
    let mut child = program()?
        .args(["bench", "bare"])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()?;
    if let Some(mut input) = child.stdin.take() {
        for pair in bodies {
            writeln!(input, "{}", serde_json::to_string(&pair)?)?;
        }
    }
    listening(child)
}

/// Waits for the address that a server prints.
fn listening(mut child: Child) -> std::io::Result<Server> {
    let output = child.stdout.take();
    let mut server = Server {
        child,
        address: SocketAddr::from(([127, 0, 0, 1], 0)),
    };
    let mut lines = BufReader::new(output.ok_or(std::io::ErrorKind::BrokenPipe)?).lines();
    for line in lines.by_ref() {
        let address = line?
            .split_once("http://")
            .and_then(|(_, rest)| rest.split('/').next()?.parse().ok());
        if let Some(address) = address {
            server.address = address;
            // A server that nobody reads any more ends at its next line: an installation without people prints a link.
            std::thread::spawn(move || lines.for_each(drop));
            return Ok(server);
        }
    }
    Err(std::io::ErrorKind::UnexpectedEof.into())
}

/// Every commune of an intercommunality with every need.
fn varied(reference: &Reference) -> Vec<String> {
    let communes = VARIED_WITHIN
        .parse()
        .map(|key| reference.communes_of(&key))
        .unwrap_or_default();
    let one = |key: TerritoryKey, service: Service| {
        format!(
            "/api/v1/lieux?territoire={key}&besoin={}&limite=20",
            service.slug()
        )
    };
    let all = Service::ALL.iter().flat_map(|service| {
        communes
            .iter()
            .map(move |code| one(TerritoryKey::commune(*code), *service))
    });
    all.collect()
}

/// Two kinds of pages of one server.
pub(crate) struct Pages {
    /// Processor time of a page of the first kind, in microseconds.
    pub(crate) one_us: f64,
    /// Of a page of the other.
    pub(crate) other_us: f64,
    /// Size of a page of the first kind, in the middle of the list.
    pub(crate) bytes: usize,
    /// Pages that nobody had asked for yet, one by one.
    pub(crate) widest: Vec<First>,
}

/// A page asked for once.
#[derive(Debug, Serialize)]
pub(crate) struct First {
    pub(crate) address: &'static str,
    /// Processor time of the server, in milliseconds.
    pub(crate) cpu_ms: f64,
    pub(crate) bytes: usize,
}

/// Serves an installation and asks in turn for some addresses and for the pages of as many of its places; then, once each,
/// for its widest pages.
pub(crate) fn pages(
    folder: &Folder,
    one: &[String],
    places: usize,
    widest: &[&'static str],
) -> Result<Pages, Failure> {
    let failed = |error: std::io::Error| Failure::internal("mesure par HTTP", &error);
    keep_apart().map_err(failed)?;
    let server = start(folder).map_err(failed)?;
    let mut client = Client::connect(server.address).map_err(failed)?;
    let other = places_of(&mut client, places).map_err(failed)?;
    let middle = one.get(one.len() / 2).map_or("/", String::as_str);
    let bytes = client.get(middle).map_err(failed)?.body.len();
    let (mut ones, mut others) = (Vec::new(), Vec::new());
    let process = server.process();
    round(&mut client, one, &mut Vec::new()).map_err(failed)?;
    round(&mut client, &other, &mut Vec::new()).map_err(failed)?;
    for _ in 0..ROUNDS {
        let asked = [(one, &mut ones), (other.as_slice(), &mut others)];
        for (addresses, times) in asked {
            let time = spent(&process, || round(&mut client, addresses, &mut Vec::new()));
            times.push(time.map_err(failed)?);
        }
    }
    let widest = widest
        .iter()
        .map(|address| first(&mut client, &process, address));
    Ok(Pages {
        one_us: median(ones),
        other_us: median(others),
        bytes,
        widest: widest.collect::<std::io::Result<_>>().map_err(failed)?,
    })
}

/// Asks for a page that nobody had asked for.
fn first(client: &mut Client, process: &str, address: &'static str) -> std::io::Result<First> {
    let before = read(process)?;
    let answered = client.get(address)?;
    let cpu_us = read(process)?.since_us(&before);
    if answered.status != 200 {
        let told = format!("{address} : {}", answered.status);
        return Err(std::io::Error::other(told));
    }
    Ok(First {
        address,
        cpu_ms: rounded(cpu_us / 1_000.0, 1),
        bytes: answered.body.len(),
    })
}

/// The pages of the first places of the API's list.
fn places_of(client: &mut Client, count: usize) -> std::io::Result<Vec<String>> {
    let broken = |_error: serde_json::Error| std::io::Error::from(std::io::ErrorKind::InvalidData);
    let list = client.get(&format!("/api/v1/lieux?limite={}", count.min(100)))?;
    let list: serde_json::Value = serde_json::from_slice(&list.body).map_err(broken)?;
    let places = list.get("lieux").and_then(serde_json::Value::as_array);
    let slugs = places
        .into_iter()
        .flatten()
        .filter_map(|place| place.get("slug")?.as_str());
    Ok(slugs.map(|slug| format!("/lieux/{slug}")).collect())
}

/// A connection to each of the two servers, and its process.
struct Both {
    ours: (Client, String),
    bare: (Client, String),
}

impl Both {
    /// Processor time per request of the product and of the bare server, in microseconds, and times seen by the client.
    fn turns(&mut self, addresses: &[String]) -> std::io::Result<(f64, f64, Times)> {
        let (mut ours, mut bare, mut times) = (Vec::new(), Vec::new(), Vec::new());
        round(&mut self.ours.0, addresses, &mut Vec::new())?;
        round(&mut self.bare.0, addresses, &mut Vec::new())?;
        for _ in 0..ROUNDS {
            let (client, process) = &mut self.ours;
            ours.push(spent(process, || round(client, addresses, &mut times))?);
            let (client, process) = &mut self.bare;
            bare.push(spent(process, || {
                round(client, addresses, &mut Vec::new())
            })?);
        }
        Ok((median(ours), median(bare), Times::new(times)))
    }
}

fn round(
    client: &mut Client,
    addresses: &[String],
    times: &mut Vec<Duration>,
) -> std::io::Result<()> {
    for address in addresses.iter().cycle().take(REQUESTS) {
        let start = Instant::now();
        let answered = client.get(address)?;
        times.push(start.elapsed());
        if answered.status != 200 {
            return Err(std::io::Error::other(format!(
                "{address} : {}",
                answered.status
            )));
        }
    }
    Ok(())
}

/// Processor time per request of a process during a round.
fn spent(process: &str, run: impl FnOnce() -> std::io::Result<()>) -> std::io::Result<f64> {
    let before = read(process)?;
    run()?;
    Ok(read(process)?.since_us(&before) / float(REQUESTS))
}

fn read(process: &str) -> std::io::Result<Spent> {
    Spent::read(process).ok_or_else(|| std::io::Error::other("/proc : schedstat"))
}

fn median(mut numbers: Vec<f64>) -> f64 {
    numbers.sort_by(f64::total_cmp);
    numbers.get(numbers.len() / 2).copied().unwrap_or(f64::NAN)
}
