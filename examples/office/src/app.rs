//! What every request has at hand.

use crate::law::Laws;
use crate::store::Store;
use chrono::{DateTime, FixedOffset, NaiveDate, Utc};
use governor::{DefaultKeyedRateLimiter, Quota, RateLimiter};
use ruankao::registration::FeeSchedule;
use std::net::IpAddr;
use std::num::NonZeroU32;
use std::sync::Arc;

/// The service.
pub struct App {
    pub store: Store,
    pub laws: Laws,
    pub fees: FeeSchedule,
    pub clock: Clock,
    /// How often one address may ask the public query.
    pub limiter: Option<DefaultKeyedRateLimiter<IpAddr>>,
}

/// The service as handlers are given it.
pub type Shared = Arc<App>;

/// The day it is: the law has no clock, so the office needs one.
#[derive(Clone, Copy, Debug)]
pub enum Clock {
    /// It always is that day.
    Stands(NaiveDate),
    /// As China has it.
    Runs,
}

impl Clock {
    pub fn today(self) -> NaiveDate {
        match self {
            Self::Stands(day) => day,
            Self::Runs => {
                let china = FixedOffset::east_opt(8 * 3600);
                china.map_or_else(|| now().date_naive(), |china| now().with_timezone(&china).date_naive())
            }
        }
    }
}

/// The moment it is, for sessions and for what is recorded of looks: no rule asks for it.
#[expect(
    clippy::disallowed_methods,
    reason = "the library has no clock; an office has one, and this is the only look at it"
)]
pub fn now() -> DateTime<Utc> {
    Utc::now()
}

/// A limiter of so many requests a minute from one address; none where there is no limit.
pub fn limiter(a_minute: u32) -> Option<DefaultKeyedRateLimiter<IpAddr>> {
    NonZeroU32::new(a_minute).map(|a_minute| RateLimiter::keyed(Quota::per_minute(a_minute)))
}
