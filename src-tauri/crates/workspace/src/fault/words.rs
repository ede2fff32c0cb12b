//! The sentences about a fault: what is wrong, and what to do.

use yingda_content::problem::Language;

use super::{NameFault, WorkspaceFault};

impl WorkspaceFault {
    /// A stable name in kebab-case.
    #[must_use]
    pub const fn code(&self) -> &'static str {
        match self {
            Self::NotEmpty { .. } => "folder-not-empty",
            Self::NotAWorkspace { .. } => "not-a-workspace",
            Self::Unfinished { .. } => "workspace-unfinished",
            Self::Bare { .. } => "repository-bare",
            Self::NotOwned { .. } => "repository-not-owned",
            Self::Detached { .. } => "no-branch",
            Self::InProgress { .. } => "git-in-progress",
            Self::Damaged { .. } => "repository-damaged",
            Self::Locked { .. } => "git-locked",
            Self::InUse { .. } => "workspace-in-use",
            Self::DiskFull { .. } => "disk-full",
            Self::ReadOnly { .. } => "read-only",
            Self::Unreadable { .. } => "unreadable",
            Self::Unwritable { .. } => "unwritable",
            Self::BadName { .. } => "bad-file-name",
            Self::Link { .. } => "link-in-the-way",
            Self::NotText { .. } => "not-utf8",
            Self::ChangedMeanwhile { .. } => "changed-meanwhile",
            Self::NothingChanged => "nothing-changed",
            Self::NoName => "no-name",
            Self::NoMessage => "no-message",
            Self::MovedOn => "history-moved-on",
            Self::FilePending { .. } => "file-pending",
            Self::UnknownVersion { .. } => "unknown-version",
            Self::ChangedLater { .. } => "changed-later",
            Self::CannotUndo { .. } => "cannot-undo",
            Self::Sync(fault) => fault.code(),
            Self::Git { .. } => "git-refused",
        }
    }

    /// One sentence: what is wrong, and where.
    #[must_use]
    pub fn what(&self, language: Language) -> String {
        match language {
            Language::Chinese => self.what_in_chinese(),
            Language::English => self.what_in_english(),
        }
    }

    /// One sentence: what to do about it.
    #[must_use]
    pub fn remedy(&self, language: Language) -> String {
        match language {
            Language::Chinese => self.remedy_in_chinese(),
            Language::English => self.remedy_in_english(),
        }
    }

    fn what_in_chinese(&self) -> String {
        match self {
            Self::NotEmpty { folder } => format!("文件夹「{folder}」里已经有文件。"),
            Self::NotAWorkspace { folder } => format!("「{folder}」不是工作区（没有 git 仓库）。"),
            Self::Unfinished { folder } => format!("工作区「{folder}」上次没有建完。"),
            Self::Bare { folder } => {
                format!("「{folder}」是只用来同步的仓库，里面没有可编辑的文件。")
            }
            Self::NotOwned { folder } => {
                format!("「{folder}」属于这台电脑上的另一个账户，git 不肯打开。")
            }
            Self::Detached { folder } => {
                format!("工作区「{folder}」正停在一个旧版本上，没有分支。")
            }
            Self::InProgress { what } => format!("另一个 git 程序的操作（{what}）还没有做完。"),
            Self::Damaged { why } => format!("工作区的 git 仓库有损坏：{why}。"),
            Self::Locked { file } => {
                format!("另一个 git 程序占着工作区，或者没有正常结束，留下了「{file}」。")
            }
            Self::InUse { folder } => format!("另一个应答窗口正在使用工作区「{folder}」。"),
            Self::DiskFull { place } => format!("磁盘已满，写不下「{place}」。"),
            Self::ReadOnly { place } => format!("没有权限写入「{place}」。"),
            Self::Unreadable { place, why } => format!("「{place}」读不出来：{why}。"),
            Self::Unwritable { place, why } => format!("「{place}」写不进去：{why}。"),
            Self::BadName { file, why } => format!("「{file}」不能作文件名：{}。", why.chinese()),
            Self::Link { file } => format!("「{file}」的路径上有链接，没有继续。"),
            Self::NotText { file } => format!("「{file}」不是 UTF-8 文本。"),
            Self::ChangedMeanwhile { file } => {
                format!("「{file}」在您编辑时被别的程序改过，没有覆盖。")
            }
            Self::NothingChanged => "内容没有变化，没有新版本可保存。".to_owned(),
            Self::NoName => "没有写明是谁改的。".to_owned(),
            Self::NoMessage => "没有写明改了什么。".to_owned(),
            Self::MovedOn => "保存时另一个 git 程序一直在改动历史。".to_owned(),
            Self::FilePending { file, why } => {
                format!("已经存进历史，但文件「{file}」还没能换成新内容：{why}。")
            }
            Self::UnknownVersion { id } => format!("历史里没有版本 {id}。"),
            Self::ChangedLater { file } => format!("「{file}」后来又改过，不能直接撤销。"),
            Self::CannotUndo { message } => {
                format!("「{message}」是第一个版本或一次合并，不能撤销。")
            }
            Self::Sync(fault) => fault.what(Language::Chinese),
            Self::Git { why } => format!("git 没有完成操作：{why}。"),
        }
    }

    fn what_in_english(&self) -> String {
        match self {
            Self::NotEmpty { folder } => format!("The folder {folder} already holds files."),
            Self::NotAWorkspace { folder } => {
                format!("{folder} is not a workspace (it has no git repository).")
            }
            Self::Unfinished { folder } => {
                format!("Making the workspace {folder} was interrupted.")
            }
            Self::Bare { folder } => {
                format!("{folder} is a repository for syncing only; it has no files to edit.")
            }
            Self::NotOwned { folder } => {
                format!("{folder} belongs to another account of this computer; git refuses it.")
            }
            Self::Detached { folder } => {
                format!("The workspace {folder} stands on an old version, on no branch.")
            }
            Self::InProgress { what } => {
                format!("Another git program has not finished what it began ({what}).")
            }
            Self::Damaged { why } => format!("The workspace's git repository is damaged: {why}."),
            Self::Locked { file } => format!(
                "Another git program holds the workspace, or ended badly and left {file} behind."
            ),
            Self::InUse { folder } => {
                format!("Another Yingda window is using the workspace {folder}.")
            }
            Self::DiskFull { place } => format!("The disk is full; {place} can't be written."),
            Self::ReadOnly { place } => format!("{place} may not be written."),
            Self::Unreadable { place, why } => format!("{place} can't be read: {why}."),
            Self::Unwritable { place, why } => format!("{place} can't be written: {why}."),
            Self::BadName { file, why } => {
                format!("“{file}” can't be the name of a file: {}.", why.english())
            }
            Self::Link { file } => {
                format!("A link lies on the way to {file}; it was not followed.")
            }
            Self::NotText { file } => format!("{file} is not UTF-8 text."),
            Self::ChangedMeanwhile { file } => {
                format!(
                    "Another program changed {file} while you edited it; nothing was overwritten."
                )
            }
            Self::NothingChanged => "Nothing has changed; there is no new version.".to_owned(),
            Self::NoName => "It is not said who made the change.".to_owned(),
            Self::NoMessage => "It is not said what was changed.".to_owned(),
            Self::MovedOn => "Another git program kept changing the history meanwhile.".to_owned(),
            Self::FilePending { file, why } => {
                format!("It is in the history, but {file} could not be put in its place: {why}.")
            }
            Self::UnknownVersion { id } => format!("The history has no version {id}."),
            Self::ChangedLater { file } => {
                format!("{file} was changed again later, so this can't simply be undone.")
            }
            Self::CannotUndo { message } => {
                format!("“{message}” is the first version or a merge and can't be undone.")
            }
            Self::Sync(fault) => fault.what(Language::English),
            Self::Git { why } => format!("Git did not finish: {why}."),
        }
    }

    fn remedy_in_chinese(&self) -> String {
        match self {
            Self::NotEmpty { .. } => "请选一个新的或空的文件夹。",
            Self::NotAWorkspace { .. } => "请选工作区所在的文件夹，或者新建一个工作区。",
            Self::Unfinished { .. } => "请在同一个文件夹再新建一次，会接着做完。",
            Self::Bare { .. } => "请在「同步」里选它，编辑请打开您自己的工作区。",
            Self::NotOwned { folder } => {
                return format!(
                    "请用建立它的账户登录；确认可信时，运行 git config --global --add safe.directory \"{folder}\"。"
                );
            }
            Self::Detached { .. } => "请用原来的 git 程序回到分支（git switch 分支名），再打开。",
            Self::InProgress { .. } => "请在那个程序里做完或放弃，再打开。",
            Self::Damaged { .. } => "文件夹里的文件没有动。请先备份整个文件夹，再从同步文件夹或同事处重新取一份。",
            Self::Locked { .. } => "请关闭其他 git 程序再试；确认没有程序在用时，删除这个文件。",
            Self::InUse { .. } => "请等它做完，或关闭那个窗口，再试一次。",
            Self::DiskFull { .. } => "什么都没有丢。请腾出空间，再保存一次。",
            Self::ReadOnly { .. } => "请检查文件夹的权限、是否只读或被写保护，再试一次。",
            Self::Unreadable { .. } => "请检查文件是否存在、权限，以及是否被其他程序占用。",
            Self::Unwritable { .. } => "请检查权限、磁盘，以及是否被其他程序占用，再试一次。",
            Self::BadName { .. } => "请换一个名字，只用文字、数字、短横线和 / 。",
            Self::Link { .. } => "请把文件真正复制到工作区里，再删掉链接。",
            Self::NotText { .. } => "请用原来的程序打开，另存为 UTF-8 文本。",
            Self::ChangedMeanwhile { .. } => "请看一眼新的内容，合并后再保存；您写的还在。",
            Self::NothingChanged => "改过之后再保存。",
            Self::NoName => "请先选择或填写您的名字。",
            Self::NoMessage => "请用一句话写明改了什么。",
            Self::MovedOn => "请等那个程序做完，再保存一次。",
            Self::FilePending { .. } => "请关闭占用它的程序；下次打开工作区时会自动补上。",
            Self::UnknownVersion { .. } => "请刷新历史，再选一次。",
            Self::ChangedLater { .. } => "请打开历史，把需要的文字恢复到现在的版本里。",
            Self::CannotUndo { .. } => "请打开历史，逐个文件恢复需要的文字。",
            Self::Sync(fault) => fault.remedy(Language::Chinese),
            Self::Git { .. } => "请再试一次；仍然不行，请把这句话告诉管理员。",
        }
        .to_owned()
    }

    fn remedy_in_english(&self) -> String {
        match self {
            Self::NotEmpty { .. } => "Choose a new or empty folder.",
            Self::NotAWorkspace { .. } => "Choose the folder of a workspace, or make a new one.",
            Self::Unfinished { .. } => "Make it again in the same folder; it goes on from there.",
            Self::Bare { .. } => "Choose it for syncing, and open your own workspace to edit.",
            Self::NotOwned { folder } => {
                return format!(
                    "Log in as who made it; if you trust it, run: git config --global --add safe.directory \"{folder}\"."
                );
            }
            Self::Detached { .. } => "Go back to a branch in that program (git switch NAME), then open it.",
            Self::InProgress { .. } => "Finish it or give it up in that program, then open it.",
            Self::Damaged { .. } => {
                "The files in the folder are untouched. Copy the whole folder, then get a fresh one from the sync folder or a colleague."
            }
            Self::Locked { .. } => {
                "Close other git programs and try again; if surely none is running, delete that file."
            }
            Self::InUse { .. } => "Wait until it is done or close that window, then try again.",
            Self::DiskFull { .. } => "Nothing is lost. Free some space, then save again.",
            Self::ReadOnly { .. } => "Check the folder's permissions and write protection, then try again.",
            Self::Unreadable { .. } => {
                "Check that the file is there, its permissions, and whether another program holds it."
            }
            Self::Unwritable { .. } => {
                "Check permissions, the disk, and whether another program holds it, then try again."
            }
            Self::BadName { .. } => "Choose another name, of letters, digits, hyphens and slashes.",
            Self::Link { .. } => "Copy the file itself into the workspace and delete the link.",
            Self::NotText { .. } => "Open it in the program it came from and save it as UTF-8 text.",
            Self::ChangedMeanwhile { .. } => {
                "Look at the new text, bring both together, then save; what you wrote is still there."
            }
            Self::NothingChanged => "Save when something has changed.",
            Self::NoName => "Choose or enter your name first.",
            Self::NoMessage => "Say in one sentence what was changed.",
            Self::MovedOn => "Wait until that program is done, then save again.",
            Self::FilePending { .. } => {
                "Close the program that holds it; the next opening of the workspace puts it in place."
            }
            Self::UnknownVersion { .. } => "Refresh the history and choose again.",
            Self::ChangedLater { .. } => "Open the history and restore the wording you need.",
            Self::CannotUndo { .. } => "Open the history and restore the files you need one by one.",
            Self::Sync(fault) => fault.remedy(Language::English),
            Self::Git { .. } => "Try again; if it stays, tell your administrator this sentence.",
        }
        .to_owned()
    }
}

impl NameFault {
    const fn chinese(self) -> &'static str {
        match self {
            Self::Empty => "名字是空的",
            Self::LeadsOut => "含有 .. 或 .",
            Self::NotRelative => "须是工作区里的相对路径，不能有反斜杠或冒号",
            Self::Reserved => "这个名字由 git 或 Windows 保留",
            Self::OddCharacter => "含有某些系统不接受的字符",
            Self::TooLong => "太长",
        }
    }

    const fn english(self) -> &'static str {
        match self {
            Self::Empty => "a part of it is empty",
            Self::LeadsOut => "it holds .. or .",
            Self::NotRelative => "it must be relative to the workspace, without backslash or colon",
            Self::Reserved => "git or Windows keeps this name for itself",
            Self::OddCharacter => "it holds a character that some system can't hold",
            Self::TooLong => "it is too long",
        }
    }
}
