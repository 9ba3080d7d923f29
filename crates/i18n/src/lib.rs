//! Words of the screens: Fluent messages, dates, numbers.
