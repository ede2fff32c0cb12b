//! Headers are known, rows become cards.

use super::*;

fn row(cells: &[&str]) -> Vec<String> {
    cells.iter().map(|cell| (*cell).to_owned()).collect()
}

#[test]
fn columns_are_known_by_their_headers() {
    let header = row(&["序号", "业务分类", "客户常见问题", "标准答复口径", "备注"]);
    assert_eq!(
        guess(&header),
        [
            Role::Ignored,
            Role::Tags,
            Role::Title,
            Role::Say,
            Role::Internal
        ]
    );
}

#[test]
fn the_header_is_found_below_a_title() {
    let rows = [
        row(&["2026 年问答汇总"]),
        row(&["问题", "答案"]),
        row(&["甲？", "乙。"]),
    ];
    assert_eq!(guess_header(&rows), (Some(1), vec![Role::Title, Role::Say]));
}

#[test]
fn without_a_header_the_widest_column_is_the_answer() {
    let rows = [
        row(&["1", "怎么挂失", "请拨打客服电话办理临时挂失。"]),
        row(&["2", "怎么补卡", "请带身份证到网点。"]),
    ];
    assert_eq!(
        guess_header(&rows),
        (None, vec![Role::Ignored, Role::Title, Role::Say])
    );
}

#[test]
fn a_row_becomes_a_card() {
    let roles = [
        Role::Title,
        Role::Aliases,
        Role::Say,
        Role::Must,
        Role::Tags,
    ];
    let reading = Reading {
        roles: &roles,
        ours: false,
        kind: None,
    };
    let cells = row(&[
        "怎么挂失？",
        "卡丢了、补卡",
        "先核实：\n1. 姓名\n2. 证件",
        "口头挂失五天有效。",
        "挂失",
    ]);
    let draft = draft(&cells, &reading, Place::Whole).unwrap();
    assert_eq!(draft.aliases, ["卡丢了", "补卡"]);
    assert_eq!(
        draft.body,
        "## 可直接说\n先核实：\n\n1. 姓名\n1. 证件\n## 必须说\n- 口头挂失五天有效。\n"
    );
    assert_eq!((draft.kind, draft.tags), (Kind::Faq, row(&["挂失"])));
}
