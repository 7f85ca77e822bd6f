//! Which form of a typed document number and identity number the register has.

use alloc::borrow::Cow;
use alloc::vec;

use crate::document::Form;
use crate::document::text::Presented;
use crate::identity::TypedIdentity;
use crate::snapshot::verified::Verified;
use crate::snapshot::{Pages, Record, Snapshot};
use crate::verdict::{ReadAs, Repair};

/// A document or form in the form in which it is verified.
pub(super) struct Resolved<'a> {
    pub presented: Cow<'a, Presented>,
    pub repairs: vec::Vec<Repair>,
    pub read_as: ReadAs,
    /// Whether the number is not listed as typed, and one that a spreadsheet may have damaged into it is. Then the number is
    /// not known, rather than not listed.
    pub doubtful_number: bool,
}

/// How the register knows a number.
enum Known {
    NotListed,
    /// Listed, and not opened by the code.
    Listed,
    /// The code opens the record.
    Opened,
    /// A page cannot be used, so it is not known.
    Unusable,
}

impl<'a> Resolved<'a> {
    /// Looks up the forms of a typed number. The verification code selects: the number whose record it opens. If it opens none,
    /// a form that differs in formatting only is used if it is the only one listed. A damaged number is never completed without
    /// the code.
    pub(super) fn new<P: Pages>(snapshot: &Snapshot<P>, presented: &'a Presented) -> Self {
        let unchanged = |repairs| Self {
            presented: Cow::Borrowed(presented),
            repairs,
            read_as: ReadAs::default(),
            doubtful_number: false,
        };
        let form = match presented {
            Presented::Signed(document) => return unchanged(document.repairs.clone()),
            Presented::Typed(form) => form,
        };
        let (number, repaired, doubtful_number) = number(snapshot, form);
        let typed_number = number.is_none();
        let mut read_as = ReadAs { number, holder: None };
        let number = read_as.number.as_ref().unwrap_or(&form.number);
        let mut repairs = vec![];
        if repaired {
            repairs.push(Repair::DamagedNumber);
        }
        if let (Some(typed), Some(code)) = (&form.holder, &form.code)
            && let Ok(Some(listed)) = snapshot.document(number)
            && let Record::Coded { holder, .. } = &listed.record
            && Verified::from_record(snapshot, &listed, number, code).is_ok()
            && !holder.confirms(code, number, &typed.number)
            && let Some(repair) = typed.repairs.iter().find(|repair| holder.confirms(code, number, repair))
        {
            read_as.holder = Some(repair.clone());
            repairs = vec![Repair::DamagedNumber];
        }
        if typed_number && read_as.holder.is_none() {
            return Self { doubtful_number, ..unchanged(repairs) };
        }
        let mut resolved = form.clone();
        if let Some(number) = &read_as.number {
            resolved.number.clone_from(number);
        }
        if let Some(holder) = &read_as.holder {
            let number = holder.clone();
            resolved.holder = Some(TypedIdentity { number, repairs: vec![], doubtful: false });
        }
        Self { presented: Cow::Owned(Presented::Typed(resolved)), repairs, read_as, doubtful_number }
    }
}

/// The number in the register's form if it is another than the typed one, whether it was damaged, and whether the typed number
/// may be a damaged one.
fn number<P: Pages>(snapshot: &Snapshot<P>, form: &Form) -> (Option<alloc::string::String>, bool, bool) {
    let known = |number: &str| match snapshot.document(number) {
        Err(_) => Known::Unusable,
        Ok(None) => Known::NotListed,
        Ok(Some(listed)) => match form.code {
            Some(code) if Verified::from_record(snapshot, &listed, number, &code).is_ok() => Known::Opened,
            Some(_) | None => Known::Listed,
        },
    };
    let typed_is_listed = match known(&form.number) {
        Known::Opened | Known::Unusable => return (None, false, false),
        Known::Listed => true,
        Known::NotListed => false,
    };
    let mut listed = vec![];
    for number in &form.numbers.formats {
        match known(number) {
            Known::Opened | Known::Unusable => return (Some(number.clone()), false, false),
            Known::Listed => listed.push(number),
            Known::NotListed => {}
        }
    }
    let mut repairs = vec![];
    let mut doubtful = false;
    for number in &form.numbers.repairs {
        match known(number) {
            Known::Opened => repairs.push(number),
            Known::Listed | Known::Unusable => doubtful = true,
            Known::NotListed => {}
        }
    }
    match (repairs.as_slice(), listed.as_slice()) {
        ([repair], _) => (Some((*repair).clone()), true, false),
        ([], [number]) if !typed_is_listed => (Some((*number).clone()), false, false),
        _ => (None, false, !typed_is_listed && (doubtful || listed.len() > 1 || repairs.len() > 1)),
    }
}
