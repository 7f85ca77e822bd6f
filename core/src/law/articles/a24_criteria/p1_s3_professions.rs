//! Paragraph 1, subparagraph 3: professions of the register.

use alloc::string::{String, ToString};
use alloc::vec::Vec;

use crate::calendar::{Date, WorkingDays};
use crate::error::FactsError;
use crate::facts::Facts;
use crate::law::articles::a15_recognition::p1_register::version_on;
use crate::law::engine::conditions::with_lists;
use crate::law::engine::facts::{SomeOf, Text, facts, or_return, require};
use crate::law::engine::norm::Norm;
use crate::law::engine::outcome::{Ruled, outcomes};
use crate::law::engine::register::{self, EntryFacts};
use crate::law::engine::rule::{Output, rule};
use crate::law::engine::ruling::Step;
use crate::snapshot::rows::{Mode, ProfessionVersion};
use crate::sorted::distinct;

rule! {
    PROFESSIONS_IN_REGISTER: ProfessionsInRegister => Outcome,
    unit: (24, 1, 0, 3),
    text: 0x2ce3_0352_aa67_6e78,
    id: "art24.p1.s3.professions-in-register",
    summary: "Criterion: the professions applied for are in the register",
    note: "All of them, on the day of application. Mandatory ones are pointed out: other laws govern them.",
    judge: professions_in_register,
    as_of: |facts| facts.as_of,
    value: &[("not_in_register", Output::List), ("mandatory", Output::List), ("not_known", Output::List)],
    example: r#"{"professions":["7212-01","7213-02"],"register":[{"profession":"7212-01","included_on":"2024-01-01","excluded_on":null,"mode":"voluntary"}],"register_as_of":"2026-03-31","as_of":"2026-03-19"}"#,
}

/// The norms, in the order of the act.
pub(super) static NORMS: &[&Norm] = &[&PROFESSIONS_IN_REGISTER.norm];

outcomes! {
    /// The outcomes of `art24.p1.s3.professions-in-register`.
    pub enum Outcome {
        InRegister = "in-register": Satisfied,
        NotInRegister = "not-in-register": Violated,
    }
}

facts! {
    /// Facts of `art24.p1.s3.professions-in-register`.
    pub struct ProfessionsInRegister {
        /// Codes of the professions that accreditation is asked for.
        professions: Option<SomeOf<Text>>,
        /// The register of professions: at least the entries of these; empty where it has none.
        register: Option<Vec<EntryFacts>>,
        /// The day up to which these entries are known; of a later day nothing is.
        register_as_of: Option<Date>,
        /// The day of the application.
        as_of: Option<Date>,
    }
}

/// `art24.p1.s3.professions-in-register`: every requested profession is in the register of professions on the day of
/// the application (art. 15.1). A profession with mandatory recognition is in the register too, but is governed by
/// another law (art. 15.5): the trace warns of it.
///
/// # Errors
/// An empty list of professions; an entry that ends before it begins.
pub fn professions_in_register(
    facts: &ProfessionsInRegister,
    _: &WorkingDays,
) -> Result<Ruled<Outcome>, FactsError> {
    require!(facts: professions, register, as_of);
    or_return!(register::known_until(facts.register_as_of, "register_as_of", *as_of));
    let (mut absent, mut mandatory) = (Vec::<String>::new(), Vec::<String>::new());
    let (mut missing, mut unknown, mut trace) = (Vec::new(), Vec::<String>::new(), Vec::new());
    for profession in professions.iter() {
        let code = profession.as_str();
        let row = match register::profession(code, register) {
            Ok(row) => row,
            Err(early) => {
                missing.extend((*early)?);
                unknown.push(code.to_string());
                continue;
            }
        };
        if row.as_ref().and_then(|row| version_on(row, *as_of)).is_none() {
            absent.push(code.to_string());
        }
        // Entries may overlap and come in any order: one mandatory entry is enough to warn.
        let in_force = |version: &&ProfessionVersion| version.interval.contains(*as_of);
        let versions = row.iter().flat_map(|row| &row.versions).filter(in_force);
        let laws = versions.filter_map(|version| match &version.mode {
            Mode::Mandatory { other_law } => Some(other_law.as_str()),
            Mode::Voluntary => None,
        });
        let laws = distinct(laws.collect());
        if !laws.is_empty() {
            mandatory.push(code.to_string());
        }
        trace.extend(laws.into_iter().map(|law| {
            let law = Some(law).filter(|law| !law.is_empty());
            let facts = Facts::new().with("profession", code).with_some("other_law", law);
            Step::with_facts("mandatory-under-other-law", facts)
        }));
    }
    let missing = distinct(missing);
    let ruling = if !absent.is_empty() {
        Ruled::of(Outcome::NotInRegister)
    } else if !missing.is_empty() {
        Ruled::lacking(missing)
    } else {
        Ruled::of(Outcome::InRegister)
    };
    let lists = [("not_in_register", absent), ("mandatory", mandatory), ("not_known", unknown)];
    Ok(with_lists(ruling, lists).steps(trace))
}
