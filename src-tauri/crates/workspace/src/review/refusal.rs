//! Why a step is refused, in plain words.

use super::minor::NotMinor;
use super::office::{Office, RuleFault};
use yingda_content::entry::Status;
use yingda_content::problem::Language;
use yingda_content::sheet::SheetFault;

/// Why a person can't take a step with an entry now.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Refusal {
    /// Agents read.
    OnlyReads,
    /// The list of people names approvers, and this person is none of them.
    NoApprover,
    /// They wrote in the entry since its last approved version.
    Wrote,
    /// They did not write in it: to give it back is not to take it back.
    NotTheWriter,
    /// They approved this text already.
    ApprovedAlready,
    /// Their office is not the one they would approve for.
    OtherOffice {
        /// Theirs.
        office: Office,
    },
    /// Their role is of none of the offices that are still to approve.
    NotAsked {
        /// Those that are.
        missing: Vec<Office>,
    },
    /// The entry is not where this step begins.
    State {
        /// Where it is.
        status: Status,
    },
    /// The file can't be read as an entry without errors.
    HasErrors,
    /// Another program changed the file, and nobody has looked at that.
    Outside,
    /// Remarks are open.
    OpenRemarks {
        /// How many.
        open: usize,
    },
    /// It is to be given back without a word.
    NoRemark,
    /// No text of it was ever approved: there is nothing to take from the agents.
    NeverApproved,
    /// The change is not minor.
    NotMinor(NotMinor),
    /// Nobody said that the change is minor, or the text changed since.
    NotMarked,
    /// It was said to be minor already.
    MarkedAlready,
    /// The one who called it minor can't be the second person.
    MarkedByYou,
    /// It was withdrawn or retired in between: a full review is needed.
    TakenBack,
    /// A reason is needed.
    NoReason,
    /// The role of the approver is empty.
    NoRole,
    /// The replacement is not there, is the entry itself, or was withdrawn.
    Successor {
        /// Its id.
        id: String,
    },
    /// The remark is not there (any more).
    NoSuchRemark,
    /// Only the one who made a remark, or somebody who did not write in the entry, settles it.
    NotYoursToSettle,
    /// A line of the rules is wrong.
    Rules(RuleFault),
    /// The file can't be changed by a program.
    Sheet(SheetFault),
}

impl Refusal {
    /// One sentence: why, and what to do.
    #[must_use]
    pub fn what(&self, language: Language) -> String {
        match language {
            Language::Chinese => self.chinese(),
            Language::English => self.english(),
        }
    }

    fn chinese(&self) -> String {
        let fixed = match self {
            Self::OnlyReads => "座席只能查看，不能改动。",
            Self::NoApprover => "名单里您不是审批人，请由审批人审批。",
            Self::Wrote => "上次审批以后您改过这一条，请另一位同事来审。",
            Self::NotTheWriter => "这不是您改的，要退回请写意见。",
            Self::ApprovedAlready => "这段文字您已经审批过了。",
            Self::HasErrors => "条目还有错误，请先改正。",
            Self::Outside => "另一个程序改过这个文件，请先收下或放弃那些改动。",
            Self::NoRemark => "请写下退回的意见。",
            Self::NeverApproved => "这一条从未审批过，没有可以停用的文字。",
            Self::NotMarked => "没有待确认的小改，或文字又改过了。",
            Self::MarkedAlready => "已经标为小改，正等另一位同事确认。",
            Self::MarkedByYou => "小改是您标的，请另一位同事确认。",
            Self::TakenBack => "中间撤回或停用过，不能按小改处理，请送审。",
            Self::NoReason => "请写明原因。",
            Self::NoRole => "请写明审批岗位。",
            Self::NoSuchRemark => "这条意见已经不在了。",
            Self::NotYoursToSettle => "请提意见的人，或没有改过这一条的同事来了结。",
            _ => return self.chinese_with_fields(),
        };
        fixed.to_owned()
    }

    fn chinese_with_fields(&self) -> String {
        match self {
            Self::OtherOffice { office } => {
                format!("名单里您属于{}，请以这个岗位审批。", office.word())
            }
            Self::NotAsked { missing } => {
                format!(
                    "还差{}的审批，请写明是哪个岗位。",
                    named(missing, Language::Chinese)
                )
            }
            Self::State { status } => format!(
                "现在是「{}」，不能这样做。",
                status_name(*status, Language::Chinese)
            ),
            Self::OpenRemarks { open } => format!("还有 {open} 条意见没有了结，请先处理。"),
            Self::NotMinor(why) => {
                format!("{}，不能按小改处理，请送审。", why.what(Language::Chinese))
            }
            Self::Successor { id } => {
                format!("不能用「{id}」替代：没有这一条、就是它自己或已经撤回。")
            }
            Self::Rules(fault) => fault.what(Language::Chinese),
            Self::Sheet(fault) => fault.what(Language::Chinese),
            _ => String::new(),
        }
    }

    fn english(&self) -> String {
        let fixed = match self {
            Self::OnlyReads => "Agents can read but not change.",
            Self::NoApprover => "You are not among the approvers; an approver has to do this.",
            Self::Wrote => {
                "You wrote in this entry since its last approval; a colleague has to approve it."
            }
            Self::NotTheWriter => "You did not write it; to give it back, say why.",
            Self::ApprovedAlready => "You have approved this text already.",
            Self::HasErrors => "The entry has errors; correct them first.",
            Self::Outside => {
                "Another program changed this file; take in or set aside its changes first."
            }
            Self::NoRemark => "Say why it is returned.",
            Self::NeverApproved => "It was never approved, so there is nothing to take back.",
            Self::NotMarked => "No minor change is waiting, or the text has changed again.",
            Self::MarkedAlready => "It is marked minor already and waits for a colleague.",
            Self::MarkedByYou => "You marked it minor; a colleague has to confirm.",
            Self::TakenBack => {
                "It was withdrawn or retired in between; submit it for a full review."
            }
            Self::NoReason => "Say why.",
            Self::NoRole => "Say which office approves.",
            Self::NoSuchRemark => "This remark is gone.",
            Self::NotYoursToSettle => {
                "Whoever made the remark, or a colleague who did not write in the entry, settles it."
            }
            _ => return self.english_with_fields(),
        };
        fixed.to_owned()
    }

    fn english_with_fields(&self) -> String {
        match self {
            Self::OtherOffice { office } => {
                format!(
                    "You belong to {}; approve for that office.",
                    office.name(Language::English)
                )
            }
            Self::NotAsked { missing } => {
                format!(
                    "Still to approve: {}; say which office you approve for.",
                    named(missing, Language::English)
                )
            }
            Self::State { status } => {
                format!(
                    "It is {} now; this step is not possible.",
                    status_name(*status, Language::English)
                )
            }
            Self::OpenRemarks { open } => format!("{open} remarks are open; settle them first."),
            Self::NotMinor(why) => format!(
                "Not minor: {}; submit it for review.",
                why.what(Language::English)
            ),
            Self::Successor { id } => {
                format!(
                    "“{id}” can't replace it: there is no such entry, it is this one, or it was withdrawn."
                )
            }
            Self::Rules(fault) => fault.what(Language::English),
            Self::Sheet(fault) => fault.what(Language::English),
            _ => String::new(),
        }
    }
}

fn named(offices: &[Office], language: Language) -> String {
    let between = match language {
        Language::Chinese => "、",
        Language::English => ", ",
    };
    let names: Vec<&str> = offices.iter().map(|office| office.name(language)).collect();
    names.join(between)
}

/// A status in the words of the screen.
#[must_use]
pub const fn status_name(status: Status, language: Language) -> &'static str {
    match (language, status) {
        (Language::Chinese, Status::Draft) => "草稿",
        (Language::Chinese, Status::InReview) => "待审批",
        (Language::Chinese, Status::Approved) => "已审批",
        (Language::Chinese, Status::Withdrawn) => "已撤回",
        (Language::Chinese, Status::Retired) => "已停用",
        (Language::English, Status::Draft) => "a draft",
        (Language::English, Status::InReview) => "in review",
        (Language::English, Status::Approved) => "approved",
        (Language::English, Status::Withdrawn) => "withdrawn",
        (Language::English, Status::Retired) => "retired",
    }
}
