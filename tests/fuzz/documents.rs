//! Documents, through the same door that an import uses.

use std::fs;
use std::io::{Cursor, Write};
use std::ops::ControlFlow;
use std::path::PathBuf;

use yingda_exchange::{Choices, entry_file, read, sheets};
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipWriter};

/// A file of this run that is written anew for every input.
pub(crate) fn file(name: &str) -> PathBuf {
    let folder = std::env::temp_dir().join(format!("yingda-fuzz-{}", std::process::id()));
    fs::create_dir_all(&folder).expect("a folder");
    folder.join(name)
}

/// Imports the bytes under this name; every draft becomes the text of an entry that can be read again.
fn import(name: &str, bytes: &[u8]) {
    let path = file(name);
    fs::write(&path, bytes).expect("a file");
    if ["a.xlsx", "a.xls"].contains(&name) {
        drop(sheets(&path));
    }
    let Ok(imported) = read(&path, &Choices::default(), &mut |_| {
        ControlFlow::Continue(())
    }) else {
        return;
    };
    for draft in &imported.drafts {
        let text = entry_file(draft, "a", &imported.document, "");
        let reading = yingda_content::read_entry("entries/a.md", &text);
        assert!(reading.entry.is_some(), "a draft is an entry: {text}");
    }
}

/// A package of these parts; nothing is packed, so that the fuzzer's bytes stand in it as they are.
fn package(parts: &[(&str, &[u8])]) -> Vec<u8> {
    let stored = SimpleFileOptions::default().compression_method(CompressionMethod::Stored);
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in parts {
        zip.start_file(*name, stored).expect("a part");
        zip.write_all(bytes).expect("its bytes");
    }
    zip.finish().expect("a package").into_inner()
}

/// The pieces between bytes of 0, missing ones empty.
fn pieces<const COUNT: usize>(data: &[u8]) -> [&[u8]; COUNT] {
    let mut found = data.split(|byte| *byte == 0);
    std::array::from_fn(|_| found.next().unwrap_or_default())
}

/// Bytes that begin like a package are one; all others are parts of one.
fn packed(name: &str, data: &[u8], parts: impl FnOnce() -> Vec<u8>) {
    if data.starts_with(b"PK") {
        import(name, data);
    } else {
        import(name, &parts());
    }
}

/// Word: the text, the styles, the numbering.
pub(crate) fn word(data: &[u8]) {
    packed("a.docx", data, || {
        let [document, styles, numbering] = pieces(data);
        package(&[
            ("word/document.xml", document),
            ("word/styles.xml", styles),
            ("word/numbering.xml", numbering),
        ])
    });
}

const BOOK: &[u8] = br#"<workbook xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="a" sheetId="1" r:id="r1"/></sheets></workbook>"#;
const BOOK_PARTS: &[u8] = br#"<Relationships><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/></Relationships>"#;

/// Excel: a sheet, the texts it shares, the styles.
pub(crate) fn excel(data: &[u8]) {
    packed("a.xlsx", data, || {
        let [sheet, texts, styles] = pieces(data);
        package(&[
            ("xl/workbook.xml", BOOK),
            ("xl/_rels/workbook.xml.rels", BOOK_PARTS),
            ("xl/worksheets/sheet1.xml", sheet),
            ("xl/sharedStrings.xml", texts),
            ("xl/styles.xml", styles),
        ])
    });
}

const SHOW: &[u8] = br#"<p:presentation xmlns:r="r"><p:sldId r:id="1"/></p:presentation>"#;
const SHOW_PARTS: &[u8] = br#"<R><Relationship Id="1" Target="slides/slide1.xml"/></R>"#;

/// PowerPoint: a slide, its relations.
pub(crate) fn slides(data: &[u8]) {
    packed("a.pptx", data, || {
        let [slide, relations] = pieces(data);
        package(&[
            ("ppt/presentation.xml", SHOW),
            ("ppt/_rels/presentation.xml.rels", SHOW_PARTS),
            ("ppt/slides/slide1.xml", slide),
            ("ppt/slides/_rels/slide1.xml.rels", relations),
        ])
    });
}

/// PDF.
pub(crate) fn pdf(data: &[u8]) {
    import("a.pdf", data);
}

/// The older Excel.
pub(crate) fn xls(data: &[u8]) {
    import("a.xls", data);
}

/// A web page.
pub(crate) fn html(data: &[u8]) {
    import("a.html", data);
}

/// Markdown.
pub(crate) fn markdown(data: &[u8]) {
    import("a.md", data);
}

/// Text in any encoding, and rows of text.
pub(crate) fn text(data: &[u8]) {
    import("a.txt", data);
    import("a.csv", data);
}
