//! What happened to a filing: who, when, from where to where, with what words; and who may read which of it.

use crate::{
    filing::Filing,
    ids::{PersonId, Timestamp},
    lifecycle::{Action, Command, Stage, StageName},
    matter::{Matter, Place},
    people::{Actor, Side},
    state::StateCode,
};
use serde::{Deserialize, Serialize};

/// For whom somebody acted: what the other side reads in place of a name.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Office {
    /// A State.
    State(StateCode),
    /// The secretariat.
    Secretariat,
}

/// One step in a filing's life. Written in the same transaction as the step, never changed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// When.
    pub at: Timestamp,
    /// Who, as their own side reads it.
    pub by: PersonId,
    /// For whom, as the other side reads it.
    pub office: Office,
    /// What they did.
    pub action: Action,
    /// Where the filing stood.
    pub from: StageName,
    /// Where it stands.
    pub to: StageName,
    /// What they wrote: a question, an answer, a reason.
    pub note: Option<String>,
    /// Where in the filing a question is about.
    pub on: Option<Place>,
    /// Whether the State's only person approved what they had drafted.
    pub alone: bool,
}

impl Entry {
    /// What the timeline says of this command to the filing, which leads it there.
    pub(crate) fn of<M: Matter>(
        filing: &Filing<M>,
        command: &Command,
        to: &Stage,
        actor: &Actor,
        at: Timestamp,
    ) -> Self {
        let (note, on) = match (command, &filing.stage) {
            (Command::Ask(question), _) => (Some(&question.text), question.on.clone()),
            (Command::Return { why } | Command::Reopen { why } | Command::Withdraw { why }, _) => (Some(why), None),
            (Command::Answer { answer }, stage) => {
                (Some(answer), stage.question().and_then(|question| question.on.clone()))
            }
            // The words of the answer reach the secretariat here, with the approval.
            (Command::Approve { .. }, Stage::AnswerAwaitingApproval { answer, question, .. }) => {
                (Some(answer), question.on.clone())
            }
            _ => (None, None),
        };
        Self {
            at,
            by: actor.id,
            office: actor.side.state().copied().map_or(Office::Secretariat, Office::State),
            action: command.action(),
            from: filing.stage.name(),
            to: to.name(),
            note: note.map(|note| note.as_str().to_owned()),
            on,
            alone: matches!(command, Command::Approve { .. }) && filing.is_drafted_alone_by(actor.id),
        }
    }

    /// The entry as this person may read it, or nothing where they may not.
    ///
    /// A State's people read all of it. The secretariat reads only what a national authority let out, and its own steps:
    /// sending, answering and returning happen inside the State, and the words of an answer come with its approval. Where
    /// a step led away from an answer that was being approved, it reads the stage it knew: its question was open.
    pub fn seen_by(self, actor: &Actor) -> Option<Self> {
        let is_inside = matches!(
            self.action,
            Action::Edit | Action::Send | Action::Answer | Action::Return
        );
        let may_read = match actor.side {
            Side::State { .. } => true,
            Side::Secretariat(_) => !is_inside,
            Side::Administrator | Side::Auditor => false,
        };
        may_read.then(|| Self {
            from: self.from.known_to(&actor.side),
            to: self.to.known_to(&actor.side),
            ..self
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        lifecycle::Command,
        marking::Audience,
        samples::{AMINA, BASHIR, CHIDI, FARID, SamplePerson, TUESDAY, note, way_to},
    };

    /// The life of a filing that was withdrawn while an answer awaited approval, as this person reads it.
    fn life(reader: SamplePerson) -> Vec<Entry> {
        let (filing, mut decisions) = way_to(StageName::AnswerAwaitingApproval, Audience::Public).unwrap();
        let why = note("Filed twice.").unwrap();
        decisions.push(
            filing
                .decide(Command::Withdraw { why }, &BASHIR.actor(), TUESDAY)
                .unwrap(),
        );
        let entries = decisions.into_iter().map(|decided| decided.entry);
        entries.filter_map(|entry| entry.seen_by(&reader.actor())).collect()
    }

    #[test]
    fn the_secretariat_never_reads_that_an_answer_was_being_approved() {
        let steps: Vec<_> = life(CHIDI)
            .iter()
            .map(|entry| (entry.action, entry.from, entry.to))
            .collect();
        assert_eq!(
            steps,
            [
                (Action::Approve, StageName::AwaitingApproval, StageName::Submitted),
                (Action::Claim, StageName::Submitted, StageName::UnderReview),
                (Action::Ask, StageName::UnderReview, StageName::ClarificationAsked),
                (Action::Withdraw, StageName::ClarificationAsked, StageName::Withdrawn),
            ]
        );
    }

    #[test]
    fn its_own_state_reads_everything_and_who_keeps_accounts_nothing() {
        let entries = life(AMINA);
        let withdrawn = entries.last().map(|entry| (entry.from, entry.to));
        assert_eq!(
            withdrawn,
            Some((StageName::AnswerAwaitingApproval, StageName::Withdrawn))
        );
        assert_eq!(entries.len(), 6);
        assert!(life(FARID).is_empty());
    }
}
