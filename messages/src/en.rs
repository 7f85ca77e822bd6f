//! English.

use rastau_core::verdict::CheckId;

use crate::words::{CheckWords, Errors, Labels, Missing, ReportWords, Words, words};

/// English.
pub(crate) const WORDS: Words = Words {
    months: [
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    ],
    outcomes: ["valid", "not valid", "cannot be confirmed"],
    headlines: ["Valid on {day}", "Not valid on {day}: {reason}", "Cannot be confirmed for {day}: {reason}"],
    freshness: ["current", "update overdue", "out of date", "expired"],
    labels: Labels {
        number: "Number",
        holder: "Holder",
        identity: "Identity number",
        profession: "Profession",
        qualification: "Qualification",
        level: "Level",
        skills: "Skills",
        skills_only: "Covers only these skills, not the whole profession.",
        centre: "Recognition centre",
        accreditation: "Accreditation certificate",
        exam_on: "Exam",
        issued_on: "Issued",
        valid_until: "Valid until",
        unlimited: "without a term",
        as_of: "Register as of",
        unconfirmed: "Nothing else could be confirmed, so nothing else is shown.",
    },
    because: "Not compared, because this check failed: {check}.",
    not_applicable: "Nothing to check here.",
    contestable: "Two readings of the Law differ on this day: {readings}.",
    contestable_advice: "Ask the recognition centre or a lawyer; another day may be clear.",
    depends: "This could not be decided, because another check could not: {check}.",
    readings: ["good", "not good"],
    law: "Law No. 14-VIII, art. {article}",
    paragraph: ", para. {n}",
    part: ", part {n}",
    subparagraph: ", subpara. {n}",
    checks_waiting: ["check waits for that", "checks wait for that", "checks wait for that"],
    checks_satisfied: ["check satisfied", "checks satisfied", "checks satisfied"],
    article_28: "On {day}, {valid} of {total} people hold a document that is in force (art. 28).",
    list_counts: "{valid} valid, {invalid} not valid, {indeterminate} cannot be confirmed, {unreadable} unreadable.",
    report: ReportWords {
        title: "Recognition documents of employees",
        as_of: "Register as of",
        number: "Document number",
        name: "Name",
        outcome: "Outcome",
        valid_until: "Valid until",
        reason: "Reason",
        unreadable: "unreadable",
    },
    errors: Errors {
        empty: "Nothing was given: scan the QR code, or type number, code and IIN.",
        too_long: "This is longer than any document can be ({most} bytes).",
        not_a_document: "This is not a recognition document; its text starts with RST1:.",
        unknown_version: "This document has format {version}, which this version cannot read; update Rastau.",
        cut_off: "The text is cut off or altered; scan the QR code again.",
        malformed: "The document cannot be read: {problem}.",
        form: "The form cannot be read: {problem}.",
        field: "Field {field}: {problem}",
        code_length: "a verification code has 17 letters and digits, this has {found}.",
        code_character: "«{character}» is in no verification code.",
        code_check: "there is a typing mistake in the verification code; compare it with the paper.",
        twelve_digits: "An IIN or BIN has exactly 12 digits.",
        unknown_kind: "The fifth digit fits neither an IIN (0–3) nor a BIN (4–6).",
        no_such_date: "The first digits are not a date.",
        check_digit: "The last digit does not fit the others; check what was typed.",
        iin: "IIN, born on {day}.",
        bin: "BIN, registered in month {month} of year {year}.",
        bundle_malformed: "The {file} file cannot be read: {problem}.",
        bundle_signatures: "The {file} file has {good} good signatures of {wanted} wanted; do not use this bundle.",
        bundle_foreign: "The {file} file is of another register.",
        bundle_roles: "The trust root's roles are impossible.",
        bundle_chain: "The chain of trust roots is broken.",
        bundle_root_expired: "The trust root has expired; get a newer bundle.",
        bundle_rollback: "The {file} file is older than one already seen; the newer one stays.",
        bundle_same_version: "The {file} file has a version already seen but other content; report this.",
        bundle_mixed_up: "The {file} file does not belong to this bundle.",
        bundle_segments: "Part of the register is missing from this bundle.",
    },
    names,
    missing,
    check,
};

fn names(name: &str) -> Option<&'static str> {
    Some(match name {
        "current" => "current",
        "late" => "update overdue",
        "stale" => "out of date",
        "expired" => "expired",
        "unlimited" => "without a term",
        "skills" => "skills",
        "qualification" => "qualification",
        "profession" => "profession",
        "not-in-force" => "it was not in force",
        "standard-exists" => "there was a professional standard",
        "not-for-profession" => "it is not for this profession",
        "not-yet" => "not accredited yet",
        "revoked" => "accreditation revoked",
        "liquidated" => "liquidated",
        "court-ban" => "prohibited by a court",
        "not-accredited" => "has no such certificate",
        "not-legal-entity" => "not a legal entity",
        "profession-not-covered" => "the accreditation does not cover the profession",
        "unknown-centre" => "not in the list of centres",
        "confirmed-complaint" => "confirmed complaint",
        "court-decision" => "court decision",
        "issued-in-error" => "issued in error",
        "holder-request" => "at the holder's request",
        "other-law" => "on a ground of another law",
        "stated-date" => "by the date on the document",
        "register-term" => "by the register's term",
        "corresponding-day-included" => "the last day counts",
        "corresponding-day-excluded" => "the last day does not count",
        "decision-day-included" => "the day of the revocation already counts",
        "decision-day-excluded" => "the day of the revocation does not count yet",
        _ => return None,
    })
}

fn missing(name: &str) -> Missing {
    match name {
        "segment" => Missing(
            "Part of the register data is missing or damaged.",
            "Copy the bundle again from its publisher.",
        ),
        "newer-version" => Missing("This needs a newer version of Rastau.", "Update Rastau and ask again."),
        "newer-snapshot" => Missing(
            "The register data here (as of {as_of}) is too old to tell.|The register data here is too old to tell.",
            "Get a newer bundle and ask again.",
        ),
        "wider-snapshot" => Missing(
            "The register data here does not cover documents issued then.",
            "Ask the keeper of the register.",
        ),
        "issued-on" => Missing(
            "The register does not list this number; without the date of issue it cannot be told whether the document is newer than the data.",
            "Type in the date of issue as well, and compare the number.",
        ),
        "clock" => Missing(
            "The device's clock ({clock}) is behind the signed times ({newest_signed}), so nobody can tell what day it is.|The device's clock is behind the signed times.",
            "Set the clock and ask again.",
        ),
        "code" => Missing(
            "The verification code was not given.",
            "Type in the verification code from the document.",
        ),
        "record-has-no-code" => Missing(
            "The document was issued before there were verification codes: the register confirms only its number and status.",
            "Compare the rest with the centre or the keeper of the register.",
        ),
        "register-record" => Missing(
            "The register's record of this document cannot be read.",
            "Update Rastau or ask the keeper of the register.",
        ),
        "holder" => Missing(
            "The holder's identity number was not given.",
            "Type in the IIN from the person's identity document.",
        ),
        "exact-spelling" => Missing(
            "The name is the same in Russian spelling only: possible, not certain.",
            "Compare the name with the identity document, letter by letter.",
        ),
        "same-script" => Missing(
            "The register has the name in another script, so it cannot be compared.",
            "Type the name in the script of the document.",
        ),
        "other-law" => Missing(
            "Recognition in this profession is mandatory under another law, which decides: {other_law}.|Recognition in this profession is mandatory under another law, which decides.",
            "See that law; this Law gives no answer.",
        ),
        "register-term" => Missing(
            "The register of professions gives no term for the day of issue.",
            "Ask the keeper of the register of professions.",
        ),
        "future" => Missing(
            "The day asked about is still to come: the document may yet be cancelled.",
            "Ask again on that day.",
        ),
        _ => Missing("This could not be decided.", "Ask the keeper of the register."),
    }
}

/// The words of a register field: all say the same of another field.
const fn field(title: &'static str) -> CheckWords {
    words(
        title,
        &["The same as in the register: {register}.", "The same as in the register."],
        &[
            "The document says {stated}; the register says {register}.",
            "The register says something else than the document.",
        ],
        "The register counts. Do not rely on what the document says; ask the centre.",
    )
}

fn check(check: CheckId) -> CheckWords {
    match check {
        CheckId::SnapshotAuthentic => words(
            "Register data genuine",
            &["The register data that was read is what its keepers signed."],
            &["The register data was altered."],
            "Copy the bundle again from its publisher.",
        ),
        CheckId::SnapshotComplete => words(
            "Register data complete",
            &["Everything that was needed could be read."],
            &["Part of the register data is missing."],
            "Copy the bundle again from its publisher.",
        ),
        CheckId::SnapshotFresh => words(
            "Register data recent",
            &["The register is known as of {as_of} ({grade}).", "The register data is recent enough."],
            &["The register data is too old."],
            "Get a newer bundle.",
        ),
        CheckId::ClockPlausible => words(
            "Device clock",
            &["The device's clock agrees with the signed times."],
            &["The device's clock is wrong."],
            "Set the clock and ask again.",
        ),
        CheckId::DocumentReadable => words(
            "Document format",
            &["Everything on the document could be read."],
            &["The document could not be read."],
            "Update Rastau.",
        ),
        CheckId::DocumentKeyKnown => words(
            "Signing key known",
            &["The register lists the key that signed the document."],
            &[
                "The register does not list the key that signed this document ({key}).",
                "The register does not list the key that signed this document.",
            ],
            "Do not rely on the document; ask the recognition centre that is named on it.",
        ),
        CheckId::DocumentSignature => words(
            "Signature",
            &["The signature holds: nothing was changed after signing."],
            &[
                "The signature does not hold: the document was changed after signing, or never signed with this key.",
            ],
            "Do not rely on the document; ask the holder for the original or look it up by number and code.",
        ),
        CheckId::DocumentKeyScope => words(
            "Key of this centre",
            &["The key may sign for this centre and profession."],
            &[
                "The key belongs to centre {key_centre}, but the document names centre {centre}.",
                "The key may not sign for this centre or profession.",
            ],
            "Do not rely on the document; ask the centre that is named on it.",
        ),
        CheckId::DocumentKeyInForce => words(
            "Key in force",
            &["The key was in force on the day of issue."],
            &[
                "The key was not in force on {issued_on}; it may sign from {from} to {until}.",
                "The key was not in force on {issued_on}.",
                "The key was not in force on the day of issue.",
            ],
            "Ask the recognition centre for a document signed with a current key.",
        ),
        CheckId::DocumentIssueDate => words(
            "Date of issue",
            &["The document was issued on {issued_on}.", "The date of issue is not in the future."],
            &[
                "The exam on {exam_on} is after the issue on {issued_on}.@exam-after-issue",
                "The document is dated {issued_on}, which is still to come.",
                "The date of issue is in the future.",
            ],
            "Ask again on or after that day.",
        ),
        CheckId::RegisterListed => words(
            "In the register",
            &["The register lists this document number."],
            &[
                "The register as of {as_of} does not list this number.",
                "The register does not list this number.",
            ],
            "Compare the number with the document. If it is right, do not rely on the document and ask the centre.",
        ),
        CheckId::RegisterCode => words(
            "Verification code",
            &["The verification code is right."],
            &["The verification code is not the one that the register has for this number."],
            "Compare number and code with the document. If both are right, do not rely on it.",
        ),
        CheckId::RegisterHolder => words(
            "Holder",
            &["The identity number is the holder's."],
            &["The document belongs to a person with another identity number."],
            "Compare the number with the person's identity document.",
        ),
        CheckId::RegisterName => words(
            "Name",
            &["The name is the holder's."],
            &["The name is not the holder's."],
            "Compare the name with the person's identity document.",
        ),
        CheckId::RegisterProfession => field("Profession as registered"),
        CheckId::RegisterQualification => field("Qualification as registered"),
        CheckId::RegisterLevel => field("Level as registered"),
        CheckId::RegisterSkills => field("Skills as registered"),
        CheckId::RegisterCentre => field("Centre as registered"),
        CheckId::RegisterAccreditation => field("Accreditation as registered"),
        CheckId::RegisterBasis => field("Standard as registered"),
        CheckId::RegisterExamDate => field("Date of exam as registered"),
        CheckId::RegisterIssueDate => field("Date of issue as registered"),
        CheckId::RegisterValidity => field("End of validity as registered"),
        CheckId::LawInForce => words(
            "Law in force",
            &["The Law was in force on {issued_on}.", "The Law was in force on the day of issue."],
            &[
                "The document was issued on {issued_on}; the Law is in force since {in_force_since}.",
                "The document was issued before the Law was in force.",
            ],
            "This Law does not apply to the document; ask which rules it was issued under.",
        ),
        CheckId::Profession => words(
            "Profession in the register",
            &[
                "The profession was in the register of professions on {issued_on}.",
                "The profession was in the register of professions.",
            ],
            &[
                "The profession {profession_name} was not in the register of professions on {issued_on}.",
                "The profession {profession} was not in the register of professions on {issued_on}.",
                "The profession was not in the register of professions on the day of issue.",
            ],
            "Recognition was not possible in this profession then; ask the centre.",
        ),
        CheckId::Mode => words(
            "Voluntary recognition",
            &["Recognition in this profession is voluntary, so this Law decides."],
            &["Recognition in this profession is mandatory."],
            "See the other law.",
        ),
        CheckId::Basis => words(
            "Standard applied",
            &[
                "{basis} was in force on the day of the exam.",
                "The standard was in force on the day of the exam.",
            ],
            &[
                "{basis} was not to be used on {exam_on}: {reason}.",
                "The standard was not in force on the day of the exam.",
            ],
            "Ask the centre what the exam was based on.",
        ),
        CheckId::Centre => words(
            "Centre accredited",
            &[
                "{centre_name} was accredited on the day of the exam. It lost its accreditation later ({revoked_later}); its documents stay good.",
                "{centre_name} was accredited on the day of the exam, {exam_on}.",
                "The centre was accredited on the day of the exam.",
            ],
            &[
                "{centre_name} was not accredited for this on {exam_on}: {status} ({since}).",
                "{centre_name} was not accredited for this on {exam_on}: {status}.",
                "The centre was not accredited on {exam_on}: {status}.",
                "The centre was not accredited on the day of the exam.",
            ],
            "Do not rely on the document; ask the centre or the National Chamber of Entrepreneurs.",
        ),
        CheckId::SkillFields => words(
            "Skills named",
            &["Skills, qualification and profession are named."],
            &[
                "The document on skills does not name: {missing_fields}.",
                "The document on skills does not name everything it must.",
            ],
            "Ask the centre for a corrected document.",
        ),
        CheckId::Validity => words(
            "Validity",
            &["The document is valid until {valid_until}.", "The document is within its validity."],
            &[
                "The document is not valid yet: it was issued on {issued_on}.@not-yet",
                "The document was valid until {valid_until}.",
                "The document is not within its validity on this day.",
            ],
            "Ask for a current document, or about another day.",
        ),
        CheckId::Cancellation => words(
            "Not cancelled",
            &[
                "The document was cancelled on {cancelled_on} and reinstated on {reinstated_on}.",
                "The document is not cancelled on this day. It was cancelled later: {cancelled_later}.",
                "The document is not cancelled.",
            ],
            &["The document is cancelled since {cancelled_on}: {ground}.", "The document is cancelled."],
            "Do not rely on the document on this day.",
        ),
    }
}
