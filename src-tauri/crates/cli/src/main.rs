//! `yingda-cli`: the same use cases without a window.
//!
//! Owns the words typed after the command, and how an answer looks as text or JSON. It keeps an index of its own and
//! never touches the window's.

mod arguments;
mod bench;
mod check;
mod documents;
mod eval;
mod help;
mod outbox;
mod print;
mod search;
mod show;
mod stamp;
mod start;
mod sync;

use arguments::Command;
use help::HELP;
use mimalloc::MiMalloc;
use std::process::ExitCode;

/// Gives memory back after a library was read and indexed; the system's own allocator on Linux keeps most of it.
#[global_allocator]
static ALLOCATOR: MiMalloc = MiMalloc;

fn main() -> ExitCode {
    let command = match arguments::read(std::env::args_os()) {
        Ok(command) => command,
        Err(fault) => {
            print::complain(&format!("{fault}\n\n{HELP}"));
            return ExitCode::from(2);
        }
    };
    let done = match command {
        Command::Help => print::text(HELP),
        Command::Version => print::text(concat!("yingda-cli ", env!("CARGO_PKG_VERSION"))),
        Command::Check {
            folder,
            model,
            sound,
            json,
        } => check::run(&folder, &model, sound, json),
        Command::Bench {
            entries,
            corpus,
            knowledge,
            json,
        } => bench::run(entries, corpus.as_deref(), knowledge.as_deref(), json),
        Command::Eval {
            folder,
            knowledge,
            model,
            json,
        } => eval::run(&folder, knowledge.as_deref(), &model, json),
        Command::Search(search) => search::run(&search),
        Command::Show { id, folder, json } => show::run(&id, &folder, json),
        Command::Sync {
            folder,
            remote,
            by,
            json,
        } => sync::run(&folder, &remote, &by.unwrap_or_else(start::person), json),
        Command::Stamp { folder } => stamp::run(&folder),
        Command::Import(import) => documents::import(&import),
        Command::Export(export) => documents::export(&export),
        Command::MeasureImport => documents::measure(),
        Command::MeasureAccepting { file } => documents::measure_accepting(&file),
        Command::Outbox(wanted) => outbox::run(&wanted),
    };
    match done {
        Ok(code) => code,
        Err(error) => {
            print::complain(&error.to_string());
            ExitCode::FAILURE
        }
    }
}
