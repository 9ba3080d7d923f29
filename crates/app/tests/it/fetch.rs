//! A list from an address: what a server does, and what becomes of the list.

use std::io::Read;
use std::net::TcpListener;
use std::time::Duration;

use portulan_app::fetch::{self, FetchError, Limits};

use crate::server::{Play, Server, answer, limits};

fn ask(address: &str, limits: &Limits) -> Result<String, FetchError> {
    let mut text = String::new();
    let mut file = fetch::to_file(address, limits)?;
    file.read_to_string(&mut text).unwrap();
    Ok(text)
}

#[test]
fn a_list_comes_whole_however_it_is_sent() {
    let chunked =
        "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nun,\r\n4\r\ndeux\r\n0\r\n\r\n";
    let open_ended = "HTTP/1.0 200 OK\r\n\r\nun,deux";
    for said in [&answer("200 OK", "", "un,deux"), chunked, open_ended] {
        let server = Server::saying(&[said.to_owned()]);
        assert_eq!(ask(&server.url("/l.csv"), &limits()).unwrap(), "un,deux");
    }
}

#[test]
fn nothing_packed_is_asked_for_and_who_asks_says_their_name() {
    let server = Server::saying(&[answer("200 OK", "", "x")]);
    ask(&server.url("/liste.csv?a=b#haut"), &limits()).unwrap();
    let asked = server.asked().concat();
    assert!(
        asked.starts_with("get /liste.csv?a=b http/1.1\r\n"),
        "{asked}"
    );
    assert!(asked.contains("accept-encoding: identity\r\n"), "{asked}");
    assert!(asked.contains("user-agent: portulan/"), "{asked}");
    assert!(!asked.contains("if-none-match"), "{asked}");
    let server = Server::saying(&[answer("200 OK", "Content-Encoding: br\r\n", "x")]);
    let refused = ask(&server.url("/"), &limits());
    assert_eq!(refused, Err(FetchError::Encoding("br".to_owned())));
}

#[test]
fn a_private_network_is_not_asked_unless_it_is_opened() {
    let server = Server::saying(&[answer("200 OK", "", "x")]);
    let closed = Limits {
        own_network: false,
        ..limits()
    };
    let refused = ask(&server.url("/"), &closed);
    assert_eq!(refused, Err(FetchError::Private("127.0.0.1".to_owned())));
    let named = ask("http://localhost/", &closed);
    assert_eq!(named, Err(FetchError::Private("localhost".to_owned())));
    assert!(server.asked().is_empty());
}

#[test]
fn a_server_leads_on_five_times_and_never_inwards() {
    let moved = |to: &str| answer("302 Found", &format!("Location: {to}\r\n"), "");
    let server = Server::saying(&[moved("/b"), moved("c"), answer("200 OK", "", "x")]);
    assert_eq!(ask(&server.url("/a/a"), &limits()).unwrap(), "x");
    assert!(server.asked()[2].starts_with("get /c "));

    let keys = "http://169.254.169.254/latest/meta-data/";
    let server = Server::saying(&[moved(keys)]);
    let refused = ask(&server.url("/"), &limits());
    assert_eq!(
        refused,
        Err(FetchError::Private("169.254.169.254".to_owned()))
    );

    let server = Server::saying(&[moved("file:///etc/passwd")]);
    let refused = ask(&server.url("/"), &limits());
    assert_eq!(
        refused,
        Err(FetchError::Redirect("file:///etc/passwd".to_owned()))
    );

    let server = Server::saying(&[moved("/encore")]);
    let refused = ask(&server.url("/"), &limits());
    assert_eq!(refused, Err(FetchError::TooManyRedirects(5)));
    assert_eq!(server.asked().len(), 6);

    let server = Server::saying(&[answer("302 Found", "", "")]);
    assert_eq!(
        ask(&server.url("/"), &limits()),
        Err(FetchError::Status(302))
    );
}

#[test]
fn a_list_beyond_the_bound_is_left_wherever_the_bound_is_met() {
    let small = Limits {
        bytes: 1 << 20,
        ..limits()
    };
    let just = "x".repeat(1 << 20);
    let server = Server::saying(&[answer("200 OK", "", &just)]);
    assert_eq!(ask(&server.url("/"), &small).unwrap().len(), 1 << 20);
    let server = Server::saying(&[answer("200 OK", "", &format!("{just}x"))]);
    assert_eq!(ask(&server.url("/"), &small), Err(FetchError::TooLarge(1)));
    // A server that announces nothing and sends for ever.
    let endless = vec![(just.into_bytes(), Duration::ZERO); 64];
    let head = (b"HTTP/1.1 200 OK\r\n\r\n".to_vec(), Duration::ZERO);
    let server = Server::playing(vec![std::iter::once(head).chain(endless).collect()]);
    assert_eq!(ask(&server.url("/"), &small), Err(FetchError::TooLarge(1)));
}

#[test]
fn a_slow_server_is_left_when_the_time_is_over() {
    let hasty = Limits {
        whole: Duration::from_secs(1),
        ..limits()
    };
    let drip = (b"x".to_vec(), Duration::from_millis(50));
    let head = (b"HTTP/1.1 200 OK\r\n\r\n".to_vec(), Duration::ZERO);
    let dripping: Play = std::iter::once(head).chain(vec![drip; 400]).collect();
    let silent: Play = vec![(Vec::new(), Duration::from_secs(20))];
    for play in [dripping, silent] {
        let server = Server::playing(vec![play]);
        let started = std::time::Instant::now();
        assert_eq!(ask(&server.url("/"), &hasty), Err(FetchError::TooSlow(1)));
        assert!(started.elapsed() < Duration::from_secs(5));
        assert_eq!(server.asked().len(), 1);
    }
}

#[test]
fn a_server_in_trouble_is_asked_three_times_and_one_that_refuses_once() {
    for (status, failure, times) in [
        ("503 Service Unavailable", FetchError::Busy(503), 3),
        ("429 Too Many Requests", FetchError::Busy(429), 3),
        ("500 Internal Server Error", FetchError::Status(500), 3),
        ("404 Not Found", FetchError::Status(404), 1),
        ("403 Forbidden", FetchError::Status(403), 1),
        ("206 Partial Content", FetchError::Status(206), 1),
        ("304 Not Modified", FetchError::Status(304), 1),
    ] {
        let server = Server::saying(&[answer(status, "", "")]);
        assert_eq!(ask(&server.url("/"), &limits()), Err(failure));
        assert_eq!(server.asked().len(), times, "{status}");
    }
    let later = answer("503 Service Unavailable", "Retry-After: 3600\r\n", "");
    let server = Server::saying(&[later]);
    assert_eq!(ask(&server.url("/"), &limits()), Err(FetchError::Busy(503)));
    assert_eq!(server.asked().len(), 1, "an hour is not waited for");
    let soon = answer("503 Service Unavailable", "Retry-After: 1\r\n", "");
    let server = Server::saying(&[soon, answer("200 OK", "", "x")]);
    let started = std::time::Instant::now();
    assert_eq!(ask(&server.url("/"), &limits()).unwrap(), "x");
    assert!(started.elapsed() >= Duration::from_secs(1));
}

#[test]
fn a_machine_that_does_not_listen_is_unreachable() {
    let free = TcpListener::bind("127.0.0.1:0").unwrap();
    let address = format!("http://{}/", free.local_addr().unwrap());
    drop(free);
    let refused = ask(&address, &limits());
    assert!(
        matches!(refused, Err(FetchError::Unreachable(_))),
        "{refused:?}"
    );
}

#[test]
fn what_is_no_http_is_said_to_be_none() {
    let server = Server::saying(&["SSH-2.0-OpenSSH_9.6\r\n\r\n".to_owned()]);
    let refused = ask(&server.url("/"), &limits());
    assert!(
        matches!(refused, Err(FetchError::Protocol(_))),
        "{refused:?}"
    );
    assert_eq!(server.asked().len(), 1);
    let secure = server.url("/").replace("http:", "https:");
    let refused = ask(&secure, &limits());
    assert!(
        matches!(refused, Err(FetchError::Certificate(_))),
        "{refused:?}"
    );
}
