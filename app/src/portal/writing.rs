//! The pages on which a filing is written: a page of its form, the choice between two versions, the check before it is
//! sent.
//!
//! Two people of a State may write at once, and one of them may send it while the other is still typing. Whoever may
//! read what was typed but not change it (any more) is told so, and is given back what they could not save: that there
//! is no such page would be a lie to somebody who was on it a minute ago. For everyone else there is none.

use super::{Portal, given_back::Unsaved, notes::GivenBack, ports::Beside, public::StateNames, reading::FilingSeen};
use crate::error::PortalError;
use domain::{
    filing::Filing,
    form::Section,
    ids::{FilingReference, FormKey, PersonId, Version},
    incident::Incident,
    issue::Issues,
    lifecycle::Action,
    policy::{self, Refusal},
    state::State,
};

/// A page on which a filing is written.
pub enum Writing<T> {
    /// For somebody who may change it now.
    Open(T),
    /// For somebody of its State who may not.
    Closed(Box<Closed>),
}

impl<T> Writing<T> {
    /// Makes another page of it, where it is open.
    pub fn map<U>(self, page: impl FnOnce(T) -> U) -> Writing<U> {
        match self {
            Self::Open(found) => Writing::Open(page(found)),
            Self::Closed(closed) => Writing::Closed(closed),
        }
    }
}

/// What is said to somebody of its State who may not change a filing.
pub struct Closed {
    /// The filing.
    pub filing: Filing,
    /// Whether it is others who may, rather than nobody.
    pub is_for_others: bool,
    /// What they wrote for it when that was last refused.
    pub given_back: Option<GivenBack>,
    /// What they typed and could not save.
    pub unsaved: Unsaved,
    /// Names of States.
    pub names: StateNames,
}

/// A page of the form.
pub struct FormSeen {
    /// The filing.
    pub filing: Filing,
    /// The version it is drawn from: an older one where it gives back what was typed over that, so that what others
    /// wrote since is not overwritten unseen.
    pub seen: Version,
    /// Which page.
    pub page: Section,
    /// Everything that stands in the way, on any page.
    pub issues: Issues,
    /// All States, to choose those affected.
    pub states: Vec<State>,
    /// Whether something waits to be chosen between.
    pub to_choose: bool,
    /// The key of this drawing of the form.
    pub key: FormKey,
    /// Whom it is drawn for.
    pub by: PersonId,
}

/// Two versions of the same fields.
pub struct ChoiceSeen {
    /// The filing with the newer version.
    pub filing: Filing,
    /// What was kept beside it.
    pub beside: Vec<Beside>,
    /// Names of States.
    pub names: StateNames,
    /// The key of this drawing of the form.
    pub key: FormKey,
    /// Whom it is drawn for.
    pub by: PersonId,
}

/// Everything that was answered, on one page before it is sent.
pub struct CheckSeen {
    /// The filing.
    pub seen: FilingSeen,
    /// Everything that stands in the way.
    pub issues: Issues,
}

impl Portal {
    /// A page of the form. What could not be saved of it stands in its boxes again.
    ///
    /// # Errors
    /// [`PortalError::NotFound`] for anyone who may not read what was typed, as everywhere here.
    pub async fn form(&self, reference: &FilingReference, page: Section) -> Result<Writing<FormSeen>, PortalError> {
        let mut filing = match self.writable(reference).await? {
            Writing::Open(filing) => filing,
            Writing::Closed(closed) => return Ok(Writing::Closed(closed)),
        };
        let mut unsaved = self.unsaved(reference).await?;
        unsaved.answers.retain(|field, _| field.section() == page);
        let seen = if unsaved.answers.is_empty() {
            filing.version
        } else {
            unsaved.seen
        };
        filing.draft.answers.extend(unsaved.answers);
        Ok(Writing::Open(FormSeen {
            seen,
            page,
            issues: filing.draft.issues(filing.terms, self.now()),
            states: self.store().states().await?,
            to_choose: !self.filings_of::<Incident>().beside(filing.id).await?.is_empty(),
            key: self.form_key(),
            by: self.actor()?.id,
            filing,
        }))
    }

    /// Two versions of the same fields.
    ///
    /// # Errors
    /// As everywhere here.
    pub async fn to_choose(&self, reference: &FilingReference) -> Result<Writing<ChoiceSeen>, PortalError> {
        let filing = match self.writable(reference).await? {
            Writing::Open(filing) => filing,
            Writing::Closed(closed) => return Ok(Writing::Closed(closed)),
        };
        Ok(Writing::Open(ChoiceSeen {
            beside: self.filings_of::<Incident>().beside(filing.id).await?,
            names: self.state_names().await?,
            key: self.form_key(),
            by: self.actor()?.id,
            filing,
        }))
    }

    /// Everything that was answered.
    ///
    /// # Errors
    /// As everywhere here.
    pub async fn check(&self, reference: &FilingReference) -> Result<Writing<CheckSeen>, PortalError> {
        let seen = self.filing(reference).await?;
        if !seen.standing.offered.contains(&Action::Edit) {
            let given_back = seen.standing.given_back;
            return self.closed(seen.filing, given_back).await.map(Writing::Closed);
        }
        let issues = seen.filing.draft.issues(seen.filing.terms, seen.standing.now);
        Ok(Writing::Open(CheckSeen { seen, issues }))
    }

    /// Whether something stands in the way on this page of the form.
    ///
    /// # Errors
    /// [`PortalError::NotFound`] where the filing does not exist for the visitor.
    pub async fn page_has_issues(&self, reference: &FilingReference, page: Section) -> Result<bool, PortalError> {
        let filing = self.reachable::<Incident>(reference).await?;
        let issues = filing.draft.issues(filing.terms, self.now());
        Ok(issues.iter().any(|issue| issue.field.section() == page))
    }

    /// The filing, where the visitor may change it now.
    async fn writable(&self, reference: &FilingReference) -> Result<Writing<Filing>, PortalError> {
        let filing = self.reachable::<Incident>(reference).await?;
        if policy::offered(self.actor()?, &filing).contains(&Action::Edit) {
            Ok(Writing::Open(filing))
        } else {
            self.closed(filing, self.given_back(reference).await?)
                .await
                .map(Writing::Closed)
        }
    }

    async fn closed(&self, filing: Filing, given_back: Option<GivenBack>) -> Result<Box<Closed>, PortalError> {
        if !policy::may_read_draft(self.actor()?, &filing) {
            let on = filing.reference.to_string();
            return Err(self.denied(Action::Edit.code(), Refusal::Hidden, on).await);
        }
        Ok(Box::new(Closed {
            given_back,
            is_for_others: filing.stage.admits(Action::Edit),
            unsaved: self.unsaved(&filing.reference).await?,
            names: self.state_names().await?,
            filing,
        }))
    }
}
