//! Answers a question about the Law in words: a deadline with each skipped day, and the missing facts.
//!
//! ```sh
//! cargo run -p rastau-messages --example explain_rule
//! ```

use rastau_core::{WorkingDays, rule};
use rastau_messages::{Lang, explain_rule, facts_error};

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let days = WorkingDays::built_in();
    let appeal = rule("art22.p1.appeal-window").ok_or("no such rule")?;
    for facts in [r#"{"informed_on": "2026-03-19", "as_of": "2026-03-20"}"#, r#"{"as_of": "2026-03-20"}"#] {
        let answer = appeal.judge(facts, &days)?;
        for lang in Lang::ALL {
            let explained = explain_rule(&answer, lang);
            println!("{} ({})\n  {}", explained.title, explained.source, explained.text);
            explained.trace.iter().for_each(|step| println!("  · {step}"));
            explained.advice.iter().for_each(|advice| println!("  {advice}"));
        }
    }

    // An error names the fact and what is wrong with it.
    let error = appeal.judge(r#"{"as_of": "tomorrow"}"#, &days).err().ok_or("not a date was read")?;
    let text = facts_error(&error, Lang::En);
    println!("{text}");
    assert!(text.contains("tomorrow"), "{text}");
    Ok(())
}

#[test]
fn runs() {
    main().unwrap();
}
