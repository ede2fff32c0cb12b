//! Numbers that belong to a customer, hidden in free text: cards, telephones, identity papers, and any other long one.
//!
//! For notes and reports, which a person types. Amounts and dates stay readable: where one is a long run of digits it is
//! written in groups (500,000元, 2026-11-22). No run of six digits of any script leaves here.

mod token;

use token::{Token, next_token};

/// What stands for digits that are not kept.
pub(crate) const HIDDEN: &str = "****";
/// From so many digits in a row on, a number says something about a customer.
pub(crate) const LONG: usize = 6;

/// The digits of Chinese numbers that are read out one by one.
const READ_OUT: &str = "〇零一二三四五六七八九两幺壹贰叁肆伍陆柒捌玖";

/// Whether a character is a digit, in any script.
pub(crate) fn is_digit(c: char) -> bool {
    c.is_numeric() || READ_OUT.contains(c)
}

/// A text without the customer's numbers: of a card or a telephone the last four digits stay, of an identity paper, and
/// of what can't be told, nothing. Hiding what is hidden changes nothing.
#[must_use]
pub fn hide(text: &str) -> String {
    let chars: Vec<char> = text.chars().collect();
    let mut out = String::new();
    let mut at = 0;
    while let Some(c) = chars.get(at) {
        if is_digit(*c) {
            let token = next_token(&chars, at);
            out.push_str(&token.written());
            at = token.end;
        } else {
            out.push(*c);
            at += 1;
        }
    }
    out
}

impl Token<'_> {
    /// As it may be kept.
    fn written(&self) -> String {
        if self.is_amount() {
            return self.in_thousands();
        }
        if let Some(date) = self.date_in_one() {
            return date;
        }
        if !self.is_long() {
            return self.as_typed();
        }
        if self.keeps_four() {
            return format!("{HIDDEN}{}", self.last_four());
        }
        HIDDEN.to_owned()
    }
}

#[cfg(test)]
mod tests;
