//! What is asked of the engine, and for whom.

use crate::habits::Habits;
use crate::narrowing::Narrowing;
use crate::near::Near;
use std::ops::Range;
use yingda_content::BeijingTime;

/// A question to the engine.
#[derive(Debug, Clone)]
pub struct Asking<'a> {
    /// As typed.
    pub typed: &'a str,
    /// How the result is narrowed.
    pub narrowing: &'a Narrowing,
    /// Which hits are wanted, by rank from 0.
    pub page: Range<usize>,
    /// The moment for which entries are judged.
    pub now: BeijingTime,
    /// The person who asks.
    pub habits: &'a Habits,
    /// How near each name is in meaning; without it only words count.
    pub near: Option<&'a Near>,
}
