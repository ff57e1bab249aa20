//! From what a browser sends to what the domain means. Names that are no field's make a form nobody drew: malformed.

use crate::{error::PortalError, portal::filings::Posted};
use domain::{
    draft::Typed,
    form::Field,
    ids::{FilingKind, FilingReference, FormKey},
    matter::Place,
};
use leptos::server_fn::codec::MultipartData;
use std::collections::{BTreeMap, BTreeSet};

/// Answers by the name of their field.
pub type Answers = BTreeMap<String, Typed>;

/// More than any file an import accepts: reading stops there, and the import says that it is too large.
const ENOUGH: usize = 5 * 1_024 * 1_024 + 1;

/// Answers by their field.
///
/// # Errors
/// [`PortalError::Malformed`] for a name that is no field's.
pub fn answers(posted: Answers) -> Result<Posted, PortalError> {
    posted
        .into_iter()
        .map(|(id, typed)| Ok((field(&id)?, without_noise(typed))))
        .collect()
}

/// The fields for which the version kept aside was chosen.
///
/// # Errors
/// [`PortalError::Malformed`] for a name that is no field's.
pub fn chosen(posted: &BTreeMap<String, String>) -> Result<BTreeSet<Field>, PortalError> {
    posted
        .iter()
        .filter(|(_, version)| *version == "aside")
        .map(|(id, _)| field(id))
        .collect()
}

/// The place of this filing with this id; the whole where there is none.
///
/// # Errors
/// [`PortalError::Malformed`] for what can be no place of it.
pub fn on(of: &FilingReference, id: Option<String>) -> Result<Option<Place>, PortalError> {
    let Some(place) = id.filter(|id| !id.is_empty()).map(Place::named) else {
        return Ok(None);
    };
    let is_one = match of.kind {
        FilingKind::Incident => place.field().is_some(),
        FilingKind::Report => place.question().is_some(),
    };
    is_one.then_some(Some(place)).ok_or(PortalError::Malformed)
}

fn field(id: &str) -> Result<Field, PortalError> {
    Field::from_id(id).ok_or(PortalError::Malformed)
}

/// What browsers send though nobody typed it: the empty line of a list of boxes, and the language that was preselected
/// for a text that was not written. Kept, it would look like a change that two people made differently.
pub(super) fn without_noise(mut typed: Typed) -> Typed {
    typed.choices.retain(|choice| !choice.is_empty());
    if typed.text.trim().is_empty() {
        typed.language.clear();
    }
    typed
}

/// The form's key and the file that was sent with it.
///
/// # Errors
/// [`PortalError::Malformed`] where either is missing or the form breaks off.
pub async fn file(data: MultipartData) -> Result<(FormKey, Vec<u8>), PortalError> {
    let mut parts = data.into_inner().ok_or(PortalError::Malformed)?;
    let (mut key, mut file) = (None, None);
    while let Some(mut part) = parts.next_field().await.map_err(|_| PortalError::Malformed)? {
        let name = part.name().unwrap_or_default().to_owned();
        let mut bytes = Vec::new();
        while let Some(more) = part.chunk().await.map_err(|_| PortalError::Malformed)? {
            if bytes.len() < ENOUGH {
                bytes.extend_from_slice(&more);
            }
        }
        match name.as_str() {
            "key" => key = std::str::from_utf8(&bytes).ok().and_then(|key| key.parse().ok()),
            "file" => file = Some(bytes),
            _ => {}
        }
    }
    key.zip(file).ok_or(PortalError::Malformed)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_that_is_no_fields_is_refused() {
        let posted = |id: &str| answers([(id.to_owned(), Typed::default())].into());
        assert_eq!(posted("title").map(|fields| fields.len()), Ok(1));
        assert_eq!(posted("titel"), Err(PortalError::Malformed));
        let [incident, report] = ["INC-XV-2026-0007", "REP-XV-2026-0008"].map(|of| of.parse().unwrap());
        assert_eq!(on(&incident, Some("suspect".into())), Err(PortalError::Malformed));
        assert_eq!(on(&incident, Some(String::new())), Ok(None));
        assert_eq!(on(&incident, Some("title".into())), Ok(Some(Field::Title.into())));
        assert_eq!(on(&report, Some("A question".into())), Err(PortalError::Malformed));
    }

    #[test]
    fn what_nobody_typed_is_no_change() {
        let typed = Typed {
            language: "en".into(),
            choices: vec![String::new()],
            ..Typed::default()
        };
        assert_eq!(without_noise(typed), Typed::default());
        let written = Typed {
            text: "It rained.".into(),
            language: "en".into(),
            ..Typed::default()
        };
        assert_eq!(without_noise(written.clone()), written);
    }
}
