//! Paragraph 1, subparagraph 2: premises, equipment and material resources.

use alloc::string::ToString;
use alloc::vec::Vec;

use crate::calendar::WorkingDays;
use crate::error::FactsError;
use crate::law::engine::conditions::{Conditions, UNKNOWN, with_lists};
use crate::law::engine::facts::{facts, names};
use crate::law::engine::norm::Norm;
use crate::law::engine::outcome::{Ruled, outcomes};
use crate::law::engine::rule::{Output, rule};

rule! {
    RESOURCES_TITLE: ResourcesTitle => Outcome,
    unit: (24, 1, 0, 2),
    text: 0xd989_63e0_4b00_5c7b,
    id: "art24.p1.s2.resources-title",
    summary: "Criterion: premises, equipment and materials, held by one of the listed titles",
    note: "Something of each of the three kinds. That it is what the work needs is attested on site.",
    judge: resources_title,
    as_of: |_facts| None,
    value: &[
        ("failed", Output::SomeOf(&["premises", "equipment", "material-resources", "sufficiency"])),
        ("missing_kinds", Output::SomeOf(ResourceKind::NAMES)),
        ("without_title", Output::SomeOf(ResourceKind::NAMES)),
        UNKNOWN,
    ],
    example: r#"{"resources":[{"kind":"premises","title":"ownership"},{"kind":"equipment","title":"other"},{"kind":"material-resources","title":"operational-management"}],"sufficient":true}"#,
}

/// The norms, in the order of the act.
pub(super) static NORMS: &[&Norm] = &[&RESOURCES_TITLE.norm];

outcomes! {
    /// The outcomes of `art24.p1.s2.resources-title`.
    pub enum Outcome {
        Held = "held": Satisfied,
        NotHeld = "not-held": Violated,
    }
}

names! {
    /// What kind of resource it is.
    pub enum ResourceKind {
        /// Premises.
        Premises = "premises",
        /// Equipment.
        Equipment = "equipment",
        /// Material resources.
        MaterialResources = "material-resources",
    }

    /// By what right a resource is held.
    pub enum ResourceTitle {
        /// Ownership.
        Ownership = "ownership",
        /// Economic management.
        EconomicManagement = "economic-management",
        /// Operational management.
        OperationalManagement = "operational-management",
        /// A joint activity agreement.
        JointActivityAgreement = "joint-activity-agreement",
        /// Temporary possession and use: a lease, say.
        TemporaryPossessionAndUse = "temporary-possession-and-use",
        /// None of these.
        Other = "other",
    }
}

facts! {
    /// Something that the applicant has.
    pub struct ResourceFacts {
        /// What kind it is.
        kind: Option<ResourceKind>,
        /// By what right it is held.
        title: Option<ResourceTitle>,
    }

    /// Facts of `art24.p1.s2.resources-title`.
    pub struct ResourcesTitle {
        /// What the applicant has; empty where it has nothing.
        resources: Option<Vec<ResourceFacts>>,
        /// Whether the survey on site attests that it is what the work needs.
        sufficient: Option<bool>,
    }
}

/// `art24.p1.s2.resources-title`: the applicant has premises, equipment and material resources, each kind by one of
/// the rights that the Law lists, and sufficient for the work. One item of each kind suffices here; the survey on
/// site attests whether the resources are sufficient.
///
/// # Errors
/// None.
pub fn resources_title(facts: &ResourcesTitle, _: &WorkingDays) -> Result<Ruled<Outcome>, FactsError> {
    let (mut missing_kinds, mut without_title) = (Vec::new(), Vec::new());
    let mut conditions = Conditions::default();
    for kind in [ResourceKind::Premises, ResourceKind::Equipment, ResourceKind::MaterialResources] {
        let Some(resources) = &facts.resources else {
            conditions = conditions.check(kind.name(), None, "resources");
            continue;
        };
        let matching = || resources.iter().filter(|one| one.kind == Some(kind));
        let listed = |one: &&ResourceFacts| one.title.is_some_and(|title| title != ResourceTitle::Other);
        // An item of unknown kind may be of this kind, unless its right is known not to be a listed one.
        let of_any_kind = |one: &ResourceFacts| one.kind.is_none() && one.title != Some(ResourceTitle::Other);
        conditions = if matching().any(|one| listed(&one)) {
            conditions
        } else if matching().any(|one| one.title.is_none()) {
            conditions.check(kind.name(), None, "resources.title")
        } else if resources.iter().any(of_any_kind) {
            conditions.check(kind.name(), None, "resources.kind")
        } else {
            let list = if matching().next().is_none() { &mut missing_kinds } else { &mut without_title };
            list.push(kind.name().to_string());
            conditions.check(kind.name(), Some(false), "resources")
        };
    }
    let ruling = conditions
        .check("sufficiency", facts.sufficient, "sufficient")
        .ruled(Outcome::Held, Outcome::NotHeld);
    Ok(with_lists(ruling, [("missing_kinds", missing_kinds), ("without_title", without_title)]))
}
