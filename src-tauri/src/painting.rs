//! How pages are painted on a computer without a graphics processor (virtual desktops, thin clients). The web view paints
//! through OpenGL unless it is told otherwise; made up in software that takes longer than painting on the processor.

use std::path::Path;

/// Tells the web view to paint on the processor. (To put no layers together at all would be faster still, but then a
/// picture of the window, taken while a dialog is open, never comes.)
const ON_THE_PROCESSOR: &str = "WEBKIT_SKIA_ENABLE_CPU_RENDERING";
/// Where the system lists what can draw.
const DRAWING: &str = "/dev/dri";

/// Starts the program once more in its own place, painting on the processor, where nothing else paints and nobody chose;
/// returns where that is not so, or can't be done.
pub(crate) fn choose() {
    let chosen = std::env::var_os(ON_THE_PROCESSOR).is_some();
    if !chosen && !has_graphics(Path::new(DRAWING)) {
        again();
    }
}

/// Whether a graphics processor is listed in the folder.
fn has_graphics(folder: &Path) -> bool {
    let listed = std::fs::read_dir(folder).into_iter().flatten().flatten();
    let mut names = listed.map(|found| found.file_name());
    names.any(|name| name.to_string_lossy().starts_with("renderD"))
}

fn again() {
    use std::os::unix::process::CommandExt;
    let Ok(program) = std::env::current_exe() else {
        return;
    };
    let mut same = std::process::Command::new(program);
    same.args(std::env::args_os().skip(1))
        .env(ON_THE_PROCESSOR, "1");
    // It comes back only when it fails; the program then paints as it would have.
    drop(same.exec());
}

#[cfg(test)]
mod tests {
    use super::has_graphics;
    use std::fs;

    #[test]
    fn only_what_can_draw_is_a_graphics_processor() {
        let folder = tempfile::tempdir().unwrap();
        assert!(!has_graphics(&folder.path().join("none")));
        fs::write(folder.path().join("card0"), "").unwrap();
        assert!(!has_graphics(folder.path()), "a screen alone");
        fs::write(folder.path().join("renderD128"), "").unwrap();
        assert!(has_graphics(folder.path()));
    }
}
