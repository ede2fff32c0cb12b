//! Where in its line a problem stands.

use yingda_content::Fault;
use yingda_content::fault::{BodyFault, FileFault, LibraryFault, ShapeFault, ValueFault};

/// The columns (UTF-16 code units) of `needle` in `line`; `None` when it is not there.
pub(super) fn columns(line: &str, needle: &str) -> Option<(u32, u32)> {
    if needle.is_empty() {
        return None;
    }
    let at = line.find(needle)?;
    let before = line.get(..at)?;
    let from = units(before);
    Some((from, from + units(needle)))
}

/// The columns of a line's text, without the blanks around it.
pub(super) fn whole(line: &str) -> (u32, u32) {
    let indent = line.len() - line.trim_start().len();
    let from = units(line.get(..indent).unwrap_or_default());
    (from, from + units(line.trim()))
}

fn units(text: &str) -> u32 {
    u32::try_from(text.encode_utf16().count()).unwrap_or(u32::MAX)
}

/// What of the line a fault is about; `None` for all of it.
pub(super) fn named(fault: &Fault) -> Option<String> {
    match fault {
        Fault::Shape(fault) => in_shape(fault),
        Fault::Value(fault) => in_value(fault),
        Fault::Body(fault) => in_body(fault),
        Fault::Library(LibraryFault::Dangling { id, .. } | LibraryFault::IdTwice { id, .. }) => {
            Some(id.clone())
        }
        Fault::Library(
            LibraryFault::ApprovalUnbound { role } | LibraryFault::ApprovalStale { role },
        ) => Some(role.clone()),
        Fault::File(FileFault::Unreadable { .. }) => None,
        _ => None,
    }
}

fn in_shape(fault: &ShapeFault) -> Option<String> {
    match fault {
        ShapeFault::KeyUnknown { key, .. }
        | ShapeFault::KeyTwice { key, .. }
        | ShapeFault::WrongType { key, .. } => key.rsplit('.').next().map(str::to_owned),
        _ => None,
    }
}

fn in_value(fault: &ValueFault) -> Option<String> {
    match fault {
        ValueFault::IdBad { text, .. }
        | ValueFault::DateBad { text, .. }
        | ValueFault::PinOutOfRange { text } => Some(text.clone()),
        ValueFault::WordUnknown { word, .. } => Some(word.clone()),
        ValueFault::ChoiceWithoutOptions { field } | ValueFault::OptionsUnused { field } => {
            Some(field.clone())
        }
        _ => None,
    }
}

fn in_body(fault: &BodyFault) -> Option<String> {
    match fault {
        BodyFault::ExternalLink { address } => Some(address.clone()),
        BodyFault::LinkIdBad { text } => Some(format!("[[{text}]]")),
        BodyFault::PartMisspelt { heading, .. } | BodyFault::StepIdBad { heading } => {
            Some(heading.clone())
        }
        BodyFault::StepTwice { id } | BodyFault::StepUnknown { id } => Some(id.clone()),
        BodyFault::FieldUnused { field } => Some(field.clone()),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_count_as_an_editor_on_a_page_counts() {
        assert_eq!(columns("标题: 银行卡", "银行"), Some((4, 6)));
        assert_eq!(columns("😀卡", "卡"), Some((2, 3)));
        assert_eq!(columns("标题", "没有"), None);
        assert_eq!(columns("标题", ""), None);
    }

    #[test]
    fn a_whole_line_leaves_its_indent_out() {
        assert_eq!(whole("  - 甲 "), (2, 5));
        assert_eq!(whole(""), (0, 0));
    }
}
