use super::{LineEdit, LineMoved, Table, edit};
use crate::fixture::Folder;
use crate::library::Library;

fn change(line: usize, was: &str, to: Option<&str>) -> LineEdit {
    LineEdit::Change {
        line,
        was: was.to_owned(),
        to: to.map(str::to_owned),
    }
}

fn add(text: &str) -> LineEdit {
    LineEdit::Add {
        text: text.to_owned(),
    }
}

fn line(table: Table, cells: &[&str]) -> Result<String, Vec<&'static str>> {
    let cells: Vec<String> = cells.iter().map(|cell| (*cell).to_owned()).collect();
    let line = table.line(&cells, &Library::default());
    line.map_err(|faults| {
        faults
            .iter()
            .map(|fault| crate::Fault::from(fault.clone()).code())
            .collect()
    })
}

#[test]
fn only_the_named_lines_change() {
    let before = "\u{feff}# 近义词\r\n挂失\t丢卡\r\n\r\n# 账户\r\n销户\t注销\r\n冻结\t锁住";
    let edits = [
        change(2, "挂失\t丢卡", Some("挂失\t丢卡\t卡丢了")),
        change(5, "销户\t注销", None),
        add("提额\t涨额度"),
    ];
    assert_eq!(
        edit(before, &edits).unwrap(),
        "\u{feff}# 近义词\r\n挂失\t丢卡\t卡丢了\r\n\r\n# 账户\r\n冻结\t锁住\r\n提额\t涨额度\r\n"
    );
    assert_eq!(edit(before, &[]).unwrap(), before);
}

#[test]
fn a_line_that_says_something_else_by_now_keeps_the_whole_file_as_it_is() {
    let moved = |line| Err(LineMoved { line });
    let text = "挂失\t丢卡\n";
    assert_eq!(
        edit(text, &[add("新\t词"), change(1, "别的\t词", None)]),
        moved(1)
    );
    assert_eq!(edit(text, &[change(2, "挂失\t丢卡", None)]), moved(2));
    assert_eq!(edit(text, &[change(0, "", None)]), moved(0));
    let twice = [change(1, "挂失\t丢卡", None), change(1, "挂失\t丢卡", None)];
    assert_eq!(edit(text, &twice), moved(1));
}

#[test]
fn the_first_line_of_a_new_file_needs_no_line_before_it() {
    assert_eq!(edit("", &[add("借记卡 100")]).unwrap(), "借记卡 100\n");
    assert_eq!(edit("\u{feff}", &[add("卡")]).unwrap(), "\u{feff}卡\n");
}

#[test]
fn cells_become_the_line_that_reads_as_these_cells() {
    for (table, cells, written) in [
        (Table::Words, vec!["借记卡", "100"], "借记卡 100"),
        (Table::Words, vec!["借记卡", ""], "借记卡"),
        (
            Table::Readings,
            vec!["重庆", "chong qing"],
            "重庆\tchong qing",
        ),
        (Table::Synonyms, vec!["挂失", "卡丢了"], "挂失\t卡丢了"),
    ] {
        assert_eq!(line(table, &cells).as_deref(), Ok(written));
        assert_eq!(table.rows(written)[0].cells, cells);
    }
}

#[test]
fn what_the_file_could_not_hold_is_refused_before_it_is_written() {
    assert_eq!(
        line(Table::Words, &["借 记 卡", ""]),
        Err(vec!["unwritable"])
    );
    assert_eq!(
        line(Table::Words, &["借记卡", "多"]),
        Err(vec!["frequency-bad"])
    );
    assert_eq!(line(Table::Words, &["", ""]), Err(vec!["column-empty"]));
    assert_eq!(
        line(Table::Synonyms, &["挂失\t丢", "卡"]),
        Err(vec!["unwritable"])
    );
    assert_eq!(
        line(Table::Synonyms, &["#挂失", "卡"]),
        Err(vec!["unwritable"])
    );
    assert_eq!(
        line(Table::Synonyms, &["挂失", ""]),
        Err(vec!["synonym-alone"])
    );
    assert_eq!(
        line(Table::Readings, &["重庆", "chong"]),
        Err(vec!["syllables-miscounted"])
    );
    assert_eq!(
        line(Table::Judged, &["卡丢了", "hanzi", "nowhere", ""]),
        Err(vec!["expected-unknown"])
    );
}

#[test]
fn a_judged_row_names_entries_that_are_there() {
    let library = Folder::new().entry("card-loss", "", "").load().library;
    let cells = ["卡丢了", "hanzi", "card-loss", "hard"].map(str::to_owned);
    let written = Table::Judged.line(&cells, &library);
    assert_eq!(written.as_deref(), Ok("卡丢了\thanzi\tcard-loss\thard"));
    assert_eq!(
        Table::Judged.rows("卡丢了\thanzi\tcard-loss")[0].cells[3],
        ""
    );
}

#[test]
fn a_file_is_known_by_its_name() {
    assert_eq!(Table::of_file("vocabulary/words.txt"), Some(Table::Words));
    assert_eq!(Table::of_file("judged/account.tsv"), Some(Table::Judged));
    for other in [
        "judged/floors.tsv",
        "judged/../entries/a.tsv",
        "entries/a.md",
        "judged/.x.tsv",
    ] {
        assert_eq!(Table::of_file(other), None, "{other}");
    }
}
