//! Words that say little in a question to a bank: never required, hardly counted.
//!
//! Single 不 and 没 are here because a title rarely repeats them; a word that holds one (余额不足) is cut as one word and
//! counts.

const WEAK: &str = "
的 了 吗 呢 啊 吧 呀 嘛 么 我 你 您 他 她 它 我们 你们 咱们 是 在 有 要
想 能 会 就 都 也 还 把 被 给 和 与 及 跟 让 到 不 没 没有 去 来 说 用
个 那 这 这个 那个 这样 那样 一下 一个 可以 能不能 可不可以 是不是 有没有 怎么
怎样 怎么办 如何 什么 为什么 为啥 咋 咋办 怎么回事 请问 想问 问 问一下 想问一下
我想问一下 麻烦 一直 已经 现在 昨天 今天 刚才 刚刚 刚 时候 如果 需要 应该 东西
起来 出来 过 着 得 地 上 里 多少 哪里 哪 哪个 几 再 又 才 很 太 好 对 等
帮 帮我 叫 谁 人家 请 请教 是否 能否 可否 哪些 有哪些 为何 想要 想知道 我想 我要
";

/// Whether a whole word says little.
pub(crate) fn is_weak(word: &str) -> bool {
    WEAK.split_whitespace().any(|weak| weak == word)
}

#[cfg(test)]
mod tests {
    use super::is_weak;

    #[test]
    fn stock_phrases_are_weak_and_what_they_ask_about_is_not() {
        assert!(is_weak("请问") && is_weak("怎么回事"));
        assert!(!is_weak("挂失") && !is_weak("余额不足"));
    }
}
