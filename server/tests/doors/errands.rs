//! What each door is asked in these tests: a form that does something, if it is posted by the right person.

use crate::{
    offline::about_offline,
    prepared::about_preparation,
    reported::about_reports,
    support::{forms::form, house::House},
};
use app::{
    api::{
        accounts::{
            ChangeRoles, ChoosePassword, Deactivate, Invite, InviteAgain, PutState, Reactivate, SignIn, SignOut,
        },
        filings::{
            Accept, AddNote, Answer, Approve, Ask, Choose, Claim, Import, ImportPart, ImportText, Open, Publish,
            Release, Reopen, ReturnFiling, Save, SendFiling, Withdraw,
        },
        onward::Then,
    },
    portal::{
        accounts::forms::{InviteForm, StateForm},
        ports::{Chance, Part},
    },
};
use domain::{
    filing::Hash,
    form::Section,
    ids::{FilingReference, FormKey, PersonId, Version},
    lifecycle::StageName,
    marking::Audience,
    people::Side,
    samples::{TUESDAY, seen},
    state::StateCode,
};
use leptos::server_fn::ServerFn;
use server::chance::SystemChance;

/// A form, and the same about a thing that does not exist.
pub struct Errand {
    /// The form.
    pub form: String,
    /// The other.
    pub about_nothing: Option<String>,
}

/// What a form about a filing holds.
struct About {
    reference: FilingReference,
    seen: Version,
    key: FormKey,
    disclosure: Hash,
}

/// Fills in the form of a door.
type Fill = fn(About) -> String;

/// The stage at which a door opens, and the form that opens it.
#[rustfmt::skip]
fn about_filings(door: &str) -> Option<(StageName, Fill)> {
    use StageName as S;
    Some(match door {
        Save::PATH => (S::Draft, |About { reference, seen, key, .. }| {
            form(&Save { reference, seen, key, page: Section::Notice, answers: [].into(), then: Then::Continue })
        }),
        Choose::PATH => (S::Draft, |About { reference, seen, key, .. }| {
            form(&Choose { reference, seen, key, versions: [].into() })
        }),
        SendFiling::PATH => (S::Draft, |About { reference, seen, key, .. }| form(&SendFiling { reference, seen, key })),
        Approve::PATH => (S::AwaitingApproval, |About { reference, seen, key, disclosure }| {
            form(&Approve { reference, seen, key, disclosure })
        }),
        ReturnFiling::PATH => (S::AwaitingApproval, |About { reference, seen, key, .. }| {
            form(&ReturnFiling { reference, seen, key, why: words() })
        }),
        Claim::PATH => (S::Submitted, |About { reference, seen, key, .. }| form(&Claim { reference, seen, key })),
        Withdraw::PATH => (S::Submitted, |About { reference, seen, key, .. }| {
            form(&Withdraw { reference, seen, key, why: words() })
        }),
        Release::PATH => (S::UnderReview, |About { reference, seen, key, .. }| form(&Release { reference, seen, key })),
        Accept::PATH => (S::UnderReview, |About { reference, seen, key, .. }| form(&Accept { reference, seen, key })),
        AddNote::PATH => (S::UnderReview, |About { reference, key, .. }| {
            form(&AddNote { reference, key, text: words() })
        }),
        Ask::PATH => (S::UnderReview, |About { reference, seen, key, .. }| {
            form(&Ask { reference, seen, key, on: None, question: words() })
        }),
        Answer::PATH => (S::ClarificationAsked, |About { reference, seen, key, .. }| {
            form(&Answer { reference, seen, key, answer: words() })
        }),
        Publish::PATH => (S::Accepted, |About { reference, seen, key, disclosure }| {
            form(&Publish { reference, seen, key, disclosure })
        }),
        Reopen::PATH => (S::Accepted, |About { reference, seen, key, .. }| {
            form(&Reopen { reference, seen, key, why: words() })
        }),
        _ => return None,
    })
}

fn words() -> String {
    "Some words.".to_owned()
}

/// A new errand at this door, with everything it needs made ready: a filing at the right stage, a person, a link.
pub async fn errand(house: &House, door: &str, number: usize) -> Errand {
    if let Some(errand) = about_preparation(house, door, number).await {
        return errand;
    }
    if let Some(errand) = about_reports(house, door).await {
        return errand;
    }
    if let Some(errand) = about_offline(house, door).await {
        return errand;
    }
    let Some((stage, written)) = about_filings(door) else {
        return about_others(house, door, &format!("Person {number} at {door}").replace('/', " ")).await;
    };
    let filing = house.cast.leads_to(stage, Audience::Public).await;
    let about = |reference| {
        let (key, disclosure) = (SystemChance.form_key(), seen(&filing, TUESDAY));
        written(About {
            reference,
            seen: filing.version,
            key,
            disclosure,
        })
    };
    let nothing = FilingReference {
        number: 9_999,
        ..filing.reference.clone()
    };
    Errand {
        form: about(filing.reference.clone()),
        about_nothing: Some(about(nothing)),
    }
}

async fn about_others(house: &House, door: &str, name: &str) -> Errand {
    let alone = |form| Errand {
        form,
        about_nothing: None,
    };
    match door {
        Open::PATH => alone(form(&Open {
            key: SystemChance.form_key(),
        })),
        ImportText::PATH => alone(form(&ImportText {
            key: SystemChance.form_key(),
            text: EVENT.to_owned(),
        })),
        Import::PATH => alone(upload(SystemChance.form_key())),
        ImportPart::PATH => alone(form(&ImportPart {
            key: SystemChance.form_key(),
            part: Part(0),
        })),
        SignIn::PATH => alone(form(&SignIn {
            email: "Amina@example.test".to_owned(),
            password: crate::support::cast::EVERYONES_PASSWORD.to_owned(),
            next: String::new(),
        })),
        SignOut::PATH => alone(form(&SignOut {})),
        Invite::PATH => alone(form(&Invite { form: invitation(name) })),
        PutState::PATH => alone(form(&PutState { form: state() })),
        door => about_people(house, door, name).await,
    }
}

async fn about_people(house: &House, door: &str, name: &str) -> Errand {
    let side = Side::from_codes("state", Some(StateCode::MERIDIA), &["observer"]).expect("a role of a State");
    let person = house.invites(name, side).await;
    let nobody = PersonId::new(uuid::Uuid::nil());
    let on = |written: fn(PersonId) -> String| Errand {
        form: written(person),
        about_nothing: Some(written(nobody)),
    };
    match door {
        InviteAgain::PATH => on(|person| form(&InviteAgain { person })),
        ChangeRoles::PATH => on(|person| {
            form(&ChangeRoles {
                person,
                roles: vec!["drafter".to_owned()],
            })
        }),
        Deactivate::PATH => on(|person| form(&Deactivate { person })),
        Reactivate::PATH => {
            house.deactivates(person).await;
            on(|person| form(&Reactivate { person }))
        }
        ChoosePassword::PATH => {
            let chosen = |token: String| {
                let [password, again] = ["ocelot viaduct lichen 27"; 2].map(str::to_owned);
                form(&ChoosePassword { token, password, again })
            };
            let about_nothing = Some(chosen("no such link".to_owned()));
            Errand {
                form: chosen(format!("token of {name}")),
                about_nothing,
            }
        }
        unknown => panic!("say here what {unknown} is asked"),
    }
}

const EVENT: &str =
    r#"{"Event":{"info":"Invented","date":"2026-03-09","uuid":"00000000-0000-4000-8000-000000000901"}}"#;

fn upload(key: FormKey) -> String {
    let file = "Content-Disposition: form-data; name=\"file\"; filename=\"event.json\"";
    let key = format!("--part\r\nContent-Disposition: form-data; name=\"key\"\r\n\r\n{key}\r\n");
    format!("{key}--part\r\n{file}\r\nContent-Type: application/json\r\n\r\n{EVENT}\r\n--part--\r\n")
}

fn invitation(name: &str) -> InviteForm {
    InviteForm {
        name: name.to_owned(),
        email: format!("{}@example.test", name.replace(' ', ".")),
        side: "auditor".to_owned(),
        nominated_by: "NV 14/2026".to_owned(),
        ..InviteForm::default()
    }
}

fn state() -> StateForm {
    StateForm {
        code: "XE".to_owned(),
        name: "Eastmark".to_owned(),
        group: "none".to_owned(),
    }
}
