//! Amounts of money in yuan: as a person types them, in figures, in capitals and as they are said.

mod typed;

use crate::aloud;

/// An amount of yuan, exact to the fen, below ten thousand 万亿.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Amount {
    fen: u64,
}

/// The first amount that is too large: its words would need a unit that no bank writes.
const TOO_LARGE: u64 = 1_000_000_000_000_000_000;

impl Amount {
    /// So many fen (hundredths of a yuan); `None` from ten thousand 万亿 yuan on.
    #[must_use]
    pub fn of_fen(fen: u64) -> Option<Self> {
        (fen < TOO_LARGE).then_some(Self { fen })
    }

    /// Reads what a person typed: 1234.5, 1,234.50元, 5万, 五万, 1.2w, 三千五百元五角, 壹仟元整.
    ///
    /// `None` for what can be meant in two ways (一万二, 1万2) and for more than two decimals.
    #[must_use]
    pub fn typed(text: &str) -> Option<Self> {
        typed::fen(text).and_then(Self::of_fen)
    }

    /// The amount in fen.
    #[must_use]
    pub fn fen(self) -> u64 {
        self.fen
    }

    fn parts(self) -> (u64, u64, u64) {
        (self.fen / 100, self.fen / 10 % 10, self.fen % 10)
    }

    /// In figures with 分节: 1,234.50元; a whole number of yuan without decimals: 50,000元.
    #[must_use]
    pub fn grouped(self) -> String {
        let (yuan, jiao, fen) = self.parts();
        let digits = yuan.to_string();
        let mut text = String::new();
        for (at, digit) in digits.chars().enumerate() {
            if at > 0 && (digits.len() - at).is_multiple_of(3) {
                text.push(',');
            }
            text.push(digit);
        }
        if jiao + fen > 0 {
            text.push('.');
            text.push_str(&(jiao * 10 + fen + 100).to_string().split_off(1));
        }
        text.push('元');
        text
    }

    /// In capitals by the rules for bank papers (支付结算办法, 附件一): 壹仟贰佰叁拾肆元伍角整.
    ///
    /// 整 closes what has no 分; a nought where 元 or 角 would be is written once (壹仟陆佰捌拾元零叁角贰分).
    #[must_use]
    pub fn capitals(self) -> String {
        let (yuan, jiao, fen) = self.parts();
        let mut text = String::new();
        if yuan > 0 || self.fen == 0 {
            text = format!("{}元", aloud::capitals(yuan));
        }
        let gap = if jiao > 0 { yuan % 10 == 0 } else { fen > 0 };
        if yuan > 0 && gap && jiao + fen > 0 {
            text.push('零');
        }
        if jiao > 0 {
            text.push_str(&aloud::capitals(jiao));
            text.push('角');
        }
        if fen > 0 {
            text.push_str(&aloud::capitals(fen));
        }
        text.push(if fen > 0 { '分' } else { '整' });
        text
    }

    /// As an agent says it: 一千二百三十四元五角. 元 and 角 rather than 块 and 毛: approved wording is formal.
    #[must_use]
    pub fn aloud(self) -> String {
        let (yuan, jiao, fen) = self.parts();
        let mut text = String::new();
        if yuan > 0 || self.fen == 0 {
            text = format!("{}元", aloud::whole(yuan));
        }
        if yuan > 0 && jiao == 0 && fen > 0 {
            text.push('零');
        }
        if jiao > 0 {
            text.push_str(&aloud::whole(jiao));
            text.push('角');
        }
        if fen > 0 {
            text.push_str(&aloud::whole(fen));
            text.push('分');
        }
        text
    }
}

#[cfg(test)]
mod tests {
    use super::Amount;
    use proptest::prelude::*;

    fn forms(fen: u64) -> [String; 3] {
        let amount = Amount::of_fen(fen).unwrap();
        [amount.grouped(), amount.capitals(), amount.aloud()]
    }

    #[test]
    fn an_amount_in_figures_in_capitals_and_aloud() {
        let rows = [
            (
                123_450,
                "1,234.50元",
                "壹仟贰佰叁拾肆元伍角整",
                "一千二百三十四元五角",
            ),
            (0, "0元", "零元整", "零元"),
            (5, "0.05元", "伍分", "五分"),
            (20, "0.20元", "贰角整", "两角"),
            (200, "2元", "贰元整", "两元"),
            (1000, "10元", "壹拾元整", "十元"),
            (1_200_000, "12,000元", "壹万贰仟元整", "一万两千元"),
            // The examples of the rule itself.
            (
                140_950,
                "1,409.50元",
                "壹仟肆佰零玖元伍角整",
                "一千四百零九元五角",
            ),
            (
                600_714,
                "6,007.14元",
                "陆仟零柒元壹角肆分",
                "六千零七元一角四分",
            ),
            (
                168_032,
                "1,680.32元",
                "壹仟陆佰捌拾元零叁角贰分",
                "一千六百八十元三角两分",
            ),
            (
                10_700_053,
                "107,000.53元",
                "壹拾万柒仟元零伍角叁分",
                "十万七千元五角三分",
            ),
            (
                1_640_902,
                "16,409.02元",
                "壹万陆仟肆佰零玖元零贰分",
                "一万六千四百零九元零两分",
            ),
            (
                32_504,
                "325.04元",
                "叁佰贰拾伍元零肆分",
                "三百二十五元零四分",
            ),
            (
                999_999_999_999_999_999,
                "9,999,999,999,999,999.99元",
                "玖仟玖佰玖拾玖万玖仟玖佰玖拾玖亿玖仟玖佰玖拾玖万玖仟玖佰玖拾玖元玖角玖分",
                "九千九百九十九万九千九百九十九亿九千九百九十九万九千九百九十九元九角九分",
            ),
        ];
        for (fen, grouped, capitals, aloud) in rows {
            assert_eq!(forms(fen), [grouped, capitals, aloud].map(str::to_owned));
        }
        assert_eq!(Amount::of_fen(1_000_000_000_000_000_000), None);
    }

    proptest! {
        #[test]
        fn what_is_written_is_read_again(fen in prop_oneof![0_u64..100_000, 0_u64..1_000_000_000_000_000_000]) {
            let amount = Amount::of_fen(fen).unwrap();
            for text in [amount.grouped(), amount.capitals(), amount.aloud()] {
                prop_assert_eq!(Amount::typed(&text), Some(amount), "{}", text);
            }
        }
    }
}
