//! Waiting for something to become true, never for a time to pass.

use std::time::{Duration, Instant};

/// How long a window may take for anything, on a machine that compiles something else meanwhile.
const PATIENCE: Duration = Duration::from_secs(15);
const BETWEEN_LOOKS: Duration = Duration::from_millis(25);

/// What was there instead of what was waited for.
#[derive(Debug)]
pub(crate) struct Instead(pub(crate) String);

/// Looks until it finds, and fails with what it last saw instead.
pub(crate) async fn eventually<T>(
    wanted: &str,
    mut look: impl AsyncFnMut() -> Result<T, Instead>,
) -> T {
    let end = Instant::now() + PATIENCE;
    loop {
        match look().await {
            Ok(found) => return found,
            Err(Instead(seen)) => assert!(
                Instant::now() < end,
                "waited for: {wanted}\ninstead: {seen}"
            ),
        }
        tokio::time::sleep(BETWEEN_LOOKS).await;
    }
}

/// Looks again and again for a third of a second and fails when `look` finds anything: for what must not happen.
pub(crate) async fn never(unwanted: &str, mut look: impl AsyncFnMut() -> Option<String>) {
    let end = Instant::now() + Duration::from_millis(350);
    while Instant::now() < end {
        if let Some(seen) = look().await {
            panic!("this must not happen: {unwanted}\nseen: {seen}");
        }
        tokio::time::sleep(BETWEEN_LOOKS).await;
    }
}
