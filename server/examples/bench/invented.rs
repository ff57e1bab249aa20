//! Publications of States that do not exist, about things that did not happen. Which says so in every title.

use domain::{
    catalogue::SECTORS,
    draft::{Draft, Typed},
    form::{Field, Instalment},
    ids::Timestamp,
    indicator::Indicator,
    marking::Audience,
    publication::Disclosure,
    samples::flooded_archive,
    state::{RegionalGroup, State, StateCode, invented, shipped},
};
use serde_json::json;
use std::error::Error;

/// How many States there are.
const STATES: usize = 193;

/// Words of which each publication has two, so that each is in one of thirty-two: what is searched for.
pub const SOUGHT: [&str; 64] = [
    "alder", "amber", "anvil", "apple", "arrow", "aspen", "badge", "basil", "beech", "birch", "bloom", "brass",
    "brook", "cabin", "cedar", "chalk", "cider", "clove", "coral", "crane", "daisy", "delta", "ember", "fable",
    "fennel", "finch", "flint", "forge", "frost", "ginger", "grove", "hazel", "heron", "holly", "indigo", "ivory",
    "jasper", "juniper", "kelp", "larch", "laurel", "lilac", "linen", "lotus", "maple", "marble", "meadow", "mint",
    "moss", "nettle", "oak", "olive", "opal", "orchid", "pearl", "pine", "plum", "quartz", "reed", "river", "saffron",
    "sage", "thyme", "willow",
];

/// The same title and sentence in six languages and four scripts.
pub const LANGUAGES: [(&str, &str, &str); 6] = [
    (
        "en",
        "Invented for measuring: an outage",
        "The service stopped for some hours; this did not happen.",
    ),
    (
        "fr",
        "Inventé pour mesurer : une panne",
        "Le service s’est arrêté quelques heures ; rien de cela n’a eu lieu.",
    ),
    (
        "es",
        "Inventado para medir: una avería",
        "El servicio se detuvo unas horas; nada de esto ocurrió.",
    ),
    (
        "ru",
        "Придумано для измерений: сбой",
        "Служба не работала несколько часов; этого не было.",
    ),
    (
        "ar",
        "مخترع للقياس: انقطاع",
        "توقفت الخدمة بضع ساعات؛ لم يحدث شيء من هذا.",
    ),
    ("zh", "为测量而虚构：中断", "服务中断了数小时；此事并未发生。"),
];

/// States with codes that neither a State on the shipped list has, nor one of the demonstration.
pub fn states() -> Vec<State> {
    let taken = shipped().into_iter().chain(invented());
    let taken: Vec<StateCode> = taken.map(|state| state.code).collect();
    // Those from XA to XZ are nobody's by ISO 3166; they come first, though they do not suffice.
    let letters = || ('A'..='Z').rev();
    let codes = letters().flat_map(|first| letters().map(move |second| format!("{first}{second}")));
    let mut codes: Vec<StateCode> = codes.filter_map(|code| code.parse().ok()).collect();
    codes.sort_by_key(|code| !code.as_str().starts_with('X'));
    codes.retain(|code| !taken.contains(code));
    let state = |(number, code)| State {
        code,
        name: format!("Invented State {:03}", number + 1),
        group: RegionalGroup::ALL[number % RegionalGroup::ALL.len()],
        demonstration: true,
    };
    codes.into_iter().take(STATES).enumerate().map(state).collect()
}

/// What the publication of this number discloses.
///
/// # Errors
/// Where the form has come to ask for more than it did when this was written.
pub fn disclosure(number: usize, state: StateCode, at: Timestamp) -> Result<Disclosure, Box<dyn Error>> {
    let (language, title, sentence) = LANGUAGES[number % LANGUAGES.len()];
    let words = sought(number).join(" ");
    let mut draft = flooded_archive(Audience::Public);
    let summary = format!("{sentence} {words}. {}", prose(number));
    set(&mut draft, Field::Title, &format!("{title} {number}"), language);
    set(&mut draft, Field::Summary, &summary, language);
    // The last of them is "other", which would have to be explained.
    draft.answers.entry(Field::Sectors).or_default().choices =
        vec![SECTORS.codes[number % (SECTORS.codes.len() - 1)].id.to_owned()];
    if number.is_multiple_of(5) {
        draft.indicators = indicators(number)?;
    }
    let incident = draft.complete(Instalment::Notification, at);
    let incident = incident.map_err(|issues| format!("the form is not complete: {issues:?}"))?;
    Ok(Disclosure::of(&state, &incident))
}

/// The two words that publication holds and others do not.
fn sought(number: usize) -> [&'static str; 2] {
    [number, number / SOUGHT.len() + 1].map(|place| SOUGHT[(place * 31) % SOUGHT.len()])
}

/// From forty to four hundred words, other ones in every publication.
fn prose(number: usize) -> String {
    words(number as u64, 40 + number % 361)
}

/// So many words without a meaning, others for each number: as hard to compress as prose, and none of them is searched
/// for.
pub fn words(number: u64, many: usize) -> String {
    const SYLLABLES: [&str; 16] = [
        "ba", "de", "fi", "go", "hu", "ka", "le", "mi", "no", "pu", "ra", "se", "ti", "vo", "wu", "za",
    ];
    // A linear congruential generator (Knuth, MMIX): the same text every time.
    let mut state = number;
    let mut draw = |below: usize| {
        state = state
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(state >> 40).unwrap_or_default() % below
    };
    let mut word = || {
        let syllables = 2 + draw(3);
        (0..syllables)
            .map(|_| SYLLABLES[draw(SYLLABLES.len())])
            .collect::<String>()
    };
    let words: Vec<String> = (0..many).map(|_| word()).collect();
    words.join(" ") + "."
}

fn set(draft: &mut Draft, field: Field, text: &str, language: &str) {
    let typed = Typed {
        text: text.to_owned(),
        language: language.to_owned(),
        ..Typed::default()
    };
    draft.answers.insert(field, typed);
}

/// From three to forty of them, of addresses that nobody has (RFC 5737, RFC 2606).
fn indicators(number: usize) -> Result<Vec<Indicator>, Box<dyn Error>> {
    let indicators = (0..3 + number / 5 % 38).map(|place| {
        let indicator = if place % 2 == 0 {
            json!({ "kind": "domain", "value": format!("host-{number}-{place}.example") })
        } else {
            json!({ "kind": "address", "value": format!("192.0.2.{}", (number + place) % 256) })
        };
        serde_json::from_value(indicator)
    });
    Ok(indicators.collect::<Result<_, _>>()?)
}
