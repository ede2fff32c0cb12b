//! Finding entries: the rows of Chinese search, the care of the index, judged queries.

mod chinese_rows;
mod coverage;
mod index_care;
mod judged;
mod meant_rows;
mod order_rows;
pub(crate) mod shelf;
