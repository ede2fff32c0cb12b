//! Files for tests, made on the spot.

use crate::draft::Draft;
use crate::fault::ExchangeFault;
use crate::import::{Choices, Imported, read};
use std::io::{Cursor, Write};
use std::ops::ControlFlow;
use std::path::{Path, PathBuf};
use tempfile::TempDir;
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

/// A folder that goes away with its test.
pub(crate) struct Folder(TempDir);

impl Folder {
    pub(crate) fn new() -> Self {
        Self(tempfile::tempdir().expect("a temporary folder"))
    }

    pub(crate) fn path(&self) -> &Path {
        self.0.path()
    }

    /// Writes a file and answers with its path.
    pub(crate) fn file(&self, name: &str, bytes: &[u8]) -> PathBuf {
        let path = self.path().join(name);
        std::fs::write(&path, bytes).expect("a file is written");
        path
    }
}

/// Reads bytes under a name, taking everything as it is offered.
pub(crate) fn import(name: &str, bytes: &[u8]) -> Result<Imported, ExchangeFault> {
    import_with(name, bytes, &Choices::default())
}

/// Reads bytes under a name.
pub(crate) fn import_with(
    name: &str,
    bytes: &[u8],
    choices: &Choices,
) -> Result<Imported, ExchangeFault> {
    let folder = Folder::new();
    let path = folder.file(name, bytes);
    read(&path, choices, &mut |_| ControlFlow::Continue(()))
}

/// Title and body of each draft.
pub(crate) fn drafts(name: &str, bytes: &[u8]) -> Vec<(String, String)> {
    let imported = import(name, bytes).unwrap_or_else(|fault| panic!("{fault:?}"));
    let both = |draft: Draft| (draft.title, draft.body);
    imported.drafts.into_iter().map(both).collect()
}

/// A package of parts.
pub(crate) fn package(parts: &[(&str, &[u8])]) -> Vec<u8> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in parts {
        zip.start_file(*name, SimpleFileOptions::default())
            .expect("a part");
        zip.write_all(bytes).expect("its bytes");
    }
    zip.finish().expect("a package").into_inner()
}

const STYLES: &str = r#"<w:styles xmlns:w="w">
<w:style w:styleId="1"><w:name w:val="heading 1"/></w:style>
<w:style w:styleId="2"><w:name w:val="heading 2"/></w:style>
<w:style w:styleId="own"><w:name w:val="本行标题"/><w:basedOn w:val="2"/></w:style>
<w:style w:styleId="t"><w:name w:val="Title"/></w:style>
<w:style w:styleId="TOC1"><w:name w:val="toc 1"/></w:style>
</w:styles>"#;

const NUMBERING: &str = r#"<w:numbering xmlns:w="w">
<w:abstractNum w:abstractNumId="7"><w:lvl w:ilvl="0"><w:numFmt w:val="decimal"/></w:lvl><w:lvl w:ilvl="1"><w:numFmt w:val="bullet"/></w:lvl></w:abstractNum>
<w:num w:numId="3"><w:abstractNumId w:val="7"/></w:num>
</w:numbering>"#;

/// A Word document with this in its body, and with further parts.
pub(crate) fn word_with(body: &str, more: &[(&str, &[u8])]) -> Vec<u8> {
    let document =
        format!(r#"<w:document xmlns:w="w" xmlns:a="a"><w:body>{body}</w:body></w:document>"#);
    let mut parts: Vec<(&str, &[u8])> = vec![
        ("word/document.xml", document.as_bytes()),
        ("word/styles.xml", STYLES.as_bytes()),
        ("word/numbering.xml", NUMBERING.as_bytes()),
    ];
    parts.extend(more);
    package(&parts)
}

/// A Word document with this in its body.
pub(crate) fn word(body: &str) -> Vec<u8> {
    word_with(body, &[])
}

/// A paragraph of a style; none where it is empty.
pub(crate) fn paragraph(style: &str, text: &str) -> String {
    format!(r#"<w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr><w:r><w:t>{text}</w:t></w:r></w:p>"#)
}
