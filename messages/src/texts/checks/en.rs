//! The English messages of every check.

use rastau_core::verdict::{CheckId, MissingForCheck, Reason};

use super::{CheckWords, MissingText, ReasonWords, words};

/// Returns the texts of a check of a register field: its title, which is the label of the field among the document's details,
/// and the beginning of the sentence that it differs.
const fn field(title: &'static str, differs: &'static str) -> CheckWords {
    let words = words(
        title,
        &[
            "The same as in the register: {register} ({register_kind}).",
            "The same as in the register: {register} ({register_edition}).",
            "The same as in the register: {register}.",
            "The same as in the register: {register_edition}.",
            "The same as in the register.",
        ],
        &[
            "{differs}: {stated} ({stated_kind}) on paper, {register} ({register_kind}) in the register.",
            "{differs}: {stated} ({stated_edition}) on paper, {register} ({register_edition}) in the register.",
            "{differs}: {stated} on paper, {register} in the register.",
            "{differs}: {stated_edition} on paper, {register_edition} in the register.",
            "{differs}; the register has another value.",
        ],
        "The register is authoritative. Do not rely on the document; ask the centre.",
    );
    CheckWords { differs: Some(differs), ..words }
}

/// Returns the texts of a check. There is one arm per check and no catch-all arm.
pub(crate) fn check(check: CheckId) -> CheckWords {
    match check {
        CheckId::SnapshotAuthentic => words(
            "Register data genuine",
            &["The register data that was read matches what its keepers signed."],
            &["The register data was altered."],
            "Copy the bundle again from its publisher.",
        ),
        CheckId::SnapshotComplete => words(
            "Register data complete",
            &["All register data that was needed could be read."],
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
            "Set the clock and check again.",
        ),
        CheckId::DocumentReadable => words(
            "Document format",
            &["All of the document could be read."],
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
            "Do not rely on the document; ask the recognition centre, through its contact in the register.",
        ),
        CheckId::DocumentSignature => words(
            "Signature",
            &["The signature is valid: nothing was changed after signing."],
            &[
                "The signature is not valid: the document was changed after signing, or never signed with this key.",
            ],
            "Do not rely on the document; ask the holder for the original or look it up by number and code.",
        ),
        CheckId::DocumentKeyScope => words(
            "Key of this centre",
            &["The key may sign for this centre and profession."],
            &["The key may not sign for this centre or profession."],
            "Do not rely on the document; ask the centre, through its contact in the register.",
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
                "The document is dated {issued_on}, which is in the future.",
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
            "Compare the number with the document. If it is correct, do not rely on the document and ask the centre.",
        ),
        CheckId::RegisterCode => words(
            "Verification code",
            &["The verification code matches the record."],
            &["The verification code is not the one that the register has for this number."],
            "Compare number and code with the document. If both are correct, do not rely on it.",
        ),
        CheckId::RegisterHolder => words(
            "Holder",
            &["The identity number is the holder's."],
            &["The document belongs to a person with another identity number."],
            "Compare the number with the person's identity document, digit by digit: an IIN has 12, and spreadsheets drop zeros at its beginning.",
        ),
        CheckId::RegisterName => words(
            "Name",
            &["The name is the holder's."],
            &["The name is not the holder's."],
            "Compare the identity number with the person's own identity document. Another number: this is not that person's document. The same: the name may have changed; ask for proof of the change.",
        ),
        CheckId::RegisterProfession => field("Profession", "The profession does not match"),
        CheckId::RegisterQualification => field("Qualification", "The qualification does not match"),
        CheckId::RegisterLevel => field("Level", "The level does not match"),
        CheckId::RegisterSkills => field("Skills", "The skills do not match"),
        CheckId::RegisterCentre => field("Recognition centre", "The recognition centre does not match"),
        CheckId::RegisterAccreditation => {
            field("Accreditation certificate", "The accreditation certificate does not match")
        }
        CheckId::RegisterBasis => field("Basis on the document", "The basis of the exam does not match"),
        CheckId::RegisterExamDate => field("Exam", "The date of the exam does not match"),
        CheckId::RegisterIssueDate => field("Issued", "The date of issue does not match"),
        CheckId::RegisterValidity => field("Valid until", "The last day of validity does not match"),
        CheckId::StatedBeside => words(
            "Values stated with the document",
            &["The values stated with the document match it."],
            &[
                "The values stated with the document differ from it: {fields}.",
                "The values stated with the document differ from it.",
            ],
            "The document does not confirm what is stated with it. Find out whose document it is, and correct the list.",
        ),
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
            &["Recognition in this profession is voluntary, so this Law applies."],
            &["Recognition in this profession is mandatory."],
            "See the other law.",
        ),
        CheckId::Basis => words(
            "Basis of the exam",
            &[
                "{basis} was in force on the day of the exam.",
                "The basis of the exam was in force on the day of the exam.",
            ],
            &["The basis of the exam was not in force on the day of the exam."],
            "Ask the centre what the exam was based on.",
        ),
        CheckId::Centre => words(
            "Centre accredited",
            &[
                "{centre_name} was accredited on the day of the exam. It lost its accreditation later ({revoked_later}); its documents stay valid.",
                "The centre was accredited on the day of the exam. It lost its accreditation later ({revoked_later}); its documents stay valid.",
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
                "The document on skills does not name everything that is required.",
            ],
            "Ask the centre for a corrected document.",
        ),
        CheckId::Validity => words(
            "Validity",
            &["The document is valid until {valid_until}.", "The document is within its validity."],
            &["The document is not within its validity on this day."],
            "Ask for a current document, or about another day.",
        ),
        CheckId::Cancellation => words(
            "Cancellation",
            &[
                "The document is not cancelled on this day. It was cancelled on {cancelled_on}, reinstated on {reinstated_on}, and cancelled again later: {cancelled_later}.",
                "The document is not cancelled on this day. It was cancelled on {cancelled_on} and reinstated on {reinstated_on}.",
                "The document is not cancelled on this day. It was cancelled later: {cancelled_later}.",
                "The document is not cancelled.",
            ],
            &[
                "The document is cancelled on this day: from {cancelled_on} until it was reinstated on {reinstated_on}.",
                "The document has been cancelled since {cancelled_on}: {ground}.",
                "The document has been cancelled since {cancelled_on}.",
                "The document is cancelled.",
            ],
            "Do not rely on the document on this day.",
        ),
    }
}

/// Returns the sentences of a violated check for one reason. `None` for a reason that adds nothing to the text of the check
/// or of what it lacks.
pub(crate) fn reason(reason: Reason) -> Option<ReasonWords> {
    let text = |text| Some(ReasonWords { text, advice: None });
    match reason {
        Reason::NotListed | Reason::NotCovered | Reason::NewerThanSnapshot | Reason::IssueDateNotGiven => {
            None
        }
        Reason::OtherCentre => {
            text("The key belongs to centre {key_centre}, but the document names centre {centre}.")
        }
        Reason::OtherProfession => text("The key may not sign for this profession: {profession}."),
        Reason::ExamAfterIssue => Some(ReasonWords {
            text: "The exam on {exam_on} is after the issue on {issued_on}.",
            advice: Some("Ask the recognition centre: one of the two dates must be wrong."),
        }),
        Reason::NotYet => text("The document is not valid yet: it was issued on {issued_on}."),
        Reason::Expired => text("The document was valid until {valid_until}."),
        Reason::NotForProfession => {
            text("{basis} could not be used on {exam_on}: it is not for this profession.")
        }
        Reason::NotInForce => text("{basis} could not be used on {exam_on}: it was not in force."),
        Reason::CodeLeftOut => Some(ReasonWords {
            text: "The document was issued with a verification code, and this text leaves the code out.",
            advice: Some(
                "Do not rely on this text. Ask the holder for the document itself, and compare number, code and identity number with the register.",
            ),
        }),
        Reason::Replaced => Some(ReasonWords {
            text: "The document has been cancelled since {cancelled_on}: {ground}. A new document was issued in its place.",
            advice: Some("Ask the holder for the new document."),
        }),
        Reason::StandardExists => {
            text("{basis} could not be used on {exam_on}: there was a professional standard ({standard}).")
        }
    }
}

/// Returns what an undetermined check lacks.
pub(crate) fn missing(missing: MissingForCheck) -> MissingText {
    match missing {
        MissingForCheck::Check(_) => MissingText(
            &["This could not be decided, because another check was not decided: {check}."],
            &["See the result of this check: {check}."],
        ),
        MissingForCheck::Segment => MissingText(
            &["Part of the register data is missing or damaged."],
            &["Copy the bundle again from its publisher."],
        ),
        MissingForCheck::NewerVersion => {
            MissingText(&["This needs a newer version of Rastau."], &["Update Rastau and ask again."])
        }
        MissingForCheck::NewerSnapshot => MissingText(
            &[
                "The register data here ends on {covered_through}, and the stated date of issue is later.",
                "The register data here (as of {as_of}) does not reach the day of issue, {issued_on}.",
                "The register data here (as of {as_of}) is too old to decide this.",
                "The register data here is too old to decide this.",
            ],
            &["Get a newer bundle and ask again."],
        ),
        MissingForCheck::WiderSnapshot => MissingText(
            &[
                "The register data here begins on {covered_from}, and the stated date of issue is earlier.",
                "The register data here does not cover documents issued then.",
            ],
            &["Ask the keeper of the register."],
        ),
        MissingForCheck::IssuedOn => MissingText(
            &[
                "The register does not list this number; without the date of issue it is unknown whether the document is newer than the data.",
            ],
            &["Type in the date of issue as well, and compare the number."],
        ),
        MissingForCheck::Clock => MissingText(
            &[
                "The device's clock ({clock}) is behind the signed times ({newest_signed}), so the current date is unknown.",
                "The device's clock ({clock}) is behind the time that it showed earlier ({shown}), so the current date is unknown.",
                "The device's clock is behind the signed times.",
            ],
            &["Set the clock and check again."],
        ),
        MissingForCheck::Code => MissingText(
            &["The verification code is missing."],
            &["Type in the verification code from the document."],
        ),
        MissingForCheck::RecordHasNoCode => MissingText(
            &[
                "The document was issued before verification codes were introduced: the register confirms only its number and status.",
            ],
            &["Compare the rest with the centre or the keeper of the register."],
        ),
        MissingForCheck::RegisterRecord => MissingText(
            &["The register's record of this document cannot be read."],
            &["Update Rastau or ask the keeper of the register."],
        ),
        MissingForCheck::Holder => MissingText(
            &["The holder's identity number is missing."],
            &["Type in the IIN from the person's identity document."],
        ),
        MissingForCheck::CompleteNumber => MissingText(
            &["The number may have lost digits in a spreadsheet."],
            &["Type in the number as it is on the document."],
        ),
        MissingForCheck::ExactSpelling => MissingText(
            &[
                "The name matches in part only (Russian spelling, initials, a missing word or hyphen): a possible but not a certain match.",
            ],
            &["Compare the name with the identity document, letter by letter."],
        ),
        MissingForCheck::SameScript => MissingText(
            &[
                "The register has the name in another script ({script}), so it cannot be compared.",
                "The register has the name in another script, so it cannot be compared.",
            ],
            &["Type the name in this script: {script}.", "Type the name in the script of the document."],
        ),
        MissingForCheck::OtherLaw => MissingText(
            &[
                "Recognition in this profession is mandatory under another law, which decides: {other_law}.",
                "Recognition in this profession is mandatory under another law, which decides.",
            ],
            &["See that law; this Law gives no answer."],
        ),
        MissingForCheck::RegisterTerm => MissingText(
            &["The register of professions gives no term for the day of issue."],
            &["Ask the keeper of the register of professions."],
        ),
        MissingForCheck::Future => MissingText(
            &["The date in question is in the future: the document may still be cancelled."],
            &["Ask again on that day."],
        ),
        MissingForCheck::CheckNotMade => MissingText(
            &["Rastau did not run this check, which is a fault of the program."],
            &["Do not rely on this answer; report the fault to the provider of the program."],
        ),
    }
}
