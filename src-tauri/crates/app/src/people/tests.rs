use crate::contract::{ErrorCode, Role};
use crate::training::fixture::{Computer, now};
use std::fs;

fn role(office: &Computer, person: &str) -> Role {
    office.open(person, false).unwrap().role
}

/// The list as a version has it, as a colleague's program may leave it.
fn list(office: &Computer, text: &str) {
    office.write("people.tsv", text);
    office.training.keep_outside(now()).unwrap();
}

#[test]
fn without_a_workspace_everybody_is_an_agent() {
    let office = Computer::new();
    assert_eq!(office.training.people().unwrap().me, None);
    let me = office
        .training
        .be_person(" 林晓 ", now())
        .unwrap()
        .me
        .unwrap();
    assert_eq!((me.name.as_str(), me.role), ("林晓", Role::Agent));
}

#[test]
fn a_name_that_can_be_none_is_refused_and_nobody_changes() {
    let office = Computer::new();
    office.training.be_person("林晓", now()).unwrap();
    let error = office.training.be_person("  ", now()).unwrap_err();
    assert_eq!(error.code, ErrorCode::NameInvalid);
    assert_eq!(office.training.people().unwrap().me.unwrap().name, "林晓");
}

#[test]
fn who_makes_a_workspace_trains_and_is_listed() {
    let office = Computer::new();
    assert_eq!(office.open("周老师", true).unwrap().role, Role::Trainer);
    let list = fs::read_to_string(office.workspace().join("people.tsv")).unwrap();
    assert!(list.contains("周老师\ttrainer"), "{list}");
    assert!(office.training.desk().problems().is_empty());
}

#[test]
fn the_list_of_a_workspace_says_who_approves() {
    let office = Computer::new();
    office.open("周老师", true).unwrap();
    list(&office, "周老师\ttrainer\t\n陈老师\tapprover\t消保\n");
    assert_eq!(role(&office, "陈老师"), Role::Approver);
    assert_eq!(role(&office, "林晓"), Role::Agent);
    let known = office.training.be_person("周老师", now()).unwrap();
    assert_eq!(known.me.unwrap().role, Role::Trainer);
}

#[test]
fn a_workspace_without_a_list_is_open_to_whoever_opens_it() {
    let office = Computer::new();
    office.open("周老师", true).unwrap();
    list(&office, "");
    assert_eq!(role(&office, "林晓"), Role::Trainer);
}
