//! The languages in which free text may be written.
//!
//! Each free text of a filing is stored with its language, shown with `lang` and `dir`, and never translated by us.
//! The six official languages of the United Nations come first, then the other official languages of the European
//! Union, then further national languages; each part in the order of its tags. A language is named in itself, so that
//! its speakers find it; those names (autonyms) are facts and stand here, while the English names are messages like
//! any other code's.

use super::{Code, List, Provenance::Ours};

/// A language offered for free text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Language {
    /// Language tag of BCP 47 (RFC 5646); here always a primary language subtag.
    pub tag: &'static str,
    /// The language's name in itself.
    pub autonym: &'static str,
}

const fn of(tag: &'static str, autonym: &'static str) -> Language {
    Language { tag, autonym }
}

/// The languages offered, in order.
pub static LANGUAGES: [Language; 63] = [
    of("ar", "العربية"),
    of("en", "English"),
    of("es", "español"),
    of("fr", "français"),
    of("ru", "русский"),
    of("zh", "中文"),
    of("bg", "български"),
    of("cs", "čeština"),
    of("da", "dansk"),
    of("de", "Deutsch"),
    of("el", "ελληνικά"),
    of("et", "eesti"),
    of("fi", "suomi"),
    of("ga", "Gaeilge"),
    of("hr", "hrvatski"),
    of("hu", "magyar"),
    of("it", "italiano"),
    of("lt", "lietuvių"),
    of("lv", "latviešu"),
    of("mt", "Malti"),
    of("nl", "Nederlands"),
    of("pl", "polski"),
    of("pt", "português"),
    of("ro", "română"),
    of("sk", "slovenčina"),
    of("sl", "slovenščina"),
    of("sv", "svenska"),
    of("am", "አማርኛ"),
    of("az", "azərbaycan"),
    of("be", "беларуская"),
    of("bn", "বাংলা"),
    of("bs", "bosanski"),
    of("dv", "ދިވެހި"),
    of("dz", "རྫོང་ཁ"),
    of("fa", "فارسی"),
    of("he", "עברית"),
    of("hi", "हिन्दी"),
    of("hy", "հայերեն"),
    of("id", "Bahasa Indonesia"),
    of("is", "íslenska"),
    of("ja", "日本語"),
    of("ka", "ქართული"),
    of("kk", "қазақ тілі"),
    of("km", "ខ្មែរ"),
    of("ko", "한국어"),
    of("ky", "кыргызча"),
    of("lo", "ລາວ"),
    of("mk", "македонски"),
    of("mn", "монгол"),
    of("ms", "Bahasa Melayu"),
    of("my", "မြန်မာ"),
    of("ne", "नेपाली"),
    of("no", "norsk"),
    of("ps", "پښتو"),
    of("si", "සිංහල"),
    of("sq", "shqip"),
    of("sr", "српски"),
    of("sw", "Kiswahili"),
    of("th", "ไทย"),
    of("tr", "Türkçe"),
    of("uk", "українська"),
    of("ur", "اردو"),
    of("vi", "Tiếng Việt"),
];

/// The same languages as a list of codes, for the form.
pub static LANGUAGE: List = List {
    name: "language",
    source: "BCP 47 (RFC 5646); the choice is ours",
    provenance: Ours,
    codes: &{
        let mut codes = [Code { id: "", within: None }; LANGUAGES.len()];
        let mut at = 0;
        while at < codes.len() {
            codes[at].id = LANGUAGES[at].tag;
            at += 1;
        }
        codes
    },
};

/// The language offered under `tag`.
pub fn language(tag: &str) -> Option<&'static Language> {
    LANGUAGES.iter().find(|language| language.tag == tag)
}

/// Is `tag` one of the languages offered?
pub fn is_language(tag: &str) -> bool {
    language(tag).is_some()
}

/// Languages written from right to left when nothing is said of their script; also some that are imported but not
/// offered.
const RIGHT_TO_LEFT: [&str; 10] = ["ar", "ckb", "dv", "fa", "he", "ps", "sd", "ug", "ur", "yi"];

/// Scripts written from right to left, by ISO 15924, for tags that name one (`az-Arab`).
const RIGHT_TO_LEFT_SCRIPTS: [&str; 7] = ["adlm", "arab", "aran", "hebr", "nkoo", "syrc", "thaa"];

/// Is text in this language written from right to left? A script subtag decides before the language does, and a region
/// changes nothing: `fa`, `ar-EG` and `az-Arab` are, `az` and `ar-Latn` are not.
pub fn is_right_to_left(tag: &str) -> bool {
    let tag = tag.to_ascii_lowercase();
    let mut subtags = tag.split(['-', '_']);
    let primary = subtags.next().unwrap_or_default();
    // RFC 5646: a script is the only subtag of four letters; a variant of four characters begins with a digit.
    match subtags.find(|subtag| subtag.len() == 4 && subtag.bytes().all(|byte| byte.is_ascii_alphabetic())) {
        Some(script) => RIGHT_TO_LEFT_SCRIPTS.contains(&script),
        None => RIGHT_TO_LEFT.contains(&primary),
    }
}
