//! The doors of progress reports: begin one, save the choices that concern the whole, save a section, choose between two
//! versions. What is commanded of a report goes through the doors of all [filings](super::filings).

use super::{
    answered::{self, Answers},
    onward::Then,
    portal,
};
use crate::{
    error::PortalError,
    portal::{Portal, ports::Receipt, reporting::saving::Section},
    routes::{self, Questions},
};
use domain::{
    cycle::CycleYear,
    ids::{FilingReference, FormKey, PersonId, Version},
    questionnaire::{QuestionId, SectionId},
    report::Tier,
};
use leptos::prelude::*;
use leptos_axum::redirect;
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};

/// Which button a section was saved with.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum ThenSection {
    /// Go on to the next section, if this one is in order.
    #[default]
    Continue,
    /// Say that all answers of last year that are as they were still stand, and go on.
    AllStand,
    /// Leave the form for now.
    Leave,
}

/// Begin the report of a cycle, in a tier.
#[server(prefix = "/do", endpoint = "begin-report")]
pub async fn begin_report(
    year: CycleYear,
    key: FormKey,
    #[server(default)] tier: String,
    #[server(default)] since: Option<CycleYear>,
) -> Result<(), PortalError> {
    let tier = answered::tier(&tier)?;
    let receipt = portal()?.begin_report(year, key, tier, since).await?;
    redirect(&after_beginning(&receipt, tier, since), false);
    Ok(())
}

/// Keep tier, readers and the confirmation that there is nothing new.
#[server(prefix = "/do", endpoint = "save-report")]
pub async fn save_report(
    reference: FilingReference,
    seen: Version,
    key: FormKey,
    #[server(default)] tier: String,
    #[server(default)] since: String,
    #[server(default)] audience: String,
    #[server(default)] then: Then,
) -> Result<(), PortalError> {
    let portal = portal()?;
    let whole = answered::whole(&tier, since, &audience)?;
    let receipt = portal.save_whole(&reference, seen, key, &whole).await?;
    redirect(&after_saving(&portal, &receipt, then).await?, false);
    Ok(())
}

/// Keep what was typed in a section, whatever it is.
#[server(prefix = "/do", endpoint = "save-answers")]
pub async fn save_answers(
    reference: FilingReference,
    section: SectionId,
    seen: Version,
    key: FormKey,
    #[server(default)] answers: Answers,
    #[server(default)] then: ThenSection,
) -> Result<(), PortalError> {
    let portal = portal()?;
    let section = posted(section, answers, then)?;
    let receipt = portal.save_section(&reference, seen, key, &section).await?;
    redirect(&after_saving(&portal, &receipt, then.into()).await?, false);
    Ok(())
}

/// Choose, answer by answer, between the draft and what was kept aside.
#[server(prefix = "/do", endpoint = "choose-answers")]
pub async fn choose_answers(
    reference: FilingReference,
    seen: Version,
    key: FormKey,
    #[server(default)] versions: BTreeMap<String, String>,
) -> Result<(), PortalError> {
    let portal = portal()?;
    let chosen = answered::chosen(&versions)?;
    let receipt = portal.choose_answers(&reference, seen, key, &chosen).await?;
    redirect(&after_saving(&portal, &receipt, Then::Continue).await?, false);
    Ok(())
}

/// Give a section to these drafters, or to all where there are none.
#[server(prefix = "/do", endpoint = "give-section")]
pub async fn give_section(
    reference: FilingReference,
    section: SectionId,
    key: FormKey,
    #[server(default)] drafters: BTreeSet<PersonId>,
) -> Result<(), PortalError> {
    let receipt = portal()?.give_section(&reference, section, key, drafters).await?;
    redirect(&after_inside(&receipt), false);
    Ok(())
}

/// Say that a section is done, or that it is not.
#[server(prefix = "/do", endpoint = "say-done")]
pub async fn say_done(
    reference: FilingReference,
    section: SectionId,
    key: FormKey,
    #[server(default)] done: String,
) -> Result<(), PortalError> {
    let receipt = portal()?.say_done(&reference, section, key, !done.is_empty()).await?;
    redirect(&after_inside(&receipt), false);
    Ok(())
}

/// Write a comment that stays inside the State.
#[server(prefix = "/do", endpoint = "add-comment")]
pub async fn add_comment(
    reference: FilingReference,
    #[server(default)] section: Option<SectionId>,
    #[server(default)] question: Option<QuestionId>,
    key: FormKey,
    #[server(default)] text: String,
) -> Result<(), PortalError> {
    let receipt = portal()?.comment(&reference, section, question, key, &text).await?;
    redirect(&after_inside(&receipt), false);
    Ok(())
}

/// The page on which it was said.
fn after_inside(receipt: &Receipt) -> String {
    match receipt {
        Receipt::Answered {
            reference,
            section: Some(section),
            ..
        } => routes::report_section(reference, section),
        Receipt::Answered { reference, .. } => routes::filing(reference),
        _ => routes::REPORTS.to_owned(),
    }
}

impl From<ThenSection> for Then {
    fn from(then: ThenSection) -> Self {
        match then {
            ThenSection::Continue | ThenSection::AllStand => Self::Continue,
            ThenSection::Leave => Self::Leave,
        }
    }
}

fn posted(id: SectionId, answers: Answers, then: ThenSection) -> Result<Section, PortalError> {
    Ok(Section {
        id,
        answers: answered::answers(answers)?,
        all_stand: then == ThenSection::AllStand,
    })
}

/// Where there is nothing new and somebody confirmed it, all that is left is to send it.
fn after_beginning(receipt: &Receipt, tier: Option<Tier>, since: Option<CycleYear>) -> String {
    let Receipt::Opened(reference) = receipt else {
        return routes::REPORTS.to_owned();
    };
    match (tier, since) {
        (Some(Tier::NothingNew), Some(_)) => routes::check_answers(reference),
        (Some(Tier::NothingNew) | None, _) => routes::report_checked(reference),
        (Some(Tier::Short | Tier::Full), _) => routes::report(reference),
    }
}

/// The page after saving one of the form's. What was not kept is said before anything else, whatever the button.
async fn after_saving(portal: &Portal, receipt: &Receipt, then: Then) -> Result<String, PortalError> {
    let Receipt::Answered {
        reference,
        section,
        classified,
        oversized,
        to_choose,
    } = receipt
    else {
        return Ok(routes::REPORTS.to_owned());
    };
    let here = match (to_choose, section) {
        (true, _) => routes::choose(reference),
        (false, Some(section)) => routes::report_section_checked(reference, section),
        (false, None) => routes::report_checked(reference),
    };
    if !classified.is_empty() || !oversized.is_empty() {
        let (classified, oversized) = (Questions(classified.clone()), Questions(oversized.clone()));
        return Ok(routes::with_left_out(&here, &classified, &oversized));
    }
    Ok(match then {
        _ if *to_choose => here,
        Then::Leave => routes::filing(reference),
        Then::Continue if portal.report_has_issues(reference, section.as_ref()).await? => here,
        Then::Continue => {
            let next = portal.section_after(reference, section.as_ref()).await?;
            routes::report_onward(reference, next.as_ref())
        }
    })
}
