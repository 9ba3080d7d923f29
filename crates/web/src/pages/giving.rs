//! `/donnees/data-inclusion/{file}`: the whole directory as data·inclusion wants it, written while it is sent.

use std::io::{self, Write};
use std::sync::Arc;
use std::time::Duration;

use axum::body::{Body, Bytes};
use axum::extract::Path;
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse as _, Response};
use futures_util::{StreamExt as _, stream};
use portulan_app::giving::{self, Parts};
use tokio::runtime::Handle;
use tokio::sync::mpsc::{Receiver, Sender, channel};
use tokio::time::timeout;

use super::visit::Visit;

/// Bytes gathered before they are sent.
const CHUNK: usize = 1 << 16;
/// Chunks on their way at once: whoever reads slowly slows the writer down.
const AHEAD: usize = 4;
/// How long somebody waits for room. A file takes less than a second to whoever reads it at once.
const ROOM_WITHIN: Duration = Duration::from_secs(15);
/// How long a reader may leave a chunk lying.
const SEND_WITHIN: Duration = Duration::from_secs(30);

/// The files, in the order of [`Parts`].
pub(crate) const FILES: [&str; 6] = [
    "structures.json",
    "services.json",
    "structures.csv",
    "services.csv",
    "ecartes.json",
    "pertes.json",
];

/// `GET /donnees/data-inclusion/{file}`.
pub(crate) async fn show(visit: Visit, Path(file): Path<String>) -> Result<Response, StatusCode> {
    let wanted = FILES.into_iter().find(|one| *one == file);
    let wanted = wanted.ok_or(StatusCode::NOT_FOUND)?;
    let room = timeout(ROOM_WITHIN, Arc::clone(&visit.state.files).acquire_owned()).await;
    let room = room.map_err(|_full| StatusCode::SERVICE_UNAVAILABLE)?;
    let room = room.map_err(|_stopping| StatusCode::SERVICE_UNAVAILABLE)?;
    let (sender, receiver) = channel(AHEAD);
    let runtime = Handle::current();
    let (directory, today) = (Arc::clone(&visit.directory), visit.today());
    tokio::task::spawn_blocking(move || {
        let _room = room;
        let part = |name| Out {
            to: (name == wanted).then(|| (runtime.clone(), sender.clone())),
            held: Vec::new(),
        };
        let [
            structures,
            services,
            structures_csv,
            services_csv,
            left_out,
            losses,
        ] = FILES.map(part);
        let parts = Parts {
            structures,
            services,
            structures_csv,
            services_csv,
            left_out,
            losses,
        };
        if let Err(error) = giving::data_inclusion(&directory, today, parts) {
            tracing::debug!(%error, "a file of data·inclusion was not read to its end");
            // A file that is cut must not look whole.
            let _reader_gone = sender.try_send(Err(error));
        }
    });
    let kind = if wanted.rsplit('.').next() == Some("csv") {
        "text/csv; charset=utf-8"
    } else {
        "application/json"
    };
    let headers = [
        (header::CONTENT_TYPE, kind.to_owned()),
        (
            header::CONTENT_DISPOSITION,
            format!("attachment; filename=\"{wanted}\""),
        ),
    ];
    // What packs the answer asks once more after the end: a bare `unfold` panics there.
    let chunks = stream::unfold(receiver, next).fuse();
    Ok((headers, Body::from_stream(chunks)).into_response())
}

type Chunk = io::Result<Bytes>;

async fn next(mut chunks: Receiver<Chunk>) -> Option<(Chunk, Receiver<Chunk>)> {
    let chunk = chunks.recv().await?;
    Some((chunk, chunks))
}

/// Where a part goes: to the reader, or nowhere.
struct Out {
    to: Option<(Handle, Sender<Chunk>)>,
    held: Vec<u8>,
}

impl Write for Out {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        if self.to.is_some() {
            self.held.extend_from_slice(bytes);
            if self.held.len() >= CHUNK {
                self.flush()?;
            }
        }
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        let held = std::mem::take(&mut self.held);
        match &self.to {
            Some((runtime, to)) if !held.is_empty() => runtime
                .block_on(timeout(SEND_WITHIN, to.send(Ok(Bytes::from(held)))))
                .map_err(|_too_slow| io::ErrorKind::TimedOut)?
                .map_err(|_reader_gone| io::ErrorKind::BrokenPipe.into()),
            _ => Ok(()),
        }
    }
}
