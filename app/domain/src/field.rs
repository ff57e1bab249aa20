//! The fields of the incident form, in one table.
//!
//! It is the table that domain experts argue about, so it is kept where it can be read in one look.

use crate::{
    catalogue,
    form::{Asked, Control, Instalment, Section},
};
use serde::{Deserialize, Serialize};

/// What there is to know about a field.
struct Shape {
    id: &'static str,
    section: Section,
    control: Control,
    asked: [Asked; 4],
}

/// A field of the incident form. The order is the order of the pages.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Field {
    /// Incident, threat or near miss (NIS2 Art. 30).
    NoticeKind,
    /// Whether this is an exercise.
    Exercise,
    /// One line a minister would understand.
    Title,
    /// What happened, in the State's words.
    Summary,
    /// The State's own reference for it.
    NationalReference,
    /// When the State became aware of it.
    BecameAware,
    /// When it was detected.
    Detected,
    /// When it started.
    Started,
    /// Whether it is ongoing, contained or resolved.
    Status,
    /// When it ended.
    Ended,
    /// When services had recovered.
    Recovered,
    /// Suspected, confirmed, blocked, … (STIX incident core).
    Determination,
    /// The type of incident (RSIT).
    Type,
    /// Techniques (DORA 3.25).
    Techniques,
    /// Whether malice is suspected (NIS2 Art. 23(4)(a)).
    SuspectedMalicious,
    /// Root cause (DORA 4.1).
    RootCause,
    /// Sectors touched (NIS2 Annexes I and II).
    Sectors,
    /// Whether what was touched is designated critical infrastructure in the State.
    CriticalInfrastructure,
    /// Whether it crosses borders (NIS2 Art. 23(4)(a)).
    CrossBorder,
    /// Other States affected. The public reads only how many.
    StatesAffected,
    /// How many people or systems were affected.
    AffectedCount,
    /// The label of the State's own severity scale.
    NationalSeverity,
    /// Severity on the portal's scale, S0 to S5.
    Severity,
    /// What it threatened beyond systems (STIX incident core, external impact).
    ExternalImpact,
    /// Measures taken.
    Measures,
    /// Whether assistance is offered or requested (norm 13h).
    Assistance,
    /// Who else was informed (DORA 3.31).
    OthersInformed,
    /// Lessons learnt.
    Lessons,
    /// The marking.
    Marking,
    /// The audience.
    Audience,
}

impl Field {
    /// Every field, in page order.
    pub const ALL: [Self; 30] = [
        Self::NoticeKind,
        Self::Exercise,
        Self::Title,
        Self::Summary,
        Self::NationalReference,
        Self::BecameAware,
        Self::Detected,
        Self::Started,
        Self::Status,
        Self::Ended,
        Self::Recovered,
        Self::Determination,
        Self::Type,
        Self::Techniques,
        Self::SuspectedMalicious,
        Self::RootCause,
        Self::Sectors,
        Self::CriticalInfrastructure,
        Self::CrossBorder,
        Self::StatesAffected,
        Self::AffectedCount,
        Self::NationalSeverity,
        Self::Severity,
        Self::ExternalImpact,
        Self::Measures,
        Self::Assistance,
        Self::OthersInformed,
        Self::Lessons,
        Self::Marking,
        Self::Audience,
    ];

    /// The table. Read a line as: id, page, answered how, asked at early warning, notification, update, final.
    #[rustfmt::skip]
    fn shape(self) -> Shape {
        use Asked::{ForAValue as V, ForAnAnswer as A, Freely as F, Not as N};
        use Control::{Audience, Choice, Choices, Count, Line, Marking, Moment, States, Text, Title};
        use Section as S;
        let (id, section, control, asked) = match self {
            Self::NoticeKind        => ("notice-kind",        S::Notice,   Choice(&catalogue::NOTICE_KIND),       [V, V, V, V]),
            Self::Exercise          => ("exercise",           S::Notice,   Choice(&catalogue::EXERCISE),          [V, V, V, V]),
            Self::Title             => ("title",              S::Notice,   Title(120),                            [V, V, V, V]),
            Self::Summary           => ("summary",            S::Notice,   Text(4_000),                           [V, V, V, V]),
            Self::NationalReference => ("national-reference", S::Notice,   Line(80),                              [F, F, F, F]),
            Self::BecameAware       => ("became-aware",       S::Time,     Moment,                                [A, A, A, A]),
            Self::Detected          => ("detected",           S::Time,     Moment,                                [N, F, F, F]),
            Self::Started           => ("started",            S::Time,     Moment,                                [N, F, F, F]),
            Self::Status            => ("status",             S::Time,     Choice(&catalogue::STATUS),            [A, A, A, A]),
            Self::Ended             => ("ended",              S::Time,     Moment,                                [N, N, F, F]),
            Self::Recovered         => ("recovered",          S::Time,     Moment,                                [N, N, F, F]),
            Self::Determination     => ("determination",      S::Nature,   Choice(&catalogue::DETERMINATION),     [N, A, A, A]),
            Self::Type              => ("type",               S::Nature,   Choice(&catalogue::RSIT_TYPE),         [A, A, A, A]),
            Self::Techniques        => ("techniques",         S::Nature,   Choices(&catalogue::TECHNIQUES),       [N, F, F, F]),
            Self::SuspectedMalicious=> ("suspected-malicious",S::Nature,   Choice(&catalogue::YES_NO),            [A, A, A, A]),
            Self::RootCause         => ("root-cause",         S::Nature,   Choice(&catalogue::ROOT_CAUSE),        [N, N, N, A]),
            Self::Sectors           => ("sectors",            S::Reach,    Choices(&catalogue::SECTORS),          [N, A, A, A]),
            Self::CriticalInfrastructure
                                    => ("critical-infrastructure", S::Reach, Choice(&catalogue::YES_NO),          [N, F, F, F]),
            Self::CrossBorder       => ("cross-border",       S::Reach,    Choice(&catalogue::YES_NO),            [A, A, A, A]),
            Self::StatesAffected    => ("states-affected",    S::Reach,    States,                                [A, A, A, A]),
            Self::AffectedCount     => ("affected-count",     S::Reach,    Count,                                 [N, F, F, F]),
            Self::NationalSeverity  => ("national-severity",  S::Severity, Line(80),                              [N, A, A, A]),
            Self::Severity          => ("severity",           S::Severity, Choice(&catalogue::SEVERITY),          [N, A, A, A]),
            Self::ExternalImpact    => ("external-impact",    S::Severity, Choices(&catalogue::EXTERNAL_IMPACT),  [N, A, A, A]),
            Self::Measures          => ("measures",           S::Response, Text(4_000),                           [N, A, A, A]),
            Self::Assistance        => ("assistance",         S::Response, Choice(&catalogue::ASSISTANCE),        [A, A, A, A]),
            Self::OthersInformed    => ("others-informed",    S::Response, Choices(&catalogue::OTHERS_INFORMED),  [N, A, A, A]),
            Self::Lessons           => ("lessons",            S::Response, Text(4_000),                           [N, N, N, A]),
            Self::Marking           => ("marking",            S::Readers,  Marking,                               [V, V, V, V]),
            Self::Audience          => ("audience",           S::Readers,  Audience,                              [V, V, V, V]),
        };
        Shape { id, section, control, asked }
    }

    /// The name used in forms, anchors, storage, exports and message ids.
    pub fn id(self) -> &'static str {
        self.shape().id
    }

    /// The field with this name.
    pub fn from_id(id: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|field| field.id() == id)
    }

    /// The page it is on.
    pub fn section(self) -> Section {
        self.shape().section
    }

    /// How it is answered.
    pub fn control(self) -> Control {
        self.shape().control
    }

    /// How it is asked at this instalment.
    pub fn asked(self, instalment: Instalment) -> Asked {
        let [early, notification, update, last] = self.shape().asked;
        match instalment {
            Instalment::EarlyWarning => early,
            Instalment::Notification => notification,
            Instalment::Update => update,
            Instalment::Final => last,
        }
    }

    /// Every field asked at this instalment, in page order.
    pub fn asked_at(instalment: Instalment) -> impl Iterator<Item = Self> {
        Self::ALL
            .into_iter()
            .filter(move |field| field.asked(instalment) != Asked::Not)
    }

    /// Whether only a value will do, so that there is nothing to withhold.
    pub fn needs_value(self) -> bool {
        self.asked(Instalment::Notification) == Asked::ForAValue
    }

    /// Whether "none" makes sense: a list may be empty, a moment or a kind may not.
    pub fn may_be_none(self) -> bool {
        matches!(
            self.control(),
            Control::Text(_) | Control::Line(_) | Control::Choices(_) | Control::Count | Control::States
        )
    }

    /// Whether it holds text that people write and that therefore may name somebody.
    pub fn is_free_text(self) -> bool {
        matches!(self.control(), Control::Title(_) | Control::Text(_) | Control::Line(_))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_table_is_in_page_order_and_names_are_unique() {
        assert!(Field::ALL.is_sorted(), "the order of the enum is the order of ALL");
        assert!(
            Field::ALL.is_sorted_by_key(|field| field.section()),
            "a page's fields stand together"
        );
        for field in Field::ALL {
            assert_eq!(Field::from_id(field.id()), Some(field), "one id, one field");
            let json = serde_json::to_string(&field).expect("a unit variant");
            assert_eq!(json, format!("\"{}\"", field.id()), "stored under its id");
        }
    }

    #[test]
    fn what_was_asked_once_is_asked_at_every_later_instalment() {
        for field in Field::ALL {
            let asked = [
                Instalment::EarlyWarning,
                Instalment::Notification,
                Instalment::Update,
                Instalment::Final,
            ]
            .map(|instalment| field.asked(instalment) != Asked::Not);
            assert!(asked.is_sorted(), "{}", field.id());
        }
    }
}
