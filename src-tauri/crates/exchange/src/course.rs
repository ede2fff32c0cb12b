//! The course of one reading: how far it is, whether it is to stop, how much was taken.

use crate::fault::ExchangeFault;
use crate::limits::MOST_TEXT;
use std::ops::ControlFlow;

/// How far a reading is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Progress {
    /// Paragraphs, rows, pages or slides that were read.
    pub done: usize,
    /// How many there are, where that is known before the end.
    pub total: Option<usize>,
}

/// Told how far a reading is; answers whether to go on.
pub type Watch<'a> = dyn FnMut(Progress) -> ControlFlow<()> + 'a;

/// Counts what was read and asks whether to go on.
pub(crate) struct Course<'a> {
    watch: &'a mut Watch<'a>,
    done: usize,
    total: Option<usize>,
    text: usize,
}

/// A person is told after this many paragraphs or rows.
const STEP: usize = 64;

impl<'a> Course<'a> {
    pub(crate) fn new(watch: &'a mut Watch<'a>) -> Self {
        Self {
            watch,
            done: 0,
            total: None,
            text: 0,
        }
    }

    /// How many there will be.
    pub(crate) const fn expect(&mut self, total: usize) {
        self.total = Some(total);
    }

    /// One more paragraph, row, page or slide, with this much text.
    ///
    /// # Errors
    /// [`ExchangeFault::Cancelled`], or [`ExchangeFault::TooMuchText`].
    pub(crate) fn took(&mut self, bytes: usize) -> Result<(), ExchangeFault> {
        self.done += 1;
        self.text += bytes;
        if self.text > MOST_TEXT {
            return Err(ExchangeFault::TooMuchText);
        }
        if self.done.is_multiple_of(STEP) || self.total.is_some_and(|total| total < STEP * 4) {
            return self.tell();
        }
        Ok(())
    }

    /// Tells how far it is.
    ///
    /// # Errors
    /// [`ExchangeFault::Cancelled`].
    pub(crate) fn tell(&mut self) -> Result<(), ExchangeFault> {
        let progress = Progress {
            done: self.done,
            total: self.total,
        };
        match (self.watch)(progress) {
            ControlFlow::Continue(()) => Ok(()),
            ControlFlow::Break(()) => Err(ExchangeFault::Cancelled),
        }
    }
}
