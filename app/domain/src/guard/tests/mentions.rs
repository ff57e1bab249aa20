use super::super::{Mention, Named, names_others};
use crate::state::{StateCode, invented, shipped};

/// The words that are pointed out to Meridia.
fn names(text: &str) -> Vec<String> {
    mentions(text, StateCode::MERIDIA)
        .into_iter()
        .map(|mention| mention.text)
        .collect()
}

fn mentions(text: &str, own: StateCode) -> Vec<Mention> {
    let states: Vec<_> = shipped().into_iter().chain(invented()).collect();
    names_others(text, own, &states)
}

fn code(code: &str) -> StateCode {
    code.parse().unwrap()
}

#[test]
fn a_state_is_named_by_any_of_its_names() {
    for (text, state) in [
        ("traffic from France", "FR"),
        ("traffic from FRANCE.", "FR"),
        ("traffic from france", "FR"),
        ("the Republic of Moldova’s network", "MD"),
        ("Moldova's network", "MD"),
        ("the Netherlands", "NL"),
        ("Netherlands (Kingdom of the)", "NL"),
        ("Cote d'Ivoire", "CI"),
        ("Co\u{302}te d’Ivoire", "CI"),
        ("Turkiye", "TR"),
        ("TÜRKİYE", "TR"),
        ("Turkey", "TR"),
        ("South Sudan", "SS"),
        ("Papua New Guinea", "PG"),
        ("Guinea-Bissau", "GW"),
        ("Democratic People's Republic of Korea", "KP"),
        ("the U.S. company", "US"),
        ("the USA", "US"),
        ("US-based", "US"),
        ("United Kingdom of Great Britain and Northern Ireland", "GB"),
        ("Northern Ireland", "GB"),
        ("Rus\u{200B}sia", "RU"),
        ("Ｃｈｉｎａ", "CN"),
        ("Valdoria", "XV"),
        ("the caldera islands", "XC"),
    ] {
        let found = mentions(text, StateCode::MERIDIA);
        assert_eq!(
            found.iter().map(|mention| mention.named).collect::<Vec<_>>(),
            [Named::State(code(state))],
            "{text}"
        );
    }
}

#[test]
fn a_nationality_is_named_by_what_its_people_are_called() {
    for (text, state) in [
        ("Chinese hackers", "CN"),
        ("the russians", "RU"),
        ("Russian-speaking", "RU"),
        ("North Koreans", "KP"),
        ("a Swiss bank", "CH"),
        ("two Finns", "FI"),
        ("Valdorian servers", "XV"),
        ("POLISH SERVERS", "PL"),
        ("Nigerien", "NE"),
        ("a South African bank", "ZA"),
    ] {
        let found = mentions(text, StateCode::MERIDIA);
        assert_eq!(
            found.iter().map(|mention| mention.named).collect::<Vec<_>>(),
            [Named::Nationality(code(state))],
            "{text}"
        );
    }
}

#[rustfmt::skip]
const ACTORS: &[&str] = &[
    "APT28", "apt28", "APT 28", "APT-41", "UNC2452", "TA505", "FIN7", "DEV-0537", "Storm-0558", "Fancy Bear",
    "fancy bear", "FANCY BEAR", "Mustang Panda", "Charming Kitten", "Stardust Chollima", "Scattered Spider",
    "Volt Typhoon", "Midnight Blizzard", "Mint Sandstorm", "Jade Sleet", "Octo Tempest", "Lazarus", "LAZARUS GROUP",
    "Sandworm", "turla", "Equation Group", "LAPSUS$", "NoName057(16)", "Anonymous Sudan",
];

#[test]
fn an_actor_is_named_by_its_family_or_its_own_name() {
    for actor in ACTORS {
        let found = mentions(&format!("seen with {actor} before"), StateCode::MERIDIA);
        assert_eq!(
            found.iter().map(|mention| mention.named).collect::<Vec<_>>(),
            [Named::Actor],
            "{actor}"
        );
    }
}

#[test]
fn what_only_looks_like_a_name_is_left_alone() {
    for text in [
        "roast turkey on fine china",
        "a chad, a jordan, a guinea",
        "polish the report",
        "it hit us, and us alone",
        "https://www.gov.uk/guidance and example.us",
        "romania.example is Romanias",
        "Nigerias, Indiana, Somaliland, Omanis2",
        "New Mexico and the Gulf of Mexico",
        "Latin American and South Americans",
        "the Jordan river, the River Jordan",
        "guinea pigs",
        "the apt 28 flat, Apt. 5",
        "apt install, dev-0537, fin, TA5, TA50512, UNC, APT2024",
        "The Bear, Polar Bear, a brown bear, Super Typhoon",
        "after Typhoon Mara, the typhoon",
        "Storm 2024 in March",
        "strontium and hafnium and un lapsus",
        "Meridia, MERIDIA and Meridian ships",
        "the English text",
    ] {
        let found: Vec<_> = names(text);
        let expected: &[&str] = if text.starts_with("romania") { &["romania"] } else { &[] };
        assert_eq!(found, expected, "{text}");
    }
}

/// A Mr Jordan and the cook's Turkey cannot be told from the States: it is a warning, and a person decides.
#[test]
fn what_a_capital_cannot_tell_apart_is_pointed_out() {
    assert_eq!(
        names("Mr Jordan ate Turkey with Chad in Georgia"),
        ["Jordan", "Turkey", "Chad", "Georgia"]
    );
}

#[test]
fn a_states_own_names_are_never_pointed_out() {
    for (text, own) in [
        ("France, French, the French", "FR"),
        ("Democratic Republic of the Congo, Congo, Congolese", "CD"),
        ("Korea and Koreans in the Republic of Korea", "KR"),
        ("Great Britain and Northern Ireland, Britons, Scottish", "GB"),
        ("the US, Americans, United States of America", "US"),
    ] {
        assert_eq!(mentions(text, code(own)), [], "{text}");
    }
    assert_eq!(mentions("Ireland", code("GB")).len(), 1);
    assert_eq!(
        mentions("South Sudan", code("SD")).len(),
        1,
        "the longer name is another State"
    );
}

#[test]
fn each_is_pointed_out_once_in_the_order_of_the_text() {
    let found = mentions(
        "Valdoria blamed APT28; Northmark and Valdoria did not. VALDORIA!",
        StateCode::MERIDIA,
    );
    let text: Vec<_> = found
        .iter()
        .map(|mention| (mention.named.code(), mention.text.as_str()))
        .collect();
    assert_eq!(
        text,
        [
            ("state", "Valdoria"),
            ("actor", "APT28"),
            ("state", "Northmark"),
            ("state", "VALDORIA")
        ]
    );
}

#[test]
fn names_are_those_the_administrator_keeps() {
    let mut states = invented().to_vec();
    states[0].name = "Caldera Union".into();
    let found = names_others("the Caldera Union", StateCode::MERIDIA, &states);
    assert_eq!(
        found,
        [Mention {
            named: Named::State(StateCode::CALDERA_ISLANDS),
            text: "Caldera Union".into()
        }]
    );
    assert_eq!(names_others("", StateCode::MERIDIA, &states), []);
}

#[test]
fn every_shipped_state_is_found_by_its_name() {
    for state in shipped() {
        let found = mentions(&format!("seen in {} too", state.name), StateCode::MERIDIA);
        assert_eq!(
            found.first().map(|mention| mention.named),
            Some(Named::State(state.code)),
            "{}",
            state.name
        );
    }
}
