//! A server of lists that plays what it is told to.

use std::io::{Read, Write};
use std::net::{SocketAddr, TcpListener, TcpStream};
use std::sync::{Arc, Mutex};
use std::time::Duration;

use portulan_app::fetch::Limits;

/// What the server does with one request: bytes, and a wait before the next ones.
pub(crate) type Play = Vec<(Vec<u8>, Duration)>;

/// A server that plays its answers one after the other, the last one for ever, and remembers what it was asked.
pub(crate) struct Server {
    address: SocketAddr,
    asked: Arc<Mutex<Vec<String>>>,
}

impl Server {
    pub(crate) fn playing(plays: Vec<Play>) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let address = listener.local_addr().unwrap();
        let asked = Arc::new(Mutex::new(Vec::new()));
        let heard = Arc::clone(&asked);
        std::thread::spawn(move || {
            for stream in listener.incoming() {
                let mut stream = stream.unwrap();
                let request = head(&mut stream);
                let mut heard = heard.lock().unwrap();
                let play = plays[heard.len().min(plays.len() - 1)].clone();
                heard.push(request);
                drop(heard);
                std::thread::spawn(move || {
                    for (bytes, wait) in play {
                        // A client that has left is part of the play.
                        if stream.write_all(&bytes).is_err() {
                            return;
                        }
                        std::thread::sleep(wait);
                    }
                });
            }
        });
        Self { address, asked }
    }

    pub(crate) fn saying(answers: &[String]) -> Self {
        let plays = answers
            .iter()
            .map(|answer| vec![(answer.clone().into_bytes(), Duration::ZERO)]);
        Self::playing(plays.collect())
    }

    pub(crate) fn url(&self, path: &str) -> String {
        format!("http://{}{path}", self.address)
    }

    pub(crate) fn asked(&self) -> Vec<String> {
        self.asked.lock().unwrap().clone()
    }
}

/// The head of a request; of one that is not in clear, its first byte.
fn head(stream: &mut TcpStream) -> String {
    let mut request = Vec::new();
    let mut byte = [0];
    while !request.ends_with(b"\r\n\r\n") && stream.read(&mut byte).unwrap() > 0 {
        request.push(byte[0]);
        if !request[0].is_ascii_alphabetic() {
            break;
        }
    }
    String::from_utf8(request).unwrap().to_lowercase()
}

pub(crate) fn answer(status: &str, headers: &str, body: &str) -> String {
    let length = body.len();
    format!(
        "HTTP/1.1 {status}\r\nConnection: close\r\nContent-Length: {length}\r\n{headers}\r\n{body}"
    )
}

/// Limits that reach the server of a test and do not make it wait.
pub(crate) fn limits() -> Limits {
    Limits {
        pause: Duration::from_millis(1),
        own_network: true,
        ..Limits::default()
    }
}
