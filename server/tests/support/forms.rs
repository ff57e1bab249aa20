//! Forms as a browser sends them.

use serde::Serialize;

/// The body of a form with these fields.
pub fn form(fields: &impl Serialize) -> String {
    let encoding = serde_qs::Config::new().use_form_encoding(true);
    encoding.serialize_string(fields).expect("fields of a form")
}

/// The form with a file in it, in parts, as a browser sends it.
pub fn with_file(key: &str, file: &str) -> String {
    let part = |name: &str, body: &str| format!("--part\r\nContent-Disposition: form-data; {name}\r\n\r\n{body}\r\n");
    part("name=\"key\"", key) + &part("name=\"file\"; filename=\"a.json\"", file) + "--part--\r\n"
}
