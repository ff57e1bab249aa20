//! A form with a file in it, as a browser sends it in parts.

use crate::error::PortalError;
use leptos::server_fn::codec::MultipartData;
use std::{collections::BTreeMap, str::FromStr};

/// More than any file that is taken: reading stops there, and whoever reads it says that it is too large.
const ENOUGH: usize = 4 * 1_024 * 1_024 + 1;

/// The fields of a form, and the file that was sent with them.
pub struct Upload {
    fields: BTreeMap<String, String>,
    /// The file.
    pub file: Vec<u8>,
}

impl Upload {
    /// All parts of the form.
    ///
    /// # Errors
    /// [`PortalError::Malformed`] where it has no file or breaks off.
    pub async fn of(data: MultipartData) -> Result<Self, PortalError> {
        let mut parts = data.into_inner().ok_or(PortalError::Malformed)?;
        let (mut fields, mut file) = (BTreeMap::new(), None);
        while let Some(mut part) = parts.next_field().await.map_err(|_| PortalError::Malformed)? {
            let name = part.name().unwrap_or_default().to_owned();
            let mut bytes = Vec::new();
            while let Some(more) = part.chunk().await.map_err(|_| PortalError::Malformed)? {
                if bytes.len() < ENOUGH {
                    bytes.extend_from_slice(&more);
                }
            }
            if name == "file" {
                file = Some(bytes);
            } else {
                fields.insert(name, String::from_utf8(bytes).map_err(|_| PortalError::Malformed)?);
            }
        }
        let file = file.ok_or(PortalError::Malformed)?;
        Ok(Self { fields, file })
    }

    /// The field with this name, as it was typed.
    pub fn typed(&self, name: &str) -> String {
        self.fields.get(name).cloned().unwrap_or_default()
    }

    /// The field with this name, as what it means.
    ///
    /// # Errors
    /// [`PortalError::Malformed`] where it means nothing.
    pub fn field<T: FromStr>(&self, name: &str) -> Result<T, PortalError> {
        let typed = self.fields.get(name).ok_or(PortalError::Malformed)?;
        typed.parse().map_err(|_| PortalError::Malformed)
    }
}
