//! Filling blanks: what a typed value is taken for, how it is said, and what is shown beside it while it is typed.

mod day;

use crate::contract::{EchoForm, EchoKind, EchoRequest, FieldEcho};
use time::Date;
use yingda_content::BeijingTime;
use yingda_content::entry::{FieldKind, FieldSpec};
use yingda_text::{Amount, aloud, fold};

/// The blank that every entry may have without naming it: how the customer is addressed.
pub(crate) const ADDRESS: &str = "客户称呼";

/// A value as it is said; `None` when its kind does not allow it.
pub(crate) fn said(value: &str, spec: &FieldSpec, today: Date) -> Option<String> {
    match spec.kind {
        FieldKind::Text => Some(value.to_owned()),
        FieldKind::Digits => digits(value),
        FieldKind::Amount => Amount::typed(value).map(Amount::grouped),
        FieldKind::Date => match day::typed(value, today) {
            Some(day) => Some(day::written(day)),
            None => day::in_words(value).then(|| value.to_owned()),
        },
        FieldKind::Choice => spec.options.iter().find(|option| *option == value).cloned(),
    }
}

/// Digits as typed, without the blanks and hyphens that part their groups.
fn digits(value: &str) -> Option<String> {
    let plain: String = fold(value)
        .chars()
        .iter()
        .filter(|c| !matches!(c, ' ' | '-'))
        .collect();
    let fits = !plain.is_empty() && plain.bytes().all(|b| b.is_ascii_digit());
    fits.then_some(plain)
}

/// What is shown beside a blank while it is filled.
#[must_use]
pub fn echo(request: &EchoRequest, now: BeijingTime) -> FieldEcho {
    let value = request.value.trim();
    let spec = FieldSpec {
        kind: request.kind,
        required: false,
        options: request.options.clone(),
    };
    let forms = match request.kind {
        FieldKind::Digits => digits(value)
            .and_then(|plain| aloud::digits(&plain))
            .map(|text| vec![form(EchoKind::Aloud, text)]),
        FieldKind::Amount => Amount::typed(value).map(|amount| {
            vec![
                form(EchoKind::Figures, amount.grouped()),
                form(EchoKind::Capitals, amount.capitals()),
                form(EchoKind::Aloud, amount.aloud()),
            ]
        }),
        FieldKind::Date => day::typed(value, now.date()).map(|day| {
            vec![
                form(EchoKind::Day, day::with_weekday(day)),
                form(EchoKind::Aloud, day::aloud(day)),
            ]
        }),
        FieldKind::Text | FieldKind::Choice => None,
    };
    FieldEcho {
        said: said(value, &spec, now.date()),
        forms: forms.unwrap_or_default(),
    }
}

fn form(form: EchoKind, text: String) -> EchoForm {
    EchoForm { form, text }
}

#[cfg(test)]
mod tests {
    use super::{echo, said};
    use crate::contract::EchoRequest;
    use time::macros::date;
    use yingda_content::BeijingTime;
    use yingda_content::entry::{FieldKind, FieldSpec};

    fn beside(kind: FieldKind, value: &str) -> String {
        let request = EchoRequest {
            kind,
            value: value.to_owned(),
            options: Vec::new(),
        };
        let echo = echo(&request, BeijingTime::start_of(date!(2026 - 11 - 22)));
        let forms: Vec<String> = echo.forms.into_iter().map(|form| form.text).collect();
        forms.join(" / ")
    }

    #[test]
    fn a_value_is_shown_in_every_form_an_agent_needs() {
        let rows = [
            (
                FieldKind::Amount,
                "1234.5",
                "1,234.50元 / 壹仟贰佰叁拾肆元伍角整 / 一千二百三十四元五角",
            ),
            (
                FieldKind::Amount,
                "1.2w",
                "12,000元 / 壹万贰仟元整 / 一万两千元",
            ),
            (
                FieldKind::Date,
                "5.1",
                "2027年5月1日 星期六 / 二〇二七年五月一日",
            ),
            (
                FieldKind::Date,
                "明天",
                "2026年11月23日 星期一 / 二〇二六年十一月二十三日",
            ),
            (FieldKind::Digits, "１２３４", "幺二三四"),
            (FieldKind::Amount, "一万二", ""),
            (FieldKind::Date, "三个工作日内", ""),
            (FieldKind::Text, "5万", ""),
        ];
        for (kind, value, shown) in rows {
            assert_eq!(beside(kind, value), shown, "{value}");
        }
    }

    #[test]
    fn a_value_is_said_as_its_kind_has_it() {
        let rows = [
            (FieldKind::Amount, "５万", Some("50,000元")),
            (FieldKind::Amount, "一些", None),
            (FieldKind::Digits, "138 1234-5678", Some("13812345678")),
            (FieldKind::Digits, "12a4", None),
            (FieldKind::Date, "5月1日", Some("2027年5月1日")),
            (FieldKind::Date, "三个工作日内", Some("三个工作日内")),
            (FieldKind::Date, "2月30日", None),
            (FieldKind::Date, "不知道", None),
            (FieldKind::Text, "不限", Some("不限")),
        ];
        for (kind, value, wanted) in rows {
            let spec = FieldSpec {
                kind,
                ..FieldSpec::default()
            };
            let said = said(value, &spec, date!(2026 - 11 - 22));
            assert_eq!(said.as_deref(), wanted, "{value}");
        }
    }
}
