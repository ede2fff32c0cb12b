//! Starting with the system.

use tauri::AppHandle;

/// Sees to it that the program starts with the system, or does not; the system's words where that failed.
#[cfg(not(target_os = "linux"))]
pub(super) fn obey(app: &AppHandle, wanted: bool) -> Option<String> {
    use tauri_plugin_autostart::ManagerExt;
    let start = app.autolaunch();
    let is = start.is_enabled().unwrap_or(false);
    let done = match (is, wanted) {
        (false, true) => start.enable(),
        (true, false) => start.disable(),
        _ => return None,
    };
    done.err().map(|error| error.to_string())
}

/// The same by a file in the folder that desktops look into.
#[cfg(target_os = "linux")]
pub(super) fn obey(app: &AppHandle, wanted: bool) -> Option<String> {
    use tauri::Manager;
    let folder = match app.path().config_dir() {
        Ok(folder) => folder.join("autostart"),
        Err(error) => return Some(error.to_string()),
    };
    xdg::obey(&folder, wanted)
        .err()
        .map(|error| error.to_string())
}

#[cfg(target_os = "linux")]
mod xdg {
    use std::path::Path;
    use std::{env, fs, io};

    const FILE: &str = "cn.yingda.desk.desktop";

    pub(super) fn obey(folder: &Path, wanted: bool) -> io::Result<()> {
        let file = folder.join(FILE);
        if wanted {
            let text = entry(&env::current_exe()?);
            if fs::read_to_string(&file).is_ok_and(|there| there == text) {
                return Ok(());
            }
            fs::create_dir_all(folder)?;
            fs::write(file, text)
        } else {
            match fs::remove_file(file) {
                Err(error) if error.kind() != io::ErrorKind::NotFound => Err(error),
                _ => Ok(()),
            }
        }
    }

    /// What desktops read; signs that mean something there are escaped in the program's path.
    fn entry(program: &Path) -> String {
        let mut path = String::new();
        for sign in program.to_string_lossy().chars() {
            match sign {
                '"' | '`' | '$' | '\\' => path.extend(["\\\\", &sign.to_string()]),
                '%' => path.push_str("%%"),
                _ => path.push(sign),
            }
        }
        format!(
            "[Desktop Entry]\nType=Application\nName=Yingda\nName[zh_CN]=应答\nExec=\"{path}\" --hidden\nTerminal=false\n"
        )
    }

    #[cfg(test)]
    mod tests {
        use super::{FILE, entry, obey};
        use std::path::Path;

        #[test]
        fn it_is_switched_on_and_off_as_often_as_one_likes() {
            let folder = tempfile::tempdir().unwrap();
            let inside = folder.path().join("autostart");
            for wanted in [false, true, true, false, false] {
                obey(&inside, wanted).unwrap();
                assert_eq!(inside.join(FILE).exists(), wanted);
            }
        }

        #[test]
        fn a_path_with_signs_stays_one_word() {
            let text = entry(Path::new("/opt/100% ok/a \"b\"/yingda"));
            assert!(
                text.contains("Exec=\"/opt/100%% ok/a \\\\\"b\\\\\"/yingda\" --hidden\n"),
                "{text}"
            );
        }
    }
}
