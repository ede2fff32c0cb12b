//! What crosses from the formats of documents to those who ask for them.

pub use yingda_content::Language;
pub use yingda_exchange::course::{Progress, Watch};
pub use yingda_exchange::{
    Choices, CleaningKind, Columns, ExchangeFault, ExportAs, Format, Imported, LeftOutKind, Role,
    SheetSketch, read, sheets, specimen,
};
