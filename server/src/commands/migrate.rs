//! `verbale migrate`: brings the database to the tables of this release.

use super::{Failure, Installation};
use crate::config::Configuration;

/// Bring the database up to date. Done twice, it changes nothing.
///
/// # Errors
/// Where the database refuses.
pub async fn migrate(configuration: &Configuration) -> Result<(), Failure> {
    let installation = Installation::open(configuration).await?;
    installation.database.close().await;
    println!("The database is up to date.");
    Ok(())
}
