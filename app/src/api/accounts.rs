//! The doors of accounts: in and out, a password, and what administrators do.

use super::portal;
use crate::{
    error::PortalError,
    local_path::LocalPath,
    pages::places,
    portal::accounts::forms::{InviteForm, PasswordForm, StateForm},
    routes,
};
use domain::{ids::PersonId, people::Actor};
use leptos::prelude::*;
use leptos_axum::redirect;

/// Sign in, and go on to where the visitor was going.
#[server(prefix = "/do", endpoint = "sign-in")]
pub async fn sign_in(
    #[server(default)] email: String,
    #[server(default)] password: String,
    #[server(default)] next: String,
) -> Result<(), PortalError> {
    let actor = portal()?.sign_in(&email, password).await?;
    redirect(&onward(&next, &actor), false);
    Ok(())
}

/// Where the visitor was going, or the first of the places of their side.
fn onward(next: &str, actor: &Actor) -> String {
    let first = || {
        places::of(Some(actor))
            .first()
            .map_or(routes::HOME, |place| place.path)
            .to_owned()
    };
    next.parse::<LocalPath>()
        .map_or_else(|_| first(), |next| next.to_string())
}

/// Sign out.
#[server(prefix = "/do", endpoint = "sign-out")]
pub async fn sign_out() -> Result<(), PortalError> {
    portal()?.sign_out().await?;
    redirect(routes::SIGNED_OUT, false);
    Ok(())
}

/// Choose a password with the token of a link.
#[server(prefix = "/do", endpoint = "choose-password")]
pub async fn choose_password(
    token: String,
    #[server(default)] password: String,
    #[server(default)] again: String,
) -> Result<(), PortalError> {
    portal()?
        .choose_password(&token, PasswordForm { password, again })
        .await?;
    redirect(routes::PASSWORD_CHOSEN, false);
    Ok(())
}

/// Invite somebody.
#[server(prefix = "/do", endpoint = "invite")]
pub async fn invite(form: InviteForm) -> Result<(), PortalError> {
    let person = portal()?.invite(form).await?;
    redirect(&routes::person(person), false);
    Ok(())
}

/// Send somebody a new link.
#[server(prefix = "/do", endpoint = "invite-again")]
pub async fn invite_again(person: PersonId) -> Result<(), PortalError> {
    portal()?.invite_again(person).await?;
    redirect(&routes::person_after(person, "invited-again"), false);
    Ok(())
}

/// Give somebody other roles on their side.
#[server(prefix = "/do", endpoint = "change-roles")]
pub async fn change_roles(person: PersonId, #[server(default)] roles: Vec<String>) -> Result<(), PortalError> {
    portal()?.change_roles(person, &roles).await?;
    redirect(&routes::person_after(person, "roles-changed"), false);
    Ok(())
}

/// Let somebody in no longer.
#[server(prefix = "/do", endpoint = "deactivate")]
pub async fn deactivate(person: PersonId) -> Result<(), PortalError> {
    portal()?.deactivate(person).await?;
    redirect(&routes::person(person), false);
    Ok(())
}

/// Let somebody in again.
#[server(prefix = "/do", endpoint = "reactivate")]
pub async fn reactivate(person: PersonId) -> Result<(), PortalError> {
    portal()?.reactivate(person).await?;
    redirect(&routes::person(person), false);
    Ok(())
}

/// Change a State's entry, or add one.
#[server(prefix = "/do", endpoint = "put-state")]
pub async fn put_state(form: StateForm) -> Result<(), PortalError> {
    portal()?.put_state(form).await?;
    redirect(routes::STATES, false);
    Ok(())
}
