//! Getting in and out, and one's own account.

pub mod account;
pub mod invitation;
pub mod sign_in;
pub mod signed_out;
