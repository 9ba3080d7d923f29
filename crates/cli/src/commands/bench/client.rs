//! A client that asks again and again over one connection, and spends little itself.

use std::io::{Error, ErrorKind, Read, Write};
use std::net::{SocketAddr, TcpStream};
use std::time::Duration;

/// Longest wait for an answer.
const WITHIN: Duration = Duration::from_secs(30);
/// Largest answer believed, in bytes.
const LARGEST: usize = 64 << 20;

/// An open connection.
pub(crate) struct Client {
    stream: TcpStream,
    buffer: Vec<u8>,
}

/// An answer.
pub(crate) struct Answered {
    pub(crate) status: u16,
    pub(crate) content_type: String,
    pub(crate) body: Vec<u8>,
}

impl Client {
    pub(crate) fn connect(address: SocketAddr) -> std::io::Result<Self> {
        let stream = TcpStream::connect(address)?;
        stream.set_nodelay(true)?;
        stream.set_read_timeout(Some(WITHIN))?;
        Ok(Self {
            stream,
            buffer: Vec::new(),
        })
    }

    /// Asks for an address, path and query.
    pub(crate) fn get(&mut self, path: &str) -> std::io::Result<Answered> {
        let request =
            format!("GET {path} HTTP/1.1\r\nhost: localhost\r\naccept: application/json\r\n\r\n");
        self.stream.write_all(request.as_bytes())?;
        self.buffer.clear();
        let head = self.read_head()?;
        let header = |name: &str| {
            let mut lines = head.lines().filter_map(|line| line.split_once(':'));
            lines
                .find(|(known, _)| known.eq_ignore_ascii_case(name))
                .map(|(_, value)| value.trim().to_owned())
        };
        let status = head.split(' ').nth(1).and_then(|code| code.parse().ok());
        let body = match header("content-length").and_then(|length| length.parse().ok()) {
            Some(length) => self.read_exactly(length)?,
            None => self.read_chunks()?,
        };
        Ok(Answered {
            status: status.ok_or_else(|| broken("status"))?,
            content_type: header("content-type").unwrap_or_default(),
            body,
        })
    }

    /// Reads up to the empty line; what came after it stays in the buffer.
    fn read_head(&mut self) -> std::io::Result<String> {
        loop {
            if let Some(end) = self.buffer.windows(4).position(|four| four == b"\r\n\r\n") {
                let rest = self.buffer.split_off(end + 4);
                let head = std::mem::replace(&mut self.buffer, rest);
                return String::from_utf8(head).map_err(|_not_text| broken("head"));
            }
            self.read_more()?;
        }
    }

    fn read_exactly(&mut self, length: usize) -> std::io::Result<Vec<u8>> {
        while self.buffer.len() < length {
            self.read_more()?;
        }
        let rest = self.buffer.split_off(length);
        Ok(std::mem::replace(&mut self.buffer, rest))
    }

    fn read_chunks(&mut self) -> std::io::Result<Vec<u8>> {
        let mut body = Vec::new();
        loop {
            let end = loop {
                match self.buffer.windows(2).position(|two| two == b"\r\n") {
                    Some(end) => break end,
                    None => self.read_more()?,
                }
            };
            let line = self.read_exactly(end + 2)?;
            let digits = String::from_utf8_lossy(&line);
            let length =
                usize::from_str_radix(digits.trim(), 16).map_err(|_not_hex| broken("chunk"))?;
            let mut chunk = self.read_exactly(length.saturating_add(2))?;
            if length == 0 {
                return Ok(body);
            }
            chunk.truncate(length);
            body.append(&mut chunk);
        }
    }

    fn read_more(&mut self) -> std::io::Result<()> {
        let mut part = vec![0; 64 * 1024];
        let read = self.stream.read(&mut part)?;
        if read == 0 || self.buffer.len() > LARGEST {
            return Err(broken("end"));
        }
        self.buffer
            .extend_from_slice(part.get(..read).unwrap_or_default());
        Ok(())
    }
}

fn broken(what: &str) -> Error {
    Error::new(ErrorKind::InvalidData, what.to_owned())
}
