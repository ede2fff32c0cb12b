//! A look at a PDF before its reader has it: is it protected, and what do its streams unpack to? The reader unpacks
//! whatever it is given.

use crate::fault::ExchangeFault;
use crate::format::Format;
use crate::limits::{LARGEST_PACKAGE, LARGEST_PART};
use flate2::read::ZlibDecoder;
use std::io::{self, Read};

/// How far before a stream its filters are named, in bytes.
const HEAD: usize = 512;

/// Looks through the bytes.
///
/// # Errors
/// [`ExchangeFault::Encrypted`] or [`ExchangeFault::UnpacksTooLarge`].
pub(super) fn weigh(bytes: &[u8]) -> Result<(), ExchangeFault> {
    let mut all = 0_u64;
    let mut from = 0;
    while let Some(at) = find(bytes, b"stream", from) {
        from = at + b"stream".len();
        let before = bytes.get(at.saturating_sub(HEAD)..at).unwrap_or_default();
        if before.ends_with(b"end") {
            continue;
        }
        // Of several streams close together, the last head is this one's.
        let head =
            find_last(before, b"obj").map_or(before, |obj| before.get(obj..).unwrap_or_default());
        let deflated = count(head, b"FlateDecode") + count(head, b"/Fl ");
        if deflated + count(head, b"LZWDecode") + count(head, b"RunLengthDecode") > 1 {
            return Err(swollen());
        }
        let data = bytes.get(from..).unwrap_or_default();
        let data = data.strip_prefix(b"\r").unwrap_or(data);
        let data = data.strip_prefix(b"\n").unwrap_or(data);
        let unpacked = unpacked(data);
        all += unpacked;
        if unpacked > LARGEST_PART || all > LARGEST_PACKAGE {
            return Err(swollen());
        }
    }
    if find(bytes, b"/Encrypt", 0).is_some() {
        return Err(ExchangeFault::Encrypted {
            format: Format::Pdf,
        });
    }
    Ok(())
}

fn swollen() -> ExchangeFault {
    ExchangeFault::UnpacksTooLarge {
        part: "PDF".to_owned(),
    }
}

/// What a stream unpacks to, counted up to a little more than it may.
fn unpacked(data: &[u8]) -> u64 {
    // Only what begins like deflated data is; an error in the middle ends it, as it does for the reader.
    if data.first().is_none_or(|first| first & 0x0f != 8) {
        return 0;
    }
    let mut decoder = ZlibDecoder::new(data).take(LARGEST_PART + 1);
    let mut all = 0;
    let mut buffer = [0; 16 * 1024];
    loop {
        match decoder.read(&mut buffer) {
            Ok(0) => return all,
            Ok(read) => all += read as u64,
            Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
            Err(_) => return all,
        }
    }
}

fn find(bytes: &[u8], wanted: &[u8], from: usize) -> Option<usize> {
    let tail = bytes.get(from..)?;
    let found = tail
        .windows(wanted.len())
        .position(|window| window == wanted)?;
    Some(from + found)
}

fn find_last(bytes: &[u8], wanted: &[u8]) -> Option<usize> {
    bytes
        .windows(wanted.len())
        .rposition(|window| window == wanted)
}

fn count(bytes: &[u8], wanted: &[u8]) -> usize {
    bytes
        .windows(wanted.len())
        .filter(|window| *window == wanted)
        .count()
}
