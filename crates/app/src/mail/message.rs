//! What a mail can say: one variant per occasion, with what it is filled with. Texts are as people typed them.

use chrono::{DateTime, NaiveDate, Utc};
use portulan_model::means::calls::Threshold;
use portulan_model::posts::{Ending, PostKind};
use portulan_model::{ApplicationId, PostId, Slug};
use serde::{Deserialize, Serialize};

use super::code;
use super::meeting::{MeetingNews, MeetingTold};
use crate::secret::Key;
use crate::signed::Link;

/// What a mail says.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "message", rename_all = "kebab-case")]
pub enum Message {
    /// The link that opens a session.
    SignInLink {
        /// Opens the session.
        link: Link,
    },
    /// The code that is typed after a password.
    SignInCode {
        /// What the code is computed from: the outbox does not hold it.
        number: String,
        /// When it serves no more.
        expires: DateTime<Utc>,
    },
    /// Somebody is invited to make an account.
    Invitation {
        /// Who invites.
        by: String,
        /// Into which organisation.
        organisation: Option<String>,
        /// Makes the account.
        link: Link,
    },
    /// To the former address: another one has taken its place.
    AddressChanged,
    /// The password has changed.
    PasswordChanged,
    /// The link that sets a lost password again.
    Recovery {
        /// Sets it.
        link: Link,
    },
    /// A way into the account was added or removed.
    DoorChanged {
        /// Which change.
        change: DoorChange,
        /// How its owner calls it: the name of a key, that of a provider with the account there.
        name: String,
        /// Closes all sessions.
        link: Link,
    },
    /// Somebody came in with a browser that was not known.
    NewBrowser {
        /// What the browser says of itself.
        agent: String,
        /// When.
        at: DateTime<Utc>,
        /// Closes all sessions.
        link: Link,
    },
    /// A proposal has arrived, and its address must be proven.
    ProposalReceived {
        /// The place that it is about.
        place: String,
        /// Proves the address, and shows what becomes of the proposal.
        link: Link,
    },
    /// A proposal has its answer.
    ProposalAnswered {
        /// The place that it is about.
        place: String,
        /// The answer.
        answer: Answer,
        /// Why, in the words of whoever answered.
        reason: Option<String>,
        /// Shows the proposal.
        link: Option<Link>,
    },
    /// Something must be known before a proposal is answered.
    ProposalQuestion {
        /// The place that it is about.
        place: String,
        /// The question, in the words of whoever asks.
        question: String,
        /// Answers it.
        link: Link,
    },
    /// Are these places still right?
    CampaignDigest {
        /// Who is asked.
        organisation: String,
        /// Names of its places.
        places: Vec<String>,
        /// Answers for all of them.
        link: Link,
    },
    /// The same, for those that have not answered.
    CampaignReminder {
        /// Who is asked.
        organisation: String,
        /// Names of its places that wait.
        places: Vec<String>,
        /// Answers for all of them.
        link: Link,
    },
    /// A town hall is asked what there is in its commune.
    CensusRequest {
        /// Who asks.
        territory: String,
        /// Whose town hall.
        commune: String,
        /// The day by which all answer.
        day: NaiveDate,
        /// Answers for the whole commune.
        link: Link,
    },
    /// The same, for those that have not answered.
    CensusReminder {
        /// Who asks.
        territory: String,
        /// Whose town hall.
        commune: String,
        /// The day by which all answer.
        day: NaiveDate,
        /// Answers for the whole commune.
        link: Link,
    },
    /// An organisation is asked what it thinks of a roadmap, or of the services of a scheme.
    OpinionAsked {
        /// Who is asked.
        organisation: String,
        /// What it is about: a roadmap, a scheme, a cluster.
        title: String,
        /// The body that asks, of a roadmap.
        body: Option<String>,
        /// The last day on which one may answer.
        until: NaiveDate,
        /// The organisation, as its address has it.
        slug: Slug,
    },
    /// The money or the contract of a post ends soon.
    PostEnds {
        /// What the post is for.
        kind: PostKind,
        /// Where it works.
        host: String,
        /// What ends.
        what: Ending,
        /// The last day.
        on: NaiveDate,
        /// Which post.
        post: PostId,
    },
    /// A call closes soon.
    CallCloses {
        /// Its title.
        title: String,
        /// How long before.
        left: Threshold,
        /// The last instant at which one may answer.
        closing: DateTime<Utc>,
        /// Which call.
        call: Slug,
        /// Whether one answers in Portulan.
        #[serde(default)]
        here: bool,
    },
    /// A call to which somebody began to answer says something else than when they began.
    CallAmended {
        /// Its title.
        title: String,
        /// What changed, as those who hold it say it.
        what: String,
        /// Which call.
        call: Slug,
    },
    /// What was decided on an application can be read.
    CallDecided {
        /// The title of the call.
        title: String,
        /// The organisation through which they take part.
        organisation: Slug,
        /// Which application.
        application: ApplicationId,
    },
    /// An organisation in which somebody had a role was merged into another.
    OrganisationMerged {
        /// The one that is no more.
        organisation: String,
        /// The one that stays.
        into: String,
        /// Its address.
        slug: Slug,
        /// Whether they have their role there.
        keeps: bool,
    },
    /// The link that says what happens that very day: full, cancelled, somebody else.
    DayLink {
        /// Where.
        place: String,
        /// Which day.
        day: NaiveDate,
        /// Says it.
        link: Link,
    },
    /// A body meets, at another hour, or not at all.
    Meeting {
        /// When, where, and what for.
        about: Box<MeetingTold>,
    },
}

/// What was answered to a proposal.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Answer {
    /// All of it was taken.
    Accepted,
    /// Some of it was taken.
    Partly,
    /// It was about a place that is known under another record.
    Merged,
    /// Nothing of it was taken.
    Refused,
}

/// What became of a way into an account.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum DoorChange {
    /// A key was added.
    KeyAdded,
    /// A key was removed.
    KeyRemoved,
    /// An account with a provider was tied.
    ProviderAdded,
    /// It was untied.
    ProviderRemoved,
}

impl DoorChange {
    /// All changes.
    pub const ALL: [Self; 4] = [
        Self::KeyAdded,
        Self::KeyRemoved,
        Self::ProviderAdded,
        Self::ProviderRemoved,
    ];
}

/// A kind of mail that a person may want no more of.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum List {
    /// Requests to confirm places.
    Campaigns,
}

impl List {
    /// All lists.
    pub const ALL: [Self; 1] = [Self::Campaigns];

    /// Its word in storage and in links.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Campaigns => "campaigns",
        }
    }
}

impl Message {
    /// Its name: in the outbox, and in the ids of its words.
    #[must_use]
    pub fn template(&self) -> &'static str {
        match self {
            Self::SignInLink { .. } => "sign-in-link",
            Self::SignInCode { .. } => "sign-in-code",
            Self::Invitation { .. } => "invitation",
            Self::AddressChanged => "address-changed",
            Self::PasswordChanged => "password-changed",
            Self::Recovery { .. } => "recovery",
            Self::DoorChanged { .. } => "door-changed",
            Self::NewBrowser { .. } => "new-browser",
            Self::ProposalReceived { .. } => "proposal-received",
            Self::ProposalAnswered { .. } => "proposal-answered",
            Self::ProposalQuestion { .. } => "proposal-question",
            Self::CampaignDigest { .. } => "campaign-digest",
            Self::CampaignReminder { .. } => "campaign-reminder",
            Self::CensusRequest { .. } => "census-request",
            Self::CensusReminder { .. } => "census-reminder",
            Self::OpinionAsked { .. } => "opinion-asked",
            Self::PostEnds { .. } => "post-ends",
            Self::CallCloses { .. } => "call-closes",
            Self::CallAmended { .. } => "call-amended",
            Self::CallDecided { .. } => "call-decided",
            Self::OrganisationMerged { .. } => "organisation-merged",
            Self::DayLink { .. } => "day-link",
            Self::Meeting { about } => match about.what {
                MeetingNews::Convened => "meeting-convened",
                MeetingNews::Moved => "meeting-moved",
                MeetingNews::Cancelled => "meeting-cancelled",
            },
        }
    }

    /// What it opens.
    #[must_use]
    pub const fn link(&self) -> Option<&Link> {
        match self {
            Self::SignInCode { .. }
            | Self::AddressChanged
            | Self::PasswordChanged
            | Self::Meeting { .. }
            | Self::OpinionAsked { .. }
            | Self::PostEnds { .. }
            | Self::CallCloses { .. }
            | Self::CallAmended { .. }
            | Self::CallDecided { .. }
            | Self::OrganisationMerged { .. } => None,
            Self::ProposalAnswered { link, .. } => link.as_ref(),
            Self::SignInLink { link }
            | Self::Recovery { link }
            | Self::DoorChanged { link, .. }
            | Self::NewBrowser { link, .. }
            | Self::Invitation { link, .. }
            | Self::ProposalReceived { link, .. }
            | Self::ProposalQuestion { link, .. }
            | Self::CampaignDigest { link, .. }
            | Self::CampaignReminder { link, .. }
            | Self::CensusRequest { link, .. }
            | Self::CensusReminder { link, .. }
            | Self::DayLink { link, .. } => Some(link),
        }
    }

    /// The code that is read in it.
    #[must_use]
    pub fn code(&self, key: &Key) -> Option<String> {
        match self {
            Self::SignInCode { number, .. } => Some(code::of(key, number)),
            _ => None,
        }
    }

    /// Whether what it opens, or its code, serves no more.
    #[must_use]
    pub fn has_expired(&self, now: DateTime<Utc>) -> bool {
        match self {
            Self::SignInCode { expires, .. } => now >= *expires,
            Self::Meeting { about } => about.has_expired(now),
            Self::CallCloses { closing, .. } => now.timestamp() > closing.timestamp(),
            other => other.link().is_some_and(|link| link.has_expired(now)),
        }
    }

    /// The list that a person leaves to receive no more of these; none where the mail answers something they did.
    #[must_use]
    pub const fn list(&self) -> Option<List> {
        match self {
            Self::CampaignDigest { .. }
            | Self::CampaignReminder { .. }
            | Self::CensusRequest { .. }
            | Self::CensusReminder { .. } => Some(List::Campaigns),
            _ => None,
        }
    }
}
