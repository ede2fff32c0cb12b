//! Groups of words that mean the same to a customer.

use std::collections::HashMap;
use yingda_text::lexicon::atom_texts;

/// Groups of phrases, each phrase as atoms; a phrase may be in several groups.
#[derive(Debug, Default)]
pub(crate) struct Synonyms {
    groups: Vec<Vec<Vec<String>>>,
    by_phrase: HashMap<String, Vec<usize>>,
}

impl Synonyms {
    pub(crate) fn new<'a>(groups: impl IntoIterator<Item = &'a [String]>) -> Self {
        let mut synonyms = Self::default();
        for group in groups {
            let phrases: Vec<Vec<String>> = group.iter().map(|word| atom_texts(word)).collect();
            for phrase in &phrases {
                let places = synonyms.by_phrase.entry(phrase.concat()).or_default();
                places.push(synonyms.groups.len());
            }
            synonyms.groups.push(phrases);
        }
        synonyms
    }

    /// All other phrases of the groups a phrase is in.
    pub(crate) fn of(&self, phrase: &[String]) -> Vec<&[String]> {
        let groups = self
            .by_phrase
            .get(&phrase.concat())
            .map(Vec::as_slice)
            .unwrap_or_default();
        let members = groups
            .iter()
            .filter_map(|group| self.groups.get(*group))
            .flatten();
        members
            .map(Vec::as_slice)
            .filter(|other| *other != phrase && !other.is_empty())
            .collect()
    }
}

#[cfg(test)]
mod tests {
    use super::Synonyms;

    #[test]
    fn a_word_leads_to_the_others_of_its_group_only() {
        let groups = [
            vec!["被骗".to_owned(), "诈骗".to_owned()],
            vec!["挂失".to_owned(), "丢".to_owned()],
        ];
        let synonyms = Synonyms::new(groups.iter().map(Vec::as_slice));
        let asked = ["被".to_owned(), "骗".to_owned()];
        assert_eq!(synonyms.of(&asked), [["诈".to_owned(), "骗".to_owned()]]);
        assert!(synonyms.of(&["卡".to_owned()]).is_empty());
    }
}
