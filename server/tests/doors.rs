//! Every way in, tried by every kind of visitor.
//!
//! The portal mounts nothing but what stands in the lists of `server::web::doors`. Here the lists are held against what
//! Leptos knows of pages and server functions, so that none of either is without a line; then somebody of every kind
//! knocks at every line, and what they get is compared with two golden files, one for pages and one for server
//! functions, which say at a glance who gets in where.
//!
//! Three laws hold whatever the golden files say: nobody gets past a line that is not for them; whoever is refused has
//! changed nothing; and what is hidden answers as what does not exist, to the last byte.

#![allow(
    clippy::expect_used,
    clippy::panic,
    clippy::unwrap_used,
    clippy::too_many_lines,
    reason = "a test is a story told in one piece, and says where it stopped when it cannot go on"
)]

mod support;

#[path = "doors/errands.rs"]
mod errands;
#[path = "doors/files.rs"]
mod files;
#[path = "doors/functions.rs"]
mod functions;
#[path = "doors/matrix.rs"]
mod matrix;
#[path = "doors/offline.rs"]
mod offline;
#[path = "doors/pages.rs"]
mod pages;
#[path = "doors/prepared.rs"]
mod prepared;
#[path = "doors/reported.rs"]
mod reported;

use leptos_axum::{AxumRouteListing, generate_route_list};
use server::web::doors::{FILES, FUNCTIONS, PAGES, ROUTES, Who};
use std::collections::BTreeSet;

/// Sorted, and none twice.
fn once<'a>(paths: impl Iterator<Item = &'a str>) -> BTreeSet<&'a str> {
    let mut known = BTreeSet::new();
    for path in paths {
        assert!(known.insert(path), "{path} is listed twice");
    }
    known
}

fn are_the_same(found: &BTreeSet<&str>, listed: &BTreeSet<&str>) {
    let unlisted: Vec<_> = found.difference(listed).collect();
    assert!(
        unlisted.is_empty(),
        "say in server::web::doors for whom this is: {unlisted:?}"
    );
    let gone: Vec<_> = listed.difference(found).collect();
    assert!(gone.is_empty(), "a line for what is not there: {gone:?}");
}

#[test]
fn every_server_function_has_a_line_and_is_posted_to() {
    let registered: Vec<_> = server_fn::axum::server_fn_paths().collect();
    for (path, method) in &registered {
        assert_eq!(method, "POST", "{path}: nothing changes by being looked at");
    }
    let registered = once(registered.iter().map(|(path, _)| *path));
    are_the_same(&registered, &once(FUNCTIONS.iter().map(|(path, _)| *path)));
}

#[tokio::test]
async fn every_page_has_a_line_and_public_ones_are_for_anyone() {
    let public = generate_route_list(app::pages::public_site);
    let private = generate_route_list(app::pages::private_site);
    let mounted = once(public.iter().chain(&private).map(AxumRouteListing::path));
    are_the_same(&mounted, &once(PAGES.iter().map(|(path, _)| *path)));
    for page in &public {
        assert!(
            PAGES.contains(&(page.path(), Who::Anyone)),
            "{} is a public page",
            page.path()
        );
    }
}

#[test]
fn no_path_is_in_two_lists() {
    let handlers = ROUTES.iter().map(|route| route.path);
    let pages = PAGES.iter().map(|(path, _)| *path);
    let files = FILES.iter().map(|file| file.path);
    once(
        handlers
            .chain(files)
            .chain(pages)
            .chain(FUNCTIONS.iter().map(|(path, _)| *path)),
    );
}
