//! The vocabulary's file: pieces with their scores, in the wire format of protocol buffers.

use crate::pieces::Piece;

/// A field's value.
enum Value<'a> {
    Bytes(&'a [u8]),
    Four([u8; 4]),
    Other,
}

/// All pieces in their order; `None` when the file is in another format.
pub(crate) fn pieces(file: &[u8]) -> Option<Vec<Piece>> {
    let mut pieces = Vec::new();
    let mut rest = file;
    while !rest.is_empty() {
        let (field, value) = next_field(&mut rest)?;
        if let (1, Value::Bytes(message)) = (field, value) {
            pieces.push(piece(message)?);
        }
    }
    Some(pieces)
}

fn piece(mut message: &[u8]) -> Option<Piece> {
    let (mut text, mut score) = (None, 0.0);
    while !message.is_empty() {
        match next_field(&mut message)? {
            (1, Value::Bytes(bytes)) => text = Some(std::str::from_utf8(bytes).ok()?),
            (2, Value::Four(bytes)) => score = f32::from_le_bytes(bytes),
            _ => {}
        }
    }
    Some(Piece {
        text: text?.into(),
        score,
    })
}

fn next_field<'a>(rest: &mut &'a [u8]) -> Option<(u64, Value<'a>)> {
    let tag = number(rest)?;
    let value = match tag & 7 {
        0 => number(rest).map(|_| Value::Other)?,
        1 => take(rest, 8).map(|_| Value::Other)?,
        2 => {
            let length = usize::try_from(number(rest)?).ok()?;
            Value::Bytes(take(rest, length)?)
        }
        5 => Value::Four(take(rest, 4)?.try_into().ok()?),
        _ => return None,
    };
    Some((tag >> 3, value))
}

fn take<'a>(rest: &mut &'a [u8], count: usize) -> Option<&'a [u8]> {
    let (taken, left) = rest.split_at_checked(count)?;
    *rest = left;
    Some(taken)
}

/// Seven bits a byte, the lowest first; the eighth says that more follow.
fn number(rest: &mut &[u8]) -> Option<u64> {
    let mut number = 0;
    for shift in (0..63).step_by(7) {
        let byte = *take(rest, 1)?.first()?;
        number |= u64::from(byte & 0x7f) << shift;
        if byte < 0x80 {
            return Some(number);
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pieces_are_read_with_their_scores_and_the_rest_is_passed_over() {
        let mut file = vec![0x0a, 8, 0x0a, 1, b'a', 0x15];
        file.extend((-1.5_f32).to_le_bytes().iter().take(2));
        assert!(pieces(&file).is_none(), "cut short");
        let message = [
            &[0x0a, 1, b'a', 0x15],
            &(-1.5_f32).to_le_bytes()[..],
            &[0x18, 3],
        ]
        .concat();
        let file = [&[0x0a, 10], &message[..], &[0x12, 2, 9, 9]].concat();
        let read = pieces(&file).unwrap();
        assert_eq!(
            read,
            [Piece {
                text: "a".into(),
                score: -1.5
            }]
        );
    }
}
