//! What counts before what, and that everything wrong is said.

use super::{address::NotAnAddress, *};
use std::{env::temp_dir, fs};

fn values(pairs: &[(&str, &str)]) -> Values {
    pairs
        .iter()
        .map(|(name, value)| ((*name).to_owned(), (*value).to_owned()))
        .collect()
}

fn read(flags: &[(&str, &str)], environment: &[(&str, &str)]) -> Result<Configuration, Problems> {
    let mut environment = values(environment);
    environment.insert("HOME".to_owned(), "/home/amina".to_owned());
    Configuration::read(&values(flags), &environment)
}

/// A file of this test's own, gone when the test is over.
struct Scratch(PathBuf);

impl Scratch {
    fn new(name: &str, content: &str) -> Self {
        let path = temp_dir().join(format!("verbale-config-{}-{name}", std::process::id()));
        fs::write(&path, content).expect("a folder for temporary files");
        Self(path)
    }

    fn path(&self) -> &str {
        self.0.to_str().expect("a plain path")
    }
}

impl Drop for Scratch {
    fn drop(&mut self) {
        _ = fs::remove_file(&self.0);
    }
}

#[test]
fn where_nothing_is_said_it_serves_this_machine() {
    let configuration = read(&[], &[]).expect("sound");
    assert_eq!(configuration.listen.to_string(), "127.0.0.1:3000");
    assert_eq!(configuration.data, PathBuf::from("/home/amina/.local/share/verbale"));
    assert_eq!(
        configuration.database.reveal(),
        "sqlite:///home/amina/.local/share/verbale/verbale.sqlite"
    );
    assert_eq!(configuration.public.to_string(), "http://127.0.0.1:3000");
    assert!(!configuration.public.is_https());
    assert_eq!(configuration.proxies, 0);
    assert_eq!(configuration.posts, NonZeroU32::new(60));
    assert!(matches!(configuration.mail, Mail::Folder(folder) if folder == configuration.data.join("mail")));
    assert_eq!(configuration.from.to_string(), "Verbale <no-reply@localhost>");
    assert_eq!(configuration.names, Names::default());
    assert!(configuration.demonstration && !configuration.pseudo_locale);
    assert!(configuration.site.ends_with("site"));
    assert_eq!(configuration.fonts, [PathBuf::from("/usr/share/fonts/truetype/noto")]);
}

#[test]
fn fonts_may_lie_in_several_folders() {
    let configuration = read(&[("fonts", "/fonts:/more fonts")], &[]).expect("sound");
    assert_eq!(
        configuration.fonts,
        [PathBuf::from("/fonts"), PathBuf::from("/more fonts")]
    );
}

#[test]
fn flags_count_before_the_environment_and_that_before_the_file() {
    let file = Scratch::new(
        "order.toml",
        "listen = '127.0.0.1:1'\noperator = 'file'\nproxies = 3\ndata = '/file'\n",
    );
    let variables = [
        ("VERBALE_CONFIG", file.path()),
        ("VERBALE_LISTEN", "127.0.0.1:2"),
        ("VERBALE_OPERATOR", "environment"),
        ("VERBALE_POSTS", "0"),
        ("VERBALE_SECRETARIAT_HEAD", "Noor Lind"),
    ];
    let configuration = read(&[("listen", "127.0.0.1:3")], &variables).expect("sound");
    assert_eq!(configuration.listen.port(), 3);
    assert_eq!(configuration.operator, "environment");
    assert_eq!(configuration.names.head.as_deref(), Some("Noor Lind"));
    assert_eq!(configuration.names.secretariat, None);
    assert_eq!(configuration.proxies, 3);
    assert_eq!(configuration.posts, None, "as many as they like");
    assert_eq!(configuration.data, PathBuf::from("/file"));
}

#[test]
fn a_variable_set_to_nothing_is_not_set() {
    let variables = [
        ("DATABASE_URL", ""),
        ("VERBALE_SITE", ""),
        ("LEPTOS_SITE_ROOT", "/built"),
    ];
    let configuration = read(&[], &variables).expect("sound");
    assert!(configuration.database.reveal().starts_with("sqlite:"));
    assert_eq!(configuration.site, PathBuf::from("/built"));
}

#[test]
fn every_problem_is_said_at_once_and_where_it_was_given() {
    let file = Scratch::new("wrong.toml", "proxies = 'many'\npseudo-locale = [1]\ncolour = 'red'\n");
    let flags = [
        ("config", file.path()),
        ("listen", "here"),
        ("public-url", "http://portal.example"),
    ];
    let variables = [
        ("DATABASE_URL", "mysql://x"),
        ("VERBALE_SMTP_PASSWORD_FILE", "/nowhere/at/all"),
        ("VERBALE_MAIL_FROM", "nobody"),
        ("VERBALE_POSTS", "-1"),
        ("VERBALE_DEMONSTRATION", "perhaps"),
    ];
    let Problems(problems) = read(&flags, &variables).expect_err("a lot is wrong");
    let at: Vec<_> = problems
        .iter()
        .map(|problem| problem.at.replace(file.path(), "FILE"))
        .collect();
    assert_eq!(
        at,
        [
            "colour in FILE",
            "pseudo-locale in FILE",
            "--listen",
            "--public-url",
            "DATABASE_URL",
            "proxies in FILE",
            "VERBALE_POSTS",
            "VERBALE_SMTP_PASSWORD_FILE",
            "VERBALE_MAIL_FROM",
            "VERBALE_DEMONSTRATION",
        ]
    );
}

#[test]
fn a_secret_may_come_from_a_file_and_is_in_no_message() {
    let password = Scratch::new("password", "p@ss:wörd/1\n");
    let url = Scratch::new("url", "postgres://verbale:hidden@db.example/verbale\r\n");
    let variables = [
        ("DATABASE_URL_FILE", url.path()),
        ("VERBALE_SMTP_URL", "smtps://portal@mail.example"),
    ];
    let configuration = read(&[("smtp-password-file", password.path())], &variables).expect("sound");
    assert_eq!(
        configuration.database.reveal(),
        "postgres://verbale:hidden@db.example/verbale"
    );
    let Mail::Server(server) = &configuration.mail else {
        panic!("mail goes to a server")
    };
    assert_eq!(server.reveal(), "smtps://portal:p%40ss%3Aw%C3%B6rd%2F1@mail.example");
    assert_eq!(configuration.secret_files.len(), 2);
    let printed = format!("{configuration:?}");
    assert!(
        !printed.contains("hidden") && !printed.contains("p%40ss") && !printed.contains("p@ss"),
        "{printed}"
    );
}

#[test]
fn a_secret_is_given_once_and_the_nearer_place_counts() {
    let url = Scratch::new("nearer", "sqlite://from-file");
    let twice = [("DATABASE_URL", "sqlite://a"), ("DATABASE_URL_FILE", url.path())];
    let Problems(problems) = read(&[], &twice).expect_err("given twice");
    assert_eq!(problems[0].at, "DATABASE_URL");
    let nearer = read(&[("database-url-file", url.path())], &[("DATABASE_URL", "sqlite://a")]).expect("sound");
    assert_eq!(nearer.database.reveal(), "sqlite://from-file");
}

#[test]
fn a_public_address_is_https_or_this_machine() {
    for sound in [
        "https://portal.example",
        "https://portal.example:8443/",
        "http://localhost:3000",
        "http://[::1]:3000",
        "http://127.0.0.1",
    ] {
        let address: PublicAddress = sound.parse().expect(sound);
        assert_eq!(address.to_string(), sound.trim_end_matches('/'));
    }
    for open in [
        "http://portal.example",
        "http://0.0.0.0:3000",
        "http://192.0.2.1",
        "http://localhost.portal.example",
    ] {
        assert_eq!(open.parse::<PublicAddress>(), Err(NotAnAddress::InTheOpen), "{open}");
    }
    for wrong in [
        "",
        "portal.example",
        "ftp://portal.example",
        "https://portal.example/verbale",
        "https://a@portal.example",
        "https://portal.example/?a",
    ] {
        assert_eq!(wrong.parse::<PublicAddress>(), Err(NotAnAddress::Shape), "{wrong}");
    }
}

#[test]
fn every_setting_has_a_name_of_its_own() {
    let mut names: Vec<_> = SETTINGS
        .iter()
        .flat_map(|setting| setting.environment.iter().chain([&setting.name]))
        .collect();
    let all = names.len();
    names.sort_unstable();
    names.dedup();
    assert_eq!(names.len(), all);
}
