//! What is to be had, written down for programs: OpenAPI 3.1, and the JSON Schema of a publication.
//!
//! Both are made from the types that are sent and from the handlers that send them, so neither can say what the portal
//! does not do. A schema of OpenAPI 3.1 is one of JSON Schema 2020-12; only what it refers to lies elsewhere.

use super::{
    Answered,
    answer::{About, Content},
    archive, lists, one, progress,
};
use crate::{
    interchange::export::{Origin, json, progress::report::ReportRecord, record::Record},
    web::Web,
};
use axum::{extract::State, http::HeaderMap};
use serde_json::{Map, Value};
use utoipa::{OpenApi, ToSchema, openapi::Server};

/// Why a request was refused.
#[derive(Debug, ToSchema)]
#[expect(dead_code, reason = "a face of the web layer, described here")]
pub struct Refusal {
    /// A code, such as `not-found`.
    error: String,
}

/// Everything under `/data`.
#[derive(OpenApi)]
#[openapi(
    info(
        title = "Verbale: publications as data",
        description = "What participating States have published, in the formats that tools read. Read only; nobody signs in. Every answer has an ETag.",
        license(name = "CC BY 4.0", url = "https://creativecommons.org/licenses/by/4.0/"),
    ),
    paths(
        lists::list,
        lists::feed,
        one::one,
        lists::states,
        lists::states_table,
        archive::archive,
        archive::manifest,
        archive::table,
        progress::cycles::cycles,
        progress::cycles::cycles_table,
        progress::cycles::cycles_book,
        progress::cycles::cycle,
        progress::reports::report,
        progress::histories::history,
        progress::commitments::commitments,
        progress::commitments::commitments_table,
        progress::commitments::commitments_book,
        progress::commitments::commitment,
        progress::questionnaires::questionnaire,
        document,
        schema,
        report_schema,
    ),
    components(schemas(Record, ReportRecord))
)]
struct OpenData;

/// The OpenAPI document: what you are reading.
#[utoipa::path(
    get,
    path = "/data/openapi.json",
    responses(
        (status = 200, description = "The document", body = serde_json::Value),
        (status = 304, description = "The one you have"),
    ),
)]
pub(crate) async fn document(State(web): State<Web>, asked: HeaderMap) -> Answered {
    let mut document = OpenData::openapi();
    document.servers = Some(vec![Server::new(web.settings.origin.at("/"))]);
    Ok(Content::new(json(&document), plain("application/json; charset=utf-8")).answer(&asked))
}

/// The JSON Schema (2020-12) of a publication as JSON.
#[utoipa::path(
    get,
    path = "/data/publication.schema.json",
    responses(
        (status = 200, description = "The schema", body = serde_json::Value, content_type = "application/schema+json"),
        (status = 304, description = "The one you have"),
    ),
)]
pub(crate) async fn schema(State(web): State<Web>, asked: HeaderMap) -> Answered {
    let schema = Published::PUBLICATION.schema(&web.settings.origin);
    Ok(Content::new(schema, plain("application/schema+json; charset=utf-8")).answer(&asked))
}

/// The JSON Schema (2020-12) of a progress report as JSON.
#[utoipa::path(
    get,
    path = "/data/report.schema.json",
    responses(
        (status = 200, description = "The schema", body = serde_json::Value, content_type = "application/schema+json"),
        (status = 304, description = "The one you have"),
    ),
)]
pub(crate) async fn report_schema(State(web): State<Web>, asked: HeaderMap) -> Answered {
    let schema = Published::REPORT.schema(&web.settings.origin);
    Ok(Content::new(schema, plain("application/schema+json; charset=utf-8")).answer(&asked))
}

/// A type whose schema is published as a file.
pub(super) struct Published {
    /// What it is called in the document.
    component: &'static str,
    /// What it is called by people.
    title: &'static str,
    /// The name of its file.
    pub(super) file: &'static str,
}

impl Published {
    /// A publication.
    pub(super) const PUBLICATION: Self = Self {
        component: "Record",
        title: "Publication",
        file: "publication.schema.json",
    };
    /// A progress report.
    pub(super) const REPORT: Self = Self {
        component: "ReportRecord",
        title: "Progress report",
        file: "report.schema.json",
    };

    /// The schema as it is published here.
    pub(super) fn schema(&self, origin: &Origin) -> Vec<u8> {
        schema_of(self, origin)
    }
}

fn schema_of(of: &Published, origin: &Origin) -> Vec<u8> {
    let document = serde_json::to_value(OpenData::openapi()).unwrap_or_default();
    let schemas = document.pointer("/components/schemas").and_then(Value::as_object);
    let mut all: Map<String, Value> = schemas.cloned().unwrap_or_default();
    let Some(Value::Object(mut schema)) = all.remove(of.component) else {
        return Vec::new();
    };
    let mut needed = Map::new();
    need(&Value::Object(schema.clone()), &all, &mut needed);
    schema.insert(
        "$schema".to_owned(),
        "https://json-schema.org/draft/2020-12/schema".into(),
    );
    schema.insert("$id".to_owned(), origin.at(&format!("/data/{}", of.file)).into());
    schema.insert("title".to_owned(), of.title.into());
    schema.insert("$defs".to_owned(), needed.into());
    let text = serde_json::to_string_pretty(&schema).unwrap_or_default();
    (text.replace(COMPONENTS, "#/$defs/") + "\n").into_bytes()
}

const COMPONENTS: &str = "#/components/schemas/";

/// Adds what is referred to, and what that refers to.
fn need(schema: &Value, all: &Map<String, Value>, needed: &mut Map<String, Value>) {
    match schema {
        Value::Object(members) => {
            let name = members.get("$ref").and_then(Value::as_str);
            let name = name.and_then(|reference| reference.strip_prefix(COMPONENTS));
            if let Some((name, found)) = name.and_then(|name| Some((name, all.get(name)?)))
                && needed.insert(name.to_owned(), found.clone()).is_none()
            {
                need(found, all, needed);
            }
            members.values().for_each(|member| need(member, all, needed));
        }
        Value::Array(items) => items.iter().for_each(|item| need(item, all, needed)),
        _ => {}
    }
}

fn plain(media_type: &'static str) -> About {
    About {
        media_type,
        name: None,
        changed: None,
    }
}
