//! The lifecycle and the permissions, printed. A change to either shows here as a change to a page of text, which is
//! what a reviewer reads.

#![allow(
    clippy::expect_used,
    clippy::panic,
    reason = "a test that cannot go on says where it stopped"
)]

use domain::{
    filing::Filing,
    lifecycle::{Action, Command, Stage, StageName},
    marking::Audience,
    people::Actor,
    policy::{self, Refusal},
    samples::{self, PEOPLE, TUESDAY},
};
use std::fmt::Write;

fn at(stage: StageName, audience: Audience) -> Filing {
    samples::way_to(stage, audience)
        .expect("a way to every stage of a public filing")
        .0
}

fn command(action: Action, filing: &Filing) -> Option<Command> {
    let why = samples::note("Because.").expect("a note");
    let seen = samples::seen(filing, TUESDAY);
    Some(match action {
        Action::Edit => return None,
        Action::Send => Command::Send,
        Action::Approve => Command::Approve { seen },
        Action::Return => Command::Return { why },
        Action::Claim => Command::Claim,
        Action::Release => Command::Release,
        Action::Ask => Command::Ask(domain::filing::Question { on: None, text: why }),
        Action::Answer => Command::Answer { answer: why },
        Action::Accept => Command::Accept,
        Action::Publish => Command::Publish { seen },
        Action::Reopen => Command::Reopen { why },
        Action::Withdraw => Command::Withdraw { why },
    })
}

#[test]
fn lifecycle() {
    let mut page = String::from("Where a command leads (rows: from; an empty cell: there is no such arrow)\n\n");
    for from in StageName::ALL {
        let stage: Stage = at(from, Audience::Public).stage;
        writeln!(page, "{}", from.code()).expect("a string");
        for action in Action::ALL {
            let to = match command(action, &at(from, Audience::Public)) {
                Some(command) => stage
                    .after(&command, samples::CHIDI.id())
                    .ok()
                    .map(|stage| stage.name().code()),
                None => stage.admits(action).then_some("(the draft is changed)"),
            };
            if let Some(to) = to {
                writeln!(page, "    {:<9}→ {to}", action.code()).expect("a string");
            }
        }
    }
    insta::assert_snapshot!("lifecycle", page);
}

/// What comes of it, in four characters.
fn cell(actor: &Actor, action: Action, filing: &Filing) -> &'static str {
    let outcome = match command(action, filing) {
        Some(command) => filing.decide(command, actor, TUESDAY).map(|_| ()),
        None => filing
            .edit(
                &filing.draft,
                domain::form::Section::Notice,
                filing.draft.answers.clone(),
                actor,
            )
            .map(|_| ()),
    };
    let offered = policy::offered(actor, filing).contains(&action);
    assert_eq!(
        offered,
        outcome.is_ok(),
        "a button is shown exactly where it works: {} {action:?}",
        actor.name
    );
    match outcome {
        Ok(()) => "yes",
        Err(Refusal::Hidden) => "404",
        Err(Refusal::NotYours) => "·",
        Err(Refusal::NotNow { .. }) => "now",
        Err(Refusal::OwnDraft) => "own",
        Err(Refusal::AcceptedByYou) => "two",
        Err(Refusal::NotForThePublic) => "pub",
        Err(other) => panic!("{} {action:?}: {other:?}", actor.name),
    }
}

#[test]
fn permissions() {
    let mut page = String::from(
        "Who may do what at which stage, on a filing that Amina drafted for Valdoria.\n\
         yes: done · 404: for them it does not exist · ·: for others to do · now: not at this stage\n\
         own: drafted by nobody else · two: accepted by the same person · pub: not for the public\n",
    );
    let public = StageName::ALL.map(|stage| (stage, Audience::Public));
    let shared = [
        (StageName::Accepted, Audience::ParticipatingStates),
        (StageName::Accepted, Audience::Secretariat),
    ];
    for (stage, audience) in public.into_iter().chain(shared) {
        let filing = at(stage, audience);
        write!(page, "\n{} (for: {})\n{:8}", stage.code(), audience.code(), "").expect("a string");
        page += &Action::ALL.map(|action| format!("{:<9}", action.code())).concat();
        page = page.trim_end().to_owned();
        for person in PEOPLE {
            let cells = Action::ALL.map(|action| format!("{:<9}", cell(&person.actor(), action, &filing)));
            write!(page, "\n{:<8}{}", person.name, cells.concat().trim_end()).expect("a string");
        }
        page.push('\n');
    }
    insta::assert_snapshot!("permissions", page);
}

#[test]
fn nobody_approves_what_they_alone_drafted_unless_their_state_has_a_single_person() {
    let draft = samples::flooded_archive(Audience::Public);
    for (person, allowed) in [(samples::EMIL, false), (samples::SOLVEIG, true)] {
        let actor = person.actor();
        let state = *actor.side.state().expect("of a State");
        let reference = domain::ids::FilingReference {
            kind: domain::ids::FilingKind::Incident,
            state,
            year: 2026,
            number: 1,
        };
        let id = domain::ids::FilingId::new(uuid::Uuid::from_u128(1));
        let filing = Filing::open(id, reference, draft.clone(), &actor, TUESDAY);
        let sent = filing.decide(Command::Send, &actor, TUESDAY).expect("complete").filing;
        let approve = Command::Approve {
            seen: samples::seen(&sent, TUESDAY),
        };
        match sent.decide(approve, &actor, TUESDAY) {
            Ok(decided) => assert!(allowed && decided.entry.alone, "the timeline says that they were alone"),
            Err(refusal) => assert!(!allowed && refusal == Refusal::OwnDraft),
        }
    }
}

#[test]
fn what_the_publisher_did_not_see_is_not_published() {
    let accepted = at(StageName::Accepted, Audience::Public);
    let other = domain::filing::Hash::of(b"something else");
    let refused = accepted.decide(Command::Publish { seen: other }, &samples::DANA.actor(), TUESDAY);
    assert_eq!(refused.unwrap_err(), Refusal::DisclosureChanged);
}
