//! A file that is too large to be held in memory: read piece by piece, all of it or the part that is asked for.
//!
//! One part at a time (RFC 9110, 14): who asks for several at once gets all of it, as the standard lets a server do. The
//! file has no name, so that nothing is left of it when it is no longer needed, or when the program ends badly.

use super::answer::{About, say};
use axum::{
    body::{Body, Bytes},
    http::{
        HeaderMap, Method, StatusCode,
        header::{ACCEPT_RANGES, CONTENT_LENGTH, CONTENT_RANGE, RANGE},
    },
    response::{IntoResponse, Response},
};
use futures_util::stream;
use std::{
    fs::File,
    io::{self, Read, Seek, SeekFrom},
    os::unix::fs::FileExt,
    sync::Arc,
};
use tokio::sync::mpsc;

/// How much is read at a time, in bytes.
const PIECE: usize = 64 * 1024;

/// A file that many read at once.
#[derive(Clone, Debug)]
pub struct Large {
    file: Arc<File>,
    length: u64,
    sha256: String,
}

impl Large {
    /// This file, so long and with this SHA-256 in hexadecimal.
    pub fn new(file: File, length: u64, sha256: String) -> Self {
        Self {
            file: Arc::new(file),
            length,
            sha256,
        }
    }

    /// A reader of it that stands at its beginning and disturbs no other.
    pub fn reader(&self) -> Reader {
        Reader {
            large: self.clone(),
            at: 0,
        }
    }

    /// The answer to a request: all of it, the part asked for, or that the asker has it.
    pub fn answer(&self, about: &About, method: &Method, asked: &HeaderMap) -> Response {
        let headers = about.headers(&self.sha256);
        let mut response = if about.is_known(asked, &self.sha256) {
            (StatusCode::NOT_MODIFIED, headers).into_response()
        } else {
            // A part is of what a GET would get (RFC 9110, 14.2).
            let may_be_part = method == Method::GET && about.is_same(asked, &self.sha256);
            let range = asked
                .get(RANGE)
                .filter(|_| may_be_part)
                .and_then(|range| range.to_str().ok());
            match range.and_then(|range| part(range, self.length)) {
                None => (headers, self.bytes(0, self.length)).into_response(),
                Some(Ok((from, to))) => {
                    let mut response = (headers, self.bytes(from, to + 1)).into_response();
                    *response.status_mut() = StatusCode::PARTIAL_CONTENT;
                    say(
                        &mut response,
                        CONTENT_RANGE,
                        &format!("bytes {from}-{to}/{}", self.length),
                    );
                    response
                }
                Some(Err(NotThere)) => {
                    let mut response = StatusCode::RANGE_NOT_SATISFIABLE.into_response();
                    say(&mut response, CONTENT_RANGE, &format!("bytes */{}", self.length));
                    response
                }
            }
        };
        say(&mut response, ACCEPT_RANGES, "bytes");
        response
    }

    fn bytes(&self, from: u64, end: u64) -> Response {
        let reader = Reader {
            large: self.clone(),
            at: from,
        };
        let body = in_pieces(reader.take(end - from));
        ([(CONTENT_LENGTH, end - from)], body).into_response()
    }
}

/// Reads a [`Large`] file from somewhere on.
#[derive(Clone, Debug)]
pub struct Reader {
    large: Large,
    at: u64,
}

impl Read for Reader {
    fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
        let read = self.large.file.read_at(into, self.at)?;
        self.at += read as u64;
        Ok(read)
    }
}

impl Seek for Reader {
    fn seek(&mut self, to: SeekFrom) -> io::Result<u64> {
        let at = match to {
            SeekFrom::Start(at) => Some(at),
            SeekFrom::End(by) => self.large.length.checked_add_signed(by),
            SeekFrom::Current(by) => self.at.checked_add_signed(by),
        };
        self.at = at.ok_or(io::ErrorKind::InvalidInput)?;
        Ok(self.at)
    }
}

/// What is read, piece by piece, as fast as it is taken.
fn in_pieces(read: impl Read + Send + 'static) -> Body {
    pieces(move |send| send_all(read, &send))
}

/// Sends what is read until it is over, or nobody listens any more.
pub fn send_all(mut read: impl Read, send: &Pieces) {
    loop {
        let mut piece = Vec::with_capacity(PIECE);
        let done = read.by_ref().take(PIECE as u64).read_to_end(&mut piece);
        if matches!(done, Ok(0)) {
            return;
        }
        let is_last = done.is_err();
        if send.blocking_send(done.map(|_| piece.into())).is_err() || is_last {
            return;
        }
    }
}

/// Where pieces go.
pub type Pieces = mpsc::Sender<io::Result<Bytes>>;

/// What `write` sends, on a thread where it may wait.
pub fn pieces(write: impl FnOnce(Pieces) + Send + 'static) -> Body {
    let (send, receive) = mpsc::channel(2);
    tokio::task::spawn_blocking(move || write(send));
    Body::from_stream(stream::unfold(receive, async |mut receive| {
        Some((receive.recv().await?, receive))
    }))
}

/// A part that begins after the end.
struct NotThere;

/// The first and last byte of the one part that is asked for; none where the request makes no sense or asks for several,
/// which is answered with everything.
fn part(range: &str, length: u64) -> Option<Result<(u64, u64), NotThere>> {
    let (from, to) = range.strip_prefix("bytes=")?.trim().split_once('-')?;
    let number = |text: &str| {
        text.bytes()
            .all(|byte| byte.is_ascii_digit())
            .then(|| text.parse::<u64>().ok())?
    };
    let last = length.checked_sub(1);
    let (from, to) = match (from, to) {
        ("", "") => return None,
        ("", most) => (length.saturating_sub(number(most)?), last),
        (from, "") => (number(from)?, last),
        (from, to) => {
            let (from, to) = (number(from)?, number(to)?);
            (from <= to).then_some(())?;
            (from, last.map(|last| last.min(to)))
        }
    };
    Some(to.filter(|to| from <= *to).map(|to| (from, to)).ok_or(NotThere))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What is sent of ten bytes.
    fn asked(range: &str) -> String {
        match part(range, 10) {
            Some(Ok((from, to))) => format!("{from}-{to}"),
            Some(Err(NotThere)) => "not there".to_owned(),
            None => "everything".to_owned(),
        }
    }

    #[test]
    fn a_part_is_within_what_is_there() {
        assert_eq!(asked("bytes=0-3"), "0-3");
        assert_eq!(asked("bytes=4-"), "4-9");
        assert_eq!(asked("bytes=-3"), "7-9");
        assert_eq!(asked("bytes=-99"), "0-9");
        assert_eq!(asked("bytes=8-99"), "8-9");
        for not_there in ["bytes=10-", "bytes=99-100", "bytes=-0"] {
            assert_eq!(asked(not_there), "not there", "{not_there}");
        }
        for nonsense in [
            "bytes=3-2",
            "bytes=-",
            "bytes=a-",
            "lines=0-1",
            "bytes=0-1,3-4",
            "bytes=+1-2",
            "bytes=1",
        ] {
            assert_eq!(asked(nonsense), "everything", "{nonsense}");
        }
        assert!(matches!(part("bytes=0-", 0), Some(Err(NotThere))));
    }
}
