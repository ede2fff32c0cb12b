//! How much memory this process holds.

use std::fs;

/// Resident bytes of this process; `None` where the system does not say (only Linux does).
pub(super) fn bytes() -> Option<u64> {
    read(&fs::read_to_string("/proc/self/status").ok()?, "VmRSS:")
}

/// The most bytes this process ever held; `None` where the system does not say (only Linux does).
#[must_use]
pub fn peak_bytes() -> Option<u64> {
    read(&fs::read_to_string("/proc/self/status").ok()?, "VmHWM:")
}

fn read(status: &str, key: &str) -> Option<u64> {
    let line = status.lines().find_map(|line| line.strip_prefix(key))?;
    let kib: u64 = line.trim().strip_suffix("kB")?.trim_end().parse().ok()?;
    Some(kib * 1024)
}

#[cfg(test)]
mod tests {
    use super::read;

    #[test]
    fn the_line_of_resident_memory_is_read_in_bytes() {
        assert_eq!(
            read("VmHWM:\t   9 kB\nVmRSS:\t   1024 kB\n", "VmRSS:"),
            Some(1_048_576)
        );
        assert_eq!(read("Name:\tyingda\n", "VmRSS:"), None);
    }
}
