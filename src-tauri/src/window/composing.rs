//! What an input method composes, in the page.

use tauri::WebviewWindow;
use webkit2gtk::{InputMethodContextExt, WebViewExt};

/// Shows in the page what is being composed, as every other program does.
///
/// wry keeps it out of the page for the sake of old versions of the engine. Then the page never learns that somebody
/// composes: the keys of the letters don't reach it, but `Alt+2` does, and would act on what lies behind the candidates.
pub(crate) fn in_the_page(window: &WebviewWindow) {
    // Where that can't be had, all works as it did.
    drop(window.with_webview(|view| {
        if let Some(context) = view.inner().input_method_context() {
            context.set_enable_preedit(true);
        }
    }));
}
