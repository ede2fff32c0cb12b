//! The outside of a file of ours: what it is, which version, how long, and whether its bytes are still those written.

use sha2::{Digest, Sha256};

use crate::fault::ModelError;

/// Bytes of the checksum.
const CHECKSUM: usize = 32;

/// One kind of file.
pub(crate) struct Container {
    /// What each file begins with.
    pub(crate) mark: [u8; 8],
    /// Changes with the meaning of the bytes inside.
    pub(crate) version: u32,
}

/// The inside of a file, unharmed.
pub(crate) struct Opened<'a> {
    /// What is inside.
    pub(crate) body: &'a [u8],
    /// Its checksum, SHA-256.
    pub(crate) checksum: [u8; CHECKSUM],
}

impl Container {
    /// Finds the inside of a file.
    pub(crate) fn open<'a>(&self, bytes: &'a [u8]) -> Result<Opened<'a>, ModelError> {
        let cut = || ModelError::CutShort {
            expected: self.head(),
            found: length(bytes),
        };
        let Some((mark, rest)) = bytes.split_first_chunk() else {
            return Err(ModelError::NotAModel);
        };
        if *mark != self.mark {
            return Err(ModelError::NotAModel);
        }
        let (version, rest) = rest.split_first_chunk().ok_or_else(cut)?;
        let found = u32::from_le_bytes(*version);
        if found != self.version {
            return Err(ModelError::OtherVersion { found });
        }
        let (expected, rest) = rest.split_first_chunk().ok_or_else(cut)?;
        let (checksum, body) = rest.split_first_chunk().ok_or_else(cut)?;
        let expected = u64::from_le_bytes(*expected);
        if length(body) < expected {
            return Err(ModelError::CutShort {
                expected: expected.saturating_add(self.head()),
                found: length(bytes),
            });
        }
        let is_whole = length(body) == expected && sum(body) == *checksum;
        is_whole
            .then_some(Opened {
                body,
                checksum: *checksum,
            })
            .ok_or(ModelError::Damaged)
    }

    /// A file around `body`.
    pub(crate) fn close(&self, body: &[u8]) -> Vec<u8> {
        let mut bytes = Vec::with_capacity(body.len() + 64);
        bytes.extend_from_slice(&self.mark);
        bytes.extend_from_slice(&self.version.to_le_bytes());
        bytes.extend_from_slice(&length(body).to_le_bytes());
        bytes.extend_from_slice(&sum(body));
        bytes.extend_from_slice(body);
        bytes
    }

    /// Bytes before the inside.
    fn head(&self) -> u64 {
        length(&self.mark) + 4 + 8 + 32
    }
}

fn length(bytes: &[u8]) -> u64 {
    u64::try_from(bytes.len()).unwrap_or(u64::MAX)
}

/// SHA-256.
pub(crate) fn sum(bytes: &[u8]) -> [u8; CHECKSUM] {
    Sha256::digest(bytes).into()
}

#[cfg(test)]
mod tests {
    use super::*;

    const KIND: Container = Container {
        mark: *b"a kind.\n",
        version: 3,
    };

    #[test]
    fn what_was_closed_opens_again() {
        let bytes = KIND.close(b"inside");
        assert_eq!(KIND.open(&bytes).unwrap().body, b"inside");
    }

    #[test]
    fn each_fault_has_its_own_name() {
        let whole = KIND.close(b"inside");
        let open = |bytes: &[u8]| KIND.open(bytes).map(|_| ()).unwrap_err();
        assert!(matches!(open(b""), ModelError::NotAModel));
        assert!(matches!(
            open(b"something else entirely"),
            ModelError::NotAModel
        ));
        let newer = Container { version: 4, ..KIND }.close(b"inside");
        assert!(matches!(
            open(&newer),
            ModelError::OtherVersion { found: 4 }
        ));
        for end in 8..whole.len() {
            let cut = open(&whole[..end]);
            assert!(matches!(cut, ModelError::CutShort { .. }), "{end}: {cut:?}");
        }
        let longer = [&whole[..], b"."].concat();
        assert!(matches!(open(&longer), ModelError::Damaged));
        let mut other = whole;
        *other.last_mut().unwrap() ^= 1;
        assert!(matches!(open(&other), ModelError::Damaged));
    }
}
