//! English.

use rastau_core::verdict::Missing;

use crate::checks::en::check;
use crate::errors::ENGLISH;
use crate::words::{Fields, Labels, MissingText, ReportWords, Words};

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
        document_alone: "These details are from the document; the register does not confirm them.",
        unconfirmed: "Nothing else could be confirmed, so nothing else is shown.",
    },
    fields: Fields {
        code: "Verification code",
        name: "Name",
        edition: "Edition of the classifier",
        basis: "Basis of the exam",
    },
    because: "Not compared, because this check failed: {check}.",
    not_applicable: "Nothing to check here.",
    contestable: "Two readings of the Law differ on this day: {readings}.",
    contestable_advice: "Ask the recognition centre or a lawyer; another day may be clear.",
    no_reason: "A check could not be made.",
    readings: ["satisfied", "not satisfied"],
    law: "Law No. 14-VIII, art. {article}",
    paragraph: ", para. {n}",
    part: ", part {n}",
    subparagraph: ", subpara. {n}",
    own_format: "the format of Rastau",
    section: "{document}, section {n}",
    checks_waiting: ["check depends on that", "checks depend on that", "checks depend on that"],
    checks_satisfied: ["check satisfied", "checks satisfied", "checks satisfied"],
    checks: ["check", "checks", "checks"],
    documents: ["document", "documents", "documents"],
    days: ["day", "days", "days"],
    of_people: ["person", "people", "people"],
    article_28: "On {day}, a document in force is held by {valid} of {total} {people} (art. 28).",
    columns_not_read: "Columns that were not read: {columns}.",
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
    iin: "IIN, born on {day}.",
    bin: "BIN, registered in month {month} of year {year}.",
    errors: ENGLISH,
    names: NAMES,
    missing,
    check,
};

const NAMES: &[(&str, &str)] = &[
    ("current", "current"),
    ("late", "update overdue"),
    ("stale", "out of date"),
    ("expired", "expired"),
    ("unlimited", "without a term"),
    ("skills", "skills"),
    ("qualification", "qualification"),
    ("profession", "profession"),
    ("not-in-force", "it was not in force"),
    ("new-year", "New Year"),
    ("christmas", "Christmas"),
    ("womens-day", "International Women's Day"),
    ("nauryz", "Nauryz"),
    ("unity-day", "Unity Day of the People of Kazakhstan"),
    ("defender-day", "Defender of the Fatherland Day"),
    ("victory-day", "Victory Day"),
    ("kurban-ait", "Kurban Ait"),
    ("capital-day", "Capital Day"),
    ("constitution-day", "Constitution Day"),
    ("republic-day", "Republic Day"),
    ("independence-day", "Independence Day"),
    ("yes", "yes"),
    ("no", "no"),
    ("standard", "standard"),
    ("qualification-requirements", "qualification requirements"),
    ("cyrillic", "Cyrillic"),
    ("latin", "Latin"),
    ("standard-exists", "there was a professional standard"),
    ("not-for-profession", "it is not for this profession"),
    ("not-yet", "not accredited yet"),
    ("revoked", "accreditation revoked"),
    ("liquidated", "liquidated"),
    ("court-ban", "prohibited by a court"),
    ("not-accredited", "has no such certificate"),
    ("not-legal-entity", "not a legal entity"),
    ("profession-not-covered", "the accreditation does not cover the profession"),
    ("unknown-centre", "not in the list of centres"),
    ("confirmed-complaint", "confirmed complaint"),
    ("court-decision", "court decision"),
    ("issued-in-error", "issued in error"),
    ("holder-request", "at the holder's request"),
    ("other-law", "on a ground of another law"),
    ("stated-date", "by the date on the document"),
    ("register-term", "by the register's term"),
    ("corresponding-day-included", "the last day counts"),
    ("corresponding-day-excluded", "the last day does not count"),
    ("decision-day-included", "the day of the revocation already counts"),
    ("decision-day-excluded", "the day of the revocation does not count yet"),
];

fn missing(missing: Missing) -> MissingText {
    match missing {
        Missing::Check(_) => MissingText(
            "This could not be decided, because another check was not decided: {check}.",
            "See the result of this check: {check}.",
        ),
        Missing::Segment => MissingText(
            "Part of the register data is missing or damaged.",
            "Copy the bundle again from its publisher.",
        ),
        Missing::NewerVersion => {
            MissingText("This needs a newer version of Rastau.", "Update Rastau and ask again.")
        }
        Missing::NewerSnapshot => MissingText(
            "The register data here ends on {covered_through}, and the stated date of issue is later.@newer-than-snapshot|The register data here (as of {as_of}) does not reach the day of issue, {issued_on}.|The register data here (as of {as_of}) is too old to decide this.|The register data here is too old to decide this.",
            "Get a newer bundle and ask again.",
        ),
        Missing::WiderSnapshot => MissingText(
            "The register data here begins on {covered_from}, and the stated date of issue is earlier.|The register data here does not cover documents issued then.",
            "Ask the keeper of the register.",
        ),
        Missing::IssuedOn => MissingText(
            "The register does not list this number; without the date of issue it is unknown whether the document is newer than the data.",
            "Type in the date of issue as well, and compare the number.",
        ),
        Missing::Clock => MissingText(
            "The device's clock ({clock}) is behind the signed times ({newest_signed}), so the current date is unknown.|The device's clock ({clock}) is behind the time that it showed earlier ({shown}), so the current date is unknown.|The device's clock is behind the signed times.",
            "Set the clock and check again.",
        ),
        Missing::Code => MissingText(
            "The verification code is missing.",
            "Type in the verification code from the document.",
        ),
        Missing::RecordHasNoCode => MissingText(
            "The document was issued before verification codes were introduced: the register confirms only its number and status.",
            "Compare the rest with the centre or the keeper of the register.",
        ),
        Missing::RegisterRecord => MissingText(
            "The register's record of this document cannot be read.",
            "Update Rastau or ask the keeper of the register.",
        ),
        Missing::Holder => MissingText(
            "The holder's identity number is missing.",
            "Type in the IIN from the person's identity document.",
        ),
        Missing::ExactSpelling => MissingText(
            "The name matches only in Russian spelling: a possible but not a certain match.",
            "Compare the name with the identity document, letter by letter.",
        ),
        Missing::SameScript => MissingText(
            "The register has the name in another script ({script}), so it cannot be compared.|The register has the name in another script, so it cannot be compared.",
            "Type the name in this script: {script}.|Type the name in the script of the document.",
        ),
        Missing::OtherLaw => MissingText(
            "Recognition in this profession is mandatory under another law, which decides: {other_law}.|Recognition in this profession is mandatory under another law, which decides.",
            "See that law; this Law gives no answer.",
        ),
        Missing::RegisterTerm => MissingText(
            "The register of professions gives no term for the day of issue.",
            "Ask the keeper of the register of professions.",
        ),
        Missing::Future => MissingText(
            "The date in question is in the future: the document may still be cancelled.",
            "Ask again on that day.",
        ),
        Missing::CheckNotMade => MissingText(
            "Rastau did not make this check, which is a fault of the program.",
            "Do not rely on this answer; report the fault to the provider of the program.",
        ),
    }
}
