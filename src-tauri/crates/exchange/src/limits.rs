//! How much of a file is taken. Every limit keeps memory bounded whatever a file says of itself.

/// The largest file that is opened, in bytes.
pub const LARGEST_FILE: u64 = 100 * 1024 * 1024;
/// The most bytes that one part of a package is unpacked to. Smaller in tests, which fill it.
pub const LARGEST_PART: u64 = if cfg!(test) { 4 } else { 128 } * 1024 * 1024;
/// The most bytes that all parts of a package which are read are unpacked to.
pub const LARGEST_PACKAGE: u64 = 512 * 1024 * 1024;
/// The most text taken from one file, in bytes.
pub const MOST_TEXT: usize = 48 * 1024 * 1024;
/// The most rows taken from one sheet.
pub const MOST_ROWS: usize = 100_000;
/// The most columns taken from one sheet.
pub const MOST_COLUMNS: usize = 256;
/// The most pages or slides taken from one file.
pub const MOST_PAGES: usize = 5_000;
/// The longest text of one draft, in bytes; what is longer becomes several. An entry's file may have 1 MiB.
pub const LONGEST_BODY: usize = 192 * 1024;
