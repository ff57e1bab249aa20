//! Forms at their edges.

use super::*;
use domain::people::StateRole;

fn filled() -> InviteForm {
    InviteForm {
        name: " Amina Okafor ".into(),
        email: " Amina@MFA.Valdoria.example".into(),
        side: "state".into(),
        state: "XV".into(),
        roles: vec!["drafter".into()],
        nominated_by: "Note 12/2026".into(),
    }
}

fn mistakes(change: impl FnOnce(&mut InviteForm)) -> Vec<Mistake> {
    let mut form = filled();
    change(&mut form);
    form.nomination(&domain::state::invented()).err().unwrap_or_default()
}

#[test]
fn a_form_that_is_in_order_is_a_nomination() {
    let nomination = filled().nomination(&domain::state::invented()).unwrap();
    assert_eq!(nomination.name, "Amina Okafor");
    assert_eq!(nomination.email, "Amina@MFA.Valdoria.example");
    assert_eq!(
        nomination.side,
        Side::State {
            state: StateCode::VALDORIA,
            roles: [StateRole::Drafter].into()
        }
    );
    assert_eq!(
        mistakes(|form| (form.side, form.roles) = ("auditor".into(), vec![])),
        []
    );
}

#[test]
fn every_mistake_is_told_at_once_in_the_order_of_the_form() {
    let all = InviteForm {
        side: "state".into(),
        ..InviteForm::default()
    }
    .nomination(&[])
    .unwrap_err();
    assert_eq!(
        all,
        [
            Mistake::Name,
            Mistake::Email,
            Mistake::State,
            Mistake::Roles,
            Mistake::NominatedBy
        ]
    );
    assert_eq!(mistakes(|form| form.side = String::new()), [Mistake::Side]);
    assert_eq!(
        mistakes(|form| form.state = "DE".into()),
        [Mistake::State],
        "takes no part"
    );
    assert_eq!(
        mistakes(|form| form.roles.push("reviewer".into())),
        [Mistake::RolesElsewhere]
    );
    assert_eq!(
        mistakes(|form| form.side = "administrator".into()),
        [Mistake::RolesElsewhere]
    );
}

#[test]
fn an_address_is_told_from_what_is_none() {
    for good in [
        "a@b",
        "amina.okafor@mfa.example",
        "o'neil+x@mfa.example",
        "élise@ministère.example",
    ] {
        assert_eq!(mistakes(|form| form.email = good.into()), [], "{good}");
    }
    let long = format!("{}@mfa.example", "a".repeat(243));
    for bad in [
        "",
        "amina",
        "@mfa.example",
        "amina@",
        "a b@c",
        "a@b\r\nBcc: c@d",
        "A <a@b>",
        "a@b,c@d",
        "a@@b",
        &long,
    ] {
        assert_eq!(mistakes(|form| form.email = bad.into()), [Mistake::Email], "{bad}");
    }
    assert_eq!(mistakes(|form| form.name = "Eve\nBcc: x@y".into()), [Mistake::Name]);
}

#[test]
fn a_password_counts_characters_and_nothing_else() {
    let wrong = |password: &str| {
        PasswordForm {
            password: password.into(),
            again: password.into(),
        }
        .mistakes()
    };
    assert_eq!(wrong(&"ع".repeat(14)), [Mistake::PasswordShort]);
    assert_eq!(wrong(&"ع".repeat(15)), []);
    assert_eq!(wrong(&"\u{1F511}".repeat(128)), []);
    assert_eq!(wrong(&"x".repeat(129)), [Mistake::PasswordLong]);
    let differ = PasswordForm {
        password: " fifteen letters".into(),
        again: "fifteen letters".into(),
    };
    assert_eq!(
        differ.mistakes(),
        [Mistake::PasswordAgain],
        "a space at an end is a character"
    );
}

#[test]
fn an_invented_state_says_so_by_its_code() {
    let form = |code: &str| StateForm {
        code: code.into(),
        name: "Türkiye".into(),
        group: "african".into(),
    };
    assert!(!form("TR").state().unwrap().demonstration);
    assert!(form("XT").state().unwrap().demonstration);
    assert_eq!(form("tr").state().unwrap_err(), [Mistake::Code]);
    assert_eq!(
        StateForm::default().state().unwrap_err(),
        [Mistake::Code, Mistake::Name, Mistake::Group]
    );
}
