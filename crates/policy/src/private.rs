//! Which rights open what is private: those that were made to read it, each named here, and nothing else.
//!
//! `read-places` is everybody's, so that it must not be among them; a right to write shows nothing by itself.
//!
//! ```compile_fail
//! fn opens(right: impl portulan_model::private::OpensPrivate) {}
//! fn everybody(right: portulan_policy::Capability<portulan_policy::actions::ReadPlaces>) {
//!     opens(right);
//! }
//! ```
//!
//! ```
//! fn opens(right: impl portulan_model::private::OpensPrivate) {}
//! fn member(right: portulan_policy::Capability<portulan_policy::actions::ReadBody>) {
//!     opens(right);
//! }
//! ```

use portulan_model::private::OpensPrivate;

use crate::Capability;
use crate::actions::{ReadBaseline, ReadBody, ReadFollowUp, ReadHolder};

impl OpensPrivate for Capability<ReadBody> {}

impl OpensPrivate for Capability<ReadFollowUp> {}

impl OpensPrivate for Capability<ReadBaseline> {}

impl OpensPrivate for Capability<ReadHolder> {}
