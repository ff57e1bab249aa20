//! The secretariat's pages: what waits for it, and a filing under review.

mod filing;
mod queue;

pub use filing::{FilingUnderReview, Notes, Received};
pub use queue::QueuePage;
