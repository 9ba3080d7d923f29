//! Folding, tokens, phone numbers, identifiers, e-mail, addresses of the web, French postal addresses.
