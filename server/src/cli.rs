//! The command line: what to do, and flags for the settings.
//!
//! The flags are made from the table of settings, so that a setting has the same name as a flag, in a file and in the
//! documentation that `verbale help` prints. They may stand before or after the command.

use crate::{
    check, commands,
    commands::Failure,
    config::{Configuration, SETTINGS, Setting, Values},
};
use clap::{Arg, ArgMatches, CommandFactory, FromArgMatches, Parser, Subcommand};
use std::ffi::OsString;

/// Verbale: the portal where States notify cyber incidents.
#[derive(Debug, Parser)]
#[command(name = "verbale", version)]
struct Program {
    #[command(subcommand)]
    task: Task,
}

/// What the program is told to do.
#[derive(Clone, Debug, PartialEq, Eq, Subcommand)]
pub enum Task {
    /// Bring the database up to date, and answer requests until told to stop
    Serve,
    /// Bring the database up to date, with the list of States
    Migrate,
    /// Fill an empty portal
    Seed {
        /// With invented States, people and filings; prints their accounts once
        #[arg(long, required = true)]
        demo: bool,
    },
    /// Invite somebody; prints the link once
    Invite {
        /// The e-mail address of an administrator
        #[arg(long, value_name = "EMAIL")]
        administrator: String,
        /// Their name
        #[arg(long)]
        name: String,
    },
    /// Say whether this installation is sound
    Check,
}

/// A command line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    /// What to do.
    pub task: Task,
    /// Settings given as flags.
    pub flags: Values,
}

/// What a command line says.
///
/// # Errors
/// What to print in its place, which may be the help that was asked for.
pub fn parse(arguments: impl IntoIterator<Item = OsString>) -> Result<Line, clap::Error> {
    let flags = SETTINGS.iter().filter(|setting| setting.is_flag);
    let matches = Program::command()
        .args(flags.map(flag))
        .try_get_matches_from(arguments)?;
    let Program { task } = Program::from_arg_matches(&matches)?;
    Ok(Line {
        task,
        flags: values(&matches),
    })
}

fn flag(setting: &Setting) -> Arg {
    let variable = setting.environment.first().copied().unwrap_or_default();
    let flag = Arg::new(setting.name)
        .long(setting.name)
        .global(true)
        .help(format!("{} ({variable})", setting.about));
    if setting.value.is_empty() {
        // With the equals sign, so that `--demonstration serve` is not read as a value.
        flag.num_args(0..=1)
            .require_equals(true)
            .default_missing_value("true")
            .value_name("BOOLEAN")
    } else {
        flag.value_name(setting.value)
    }
}

fn values(matches: &ArgMatches) -> Values {
    let flags = SETTINGS
        .iter()
        .filter(|setting| setting.is_flag)
        .map(|setting| setting.name);
    flags
        .filter_map(|name| Some((name.to_owned(), matches.get_one::<String>(name)?.clone())))
        .collect()
}

impl Task {
    /// Do it.
    ///
    /// # Errors
    /// Why it was not done.
    pub async fn run(self, configuration: &Configuration) -> Result<(), Failure> {
        match self {
            Self::Serve => commands::serve(configuration).await,
            Self::Migrate => commands::migrate(configuration).await,
            Self::Seed { demo: _ } => commands::seed(configuration).await,
            Self::Invite { administrator, name } => commands::invite(configuration, &administrator, &name).await,
            Self::Check => check::check(configuration).await,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parsed(line: &str) -> Result<Line, clap::Error> {
        parse(line.split(' ').map(OsString::from))
    }

    #[test]
    fn the_command_line_is_sound() {
        Program::command().args(SETTINGS.iter().map(flag)).debug_assert();
    }

    #[test]
    fn settings_stand_before_or_after_the_command() {
        for line in [
            "verbale --data /a serve --pseudo-locale",
            "verbale serve --pseudo-locale=true --data=/a",
        ] {
            let line = parsed(line).expect("sound");
            assert_eq!(line.task, Task::Serve);
            let flags = [("data", "/a"), ("pseudo-locale", "true")];
            assert_eq!(
                line.flags,
                flags.map(|(name, value)| (name.to_owned(), value.to_owned())).into()
            );
        }
    }

    #[test]
    fn a_password_is_no_flag_and_a_typing_error_is_no_command() {
        for line in [
            "verbale serve --smtp-password x",
            "verbale serv",
            "verbale",
            "verbale seed",
            "verbale invite --name Amina",
        ] {
            assert!(parsed(line).is_err(), "{line}");
        }
    }

    #[test]
    fn an_administrator_is_invited_by_address_and_name() {
        let line = parsed("verbale invite --administrator farid@portal.example --name Farid").expect("sound");
        let (administrator, name) = ("farid@portal.example".to_owned(), "Farid".to_owned());
        assert_eq!(line.task, Task::Invite { administrator, name });
    }
}
