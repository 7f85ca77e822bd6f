//! The demo: a register of invented documents with keys, a signed bundle and printed documents.
//!
//! ```
//! use rastau_core::calendar::Timestamp;
//! use rastau_registry::demo::{DemoOptions, write};
//! use rastau_registry::random::Seeded;
//!
//! let directory = tempfile::tempdir()?;
//! let now = Timestamp::parse("2026-11-23T10:00:00+05:00").unwrap();
//! let options = DemoOptions { documents: 100, now, certificates: false };
//! let (documents, draft) = write(directory.path(), &options, &mut Seeded::new("demo"), &|_, _| {})?;
//! assert_eq!(draft.documents, 100);
//! assert_eq!(documents[0].expected["outcome"], "valid");
//! assert!(directory.path().join("bundle/fresh.cose").exists());
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

pub mod cases;
pub mod people;
pub mod reference;

use std::collections::BTreeMap;
use std::path::Path;

use rastau_core::calendar::{Date, Timestamp};
use rastau_core::codec::hex;
use rastau_core::crypto::Algorithm;
use rastau_core::document::{Basis, BasisKind, Claims, Code};
use rastau_core::identity::{Identity, IdentityError};
use rastau_core::snapshot::Floors;
use rastau_core::snapshot::name::SEGMENTS;
use rusqlite::Connection;
use serde_json::{Map, Value, json};

use crate::build::{BuildOptions, Draft, build};
use crate::issue::{Dictionaries, End, Order, enter, sign};
use crate::keys::SigningKey;
use crate::print::Qr;
use crate::publish::{OutputKind, Staging, write_single_file, write_statements};
use crate::random::Random;
use crate::sign::{RoleKeys, RootContent, Signers, make_root, sign_draft, sign_root};
use crate::{Register, RegistryError};

use cases::{Case, Deviation, cases};
use people::{person, random_person};
use reference::{CENTRES, EDITION, PROFESSIONS};

/// Why the demo cannot be created: its own invented data is inconsistent.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum DemoError {
    /// An invented identity number is invalid.
    #[error("the demo's identity number {text} is invalid: {source}")]
    Identity {
        /// The number.
        text: String,
        /// Why.
        source: IdentityError,
    },
    /// A document's text has no signature to replace.
    #[error("the demo's document has no signature to replace")]
    Signature,
}

/// Parses an identity number of the demo.
fn identity(text: &str) -> Result<Identity, DemoError> {
    Identity::parse(text).map_err(|source| DemoError::Identity { text: text.into(), source })
}

/// The name of the demo's register.
pub const REGISTER: &str = "demo.rastau";

/// Options of a demo.
pub struct DemoOptions {
    /// The number of documents in the register, test cases included.
    pub documents: u64,
    /// The present time; all dates are relative to it.
    pub now: Timestamp,
    /// Whether to print the valid documents as PDF files.
    pub certificates: bool,
}

/// The demo's keys.
pub struct Keys {
    /// The offline keys of the trust root; two of three must sign.
    pub root: [SigningKey; 3],
    /// The keeper's keys; two of three must sign.
    pub keeper: [SigningKey; 3],
    /// The Chamber's keys; one of two must sign.
    pub chamber: [SigningKey; 2],
    /// The online key of freshness statements.
    pub fresh: SigningKey,
    /// The issuing keys of the centres, in the order of [`reference::CENTRES`].
    pub centres: Vec<SigningKey>,
    /// A key that the register does not list.
    pub stranger: SigningKey,
}

impl Keys {
    /// Generates keys of both algorithms.
    ///
    /// # Errors
    /// [`RegistryError::Random`] where `random` fails.
    pub fn generate(random: &mut impl Random) -> Result<Self, RegistryError> {
        use Algorithm::{Ed25519, Esp256};
        let mut key = |algorithm| SigningKey::generate(algorithm, random);
        let root = [key(Ed25519)?, key(Ed25519)?, key(Esp256)?];
        let keeper = [key(Ed25519)?, key(Esp256)?, key(Ed25519)?];
        let chamber = [key(Ed25519)?, key(Ed25519)?];
        let fresh = key(Ed25519)?;
        let algorithm = |index: usize| if index % 2 == 1 { Esp256 } else { Ed25519 };
        let centres = (0..CENTRES.len()).map(|index| key(algorithm(index))).collect::<Result<_, _>>()?;
        Ok(Self { root, keeper, chamber, fresh, centres, stranger: key(Ed25519)? })
    }

    fn save(&self, folder: &Path) -> Result<(), RegistryError> {
        for (role, keys) in
            [("root", &self.root[..]), ("keeper", &self.keeper[..]), ("chamber", &self.chamber[..])]
        {
            for (index, key) in keys.iter().enumerate() {
                key.save(folder, &format!("{role}-{}", index + 1))?;
            }
        }
        self.fresh.save(folder, "fresh")?;
        for (centre, key) in CENTRES.iter().zip(&self.centres) {
            key.save(folder, &format!("centre-{}", centre.letter))?;
        }
        Ok(())
    }

    /// Returns the first trust root, signed.
    ///
    /// # Errors
    /// [`SignError`](crate::sign::SignError), which the demo's thresholds do not cause.
    pub fn trust_root(&self, expires: Timestamp) -> Result<Vec<u8>, RegistryError> {
        let public = |keys: &[SigningKey], threshold| RoleKeys {
            keys: keys.iter().map(|key| key.public().clone()).collect(),
            threshold,
        };
        let fresh = RoleKeys { keys: vec![self.fresh.public().clone()], threshold: 1 };
        let roles = [public(&self.root, 2), public(&self.keeper, 2), public(&self.chamber, 1), fresh];
        let root = make_root(&RootContent {
            register: REGISTER,
            version: 1,
            expires,
            roles,
            floors: Floors::START,
            successor: "",
        })?;
        Ok(sign_root(&root, &[&self.root[0], &self.root[1]]))
    }

    /// Returns the keys that sign the demo's bundle.
    #[must_use]
    pub fn signers(&self) -> Signers<'_> {
        Signers {
            keeper: vec![&self.keeper[0], &self.keeper[1]],
            chamber: vec![&self.chamber[0]],
            fresh: &self.fresh,
        }
    }
}

/// The document of a test case, as it was issued.
pub struct DemoDocument {
    /// The name of its test case.
    pub name: &'static str,
    /// What the document states.
    pub claims: Claims,
    /// The text of its QR code.
    pub text: String,
    /// The typed form, as JSON; `None` for a case that needs the signed text.
    pub form: Option<Value>,
    /// The last day of validity; `None` for no term.
    pub valid_until: Option<Date>,
    /// The expected answer, as in `expected.json`.
    pub expected: Value,
}

/// Fills a register with invented documents, including all test cases, and returns the documents of the test cases.
///
/// # Errors
/// [`RegistryError::Database`] where SQLite fails, [`RegistryError::Random`] where `random` does.
pub fn fill(
    register: &mut Register,
    keys: &Keys,
    options: &DemoOptions,
    random: &mut impl Random,
    progress: &dyn Fn(u64),
) -> Result<Vec<DemoDocument>, RegistryError> {
    let today = options.now.date();
    let transaction = register.connection_mut().transaction()?;
    reference::enter(&transaction, today)?;
    enter_keys(&transaction, keys)?;
    let mut dictionaries = Dictionaries::new();
    let mut issued = Vec::new();
    let mut entered = 0;
    for case in cases(today)? {
        entered += u64::from(case.deviation != Deviation::NotEntered);
        issued.push(issue_case(&transaction, &mut dictionaries, keys, &case, today, random)?);
    }
    for index in entered..options.documents {
        insert_ordinary(&transaction, &mut dictionaries, index, today, random)?;
        if index.is_multiple_of(1_000) {
            progress(index);
        }
    }
    progress(options.documents);
    transaction.commit()?;
    Ok(issued)
}

fn enter_keys(connection: &Connection, keys: &Keys) -> Result<(), RegistryError> {
    for (centre, key) in CENTRES.iter().zip(&keys.centres) {
        let algorithm = Algorithm::from_cose(key.public().algorithm).map_or("", crate::keys::algorithm_name);
        connection.execute(
            "INSERT INTO issuing_keys VALUES (?1, ?2, ?3, NULL, '2023-09-04', NULL)",
            (hex::encode(&key.public().bytes), algorithm, centre.bin()),
        )?;
    }
    Ok(())
}

fn issue_case(
    connection: &Connection,
    dictionaries: &mut Dictionaries,
    keys: &Keys,
    case: &Case,
    today: Date,
    random: &mut impl Random,
) -> Result<DemoDocument, RegistryError> {
    let code = if case.deviation == Deviation::NoCode { None } else { Some(Code(random.array()?)) };
    let (mut claims, valid_until) = if case.deviation == Deviation::NotEntered {
        let mut claims = case.order.claims.clone();
        claims.code = code;
        let until = claims.issued_on.plus_months(60);
        claims.valid_until = Some(until);
        (claims, Some(until))
    } else {
        enter(connection, dictionaries, &case.order, code)?
    };
    let number = claims.number.clone();
    let cancel = |on: u32, reinstated: Option<u32>| {
        let day = |ago: u32| today.minus_days(ago).to_string();
        connection.execute(
            "INSERT INTO cancellations (number, cancelled_on, ground, reinstated_on) VALUES (?1, ?2, 'confirmed-complaint', ?3)",
            (&number, day(on), reinstated.map(day)),
        )
    };
    match case.deviation {
        Deviation::Cancelled(on) => drop(cancel(on, None)?),
        Deviation::Reinstated(on, until) => drop(cancel(on, Some(until))?),
        Deviation::WrongCode => claims.code = Some(Code(random.array()?)),
        Deviation::WrongHolder => claims.holder = identity(&person(4_321).iin)?,
        Deviation::AlteredLevel => claims.level = "5".into(),
        _ => {}
    }
    let centre = CENTRES.iter().position(|centre| centre.bin() == claims.centre.as_str()).unwrap_or(0);
    let key = match case.deviation {
        Deviation::WrongKey => &keys.stranger,
        Deviation::OtherCentresKey => &keys.centres[centre + 1],
        _ => &keys.centres[centre],
    };
    let mut text = sign(&claims, key);
    if case.deviation == Deviation::Tampered {
        let genuine = text;
        claims.level = "5".into();
        text = replace_signature(&sign(&claims, key), &genuine)?;
    }
    let form = case.typed.then(|| form(case.deviation, &claims));
    Ok(DemoDocument { name: case.name, claims, text, form, valid_until, expected: case.expected() })
}

/// Returns an altered document: the content of `content` with the signature of `signature`.
fn replace_signature(content: &str, signature: &str) -> Result<String, RegistryError> {
    use rastau_core::codec::base45;
    use rastau_core::document::text::PREFIX;
    const SIGNATURE: usize = 64;
    let bytes = |text: &str| {
        text.strip_prefix(PREFIX).and_then(base45::decode).filter(|bytes| bytes.len() > SIGNATURE)
    };
    let (Some(mut altered), Some(genuine)) = (bytes(content), bytes(signature)) else {
        return Err(DemoError::Signature.into());
    };
    altered.truncate(altered.len() - SIGNATURE);
    altered.extend_from_slice(&genuine[genuine.len() - SIGNATURE..]);
    Ok(format!("{PREFIX}{}", base45::encode(&altered)))
}

/// Returns what a user would type from the printed document: number, code, identity number, and the fields that the test
/// case is about.
fn form(deviation: Deviation, claims: &Claims) -> Value {
    let mut form = Map::new();
    form.insert("number".into(), json!(claims.number));
    if let Some(code) = &claims.code {
        form.insert("code".into(), json!(code.printed()));
    }
    form.insert("holder".into(), json!(claims.holder.as_str()));
    match deviation {
        Deviation::AlteredLevel => drop(form.insert("level".into(), json!(claims.level))),
        Deviation::NotEntered | Deviation::NoCode => {
            drop(form.insert("issued_on".into(), json!(claims.issued_on.to_string())))
        }
        _ => {}
    }
    Value::Object(form)
}

/// Inserts an invented document that is not one of the cases, and returns what it states, its code included.
///
/// Numbers ascend with `index`, with small gaps. One document in fifty is cancelled. Callers pass each `index` once.
pub fn insert_ordinary(
    connection: &Connection,
    dictionaries: &mut Dictionaries,
    index: u64,
    today: Date,
    random: &mut impl Random,
) -> Result<Claims, RegistryError> {
    let holder = random_person(random)?;
    let profession = &PROFESSIONS[usize::try_from(random.below(8)?).unwrap_or(0)];
    let centre = &CENTRES[if random.below(2)? == 0 { 0 } else { 4 }];
    let level = profession.levels[usize::try_from(random.below(3)?).unwrap_or(0)];
    let issued_on = today.minus_days(10 + u32::try_from(random.below(800)?).unwrap_or(0));
    let exam_on = issued_on.minus_days(u32::try_from(random.below(21)?).unwrap_or(0));
    let number = format!("1{:011}", index * 3 + random.below(3)?);
    let claims = Claims {
        number: number.clone(),
        holder: identity(&holder.iin)?,
        names: vec![holder.name],
        profession: profession.code.into(),
        edition: EDITION.into(),
        qualification: Some(format!("{}-{level}", profession.code)),
        level: level.into(),
        skills: Vec::new(),
        centre: identity(&centre.bin())?,
        accreditation: centre.serial.into(),
        basis: Basis { kind: BasisKind::Standard, id: format!("PS-{}", profession.code) },
        exam_on,
        issued_on,
        valid_until: None,
        code: None,
        unknown: Vec::new(),
    };
    let order = Order { claims, end: End::PrintedTerm };
    let (claims, _) = enter(connection, dictionaries, &order, Some(Code(random.array()?)))?;
    if random.below(50)? == 0 {
        let day = issued_on.plus_days(u32::try_from(random.below(9)?).unwrap_or(0)).to_string();
        connection
            .prepare_cached("INSERT INTO cancellations (number, cancelled_on, ground, reinstated_on) VALUES (?1, ?2, 'confirmed-complaint', NULL)")?
            .execute((&number, day))?;
    }
    Ok(claims)
}

/// The times of the demo's bundle.
pub struct Times {
    /// The instant of the register's state that the snapshot holds: three days ago.
    pub as_of: Timestamp,
    /// The instant of the freshness statement: a minute ago.
    pub checked_at: Timestamp,
    /// The instant by which the next freshness statement is due: in 30 days.
    pub next_update: Timestamp,
    /// The instant after which verifiers no longer rely on the snapshot: in 400 days.
    pub not_after: Timestamp,
    /// The instant at which the trust root expires: in 1500 days.
    pub expires: Timestamp,
}

/// Returns the times of a demo made at `now`.
#[must_use]
pub fn times(now: Timestamp) -> Times {
    let day = 86_400;
    Times {
        as_of: Timestamp(now.0.saturating_sub(3 * day)),
        checked_at: Timestamp(now.0.saturating_sub(60)),
        next_update: now.plus_seconds(30 * day),
        not_after: now.plus_seconds(400 * day),
        expires: now.plus_seconds(1_500 * day),
    }
}

/// Builds, signs and publishes the bundle of a filled register in the new directory `bundle`.
///
/// # Errors
/// As [`build`] and [`Staging`].
pub fn bundle(
    register: &Register,
    keys: &Keys,
    now: Timestamp,
    bundle: &Path,
    progress: &dyn Fn(u64),
) -> Result<Draft, RegistryError> {
    let times = times(now);
    let staging = Staging::new(bundle, OutputKind::New)?;
    let options = BuildOptions::new(times.as_of, times.not_after);
    let draft = build(register, &staging.path().join(SEGMENTS), &options, progress)?;
    let roots = vec![(1, keys.trust_root(times.expires)?)];
    let statements = sign_draft(&draft, roots, &keys.signers(), times.checked_at, times.next_update);
    write_statements(staging.path(), &statements)?;
    staging.commit()?;
    Ok(draft)
}

/// Writes the complete demo into `folder`: register, keys, bundle, documents, expected answers. `progress` gets the name of
/// the step, `register` or `bundle`, and the number of documents so far.
///
/// # Errors
/// [`RegistryError::Write`] where a file cannot be written, and as [`fill`] and [`bundle`].
pub fn write(
    folder: &Path,
    options: &DemoOptions,
    random: &mut impl Random,
    progress: &dyn Fn(&str, u64),
) -> Result<(Vec<DemoDocument>, Draft), RegistryError> {
    let documents = folder.join("documents");
    std::fs::create_dir_all(&documents).map_err(RegistryError::write(&documents))?;
    let keys = Keys::generate(random)?;
    keys.save(&folder.join("keys"))?;
    let mut register = Register::create(&folder.join("register.sqlite"), REGISTER, "2023-09-04")?;
    let issued = fill(&mut register, &keys, options, random, &|count| progress("register", count))?;
    let draft =
        bundle(&register, &keys, options.now, &folder.join("bundle"), &|count| progress("bundle", count))?;
    write_single_file(&folder.join("bundle"), &folder.join("bundle.rastau"))?;
    let mut expected = BTreeMap::new();
    for document in &issued {
        let save = |ending: &str, bytes: &[u8]| {
            let path = documents.join(format!("{}.{ending}", document.name));
            std::fs::write(&path, bytes).map_err(RegistryError::write(&path))
        };
        save("txt", format!("{}\n", document.text).as_bytes())?;
        save("png", &Qr::encode(&document.text)?.png(6))?;
        if let Some(form) = &document.form {
            save("json", format!("{form:#}\n").as_bytes())?;
        }
        if options.certificates && document.expected["outcome"] == "valid" {
            save("pdf", &certificate(register.connection(), document, true)?)?;
        }
        expected.insert(document.name, &document.expected);
    }
    let path = folder.join("people.csv");
    std::fs::write(&path, people_list(&issued)).map_err(RegistryError::write(&path))?;
    let path = folder.join("expected.json");
    let json = serde_json::to_string_pretty(&expected).unwrap_or_default();
    std::fs::write(&path, format!("{json}\n")).map_err(RegistryError::write(&path))?;
    Ok((issued, draft))
}

/// The test cases in the demo's list of staff.
const PEOPLE: [&str; 6] =
    ["valid", "skill-only", "expired", "cancelled", "wrong-holder", "newer-than-snapshot"];

/// Returns a list of staff as CSV, with the columns that `rastau verify --list` reads.
fn people_list(issued: &[DemoDocument]) -> String {
    let mut list = String::from("number,code,holder,name\n");
    for document in issued.iter().filter(|document| PEOPLE.contains(&document.name)) {
        let claims = &document.claims;
        let code = claims.code.map(|code| code.printed()).unwrap_or_default();
        let name = claims.names.first().map_or("", String::as_str);
        list.push_str(&format!("{},{code},{},{name}\n", claims.number, claims.holder.as_str()));
    }
    list
}

/// Returns the printed page of a document as a PDF file, with the names of the register.
///
/// # Errors
/// As [`crate::issue::certificate`].
pub fn certificate(
    connection: &Connection,
    document: &DemoDocument,
    specimen: bool,
) -> Result<Vec<u8>, RegistryError> {
    crate::issue::certificate(
        connection,
        &document.claims,
        &document.text,
        None,
        document.valid_until,
        specimen,
    )
}

#[cfg(test)]
mod tests;
