//! Where letters go, whom they are from, and who signs them.

use super::{PublicAddress, Secret, Sources, address};
use crate::mail::Names;
use lettre::message::Mailbox;
use std::path::{Path, PathBuf};

/// Where mail goes.
#[derive(Clone, Debug)]
pub enum Mail {
    /// To a mail server, at `smtp://…` or `smtps://…`, its password included.
    Server(Secret),
    /// Into a folder, a file each.
    Folder(PathBuf),
}

/// Where mail goes: to a server, or into a folder.
pub(super) fn mail(sources: &mut Sources, data: &Path) -> Mail {
    let (url, folder) = (sources.text("smtp-url"), sources.text("mail-folder"));
    let password = sources.secret("smtp-password", "smtp-password-file");
    match (url, folder) {
        (Some(_), Some(_)) => sources.wrong("mail-folder", "mail goes either to a server or into a folder"),
        (None, _) if password.is_some() => sources.wrong("smtp-password", "there is no smtp-url it could belong to"),
        (None, folder) => return Mail::Folder(folder.map_or_else(|| data.join("mail"), PathBuf::from)),
        (Some(url), None) => match address::mail_server(&url, password.as_deref()) {
            Ok(url) => return Mail::Server(url),
            Err(why) => sources.wrong("smtp-url", &why.to_string()),
        },
    }
    Mail::Folder(PathBuf::new())
}

/// Whom mail is from.
pub(super) fn from(sources: &mut Sources, public: &PublicAddress) -> Mailbox {
    let default = || format!("Verbale <no-reply@{}>", public.mail_domain());
    let given = sources.text("mail-from").unwrap_or_else(default);
    given.parse().unwrap_or_else(|_| {
        sources.wrong("mail-from", "a sender, such as Verbale <no-reply@portal.example>");
        Mailbox::new(None, lettre::Address::new_dangerous("no-reply", "localhost"))
    })
}

/// Whose names stand under letters of the secretariat, where any are given.
pub(super) fn names(sources: &Sources) -> Names {
    let name = |setting: &str| sources.text(setting).filter(|name| !name.trim().is_empty());
    Names {
        secretariat: name("secretariat"),
        head: name("secretariat-head"),
    }
}
