//! The browser's entry: wake the islands of the page. Everything else is done on the server.

// Without this line the linker drops the islands, since nothing here calls them.
use app as _;

/// Called once by the page's script when the module has arrived.
#[wasm_bindgen::prelude::wasm_bindgen]
pub fn hydrate() {
    leptos::mount::hydrate_islands();
}
