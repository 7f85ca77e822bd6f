//! Paragraph 2: the holder chooses the profession and the centre.

use alloc::vec::Vec;

use crate::calendar::{Date, WorkingDays};
use crate::error::FactsError;
use crate::law::articles::a15_recognition::p1_register::{PROFESSION_RECOGNISABLE, Recognisable};
use crate::law::articles::a15_recognition::p3_centre::{CENTRE_CONDUCTS, Conducts};
use crate::law::engine::aggregate::{MEMBERS, MembersOutcome, Paths, all_of};
use crate::law::engine::facts::{Known, Text, facts};
use crate::law::engine::norm::Norm;
use crate::law::engine::outcome::Ruled;
use crate::law::engine::register::{CentreFacts, EntryFacts};
use crate::law::engine::rule::rule;

rule! {
    FREE_CHOICE: FreeChoice => MembersOutcome,
    unit: (29, 2, 0, 0),
    text: 0x8c6f_799a_ee73_f53e,
    id: "art29.p2.free-choice",
    summary: "The holder chooses qualification and centre, by a profession of the register",
    note: "Art. 15.1 and 15.3 on what was chosen.",
    judge: free_choice,
    as_of: |facts| facts.as_of,
    value: MEMBERS,
    example: r#"{"profession":"7212-01","register":[{"profession":"7212-01","included_on":"2023-09-04","excluded_on":null,"mode":"voluntary"}],"register_as_of":"2026-03-31","centre":{"bin":"990140000012","kind":"legal-entity","route":"this-law","certificate":{"serial":"0001","issued_on":"2024-03-01","valid_to":"2027-03-01","events":[]},"professions":[{"profession":"7212-01","from":"2024-03-01","until":null}],"list_as_of":"2026-03-31"},"as_of":"2026-03-19"}"#,
}

/// The norms, in the order of the act.
pub(super) static NORMS: &[&Norm] = &[&FREE_CHOICE.norm];

facts! {
    /// Facts of `art29.p2.free-choice`.
    pub struct FreeChoice {
        /// Code of the profession that the holder chose.
        profession: Option<Text>,
        /// Entries of the register of professions; those of other professions do not matter.
        register: Option<Vec<EntryFacts>>,
        /// The day up to which these entries are known.
        register_as_of: Option<Date>,
        /// The centre that the holder chose, as the list of centres has it; null where it is not on the list.
        centre: Known<CentreFacts>,
        /// The day as of which it is asked.
        as_of: Option<Date>,
    }
}

/// Facts of the members, and their paths in the facts of the choice.
const PATHS: Paths = &[(&CENTRE_CONDUCTS.rule, "procedure_date", "as_of")];

/// `art29.p2.free-choice`: the holder of a voucher chooses the profession and the centre. The profession must be in the
/// register (art. 15.1), and the centre accredited for it (art. 15.3), on the day asked about.
///
/// # Errors
/// Those of the members.
pub fn free_choice(facts: &FreeChoice, days: &WorkingDays) -> Result<Ruled<MembersOutcome>, FactsError> {
    let FreeChoice { profession, register, register_as_of, centre, as_of } = facts.clone();
    let of_centre = Conducts { centre, profession: profession.clone(), procedure_date: as_of };
    let of_profession = Recognisable { profession, register, register_as_of, as_of };
    let parts = alloc::vec![
        PROFESSION_RECOGNISABLE.part(&of_profession, days)?,
        CENTRE_CONDUCTS.part(&of_centre, days)?,
    ];
    Ok(all_of(parts).by_path(PATHS).ruled())
}
