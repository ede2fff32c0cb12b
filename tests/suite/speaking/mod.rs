//! What may be said, shown, copied and offered.

mod copying;
mod lighting;
mod opening;
mod using;
