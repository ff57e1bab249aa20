//! Which canary sits where in progress reports and around them, and who may read it when.
//!
//! Of six cycles, each with one report of Valdoria:
//!
//! - A is for the public, and every kind of answer is in it, for every audience; it is asked about, changed, published.
//! - S is for participating States, C for the secretariat; both are accepted.
//! - D is never sent.
//! - W was published, and withdrawn, before anything else.
//! - N is begun when A is published; it carries C forward into a report for the public.

use crate::canaries::{
    Canary,
    Reach::{Desk, Everyone, Nobody, Notes, Own, Review, States},
    canary, name, spelled, told,
};

/// Every canary: while the reports are drafts, while an answer awaits approval, at the end.
#[rustfmt::skip]
pub const CANARIES: &[Canary] = &[
    // A: what is said, by whom it may be read.
    canary("canary-r-first",                [Own,    Review, Review]),   // changed in answer to the question
    canary("canary-r-better",               [Nobody, Own,    Everyone]),
    canary("canary-r-other-everyone",       [Own,    Review, Everyone]), // what "other" stands for
    canary("canary-r-link-everyone",        [Own,    Review, Everyone]),
    canary("888\u{202f}000\u{202f}888",     [Own,    Review, Everyone]),
    canary("June 1988",                     [Own,    Review, Everyone]),
    canary("canary-r-other-states",         [Own,    Review, States]),
    canary("canary-r-link-states",          [Own,    Review, States]),
    canary("July 1977",                     [Own,    Review, States]),
    spelled("1977-07",                      [Own,    Review, States]),
    spelled("July1977",                     [Own,    Review, States]),   // on a printed page
    canary("canary-r-office",               [Own,    Review, Review]),
    canary("canary-r-papers",               [Own,    Review, Review]),   // links and nothing else
    canary("777\u{202f}000\u{202f}777",     [Own,    Review, Review]),
    spelled("777000777",                    [Own,    Review, Review]),
    canary("canary-r-unticked",             [Own,    Own,    Own]),     // beside an "other" that is not ticked; it is in the form as a file
    canary("canary-r-beside",               [Desk,   Desk,   Desk]),     // what a colleague typed at the same time
    canary("canary-r-given-everyone",       [Own,    Review, Everyone]), // in a section given to another drafter
    canary("canary-r-given-office",         [Own,    Review, Review]),
    spelled("canary-r-not-yours",            [Desk,   Desk,   Desk]),     // typed there by whose it is not, and given back once
    canary("canary-r-classified",           [Nobody, Nobody, Nobody]),
    canary("canary-r-misnamed",             [Nobody, Nobody, Nobody]),
    canary("canary-r-not-asked",            [Nobody, Nobody, Nobody]),   // in answer to what the State is not asked
    // A: what is said about it.
    canary("canary-r-comment-whole",        [Own,    Own,    Own]),
    canary("canary-r-comment-question",     [Own,    Own,    Own]),
    canary("canary-r-comment-section",      [Own,    Own,    Own]),
    canary("canary-r-comment-later",        [Nobody, Own,    Own]),      // while the secretariat reviews it
    canary("canary-r-returned",             [Nobody, Own,    Own]),
    canary("canary-r-note",                 [Nobody, Notes,  Notes]),
    canary("canary-r-question",             [Nobody, Review, Review]),
    canary("canary-r-answer",               [Nobody, Own,    Review]),
    canary("canary-r-reopened",             [Nobody, Nobody, Review]),
    // S: for participating States.
    canary("canary-r-states-say",           [Own,    Own,    States]),
    canary("canary-r-states-office",        [Own,    Own,    Review]),
    canary("canary-r-states-comment",       [Own,    Own,    Own]),
    // C: for the secretariat. N carries it forward.
    canary("canary-r-closed-say",           [Own,    Own,    Review]),
    canary("canary-r-closed-office",        [Own,    Own,    Review]),
    canary("canary-r-closed-comment",       [Own,    Own,    Own]),
    // D: never sent.
    canary("canary-r-draft-say",            [Own,    Own,    Own]),
    canary("canary-r-draft-office",         [Own,    Own,    Own]),
    canary("canary-r-draft-comment",        [Own,    Own,    Own]),
    canary("canary-r-brought",              [Desk,   Desk,   Desk]),     // in a file that waits to be taken over
    // W: published once, and withdrawn.
    canary("canary-r-withdrawn-say",        [Review, Review, Review]),
    canary("canary-r-withdrawn-office",     [Review, Review, Review]),
    canary("canary-r-withdrawn-comment",    [Own,    Own,    Own]),
    canary("canary-r-withdrawn-why",        [Review, Review, Review]),
    // N: published at the end.
    canary("canary-r-news",                 [Nobody, Nobody, Everyone]),
    canary("canary-r-news-comment",         [Nobody, Nobody, Own]),
    // Around them: more time, a version nobody opened, a cycle that is only planned.
    canary("canary-r-more-time",            [Review, Review, Review]),
    told("canary-r-no-time",                [Nobody, Review, Review]),
    canary("canary-r-version",              [Notes,  Notes,  Notes]),
    canary("canary-r-not-ready",            [Notes,  Notes,  Notes]),
    canary("canary-r-conference",           [Notes,  Notes,  Notes]),
    // Names: of filings, and of people, whom the other side knows by their office.
    name("REP-XV-2026-0001",                [Review, Review, Review]),   // W
    name("REP-XV-2026-0002",                [Own,    Review, Review]),   // A
    name("REP-XV-2026-0003",                [Own,    Own,    Review]),   // S
    name("REP-XV-2026-0004",                [Own,    Own,    Review]),   // C
    name("REP-XV-2026-0005",                [Own,    Own,    Own]),      // D
    name("REP-XV-2026-0006",                [Nobody, Nobody, Review]),   // N
    name("Amina",                           [Own,    Own,    Own]),
    name("Bashir",                          [Own,    Own,    Own]),
    name("Emil",                            [Own,    Own,    Own]),
    name("Chidi",                           [Notes,  Notes,  Notes]),
    name("Dana",                            [Notes,  Notes,  Notes]),
];
