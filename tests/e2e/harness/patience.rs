//! Waiting for something to become true, never for a time to pass.

use std::fmt::Debug;
use std::time::{Duration, Instant};

use tokio::time::timeout;

/// How long a window may take for anything, on a machine that compiles something else meanwhile.
const PATIENCE: Duration = Duration::from_secs(15);
const BETWEEN_LOOKS: Duration = Duration::from_millis(25);

/// What was there instead of what was waited for.
#[derive(Debug)]
pub(crate) struct Instead(pub(crate) String);

/// Waits for an answer that must come and must be a good one.
pub(crate) async fn answer<T, E: Debug>(
    wanted: &str,
    asked: impl Future<Output = Result<T, E>>,
) -> T {
    match timeout(2 * PATIENCE, asked).await {
        Ok(Ok(answer)) => answer,
        Ok(Err(fault)) => panic!("{wanted}: {fault:?}"),
        Err(_) => panic!("{wanted}: no answer came"),
    }
}

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
