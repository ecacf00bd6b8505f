//! A certificate's history and its holder's hours, from JSON: its standing today, and what to do next.

use ruankao::{History, Language, Law, Ledger, day};

const HISTORY: &str = r#"[
    {"event": "approved", "on": "2005-03-10"}
]"#;

const LEDGER: &str = r#"[
    {"on": "2005-11-20", "hours": 60, "mode": "full_time", "field": "software", "kind": "technology",
     "provider": "上海培训基地"},
    {"on": "2006-12-01", "hours": 60, "mode": "on_the_job", "field": "networks", "kind": "standard"},
    {"on": "2007-12-03", "hours": 40, "mode": "on_the_job", "field": "software", "kind": "technology"}
]"#;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let history: History = serde_json::from_str(HISTORY)?;
    let ledger: Ledger = serde_json::from_str(LEDGER)?;
    let file = Law::of_2004().open(history, ledger);

    // The crate has no clock: today is an argument.
    let today = file.on(day!(2008, 1, 15))?;
    println!("{}", today.standing().in_words(Language::Zh));
    if let Some(deadline) = today.deadline() {
        println!("截止日：{deadline}");
    }
    println!("尚缺学时：{}", today.hours_missing());
    println!("\n理由：\n{}", today.explain().in_words(Language::Zh));
    println!("\n下一步：\n{}", today.plan().in_words(Language::Zh));
    Ok(())
}
