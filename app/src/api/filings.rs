//! The doors of filings: begin one, save a page, choose between two versions, give a command, note something.

use super::{
    onward::{self, Then},
    portal,
    posted::{self, Answers},
};
use crate::{
    error::PortalError,
    portal::{notes::Purpose, ports::Part},
};
use domain::{
    filing::Hash,
    form::Section,
    ids::{FilingReference, FormKey, Version},
    lifecycle::Command,
};
use leptos::{
    prelude::*,
    server_fn::codec::{MultipartData, MultipartFormData},
};
use leptos_axum::redirect;
use std::collections::BTreeMap;

/// Begin an empty draft.
#[server(prefix = "/do", endpoint = "open")]
pub async fn open(key: FormKey) -> Result<(), PortalError> {
    let receipt = portal()?.open(key).await?;
    redirect(&onward::after(&receipt), false);
    Ok(())
}

/// Begin a draft from a file: `key` and `file` of a multipart form.
#[server(prefix = "/do", endpoint = "import", input = MultipartFormData)]
pub async fn import(data: MultipartData) -> Result<(), PortalError> {
    let portal = portal()?;
    let (key, file) = posted::file(data).await?;
    let imported = portal.import(key, &file).await?;
    redirect(&onward::after_import(&imported), false);
    Ok(())
}

/// Begin a draft from a file's text, from a program that sends plain forms.
#[server(prefix = "/do", endpoint = "import-text")]
pub async fn import_text(key: FormKey, #[server(default)] text: String) -> Result<(), PortalError> {
    let imported = portal()?.import(key, text.as_bytes()).await?;
    redirect(&onward::after_import(&imported), false);
    Ok(())
}

/// Begin a draft from one of the events in the file that waits.
#[server(prefix = "/do", endpoint = "import-part")]
pub async fn import_part(key: FormKey, part: Part) -> Result<(), PortalError> {
    let imported = portal()?.import_part(key, part).await?;
    redirect(&onward::after_import(&imported), false);
    Ok(())
}

/// Keep what was typed on one page of the form, whatever it is.
#[server(prefix = "/do", endpoint = "save")]
pub async fn save(
    reference: FilingReference,
    page: Section,
    seen: Version,
    key: FormKey,
    #[server(default)] answers: Answers,
    #[server(default)] then: Then,
) -> Result<(), PortalError> {
    let portal = portal()?;
    let receipt = portal
        .save(&reference, page, seen, key, posted::answers(answers)?)
        .await?;
    redirect(&onward::after_save(&portal, &receipt, then).await?, false);
    Ok(())
}

/// Choose, field by field, between the draft and what was kept aside.
#[server(prefix = "/do", endpoint = "choose")]
pub async fn choose(
    reference: FilingReference,
    seen: Version,
    key: FormKey,
    #[server(default)] versions: BTreeMap<String, String>,
) -> Result<(), PortalError> {
    let portal = portal()?;
    let receipt = portal
        .choose(&reference, seen, key, &posted::chosen(&versions)?)
        .await?;
    redirect(&onward::after_save(&portal, &receipt, Then::Continue).await?, false);
    Ok(())
}

/// Hand the draft to the national authority.
#[server(prefix = "/do", endpoint = "send")]
pub async fn send_filing(reference: FilingReference, seen: Version, key: FormKey) -> Result<(), PortalError> {
    perform(&reference, seen, key, Command::Send).await
}

/// Let it out of the State, having seen the disclosure with this hash.
#[server(prefix = "/do", endpoint = "approve")]
pub async fn approve(
    reference: FilingReference,
    seen: Version,
    key: FormKey,
    disclosure: Hash,
) -> Result<(), PortalError> {
    perform(&reference, seen, key, Command::Approve { seen: disclosure }).await
}

/// Give it back to its drafters.
#[server(prefix = "/do", endpoint = "return")]
pub async fn return_filing(
    reference: FilingReference,
    seen: Version,
    key: FormKey,
    #[server(default)] why: String,
) -> Result<(), PortalError> {
    write(&reference, seen, key, Purpose::Return, &why).await
}

/// Begin to review it.
#[server(prefix = "/do", endpoint = "claim")]
pub async fn claim(reference: FilingReference, seen: Version, key: FormKey) -> Result<(), PortalError> {
    perform(&reference, seen, key, Command::Claim).await
}

/// Stop reviewing it, so that another may.
#[server(prefix = "/do", endpoint = "release")]
pub async fn release(reference: FilingReference, seen: Version, key: FormKey) -> Result<(), PortalError> {
    perform(&reference, seen, key, Command::Release).await
}

/// Ask the State, on a field or on the whole.
#[server(prefix = "/do", endpoint = "ask")]
pub async fn ask(
    reference: FilingReference,
    seen: Version,
    key: FormKey,
    #[server(default)] on: Option<String>,
    #[server(default)] question: String,
) -> Result<(), PortalError> {
    write(
        &reference,
        seen,
        key,
        Purpose::Ask(posted::on(&reference, on)?),
        &question,
    )
    .await
}

/// Say what changed in answer to the question.
#[server(prefix = "/do", endpoint = "answer")]
pub async fn answer(
    reference: FilingReference,
    seen: Version,
    key: FormKey,
    #[server(default)] answer: String,
) -> Result<(), PortalError> {
    write(&reference, seen, key, Purpose::Answer, &answer).await
}

/// Find it in order.
#[server(prefix = "/do", endpoint = "accept")]
pub async fn accept(reference: FilingReference, seen: Version, key: FormKey) -> Result<(), PortalError> {
    perform(&reference, seen, key, Command::Accept).await
}

/// Show the disclosure with this hash to everyone.
#[server(prefix = "/do", endpoint = "publish")]
pub async fn publish(
    reference: FilingReference,
    seen: Version,
    key: FormKey,
    disclosure: Hash,
) -> Result<(), PortalError> {
    perform(&reference, seen, key, Command::Publish { seen: disclosure }).await
}

/// Give it back to the reviewer who accepted it.
#[server(prefix = "/do", endpoint = "reopen")]
pub async fn reopen(
    reference: FilingReference,
    seen: Version,
    key: FormKey,
    #[server(default)] why: String,
) -> Result<(), PortalError> {
    write(&reference, seen, key, Purpose::Reopen, &why).await
}

/// Take it back.
#[server(prefix = "/do", endpoint = "withdraw")]
pub async fn withdraw(
    reference: FilingReference,
    seen: Version,
    key: FormKey,
    #[server(default)] why: String,
) -> Result<(), PortalError> {
    write(&reference, seen, key, Purpose::Withdraw, &why).await
}

/// Write a note among the secretariat.
#[server(prefix = "/do", endpoint = "add-note")]
pub async fn add_note(
    reference: FilingReference,
    key: FormKey,
    #[server(default)] text: String,
) -> Result<(), PortalError> {
    let receipt = portal()?.write_note(&reference, key, &text).await?;
    redirect(&onward::after(&receipt), false);
    Ok(())
}

/// What every command's door does once it knows the command.
async fn perform(
    reference: &FilingReference,
    seen: Version,
    key: FormKey,
    command: Command,
) -> Result<(), PortalError> {
    let receipt = portal()?.perform(reference, seen, key, command).await?;
    redirect(&onward::after(&receipt), false);
    Ok(())
}

/// The same for a command with words beside it.
async fn write(
    reference: &FilingReference,
    seen: Version,
    key: FormKey,
    purpose: Purpose,
    text: &str,
) -> Result<(), PortalError> {
    let receipt = portal()?.write(reference, seen, key, purpose, text).await?;
    redirect(&onward::after(&receipt), false);
    Ok(())
}
