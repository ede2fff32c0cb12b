//! What comes home from PDF files, made here with the parts that a writer of PDF makes.

use crate::fixture::import;
use crate::place::Place;
use pdf_extract::content::{Content, Operation};
use pdf_extract::{Document, Object, Stream, dictionary};

/// Lines with their size, from the top of the page down.
type Page<'a> = &'a [(i64, &'a str)];

/// A PDF whose characters are numbered by their code point, as many writers do, with a table that says so.
fn pdf(pages: &[Page<'_>]) -> Vec<u8> {
    let mut document = Document::with_version("1.5");
    let root = document.new_object_id();
    let map = b"/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapType 2 def 1 begincodespacerange <0000> <FFFF> endcodespacerange 1 beginbfrange <0000> <FFFF> <0000> endbfrange endcmap CMapName currentdict /CMap defineresource pop end end";
    let map = document.add_object(Stream::new(dictionary! {}, map.to_vec()));
    let system = dictionary! {
        "Registry" => Object::string_literal("Adobe"), "Ordering" => Object::string_literal("Identity"), "Supplement" => 0,
    };
    let descriptor = document.add_object(dictionary! {
        "Type" => "FontDescriptor", "FontName" => "Song", "Flags" => 4, "ItalicAngle" => 0,
    });
    let child = document.add_object(dictionary! {
        "Type" => "Font", "Subtype" => "CIDFontType2", "BaseFont" => "Song", "CIDSystemInfo" => system,
        "FontDescriptor" => descriptor, "DW" => 1000,
    });
    let font = document.add_object(dictionary! {
        "Type" => "Font", "Subtype" => "Type0", "BaseFont" => "Song", "Encoding" => "Identity-H",
        "DescendantFonts" => vec![child.into()], "ToUnicode" => map,
    });
    let resources = document.add_object(dictionary! { "Font" => dictionary! { "F1" => font } });
    let mut kids: Vec<Object> = Vec::new();
    for page in pages {
        let mut operations = vec![Operation::new("BT", vec![])];
        let mut top = 800;
        for (size, text) in *page {
            let codes: Vec<u8> = text.encode_utf16().flat_map(u16::to_be_bytes).collect();
            operations.push(Operation::new("Tf", vec!["F1".into(), (*size).into()]));
            let place = [1, 0, 0, 1, 50, top].map(Object::from).to_vec();
            operations.push(Operation::new("Tm", place));
            let text = Object::String(codes, pdf_extract::StringFormat::Hexadecimal);
            operations.push(Operation::new("Tj", vec![text]));
            top -= 30;
        }
        operations.push(Operation::new("ET", vec![]));
        let content = Content { operations }.encode().unwrap();
        let content = document.add_object(Stream::new(dictionary! {}, content));
        let page = document.add_object(dictionary! {
            "Type" => "Page", "Parent" => root, "Contents" => content, "Resources" => resources,
            "MediaBox" => [0, 0, 600, 850].map(Object::from).to_vec(),
        });
        kids.push(page.into());
    }
    let count = i64::try_from(kids.len()).unwrap();
    let all = dictionary! { "Type" => "Pages", "Kids" => kids, "Count" => count };
    document.objects.insert(root, Object::Dictionary(all));
    let catalog = document.add_object(dictionary! { "Type" => "Catalog", "Pages" => root });
    document.trailer.set("Root", catalog);
    document.compress();
    let mut bytes = Vec::new();
    document.save_to(&mut bytes).unwrap();
    bytes
}

const ONE: &str = "客户来电挂失时，请先核实姓名和证件号码，再为客户办理临时挂";
const TWO: &str = "失，并说明临时挂失五天有效，请客户尽快到网点办理正式挂失的";

#[test]
fn larger_lines_are_headings_and_cut_lines_are_joined() {
    let bytes = pdf(&[
        &[
            (10, "某银行电话手册"),
            (18, "挂失"),
            (10, ONE),
            (10, TWO),
            (10, "手续。"),
            (9, "1"),
        ],
        &[
            (10, "某银行电话手册"),
            (18, "补卡"),
            (10, "带身份证到网点。"),
            (10, "• 身份证"),
            (9, "2"),
        ],
        &[
            (10, "某银行电话手册"),
            (18, "销户"),
            (10, "先结清余额。"),
            (9, "3"),
        ],
    ]);
    let imported = import("手册.pdf", &bytes).unwrap();
    let found: Vec<(&str, String, Place)> = imported
        .drafts
        .iter()
        .map(|draft| (draft.title.as_str(), draft.body.clone(), draft.from.clone()))
        .collect();
    assert_eq!(
        found,
        [
            ("挂失", format!("{ONE}{TWO}手续。\n"), Place::Page(1)),
            (
                "补卡",
                "带身份证到网点。\n\n- 身份证\n".to_owned(),
                Place::Page(2)
            ),
            ("销户", "先结清余额。\n".to_owned(), Place::Page(3)),
        ]
    );
}

#[test]
fn a_scan_has_no_text() {
    assert_eq!(import("a.pdf", &pdf(&[&[]])).unwrap_err().code(), "no-text");
}

#[test]
fn a_file_that_only_begins_like_one_is_damaged() {
    let code = import("a.pdf", b"%PDF-1.7\nnothing").unwrap_err().code();
    assert_eq!(code, "corrupt");
}
