//! The tables as SeaORM sees them: one file a table, columns and nothing else.
//!
//! No rule lives here. What a row means is read in the files beside this folder, and written there too.

pub mod audit_line;
pub mod calendar;
pub mod circle;
pub mod closed_figure;
pub mod commitment;
pub mod cycle;
pub mod derived;
pub mod draft_revision;
pub mod edition;
pub mod extension;
pub mod filing;
pub mod inside_comment;
pub mod internal_note;
pub mod invitation;
pub mod membership;
pub mod number_series;
pub mod opted_into;
pub mod outbox;
pub mod page_beside;
pub mod person;
pub mod person_role;
pub mod proposal;
pub mod publication;
pub mod publication_count;
pub mod published_answer;
pub mod questionnaire;
pub mod receipt;
pub mod reminder;
pub mod report_publication;
pub mod report_section;
pub mod searchable;
pub mod session;
pub mod state;
pub mod submission;
pub mod throttle;
pub mod timeline_entry;
pub mod topic_count;
pub mod waiting_file;
