//! The ids that a text names in `[[ ]]`, as they are written.

use crate::entry::EntryId;

/// The text with each `[[from]]` and `[[from|words]]` naming another id, everything else left as it is.
#[must_use]
pub fn with_links_to(text: &str, from: &EntryId, to: &EntryId) -> String {
    let mut changed = String::with_capacity(text.len());
    let mut pieces = text.split("[[");
    changed.push_str(pieces.next().unwrap_or_default());
    for piece in pieces {
        changed.push_str("[[");
        let end = piece.find("]]").or_else(|| piece.find('|'));
        let target = end.and_then(|end| piece.get(..end)).unwrap_or_default();
        let target = target.split('|').next().unwrap_or_default();
        match piece.strip_prefix(target) {
            Some(rest) if target.trim() == from.as_str() => {
                changed.push_str(&target.replace(from.as_str(), to.as_str()));
                changed.push_str(rest);
            }
            _ => changed.push_str(piece),
        }
    }
    changed
}

#[cfg(test)]
mod tests {
    use super::with_links_to;
    use crate::entry::EntryId;

    #[test]
    fn only_whole_ids_in_links_are_named_anew() {
        let [from, to] = ["card-loss", "card-lost"].map(|id| EntryId::parse(id).unwrap());
        let text = "见 [[card-loss]]、[[ card-loss |挂失]]、[[card-loss-2020]]，card-loss 不变，[[card-loss 没写完";
        assert_eq!(
            with_links_to(text, &from, &to),
            "见 [[card-lost]]、[[ card-lost |挂失]]、[[card-loss-2020]]，card-loss 不变，[[card-loss 没写完"
        );
        assert_eq!(with_links_to("没有链接", &from, &to), "没有链接");
    }
}
