//! The one binary of Portulan. Only here are the environment read and exit codes decided.
//!
//! Exit codes: 0 done, 1 refused input (nothing changed), 2 wrong usage, 3 internal.

mod args;
mod commands;
mod outcome;
mod words;

use std::process::ExitCode;

use clap::Parser;

use crate::args::{BenchCommand, Cli, Command, HarvestCommand, ReferenceCommand};
use crate::outcome::Failure;

fn main() -> ExitCode {
    let cli = Cli::parse();
    let runtime = match tokio::runtime::Builder::new_multi_thread()
        .enable_all()
        .build()
    {
        Ok(runtime) => runtime,
        Err(error) => return Failure::internal("runtime", &error).report(),
    };
    let outcome = runtime.block_on(run(cli.command));
    // A list that is still on its way is not waited for: its run is ended by the sweep of the next start.
    runtime.shutdown_background();
    match outcome {
        Ok(()) => ExitCode::SUCCESS,
        Err(failure) => failure.report(),
    }
}

async fn run(command: Command) -> Result<(), Failure> {
    match command {
        Command::Demo { place, exposure } => commands::serve::demo(&place, &exposure).await,
        Command::Serve {
            place,
            exposure,
            mailing,
        } => commands::serve::serve(&place, &exposure, &mailing).await,
        Command::Import {
            file,
            source,
            place,
            json,
        } => commands::import::places(&place, &file, source.as_deref(), json).await,
        Command::Reference {
            command: ReferenceCommand::Import { file, place, json },
        } => commands::import::reference(&place, &file, json).await,
        Command::Territory { command } => commands::territory::run(command).await,
        Command::Harvest { command } => match command {
            HarvestCommand::Transform(args) => commands::harvest::transform(&args),
            HarvestCommand::Suggest { file, list } => commands::harvest::suggest(&file, &list),
        },
        Command::Dedupe(args) => commands::dedupe::dedupe(&args),
        Command::Overlap(args) => commands::overlap::overlap(&args),
        Command::Pools(args) => commands::pools::pools(&args),
        Command::Export { out, format, place } => {
            commands::export::export(&place, out.as_deref(), format).await
        }
        Command::Backup { file, place, json } => commands::copy::backup(&place, &file, json).await,
        Command::Restore {
            file,
            erasures,
            place,
            json,
        } => commands::copy::restore(&place, &file, erasures.as_deref(), json).await,
        Command::Files { command } => commands::files::run(command).await,
        Command::Mail { command } => commands::mail::run(&command).await,
        Command::User { command } => commands::user::run(&command).await,
        Command::Journal { command } => commands::journal::run(&command).await,
        Command::Migrate { from, to, json } => commands::copy::migrate(&from, &to, json).await,
        Command::Doctor {
            erasures,
            place,
            security,
            mailing,
            strength,
            json,
        } => {
            let served = (&security, &mailing, &strength);
            commands::doctor::doctor(&place, erasures.as_deref(), served, json).await
        }
        Command::Bench { command } => match command {
            BenchCommand::Search {
                places,
                seed,
                without_postgis,
                json,
            } => commands::bench::search(places, seed, !without_postgis, json).await,
            BenchCommand::Levels(args) => commands::bench::levels(args).await,
            BenchCommand::Linkage(args) => commands::bench::linkage(&args),
            BenchCommand::Dedupe(args) => commands::bench::dedupe(&args).await,
            BenchCommand::Overlap(args) => commands::bench::overlap(&args),
            BenchCommand::Pools(args) => commands::bench::pools(&args),
            BenchCommand::Freshness { shared, json } => commands::bench::freshness(&shared, json),
            BenchCommand::Transform { shared, json } => commands::bench::transform(&shared, json),
            BenchCommand::Bare => commands::bench::bare().await,
            BenchCommand::Geocode { file, place, json } => {
                commands::bench::geocode(&place, &file, json).await
            }
        },
    }
}
