//! The corpus's bundles contain the calendar of working days: tested from the register to the device.

use rastau_core::calendar::{Timestamp, WorkingDays};
use rastau_core::error::PageError;
use rastau_core::snapshot::{OpenOptions, Snapshot};
use rastau_registry::Register;
use rastau_registry::build::{BuildOptions, build};
use rastau_registry::demo::{REGISTER, times};
use rastau_store::Bundle;

fn now() -> Timestamp {
    Timestamp::parse("2026-11-23T10:00:00+05:00").unwrap()
}

fn open(name: &str) -> Snapshot<Bundle> {
    let bundles = rastau_tests::corpus().join("bundles");
    let bundle = Bundle::open(&bundles.join(name)).unwrap();
    let statements = bundle.statements().clone();
    let root = std::fs::read(bundles.join("base/roots/1.cose")).unwrap();
    Snapshot::open(&OpenOptions::pinned(&root, now()), &statements, bundle).unwrap()
}

#[test]
fn every_kind_of_bundle_contains_the_calendar() {
    for bundle in ["base", "base.rastau", "second", "grown"] {
        let days = open(bundle).working_days();
        assert_eq!(days, Ok(Some(WorkingDays::built_in())), "{bundle}");
    }
}

/// The built-in calendar has the same days, so the answers would not differ. The error shows that it was not used.
#[test]
fn a_damaged_bundle_does_not_fall_back_to_the_built_in_calendar() {
    for (bundle, error) in [("altered-tables", PageError::Altered), ("cut-tables", PageError::Missing)] {
        assert_eq!(open(bundle).working_days_or_built_in(), Err(error), "{bundle}");
    }
    assert_eq!(
        open("altered-documents").working_days_or_built_in(),
        Ok(WorkingDays::built_in()),
        "pages of other segments do not affect it"
    );
}

/// A register may have no calendar: then there is no row, and here no table. A calendar that verifiers cannot read is
/// rejected when building.
#[test]
fn a_register_without_a_calendar_builds() {
    let folder = tempfile::tempdir().unwrap();
    let register = Register::create(&folder.path().join("r.sqlite"), REGISTER, "2024-01-01").unwrap();
    let times = times(now());
    let options = BuildOptions::new(times.as_of, times.not_after);
    let draft = build(&register, &folder.path().join("none"), &options, &|_| {}).unwrap();
    assert!(draft.manifest.segments.is_empty());
    rastau_registry::calendar::enter(register.connection(), &WorkingDays::built_in()).unwrap();
    let draft = build(&register, &folder.path().join("one"), &options, &|_| {}).unwrap();
    let [tables] = draft.manifest.segments.as_slice() else { panic!("expected one segment of tables") };
    assert_eq!(tables.entries, 5);
    let sql = "UPDATE calendar SET kind = 'party' WHERE day = '2026-05-01'";
    register.connection().execute(sql, ()).unwrap();
    let error = build(&register, &folder.path().join("bad"), &options, &|_| {}).unwrap_err();
    assert!(error.to_string().contains("1 errors"), "{error}");
}
