//! Searching: from a request to lines of a result list.

use crate::contract::{
    AppError, EntryRef, ErrorCode, FacetCounts, Hit, KindCounts, NameCount, SearchRequest,
    SearchResponse, StageCount,
};
use crate::meaning::Meaning;
use crate::snapshot::Snapshot;
use crate::standing;
use std::time::Instant;
use yingda_content::BeijingTime;
use yingda_content::entry::Entry;
use yingda_content::plain::searchable;
use yingda_search::highlight::sentence;
use yingda_search::query::LONGEST;
use yingda_search::{
    Asking, Facets, Found, Habits, IndexError, Narrowing, Near, Outcome, Points, Segment,
};

/// Hits of a page when the request names no limit.
const PAGE: u32 = 50;

/// Searches a snapshot.
///
/// # Errors
/// With a query beyond 200 characters, or when the index can't be read.
pub fn search(
    snapshot: &Snapshot,
    request: &SearchRequest,
    now: BeijingTime,
) -> Result<SearchResponse, AppError> {
    search_by(snapshot, request, None, now)
}

/// The same with what is meant beside the words, where that is known.
///
/// # Errors
/// As [`search`].
pub fn search_by(
    snapshot: &Snapshot,
    request: &SearchRequest,
    meaning: Option<&Meaning>,
    now: BeijingTime,
) -> Result<SearchResponse, AppError> {
    search_for(snapshot, &Habits::default(), request, meaning, now)
}

/// The same for a person.
///
/// # Errors
/// As [`search`].
pub(crate) fn search_for(
    snapshot: &Snapshot,
    habits: &Habits,
    request: &SearchRequest,
    meaning: Option<&Meaning>,
    now: BeijingTime,
) -> Result<SearchResponse, AppError> {
    let started = Instant::now();
    let near = meaning.map(|meaning| meaning.near(&request.text));
    let outcome = outcome(snapshot, habits, request, near.as_ref(), now)?;
    let hits = outcome
        .found
        .iter()
        .map(|found| hit(found, snapshot, now))
        .collect();
    let [script, faq, product, guide, compliance, flow] = outcome.counts;
    Ok(SearchResponse {
        query: request.text.clone(),
        counts: KindCounts {
            all: outcome.counts.iter().sum(),
            script,
            faq,
            product,
            guide,
            compliance,
            flow,
        },
        expired: outcome.expired,
        total: outcome.total,
        relaxed: outcome.relaxed,
        ladder: outcome.ladder,
        suggestions: outcome.suggestions,
        completions: outcome.completions,
        meant: outcome.meant,
        facets: facets(outcome.facets),
        hits,
        took_us: u64::try_from(started.elapsed().as_micros()).unwrap_or(u64::MAX),
    })
}

/// Why an entry stands where it stands.
#[derive(Debug, Clone, PartialEq)]
pub struct Explained {
    /// The entry.
    pub id: String,
    /// The sum of all points.
    pub score: f32,
    /// What each rule gave; rules that gave nothing are left out.
    pub points: Vec<Points>,
}

/// The same search, with what each ranking rule gave every hit of the page.
///
/// # Errors
/// As [`search`].
pub fn explain(
    snapshot: &Snapshot,
    request: &SearchRequest,
    meaning: Option<&Meaning>,
    now: BeijingTime,
) -> Result<Vec<Explained>, AppError> {
    let near = meaning.map(|meaning| meaning.near(&request.text));
    let outcome = outcome(snapshot, &Habits::default(), request, near.as_ref(), now)?;
    let one = |found: Found| Explained {
        id: found.entry.id.to_string(),
        score: found.score,
        points: found.points,
    };
    Ok(outcome.found.into_iter().map(one).collect())
}

pub(crate) fn outcome(
    snapshot: &Snapshot,
    habits: &Habits,
    request: &SearchRequest,
    near: Option<&Near>,
    now: BeijingTime,
) -> Result<Outcome, AppError> {
    if request.text.chars().count() > LONGEST {
        return Err(AppError::new(ErrorCode::QueryTooLong, LONGEST.to_string()));
    }
    let narrowing = Narrowing {
        kind: request.kind,
        stage: request.stage,
        tag: request.tag.clone(),
        product: request.product.clone(),
        current_only: request.current_only,
    };
    let limit = if request.limit == 0 {
        PAGE
    } else {
        request.limit
    } as usize;
    let first = request.skip as usize;
    let found = snapshot.engine.ask(&Asking {
        typed: &request.text,
        narrowing: &narrowing,
        page: first..first.saturating_add(limit),
        now,
        habits,
        near,
    });
    found.map_err(|error| index_failed(&error))
}

pub(crate) fn hit(found: &Found, snapshot: &Snapshot, now: BeijingTime) -> Hit {
    let entry = &found.entry;
    Hit {
        id: entry.id.to_string(),
        kind: entry.kind,
        title: found.title(),
        snippet: found.snippet(),
        why: found.why.clone(),
        missing: found.missing.clone(),
        standing: standing::view(entry, now),
        successor: successor(entry, snapshot),
        stage: entry.stage,
        score: found.score,
    }
}

/// An entry as a line of a list that nobody searched for.
pub(crate) fn listed(entry: &Entry, snapshot: &Snapshot, now: BeijingTime) -> Hit {
    let plain = |text: &str| Segment {
        text: text.to_owned(),
        hit: false,
    };
    Hit {
        id: entry.id.to_string(),
        kind: entry.kind,
        title: vec![plain(&entry.title)],
        snippet: sentence(&searchable(&entry.card.say), &[]),
        why: Vec::new(),
        missing: Vec::new(),
        standing: standing::view(entry, now),
        successor: successor(entry, snapshot),
        stage: entry.stage,
        score: 0.0,
    }
}

fn facets(facets: Facets) -> FacetCounts {
    let named = |counts: Vec<(String, u32)>| {
        counts
            .into_iter()
            .map(|(name, count)| NameCount { name, count })
            .collect()
    };
    FacetCounts {
        tags: named(facets.tags),
        products: named(facets.products),
        stages: facets
            .stages
            .into_iter()
            .map(|(name, count)| StageCount { name, count })
            .collect(),
    }
}

/// What replaces an entry, when it names something that is there.
pub(crate) fn successor(entry: &Entry, snapshot: &Snapshot) -> Option<EntryRef> {
    let id = entry.superseded_by.as_ref()?;
    snapshot.library.get(id).map(|entry| reference(entry))
}

/// An entry as a name to click on.
pub(crate) fn reference(entry: &Entry) -> EntryRef {
    EntryRef {
        id: entry.id.to_string(),
        kind: entry.kind,
        title: entry.title.clone(),
    }
}

pub(crate) fn index_failed(error: &IndexError) -> AppError {
    AppError::new(ErrorCode::IndexFailed, error.to_string())
}
