//! A program that ships is not driven from outside: what a driver can read and press, anybody on the machine could.

use std::ffi::OsStr;

/// Asks the toolkit to let a driver in.
const DRIVER: &str = "TAURI_WEBVIEW_AUTOMATION";
/// What Windows' web view is started with; it can open a door for a debugger.
const BROWSER: &str = "WEBVIEW2_ADDITIONAL_BROWSER_ARGUMENTS";

/// The window may be driven: in builds for tests and measurements.
const ALLOWED: bool = cfg!(any(debug_assertions, feature = "automation"));

/// The name of the environment variable that asks for driving, where this build refuses it.
pub(crate) fn refused() -> Option<&'static str> {
    let asks = |name: &str| std::env::var_os(name).is_some_and(|value| drives(name, &value));
    [DRIVER, BROWSER]
        .into_iter()
        .find(|name| !ALLOWED && asks(name))
}

fn drives(name: &str, value: &OsStr) -> bool {
    let value = value.to_string_lossy();
    match name {
        DRIVER => value == "true",
        _ => value.contains("remote-debugging"),
    }
}

#[cfg(test)]
mod tests {
    use super::{BROWSER, DRIVER, drives};
    use std::ffi::OsStr;

    #[test]
    fn a_driver_is_known_by_what_it_sets() {
        let rows = [
            (DRIVER, "true", true),
            (DRIVER, "false", false),
            (BROWSER, "--remote-debugging-port=9222", true),
            (BROWSER, "--force-device-scale-factor=2", false),
        ];
        for (name, value, expected) in rows {
            assert_eq!(drives(name, OsStr::new(value)), expected, "{name}={value}");
        }
    }
}
