//! A list taken from an address of the web: bounded in bytes, in time and in where it leads.
//!
//! Only `GET`, so that asking again doubles nothing. The body is handed out as it comes, and never held in memory.
//! Everything here blocks: call it on a thread that may wait. No proxy is read from the environment, and no packing is
//! asked for: a server that packs with gzip all the same is read like a gzipped file, within the bounds of those.

mod addresses;
mod error;
mod exchange;
mod patience;

use std::fs::File;
use std::io::{self, Read, Seek, SeekFrom};
use std::time::{Duration, Instant};

use ureq::http::header::{self, HeaderMap, HeaderName};
use ureq::http::{Response, StatusCode};
use ureq::unversioned::transport::DefaultConnector;
use ureq::{Agent, Body as WireBody, BodyReader, Error as WireError, Timeout};
use url::Url;

pub use error::FetchError;
pub(crate) use exchange::exchange;

/// Times a server may lead on.
const MOST_REDIRECTS: usize = 5;
/// Longest mark of a version that is kept, in bytes.
const LONGEST_ETAG: usize = 1_024;
/// Longest name of a file that is kept, in characters.
const LONGEST_NAME: usize = 120;
/// How Portulan presents itself to servers.
const AGENT: &str = concat!("portulan/", env!("CARGO_PKG_VERSION"));

/// How much an address may ask of this installation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Limits {
    /// Bytes of a list.
    pub bytes: u64,
    /// Time for a connection to stand.
    pub connect: Duration,
    /// Time for everything, from the first look-up to the last byte.
    pub whole: Duration,
    /// Time before a second try; the third waits twice as long.
    pub pause: Duration,
    /// Whether machines of private networks, and ports other than 80 and 443, are asked too.
    pub own_network: bool,
}

impl Default for Limits {
    fn default() -> Self {
        Self {
            bytes: 512 << 20,
            connect: Duration::from_secs(10),
            whole: Duration::from_mins(10),
            pause: Duration::from_secs(2),
            own_network: false,
        }
    }
}

/// A list on its way. Reading it fails with a [`FetchError`] inside the [`io::Error`].
pub struct List {
    /// Its name, after the last address.
    pub name: String,
    /// The server's mark of this version.
    pub etag: Option<String>,
    body: BodyReader<'static>,
    left: u64,
    limits: Limits,
}

/// Asks an address for its list; nothing when it still is the version `etag`.
pub fn get(address: &str, etag: Option<&str>, limits: &Limits) -> Result<Option<List>, FetchError> {
    let mut asking = Asking {
        etag,
        limits,
        started: Instant::now(),
        tries: 0,
    };
    let mut url = addresses::checked(address, limits.own_network)?;
    for _ in 0..=MOST_REDIRECTS {
        let response = asking.patiently(&url)?;
        let status = response.status();
        if !leads_on(status) {
            return asking.judge(&url, response);
        }
        let location = text_of(response.headers(), &header::LOCATION);
        let location = location.ok_or(FetchError::Status(status.as_u16()))?;
        url = addresses::led_to(&url, location, limits.own_network)?;
    }
    Err(FetchError::TooManyRedirects(MOST_REDIRECTS))
}

/// Where the name of a list that was not asked for yet comes from.
#[must_use]
pub fn file_name(address: &str) -> String {
    Url::parse(address).map_or_else(|_unreadable| address.to_owned(), |url| name_of(&url))
}

/// One fetch, with what it has used up.
struct Asking<'a> {
    etag: Option<&'a str>,
    limits: &'a Limits,
    started: Instant,
    tries: u32,
}

impl Asking<'_> {
    fn left(&self) -> Result<Duration, FetchError> {
        let left = self.limits.whole.checked_sub(self.started.elapsed());
        left.filter(|left| !left.is_zero())
            .ok_or_else(|| too_slow(self.limits))
    }

    /// Asks again when that can help: when nobody answered, or when the server said that it could not now.
    fn patiently(&mut self, url: &Url) -> Result<Response<WireBody>, FetchError> {
        loop {
            let answer = self.once(url);
            let (failure, asked) = match &answer {
                Ok(response) => match patience::trouble(response) {
                    Some(trouble) => trouble,
                    None => return answer,
                },
                Err(error) if patience::may_pass(error) => (error.clone(), None),
                Err(_) => return answer,
            };
            self.tries += 1;
            let wait = patience::before_next(self.tries, asked, self.limits.pause);
            let wait = wait.filter(|wait| self.left().is_ok_and(|left| left > *wait));
            let Some(wait) = wait else {
                return Err(failure);
            };
            tracing::debug!(%failure, ?wait, "the address is asked again");
            std::thread::sleep(wait);
        }
    }

    fn once(&self, url: &Url) -> Result<Response<WireBody>, FetchError> {
        let config = Agent::config_builder()
            .proxy(None)
            .max_redirects(0)
            .max_redirects_will_error(false)
            .http_status_as_error(false)
            .timeout_connect(Some(self.limits.connect))
            .timeout_resolve(Some(self.limits.connect))
            .timeout_global(Some(self.left()?))
            .user_agent(AGENT)
            .accept_encoding("identity")
            .build();
        let guarded = addresses::Guarded::new(self.limits.own_network);
        let agent = Agent::with_parts(config, DefaultConnector::default(), guarded);
        let mut request = agent.get(url.as_str());
        if let Some(etag) = self.etag {
            request = request.header(header::IF_NONE_MATCH, etag);
        }
        request
            .call()
            .map_err(|error| before_answer(error, url, self.limits))
    }

    fn judge(&self, url: &Url, response: Response<WireBody>) -> Result<Option<List>, FetchError> {
        let status = response.status();
        if status == StatusCode::NOT_MODIFIED && self.etag.is_some() {
            return Ok(None);
        }
        if !matches!(
            status,
            StatusCode::OK | StatusCode::NON_AUTHORITATIVE_INFORMATION
        ) {
            return Err(FetchError::Status(status.as_u16()));
        }
        let headers = response.headers();
        if let Some(packing) = headers.get(header::CONTENT_ENCODING) {
            let packing = String::from_utf8_lossy(packing.as_bytes()).to_lowercase();
            if !matches!(packing.trim(), "" | "identity" | "gzip" | "x-gzip") {
                return Err(FetchError::Encoding(packing));
            }
        }
        let etag = text_of(headers, &header::ETAG)
            .filter(|etag| etag.len() <= LONGEST_ETAG)
            .map(str::to_owned);
        let body = response.into_body();
        if body
            .content_length()
            .is_some_and(|length| length > self.limits.bytes)
        {
            return Err(too_large(self.limits));
        }
        Ok(Some(List {
            name: name_of(url),
            etag,
            body: body.into_reader(),
            left: self.limits.bytes,
            limits: self.limits.clone(),
        }))
    }
}

impl Read for List {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let read = self
            .body
            .read(buffer)
            .map_err(|error| io::Error::other(during_body(error, &self.limits)))?;
        let left = self.left.checked_sub(read as u64);
        self.left = left.ok_or_else(|| io::Error::other(too_large(&self.limits)))?;
        Ok(read)
    }
}

/// Brings the whole list of an address into an unnamed file, ready to be read.
pub fn to_file(address: &str, limits: &Limits) -> Result<File, FetchError> {
    let list = get(address, None, limits)?;
    let mut list = list.ok_or(FetchError::Status(StatusCode::NOT_MODIFIED.as_u16()))?;
    let mut file = tempfile::tempfile().map_err(fault)?;
    io::copy(&mut list, &mut file).map_err(fault)?;
    file.seek(SeekFrom::Start(0)).map_err(fault)?;
    Ok(file)
}

/// The failure inside an error of reading; any other error is one of this machine's disk.
fn fault(error: io::Error) -> FetchError {
    match error.downcast::<FetchError>() {
        Ok(failure) => failure,
        Err(error) => FetchError::Disk(error.to_string()),
    }
}

const fn leads_on(status: StatusCode) -> bool {
    matches!(status.as_u16(), 301 | 302 | 303 | 307 | 308)
}

fn text_of<'a>(headers: &'a HeaderMap, name: &HeaderName) -> Option<&'a str> {
    headers.get(name)?.to_str().ok()
}

fn name_of(url: &Url) -> String {
    let last = url.path_segments().and_then(|mut parts| parts.next_back());
    let name = last.filter(|name| !name.is_empty()).or(url.host_str());
    name.unwrap_or_default()
        .chars()
        .take(LONGEST_NAME)
        .collect()
}

const fn too_large(limits: &Limits) -> FetchError {
    FetchError::TooLarge(limits.bytes.div_ceil(1 << 20))
}

const fn too_slow(limits: &Limits) -> FetchError {
    FetchError::TooSlow(limits.whole.as_secs())
}

/// What went wrong before the server answered.
fn before_answer(error: WireError, url: &Url, limits: &Limits) -> FetchError {
    let host = || url.host_str().unwrap_or_default().to_owned();
    match error {
        WireError::Timeout(Timeout::Connect | Timeout::Resolve) => {
            FetchError::Unreachable(format!("{} s", limits.connect.as_secs()))
        }
        WireError::Timeout(_) => too_slow(limits),
        WireError::HostNotFound => FetchError::UnknownHost(host()),
        WireError::Io(error) if error.kind() == io::ErrorKind::InvalidData => {
            FetchError::Certificate(error.to_string())
        }
        WireError::Io(error) => FetchError::Unreachable(error.to_string()),
        WireError::ConnectionFailed => FetchError::Unreachable(host()),
        WireError::Rustls(error) => FetchError::Certificate(error.to_string()),
        WireError::Tls(error) => FetchError::Certificate(error.to_owned()),
        WireError::BadUri(_) => FetchError::Address(url.to_string()),
        WireError::Other(cause) => match cause.downcast::<FetchError>() {
            Ok(refusal) => *refusal,
            Err(cause) => FetchError::Protocol(cause.to_string()),
        },
        other => FetchError::Protocol(other.to_string()),
    }
}

/// What went wrong on the way.
fn during_body(error: io::Error, limits: &Limits) -> FetchError {
    match error.downcast::<WireError>() {
        Ok(WireError::Timeout(_)) => too_slow(limits),
        Ok(WireError::Protocol(error)) => FetchError::Protocol(error.to_string()),
        Ok(_) | Err(_) => FetchError::CutShort,
    }
}
