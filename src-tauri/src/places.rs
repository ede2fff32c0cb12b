//! Where this installation keeps things.

use std::path::PathBuf;
use tauri::{AppHandle, Manager};
use yingda_app::Places;

/// The folders of the app: a named library and model, or those installed with the program; index and settings in the
/// person's own data folder.
pub(crate) fn of(
    app: &AppHandle,
    named: Option<PathBuf>,
    model: Option<PathBuf>,
) -> tauri::Result<Places> {
    let paths = app.path();
    let knowledge = match named {
        Some(folder) => folder,
        None => paths.resource_dir()?.join("knowledge"),
    };
    let model = match model {
        Some(file) => file,
        None => paths
            .resource_dir()?
            .join("model")
            .join(yingda_app::MODEL_FILE),
    };
    let data = paths.app_local_data_dir()?;
    Ok(Places {
        knowledge,
        index: Some(data.join("index")),
        settings: paths.app_config_dir()?,
        model: Some(model),
    })
}
