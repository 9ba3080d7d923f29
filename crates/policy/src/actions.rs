//! What can be done. Each action is a type, so that a capability for one cannot be used for another.

/// Something that an actor may or may not do.
pub trait Action {
    /// Its name in the table of rights.
    const NAME: &'static str;
}

macro_rules! actions {
    ($($(#[$doc:meta])* $name:ident = $text:literal;)+) => {
        $(
            $(#[$doc])*
            #[derive(Debug, Clone, Copy)]
            pub enum $name {}

            impl Action for $name {
                const NAME: &'static str = $text;
            }
        )+

        /// The names of all actions.
        pub const ALL: &[&str] = &[$($text),+];
    };
}

actions! {
    /// See places and territories.
    ReadPlaces = "read-places";
    /// Take in a list of places.
    ImportPlaces = "import-places";
    /// Add a layer to the reference.
    ImportReference = "import-reference";
    /// Read the journal.
    ReadJournal = "read-journal";
    /// Write a copy of everything.
    Backup = "backup";
    /// Read a copy back.
    Restore = "restore";
    /// Open the operator's session.
    OpenSession = "open-session";
    /// Examine the installation.
    Diagnose = "diagnose";
    /// Add, change and remove sources.
    ManageSources = "manage-sources";
    /// See sources, their runs and reports.
    ReadHarvest = "read-harvest";
    /// Start a run; approve or abandon one that waits.
    RunHarvest = "run-harvest";
    /// See the pairs that wait, and decide them.
    ReviewLinks = "review-links";
    /// Merge places, undo, split.
    MergePlaces = "merge-places";
    /// Write mails to people, and send them.
    SendMail = "send-mail";
    /// See which mails left, and what they say.
    ReadMail = "read-mail";
}
