//! `verbale invite`: the first administrator, and whoever has to get in when no administrator can.

use super::{Failure, Installation};
use crate::config::Configuration;
use app::{
    portal::{
        accounts::{
            forms::{InviteForm, Mistake},
            invitation,
        },
        ports::StoreError,
    },
    routes,
};
use domain::people::Side;

/// Invite an administrator, and print the link, this once: only its hash is kept.
///
/// Whoever runs this program can read the whole database, so nobody is asked for a password here.
///
/// # Errors
/// Where it is no name or no address, or the address is somebody's already.
pub async fn invite(configuration: &Configuration, email: &str, name: &str) -> Result<(), Failure> {
    let form = InviteForm {
        name: name.to_owned(),
        email: email.to_owned(),
        side: Side::Administrator.code().to_owned(),
        nominated_by: "verbale invite".to_owned(),
        ..InviteForm::default()
    };
    let nomination = form
        .nomination(&[])
        .map_err(|mistakes| Failure::Invite(wrong(&mistakes)))?;
    let installation = Installation::open(configuration).await?;
    let invited = invitation::nominate(&installation.world()?, &nomination, None).await;
    installation.database.close().await;
    let link = match invited {
        Ok((_, link)) => link,
        Err(StoreError::Taken) => return Err(Failure::Invite("somebody has this e-mail address already")),
        Err(other) => return Err(other.into()),
    };
    println!(
        "{} can choose a password within {} days, once, at",
        nomination.name,
        invitation::USABLE_FOR / 86_400
    );
    println!("{}{}", configuration.public, routes::invitation(&link.token));
    Ok(())
}

fn wrong(mistakes: &[Mistake]) -> &'static str {
    if mistakes.contains(&Mistake::Email) {
        "that is not an e-mail address"
    } else {
        "that is not a name"
    }
}
