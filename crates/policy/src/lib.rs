//! Who may do what on which node: actor, action and object to a capability or a refusal with its reason.
