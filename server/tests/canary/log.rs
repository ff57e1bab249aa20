//! What the portal tells those who run it: its log, and its mails.

use crate::support::house::House;
use server::{
    clock::SystemClock,
    mail::{Carrier, Mail, Names},
};
use std::{
    env, fs,
    io::{self, Write},
    mem, process,
    sync::{Arc, Mutex},
};
use tracing::level_filters::LevelFilter;

/// Everything that is logged in this process, at every level: an operator may ask for all of it.
#[derive(Clone, Default)]
pub struct Log(Arc<Mutex<Vec<u8>>>);

impl Log {
    /// Begins to keep it.
    pub fn begin() -> Self {
        let log = Self::default();
        let kept = log.clone();
        let lines = tracing_subscriber::fmt()
            .with_max_level(LevelFilter::TRACE)
            .with_ansi(false);
        lines
            .with_writer(move || kept.clone())
            .try_init()
            .expect("nobody else logs here");
        log
    }

    /// What was logged since this was last asked.
    pub fn taken(&self) -> String {
        let bytes = mem::take(&mut *self.0.lock().expect("no panic while logging"));
        String::from_utf8_lossy(&bytes).into_owned()
    }
}

impl Write for Log {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0.lock().expect("no panic while logging").extend_from_slice(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

/// Every mail that is due, as it is sent.
pub async fn mails(house: &House) -> Vec<String> {
    let folder = env::temp_dir().join(format!("verbale-canary-{}-{:p}", process::id(), house));
    let mail = Mail {
        store: house.cast.store.clone(),
        clock: Arc::new(SystemClock),
        carrier: Carrier::Folder(folder.clone()),
        from: "Verbale <no-reply@portal.example>".parse().expect("a sender"),
        names: Names::default(),
        site: "https://portal.example".to_owned(),
    };
    while mail.send_next().await.expect("the store answers") {}
    let files = fs::read_dir(&folder)
        .expect("a folder")
        .map(|file| file.expect("a file").path());
    let mails = files.map(|file| fs::read_to_string(file).expect("a mail")).collect();
    fs::remove_dir_all(folder).expect("it can go");
    mails
}
