//! A version two days later that has small segments: a new document, a cancellation and a reinstatement.

use rastau_registry::{Register, RegistryError};

use super::bundles::Maker;
use super::documents::Documents;

impl Maker<'_> {
    /// Writes the bundle `grown`. The register already has the added document and the cancellation of `second`.
    pub(super) fn delta(&self, register: &Register, documents: &Documents<'_>) -> Result<(), RegistryError> {
        let sql = "UPDATE cancellations SET reinstated_on = '2026-11-21' WHERE number = ?1 AND reinstated_on IS NULL";
        let number = &documents.claims("cancelled-ever").number;
        assert_eq!(register.connection().execute(sql, (number,))?, 1);
        self.follow(register, "grown", 2)
    }
}
