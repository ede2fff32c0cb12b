//! Who works in a workspace: the file `people.tsv` at its top. A line a person: name, tab, `trainer` or `approver`, tab,
//! the office they approve for (业务, 法律, 消保) or nothing.
//!
//! Who is not in it only reads, from the second name on: a list that names nobody but the maker of the workspace is not
//! yet one, and whoever opens the workspace works in it.

/// The file, relative to the workspace's folder.
pub const PEOPLE_FILE: &str = "people.tsv";

/// What somebody may do in a workspace.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Duty {
    /// Changes the wording.
    Trainer,
    /// Approves it.
    Approver,
}

/// One line of the file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Member {
    /// The name, as acts carry it.
    pub name: String,
    /// What they may do.
    pub duty: Duty,
    /// The office they approve for.
    pub office: Option<String>,
}

/// Everybody who works in a workspace.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct People {
    /// In the order of the file.
    pub members: Vec<Member>,
    /// Lines, counted from 1, that name nobody or no duty that is known; they are left out.
    pub unread: Vec<usize>,
}

impl People {
    /// Reads the file's text. Empty lines and those that begin with `#` say nothing.
    #[must_use]
    pub fn read(text: &str) -> Self {
        let mut people = Self::default();
        let lines = text.trim_start_matches('\u{feff}').lines();
        for (line, number) in lines.zip(1..) {
            if line.trim().is_empty() || line.starts_with('#') {
                continue;
            }
            match member(line) {
                Some(member) => people.members.push(member),
                None => people.unread.push(number),
            }
        }
        people
    }

    /// What somebody may do; `None` for who only reads. Of several lines with one name the first counts.
    #[must_use]
    pub fn duty_of(&self, name: &str) -> Option<Duty> {
        let member = self.members.iter().find(|member| member.name == name);
        let unlisted = (self.members.len() < 2).then_some(Duty::Trainer);
        member.map(|member| member.duty).or(unlisted)
    }
}

/// The file of a workspace that was just made: its maker is its first trainer. Tabs and line ends in the name become
/// blanks.
#[must_use]
pub fn first_trainer(name: &str) -> String {
    let name = name.split(char::is_control).collect::<Vec<_>>().join(" ");
    format!(
        "# 姓名\t角色（trainer 或 approver）\t部门（业务、法律、消保，可空）\n{name}\ttrainer\t\n"
    )
}

fn member(line: &str) -> Option<Member> {
    let mut columns = line.split('\t').map(str::trim);
    let name = columns.next().filter(|name| !name.is_empty())?;
    let duty = match columns.next()? {
        "trainer" => Duty::Trainer,
        "approver" => Duty::Approver,
        _ => return None,
    };
    let office = columns.next().filter(|office| !office.is_empty());
    Some(Member {
        name: name.to_owned(),
        duty,
        office: office.map(str::to_owned),
    })
}

#[cfg(test)]
mod tests {
    use super::{Duty, People, first_trainer};

    #[test]
    fn each_line_names_a_person_and_what_they_may_do() {
        let people = People::read("\u{feff}# 姓名\n林老师\ttrainer\n\n周老师 \tapprover\t消保\r\n");
        assert_eq!(people.duty_of("林老师"), Some(Duty::Trainer));
        assert_eq!(people.duty_of("周老师"), Some(Duty::Approver));
        assert_eq!(people.members[1].office.as_deref(), Some("消保"));
        assert_eq!(people.duty_of("陈老师"), None);
        assert!(people.unread.is_empty());
    }

    #[test]
    fn a_line_that_says_nothing_known_is_told_and_hides_no_other() {
        let people = People::read("林老师\n\ttrainer\n周老师\tboss\n陈老师\ttrainer\n");
        assert_eq!(people.unread, [1, 2, 3]);
        assert_eq!(people.duty_of("陈老师"), Some(Duty::Trainer));
    }

    #[test]
    fn a_list_of_one_name_keeps_nobody_out() {
        let people = People::read("陈老师\tapprover\n");
        assert_eq!(people.duty_of("陈老师"), Some(Duty::Approver));
        assert_eq!(people.duty_of("林老师"), Some(Duty::Trainer));
        assert_eq!(People::read("").duty_of("林老师"), Some(Duty::Trainer));
    }

    #[test]
    fn who_makes_a_workspace_is_its_first_trainer() {
        let people = People::read(&first_trainer("周老师"));
        assert_eq!(people.duty_of("周老师"), Some(Duty::Trainer));
        assert_eq!(people.unread, Vec::<usize>::new());
        let people = People::read(&first_trainer("周\t老\n师"));
        assert_eq!(people.duty_of("周 老 师"), Some(Duty::Trainer));
    }
}
