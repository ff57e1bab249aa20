//! Lists: publications by the page and as a feed, and the States that have published.

#![expect(unused_qualifications, reason = "written by the macro that describes handlers")]

use super::{
    Answered, NoData,
    answer::{About, Content},
    exported,
    openapi::Refusal,
};
use crate::{
    interchange::export::{
        Origin,
        atom::{self, About as FeedAbout},
        csv::Lines,
        json,
        listed::Listed,
        record::StateNamed,
    },
    web::{Web, visitor},
};
use app::{
    error::PortalError,
    portal::{ports::PublicationFilter, public::Participant as Participating},
    words,
};
use axum::{
    extract::{Query, State},
    http::HeaderMap,
};
use domain::{ids::Timestamp, state::StateCode};
use serde::{Deserialize, Serialize};
use std::{num::NonZeroU32, ops::RangeInclusive};
use utoipa::{IntoParams, ToSchema};

/// Which publications to list. What is not one of these is refused: a filter that is misspelt must not find everything.
#[derive(Clone, Debug, Default, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct Wanted {
    /// Of this State: ISO 3166-1 alpha-2.
    #[param(value_type = Option<String>, nullable = false, pattern = "^[A-Z]{2}$")]
    state: Option<StateCode>,
    /// Published in this year, UTC.
    #[param(nullable = false, minimum = 1970, maximum = 9999)]
    year: Option<u16>,
    /// Which page, from 1.
    #[param(value_type = Option<u32>, nullable = false, minimum = 1)]
    page: Option<NonZeroU32>,
}

/// Years that there are in this portal: moments begin in 1970, and years have four digits.
const YEARS: RangeInclusive<i32> = 1970..=9999;

impl Wanted {
    /// The same, where it makes sense.
    fn filter(&self) -> Option<PublicationFilter> {
        let year = self.year.map(i32::from);
        year.is_none_or(|year| YEARS.contains(&year))
            .then_some(PublicationFilter {
                state: self.state,
                year,
                page: self.page.map_or(1, NonZeroU32::get),
            })
    }
}

/// Which feed.
#[derive(Clone, Debug, Default, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct Followed {
    /// Of this State: ISO 3166-1 alpha-2.
    #[param(value_type = Option<String>, nullable = false, pattern = "^[A-Z]{2}$")]
    state: Option<StateCode>,
}

/// A page of a list of publications.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct Listing {
    /// How many there are on all pages, withdrawn ones included.
    total: u64,
    /// Which page this is, from 1.
    page: u32,
    /// How many there are, at least one.
    pages: u32,
    /// The address of the next page.
    #[schema(nullable = false)]
    #[serde(skip_serializing_if = "Option::is_none")]
    next: Option<String>,
    /// What stands on it, latest first.
    publications: Vec<Listed>,
}

/// A State of which anything is public.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct Participant {
    /// The State.
    state: StateNamed,
    /// How many of its publications stand.
    publications: u64,
    /// How many of its progress reports are public.
    reports: u64,
    /// Where its publications are listed.
    list: String,
}

/// The States of which anything is public.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct Participants {
    /// By name. That a State is not among them means nothing.
    states: Vec<Participant>,
}

/// Publications, latest first, by the page.
///
/// Twenty-five to a page. Everything at once is in `/data/everything.zip`.
#[utoipa::path(
    get,
    path = "/data/publications.json",
    params(Wanted),
    responses(
        (status = 200, description = "A page of the list", body = Listing),
        (status = 304, description = "The one you have"),
        (status = 400, description = "What was asked for makes no sense", body = Refusal),
        (status = 404, description = "No such page", body = Refusal),
    ),
)]
pub(crate) async fn list(State(web): State<Web>, Query(wanted): Query<Wanted>, asked: HeaderMap) -> Answered {
    let filter = wanted.filter().ok_or(PortalError::Malformed)?;
    let (found, states) = visitor::nobody(&web).listed(&filter).await?;
    let origin = &web.settings.origin;
    let publications = exported(&found.items, &states, origin, |these| {
        these.iter().map(|one| Listed::of(*one)).collect()
    })?;
    let page = Listing {
        total: found.total,
        page: found.page,
        pages: found.pages(),
        next: (found.page < found.pages()).then(|| next(origin, &filter)),
        publications,
    };
    Ok(Content::new(json(&page), plain(JSON, None)).answer(&asked))
}

fn next(origin: &Origin, filter: &PublicationFilter) -> String {
    let state = filter.state.map(|state| format!("state={state}&")).unwrap_or_default();
    let year = filter.year.map(|year| format!("year={year}&")).unwrap_or_default();
    origin.at(&format!(
        "/data/publications.json?{state}{year}page={}",
        filter.page + 1
    ))
}

const JSON: &str = "application/json; charset=utf-8";
const CSV: &str = "text/csv; charset=utf-8; header=present";
const ATOM: &str = "application/atom+xml; charset=utf-8";

/// The latest publications, for feed readers (Atom, RFC 4287).
///
/// The twenty-five latest. An entry whose publication was withdrawn says so.
#[utoipa::path(
    get,
    path = "/data/publications.atom",
    params(Followed),
    responses(
        (status = 200, description = "The feed", body = String, content_type = "application/atom+xml"),
        (status = 304, description = "The one you have"),
        (status = 400, description = "What was asked for makes no sense", body = Refusal),
    ),
)]
pub(crate) async fn feed(State(web): State<Web>, Query(followed): Query<Followed>, asked: HeaderMap) -> Answered {
    let filter = PublicationFilter {
        state: followed.state,
        page: 1,
        ..PublicationFilter::default()
    };
    let (found, states) = visitor::nobody(&web).listed(&filter).await?;
    let origin = &web.settings.origin;
    let state = followed
        .state
        .map(|state| format!("?state={state}"))
        .unwrap_or_default();
    let says = FeedAbout {
        title: words::say("data-feed"),
        rights: words::say("about-licence-text"),
        path: format!("/data/publications.atom{state}"),
    };
    let written = exported(&found.items, &states, origin, |these| {
        atom::feed(&says, origin, these, Timestamp::default())
    })?;
    Ok(Content::new(written, plain(ATOM, None)).answer(&asked))
}

async fn participants(web: &Web) -> Result<Vec<Participating>, NoData> {
    Ok(visitor::nobody(web).participants().await?.states)
}

/// The States that have published, or reported progress publicly, by name.
#[utoipa::path(
    get,
    path = "/data/states.json",
    responses(
        (status = 200, description = "The States", body = Participants),
        (status = 304, description = "Those you have"),
    ),
)]
pub(crate) async fn states(State(web): State<Web>, asked: HeaderMap) -> Answered {
    let origin = &web.settings.origin;
    let states = participants(&web).await?.into_iter().map(|one| Participant {
        state: StateNamed::of(&one.state),
        publications: one.publications,
        reports: one.reports,
        list: listed(origin, one.state.code),
    });
    let states = json(&Participants {
        states: states.collect(),
    });
    Ok(Content::new(states, plain(JSON, None)).answer(&asked))
}

/// The same as a table.
#[utoipa::path(
    get,
    path = "/data/states.csv",
    responses(
        (status = 200, description = "The States", body = String, content_type = "text/csv"),
        (status = 304, description = "Those you have"),
    ),
)]
pub(crate) async fn states_table(State(web): State<Web>, asked: HeaderMap) -> Answered {
    let mut lines = Lines::beginning(&["state", "state_name", "invented", "publications", "reports", "list"]);
    for one in participants(&web).await? {
        let (code, invented) = (one.state.code.to_string(), one.state.demonstration.to_string());
        let [publications, reports] = [one.publications, one.reports].map(|number| number.to_string());
        let list = listed(&web.settings.origin, one.state.code);
        lines.add([&*code, &*one.state.name, &*invented, &*publications, &*reports, &*list]);
    }
    let name = Some("states.csv".to_owned());
    Ok(Content::new(lines.into_bytes(), plain(CSV, name)).answer(&asked))
}

fn listed(origin: &Origin, state: StateCode) -> String {
    origin.at(&format!("/data/publications.json?state={state}"))
}

/// Lists have no time of change: what is on a page can move to another one, and a State can be renamed.
fn plain(media_type: &'static str, name: Option<String>) -> About {
    About {
        media_type,
        name,
        changed: None,
    }
}
