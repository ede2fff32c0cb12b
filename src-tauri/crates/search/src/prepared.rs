//! What ranking needs of each entry, kept in memory and shared between snapshots.

use crate::name::{Code, Name};
use crate::rarity::{Rarity, Told};
use yingda_content::Entry;
use yingda_content::entry::Status;
use yingda_text::Lexicon;
use yingda_text::lexicon::atom_texts;

/// An entry made ready.
#[derive(Debug)]
pub(crate) struct Prepared {
    /// Its title, then its aliases, then the questions of a title that asks several.
    names: Box<[(Name, Told)]>,
    aliases: u16,
    /// Compact forms of the words that keep it out.
    pub(crate) not_for: Box<[Box<str>]>,
    /// Whether no day can make it expired or withdrawn.
    pub(crate) lasting: bool,
}

impl Prepared {
    /// Reads an entry's names; [`Prepared::weigh`] must follow before they are compared.
    pub(crate) fn new(entry: &Entry, lexicon: &Lexicon) -> Self {
        let names = Self::texts(entry).into_iter();
        let ended = matches!(entry.status, Status::Withdrawn | Status::Retired);
        Self {
            names: names
                .map(|name| (Name::new(name, lexicon), Told::default()))
                .collect(),
            aliases: u16::try_from(entry.aliases.len()).unwrap_or(u16::MAX),
            not_for: entry
                .not_for
                .iter()
                .map(|word| atom_texts(word).concat().into_boxed_str())
                .collect(),
            lasting: entry.valid.until.is_none() && !ended,
        }
    }

    /// Notes what each name tells.
    pub(crate) fn weigh(&mut self, rarity: &Rarity) {
        for (name, told) in &mut self.names {
            *told = rarity.told(name);
        }
    }

    /// All names that are compared, with what they tell.
    pub(crate) fn names(&self) -> impl Iterator<Item = &(Name, Told)> {
        self.names.iter()
    }

    /// The texts of all names of an entry that are compared, in the order of [`Prepared::names`].
    pub(crate) fn texts(entry: &Entry) -> Vec<&str> {
        let names = [&entry.title]
            .into_iter()
            .chain(&entry.aliases)
            .map(String::as_str);
        names.chain(questions(&entry.title)).collect()
    }

    /// How many names it has: its title and its aliases.
    pub(crate) fn proper_names(&self) -> u16 {
        self.aliases.saturating_add(1)
    }

    /// The atoms of one of its names; 0 is the title.
    pub(crate) fn name(&self, number: u16) -> &[Code] {
        self.names
            .get(usize::from(number))
            .map_or(&[], |(name, _)| &name.atoms)
    }

    /// The atoms of its title.
    pub(crate) fn title(&self) -> &[Code] {
        self.name(0)
    }

    /// The atoms of each alias.
    pub(crate) fn aliases(&self) -> impl Iterator<Item = &[Code]> {
        (1..self.proper_names()).map(|alias| self.name(alias))
    }
}

/// The questions of a title that asks more than one.
fn questions(title: &str) -> impl Iterator<Item = &str> {
    let parts = || {
        title
            .split(['？', '?', '！', '!', '。', '；', ';'])
            .filter(|part| !part.trim().is_empty())
    };
    parts().filter(move |_| parts().nth(1).is_some())
}

/// Prepares all entries and weighs their names; on as many threads as there are cores.
pub(crate) fn prepare<'a>(
    entries: impl ExactSizeIterator<Item = &'a Entry>,
    lexicon: &Lexicon,
) -> (Vec<std::sync::Arc<Prepared>>, Rarity) {
    let entries: Vec<&Entry> = entries.collect();
    let mut prepared: Vec<Prepared> = on_all_cores(entries, |entry| Prepared::new(entry, lexicon));
    let mut rarity = Rarity::default();
    for one in &prepared {
        rarity.count(one.names.iter().map(|(name, _)| name));
    }
    for one in &mut prepared {
        one.weigh(&rarity);
    }
    (
        prepared.into_iter().map(std::sync::Arc::new).collect(),
        rarity,
    )
}

/// Does the same to each of many things, in their order.
pub(crate) fn on_all_cores<T: Send, R: Send>(
    things: Vec<T>,
    work: impl Fn(T) -> R + Sync,
) -> Vec<R> {
    let cores = std::thread::available_parallelism().map_or(1, std::num::NonZero::get);
    let share = things.len().div_ceil(cores).max(64);
    let mut shares: Vec<Vec<T>> = Vec::new();
    let mut things = things.into_iter().peekable();
    while things.peek().is_some() {
        shares.push(things.by_ref().take(share).collect());
    }
    std::thread::scope(|scope| {
        let work = &work;
        let started: Vec<_> = shares
            .into_iter()
            .map(|share| scope.spawn(move || share.into_iter().map(work).collect::<Vec<R>>()))
            .collect();
        let done = started.into_iter().map(|thread| match thread.join() {
            Ok(done) => done,
            Err(panic) => std::panic::resume_unwind(panic),
        });
        done.flatten().collect()
    })
}
