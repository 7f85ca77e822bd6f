//! A small register: two centres, three professions, 300 documents. A test changes what it likes before it asks
//! for the bundle.

use std::collections::BTreeMap;

use super::*;
use crate::calendar::Term;
use crate::document::claims::{Basis, BasisKind, Claims};
use crate::document::code::Code;
use crate::document::name::Script;
use crate::document::sealed::{Attributes, Sealed, Validity};
use crate::document::tags::{HolderTag, NameTag};
use crate::document::text;
use crate::identity::Identity;
use crate::snapshot::documents::{self, Record};
use crate::snapshot::rows::{
    Accreditation, AccreditationRef, Centre, DatedBasis, Event, EventKind, IssuingKey, Mode, Offer,
    Profession, ProfessionVersion, Qualification, Route, Row, Scope, Skill, SkillList, key,
};
use crate::snapshot::status::{self, Cancellation, Ground, Place};
use crate::snapshot::tables;
use crate::verdict::LocalizedName;

pub(crate) const EDITION: &str = "2017";
pub(crate) const WELDER: &str = "7212-1";
pub(crate) const DRIVER: &str = "8332-1";
pub(crate) const TYPIST: &str = "4131-2";
/// The good document of the tests.
pub(crate) const GOOD: &str = "240000012345";
pub(crate) const NAME: &str = "Сынақбаева Үлгіжан";

/// The register before it is built.
#[derive(Clone)]
pub(crate) struct World {
    /// The keeper's rows.
    pub(crate) keeper: BTreeMap<Vec<u8>, Vec<u8>>,
    /// The Chamber's rows.
    pub(crate) chamber: BTreeMap<Vec<u8>, Vec<u8>>,
    pub(crate) documents: BTreeMap<String, Record>,
    pub(crate) cancellations: BTreeMap<String, Vec<Cancellation>>,
    /// Whether every row of a table gets a page of its own, so that one row can be withheld alone.
    pub(crate) a_page_a_row: bool,
    offers: Vec<Offer>,
    accreditations: Vec<AccreditationRef>,
    skill_lists: Vec<SkillList>,
}

pub(crate) fn words(name: &str) -> LocalizedName {
    LocalizedName { kk: format!("{name} kk"), ru: format!("{name} ru"), en: format!("{name} en") }
}

/// A twelve-digit number, invented, with its right check digit.
pub(crate) fn iin() -> Identity {
    let body = [9, 9, 0, 1, 0, 1, 3, 0, 0, 0, 7];
    let check = crate::identity::check_digit(&body).unwrap();
    let digits: String = body.iter().chain([&check]).map(|digit| char::from(b'0' + digit)).collect();
    Identity::parse(&digits).unwrap()
}

/// The key of centre A (any profession) and of centre B (welders only, until the end of 2025).
pub(crate) fn key_a() -> Signer {
    Signer::ed25519(201)
}

pub(crate) fn key_b() -> Signer {
    Signer::esp256(202)
}

/// What the good document says.
pub(crate) fn good() -> Claims {
    Claims {
        number: GOOD.into(),
        holder: iin(),
        names: vec![NAME.into()],
        profession: WELDER.into(),
        edition: EDITION.into(),
        qualification: Some("7212-1-4".into()),
        level: "4".into(),
        skills: vec![],
        centre: Identity::parse("BIN-A").unwrap(),
        accreditation: "NCE-1".into(),
        basis: Basis { kind: BasisKind::Standard, id: "PS-1".into() },
        exam_on: day("2025-05-11"),
        issued_on: day("2025-05-20"),
        valid_until: None,
        code: Some(Code([5; 10])),
        unknown: vec![],
    }
}

/// The text of a document signed with `key`.
pub(crate) fn text_of(claims: &Claims, key: &Signer) -> String {
    text::write::<Infallible>(claims, &key.public(), |covered| Ok(key.sign(covered))).unwrap()
}

pub(crate) fn profession(from: &str, until: &str, mode: Mode, months: u16) -> Profession {
    let version = ProfessionVersion { interval: interval(from, until), mode, term: Term::Months(months) };
    Profession { names: words("profession"), versions: vec![version], bases: vec![] }
}

pub(crate) fn dated(kind: BasisKind, id: &str, from: &str, until: &str) -> DatedBasis {
    DatedBasis { basis: Basis { kind, id: id.into() }, interval: interval(from, until) }
}

impl World {
    pub(crate) fn new() -> Self {
        let mut world = Self {
            keeper: BTreeMap::new(),
            chamber: BTreeMap::new(),
            documents: BTreeMap::new(),
            cancellations: BTreeMap::new(),
            a_page_a_row: false,
            offers: vec![],
            accreditations: vec![],
            skill_lists: vec![],
        };
        let start = "2023-09-04";
        let mut welder = profession(start, "", Mode::Voluntary, 60);
        welder.bases = vec![
            dated(BasisKind::QualificationRequirements, "QR-1", start, ""),
            dated(BasisKind::Standard, "PS-1", "2024-06-01", ""),
        ];
        let mut driver = profession(start, "", Mode::Mandatory { other_law: "Law on traffic".into() }, 120);
        driver.bases = vec![dated(BasisKind::Standard, "PS-2", start, "")];
        let mut typist = profession(start, "2025-01-26", Mode::Voluntary, 12);
        typist.bases = vec![dated(BasisKind::Standard, "PS-3", start, "")];
        for (code, row) in [(WELDER, welder), (DRIVER, driver), (TYPIST, typist)] {
            world.put_keeper(key::profession(code, EDITION), &row);
        }
        let qualification = Qualification { names: words("qualification"), level: "4".into() };
        world.put_keeper(key::qualification(WELDER, EDITION, "7212-1-4"), &qualification);
        for skill in ["S1", "S2"] {
            world.put_keeper(key::skill(WELDER, EDITION, skill), &Skill { names: words(skill) });
        }
        let (from, until) = ("2023-10-01", "2026-09-30");
        world.put_issuing_key(&key_a(), "BIN-A", &[], interval(from, ""));
        world.put_issuing_key(&key_b(), "BIN-B", &[WELDER], interval("2024-01-01", "2025-12-31"));
        world.put_centre("BIN-A", "NCE-1", Route::ThisLaw, interval(from, until), vec![]);
        let events = vec![
            Event { on: day("2025-06-10"), kind: EventKind::Revoked },
            Event { on: day("2025-08-01"), kind: EventKind::Resumed },
        ];
        world.put_centre("BIN-B", "KZ-2", Route::ConformityAssessment, interval(from, until), events);
        for (bin, serial, code) in [
            ("BIN-A", "NCE-1", WELDER),
            ("BIN-A", "NCE-1", DRIVER),
            ("BIN-A", "NCE-1", TYPIST),
            ("BIN-B", "KZ-2", WELDER),
        ] {
            let scope = Scope { intervals: vec![interval(from, until)] };
            world.put_chamber(key::scope(bin, serial, code), &scope);
        }
        world.issue(&good(), Validity::ByTerm);
        world.fill();
        world
    }

    /// Three hundred documents around the good one: every seventh plain, every tenth cancelled.
    fn fill(&mut self) {
        for index in 0u32..300 {
            let number = format!("{}", 240_000_012_200u64 + u64::from(index));
            if number == GOOD {
                continue;
            }
            if index % 7 == 0 {
                self.documents.insert(number.clone(), Record::Plain);
            } else {
                let mut code = [6; 10];
                code[..4].copy_from_slice(&index.to_be_bytes());
                let holder = Identity::parse(&format!("P-{index}")).unwrap();
                let claims = Claims { number: number.clone(), holder, code: Some(Code(code)), ..good() };
                self.issue(&claims, Validity::ByTerm);
            }
            if index % 10 == 0 {
                let reinstated_on = (index % 20 == 0).then(|| day("2025-10-01"));
                let on = day("2025-09-01");
                self.cancellations
                    .insert(number, vec![Cancellation { on, ground: Ground::HolderRequest, reinstated_on }]);
            }
        }
    }

    pub(crate) fn put_keeper(&mut self, key: Vec<u8>, row: &impl Row) {
        self.keeper.insert(key, row.to_bytes());
    }

    pub(crate) fn put_chamber(&mut self, key: Vec<u8>, row: &impl Row) {
        self.chamber.insert(key, row.to_bytes());
    }

    pub(crate) fn put_issuing_key(&mut self, key: &Signer, bin: &str, professions: &[&str], at: Interval) {
        let professions = professions.iter().map(ToString::to_string).collect();
        let centre = Identity::parse(bin).unwrap();
        let row = IssuingKey { key: key.public(), centre, professions, interval: at };
        self.put_keeper(key::issuing_key(row.id()), &row);
    }

    pub(crate) fn put_centre(
        &mut self,
        bin: &str,
        serial: &str,
        route: Route,
        at: Interval,
        events: Vec<Event>,
    ) {
        let one = Accreditation { serial: serial.into(), route, interval: at, events };
        let row = Centre { names: words(bin), legal_entity: true, accreditations: vec![one] };
        self.put_chamber(key::centre(bin), &row);
    }

    /// Enters the record of `claims` with the term of months that the profession has at issuance.
    pub(crate) fn issue(&mut self, claims: &Claims, validity: Validity) {
        let months = match claims.profession.as_str() {
            DRIVER => 120,
            TYPIST => 12,
            _ => 60,
        };
        self.issue_with_term(claims, validity, Term::Months(months));
    }

    pub(crate) fn issue_with_term(&mut self, claims: &Claims, validity: Validity, term: Term) {
        let code = claims.code.unwrap();
        let offer = Offer {
            profession: claims.profession.clone(),
            edition: claims.edition.clone(),
            qualification: claims.qualification.clone(),
            level: claims.level.clone(),
            basis: claims.basis.clone(),
            term,
        };
        let accreditation =
            AccreditationRef { centre: claims.centre.clone(), serial: claims.accreditation.clone() };
        let skills = (!claims.skills.is_empty()).then(|| SkillList { skills: claims.skills.clone() });
        let attributes = Attributes {
            offer: index_of(&mut self.offers, offer),
            accreditation: index_of(&mut self.accreditations, accreditation),
            skills: skills.map(|list| index_of(&mut self.skill_lists, list)),
            exam_on: claims.exam_on,
            issued_on: claims.issued_on,
            validity,
            name_script: Script::of(&claims.names[0]),
        };
        let record = Record::Coded {
            holder: HolderTag::new(&code, &claims.number, &claims.holder),
            name: NameTag::new(&code, &claims.number, &claims.names[0]),
            sealed: Sealed::seal(&code, &claims.number, &attributes).unwrap(),
        };
        self.documents.insert(claims.number.clone(), record);
    }

    /// The bundle, one segment of each kind.
    pub(crate) fn bundle(&self) -> Bundle {
        let mut keeper = self.keeper.clone();
        for (index, row) in (0u32..).zip(&self.offers) {
            keeper.insert(key::offer(index), row.to_bytes());
        }
        for (index, row) in (0u32..).zip(&self.accreditations) {
            keeper.insert(key::accreditation(index), row.to_bytes());
        }
        for (index, row) in (0u32..).zip(&self.skill_lists) {
            keeper.insert(key::skill_list(index), row.to_bytes());
        }
        let mut built = vec![segment(SegmentKind::Documents, 1, document_leaves(&self.documents))];
        let status = status_leaves(&self.documents, &self.cancellations);
        if !status.is_empty() {
            built.push(segment(SegmentKind::Status, 1, status));
        }
        built.push(segment(SegmentKind::Tables, 1, row_leaves(&keeper, self.a_page_a_row)));
        let chamber = segment(SegmentKind::Centres, 1, row_leaves(&self.chamber, self.a_page_a_row));
        let as_of = time("2026-03-01T07:00:00Z");
        let not_after = time("2026-06-01T00:00:00Z");
        let mut pages = Memory::default();
        for (segment, file) in built.iter().chain([&chamber]) {
            pages.files.push((segment.id, file.clone()));
        }
        let signers = RoleSigners::new(1);
        Bundle {
            root: signers.trust_root(1),
            signers,
            manifest: Manifest {
                register: "test".into(),
                epoch: 1,
                version: 7,
                as_of,
                not_after,
                coverage: interval("2024-01-01", "2026-02-28"),
                segments: built.into_iter().map(|(segment, _)| segment).collect(),
                centres: [0; 32],
            },
            centres: Centres {
                register: "test".into(),
                version: 3,
                as_of,
                not_after,
                segments: vec![chamber.0],
            },
            fresh: FreshnessStatement {
                register: "test".into(),
                manifest: [0; 32],
                checked_at: time("2026-03-01T08:00:00Z"),
                next_update: time("2026-03-08T08:00:00Z"),
            },
            pages,
        }
    }
}

/// The index of an entry of an append-only dictionary.
fn index_of<T: PartialEq>(dictionary: &mut Vec<T>, entry: T) -> u32 {
    let at = dictionary.iter().position(|known| *known == entry);
    let at = at.unwrap_or_else(|| {
        dictionary.push(entry);
        dictionary.len() - 1
    });
    at.try_into().unwrap()
}

pub(crate) fn document_leaves(documents: &BTreeMap<String, Record>) -> Vec<Leaf> {
    let mut leaves: Vec<Leaf> = Vec::new();
    let mut writer = documents::PageWriter::new(0);
    let mut last: Vec<u8> = Vec::new();
    let leaf = |writer: &documents::PageWriter, last: &[u8]| Leaf {
        page: writer.finish(),
        first: writer.first().to_vec(),
        last: last.to_vec(),
        entries: writer.count(),
    };
    for ((number, record), rank) in documents.iter().zip(0u64..) {
        if !writer.push(number.as_bytes(), record) {
            leaves.push(leaf(&writer, &last));
            writer = documents::PageWriter::new(rank);
            assert!(writer.push(number.as_bytes(), record), "an empty page has room for any document");
        }
        last = number.as_bytes().to_vec();
    }
    leaves.push(leaf(&writer, &last));
    leaves
}

pub(crate) fn status_leaves(
    documents: &BTreeMap<String, Record>,
    cancellations: &BTreeMap<String, Vec<Cancellation>>,
) -> Vec<Leaf> {
    let ranks = documents.keys().zip(0u32..);
    let entries: Vec<_> = ranks
        .filter_map(|(number, rank)| Some((Place { serial: 1, rank }, cancellations.get(number)?.clone())))
        .collect();
    let mut leaves = Vec::new();
    let mut rest = entries.as_slice();
    while !rest.is_empty() {
        let (page, count) = status::write_page(rest);
        let (first, last) = (rest[0].0.key().to_vec(), rest[count - 1].0.key().to_vec());
        leaves.push(Leaf { page, first, last, entries: count as u64 });
        rest = &rest[count..];
    }
    leaves
}

pub(crate) fn row_leaves(rows: &BTreeMap<Vec<u8>, Vec<u8>>, a_page_a_row: bool) -> Vec<Leaf> {
    let mut leaves: Vec<Leaf> = Vec::new();
    let mut writer = tables::PageWriter::new();
    let mut on_page = 0;
    let mut last: Vec<u8> = Vec::new();
    for (key, row) in rows {
        if (a_page_a_row && on_page > 0) || !writer.push(key, row) {
            let (page, first) = (writer.finish(), writer.first().to_vec());
            leaves.push(Leaf { page, first, last, entries: on_page });
            writer = tables::PageWriter::new();
            assert!(writer.push(key, row), "an empty page has room for any row");
            on_page = 0;
        }
        on_page += 1;
        last = key.clone();
    }
    leaves.push(Leaf { page: writer.finish(), first: writer.first().to_vec(), last, entries: on_page });
    leaves
}
