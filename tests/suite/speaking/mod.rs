//! What may be said, shown and copied.

mod copying;
mod opening;
