//! Files that come with the program: style, fonts, the module of the islands.
//!
//! The build writes them into one folder and puts a hash of the content into their names, so that a browser may keep
//! them for a year and a new release is never mixed with an old one. Which hash belongs to which file stands in
//! `hash.txt`, next to the program; where there is none (a test), the plain names are used.

use super::Web;
use axum::{
    http::{HeaderValue, StatusCode, header::CACHE_CONTROL},
    middleware::map_response,
    response::Response,
    routing::{MethodRouter, get_service},
};
use leptos::nonce::Nonce;
use std::{
    path::{Path, PathBuf},
    sync::Arc,
};
use tower_http::services::ServeDir;

/// Where the files are, and under which names.
#[derive(Clone, Debug)]
pub struct Files {
    folder: Arc<Path>,
    style: Arc<str>,
    script: Arc<str>,
    module: Arc<str>,
}

/// What every name begins with: `output-name` in `Cargo.toml`, given by the workspace's name there.
const NAME: &str = "verbale";

impl Files {
    /// The files in `folder`, with the hashes that `hashes` lists (lines such as `css: abc123`).
    pub fn new(folder: PathBuf, hashes: &str) -> Self {
        let named = |kind: &str| {
            let hash = hashes
                .lines()
                .find_map(|line| line.strip_prefix(kind)?.strip_prefix(": "));
            let hash = hash.map(|hash| format!("{}.", hash.trim())).unwrap_or_default();
            format!("/pkg/{NAME}.{hash}{kind}").into()
        };
        Self {
            folder: folder.into(),
            style: named("css"),
            script: named("js"),
            module: named("wasm"),
        }
    }

    /// Address of the style sheet.
    pub fn style(&self) -> Arc<str> {
        self.style.clone()
    }

    /// The script that wakes the islands of a page: loads the module and shows each island its element, outer before
    /// inner. Of all that it says, only the names differ from page to page.
    pub fn waking(&self, nonce: &Nonce) -> String {
        let (script, module) = (&self.script, &self.module);
        format!(
            "<script type=\"module\" nonce=\"{nonce}\">\n\
             import start, * as islands from \"{script}\";\n\
             await start({{ module_or_path: \"{module}\" }});\n\
             islands.hydrate();\n\
             for (const place of document.querySelectorAll(\"leptos-island\")) islands[place.dataset.component](place);\n\
             </script>"
        )
    }

    /// Files whose names change with their content.
    pub fn hashed(&self) -> MethodRouter<Web> {
        self.served("public, max-age=31536000, immutable")
    }

    /// Files whose names stay: a browser asks again after a week.
    pub fn others(&self) -> MethodRouter<Web> {
        self.served("public, max-age=604800")
    }

    /// The path of a request is the path below the site's folder; which paths come here at all is said in the list of
    /// doors.
    fn served(&self, how: &'static str) -> MethodRouter<Web> {
        let files = ServeDir::new(&self.folder)
            .append_index_html_on_directories(false)
            .precompressed_br();
        get_service(files).layer(map_response(move |file| cached(file, how)))
    }
}

/// A file that is there may be kept; that one is not there may change with the next release.
#[expect(clippy::unused_async, reason = "what map_response takes")]
async fn cached(mut file: Response, how: &'static str) -> Response {
    if file.status().is_success() || file.status() == StatusCode::NOT_MODIFIED {
        file.headers_mut().insert(CACHE_CONTROL, HeaderValue::from_static(how));
    }
    file
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_carry_the_hash_of_their_content() {
        let hashed = Files::new("site".into(), "js: a-1\nwasm: b_2\ncss: c3\n");
        assert_eq!(
            (&*hashed.style, &*hashed.script, &*hashed.module),
            ("/pkg/verbale.c3.css", "/pkg/verbale.a-1.js", "/pkg/verbale.b_2.wasm")
        );
        assert_eq!(&*Files::new("site".into(), "").style, "/pkg/verbale.css");
    }
}
