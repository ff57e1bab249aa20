//! The parts every command needs: the folder, the database, and the world made of them.

use super::Failure;
use crate::{
    chance::SystemChance,
    clock::SystemClock,
    config::Configuration,
    interchange::Formats,
    passwords::Argon2id,
    storage::{Sql, connect::Database},
};
use app::portal::ports::World;
use std::{fs, path::Path, sync::Arc};

/// An installation with its database open.
#[derive(Clone, Debug)]
pub struct Installation {
    /// Its database.
    pub database: Database,
    /// Its store.
    pub store: Sql,
}

impl Installation {
    /// Open it, and bring its database to the tables of this release.
    ///
    /// # Errors
    /// Where the folder or the database refuse.
    pub async fn open(configuration: &Configuration) -> Result<Self, Failure> {
        keep_private(&configuration.data)?;
        let database = Database::connect(configuration.database.reveal()).await?;
        database.migrate().await?;
        Ok(Self {
            store: Sql::on(database.clone()),
            database,
        })
    }

    /// The outside world of the portal.
    ///
    /// # Errors
    /// Where passwords cannot be hashed.
    pub fn world(&self) -> Result<World, Failure> {
        Ok(World {
            store: Arc::new(self.store.clone()),
            clock: Arc::new(SystemClock),
            chance: Arc::new(SystemChance),
            passwords: Arc::new(Argon2id::new()?),
            interchange: Arc::new(Formats),
        })
    }
}

/// The folder is for this program's user alone: filings lie in it in clear, and so does mail.
fn keep_private(folder: &Path) -> Result<(), Failure> {
    let done = fs::create_dir_all(folder).and_then(|()| only_mine(folder));
    done.map_err(|error| Failure::File(folder.display().to_string(), error))
}

#[cfg(unix)]
fn only_mine(folder: &Path) -> std::io::Result<()> {
    use std::os::unix::fs::PermissionsExt;
    let for_others = fs::metadata(folder)?.permissions().mode() & 0o077;
    if for_others == 0 {
        return Ok(());
    }
    fs::set_permissions(folder, fs::Permissions::from_mode(0o700))
}

#[cfg(not(unix))]
fn only_mine(_: &Path) -> std::io::Result<()> {
    Ok(())
}
