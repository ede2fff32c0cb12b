//! What a new entry begins with: the headings its kind has, and what belongs under each.

use time::Date;
use yingda_content::entry::{EntryId, Kind};
use yingda_content::sheet::{self, Setting, SheetFault};

/// The text of a new draft.
///
/// # Errors
/// Never for a title that can be written; the sheet's own fault otherwise.
pub(super) fn text(
    kind: Kind,
    id: &EntryId,
    title: &str,
    review_by: Option<Date>,
) -> Result<String, SheetFault> {
    let plain = format!(
        "---\nid: {id}\nkind: {}\ntitle: x\nstatus: draft\n---\n{}",
        kind.as_str(),
        body(kind)
    );
    sheet::set(
        &plain,
        &[Setting::Title(title), Setting::ReviewBy(review_by)],
    )
}

const fn body(kind: Kind) -> &'static str {
    match kind {
        Kind::Script => {
            "## 可直接说\n{{客户称呼}}，您好，……\n\n## 必须说\n- ……\n\n## 不能说\n- 「……」 → 「……」\n\n## 仅内部\n办理前的核对事项：……\n"
        }
        Kind::Faq => {
            "## 可直接说\n……\n\n## 不能说\n- 「……」 → 「……」\n\n## 仅内部\n依据和例外：……\n"
        }
        Kind::Product => {
            "## 可直接说\n这款产品……\n\n## 必须说\n- ……\n\n## 要点\n| 项目 | 内容 |\n| --- | --- |\n| 适合谁 | …… |\n| 期限 | …… |\n| 费用 | …… |\n\n## 不能说\n- 「……」 → 「……」\n"
        }
        Kind::Guide => "## 适用情形\n……\n\n## 做法\n1. ……\n2. ……\n\n## 注意\n- ……\n",
        Kind::Compliance => "## 要求\n……\n\n## 依据\n……\n\n## 不能说\n- 「……」 → 「……」\n",
        Kind::Flow => {
            "## 步骤\n### start 开始\n您好，请问有什么可以帮您？\n- [ ] 核实身份\n- 客户已核实 → #handle\n\n### handle 处理\n……\n- [ ] 记录处理结果\n- 办理完成 → #close\n\n### close 结束\n请问还有其他可以帮您的吗？\n"
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use yingda_content::{Severity, read_entry};

    #[test]
    fn a_template_of_each_kind_is_a_draft_without_errors() {
        let id = EntryId::parse("new-entry").unwrap();
        for kind in Kind::ALL {
            let text = text(kind, &id, "新条目: \"甲\"", None).unwrap();
            let reading = read_entry("", &text);
            let entry = reading.entry.unwrap();
            assert_eq!((entry.kind, entry.title.as_str()), (kind, "新条目: \"甲\""));
            let errors = reading
                .problems
                .iter()
                .filter(|problem| problem.severity() == Severity::Error);
            assert_eq!(errors.count(), 0, "{kind:?}: {:?}", reading.problems);
        }
    }
}
