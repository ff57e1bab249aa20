//! What the doors of progress reports are asked.

use crate::{
    errands::Errand,
    support::{forms::form, house::House},
};
use app::{
    api::{
        onward::Then,
        reports::{AddComment, BeginReport, ChooseAnswers, GiveSection, SaveAnswers, SaveReport, SayDone, ThenSection},
    },
    portal::ports::{Chance, Reports},
};
use domain::{
    cycle::CycleYear,
    filing::Filing,
    ids::{FilingReference, Version},
    questionnaire::SectionId,
    report::{Report, ReportDraft},
    samples::AMINA,
    state::StateCode,
};
use leptos::server_fn::ServerFn;
use server::chance::SystemChance;

/// The cycle that is open on the day of the tests.
fn year() -> CycleYear {
    "2026".parse().expect("a year")
}

/// A section that asks something of every State.
fn section() -> SectionId {
    "anything-else".parse().expect("a section")
}

/// The report of Valdoria, which Amina begins where nobody has.
pub async fn report(house: &House) -> Filing<Report> {
    let (cast, state) = (&house.cast, StateCode::VALDORIA);
    cast.cycle(year()).await;
    let begun = cast.store.begun(year(), &state).await.expect("reports are found");
    if let Some(reference) = begun {
        let filing = cast.reports().filing(&reference, &cast.actor(AMINA).scope()).await;
        return filing.expect("reports are read").expect("it is hers");
    }
    let terms = cast.store.terms(year(), &state).await.expect("terms are read");
    let draft = ReportDraft {
        tier: "full".to_owned(),
        ..ReportDraft::default()
    };
    let posting = cast.posting(AMINA, Version::default());
    let opened = cast
        .reports()
        .open(&state, terms.expect("it takes part"), draft, cast.actor(AMINA), posting);
    opened.await.expect("a draft is opened")
}

/// A new errand at one of these doors; none at any other.
pub async fn about_reports(house: &House, door: &str) -> Option<Errand> {
    let key = SystemChance.form_key();
    if door == BeginReport::PATH {
        house.cast.cycle(year()).await;
        let begin = BeginReport {
            year: year(),
            key,
            tier: "full".to_owned(),
            since: None,
        };
        return Some(Errand {
            form: form(&begin),
            about_nothing: None,
        });
    }
    let written: fn(FilingReference, Version) -> String = match door {
        SaveReport::PATH => |reference, seen| {
            form(&SaveReport {
                reference,
                seen,
                key: SystemChance.form_key(),
                tier: "full".to_owned(),
                since: String::new(),
                audience: "public".to_owned(),
                then: Then::Leave,
            })
        },
        SaveAnswers::PATH => |reference, seen| {
            form(&SaveAnswers {
                reference,
                section: section(),
                seen,
                key: SystemChance.form_key(),
                answers: [].into(),
                then: ThenSection::Leave,
            })
        },
        ChooseAnswers::PATH => |reference, seen| {
            form(&ChooseAnswers {
                reference,
                seen,
                key: SystemChance.form_key(),
                versions: [].into(),
            })
        },
        GiveSection::PATH => |reference, _| {
            form(&GiveSection {
                reference,
                section: section(),
                key: SystemChance.form_key(),
                drafters: [].into(),
            })
        },
        SayDone::PATH => |reference, _| {
            form(&SayDone {
                reference,
                section: section(),
                key: SystemChance.form_key(),
                done: "yes".to_owned(),
            })
        },
        AddComment::PATH => |reference, _| {
            form(&AddComment {
                question: None,
                reference,
                section: None,
                key: SystemChance.form_key(),
                text: "Who answers for the second section?".to_owned(),
            })
        },
        _ => return None,
    };
    let filing = report(house).await;
    let nothing = FilingReference {
        number: 9_999,
        ..filing.reference.clone()
    };
    Some(Errand {
        form: written(filing.reference.clone(), filing.version),
        about_nothing: Some(written(nothing, filing.version)),
    })
}
