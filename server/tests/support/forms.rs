//! Forms as a browser sends them.

use serde::Serialize;
use std::collections::BTreeMap;

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

/// The hidden fields of the form on this page that is posted there.
pub fn hidden(page: &str, door: &str) -> BTreeMap<String, String> {
    let from = page.find(&format!("action=\"{door}\""));
    let from = from.unwrap_or_else(|| panic!("no form for {door} on {page}"));
    let body = page[from..].split("</form>").next().unwrap_or_default();
    let attribute = |input: &str, name: &str| {
        let rest = input.split(&format!("{name}=\"")).nth(1)?;
        Some(rest.split('"').next()?.to_owned())
    };
    let inputs = body
        .split("<input")
        .skip(1)
        .map(|input| input.split('>').next().unwrap_or_default());
    let hidden = inputs.filter(|input| input.contains("type=\"hidden\""));
    hidden
        .filter_map(|input| Some((attribute(input, "name")?, attribute(input, "value")?)))
        .collect()
}
