//! What the doors of preparation are asked.

use crate::{
    errands::Errand,
    support::{forms::form, house::House, programme::PROPOSED},
};
use app::{
    api::cycles::{
        AskTime, BeginQuestionnaire, BeginQuestionnaireWith, GrantTime, OpenCycle, OpenQuestionnaire, OptIn, PlanCycle,
        ProposeQuestionnaire, PutCalendar, PutCircle, PutCircles, PutCommitment, RefuseTime, ReplaceQuestionnaire,
        ReturnQuestionnaire,
    },
    portal::cycles::forms::{BeginForm, CalendarForm, CircleForm, CommitmentForm, PlanForm, TimeForm},
};
use domain::{
    cycle::CycleYear,
    ids::Version,
    questionnaire::{Questionnaire, QuestionnaireVersion},
    state::StateCode,
};
use leptos::server_fn::ServerFn;
use server::web::doors::FUNCTIONS;

const FIRST: Version = Version::new(1);

/// A year and a version that no other errand has.
fn own(door: &str, number: usize) -> (CycleYear, QuestionnaireVersion) {
    let at = FUNCTIONS.iter().position(|(path, _)| *path == door).expect("a door");
    let number = at * 13 + number;
    let year = u16::try_from(2_030 + number).ok().and_then(|year| year.try_into().ok());
    let version = format!("2026.{}", number + 2).parse().expect("a version");
    (year.expect("a year"), version)
}

/// A new errand at one of these doors; none at any other.
pub async fn about_preparation(house: &House, door: &str, number: usize) -> Option<Errand> {
    let ((year, version), cast) = (own(door, number), &house.cast);
    Some(match door {
        BeginQuestionnaire::PATH => {
            cast.version("2026.1".parse().expect("a version")).await;
            alone(form(&BeginQuestionnaire { form: begin(version) }))
        }
        BeginQuestionnaireWith::PATH => alone(in_parts(&[("file", &content(version))])),
        ReplaceQuestionnaire::PATH => {
            cast.begins(version).await;
            let parts = |version: &str| {
                in_parts(&[
                    ("version", version),
                    ("seen", "1"),
                    ("file", &content(version.parse().expect("a version"))),
                ])
            };
            Errand {
                form: parts(&version.to_string()),
                about_nothing: Some(parts("2999.9")),
            }
        }
        ProposeQuestionnaire::PATH => {
            cast.begins(version).await;
            of_version(version, |version| form(&ProposeQuestionnaire { version, seen: FIRST }))
        }
        ReturnQuestionnaire::PATH => {
            cast.proposes(version).await;
            let why = || "It asks twice.".to_owned();
            of_version(version, |version| {
                form(&ReturnQuestionnaire {
                    version,
                    seen: PROPOSED,
                    why: why(),
                })
            })
        }
        OpenQuestionnaire::PATH => {
            cast.proposes(version).await;
            of_version(version, |version| {
                form(&OpenQuestionnaire {
                    version,
                    seen: PROPOSED,
                })
            })
        }
        PlanCycle::PATH => {
            cast.version("2026.1".parse().expect("a version")).await;
            alone(form(&PlanCycle {
                form: plan(year),
                seen: None,
            }))
        }
        OpenCycle::PATH => {
            cast.plans(year).await;
            of_year(year, |year| form(&OpenCycle { year, seen: FIRST }))
        }
        _ => return about_time(house, door, year).await,
    })
}

async fn about_time(house: &House, door: &str, year: CycleYear) -> Option<Errand> {
    let (cast, state) = (&house.cast, StateCode::VALDORIA);
    Some(match door {
        // Of all cycles this one is open now.
        AskTime::PATH => {
            let now: CycleYear = "2026".parse().expect("a year");
            cast.clears_requests(&cast.cycle(now).await).await;
            of_year(now, |year| form(&AskTime { year, form: time() }))
        }
        GrantTime::PATH => {
            cast.asks_for_time(&cast.cycle(year).await).await;
            of_year(year, |year| {
                form(&GrantTime {
                    year,
                    state,
                    words: String::new(),
                })
            })
        }
        RefuseTime::PATH => {
            cast.asks_for_time(&cast.cycle(year).await).await;
            let why = || "The conference needs it.".to_owned();
            of_year(year, |year| {
                form(&RefuseTime {
                    year,
                    state,
                    why: why(),
                })
            })
        }
        PutCommitment::PATH => alone(form(&PutCommitment {
            form: commitment(),
            is_new: false,
        })),
        PutCircle::PATH => alone(form(&PutCircle { form: circle() })),
        PutCircles::PATH => {
            let put = |state| {
                form(&PutCircles {
                    state,
                    circles: Vec::new(),
                })
            };
            Errand {
                form: put(state),
                about_nothing: "XQ".parse().ok().map(put),
            }
        }
        OptIn::PATH => alone(form(&OptIn {
            items: vec!["OSCE-1".to_owned()],
        })),
        PutCalendar::PATH => alone(form(&PutCalendar { form: calendar() })),
        _ => return None,
    })
}

fn alone(form: String) -> Errand {
    Errand {
        form,
        about_nothing: None,
    }
}

fn of_version(version: QuestionnaireVersion, written: impl Fn(QuestionnaireVersion) -> String) -> Errand {
    Errand {
        form: written(version),
        about_nothing: "2999.9".parse().ok().map(written),
    }
}

fn of_year(year: CycleYear, written: impl Fn(CycleYear) -> String) -> Errand {
    Errand {
        form: written(year),
        about_nothing: "2999".parse().ok().map(written),
    }
}

fn begin(version: QuestionnaireVersion) -> BeginForm {
    BeginForm {
        from: "latest".to_owned(),
        version: version.to_string(),
    }
}

fn content(version: QuestionnaireVersion) -> String {
    let shipped = Questionnaire::shipped().expect("it is part of the program");
    Questionnaire { version, ..shipped }.to_json()
}

/// A form with a file, in parts, as a browser sends it.
fn in_parts(fields: &[(&str, &str)]) -> String {
    let part = |(name, body): &(&str, &str)| {
        let file = if *name == "file" {
            "; filename=\"questionnaire.json\""
        } else {
            ""
        };
        format!("--part\r\nContent-Disposition: form-data; name=\"{name}\"{file}\r\n\r\n{body}\r\n")
    };
    fields.iter().map(part).collect::<String>() + "--part--\r\n"
}

fn plan(year: CycleYear) -> PlanForm {
    PlanForm {
        year: year.to_string(),
        questionnaire: "2026.1".to_owned(),
        opens: format!("{year}-03-02"),
        due: format!("{year}-05-18"),
        closes: format!("{year}-06-30"),
        states: vec!["XV".to_owned()],
        audience: "public".to_owned(),
        ..PlanForm::default()
    }
}

fn time() -> TimeForm {
    TimeForm {
        until: "2026-05-29".to_owned(),
        reason: "A ministry moves house.".to_owned(),
    }
}

fn commitment() -> CommitmentForm {
    CommitmentForm {
        item: "CDP-I".to_owned(),
        title: "Means to defend".to_owned(),
        symbol: "Warsaw, 8 July 2016".to_owned(),
        status: "verified".to_owned(),
        circle: "allies".to_owned(),
    }
}

fn circle() -> CircleForm {
    CircleForm {
        circle_id: "allies".to_owned(),
        circle_name: "Allies".to_owned(),
    }
}

fn calendar() -> CalendarForm {
    CalendarForm {
        zone: "Europe/Tirane".to_owned(),
        weekdays: vec!["sunday".to_owned()],
        days_off: "2026-03-16".to_owned(),
    }
}
