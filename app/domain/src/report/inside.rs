//! What the people of a State write to one another about their report.
//!
//! A comment stays inside the State: no secretariat reads it, no administrator, no export. It is an aggregate of its
//! own beside the report, and can be put into nothing that leaves: it has no serialisation, and everything that leaves
//! is serialised. The store writes its parts one by one.
//!
//! ```compile_fail
//! fn to_json(comment: &domain::report::inside::Comment) -> String {
//!     serde_json::to_string(comment).unwrap_or_default() // it cannot be written down
//! }
//! ```

use crate::{
    ids::{CommentId, FilingId, PersonId, Timestamp},
    note::Note,
    people::{Actor, Scope, StateRole},
    policy::Refusal,
    slug::{QuestionId, SectionId},
    state::StateCode,
};

/// What a comment is about.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum About {
    /// The whole.
    Report,
    /// A section.
    Section(SectionId),
    /// A question.
    Question(QuestionId),
}

/// A comment.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Comment {
    /// Its id.
    pub id: CommentId,
    /// The filing it is about.
    pub filing: FilingId,
    /// The State inside which it stays.
    pub state: StateCode,
    /// What it is about.
    pub about: About,
    /// Who wrote it.
    pub by: PersonId,
    /// When.
    pub at: Timestamp,
    /// The words, held to what holds for every note: none is classified.
    pub text: Note,
}

/// May this person write and read comments inside this State?
///
/// # Errors
/// [`Refusal::Hidden`] for anyone who is not of the State; its observers read and do not write.
pub fn may_write(state: &StateCode, actor: &Actor) -> Result<(), Refusal> {
    if actor.scope() != Scope::Own(*state) {
        return Err(Refusal::Hidden);
    }
    if actor.side.is(StateRole::Drafter) || actor.side.is(StateRole::Approver) {
        Ok(())
    } else {
        Err(Refusal::NotYours)
    }
}

impl Comment {
    /// The comment as this person reads it, which is all of it or nothing.
    pub fn seen_by(self, actor: &Actor) -> Option<Self> {
        (actor.scope() == Scope::Own(self.state)).then_some(self)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::samples::{CELESTE, PEOPLE, TUESDAY};
    use uuid::Uuid;

    #[test]
    fn a_comment_is_read_by_the_people_of_its_state_and_by_nobody_else() {
        let comment = Comment {
            id: CommentId::new(Uuid::from_u128(1)),
            filing: FilingId::new(Uuid::from_u128(2)),
            state: StateCode::VALDORIA,
            about: About::Report,
            by: CELESTE.id(),
            at: TUESDAY,
            text: "Who answers for the second section?".parse().unwrap(),
        };
        for person in PEOPLE {
            let actor = person.actor();
            let is_inside = actor.side.state() == Some(&StateCode::VALDORIA);
            assert_eq!(comment.clone().seen_by(&actor).is_some(), is_inside, "{}", person.name);
            let writes = may_write(&StateCode::VALDORIA, &actor);
            assert_eq!(writes.is_ok(), is_inside && *person != CELESTE, "{}", person.name);
            assert_eq!(writes == Err(Refusal::Hidden), !is_inside, "{}", person.name);
        }
    }
}
