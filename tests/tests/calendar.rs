//! The corpus's bundles bring the calendar of working days: by the whole way from a register to a device.

use rastau_core::calendar::{Timestamp, WorkingDays};
use rastau_core::error::PageError;
use rastau_core::snapshot::Snapshot;
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
    Snapshot::open(&root, &statements, bundle, now(), None).unwrap()
}

#[test]
fn every_shape_of_the_bundle_brings_the_calendar() {
    for bundle in ["base", "base.rastau", "second", "grown"] {
        let days = open(bundle).working_days();
        assert_eq!(days, Ok(Some(WorkingDays::built_in())), "{bundle}");
    }
}

/// The built-in calendar says the same, so an answer would not show the difference: the error must.
#[test]
fn a_spoiled_bundle_has_no_calendar_to_fall_back_on() {
    for (bundle, error) in [("altered-tables", PageError::Altered), ("cut-tables", PageError::Missing)] {
        assert_eq!(open(bundle).working_days_or_built_in(), Err(error), "{bundle}");
    }
    assert_eq!(
        open("altered-documents").working_days_or_built_in(),
        Ok(WorkingDays::built_in()),
        "pages of other segments do not concern it"
    );
}

/// A register may be without a calendar: no row, and here no table. One that no verifier could read is not built.
#[test]
fn a_register_without_a_calendar_builds() {
    let folder = tempfile::tempdir().unwrap();
    let register = Register::create(&folder.path().join("r.sqlite"), REGISTER, "2024-01-01").unwrap();
    let times = times(now());
    let options = BuildOptions { as_of: times.as_of, not_after: times.not_after, previous: None };
    let draft = build(&register, &folder.path().join("none"), &options, &|_| {}).unwrap();
    assert!(draft.manifest.segments.is_empty());
    rastau_registry::calendar::enter(register.connection(), &WorkingDays::built_in()).unwrap();
    let draft = build(&register, &folder.path().join("one"), &options, &|_| {}).unwrap();
    let [tables] = draft.manifest.segments.as_slice() else { panic!("tables and nothing else") };
    assert_eq!(tables.entries, 5);
    let sql = "UPDATE calendar SET kind = 'party' WHERE day = '2026-05-01'";
    register.connection().execute(sql, ()).unwrap();
    let error = build(&register, &folder.path().join("bad"), &options, &|_| {}).unwrap_err();
    assert!(error.to_string().contains("1 errors"), "{error}");
}
