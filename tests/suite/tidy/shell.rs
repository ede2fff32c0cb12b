//! What the window's page may do, and that the shell offers exactly the commands of the contract.

use std::collections::BTreeSet;

use serde_json::Value;

use super::project::{files_in, json, none_of, text};

/// What the page may ask of Tauri itself: to be told of events. Everything else goes through our own commands.
const PERMISSIONS: [&str; 2] = ["core:event:allow-listen", "core:event:allow-unlisten"];

/// Where the page may load things from. `ipc:` is Tauri's own channel, and on Windows the same under another name.
const SOURCES: [&str; 5] = ["'self'", "'none'", "data:", "ipc:", "http://ipc.localhost"];

/// Directives that do not fall back to `default-src`, or that must be closed whatever it says.
const CLOSED: [&str; 4] = ["object-src", "base-uri", "frame-src", "form-action"];

fn strings(value: &Value, what: &str) -> Vec<String> {
    let list = value
        .as_array()
        .unwrap_or_else(|| panic!("{what} must be a list"));
    let word = |value: &Value| {
        value
            .as_str()
            .unwrap_or_else(|| panic!("{what}: {value} must be a name"))
            .to_owned()
    };
    list.iter().map(word).collect()
}

#[test]
fn capabilities_name_their_windows_and_only_what_is_needed() {
    let files = files_in("src-tauri/capabilities/", &["json", "toml", "json5"]);
    assert!(
        !files.is_empty(),
        "src-tauri/capabilities must say what the windows may do"
    );
    let own = commands_of_the_contract()
        .iter()
        .map(|command| own_permission(command))
        .collect::<BTreeSet<_>>();
    let mut offences = Vec::new();
    for file in &files {
        let capability = json(file);
        let windows = strings(&capability["windows"], "windows");
        if windows.is_empty() || windows.iter().any(|window| window.contains('*')) {
            offences.push(format!("{file}: windows must be named, not {windows:?}"));
        }
        if capability.get("remote").is_some() || capability.get("webviews").is_some() {
            offences.push(format!(
                "{file}: neither remote pages nor further web views"
            ));
        }
        for permission in strings(&capability["permissions"], "permissions") {
            if !PERMISSIONS.contains(&permission.as_str()) && !own.contains(&permission) {
                offences.push(format!("{file}: {permission}"));
            }
        }
    }
    none_of(
        &offences,
        "a capability is a named window with what it needs",
    );
}

fn own_permission(command: &str) -> String {
    format!("allow-{}", command.replace('_', "-"))
}

#[test]
fn the_page_loads_nothing_from_outside() {
    let configuration = json("src-tauri/tauri.conf.json");
    let policy = configuration["app"]["security"]["csp"]
        .as_str()
        .expect("app.security.csp must be a text");
    let directives = policy
        .split(';')
        .map(|directive| directive.split_whitespace().collect::<Vec<_>>());
    let directives = directives
        .filter_map(|words| Some((*words.first()?, words[1..].to_vec())))
        .collect::<Vec<_>>();
    let mut offences = Vec::new();
    for (name, sources) in &directives {
        let strange = sources.iter().filter(|source| !SOURCES.contains(source));
        offences.extend(strange.map(|source| format!("{name} {source}")));
        if *name != "img-src" && sources.contains(&"data:") {
            offences.push(format!("{name} data: (pictures only)"));
        }
    }
    let has = |wanted: &str, source: &str| {
        directives
            .iter()
            .any(|(name, sources)| *name == wanted && *sources == [source])
    };
    for (name, source) in CLOSED
        .map(|name| (name, "'none'"))
        .into_iter()
        .chain([("default-src", "'self'"), ("script-src", "'self'")])
    {
        if !has(name, source) {
            offences.push(format!("{name} must be {source}"));
        }
    }
    none_of(
        &offences,
        "the content security policy names this program only",
    );
}

#[test]
fn the_page_gets_no_door_besides_its_commands() {
    let configuration = json("src-tauri/tauri.conf.json");
    let app = &configuration["app"];
    assert!(
        !app["withGlobalTauri"].as_bool().unwrap_or(false),
        "no window.__TAURI__"
    );
    assert!(
        !app["security"]["assetProtocol"]["enable"]
            .as_bool()
            .unwrap_or(false),
        "no files by address"
    );
    let loosened = app["security"].get("dangerousDisableAssetCspModification");
    assert!(
        loosened.is_none_or(|value| value == false),
        "Tauri's nonces stay"
    );
    let windows = app["windows"].as_array().map_or(&[][..], Vec::as_slice);
    let remote = windows
        .iter()
        .filter_map(|window| window["url"].as_str())
        .find(|url| url.contains("://"));
    assert_eq!(remote, None, "a window shows the built page");
}

/// The commands of every area: `Commands.ts` and each `…Commands.ts`.
fn commands_of_the_contract() -> BTreeSet<String> {
    let lists = files_in("ui/src/bindings/", &["ts"]);
    let lists = lists.iter().filter(|file| file.ends_with("Commands.ts"));
    let mut names = BTreeSet::new();
    for contract in lists.map(|file| text(file)) {
        for line in contract.lines() {
            if let Some((name, _)) = line.split_once(": Call<") {
                assert!(
                    names.insert(name.trim().to_owned()),
                    "{name} is a command twice"
                );
            }
        }
    }
    names
}

fn commands_of_the_shell() -> BTreeSet<String> {
    let sources = files_in("src-tauri/src/", &["rs"])
        .iter()
        .map(|file| text(file))
        .collect::<String>();
    let lists = sources
        .split("generate_handler![")
        .skip(1)
        .filter_map(|rest| rest.split(']').next());
    let names = lists
        .flat_map(|list| list.split(','))
        .map(|path| path.rsplit("::").next().unwrap_or_default().trim());
    names
        .filter(|name| !name.is_empty())
        .map(str::to_owned)
        .collect()
}

#[test]
fn the_shell_offers_exactly_the_commands_of_the_contract() {
    let contract = commands_of_the_contract();
    assert!(
        !contract.is_empty(),
        "ui/src/bindings/Commands.ts must list the commands"
    );
    assert_eq!(
        commands_of_the_shell(),
        contract,
        "generate_handler! in src-tauri/src against Commands.ts"
    );
}
