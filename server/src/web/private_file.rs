//! A file that is not for everyone, as an answer: to be saved, and kept by nobody on the way.

use axum::{
    http::header::{CACHE_CONTROL, CONTENT_DISPOSITION, CONTENT_TYPE},
    response::{IntoResponse, Response},
};

/// The file, to be saved under this name, which is one of ours: without quotes.
pub fn private_file(media_type: &str, name: &str, bytes: Vec<u8>) -> Response {
    let saved = format!("attachment; filename=\"{name}\"");
    let headers = [
        (CONTENT_TYPE, media_type),
        (CONTENT_DISPOSITION, saved.as_str()),
        (CACHE_CONTROL, "no-store"),
    ];
    (headers, bytes).into_response()
}
