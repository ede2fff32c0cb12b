//! What can be wrong, by area. Each fault carries fields; the sentences about it are made here, in both languages.
//!
//! [`Fault::code`] is stable: programs act on it, sentences may change.

mod body;
mod file;
mod library;
mod shape;
mod table;
#[cfg(test)]
mod tests;
mod value;

pub use body::{BodyFault, Part};
pub use file::FileFault;
pub use library::LibraryFault;
pub use shape::{Expected, ShapeFault};
pub use table::TableFault;
pub use value::ValueFault;

use crate::problem::{Language, Severity};

/// What is wrong.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum Fault {
    /// With a file or folder as such.
    File(FileFault),
    /// With the shape of front matter: its YAML, its keys, the types of its values.
    Shape(ShapeFault),
    /// With a value in front matter.
    Value(ValueFault),
    /// With the text below front matter.
    Body(BodyFault),
    /// Between an entry and the rest of the library, or its approvals.
    Library(LibraryFault),
    /// With a line of a vocabulary or judged file.
    Table(TableFault),
}

impl Fault {
    /// A stable name in kebab-case.
    #[must_use]
    pub fn code(&self) -> &'static str {
        match self {
            Self::File(fault) => fault.code(),
            Self::Shape(fault) => fault.code(),
            Self::Value(fault) => fault.code(),
            Self::Body(fault) => fault.code(),
            Self::Library(fault) => fault.code(),
            Self::Table(fault) => fault.code(),
        }
    }

    /// How bad it is.
    #[must_use]
    pub fn severity(&self) -> Severity {
        match self {
            Self::File(_) | Self::Shape(_) => Severity::Error,
            Self::Value(fault) => fault.severity(),
            Self::Body(fault) => fault.severity(),
            Self::Library(fault) => fault.severity(),
            Self::Table(fault) => fault.severity(),
        }
    }

    /// One sentence: what is wrong.
    #[must_use]
    pub fn what(&self, language: Language) -> String {
        match self {
            Self::File(fault) => fault.what(language),
            Self::Shape(fault) => fault.what(language),
            Self::Value(fault) => fault.what(language),
            Self::Body(fault) => fault.what(language),
            Self::Library(fault) => fault.what(language),
            Self::Table(fault) => fault.what(language),
        }
    }

    /// One sentence: what to do about it.
    #[must_use]
    pub fn remedy(&self, language: Language) -> String {
        match self {
            Self::File(fault) => fault.remedy(language).to_owned(),
            Self::Shape(fault) => fault.remedy(language),
            Self::Value(fault) => fault.remedy(language),
            Self::Body(fault) => fault.remedy(language),
            Self::Library(fault) => fault.remedy(language),
            Self::Table(fault) => fault.remedy(language),
        }
    }
}

macro_rules! from_area {
    ($($area:ident => $fault:ident),*) => {
        $(impl From<$fault> for Fault {
            fn from(fault: $fault) -> Self {
                Self::$area(fault)
            }
        })*
    };
}

from_area!(File => FileFault, Shape => ShapeFault, Value => ValueFault, Body => BodyFault,
    Library => LibraryFault, Table => TableFault);
