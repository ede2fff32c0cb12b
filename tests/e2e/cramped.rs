//! A screen of 1366×768 at 200 %, with the longest texts there are: nothing is cut, nothing is outside, nothing lies
//! over anything that can be used.

use std::fmt::Write;

use serde_json::json;

use crate::harness::{Home, Library, Window};

const CUT: &str = include_str!("harness/cut.js");

/// The screen at 200 %, in pixels of the page.
const SCREEN: (u32, u32) = (1366 / 2, 768 / 2);

const APPROVED: &str = "status: approved\napprovals:\n  \
    - {role: 消费者权益保护审查岗, by: 演示审查岗甲, date: 2026-05-01, number: \"演示审〔2026〕051\"}\n\
    valid: {from: 2026-05-01T00:00}\n";

/// So many characters of Chinese, with no place to break but between them.
fn long(start: &str, count: usize) -> String {
    let rest =
        "客户在境外使用信用卡发生争议交易后申请撤销并且需要补充提供各项证明材料时怎样答复和安抚";
    start
        .chars()
        .chain(rest.chars().cycle())
        .take(count)
        .collect()
}

fn library() -> Library {
    let (title, name, other) = (long("超长", 80), long("填空", 60), long("另一个", 60));
    let entry = format!(
        "---\nid: long\nkind: script\ntitle: {title}\naliases: [{}]\ntags: [过渡话术, {}]\nproduct: {}\nstage: 受理\n\
         owner: {}\nmust_read: true\nfields: {{{name}: {{type: amount, required: true}}, {other}: \
         {{type: choice, options: [{}, 否], required: true}}}}\n{APPROVED}---\n\
         ## 可直接说\n请您看{{{{{name}}}}}，再看{{{{{other}}}}}。{}\n## 必须说\n- {}\n- {}\n\
         ## 不能说\n- 「{}」 → 「{}」\n## 仅内部\n{}\n",
        long("别名", 40),
        long("标签", 20),
        long("产品", 20),
        long("部门", 30),
        long("选", 30),
        long("然后", 200),
        long("必说", 80),
        long("还要", 60),
        long("不说", 40),
        long("换成", 40),
        long("内部", 120),
    );
    let mut flow = format!(
        "---\nid: flow-long\nkind: flow\ntitle: {}\n{APPROVED}---\n## 步骤\n### start {}\n{}\n- [ ] {}\n- [ ] {}\n",
        long("流程", 80),
        long("步骤", 40),
        long("先听", 120),
        long("做完", 60),
        long("再做", 60),
    );
    for branch in 0..10 {
        let when = long(&format!("第{branch}种"), 60);
        writeln!(flow, "- 若{when} → #end").expect("a text");
    }
    let (end, last) = (long("结束", 40), long("复述", 40));
    writeln!(
        flow,
        "### end {end}
- [ ] {last}"
    )
    .expect("a text");
    Library::copy_of("desk")
        .with("entries/long.md", &entry)
        .with("entries/flow-long.md", &flow)
        .approved()
        .with("entries/broken.md", "---\nid: broken\n---\n")
}

struct Cramped {
    window: Window,
    _library: Library,
    language: &'static str,
    found: String,
}

impl Cramped {
    async fn new(language: &'static str) -> Self {
        let library = library();
        let settings = json!({ "theme": "light", "welcomed": true, "language": language });
        let window = Window::open_for(&Home::with_settings(&settings), &library).await;
        Self {
            window,
            _library: library,
            language,
            found: String::new(),
        }
    }

    /// Looks once this is there.
    async fn look(&mut self, screen: &str, css: &str) {
        self.window.wait_for(css).await;
        self.window
            .picture(&format!("cramped-{}-{screen}", self.language))
            .await;
        let faults = self.window.script(CUT, vec![]).await;
        for fault in faults.as_array().expect("a list") {
            let fault = fault.as_str().unwrap_or_default();
            writeln!(self.found, "{screen}: {fault}").expect("a text");
        }
    }

    async fn dialog(&mut self, screen: &str, key: &str, css: &str) {
        self.window.press(key).await;
        self.look(screen, css).await;
        self.leave().await;
    }

    async fn leave(&self) {
        self.window.press("Esc").await;
        self.window.shows_no_dialog().await;
    }

    fn ends(self) {
        assert!(self.found.is_empty(), "\n{}", self.found);
    }
}

async fn desk(at: &mut Cramped) {
    at.window.resize(SCREEN.0, SCREEN.1).await;
    at.look("empty", "[role=combobox]").await;
    at.window.type_text("超长").await;
    at.window.press("Alt+1").await;
    at.look("card", "article .part.say").await;
    at.window.press("Ctrl+C").await;
    at.look("refused", "[data-acts] .refused").await;
    let seen =
        "const { left, top, width, height } = document.activeElement.getBoundingClientRect();
        const drawn = document.elementFromPoint(left + width / 2, top + height / 2);
        return document.activeElement.matches('[data-blank]') && drawn === document.activeElement";
    at.window
        .comes_true("the blank to fill is in sight", seen)
        .await;
    at.window.write("1.2w").await;
    at.look("blank", "article .form").await;
    at.dialog("report", "Ctrl+B", "dialog form").await;
    at.dialog("pad", "Ctrl+J", "dialog textarea").await;
    at.dialog("summary", "Ctrl+Shift+S", "dialog [data-selectable]")
        .await;
    at.dialog("news", "Ctrl+U", "dialog li").await;
    at.window.press("Ctrl+R").await;
    at.look("reading", "[data-reading]").await;
    at.window.press("Esc").await;
    at.window.press("Ctrl+G").await;
    at.look("bridge", "[data-bridge] li").await;
    at.window.press("Esc").await;
    at.window.press("Ctrl+D").await;
    at.window.press("Ctrl+K").await;
    at.window.press("Esc").await;
    at.look("start", "[role=listbox] .own").await;
    at.window.click_times("main .below .link", 1).await;
    at.look("favourites", "dialog select").await;
    at.leave().await;
    at.window.search("完全没有的东西甲乙丙").await;
    at.look("nothing", "[data-bridge] li").await;
    at.window.press("Ctrl+P").await;
    at.window.search("限额").await;
    at.window.press("Alt+1").await;
    at.window.card_is("转账限额").await;
    at.dialog("parked", "Ctrl+P", "dialog li").await;
    at.window.press("Ctrl+E").await;
    at.look("ended", "footer .undo").await;
}

async fn rest(at: &mut Cramped) {
    at.window.search("流程").await;
    at.window.wait_for("[role=option]").await;
    at.window.press("Alt+1").await;
    at.look("flow-card", "article [data-step]").await;
    at.window.press("Ctrl+O").await;
    at.look("flow", "[data-flow] h3").await;
    at.window
        .click_times("[data-flow] header .btn:last-of-type", 1)
        .await;
    at.look("flow-end", "#flow-end").await;
    at.window.press("Esc").await;
    at.window.press("Ctrl+O").await;
    at.look("flow-waits", ".strip li").await;
    at.dialog("keys", "F1", "dialog").await;
    at.window.press("Ctrl+,").await;
    for tab in 1..=5 {
        let css = format!("dialog [role=tab]:nth-of-type({tab})");
        at.window.click_times(&css, 1).await;
        at.look(&format!("settings-{tab}"), "dialog").await;
    }
    at.leave().await;
    at.window.click_times("nav .dot", 1).await;
    at.look("problems", "dialog li").await;
    at.leave().await;
}

async fn small(at: &mut Cramped) {
    at.window.press("Ctrl+K").await;
    at.window.press("F12").await;
    at.window.wait_for("main.bar").await;
    at.window.resize(640, SCREEN.1).await;
    at.window.search("超长").await;
    at.look("bar", "main.bar .room .card").await;
    at.window.press("Alt+1").await;
    at.look("bar-reading", "main.bar article").await;
    at.window.press("Ctrl+C").await;
    at.look("bar-refused", "main.bar article .refused").await;
    at.window.press("Esc").await;
    at.window.search("完全没有的东西甲乙丙").await;
    at.look("bar-nothing", "main.bar [data-bridge] li").await;
    at.window.press("F12").await;
    at.window.press("F11").await;
    at.window.search("超长").await;
    at.window.resize(420, SCREEN.1).await;
    at.look("column", ".app.small article").await;
    at.window.press("F11").await;
}

#[tokio::test]
async fn nothing_of_the_desk_is_cut_at_two_hundred_percent_in_chinese() {
    let mut at = Cramped::new("zh").await;
    desk(&mut at).await;
    rest(&mut at).await;
    small(&mut at).await;
    at.ends();
}

#[tokio::test]
async fn nothing_of_the_desk_is_cut_at_two_hundred_percent_in_english() {
    let mut at = Cramped::new("en").await;
    desk(&mut at).await;
    rest(&mut at).await;
    small(&mut at).await;
    at.ends();
}
