//! What is logged while a test looks on.

use std::{
    io::{self, Write},
    sync::{Arc, Mutex},
};
use tracing::subscriber::{DefaultGuard, set_default};

/// The log of this thread, from when it began to when it is dropped.
pub struct Log {
    written: Written,
    _until: DefaultGuard,
}

#[derive(Clone, Default)]
struct Written(Arc<Mutex<Vec<u8>>>);

impl Write for Written {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0.lock().unwrap().write(bytes)
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

impl Log {
    /// From now on.
    pub fn begun() -> Self {
        let written = Written::default();
        let writer = written.clone();
        let lines = tracing_subscriber::fmt().json().with_writer(move || writer.clone());
        Self {
            written,
            _until: set_default(lines.finish()),
        }
    }

    /// What was written so far.
    pub fn text(&self) -> String {
        String::from_utf8(self.written.0.lock().unwrap().clone()).unwrap()
    }
}
