use super::super::classification_marking;

/// Each is refused wherever it stands in a text.
const MARKED: &[&str] = &[
    "NATO SECRET",
    "nato secret",
    "Nato Confidential",
    "NATO RESTRICTED",
    "NATO Restricted",
    "COSMIC TOP SECRET",
    "SECRET OTAN",
    "RESTREINT UE",
    "restreint ue/eu restricted",
    "RESTREINT UE/EU RESTRICTED",
    "EU RESTRICTED",
    "CONFIDENTIEL UE",
    "EU CONFIDENTIAL",
    "SECRET UE",
    "TRES SECRET UE / EU TOP SECRET",
    "très secret UE",
    "R-UE/EU-R",
    "TOP SECRET//SI",
    "Top Secret//SI",
    "TOP SECRET // SI",
    "SECRET//NOFORN",
    "//NOFORN",
    "UNCLASSIFIED//REL TO USA, FVEY",
    "(TS//SI//NF)",
    "//SI",
    "VS-NUR FÜR DEN DIENSTGEBRAUCH",
    "VS – Nur für den Dienstgebrauch",
    "VS-NUR FUER DEN DIENSTGEBRAUCH",
    "VS-NfD",
    "VS NfD",
    "VS-Vertraulich",
    "GEHEIM",
    "STRENG GEHEIM",
    "UK SECRET",
    "UK OFFICIAL-SENSITIVE",
    "OFFICIAL-SENSITIVE",
    "Official-Sensitive",
    "official-sensitive",
    "OFFICIAL SENSITIVE",
    "DIFFUSION RESTREINTE",
    "CONFIDENTIEL DEFENSE",
    "Confidentiel Défense",
    "SECRET DÉFENSE",
    "Secret-Défense",
    "Stg. GEHEIM",
    "СОВЕРШЕННО СЕКРЕТНО",
    "Совершенно секретно",
    "ДЛЯ СЛУЖЕБНОГО ПОЛЬЗОВАНИЯ",
    "سري للغاية",
    "سِرّي للغاية",
    "机密★10年",
];

/// As they come out of other programs.
const DISGUISED: &[&str] = &[
    "NATO  \t SECRET",
    "NATO\u{A0}SECRET",
    "NATO\u{202F}SECRET",
    "NATO\nSECRET",
    "NATO\r\nSECRET",
    "NA\u{0}TO SECRET",
    "NATO-SECRET",
    "NATO\u{2011}SECRET",
    "NATO_SECRET_annex.pdf",
    "**NATO** **SECRET**",
    "NA\u{200B}TO SEC\u{AD}RET",
    "ＮＡＴＯ　ＳＥＣＲＥＴ",
    "N A T O   S E C R E T",
    "N\u{301}ATO SE\u{301}CRET",
    "VS-NUR FU\u{308}R DEN DIENSTGEBRAUCH",
    "－ＮＡＴＯ　ｓｅｃｒｅｔ－",
    "TOP\u{2003}SECRET\u{2215}\u{2215}SI",
];

/// Honest text that comes near.
const UNMARKED: &[&str] = &[
    "",
    "secret",
    "SECRET",
    "Confidential",
    "The attackers read confidential data and secret keys.",
    "Restricted access was restored; top secret it was not.",
    "NATO",
    "the NATO secretary general",
    "the NATO secretariat",
    "NATO restricted access to its portal after the incident.",
    "Since 2014 the EU restricted imports of such devices.",
    "This is an official, sensitive matter with official sensitive data in it.",
    "une diffusion restreinte de la note",
    "un lieu secret ouvert",
    "das blieb geheim, streng geheim sogar",
    "Geheim blieb nichts.",
    "We asked NATO. Secret keys were rotated.",
    "- NATO\n- Secret keys",
    "https://si.example/nf //comment",
    "https://noforn.example",
    "client_secret // rotate it",
    "shared/secret//path",
    "UNATO SECRET",
    "NATO SECRETS",
    "Секретно",
    "机密",
    "OFFICIAL",
    "SECRETS//NOW",
];

#[test]
fn a_marking_is_found_wherever_it_stands() {
    for marking in MARKED.iter().chain(DISGUISED) {
        for text in [
            (*marking).to_owned(),
            format!("Page 1\n{marking}\nText"),
            format!("see ({marking}), annex"),
        ] {
            assert!(classification_marking(&text).is_some(), "{text:?}");
        }
    }
}

#[test]
fn honest_text_is_not_marked() {
    for text in UNMARKED {
        assert_eq!(classification_marking(text), None, "{text:?}");
        let in_a_text = format!("Before it. {text} and after it.");
        assert_eq!(classification_marking(&in_a_text), None, "{in_a_text:?}");
    }
}

#[test]
fn what_reads_like_prose_counts_alone_on_its_line_or_in_brackets() {
    for text in [
        "nato restricted",
        "Title\n  eu restricted \nText",
        "Annex (nato restricted)",
        "[uk secret]",
        "-- diffusion restreinte --",
    ] {
        assert!(classification_marking(text).is_some(), "{text:?}");
    }
}

#[test]
fn the_answer_is_our_name_for_the_marking_and_not_the_text() {
    assert_eq!(classification_marking("so (nato  secret) it is"), Some("NATO SECRET"));
    assert_eq!(classification_marking("ＲＥＳＴＲＥＩＮＴ UE"), Some("RESTREINT UE"));
    assert_eq!(classification_marking("vs-nfd"), Some("VS NFD"));
}
