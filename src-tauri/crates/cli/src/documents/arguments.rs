//! The words behind `import` and `export`.

use crate::arguments::Fault;
use lexopt::prelude::*;
use std::path::PathBuf;
use yingda_app::contract::Kind;
use yingda_app::exchange::ExportAs;

/// What `import` was asked.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Import {
    pub(crate) files: Vec<PathBuf>,
    /// The library or workspace that the entries go to.
    pub(crate) to: PathBuf,
    pub(crate) json: bool,
}

/// What `export` was asked.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Export {
    /// These entries; all of them when empty.
    pub(crate) ids: Vec<String>,
    pub(crate) kind: Option<Kind>,
    pub(crate) form: ExportAs,
    pub(crate) out: PathBuf,
    pub(crate) folder: PathBuf,
}

/// Reads what stands behind `import`.
pub(crate) fn read_import(parser: &mut lexopt::Parser) -> Result<Import, Fault> {
    let (mut files, mut to, mut json) = (Vec::new(), None, false);
    while let Some(argument) = parser.next()? {
        match argument {
            Long("to") => to = Some(parser.value()?.into()),
            Long("json") => json = true,
            Value(file) => files.push(file.into()),
            other => return Err(Fault::Unknown(format!("{other:?}"))),
        }
    }
    if files.is_empty() {
        return Err(Fault::Missing("FILE"));
    }
    let to = to.ok_or(Fault::Missing("--to DIR"))?;
    Ok(Import { files, to, json })
}

/// Reads what stands behind `export`.
pub(crate) fn read_export(parser: &mut lexopt::Parser) -> Result<Export, Fault> {
    let (mut ids, mut kind, mut form, mut out) = (Vec::new(), None, None, None);
    let mut folder = PathBuf::from("knowledge");
    while let Some(argument) = parser.next()? {
        match argument {
            Long("as") => {
                let word = parser.value()?.string()?;
                form = Some(ExportAs::parse(&word).ok_or(Fault::Unknown(word))?);
            }
            Long("out") => out = Some(parser.value()?.into()),
            Long("knowledge") => folder = parser.value()?.into(),
            Long("kind") => {
                let word = parser.value()?.string()?;
                kind = Some(Kind::parse(&word).ok_or(Fault::Kind(word))?);
            }
            Value(id) => ids.push(id.string()?),
            other => return Err(Fault::Unknown(format!("{other:?}"))),
        }
    }
    Ok(Export {
        ids,
        kind,
        form: form.ok_or(Fault::Missing("--as xlsx|docx|html"))?,
        out: out.ok_or(Fault::Missing("--out FILE"))?,
        folder,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parser(line: &str) -> lexopt::Parser {
        lexopt::Parser::from_args(line.split(' '))
    }

    #[test]
    fn an_import_needs_files_and_a_folder() {
        let import = read_import(&mut parser("a.docx b.xlsx --to w --json")).unwrap();
        assert_eq!(import.files, ["a.docx", "b.xlsx"].map(PathBuf::from));
        assert_eq!((import.to, import.json), (PathBuf::from("w"), true));
        assert_eq!(
            read_import(&mut parser("a.docx")),
            Err(Fault::Missing("--to DIR"))
        );
        assert_eq!(
            read_import(&mut parser("--to w")),
            Err(Fault::Missing("FILE"))
        );
    }

    #[test]
    fn an_export_needs_a_form_and_a_file() {
        let export = read_export(&mut parser("a b --as docx --out x.docx")).unwrap();
        assert_eq!((export.ids.len(), export.form), (2, ExportAs::Word));
        assert_eq!(
            read_export(&mut parser("--as pdf --out x")),
            Err(Fault::Unknown("pdf".to_owned()))
        );
        assert_eq!(
            read_export(&mut parser("--as html")),
            Err(Fault::Missing("--out FILE"))
        );
    }
}
