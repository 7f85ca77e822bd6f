//! Chapters 5 and 6, articles 27 to 31: employers, vouchers, liability, entry into force.

use super::Place::{NotCarried, Nothing, Rule};
use super::unit::at;
use super::{Norm, account};

pub(super) const NORMS: &[Norm] = account! {
    at(27, 0, 0, 0), Nothing, "art27",
        "What employers owe candidates whom they send",
        Nothing("It refers to labour law.");

    at(28, 0, 0, 0), Data, "data.employer-documents",
        "Employees' documents count when an employer makes its declaration",
        NotCarried("The employer has the list, not the register. `rastau verify --list` counts those that are valid on the \
                    day; what the count is worth is labour law.");

    at(29, 1, 0, 0), Computable, "art29.p1.voucher-eligibility",
        "Registered unemployed people have a right to a voucher",
        Rule,
        "By the status on the day of the request; losing it later takes the voucher from nobody.";
    at(29, 1, 0, 0), Computable, "art29.p1.once-a-year",
        "One voucher a year",
        Rule,
        "By calendar years, as it is practised. Vouchers given count, used or not.";
    at(29, 1, 0, 0), Computable, "art29.p1.use-within-validity",
        "A voucher is used within the validity that it states",
        Rule,
        "Both ends included; the day of the exam counts, not of booking.";
    at(29, 2, 0, 0), Computable, "art29.p2.free-choice",
        "The holder chooses qualification and centre, by a profession of the register",
        Rule,
        "Art. 15.1 and 15.3 on what was chosen.";
    at(29, 3, 0, 0), Computable, "art29.p3.cancel-unused",
        "A voucher that was not used in time is cancelled",
        Rule,
        "By itself, on the day after the last, extended where it is.";
    at(29, 3, 0, 0), Computable, "art29.p3.extension",
        "Temporary disability of the holder extends the validity",
        Rule,
        "By its length within the validity, overlaps counted once. Where the other reading, valid while it lasts, gives \
         another day, both are told.";
    at(29, 4, 0, 0), Nothing, "art29.p4",
        "How much is reimbursed, and how, is in the rules on vouchers",
        Nothing("It leaves the matter to another act.");

    at(30, 0, 0, 0), Nothing, "art30",
        "Breaking the legislation on recognition entails liability",
        Nothing("It refers to other laws.");

    at(31, 0, 0, 0), Computable, "art31.entry-into-force",
        "The Law begins sixty calendar days after its first official publication",
        Rule,
        "The day after publication is the first of the sixty; the Law is in force from the day after the sixtieth. Every \
         other rule is asked about days from then on.";
};
