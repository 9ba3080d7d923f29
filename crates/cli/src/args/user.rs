//! The options of `user`.

use chrono::NaiveDate;
use clap::{Args, Subcommand};

use super::Place;

/// A role on a node.
#[derive(Debug, Clone, Args)]
pub(crate) struct RoleArgs {
    /// Role: `operator`, `coordinator`, `place-manager`… (docs/rights.md).
    #[arg(long)]
    pub(crate) role: String,
    /// Node: `installation`, `commune-35238`, `structure-…`, `source-…`, `lieu-…`, `grappe-…`,
    /// `dispositif-…`, `gouvernance-…`.
    #[arg(long, default_value = "installation")]
    pub(crate) node: String,
    /// Last day of the role.
    #[arg(long, value_name = "AAAA-MM-JJ")]
    pub(crate) until: Option<NaiveDate>,
}

/// Where links that are printed lead.
#[derive(Debug, Clone, Args)]
pub(crate) struct Public {
    /// Address under which people reach the site.
    #[arg(long, value_name = "URL", default_value = "http://localhost:8080")]
    pub(crate) public_url: String,
}

#[derive(Debug, Subcommand)]
pub(crate) enum UserCommand {
    /// List accounts and roles.
    List {
        #[command(flatten)]
        place: Place,
        /// Print JSON.
        #[arg(long)]
        json: bool,
    },
    /// Open an account, without any role; prints a link by which the person comes in.
    Add {
        /// E-mail address.
        email: String,
        /// Name.
        #[arg(long)]
        name: String,
        #[command(flatten)]
        public: Public,
        #[command(flatten)]
        place: Place,
    },
    /// Invite a person to a role: a mail leaves by the outbox, and the link is printed too.
    Invite {
        /// E-mail address.
        email: String,
        #[command(flatten)]
        role: RoleArgs,
        #[command(flatten)]
        public: Public,
        #[command(flatten)]
        place: Place,
    },
    /// Give a role to a person who has an account.
    Give {
        /// E-mail address or id of the account.
        person: String,
        #[command(flatten)]
        role: RoleArgs,
        #[command(flatten)]
        place: Place,
    },
    /// Take a role back, by the id that `user list` shows.
    TakeBack {
        /// Id of the role.
        id: String,
        #[command(flatten)]
        place: Place,
    },
    /// Print a link by which a person comes in, once, for half an hour.
    Link {
        /// E-mail address or id of the account.
        person: String,
        #[command(flatten)]
        public: Public,
        #[command(flatten)]
        place: Place,
    },
    /// End all sessions of a person, and the links that let them in: a device was lost.
    SignOut {
        /// E-mail address or id of the account.
        person: String,
        #[command(flatten)]
        place: Place,
    },
    /// Forget all keys of a person who lost them, and end their sessions. A link lets them in, to add another.
    ForgetKeys {
        /// E-mail address or id of the account.
        person: String,
        #[command(flatten)]
        place: Place,
    },
    /// Erase an account for ever, at the request of the person.
    Erase {
        /// E-mail address or id of the account.
        person: String,
        #[command(flatten)]
        place: Place,
    },
}
