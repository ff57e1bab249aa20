//! Forms as they would be taken, before anything is done to them.

use crate::support::{
    forms::{form, hidden},
    house::House,
    visitors::Visitor,
};
use app::api::{
    cycles::{AskTime, BeginQuestionnaire, GrantTime, OpenCycle, PlanCycle, ProposeQuestionnaire, RefuseTime},
    offline::{TakeOver, ThrowAway},
    reports::{AddComment, BeginReport, ChooseAnswers, GiveSection, SaveAnswers, SaveReport, SayDone},
};
use domain::samples::{AMINA, BASHIR, BRUNO, CHIDI, DANA};
use leptos::server_fn::ServerFn;
use std::collections::BTreeMap;

/// The fields of a form.
pub type Fields = BTreeMap<String, String>;

/// A form as it would be taken.
pub struct Sound {
    /// Who posts it.
    pub by: Visitor,
    /// From which page.
    pub from: String,
    /// Where to.
    pub door: &'static str,
    /// What is in it.
    pub fields: Fields,
}

/// These fields.
pub fn text(fields: &[(&str, &str)]) -> Fields {
    let owned = |(name, value): &(&str, &str)| ((*name).to_owned(), (*value).to_owned());
    fields.iter().map(owned).collect()
}

/// Forms as their pages draw them, of a report that Amina began, and of what the secretariat prepares.
pub async fn sound(house: &House) -> Vec<Sound> {
    let amina = house.visitor(AMINA).await;
    let begins = drawn(&amina, "/reports/2026", BeginReport::PATH, &[("tier", "full")]).await;
    let begun = amina.posts(&begins.from, begins.door, &form(&begins.fields)).await;
    let whole = begun.leads_to().to_owned();
    let mut forms = of_sections(house, &amina, &whole).await;
    forms.extend(of_the_whole(house, &amina, &whole).await);
    // Three forms for which no page is drawn now: there is nothing to choose between, and nothing waits.
    let named = ["reference", "seen", "key"].map(|name| (name, forms[0].fields[name].clone()));
    let named: Vec<_> = named.iter().map(|(name, value)| (*name, value.as_str())).collect();
    let of = |door, fields: &[(&str, &str)]| Sound {
        by: amina.clone(),
        from: whole.clone(),
        door,
        fields: text(fields),
    };
    forms.extend([
        of(ChooseAnswers::PATH, &named),
        of(TakeOver::PATH, &named),
        of(ThrowAway::PATH, &named[..1]),
    ]);
    forms.extend(prepared(house).await);
    forms
}

/// What is on the page of a section.
async fn of_sections(house: &House, amina: &Visitor, whole: &str) -> Vec<Sound> {
    let (section, hers) = (format!("{whole}/capabilities"), house.cast.actor(AMINA).id.to_string());
    let statement = [
        ("answers[cdp-1-statement][text]", "A strategy was adopted."),
        ("answers[cdp-1-statement][language]", "en"),
    ];
    vec![
        drawn(amina, &section, SaveAnswers::PATH, &statement).await,
        drawn(amina, &section, GiveSection::PATH, &[("drafters[]", hers.as_str())]).await,
        drawn(amina, &section, SayDone::PATH, &[]).await,
        drawn(amina, &section, AddComment::PATH, &[("text", "Who answers for this?")]).await,
    ]
}

/// What concerns the whole, and the cycle.
async fn of_the_whole(house: &House, amina: &Visitor, whole: &str) -> Vec<Sound> {
    let (bashir, bruno) = (house.visitor(BASHIR).await, house.visitor(BRUNO).await);
    let chosen = [("tier", "short"), ("audience", "secretariat")];
    let time = [
        ("form[until]", "2026-06-01"),
        ("form[reason]", "A ministry moves house."),
    ];
    vec![
        drawn(&bruno, "/reports/2026", BeginReport::PATH, &[("tier", "full")]).await,
        drawn(amina, whole, SaveReport::PATH, &chosen).await,
        drawn(&bashir, "/reports/2026", AskTime::PATH, &time).await,
    ]
}

/// Forms of the secretariat.
async fn prepared(house: &House) -> Vec<Sound> {
    let (chidi, dana) = (house.visitor(CHIDI).await, house.visitor(DANA).await);
    let plan = [
        ("form[year]", "2027"),
        ("form[questionnaire]", "2026.1"),
        ("form[opens]", "2027-03-02"),
        ("form[due]", "2027-05-14"),
        ("form[closes]", "2027-06-30"),
        ("form[states][]", "XV"),
        ("form[audience]", "public"),
    ];
    let of = |by: &Visitor, door, fields: &[(&str, &str)]| Sound {
        by: by.clone(),
        from: "/preparation".to_owned(),
        door,
        fields: text(fields),
    };
    let time = [("year", "2026"), ("state", "XV"), ("why", "The conference needs it.")];
    vec![
        of(&chidi, PlanCycle::PATH, &plan),
        of(
            &chidi,
            BeginQuestionnaire::PATH,
            &[("form[from]", "latest"), ("form[version]", "2027.1")],
        ),
        of(
            &chidi,
            ProposeQuestionnaire::PATH,
            &[("version", "2026.1"), ("seen", "3")],
        ),
        of(&chidi, GrantTime::PATH, &time[..2]),
        of(&chidi, RefuseTime::PATH, &time),
        of(&dana, OpenCycle::PATH, &[("year", "2026"), ("seen", "1")]),
    ]
}

async fn drawn(by: &Visitor, from: &str, door: &'static str, said: &[(&str, &str)]) -> Sound {
    let mut fields = hidden(&by.gets(from).await.body, door);
    fields.extend(text(said));
    Sound {
        by: by.clone(),
        from: from.to_owned(),
        door,
        fields,
    }
}
