//! A shift of 300 calls, without the pauses between them or spread evenly over `--minutes N`: what the program holds before
//! and after, and what it does when nobody touches it.

use std::time::{Duration, Instant};

use yingda_content::judged::Class;
use yingda_text::fold;

use crate::harness::other_program::OtherProgram;
use crate::harness::patience::{Instead, eventually};
use crate::harness::{Home, Library};
use crate::keyboard::{ALT, CTRL, ESC, Keyboard};
use crate::screen::{memory_mb, worked};
use crate::{scale, waiting};

const CALLS: usize = 300;
/// How often memory is told.
const EACH: usize = 50;
/// Before and after, nobody touches anything for so long.
const REST: Duration = Duration::from_secs(20);

/// Works through the calls and prints memory and idle work.
pub(crate) async fn measure(library: &Library) {
    let other = OtherProgram::open("crm", "客户 甲").await;
    let window = waiting(&Home::empty(), library, &other).await;
    let keyboard = Keyboard::connect();
    let queries = typed_queries();
    let idle = rest();
    println!(
        "memory before the shift        {} MB, idle {idle}",
        memory_mb()
    );
    let (started, pace) = (Instant::now(), pace());
    for (number, nth) in (0..CALLS).zip(0_u32..) {
        tokio::time::sleep((pace * nth).saturating_sub(started.elapsed())).await;
        keyboard.press(&[ALT, u32::from('q')]);
        ready(&window).await;
        keyboard.type_text(&queries[number % queries.len()]);
        keyboard.press(&[ALT, u32::from('1')]);
        // A search that finds nothing offers bridge wording instead; that happens in a shift too.
        window.wait_for("article[data-card], .bridge").await;
        keyboard.press(&[CTRL, u32::from('c')]);
        for _ in 0..3 {
            keyboard.press(&[ESC]);
        }
        gone(&window, &other).await;
        if (number + 1) % EACH == 0 {
            println!(
                "memory after {:>3} calls         {} MB",
                number + 1,
                memory_mb()
            );
        }
    }
    let took = started.elapsed().as_secs();
    let idle = rest();
    println!(
        "memory after the shift, at rest {} MB, idle {idle}",
        memory_mb()
    );
    let pauses = if pace.is_zero() {
        " instead of a day: pauses are left out"
    } else {
        ", spread evenly"
    };
    println!("{CALLS} calls in {took} s{pauses}");
}

/// From the beginning of one call to that of the next, at least.
fn pace() -> Duration {
    let minutes = scale::option("--minutes").and_then(|count| count.parse().ok());
    let shift = Duration::from_secs(60) * minutes.unwrap_or(0);
    shift / u32::try_from(CALLS).expect("a small number")
}

/// The first letters of every tenth judged query of Chinese words.
fn typed_queries() -> Vec<String> {
    let loaded = yingda_content::load(&scale::shipped());
    let judged = yingda_content::load_judged(&scale::shipped(), &loaded.library);
    let lexicon = crate::lexicon();
    let words = judged
        .queries
        .iter()
        .filter(|query| query.class == Class::Hanzi);
    let letters = words.step_by(10).map(|query| {
        let letters = lexicon.typed(fold(&query.query).chars());
        letters
            .iter()
            .filter_map(|one| one.chars().next())
            .take(4)
            .collect::<String>()
    });
    letters
        .filter(|letters| letters.chars().all(|c| c.is_ascii_lowercase()))
        .collect()
}

/// Waits until the cursor is in the search box; else tells where it is.
async fn ready(window: &crate::harness::Window) {
    let script = "const at = document.activeElement;
        return [document.hasFocus(), at.tagName, at.getAttribute('role'), at.textContent.slice(0, 40)].join(' ')";
    eventually("the search box has the keyboard", async || {
        let at = window.script(script, vec![]).await.to_string();
        if at.starts_with("\"true INPUT combobox") {
            return Ok(());
        }
        Err(Instead(at))
    })
    .await;
}

/// How many looks pass between one Esc and the next, as with a person who sees that the bar is still there.
const LOOKS: u32 = 20;

/// Waits until the bar is away. A key pressed while it was drawing may have come too early, so Esc is pressed again.
async fn gone(window: &crate::harness::Window, other: &OtherProgram) {
    let mut looks = 0_u32;
    eventually("the bar is away", async || {
        looks += 1;
        let text = window.script(
            "return document.querySelector('[role=combobox]').value",
            vec![],
        );
        let (text, hidden) = (text.await, !other.is_behind());
        if hidden && text == "" {
            return Ok(());
        }
        if !hidden && looks.is_multiple_of(LOOKS) {
            Keyboard::connect().press(&[ESC]);
        }
        Err(Instead(text.to_string()))
    })
    .await;
}

/// How much of a core the program uses while nobody touches it; not known when a process ended meanwhile, which takes its
/// work along.
#[expect(clippy::cast_precision_loss, reason = "some seconds of work")]
fn rest() -> String {
    std::thread::sleep(Duration::from_secs(3));
    let before = worked();
    std::thread::sleep(REST);
    match worked().checked_sub(before) {
        Some(hundredths) => {
            let share = hundredths as f64 / REST.as_secs_f64();
            format!("{share:.2} % of a core")
        }
        None => "not known, a process ended".to_owned(),
    }
}
