//! A questionnaire that was opened, and what invented States typed into it.

use crate::{
    commitment::{Commitments, shipped_memberships},
    draft::Typed,
    questionnaire::{AskedAbout, Declined, Edition, Frozen, Questionnaire},
    report::{ReportDraft, TypedAnswer},
    samples::{CHIDI, DANA, TUESDAY},
    state::StateCode,
};

/// This questionnaire, proposed by Chidi and opened by Dana.
///
/// # Errors
/// Where it has faults.
pub fn opened(questionnaire: Questionnaire, before: Option<&Frozen>) -> Result<Frozen, Declined> {
    let known = Commitments::shipped();
    let draft = Edition::begin(questionnaire, &CHIDI.actor())?;
    let proposed = draft.propose(&known, before, &CHIDI.actor(), TUESDAY)?;
    let open = proposed.open(&known, before, &DANA.actor(), TUESDAY)?;
    open.frozen().ok_or(Declined::NotNow)
}

/// What this invented State is asked about.
pub fn asked_of(state: StateCode) -> AskedAbout {
    let memberships = shipped_memberships().remove(&state).unwrap_or_default();
    Commitments::shipped().asked_of(&memberships)
}

fn answered(text: &str) -> TypedAnswer {
    TypedAnswer {
        value: Typed {
            text: text.to_owned(),
            ..Typed::default()
        },
        ..TypedAnswer::default()
    }
}

fn in_english(text: &str) -> TypedAnswer {
    let mut answer = answered(text);
    "en".clone_into(&mut answer.value.language);
    answer
}

fn cannot(why: &str) -> TypedAnswer {
    let mut answer = answered("");
    why.clone_into(&mut answer.value.cannot);
    answer
}

fn seen_by(audience: &str, answer: TypedAnswer) -> TypedAnswer {
    TypedAnswer {
        audience: audience.to_owned(),
        ..answer
    }
}

/// What Valdoria typed: the full form, some of it for the secretariat only, some withheld, much left blank.
pub fn valdoria() -> ReportDraft {
    let mut posts = answered("120");
    "estimate".clone_into(&mut posts.value.estimate);
    let mut in_place = TypedAnswer::default();
    in_place.value.choices = ["strategy", "recovery"].map(str::to_owned).into();
    in_place.evidence = vec!["https://cyber.valdoria.example/strategy-2026".to_owned()];
    let papers = TypedAnswer {
        evidence: vec!["https://cyber.valdoria.example/laws".to_owned()],
        ..TypedAnswer::default()
    };
    let mut revised = TypedAnswer::default();
    (revised.value.month, revised.value.year) = ("2".to_owned(), "2026".to_owned());
    let answers = [
        ("cdp-1-progress", answered("substantial")),
        (
            "cdp-1-statement",
            in_english("A national strategy was adopted in February."),
        ),
        ("cdp-1-in-place", in_place),
        ("cdp-1-infrastructure", cannot("security")),
        ("cdp-2-progress", answered("limited")),
        (
            "cdp-2-statement",
            seen_by("secretariat", in_english("Two ministries disagree on the budget.")),
        ),
        ("cdp-2-posts", seen_by("participating-states", posts)),
        ("cdp-6-exercises", cannot("none")),
        ("cdp-7-milestone", cannot("unknown")),
        ("norm-j-progress", answered("not-applicable")),
        ("dialogue-papers", papers),
        ("dialogue-revised", revised),
    ];
    ReportDraft {
        tier: "full".to_owned(),
        answers: answers
            .into_iter()
            .filter_map(|(id, answer)| Some((id.parse().ok()?, answer)))
            .collect(),
        ..ReportDraft::default()
    }
}
