//! Who may read it: the marking, in the labels FIRST prescribes and with what each means here, and the audience.

use super::{
    Filled,
    frame::{Grouped, Offer},
};
use crate::{components::tags::TlpLabel, words};
use domain::marking::{Audience, Tlp};
use leptos::prelude::*;

/// The labels of the Traffic Light Protocol.
#[component]
pub fn MarkingField(
    /// The field.
    filled: Filled,
) -> impl IntoView {
    let labels = Tlp::ALL.into_iter().enumerate().map(|(at, marking)| {
        let code = marking.code().replace('+', "-");
        let id = if at == 0 {
            filled.id().to_owned()
        } else {
            filled.id_of(&code)
        };
        let hint = Some(words::say(&format!("marking-{code}")));
        let checked = filled.typed.text == marking.code();
        view! {
            <Offer kind="radio" id name=filled.name("text") value=marking.code().to_owned() checked hint>
                <TlpLabel marking/>
            </Offer>
        }
    });
    let labels = labels.collect_view();
    view! { <Grouped filled>{labels}</Grouped> }
}

/// Indicators that their source marked more strictly: whether the State releases them all the same.
#[component]
pub fn ReleaseField(
    /// The field of the marking, which it stands beside.
    filled: Filled,
    /// How strictly they are marked.
    floor: Tlp,
) -> impl IntoView {
    let checked = filled.typed.released == "released";
    let about = words::say_with("indicators-floor", &[("marking", floor.label())]);
    view! {
        <div class="field">
            <Offer
                kind="checkbox" id=filled.id_of("released") name=filled.name("released")
                value="released".to_owned() checked hint=Some(about)
            >
                {words::say("form-release")}
            </Offer>
        </div>
    }
}

/// Whom the State wants to read it.
#[component]
pub fn AudienceField(
    /// The field.
    filled: Filled,
) -> impl IntoView {
    let audiences = Audience::ALL.into_iter().enumerate().map(|(at, audience)| {
        let id = if at == 0 {
            filled.id().to_owned()
        } else {
            filled.id_of(audience.code())
        };
        let hint = words::maybe(&format!("audience-{}.hint", audience.code()));
        let checked = filled.typed.text == audience.code();
        view! {
            <Offer kind="radio" id name=filled.name("text") value=audience.code().to_owned() checked hint>
                {words::audience(audience)}
            </Offer>
        }
    });
    let audiences = audiences.collect_view();
    view! { <Grouped filled>{audiences}</Grouped> }
}
