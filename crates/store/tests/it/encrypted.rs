//! A database that is asked for over TLS is never spoken with in clear.

use std::io::{Read as _, Write as _};
use std::net::TcpListener;
use std::thread;

use portulan_store::{DatabaseUrl, Store};

/// What asks a PostgreSQL server for TLS: its length, 8, and the code 80877103.
const ASKS_FOR_TLS: [u8; 8] = [0, 0, 0, 8, 4, 210, 22, 47];

#[tokio::test]
async fn a_server_without_tls_learns_nothing_where_tls_is_required() {
    let server = TcpListener::bind("127.0.0.1:0").unwrap();
    let port = server.local_addr().unwrap().port();
    let said = thread::spawn(move || {
        let (mut client, _) = server.accept().unwrap();
        let mut asked = [0; 8];
        client.read_exact(&mut asked).unwrap();
        client.write_all(b"N").unwrap();
        let mut more = Vec::new();
        let _reset_or_closed = client.read_to_end(&mut more);
        (asked, more)
    });
    let address = format!("postgres://app:secret@127.0.0.1:{port}/portulan?sslmode=require");
    let url = DatabaseUrl::parse(&address).unwrap();
    assert!(Store::open(&url).await.is_err());
    let (asked, more) = said.join().unwrap();
    assert_eq!(asked, ASKS_FOR_TLS);
    assert_eq!(more, b"", "neither name nor password");
}
