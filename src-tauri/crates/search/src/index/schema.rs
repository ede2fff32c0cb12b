use crate::texts::{body, headings};
use tantivy::schema::{
    FAST, Field, IndexRecordOption, STRING, Schema, TextFieldIndexing, TextOptions,
};
use tantivy::{SegmentReader, TantivyDocument};
use yingda_content::Entry;

/// Where in an entry a phrase can stand, the weightiest first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) enum Place {
    Title,
    Alias,
    Tag,
    Heading,
    Body,
}

impl Place {
    pub(crate) const ALL: [Self; 5] = [
        Self::Title,
        Self::Alias,
        Self::Tag,
        Self::Heading,
        Self::Body,
    ];

    /// What an entry is called by.
    pub(crate) const NAMES: [Self; 3] = [Self::Title, Self::Alias, Self::Tag];

    const fn name(self) -> &'static str {
        match self {
            Self::Title => "title",
            Self::Alias => "alias",
            Self::Tag => "tag",
            Self::Heading => "heading",
            Self::Body => "body",
        }
    }

    /// What a word in this place counts, from 0 to 100: a title says what an entry is about, a body mentions it.
    pub(crate) const fn worth(self) -> f32 {
        match self {
            Self::Title => 100.0,
            Self::Alias => 90.0,
            Self::Tag => 50.0,
            Self::Heading => 45.0,
            Self::Body => 20.0,
        }
    }
}

/// The name under which the index knows how its texts are cut.
pub(crate) const CUT: &str = "grams";
const ID: &str = "id";
const HASH: &str = "hash";

/// The fields of the index.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Places {
    id: Field,
    hash: Field,
    texts: [Field; 5],
}

impl Places {
    pub(crate) fn new() -> Self {
        Self::lay_out().0
    }

    pub(crate) fn schema(self) -> Schema {
        Self::lay_out().1
    }

    fn lay_out() -> (Self, Schema) {
        let mut schema = Schema::builder();
        let id = schema.add_text_field(ID, STRING | FAST);
        let hash = schema.add_text_field(HASH, STRING | FAST);
        let positions = IndexRecordOption::WithFreqsAndPositions;
        let grams = TextFieldIndexing::default()
            .set_tokenizer(CUT)
            .set_index_option(positions);
        let grams = TextOptions::default().set_indexing_options(grams);
        let texts = Place::ALL.map(|place| schema.add_text_field(place.name(), grams.clone()));
        (Self { id, hash, texts }, schema.build())
    }

    pub(crate) fn field(self, place: Place) -> Field {
        let [title, alias, tag, heading, body] = self.texts;
        match place {
            Place::Title => title,
            Place::Alias => alias,
            Place::Tag => tag,
            Place::Heading => heading,
            Place::Body => body,
        }
    }

    pub(crate) fn id_term(self, id: &str) -> tantivy::Term {
        tantivy::Term::from_field_text(self.id, id)
    }

    pub(crate) fn document(self, entry: &Entry) -> TantivyDocument {
        let mut document = TantivyDocument::new();
        document.add_text(self.id, entry.id.as_str());
        document.add_text(self.hash, entry.content_hash());
        let mut add = |place, text: &str| document.add_text(self.field(place), text);
        add(Place::Title, &entry.title);
        entry
            .aliases
            .iter()
            .for_each(|alias| add(Place::Alias, alias));
        let tags = entry.tags.iter().chain(&entry.product).map(String::as_str);
        let stage = entry.stage.map(yingda_content::Stage::as_str);
        tags.chain(stage).for_each(|tag| add(Place::Tag, tag));
        for heading in headings(entry) {
            add(Place::Heading, &heading);
        }
        body(entry).lines().for_each(|line| add(Place::Body, line));
        document
    }
}

/// Tells the id of every document of a segment, in their order, deleted ones included.
pub(crate) fn each_id(segment: &SegmentReader, tell: impl FnMut(u32, &str)) -> tantivy::Result<()> {
    column(segment, ID, tell)
}

/// The content hashes of a segment's documents, in their order.
pub(crate) fn hashes(segment: &SegmentReader) -> tantivy::Result<Vec<String>> {
    let mut hashes = Vec::new();
    column(segment, HASH, |_, hash| hashes.push(hash.to_owned()))?;
    Ok(hashes)
}

/// Tells the text of a column for every document. The column's words are read in one go: looking each up costs ten
/// times as much.
fn column(
    segment: &SegmentReader,
    name: &str,
    mut tell: impl FnMut(u32, &str),
) -> tantivy::Result<()> {
    let column = segment.fast_fields().str(name)?;
    let mut words: Vec<String> = Vec::new();
    if let Some(column) = &column {
        let mut stream = column.dictionary().stream()?;
        while stream.advance() {
            words.push(String::from_utf8_lossy(stream.key()).into_owned());
        }
    }
    for document in 0..segment.max_doc() {
        let place = column
            .as_ref()
            .and_then(|column| column.term_ords(document).next());
        let word = place.and_then(|place| words.get(usize::try_from(place).ok()?));
        tell(document, word.map_or("", String::as_str));
    }
    Ok(())
}
