//! What can be done. Each action is a type, so that a capability for one cannot be used for another.

/// Something that an actor may or may not do.
pub trait Action {
    /// Its name in the table of rights.
    const NAME: &'static str;
}

/// An action that asks for nobody but its actor.
pub trait Alone: Action {}

/// An action that whoever prepared its object may not do: money or publication is at stake.
pub trait Apart: Action {}

macro_rules! actions {
    ($($(#[$doc:meta])* $kind:ident $name:ident = $text:literal;)+) => {
        $(
            $(#[$doc])*
            #[derive(Debug, Clone, Copy)]
            pub enum $name {}

            impl Action for $name {
                const NAME: &'static str = $text;
            }

            impl $kind for $name {}
        )+

        /// The names of all actions.
        pub const ALL: &[&str] = &[$($text),+];

        /// The names of the actions that need somebody else than whoever prepared their object.
        pub fn all_apart() -> impl Iterator<Item = &'static str> {
            let kinds = [$(($text, stringify!($kind))),+];
            kinds.into_iter().filter(|(_, kind)| *kind == "Apart").map(|(name, _)| name)
        }

        /// Runs a macro once for each action that asks for nobody but its actor, and once for each of the others.
        #[cfg(test)]
        macro_rules! for_each_action {
            ($run:ident) => { $( $run!($kind $name); )+ };
        }
        #[cfg(test)]
        pub(crate) use for_each_action;
    };
}

actions! {
    /// See places and territories.
    Alone ReadPlaces = "read-places";
    /// Propose a place or a correction.
    Alone Propose = "propose";
    /// Take in a list of places.
    Alone ImportPlaces = "import-places";
    /// Add a layer to the reference.
    Alone ImportReference = "import-reference";
    /// Read the journal.
    Alone ReadJournal = "read-journal";
    /// Write a copy of everything.
    Alone Backup = "backup";
    /// Read a copy back.
    Alone Restore = "restore";
    /// Open the operator's session.
    Alone OpenSession = "open-session";
    /// Examine the installation.
    Alone Diagnose = "diagnose";
    /// See all accounts; open, close and erase them.
    Alone ManagePeople = "manage-people";
    /// See who holds a role here; give one and take it back.
    Alone GrantRoles = "grant-roles";
    /// Create organisations and say which places are theirs.
    Alone ManageOrganisations = "manage-organisations";
    /// Change what is known of an organisation.
    Alone EditOrganisation = "edit-organisation";
    /// Add, change and remove sources.
    Alone ManageSources = "manage-sources";
    /// See sources, their runs and reports.
    Alone ReadHarvest = "read-harvest";
    /// Start a run; approve or abandon one that waits.
    Alone RunHarvest = "run-harvest";
    /// See the pairs that wait, and decide them.
    Alone ReviewLinks = "review-links";
    /// Merge places, undo, split.
    Alone MergePlaces = "merge-places";
    /// Change what is known of a place, or say that it is still true.
    Alone EditPlace = "edit-place";
    /// See the proposals that wait, ask back, answer a correction.
    Alone Instruct = "instruct";
    /// Publish a place that somebody proposed.
    Apart PublishPlace = "publish-place";
    /// Ask many places whether what is known of them is still true.
    Alone RunCampaign = "run-campaign";
    /// Write mails to people, and send them.
    Alone SendMail = "send-mail";
    /// See which mails left, and what they say.
    Alone ReadMail = "read-mail";
    /// Create and end governing bodies; their founding documents and referents.
    Alone ManageBodies = "manage-bodies";
    /// Change what is known of a body.
    Alone EditBody = "edit-body";
    /// Confirm and decline candidates, give mandates, exclude a member.
    Alone ManageMembers = "manage-members";
    /// Convene committees, keep minutes, write decisions down.
    Alone HoldMeetings = "hold-meetings";
    /// Write the content of a roadmap.
    Alone WriteRoadmap = "write-roadmap";
    /// End a membership from the level above, one by right too.
    Alone RelieveMember = "relieve-member";
    /// Apply to a body for an organisation, and leave it.
    Alone JoinBody = "join-body";
    /// See agenda, minutes, drafts and refusals of a body.
    Alone ReadBody = "read-body";
    /// Say what an organisation thinks of what it is consulted on.
    Alone GiveOpinion = "give-opinion";
    /// Validate a roadmap by a decision.
    Apart ValidateRoadmap = "validate-roadmap";
    /// See the note that the level above keeps of a body.
    Alone ReadFollowUp = "read-follow-up";
    /// Write that note.
    Alone WriteFollowUp = "write-follow-up";
    /// Create, change and end schemes.
    Alone ManageSchemes = "manage-schemes";
    /// Create, change and end clusters and sectors.
    Alone ManageClusters = "manage-clusters";
    /// Say which services are offered, wished or refused, and by whom.
    Alone EditBaseline = "edit-baseline";
    /// See who refused what there, and why.
    Alone ReadBaseline = "read-baseline";
    /// Create, change and end posts.
    Alone ManagePosts = "manage-posts";
    /// See the names behind posts and referents.
    Alone ReadHolder = "read-holder";
    /// Write the calls that a body follows, their internal timetable and their proofs.
    Alone ManageCalls = "manage-calls";
    /// See the calls that a body prepares, and the positions of organisations on them.
    Alone ReadCalls = "read-calls";
    /// Write the note that the members of a body write together on a call.
    Alone WriteCallNote = "write-call-note";
    /// Say for an organisation whether it carries an answer to a call, takes part in one, or neither.
    Alone TakePosition = "take-position";
    /// Create envelopes; change their amount, their ceilings and what they pay for.
    Alone ManageEnvelopes = "manage-envelopes";
    /// See the lines of an envelope: who asked, who has what, and why.
    Alone ReadEnvelope = "read-envelope";
    /// Set money of an envelope aside for a request.
    Alone PromiseFunds = "promise-funds";
    /// Give money of an envelope.
    Apart GrantFunds = "grant-funds";
    /// Say that money was paid.
    Alone PayFunds = "pay-funds";
    /// Give money back to an envelope; undo a line that is wrong.
    Alone CorrectLedger = "correct-ledger";
    /// Fill in the applications of an organisation to calls that are held here; submit them, take them back.
    Alone Apply = "apply";
    /// See the applications that were submitted to the calls of a body.
    Alone ReadApplications = "read-applications";
    /// Say whether an application to a call of a body is admissible and eligible; keep notes with those who examine.
    Alone Examine = "examine";
    /// Mark an application to a call of a body; say that one is near to who asks.
    Alone Score = "score";
    /// Decide with the committee on an application to a call of a body; publish what was decided.
    Alone DecideApplications = "decide-applications";
    /// Say what a level thinks of an application that concerns its territory.
    Alone Advise = "advise";
    /// Say, change and withdraw what an organisation wishes to ask means for.
    Alone WriteIntentions = "write-intentions";
    /// See what an organisation wishes to ask means for; in a body, what was shown to those who lead it.
    Alone ReadIntentions = "read-intentions";
    /// Propose that intentions be carried as one request; change its terms, submit it, undo it.
    Alone ProposePools = "propose-pools";
    /// Agree to a pool for an organisation, and leave it.
    Alone JoinPools = "join-pools";
    /// See a pool: its parts, who agreed, what was done with it.
    Alone ReadPool = "read-pool";
    /// Write the agreements on money that was granted, and follow them: signature, payments, amendments, refunds.
    Alone WriteAgreements = "write-agreements";
    /// See the agreements of an organisation, and report on them for it.
    Alone ReportFunds = "report-funds";
    /// See what equipment is there, and what paid it.
    Alone ReadEquipment = "read-equipment";
    /// Write the inventory of the equipment of an organisation.
    Alone ManageEquipment = "manage-equipment";
    /// See what a scheme, a cluster or a body has to settle with what is above and beside it.
    Alone SeeGaps = "see-gaps";
    /// See which records overlap on the ground of a body; set a pair aside, with a reason, and take that back.
    Alone SettleOverlaps = "settle-overlaps";
}
