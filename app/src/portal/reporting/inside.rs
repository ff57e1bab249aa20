//! What the people of a State keep among themselves about a report: who writes which section, which is done, and what they
//! tell one another. For everyone else, the secretariat included, there is no such thing.

use super::comments::RefusedComment;
use crate::{
    error::PortalError,
    portal::{
        Portal,
        ports::{NamedComment, Receipt},
    },
};
use domain::{
    filing::Filing,
    ids::{FilingReference, FormKey, PersonId},
    lifecycle::Action,
    people::StateRole,
    policy::{self, Refusal},
    questionnaire::SectionId,
    report::{
        Report, inside,
        sections::{Assignment, Assignments},
    },
};
use std::collections::BTreeSet;

/// A colleague.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Colleague {
    /// Who.
    pub id: PersonId,
    /// Their name.
    pub name: String,
    /// Whether they draft.
    pub drafts: bool,
}

/// What the people of a State keep among themselves about a report.
pub struct InsideSeen {
    /// Who writes which section.
    pub assignments: Assignments,
    /// What they told one another, oldest first.
    pub comments: Vec<NamedComment>,
    /// What the reader last wrote to the others, where it was refused.
    pub refused: Option<RefusedComment>,
    /// The State's people.
    pub people: Vec<Colleague>,
    /// Who reads it.
    pub reader: PersonId,
    /// Whether the reader may give sections to others and write comments.
    pub may_write: bool,
    /// The key of this drawing of the forms: one of them is posted.
    pub key: FormKey,
}

impl InsideSeen {
    /// Who this person is called.
    pub fn name(&self, id: PersonId) -> String {
        let found = self.people.iter().find(|person| person.id == id);
        found.map(|person| person.name.clone()).unwrap_or_default()
    }
}

impl Portal {
    /// What the people of the visitor's State keep among themselves about this report; none for anyone else.
    pub(super) async fn inside(&self, filing: &Filing<Report>) -> Result<Option<InsideSeen>, PortalError> {
        let actor = self.actor()?;
        if !policy::may_read_draft(actor, filing) {
            return Ok(None);
        }
        let state = filing.reference.state;
        let comments = self.store().comments(filing.id, &state).await?.into_iter();
        let seen = |named: NamedComment| {
            let comment = named.comment.seen_by(actor)?;
            Some(NamedComment { comment, ..named })
        };
        let people = self.store().people().await?.into_iter();
        let people = people.filter(|person| person.side.state() == Some(&state));
        Ok(Some(InsideSeen {
            assignments: self.store().assignments(filing.id, &state).await?,
            comments: comments.filter_map(seen).collect(),
            refused: self.refused_comment(&filing.reference).await?,
            people: people
                .map(|person| Colleague {
                    id: person.id,
                    drafts: person.active && person.side.is(StateRole::Drafter),
                    name: person.name,
                })
                .collect(),
            reader: actor.id,
            may_write: inside::may_write(&state, actor).is_ok(),
            key: self.form_key(),
        }))
    }

    /// Give a section to these drafters, or to all where there are none.
    ///
    /// # Errors
    /// Where the visitor is neither drafter nor approver of the State, or one of them does not draft for it.
    pub async fn give_section(
        &self,
        reference: &FilingReference,
        section: SectionId,
        key: FormKey,
        to: BTreeSet<PersonId>,
    ) -> Result<Receipt, PortalError> {
        let filing = self.of_own_state(reference).await?;
        let inside = self.inside(&filing).await?.ok_or(PortalError::NotFound)?;
        let is_drafter = |id: &PersonId| inside.people.iter().any(|person| person.id == *id && person.drafts);
        if filing.terms.questionnaire.section(&section).is_none() || !to.iter().all(is_drafter) {
            return Err(PortalError::Malformed);
        }
        let given = inside.assignments.give(section.clone(), to, self.actor()?);
        self.put_section(&filing, section, key, given).await
    }

    /// Say that a section is done, or that it is not.
    ///
    /// # Errors
    /// Where the visitor does not write it.
    pub async fn say_done(
        &self,
        reference: &FilingReference,
        section: SectionId,
        key: FormKey,
        done: bool,
    ) -> Result<Receipt, PortalError> {
        let filing = self.of_own_state(reference).await?;
        if filing.terms.questionnaire.section(&section).is_none() {
            return Err(PortalError::Malformed);
        }
        let assignments = self.store().assignments(filing.id, &reference.state).await?;
        let said = assignments.say_done(section.clone(), done, self.actor()?, self.now());
        self.put_section(&filing, section, key, said).await
    }

    async fn put_section(
        &self,
        filing: &Filing<Report>,
        section: SectionId,
        key: FormKey,
        assignments: Result<Assignments, Refusal>,
    ) -> Result<Receipt, PortalError> {
        let assignments = match assignments {
            Ok(assignments) => assignments,
            Err(refusal) => return Err(self.denied("give", refusal, filing.reference.to_string()).await),
        };
        let assignment = assignments.of(&section).cloned().unwrap_or_else(Assignment::default);
        let receipt = inside_receipt(&filing.reference, Some(section.clone()));
        let posting = self.posting(key, filing.version)?;
        self.once(key, async {
            let store = self.store();
            store
                .put_assignment(filing.id, &section, &assignment, &receipt, posting)
                .await?;
            Ok(receipt.clone())
        })
        .await
    }

    /// May the visitor write in this section? It may have been given to others.
    ///
    /// # Errors
    /// Why not.
    pub(super) async fn may_write_section(
        &self,
        filing: &Filing<Report>,
        section: &SectionId,
    ) -> Result<(), PortalError> {
        let assignments = self.store().assignments(filing.id, &filing.reference.state).await?;
        match assignments.may_write(section, self.actor()?) {
            Ok(()) => Ok(()),
            Err(refusal) => {
                let on = filing.reference.to_string();
                Err(self.denied(Action::Edit.code(), refusal, on).await)
            }
        }
    }

    /// The report, for the people of its State alone.
    pub(super) async fn of_own_state(&self, reference: &FilingReference) -> Result<Filing<Report>, PortalError> {
        let filing = self.reachable::<Report>(reference).await?;
        if policy::may_read_draft(self.actor()?, &filing) {
            Ok(filing)
        } else {
            Err(self.denied("inside", Refusal::Hidden, reference.to_string()).await)
        }
    }
}

pub(super) fn inside_receipt(reference: &FilingReference, section: Option<SectionId>) -> Receipt {
    Receipt::Answered {
        reference: reference.clone(),
        section,
        classified: BTreeSet::new(),
        oversized: BTreeSet::new(),
        to_choose: false,
    }
}
