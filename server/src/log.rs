//! The log: what happened, in ids and codes, never in words of a filing.
//!
//! A panic's message may quote what was worked on when it happened. So it is not written, only where it happened, and by
//! the span around it in which request.

use crate::config::{Configuration, LogFormat};
use std::{
    io::{self, IsTerminal},
    panic::{self, PanicHookInfo},
};
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
    panic::set_hook(Box::new(panicked));
}

/// A line for a panic: in which file, at which line of ours or of a library's.
pub fn panicked(panic: &PanicHookInfo<'_>) {
    let at = panic.location().map(ToString::to_string);
    tracing::error!(at, "a panic");
}
