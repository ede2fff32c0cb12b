//! Headings and list marks that a writer typed: 第一章, 一、, （一）, 1.1, ① .

/// The numerals that headings are counted with.
const NUMERALS: &str = "一二三四五六七八九十百零〇";
/// A heading is short.
const LONGEST_HEADING: usize = 40;

/// The level of a line that looks like a numbered heading, and its title without the number.
pub(crate) fn heading(line: &str) -> Option<(u8, String)> {
    let line = line.trim();
    let sentence = line.ends_with(['。', '；', '，', '、', '！', ';', ',']);
    if line.is_empty() || line.chars().count() > LONGEST_HEADING || sentence || line.contains('\n')
    {
        return None;
    }
    let (level, title) = chapter(line)
        .or_else(|| counted(line))
        .or_else(|| bracketed(line))
        .or_else(|| decimal(line))?;
    let title = title.trim_start_matches([' ', '\u{3000}', '、', '.', '．', ':', '：', '-']);
    (!title.is_empty()).then(|| (level, title.to_owned()))
}

/// 第三章 …, 第二节 …
fn chapter(line: &str) -> Option<(u8, &str)> {
    let rest = line.strip_prefix('第')?;
    let number = rest.trim_start_matches(|letter: char| {
        NUMERALS.contains(letter) || letter.is_ascii_digit() || letter == ' '
    });
    if number.len() == rest.len() {
        return None;
    }
    let mut letters = number.chars();
    let level = match letters.next()? {
        '章' | '篇' | '编' | '部' => 1,
        '节' => 2,
        _ => return None,
    };
    Some((level, letters.as_str()))
}

/// 一、…
fn counted(line: &str) -> Option<(u8, &str)> {
    let rest = line.trim_start_matches(|letter| NUMERALS.contains(letter));
    let title = rest.strip_prefix('、')?;
    (rest.len() < line.len()).then_some((2, title))
}

/// （一）…
fn bracketed(line: &str) -> Option<(u8, &str)> {
    let inner = line.strip_prefix(['（', '('])?;
    let rest = inner.trim_start_matches(|letter| NUMERALS.contains(letter));
    let title = rest.strip_prefix(['）', ')'])?;
    (rest.len() < inner.len()).then_some((3, title))
}

/// 2.3 …, 2.3.1 …; `1.` alone is a list.
fn decimal(line: &str) -> Option<(u8, &str)> {
    let end = line.find(|letter: char| !letter.is_ascii_digit() && letter != '.')?;
    let (number, title) = line.split_at_checked(end)?;
    let parts: Vec<&str> = number.trim_end_matches('.').split('.').collect();
    let whole = parts.iter().all(|part| {
        !part.is_empty() && part.len() <= 2 && part.bytes().all(|b| b.is_ascii_digit())
    });
    let apart = title.starts_with([' ', '\u{3000}'])
        || title
            .chars()
            .next()
            .is_some_and(|letter| matches!(letter, '\u{4e00}'..='\u{9fff}'));
    // 2.5 元 is an amount.
    let unit = title
        .trim_start()
        .starts_with(['元', '%', '％', '万', '折', '倍', '个', '天', '年', '月']);
    let level = u8::try_from(parts.len()).ok()?;
    (whole && apart && !unit && (2..=4).contains(&level)).then_some((level, title))
}

/// The mark before a line of a list: whether it counts, and the text behind it.
pub(crate) fn marker(line: &str) -> Option<(bool, &str)> {
    let line = line.trim_start();
    if let Some(rest) = line.strip_prefix(['•', '●', '■', '◆', '○', '▪', '➢', '★', '☆'])
    {
        return Some((false, rest.trim_start()));
    }
    let mut letters = line.chars();
    if let Some('①'..='⑳') = letters.next() {
        return Some((true, letters.as_str().trim_start()));
    }
    if let Some(rest) = line.strip_prefix(['-', '*', '–', '—']) {
        return rest.starts_with(' ').then(|| (false, rest.trim_start()));
    }
    let inner = line.strip_prefix(['(', '（']).unwrap_or(line);
    let end = inner.find(|letter: char| !letter.is_ascii_digit())?;
    let (number, rest) = inner.split_at_checked(end)?;
    if number.is_empty() || number.len() > 2 {
        return None;
    }
    let rest = if inner.len() < line.len() {
        rest.strip_prefix([')', '）'])?
    } else {
        rest.strip_prefix(['.', '、', '．', ')', '）'])?
    };
    // 3.5 is a number.
    let digit = rest.starts_with(|letter: char| letter.is_ascii_digit());
    (!digit).then(|| (true, rest.trim_start()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn typed_headings_have_their_level() {
        for (line, level, title) in [
            ("第一章 总则", 1, "总则"),
            ("第 12 节　受理", 2, "受理"),
            ("二、挂失流程", 2, "挂失流程"),
            ("（三）注意事项", 3, "注意事项"),
            ("2.3 外汇业务", 2, "外汇业务"),
            ("2.3.1汇款", 3, "汇款"),
        ] {
            assert_eq!(heading(line), Some((level, title.to_owned())), "{line}");
        }
    }

    #[test]
    fn sentences_amounts_and_lists_are_no_headings() {
        for line in [
            "一、客户来电时，先核实身份，再办理。",
            "2.5 元起",
            "1. 带身份证",
            "第三方支付",
            "2026.05.01 起执行",
            "",
        ] {
            assert_eq!(heading(line), None, "{line}");
        }
    }

    #[test]
    fn marks_of_lists_are_taken_off() {
        for (line, counts, text) in [
            ("• 身份证", false, "身份证"),
            ("- 身份证", false, "身份证"),
            ("1. 身份证", true, "身份证"),
            ("2、银行卡", true, "银行卡"),
            ("（3）回执", true, "回执"),
            ("④ 签字", true, "签字"),
        ] {
            assert_eq!(marker(line), Some((counts, text)), "{line}");
        }
        for line in ["3.5 元", "2026 年", "-5 度", "身份证", ""] {
            assert_eq!(marker(line), None, "{line}");
        }
    }
}
