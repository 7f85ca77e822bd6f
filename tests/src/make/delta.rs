//! Writes the bundle `grown`: the base's segments, and small ones with one new document, one cancellation and one
//! reinstatement. The tables are replaced completely.

use rastau_core::calendar::Date;
use rastau_core::snapshot::name::SEGMENTS;
use rastau_core::snapshot::pages::SegmentKind;
use rastau_core::snapshot::status::{Cancellation, Ground, Place, write_page};
use rastau_core::snapshot::{OpenOptions, Segment, Snapshot};
use rastau_registry::build::segment::SegmentWriter;
use rastau_registry::build::{BuildOptions, CONFIRMABLE, build, previous};
use rastau_registry::publish::write_statements;
use rastau_registry::sign::sign_draft;
use rastau_registry::{Register, RegistryError};
use rastau_store::Bundle;

use super::bundles::{Maker, copy, instant};
use super::documents::Documents;
use super::row::NOW;

impl Maker<'_> {
    /// Writes the bundle `grown`. Removes every other document from `register`, which is not used afterwards.
    pub(super) fn delta(&self, register: &Register, documents: &Documents<'_>) -> Result<(), RegistryError> {
        let folder = self.folder("grown");
        copy(&self.folder("base").join(SEGMENTS), &folder.join(SEGMENTS));
        let new = &documents.claims("added-later").number;
        register.connection().execute("DELETE FROM cancellations", ())?;
        register.connection().execute("DELETE FROM sealed_later", ())?;
        register.connection().execute("DELETE FROM documents WHERE number <> ?1", (new,))?;
        let options = BuildOptions {
            as_of: self.times.as_of.plus_seconds(2 * 86_400),
            not_after: self.times.not_after,
            confirmable: CONFIRMABLE,
            previous: Some(previous(&self.draft.manifest, &self.draft.centres)),
        };
        let mut draft = build(register, &folder.join(SEGMENTS), &options, &|_| {})?;
        let [mut added, tables]: [Segment; 2] =
            draft.manifest.segments.clone().try_into().expect("expected segments of documents and tables");
        added.covers_from = added.id.serial;
        let mut status = self.status(documents)?;
        status.covers_from = status.id.serial;
        let old = |kind| self.draft.manifest.segments.iter().filter(move |segment| segment.id.kind == kind);
        let documents = old(SegmentKind::Documents).cloned().chain([added]);
        let statuses = old(SegmentKind::Status).cloned().chain([status]);
        draft.manifest.segments = documents.chain(statuses).chain([tables]).collect();
        let (keys, times) = (&self.keys.demo, &self.times);
        let roots = self.base.roots.clone();
        let statements = sign_draft(&draft, roots, &keys.signers(), times.checked_at, times.next_update);
        write_statements(&folder, &statements)
    }

    /// Writes a status segment for documents of the base.
    fn status(&self, documents: &Documents<'_>) -> Result<Segment, RegistryError> {
        let bundle = Bundle::open(&self.folder("base")).expect("cannot read the base");
        let statements = bundle.statements().clone();
        let snapshot =
            Snapshot::open(&OpenOptions::pinned(&self.base.roots[0].1, instant(NOW)), &statements, bundle);
        let snapshot = snapshot.expect("the base was rejected");
        let place = |id: &str| -> Place {
            let found = snapshot.document(&documents.claims(id).number).expect("cannot read a page");
            found.expect("the document is not listed").place
        };
        let day = |text: &str| Date::parse(text).expect("invalid date");
        let cancelled = |on: &str, reinstated: Option<&str>| {
            Cancellation::new(day(on), Ground::CourtDecision, reinstated.map(day))
        };
        let mut entries = vec![
            (place("ordinary"), vec![cancelled("2026-11-21", None)]),
            (place("cancelled-ever"), vec![cancelled("2026-08-10", Some("2026-11-21"))]),
        ];
        entries.sort_by_key(|(place, _)| *place);
        let (page, count) = write_page(&entries);
        assert_eq!(count, entries.len());
        let (first, last) = (entries[0].0.key(), entries[entries.len() - 1].0.key());
        let mut writer = SegmentWriter::new(&self.folder("grown").join(SEGMENTS), SegmentKind::Status, 2)?;
        writer.leaf(&page, &first, &last, count as u64)?;
        Ok(writer.finish()?.expect("the segment has no page"))
    }
}
