//! Which licences the shipped program may hold.

/// Permissive ones, and two that bind only their own files: MPL-2.0 asks for changes to the library itself, which we do
/// not make, and `zlib-acknowledgement` for a line of thanks.
const FREE: [&str; 16] = [
    "0BSD",
    "Apache-2.0",
    "Apache-2.0 WITH LLVM-exception",
    "BSD-2-Clause",
    "BSD-3-Clause",
    "BSL-1.0",
    "CC0-1.0",
    "ISC",
    "MIT",
    "MIT-0",
    "MPL-2.0",
    "Unicode-3.0",
    "Unicode-DFS-2016",
    "Unlicense",
    "Zlib",
    "zlib-acknowledgement",
];

/// Whether an expression such as `(MIT OR Apache-2.0) AND Unicode-3.0` leaves us a free choice.
pub(crate) fn is_free(expression: &str) -> bool {
    // Old manifests write a slash for OR.
    let words = expression
        .replace('/', " OR ")
        .replace('(', " ( ")
        .replace(')', " ) ");
    let mut words = words.split_whitespace().peekable();
    let free = alternatives(&mut words);
    free && words.next().is_none()
}

type Words<'a> = std::iter::Peekable<std::str::SplitWhitespace<'a>>;

fn alternatives(words: &mut Words<'_>) -> bool {
    let mut free = all(words);
    while words.next_if_eq(&"OR").is_some() {
        free |= all(words);
    }
    free
}

fn all(words: &mut Words<'_>) -> bool {
    let mut free = one(words);
    while words.next_if_eq(&"AND").is_some() {
        free &= one(words);
    }
    free
}

fn one(words: &mut Words<'_>) -> bool {
    if words.next_if_eq(&"(").is_some() {
        let free = alternatives(words);
        return words.next() == Some(")") && free;
    }
    let mut name = words.next().unwrap_or_default().to_owned();
    if words.next_if_eq(&"WITH").is_some() {
        name = format!("{name} WITH {}", words.next().unwrap_or_default());
    }
    FREE.contains(&name.as_str())
}

#[test]
fn any_free_alternative_will_do() {
    for expression in [
        "MIT",
        "MIT OR GPL-3.0",
        "LGPL-2.1/MIT",
        "Apache-2.0 / MIT",
        "GPL-2.0 OR (MIT AND Zlib)",
    ] {
        assert!(is_free(expression), "{expression}");
    }
}

#[test]
fn every_part_of_a_whole_must_be_free() {
    for expression in [
        "GPL-3.0",
        "",
        "MIT AND LGPL-2.1",
        "(MIT OR Apache-2.0) AND AGPL-3.0",
        "Apache-2.0 WITH Strange",
    ] {
        assert!(!is_free(expression), "{expression}");
    }
    assert!(is_free("(MIT OR Apache-2.0) AND Unicode-3.0"));
    assert!(is_free("Apache-2.0 WITH LLVM-exception"));
}
