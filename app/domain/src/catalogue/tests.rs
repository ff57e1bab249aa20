use super::*;
use crate::marking::Reason;
use std::collections::BTreeSet;

#[test]
fn every_list_has_a_name_of_its_own_a_source_and_codes_that_occur_once() {
    let names: BTreeSet<_> = ALL.iter().map(|list| list.name).collect();
    assert_eq!(names.len(), ALL.len());
    for found in ALL {
        assert!(!found.source.is_empty() && !found.codes.is_empty(), "{}", found.name);
        let codes: BTreeSet<_> = found.codes.iter().map(|code| code.id).collect();
        assert_eq!(codes.len(), found.codes.len(), "{}", found.name);
        assert!(list(found.name).is_some_and(|list| std::ptr::eq(list, found)));
    }
    assert!(list("rsit").is_none());
}

#[test]
fn codes_can_be_part_of_a_message_id() {
    for list in ALL {
        for code in list.codes {
            let id = list.message_id(code.id);
            assert!(id.chars().all(|c| c.is_ascii_alphanumeric() || c == '-'), "{id}");
            assert!(id.starts_with(|c: char| c.is_ascii_lowercase()), "{id}");
        }
    }
}

#[test]
fn every_code_has_its_words_and_no_words_are_left_over() {
    let written = include_str!("../../../locales/en/catalogue.ftl").lines();
    let written: Vec<_> = written
        .filter(|line| line.starts_with(|c: char| c.is_ascii_lowercase()))
        .collect();
    let written: Vec<_> = written.iter().filter_map(|line| line.split_once(" = ")).collect();
    assert!(written.iter().all(|(_, words)| !words.trim().is_empty()));
    let written: Vec<String> = written.into_iter().map(|(id, _)| id.to_owned()).collect();
    let mut needed: Vec<_> = ALL
        .iter()
        .flat_map(|list| list.codes.iter().map(|code| list.message_id(code.id)))
        .collect();
    let mut found = written.clone();
    needed.sort();
    found.sort();
    assert_eq!(found, needed);
}

#[test]
fn codes_are_known_exactly_and_keep_their_order() {
    assert!(STATUS.knows("ongoing") && !STATUS.knows("Ongoing") && !STATUS.knows("") && !STATUS.knows("ongoing "));
    assert_eq!(DETERMINATION.position("suspected"), Some(0));
    assert!(DETERMINATION.position("suspected") < DETERMINATION.position("confirmed"));
    assert_eq!(DETERMINATION.position("certain"), None);
}

#[test]
fn the_reasons_for_withholding_are_those_of_the_marking() {
    assert!(
        WITHHOLD_REASON
            .codes
            .iter()
            .map(|code| code.id)
            .eq(Reason::ALL.map(Reason::code))
    );
}

#[test]
fn rsit_has_eleven_classes_and_thirty_nine_types_each_in_one_class() {
    assert_eq!((RSIT_CLASS.codes.len(), RSIT_TYPE.codes.len()), (11, 39));
    assert!(
        RSIT_TYPE
            .codes
            .iter()
            .all(|code| code.within.is_some_and(|class| RSIT_CLASS.knows(class)))
    );
    let in_class_order: Vec<_> = RSIT_CLASS
        .codes
        .iter()
        .flat_map(|class| RSIT_TYPE.within(class.id))
        .collect();
    assert!(
        in_class_order.into_iter().eq(RSIT_TYPE.codes),
        "every class has types, and they stand together"
    );
}

#[test]
fn an_rsit_type_reads_back_from_its_tag() {
    for code in RSIT_TYPE.codes {
        let tag = rsit_tag(code.id).unwrap();
        assert_eq!(rsit_from_tag(&tag), Some(code), "{tag}");
    }
    assert_eq!(rsit_tag("phishing").as_deref(), Some(r#"rsit:fraud="phishing""#));
    assert_eq!(rsit_tag("ransomware"), None);
    for other in [
        "rsit:fraud",
        r#"rsit:intrusions="phishing""#,
        r#"rsit:fraud="phishing"#,
        "rsit:fraud=phishing",
        r#"ecsirt:fraud="phishing""#,
        r#"rsit:fraud="""#,
        "",
        "tlp:white",
    ] {
        assert_eq!(rsit_from_tag(other), None, "{other}");
    }
}

#[test]
fn a_sector_reads_back_from_its_tag_unless_it_is_other() {
    assert_eq!(SECTORS.codes.len(), 18 + 1);
    for code in SECTORS.codes {
        let back = sector_tag(code.id).and_then(|tag| sector_from_tag(&tag));
        assert_eq!(back, (code.id != "other").then_some(code));
    }
    assert_eq!(
        sector_tag("energy").as_deref(),
        Some(r#"nis2:impact-sectors-impacted="energy""#)
    );
    assert_eq!(sector_from_tag(r#"nis2:impact-sectors-impacted="other""#), None);
    assert_eq!(sector_from_tag(r#"nis2:impact-severity="energy""#), None);
}

#[test]
fn severity_and_its_crosswalk_have_the_same_levels_gravest_first() {
    assert!(
        SEVERITY
            .codes
            .iter()
            .map(|code| code.id)
            .eq(LEVELS.iter().map(|level| level.id))
    );
    assert!(LEVELS.iter().all(|one| level(one.id) == Some(one)));
    assert!(
        LEVELS
            .windows(2)
            .all(|pair| *pair[1].stix_criticality.end() + 1 == *pair[0].stix_criticality.start())
    );
    assert_eq!(
        (*LEVELS[5].stix_criticality.start(), *LEVELS[0].stix_criticality.end()),
        (1, 100)
    );
    assert!(LEVELS.is_sorted_by_key(|level| level.misp_threat_level));
}

#[test]
fn other_scales_are_read_without_choosing_for_the_state() {
    let of_misp = |level| from_misp_threat_level(level).map(|level| level.id).collect::<Vec<_>>();
    assert_eq!([1, 2, 3].map(of_misp), [["S5", "S4"], ["S3", "S2"], ["S1", "S0"]]);
    assert!([0, 4, 5].map(of_misp).iter().all(Vec::is_empty));
    let of_tag = |tag| from_priority_level_tag(tag).map(|level| level.id);
    assert_eq!(of_tag("priority-level:high"), Some("S3"));
    assert_eq!(of_tag("priority-level:baseline-minor"), Some("S0"));
    assert_eq!(of_tag("priority-level:baseline-negligible"), Some("S0"));
    assert_eq!(of_tag("priority-level:"), None);
    assert_eq!(of_tag("high"), None);
}

#[test]
fn languages_stand_in_three_parts_each_in_order() {
    let tags = LANGUAGES.map(|language| language.tag);
    let (united_nations, rest) = tags.split_at(6);
    let (european_union, further) = rest.split_at(21);
    assert_eq!(united_nations, ["ar", "en", "es", "fr", "ru", "zh"]);
    assert_eq!(
        (european_union.first(), european_union.last()),
        (Some(&"bg"), Some(&"sv"))
    );
    assert!(european_union.is_sorted() && further.is_sorted());
    assert_eq!(language("tr").map(|language| language.autonym), Some("Türkçe"));
    assert!(is_language("sw") && !is_language("SW") && !is_language("") && !is_language("en-GB"));
}

#[test]
fn direction_follows_the_script_then_the_language() {
    for tag in [
        "ar",
        "ar-EG",
        "AR",
        "fa",
        "he",
        "ur_PK",
        "az-Arab",
        "az-Arab-IR",
        "ckb",
        "dv",
        "ps",
    ] {
        assert!(is_right_to_left(tag), "{tag}");
    }
    for tag in ["", "en", "az", "ar-Latn", "tr", "zh-Hant", "de-1996", "arc-like"] {
        assert!(!is_right_to_left(tag), "{tag}");
    }
}
