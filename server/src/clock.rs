//! What time it is: the one place that asks.

use app::portal::ports::Clock;
use domain::ids::Timestamp;
use time::OffsetDateTime;

/// The computer's clock. Keeping it right is the operator's task (NTP).
#[derive(Clone, Copy, Debug)]
pub struct SystemClock;

impl Clock for SystemClock {
    #[allow(clippy::disallowed_methods, reason = "this is the clock that everything else asks")]
    fn now(&self) -> Timestamp {
        OffsetDateTime::now_utc().into()
    }
}
