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
//! - A **filing** is what a point of contact sends: an *incident notification* or a *progress report*; which of them is
//!   its **matter** ([`matter`]). It has one **stage** at a time;
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
//! - A **commitment**, norm or measure is an item of an **instrument** that States agreed on; it is addressed to a
//!   **circle** of States, and whoever is not in it is *not asked*. See [`commitment`].
//! - A **questionnaire** is what a progress report asks: **sections** of **questions**, in a version. A question
//!   *serves* commitments; what it was in the version before is its **lineage**. An **edition** is a version on its way
//!   from draft to open, which takes two persons; an open one is **frozen**. See [`questionnaire`].
//! - A **progress report** is what a State files in a **cycle**, once a year, in one of three **tiers**: *nothing new*,
//!   *short form*, *full form*. Last year's answers are **carried** forward, and each is confirmed, changed or dropped.
//!   See [`report`], [`carry`], [`cycle`].
//! - A **view** puts the questions of a report under the items of one instrument: the **crosswalk**, which is ours. See
//!   [`crosswalk`].
//! - A State's **calendar** is its zone and its days off: what is due there, and when. See [`calendar`].
//! - **Participation** is who reported publicly, when, and on what: counts with their denominators, never a score. See
//!   [`participation`].
//! - A **comment** is what the people of a State write to one another about a report. It never leaves the State. See
//!   [`report::inside`].
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
pub mod calendar;
pub mod carry;
pub mod catalogue;
pub mod cell;
pub mod command;
pub mod commitment;
pub mod crosswalk;
pub mod cycle;
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
pub mod matter;
pub mod note;
pub mod participation;
pub mod people;
pub mod policy;
pub mod publication;
pub mod questionnaire;
pub mod report;
pub mod samples;
pub mod search;
pub mod slug;
pub mod source;
pub mod state;
pub mod submission;
pub mod timeline;
