//! Files nobody should have to open: each ends in a clear sentence, none in a panic or a full memory.

use crate::fault::ExchangeFault;
use crate::fixture::{Folder, import, package, word};
use crate::format::Format;
use crate::import::{Choices, guarded, read};
use crate::limits::{LARGEST_FILE, LARGEST_PART};
use proptest::prelude::*;
use std::fs::File;
use std::io::{Cursor, Write};
use std::ops::ControlFlow;
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

const NAMES: [&str; 10] = [
    "a.docx", "a.xlsx", "a.pptx", "a.pdf", "a.ods", "a.xls", "a.csv", "a.html", "a.md", "a.txt",
];

fn code(name: &str, bytes: &[u8]) -> &'static str {
    import(name, bytes).map_or_else(|fault| fault.code(), |_| "read")
}

/// A package with one part that unpacks to more than it may.
fn bomb(name: &str, start: &str, more: &[(&str, &[u8])]) -> Vec<u8> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in more {
        zip.start_file(*name, SimpleFileOptions::default()).unwrap();
        zip.write_all(bytes).unwrap();
    }
    zip.start_file(name, SimpleFileOptions::default()).unwrap();
    zip.write_all(start.as_bytes()).unwrap();
    let blanks = vec![b' '; 1 << 20];
    for _ in 0..=(LARGEST_PART >> 20) {
        zip.write_all(&blanks).unwrap();
    }
    zip.finish().unwrap().into_inner()
}

#[test]
fn an_empty_file_of_any_name_is_empty() {
    for name in NAMES {
        assert_eq!(code(name, b""), "empty", "{name}");
    }
}

#[test]
fn a_file_of_200_mb_is_not_opened() {
    let folder = Folder::new();
    for name in NAMES {
        let path = folder.path().join(name);
        File::create(&path)
            .unwrap()
            .set_len(LARGEST_FILE * 2)
            .unwrap();
        let fault = read(&path, &Choices::default(), &mut |_| {
            ControlFlow::Continue(())
        });
        assert_eq!(fault.unwrap_err().code(), "too-large", "{name}");
    }
}

#[test]
fn a_bomb_is_stopped_before_it_fills_the_memory() {
    let bytes = bomb("word/document.xml", "<w:document>", &[]);
    assert!(bytes.len() < 1 << 20);
    assert_eq!(code("a.docx", &bytes), "unpacks-too-large");
    let bytes = bomb(
        "xl/sharedStrings.xml",
        "<sst>",
        &[("xl/workbook.xml", b"<workbook/>")],
    );
    assert_eq!(code("a.xlsx", &bytes), "unpacks-too-large");
    let show = br#"<p:presentation xmlns:r="r"><p:sldId r:id="1"/></p:presentation>"#;
    let relations = br#"<R><Relationship Id="1" Target="slides/slide1.xml"/></R>"#;
    let bytes = bomb(
        "ppt/slides/slide1.xml",
        "<s>",
        &[
            ("ppt/presentation.xml", show),
            ("ppt/_rels/presentation.xml.rels", relations),
        ],
    );
    assert_eq!(code("a.pptx", &bytes), "unpacks-too-large");
    let bytes = bomb("content.xml", "<o>", &[("mimetype", b"x")]);
    assert_eq!(code("a.ods", &bytes), "unpacks-too-large");
}

#[test]
fn a_bomb_in_a_pdf_is_stopped() {
    let mut deflated = flate2::write::ZlibEncoder::new(Vec::new(), flate2::Compression::best());
    let blanks = vec![b' '; 1 << 20];
    for _ in 0..=(LARGEST_PART >> 20) {
        deflated.write_all(&blanks).unwrap();
    }
    let mut bytes = b"%PDF-1.7\n1 0 obj <</Filter /FlateDecode>> stream\n".to_vec();
    bytes.extend(deflated.finish().unwrap());
    assert_eq!(code("a.pdf", &bytes), "unpacks-too-large");
    let twice = b"%PDF-1.7\n1 0 obj <</Filter [/FlateDecode /FlateDecode]>> stream\nx";
    assert_eq!(code("a.pdf", twice), "unpacks-too-large");
}

#[test]
fn a_protected_file_says_so() {
    let mut container = cfb::CompoundFile::create(Cursor::new(Vec::new())).unwrap();
    container.create_stream("/EncryptedPackage").unwrap();
    let bytes = container.into_inner().into_inner();
    for name in ["a.docx", "a.xlsx", "a.pptx"] {
        assert_eq!(code(name, &bytes), "encrypted", "{name}");
    }
    assert_eq!(
        code("a.pdf", b"%PDF-1.7\ntrailer <</Encrypt 5 0 R>>"),
        "encrypted"
    );
}

#[test]
fn an_old_document_is_told_apart_from_a_damaged_one() {
    for (stream, expected) in [
        ("/WordDocument", "old-format"),
        ("/PowerPoint Document", "old-format"),
    ] {
        let mut container = cfb::CompoundFile::create(Cursor::new(Vec::new())).unwrap();
        container.create_stream(stream).unwrap();
        let bytes = container.into_inner().into_inner();
        assert_eq!(code("a.doc", &bytes), expected);
    }
    let mut container = cfb::CompoundFile::create(Cursor::new(Vec::new())).unwrap();
    container
        .create_stream("/Workbook")
        .unwrap()
        .write_all(b"no records")
        .unwrap();
    let bytes = container.into_inner().into_inner();
    assert!(["corrupt", "no-text", "reader-broke-down"].contains(&code("a.xls", &bytes)));
}

#[test]
fn a_damaged_part_is_named() {
    let bytes = package(&[("word/document.xml", b"<w:document><w:body><w:p></w:body>")]);
    match import("a.docx", &bytes).unwrap_err() {
        ExchangeFault::Corrupt { part, format, .. } => {
            assert_eq!((part.as_str(), format), ("word/document.xml", Format::Word));
        }
        other => panic!("{other:?}"),
    }
    assert_eq!(
        code("a.docx", &package(&[("word/other.xml", b"<a/>")])),
        "corrupt"
    );
}

#[test]
fn a_document_without_text_says_so() {
    assert_eq!(code("a.docx", &word("<w:p/>")), "no-text");
    assert_eq!(code("a.txt", b" \n \n"), "no-text");
    assert_eq!(code("a.html", b"<html><body><script>x</script>"), "no-text");
}

#[test]
fn a_panic_inside_a_reader_is_a_fault() {
    let fault = guarded::<()>(Format::Pdf, || panic!("inside")).unwrap_err();
    assert_eq!(fault.code(), "reader-broke-down");
}

#[test]
fn reading_stops_when_it_is_told_to() {
    let folder = Folder::new();
    let path = folder.file("a.txt", "一行。\n".repeat(1000).as_bytes());
    let mut told = 0;
    let fault = read(&path, &Choices::default(), &mut |_| {
        told += 1;
        ControlFlow::Break(())
    });
    assert_eq!(fault.unwrap_err(), ExchangeFault::Cancelled);
    assert_eq!(told, 1);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(60))]

    #[test]
    fn random_bytes_never_panic(bytes in prop::collection::vec(any::<u8>(), 1..400), head in 0_usize..5) {
        let heads: [&[u8]; 5] = [b"", b"PK\x03\x04", b"%PDF-1.4\n", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", b"<html>"];
        let whole = [heads[head], &bytes].concat();
        for name in NAMES {
            drop(import(name, &whole));
        }
    }

    #[test]
    fn a_document_cut_short_never_panics(keep in 0_usize..900) {
        let bytes = word("<w:p><w:r><w:t>好</w:t></w:r></w:p>");
        drop(import("a.docx", bytes.get(..keep.min(bytes.len())).unwrap_or_default()));
    }
}
