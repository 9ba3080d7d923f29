//! `bench`: measures, always against something in the same run.
//!
//! `search` puts a demanding question to a generated directory, to PostgreSQL with PostGIS, and over HTTP beside a bare
//! server that sends the same bytes. `geocode` counts how many written texts are placed right. `linkage` counts the
//! duplicates found of labelled files, beside Splink; `dedupe` the time that it takes, beside comparing every pair.
//! `freshness` judges what is said to be still true on what really changed. `levels` sets the page of levels beside
//! that of a place. `overlap` judges the comparison of plans on labelled pairs, beside two plain rules. `pools` sets what is
//! proposed to be pooled beside the greedy choice and a bound. Nothing is measured on made-up figures: what could not be
//! measured is said to be missing.

mod bare;
mod client;
mod dedupe;
mod freshness;
mod generate;
mod geocode;
mod governed;
mod levels;
mod linkage;
mod loaded;
mod overlap;
mod pools;
mod postgis;
mod process;
mod search;
mod served;
mod shift;
mod timing;
mod transform;
mod workload;

pub(crate) use bare::bare;
pub(crate) use dedupe::{DedupeArgs, dedupe};
pub(crate) use freshness::freshness;
pub(crate) use geocode::geocode;
pub(crate) use levels::{LevelsArgs, levels};
pub(crate) use linkage::{LinkageArgs, linkage};
pub(crate) use overlap::{OverlapArgs, overlap};
pub(crate) use pools::{PoolsArgs, pools};
pub(crate) use search::search;
pub(crate) use transform::transform;
