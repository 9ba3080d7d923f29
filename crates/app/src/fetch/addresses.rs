//! Which addresses are asked: those of the public web, unless the operator opens their own network.
//!
//! An address is judged twice: as it is written, so that the refusal is clear, and when its name has become numbers,
//! so that a name that points inwards, or that changes its mind between two look-ups, opens nothing: the connection is
//! made to the numbers that were judged. Blocks are those of the IANA special-purpose registries (RFC 6890).

use std::net::{IpAddr, Ipv4Addr, Ipv6Addr};

use ureq::Error as WireError;
use ureq::config::Config;
use ureq::http::Uri;
use ureq::unversioned::resolver::{DefaultResolver, ResolvedSocketAddrs, Resolver};
use ureq::unversioned::transport::NextTimeout;
use url::{Host, Url};

use super::FetchError;

/// Blocks of IPv4 that belong to somebody's own network: asked when the operator says so.
const OWN_V4: [(Ipv4Addr, u32); 5] = [
    (Ipv4Addr::new(10, 0, 0, 0), 8),
    (Ipv4Addr::new(100, 64, 0, 0), 10),
    (Ipv4Addr::new(127, 0, 0, 0), 8),
    (Ipv4Addr::new(172, 16, 0, 0), 12),
    (Ipv4Addr::new(192, 168, 0, 0), 16),
];

/// Blocks of IPv4 where no list ever lives: this host, link-local and the two lone machines where hosting providers
/// keep their keys, protocols, documentation, the relays of 6to4, benchmarks, multicast, reserved and broadcast.
const NEVER_V4: [(Ipv4Addr, u32); 12] = [
    (Ipv4Addr::UNSPECIFIED, 8),
    (Ipv4Addr::new(100, 100, 100, 200), 32),
    (Ipv4Addr::new(168, 63, 129, 16), 32),
    (Ipv4Addr::new(169, 254, 0, 0), 16),
    (Ipv4Addr::new(192, 0, 0, 0), 24),
    (Ipv4Addr::new(192, 0, 2, 0), 24),
    (Ipv4Addr::new(192, 88, 99, 0), 24),
    (Ipv4Addr::new(198, 18, 0, 0), 15),
    (Ipv4Addr::new(198, 51, 100, 0), 24),
    (Ipv4Addr::new(203, 0, 113, 0), 24),
    (Ipv4Addr::new(224, 0, 0, 0), 4),
    (Ipv4Addr::new(240, 0, 0, 0), 4),
];

/// Blocks of IPv6 that belong to somebody's own network.
const OWN_V6: [(Ipv6Addr, u32); 2] = [
    (Ipv6Addr::LOCALHOST, 128),
    (Ipv6Addr::new(0xfc00, 0, 0, 0, 0, 0, 0, 0), 7),
];

/// The only public block of IPv6. Mapped IPv4, NAT64, link-local and multicast are outside of it.
const PUBLIC_V6: (Ipv6Addr, u32) = (Ipv6Addr::new(0x2000, 0, 0, 0, 0, 0, 0, 0), 3);

/// Blocks within these where no list ever lives: protocols with Teredo, documentation, 6to4, and the machine where a
/// hosting provider keeps its keys.
const NEVER_V6: [(Ipv6Addr, u32); 5] = [
    (Ipv6Addr::new(0x2001, 0, 0, 0, 0, 0, 0, 0), 23),
    (Ipv6Addr::new(0x2001, 0x0db8, 0, 0, 0, 0, 0, 0), 32),
    (Ipv6Addr::new(0x2002, 0, 0, 0, 0, 0, 0, 0), 16),
    (Ipv6Addr::new(0x3fff, 0, 0, 0, 0, 0, 0, 0), 20),
    (Ipv6Addr::new(0xfd00, 0x0ec2, 0, 0, 0, 0, 0, 0x254), 128),
];

fn in_v4(ip: Ipv4Addr, (block, length): (Ipv4Addr, u32)) -> bool {
    (ip.to_bits() ^ block.to_bits()).leading_zeros() >= length
}

fn in_v6(ip: Ipv6Addr, (block, length): (Ipv6Addr, u32)) -> bool {
    (ip.to_bits() ^ block.to_bits()).leading_zeros() >= length
}

/// Whether a machine with this address is asked; `own` opens the operator's own network, and nothing that is never
/// asked: some of that lies inside it.
pub(super) fn is_open(ip: IpAddr, own: bool) -> bool {
    match ip {
        IpAddr::V4(ip) if NEVER_V4.iter().any(|block| in_v4(ip, *block)) => false,
        IpAddr::V4(ip) => own || !OWN_V4.iter().any(|block| in_v4(ip, *block)),
        IpAddr::V6(ip) if NEVER_V6.iter().any(|block| in_v6(ip, *block)) => false,
        IpAddr::V6(ip) if OWN_V6.iter().any(|block| in_v6(ip, *block)) => own,
        IpAddr::V6(ip) => in_v6(ip, PUBLIC_V6),
    }
}

/// Reads an address and judges what can be judged before its name is looked up. Numbers in odd spellings (decimal,
/// octal, hexadecimal, shortened) become plain ones here.
pub(super) fn checked(address: &str, own: bool) -> Result<Url, FetchError> {
    let not_one = || FetchError::Address(address.to_owned());
    let url = Url::parse(address.trim()).map_err(|_unreadable| not_one())?;
    judged(url, own).ok_or_else(not_one)?
}

/// Where a server leads to, judged like a first address. A secure connection is never left for an open one.
pub(super) fn led_to(from: &Url, location: &str, own: bool) -> Result<Url, FetchError> {
    let astray = || FetchError::Redirect(location.to_owned());
    let url = from.join(location).map_err(|_unreadable| astray())?;
    if from.scheme() == "https" && url.scheme() == "http" {
        return Err(astray());
    }
    judged(url, own).ok_or_else(astray)?
}

/// Nothing for what is no address of the web.
fn judged(mut url: Url, own: bool) -> Option<Result<Url, FetchError>> {
    if !matches!(url.scheme(), "http" | "https") {
        return None;
    }
    let port = url.port_or_known_default()?;
    let ip = match url.host()? {
        Host::Ipv4(ip) => Some(IpAddr::V4(ip)),
        Host::Ipv6(ip) => Some(IpAddr::V6(ip)),
        Host::Domain(_) => None,
    };
    if !url.username().is_empty() || url.password().is_some() {
        return Some(Err(FetchError::Password));
    }
    if ip.is_some_and(|ip| !is_open(ip, own)) {
        let host = url.host_str().unwrap_or_default().to_owned();
        return Some(Err(FetchError::Private(host)));
    }
    if !own && !matches!(port, 80 | 443) {
        return Some(Err(FetchError::Port(port)));
    }
    url.set_fragment(None);
    Some(Ok(url))
}

/// Looks names up and keeps only the numbers that are asked.
#[derive(Debug)]
pub(super) struct Guarded<R = DefaultResolver> {
    lookup: R,
    own: bool,
}

impl Guarded {
    pub(super) fn new(own: bool) -> Self {
        Self {
            lookup: DefaultResolver::default(),
            own,
        }
    }
}

impl<R: Resolver> Resolver for Guarded<R> {
    fn resolve(
        &self,
        uri: &Uri,
        config: &Config,
        timeout: NextTimeout,
    ) -> Result<ResolvedSocketAddrs, WireError> {
        let found = match self.lookup.resolve(uri, config, timeout) {
            Err(WireError::Io(_)) => return Err(WireError::HostNotFound),
            other => other?,
        };
        let mut open = self.empty();
        for address in found.iter().filter(|one| is_open(one.ip(), self.own)) {
            open.push(*address);
        }
        if open.is_empty() {
            let host = uri.host().unwrap_or_default().to_owned();
            return Err(WireError::Other(Box::new(FetchError::Private(host))));
        }
        Ok(open)
    }
}

#[cfg(test)]
mod tests {
    use std::net::SocketAddr;

    use rstest::rstest;
    use ureq::Agent;
    use ureq::unversioned::transport::DefaultConnector;

    use super::*;

    /// The last word of its message, or `ok`.
    fn outcome(found: Result<Url, FetchError>) -> String {
        found.map_or_else(
            |error| error.told().id.trim_start_matches("fetch-").to_owned(),
            |_| "ok".to_owned(),
        )
    }

    #[rstest]
    #[case("8.8.8.8", true, true)]
    #[case("2a01:e0a::1", true, true)]
    #[case("2606:4700::1111", true, true)]
    #[case("100.63.255.255", true, true)]
    #[case("172.32.0.1", true, true)]
    #[case("127.0.0.1", false, true)]
    #[case("127.255.255.254", false, true)]
    #[case("10.1.2.3", false, true)]
    #[case("172.16.0.1", false, true)]
    #[case("172.31.255.255", false, true)]
    #[case("192.168.1.1", false, true)]
    #[case("100.64.0.1", false, true)]
    #[case("100.127.255.255", false, true)]
    #[case("::1", false, true)]
    #[case("fc00::1", false, true)]
    #[case("fd12:3456::1", false, true)]
    #[case("0.0.0.0", false, false)]
    #[case("0.1.2.3", false, false)]
    #[case("169.254.169.254", false, false)]
    #[case("168.63.129.16", false, false)]
    #[case("168.63.129.17", true, true)]
    #[case("100.100.100.200", false, false)]
    #[case("100.100.100.201", false, true)]
    #[case("fd00:ec2::254", false, false)]
    #[case("fd00:ec2::255", false, true)]
    #[case("192.0.0.8", false, false)]
    #[case("192.0.2.1", false, false)]
    #[case("192.88.99.1", false, false)]
    #[case("198.18.0.1", false, false)]
    #[case("198.51.100.7", false, false)]
    #[case("203.0.113.9", false, false)]
    #[case("224.0.0.251", false, false)]
    #[case("239.255.255.255", false, false)]
    #[case("240.0.0.1", false, false)]
    #[case("255.255.255.255", false, false)]
    #[case("::", false, false)]
    #[case("::ffff:127.0.0.1", false, false)]
    #[case("::ffff:8.8.8.8", false, false)]
    #[case("::127.0.0.1", false, false)]
    #[case("64:ff9b::7f00:1", false, false)]
    #[case("64:ff9b:1::1", false, false)]
    #[case("100::1", false, false)]
    #[case("2001::1", false, false)]
    #[case("2001:db8::1", false, false)]
    #[case("2002:7f00:1::", false, false)]
    #[case("3fff::1", false, false)]
    #[case("fe80::1", false, false)]
    #[case("fec0::1", false, false)]
    #[case("ff02::1", false, false)]
    fn machines_are_asked_on_the_public_web_and_at_home_only_when_opened(
        #[case] ip: IpAddr,
        #[case] public: bool,
        #[case] opened: bool,
    ) {
        assert_eq!((is_open(ip, false), is_open(ip, true)), (public, opened));
    }

    #[rstest]
    #[case("https://www.data.gouv.fr/fr/datasets/r/1?a=b", "ok")]
    #[case("http://lieux.example/liste.csv#haut", "ok")]
    #[case("https://lieux.example:443/", "ok")]
    #[case("https://8.8.8.8/liste.csv", "ok")]
    #[case("ftp://lieux.example/liste.csv", "address")]
    #[case("file:///etc/passwd", "address")]
    #[case("gopher://lieux.example/", "address")]
    #[case("lieux.example/liste.csv", "address")]
    #[case("//lieux.example/liste.csv", "address")]
    #[case("http:///liste.csv#", "ok")] // read as the host `liste.csv`, as browsers do
    #[case("http://", "address")]
    #[case("", "address")]
    #[case("https://moi:secret@lieux.example/", "password")]
    #[case("https://moi@lieux.example/", "password")]
    #[case("https://8.8.8.8@127.0.0.1/", "password")]
    #[case("http://lieux.example:22/", "port")]
    #[case("http://lieux.example:8080/", "port")]
    #[case("http://127.0.0.1/", "private")]
    #[case("http://127.0.0.1:6379/", "private")]
    #[case("http://127.1/", "private")]
    #[case("http://2130706433/", "private")]
    #[case("http://0177.0.0.1/", "private")]
    #[case("http://0x7f.0x0.0x0.0x1/", "private")]
    #[case("http://0x7f000001/", "private")]
    #[case("http://0/", "private")]
    #[case("http://１２７.０.０.１/", "private")]
    #[case("http://127.0.0.1./", "private")]
    #[case("http://169.254.169.254/latest/meta-data/", "private")]
    #[case("http://[::1]/", "private")]
    #[case("http://[::ffff:127.0.0.1]/", "private")]
    #[case("http://[64:ff9b::a9fe:a9fe]/", "private")]
    #[case("http://[fe80::1]/", "private")]
    fn an_address_is_judged_as_it_is_written(#[case] address: &str, #[case] expected: &str) {
        assert_eq!(outcome(checked(address, false)), expected);
    }

    #[rstest]
    #[case("/ailleurs.csv", "ok")]
    #[case("https://autre.example/liste.csv", "ok")]
    #[case("//autre.example/liste.csv", "ok")]
    #[case("http://lieux.example/liste.csv", "redirect")]
    #[case("file:///etc/passwd", "redirect")]
    #[case("https://[", "redirect")]
    #[case("https://10.0.0.1/", "private")]
    #[case("//127.1/", "private")]
    #[case("https://a:b@autre.example/", "password")]
    #[case("https://autre.example:8443/", "port")]
    fn where_a_server_leads_is_judged_anew(#[case] location: &str, #[case] expected: &str) {
        let from = Url::parse("https://lieux.example/liste.csv").unwrap();
        assert_eq!(outcome(led_to(&from, location, false)), expected);
    }

    /// A name server that says what it is told to.
    #[derive(Debug)]
    struct Said(Vec<SocketAddr>);

    impl Resolver for Said {
        fn resolve(
            &self,
            _uri: &Uri,
            _config: &Config,
            _timeout: NextTimeout,
        ) -> Result<ResolvedSocketAddrs, WireError> {
            let mut said = self.empty();
            for address in &self.0 {
                said.push(*address);
            }
            Ok(said)
        }
    }

    #[test]
    fn a_public_name_that_points_inwards_is_not_connected_to() {
        let inside = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
        inside.set_nonblocking(true).unwrap();
        let guarded = Guarded {
            lookup: Said(vec![
                inside.local_addr().unwrap(),
                "[::1]:80".parse().unwrap(),
            ]),
            own: false,
        };
        let config = Agent::config_builder().proxy(None).build();
        let agent = Agent::with_parts(config, DefaultConnector::default(), guarded);
        let error = agent.get("http://lieux.example/").call().unwrap_err();
        let WireError::Other(cause) = error else {
            panic!("{error}")
        };
        let cause = cause.downcast_ref::<FetchError>();
        assert_eq!(
            cause,
            Some(&FetchError::Private("lieux.example".to_owned()))
        );
        assert!(inside.accept().is_err(), "nobody knocked");
    }
}
