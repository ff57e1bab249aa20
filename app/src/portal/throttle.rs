//! How long somebody waits who keeps guessing passwords.
//!
//! Nobody is locked out: whoever could lock an account by guessing would keep its owner out. Instead each attempt is
//! counted under three brakes, and each brake asks for longer and longer pauses:
//!
//! - the *account from this network*: it meets whoever guesses one password after another, soon and for long;
//! - the *network* (an address prefix), whichever accounts are tried: it meets whoever tries one password on all
//!   accounts. Many people share a network, so it comes late and stays short;
//! - the *account*, whatever the network: it meets whoever guesses from many places at once. It does not hold up
//!   a network from which the account's owner has signed in before, so others cannot make the owner wait there.
//!
//! An attempt is counted before the password is looked at, and taken back when the password was right: a thousand
//! attempts at the same moment are a thousand attempts. While one has to wait no password is compared at all, right
//! or wrong, known address or not, so the pause tells nothing about accounts either.

use domain::ids::Timestamp;

/// What is counted. The store keeps a [`Tally`] for each.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Brake {
    /// This account, from this network.
    AccountHere,
    /// Any account, from this network.
    Network,
    /// This account, from any network.
    Account,
}

/// What is known of earlier attempts under one brake.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Tally {
    /// Failures in a row, or attempts that are still being looked at.
    pub failures: u32,
    /// The latest attempt.
    pub attempted: Timestamp,
    /// The latest success.
    pub succeeded: Option<Timestamp>,
}

/// After this many seconds without an attempt, failures are forgotten: a day.
pub const FADES_AFTER: i64 = 24 * 60 * 60;

/// For this many seconds a network from which the owner signed in stays known: 90 days.
pub const KNOWN_FOR: i64 = 90 * FADES_AFTER;

impl Brake {
    /// Every brake.
    pub const ALL: [Self; 3] = [Self::AccountHere, Self::Network, Self::Account];

    /// How many failures cost nothing, and the longest pause in seconds.
    const fn pace(self) -> (u32, i64) {
        match self {
            Self::AccountHere => (3, 15 * 60),
            Self::Network => (50, 60),
            Self::Account => (20, 30),
        }
    }

    /// The pause after that many failures, in seconds: one, then twice as long each time.
    fn pause(self, failures: u32) -> i64 {
        let (free, longest) = self.pace();
        match failures.checked_sub(free) {
            None | Some(0) => 0,
            Some(beyond) => longest.min(1 << (beyond - 1).min(20)),
        }
    }
}

impl Tally {
    /// The failures that still count.
    pub fn standing(&self, now: Timestamp) -> u32 {
        if now.seconds_since(self.attempted) < FADES_AFTER {
            self.failures
        } else {
            0
        }
    }

    fn is_known(&self, now: Timestamp) -> bool {
        self.succeeded.is_some_and(|at| now.seconds_since(at) < KNOWN_FOR)
    }
}

/// Until when the next attempt has to wait, if it has to. `tally` gives what was counted under a brake.
pub fn wait_until(tally: impl Fn(Brake) -> Tally, now: Timestamp) -> Option<Timestamp> {
    let known_here = tally(Brake::AccountHere).is_known(now);
    let holds = |brake: &Brake| !(known_here && *brake == Brake::Account);
    // No pause is none, even where another server's clock, or an attempt that overtook this one, is ahead of `now`.
    let until = |brake: Brake| {
        let tally = tally(brake);
        let pause = brake.pause(tally.standing(now));
        (pause > 0).then(|| tally.attempted.plus_seconds(pause))
    };
    Brake::ALL
        .into_iter()
        .filter(holds)
        .filter_map(until)
        .filter(|until| *until > now)
        .max()
}

#[cfg(test)]
mod tests {
    use super::*;

    const NOON: Timestamp = Timestamp::from_micros(1_773_748_800_000_000);

    fn failed(brake: Brake, failures: u32, succeeded: Option<Timestamp>) -> impl Fn(Brake) -> Tally {
        let tally = Tally {
            failures,
            attempted: NOON,
            succeeded,
        };
        move |asked| if asked == brake { tally } else { Tally::default() }
    }

    fn pause(brake: Brake, failures: u32) -> i64 {
        wait_until(failed(brake, failures, None), NOON).map_or(0, |until| until.seconds_since(NOON))
    }

    #[test]
    fn the_pause_doubles_up_to_its_longest() {
        let pauses = [0, 1, 3, 4, 5, 6, 13, 14, 100, u32::MAX].map(|failures| pause(Brake::AccountHere, failures));
        assert_eq!(pauses, [0, 0, 0, 1, 2, 4, 512, 900, 900, 900]);
        assert_eq!((pause(Brake::Network, 50), pause(Brake::Network, 500)), (0, 60));
        assert_eq!((pause(Brake::Account, 20), pause(Brake::Account, 500)), (0, 30));
    }

    #[test]
    fn it_ends_and_is_forgotten_after_a_day() {
        let tally = failed(Brake::AccountHere, 100, None);
        assert_eq!(wait_until(&tally, NOON.plus_seconds(899)), Some(NOON.plus_seconds(900)));
        assert_eq!(wait_until(&tally, NOON.plus_seconds(900)), None);
        assert_eq!(
            tally(Brake::AccountHere).standing(NOON.plus_seconds(FADES_AFTER - 1)),
            100
        );
        assert_eq!(tally(Brake::AccountHere).standing(NOON.plus_seconds(FADES_AFTER)), 0);
    }

    #[test]
    fn who_was_overtaken_by_another_attempt_does_not_wait() {
        let tally = failed(Brake::Network, 50, None);
        assert_eq!(wait_until(&tally, NOON.plus_seconds(-1)), None);
    }

    #[test]
    fn others_cannot_make_the_owner_wait_where_the_owner_is_known() {
        let tallies = |succeeded| {
            move |brake| match brake {
                Brake::Account => Tally {
                    failures: 500,
                    attempted: NOON,
                    succeeded: None,
                },
                Brake::AccountHere => Tally {
                    succeeded,
                    ..Tally::default()
                },
                Brake::Network => Tally::default(),
            }
        };
        let ago = |seconds: i64| Some(NOON.plus_seconds(-seconds));
        assert_eq!(wait_until(tallies(ago(FADES_AFTER)), NOON), None);
        assert_eq!(wait_until(tallies(ago(KNOWN_FOR)), NOON), Some(NOON.plus_seconds(30)));
        assert_eq!(wait_until(tallies(None), NOON), Some(NOON.plus_seconds(30)));
    }
}
