//! Keys by the server's numbers.

use super::super::chord::Chord;
use x11rb::connection::Connection;
use x11rb::protocol::xproto::{ConnectionExt as _, ModMask};
use x11rb::rust_connection::RustConnection;

/// The left Ctrl key.
pub(super) const CONTROL: u32 = 0xffe3;
/// F1; the others follow it.
const F1: u32 = 0xffbe;
/// Events of XTEST.
pub(super) const DOWN: u8 = 2;
pub(super) const UP: u8 = 3;

/// The key that gives this symbol, on whatever layer of the keyboard.
pub(super) fn keycode(connection: &RustConnection, symbol: u32) -> Option<u8> {
    let (first, last) = (
        connection.setup().min_keycode,
        connection.setup().max_keycode,
    );
    let asked = connection.get_keyboard_mapping(first, last.saturating_sub(first) + 1);
    let mapping = asked.ok()?.reply().ok()?;
    let each = usize::from(mapping.keysyms_per_keycode).max(1);
    let place = mapping
        .keysyms
        .chunks(each)
        .position(|symbols| symbols.contains(&symbol))?;
    first.checked_add(u8::try_from(place).ok()?)
}

/// The symbol of a chord's key.
pub(super) fn symbol(chord: &Chord) -> Option<u32> {
    if let Some(number) = chord.function() {
        return Some(F1 + u32::from(number) - 1);
    }
    if chord.key == "Space" {
        return Some(u32::from(' '));
    }
    // The symbols of ASCII have its numbers; a letter's key is found under the small one.
    chord
        .key
        .chars()
        .next()
        .map(|sign| u32::from(sign.to_ascii_lowercase()))
}

/// The modifiers of a chord.
pub(super) fn modifiers(chord: &Chord) -> ModMask {
    let each = [
        (chord.ctrl, ModMask::CONTROL),
        (chord.alt, ModMask::M1),
        (chord.shift, ModMask::SHIFT),
        (chord.meta, ModMask::M4),
    ];
    each.into_iter()
        .filter(|(held, _)| *held)
        .fold(ModMask::default(), |all, (_, one)| all | one)
}
