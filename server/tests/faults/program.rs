//! The program itself, as it is installed: on a folder of its own and a free port, begun and killed from outside.

use super::line::{self, Fate};
use std::{
    collections::BTreeMap,
    fs::{self, File},
    net::TcpListener,
    path::{Path, PathBuf},
    process::{Child, Command, Stdio},
    time::{Duration, Instant},
};
use tokio::time::sleep;

/// How long it may take to be ready. Two of them may be starting on two busy cores.
const START: Duration = Duration::from_mins(1);

/// Passwords of the demonstration's accounts, by address.
pub type Passwords = BTreeMap<String, String>;

/// The program on a database. It ends with this value, without being asked.
pub struct Program {
    /// Where it listens, on the loopback address.
    pub port: u16,
    folder: PathBuf,
    database: String,
    process: Option<Child>,
}

impl Program {
    /// An installation in this folder, which is not yet running.
    pub fn installed(folder: PathBuf, database: &str) -> Self {
        fs::create_dir_all(&folder).expect("a folder");
        Self {
            port: free_port(),
            folder,
            database: database.to_owned(),
            process: None,
        }
    }

    /// Where its mail goes.
    pub fn mail(&self) -> PathBuf {
        self.folder.join("mail")
    }

    fn command(&self, task: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_verbale"));
        // Nothing of how whoever runs the tests has set up an installation of their own.
        command
            .env_clear()
            .args(task)
            .arg("--data")
            .arg(&self.folder)
            .args(["--database-url", &self.database]);
        command.args(["--listen", &format!("127.0.0.1:{}", self.port), "--log", "warn"]);
        // These people are quicker than any.
        command.args(["--posts", "0"]);
        command
    }

    /// Loads the demonstration.
    pub fn seed(&self) -> Passwords {
        let done = self.command(&["seed", "--demo"]).output().expect("the program runs");
        assert!(done.status.success(), "{}", String::from_utf8_lossy(&done.stderr));
        let table = String::from_utf8(done.stdout).expect("UTF-8");
        let words: Vec<&str> = table.split_whitespace().collect();
        let accounts = words.windows(2).filter(|pair| pair[0].contains('@'));
        accounts.map(|pair| (pair[0].to_owned(), pair[1].to_owned())).collect()
    }

    /// Begins to serve, without waiting for it.
    pub fn begin(&mut self) {
        let log = || {
            File::options()
                .create(true)
                .append(true)
                .open(self.log())
                .expect("a log")
        };
        let process = self
            .command(&["serve"])
            .stdin(Stdio::null())
            .stdout(log())
            .stderr(log())
            .spawn();
        self.process = Some(process.expect("the program runs"));
    }

    /// Serves, and is ready.
    pub async fn start(&mut self) {
        self.begin();
        let begun = Instant::now();
        while !self.is_ready().await {
            let ended = self
                .process
                .as_mut()
                .and_then(|process| process.try_wait().expect("a child of ours"));
            assert!(
                ended.is_none() && begun.elapsed() < START,
                "it does not start: {}",
                self.logged()
            );
            sleep(Duration::from_millis(20)).await;
        }
    }

    async fn is_ready(&self) -> bool {
        matches!(line::ask(self.port, "GET", "/readyz", &[], "").await, Fate::Answered(answer) if answer.status == 200)
    }

    /// `kill -9`: it learns nothing of it.
    pub fn kill(&mut self) {
        if let Some(mut process) = self.process.take() {
            process.kill().expect("a child of ours");
            process.wait().expect("a child of ours");
        }
    }

    fn log(&self) -> PathBuf {
        self.folder.join("log")
    }

    /// What it said.
    pub fn logged(&self) -> String {
        fs::read_to_string(self.log()).unwrap_or_default()
    }
}

impl Drop for Program {
    fn drop(&mut self) {
        self.kill();
    }
}

/// A port that nobody listens on.
fn free_port() -> u16 {
    let listener = TcpListener::bind("127.0.0.1:0").expect("a free port");
    listener.local_addr().expect("an address").port()
}

/// The names of the letters in a folder of mail.
pub fn letters_in(folder: &Path) -> Vec<String> {
    let Ok(files) = fs::read_dir(folder) else {
        return Vec::new();
    };
    let names = files.map(|file| file.expect("a file").file_name().to_string_lossy().into_owned());
    names
        .filter_map(|name| name.strip_suffix(".eml").map(str::to_owned))
        .collect()
}
