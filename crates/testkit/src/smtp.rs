//! A mail server on loopback that keeps what it is given, and refuses what it is told to.
//!
//! It speaks as much of RFC 5321 as a client needs, in clear, and takes any password (RFC 4954, PLAIN).

use std::collections::VecDeque;
use std::io::{BufRead as _, BufReader, Write as _};
use std::net::{SocketAddr, TcpListener, TcpStream};
use std::sync::{Arc, Mutex};
use std::time::Duration;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;

/// How long a test waits for a mail.
const SOON: Duration = Duration::from_secs(10);
const STEP: Duration = Duration::from_millis(20);

/// A mail that was taken.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KeptMail {
    /// Who the envelope says it comes from.
    pub from: String,
    /// Whom the envelope is for.
    pub to: Vec<String>,
    /// Head and body, lines ended by `\n`.
    pub data: String,
}

/// The server; it ends with the test.
pub struct SmtpSink {
    address: SocketAddr,
    shared: Arc<Shared>,
}

#[derive(Default)]
struct Shared {
    mails: Mutex<Vec<KeptMail>>,
    /// Answers to the next recipients, in the place of "ok".
    refusals: Mutex<VecDeque<String>>,
    /// Answer to any sign-in, in the place of "ok".
    no_sign_in: Mutex<Option<String>>,
    logins: Mutex<Vec<String>>,
}

impl SmtpSink {
    /// Starts a server on a free port.
    #[must_use]
    pub fn start() -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let address = listener.local_addr().unwrap();
        let shared = Arc::new(Shared::default());
        let serving = Arc::clone(&shared);
        std::thread::spawn(move || {
            for stream in listener.incoming() {
                let shared = Arc::clone(&serving);
                let stream = stream.unwrap();
                // A client that leaves in the middle is part of the play.
                std::thread::spawn(move || drop(converse(&stream, &shared)));
            }
        });
        Self { address, shared }
    }

    /// Where it listens: `smtp://127.0.0.1:…`.
    #[must_use]
    pub fn url(&self) -> String {
        format!("smtp://{}", self.address)
    }

    /// Answers the next recipients with these lines: `450 4.2.1 busy`, `550 5.1.1 nobody`.
    pub fn refuse(&self, answers: &[&str]) {
        let mut refusals = self.shared.refusals.lock().unwrap();
        refusals.extend(answers.iter().map(|answer| (*answer).to_owned()));
    }

    /// Answers every sign-in with this line, or takes any password again.
    pub fn refuse_sign_in(&self, answer: Option<&str>) {
        *self.shared.no_sign_in.lock().unwrap() = answer.map(str::to_owned);
    }

    /// The mails that were taken, in order.
    #[must_use]
    pub fn mails(&self) -> Vec<KeptMail> {
        self.shared.mails.lock().unwrap().clone()
    }

    /// `user:password` of each sign-in.
    #[must_use]
    pub fn logins(&self) -> Vec<String> {
        self.shared.logins.lock().unwrap().clone()
    }

    /// Waits for so many mails to have been taken.
    #[must_use]
    pub fn wait_for(&self, count: usize) -> Vec<KeptMail> {
        let start = std::time::Instant::now();
        while self.mails().len() < count {
            assert!(start.elapsed() < SOON, "{count} mails were not sent");
            std::thread::sleep(STEP);
        }
        self.mails()
    }
}

impl KeptMail {
    /// A header of the head, unfolded; encoded words are decoded.
    #[must_use]
    pub fn header(&self, name: &str) -> Option<String> {
        let (head, _) = self.data.split_once("\n\n")?;
        header_of(head, name).map(|value| decoded_words(&value))
    }

    /// How many lines of the head begin with a name.
    #[must_use]
    pub fn count_headers(&self, name: &str) -> usize {
        let (head, _) = self.data.split_once("\n\n").unwrap_or((&self.data, ""));
        let start = format!("{}:", name.to_lowercase());
        let lines = head.lines().map(str::to_lowercase);
        lines.filter(|line| line.starts_with(&start)).count()
    }

    /// The part that is plain text.
    #[must_use]
    pub fn text(&self) -> String {
        self.part("text/plain")
    }

    /// The part that is HTML.
    #[must_use]
    pub fn html(&self) -> String {
        self.part("text/html")
    }

    fn part(&self, kind: &str) -> String {
        for part in self.data.split("\n--") {
            let Some((head, body)) = part.split_once("\n\n") else {
                continue;
            };
            let typed = header_of(head, "content-type").unwrap_or_default();
            if !typed.starts_with(kind) {
                continue;
            }
            return match header_of(head, "content-transfer-encoding").as_deref() {
                Some("base64") => {
                    let digits: String = body.split_whitespace().collect();
                    text(STANDARD.decode(digits).unwrap())
                }
                Some("quoted-printable") => quoted(body, false),
                _ => body.to_owned(),
            };
        }
        panic!("no {kind} in {}", self.data)
    }
}

fn converse(stream: &TcpStream, shared: &Shared) -> std::io::Result<()> {
    let mut reader = BufReader::new(stream.try_clone()?);
    let mut writer = stream;
    let mut say = |line: &str| writer.write_all(format!("{line}\r\n").as_bytes());
    say("220 essai.exemple.fr ESMTP")?;
    let (mut from, mut to) = (String::new(), Vec::new());
    loop {
        let mut line = String::new();
        if reader.read_line(&mut line)? == 0 {
            return Ok(());
        }
        let line = line.trim_end();
        let verb: String = line.chars().take(4).collect::<String>().to_uppercase();
        match verb.as_str() {
            "EHLO" => {
                say("250-essai.exemple.fr")?;
                say("250-8BITMIME")?;
                say("250 AUTH PLAIN")?;
            }
            "AUTH" => say(&sign_in(line, shared))?,
            "MAIL" => {
                line.clone_into(&mut from);
                to.clear();
                say("250 2.1.0 ok")?;
            }
            "RCPT" => {
                let refusal = shared.refusals.lock().unwrap().pop_front();
                if refusal.is_none() {
                    to.push(address(line));
                }
                say(refusal.as_deref().unwrap_or("250 2.1.5 ok"))?;
            }
            "DATA" => {
                say("354 go on")?;
                let data = read_data(&mut reader)?;
                let (from, to) = (address(&from), std::mem::take(&mut to));
                let kept = KeptMail { from, to, data };
                shared.mails.lock().unwrap().push(kept);
                say("250 2.0.0 kept")?;
            }
            "QUIT" => return say("221 2.0.0 bye"),
            _ => say("250 2.0.0 ok")?,
        }
    }
}

/// `AUTH PLAIN` with its answer on the same line: nothing, user, password, between zeros.
fn sign_in(line: &str, shared: &Shared) -> String {
    if let Some(answer) = shared.no_sign_in.lock().unwrap().clone() {
        return answer;
    }
    let given = line.rsplit(' ').next().unwrap_or_default();
    let told = text(STANDARD.decode(given).unwrap());
    let login = told.trim_start_matches('\0').replace('\0', ":");
    shared.logins.lock().unwrap().push(login);
    "235 2.7.0 welcome".to_owned()
}

fn read_data(reader: &mut BufReader<TcpStream>) -> std::io::Result<String> {
    let mut data = String::new();
    loop {
        let mut line = String::new();
        if reader.read_line(&mut line)? == 0 || line.trim_end() == "." {
            return Ok(data);
        }
        let line = line.trim_end_matches(['\r', '\n']);
        // A point at the start of a line was doubled on its way (RFC 5321 §4.5.2).
        data.push_str(line.strip_prefix('.').unwrap_or(line));
        data.push('\n');
    }
}

/// What is between the brackets of `MAIL FROM:<…>`.
fn address(line: &str) -> String {
    let inside = line
        .split_once('<')
        .and_then(|(_, rest)| rest.split_once('>'));
    inside.map_or(String::new(), |(address, _)| address.to_owned())
}

fn header_of(head: &str, name: &str) -> Option<String> {
    let unfolded = head.replace("\n ", " ").replace("\n\t", " ");
    unfolded.lines().find_map(|line| {
        let (known, value) = line.split_once(':')?;
        known
            .eq_ignore_ascii_case(name)
            .then(|| value.trim().to_owned())
    })
}

/// Encoded words of RFC 2047, as our client writes them: UTF-8, `b` or `q`.
fn decoded_words(value: &str) -> String {
    let mut out = String::new();
    let mut rest = value;
    while let Some((before, after)) = rest.split_once("=?utf-8?") {
        // What only separates two encoded words is not read.
        if !before.trim().is_empty() {
            out.push_str(before);
        }
        let (how, after) = after.split_once('?').unwrap();
        let (word, after) = after.split_once("?=").unwrap();
        let read = match how {
            "b" | "B" => text(STANDARD.decode(word).unwrap()),
            _ => quoted(word, true),
        };
        out.push_str(&read);
        rest = after;
    }
    out + rest
}

/// Quoted-printable of RFC 2045 §6.7; in a word of a header, `_` is a space.
fn quoted(body: &str, in_word: bool) -> String {
    let body = body.replace("=\n", "");
    let mut bytes = body.bytes();
    let mut out = Vec::new();
    while let Some(byte) = bytes.next() {
        match byte {
            b'=' => {
                let digits = [bytes.next().unwrap(), bytes.next().unwrap()];
                let digits = text(digits.to_vec());
                out.push(u8::from_str_radix(&digits, 16).unwrap());
            }
            b'_' if in_word => out.push(b' '),
            other => out.push(other),
        }
    }
    text(out)
}

fn text(bytes: Vec<u8>) -> String {
    String::from_utf8(bytes).unwrap()
}
