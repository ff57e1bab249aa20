//! Forms of progress reports that are filled in away from the portal: the portal's [`OfflineForms`].
//!
//! Two kinds of file hold the same form. The workbook is for people and has a crate of its own; [`json`] is for programs.
//! Which of the two a file is, its first letter says: JSON begins with a brace, and no workbook does.
//!
//! Reading is pure, bytes in, boxes or reason out, but it can be long: what is brought may be anything, and up to 32 MiB
//! are unpacked of it. So it is done on a thread for such work, by at most two at a time.

mod json;
#[cfg(test)]
mod tests;

use super::Formats;
use app::{
    portal::ports::{FilledIn, NotWritten, OfflineForm, OfflineFormat, OfflineForms, Unread},
    words,
};
use async_trait::async_trait;
use domain::ids::{Timestamp, Version};
use std::sync::Arc;
use tokio::{sync::Semaphore, task::spawn_blocking};
use workbook::{Form, Unreadable, Words};

/// How many are read at once. More would only take turns on a small machine.
const AT_ONCE: usize = 2;

static TURNS: Semaphore = Semaphore::const_new(AT_ONCE);

#[async_trait]
impl OfflineForms for Formats {
    fn write(&self, form: &OfflineForm, format: OfflineFormat, made: Timestamp) -> Result<Vec<u8>, NotWritten> {
        match format {
            OfflineFormat::Json => Ok(json::write(form)),
            OfflineFormat::Workbook => {
                let words = Words {
                    say: &words::say_with,
                    right_to_left: words::locale().dir == "rtl",
                };
                workbook::write(&as_workbook(form), &words, made).map_err(|error| {
                    tracing::error!(%error, "a form was not written");
                    NotWritten
                })
            }
        }
    }

    async fn taken_from(&self, form: &Arc<OfflineForm>, file: &Arc<[u8]>) -> Result<Version, Unread> {
        in_turn(taken_from, form, file).await
    }

    async fn read(&self, form: &Arc<OfflineForm>, file: &Arc<[u8]>) -> Result<FilledIn, Unread> {
        in_turn(read, form, file).await
    }
}

/// What a file says, in its turn.
async fn in_turn<T: Send + 'static>(
    reading: fn(&OfflineForm, &[u8]) -> Result<T, Unread>,
    form: &Arc<OfflineForm>,
    file: &Arc<[u8]>,
) -> Result<T, Unread> {
    let turn = TURNS.acquire().await;
    let (form, file) = (Arc::clone(form), Arc::clone(file));
    // The turn ends with the work, not with the request: a visitor who goes away must not make room for another.
    let read = spawn_blocking(move || {
        let read = reading(&form, &file);
        drop(turn);
        read
    });
    read.await.unwrap_or_else(|_| Err(unreadable(&Unreadable::Damaged)))
}

fn taken_from(form: &OfflineForm, file: &[u8]) -> Result<Version, Unread> {
    if json::is_json(file) {
        return json::taken_from(form, file);
    }
    workbook::taken_from(file, &as_workbook(form)).map_err(|why| unreadable(&why))
}

fn read(form: &OfflineForm, file: &[u8]) -> Result<FilledIn, Unread> {
    if json::is_json(file) {
        return json::read(form, file);
    }
    let read = workbook::read(file, &as_workbook(form)).map_err(|why| unreadable(&why))?;
    Ok(FilledIn {
        answers: read.answers,
        left_out: read.left_out,
    })
}

fn as_workbook(form: &OfflineForm) -> Form<'_> {
    Form {
        state: form.reference.state,
        state_name: &form.state_name,
        cycle: form.terms.cycle,
        depth: form.depth,
        questionnaire: &form.terms.questionnaire,
        about: &form.terms.about,
        draft: &form.draft,
        version: form.version,
    }
}

fn unreadable(why: &Unreadable) -> Unread {
    let values = why.values().into_iter();
    Unread {
        format: Some(OfflineFormat::Workbook),
        code: why.code().to_owned(),
        values: values.map(|(name, value)| (name.to_owned(), value)).collect(),
    }
}
