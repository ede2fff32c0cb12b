//! The boundary every command crosses: time goes in, and a panic comes out as an error code.

use std::panic::{AssertUnwindSafe, catch_unwind};
use time::OffsetDateTime;
use yingda_app::BeijingTime;
use yingda_app::contract::{AppError, ErrorCode};

/// Now, in Beijing.
pub(crate) fn now() -> BeijingTime {
    BeijingTime::at(OffsetDateTime::now_utc())
}

/// Runs a use case; no panic reaches a person.
pub(crate) fn guarded<T>(
    name: &'static str,
    use_case: impl FnOnce() -> Result<T, AppError>,
) -> Result<T, AppError> {
    catch_unwind(AssertUnwindSafe(use_case))
        .unwrap_or_else(|_| Err(AppError::new(ErrorCode::Internal, name)))
}

#[cfg(test)]
mod tests {
    use super::guarded;
    use yingda_app::contract::ErrorCode;

    #[test]
    fn a_panic_becomes_an_error_code() {
        let error = guarded::<()>("search", || panic!("index out of bounds")).unwrap_err();
        assert_eq!(
            (error.code, error.detail.as_str()),
            (ErrorCode::Internal, "search")
        );
    }
}
