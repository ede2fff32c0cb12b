//! What was typed after `yingda`.

use lexopt::prelude::*;
use std::ffi::OsString;
use std::path::PathBuf;
use yingda_app::contract::OpenWorkspace;

pub(crate) const HELP: &str = "\
yingda - approved wording for a bank's phone desk / 应答：银行客服通话台

USAGE / 用法
  yingda [--knowledge DIR] [--model FILE]    open the desk / 打开通话台
  yingda --workspace DIR --person NAME       open the trainer's desk / 打开编辑台
  yingda --summon                            call the quick bar, or send it away / 唤出或收起快查条
  yingda --help | --version

--knowledge DIR   the folder of the knowledge base; default: the one installed with the program
                  知识库目录，默认用随程序安装的知识库
--model FILE      the sentence model for finding by meaning; default: the one installed with the program
                  语义查找用的模型文件，默认用随程序安装的模型
--workspace DIR   a trainer's folder; --person NAME says who works in it
                  工作区目录；--person 姓名 是谁在编辑
--hidden          wait unseen until called, for starting with the system
                  先不显示窗口，等快捷键或托盘唤出，随系统启动时用
Without a window use yingda-cli / 没有窗口时请用 yingda-cli";

/// How to start.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum Start {
    Window(Wanted),
    Help,
    Version,
}

/// What the window is to open with.
#[derive(Debug, Default, Clone, PartialEq, Eq)]
pub(crate) struct Wanted {
    pub(crate) knowledge: Option<PathBuf>,
    pub(crate) model: Option<PathBuf>,
    /// A workspace with the person who works in it.
    pub(crate) workspace: Option<OpenWorkspace>,
    /// A shortcut of the desktop asks for the bar.
    pub(crate) summon: bool,
    /// It waits unseen.
    pub(crate) hidden: bool,
}

pub(crate) fn read(args: impl IntoIterator<Item = OsString>) -> Result<Start, lexopt::Error> {
    let mut parser = lexopt::Parser::from_iter(args);
    let (mut wanted, mut folder, mut person) = (Wanted::default(), None, None);
    while let Some(argument) = parser.next()? {
        match argument {
            Short('h') | Long("help") => return Ok(Start::Help),
            Short('V') | Long("version") => return Ok(Start::Version),
            Long("knowledge") => wanted.knowledge = Some(parser.value()?.into()),
            Long("model") => wanted.model = Some(parser.value()?.into()),
            Long("summon") => wanted.summon = true,
            Long("hidden") => wanted.hidden = true,
            Long("workspace") => folder = Some(parser.value()?.string()?),
            Long("person") => person = Some(parser.value()?.string()?),
            other => return Err(other.unexpected()),
        }
    }
    wanted.workspace = folder.map(|folder| OpenWorkspace {
        folder,
        person: person.unwrap_or_default(),
        create: false,
    });
    Ok(Start::Window(wanted))
}

#[cfg(test)]
mod tests {
    use super::{Start, Wanted, read};

    fn typed(line: &[&str]) -> Result<Start, lexopt::Error> {
        read(line.iter().map(Into::into))
    }

    #[test]
    fn the_folder_of_the_knowledge_base_can_be_named() {
        let start = typed(&["yingda", "--knowledge", "知识库"]).unwrap();
        assert_eq!(
            start,
            Start::Window(Wanted {
                knowledge: Some("知识库".into()),
                ..Wanted::default()
            })
        );
    }

    #[test]
    fn a_workspace_is_opened_by_somebody() {
        let Start::Window(wanted) =
            typed(&["yingda", "--workspace", "工作区", "--person", "周老师"]).unwrap()
        else {
            panic!()
        };
        let workspace = wanted.workspace.unwrap();
        assert_eq!(
            (workspace.folder.as_str(), workspace.person.as_str()),
            ("工作区", "周老师")
        );
    }

    #[test]
    fn the_bar_can_be_called_and_the_window_can_wait() {
        let Start::Window(wanted) = typed(&["yingda", "--summon", "--hidden"]).unwrap() else {
            panic!()
        };
        assert!(wanted.summon && wanted.hidden);
    }

    #[test]
    fn an_unknown_word_is_not_swallowed() {
        assert!(typed(&["yingda", "--fast"]).is_err());
    }
}
