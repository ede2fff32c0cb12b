use serde::{Deserialize, Serialize};
use ts_rs::TS;
use yingda_content::entry::{Kind, Stage};
use yingda_search::{Rung, Segment, Why};

use super::EntryRef;

/// What the agent typed and how the result is narrowed.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize, TS)]
#[serde(rename_all = "camelCase", default)]
#[ts(export)]
pub struct SearchRequest {
    /// As typed; text that an input method still composes never comes here.
    pub text: String,
    /// Only this kind.
    pub kind: Option<Kind>,
    /// Only scripts of this stage.
    pub stage: Option<Stage>,
    /// Only entries with this tag.
    pub tag: Option<String>,
    /// Only entries of this product.
    pub product: Option<String>,
    /// Leave out what is expired or withdrawn.
    pub current_only: bool,
    /// How many hits to skip.
    pub skip: u32,
    /// How many hits to return; 0 means the usual 50.
    pub limit: u32,
}

/// The answer to a search.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub struct SearchResponse {
    /// The text searched for.
    pub query: String,
    /// Time taken inside the program, in microseconds.
    pub took_us: u64,
    /// Hits in all kinds, narrowed by everything but the kind.
    pub counts: KindCounts,
    /// How many hits are expired or withdrawn, whether they are left out or not.
    pub expired: u32,
    /// Hits after narrowing, of which `hits` is a page.
    pub total: u32,
    /// Words of the query that no shown hit has; empty when nothing was dropped.
    pub relaxed: Vec<String>,
    /// How the query was relaxed, step by step; empty when it matched as typed.
    pub ladder: Vec<Rung>,
    /// Shorter words that would find something, when nothing or little was found.
    pub suggestions: Vec<String>,
    /// Titles and aliases that go on as the text does; the most used first.
    pub completions: Vec<String>,
    /// The text with its misheard or mistyped words set right, when the hits were found by that.
    pub meant: Option<String>,
    /// What the hits can be narrowed by, besides their kind.
    pub facets: FacetCounts,
    /// The page of hits, best first.
    pub hits: Vec<Hit>,
}

/// What hits can be narrowed by, with how many each leaves; most first, stages in their order.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub struct FacetCounts {
    /// Tags.
    pub tags: Vec<NameCount>,
    /// Products.
    pub products: Vec<NameCount>,
    /// Stages of a call.
    pub stages: Vec<StageCount>,
}

/// A tag or product with how many hits it leaves.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub struct NameCount {
    /// The tag or product.
    pub name: String,
    /// The hits it leaves.
    pub count: u32,
}

/// A stage of a call with how many hits it leaves.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub struct StageCount {
    /// The stage.
    pub name: Stage,
    /// The hits it leaves.
    pub count: u32,
}

/// The entries a person is likely to want before anything is typed; one may be in both lists.
#[derive(Debug, Clone, Default, PartialEq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub struct StartView {
    /// Opened or copied last, the last one first; at most 12.
    pub recent: Vec<Hit>,
    /// Used most, the most used first; at most 12.
    pub frequent: Vec<Hit>,
}

/// Hits by kind.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub struct KindCounts {
    /// All kinds together.
    pub all: u32,
    /// 话术.
    pub script: u32,
    /// 常见问答.
    pub faq: u32,
    /// 产品.
    pub product: u32,
    /// 服务指南.
    pub guide: u32,
    /// 合规提示.
    pub compliance: u32,
    /// 流程.
    pub flow: u32,
}

/// One line of the result list.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub struct Hit {
    /// The entry.
    pub id: String,
    /// Its kind.
    pub kind: Kind,
    /// Its title with the matched characters lit.
    pub title: Vec<Segment>,
    /// The matched alias, or the sentence around the best match; lit.
    pub snippet: Vec<Segment>,
    /// Why it matched, strongest reason first; empty only where nothing was searched for.
    pub why: Vec<Why>,
    /// Words of the query it does not hold; empty when it holds all.
    pub missing: Vec<String>,
    /// Whether it may be said now.
    pub standing: StandingView,
    /// What replaces an expired or withdrawn entry.
    pub successor: Option<EntryRef>,
    /// For scripts, the stage.
    pub stage: Option<Stage>,
    /// The ranking score; comparable within one answer only.
    pub score: f32,
}

/// Whether an entry may be said now, as the screen shows it. Dates are `YYYY-MM-DD`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(tag = "state", rename_all = "camelCase")]
#[ts(export)]
pub enum StandingView {
    /// May be said.
    Valid,
    /// May be said; ends within 30 days.
    Ending {
        /// Days left, today included.
        days: u32,
    },
    /// Past its last day.
    Expired {
        /// The last day, if it had one.
        on: Option<String>,
    },
    /// Taken back at once.
    Withdrawn,
    /// Approved from a later day on.
    NotYet {
        /// The first day.
        from: String,
    },
    /// Not approved, or changed after approval.
    Unapproved,
}

impl StandingView {
    /// The stable word of the command line's JSON.
    #[must_use]
    pub const fn word(&self) -> &'static str {
        match self {
            Self::Valid => "valid",
            Self::Ending { .. } => "ending",
            Self::Expired { .. } => "expired",
            Self::Withdrawn => "withdrawn",
            Self::NotYet { .. } => "not_yet",
            Self::Unapproved => "unapproved",
        }
    }
}
