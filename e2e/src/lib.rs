//! What browser journeys and judges need: the built program on a free port, a browser, a plain HTTP client.
//!
//! The program is the one that `cargo build --release` (or `cargo build`) made; nothing here links it, so that what is
//! tested is what people run.

pub mod browser;
pub mod crawl;
pub mod ecoindex;
pub mod filled;
pub mod generated;
pub mod home;
pub mod http;
pub mod keyboard;
pub mod report;
pub mod site;
pub mod tools;
