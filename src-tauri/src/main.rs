//! Yingda's desktop shell: the window, its commands and events, the clipboard, the hotkey, the tray, one instance.
//!
//! It owns what needs a desktop and nothing else: every decision is made in `yingda-app`, which gets paths and the
//! time from here. Tauri is named in this crate only.

#![cfg_attr(not(debug_assertions), windows_subsystem = "windows")]

mod again;
mod arguments;
mod automation;
mod boundary;
mod clipboard;
mod commands;
mod desk_window;
mod desktop;
#[cfg(target_os = "linux")]
mod painting;
mod pasted;
mod places;
mod uses;
mod window;

use arguments::{HELP, Start, Wanted};
use std::io::Write;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::process::ExitCode;
use std::sync::Arc;
use tauri::{Manager, RunEvent};
use window::{DeskWindow, Entrance};
use yingda_app::Desk;

/// Gives memory back after a library was read and indexed; the system's own allocator on Linux keeps most of it.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() -> ExitCode {
    match arguments::read(std::env::args_os()) {
        Ok(Start::Help) => say(HELP),
        Ok(Start::Version) => say(concat!("yingda ", env!("CARGO_PKG_VERSION"))),
        Ok(Start::Window(wanted)) => match automation::refused() {
            None => return open(&wanted),
            Some(variable) => return not_driven(variable),
        },
        Err(fault) => {
            drop(writeln!(std::io::stderr(), "{fault}\n\n{HELP}"));
            return ExitCode::from(2);
        }
    }
    ExitCode::SUCCESS
}

fn say(text: &str) {
    drop(writeln!(std::io::stdout(), "{text}"));
}

fn not_driven(variable: &str) -> ExitCode {
    let sentence = format!(
        "应答不能由外部程序操控窗口：请去掉环境变量 {variable} 再启动\n\
         Yingda's window can't be driven by another program: start it without the variable {variable}"
    );
    drop(writeln!(std::io::stderr(), "{sentence}"));
    ExitCode::FAILURE
}

/// Opens the window and stays until it is closed.
fn open(wanted: &Wanted) -> ExitCode {
    #[cfg(target_os = "linux")]
    painting::choose();
    // The toolkit panics when there is no screen.
    let error = match catch_unwind(AssertUnwindSafe(|| run(wanted.clone()))) {
        Ok(Ok(())) => return ExitCode::SUCCESS,
        Ok(Err(error)) => {
            let retried = again::is_worth_another_try(&error)
                .then(|| again::start(std::env::args_os().skip(1)))
                .flatten();
            if let Some(code) = retried {
                return code;
            }
            error.to_string()
        }
        Err(_) => "no display / 没有可用的显示".to_owned(),
    };
    let sentence = format!(
        "应答打不开窗口：{error}。没有显示器时请用 yingda-cli search 卡丢了\n\
         Yingda can't open its window: {error}. Without a display use yingda-cli search"
    );
    drop(writeln!(std::io::stderr(), "{sentence}"));
    ExitCode::FAILURE
}

fn run(wanted: Wanted) -> tauri::Result<()> {
    with_plugins(tauri::Builder::default())
        .plugin(tauri_plugin_single_instance::init(|app, words, _| {
            started_again(app, &words);
        }))
        .plugin(tauri_plugin_dialog::init())
        .invoke_handler(every_command())
        .setup(move |app| {
            let places = places::of(app.handle(), wanted.knowledge.clone(), wanted.model.clone())?;
            let (installed, kept_in) = (places.knowledge.clone(), places.settings.clone());
            let desk = Arc::new(Desk::new(places));
            app.manage(yingda_app::vocabulary::VocabularySession::default());
            app.manage(yingda_app::importing::ImportSession::default());
            app.manage(yingda_app::SyncSession::default());
            app.manage(Arc::clone(&desk));
            let training = Arc::new(desk_window::training(app.handle(), &desk, installed));
            app.manage(Arc::clone(&training));
            desk_window::load_in_background(
                app.handle().clone(),
                training,
                wanted.workspace.clone(),
            );
            app.manage(clipboard::Clipboard::default());
            app.manage(pasted::Pasted::default());
            let window = DeskWindow::new(app.handle(), kept_in);
            app.manage(Arc::clone(&window));
            window.open(entrance(&wanted))?;
            Ok(())
        })
        .on_window_event(|window, event| {
            window.state::<Arc<DeskWindow>>().heard(event);
        })
        .build(tauri::generate_context!())?
        .run(|app, event| {
            if matches!(event, RunEvent::Exit) {
                app.state::<Arc<DeskWindow>>().end();
                uses::keep_and_close(&app.state::<Arc<Desk>>());
            }
        });
    Ok(())
}

/// The hotkey and starting with the system, where the system has a way that a plugin knows.
fn with_plugins(builder: tauri::Builder<tauri::Wry>) -> tauri::Builder<tauri::Wry> {
    #[cfg(not(target_os = "linux"))]
    let builder = builder
        .plugin(tauri_plugin_global_shortcut::Builder::new().build())
        .plugin(tauri_plugin_autostart::init(
            tauri_plugin_autostart::MacosLauncher::LaunchAgent,
            Some(vec!["--hidden"]),
        ));
    builder
}

fn entrance(wanted: &Wanted) -> Entrance {
    match (wanted.summon, wanted.hidden) {
        (true, _) => Entrance::Summoned,
        (false, true) => Entrance::Unseen,
        (false, false) => Entrance::Desk,
    }
}

/// A second start leads to the first: a shortcut of the desktop calls the bar or sends it away, a person gets the desk,
/// and a start with the system changes nothing.
fn started_again(app: &tauri::AppHandle, words: &[String]) {
    let read = arguments::read(words.iter().map(Into::into));
    let Ok(Start::Window(wanted)) = read else {
        return;
    };
    // While the first is still starting there is no window to bring.
    let Some(window) = app.try_state::<Arc<DeskWindow>>() else {
        return;
    };
    match entrance(&wanted) {
        Entrance::Summoned => window.hotkey_pressed(),
        Entrance::Desk => window.come(),
        Entrance::Unseen => {}
    }
}

/// The commands of every area, exactly those of the contract.
#[expect(clippy::too_many_lines, reason = "a line for each command")]
fn every_command() -> impl Fn(tauri::ipc::Invoke<tauri::Wry>) -> bool + Send + Sync + 'static {
    tauri::generate_handler![
        commands::desk::search,
        commands::desk::search_meaning,
        commands::desk::start,
        commands::desk::entry,
        commands::desk::opened,
        commands::desk::copy_entry,
        commands::desk::status,
        commands::desk::problems,
        commands::desk::settings,
        commands::desk::save_settings,
        commands::desk::forget_use,
        commands::desk::reload,
        commands::window::window,
        commands::window::set_window_mode,
        commands::window::dock_window,
        commands::window::keep_on_top,
        commands::window::hide_window,
        commands::window::drawn,
        commands::window::drag_window,
        commands::window::quit,
        commands::pasting::paste_entry,
        commands::pasting::undo_paste,
        commands::pasting::paste_target,
        commands::workspace::workspace,
        commands::workspace::open_workspace,
        commands::workspace::close_workspace,
        commands::workspace::choose,
        commands::workspace::close_window,
        commands::vocabulary::vocabulary,
        commands::vocabulary::try_vocabulary,
        commands::vocabulary::save_vocabulary,
        commands::vocabulary::keep_vocabulary,
        commands::vocabulary::kept_vocabulary,
        commands::vocabulary::bench_step,
        commands::vocabulary::mark_bench,
        commands::vocabulary::leave_vocabulary,
        commands::replacing::find_everywhere,
        commands::replacing::replace_everywhere,
        commands::replacing::preview_rename,
        commands::replacing::rename_entry,
        commands::replacing::undo_replacing,
        commands::importing::import_read,
        commands::importing::import_progress,
        commands::importing::import_stop,
        commands::importing::import_forget,
        commands::importing::import_accept,
        commands::importing::import_undo,
        commands::importing::export_entries,
        commands::reviewing::review,
        commands::reviewing::review_history,
        commands::reviewing::review_version,
        commands::reviewing::review_lines,
        commands::reviewing::review_do,
        commands::reviewing::review_undo,
        commands::reviewing::review_waiting,
        commands::reviewing::outside_changes,
        commands::reviewing::keep_outside,
        commands::reviewing::discard_outside,
        commands::syncing::sync_folder,
        commands::syncing::sync,
        commands::syncing::sync_progress,
        commands::syncing::sync_stop,
        commands::syncing::sync_conflicts,
        commands::syncing::resolve_conflicts,
        commands::syncing::abandon_sync,
        commands::insights::insights,
        commands::insights::gap_to_alias,
        commands::insights::gap_to_draft,
        commands::insights::set_gap_aside,
        commands::insights::undo_gap,
        commands::insights::merge_outboxes,
        commands::insights::write_outbox,
        commands::members::members,
        commands::members::try_members,
        commands::members::save_members,
        commands::members::undo_members,
        commands::filling::field_echo,
        commands::people::people,
        commands::people::be_person,
        commands::recording::searched,
        commands::recording::report,
        commands::recording::take_back_report,
        commands::calling::call_text,
        commands::calling::copy_call_text,
        commands::calling::end_call,
        commands::calling::reopen_call,
        commands::calling::forget_call_notes,
        commands::favourites::favourites,
        commands::favourites::keep_favourites,
        commands::favourites::entry_note,
        commands::favourites::keep_entry_note,
        commands::news::news,
        commands::news::read_news,
        commands::editing::editing_list,
        commands::editing::editing_open,
        commands::editing::editing_check,
        commands::editing::editing_save,
        commands::editing::editing_form,
        commands::editing::editing_create,
        commands::editing::editing_duplicate,
        commands::editing::editing_delete,
        commands::editing::editing_keep,
        commands::editing::editing_forget,
    ]
}
