//! Why an edit can't be saved as it is.

use crate::contract::{EditFault, VocabularyPlace, Words};
use yingda_content::fault::{Fault, TableFault};
use yingda_content::problem::Language;
use yingda_content::sheet::SheetFault;

/// What is wrong with an edit.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::vocabulary) enum DraftFault {
    /// The line says something else by now.
    RowMoved,
    /// The entry's words are others by now.
    EntryMoved,
    /// There is no such entry any more.
    EntryGone,
    /// The file can't be read, or is none that is changed here.
    FileUnusable { file: String },
    /// The row can't be read as a row of its table.
    Table(TableFault),
    /// The entry's file can't be changed safely.
    Sheet(SheetFault),
    /// The entry would have an error.
    Content(Fault),
}

const READ_AGAIN: (&str, &str) = (
    "请重新读取词库，再改一次。",
    "Read the vocabulary again and repeat the change.",
);

impl DraftFault {
    pub(super) fn into_edit_fault(self, place: VocabularyPlace) -> EditFault {
        let words = |(zh, en): (&str, &str)| Words {
            zh: zh.to_owned(),
            en: en.to_owned(),
        };
        let (what, remedy) = match self {
            Self::RowMoved => (
                words(("这一行已经被改过了。", "This line was changed meanwhile.")),
                words(READ_AGAIN),
            ),
            Self::EntryMoved => (
                words((
                    "这一条的别名已经被改过了。",
                    "The words of this entry were changed meanwhile.",
                )),
                words(READ_AGAIN),
            ),
            Self::EntryGone => (
                words(("这一条已经不在了。", "This entry is not there any more.")),
                words(READ_AGAIN),
            ),
            Self::FileUnusable { file } => (
                Words {
                    zh: format!("{file} 读不出来。"),
                    en: format!("{file} can't be read."),
                },
                words((
                    "请先解决问题列表里的文件问题。",
                    "Solve the file's problem in the list first.",
                )),
            ),
            Self::Table(fault) => of_fault(&fault.into()),
            Self::Content(fault) => of_fault(&fault),
            Self::Sheet(fault) => (
                Words {
                    zh: fault.what(Language::Chinese),
                    en: fault.what(Language::English),
                },
                words((
                    "请在编辑台里改这一条。",
                    "Change this entry at the trainer's desk.",
                )),
            ),
        };
        EditFault {
            place,
            what,
            remedy,
        }
    }
}

fn of_fault(fault: &Fault) -> (Words, Words) {
    let both = |sentence: &dyn Fn(Language) -> String| Words {
        zh: sentence(Language::Chinese),
        en: sentence(Language::English),
    };
    (
        both(&|language| fault.what(language)),
        both(&|language| fault.remedy(language)),
    )
}
