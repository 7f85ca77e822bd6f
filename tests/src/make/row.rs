//! One row of a table of cases: the question, and the expected answer as written by hand.

/// The time at which the base bundle is published, and the clock of most cases.
pub(super) const NOW: &str = "2026-11-23T10:00:00+05:00";

/// The expected answer.
#[derive(Clone)]
pub(super) enum Expect {
    /// A verdict: its outcome and, of the checks that are not satisfied, the ids by outcome, in any order.
    Verdict {
        outcome: &'static str,
        violated: Vec<&'static str>,
        undetermined: Vec<&'static str>,
        contestable: Vec<&'static str>,
    },
    /// The input cannot be read.
    Read(u16),
    /// The bundle is rejected.
    Open(u16),
}

/// A case of the generator's tables.
#[derive(Clone)]
pub(super) struct Row {
    pub(super) name: String,
    pub(super) why: String,
    pub(super) bundle: &'static str,
    pub(super) root: &'static str,
    pub(super) now: &'static str,
    pub(super) on: Option<&'static str>,
    pub(super) accept: &'static str,
    pub(super) grace: Option<u64>,
    pub(super) state: Option<&'static str>,
    pub(super) input: String,
    pub(super) expect: Expect,
    /// Where the document's web address leads according to the verdict.
    pub(super) link: Option<&'static str>,
    pub(super) flips: Vec<&'static str>,
}

fn row(name: &str, why: &str, input: String, expect: Expect) -> Row {
    Row {
        name: name.into(),
        why: why.into(),
        bundle: "base",
        root: "base/roots/1.cose",
        now: NOW,
        on: None,
        accept: "late",
        grace: None,
        state: None,
        input,
        expect,
        link: None,
        flips: Vec::new(),
    }
}

/// A valid document.
pub(super) fn valid(name: &str, why: &str, input: String) -> Row {
    verdict(name, why, input, "valid", &[], &[], &[])
}

/// A document that violates these checks.
pub(super) fn invalid(name: &str, why: &str, input: String, violated: &[&'static str]) -> Row {
    verdict(name, why, input, "invalid", violated, &[], &[])
}

/// A document for which these checks are undetermined.
pub(super) fn unknown(name: &str, why: &str, input: String, undetermined: &[&'static str]) -> Row {
    verdict(name, why, input, "indeterminate", &[], undetermined, &[])
}

/// A document for which two readings of the Law differ in these checks.
pub(super) fn contestable(name: &str, why: &str, input: String, contestable: &[&'static str]) -> Row {
    verdict(name, why, input, "indeterminate", &[], &[], contestable)
}

/// Any verdict.
pub(super) fn verdict(
    name: &str,
    why: &str,
    input: String,
    outcome: &'static str,
    violated: &[&'static str],
    undetermined: &[&'static str],
    contestable: &[&'static str],
) -> Row {
    let expect = Expect::Verdict {
        outcome,
        violated: violated.to_vec(),
        undetermined: undetermined.to_vec(),
        contestable: contestable.to_vec(),
    };
    row(name, why, input, expect)
}

/// An input that cannot be read.
pub(super) fn unreadable(name: &str, why: &str, input: impl Into<String>, code: u16) -> Row {
    row(name, why, input.into(), Expect::Read(code))
}

/// A bundle that is rejected.
pub(super) fn refused(bundle: &'static str, why: &str, input: String, code: u16) -> Row {
    row(&format!("open.{bundle}"), why, input, Expect::Open(code)).bundle(bundle)
}

impl Row {
    pub(super) fn bundle(self, bundle: &'static str) -> Self {
        Self { bundle, ..self }
    }

    /// The path of the trust root from the directory of bundles.
    pub(super) fn root(self, root: &'static str) -> Self {
        Self { root, ..self }
    }

    pub(super) fn now(self, now: &'static str) -> Self {
        Self { now, ..self }
    }

    pub(super) fn on(self, on: &'static str) -> Self {
        Self { on: Some(on), ..self }
    }

    pub(super) fn accept(self, accept: &'static str) -> Self {
        Self { accept, ..self }
    }

    pub(super) fn grace(self, grace: u64) -> Self {
        Self { grace: Some(grace), ..self }
    }

    pub(super) fn state(self, state: &'static str) -> Self {
        Self { state: Some(state), ..self }
    }

    pub(super) fn link(self, leads: &'static str) -> Self {
        Self { link: Some(leads), ..self }
    }

    pub(super) fn named(self, name: &str) -> Self {
        Self { name: name.into(), ..self }
    }

    pub(super) fn flips(self, checks: &[&'static str]) -> Self {
        Self { flips: checks.to_vec(), ..self }
    }
}
