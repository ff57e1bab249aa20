//! Everything the browser runs.
//!
//! An island is a leaf: it earns its bytes, asks the server nothing, and takes nothing away where it does not run. Each
//! says here why it exists and what happens without it.
//!
//! | island | why | without script |
//! |---|---|---|
//! | [`CharacterCount`] | who writes a summary sees the limit coming | the hint states the limit, the server holds it |
//! | [`ListFilter`] | finding one person among two hundred | the whole list is there |
//!
//! The module is downloaded over slow lines too, so it has a budget: 180 kB, 70 kB compressed. An island therefore has
//! no properties, since reading them takes a JSON parser (50 kB): a server component of the same name writes what the
//! island must know into `data-` attributes around it, its sentences included, with gaps for the numbers.

mod character_count;
mod list_filter;

#[cfg(feature = "ssr")]
pub use character_count::CharacterCount;
#[cfg(feature = "ssr")]
pub use list_filter::ListFilter;

/// What the server wrote for this island into `data-{name}` of the element around it.
#[cfg(feature = "hydrate")]
fn told(place: &web_sys::Element, name: &str) -> String {
    let name = format!("data-{name}");
    let around = place.closest(&format!("[{name}]")).ok().flatten();
    around
        .and_then(|around| around.get_attribute(&name))
        .unwrap_or_default()
}
