//! What the portal looks for in text: two questions, asked of the words alone.
//!
//! **Is it marked as classified?** The portal holds unclassified information only. Text that carries a marking such as
//! `NATO SECRET` or `//NOFORN` is refused on the way in: neither stored nor logged. See [`classification_marking`].
//!
//! **Does it name others?** A notification speaks of what happened to the State that files it. It attributes nothing
//! and accuses nobody. Text meant for release that names another State, a nationality or a known actor is pointed out
//! to the people who decide; they may have good reason, so it is a warning and never a refusal. See [`names_others`].
//!
//! Both catch accidents: a paragraph pasted from the wrong document, a sentence from a supplier's report. Neither is
//! proof against somebody who wants to deceive, who could simply write it in other words.
//!
//! Both give back codes and the words found, never a sentence.

mod actors;
mod classification;
mod lexicon;
mod mentions;
mod plain;
#[cfg(test)]
mod tests;

pub use classification::classification_marking;
pub use mentions::{Mention, Named, names_others};
pub use plain::plain;
