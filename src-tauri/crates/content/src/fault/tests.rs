//! Every fault has a code of its own and sentences in both languages.

use super::*;
use std::collections::BTreeSet;

fn text() -> String {
    "XYZ".to_owned()
}

fn of_files_and_shape() -> Vec<Fault> {
    use super::{FileFault as F, ShapeFault as S};
    let mut faults: Vec<Fault> = vec![
        F::RootMissing.into(),
        F::EntriesMissing.into(),
        F::Unreadable { why: text() }.into(),
        F::Unwritable { why: text() }.into(),
        F::TooLarge { bytes: 7 }.into(),
        F::NotUtf8 { gb18030: true }.into(),
        F::NotUtf8 { gb18030: false }.into(),
        F::LeadsOut.into(),
        S::FrontMatterMissing.into(),
        S::FrontMatterUnclosed.into(),
        S::YamlBroken { detail: text() }.into(),
        S::YamlTooDeep.into(),
        S::YamlAlias.into(),
        S::NotKeys.into(),
        S::KeyUnknown {
            key: text(),
            nearest: Some("title"),
        }
        .into(),
        S::KeyUnknown {
            key: text(),
            nearest: None,
        }
        .into(),
        S::KeyTwice {
            key: text(),
            first: 2,
        }
        .into(),
        S::KeyMissing { key: text() }.into(),
    ];
    let expected = [
        Expected::Text,
        Expected::Texts,
        Expected::Keys,
        Expected::ListOfKeys,
        Expected::TrueOrFalse,
        Expected::WholeNumber,
    ];
    faults.extend(expected.map(|expected| {
        S::WrongType {
            key: text(),
            expected,
        }
        .into()
    }));
    faults
}

fn of_values_and_library() -> Vec<Fault> {
    use super::{LibraryFault as L, ValueFault as V};
    vec![
        V::IdBad {
            key: text(),
            text: text(),
        }
        .into(),
        V::WordUnknown {
            key: text(),
            word: text(),
            known: vec!["a", "b"],
        }
        .into(),
        V::DateBad {
            key: text(),
            text: text(),
            with_time: true,
        }
        .into(),
        V::DateBad {
            key: text(),
            text: text(),
            with_time: false,
        }
        .into(),
        V::UntilBeforeFrom.into(),
        V::PinOutOfRange { text: text() }.into(),
        V::StageOnOtherKind { kind: "faq" }.into(),
        V::ChoiceWithoutOptions { field: text() }.into(),
        V::OptionsUnused { field: text() }.into(),
        V::DigestBad.into(),
        L::IdTwice {
            id: text(),
            first: text(),
        }
        .into(),
        L::Dangling {
            place: "related",
            id: text(),
        }
        .into(),
        L::ApprovalMissing.into(),
        L::ApprovalUnbound { role: text() }.into(),
        L::ApprovalStale { role: text() }.into(),
    ]
}

fn of_bodies_and_tables() -> Vec<Fault> {
    use super::{BodyFault as B, TableFault as T};
    vec![
        B::RawHtml.into(),
        B::Image.into(),
        B::ExternalLink { address: text() }.into(),
        B::HeadingTooHigh.into(),
        B::NestedTooDeep.into(),
        B::LinkIdBad { text: text() }.into(),
        B::PartTwice { part: Part::Say }.into(),
        B::PartMisspelt {
            heading: text(),
            part: Part::Must,
        }
        .into(),
        B::NotASentence { part: Part::Never }.into(),
        B::StepIdBad { heading: text() }.into(),
        B::StepTwice { id: text() }.into(),
        B::StepUnknown { id: text() }.into(),
        B::StepsMissing.into(),
        B::FieldUnused { field: text() }.into(),
        T::Columns {
            shape: "a⇥b",
            found: 1,
        }
        .into(),
        T::Empty { column: "query" }.into(),
        T::FrequencyBad { text: text() }.into(),
        T::SyllableBad { text: text() }.into(),
        T::SyllablesMiscounted {
            word: text(),
            characters: 3,
            syllables: 2,
        }
        .into(),
        T::SynonymAlone.into(),
        T::ClassUnknown {
            word: text(),
            known: vec!["hanzi"],
        }
        .into(),
        T::ExpectedUnknown { id: text() }.into(),
        T::MarkUnknown { text: text() }.into(),
        T::FloorBad { text: text() }.into(),
        T::DayBad { text: text() }.into(),
        T::LineTwice { name: text() }.into(),
        T::Unwritable { text: text() }.into(),
        T::FloorsIncomplete.into(),
    ]
}

fn all() -> Vec<Fault> {
    [
        of_files_and_shape(),
        of_values_and_library(),
        of_bodies_and_tables(),
    ]
    .concat()
}

#[test]
fn the_list_of_this_test_is_complete() {
    let sources = [
        include_str!("body.rs"),
        include_str!("file.rs"),
        include_str!("library.rs"),
        include_str!("shape.rs"),
        include_str!("table.rs"),
        include_str!("value.rs"),
    ];
    // Each variant has one arm in `code`, the only function that gives plain texts in kebab-case.
    let is_code = |line: &&str| {
        let code = line
            .rsplit_once("=> \"")
            .and_then(|(_, code)| code.strip_suffix("\","));
        code.is_some_and(|code| {
            code.bytes()
                .all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-')
        })
    };
    let written = sources
        .iter()
        .flat_map(|source| source.lines())
        .filter(is_code)
        .count();
    let listed: BTreeSet<&str> = all().iter().map(Fault::code).collect();
    assert_eq!(listed.len(), written);
}

#[test]
fn every_fault_says_what_and_what_to_do_in_both_languages() {
    let is_chinese = |text: &str| {
        text.chars()
            .any(|letter| ('\u{4e00}'..='\u{9fff}').contains(&letter))
    };
    for fault in all() {
        for sentence in [
            fault.what(Language::Chinese),
            fault.remedy(Language::Chinese),
        ] {
            assert!(
                is_chinese(&sentence) && sentence.ends_with('。'),
                "{fault:?}: {sentence}"
            );
        }
        for sentence in [
            fault.what(Language::English),
            fault.remedy(Language::English),
        ] {
            let names: [&str; 6] = ["可直接说", "必须说", "不能说", "仅内部", "步骤", "核实身份"];
            let english = names
                .iter()
                .fold(sentence.clone(), |text, name| text.replace(name, ""));
            assert!(
                !is_chinese(&english) && sentence.ends_with(['.', '。']),
                "{fault:?}: {sentence}"
            );
        }
    }
}

#[test]
fn sentences_name_what_they_are_about() {
    for fault in all() {
        let shown = format!("{fault:?}");
        let said = [Language::Chinese, Language::English]
            .map(|language| fault.what(language) + &fault.remedy(language));
        assert!(
            !shown.contains("XYZ") || said.iter().all(|said| said.contains("XYZ")),
            "{shown}"
        );
    }
}

#[test]
fn the_severity_of_a_fault_decides_whether_an_entry_stays_approved() {
    assert_eq!(Fault::from(BodyFault::RawHtml).severity(), Severity::Error);
    assert_eq!(
        Fault::from(LibraryFault::ApprovalMissing).severity(),
        Severity::Warning
    );
    assert_eq!(
        Fault::from(BodyFault::FieldUnused { field: text() }).severity(),
        Severity::Warning
    );
}
