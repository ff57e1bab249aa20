//! Everything in one file, and what is taken from it.
//!
//! The archive is made once for each edition of the public record, when somebody asks, and kept as a temporary file:
//! compressed, a publication weighs some two kilobytes in all its formats, and a hundred thousand of them are no thing to
//! hold in memory. It is made in a task of its own, so that who gives up waiting does not stop it; meanwhile the others
//! wait for the same one. Where an edition ends while its archive
//! is made, another is made, since what was withdrawn in between must not be in it.

use super::{
    Answered, NoData,
    answer::{About, Content},
    exported,
    file::{Large, pieces, send_all},
    openapi::Published,
    progress::bulk,
};
use crate::{
    interchange::export::{
        Format,
        archive::{Archive, Counted, Manifest},
        csv::Table,
        json,
    },
    web::{Web, visitor},
};
use app::{
    error::PortalError,
    portal::{Portal, ports::Edition, public::StateNames},
};
use axum::{
    body::Body,
    extract::State,
    http::{HeaderMap, Method, StatusCode, header::CONTENT_LENGTH},
    response::{IntoResponse, Response},
};
use domain::{
    ids::{PublicationReference, Timestamp},
    publication::Publication,
};
use std::{fs::File, sync::Arc};
use tempfile::tempfile;
use tokio::sync::Mutex;
use zip::{ZipArchive, result::ZipError};

const NAME: &str = "everything.zip";
const TABLE: &str = "publications.csv";

/// How many publications are in memory at a time while the archive is made.
const AT_ONCE: u64 = 200;

/// How often an edition may end while its archive is made, before nobody waits any longer.
const PATIENCE: usize = 5;

/// An archive and what is in it.
#[derive(Debug)]
struct Made {
    file: Large,
    manifest: Manifest,
    changed: Option<Timestamp>,
}

type Kept = Option<(Edition, Arc<Made>)>;

/// The archive that is kept.
#[derive(Clone, Debug, Default)]
pub struct Archives(Arc<Mutex<Kept>>);

impl Archives {
    async fn current(&self, web: &Web) -> Result<Arc<Made>, NoData> {
        let (kept, web) = (self.0.clone(), web.clone());
        let making = tokio::spawn(async move {
            let mut kept = kept.lock().await;
            let editions = &web.world.store;
            for _ in 0..PATIENCE {
                let edition = editions.public_edition();
                if let (Some(now), Some((of, made))) = (edition, &*kept)
                    && now == *of
                {
                    return Ok(made.clone());
                }
                let made = Arc::new(make(&web).await?);
                // Read after making as well: where it cannot be known, this is as right as a page rendered now.
                if editions.public_edition() == edition {
                    *kept = edition.map(|edition| (edition, made.clone()));
                    return Ok(made);
                }
            }
            Err(PortalError::Unavailable)
        });
        making.await.unwrap_or(Err(PortalError::Unavailable)).map_err(NoData)
    }
}

async fn make(web: &Web) -> Result<Made, PortalError> {
    let portal = visitor::nobody(web);
    let making = Making {
        web,
        states: portal.state_names().await?,
        portal,
    };
    making.everything().await
}

/// What is needed to make an archive.
struct Making<'a> {
    web: &'a Web,
    portal: Portal,
    states: StateNames,
}

impl Making<'_> {
    async fn everything(&self) -> Result<Made, PortalError> {
        let mut archive = Archive::begin(tempfile().map_err(|why| broken(why.into()))?);
        for schema in [Published::PUBLICATION, Published::REPORT] {
            archive.file(schema.file).map_err(broken)?;
            archive.add(&schema.schema(&self.web.settings.origin)).map_err(broken)?;
        }
        let mut counted = self.table(&mut archive).await?;
        for (name, format) in [
            ("publications.ndjson", Format::Json),
            ("publications.stix.ndjson", Format::Stix),
            ("publications.misp.ndjson", Format::Misp),
        ] {
            archive.file(name).map_err(broken)?;
            self.lines(&mut archive, format).await?;
        }
        let of_progress = bulk::add(self.web, &self.portal, &mut archive).await?;
        counted.reports = of_progress.reports;
        counted.changed = counted.changed.max(of_progress.changed);
        let (file, manifest) = archive.end(NAME, counted).map_err(broken)?;
        let itself = manifest.archive.clone().ok_or(PortalError::Unavailable)?;
        Ok(Made {
            file: Large::new(file, itself.bytes, itself.sha256),
            manifest,
            changed: counted.changed,
        })
    }

    /// The table, and how many publications are in it, and when the last of them changed.
    async fn table(&self, archive: &mut Archive<File>) -> Result<Counted, PortalError> {
        let (mut table, mut counted) = (Table::begin(), Counted::default());
        archive.file(TABLE).map_err(broken)?;
        let mut after = None;
        loop {
            let some = self.some(after).await?;
            exported(&some, &self.states, &self.web.settings.origin, |these| {
                for one in these {
                    counted.changed = counted.changed.max(Some(one.changed()));
                    table.add(*one);
                }
            })
            .map_err(|NoData(failure)| failure)?;
            counted.publications += some.len() as u64;
            archive.add(&table.take()).map_err(broken)?;
            match some.last() {
                Some(last) => after = Some(last.reference),
                None => return Ok(counted),
            }
        }
    }

    /// Every publication in one format, one to a line.
    async fn lines(&self, archive: &mut Archive<File>, format: Format) -> Result<(), PortalError> {
        let mut after = None;
        loop {
            let some = self.some(after).await?;
            let lines = exported(&some, &self.states, &self.web.settings.origin, |these| {
                these.iter().flat_map(|one| one.to_line(format)).collect::<Vec<u8>>()
            });
            archive
                .add(&lines.map_err(|NoData(failure)| failure)?)
                .map_err(broken)?;
            match some.last() {
                Some(last) => after = Some(last.reference),
                None => return Ok(()),
            }
        }
    }

    async fn some(&self, after: Option<PublicationReference>) -> Result<Vec<Publication>, PortalError> {
        self.portal.publications_after(after, AT_ONCE).await
    }
}

pub(super) fn broken(why: ZipError) -> PortalError {
    tracing::error!(%why, "the archive of everything could not be made");
    PortalError::Unavailable
}

/// Every publication in every format, and every progress report, in one ZIP.
///
/// CSV files have a line for each thing, files of lines (`.ndjson`) a JSON value to a line. `manifest.json` has the
/// SHA-256 of each file. It can be fetched in parts (`Range`).
#[utoipa::path(
    get,
    path = "/data/everything.zip",
    responses(
        (status = 200, description = "The archive", body = Vec<u8>, content_type = "application/zip"),
        (status = 206, description = "The part that was asked for"),
        (status = 304, description = "The one you have"),
        (status = 416, description = "No such part"),
    ),
)]
pub(crate) async fn archive(State(web): State<Web>, method: Method, asked: HeaderMap) -> Answered {
    let made = web.archives.current(&web).await?;
    let about = About {
        media_type: "application/zip",
        name: Some(NAME.to_owned()),
        changed: made.changed,
    };
    Ok(made.file.answer(&about, &method, &asked))
}

/// What the archive holds, with the SHA-256 of it and of each file in it.
#[utoipa::path(
    get,
    path = "/data/manifest.json",
    responses(
        (status = 200, description = "The manifest", body = Manifest),
        (status = 304, description = "The one you have"),
    ),
)]
pub(crate) async fn manifest(State(web): State<Web>, asked: HeaderMap) -> Answered {
    let made = web.archives.current(&web).await?;
    let about = About {
        media_type: "application/json; charset=utf-8",
        name: None,
        changed: made.changed,
    };
    Ok(Content::new(json(&made.manifest), about).answer(&asked))
}

/// Every publication as a line of a table: the file of that name in the archive.
///
/// For each field of the form, one column says which of the six answers the State gives, the next has the value.
#[utoipa::path(
    get,
    path = "/data/publications.csv",
    responses(
        (status = 200, description = "The table", body = String, content_type = "text/csv"),
        (status = 304, description = "The one you have"),
    ),
)]
pub(crate) async fn table(State(web): State<Web>, asked: HeaderMap) -> Answered {
    let made = web.archives.current(&web).await?;
    let file = made.manifest.files.iter().find(|file| file.name == TABLE);
    let file = file.cloned().ok_or(PortalError::Unavailable)?;
    let about = About {
        media_type: "text/csv; charset=utf-8; header=present",
        name: Some(TABLE.to_owned()),
        changed: made.changed,
    };
    let mut headers = about.headers(&file.sha256);
    if about.is_known(&asked, &file.sha256) {
        return Ok((StatusCode::NOT_MODIFIED, headers).into_response());
    }
    headers.insert(CONTENT_LENGTH, file.bytes.into());
    let response: Response = (headers, unpacked(&made.file)).into_response();
    Ok(response)
}

/// The table as it is unpacked, never all of it in memory.
fn unpacked(archive: &Large) -> Body {
    let archive = archive.reader();
    pieces(move |send| {
        let unpacked = ZipArchive::new(archive).and_then(|mut archive| {
            let file = archive.by_name(TABLE)?;
            send_all(file, &send);
            Ok(())
        });
        if let Err(why) = unpacked {
            tracing::error!(%why, "the table could not be unpacked");
            // Whoever waits for the rest must not take what they have for all of it.
            _ = send.blocking_send(Err(why.into()));
        }
    })
}
