//! Flags, environment and file, asked in this order; and what was found wrong while asking.

use super::{Problem, Problems, SETTINGS, Setting, settings::FILE};
use std::{collections::BTreeMap, fs, path::PathBuf, str::FromStr};

/// Values by name, as typed.
pub type Values = BTreeMap<String, String>;

/// What the environment says that concerns this program.
#[allow(
    clippy::disallowed_methods,
    reason = "this is the module that may read the environment"
)]
pub fn environment() -> Values {
    let names = SETTINGS
        .iter()
        .flat_map(|setting| setting.environment)
        .copied()
        .chain(["HOME", "XDG_DATA_HOME"]);
    names
        .filter_map(|name| Some((name.to_owned(), std::env::var_os(name)?.to_string_lossy().into_owned())))
        .collect()
}

/// A value and where it was given, to be named when something is wrong with it.
struct Given {
    value: String,
    at: String,
}

/// The three sources.
pub(super) struct Sources {
    flags: Values,
    environment: Values,
    file: Values,
    path: String,
    secret_files: Vec<PathBuf>,
    problems: Vec<Problem>,
}

/// One of the three, the one that counts first.
const SOURCES: [fn(&Sources, &Setting) -> Option<Given>; 3] = [Sources::flag, Sources::variable, Sources::line];

impl Sources {
    /// These flags and this environment, and the file that they name.
    pub fn of(flags: &Values, environment: &Values) -> Self {
        let mut sources = Self {
            flags: flags.clone(),
            environment: environment.clone(),
            file: Values::new(),
            path: String::new(),
            secret_files: Vec::new(),
            problems: Vec::new(),
        };
        if let Some(path) = sources.text(FILE) {
            sources.file(path);
        }
        sources
    }

    fn file(&mut self, path: String) {
        let table = fs::read_to_string(&path).map_err(|error| error.to_string());
        let table = table.and_then(|text| text.parse::<toml::Table>().map_err(|error| error.message().to_owned()));
        self.path = path;
        match table {
            Ok(table) => table
                .into_iter()
                .for_each(|(name, value)| self.line_of_file(name, value)),
            Err(why) => self.note(self.path.clone(), why),
        }
    }

    fn line_of_file(&mut self, name: String, value: toml::Value) {
        let at = format!("{name} in {}", self.path);
        if name == FILE || !SETTINGS.iter().any(|setting| setting.name == name) {
            return self.note(at, "there is no such setting".to_owned());
        }
        let text = match value {
            toml::Value::String(text) => text,
            toml::Value::Integer(number) => number.to_string(),
            toml::Value::Boolean(switch) => switch.to_string(),
            _ => return self.note(at, "a text, a whole number, true or false".to_owned()),
        };
        self.file.insert(name, text);
    }

    fn flag(&self, setting: &Setting) -> Option<Given> {
        let value = self.flags.get(setting.name)?.clone();
        Some(Given {
            value,
            at: format!("--{}", setting.name),
        })
    }

    /// A variable that is set to nothing is not set: that is how shells and containers take one away.
    fn variable(&self, setting: &Setting) -> Option<Given> {
        let set = |name: &&&str| self.environment.get(**name).is_some_and(|value| !value.is_empty());
        let name = setting.environment.iter().find(set)?;
        Some(Given {
            value: self.environment.get(*name)?.clone(),
            at: (*name).to_owned(),
        })
    }

    fn line(&self, setting: &Setting) -> Option<Given> {
        let value = self.file.get(setting.name)?.clone();
        Some(Given {
            value,
            at: format!("{} in {}", setting.name, self.path),
        })
    }

    fn given(&self, name: &str) -> Option<Given> {
        let setting = SETTINGS.iter().find(|setting| setting.name == name)?;
        SOURCES.iter().find_map(|source| source(self, setting))
    }

    /// The setting as typed.
    pub fn text(&self, name: &str) -> Option<String> {
        self.given(name).map(|given| given.value)
    }

    /// The setting as what it stands for; otherwise says what was `wanted`.
    pub fn parsed<T: FromStr>(&mut self, name: &str, wanted: &str) -> Option<T> {
        let given = self.given(name)?;
        let value = given.value.trim().parse().ok();
        if value.is_none() {
            self.note(given.at, wanted.to_owned());
        }
        value
    }

    /// Yes or no.
    pub fn switch(&mut self, name: &str) -> Option<bool> {
        let given = self.given(name)?;
        match given.value.trim() {
            "true" | "yes" | "on" | "1" => Some(true),
            "false" | "no" | "off" | "0" => Some(false),
            _ => {
                self.note(given.at, "true or false".to_owned());
                None
            }
        }
    }

    /// A secret: given as itself under the first name, or in a file that is given under the second.
    pub fn secret(&mut self, name: &str, in_file: &str) -> Option<String> {
        let [plain, path] = [name, in_file].map(|name| SETTINGS.iter().find(|setting| setting.name == name));
        for source in SOURCES {
            let [plain, path] = [plain, path].map(|setting| setting.and_then(|setting| source(self, setting)));
            match (plain, path) {
                (None, None) => {}
                (Some(plain), None) => return Some(plain.value),
                (None, Some(path)) => return self.in_file(path),
                (Some(plain), Some(path)) => {
                    self.note(plain.at, format!("is given a second time by {}", path.at));
                    return None;
                }
            }
        }
        None
    }

    /// The text in a file, without the line end that editors put there.
    fn in_file(&mut self, path: Given) -> Option<String> {
        self.secret_files.push(path.value.clone().into());
        match fs::read_to_string(&path.value) {
            Ok(text) => Some(text.trim_end_matches(['\r', '\n']).to_owned()),
            Err(error) => {
                self.note(path.at, format!("{}: {error}", path.value));
                None
            }
        }
    }

    /// The files in which secrets were found, or should have been.
    pub fn secret_files(&self) -> Vec<PathBuf> {
        self.secret_files.clone()
    }

    /// Something is wrong with this setting, wherever it was given.
    pub fn wrong(&mut self, name: &str, what: &str) {
        let at = self.given(name).map_or_else(|| name.to_owned(), |given| given.at);
        self.note(at, what.to_owned());
    }

    fn note(&mut self, at: String, what: String) {
        self.problems.push(Problem { at, what });
    }

    /// Whether nothing is wrong.
    pub fn problems(self) -> Result<(), Problems> {
        if self.problems.is_empty() {
            Ok(())
        } else {
            Err(Problems(self.problems))
        }
    }
}
