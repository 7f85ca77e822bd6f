//! The articles of the act. A norm is stated in the file of its article, paragraph and subparagraph; this is the one list of
//! them.
#![deny(clippy::match_wildcard_for_single_variants, clippy::wildcard_enum_match_arm)]

pub mod a00_title;
pub mod a01_concepts;
pub mod a02_scope;
pub mod a03_principles;
pub mod a04_participants;
pub mod a05_tools;
pub mod a06_platform;
pub mod a07_government;
pub mod a08_authorised_body;
pub mod a09_sectoral_bodies;
pub mod a10_national_council;
pub mod a11_national_chamber;
pub mod a12_industry_councils;
pub mod a13_national_body;
pub mod a14_employers_associations;
pub mod a15_recognition;
pub mod a16_rights;
pub mod a17_centres;
pub mod a18_admission;
pub mod a19_education;
pub mod a20_skills;
pub mod a21_document;
pub mod a22_appeals;
pub mod a23_accreditation;
pub mod a24_criteria;
pub mod a25_decision;
pub mod a26_end_of_accreditation;
pub mod a27_sent_candidates;
pub mod a28_declaration;
pub mod a29_vouchers;
pub mod a30_liability;
pub mod a31_entry_into_force;

use super::engine::norm::Article;

/// Every article, in the order of the act.
pub(in crate::law) static ALL: &[&Article] = &[
    &a00_title::ARTICLE,
    &a01_concepts::ARTICLE,
    &a02_scope::ARTICLE,
    &a03_principles::ARTICLE,
    &a04_participants::ARTICLE,
    &a05_tools::ARTICLE,
    &a06_platform::ARTICLE,
    &a07_government::ARTICLE,
    &a08_authorised_body::ARTICLE,
    &a09_sectoral_bodies::ARTICLE,
    &a10_national_council::ARTICLE,
    &a11_national_chamber::ARTICLE,
    &a12_industry_councils::ARTICLE,
    &a13_national_body::ARTICLE,
    &a14_employers_associations::ARTICLE,
    &a15_recognition::ARTICLE,
    &a16_rights::ARTICLE,
    &a17_centres::ARTICLE,
    &a18_admission::ARTICLE,
    &a19_education::ARTICLE,
    &a20_skills::ARTICLE,
    &a21_document::ARTICLE,
    &a22_appeals::ARTICLE,
    &a23_accreditation::ARTICLE,
    &a24_criteria::ARTICLE,
    &a25_decision::ARTICLE,
    &a26_end_of_accreditation::ARTICLE,
    &a27_sent_candidates::ARTICLE,
    &a28_declaration::ARTICLE,
    &a29_vouchers::ARTICLE,
    &a30_liability::ARTICLE,
    &a31_entry_into_force::ARTICLE,
];
