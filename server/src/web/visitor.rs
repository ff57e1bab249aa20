//! Who is asking.
//!
//! A session holds a person's id and nothing of what they may do. That is asked of the store at every request, so that
//! a role taken away is gone with the next click, and a deactivated person is nobody.

use super::Web;
use crate::sessions::BrowserSession;
use app::portal::{
    Portal, Visitor,
    ports::{self, StoreError, Stored},
};
use async_trait::async_trait;
use axum::{
    Extension,
    extract::{ConnectInfo, Request, State},
    http::{HeaderMap, StatusCode},
    middleware::Next,
    response::{IntoResponse, Response},
};
use domain::{ids::PersonId, people::Actor};
use std::{
    net::{IpAddr, SocketAddr},
    sync::Arc,
};
use tower_sessions::Session;

/// Gives the request its portal. Where the store does not answer, nobody is let in as nobody.
pub async fn known(
    State(web): State<Web>,
    Extension(session): Extension<Session>,
    mut request: Request,
    next: Next,
) -> Response {
    let network = network(&request, web.settings.proxies);
    let Ok(portal) = portal(&web, BrowserSession(session), network).await else {
        return StatusCode::SERVICE_UNAVAILABLE.into_response();
    };
    request.extensions_mut().insert(portal);
    next.run(request).await
}

/// The portal for whoever is signed in to this session, or for nobody.
///
/// # Errors
/// Where the store does not answer.
pub async fn portal(web: &Web, session: BrowserSession, network: String) -> Stored<Portal> {
    let actor = actor(web, &session).await?;
    Ok(Portal {
        world: web.world.clone(),
        session: Arc::new(session),
        visitor: Visitor { actor, network },
    })
}

async fn actor(web: &Web, session: &BrowserSession) -> Stored<Option<Actor>> {
    match session
        .person()
        .await
        .inspect_err(|trouble| tracing::error!(%trouble, "no session could be read"))?
    {
        Some(person) => web.world.store.actor(person).await,
        None => Ok(None),
    }
}

/// The portal as everyone meets it, without a session.
pub fn nobody(web: &Web) -> Portal {
    Portal {
        world: web.world.clone(),
        session: Arc::new(NoSession),
        visitor: Visitor::default(),
    }
}

/// The network the visitor asks from: /24 of IPv4, /48 of IPv6. A whole address would say more than is needed, and one
/// subscriber has 2⁶⁴ of them.
pub(super) fn network(request: &Request, proxies: usize) -> String {
    let peer = request
        .extensions()
        .get::<ConnectInfo<SocketAddr>>()
        .map(|ConnectInfo(peer)| peer.ip());
    let address = if proxies == 0 {
        peer
    } else {
        forwarded(request.headers(), proxies)
    };
    address.map(prefix).unwrap_or_default()
}

/// The address that the outermost of our proxies saw: each adds one at the end, whatever stood there before is anybody's.
fn forwarded(headers: &HeaderMap, proxies: usize) -> Option<IpAddr> {
    let lines = headers
        .get_all("x-forwarded-for")
        .iter()
        .filter_map(|line| line.to_str().ok());
    let all: Vec<&str> = lines.flat_map(|line| line.split(',')).collect();
    all.get(all.len().checked_sub(proxies)?)?.trim().parse().ok()
}

fn prefix(address: IpAddr) -> String {
    match address.to_canonical() {
        IpAddr::V4(address) => {
            let [a, b, c, _] = address.octets();
            format!("{a}.{b}.{c}.0/24")
        }
        IpAddr::V6(address) => {
            let [a, b, c, ..] = address.segments();
            format!("{a:x}:{b:x}:{c:x}::/48")
        }
    }
}

/// Public pages have no session, so that none can be planted or watched there.
struct NoSession;

const NONE_HERE: &str = "public pages have no session";

#[async_trait]
impl ports::Session for NoSession {
    async fn begin(&self, _person: PersonId) -> Stored<()> {
        Err(StoreError::Unavailable(NONE_HERE.into()))
    }

    async fn end(&self) -> Stored<()> {
        Ok(())
    }

    async fn set_aside(&self, _form: &str, _typed: String) -> Stored<()> {
        Err(StoreError::Unavailable(NONE_HERE.into()))
    }

    async fn aside(&self, _form: &str) -> Stored<Option<String>> {
        Ok(None)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use axum::body::Body;

    fn asked(peer: &str, forwarded: &'static str, proxies: usize) -> String {
        let mut request = Request::new(Body::empty());
        request
            .extensions_mut()
            .insert(ConnectInfo(SocketAddr::new(peer.parse().unwrap(), 40_000)));
        request
            .headers_mut()
            .insert("x-forwarded-for", forwarded.parse().unwrap());
        network(&request, proxies)
    }

    #[test]
    fn a_network_is_what_nobody_can_write_themselves() {
        assert_eq!(asked("192.0.2.7", "198.51.100.1", 0), "192.0.2.0/24");
        assert_eq!(asked("10.0.0.1", "198.51.100.1, 192.0.2.7", 1), "192.0.2.0/24");
        assert_eq!(
            asked("10.0.0.1", "198.51.100.1, 192.0.2.7, 10.0.0.2", 2),
            "192.0.2.0/24"
        );
        assert_eq!(asked("2001:db8:7:8::1", "", 0), "2001:db8:7::/48");
        assert_eq!(asked("::ffff:192.0.2.7", "", 0), "192.0.2.0/24");
        assert_eq!(asked("10.0.0.1", "192.0.2.7", 2), "");
    }
}
