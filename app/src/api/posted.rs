//! From what a browser sends to what the domain means. Names that are no field's make a form nobody drew: malformed.

use crate::{error::PortalError, portal::filings::Posted};
use domain::{draft::Typed, form::Field, ids::FormKey};
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

/// The field of this name; the whole where there is none.
///
/// # Errors
/// [`PortalError::Malformed`] for a name that is no field's.
pub fn on(id: Option<String>) -> Result<Option<Field>, PortalError> {
    id.filter(|id| !id.is_empty()).map(|id| field(&id)).transpose()
}

fn field(id: &str) -> Result<Field, PortalError> {
    Field::from_id(id).ok_or(PortalError::Malformed)
}

/// What browsers send though nobody typed it: the empty line of a list of boxes, and the language that was preselected
/// for a text that was not written. Kept, it would look like a change that two people made differently.
fn without_noise(mut typed: Typed) -> Typed {
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
        assert_eq!(on(Some("suspect".into())), Err(PortalError::Malformed));
        assert_eq!(on(Some(String::new())), Ok(None));
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
