//! Plain text in the encodings a bank has: UTF-8, UTF-16, GB18030, Big5.

use crate::block::{Block, Gathered};
use crate::course::Course;
use crate::fault::ExchangeFault;
use crate::limits::MOST_TEXT;
use crate::numbered;
use crate::place::Place;
use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use encoding_rs::{BIG5, Encoding, GB18030, GBK, UTF_8};
use std::fs::File;
use std::io::Read;

/// Reads a whole file as text. Bytes that are no character of its encoding become U+FFFD, which cleaning marks.
///
/// # Errors
/// [`ExchangeFault::TooMuchText`] or the system's.
pub(crate) fn whole(mut file: File) -> Result<String, ExchangeFault> {
    let mut bytes = Vec::new();
    file.by_ref()
        .take(MOST_TEXT as u64 + 1)
        .read_to_end(&mut bytes)
        .map_err(|error| ExchangeFault::Unreadable {
            why: error.to_string(),
        })?;
    if bytes.len() > MOST_TEXT {
        return Err(ExchangeFault::TooMuchText);
    }
    Ok(decoded(&bytes))
}

/// Bytes as text, in the encoding they most likely have.
pub(crate) fn decoded(bytes: &[u8]) -> String {
    let (text, _, _) = encoding_of(bytes).decode(bytes);
    text.into_owned()
}

fn encoding_of(bytes: &[u8]) -> &'static Encoding {
    if let Some((encoding, _)) = Encoding::for_bom(bytes) {
        return encoding;
    }
    if std::str::from_utf8(bytes).is_ok() {
        return UTF_8;
    }
    let mut detector = EncodingDetector::new(Iso2022JpDetection::Deny);
    detector.feed(bytes, true);
    let guessed = detector.guess(Some(b"cn"), Utf8Detection::Allow);
    if guessed != GBK && guessed != GB18030 {
        return guessed;
    }
    // The guess leans to the mainland; Big5 read as GB gives characters that no text has.
    let (_, broken) = BIG5.decode_without_bom_handling(bytes);
    let (as_gb, _) = GB18030.decode_without_bom_handling(bytes);
    if !broken && odd_letters(&as_gb) * 50 > as_gb.chars().count() {
        return BIG5;
    }
    // GB18030 holds all of GBK, and more names of people.
    GB18030
}

/// Letters of private use and of other scripts.
fn odd_letters(text: &str) -> usize {
    let odd = |letter: &char| matches!(letter, '\u{e000}'..='\u{f8ff}' | '\u{3040}'..='\u{312f}' | '\u{2500}'..='\u{257f}' | '\u{370}'..='\u{4ff}' | '\u{fffd}');
    text.chars().filter(odd).count()
}

/// Reads a text line by line.
///
/// # Errors
/// [`ExchangeFault::Cancelled`] or [`ExchangeFault::TooMuchText`].
pub(crate) fn read(text: &str, course: &mut Course<'_>) -> Result<Gathered, ExchangeFault> {
    let mut gathered = Gathered {
        lines_are_cut: true,
        ..Gathered::default()
    };
    for (number, line) in text.lines().enumerate() {
        course.took(line.len())?;
        let at = Place::Line(number + 1);
        gathered.push(at, line_block(line));
    }
    Ok(gathered)
}

/// A line as a paragraph, or a line of a list where it has a mark. Headings are found later, by their numbers.
pub(crate) fn line_block(line: &str) -> Block {
    let indent = line.chars().take_while(|letter| letter.is_whitespace());
    // Two Chinese blanks are how a paragraph begins.
    let depth = u8::from(
        indent
            .map(|letter| if letter == '\t' { 4 } else { 1 })
            .sum::<usize>()
            >= 4,
    );
    match numbered::marker(line) {
        Some((numbered, text)) if numbered::heading(line).is_none() => Block::Item {
            depth,
            numbered,
            text: text.to_owned(),
        },
        _ => Block::Text(line.trim().to_owned()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const LONG: &str =
        "客户来电要求挂失银行卡时，先核实身份，再办理临时挂失，并告知三天内到网点办理正式挂失。";

    #[test]
    fn every_encoding_of_a_bank_is_read() {
        assert_eq!(decoded(LONG.as_bytes()), LONG);
        let (gb, _, _) = GB18030.encode(LONG);
        assert_eq!(decoded(&gb), LONG);
        let traditional =
            "客戶來電要求掛失銀行卡時，先核實身分，再辦理臨時掛失，並告知三天內到網點辦理。";
        let (big5, _, lost) = BIG5.encode(traditional);
        assert!(!lost);
        assert_eq!(decoded(&big5), traditional);
        let wide: Vec<u8> = [0xfeff_u16]
            .into_iter()
            .chain(LONG.encode_utf16())
            .flat_map(u16::to_le_bytes)
            .collect();
        assert_eq!(decoded(&wide), LONG);
    }
}
