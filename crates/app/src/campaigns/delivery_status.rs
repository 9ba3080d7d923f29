//! Notices of failure as mail servers send them back (RFC 3464, in the multipart of RFC 6522): which mail, and whether its
//! address is at fault. Pure functions on hostile bytes.
//!
//! A full reader of mails is not needed: both parts that matter are ASCII lines without encoding (RFC 3464 §2.1).

use portulan_model::MailId;

/// Longest notice that is read, in bytes: the mail that comes back may be whole inside.
pub(super) const LONGEST: usize = 10 * 1024 * 1024;

/// An address that takes no mail.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Failure {
    /// The mail that came back, where the notice gives its id.
    pub(super) mail: Option<MailId>,
}

/// The addresses that failed for good; none where the text is no such notice.
pub(super) fn failures(notice: &[u8]) -> Vec<Failure> {
    let start = notice.get(..LONGEST.min(notice.len())).unwrap_or(notice);
    let text = String::from_utf8_lossy(start).replace("\r\n", "\n");
    let Some((head, body)) = text.split_once("\n\n") else {
        return Vec::new();
    };
    let Some(boundary) = boundary(head) else {
        return Vec::new();
    };
    let parts = parts(body, &boundary);
    let mail = parts.iter().find_map(mail_of);
    let statuses = parts
        .iter()
        .filter(|part| is(part, "message/delivery-status"));
    let groups = statuses.flat_map(|part| part.1.split("\n\n"));
    let failed = groups.filter(|group| has_failed(group));
    failed.map(|_group| Failure { mail }).collect()
}

/// Head and body of a part.
type Part<'a> = (&'a str, &'a str);

/// The separator of a report of delivery.
fn boundary(head: &str) -> Option<String> {
    let kind = field(head, "content-type")?;
    let lower = kind.to_ascii_lowercase();
    if !lower.starts_with("multipart/report") {
        return None;
    }
    let at = lower.find("boundary=")?.checked_add("boundary=".len())?;
    let value = kind.get(at..)?;
    let value = match value.strip_prefix('"') {
        Some(quoted) => quoted.split('"').next()?,
        None => value.split([';', ' ']).next()?,
    };
    (!value.is_empty()).then(|| value.to_owned())
}

/// The parts between the separators.
fn parts<'a>(body: &'a str, boundary: &str) -> Vec<Part<'a>> {
    let separator = format!("--{boundary}");
    let mut parts = Vec::new();
    for part in body.split(separator.as_str()).skip(1) {
        if part.starts_with("--") {
            break;
        }
        let part = part.split_once('\n').map_or("", |(_, rest)| rest);
        if let Some(both) = part.split_once("\n\n") {
            parts.push(both);
        }
    }
    parts
}

fn is((head, _): &Part<'_>, kind: &str) -> bool {
    let found = field(head, "content-type");
    found.is_some_and(|found| found.to_ascii_lowercase().starts_with(kind))
}

/// The id of the mail that came back: we gave it, and the server gives it back with its head.
fn mail_of(part: &Part<'_>) -> Option<MailId> {
    if !is(part, "message/rfc822") && !is(part, "text/rfc822-headers") {
        return None;
    }
    let head = part.1.split("\n\n").next()?;
    let id = field(head, "message-id")?;
    let (_, id) = id.split_once('<')?;
    id.split('@').next()?.parse().ok()
}

/// Whether an address failed for good, and is itself at fault: not what the mail says (5.6), nor the policy (5.7) or the
/// state (5.3) of a server (RFC 3463).
fn has_failed(group: &str) -> bool {
    let action = field(group, "action").unwrap_or_default();
    let status = field(group, "status").unwrap_or_default();
    let spared = ["5.3.", "5.6.", "5.7."];
    action.eq_ignore_ascii_case("failed")
        && status.starts_with("5.")
        && !spared.iter().any(|class| status.starts_with(class))
}

/// The value of a field, its lines put together.
fn field(head: &str, name: &str) -> Option<String> {
    let mut lines = head.lines();
    let value = lines.by_ref().find_map(|line| {
        let (given, value) = line.split_once(':')?;
        given.eq_ignore_ascii_case(name).then_some(value)
    })?;
    let more = lines.take_while(|line| line.starts_with([' ', '\t']));
    let whole: Vec<&str> = std::iter::once(value).chain(more).map(str::trim).collect();
    Some(whole.join(" ").trim().to_owned())
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    const MAIL: &str = "01900000-0000-7000-8000-000000000001";

    fn notice(action: &str, status: &str) -> String {
        format!(
            "From: MAILER-DAEMON@relais.exemple.fr\r\nTo: bonjour@exemple.fr\r\nSubject: Undelivered\r\n\
             Content-Type: multipart/report; report-type=delivery-status;\r\n\tboundary=\"9A/relais\"\r\n\
             MIME-Version: 1.0\r\n\r\nThis is a MIME message.\r\n\r\n--9A/relais\r\n\
             Content-Type: text/plain; charset=us-ascii\r\n\r\nAction: failed\r\nStatus: 5.1.1\r\n\r\n--9A/relais\r\n\
             Content-Type: message/delivery-status\r\n\r\nReporting-MTA: dns; relais.exemple.fr\r\n\r\n\
             Final-Recipient: rfc822; accueil@exemple.fr\r\nAction: {action}\r\nStatus: {status}\r\n\
             Diagnostic-Code: smtp; 550 5.1.1 no such\r\n user\r\n\r\n--9A/relais\r\n\
             Content-Type: text/rfc822-headers\r\n\r\nFrom: bonjour@exemple.fr\r\n\
             Message-ID:\r\n <{MAIL}@exemple.fr>\r\nSubject: x\r\n\r\n--9A/relais--\r\n"
        )
    }

    #[test]
    fn an_address_that_failed_for_good_is_found_with_its_mail() {
        for (action, status, found) in [
            ("failed", "5.1.1", 1),
            ("Failed", "5.2.1 (disabled)", 1),
            ("failed", "5.0.0", 1),
            ("failed", "5.7.1", 0),
            ("failed", "5.6.0", 0),
            ("failed", "4.4.7", 0),
            ("delayed", "4.4.1", 0),
            ("delivered", "2.0.0", 0),
            ("relayed", "5.1.1", 0),
        ] {
            let failed = failures(notice(action, status).as_bytes());
            assert_eq!(failed.len(), found, "{action} {status}");
            let mails = failed.iter().filter_map(|one| one.mail);
            assert_eq!(mails.filter(|id| id.to_string() == MAIL).count(), found);
        }
    }

    #[test]
    fn what_is_no_notice_says_nothing() {
        let good = notice("failed", "5.1.1");
        for text in [
            String::new(),
            "Bonjour".to_owned(),
            good.replace("multipart/report", "multipart/mixed"),
            good.replace("boundary=", "border="),
            good.replace("message/delivery-status", "text/plain"),
        ] {
            assert_eq!(failures(text.as_bytes()), [], "{text}");
        }
        let unnamed = good.replace("Message-ID", "X-Message");
        assert_eq!(failures(unnamed.as_bytes()), [Failure { mail: None }]);
    }

    proptest! {
        #[test]
        fn nothing_that_arrives_breaks_the_reader(
            bytes in prop::collection::vec(any::<u8>(), 0..400), cut in any::<prop::sample::Index>(),
        ) {
            failures(&bytes);
            let text = notice("failed", "5.1.1").into_bytes();
            let mut mixed = text[..cut.index(text.len())].to_vec();
            mixed.extend(&bytes);
            failures(&mixed);
        }
    }
}
