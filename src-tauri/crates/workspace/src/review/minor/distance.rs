//! How many characters two texts differ in, counted no further than a limit.

/// The least number of characters put in, taken out or replaced to get from one text to the other; `None` beyond the
/// limit. Costs the length of the text times the limit.
pub(super) fn within(old: &str, new: &str, limit: usize) -> Option<usize> {
    let (old, new): (Vec<char>, Vec<char>) = (old.chars().collect(), new.chars().collect());
    if old.len().abs_diff(new.len()) > limit {
        return None;
    }
    let far = limit + 1;
    // Row by row, only the cells whose places differ by no more than the limit.
    let mut above: Vec<usize> = (0..=new.len()).map(|column| column.min(far)).collect();
    for (row, was) in (1_usize..).zip(&old) {
        let mut here = vec![far; new.len() + 1];
        let (from, to) = (row.saturating_sub(limit), (row + limit).min(new.len()));
        for column in from..=to {
            let before = column.checked_sub(1);
            let cell = |line: &[usize], at: Option<usize>| {
                at.and_then(|at| line.get(at)).map_or(far, |n| *n)
            };
            let same = before.and_then(|at| new.get(at)) == Some(was);
            let kept = cell(&above, before) + usize::from(!same);
            let least = kept
                .min(cell(&above, Some(column)) + 1)
                .min(cell(&here, before) + 1);
            if let Some(cell) = here.get_mut(column) {
                *cell = least.min(far);
            }
        }
        above = here;
    }
    above.last().copied().filter(|distance| *distance <= limit)
}

#[cfg(test)]
mod tests {
    use super::within;

    #[test]
    fn characters_are_counted_up_to_the_limit() {
        assert_eq!(within("请您放心", "请您放心", 3), Some(0));
        assert_eq!(within("请你放心", "请您放心。", 3), Some(2));
        assert_eq!(within("", "一二三", 3), Some(3));
        assert_eq!(within("甲乙丙丁", "戊己庚辛", 3), None);
        assert_eq!(within("甲乙丙丁", "甲", 2), None);
    }
}
