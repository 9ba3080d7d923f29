//! What a meeting will talk about, in order. A point that is moved keeps its documents; one that goes takes them away.

use portulan_model::governance::{AgendaItem, Attachment, NotNow};
use portulan_policy::Capability;
use portulan_policy::actions::HoldMeetings;

use super::{At, MeetingError, closed, files, opened};
use crate::App;

/// A point as it is typed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Point {
    /// Which of the points that were seen it was; none where it is new.
    pub was: Option<usize>,
    /// What it is about.
    pub title: String,
    /// How many minutes are meant for it.
    pub minutes: Option<u16>,
}

/// Sets the points of an agenda, as it was when the form was opened.
pub async fn agenda(
    app: &App,
    capability: &Capability<HoldMeetings>,
    at: At<'_>,
    (seen, points): (&[AgendaItem], Vec<Point>),
) -> Result<(), MeetingError> {
    let (mut write, before) = opened(app, capability, at).await?;
    if !before.is_open() {
        return Err(NotNow(before.state.word()).into());
    }
    let (agenda, gone) = reordered(&before.agenda, &points);
    if agenda == before.agenda || said(&before.agenda) == typed(&points) {
        return Ok(());
    }
    if before.agenda != seen {
        return Err(MeetingError::Moved);
    }
    for file in gone {
        let line = files::removed(app, capability.actor(), at.0, &file);
        write.remove_attachment(file.id, &line).await?;
    }
    let mut after = before.clone();
    after.agenda = agenda;
    closed(app, capability.actor(), write, (&before, &after), "agenda").await
}

/// The points in their new order, each with the documents of the one that it was; and the documents of those that go.
fn reordered(before: &[AgendaItem], points: &[Point]) -> (Vec<AgendaItem>, Vec<Attachment>) {
    let mut documents: Vec<Vec<Attachment>> =
        before.iter().map(|item| item.documents.clone()).collect();
    let mut kept = |was: Option<usize>| {
        let own = was.and_then(|rank| documents.get_mut(rank));
        own.map(std::mem::take).unwrap_or_default()
    };
    let agenda = points
        .iter()
        .map(|point| AgendaItem {
            title: point.title.clone(),
            minutes: point.minutes,
            documents: kept(point.was),
        })
        .collect();
    (agenda, documents.into_iter().flatten().collect())
}

type Said<'a> = Vec<(&'a str, Option<u16>)>;

fn said(agenda: &[AgendaItem]) -> Said<'_> {
    let all = agenda.iter();
    all.map(|item| (item.title.as_str(), item.minutes))
        .collect()
}

fn typed(points: &[Point]) -> Said<'_> {
    let all = points.iter();
    all.map(|point| (point.title.as_str(), point.minutes))
        .collect()
}

#[cfg(test)]
mod tests {
    use portulan_model::FileId;
    use portulan_model::governance::FileKind;

    use super::*;

    fn item(title: &str, file: u8) -> AgendaItem {
        AgendaItem {
            title: title.to_owned(),
            minutes: None,
            documents: vec![Attachment {
                id: FileId::from_parts(1, [file; 10]),
                name: format!("{title}.pdf"),
                kind: FileKind::Pdf,
                bytes: 1,
            }],
        }
    }

    fn point(title: &str, was: Option<usize>) -> Point {
        Point {
            was,
            title: title.to_owned(),
            minutes: None,
        }
    }

    #[test]
    fn a_point_that_is_moved_keeps_its_documents_and_one_that_goes_takes_them_away() {
        let before = [item("a", 1), item("b", 2), item("c", 3)];
        let points = [
            point("c", Some(2)),
            point("nouveau", None),
            point("a, revu", Some(0)),
            // Said twice or from nowhere, a point has no documents of others.
            point("a encore", Some(0)),
            point("d", Some(9)),
        ];
        let (agenda, gone) = reordered(&before, &points);
        let names = |item: &AgendaItem| {
            let names = item.documents.iter().map(|file| file.name.clone());
            names.collect::<Vec<_>>().join(" ")
        };
        let all: Vec<String> = agenda.iter().map(names).collect();
        assert_eq!(all, ["c.pdf", "", "a.pdf", "", ""]);
        let gone: Vec<&str> = gone.iter().map(|file| file.name.as_str()).collect();
        assert_eq!(gone, ["b.pdf"]);
    }
}
