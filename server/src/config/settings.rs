//! The table of settings.

/// A setting: the same name as a flag and in a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Setting {
    /// Its name: `--listen`, and `listen = …` in a file.
    pub name: &'static str,
    /// Its names in the environment, the first that is set counts.
    pub environment: &'static [&'static str],
    /// What stands for its value in the help; empty for a switch, which needs none.
    pub value: &'static str,
    /// What it is.
    pub about: &'static str,
    /// Whether it may be a flag: a password may not, since everyone on the machine can read flags.
    pub is_flag: bool,
}

const fn setting(
    name: &'static str,
    environment: &'static [&'static str],
    value: &'static str,
    about: &'static str,
) -> Setting {
    Setting {
        name,
        environment,
        value,
        about,
        is_flag: true,
    }
}

/// The setting that names the file with the others.
pub(super) const FILE: &str = "config";

/// Every setting, in the order of the help.
#[rustfmt::skip]
pub const SETTINGS: [Setting; 22] = [
    setting(FILE, &["VERBALE_CONFIG"], "FILE", "A file with settings, in TOML"),
    setting("listen", &["VERBALE_LISTEN", "LEPTOS_SITE_ADDR"], "ADDRESS", "Where to listen [127.0.0.1:3000]"),
    setting("data", &["VERBALE_DATA"], "FOLDER", "Where everything is kept [~/.local/share/verbale]"),
    setting("database-url", &["DATABASE_URL"], "URL", "sqlite://… or postgres://… [a file in the data folder]"),
    setting("database-url-file", &["DATABASE_URL_FILE"], "FILE", "A file with the address of the database"),
    setting("public-url", &["VERBALE_PUBLIC_URL"], "URL", "Where browsers reach the portal [http:// and the address above]"),
    setting("proxies", &["VERBALE_PROXIES"], "NUMBER", "How many reverse proxies of yours stand in front [0]"),
    setting("posts", &["VERBALE_POSTS"], "NUMBER", "How many forms one person may post in a minute; 0: any number [60]"),
    setting("smtp-url", &["VERBALE_SMTP_URL"], "URL", "The mail server: smtps://user@host, smtp://user@host:587?tls=required"),
    Setting { is_flag: false, ..setting("smtp-password", &["VERBALE_SMTP_PASSWORD"], "PASSWORD", "The password there") },
    setting("smtp-password-file", &["VERBALE_SMTP_PASSWORD_FILE"], "FILE", "A file with the password there"),
    setting("mail-folder", &["VERBALE_MAIL_FOLDER"], "FOLDER", "Where mail is written where there is no server [mail, in the data folder]"),
    setting("mail-from", &["VERBALE_MAIL_FROM"], "SENDER", "Whom mail is from [Verbale <no-reply@…>]"),
    setting("operator", &["VERBALE_OPERATOR"], "NAME", "Who operates the portal, as the public reads it"),
    setting("secretariat", &["VERBALE_SECRETARIAT"], "NAME", "The secretariat, as its letters are signed [The secretariat]"),
    setting("secretariat-head", &["VERBALE_SECRETARIAT_HEAD"], "NAME", "Who heads it, and signs once a day has passed [The head of the secretariat]"),
    setting("demonstration", &["VERBALE_DEMONSTRATION"], "", "Say on every page that this is a demonstration [true]"),
    setting("pseudo-locale", &["VERBALE_PSEUDO_LOCALE"], "", "Show pages from right to left, to try their layout"),
    setting("site", &["VERBALE_SITE", "LEPTOS_SITE_ROOT"], "FOLDER", "Style, fonts and scripts [site, next to the program]"),
    setting("fonts", &["VERBALE_FONTS"], "FOLDERS", "Where reports as PDF find their fonts, divided by colons [where Debian has Noto]"),
    setting("log", &["VERBALE_LOG"], "FILTER", "What to log [info]"),
    setting("log-format", &["VERBALE_LOG_FORMAT"], "FORMAT", "json or text [text at a terminal, else json]"),
];
