//! `verbale serve`: answers requests and sends mail, until told to stop.

use super::{Failure, Installation};
use crate::{
    clock::SystemClock,
    config::{self, Configuration},
    interchange::export::Origin,
    mail::{Carrier, Mail},
    rounds::Rounds,
    sessions,
    web::{
        self, Settings, Web,
        files::Files,
        press::Press,
        serve::{Limits, asked_to_stop, serve as answer},
    },
};
use app::words::Language;
use axum::Router;
use std::{fs, sync::Arc, time::Duration};
use tokio::{
    net::TcpListener,
    sync::watch,
    time::{sleep, timeout},
};

/// How long what has begun may take to end after the program was told to stop. Longer than any request may take.
const LAST: Duration = Duration::from_secs(35);

/// Serve until told to stop.
///
/// # Errors
/// Where the database, the mail server's address or the address to listen on refuse.
pub async fn serve(configuration: &Configuration) -> Result<(), Failure> {
    let installation = Installation::open(configuration).await?;
    let carrier = carrier(configuration)?;
    let router = router(configuration, &installation)?;
    let listener = TcpListener::bind(configuration.listen).await;
    let listener = listener.map_err(|error| Failure::Listen(configuration.listen, error))?;
    let signal = asked_to_stop().map_err(Failure::Signals)?;
    let (stop, stopping) = watch::channel(false);
    tokio::spawn(async move {
        signal.await;
        tracing::info!("stopping");
        _ = stop.send(true);
    });
    let mail = mail(configuration, &installation, carrier);
    let mail = tokio::spawn(mail.run(stopped(stopping.clone())));
    let rounds = Rounds {
        store: installation.store.clone(),
        clock: Arc::new(SystemClock),
    };
    let rounds = tokio::spawn(rounds.run(stopped(stopping.clone())));
    let following = tokio::spawn(installation.store.clone().follow());
    tracing::info!(address = %configuration.listen, public = %configuration.public, "listening");
    let answering = answer(listener, router, Limits::USUAL, stopped(stopping.clone()));
    until_over(answering, stopped(stopping)).await;
    following.abort();
    _ = timeout(LAST, mail).await;
    _ = timeout(LAST, rounds).await;
    installation.database.close().await;
    Ok(())
}

/// The portal, ready to be asked.
fn router(configuration: &Configuration, installation: &Installation) -> Result<Router, Failure> {
    let secure = configuration.public.is_https();
    let files = Files::new(configuration.site.clone(), &hashes());
    let settings = Settings {
        secure,
        proxies: configuration.proxies,
        posts: configuration.posts,
        demonstration: configuration.demonstration,
        press: Press::with_fonts(&configuration.fonts),
        origin: Origin::new(&configuration.public.to_string()),
        operator: configuration.operator.as_str().into(),
        language: if configuration.pseudo_locale {
            Language::Pseudo
        } else {
            Language::English
        },
    };
    let sessions = sessions::Sessions::new(installation.store.clone(), Arc::new(SystemClock));
    let web = Web::new(
        installation.world()?,
        Arc::new(installation.database.clone()),
        files,
        settings,
    );
    Ok(web::router(web, sessions.layer(secure)))
}

/// Under which names the build left the site's files: it writes that next to the program.
fn hashes() -> String {
    config::beside_the_program("hash.txt")
        .and_then(|path| fs::read_to_string(path).ok())
        .unwrap_or_default()
}

fn carrier(configuration: &Configuration) -> Result<Carrier, Failure> {
    Ok(match &configuration.mail {
        config::Mail::Server(url) => Carrier::smtp(url.reveal())?,
        config::Mail::Folder(folder) => Carrier::Folder(folder.clone()),
    })
}

fn mail(configuration: &Configuration, installation: &Installation, carrier: Carrier) -> Mail {
    Mail {
        store: installation.store.clone(),
        clock: Arc::new(SystemClock),
        carrier,
        from: configuration.from.clone(),
        names: configuration.names.clone(),
        site: configuration.public.to_string(),
    }
}

/// Ready when the program is told to stop.
async fn stopped(mut stopping: watch::Receiver<bool>) {
    // Where nobody is left who could say so, it is over as well.
    _ = stopping.wait_for(|stop| *stop).await;
}

/// Runs to its end, which comes at the latest some time after the program was told to stop: a visitor who never ends
/// their request must not keep it up.
async fn until_over(serving: impl Future<Output = ()>, stop: impl Future<Output = ()>) {
    let too_long = async {
        stop.await;
        sleep(LAST).await;
    };
    tokio::select! {
        () = serving => {}
        () = too_long => tracing::warn!("some requests did not end in time"),
    }
}
