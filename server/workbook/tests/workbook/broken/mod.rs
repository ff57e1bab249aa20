//! Broken workbooks: each has its own clear answer.

mod file;
mod form;
mod messages;
mod sheet;

use crate::{
    edit::Edited,
    support::{read_into, written},
};
use domain::{report::ReportDraft, samples::reports};
use workbook::{Spot, Unreadable};

const CAPABILITIES: &str = "1 Capabilities";

/// What is said to Valdoria's workbook after this was done to it.
fn broken(edit: impl FnOnce(&mut Edited)) -> Unreadable {
    let draft = reports::valdoria();
    let mut workbook = Edited::open(&written(&draft));
    edit(&mut workbook);
    read_into(&draft, &workbook.bytes()).unwrap_err()
}

fn spot(cell: &str) -> Spot {
    Spot {
        sheet: CAPABILITIES.into(),
        cell: cell.into(),
    }
}

fn bytes(bytes: &[u8]) -> Unreadable {
    read_into(&ReportDraft::default(), bytes).unwrap_err()
}
