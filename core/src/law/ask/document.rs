//! Is this document good on that day?

use alloc::string::ToString;

use super::super::certificate_documents::{DocumentCancellation, document_cancellation};
use super::super::facts::{facts, given};
use super::super::obtaining::{DocumentValidity, SkillDocument, names_its_skills, validity};
use super::super::procedure::{Conducts, conducts};
use super::super::rule::{Rule, rule};
use super::super::ruling::{Ruling, Step};
use super::{ASKED, part, together};
use crate::calendar::WorkingDays;
use crate::error::FactsError;
use crate::verdict::{Answer, Facts};
