//! Pages, API and operation over HTTP.
