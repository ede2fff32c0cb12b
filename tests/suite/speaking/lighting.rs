//! A card opened from a search: what matched is lit on the screen and nowhere else.

use crate::finding::shelf::{Draft, entry, shelf, today};
use yingda_app::contract::{Block, CopyRequest, EntryRequest, EntryView, Inline, Segment};
use yingda_app::{Desk, Places};

fn desk(drafts: &[Draft]) -> (crate::finding::shelf::Shelf, Desk) {
    let bank = shelf(drafts);
    bank.stamp();
    let desk = Desk::new(Places {
        knowledge: bank.path().to_owned(),
        index: None,
        settings: bank.path().join("settings"),
        model: None,
    });
    desk.load(&|_| {});
    (bank, desk)
}

fn opened(desk: &Desk, query: &str) -> EntryView {
    let request = EntryRequest {
        id: "loss".to_owned(),
        query: query.to_owned(),
    };
    desk.entry(&request, today()).unwrap()
}

fn lit(segments: &[Segment]) -> String {
    let lit = segments.iter().filter(|segment| segment.hit);
    lit.map(|segment| segment.text.as_str()).collect()
}

/// The lit runs of a block's own text, with those inside strong text.
fn lit_runs(block: &Block) -> Vec<String> {
    fn of(inlines: &[Inline]) -> Vec<String> {
        let runs = inlines.iter().flat_map(|inline| match inline {
            Inline::Lit { text } => vec![text.clone()],
            Inline::Strong { children } => of(children),
            _ => Vec::new(),
        });
        runs.collect()
    }
    match block {
        Block::Paragraph { children } => of(children),
        other => panic!("a paragraph was expected: {other:?}"),
    }
}

#[test]
fn what_matched_is_lit_in_title_parts_and_chapters() {
    let (_bank, desk) = desk(&[entry("loss", "银行卡挂失")
        .saying("先帮您**挂失**。\n\n## 必须说\n- 挂失不收费。\n\n## 挂失以后\n补卡另行收费。")]);
    let view = opened(&desk, "挂失");
    assert_eq!(lit(&view.lit_title), "挂失");
    assert_eq!(lit_runs(&view.card.say[0]), ["挂失"]);
    assert!(matches!(&view.card.must[0][0], Inline::Lit { text } if text == "挂失"));
    assert_eq!(lit(&view.sections[0].title), "挂失");
    assert!(lit_runs(&view.sections[0].blocks[0]).is_empty());
}

#[test]
fn the_steps_of_a_flow_are_lit_too() {
    let steps =
        "\n## 步骤\n### first 核实身份\n先问姓名。\n### second 办理挂失\n- [ ] 已经登记挂失\n";
    let (_bank, desk) = desk(&[entry("loss", "丢卡流程").with("kind: flow").saying(steps)]);
    let view = opened(&desk, "挂失");
    assert_eq!(lit(&view.steps[1].title), "挂失");
    assert!(
        view.steps[1].checks[0]
            .iter()
            .any(|run| matches!(run, Inline::Lit { .. }))
    );
    assert_eq!(lit(&view.steps[0].title), "");
}

#[test]
fn what_was_typed_as_pinyin_or_misheard_is_lit_in_characters() {
    let (_bank, desk) = desk(&[entry("loss", "丢卡")
        .with("aliases: [挂失]")
        .saying("先办理挂失。")]);
    for typed in ["guashi", "挂实"] {
        assert_eq!(
            lit_runs(&opened(&desk, typed).card.say[0]),
            ["挂失"],
            "{typed}"
        );
    }
}

#[test]
fn a_card_that_no_search_led_to_has_nothing_lit() {
    let (_bank, desk) = desk(&[entry("loss", "银行卡挂失").saying("先帮您挂失。")]);
    let view = opened(&desk, "");
    assert_eq!(lit(&view.lit_title), "");
    assert!(lit_runs(&view.card.say[0]).is_empty());
}

#[test]
fn copying_says_the_same_whatever_is_lit() {
    let (_bank, desk) = desk(&[entry("loss", "银行卡挂失").saying("先帮您挂失，尾号{{尾号}}。")]);
    opened(&desk, "挂失");
    let request = CopyRequest {
        id: "loss".to_owned(),
        fields: [("尾号".to_owned(), "1234".to_owned())].into(),
        reason: None,
    };
    assert_eq!(
        desk.copy(&request, today()).unwrap().text,
        "先帮您挂失，尾号1234。"
    );
}
