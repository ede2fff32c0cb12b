//! Web pages: their text with its headings, lists and tables; scripts, styles and menus are not text.

use crate::block::{Block, Gathered};
use crate::course::Course;
use crate::fault::ExchangeFault;
use crate::import::LeftOutKind;
use crate::place::Place;
use html5ever::tendril::StrTendril;
use html5ever::tokenizer::states::RawKind;
use html5ever::tokenizer::{
    BufferQueue, Tag, TagKind, Token, TokenSink, TokenSinkResult, Tokenizer, TokenizerOpts,
};
use std::cell::RefCell;

/// Reads a page.
///
/// # Errors
/// [`ExchangeFault::Cancelled`] or [`ExchangeFault::TooMuchText`].
pub(crate) fn read(page: &str, course: &mut Course<'_>) -> Result<Gathered, ExchangeFault> {
    let input = BufferQueue::default();
    input.push_back(StrTendril::from_slice(page));
    let sink = Sink(RefCell::new(Page::default()));
    let tokenizer = Tokenizer::new(sink, TokenizerOpts::default());
    // Nothing the sink answers pauses the tokenizer, so that one call takes all.
    drop(tokenizer.feed(&input));
    tokenizer.end();
    let mut page = tokenizer.sink.0.into_inner();
    page.end_line();
    let mut gathered = page.gathered;
    for located in &gathered.blocks {
        course.took(located.block.size())?;
    }
    for (number, located) in gathered.blocks.iter_mut().enumerate() {
        located.at = Place::Paragraph(number + 1);
    }
    Ok(gathered)
}

struct Sink(RefCell<Page>);

impl TokenSink for Sink {
    type Handle = ();

    fn process_token(&self, token: Token, _: u64) -> TokenSinkResult<()> {
        let mut page = self.0.borrow_mut();
        match token {
            Token::CharacterTokens(text) => page.text(&text),
            Token::TagToken(tag) => return page.tag(&tag),
            _ => {}
        }
        TokenSinkResult::Continue
    }
}

/// The page as far as it was read.
#[derive(Default)]
struct Page {
    gathered: Gathered,
    line: String,
    heading: Option<u8>,
    /// For each open list, whether it counts.
    lists: Vec<bool>,
    in_item: bool,
    rows: Option<Vec<Vec<String>>>,
    cell: Option<String>,
    /// Inside elements whose text does not count.
    skipped: usize,
    as_typed: bool,
}

/// Elements whose text is no text of the page.
const SKIPPED: [&str; 9] = [
    "nav", "select", "button", "rt", "rp", "template", "footer", "svg", "head",
];

/// Elements that begin a new line.
const LINES: [&str; 18] = [
    "p",
    "div",
    "section",
    "article",
    "header",
    "main",
    "aside",
    "blockquote",
    "form",
    "fieldset",
    "figure",
    "figcaption",
    "address",
    "dl",
    "dt",
    "dd",
    "body",
    "html",
];

impl Page {
    fn tag(&mut self, tag: &Tag) -> TokenSinkResult<()> {
        let name: &str = &tag.name;
        let starts = tag.kind == TagKind::StartTag;
        if starts {
            match name {
                "script" => {
                    self.skipped += 1;
                    return TokenSinkResult::RawData(RawKind::ScriptData);
                }
                "style" | "xmp" | "iframe" | "noembed" | "noframes" | "noscript" => {
                    self.skipped += 1;
                    return TokenSinkResult::RawData(RawKind::Rawtext);
                }
                "title" | "textarea" => {
                    self.skipped += 1;
                    return TokenSinkResult::RawData(RawKind::Rcdata);
                }
                _ => {}
            }
        } else if matches!(
            name,
            "script"
                | "style"
                | "xmp"
                | "iframe"
                | "noembed"
                | "noframes"
                | "noscript"
                | "title"
                | "textarea"
        ) {
            self.skipped = self.skipped.saturating_sub(1);
            return TokenSinkResult::Continue;
        }
        if SKIPPED.contains(&name) && !tag.self_closing {
            self.skipped = if starts {
                self.skipped + 1
            } else {
                self.skipped.saturating_sub(1)
            };
        } else if name == "body" {
            // A page without </head> still has a body.
            self.skipped = 0;
            self.end_line();
        } else if self.skipped == 0 {
            self.shape(name, starts);
        }
        TokenSinkResult::Continue
    }

    fn shape(&mut self, name: &str, starts: bool) {
        match name {
            "br" => self.line.push('\n'),
            "img" | "video" | "canvas" if starts => {
                self.gathered.left_out.add(LeftOutKind::Pictures, 1);
            }
            "h1" | "h2" | "h3" | "h4" | "h5" | "h6" => {
                self.end_line();
                let level = name.bytes().last().map(|digit| digit.saturating_sub(b'0'));
                self.heading = level.filter(|_| starts);
            }
            "ul" | "ol" => {
                self.end_line();
                if starts {
                    self.lists.push(name == "ol");
                } else {
                    self.lists.pop();
                }
                self.in_item = false;
            }
            "li" => {
                self.end_line();
                self.in_item = starts;
            }
            "pre" => {
                self.end_line();
                self.as_typed = starts;
            }
            "table" | "tr" | "td" | "th" | "hr" => self.table(name, starts),
            other if LINES.contains(&other) => self.end_line(),
            _ => {}
        }
    }

    fn table(&mut self, name: &str, starts: bool) {
        match (name, starts) {
            ("table", true) if self.rows.is_none() => {
                self.end_line();
                self.rows = Some(Vec::new());
            }
            ("table", false) => {
                self.end_cell();
                if let Some(rows) = self.rows.take() {
                    self.gathered.push(Place::Whole, Block::Table(rows));
                }
            }
            ("tr", true) => {
                self.end_cell();
                if let Some(rows) = &mut self.rows {
                    rows.push(Vec::new());
                }
            }
            ("td" | "th", true) => {
                self.end_cell();
                self.cell = self.rows.is_some().then(String::new);
            }
            ("td" | "th", false) => self.end_cell(),
            ("hr", _) => self.end_line(),
            _ => {}
        }
    }

    fn text(&mut self, text: &str) {
        if self.skipped > 0 {
            return;
        }
        for letter in text.chars() {
            let blank = letter.is_whitespace() && letter != '\u{3000}';
            if blank && !self.as_typed {
                if !self.line.ends_with([' ', '\n']) {
                    self.line.push(' ');
                }
            } else {
                self.line.push(letter);
            }
        }
    }

    fn end_cell(&mut self) {
        self.end_line();
        if let (Some(cell), Some(rows)) = (self.cell.take(), &mut self.rows) {
            if rows.is_empty() {
                rows.push(Vec::new());
            }
            if let Some(row) = rows.last_mut() {
                row.push(cell);
            }
        }
    }

    fn end_line(&mut self) {
        let line = std::mem::take(&mut self.line);
        let text = tidy(&line);
        if let Some(cell) = &mut self.cell {
            if !cell.is_empty() && !text.is_empty() {
                cell.push('\n');
            }
            cell.push_str(&text);
            return;
        }
        let block = match self.heading {
            Some(level) => Block::Heading {
                level,
                text: text.replace('\n', " "),
            },
            None if self.in_item => Block::Item {
                depth: u8::try_from(self.lists.len().saturating_sub(1)).unwrap_or(u8::MAX),
                numbered: self.lists.last().copied().unwrap_or(false),
                text,
            },
            None => Block::Text(text),
        };
        self.gathered.push(Place::Whole, block);
    }
}

/// No blanks at the ends of lines, no empty lines.
fn tidy(text: &str) -> String {
    let lines: Vec<&str> = text
        .lines()
        .map(str::trim)
        .filter(|line| !line.is_empty())
        .collect();
    lines.join("\n")
}
