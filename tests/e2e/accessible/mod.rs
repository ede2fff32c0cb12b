//! Every screen can be read by a screen reader and by weak eyes: names, ids, structure and contrast are computed from
//! the page, in light, dark and high contrast at each screen.

mod calls;
mod desk;
mod office;
mod small;
mod trainer;

use std::fmt::Write;

use serde_json::json;

use crate::harness::{Home, Library, Window};

const AUDIT: &str = include_str!("../harness/audit.js");

const APPROVED: &str = "status: approved\napprovals:\n  \
    - {role: 消保审查岗, by: 演示审查岗甲, date: 2026-05-01, number: \"演示审〔2026〕051\"}\n\
    valid: {from: 2026-05-01T00:00}\n";

const FLOW: &str = "## 步骤
### listen 听完再核身
编号是{{登记编号}}。话术：[[card-loss]]
- [ ] 没有打断客户
- 若核身通过 → #close
### close 确认和结束
- [ ] 复述结论
";

const HOLD: &str = "## 可直接说
{{客户称呼}}，请等{{预计等候}}，金额{{金额}}。
## 必须说
- 等候期间不收费。
## 不能说
- 「别催」 → 「请您稍等」
## 仅内部
- 等候超过一分钟要回电。
";

/// An approved entry with these lines in its head.
fn entry(head: &str, body: &str) -> String {
    format!("---\n{head}\n{APPROVED}---\n{body}")
}

/// A library with something for every part of the agent's screens.
fn library() -> Library {
    let flow =
        "id: flow-complaint\nkind: flow\ntitle: 客户投诉流程\nfields: {登记编号: {type: digits}}";
    let hold = "id: hold\nkind: script\ntitle: 请客户稍候\ntags: [过渡话术]\nstage: 受理\nfields: \
        {预计等候: {type: choice, options: [半分钟, 一分钟], required: true}, 金额: {type: amount}}";
    let news =
        "id: fraud-call\nkind: script\ntitle: 疑似诈骗来电\nmust_read: true\nproduct: 借记卡";
    Library::copy_of("desk")
        .with("entries/flow-complaint.md", &entry(flow, FLOW))
        .with("entries/hold.md", &entry(hold, HOLD))
        .with(
            "entries/fraud-call.md",
            &entry(news, "## 可直接说\n请您先不要转账。\n"),
        )
        .approved()
        .with("entries/broken.md", "---\nid: broken\n---\n")
}

/// An open window and what was found in it.
struct Audit {
    window: Window,
    library: Library,
    found: String,
}

impl Audit {
    fn of(window: Window, library: Library) -> Self {
        Self {
            window,
            library,
            found: String::new(),
        }
    }

    /// A window at the agent's desk in this language, its welcome read.
    async fn at_the_desk(language: &str) -> Self {
        let settings = json!({ "theme": "light", "welcomed": true, "language": language });
        let library = library();
        let window = Window::open_for(&Home::with_settings(&settings), &library).await;
        Self::of(window, library)
    }

    /// Looks at the page as it is now, in every theme, under the name of the screen.
    async fn look(&mut self, screen: &str) {
        let faults = self.window.script(AUDIT, vec![]).await;
        for fault in faults.as_array().into_iter().flatten() {
            let fault = fault.as_str().unwrap_or_default();
            writeln!(self.found, "{screen}: {fault}").expect("a text");
        }
        assert!(faults.is_array(), "{screen}: {faults}");
    }

    /// The same once this is there.
    async fn look_at(&mut self, screen: &str, css: &str) {
        self.window.wait_for(css).await;
        self.look(screen).await;
    }

    /// Presses, looks at the dialog that opens, and closes it with Esc.
    async fn dialog(&mut self, key: &str, screen: &str) {
        self.window.press(key).await;
        self.look_at(screen, "dialog[open]").await;
        self.leave().await;
    }

    /// Closes the dialog.
    async fn leave(&self) {
        self.window.press("Esc").await;
        self.window.shows_no_dialog().await;
    }

    /// Clicks on the first such element.
    async fn click(&self, css: &str) {
        self.window.click_times(css, 1).await;
    }

    /// Fails with everything that was found.
    fn ends(self) {
        assert!(self.found.is_empty(), "\n{}", self.found);
    }
}

/// Shows that the audit finds what it looks for.
#[tokio::test]
async fn the_audit_finds_what_is_wrong() {
    let window = Window::open(&Library::copy_of("desk")).await;
    let spoil = "const main = document.querySelector('main');
        const make = (name, set) => main.append(Object.assign(document.createElement(name), set));
        make('button', { className: 'btn' });
        make('p', { textContent: '看不清', style: 'color: #ccc' });
        make('p', { textContent: '两次', id: main.querySelector('[id]').id });
        make('input', { value: '也看不清', ariaLabel: '一', style: 'color: #ddd; border: 1px solid #000' });
        make('input', { placeholder: '又看不清', ariaLabel: '二', style: 'border: 1px solid #eee' });
        make('p', { textContent: '指向', id: 'lost' });
        document.getElementById('lost').setAttribute('aria-describedby', 'nowhere');
        const hidden = document.createElement('p');
        hidden.ariaHidden = 'true';
        hidden.append(Object.assign(document.createElement('button'), { textContent: '藏' }));
        const option = document.createElement('p');
        option.role = 'option';
        option.ariaLabel = '外面';
        option.append(Object.assign(document.createElement('button'), { textContent: '里' }));
        const shade = document.createElement('div');
        const ghost = Object.assign(document.createElement('p'), { textContent: '影子', style: 'color: #ccc' });
        shade.attachShadow({ mode: 'open' }).append(ghost);
        main.append(hidden, option, shade)";
    window.script(spoil, vec![]).await;
    let found = window.script(AUDIT, vec![]).await.to_string();
    for wrong in [
        "no name",
        "contrast 1.",
        "也看不清",
        "影子",
        "faint edge",
        "is there 2 times",
        "nowhere",
        "hidden from a screen reader",
        "outside a listbox",
        "inside what is read as one",
    ] {
        assert!(found.contains(wrong), "{wrong}: {found}");
    }
}
