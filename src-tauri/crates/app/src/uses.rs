//! How much each entry is used, and which were opened last.
//!
//! Uses fade: after thirty days one counts half. Only entries, days and weights are known here, never what was typed.

use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, HashMap};
use time::Date;
use yingda_content::EntryId;

/// What a copy counts.
const COPY: f32 = 1.0;
/// What choosing to read an entry counts.
const OPENING: f32 = 0.25;
/// After so many days a use counts half.
const HALF_LIFE: f32 = 30.0;
/// How many of the last opened entries are known.
const RECENT: usize = 12;
/// What faded below this is forgotten: a single copy after half a year.
const FORGOTTEN: f32 = 0.015;
/// From this weight on an entry is one of the usual ones: a copy within a month, or two openings this week.
const USUAL: f32 = 0.45;

/// What was used, by the ids of entries.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub(crate) struct Uses {
    used: BTreeMap<String, Use>,
    /// The last one first.
    recent: Vec<String>,
}

#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
struct Use {
    /// The day of the last use, as a Julian day.
    day: i32,
    /// What all uses weighed on that day.
    weight: f32,
}

impl Use {
    /// What it weighs on `today`. A clock that was set back fades nothing.
    fn on(self, today: i32) -> f32 {
        let days = today.saturating_sub(self.day).clamp(0, 3650);
        #[expect(clippy::cast_precision_loss, reason = "at most ten years of days")]
        let halvings = days as f32 / HALF_LIFE;
        self.weight * (-halvings).exp2()
    }
}

impl Uses {
    /// Wording of an entry was copied.
    pub(crate) fn copied(&mut self, id: &EntryId, today: Date) {
        self.add(id, COPY, today);
    }

    /// An entry was chosen to be read.
    pub(crate) fn opened(&mut self, id: &EntryId, today: Date) {
        self.add(id, OPENING, today);
    }

    fn add(&mut self, id: &EntryId, weight: f32, today: Date) {
        let today = today.to_julian_day();
        let id = id.as_str();
        let before = self.used.get(id).map_or(0.0, |used| used.on(today));
        let used = Use {
            day: today,
            weight: before + weight,
        };
        self.used.insert(id.to_owned(), used);
        self.recent.retain(|other| other != id);
        self.recent.insert(0, id.to_owned());
        self.recent.truncate(RECENT);
    }

    /// How much each entry is used, the most used one at 1.
    pub(crate) fn shares(&self, today: Date) -> HashMap<EntryId, f32> {
        let weights = self.weights(today);
        let most = weights.first().map_or(1.0, |(_, most)| *most);
        weights
            .into_iter()
            .filter_map(|(id, weight)| Some((EntryId::parse(id)?, weight / most)))
            .collect()
    }

    /// The last opened or copied entries, the last one first.
    pub(crate) fn recent(&self) -> impl Iterator<Item = &str> {
        self.recent.iter().map(String::as_str)
    }

    /// The usual entries, the most used first.
    pub(crate) fn usual(&self, today: Date) -> impl Iterator<Item = &str> {
        let weights = self.weights(today).into_iter();
        weights
            .take_while(|(_, weight)| *weight >= USUAL)
            .map(|(id, _)| id)
    }

    /// Without what has faded away.
    pub(crate) fn faded(mut self, today: Date) -> Self {
        let today = today.to_julian_day();
        self.used.retain(|_, used| used.on(today) >= FORGOTTEN);
        self
    }

    /// What each entry weighs on a day, most first, equals by id.
    fn weights(&self, today: Date) -> Vec<(&str, f32)> {
        let today = today.to_julian_day();
        let weights = self.used.iter().map(|(id, used)| (&**id, used.on(today)));
        // What was written by hand may be no number at all.
        let mut weights: Vec<_> = weights.filter(|(_, weight)| *weight > 0.0).collect();
        weights.sort_by(|a, b| b.1.total_cmp(&a.1));
        weights
    }
}

#[cfg(test)]
mod tests {
    use super::Uses;
    use time::macros::date;
    use yingda_content::EntryId;

    const TODAY: time::Date = date!(2026 - 11 - 22);

    fn id(id: &str) -> EntryId {
        EntryId::parse(id).unwrap()
    }

    fn usual(uses: &Uses, today: time::Date) -> Vec<&str> {
        uses.usual(today).collect()
    }

    #[test]
    fn the_most_used_entry_counts_one_and_the_others_their_share() {
        let mut uses = Uses::default();
        uses.copied(&id("loss"), TODAY);
        uses.opened(&id("limit"), TODAY);
        let shares = uses.shares(TODAY);
        assert_eq!((shares[&id("loss")], shares[&id("limit")]), (1.0, 0.25));
    }

    #[test]
    fn a_use_counts_half_after_thirty_days() {
        let mut uses = Uses::default();
        uses.copied(&id("old"), date!(2026 - 10 - 23));
        uses.copied(&id("new"), TODAY);
        assert_eq!(uses.shares(TODAY)[&id("old")], 0.5);
        uses.copied(&id("old"), TODAY);
        assert_eq!(usual(&uses, TODAY), ["old", "new"]);
    }

    #[test]
    fn one_look_makes_no_entry_a_usual_one() {
        let mut uses = Uses::default();
        uses.opened(&id("limit"), TODAY);
        assert!(usual(&uses, TODAY).is_empty());
        uses.opened(&id("limit"), TODAY);
        assert_eq!(usual(&uses, TODAY), ["limit"]);
    }

    #[test]
    fn the_last_twelve_are_known_each_once_and_the_last_one_first() {
        let mut uses = Uses::default();
        for number in 0..20 {
            uses.opened(&id(&format!("entry-{number}")), TODAY);
        }
        uses.opened(&id("entry-15"), TODAY);
        let recent: Vec<&str> = uses.recent().collect();
        assert_eq!(
            (recent.len(), recent[0], recent[1]),
            (12, "entry-15", "entry-19")
        );
    }

    #[test]
    fn what_was_not_used_for_years_is_forgotten() {
        let mut uses = Uses::default();
        uses.copied(&id("loss"), date!(2022 - 01 - 01));
        uses.copied(&id("limit"), TODAY);
        assert_eq!(uses.faded(TODAY).shares(TODAY).len(), 1);
    }

    #[test]
    fn a_clock_that_was_set_back_changes_no_weight() {
        let mut uses = Uses::default();
        uses.copied(&id("loss"), TODAY);
        assert_eq!(usual(&uses, date!(2020 - 01 - 01)), ["loss"]);
    }
}
