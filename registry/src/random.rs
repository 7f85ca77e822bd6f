//! Sources of random bytes, passed as arguments: the operating system's for real keys and codes, a seeded one for a
//! reproducible demo or corpus.

use rastau_core::crypto::sha256;

use crate::RegistryError;

/// A source of random bytes.
pub trait Random {
    /// Fills `bytes` with random bytes.
    ///
    /// # Errors
    /// [`RegistryError::Random`] where the source fails.
    fn fill(&mut self, bytes: &mut [u8]) -> Result<(), RegistryError>;

    /// Returns a random array.
    ///
    /// # Errors
    /// See [`Random::fill`].
    fn array<const N: usize>(&mut self) -> Result<[u8; N], RegistryError>
    where
        Self: Sized,
    {
        let mut bytes = [0; N];
        self.fill(&mut bytes)?;
        Ok(bytes)
    }

    /// Returns a random number below `limit` (0 where `limit` is 0 or 1). Keep `limit` far below 2⁶⁴: the remainder of
    /// a division is only then nearly uniform.
    ///
    /// # Errors
    /// See [`Random::fill`].
    fn below(&mut self, limit: u64) -> Result<u64, RegistryError>
    where
        Self: Sized,
    {
        Ok(u64::from_be_bytes(self.array()?) % limit.max(1))
    }
}

/// The operating system's random generator.
pub struct System;

impl Random for System {
    fn fill(&mut self, bytes: &mut [u8]) -> Result<(), RegistryError> {
        getrandom::fill(bytes).map_err(RegistryError::Random)
    }
}

/// A deterministic stream: SHA-256 of a seed and a counter. For demos and test data only.
///
/// ```
/// use rastau_registry::random::{Random, Seeded};
///
/// let (mut one, mut other) = (Seeded::new("seed"), Seeded::new("seed"));
/// assert_eq!(one.array::<40>()?, other.array::<40>()?);
/// # Ok::<(), rastau_registry::RegistryError>(())
/// ```
pub struct Seeded {
    seed: [u8; 32],
    counter: u64,
    block: [u8; 32],
    /// Bytes of `block` that were returned already.
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
