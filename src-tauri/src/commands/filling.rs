//! Blanks while they are filled.

#![expect(
    clippy::needless_pass_by_value,
    reason = "tauri hands every argument over"
)]

use crate::boundary::{guarded, now};
use yingda_app::contract::{AppError, EchoRequest, FieldEcho};

#[tauri::command(async)]
pub(crate) fn field_echo(request: EchoRequest) -> Result<FieldEcho, AppError> {
    guarded("field_echo", || Ok(yingda_app::echo(&request, now())))
}
