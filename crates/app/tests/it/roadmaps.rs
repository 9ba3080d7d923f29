//! Roadmaps: their forms, and their life on both engines.

mod form;
mod life;
mod world;
