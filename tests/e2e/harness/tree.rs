//! What the web view tells a screen reader: the role and the name that it computed itself.

use serde_json::Value;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;

use super::patience::{Instead, answer, eventually};
use super::window::Window;

/// The role and the name of an element, as the web view hands them on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Told {
    pub(crate) role: String,
    pub(crate) name: String,
}

impl Window {
    /// Waits until the first such element has this role and a name that holds all of these words.
    pub(crate) async fn tells(&self, css: &str, role: &str, words: &[&str]) {
        let wanted = format!("{css} is told as {role} with {words:?}");
        eventually(&wanted, async || {
            let told = self.told(css).await;
            let says = words.iter().all(|&word| told.name.contains(word));
            if told.role == role && says && !(words.is_empty() && told.name.is_empty()) {
                Ok(())
            } else {
                Err(Instead(format!("{told:?}")))
            }
        })
        .await;
    }

    /// What the web view says of the first such element.
    pub(crate) async fn told(&self, css: &str) -> Told {
        let element = self.wait_for(css).await.element_id();
        let ask = async |what: &str| self.computed(&element, what).await;
        Told {
            role: ask("computedrole").await,
            name: ask("computedlabel").await,
        }
    }

    /// The client knows no such question, so it is asked of the driver directly.
    async fn computed(&self, element: &str, what: &str) -> String {
        let session = answer("the session has an id", self.client().session_id()).await;
        let session = session.expect("an open session");
        let request = format!(
            "GET /session/{session}/element/{element}/{what} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"
        );
        let address = ("127.0.0.1", self.port());
        let asked = async {
            let mut driver = TcpStream::connect(address).await?;
            driver.write_all(request.as_bytes()).await?;
            let mut said = Vec::new();
            driver.read_to_end(&mut said).await?;
            Ok::<_, std::io::Error>(String::from_utf8_lossy(&said).into_owned())
        };
        let said = answer(what, asked).await;
        let body = said.split_once("\r\n\r\n").map_or("", |(_, body)| body);
        let body =
            serde_json::from_str::<Value>(body).unwrap_or_else(|fault| panic!("{said}: {fault}"));
        body["value"]
            .as_str()
            .unwrap_or_else(|| panic!("{said}"))
            .to_owned()
    }

    /// Waits until the live region that is within reach says this.
    pub(crate) async fn says(&self, words: &str) {
        let script = "const modal = document.querySelector('dialog:modal'); \
            return [...(modal ?? document).querySelectorAll('[data-announcer]')].pop()?.textContent ?? ''";
        eventually(
            &format!("a screen reader is told “{words}”"),
            async || {
                let said = self.script(script, vec![]).await;
                match said.as_str() {
                    Some(text) if text.contains(words) => Ok(()),
                    _ => Err(Instead(said.to_string())),
                }
            },
        )
        .await;
    }
}
