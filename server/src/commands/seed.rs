//! `verbale seed --demo`: the demonstration, once.

use super::{Failure, Installation};
use crate::{config::Configuration, seed};

/// Load the demonstration into an empty portal, and print its accounts, this once: only hashes of passwords are kept.
///
/// # Errors
/// Where the database refuses.
pub async fn seed(configuration: &Configuration) -> Result<(), Failure> {
    let installation = Installation::open(configuration).await?;
    let loaded = seed::load(&installation.world()?).await;
    installation.database.close().await;
    match loaded? {
        Some(accounts) => print!("{}", seed::table(&accounts)),
        None => println!("There are people here already: the demonstration is loaded once, into an empty portal."),
    }
    Ok(())
}
