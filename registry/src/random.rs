//! Randomness as an argument: the system's for real keys and codes, a fixed seed for a reproducible demo or corpus.

use rastau_core::crypto::sha256;

use crate::RegistryError;

/// Gives random bytes.
pub trait Random {
    /// Fills `bytes`.
    fn fill(&mut self, bytes: &mut [u8]) -> Result<(), RegistryError>;

    /// A random array.
    fn array<const N: usize>(&mut self) -> Result<[u8; N], RegistryError>
    where
        Self: Sized,
    {
        let mut bytes = [0; N];
        self.fill(&mut bytes)?;
        Ok(bytes)
    }

    /// A number below `limit` (which is small beside 2⁶⁴, so that the bias is nothing).
    fn below(&mut self, limit: u64) -> Result<u64, RegistryError>
    where
        Self: Sized,
    {
        Ok(u64::from_be_bytes(self.array()?) % limit.max(1))
    }
}

/// The operating system's randomness.
pub struct System;

impl Random for System {
    fn fill(&mut self, bytes: &mut [u8]) -> Result<(), RegistryError> {
        getrandom::fill(bytes)
            .map_err(|error| RegistryError::said(format!("the system gives no random bytes: {error}")))
    }
}

/// SHA-256 of a seed and a counter: the same bytes on every machine. For demos and test data only.
pub struct Seeded {
    seed: [u8; 32],
    counter: u64,
    block: [u8; 32],
    used: usize,
}

impl Seeded {
    /// Starts the stream of a seed.
    #[must_use]
    pub fn new(seed: &str) -> Self {
        Self { seed: sha256(&[seed.as_bytes()]), counter: 0, block: [0; 32], used: 32 }
    }
}

impl Random for Seeded {
    fn fill(&mut self, bytes: &mut [u8]) -> Result<(), RegistryError> {
        for byte in bytes {
            if self.used == self.block.len() {
                self.block = sha256(&[&self.seed, &self.counter.to_be_bytes()]);
                self.counter += 1;
                self.used = 0;
            }
            *byte = self.block[self.used];
            self.used += 1;
        }
        Ok(())
    }
}
