//! Files given to the desk over a bare connection: cut in the middle, or larger than memory should ever hold.

use anyhow::{Context, Result, ensure};
use hyper::Method;
use portulan_e2e::http::ask;
use portulan_e2e::site::Site;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;

const BOUNDARY: &str = "bord";
/// Bytes of one piece of the large file.
const PIECE: usize = 1 << 20;
/// Pieces of the large file.
const PIECES: usize = 96;
/// Megabytes that the program may take more while it comes.
const MOST_MEGABYTES: f64 = 24.0;

/// A site, the cookie of the operator's session, and a source to give files to.
struct Desk {
    site: Site,
    cookie: String,
}

impl Desk {
    async fn open() -> Result<Self> {
        let site = Site::start()?;
        let opened = ask(Method::POST, &site.at(&site.desk), &[]).await?;
        let cookie = opened.header("set-cookie").split(';').next();
        let cookie = cookie.unwrap_or_default().to_owned();
        let desk = Self { site, cookie };
        let source = "nom=Essai&origine=fichier&rythme=aucune&niveau=Ille-et-Vilaine&licence=LO&confiance=50&limite=20";
        let kind = "application/x-www-form-urlencoded";
        let mut stream = desk
            .post("/exploitation/sources", kind, source.len())
            .await?;
        stream.write_all(source.as_bytes()).await?;
        let answer = read(&mut stream).await?;
        ensure!(answer.starts_with("HTTP/1.1 303"), "{answer}");
        Ok(desk)
    }

    /// Sends the head of a POST.
    async fn post(&self, path: &str, kind: &str, length: usize) -> Result<TcpStream> {
        let host = self.site.address.strip_prefix("http://");
        let host = host.context("an address")?;
        let mut stream = TcpStream::connect(host).await?;
        let head = format!(
            "POST {path} HTTP/1.1\r\nHost: {host}\r\nCookie: {}\r\nContent-Type: {kind}\r\n\
             Content-Length: {length}\r\nConnection: close\r\n\r\n",
            self.cookie
        );
        stream.write_all(head.as_bytes()).await?;
        Ok(stream)
    }

    async fn page(&self, path: &str) -> Result<String> {
        let headers = [("cookie", self.cookie.as_str()), ("accept-language", "fr")];
        Ok(ask(Method::GET, &self.site.at(path), &headers).await?.text)
    }
}

async fn read(stream: &mut TcpStream) -> Result<String> {
    let mut bytes = Vec::new();
    stream.read_to_end(&mut bytes).await?;
    Ok(String::from_utf8_lossy(&bytes).into_owned())
}

fn kind() -> String {
    format!("multipart/form-data; boundary={BOUNDARY}")
}

fn start() -> String {
    format!(
        "--{BOUNDARY}\r\nContent-Disposition: form-data; name=\"fichier\"; filename=\"l.csv\"\r\n\r\n\
         id,nom,commune,code_postal,adresse\n"
    )
}

#[tokio::test]
async fn a_file_that_is_cut_in_the_middle_starts_no_run() -> Result<()> {
    let desk = Desk::open().await?;
    let give = "/exploitation/sources/essai/moissonner";
    let mut stream = desk.post(give, &kind(), 1_000_000).await?;
    stream.write_all(start().as_bytes()).await?;
    stream
        .write_all(b"1,Lieu,Rennes,35000,1 rue de l'Essai\n")
        .await?;
    stream.shutdown().await?;
    let answer = read(&mut stream).await?;
    ensure!(!answer.starts_with("HTTP/1.1 303"), "{answer}");
    let runs = desk.page("/exploitation/moissonnages").await?;
    ensure!(runs.contains("Aucun moissonnage"), "{runs}");
    Ok(())
}

#[tokio::test]
async fn a_large_file_is_written_to_the_disk_as_it_comes() -> Result<()> {
    let desk = Desk::open().await?;
    desk.page("/exploitation/sources/essai").await?;
    let before = desk.site.memory_mb()?;
    let row = "1,Lieu,Rennes,35000,1 rue de l'Essai\n";
    let piece = row.repeat(PIECE / row.len());
    let end = format!("\r\n--{BOUNDARY}--\r\n");
    let length = start().len() + piece.len() * PIECES + end.len();
    let propose = "/exploitation/sources/essai/proposer";
    let mut stream = desk.post(propose, &kind(), length).await?;
    stream.write_all(start().as_bytes()).await?;
    let mut most = before;
    for _ in 0..PIECES {
        stream.write_all(piece.as_bytes()).await?;
        most = most.max(desk.site.memory_mb()?);
    }
    stream.write_all(end.as_bytes()).await?;
    let answer = read(&mut stream).await?;
    most = most.max(desk.site.memory_mb()?);
    ensure!(answer.contains("[champs]"), "{answer}");
    ensure!(
        most - before < MOST_MEGABYTES,
        "{before} MB before, {most} MB at most"
    );
    Ok(())
}
