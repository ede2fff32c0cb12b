//! Finding by meaning in the window, with the real sentence model.

use crate::harness::{Library, Window};
use std::path::Path;

#[tokio::test]
async fn what_is_meant_is_found_without_a_shared_word() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../src-tauri/model");
    if !folder.join(yingda_app::MODEL_FILE).is_file() {
        println!("not run: there is no sentence model; `cargo xtask model` puts it there");
        return;
    }
    let library = Library::copy_of("desk")
        .with("entries/password.md", &question("password", "密码重置"))
        .with("entries/hours.md", &question("hours", "营业时间"))
        .with("entries/early.md", &question("early", "提前还款"))
        .approved();
    let window = Window::open(&library).await;
    window.shows("语义查找：已就绪").await;
    window.type_text("忘记口令").await;
    window.first_hit_is("密码重置").await;
    window.shows("没有词语匹配，以下意思相近").await;
    window.picture("meaning").await;
}

fn question(id: &str, title: &str) -> String {
    format!(
        "---\nid: {id}\nkind: faq\ntitle: {title}\nstatus: approved\napprovals:\n  - {{role: 消保审查岗, by: 演示审查岗甲, \
         date: 2026-05-01, number: \"演示审〔2026〕001\"}}\n---\n## 可直接说\n好的。\n"
    )
}
