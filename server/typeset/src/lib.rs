//! Reports as tagged PDF, for coordination before sending and for the archive after.
