use super::{
    NotYours, RowFault, line, may_become, may_change, people_faults, rows, rule_faults, unstaffed,
};
use crate::people::People;
use crate::review::Office;

const NAMED: &str = "# 姓名\n周老师\ttrainer\t\n林老师\tapprover\t消保\n";

fn cells(text: &str) -> Vec<Vec<String>> {
    rows(text).into_iter().map(|row| row.cells).collect()
}

type Placed = Vec<(usize, RowFault)>;

fn faults(text: &str, of: fn(&[&[String]]) -> Placed) -> Placed {
    let cells = cells(text);
    of(&cells.iter().map(Vec::as_slice).collect::<Vec<_>>())
}

#[test]
fn rows_keep_their_lines_and_whatever_stands_in_them() {
    let rows = rows("\u{feff}# 姓名\r\n\n周老师\tboss\n林老师 \tapprover\t消保\t分机 12\n");
    assert_eq!(
        (rows[0].line, rows[0].cells.join("|")),
        (3, "周老师|boss|".to_owned())
    );
    assert_eq!(
        (rows[1].line, rows[1].cells.join("|")),
        (4, "林老师|approver|消保".to_owned())
    );
    let cells = ["林老师", "trainer", ""].map(str::to_owned);
    assert_eq!(line(&cells, &rows[1].text), "林老师\ttrainer\t\t分机 12");
}

#[test]
fn while_nobody_approves_everybody_who_works_changes_the_lists_then_only_approvers() {
    let nobody = People::read("周老师\ttrainer\n");
    assert_eq!(may_change(&nobody, "周老师", true), Ok(()));
    assert_eq!(
        may_change(&nobody, "周老师", false),
        Err(NotYours::OnlyReads)
    );
    let named = People::read(NAMED);
    assert_eq!(may_change(&named, "林老师", true), Ok(()));
    let approvers = vec!["林老师".to_owned()];
    assert_eq!(
        may_change(&named, "周老师", true),
        Err(NotYours::NoApprover { approvers })
    );
}

#[test]
fn a_list_keeps_an_approver_and_who_changes_it() {
    let named = People::read(NAMED);
    let none = People::read("周老师\ttrainer\n林老师\ttrainer\n");
    assert_eq!(
        may_become(&named, &none, "林老师"),
        Err(NotYours::NoApproverLeft)
    );
    assert_eq!(may_become(&none, &none, "林老师"), Ok(()));
    let others = People::read("周老师\ttrainer\n陈老师\tapprover\n");
    assert_eq!(
        may_become(&named, &others, "林老师"),
        Err(NotYours::WithoutYou)
    );
    assert_eq!(may_become(&named, &others, "周老师"), Ok(()));
}

#[test]
fn people_have_a_name_once_a_role_and_an_office_that_is_one() {
    assert_eq!(faults(NAMED, people_faults), []);
    let word = |word: &str| word.to_owned();
    let wrong = "\ttrainer\n周老师\tboss\n周老师\tapprover\t法侓\n林老师\ttrainer\t个人部\n";
    assert_eq!(
        faults(wrong, people_faults),
        [
            (0, RowFault::NoName),
            (1, RowFault::Duty { word: word("boss") }),
            (
                2,
                RowFault::TwiceNamed {
                    name: word("周老师")
                }
            ),
            (
                2,
                RowFault::Office {
                    word: word("法侓")
                }
            ),
        ]
    );
}

#[test]
fn a_rule_is_for_something_known_once_and_asks_an_office() {
    assert_eq!(
        faults(
            "all\t-\t业务\nkind\tfaq\t法律、消保\ntag\t收费\t消保\n",
            rule_faults
        ),
        []
    );
    let word = |word: &str| word.to_owned();
    let wrong = "who\t-\t业务\nkind\tfax\t业务\ntag\t\t业务\nall\t\t\nall\t-\t法侓\n";
    assert_eq!(
        faults(wrong, rule_faults),
        [
            (0, RowFault::For { word: word("who") }),
            (1, RowFault::Kind { word: word("fax") }),
            (2, RowFault::NoTag),
            (3, RowFault::NoOffices),
            (4, RowFault::TwiceRuled),
            (
                4,
                RowFault::Office {
                    word: word("法侓")
                }
            ),
        ]
    );
}

#[test]
fn an_office_that_nobody_stands_for_is_told_once_approvers_are_named() {
    let rules = cells("all\t-\t业务\nkind\tfaq\t法律、消保\n");
    let rules: Vec<&[String]> = rules.iter().map(Vec::as_slice).collect();
    let of = |text: &str| unstaffed(&People::read(text), &rules);
    assert_eq!(of(NAMED), [Office::Business, Office::Legal]);
    assert_eq!(of("周老师\ttrainer\n"), []);
    assert_eq!(of("周老师\tapprover\n林老师\tapprover\t消保\n"), []);
}
