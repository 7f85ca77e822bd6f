//! The language-neutral corpus: its cases for the tests of every binding, and the generator that writes it.
//!
//! `corpus/README.md` describes the files. [`cases`] loads them; [`replay`] answers them with the core.
#![forbid(unsafe_code)]

mod case;
pub mod make;
mod rules;
mod tutorial;
mod update;

pub use rules::{RuleCase, answer, differences, rule_cases, rule_lines, unknown_rules, write_rules};

pub use tutorial::run_tutorial;

pub use update::{Outcome, Reply, Step, Transcript, replay_session, replay_walk, transcripts_in};

pub use case::{Case, Question, cases, cases_in, corpus, replay, replay_in};
