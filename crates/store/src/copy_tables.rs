//! The tables of harmonisation, seals and keys in copies: each row as the texts of its columns, numbers cast by the engine.

use sqlx::{ColumnIndex, Decode, Row, Type};

use crate::db::{Tx, on};
use crate::error::StoreError;
use crate::sql;

/// A table whose columns are texts and whole numbers.
pub(crate) struct Table {
    /// Its name.
    pub(crate) name: &'static str,
    select: &'static str,
    insert: &'static str,
}

/// In the order of copies.
pub(crate) const TABLES: [Table; 62] = [
    Table {
        name: "source",
        select: sql::SOURCE_ROWS,
        insert: sql::RESTORE_SOURCE,
    },
    Table {
        name: "harvest_run",
        select: sql::RUN_ROWS,
        insert: sql::RESTORE_RUN,
    },
    Table {
        name: "source_record",
        select: sql::BASE_ROWS,
        insert: sql::RESTORE_BASE,
    },
    Table {
        name: "link",
        select: sql::LINK_ROWS,
        insert: sql::RESTORE_LINK,
    },
    Table {
        name: "place_merge",
        select: sql::MERGE_ROWS,
        insert: sql::PUT_MERGE,
    },
    Table {
        name: "merge_member",
        select: sql::MEMBER_ROWS,
        insert: sql::PUT_MEMBER,
    },
    Table {
        name: "merged_place",
        select: sql::MERGED_PLACES,
        insert: sql::HIDE_PLACE,
    },
    Table {
        name: "own_record",
        select: sql::OWN_ROWS,
        insert: sql::PUT_OWN,
    },
    Table {
        name: "journal_seal",
        select: sql::SEAL_ROWS,
        insert: sql::RESTORE_SEAL,
    },
    Table {
        name: "person_key",
        select: sql::PERSON_KEY_ROWS,
        insert: sql::RESTORE_PERSON_KEY,
    },
    Table {
        name: "organisation",
        select: sql::ORGANISATION_ROWS,
        insert: sql::ADD_ORGANISATION,
    },
    Table {
        name: "organisation_place",
        select: sql::ORGANISATION_PLACES,
        insert: sql::ADD_ORGANISATION_PLACE,
    },
    Table {
        name: "scheme",
        select: sql::SCHEME_ROWS,
        insert: sql::ADD_SCHEME,
    },
    Table {
        name: "cluster",
        select: sql::CLUSTER_ROWS,
        insert: sql::ADD_CLUSTER,
    },
    Table {
        name: "sector",
        select: sql::SECTOR_ROWS,
        insert: sql::ADD_SECTOR,
    },
    Table {
        name: "baseline",
        select: sql::BASELINE_ROWS,
        insert: sql::ADD_BASELINE,
    },
    Table {
        name: "body",
        select: sql::BODY_ROWS,
        insert: sql::ADD_BODY,
    },
    Table {
        name: "body_file",
        select: sql::BODY_FILE_ROWS,
        insert: sql::ADD_BODY_FILE,
    },
    Table {
        name: "membership",
        select: sql::MEMBERSHIP_ROWS,
        insert: sql::ADD_MEMBERSHIP,
    },
    Table {
        name: "committee",
        select: sql::COMMITTEE_ROWS,
        insert: sql::ADD_COMMITTEE,
    },
    Table {
        name: "meeting",
        select: sql::MEETING_ROWS,
        insert: sql::ADD_MEETING,
    },
    Table {
        name: "decision",
        select: sql::DECISION_ROWS,
        insert: sql::ADD_DECISION,
    },
    Table {
        name: "roadmap",
        select: sql::ROADMAP_ROWS,
        insert: sql::ADD_ROADMAP,
    },
    Table {
        name: "roadmap_version",
        select: sql::ROADMAP_VERSION_ROWS,
        insert: sql::ADD_ROADMAP_VERSION,
    },
    Table {
        name: "post",
        select: sql::POST_ROWS,
        insert: sql::ADD_POST,
    },
    Table {
        name: "post_file",
        select: sql::POST_FILE_ROWS,
        insert: sql::ADD_POST_FILE,
    },
    Table {
        name: "call",
        select: sql::CALL_ROWS,
        insert: sql::ADD_CALL,
    },
    Table {
        name: "call_file",
        select: sql::CALL_FILE_ROWS,
        insert: sql::ADD_CALL_FILE,
    },
    Table {
        name: "call_form",
        select: sql::CALL_FORM_ROWS,
        insert: sql::ADD_CALL_FORM,
    },
    Table {
        name: "application",
        select: sql::APPLICATION_ROWS,
        insert: sql::ADD_APPLICATION,
    },
    Table {
        name: "application_party",
        select: sql::APPLICATION_PARTY_ROWS,
        insert: sql::ADD_APPLICATION_PARTY,
    },
    Table {
        name: "receipt",
        select: sql::RECEIPT_ROWS,
        insert: sql::ADD_RECEIPT,
    },
    Table {
        name: "call_panel",
        select: sql::CALL_PANEL_ROWS,
        insert: sql::ADD_CALL_PANEL,
    },
    Table {
        name: "examination",
        select: sql::EXAMINATION_ROWS,
        insert: sql::ADD_EXAMINATION,
    },
    Table {
        name: "envelope",
        select: sql::ENVELOPE_ROWS,
        insert: sql::RESTORE_ENVELOPE,
    },
    Table {
        name: "ledger_line",
        select: sql::LEDGER_LINE_ROWS,
        insert: sql::RESTORE_LEDGER_LINE,
    },
    Table {
        name: "intention",
        select: sql::INTENTION_ROWS,
        insert: sql::ADD_INTENTION,
    },
    Table {
        name: "pool",
        select: sql::POOL_ROWS,
        insert: sql::ADD_POOL,
    },
    Table {
        name: "pool_part",
        select: sql::POOL_PART_ROWS,
        insert: sql::CARRY_INTENTION,
    },
    Table {
        name: "agreement",
        select: sql::AGREEMENT_ROWS,
        insert: sql::ADD_AGREEMENT,
    },
    Table {
        name: "equipment_lot",
        select: sql::LOT_ROWS,
        insert: sql::ADD_LOT,
    },
    Table {
        name: "mail",
        select: sql::MAIL_ROWS,
        insert: sql::RESTORE_MAIL,
    },
    Table {
        name: "mail_refusal",
        select: sql::MAIL_REFUSAL_ROWS,
        insert: sql::RESTORE_MAIL_REFUSAL,
    },
    Table {
        name: "person",
        select: sql::PERSON_ROWS,
        insert: sql::RESTORE_PERSON,
    },
    Table {
        name: "identity",
        select: sql::IDENTITY_ROWS,
        insert: sql::RESTORE_IDENTITY,
    },
    Table {
        name: "passkey",
        select: sql::KEY_ROWS,
        insert: sql::RESTORE_KEY,
    },
    Table {
        name: "role_grant",
        select: sql::GRANT_ROWS,
        insert: sql::RESTORE_GRANT,
    },
    Table {
        name: "invitation",
        select: sql::INVITATION_ROWS,
        insert: sql::RESTORE_INVITATION,
    },
    Table {
        name: "proposal",
        select: sql::PROPOSAL_ROWS,
        insert: sql::RESTORE_PROPOSAL,
    },
    Table {
        name: "proposal_link",
        select: sql::PROPOSAL_LINK_ROWS,
        insert: sql::RESTORE_PROPOSAL_LINK,
    },
    Table {
        name: "draft",
        select: sql::DRAFT_ROWS,
        insert: sql::RESTORE_DRAFT,
    },
    Table {
        name: "day_notice",
        select: sql::NOTICE_ROWS,
        insert: sql::RESTORE_NOTICE,
    },
    Table {
        name: "turned_away",
        select: sql::TURNED_AWAY_ROWS,
        insert: sql::RESTORE_TURNED_AWAY,
    },
    Table {
        name: "campaign",
        select: sql::CAMPAIGN_ROWS,
        insert: sql::RESTORE_CAMPAIGN,
    },
    Table {
        name: "campaign_ask",
        select: sql::ASK_ROWS,
        insert: sql::RESTORE_ASK,
    },
    Table {
        name: "campaign_place",
        select: sql::ASKED_PLACE_ROWS,
        insert: sql::RESTORE_ASKED_PLACE,
    },
    Table {
        name: "mail_bounce",
        select: sql::BOUNCE_ROWS,
        insert: sql::RESTORE_BOUNCE,
    },
    Table {
        name: "census",
        select: sql::CENSUS_ROWS,
        insert: sql::RESTORE_CENSUS,
    },
    Table {
        name: "census_commune",
        select: sql::CENSUS_COMMUNE_ROWS,
        insert: sql::RESTORE_CENSUS_COMMUNE,
    },
    Table {
        name: "audience",
        select: sql::AUDIENCE_ROWS,
        insert: sql::RESTORE_AUDIENCE,
    },
    Table {
        name: "unanswered_call",
        select: sql::UNANSWERED_ROWS,
        insert: sql::RESTORE_UNANSWERED,
    },
    Table {
        name: "dismissal",
        select: sql::DISMISSAL_ROWS,
        insert: sql::ADD_DISMISSAL,
    },
];

/// A row as texts.
pub(crate) type Texts = Vec<Option<String>>;

impl Table {
    /// All rows, in order.
    pub(crate) async fn rows(&self, tx: &mut Tx) -> Result<Vec<Texts>, StoreError> {
        on!(tx, c => {
            let rows = sqlx::query(self.select).fetch_all(c).await?;
            rows.iter().map(texts).collect()
        })
    }

    /// Puts a row back.
    pub(crate) async fn insert(&self, tx: &mut Tx, row: Texts) -> Result<(), sqlx::Error> {
        on!(tx, c => {
            let mut query = sqlx::query(self.insert);
            for text in row {
                query = query.bind(text);
            }
            query.execute(c).await.map(drop)
        })
    }
}

fn texts<R: Row>(row: &R) -> Result<Texts, StoreError>
where
    usize: ColumnIndex<R>,
    for<'r> Option<String>: Decode<'r, R::Database> + Type<R::Database>,
{
    (0..row.len())
        .map(|column| Ok(row.try_get::<Option<String>, _>(column)?))
        .collect()
}
