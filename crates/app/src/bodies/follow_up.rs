//! What the level above notes of a body: how it goes, and what is difficult there.
//!
//! It is kept apart from the body, so that nothing that holds a body can show it. Two who write it at the same time lose
//! nothing: what both changed is for them to decide. The journal says that it changed, never what it says.

use std::fmt;

use portulan_model::governance::{BodyFile, FollowUpNote};
use portulan_model::journal::Deed;
use portulan_model::proposals::Prose;
use portulan_model::{Private, Slug};
use portulan_policy::Capability;
use portulan_policy::actions::{ReadFollowUp, WriteFollowUp};
use serde::{Deserialize, Serialize};

use super::{Told, entry, known, own};
use crate::editing::conflicts::{Fielded, Weighed, weigh};
use crate::editing::{Change, Outcome};
use crate::import::author;
use crate::{App, Error};

/// The texts of a note, as they are typed.
#[derive(Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Note {
    /// How it goes.
    pub words: Option<Prose>,
    /// What is difficult.
    pub difficulty: Option<Prose>,
}

/// One of the texts of a note.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NoteField {
    /// How it goes.
    Words,
    /// What is difficult.
    Difficulty,
}

impl NoteField {
    /// Both, in the order of the form.
    pub const ALL: [Self; 2] = [Self::Words, Self::Difficulty];
}

impl fmt::Debug for Note {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Note")
    }
}

impl Note {
    /// The texts of a note that is kept.
    #[must_use]
    pub fn of(kept: &FollowUpNote) -> Self {
        Self {
            words: Some(kept.words.clone()),
            difficulty: kept.difficulty.clone(),
        }
    }

    /// One of its texts.
    #[must_use]
    pub const fn text(&self, field: NoteField) -> Option<&Prose> {
        match field {
            NoteField::Words => self.words.as_ref(),
            NoteField::Difficulty => self.difficulty.as_ref(),
        }
    }
}

impl Fielded for Note {
    type Field = NoteField;

    fn same(field: NoteField, a: &Self, b: &Self) -> bool {
        a.text(field) == b.text(field)
    }

    fn copy(field: NoteField, from: &Self, to: &mut Self) {
        match field {
            NoteField::Words => to.words.clone_from(&from.words),
            NoteField::Difficulty => to.difficulty.clone_from(&from.difficulty),
        }
    }
}

/// The note of a body, where there is one.
pub async fn follow_up(
    app: &App,
    may: &Capability<ReadFollowUp>,
    body: &Slug,
) -> Result<Option<FollowUpNote>, Error> {
    own(may, body)?;
    known(&app.directory(), body)?;
    let file = app.store().kept_one::<BodyFile>(body).await?;
    let note = file.and_then(|file| file.follow_up);
    Ok(note.map(|note| note.open(may).clone()))
}

/// Writes the note of a body; one without words is taken away. Whoever writes it may read it too.
pub async fn write_follow_up(
    app: &App,
    (write_right, read_right): (&Capability<WriteFollowUp>, &Capability<ReadFollowUp>),
    body: &Slug,
    change: &Change<Note>,
) -> Result<Outcome<Note>, Error> {
    own(write_right, body)?;
    own(read_right, body)?;
    known(&app.directory(), body)?;
    let mut write = app.store().begin_governance(write_right).await?;
    let kept = write.kept_one::<BodyFile>(body).await?;
    let note = kept.as_ref().and_then(|file| file.follow_up.as_ref());
    let theirs = note.map(|note| Note::of(note.open(read_right)));
    let theirs = theirs.unwrap_or_default();
    let (after, changed) = match weigh(&change.fields, &change.before, &theirs, &change.mine) {
        Weighed::Clash(fields) => {
            let theirs = Box::new(theirs);
            return Ok(Outcome::Clash { fields, theirs });
        }
        Weighed::Clear { changed, .. } if changed.is_empty() => return Ok(Outcome::Same),
        Weighed::Clear { record, changed } => (*record, changed),
    };
    let by = author(write_right.actor());
    let there = kept.is_some();
    let mut file = kept.unwrap_or_else(|| BodyFile::empty(body.clone()));
    file.follow_up = after.words.map(|words| {
        Private::new(FollowUpNote {
            words,
            difficulty: after.difficulty,
            by,
            at: app.now(),
        })
    });
    let line = entry(app, write_right.actor(), told(body, "follow-up note"));
    if there {
        write.change_kept(&file, &line).await?;
    } else if !write.add_kept(&file, &line).await? {
        // Somebody wrote the first one at the same time.
        return Err(Error::Conflict(body.to_string()));
    }
    write.commit().await?;
    app.refresh().await?;
    Ok(Outcome::Saved(changed))
}

/// What the journal of a body keeps of what is private: that it changed.
pub(super) fn told<'a>(body: &'a Slug, what: &str) -> Told<'a> {
    Told {
        body,
        deed: Deed::Updated,
        reason: what.to_owned(),
        before: None,
        after: None,
    }
}
