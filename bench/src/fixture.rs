//! Registers of any size from the demo's generator, each with a random sample of its documents.

use std::path::{Path, PathBuf};

use rastau_core::calendar::Timestamp;
use rastau_core::codec::hex;
use rastau_core::crypto::Algorithm;
use rastau_core::document::Claims;
use rastau_core::snapshot::{OpenOptions, Snapshot};
use rastau_registry::demo::reference::CENTRES;
use rastau_registry::demo::{DemoOptions, Keys, REGISTER, bundle, fill, insert_ordinary};
use rastau_registry::issue::{Dictionaries, sign};
use rastau_registry::keys::SigningKey;
use rastau_registry::random::{Random, Seeded};
use rastau_registry::{Register, RegistryError};
use rastau_store::Bundle;

/// The instant at which every benchmark takes place.
pub const NOW: Timestamp = Timestamp(1_795_410_000);

/// Which documents to sample.
pub struct SampleOptions<'a> {
    /// The number of documents to draw. From a smaller register all documents are drawn.
    pub size: u64,
    /// The seed of the draw. The register does not depend on it.
    pub seed: &'a str,
}

/// A register with its bundle on disk, and a random sample of its documents.
pub struct Fixture {
    /// The number of documents in the register.
    pub documents: u64,
    /// The bundle directory.
    pub bundle: PathBuf,
    /// The sampled documents, in random order.
    pub sample: Vec<Document>,
    keys: Keys,
    /// A second issuing key for each centre. The demo's centres that issue ordinary documents all have Ed25519 keys.
    p256: Vec<SigningKey>,
}

/// A sampled document.
pub struct Document {
    /// What it states, the verification code included.
    pub claims: Claims,
    /// Whether the register lists it as cancelled.
    pub cancelled: bool,
}

impl Document {
    /// The JSON form that a user would type: number, verification code, identity number.
    #[must_use]
    pub fn form(&self) -> String {
        format!(r#"{{"number":"{}","code":"{}","holder":"{}"}}"#, self.number(), self.code(), self.holder())
    }

    /// The document number.
    #[must_use]
    pub fn number(&self) -> &str {
        &self.claims.number
    }

    /// The verification code as it is printed.
    #[must_use]
    pub fn code(&self) -> String {
        self.claims.code.map(|code| code.printed()).unwrap_or_default()
    }

    /// The holder's identity number.
    #[must_use]
    pub fn holder(&self) -> &str {
        self.claims.holder.as_str()
    }
}

impl Fixture {
    /// Makes a register of `documents` documents in `folder`, its bundle, and a sample.
    ///
    /// The same arguments give the same register and the same sample. Every document has the same chance to be in the
    /// sample, except the demo's few dozen cases, which are never drawn.
    ///
    /// # Panics
    /// If the disk or the database fails: a benchmark has no caller that could recover.
    #[must_use]
    pub fn make(folder: &Path, documents: u64, options: &SampleOptions) -> Self {
        std::fs::create_dir_all(folder).expect("the directory of the benchmarks");
        Self::try_make(folder, documents, options).expect("a register and its bundle")
    }

    fn try_make(folder: &Path, documents: u64, options: &SampleOptions) -> Result<Self, RegistryError> {
        let file = register_file(folder, documents);
        for ending in ["", "-wal", "-shm"] {
            let _ = std::fs::remove_file(format!("{}{ending}", file.display()));
        }
        let mut random = Seeded::new("bench");
        let keys = Keys::generate(&mut random)?;
        let p256 = CENTRES.iter().map(|_| SigningKey::generate(Algorithm::Esp256, &mut random));
        let p256 = p256.collect::<Result<Vec<_>, _>>()?;
        let mut register = Register::create(&file, REGISTER, "2023-09-04")?;
        let cases = DemoOptions { documents: 0, now: NOW, certificates: false };
        fill(&mut register, &keys, &cases, &mut random, &|_| {})?;

        let first = register.count_documents()?;
        let transaction = register.connection_mut().transaction()?;
        for (centre, key) in CENTRES.iter().zip(&p256) {
            transaction.execute(
                "INSERT INTO issuing_keys VALUES (?1, 'p256', ?2, NULL, '2023-09-04', NULL)",
                (hex::encode(&key.public().bytes), centre.bin()),
            )?;
        }
        let mut draw = Seeded::new(options.seed);
        let mut dictionaries = Dictionaries::new();
        let mut sample = Vec::new();
        for index in first..documents {
            let claims = insert_ordinary(&transaction, &mut dictionaries, index, NOW.date(), &mut random)?;
            // Selection sampling (Knuth, The Art of Computer Programming, volume 2, algorithm 3.4.2S).
            let missing = options.size.saturating_sub(sample.len() as u64);
            if draw.below(documents - index)? < missing {
                let sql = "SELECT EXISTS (SELECT 1 FROM cancellations WHERE number = ?1)";
                let cancelled = transaction.query_row(sql, (&claims.number,), |row| row.get(0))?;
                sample.push(Document { claims, cancelled });
            }
        }
        transaction.commit()?;
        shuffle(&mut sample, &mut draw)?;

        let path = folder.join(format!("{documents}.bundle"));
        bundle(&register, &keys, NOW, &path, &|_| {})?;
        let documents = register.count_documents()?;
        Ok(Self { documents, bundle: path, sample, keys, p256 })
    }

    /// The key of the document's centre with this algorithm.
    #[must_use]
    pub fn key(&self, document: &Document, algorithm: Algorithm) -> &SigningKey {
        let bin = document.claims.centre.as_str();
        let centre = CENTRES.iter().position(|centre| centre.bin() == bin).unwrap_or(0);
        let demo = &self.keys.centres[centre];
        if demo.public().algorithm == algorithm.cose() { demo } else { &self.p256[centre] }
    }

    /// The text of the document's QR code, signed with the key of its centre with this algorithm.
    #[must_use]
    pub fn text(&self, document: &Document, algorithm: Algorithm) -> String {
        sign(&document.claims, self.key(document, algorithm))
    }

    /// Opens the bundle as a verifier does.
    ///
    /// # Panics
    /// If the bundle is rejected.
    #[must_use]
    pub fn open(&self) -> Snapshot<Bundle> {
        let bundle = Bundle::open(&self.bundle).expect("a bundle");
        let statements = bundle.statements().clone();
        Snapshot::open(&OpenOptions::pinned(&statements.roots[0].1, NOW), &statements, bundle)
            .expect("a valid bundle")
    }

    /// One line that describes the register and the sample.
    #[must_use]
    pub fn describe(&self, seed: &str) -> String {
        let cancelled = self.sample.iter().filter(|document| document.cancelled).count();
        let drawn = self.sample.len();
        format!(
            "Register of {} documents; sample of {drawn}, {cancelled} of them cancelled, seed \"{seed}\"",
            self.documents
        )
    }
}

/// The file of a register of this size.
#[must_use]
pub fn register_file(folder: &Path, documents: u64) -> PathBuf {
    folder.join(format!("{documents}.sqlite"))
}

/// Puts `items` into random order (Fisher and Yates).
///
/// # Errors
/// The errors of `random`; a seeded generator has none.
pub fn shuffle<T>(items: &mut [T], random: &mut impl Random) -> Result<(), RegistryError> {
    for last in (1..items.len()).rev() {
        let other = usize::try_from(random.below(last as u64 + 1)?).unwrap_or(last);
        items.swap(last, other);
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    /// The numbers of the sample in their order, and the bytes of the manifest.
    fn make(size: u64, seed: &str) -> (Vec<String>, Vec<u8>) {
        let folder = tempfile::tempdir().unwrap();
        let fixture = Fixture::make(folder.path(), 1_000, &SampleOptions { size, seed });
        assert_eq!(fixture.documents, 1_000);
        let numbers = fixture.sample.iter().map(|document| document.number().to_string()).collect();
        (numbers, std::fs::read(fixture.bundle.join("fresh.cose")).unwrap())
    }

    #[test]
    fn a_seed_gives_one_sample_and_every_seed_the_same_register() {
        let (one, register) = make(200, "1");
        assert_eq!(make(200, "1"), (one.clone(), register.clone()));
        let (two, same) = make(200, "2");
        assert_ne!(one, two);
        assert_eq!(register, same);
    }

    #[test]
    fn a_sample_is_spread_over_the_register_in_random_order() {
        let (numbers, _) = make(200, "1");
        let distinct: BTreeSet<_> = numbers.iter().collect();
        assert_eq!((numbers.len(), distinct.len()), (200, 200));
        assert!(!numbers.is_sorted());
        // The demo's numbers are 1 and three times the place of the document: each tenth of the register is drawn from.
        let tenth = |number: &String| number[1..].parse::<u64>().unwrap() / 300;
        assert_eq!(numbers.iter().map(tenth).collect::<BTreeSet<_>>(), (0..10).collect());
    }

    #[test]
    fn a_larger_sample_is_every_document_but_the_cases() {
        let (numbers, _) = make(10_000, "1");
        assert!((900..1_000).contains(&numbers.len()), "{}", numbers.len());
    }
}
