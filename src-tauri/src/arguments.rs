//! What was typed after `yingda`.

use lexopt::prelude::*;
use std::ffi::OsString;
use std::path::PathBuf;

pub(crate) const HELP: &str = "\
yingda - approved wording for a bank's phone desk / 应答：银行客服通话台

USAGE / 用法
  yingda [--knowledge DIR] [--model FILE]    open the desk / 打开通话台
  yingda --help | --version

--knowledge DIR   the folder of the knowledge base; default: the one installed with the program
                  知识库目录，默认用随程序安装的知识库
--model FILE      the sentence model for finding by meaning; default: the one installed with the program
                  语义查找用的模型文件，默认用随程序安装的模型
Without a window use yingda-cli / 没有窗口时请用 yingda-cli";

/// How to start.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum Start {
    Window {
        knowledge: Option<PathBuf>,
        model: Option<PathBuf>,
    },
    Help,
    Version,
}

pub(crate) fn read(args: impl IntoIterator<Item = OsString>) -> Result<Start, lexopt::Error> {
    let mut parser = lexopt::Parser::from_iter(args);
    let (mut knowledge, mut model) = (None, None);
    while let Some(argument) = parser.next()? {
        match argument {
            Short('h') | Long("help") => return Ok(Start::Help),
            Short('V') | Long("version") => return Ok(Start::Version),
            Long("knowledge") => knowledge = Some(parser.value()?.into()),
            Long("model") => model = Some(parser.value()?.into()),
            other => return Err(other.unexpected()),
        }
    }
    Ok(Start::Window { knowledge, model })
}

#[cfg(test)]
mod tests {
    use super::{Start, read};

    fn typed(line: &[&str]) -> Result<Start, lexopt::Error> {
        read(line.iter().map(Into::into))
    }

    #[test]
    fn the_folder_of_the_knowledge_base_can_be_named() {
        let start = typed(&["yingda", "--knowledge", "知识库"]).unwrap();
        assert_eq!(
            start,
            Start::Window {
                knowledge: Some("知识库".into()),
                model: None,
            }
        );
    }

    #[test]
    fn an_unknown_word_is_not_swallowed() {
        assert!(typed(&["yingda", "--fast"]).is_err());
    }
}
