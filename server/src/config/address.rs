//! Addresses: where browsers reach the portal, and where its mail goes.

use super::Secret;
use axum::http::Uri;
use std::{fmt, net::IpAddr, str::FromStr};

/// Where browsers reach the portal: scheme, host and port, and nothing after.
///
/// Plain http is accepted for this machine alone. Anywhere else a session would travel in the open, and browsers would
/// take no `__Host-` cookie.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PublicAddress {
    https: bool,
    authority: String,
    host: String,
}

/// What is wrong with an address.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum NotAnAddress {
    /// It is not of the shape.
    #[error("an address such as https://portal.example, with nothing after the host")]
    Shape,
    /// It would let sessions travel in the open.
    #[error("http is for 127.0.0.1, [::1] and localhost alone: browsers elsewhere have to be given an https address")]
    InTheOpen,
    /// It is no address of a mail server.
    #[error("an address such as smtps://user@host or smtp://user@host:587?tls=required")]
    MailServer,
    /// There is a password and nobody it belongs to, or two passwords.
    #[error("where there is a password, the address names the user, as smtps://user@host, and no password")]
    User,
}

impl PublicAddress {
    /// This machine, at this port.
    pub(super) fn on_this_machine(port: u16) -> Self {
        Self {
            https: false,
            authority: format!("localhost:{port}"),
            host: "localhost".to_owned(),
        }
    }

    /// Whether browsers come by https.
    pub const fn is_https(&self) -> bool {
        self.https
    }

    /// Whether it can only be reached from this machine.
    pub fn is_loopback(&self) -> bool {
        let host = self.host.trim_start_matches('[').trim_end_matches(']');
        host == "localhost" || host.parse::<IpAddr>().is_ok_and(|address| address.is_loopback())
    }

    /// The host as the domain of an e-mail address; where it is a number, this machine's.
    pub(super) fn mail_domain(&self) -> &str {
        let is_number = self.host.starts_with('[') || self.host.parse::<IpAddr>().is_ok();
        if is_number { "localhost" } else { &self.host }
    }
}

impl FromStr for PublicAddress {
    type Err = NotAnAddress;

    fn from_str(text: &str) -> Result<Self, NotAnAddress> {
        let uri: Uri = text.trim().parse().map_err(|_| NotAnAddress::Shape)?;
        let https = match uri.scheme_str() {
            Some("https") => true,
            Some("http") => false,
            _ => return Err(NotAnAddress::Shape),
        };
        let authority = uri.authority().ok_or(NotAnAddress::Shape)?;
        if uri.path() != "/" || uri.query().is_some() || authority.as_str().contains('@') {
            return Err(NotAnAddress::Shape);
        }
        let address = Self {
            https,
            authority: authority.to_string(),
            host: authority.host().to_lowercase(),
        };
        if https || address.is_loopback() {
            Ok(address)
        } else {
            Err(NotAnAddress::InTheOpen)
        }
    }
}

impl fmt::Display for PublicAddress {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}://{}", if self.https { "https" } else { "http" }, self.authority)
    }
}

/// The address of a mail server with the password in it, as mail programs write it.
pub(super) fn mail_server(url: &str, password: Option<&str>) -> Result<Secret, NotAnAddress> {
    let (scheme, rest) = url.split_once("://").ok_or(NotAnAddress::MailServer)?;
    if !matches!(scheme, "smtp" | "smtps") || rest.is_empty() {
        return Err(NotAnAddress::MailServer);
    }
    let Some(password) = password else {
        return Ok(Secret::new(url));
    };
    let (user, host) = rest.split_once('@').ok_or(NotAnAddress::User)?;
    if user.is_empty() || user.contains(':') {
        return Err(NotAnAddress::User);
    }
    Ok(Secret::new(format!("{scheme}://{user}:{}@{host}", escaped(password))))
}

/// A password as part of an address: whatever could mean something there is written as its bytes (RFC 3986, 2.1).
fn escaped(password: &str) -> String {
    let byte = |byte: u8| match byte {
        b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' => char::from(byte).to_string(),
        _ => format!("%{byte:02X}"),
    };
    password.bytes().map(byte).collect()
}
