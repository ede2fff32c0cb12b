use crate::contract::{ErrorCode, OpenWorkspace, Role};
use crate::desk::{Desk, Places};
use crate::training::Training;
use std::fs;
use std::sync::Arc;
use tempfile::TempDir;
use time::macros::datetime;
use yingda_content::BeijingTime;

fn now() -> BeijingTime {
    BeijingTime::wall(datetime!(2026-11-22 10:00))
}

struct Office {
    folder: TempDir,
    training: Training,
}

impl Office {
    fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let knowledge = folder.path().join("knowledge");
        fs::create_dir_all(knowledge.join("entries")).unwrap();
        let desk = Arc::new(Desk::new(Places {
            knowledge: knowledge.clone(),
            index: None,
            settings: folder.path().join("settings"),
            model: None,
        }));
        desk.load(&|_| ());
        let training = Training::new(desk, knowledge, Arc::new(|_| ()));
        Self { folder, training }
    }

    fn open(&self, person: &str, create: bool) -> Role {
        let request = OpenWorkspace {
            folder: self.folder.path().join("workspace").display().to_string(),
            person: person.to_owned(),
            create,
        };
        self.training.open_workspace(&request, now()).unwrap().role
    }

    /// The list as a version has it, as a colleague's program may leave it.
    fn list(&self, text: &str) {
        fs::write(self.folder.path().join("workspace/people.tsv"), text).unwrap();
        self.training.keep_outside(now()).unwrap();
    }
}

#[test]
fn without_a_workspace_everybody_is_an_agent() {
    let office = Office::new();
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
    let office = Office::new();
    office.training.be_person("林晓", now()).unwrap();
    let error = office.training.be_person("  ", now()).unwrap_err();
    assert_eq!(error.code, ErrorCode::NameInvalid);
    assert_eq!(office.training.people().unwrap().me.unwrap().name, "林晓");
}

#[test]
fn who_makes_a_workspace_trains_and_is_listed() {
    let office = Office::new();
    assert_eq!(office.open("周老师", true), Role::Trainer);
    let list = fs::read_to_string(office.folder.path().join("workspace/people.tsv")).unwrap();
    assert!(list.contains("周老师\ttrainer"), "{list}");
    assert!(office.training.desk().problems().is_empty());
}

#[test]
fn the_list_of_a_workspace_says_who_approves() {
    let office = Office::new();
    office.open("周老师", true);
    office.list("周老师\ttrainer\t\n陈老师\tapprover\t消保\n");
    assert_eq!(office.open("陈老师", false), Role::Approver);
    assert_eq!(office.open("林晓", false), Role::Agent);
    let known = office.training.be_person("周老师", now()).unwrap();
    assert_eq!(known.me.unwrap().role, Role::Trainer);
}

#[test]
fn a_workspace_without_a_list_is_open_to_whoever_opens_it() {
    let office = Office::new();
    office.open("周老师", true);
    office.list("");
    assert_eq!(office.open("林晓", false), Role::Trainer);
}
