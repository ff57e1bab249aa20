//! The log: what happened, in ids and codes, never in words of a filing.

use crate::config::{Configuration, LogFormat};
use std::io::{self, IsTerminal};
use tracing_subscriber::EnvFilter;

/// Begins to log, to standard error: as JSON for whatever collects it, as text for whoever sits in front of it.
pub fn begin(configuration: &Configuration) {
    let format = configuration.log_format.unwrap_or_else(|| {
        if io::stderr().is_terminal() {
            LogFormat::Text
        } else {
            LogFormat::Json
        }
    });
    let lines = tracing_subscriber::fmt()
        .with_env_filter(EnvFilter::new(&configuration.log))
        .with_writer(io::stderr);
    // Where somebody else already logs, as in a test, they go on.
    _ = match format {
        LogFormat::Json => lines.json().try_init(),
        LogFormat::Text => lines.compact().try_init(),
    };
}
