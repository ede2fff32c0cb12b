//! The text below an entry's front matter, cut at its parts and put together again, every line as it is written.

use yingda_content::fault::Part;

/// The parts of a body.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct CardText {
    /// 可直接说.
    pub say: String,
    /// 必须说.
    pub must: String,
    /// 不能说.
    pub never: String,
    /// 仅内部.
    pub internal: String,
    /// Everything else, with its headings.
    pub other: String,
}

impl CardText {
    /// Cuts a body at its `##` headings.
    #[must_use]
    pub fn of(body: &str) -> Self {
        let mut text = Self::default();
        let mut part = None;
        let mut fenced = false;
        for line in body.lines() {
            fenced ^= line.trim_start().starts_with("```");
            if let Some(heading) = line.strip_prefix("## ").filter(|_| !fenced) {
                let named = Part::ALL
                    .into_iter()
                    .find(|part| part.heading() == heading.trim());
                part = named.filter(|part| *part != Part::Steps);
                if part.is_some() {
                    continue;
                }
            }
            let into = text.part(part);
            into.push_str(line);
            into.push('\n');
        }
        for part in [
            Some(Part::Say),
            Some(Part::Must),
            Some(Part::Never),
            Some(Part::Internal),
            None,
        ] {
            let kept = text.part(part);
            *kept = kept.trim_matches('\n').trim_end().to_owned();
        }
        text
    }

    /// A part; everything else for none of the four.
    fn part(&mut self, part: Option<Part>) -> &mut String {
        match part {
            Some(Part::Say) => &mut self.say,
            Some(Part::Must) => &mut self.must,
            Some(Part::Never) => &mut self.never,
            Some(Part::Internal) => &mut self.internal,
            Some(Part::Steps) | None => &mut self.other,
        }
    }

    /// The four parts with their headings, without what is empty.
    #[must_use]
    pub fn parts(&self) -> Vec<(Part, &str)> {
        let parts = [
            (Part::Say, &self.say),
            (Part::Must, &self.must),
            (Part::Never, &self.never),
            (Part::Internal, &self.internal),
        ];
        let filled = parts.into_iter().filter(|(_, text)| !text.is_empty());
        filled.map(|(part, text)| (part, text.as_str())).collect()
    }

    /// The body again: the four parts, then everything else.
    #[must_use]
    pub fn body(&self) -> String {
        let mut body = String::new();
        for (part, text) in self.parts() {
            body.push_str("## ");
            body.push_str(part.heading());
            body.push('\n');
            body.push_str(text);
            body.push('\n');
        }
        if !self.other.is_empty() {
            body.push_str(&self.other);
            body.push('\n');
        }
        body
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_body_is_cut_at_its_parts_and_put_together_again() {
        let body = "## 步骤\n### a 甲\n文字\n## 可直接说\n您好。\n\n再见。\n## 仅内部\n- 一\n";
        let text = CardText::of(body);
        assert_eq!(text.say, "您好。\n\n再见。");
        assert_eq!(text.other, "## 步骤\n### a 甲\n文字");
        assert_eq!(
            text.body(),
            "## 可直接说\n您好。\n\n再见。\n## 仅内部\n- 一\n## 步骤\n### a 甲\n文字\n"
        );
        assert_eq!(CardText::of(&text.body()), text);
    }
}
