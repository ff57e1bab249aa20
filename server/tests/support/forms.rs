//! Forms as a browser sends them.

use serde::Serialize;

/// The body of a form with these fields.
pub fn form(fields: &impl Serialize) -> String {
    let encoding = serde_qs::Config::new().use_form_encoding(true);
    encoding.serialize_string(fields).expect("fields of a form")
}
