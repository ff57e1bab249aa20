//! Everything that is wrong with a questionnaire, by row and column.
//!
//! The rows are those of its [table](super::table): the heading is row 1, the first question row 2. A section's faults
//! stand at its first question, and what concerns the whole has no row. Whoever imports a table reads the rows of their
//! own file; whoever edits on a page is led to the question by the same number.

use crate::{
    answer::Text,
    catalogue,
    commitment::Commitments,
    guard,
    questionnaire::{Column, Fault, Flaw, Kind, Lineage, Question, Questionnaire, Section},
};
use std::collections::BTreeSet;

/// The most questions: twice what anyone should be asked.
pub const QUESTIONS_MAX: usize = 200;
/// The most characters of a title or label.
pub const LINE_MAX: usize = 200;
/// The most characters of a question.
pub const TEXT_MAX: usize = 500;
/// The most characters of guidance.
pub const GUIDANCE_MAX: usize = 2_000;
/// The most choices a question offers.
pub const CHOICES_MAX: usize = 60;
/// The most characters a question may allow for free text.
pub const ANSWER_MAX: usize = 4_000;
/// What no section can be called: beside its sections a report has a form to be taken along, at an address like theirs.
const TAKEN: &str = "offline";

impl Questionnaire {
    /// Everything that keeps this questionnaire from being opened. `before` is the version it follows.
    pub fn faults(&self, known: &Commitments, before: Option<&Self>) -> BTreeSet<Fault> {
        let mut check = Check {
            known,
            before,
            row: None,
            faults: BTreeSet::new(),
        };
        check.whole(self);
        let (mut sections, mut ids, mut taken) = (BTreeSet::new(), BTreeSet::new(), BTreeSet::new());
        let mut row = 1;
        for section in &self.sections {
            check.row = Some(row + 1);
            check.section(section);
            check.when(!sections.insert(&section.id), Column::Section, Flaw::Twice);
            for question in &section.questions {
                row += 1;
                check.row = Some(row);
                check.question(question);
                check.when(!ids.insert(&question.id), Column::Question, Flaw::Twice);
                if let Lineage::Same(before) = &question.succeeds {
                    check.when(!taken.insert(before), Column::SameAs, Flaw::Twice);
                }
            }
        }
        check.faults
    }
}

struct Check<'a> {
    known: &'a Commitments,
    before: Option<&'a Questionnaire>,
    row: Option<usize>,
    faults: BTreeSet<Fault>,
}

impl Check<'_> {
    fn note(&mut self, column: Column, flaw: Flaw) {
        let row = self.row;
        self.faults.insert(Fault { row, column, flaw });
    }

    fn when(&mut self, wrong: bool, column: Column, flaw: Flaw) {
        if wrong {
            self.note(column, flaw);
        }
    }

    fn whole(&mut self, whole: &Questionnaire) {
        self.line(Column::Title, &whole.title);
        self.when(
            !catalogue::is_language(&whole.language),
            Column::Language,
            Flaw::Unknown,
        );
        let follows = self.before.map(|before| before.version);
        self.when(whole.follows != follows, Column::Version, Flaw::Differs);
        self.when(
            follows.is_some_and(|before| before >= whole.version),
            Column::Version,
            Flaw::Reused,
        );
        self.when(whole.questions().next().is_none(), Column::Question, Flaw::Missing);
        let too_many = whole.questions().count() > QUESTIONS_MAX;
        self.when(too_many, Column::Question, Flaw::TooMany { max: QUESTIONS_MAX });
    }

    fn section(&mut self, section: &Section) {
        self.line(Column::SectionTitle, &section.title);
        self.words(Column::SectionGuidance, &section.guidance, GUIDANCE_MAX);
        self.when(section.questions.is_empty(), Column::Section, Flaw::Missing);
        self.when(section.id.as_str() == TAKEN, Column::Section, Flaw::Taken);
    }

    fn question(&mut self, question: &Question) {
        self.when(question.text.trim().is_empty(), Column::Text, Flaw::Missing);
        self.words(Column::Text, &question.text, TEXT_MAX);
        self.words(Column::Guidance, &question.guidance, GUIDANCE_MAX);
        self.kind(&question.kind);
        let unknown = question.serves.iter().any(|id| self.known.get(*id).is_none());
        self.when(unknown, Column::Serves, Flaw::Unknown);
        self.lineage(question);
    }

    fn kind(&mut self, kind: &Kind) {
        match kind {
            Kind::Choice(choices) | Kind::Choices(choices) => {
                self.when(choices.len() < 2, Column::Choices, Flaw::Missing);
                let too_many = Flaw::TooMany { max: CHOICES_MAX };
                self.when(choices.len() > CHOICES_MAX, Column::Choices, too_many);
                let codes: BTreeSet<_> = choices.iter().map(|choice| &choice.code).collect();
                self.when(codes.len() < choices.len(), Column::Choices, Flaw::Twice);
                for choice in choices {
                    self.line(Column::Choices, &choice.label);
                    // The table puts choices side by side with this between them.
                    self.when(choice.label.contains('|'), Column::Choices, Flaw::Unreadable);
                }
            }
            Kind::Number { unit } => self.line(Column::Unit, unit),
            Kind::Text { max } => {
                self.when(*max == 0, Column::Limit, Flaw::Missing);
                self.when(*max > ANSWER_MAX, Column::Limit, Flaw::TooMany { max: ANSWER_MAX });
            }
            Kind::Progress | Kind::Date | Kind::Evidence => {}
        }
    }

    fn lineage(&mut self, question: &Question) {
        let taken_up = question.succeeds.taken_up();
        let column = match question.succeeds {
            Lineage::Replaces(_) => Column::Replaces,
            Lineage::New | Lineage::Same(_) => Column::SameAs,
        };
        let was = |id| self.before.and_then(|before| before.question(id));
        let unknown = taken_up.iter().any(|id| was(id).is_none());
        let reused = was(&question.id).is_some() && !taken_up.contains(&&question.id);
        let other_kind = matches!(&question.succeeds, Lineage::Same(id)
            if was(id).is_some_and(|before| before.kind.code() != question.kind.code()));
        self.when(unknown, column, Flaw::Unknown);
        self.when(reused, Column::Question, Flaw::Reused);
        self.when(other_kind, Column::SameAs, Flaw::OtherKind);
    }

    /// One line of text that must be there.
    fn line(&mut self, column: Column, text: &str) {
        self.when(text.trim().is_empty(), column, Flaw::Missing);
        self.when(text.contains(['\n', '\t']), column, Flaw::Unreadable);
        self.words(column, text, LINE_MAX);
    }

    fn words(&mut self, column: Column, text: &str, max: usize) {
        self.when(text.chars().count() > max, column, Flaw::TooLong { max });
        self.when(!text.chars().all(Text::may_hold), column, Flaw::Unreadable);
        self.when(guard::classification_marking(text).is_some(), column, Flaw::Classified);
    }
}
