//! Minutes and decisions of a body on both engines: written by several, numbered once, followed up, published; what is of
//! another body is never reached, and nothing private leaves.

mod published;
mod taken;
mod world;
mod written;
