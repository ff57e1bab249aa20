//! The people of the samples, with accounts in a database, doing things there.

use super::databases::TestDatabase;
use app::portal::ports::{Accounts, Audit, FilingsOf, Invitation, Nomination, Paged, Posting, Receipt, States, Stored};
use domain::{
    draft::Typed,
    filing::{Edited, Filing, Question},
    form::{Field, Instalment, Section},
    ids::{FilingReference, FormKey, Timestamp, Version},
    incident::Incident,
    lifecycle::{Command, StageName},
    marking::Audience,
    people::{Actor, Scope},
    report::Report,
    samples::{AMINA, BASHIR, CHIDI, DANA, FARID, PEOPLE, SamplePerson, TUESDAY, flooded_archive, note, seen},
    state::invented,
};
use server::storage::Sql;
use std::{
    collections::BTreeMap,
    sync::atomic::{AtomicU32, Ordering},
};
use uuid::Uuid;

/// What everyone has chosen. It is stored as it is: nobody signs in with it but where passwords are compared so.
pub const EVERYONES_PASSWORD: &str = "no hash";

/// Everyone of the samples, on a database. Every act is a minute after the one before.
pub struct Cast {
    /// The store they act on.
    pub store: Sql,
    actors: BTreeMap<&'static str, Actor>,
    acts: AtomicU32,
}

impl Cast {
    /// Incident notifications, as they are stored.
    pub fn incidents(&self) -> &dyn FilingsOf<Incident> {
        &self.store
    }

    /// Progress reports, as they are stored.
    pub fn reports(&self) -> &dyn FilingsOf<Report> {
        &self.store
    }

    /// Give everyone of the samples an account with a password, and the invented States a place.
    pub async fn on(database: &TestDatabase) -> Self {
        let store = database.sql.clone();
        for state in invented() {
            store
                .put_state(&state, FARID.id(), TUESDAY)
                .await
                .expect("a State is put");
        }
        let mut ids = BTreeMap::new();
        for person in PEOPLE {
            ids.insert(person.name, invite(&store, *person).await);
        }
        let mut actors = BTreeMap::new();
        for (name, id) in ids {
            actors.insert(
                name,
                store.actor(id).await.expect("people are read").expect("they may act"),
            );
        }
        Self {
            store,
            actors,
            acts: AtomicU32::new(0),
        }
    }

    /// This person as they act on this database.
    pub fn actor(&self, person: SamplePerson) -> &Actor {
        &self.actors[person.name]
    }

    /// A form drawn from this version, posted now by this person.
    pub fn posting(&self, person: SamplePerson, seen: Version) -> Posting {
        let act = self.acts.fetch_add(1, Ordering::Relaxed) + 1;
        let key = FormKey::new(Uuid::from_u128(0xF0_0000 + u128::from(act)));
        Posting {
            key,
            seen,
            by: self.actor(person).id,
            at: TUESDAY.plus_seconds(i64::from(act) * 60),
        }
    }

    /// Amina opens a complete draft for this audience.
    pub async fn opens(&self, audience: Audience) -> Filing {
        let (state, draft) = (domain::state::StateCode::VALDORIA, flooded_archive(audience));
        let posting = self.posting(AMINA, Version::default());
        self.incidents()
            .open(&state, Instalment::Notification, draft, self.actor(AMINA), posting)
            .await
            .expect("a draft is opened")
    }

    /// The person gives a command to the filing they have in hand. Returns it as it must stand then.
    pub async fn commands(&self, person: SamplePerson, filing: &Filing, command: Command) -> Stored<Filing> {
        self.posts(person, filing, command, self.posting(person, filing.version))
            .await
    }

    /// The same, with this posting.
    pub async fn posts(
        &self,
        person: SamplePerson,
        filing: &Filing,
        command: Command,
        posting: Posting,
    ) -> Stored<Filing> {
        let action = command.action();
        let decided = filing
            .decide(command, self.actor(person), posting.at)
            .expect("the sample may do this");
        let receipt = Receipt::Done {
            reference: filing.reference.clone(),
            action,
        };
        self.incidents().commit(&decided, &receipt, posting).await?;
        let version = filing.version.next();
        Ok(Filing {
            version,
            ..decided.filing
        })
    }

    /// Led from the first draft to this stage: Amina drafts, Bashir approves, Chidi reviews, Dana publishes.
    pub async fn leads_to(&self, stage: StageName, audience: Audience) -> Filing {
        let filing = self.opens(audience).await;
        self.leads(filing, stage).await
    }

    /// Led from this draft to this stage.
    pub async fn leads(&self, mut filing: Filing, stage: StageName) -> Filing {
        for (person, command) in way_to(stage, seen(&filing, TUESDAY)) {
            filing = self
                .commands(person, &filing, command)
                .await
                .expect("a step on the way");
        }
        filing
    }

    /// Amina drafts a filing under this title, and it is published.
    pub async fn publishes(&self, title: &str) -> Filing {
        let draft = self.opens(Audience::Public).await;
        let edited = self.types(AMINA, &draft, Field::Title, title);
        let draft = self.saves(AMINA, &edited).await.expect("it is saved");
        self.leads(draft, StageName::Published).await
    }

    /// The person takes back what was published.
    pub async fn withdraws(&self, person: SamplePerson, published: &Filing) -> Filing {
        let why = note("It named a supplier.").expect("a note");
        let withdrawn = self.commands(person, published, Command::Withdraw { why }).await;
        withdrawn.expect("withdrawn")
    }

    /// Type one line over a field of the filing in hand.
    pub fn types(&self, person: SamplePerson, filing: &Filing, field: Field, text: &str) -> Edited {
        let page = field.section();
        let mut posted: BTreeMap<Field, Typed> = page
            .fields(filing.terms)
            .map(|field| (field, filing.draft.typed(field)))
            .collect();
        text.clone_into(&mut posted.entry(field).or_default().text);
        filing
            .edit(&filing.draft, page, posted, self.actor(person))
            .expect("the sample may edit")
    }

    /// Save what was typed. Returns the filing as it must stand then.
    pub async fn saves(&self, person: SamplePerson, edited: &Edited) -> Stored<Filing> {
        let before = &edited.filing;
        let receipt = saved(&before.reference);
        self.incidents()
            .save(edited, None, &receipt, self.posting(person, before.version))
            .await?;
        let version = if edited.changed {
            before.version.next()
        } else {
            before.version
        };
        Ok(Filing {
            version,
            ..before.clone()
        })
    }

    /// The filing as its own State reads it now.
    pub async fn reads(&self, reference: &FilingReference) -> Filing {
        let scope = Scope::Own(reference.state);
        self.incidents()
            .filing(reference, &scope)
            .await
            .expect("it is read")
            .expect("it is there")
    }

    /// How many lines the audit log has.
    pub async fn logged(&self) -> u64 {
        let Paged { total, .. } = self.store.log(1).await.expect("the log is read");
        total
    }
}

/// The receipt of a saved page.
pub fn saved(reference: &FilingReference) -> Receipt {
    Receipt::Saved {
        reference: reference.clone(),
        page: Section::Notice,
        classified: [].into(),
        oversized: [].into(),
        to_choose: false,
    }
}

/// Where somebody's letters go.
pub fn email(name: &str) -> String {
    format!("{name}@example.test")
}

async fn invite(store: &Sql, person: SamplePerson) -> domain::ids::PersonId {
    let nomination = Nomination {
        name: person.name.to_owned(),
        email: email(person.name),
        side: person.side(),
        nominated_by: "NV 12/2026".to_owned(),
    };
    let [token, token_hash] = ["token", "hash of token"].map(|what| format!("{what} of {}", person.name));
    let invitation = Invitation {
        token,
        token_hash,
        expires: TUESDAY.plus_seconds(3600),
    };
    let id = store
        .nominate(&nomination, &invitation, None, TUESDAY)
        .await
        .expect("they are invited");
    let accepted = store
        .accept_invitation(&invitation.token_hash, "no hash", TUESDAY)
        .await;
    assert!(accepted.expect("the store answers"), "a new link can be used");
    id
}

/// The commands that lead from a draft to this stage.
fn way_to(stage: StageName, disclosure: domain::filing::Hash) -> Vec<(SamplePerson, Command)> {
    use StageName as S;
    let words = |text: &str| note(text).expect("a note");
    let approve = (
        BASHIR,
        Command::Approve {
            seen: disclosure.clone(),
        },
    );
    let question = Question {
        on: Some(Field::Measures.into()),
        text: words("Which second data centre took over?"),
    };
    let asked = (CHIDI, Command::Ask(question));
    let answered = (
        AMINA,
        Command::Answer {
            answer: words("The one in the hills."),
        },
    );
    let accepted = (CHIDI, Command::Accept);
    let published = (DANA, Command::Publish { seen: disclosure });
    let withdrawn = (
        BASHIR,
        Command::Withdraw {
            why: words("Filed twice."),
        },
    );
    let review = [(AMINA, Command::Send), approve, (CHIDI, Command::Claim)];
    match stage {
        S::Draft => Vec::new(),
        S::AwaitingApproval => review[..1].to_vec(),
        S::Submitted => review[..2].to_vec(),
        S::UnderReview => review.to_vec(),
        S::ClarificationAsked => [&review[..], &[asked]].concat(),
        S::AnswerAwaitingApproval => [&review[..], &[asked, answered]].concat(),
        S::Accepted => [&review[..], &[accepted]].concat(),
        S::Published => [&review[..], &[accepted, published]].concat(),
        S::Withdrawn => [&review[..], &[accepted, published, withdrawn]].concat(),
    }
}

/// The moment of the samples, so many minutes later.
pub fn minutes_later(minutes: i64) -> Timestamp {
    TUESDAY.plus_seconds(minutes * 60)
}
