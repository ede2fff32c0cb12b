//! Changing the same words everywhere: find and replace over all entries, and another id for an entry with all that
//! names it. Both are shown before they are done, and are one act.
//!
//! Owns what is found, what it would become, and which approvals lapse by it. It writes nothing itself: saving is the
//! workspace's.
//!
//! Reading order: `parts` (where a line stands) → `hits` → `finding` (one file) → `everywhere`; `renaming`; `acting`.

mod acting;
mod everywhere;
mod finding;
mod hits;
mod parts;
mod renaming;
#[cfg(test)]
mod tests;
