//! A table before it is written as [`csv`](super::csv) or as [`xlsx`](super::xlsx), so that both hold the same cells.

/// A heading, and lines of as many cells.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Rows {
    /// What stands above each column.
    pub heading: Vec<String>,
    /// The lines below it.
    pub lines: Vec<Vec<String>>,
}

impl Rows {
    /// Without a line yet.
    pub fn headed(heading: &[&str]) -> Self {
        Self {
            heading: heading.iter().map(ToString::to_string).collect(),
            lines: Vec::new(),
        }
    }
}
