use super::*;
use crate::{
    people::Actor,
    samples::{AMINA, CHIDI, DANA, ERIKA, FARID, GRETA, TUESDAY},
};

fn draft(by: &Actor) -> Edition {
    Edition::begin(shipped(), by).unwrap()
}

#[test]
fn a_reviewer_proposes_and_another_person_opens() {
    let proposed = draft(&CHIDI.actor())
        .propose(&known(), None, &CHIDI.actor(), TUESDAY)
        .unwrap();
    assert_eq!(proposed.frozen(), None);
    let open = proposed.open(&known(), None, &DANA.actor(), TUESDAY).unwrap();
    assert_eq!(open.frozen().as_deref(), Some(&shipped()));
    let again = open.revise(shipped(), &CHIDI.actor());
    assert_eq!(again, Err(Declined::NotNow), "what is in use is frozen");
}

#[test]
fn nobody_opens_what_they_had_a_hand_in() {
    let erika = ERIKA.actor();
    let wrote = draft(&CHIDI.actor()).revise(shipped(), &erika).unwrap();
    for proposed in [
        wrote.propose(&known(), None, &CHIDI.actor(), TUESDAY).unwrap(),
        draft(&CHIDI.actor()).propose(&known(), None, &erika, TUESDAY).unwrap(),
    ] {
        assert_eq!(proposed.open(&known(), None, &erika, TUESDAY), Err(Declined::YourOwn));
        let why = "Shorter, please.".parse().unwrap();
        let returned = proposed.give_back(why, &DANA.actor()).unwrap();
        assert!(matches!(returned.stage(), EditionStage::Draft { returned: Some(_) }));
    }
}

#[test]
fn who_has_no_part_in_content_has_none_here() {
    for person in [AMINA, FARID, GRETA] {
        let actor = person.actor();
        assert_eq!(Edition::begin(shipped(), &actor), Err(Declined::NotYours));
        assert_eq!(draft(&CHIDI.actor()).revise(shipped(), &actor), Err(Declined::NotYours));
        assert_eq!(
            draft(&CHIDI.actor()).open(&known(), None, &actor, TUESDAY),
            Err(Declined::NotYours)
        );
    }
    assert_eq!(
        draft(&CHIDI.actor()).open(&known(), None, &DANA.actor(), TUESDAY),
        Err(Declined::NotNow)
    );
}

#[test]
fn a_faulty_version_is_kept_and_not_proposed() {
    let mut faulty = shipped();
    faulty.title.clear();
    let kept = draft(&CHIDI.actor()).revise(faulty, &CHIDI.actor()).unwrap();
    let declined = kept.propose(&known(), None, &CHIDI.actor(), TUESDAY).unwrap_err();
    assert_eq!(declined.code(), "faulty");
    let other = kept.revise(next_year(), &CHIDI.actor());
    assert_eq!(other, Err(Declined::OtherVersion));
}
