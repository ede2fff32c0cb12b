//! Figures of many measurements.

/// Measurements in milliseconds.
#[derive(Default)]
pub(crate) struct Figures(Vec<f64>);

impl Figures {
    pub(crate) fn add_ms(&mut self, ms: f64) {
        self.0.push(ms);
    }

    /// The value that a share of all measurements does not exceed.
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        clippy::cast_precision_loss,
        reason = "a position in a list"
    )]
    pub(crate) fn at(&self, share: f64) -> f64 {
        let mut sorted = self.0.clone();
        sorted.sort_by(f64::total_cmp);
        let last = sorted.len().saturating_sub(1);
        let position = (last as f64 * share).round() as usize;
        sorted.get(position).copied().unwrap_or(f64::NAN)
    }

    pub(crate) fn line(&self) -> String {
        let (p50, p95, p99) = (self.at(0.5), self.at(0.95), self.at(0.99));
        format!(
            "p50 {p50:.1} ms   p95 {p95:.1} ms   p99 {p99:.1} ms   ({} measured)",
            self.0.len()
        )
    }
}
