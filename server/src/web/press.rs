//! Reports as PDF: where they are set, and for how long those that everyone reads are kept.
//!
//! Setting one is the longest piece of work a request can ask for. The typesetter does it on one thread that steps back
//! for all others; here is what a request does meanwhile. It waits, but not for ever: where too many wait before it, or
//! where the installation has no fonts, it is told so and when to come again, and the log says why.
//!
//! A public report is set once for each edition of the public record and order, as a page is rendered once
//! ([`kept`](super::kept)).

use super::{by_weight::OfEdition, open_data::answer::Content};
use app::{
    portal::ports::{Edition, Editions},
    words::{self, Language},
};
use axum::{
    http::{StatusCode, header::RETRY_AFTER},
    response::{IntoResponse, Response},
};
use domain::{crosswalk::View, cycle::CycleYear, state::StateCode};
use leptos::prelude::{Owner, provide_context};
use std::{
    fmt,
    fmt::Write,
    path::PathBuf,
    sync::{Arc, Mutex, MutexGuard, OnceLock, PoisonError},
    time::Duration,
};
use tokio::{sync::Mutex as Turn, time::timeout};
use typeset::{NoFonts, NotTypeset, Pdf, Printed, Typesetter};

/// What public reports that are kept may weigh together, in bytes.
const MOST: usize = 16 * 1024 * 1024;

/// How long a request waits for the one before it. Less than a request may take.
const PATIENCE: Duration = Duration::from_secs(15);

/// After how many seconds to come again.
const LATER: &str = "10";

/// Where reports are set.
#[derive(Clone, Default)]
pub struct Press(Arc<Fonts>);

/// The folders with fonts, and the typesetter that knows what is in them. Which fonts there are is looked up when the
/// first report is asked for: a server that prints none needs none.
#[derive(Default)]
struct Fonts {
    folders: Vec<PathBuf>,
    typesetter: OnceLock<Result<Typesetter, NoFonts>>,
}

impl fmt::Debug for Press {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Press").field(&self.0.folders).finish()
    }
}

/// That there is no PDF.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NotSet {
    /// Not now: whoever comes again may get it.
    Now,
    /// Not of this report: it is longer than what is set, or the typesetter cannot. Coming again does not help.
    Ever,
}

impl IntoResponse for NotSet {
    fn into_response(self) -> Response {
        match self {
            Self::Now => (StatusCode::SERVICE_UNAVAILABLE, [(RETRY_AFTER, LATER)]).into_response(),
            Self::Ever => StatusCode::INTERNAL_SERVER_ERROR.into_response(),
        }
    }
}

impl Press {
    /// With the fonts in these folders.
    pub fn with_fonts(folders: &[PathBuf]) -> Self {
        Self(Arc::new(Fonts {
            folders: folders.to_vec(),
            typesetter: OnceLock::new(),
        }))
    }

    /// Sets a document. Where a character of it cannot be drawn, it says so on its first page, in this language.
    ///
    /// # Errors
    /// Where there are no fonts, or too many wait.
    pub async fn print(&self, printed: Printed, language: Language) -> Result<Vec<u8>, NotSet> {
        let fonts = self.0.clone();
        let set = tokio::task::spawn_blocking(move || fonts.set(printed, language));
        set.await.unwrap_or_else(|why| {
            tracing::error!(%why, "a report could not be set");
            Err(NotSet::Ever)
        })
    }
}

impl Fonts {
    fn set(&self, mut printed: Printed, language: Language) -> Result<Vec<u8>, NotSet> {
        let typesetter = self.typesetter.get_or_init(|| Typesetter::new(&self.folders));
        let typesetter = typesetter.as_ref().map_err(|why| {
            tracing::error!(%why, "reports cannot be set");
            NotSet::Now
        })?;
        let mut pdf = typesetter.pdf(&printed).map_err(not_set)?;
        if !pdf.missing_glyphs.is_empty() {
            printed.notice.push(missing(&pdf, language));
            pdf = typesetter.pdf(&printed).map_err(not_set)?;
        }
        tracing::debug!(pages = pdf.pages, "a report is set");
        Ok(pdf.bytes)
    }
}

fn not_set(why: NotTypeset) -> NotSet {
    match why {
        NotTypeset::Busy => {
            tracing::warn!("too many reports are being set");
            NotSet::Now
        }
        NotTypeset::TooLong { .. } | NotTypeset::Refused(_) => {
            tracing::error!(%why, "a report could not be set");
            NotSet::Ever
        }
    }
}

/// Which characters are not to be seen in it, by their numbers.
fn missing(pdf: &Pdf, language: Language) -> String {
    let mut told = in_language(language, || words::say("print-missing"));
    for (at, character) in pdf.missing_glyphs.iter().enumerate() {
        let between = if at == 0 { "" } else { "," };
        // Writing to a text does not fail.
        _ = write!(told, "{between} U+{:04X}", u32::from(*character));
    }
    told
}

/// Says something in the language of this installation, as pages do.
pub fn in_language<T>(language: Language, say: impl FnOnce() -> T) -> T {
    Owner::new().with(|| {
        provide_context(language);
        say()
    })
}

/// Which public report, in which order.
pub type Named = (CycleYear, StateCode, Option<View>);

/// Public reports as PDF, the least recently asked for first to go.
#[derive(Clone, Debug)]
pub struct Prints(Arc<Kept>);

#[derive(Debug)]
struct Kept {
    prints: Mutex<OfEdition<Named, Content>>,
    turn: Turn<()>,
}

impl Default for Prints {
    fn default() -> Self {
        Self(Arc::new(Kept {
            prints: Mutex::new(OfEdition::within(MOST)),
            turn: Turn::new(()),
        }))
    }
}

impl Prints {
    /// The report as it is kept, or as it is made now and then kept. One is made at a time, so that who asks at once for
    /// the same gets the same.
    ///
    /// # Errors
    /// What `make` met; where too many wait, what that becomes.
    pub async fn print<E: From<NotSet>>(
        &self,
        editions: &dyn Editions,
        named: Named,
        make: impl AsyncFnOnce() -> Result<Content, E>,
    ) -> Result<Content, E> {
        if let Some(print) = self.find(editions.public_edition(), named) {
            return Ok(print);
        }
        let _turn = timeout(PATIENCE, self.0.turn.lock()).await.map_err(|_| {
            tracing::warn!("too many reports are being set");
            NotSet::Now
        })?;
        // Read before it is made, never after: what changes meanwhile makes it one of an edition that is over.
        let edition = editions.public_edition();
        if let Some(print) = self.find(edition, named) {
            return Ok(print);
        }
        let print = make().await?;
        if let Some(edition) = edition {
            self.keep(edition, named, print.clone());
        }
        Ok(print)
    }

    fn find(&self, edition: Option<Edition>, named: Named) -> Option<Content> {
        self.prints().of(edition?)?.get(&named)
    }

    fn keep(&self, edition: Edition, named: Named, print: Content) {
        if let Some(prints) = self.prints().of(edition) {
            prints.put(named, print.bytes.len(), print);
        }
    }

    fn prints(&self) -> MutexGuard<'_, OfEdition<Named, Content>> {
        // Nothing panics while it is held.
        self.0.prints.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
