//! What is compiled into the shipped program: nothing that speaks to a network, nothing under a licence that binds us.

use std::collections::BTreeSet;

use super::licence::is_free;
use super::project::{cargo, none_of};

/// The systems the program is shipped for.
const TARGETS: [&str; 2] = ["x86_64-unknown-linux-gnu", "x86_64-pc-windows-msvc"];

/// Clients of HTTP, TLS and web sockets, and the plugins of Tauri that hold one.
const NETWORK: [&str; 22] = [
    "attohttpc",
    "awc",
    "curl",
    "h2",
    "hyper",
    "hyper-util",
    "isahc",
    "minreq",
    "native-tls",
    "openssl",
    "openssl-sys",
    "quinn",
    "reqwest",
    "rustls",
    "schannel",
    "surf",
    "tauri-plugin-http",
    "tauri-plugin-updater",
    "tauri-plugin-websocket",
    "tokio-tungstenite",
    "tungstenite",
    "ureq",
];

/// Name and licence of everything in the shell's own tree, tests and build tools apart.
fn shipped(target: &str) -> BTreeSet<(String, String)> {
    let tree = [
        "tree", "-e", "normal", "-p", "yingda", "--prefix", "none", "--format", "{p}|{l}",
        "--target", target,
    ];
    let printed = cargo(&tree);
    let split = |line: &str| {
        let (package, licence) = line.trim_end_matches(" (*)").split_once('|')?;
        Some((package.split(' ').next()?.to_owned(), licence.to_owned()))
    };
    printed.lines().filter_map(split).collect()
}

#[test]
fn nothing_in_the_shipped_program_speaks_to_a_network() {
    let mut offences = Vec::new();
    for target in TARGETS {
        let shipped = shipped(target);
        assert!(
            shipped.iter().any(|(name, _)| name == "tauri"),
            "the tree of {target} must hold the window"
        );
        let clients = shipped
            .iter()
            .filter(|(name, _)| NETWORK.contains(&name.as_str()));
        offences.extend(clients.map(|(name, _)| format!("{name} on {target}")));
    }
    none_of(
        &offences,
        "see where it comes from with: cargo tree -e normal -p yingda -i NAME",
    );
}

#[test]
fn everything_in_the_shipped_program_may_be_shipped() {
    let mut offences = Vec::new();
    for target in TARGETS {
        let bound = shipped(target)
            .into_iter()
            .filter(|(_, licence)| !is_free(licence));
        offences.extend(bound.map(|(name, licence)| format!("{name} on {target}: “{licence}”")));
    }
    none_of(&offences, "permissive licences only");
}
