//! Asks a rule of the Law for a deadline, and a composite question for its parts.
//!
//! ```sh
//! cargo run -p rastau-core --example rule
//! ```

use rastau_core::{WorkingDays, rule};

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let days = WorkingDays::built_in();

    // Article 22.1: until when may a candidate appeal?
    let appeal = rule("art22.p1.appeal-window").ok_or("no such rule")?;
    let answer = appeal.judge(r#"{"informed_on": "2026-03-19", "as_of": "2026-03-20"}"#, &days)?;
    println!("{}", answer.to_json());
    assert!(answer.to_json().contains(r#""last_day":"2026-03-31""#));

    // A missing fact never improves an answer: it is undetermined, and says what is missing.
    let answer = appeal.judge(r#"{"as_of": "2026-03-20"}"#, &days)?;
    println!("{}", answer.to_json());
    assert!(answer.to_json().contains(r#""outcome":"undetermined""#));

    // A composite question asks several rules at once.
    let apply = rule("ask.can-i-apply").ok_or("no such question")?;
    let answer = apply.judge(apply.example, &days)?;
    println!("{} rules were asked", answer.ruling.parts.len());
    assert!(!answer.ruling.parts.is_empty());
    Ok(())
}

#[test]
fn runs() {
    main().unwrap();
}
