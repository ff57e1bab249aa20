//! One request over one connection, by somebody who knows what they do not know.
//!
//! A library would hide the difference that matters here: whether a request was never sent, or was sent and its answer
//! got lost. So this speaks HTTP itself, version 1.0, in which an answer ends where the connection does.

use std::time::Duration;
use tokio::{
    io::{AsyncReadExt, AsyncWriteExt},
    net::TcpStream,
    time::timeout,
};

/// How long to wait for an answer: longer than the server lets a request take.
const PATIENCE: Duration = Duration::from_secs(40);

/// What became of a request.
pub enum Fate {
    /// It was answered.
    Answered(Answer),
    /// Nobody was there to take it.
    NotSent,
    /// It was sent, and nothing came back: it may have been carried out, or not.
    Unknown,
}

/// An answer.
pub struct Answer {
    /// Its status.
    pub status: u16,
    head: String,
    /// What it holds; cut short where the line broke.
    pub body: String,
}

impl Answer {
    /// A header's value.
    pub fn header(&self, name: &str) -> Option<&str> {
        let lines = self.head.lines().filter_map(|line| line.split_once(':'));
        lines
            .into_iter()
            .find(|(known, _)| known.eq_ignore_ascii_case(name))
            .map(|(_, value)| value.trim())
    }

    /// An answer of which at least the head came through.
    fn read(bytes: &[u8]) -> Option<Self> {
        let text = String::from_utf8_lossy(bytes);
        let (head, body) = text.split_once("\r\n\r\n")?;
        let status = head.split(' ').nth(1)?.parse().ok()?;
        Some(Self {
            status,
            head: head.to_owned(),
            body: body.to_owned(),
        })
    }
}

/// Asks this port of this machine.
pub async fn ask(port: u16, method: &str, path: &str, headers: &[(&str, &str)], body: &str) -> Fate {
    let Ok(mut line) = TcpStream::connect(("127.0.0.1", port)).await else {
        return Fate::NotSent;
    };
    let headers = headers
        .iter()
        .map(|(name, value)| format!("{name}: {value}\r\n"))
        .collect::<Vec<_>>()
        .concat();
    let length = body.len();
    let request = format!(
        "{method} {path} HTTP/1.0\r\nHost: 127.0.0.1:{port}\r\nAccept: text/html\r\nContent-Length: {length}\r\n\
         {headers}\r\n{body}"
    );
    let mut answer = Vec::new();
    let asked = async {
        line.write_all(request.as_bytes()).await?;
        line.read_to_end(&mut answer).await
    };
    // Whatever came before the line broke was said all the same.
    let _ = timeout(PATIENCE, asked).await;
    Answer::read(&answer).map_or(Fate::Unknown, Fate::Answered)
}
