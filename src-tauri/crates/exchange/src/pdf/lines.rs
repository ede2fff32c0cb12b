//! Characters of a page, put together to lines by where they stand.

use pdf_extract::{MediaBox, OutputDev, OutputError, Transform};

/// A line of a page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Line {
    pub(super) text: String,
    /// The size of its largest characters, in tenths of a point.
    pub(super) size: u32,
}

/// Takes the characters of a page in the order they are drawn.
#[derive(Default)]
pub(super) struct Lines {
    done: Vec<Line>,
    text: String,
    size: f64,
    /// Where the last character ended, and its base line.
    end: f64,
    base: f64,
}

impl Lines {
    pub(super) fn finish(mut self) -> Vec<Line> {
        self.end_of_line();
        self.done
    }

    fn end_of_line(&mut self) {
        let text = std::mem::take(&mut self.text);
        if !text.trim().is_empty() {
            self.done.push(Line {
                text,
                size: tenths(self.size),
            });
        }
        self.size = 0.0;
    }
}

fn tenths(points: f64) -> u32 {
    let bounded = (points * 10.0).round().clamp(0.0, 100_000.0);
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "bounded by the line above"
    )]
    let tenths = bounded as u32;
    tenths
}

impl OutputDev for Lines {
    fn begin_page(
        &mut self,
        _: u32,
        _: &MediaBox,
        _: Option<(f64, f64, f64, f64)>,
    ) -> Result<(), OutputError> {
        Ok(())
    }

    fn end_page(&mut self) -> Result<(), OutputError> {
        Ok(())
    }

    fn output_character(
        &mut self,
        at: &Transform,
        width: f64,
        _: f64,
        font_size: f64,
        text: &str,
    ) -> Result<(), OutputError> {
        // The size as it is drawn: the side of a square of the same area.
        let size = font_size * (at.m11 * at.m22 - at.m12 * at.m21).abs().sqrt();
        let (left, base) = (at.m31, at.m32);
        let new_line = (base - self.base).abs() > size * 0.5 || left + size < self.end - size;
        if new_line && !self.text.is_empty() {
            self.end_of_line();
        }
        let narrow = |letter: Option<char>| letter.is_some_and(|letter| letter.is_ascii());
        let gap = left - self.end;
        let word = narrow(self.text.chars().last()) && narrow(text.chars().next());
        if !self.text.is_empty() && (gap > size * 1.5 || (word && gap > size * 0.15)) {
            self.text.push(' ');
        }
        self.text.push_str(text);
        self.size = self.size.max(size);
        self.end = left + width * size;
        self.base = base;
        Ok(())
    }

    fn begin_word(&mut self) -> Result<(), OutputError> {
        Ok(())
    }

    fn end_word(&mut self) -> Result<(), OutputError> {
        Ok(())
    }

    fn end_line(&mut self) -> Result<(), OutputError> {
        Ok(())
    }
}
