//! `verbale check`: whether this installation is sound.
//!
//! Everything is looked at before anything is said, so that one run shows all there is to mend. What the configuration
//! itself refuses (an address that is none; plain http where others could listen) has been refused before.

use crate::{
    commands::Failure,
    config::{Configuration, Mail},
    storage::connect::Database,
};
use std::{fmt, fs, io, path::Path};

/// Something that was looked at.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    /// Whether it is in order.
    pub verdict: Verdict,
    /// What it is.
    pub about: &'static str,
    /// What was found.
    pub found: String,
}

/// What to make of a finding.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// In order.
    Sound,
    /// To know.
    Note,
    /// To mend.
    Trouble,
}

impl fmt::Display for Finding {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let verdict = match self.verdict {
            Verdict::Sound => "sound",
            Verdict::Note => "note",
            Verdict::Trouble => "TROUBLE",
        };
        write!(f, "{verdict:<8} {:<9} {}", self.about, self.found)
    }
}

fn sound(about: &'static str, found: impl Into<String>) -> Finding {
    Finding {
        verdict: Verdict::Sound,
        about,
        found: found.into(),
    }
}

fn note(about: &'static str, found: impl Into<String>) -> Finding {
    Finding {
        verdict: Verdict::Note,
        about,
        found: found.into(),
    }
}

fn trouble(about: &'static str, found: impl Into<String>) -> Finding {
    Finding {
        verdict: Verdict::Trouble,
        about,
        found: found.into(),
    }
}

/// Look, print what was found, and say whether the installation is sound.
///
/// # Errors
/// [`Failure::Unsound`] where something is to be mended.
pub async fn check(configuration: &Configuration) -> Result<(), Failure> {
    let findings = findings(configuration).await;
    for finding in &findings {
        println!("{finding}");
    }
    let is_sound = findings.iter().all(|finding| finding.verdict != Verdict::Trouble);
    if is_sound { Ok(()) } else { Err(Failure::Unsound) }
}

/// Everything there is to find.
pub async fn findings(configuration: &Configuration) -> Vec<Finding> {
    let mut findings = vec![folder("data", &configuration.data), is_private(&configuration.data)];
    findings.extend(secrets(configuration));
    findings.push(database(configuration).await);
    findings.push(mail(configuration));
    findings.push(site(configuration));
    findings.extend(addresses(configuration));
    findings.push(note(
        "accounts",
        "not for real filings: accounts have no second factor yet",
    ));
    findings
}

async fn database(configuration: &Configuration) -> Finding {
    let url = configuration.database.reveal();
    // Asking must not make what was asked for.
    let file = url.strip_prefix("sqlite://").and_then(|rest| rest.split('?').next());
    if let Some(file) = file.filter(|file| !Path::new(file).exists()) {
        return trouble("database", format!("{file} is not there: run `verbale migrate`"));
    }
    let Ok(database) = Database::connect(url).await else {
        return trouble("database", "it cannot be reached");
    };
    let pending = database.pending().await;
    database.close().await;
    match pending {
        Ok(pending) if pending.is_empty() => sound("database", "it answers and is up to date"),
        Ok(pending) => trouble(
            "database",
            format!("{} migrations are missing: run `verbale migrate`", pending.len()),
        ),
        Err(_) => trouble("database", "it cannot be read, or a newer release has changed it"),
    }
}

fn mail(configuration: &Configuration) -> Finding {
    match &configuration.mail {
        Mail::Server(_) => sound("mail", format!("it goes to a server, from {}", configuration.from)),
        // The folder is made with the first letter.
        Mail::Folder(path) if !path.exists() => note(
            "mail",
            format!("it will be written into {}, and sent nowhere", path.display()),
        ),
        Mail::Folder(path) => match writable(path) {
            Ok(()) => note(
                "mail",
                format!("it is written into {}, and sent nowhere", path.display()),
            ),
            Err(error) => trouble("mail", format!("{}: {error}", path.display())),
        },
    }
}

/// A folder that has to be there and take files.
fn folder(about: &'static str, path: &Path) -> Finding {
    match writable(path) {
        Ok(()) => sound(about, format!("{} takes files", path.display())),
        Err(error) => trouble(about, format!("{}: {error}", path.display())),
    }
}

/// The one way to know whether a folder takes files: permissions, quotas and read-only disks all have a say.
fn writable(folder: &Path) -> io::Result<()> {
    let file = folder.join(".verbale-check");
    fs::write(&file, [])?;
    fs::remove_file(file)
}

fn site(configuration: &Configuration) -> Finding {
    let path = configuration.site.display();
    if configuration.site.join("pkg").is_dir() {
        sound("site", format!("{path} has style and scripts"))
    } else {
        trouble("site", format!("{path} has no folder pkg: pages would have no style"))
    }
}

/// Whether the addresses, the proxies and the cookie fit together.
fn addresses(configuration: &Configuration) -> Vec<Finding> {
    let (public, proxies) = (&configuration.public, configuration.proxies);
    let everywhere = !configuration.listen.ip().is_loopback();
    let mut findings = Vec::new();
    if public.is_https() {
        findings.push(sound("cookie", "__Host-verbale, by https alone"));
    } else {
        findings.push(note("cookie", "verbale, by plain http: for this machine alone"));
    }
    findings.push(match (public.is_https(), proxies) {
        // This program speaks plain http: without a proxy nobody would take the https off.
        (true, 0) => trouble(
            "proxies",
            format!("{public} needs a proxy in front that ends TLS: say how many there are"),
        ),
        (false, 1..) => trouble(
            "proxies",
            format!("{public} is this machine, and X-Forwarded-For would be anybody's word"),
        ),
        (_, number) => sound("proxies", format!("{number} in front")),
    });
    findings.push(match (everywhere, public.is_https()) {
        (true, false) => trouble(
            "listen",
            format!("{} is reached from elsewhere, by plain http", configuration.listen),
        ),
        (true, true) => note(
            "listen",
            format!("{}: let nobody reach it but the proxy", configuration.listen),
        ),
        (false, _) => sound("listen", configuration.listen.to_string()),
    });
    findings
}

fn secrets(configuration: &Configuration) -> impl Iterator<Item = Finding> + '_ {
    configuration.secret_files.iter().map(|file| is_private(file))
}

/// Filings lie in the data folder in clear; a password in its file.
#[cfg(unix)]
fn is_private(path: &Path) -> Finding {
    use std::os::unix::fs::PermissionsExt;
    match fs::metadata(path).map(|found| found.permissions().mode() & 0o077) {
        Ok(0) => sound("access", format!("{} is for its owner alone", path.display())),
        Ok(_) => trouble(
            "access",
            format!("{} is open to others on this machine", path.display()),
        ),
        Err(error) => trouble("access", format!("{}: {error}", path.display())),
    }
}

#[cfg(not(unix))]
fn is_private(path: &Path) -> Finding {
    note("access", format!("{} should be for its owner alone", path.display()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::config::Values;

    fn configured(settings: &[(&str, &str)]) -> Configuration {
        let values: Values = settings
            .iter()
            .map(|(name, value)| ((*name).to_owned(), (*value).to_owned()))
            .collect();
        Configuration::read(
            &values,
            &Values::from([("HOME".to_owned(), "/nowhere/at/all".to_owned())]),
        )
        .expect("sound")
    }

    fn verdicts(settings: &[(&str, &str)]) -> Vec<Verdict> {
        addresses(&configured(settings))
            .into_iter()
            .map(|finding| finding.verdict)
            .collect()
    }

    #[test]
    fn cookie_proxies_and_addresses_have_to_fit_together() {
        use Verdict::{Note, Sound, Trouble};
        let public = ("public-url", "https://portal.example");
        assert_eq!(verdicts(&[]), [Note, Sound, Sound]);
        assert_eq!(verdicts(&[("proxies", "1")]), [Note, Trouble, Sound]);
        assert_eq!(verdicts(&[public, ("proxies", "1")]), [Sound, Sound, Sound]);
        assert_eq!(verdicts(&[public]), [Sound, Trouble, Sound]);
        assert_eq!(
            verdicts(&[public, ("proxies", "1"), ("listen", "0.0.0.0:3000")]),
            [Sound, Sound, Note]
        );
        let local = [("public-url", "http://localhost:3000"), ("listen", "0.0.0.0:3000")];
        assert_eq!(verdicts(&local), [Note, Sound, Trouble]);
    }

    #[tokio::test]
    async fn what_is_not_there_is_found_missing_and_not_made() {
        let configuration = configured(&[]);
        let findings = findings(&configuration).await;
        let in_trouble: Vec<_> = findings
            .iter()
            .filter(|finding| finding.verdict == Verdict::Trouble)
            .map(|finding| finding.about)
            .collect();
        assert_eq!(in_trouble, ["data", "access", "database", "site"]);
        assert!(!configuration.data.exists());
        assert!(
            findings
                .iter()
                .any(|finding| finding.found.contains("not for real filings"))
        );
    }
}
