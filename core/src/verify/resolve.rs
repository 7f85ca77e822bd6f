//! Which form of a typed document number and identity number the register has.

use alloc::borrow::Cow;
use alloc::string::String;
use alloc::vec;

use super::found::NumberRecord;
use crate::document::Form;
use crate::document::text::Presented;
use crate::identity::TypedIdentity;
use crate::snapshot::{Pages, Record, Snapshot};
use crate::verdict::{ReadAs, Repair};

/// A document or form in the form in which it is verified.
pub(super) struct Resolved<'a> {
    pub presented: Cow<'a, Presented>,
    pub repairs: vec::Vec<Repair>,
    pub read_as: ReadAs,
    /// Whether the typed number is not listed, but a number is listed that a spreadsheet may have damaged into it. The
    /// number is then unknown rather than not listed.
    pub doubtful_number: bool,
    /// The record of the number in that form; `None` for a signed document, whose number is not looked up here.
    pub record: Option<NumberRecord>,
}

/// The form of a typed number that is verified.
struct Choice {
    /// The number, if it differs from the typed one.
    number: Option<String>,
    /// Whether the typed one was damaged.
    is_repaired: bool,
    /// As [`Resolved::doubtful_number`].
    is_doubtful: bool,
    record: NumberRecord,
}

impl<'a> Resolved<'a> {
    /// Looks up the forms of a typed number. The verification code selects: the number whose record it opens. If it opens none,
    /// a form that differs in formatting only is used if it is the only one listed. A damaged number is never completed without
    /// the code.
    pub(super) fn new<P: Pages>(snapshot: &Snapshot<P>, presented: &'a Presented) -> Self {
        let form = match presented {
            Presented::Signed(document) => {
                return Self {
                    presented: Cow::Borrowed(presented),
                    repairs: document.repairs.clone(),
                    read_as: ReadAs::default(),
                    doubtful_number: false,
                    record: None,
                };
            }
            Presented::Typed(form) => form,
        };
        let Choice { number, is_repaired, is_doubtful: doubtful_number, record } = choose(snapshot, form);
        let mut read_as = ReadAs { number, holder: None };
        let number = read_as.number.as_ref().unwrap_or(&form.number);
        let mut repairs = vec![];
        if is_repaired {
            repairs.push(Repair::DamagedNumber);
        }
        if let (Some(typed), Some(code)) = (&form.holder, &form.code)
            && let Ok(Some(listed)) = &record.listed
            && let Record::Coded { holder, .. } = &listed.record
            && record.is_opened()
            && !typed.repairs.is_empty()
            && !holder.confirms(code, number, &typed.number)
            && let Some(repair) = typed.repairs.iter().find(|repair| holder.confirms(code, number, repair))
        {
            read_as.holder = Some(repair.clone());
            repairs = vec![Repair::DamagedNumber];
        }
        let record = Some(record);
        if read_as.number.is_none() && read_as.holder.is_none() {
            let presented = Cow::Borrowed(presented);
            return Self { presented, repairs, read_as, doubtful_number, record };
        }
        let mut resolved = form.clone();
        if let Some(number) = &read_as.number {
            resolved.number.clone_from(number);
        }
        if let Some(holder) = &read_as.holder {
            let number = holder.clone();
            resolved.holder = Some(TypedIdentity { number, repairs: vec![], doubtful: false });
        }
        let presented = Cow::Owned(Presented::Typed(resolved));
        Self { presented, repairs, read_as, doubtful_number, record }
    }
}

/// Chooses among the forms of a typed number. Each is looked up once at most.
fn choose<P: Pages>(snapshot: &Snapshot<P>, form: &Form) -> Choice {
    let look_up = |number: &String| NumberRecord::look_up(snapshot, number, form.code);
    // Without a usable page nothing is known about the number, and no other form is tried.
    let is_final = |record: &NumberRecord| record.is_opened() || record.listed.is_err();
    let typed = look_up(&form.number);
    if is_final(&typed) {
        return Choice { number: None, is_repaired: false, is_doubtful: false, record: typed };
    }
    let mut listed = vec![];
    for number in &form.numbers.formats {
        let record = look_up(number);
        if is_final(&record) {
            let number = Some(number.clone());
            return Choice { number, is_repaired: false, is_doubtful: false, record };
        }
        if record.is_listed() {
            listed.push((number, record));
        }
    }
    let mut repairs = vec![];
    let mut doubtful = false;
    for number in &form.numbers.repairs {
        let record = look_up(number);
        if record.is_opened() {
            repairs.push((number, record));
        } else {
            doubtful |= record.is_listed() || record.listed.is_err();
        }
    }
    let is_doubtful = !typed.is_listed() && (doubtful || listed.len() > 1 || repairs.len() > 1);
    let chosen = match (repairs.len(), listed.len()) {
        (1, _) => repairs.pop().map(|(number, record)| (number, true, record)),
        (0, 1) if !typed.is_listed() => listed.pop().map(|(number, record)| (number, false, record)),
        _ => None,
    };
    match chosen {
        Some((number, is_repaired, record)) => {
            Choice { number: Some(number.clone()), is_repaired, is_doubtful: false, record }
        }
        None => Choice { number: None, is_repaired: false, is_doubtful, record: typed },
    }
}
