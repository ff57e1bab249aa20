//! What Verbale does and shows: the use cases, the pages and the few islands that run in a browser.
//!
//! # The map
//!
//! | module | what | compiled for | may use | never |
//! |---|---|---|---|---|
//! | [`portal`] | use cases, and the ports they need (store, clock, mail …) | server | `domain` | leptos, axum, SQL |
//! | [`api`] | server functions: the doors a form is posted to | server | `portal`, [`routes`], [`error`] | business `if`s, sentences |
//! | [`pages`] | one file a page: load, then lay out | server | `domain`, `portal` (reads), [`words`], [`routes`] | roles, stages, commands |
//! | [`components`] | what pages are laid out of | server | `domain`, [`words`], [`routes`] | the portal |
//! | [`words`] | codes to sentences, from `locales/` | server | fluent | — |
//! | [`routes`] | each path, written once | server | `domain` | — |
//! | [`local_path`] | where to go next, if it is on this site | server | — | — |
//! | [`error`] | the closed set of failures a visitor can meet | server | `domain` | details |
//! | [`islands`] | everything the browser runs | server and browser | leptos | anything heavy, anything async |
//!
//! Pages are server-only code. [`islands`] is the only module the browser gets, so nothing else can leak into it, and
//! every page does its job where scripts do not run. A test (`app/tests/architecture.rs`) holds the last two columns.

// The type of a page is as deep as the page: laying out the form, the compiler meets more than 128 levels.
#![recursion_limit = "256"]

#[cfg(feature = "ssr")]
pub mod api;
#[cfg(feature = "ssr")]
pub mod components;
#[cfg(feature = "ssr")]
pub mod error;
pub mod islands;
#[cfg(feature = "ssr")]
pub mod local_path;
#[cfg(feature = "ssr")]
pub mod pages;
#[cfg(feature = "ssr")]
pub mod portal;
#[cfg(feature = "ssr")]
pub mod routes;
#[cfg(feature = "ssr")]
pub mod words;
