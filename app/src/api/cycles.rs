//! The doors of preparation: questionnaires, cycles, commitments; and of what a State says beside its reports.

use super::{portal, upload::Upload};
use crate::{
    error::PortalError,
    portal::cycles::forms::{BeginForm, CalendarForm, CircleForm, CommitmentForm, PlanForm, TimeForm},
    routes,
};
use domain::{cycle::CycleYear, ids::Version, questionnaire::QuestionnaireVersion, state::StateCode};
use leptos::{
    prelude::*,
    server_fn::codec::{MultipartData, MultipartFormData},
};
use leptos_axum::redirect;

/// Begin a version of the questionnaire as the shipped or the latest open one.
#[server(prefix = "/do", endpoint = "begin-questionnaire")]
pub async fn begin_questionnaire(form: BeginForm) -> Result<(), PortalError> {
    let version = portal()?.begin_edition(form).await?;
    redirect(&routes::edition_after(version, "begun"), false);
    Ok(())
}

/// Begin one with a file: `version` and `file` of a multipart form.
#[server(prefix = "/do", endpoint = "begin-questionnaire-with", input = MultipartFormData)]
pub async fn begin_questionnaire_with(data: MultipartData) -> Result<(), PortalError> {
    let (portal, upload) = (portal()?, Upload::of(data).await?);
    let form = BeginForm {
        from: "file".to_owned(),
        version: upload.typed("version"),
    };
    let version = portal.begin_edition_with(form, &upload.file).await?;
    redirect(&routes::edition_after(version, "begun"), false);
    Ok(())
}

/// Replace its content by a file: `version`, `seen` and `file` of a multipart form.
#[server(prefix = "/do", endpoint = "replace-questionnaire", input = MultipartFormData)]
pub async fn replace_questionnaire(data: MultipartData) -> Result<(), PortalError> {
    let (portal, upload) = (portal()?, Upload::of(data).await?);
    let (version, seen) = (upload.field("version")?, Version::new(upload.field("seen")?));
    portal.replace_edition(version, seen, &upload.file).await?;
    redirect(&routes::edition_after(version, "replaced"), false);
    Ok(())
}

/// Say that it is ready.
#[server(prefix = "/do", endpoint = "propose-questionnaire")]
pub async fn propose_questionnaire(version: QuestionnaireVersion, seen: Version) -> Result<(), PortalError> {
    portal()?.propose_edition(version, seen).await?;
    redirect(&routes::edition_after(version, "proposed"), false);
    Ok(())
}

/// Give it back to the reviewers.
#[server(prefix = "/do", endpoint = "return-questionnaire")]
pub async fn return_questionnaire(
    version: QuestionnaireVersion,
    seen: Version,
    #[server(default)] why: String,
) -> Result<(), PortalError> {
    portal()?.return_edition(version, seen, &why).await?;
    redirect(&routes::edition_after(version, "returned"), false);
    Ok(())
}

/// Open it, by itself.
#[server(prefix = "/do", endpoint = "open-questionnaire")]
pub async fn open_questionnaire(version: QuestionnaireVersion, seen: Version) -> Result<(), PortalError> {
    portal()?.open_edition(version, seen).await?;
    redirect(&routes::edition_after(version, "opened"), false);
    Ok(())
}

/// Plan a cycle, or plan it anew.
#[server(prefix = "/do", endpoint = "plan-cycle")]
pub async fn plan_cycle(form: PlanForm, #[server(default)] seen: Option<Version>) -> Result<(), PortalError> {
    let year = portal()?.plan_cycle(form, seen).await?;
    redirect(&routes::prepared_cycle_after(year, "planned"), false);
    Ok(())
}

/// Open a cycle, with its questionnaire.
#[server(prefix = "/do", endpoint = "open-cycle")]
pub async fn open_cycle(year: CycleYear, seen: Version) -> Result<(), PortalError> {
    portal()?.open_cycle(year, seen).await?;
    redirect(&routes::prepared_cycle_after(year, "cycle-opened"), false);
    Ok(())
}

/// Ask for more time.
#[server(prefix = "/do", endpoint = "ask-time")]
pub async fn ask_time(year: CycleYear, form: TimeForm) -> Result<(), PortalError> {
    portal()?.ask_time(year, form).await?;
    redirect(&routes::report_in(year), false);
    Ok(())
}

/// Grant a State the time it asked for, with a word to it or without.
#[server(prefix = "/do", endpoint = "grant-time")]
pub async fn grant_time(
    year: CycleYear,
    state: StateCode,
    #[server(default)] words: String,
) -> Result<(), PortalError> {
    portal()?.grant_time(year, state, &words).await?;
    redirect(&routes::prepared_cycle_after(year, "time-granted"), false);
    Ok(())
}

/// Refuse it.
#[server(prefix = "/do", endpoint = "refuse-time")]
pub async fn refuse_time(year: CycleYear, state: StateCode, #[server(default)] why: String) -> Result<(), PortalError> {
    portal()?.refuse_time(year, state, &why).await?;
    redirect(&routes::prepared_cycle_after(year, "time-refused"), false);
    Ok(())
}

/// Change a commitment, or add one.
#[server(prefix = "/do", endpoint = "put-commitment")]
pub async fn put_commitment(form: CommitmentForm, #[server(default)] is_new: bool) -> Result<(), PortalError> {
    portal()?.put_commitment(form, is_new).await?;
    redirect(routes::CATALOGUE, false);
    Ok(())
}

/// Change the name of a circle, or add one.
#[server(prefix = "/do", endpoint = "put-circle")]
pub async fn put_circle(form: CircleForm) -> Result<(), PortalError> {
    portal()?.put_circle(form).await?;
    redirect(routes::CATALOGUE, false);
    Ok(())
}

/// Put a State into these circles and no others.
#[server(prefix = "/do", endpoint = "put-circles")]
pub async fn put_circles(state: StateCode, #[server(default)] circles: Vec<String>) -> Result<(), PortalError> {
    portal()?.put_circles_of(state, &circles).await?;
    redirect(routes::CIRCLES, false);
    Ok(())
}

/// Report on these commitments besides what is addressed to the State, and on no others.
#[server(prefix = "/do", endpoint = "opt-in")]
pub async fn opt_in(#[server(default)] items: Vec<String>) -> Result<(), PortalError> {
    portal()?.opt_in(&items).await?;
    redirect(routes::OPTED_IN, false);
    Ok(())
}

/// Say when a State works.
#[server(prefix = "/do", endpoint = "put-calendar")]
pub async fn put_calendar(form: CalendarForm) -> Result<(), PortalError> {
    portal()?.put_calendar(form).await?;
    redirect(routes::CALENDAR_PUT, false);
    Ok(())
}
