//! Whether there is a screen to show the window on.

use std::ffi::OsString;

use crate::stop::Stop;
use crate::system::System;

/// Said where there is none.
pub(crate) const NO_SCREEN: &str = "\
There is no screen here (neither DISPLAY nor WAYLAND_DISPLAY is set), so the window can't be shown.
The same search works without one:
  cargo run --release -p yingda-cli -- search 卡丢了";

/// Checks it before anything long begins.
///
/// # Errors
/// [`Stop::NoScreen`] on a Linux session without one.
pub(crate) fn check(system: &System) -> Result<(), Stop> {
    let value = |name| std::env::var_os(name).filter(|value| !value.is_empty());
    judge(system, value("DISPLAY"), value("WAYLAND_DISPLAY"))
}

fn judge(system: &System, x: Option<OsString>, wayland: Option<OsString>) -> Result<(), Stop> {
    if system.is_linux() && x.or(wayland).is_none() {
        Err(Stop::NoScreen)
    } else {
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn either_kind_of_screen_will_do() {
        assert!(judge(&System::Debian, Some(":0".into()), None).is_ok());
        assert!(judge(&System::Debian, None, Some("wayland-0".into())).is_ok());
    }

    #[test]
    fn without_one_linux_names_the_command_line() {
        let stop = judge(&System::Debian, None, None).unwrap_err();
        assert!(
            stop.to_string()
                .contains("cargo run --release -p yingda-cli -- search 卡丢了")
        );
    }

    #[test]
    fn macos_and_windows_always_have_one() {
        assert!(judge(&System::Mac, None, None).is_ok());
        assert!(judge(&System::Windows, None, None).is_ok());
    }
}
