//! Article 29: the one-time voucher of an unemployed person.

pub mod p1_eligibility;
pub mod p1_once_a_year;
pub mod p1_use;
pub mod p2_choice;
pub mod p3_cancellation;
pub mod p3_extension;

use crate::law::engine::norm::Place::Nothing;
use crate::law::engine::norm::{Article, Norm, norm};
use crate::law::engine::unit::at;

/// The article.
pub(in crate::law) static ARTICLE: Article = Article {
    number: 29,
    title: "Vouchers",
    norms: &[
        p1_eligibility::NORMS,
        p1_once_a_year::NORMS,
        p1_use::NORMS,
        p2_choice::NORMS,
        p3_cancellation::NORMS,
        p3_extension::NORMS,
        NORMS,
    ],
};

/// The norms, in the order of the act.
pub(super) static NORMS: &[&Norm] = &[norm!(
    at(29, 4, 0, 0),
    0x3525_37a2_4b02_0ca8,
    Nothing,
    "art29.p4",
    "How much is reimbursed, and how, is in the rules on vouchers",
    Nothing("It leaves the matter to another act.")
)];
