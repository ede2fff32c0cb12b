//! Reading and writing numbers, lengths and runs of bytes, little end first.

use crate::fault::ModelError;

/// What is still to be read. Nothing is taken beyond the end, and nothing is reserved before it is known to be there.
pub(crate) struct Reader<'a> {
    rest: &'a [u8],
    part: &'static str,
}

impl<'a> Reader<'a> {
    /// Reads `bytes` from their start.
    pub(crate) fn new(bytes: &'a [u8]) -> Self {
        Self {
            rest: bytes,
            part: "the start",
        }
    }

    /// Names what is read next, for the error.
    pub(crate) fn part(&mut self, name: &'static str) {
        self.part = name;
    }

    /// The error for the part being read.
    pub(crate) fn fault(&self) -> ModelError {
        ModelError::Inconsistent { part: self.part }
    }

    /// The next `count` bytes.
    pub(crate) fn take(&mut self, count: usize) -> Result<&'a [u8], ModelError> {
        let (taken, rest) = self
            .rest
            .split_at_checked(count)
            .ok_or_else(|| self.fault())?;
        self.rest = rest;
        Ok(taken)
    }

    fn array<const N: usize>(&mut self) -> Result<[u8; N], ModelError> {
        let (taken, rest) = self.rest.split_first_chunk().ok_or_else(|| self.fault())?;
        self.rest = rest;
        Ok(*taken)
    }

    /// One byte.
    pub(crate) fn byte(&mut self) -> Result<u8, ModelError> {
        self.array().map(|[byte]| byte)
    }

    /// A count.
    pub(crate) fn count(&mut self) -> Result<usize, ModelError> {
        let count = u32::from_le_bytes(self.array()?);
        usize::try_from(count).map_err(|_| self.fault())
    }

    /// A finite number.
    pub(crate) fn number(&mut self) -> Result<f32, ModelError> {
        let number = f32::from_le_bytes(self.array()?);
        number
            .is_finite()
            .then_some(number)
            .ok_or_else(|| self.fault())
    }

    /// `count` finite numbers.
    pub(crate) fn numbers(&mut self, count: usize) -> Result<Vec<f32>, ModelError> {
        let length = count.checked_mul(4).ok_or_else(|| self.fault())?;
        let (cells, _) = self.take(length)?.as_chunks::<4>();
        let numbers = cells.iter().map(|cell| f32::from_le_bytes(*cell));
        let numbers = numbers.collect::<Vec<_>>();
        numbers
            .iter()
            .all(|number| number.is_finite())
            .then_some(numbers)
            .ok_or_else(|| self.fault())
    }

    /// Text of at most 255 bytes.
    pub(crate) fn text(&mut self) -> Result<&'a str, ModelError> {
        let length = self.byte()?;
        let bytes = self.take(length.into())?;
        std::str::from_utf8(bytes).map_err(|_| self.fault())
    }

    /// Nothing may be left.
    pub(crate) fn end(&self) -> Result<(), ModelError> {
        self.rest
            .is_empty()
            .then_some(())
            .ok_or_else(|| self.fault())
    }
}

/// The counterpart of [`Reader`].
#[derive(Default)]
pub(crate) struct Writer(Vec<u8>);

impl Writer {
    /// Bytes as they are.
    pub(crate) fn bytes(&mut self, bytes: &[u8]) {
        self.0.extend_from_slice(bytes);
    }

    /// A small count; one that is too large is written as the largest.
    pub(crate) fn byte(&mut self, count: usize) {
        self.bytes(&[u8::try_from(count).unwrap_or(u8::MAX)]);
    }

    /// A count; one that is too large is written as the largest, which no reader accepts.
    pub(crate) fn count(&mut self, count: usize) {
        let count = u32::try_from(count).unwrap_or(u32::MAX);
        self.bytes(&count.to_le_bytes());
    }

    /// A number.
    pub(crate) fn number(&mut self, number: f32) {
        self.bytes(&number.to_le_bytes());
    }

    /// Text; one of more than 255 bytes is left out.
    pub(crate) fn text(&mut self, text: &str) {
        let text = if text.len() > 255 { "" } else { text };
        self.byte(text.len());
        self.bytes(text.as_bytes());
    }

    /// All that was written.
    pub(crate) fn into_bytes(self) -> Vec<u8> {
        self.0
    }
}
