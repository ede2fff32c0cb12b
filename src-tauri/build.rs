//! Prepares the shell: the page must be there before it can be embedded.

use std::fs;
use std::io;
use std::path::Path;

/// What the window says when it was built without the page.
const STUB: &str = "<!doctype html><html lang=\"zh-CN\"><meta charset=\"utf-8\"><title>应答</title>\
<p>页面还没有构建，请运行 cargo xtask run。</p><p>The page was not built; run cargo xtask run.</p></html>";

fn main() -> io::Result<()> {
    let page = Path::new("../ui/dist/index.html");
    if !page.exists() {
        fs::create_dir_all("../ui/dist")?;
        fs::write(page, STUB)?;
    }
    println!("cargo:rerun-if-changed=../ui/dist");
    // The sentence model may come later; what is bundled is copied beside the program when this runs.
    println!("cargo:rerun-if-changed=model");
    tauri_build::build();
    Ok(())
}
