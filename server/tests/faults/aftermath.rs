//! What has to be true of the database after the servers were killed, whatever was under way.

use super::{
    client::Posted,
    desk::Work,
    rows::{Filing, Rows, Step},
};
use app::portal::ports::Person;
use domain::{
    form::Field,
    ids::FilingReference,
    lifecycle::Action,
    people::{SecretariatRole, StateRole},
    state::StateCode,
};
use std::collections::{BTreeMap, BTreeSet};
use uuid::Uuid;

/// What was there before, what is there now, and what people were told.
pub struct Aftermath<'a> {
    /// Before the day began.
    pub before: &'a Rows,
    /// After it.
    pub after: &'a Rows,
    /// What people were told was done.
    pub work: &'a [Work],
    /// Who there is.
    pub people: &'a [Person],
}

impl Aftermath<'_> {
    /// All of it.
    pub fn is_as_told(&self) {
        self.every_form_counted_once();
        let new = self.new_filings();
        let opened = self
            .work
            .iter()
            .filter(|work| !work.typed.is_empty())
            .map(|work| work.reference.clone());
        assert_eq!(
            new.keys().cloned().collect::<BTreeSet<_>>(),
            opened.collect(),
            "filings that were opened"
        );
        for (reference, filing) in new {
            self.is_whole(&reference, filing);
        }
    }

    /// Every form that anybody posted.
    pub fn posted(&self) -> impl Iterator<Item = &Posted> {
        self.work.iter().flat_map(|work| &work.posted)
    }

    /// Each key once, and no key that nobody posted.
    fn every_form_counted_once(&self) {
        let known: BTreeSet<Uuid> = self.before.receipts.iter().map(|receipt| receipt.form_key).collect();
        let keys = self.after.receipts.iter().map(|receipt| receipt.form_key);
        let mut counted: Vec<Uuid> = keys.filter(|key| !known.contains(key)).collect();
        counted.sort_unstable();
        let mut told: Vec<Uuid> = self.posted().map(|posted| posted.key.as_uuid()).collect();
        told.sort_unstable();
        assert_eq!(counted, told, "every acknowledged key is there exactly once");
    }

    /// How many forms whose answer was lost had been carried out all the same.
    pub fn done_without_a_word(&self) -> usize {
        let counted: BTreeMap<Uuid, i64> = self
            .after
            .receipts
            .iter()
            .map(|receipt| (receipt.form_key, receipt.posted_at))
            .collect();
        let before = |posted: &&Posted| {
            posted
                .sent_again
                .is_some_and(|again| counted[&posted.key.as_uuid()] < again.micros())
        };
        self.posted().filter(before).count()
    }

    fn new_filings(&self) -> BTreeMap<FilingReference, &Filing> {
        let known: BTreeSet<Uuid> = self.before.filings.iter().map(|filing| filing.id).collect();
        let new = self.after.filings.iter().filter(|filing| !known.contains(&filing.id));
        new.map(|filing| (filing.reference(), filing)).collect()
    }

    fn is_whole(&self, reference: &FilingReference, filing: &Filing) {
        let steps: Vec<&Step> = self
            .after
            .steps
            .iter()
            .filter(|step| step.filing == filing.id)
            .collect();
        let mut told: Vec<Action> = self.of(reference).flat_map(|work| &work.commands).copied().collect();
        told.sort_unstable();
        let taken: Vec<Action> = steps
            .iter()
            .filter_map(|step| Action::from_code(&step.action))
            .collect();
        assert_eq!(taken, told, "the steps of {reference}, in the order of a life");
        Self::stands_where_its_steps_lead(filing, &steps);
        self.has_every_version(filing, &steps);
        let named = format!("{}-{}-{}", reference.state, reference.year, reference.number);
        let let_out = self
            .after
            .submissions
            .iter()
            .filter(|submission| submission.name == named)
            .count();
        assert_eq!(
            let_out,
            taken.iter().filter(|action| **action == Action::Approve).count(),
            "{reference}"
        );
        let logged = self
            .after
            .moves
            .iter()
            .filter(|line| line.name == filing.id.to_string())
            .count();
        assert_eq!(logged, steps.len(), "a line of the log for each step of {reference}");
        for step in steps {
            self.was_told(reference, step);
        }
    }

    fn of(&self, reference: &FilingReference) -> impl Iterator<Item = &Work> {
        self.work.iter().filter(move |work| work.reference == *reference)
    }

    fn stands_where_its_steps_lead(filing: &Filing, steps: &[&Step]) {
        let mut stands = "draft";
        for step in steps {
            assert_eq!(step.from_stage, stands, "{:?}", filing.reference());
            stands = &step.to_stage;
        }
        assert_eq!(filing.stage, stands, "{:?}", filing.reference());
    }

    /// Every version was made by a draft or by a step, and by one of them.
    fn has_every_version(&self, filing: &Filing, steps: &[&Step]) {
        let drafts = self
            .after
            .revisions
            .iter()
            .filter(|draft| draft.filing == filing.id)
            .map(|draft| draft.version);
        let mut versions: Vec<i64> = drafts.chain(steps.iter().map(|step| step.version)).collect();
        versions.sort_unstable();
        assert_eq!(
            versions,
            (0..=filing.version).collect::<Vec<_>>(),
            "{:?}",
            filing.reference()
        );
    }

    /// Whoever has to be told of a step has one letter, and nobody else has any.
    fn was_told(&self, reference: &FilingReference, step: &Step) {
        let (occasion, mut expected) = match Action::from_code(&step.action) {
            Some(Action::Send) => ("to-approve", self.approvers(reference.state)),
            Some(Action::Approve) => ("to-review", self.reviewers()),
            _ => return,
        };
        expected.retain(|person| *person != step.person);
        expected.sort_unstable();
        let name = Some(reference.to_string());
        let letters = self
            .after
            .letters
            .iter()
            .filter(|letter| letter.filing == name && letter.occasion == occasion);
        let mut told: Vec<Uuid> = letters.map(|letter| letter.person).collect();
        told.sort_unstable();
        assert_eq!(told, expected, "{occasion} of {reference}");
    }

    fn approvers(&self, state: StateCode) -> Vec<Uuid> {
        self.whoever(|person| person.side.state() == Some(&state) && person.side.is(StateRole::Approver))
    }

    fn reviewers(&self) -> Vec<Uuid> {
        self.whoever(|person| person.side.serves_as(SecretariatRole::Reviewer))
    }

    fn whoever(&self, is: impl Fn(&Person) -> bool) -> Vec<Uuid> {
        self.people
            .iter()
            .filter(|person| person.active && is(person))
            .map(|person| person.id.as_uuid())
            .collect()
    }
}

/// Whether the draft is, field for field, what was typed.
pub fn is_as_typed(filing: &domain::filing::Filing, work: &Work) {
    let differs = |field: &&Field| filing.draft.typed(**field) != work.typed[field];
    let lost: Vec<&Field> = work.typed.keys().filter(differs).collect();
    assert!(lost.is_empty(), "{}: {lost:?}", work.reference);
}
