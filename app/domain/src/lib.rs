//! What Verbale knows and decides, and nothing of how it is shown, stored or sent.
//!
//! This crate is pure: no clock, no chance, no network, no database, no sentence. Whatever it needs to know comes in
//! as an argument, so that every rule of the portal can be tested in a second and read without knowing the web.
//!
//! # The glossary
//!
//! One word for each thing, the word the secretariat uses; code, tables, addresses, pages and tests use no other.
//!
//! - A **State** takes part. It is named by its ISO 3166 code; invented States, for demonstration, use the codes the
//!   standard leaves to its users (XA to XZ). See [`state`].
//! - A **person** acts for one **side**: one State, the secretariat, the administration or the audit. On that side
//!   they hold a set of **roles**. A person who is acting is an [`Actor`](people::Actor). See [`people`].
//! - A **point of contact** is a State's person: a **drafter** writes, an **approver** speaks for the **national
//!   authority**, an **observer** reads.
//! - The **secretariat** has **reviewers**, who check, ask and accept, and **publishers**, who publish what another
//!   accepted. It never changes a State's words.
//! - A **filing** is what a point of contact sends: here an *incident notification*. It has one **stage** at a time;
//!   a **command** moves it to the next, leaving an **entry** in its **timeline**; what is not allowed is a
//!   **refusal**. See [`filing`], [`lifecycle`], [`policy`], [`timeline`].
//! - An **instalment** is one of the times at which a State reports on the same incident: early warning,
//!   notification, update, final. The form asks more at each. See [`form`].
//! - A **draft** is a filing's content as typed: late, partial or wrong, it is kept. See [`draft`].
//! - An **incident** is the content when it is complete: it cannot be built otherwise. See [`incident`].
//! - An **answer** is given, none, unknown, withheld for a reason, left blank; or its question was not asked. Six
//!   things that are never confused. See [`answer`].
//! - A **problem** is what stands in the way of a complete incident; an **issue** is a problem on a field. See
//!   [`issue`].
//! - A **submission** is the immutable snapshot an approver let out of the State.
//! - A **marking** says how far the reader may pass it on (TLP 2.0); the **audience** is whom the State wants to read
//!   it: the secretariat only, the participating States, or the public. See [`marking`].
//! - A **release** is that part of a submission its audience may read: what the State keeps back is replaced by its
//!   reason. A **publication** is a release the public reads, under a **reference** of its own. See [`publication`].
//! - A **question** is what a reviewer asks on a field or on the whole; an **internal note** is what the secretariat
//!   writes to itself and no State ever receives.
//! - An **indicator** is a technical trace (an address, a hash, a file name) that helps others to look for the same.
//!   See [`indicator`].
//! - A **letter** is a mail that says only that there is something to read. See [`letter`].

pub mod answer;
pub mod catalogue;
pub mod command;
pub mod decision;
pub mod draft;
pub mod field;
pub mod filing;
pub mod form;
pub mod guard;
pub mod ids;
pub mod incident;
pub mod indicator;
pub mod issue;
pub mod letter;
pub mod lifecycle;
pub mod marking;
pub mod note;
pub mod people;
pub mod policy;
pub mod publication;
pub mod samples;
pub mod search;
pub mod source;
pub mod state;
pub mod submission;
pub mod timeline;
