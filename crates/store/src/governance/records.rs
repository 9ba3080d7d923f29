//! Which table holds which type, under which key and with which columns.

use chrono::{NaiveTime, TimeDelta};
use portulan_model::baseline::Baseline;
use portulan_model::clusters::{Cluster, Sector};
use portulan_model::governance::{
    Body, BodyFile, Committee, Decision, DecisionRef, Meeting, MeetingState, Membership, Standing,
};
use portulan_model::means::agreements::Agreement;
use portulan_model::means::applications::{Application, Party};
use portulan_model::means::calls::{Call, CallFile};
use portulan_model::means::envelopes::Envelope;
use portulan_model::means::equipment::Lot;
use portulan_model::means::examination::{Examination, Panel};
use portulan_model::means::forms::Form;
use portulan_model::means::intentions::Intention;
use portulan_model::means::overlaps::{Dismissal, PairKey};
use portulan_model::means::pools::PoolRecord;
use portulan_model::posts::{Post, PostFile};
use portulan_model::roadmaps::{Roadmap, Version};
use portulan_model::schemes::Scheme;
use portulan_model::{
    ApplicationId, CommitteeId, LotId, MeetingId, MembershipId, PostId, Seat, Slug, TerritoryKey,
};
use serde::Serialize;

use super::sealed::{Parts, Record, Table, Values};
use super::{Kept, Name, Owned};
use crate::error::StoreError;
use crate::sources::{json, parsed};
use crate::sql;

/// Key, columns and record.
fn row(
    table: &'static str,
    key: &impl Name,
    columns: Values,
    record: &impl Serialize,
) -> Result<Values, StoreError> {
    let key = key.texts();
    let record = json(table, &key.join(" "), record)?;
    let key = key.into_iter().map(Some);
    Ok(key.chain(columns).chain([Some(record)]).collect())
}

macro_rules! kept {
    (
        $type:ty, $table:literal, $key:ty, $owner:ty,
        ($all:ident $one:ident $of:ident $add:ident $change:ident $remove:ident),
        |$this:ident| $name:expr, $columns:expr, $record:expr
    ) => {
        kept!(
            $type, $table, $key, Some(sql::$of),
            ($all $one $add $change $remove),
            |$this| $name, $columns, $record
        );

        impl Owned for $type {
            type Owner = $owner;
        }
    };
    (
        $type:ty, $table:literal, $key:ty, $of:expr,
        ($all:ident $one:ident $add:ident $change:ident $remove:ident),
        |$this:ident| $name:expr, $columns:expr, $record:expr
    ) => {
        impl Record for $type {
            const TABLE: Table = Table {
                name: $table,
                all: sql::$all,
                one: sql::$one,
                of: $of,
                add: sql::$add,
                change: sql::$change,
                remove: sql::$remove,
                parts: None,
            };

            fn values(&self) -> Result<Values, StoreError> {
                let $this = self;
                row($table, &self.key(), $columns, $record)
            }
        }

        impl Kept for $type {
            type Key = $key;

            fn key(&self) -> $key {
                let $this = self;
                $name
            }
        }
    };
}

kept!(
    Scheme, "scheme", Slug, None,
    (SCHEMES SCHEME ADD_SCHEME CHANGE_SCHEME REMOVE_SCHEME),
    |one| one.slug.clone(), vec![], one
);
kept!(
    Cluster, "cluster", Slug, None,
    (CLUSTERS CLUSTER ADD_CLUSTER CHANGE_CLUSTER REMOVE_CLUSTER),
    |one| one.slug.clone(), vec![], one
);
kept!(
    Sector, "sector", (Seat, Slug), Seat,
    (SECTORS SECTOR SECTORS_OF ADD_SECTOR CHANGE_SECTOR REMOVE_SECTOR),
    |one| (one.of.clone(), one.slug.clone()), vec![], one
);
kept!(
    Baseline, "baseline", Seat, None,
    (BASELINES BASELINE ADD_BASELINE CHANGE_BASELINE REMOVE_BASELINE),
    |one| one.of.clone(), vec![], &one.for_storage()
);
kept!(
    Body, "body", Slug, Seat,
    (BODIES BODY BODIES_OF ADD_BODY CHANGE_BODY REMOVE_BODY),
    |one| one.slug.clone(), vec![Some(one.seat.to_string())], one
);
kept!(
    BodyFile, "body_file", Slug, None,
    (BODY_FILES BODY_FILE ADD_BODY_FILE CHANGE_BODY_FILE REMOVE_BODY_FILE),
    |one| one.body.clone(), vec![after(one.forget_after())], &one.for_storage()
);
kept!(
    Membership, "membership", MembershipId, Slug,
    (MEMBERSHIPS MEMBERSHIP MEMBERSHIPS_OF ADD_MEMBERSHIP CHANGE_MEMBERSHIP REMOVE_MEMBERSHIP),
    |one| one.who().id,
    vec![Some(one.who().body.to_string()), Some(one.who().organisation.to_string()), Some(standing(one).to_owned())],
    one
);
kept!(
    Committee, "committee", CommitteeId, Slug,
    (COMMITTEES COMMITTEE COMMITTEES_OF ADD_COMMITTEE CHANGE_COMMITTEE REMOVE_COMMITTEE),
    |one| one.id, vec![Some(one.body.to_string())], one
);
kept!(
    Meeting, "meeting", MeetingId, Slug,
    (MEETINGS MEETING MEETINGS_OF ADD_MEETING CHANGE_MEETING REMOVE_MEETING),
    |one| one.id, vec![Some(one.body.to_string()), Some(begins(one).to_string())], one
);
kept!(
    Decision, "decision", DecisionRef, Slug,
    (DECISIONS DECISION DECISIONS_OF ADD_DECISION CHANGE_DECISION REMOVE_DECISION),
    |one| one.decision.clone(),
    {
        let follow_up = one.follow_up.as_ref();
        let due = follow_up.and_then(|what| what.due);
        let done = follow_up.and_then(|what| what.done);
        vec![Some(one.meeting.to_string()), due.map(|day| day.to_string()), done.map(|day| day.to_string())]
    },
    one
);
kept!(
    Envelope, "envelope", Slug, Slug,
    (ENVELOPES ENVELOPE ENVELOPES_OF ADD_ENVELOPE CHANGE_ENVELOPE REMOVE_ENVELOPE),
    |one| one.slug.clone(),
    vec![Some(one.body.to_string()), Some(one.amount.get().to_string())],
    one
);
kept!(
    Intention, "intention", Slug, Slug,
    (INTENTIONS INTENTION INTENTIONS_OF ADD_INTENTION CHANGE_INTENTION REMOVE_INTENTION),
    |one| one.slug.clone(),
    vec![Some(one.organisation.to_string()), Some(one.state.word().to_owned())],
    one
);
kept!(
    Post, "post", PostId, TerritoryKey,
    (POSTS POST POSTS_OF ADD_POST CHANGE_POST REMOVE_POST),
    |one| one.id, vec![Some(one.level.to_string())], one
);
kept!(
    PostFile, "post_file", PostId, None,
    (POST_FILES POST_FILE ADD_POST_FILE CHANGE_POST_FILE REMOVE_POST_FILE),
    |one| one.post, vec![after(one.forget_after())], &one.for_storage()
);

kept!(
    Call, "call", Slug, Slug,
    (CALLS CALL CALLS_OF ADD_CALL CHANGE_CALL REMOVE_CALL),
    |one| one.slug.clone(), vec![Some(one.followed_by.to_string()), closes(one)], one
);
kept!(
    CallFile, "call_file", Slug, None,
    (CALL_FILES CALL_FILE ADD_CALL_FILE CHANGE_CALL_FILE REMOVE_CALL_FILE),
    |one| one.call.clone(), vec![], one
);

kept!(
    Form, "call_form", Slug, None,
    (CALL_FORMS CALL_FORM ADD_CALL_FORM CHANGE_CALL_FORM REMOVE_CALL_FORM),
    |one| one.call.clone(), vec![], one
);

kept!(
    Panel, "call_panel", Slug, None,
    (CALL_PANELS CALL_PANEL ADD_CALL_PANEL CHANGE_CALL_PANEL REMOVE_CALL_PANEL),
    |one| one.call.clone(), vec![], one
);
kept!(
    Examination, "examination", ApplicationId, Slug,
    (EXAMINATIONS EXAMINATION EXAMINATIONS_OF ADD_EXAMINATION CHANGE_EXAMINATION REMOVE_EXAMINATION),
    |one| one.application, vec![Some(one.call.to_string())], one
);

impl Kept for Application {
    type Key = ApplicationId;

    fn key(&self) -> ApplicationId {
        self.id
    }
}

impl Owned for Application {
    type Owner = Slug;
}

const APPLICATION: &str = "application";

/// Its parties stand beside it too, so that an organisation finds its own.
impl Record for Application {
    const TABLE: Table = Table {
        name: APPLICATION,
        all: sql::APPLICATIONS,
        one: sql::APPLICATION,
        of: Some(sql::APPLICATIONS_OF),
        add: sql::ADD_APPLICATION,
        change: sql::CHANGE_APPLICATION,
        remove: sql::REMOVE_APPLICATION,
        parts: Some(Parts {
            all: sql::APPLICATION_PARTIES,
            of: sql::APPLICATION_PARTIES_OF,
            add: sql::ADD_APPLICATION_PARTY,
            remove: sql::REMOVE_APPLICATION_PARTIES,
        }),
    };

    fn values(&self) -> Result<Values, StoreError> {
        let columns = vec![
            Some(self.call.to_string()),
            Some(self.key.clone()),
            Some(self.stage().slug().to_owned()),
            Some(self.version.to_string()),
        ];
        row(APPLICATION, &self.id, columns, self)
    }

    fn parts(&self) -> Result<Vec<Values>, StoreError> {
        let id = self.id.to_string();
        let part = |(organisation, party): (&Slug, Party)| {
            vec![
                Some(id.clone()),
                Some(organisation.to_string()),
                Some(party.slug().to_owned()),
            ]
        };
        Ok(self.parties.all().map(part).collect())
    }
}

kept!(
    Dismissal, "dismissal", PairKey, Slug,
    (DISMISSALS DISMISSAL DISMISSALS_OF ADD_DISMISSAL CHANGE_DISMISSAL REMOVE_DISMISSAL),
    |one| one.pair(), vec![], one
);

kept!(
    PoolRecord, "pool", Slug, Slug,
    (POOLS POOL POOLS_OF ADD_POOL CHANGE_POOL REMOVE_POOL),
    |one| one.slug.clone(),
    vec![Some(one.body.to_string()), Some(one.stage.slug().to_owned())],
    one
);

kept!(
    Agreement, "agreement", Slug, Slug,
    (AGREEMENTS AGREEMENT AGREEMENTS_OF ADD_AGREEMENT CHANGE_AGREEMENT REMOVE_AGREEMENT),
    |one| one.slug.clone(),
    vec![Some(one.envelope.to_string()), Some(one.beneficiary.to_string())],
    one
);
kept!(
    Lot, "equipment_lot", LotId, Slug,
    (LOTS LOT LOTS_OF ADD_LOT CHANGE_LOT REMOVE_LOT),
    |one| one.id,
    vec![
        Some(one.owner.to_string()),
        one.paid_by.as_ref().map(|paid| paid.agreement.to_string()),
    ],
    one
);

impl Kept for Roadmap {
    type Key = Slug;

    fn key(&self) -> Slug {
        self.slug.clone()
    }
}

impl Owned for Roadmap {
    type Owner = Slug;
}

const ROADMAP: &str = "roadmap";

impl Record for Roadmap {
    const TABLE: Table = Table {
        name: ROADMAP,
        all: sql::ROADMAPS,
        one: sql::ROADMAP,
        of: Some(sql::ROADMAPS_OF),
        add: sql::ADD_ROADMAP,
        change: sql::CHANGE_ROADMAP,
        remove: sql::REMOVE_ROADMAP,
        parts: Some(Parts {
            all: sql::ROADMAP_VERSIONS,
            of: sql::ROADMAP_VERSIONS_OF,
            add: sql::ADD_ROADMAP_VERSION,
            remove: sql::REMOVE_ROADMAP_VERSIONS,
        }),
    };

    fn values(&self) -> Result<Values, StoreError> {
        let mut alone = self.clone();
        alone.versions.clear();
        let stage = self.state.stage().slug();
        row(
            ROADMAP,
            &self.slug,
            vec![Some(self.body.to_string()), Some(stage.to_owned())],
            &alone,
        )
    }

    fn parts(&self) -> Result<Vec<Values>, StoreError> {
        let of = |version: &Version| {
            let columns = vec![
                Some(version.number.to_string()),
                Some(version.on.to_string()),
                Some(version.stage.slug().to_owned()),
            ];
            row("roadmap_version", &self.slug, columns, version)
        };
        self.versions.iter().map(of).collect()
    }

    fn with_parts(mut self, parts: &[String]) -> Result<Self, StoreError> {
        let versions = parts.iter().map(|part| parsed("roadmap_version", part));
        self.versions = versions.collect::<Result<_, _>>()?;
        Ok(self)
    }
}

/// The word of the unique index: one that is not over for each organisation in each body.
fn standing(membership: &Membership) -> &'static str {
    match membership.standing() {
        Standing::Candidate => "candidate",
        Standing::Confirmed => "confirmed",
        Standing::Left => "left",
    }
}

/// When it begins; the first instant of the day where no hour is set.
fn begins(meeting: &Meeting) -> i64 {
    let set = match &meeting.state {
        MeetingState::Convened { convocation, .. }
        | MeetingState::Held { convocation, .. }
        | MeetingState::Approved { convocation, .. } => Some(convocation.begins),
        MeetingState::Planned { .. } | MeetingState::Cancelled { .. } => None,
    };
    let day = || meeting.day().and_time(NaiveTime::MIN).and_utc();
    set.unwrap_or_else(day).timestamp_millis()
}

/// When a call closes, where that is known.
fn closes(call: &Call) -> Option<String> {
    let closing = call.terms.timeline.closing()?;
    Some(closing.timestamp_millis().to_string())
}

/// The first instant after a day.
fn after(day: Option<chrono::NaiveDate>) -> Option<String> {
    let midnight = day?.and_time(NaiveTime::MIN).and_utc();
    let next = midnight.checked_add_signed(TimeDelta::days(1))?;
    Some(next.timestamp_millis().to_string())
}
