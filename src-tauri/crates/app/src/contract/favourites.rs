use super::{Call, Hit};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// An entry that a person keeps at hand.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub struct FavouriteView {
    /// The entry as a line.
    pub hit: Hit,
    /// Its key, 1 to 8.
    pub slot: Option<u8>,
}

/// An entry to be kept at hand.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub struct FavouriteMark {
    /// The entry.
    pub id: String,
    /// Its key, 1 to 8.
    pub slot: Option<u8>,
}

/// A person's note on an entry. No part of its wording.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub struct EntryNoteView {
    /// The note.
    pub text: String,
    /// When it was written, `YYYY-MM-DD` in Beijing.
    pub on: String,
}

/// A note to be kept; an empty one goes.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub struct EntryNoteRequest {
    /// The entry.
    pub id: String,
    /// The note, at most 1,000 characters. A customer's numbers in it are hidden.
    pub text: String,
}

/// The commands around what a person marks and notes for themselves.
#[derive(Debug, TS)]
#[ts(export)]
pub struct FavouritesCommands {
    /// Who sits here keeps these at hand.
    pub favourites: Call<(), Vec<FavouriteView>>,
    /// Replaces the list; answers with it as it is kept. Entries that the library does not have now stay behind.
    pub keep_favourites: Call<Vec<FavouriteMark>, Vec<FavouriteView>>,
    /// The note on the entry with this id.
    pub entry_note: Call<String, Option<EntryNoteView>>,
    /// Keeps a note; answers with it as it is kept.
    pub keep_entry_note: Call<EntryNoteRequest, Option<EntryNoteView>>,
}
