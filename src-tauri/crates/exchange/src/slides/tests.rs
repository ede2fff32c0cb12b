//! What comes home from presentations.

use crate::fixture::{import, package};
use crate::import::LeftOutKind;
use crate::place::Place;

fn show(slides: &[&str]) -> Vec<u8> {
    let mut ids = String::new();
    let mut relations = String::new();
    let mut parts: Vec<(String, Vec<u8>)> = Vec::new();
    // Stored in another order than shown.
    for (number, slide) in slides.iter().enumerate() {
        let file = slides.len() - number;
        ids.extend([format!(r#"<p:sldId r:id="rId{file}"/>"#)]);
        relations.extend([format!(
            r#"<Relationship Id="rId{file}" Target="slides/slide{file}.xml"/>"#
        )]);
        let slide = format!(r#"<p:sld xmlns:p="p" xmlns:a="a">{slide}</p:sld>"#);
        parts.push((format!("ppt/slides/slide{file}.xml"), slide.into_bytes()));
    }
    let show = format!(r#"<p:presentation xmlns:p="p" xmlns:r="r">{ids}</p:presentation>"#);
    let relations = format!("<Relationships>{relations}</Relationships>");
    parts.push(("ppt/presentation.xml".to_owned(), show.into_bytes()));
    parts.push((
        "ppt/_rels/presentation.xml.rels".to_owned(),
        relations.into_bytes(),
    ));
    parts.push((
        "ppt/notesSlides/notesSlide1.xml".to_owned(),
        b"<n/>".to_vec(),
    ));
    let parts: Vec<(&str, &[u8])> = parts
        .iter()
        .map(|(name, bytes)| (name.as_str(), bytes.as_slice()))
        .collect();
    package(&parts)
}

fn shape(placeholder: &str, paragraphs: &[(u8, &str)]) -> String {
    let text: String = paragraphs
        .iter()
        .map(|(level, text)| {
            format!(r#"<a:p><a:pPr lvl="{level}"/><a:r><a:t>{text}</a:t></a:r></a:p>"#)
        })
        .collect();
    format!(
        r#"<p:sp><p:nvPr><p:ph type="{placeholder}"/></p:nvPr><p:txBody>{text}</p:txBody></p:sp>"#
    )
}

#[test]
fn a_slide_is_an_entry_in_the_order_it_is_shown() {
    let first = [
        shape("body", &[(0, "先核实身份"), (1, "姓名"), (1, "证件")]),
        shape("title", &[(0, "挂失")]),
        shape("sldNum", &[(0, "1")]),
        "<p:pic/>".to_owned(),
    ]
    .concat();
    let second = format!(
        "{}<a:tbl><a:tr><a:tc><a:p><a:t>项目</a:t></a:p></a:tc><a:tc><a:p><a:t>费用</a:t></a:p></a:tc></a:tr><a:tr><a:tc><a:p><a:t>补卡</a:t></a:p></a:tc><a:tc/></a:tr></a:tbl>",
        shape("ctrTitle", &[(0, "补卡费用")])
    );
    let imported = import("a.pptx", &show(&[&first, &second])).unwrap();
    let found: Vec<(&str, &str, Place)> = imported
        .drafts
        .iter()
        .map(|draft| {
            (
                draft.title.as_str(),
                draft.body.as_str(),
                draft.from.clone(),
            )
        })
        .collect();
    assert_eq!(
        found,
        [
            ("挂失", "先核实身份\n\n- 姓名\n- 证件\n", Place::Slide(1)),
            (
                "补卡费用",
                "| 项目 | 费用 |\n|---|---|\n| 补卡 |  |\n",
                Place::Slide(2)
            ),
        ]
    );
    let counts = imported.left_out.counts;
    assert_eq!(
        (counts[&LeftOutKind::Pictures], counts[&LeftOutKind::Notes]),
        (1, 1)
    );
}
