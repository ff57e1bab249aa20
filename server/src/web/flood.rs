//! How often somebody may do something: whoever floods the portal waits, and nobody else notices (OWASP ASVS 5.0,
//! 2.4.1).
//!
//! An allowance is used up at once or little by little, and fills again evenly (the generic cell rate algorithm). For
//! forms it is counted by person where somebody is signed in, in however many sessions and from wherever; and by network
//! where nobody is, [`NETWORK`] times as much of it, since a whole ministry may have one address.
//!
//! What was used up is kept in memory, by each server for itself: with two servers, twice as many forms are taken. It
//! cannot grow without end: whoever comes when very many are being counted shares one allowance with all who do.

use super::{Web, accepts_html, refused};
use app::{
    error::PortalError,
    portal::{Portal, Visitor},
};
use axum::{
    Extension,
    extract::{Request, State},
    http::{HeaderMap, HeaderValue, Method, header::RETRY_AFTER},
    middleware::Next,
    response::{IntoResponse, Response},
};
use governor::{DefaultKeyedRateLimiter, Quota, RateLimiter, clock::Clock};
use std::{fmt, num::NonZeroU32, time::Duration};

/// Ten: how many people behind one network may each post as much as one person, before any of them has signed in.
const NETWORK: NonZeroU32 = NonZeroU32::MIN.saturating_add(9);

/// How many are counted apart from each other. About 100 bytes each.
const APART: usize = 50_000;

/// How often each may do something in a minute.
pub struct Allowance(DefaultKeyedRateLimiter<String>);

impl Allowance {
    /// So often a minute, for each; all at once, if they like.
    pub fn a_minute(often: NonZeroU32) -> Self {
        Self(RateLimiter::hashmap(Quota::per_minute(often)))
    }

    /// Uses it once.
    ///
    /// # Errors
    /// How long to wait, where it is used up.
    pub fn spend(&self, who: &str) -> Result<(), Duration> {
        let counted = if self.has_room() { who } else { "everyone else" };
        let spent = self.0.check_key(&counted.to_owned());
        spent.map_err(|not_before| not_before.wait_time_from(self.0.clock().now()))
    }

    /// Whether one more can be counted, now that those with a full allowance are forgotten.
    fn has_room(&self) -> bool {
        self.0.len() < APART || {
            self.0.retain_recent();
            self.0.len() < APART
        }
    }
}

impl fmt::Debug for Allowance {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Allowance")
    }
}

/// What is left of everyone's allowance of forms.
#[derive(Debug)]
pub struct Posts {
    of_people: Allowance,
    of_networks: Allowance,
}

impl Posts {
    /// So many a minute for each person.
    pub fn a_minute(often: NonZeroU32) -> Self {
        Self {
            of_people: Allowance::a_minute(often),
            of_networks: Allowance::a_minute(often.saturating_mul(NETWORK)),
        }
    }

    fn spend(&self, visitor: &Visitor) -> Result<(), Duration> {
        match &visitor.actor {
            Some(actor) => self.of_people.spend(&actor.id.to_string()),
            None => self.of_networks.spend(&visitor.network),
        }
    }
}

/// Lets a form through, unless there were too many of them.
pub async fn held_back(
    State(web): State<Web>,
    Extension(portal): Extension<Portal>,
    request: Request,
    next: Next,
) -> Response {
    let is_form = request.method() == Method::POST;
    let spent = match web.posts.as_deref().filter(|_| is_form) {
        Some(posts) => posts.spend(&portal.visitor),
        None => Ok(()),
    };
    match spent {
        Ok(()) => next.run(request).await,
        Err(wait) => wait_first(request.headers(), wait),
    }
}

/// A person is led back and reads why; a machine is told for how long.
fn wait_first(headers: &HeaderMap, wait: Duration) -> Response {
    let failure = PortalError::TooManyPosts;
    tracing::warn!(code = failure.code(), "form refused");
    if accepts_html(headers) {
        refused::answer(headers, failure)
    } else {
        too_many(failure.code(), wait)
    }
}

/// "Too many", and in how many seconds there is a use in trying again (RFC 6585, section 4).
pub fn too_many(code: &str, wait: Duration) -> Response {
    let mut answer = (PortalError::TooManyPosts.status(), refused::to_machine(code)).into_response();
    let seconds = HeaderValue::from(wait.as_secs().saturating_add(1));
    answer.headers_mut().insert(RETRY_AFTER, seconds);
    answer
}

#[cfg(test)]
mod tests {
    use super::*;

    const ONE: NonZeroU32 = NonZeroU32::MIN;

    #[test]
    fn an_allowance_is_used_up_by_one_and_by_nobody_else() {
        let allowance = Allowance::a_minute(ONE);
        assert_eq!(allowance.spend("a"), Ok(()));
        let wait = allowance.spend("a").unwrap_err();
        assert!(
            wait > Duration::from_secs(30) && wait <= Duration::from_mins(1),
            "{wait:?}"
        );
        assert_eq!(allowance.spend("b"), Ok(()));
    }

    #[test]
    fn what_is_counted_does_not_grow_without_end() {
        let allowance = Allowance::a_minute(ONE);
        for who in 0..APART {
            assert_eq!(allowance.spend(&who.to_string()), Ok(()));
        }
        assert_eq!(allowance.spend("one more"), Ok(()));
        assert!(allowance.spend("and another").is_err(), "they share what is left");
        assert_eq!(allowance.0.len(), APART + 1);
    }
}
