//! `yingda-cli import`, `export` and `measure-import`: documents in and out without a window.

mod accepting;
mod arguments;
mod export;
mod import;
mod measure;

pub(crate) use accepting::run as measure_accepting;
pub(crate) use arguments::{Export, Import, read_export, read_import};
pub(crate) use export::run as export;
pub(crate) use import::run as import;
pub(crate) use measure::run as measure;
