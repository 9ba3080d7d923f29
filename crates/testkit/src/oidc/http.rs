//! Just enough HTTP/1.1: one request per connection.

use std::collections::HashMap;
use std::io::{BufRead, BufReader, Read, Write};
use std::net::{SocketAddr, TcpStream};

use url::{Url, form_urlencoded};

pub(super) struct Request {
    pub(super) method: String,
    pub(super) path: String,
    /// The parameters of the address, or of the form.
    pub(super) fields: HashMap<String, String>,
    pub(super) authorization: Option<String>,
}

impl Request {
    /// Nothing when the client left before its end.
    pub(super) fn read(stream: &mut TcpStream) -> Option<Self> {
        let mut reader = BufReader::new(stream);
        let mut line = String::new();
        reader.read_line(&mut line).ok()?;
        let mut words = line.split_whitespace();
        let (method, target) = (words.next()?.to_owned(), words.next()?.to_owned());
        let mut headers = HashMap::new();
        loop {
            let mut line = String::new();
            reader.read_line(&mut line).ok()?;
            let Some((name, value)) = line.trim_end().split_once(':') else {
                break;
            };
            headers.insert(name.to_lowercase(), value.trim().to_owned());
        }
        let length = headers.get("content-length").map(String::as_str);
        let mut body = vec![0; length.unwrap_or("0").parse().ok()?];
        reader.read_exact(&mut body).ok()?;
        let (path, query) = target.split_once('?').unwrap_or((&target, ""));
        let sent = if body.is_empty() {
            query.as_bytes()
        } else {
            &body
        };
        Some(Self {
            method,
            path: path.to_owned(),
            fields: form_urlencoded::parse(sent).into_owned().collect(),
            authorization: headers.remove("authorization"),
        })
    }

    pub(super) fn field(&self, name: &str) -> &str {
        self.fields.get(name).map_or("", String::as_str)
    }
}

pub(super) struct Answer {
    status: &'static str,
    kind: &'static str,
    location: Option<String>,
    body: String,
}

impl Answer {
    pub(super) fn new(status: &'static str, kind: &'static str, body: String) -> Self {
        Self {
            status,
            kind,
            location: None,
            body,
        }
    }

    pub(super) fn json(status: &'static str, value: &serde_json::Value) -> Self {
        Self::new(status, "application/json", value.to_string())
    }

    pub(super) fn leading_to(location: &Url) -> Self {
        Self {
            location: Some(location.to_string()),
            ..Self::new("303 See Other", "text/plain", String::new())
        }
    }

    pub(super) fn write(&self, stream: &mut TcpStream) {
        let location = self.location.as_ref();
        let location = location.map(|to| format!("Location: {to}\r\n"));
        let text = format!(
            "HTTP/1.1 {}\r\nContent-Type: {}\r\nContent-Length: {}\r\nCache-Control: no-store\r\nConnection: close\r\n{}\r\n{}",
            self.status,
            self.kind,
            self.body.len(),
            location.unwrap_or_default(),
            self.body
        );
        // A client that has left is nobody's fault.
        let _gone = stream.write_all(text.as_bytes());
    }
}

/// Sends a request and gives the whole answer.
pub(super) fn send(address: SocketAddr, method: &str, path: &str, body: &str) -> String {
    let mut stream = TcpStream::connect(address).unwrap();
    let length = body.len();
    let request = format!(
        "{method} {path} HTTP/1.1\r\nHost: {address}\r\nContent-Length: {length}\r\n\r\n{body}"
    );
    stream.write_all(request.as_bytes()).unwrap();
    let mut answer = String::new();
    stream.read_to_string(&mut answer).unwrap();
    answer
}

/// Where an answer leads to.
pub(super) fn location(answer: &str) -> Url {
    let mut lines = answer.lines();
    let location = lines.find_map(|line| line.strip_prefix("Location: "));
    Url::parse(location.unwrap_or_else(|| panic!("leads nowhere: {answer}"))).unwrap()
}
