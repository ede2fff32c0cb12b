//! How wide the layers of a network are.

use crate::matrix::LANES;

/// How many branches there are.
pub(crate) const BRANCHES: usize = 3;
/// No model has wider layers.
const WIDEST: usize = 4096;

/// The neighbours a branch looks at.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Window {
    /// Pieces in the window, this one included.
    pub(crate) width: usize,
    /// How many of them come before it.
    pub(crate) before: usize,
}

/// The widths of all layers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Shape {
    /// Numbers for each piece.
    pub(crate) piece: usize,
    /// Numbers each branch finds for each piece.
    pub(crate) branch: usize,
    /// Numbers between the dense layers.
    pub(crate) hidden: usize,
    /// Numbers of the result.
    pub(crate) output: usize,
    /// One for each branch.
    pub(crate) windows: [Window; BRANCHES],
}

impl Shape {
    /// Whether a network of this shape can be built and held.
    pub(crate) fn is_sound(&self) -> bool {
        let widths = [self.piece, self.branch, self.hidden, self.output];
        let windows = self.windows.iter();
        widths
            .iter()
            .all(|width| (1..=WIDEST).contains(width) && width.is_multiple_of(LANES))
            && windows
                .into_iter()
                .all(|window| window.before < window.width && window.width <= 8)
    }

    /// Rows and columns of each matrix, in the file's order.
    pub(crate) fn matrices(&self) -> Vec<(usize, usize)> {
        let Self {
            piece,
            branch,
            hidden,
            output,
            windows,
        } = *self;
        let over_window = windows.map(|window| (window.width * branch, branch));
        let mut sizes = vec![(piece, branch); BRANCHES];
        sizes.extend(over_window);
        sizes.extend(over_window);
        sizes.push((self.features(), output));
        sizes.extend([(output, hidden), (hidden, hidden), (output, hidden)]);
        sizes.extend([(hidden, output), (hidden, output), (output, output)]);
        sizes
    }

    /// Length of each vector, in the file's order.
    pub(crate) fn vectors(&self) -> Vec<usize> {
        let mut lengths = vec![self.branch; 5 * BRANCHES];
        lengths.extend([self.features(), self.features(), self.output]);
        lengths
    }

    /// Numbers for each piece before they are summed: its own and what each branch found.
    pub(crate) fn features(&self) -> usize {
        self.piece + BRANCHES * self.branch
    }
}
