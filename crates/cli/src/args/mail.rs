//! The options of `mail`.

use std::path::PathBuf;

use clap::Subcommand;

use super::Place;

#[derive(Debug, Subcommand)]
pub(crate) enum MailCommand {
    /// Read a notice of failure that a mail server sent back (RFC 3464): campaigns write to that address no more.
    Bounce {
        /// The notice; standard input when absent or `-`.
        file: Option<PathBuf>,
        #[command(flatten)]
        place: Place,
    },
}
