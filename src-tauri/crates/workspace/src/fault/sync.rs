//! What can go wrong between a workspace and its colleagues.

use yingda_content::problem::Language;

/// Why a workspace could not be brought together with others.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum SyncFault {
    /// The folder can't be reached.
    Missing {
        /// The folder.
        place: String,
    },
    /// The folder holds something else.
    NotASyncFolder {
        /// The folder.
        place: String,
    },
    /// The repository in the folder can't be read.
    Damaged {
        /// The folder.
        place: String,
        /// Git's own words.
        why: String,
    },
    /// Colleagues kept sending while this was sent.
    MovedOn {
        /// The folder or address.
        place: String,
    },
    /// Files were changed by other programs; they come first.
    OutsideFirst {
        /// The first such file.
        file: String,
    },
    /// Conflicts of the last sync wait for a decision.
    Pending {
        /// How many.
        conflicts: usize,
    },
    /// No conflicts wait for a decision.
    NothingPending,
    /// A conflict has no decision yet.
    Undecided {
        /// Its file.
        file: String,
    },
    /// This is no address of a git server.
    BadAddress {
        /// The address.
        address: String,
    },
    /// The system's git program can't be started.
    NoGit {
        /// The system's own words.
        why: String,
    },
    /// The server can't be reached.
    Unreachable {
        /// What git said.
        why: String,
    },
    /// The server's certificate is none that this computer trusts.
    Untrusted {
        /// What git said.
        why: String,
    },
    /// The server does not know this name and password, or key.
    LoginRefused {
        /// What git said.
        why: String,
    },
    /// The server has no such repository.
    NoRepository {
        /// What git said.
        why: String,
    },
    /// The server, or git on the way to it, refused.
    Refused {
        /// The last thing that git said.
        why: String,
    },
}

impl SyncFault {
    /// A stable name in kebab-case.
    #[must_use]
    pub const fn code(&self) -> &'static str {
        match self {
            Self::Missing { .. } => "sync-folder-missing",
            Self::NotASyncFolder { .. } => "not-a-sync-folder",
            Self::Damaged { .. } => "sync-folder-damaged",
            Self::MovedOn { .. } => "sync-moved-on",
            Self::OutsideFirst { .. } => "outside-changes-first",
            Self::Pending { .. } => "conflicts-pending",
            Self::NothingPending => "no-conflicts",
            Self::Undecided { .. } => "conflict-undecided",
            Self::BadAddress { .. } => "bad-address",
            Self::NoGit { .. } => "no-git",
            Self::Unreachable { .. } => "server-unreachable",
            Self::Untrusted { .. } => "server-untrusted",
            Self::LoginRefused { .. } => "login-refused",
            Self::NoRepository { .. } => "no-repository",
            Self::Refused { .. } => "server-refused",
        }
    }

    pub(super) fn what(&self, language: Language) -> String {
        match language {
            Language::Chinese => match self {
                Self::Missing { place } => format!("找不到同步文件夹「{place}」。"),
                Self::NotASyncFolder { place } => {
                    format!("「{place}」里有别的文件，不是同步文件夹。")
                }
                Self::Damaged { place, why } => format!("同步文件夹「{place}」有损坏：{why}。"),
                Self::MovedOn { place } => format!("同事一直在向「{place}」提交，没能发送。"),
                Self::OutsideFirst { file } => {
                    format!("「{file}」被别的程序改过，还没有收下或放弃。")
                }
                Self::Pending { conflicts } => format!("上次同步还有 {conflicts} 处冲突没有处理。"),
                Self::NothingPending => "没有等待处理的冲突。".to_owned(),
                Self::Undecided { file } => format!("「{file}」的冲突还没有处理。"),
                Self::BadAddress { address } => format!("「{address}」不是 git 服务器的地址。"),
                Self::NoGit { why } => format!("启动不了系统里的 git 程序：{why}。"),
                Self::Unreachable { why } => format!("连不上 git 服务器（{why}）。"),
                Self::Untrusted { why } => format!("本机不信任 git 服务器的证书（{why}）。"),
                Self::LoginRefused { why } => {
                    format!("git 服务器不认这个用户名、密码或密钥（{why}）。")
                }
                Self::NoRepository { why } => format!("git 服务器上没有这个仓库（{why}）。"),
                Self::Refused { why } => format!("git 服务器没有接受：{why}。"),
            },
            Language::English => match self {
                Self::Missing { place } => format!("The sync folder {place} can't be reached."),
                Self::NotASyncFolder { place } => {
                    format!("{place} holds other files; it is not a sync folder.")
                }
                Self::Damaged { place, why } => {
                    format!("The sync folder {place} is damaged: {why}.")
                }
                Self::MovedOn { place } => {
                    format!("Colleagues kept sending to {place}; nothing could be sent.")
                }
                Self::OutsideFirst { file } => {
                    format!(
                        "Another program changed {file}; that is neither kept nor discarded yet."
                    )
                }
                Self::Pending { conflicts } => {
                    format!("{conflicts} conflict(s) of the last sync wait for a decision.")
                }
                Self::NothingPending => "No conflict waits for a decision.".to_owned(),
                Self::Undecided { file } => format!("The conflict in {file} has no decision yet."),
                Self::BadAddress { address } => {
                    format!("“{address}” is no address of a git server.")
                }
                Self::NoGit { why } => format!("The system's git program can't be started: {why}."),
                Self::Unreachable { why } => format!("The git server can't be reached ({why})."),
                Self::Untrusted { why } => format!("The git server is not trusted ({why})."),
                Self::LoginRefused { why } => format!("The git server refused the login ({why})."),
                Self::NoRepository { why } => {
                    format!("The git server has no such repository ({why}).")
                }
                Self::Refused { why } => format!("The git server refused: {why}."),
            },
        }
    }

    pub(super) const fn remedy(&self, language: Language) -> &'static str {
        match language {
            Language::Chinese => match self {
                Self::Missing { .. } => "您的修改都在本机。请检查网络盘或 U 盘是否连接，再试一次。",
                Self::NotASyncFolder { .. } => "请选一个空文件夹，或同事正在用的同步文件夹。",
                Self::Damaged { .. } => {
                    "您的修改都在本机。请新建一个空的同步文件夹，大家各同步一次即可恢复。"
                }
                Self::MovedOn { .. } => "您的修改都在本机。请过一会儿再同步。",
                Self::OutsideFirst { .. } => "请先收下或放弃外部改动，再同步。",
                Self::Pending { .. } => "请先处理冲突，或放弃这次合并。",
                Self::NothingPending => "可以直接同步。",
                Self::Undecided { .. } => "请为每一处选择用我的、用对方的或编辑。",
                Self::BadAddress { .. } => "请填写 ssh:// 或 https:// 开头的地址。",
                Self::NoGit { .. } => "请安装 git，或改用文件夹同步。",
                Self::Unreachable { .. } => "您的修改都在本机。请检查地址和网络，再试一次。",
                Self::Untrusted { .. } => {
                    "您的修改都在本机，没有发出任何内容。请向管理员要证书，在 git 里设置 http.sslCAInfo，再试一次。"
                }
                Self::LoginRefused { .. } => {
                    "您的修改都在本机。请在 git 里存好用户名和密码（或密钥），再试一次。"
                }
                Self::NoRepository { .. } => {
                    "您的修改都在本机。请检查地址，或请管理员建一个空仓库并给您权限。"
                }
                Self::Refused { .. } => "您的修改都在本机。请检查地址、网络和登录方式，再试一次。",
            },
            Language::English => match self {
                Self::Missing { .. } => {
                    "All your changes are here. Check that the share or stick is connected, then try again."
                }
                Self::NotASyncFolder { .. } => {
                    "Choose an empty folder, or the sync folder your colleagues use."
                }
                Self::Damaged { .. } => {
                    "All your changes are here. Make a new, empty sync folder; once everybody has synced it is whole again."
                }
                Self::MovedOn { .. } => "All your changes are here. Sync again in a while.",
                Self::OutsideFirst { .. } => "Keep or discard the changes from outside first.",
                Self::Pending { .. } => "Decide the conflicts, or give this merge up.",
                Self::NothingPending => "Simply sync.",
                Self::Undecided { .. } => "Choose yours, theirs or edit for each of them.",
                Self::BadAddress { .. } => "Enter an address that begins with ssh:// or https://.",
                Self::NoGit { .. } => "Install git, or sync through a folder.",
                Self::Unreachable { .. } => {
                    "All your changes are here. Check address and network, then try again."
                }
                Self::Untrusted { .. } => {
                    "All your changes are here and nothing was sent. Ask the administrator for the certificate, name it to git as http.sslCAInfo, then try again."
                }
                Self::LoginRefused { .. } => {
                    "All your changes are here. Let git keep the right name and password (or key), then try again."
                }
                Self::NoRepository { .. } => {
                    "All your changes are here. Check the address, or have an empty repository made that you may write to."
                }
                Self::Refused { .. } => {
                    "All your changes are here. Check address, network and how you log in, then try again."
                }
            },
        }
    }
}
