//! The table of the documents that the corpus's register has besides the demo's.

use rastau_core::document::BasisKind;

/// The printed end of validity.
#[derive(Clone, Copy)]
pub(super) enum Ends {
    /// The last day of the register's term.
    Printed,
    /// None; the register's term applies.
    ByTerm,
    /// Another day.
    On(&'static str),
}

/// A document to enter and sign.
pub(super) struct Doc {
    pub(super) id: &'static str,
    /// The letter of the centre.
    pub(super) centre: &'static str,
    /// The letter of the centre whose certificate is used instead.
    pub(super) certificate: Option<&'static str>,
    pub(super) profession: &'static str,
    pub(super) qualification: bool,
    pub(super) skills: &'static [&'static str],
    /// A basis other than the profession's standard.
    pub(super) basis: Option<(BasisKind, &'static str)>,
    pub(super) exam: &'static str,
    pub(super) issued: &'static str,
    pub(super) ends: Ends,
    pub(super) names: &'static [&'static str],
    /// An identity number other than an IIN.
    pub(super) holder: Option<&'static str>,
    /// A number other than the next one.
    pub(super) number: Option<&'static str>,
    /// A key other than the centre's.
    pub(super) key: Option<&'static str>,
    /// Whether it has a verification code.
    pub(super) coded: bool,
    /// Whether its record was sealed after the issue, so that its text does not carry the code.
    pub(super) sealed_later: bool,
    /// Whether the register lists it.
    pub(super) entered: bool,
    /// Days of cancellation, each with the day of reinstatement, if any.
    pub(super) cancelled: &'static [(&'static str, Option<&'static str>)],
}

/// The document that the others are variations of.
const D: Doc = Doc {
    id: "ordinary",
    centre: "a",
    certificate: None,
    profession: "7212-1",
    qualification: true,
    skills: &[],
    basis: None,
    exam: "2026-05-10",
    issued: "2026-05-20",
    ends: Ends::Printed,
    names: &["Сынақбаева Үлгіжан"],
    holder: None,
    number: None,
    key: None,
    coded: true,
    sealed_later: false,
    entered: true,
    cancelled: &[],
};

const QR: Option<(BasisKind, &str)> = Some((BasisKind::QualificationRequirements, "QR-3115-4"));
const OLD: Option<(BasisKind, &str)> = Some((BasisKind::Standard, "PS-7112-3-OLD"));

/// Issued on a leap day by a centre that was accredited then.
const LEAP: Doc = Doc { centre: "k", exam: "2024-02-20", issued: "2024-02-29", ..D };
/// For a hairdresser: twelve months from 10 September 2024.
const YEAR: Doc = Doc { profession: "5141-1", exam: "2024-09-01", issued: "2024-09-10", ..D };

/// Issued after the base was published; the bundle `grown` lists it.
pub(super) const ADDED: Doc = Doc { id: "added-later", exam: "2026-11-10", issued: "2026-11-21", ..D };

pub(super) const DOCS: &[Doc] = &[
    D,
    Doc { id: "p256", centre: "b", ..D },
    Doc { id: "unlimited", profession: "5120-1", ..D },
    Doc { id: "skills", skills: &["7212-1-S1", "7212-1-S2"], ..D },
    Doc { id: "skills-unnamed", skills: &["7212-1-S1", "7212-1-S9"], ..D },
    Doc { id: "skills-no-qualification", skills: &["7212-1-S1"], qualification: false, ..D },
    Doc { id: "no-qualification", qualification: false, ..D },
    // Keys.
    Doc { id: "key-ended", key: Some("a-ended"), ..D },
    Doc { id: "key-later", key: Some("a-later"), ..D },
    Doc { id: "key-limited", key: Some("a-cook"), ..D },
    Doc { id: "key-limited-fits", key: Some("a-cook"), profession: "5120-1", ..D },
    Doc { id: "key-last-day", key: Some("a-ended"), exam: "2025-12-20", issued: "2025-12-31", ..D },
    // Names and identity numbers.
    Doc { id: "holder-passport", holder: Some("C01 X00T-47"), ..D },
    Doc { id: "name-nfc", names: &["Байсейітов Йонатан Пётрұлы"], ..D },
    Doc { id: "name-latin", names: &["Synaqbaeva Ülgijan"], ..D },
    Doc { id: "name-both", names: &["Сынақбаева Үлгіжан", "Synaqbaeva Ülgijan"], ..D },
    Doc {
        id: "name-latin-first", names: &["Synaqbaeva Ülgijan", "Сынақбаева Үлгіжан"], ..D
    },
    Doc { id: "name-mixed", names: &["Сынақбаева Ulgijan"], ..D },
    Doc { id: "name-hyphen", names: &["Әңгімегүл-Іңкәр Һәмзинова"], ..D },
    // Basis (art. 15.4).
    Doc {
        id: "requirements",
        profession: "3115-4",
        basis: QR,
        exam: "2025-06-01",
        issued: "2025-06-10",
        ..D
    },
    Doc { id: "requirements-last-day", profession: "3115-4", basis: QR, exam: "2025-12-31", ..D },
    Doc { id: "requirements-beside-standard", profession: "3115-4", basis: QR, exam: "2026-01-01", ..D },
    Doc {
        id: "basis-ended",
        profession: "7112-3",
        basis: OLD,
        exam: "2024-07-01",
        issued: "2024-07-05",
        ..D
    },
    Doc {
        id: "basis-last-day",
        profession: "7112-3",
        basis: OLD,
        exam: "2024-06-30",
        issued: "2024-07-05",
        ..D
    },
    Doc { id: "basis-of-another", basis: Some((BasisKind::Standard, "PS-7411-2")), ..D },
    // Centres (art. 15.3, 17.1, 26).
    Doc { id: "centre-revoked-that-day", centre: "c", exam: "2026-10-04", issued: "2026-10-05", ..D },
    Doc { id: "centre-revoked-day-after", centre: "c", exam: "2026-10-03", issued: "2026-10-05", ..D },
    Doc { id: "centre-revoked-day-before", centre: "c", exam: "2026-10-05", issued: "2026-10-05", ..D },
    Doc { id: "centre-liquidated", centre: "f", ..D },
    Doc { id: "centre-liquidated-that-day", centre: "f", exam: "2026-03-10", ..D },
    Doc { id: "centre-liquidated-later", centre: "f", exam: "2026-03-09", ..D },
    Doc { id: "centre-court-ban", centre: "g", ..D },
    Doc { id: "centre-suspended", centre: "h", exam: "2026-04-30", ..D },
    Doc { id: "centre-resumed", centre: "h", exam: "2026-05-01", ..D },
    Doc { id: "centre-banned-and-resumed", centre: "m", ..D },
    Doc { id: "centre-certificate-ended", centre: "i", exam: "2025-09-11", ..D },
    Doc { id: "centre-certificate-last-day", centre: "i", exam: "2025-09-10", ..D },
    Doc { id: "centre-no-legal-entity", centre: "j", ..D },
    Doc { id: "centre-profession-dropped", centre: "l", exam: "2026-01-01", ..D },
    Doc { id: "centre-profession-last-day", centre: "l", exam: "2025-12-31", ..D },
    Doc { id: "centre-other-certificate", certificate: Some("b"), ..D },
    // Law and professions.
    Doc {
        id: "before-the-law",
        centre: "k",
        profession: "1311-1",
        exam: "2023-09-01",
        issued: "2023-09-03",
        ..D
    },
    Doc {
        id: "first-day-of-the-law",
        centre: "k",
        profession: "1311-1",
        exam: "2023-09-01",
        issued: "2023-09-04",
        ..D
    },
    Doc { id: "profession-gone", profession: "4131-2", ..D },
    Doc { id: "profession-gone-plain", profession: "4131-2", coded: false, ..D },
    Doc { id: "profession-last-day", profession: "4131-2", exam: "2025-10-10", issued: "2025-10-19", ..D },
    Doc { id: "mandatory-then", profession: "7543-8", exam: "2025-12-20", issued: "2025-12-31", ..D },
    Doc { id: "voluntary-now", profession: "7543-8", exam: "2025-12-20", issued: "2026-01-01", ..D },
    Doc { id: "term-then", profession: "2511-9", exam: "2024-12-20", issued: "2024-12-31", ..D },
    Doc { id: "term-now", profession: "2511-9", exam: "2024-12-20", issued: "2025-01-01", ..D },
    // Terms (art. 21.5).
    Doc { id: "leap-12", profession: "5141-1", ..LEAP },
    Doc { id: "leap-12-unprinted", profession: "5141-1", ends: Ends::ByTerm, ..LEAP },
    Doc { id: "leap-36", profession: "7411-2", ..LEAP },
    Doc { id: "leap-60", profession: "7212-1", ..LEAP },
    Doc { id: "leap-48", profession: "7231-1", ..LEAP },
    Doc { id: "month-end-18", profession: "5142-6", exam: "2025-03-20", issued: "2025-03-31", ..D },
    Doc { id: "month-end-18-february", profession: "5142-6", exam: "2024-08-20", issued: "2024-08-31", ..D },
    Doc {
        id: "month-end-24",
        centre: "k",
        profession: "5322-1",
        exam: "2024-08-20",
        issued: "2024-08-31",
        ..D
    },
    Doc { id: "unprinted", ends: Ends::ByTerm, ..YEAR },
    Doc { id: "unprinted-unlimited", profession: "5120-1", ends: Ends::ByTerm, ..D },
    Doc { id: "stated-longer", ends: Ends::On("2026-03-10"), ..YEAR },
    Doc { id: "stated-shorter", ends: Ends::On("2025-03-10"), ..YEAR },
    Doc { id: "stated-day-longer", ends: Ends::On("2025-09-11"), ..YEAR },
    Doc { id: "stated-day-shorter", ends: Ends::On("2025-09-09"), ..YEAR },
    Doc {
        id: "stated-for-unlimited",
        profession: "5120-1",
        exam: "2024-09-01",
        issued: "2024-09-10",
        ends: Ends::On("2026-03-10"),
        ..D
    },
    // Numbers.
    Doc {
        id: "number-64",
        number: Some("№ ҚР-2026/000000000000000000000000000000000000000000000000000001"),
        ..D
    },
    Doc { id: "number-letters", number: Some("AB-12/Ж"), ..D },
    Doc { id: "number-letters-longer", number: Some("AB-12/ЖЖ"), ..D },
    Doc { id: "number-20-digits", number: Some("20000000000000000001"), ..D },
    Doc { id: "number-short", number: Some("7"), ..D },
    // Records without a code, as before codes were introduced.
    Doc { id: "plain", coded: false, ..D },
    Doc { id: "plain-p256", centre: "b", coded: false, ..D },
    Doc { id: "plain-unprinted", coded: false, ends: Ends::ByTerm, ..YEAR },
    Doc { id: "plain-cancelled", coded: false, cancelled: &[("2026-08-10", None)], ..D },
    // Cancelled documents (art. 26.2), with the highest numbers, so that status pages are read for all other
    // documents.
    Doc { id: "cancelled-ever", cancelled: &[("2026-08-10", None)], ..D },
    Doc { id: "cancelled-for-a-time", cancelled: &[("2026-08-10", Some("2026-09-15"))], ..D },
    Doc {
        id: "cancelled-twice",
        cancelled: &[("2026-06-01", Some("2026-06-20")), ("2026-07-01", None)],
        ..D
    },
    Doc { id: "cancelled-on-issue", cancelled: &[("2026-05-20", None)], ..D },
    Doc { id: "cancelled-after-as-of", cancelled: &[("2026-12-01", None)], ..D },
    Doc { id: "cancelled-p256", centre: "b", cancelled: &[("2026-08-10", Some("2026-08-10"))], ..D },
    // Not in the register.
    Doc { id: "invented", entered: false, ..D },
    Doc { id: "before-coverage", entered: false, centre: "k", exam: "2023-12-20", issued: "2023-12-31", ..D },
    Doc {
        id: "first-day-covered",
        entered: false,
        centre: "k",
        exam: "2023-12-20",
        issued: "2024-01-01",
        ..D
    },
    Doc { id: "last-day-covered", entered: false, exam: "2026-11-10", issued: "2026-11-19", ..D },
    Doc { id: "after-coverage", entered: false, exam: "2026-11-10", issued: "2026-11-20", ..D },
    // Records sealed later, with the highest numbers, so that the numbers of the others are unchanged.
    Doc { id: "sealed-later", sealed_later: true, ..D },
    // Exam and issue on two sides of an event (art. 1(9)), or both before it; added later, so with higher numbers still.
    Doc { id: "centre-revoked-after-issue", centre: "c", exam: "2026-10-03", issued: "2026-10-03", ..D },
    Doc { id: "centre-liquidated-after-issue", centre: "f", exam: "2026-03-09", issued: "2026-03-09", ..D },
    Doc {
        id: "centre-certificate-ended-after-issue",
        centre: "i",
        exam: "2025-09-10",
        issued: "2025-09-10",
        ..D
    },
    Doc {
        id: "centre-profession-dropped-after-issue",
        centre: "l",
        exam: "2025-12-31",
        issued: "2025-12-31",
        ..D
    },
    Doc {
        id: "profession-left-after-exam",
        profession: "4131-2",
        exam: "2025-10-19",
        issued: "2025-10-20",
        ..D
    },
];
