//! The demo: a whole register of invented documents with its keys, bundle and printed papers, to try everything on.

pub mod cases;
pub mod people;
pub mod world;

use std::collections::BTreeMap;
use std::path::Path;

use rastau_core::calendar::{Date, Timestamp};
use rastau_core::crypto::Algorithm;
use rastau_core::document::{Basis, BasisKind, Claims, Code};
use rastau_core::identity::Identity;
use rusqlite::Connection;
use serde_json::{Map, Value, json};

use crate::build::{BuildOptions, Draft, build};
use crate::issue::{Dictionaries, End, Order, enter, sign};
use crate::keys::SigningKey;
use crate::print::Qr;
use crate::publish::{Making, SEGMENTS, Staging, write_single_file, write_statements};
use crate::random::Random;
use crate::sign::{RoleKeys, Signers, make_root, sign_draft, sign_root};
use crate::text::hex;
use crate::{Register, RegistryError};

use cases::{Case, Twist, cases};
use people::{anyone, person};
use world::{CENTRES, EDITION, PROFESSIONS};

/// Name of the demo's register.
pub const REGISTER: &str = "demo.rastau";

/// What a demo is made of.
pub struct DemoOptions {
    /// Documents in the register.
    pub documents: u64,
    /// The instant at which it is made.
    pub now: Timestamp,
    /// Whether to print certificates too.
    pub certificates: bool,
}

/// The demo's keys.
pub struct Keys {
    /// Offline keys of the trust root, two of three.
    pub root: [SigningKey; 3],
    /// The keeper's keys, two of three.
    pub keeper: [SigningKey; 3],
    /// The Chamber's keys, one of two.
    pub chamber: [SigningKey; 2],
    /// The online key.
    pub fresh: SigningKey,
    /// One issuing key a centre.
    pub centres: Vec<SigningKey>,
    /// A key that the register does not list.
    pub stranger: SigningKey,
}

impl Keys {
    /// New keys; both algorithms occur.
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

    /// The first trust root, signed.
    pub fn trust_root(&self, expires: Timestamp) -> Result<Vec<u8>, RegistryError> {
        let public = |keys: &[SigningKey], threshold| RoleKeys {
            keys: keys.iter().map(|key| key.public().clone()).collect(),
            threshold,
        };
        let fresh = RoleKeys { keys: vec![self.fresh.public().clone()], threshold: 1 };
        let roles = [public(&self.root, 2), public(&self.keeper, 2), public(&self.chamber, 1), fresh];
        let root = make_root(REGISTER, 1, expires, &roles)?;
        Ok(sign_root(&root, &[&self.root[0], &self.root[1]]))
    }

    /// The keys that sign the demo's bundle.
    #[must_use]
    pub fn signers(&self) -> Signers<'_> {
        Signers {
            keeper: vec![&self.keeper[0], &self.keeper[1]],
            chamber: vec![&self.chamber[0]],
            fresh: &self.fresh,
        }
    }
}

/// A case as it was issued: what the paper says.
pub struct Paper {
    /// Its name.
    pub name: &'static str,
    /// What the paper states.
    pub claims: Claims,
    /// The document's text.
    pub text: String,
    /// The typed form.
    pub form: Option<Value>,
    /// The last day of validity.
    pub valid_until: Option<Date>,
    /// What a verifier must answer.
    pub expected: Value,
}

/// Fills a register with invented documents, among them every case; answers with the cases' papers.
pub fn fill(
    register: &mut Register,
    keys: &Keys,
    options: &DemoOptions,
    random: &mut impl Random,
    progress: &dyn Fn(u64),
) -> Result<Vec<Paper>, RegistryError> {
    let today = options.now.date();
    let transaction = register.connection_mut().transaction()?;
    world::enter(&transaction, today)?;
    enter_keys(&transaction, keys)?;
    let mut dictionaries = Dictionaries::new();
    let mut papers = Vec::new();
    let mut entered = 0;
    for case in cases(today)? {
        entered += u64::from(case.twist != Twist::NotEntered);
        papers.push(issue_case(&transaction, &mut dictionaries, keys, &case, today, random)?);
    }
    for index in entered..options.documents {
        ordinary(&transaction, &mut dictionaries, index, today, random)?;
        if index.is_multiple_of(1_000) {
            progress(index);
        }
    }
    progress(options.documents);
    transaction.commit()?;
    Ok(papers)
}

fn enter_keys(connection: &Connection, keys: &Keys) -> Result<(), RegistryError> {
    for (centre, key) in CENTRES.iter().zip(&keys.centres) {
        let algorithm = Algorithm::from_cose(key.public().algorithm).map_or("", crate::keys::algorithm_name);
        connection.execute(
            "INSERT INTO issuing_keys VALUES (?1, ?2, ?3, NULL, '2023-09-04', NULL)",
            (hex(&key.public().bytes), algorithm, centre.bin()),
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
) -> Result<Paper, RegistryError> {
    let code = if case.twist == Twist::NoCode { None } else { Some(Code(random.array()?)) };
    let (mut claims, valid_until) = if case.twist == Twist::NotEntered {
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
            "INSERT INTO cancellations VALUES (?1, ?2, 'confirmed-complaint', ?3)",
            (&number, day(on), reinstated.map(day)),
        )
    };
    match case.twist {
        Twist::Cancelled(on) => drop(cancel(on, None)?),
        Twist::Reinstated(on, until) => drop(cancel(on, Some(until))?),
        Twist::WrongCode => claims.code = Some(Code(random.array()?)),
        Twist::WrongHolder => {
            let other = Identity::parse(&person(4_321).iin);
            claims.holder = other.map_err(|error| RegistryError::said(error.to_string()))?;
        }
        Twist::AlteredLevel => claims.level = "5".into(),
        _ => {}
    }
    let centre = CENTRES.iter().position(|centre| centre.bin() == claims.centre.as_str()).unwrap_or(0);
    let key = match case.twist {
        Twist::WrongKey => &keys.stranger,
        Twist::OtherCentresKey => &keys.centres[centre + 1],
        _ => &keys.centres[centre],
    };
    let mut text = sign(&claims, key);
    if case.twist == Twist::Tampered {
        let honest = text;
        claims.level = "5".into();
        text = graft(&sign(&claims, key), &honest)?;
    }
    let form = case.typed.then(|| form(case.twist, &claims));
    Ok(Paper { name: case.name, claims, text, form, valid_until, expected: case.expected() })
}

/// A document with the content of `content` and the signature of `signature`: an altered document.
fn graft(content: &str, signature: &str) -> Result<String, RegistryError> {
    use rastau_core::codec::base45;
    use rastau_core::document::text::PREFIX;
    const SIGNATURE: usize = 64;
    let bytes = |text: &str| {
        text.strip_prefix(PREFIX).and_then(base45::decode).filter(|bytes| bytes.len() > SIGNATURE)
    };
    let (Some(mut altered), Some(honest)) = (bytes(content), bytes(signature)) else {
        return Err(RegistryError::said("the demo's document cannot be altered"));
    };
    altered.truncate(altered.len() - SIGNATURE);
    altered.extend_from_slice(&honest[honest.len() - SIGNATURE..]);
    Ok(format!("{PREFIX}{}", base45::encode(&altered)))
}

/// What a person would type from the paper: number, code, identity number, and what the case is about.
fn form(twist: Twist, claims: &Claims) -> Value {
    let mut form = Map::new();
    form.insert("number".into(), json!(claims.number));
    if let Some(code) = &claims.code {
        form.insert("code".into(), json!(code.printed()));
    }
    form.insert("holder".into(), json!(claims.holder.as_str()));
    match twist {
        Twist::AlteredLevel => drop(form.insert("level".into(), json!(claims.level))),
        Twist::NotEntered | Twist::NoCode => {
            drop(form.insert("issued_on".into(), json!(claims.issued_on.to_string())))
        }
        _ => {}
    }
    Value::Object(form)
}

/// Enters an invented document that is not one of the cases, and returns what it states, its code included.
///
/// Numbers ascend with `index`, with small gaps. One document in fifty is cancelled. Callers pass each `index` once.
pub fn ordinary(
    connection: &Connection,
    dictionaries: &mut Dictionaries,
    index: u64,
    today: Date,
    random: &mut impl Random,
) -> Result<Claims, RegistryError> {
    let holder = anyone(random)?;
    let profession = &PROFESSIONS[usize::try_from(random.below(8)?).unwrap_or(0)];
    let centre = &CENTRES[if random.below(2)? == 0 { 0 } else { 4 }];
    let level = profession.levels[usize::try_from(random.below(3)?).unwrap_or(0)];
    let issued_on = today.minus_days(10 + u32::try_from(random.below(800)?).unwrap_or(0));
    let exam_on = issued_on.minus_days(u32::try_from(random.below(21)?).unwrap_or(0));
    let identity = |text: &str| Identity::parse(text).map_err(|error| RegistryError::said(error.to_string()));
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
            .prepare_cached("INSERT INTO cancellations VALUES (?1, ?2, 'confirmed-complaint', NULL)")?
            .execute((&number, day))?;
    }
    Ok(claims)
}

/// The times of the demo's bundle: knowledge of three days ago, confirmed just now, good for a month.
pub struct Times {
    /// The instant whose knowledge the snapshot holds.
    pub as_of: Timestamp,
    /// The instant of the freshness note.
    pub checked_at: Timestamp,
    /// When the next note is due.
    pub next_update: Timestamp,
    /// The instant after which nobody stands by it.
    pub not_after: Timestamp,
    /// The instant at which the trust root expires.
    pub expires: Timestamp,
}

/// The times of a demo made at `now`.
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

/// Builds and signs the bundle of a filled register into `bundle`.
pub fn bundle(
    register: &Register,
    keys: &Keys,
    now: Timestamp,
    bundle: &Path,
    progress: &dyn Fn(u64),
) -> Result<Draft, RegistryError> {
    let times = times(now);
    let staging = Staging::new(bundle, Making::Bundle)?;
    let options = BuildOptions { as_of: times.as_of, not_after: times.not_after, previous: None };
    let draft = build(register, &staging.path().join(SEGMENTS), &options, progress)?;
    let roots = vec![(1, keys.trust_root(times.expires)?)];
    let statements = sign_draft(&draft, roots, &keys.signers(), times.checked_at, times.next_update);
    write_statements(staging.path(), &statements)?;
    staging.put_in_place()?;
    Ok(draft)
}

/// Writes the whole demo into `folder`: register, keys, bundle, documents, expected answers.
pub fn write(
    folder: &Path,
    options: &DemoOptions,
    random: &mut impl Random,
    progress: &dyn Fn(&str, u64),
) -> Result<(Vec<Paper>, Draft), RegistryError> {
    let documents = folder.join("documents");
    std::fs::create_dir_all(&documents).map_err(RegistryError::file("make the folder", &documents))?;
    let keys = Keys::generate(random)?;
    keys.save(&folder.join("keys"))?;
    let mut register = Register::create(&folder.join("register.sqlite"), REGISTER, "2023-09-04")?;
    let papers = fill(&mut register, &keys, options, random, &|count| progress("register", count))?;
    let draft =
        bundle(&register, &keys, options.now, &folder.join("bundle"), &|count| progress("bundle", count))?;
    write_single_file(&folder.join("bundle"), &folder.join("bundle.rastau"))?;
    let mut expected = BTreeMap::new();
    for paper in &papers {
        let save = |ending: &str, bytes: &[u8]| {
            let path = documents.join(format!("{}.{ending}", paper.name));
            std::fs::write(&path, bytes).map_err(RegistryError::file("write", &path))
        };
        save("txt", format!("{}\n", paper.text).as_bytes())?;
        let qr = Qr::encode(&paper.text).map_err(|error| RegistryError::said(error.to_string()))?;
        save("png", &qr.png(6))?;
        if let Some(form) = &paper.form {
            save("json", format!("{form:#}\n").as_bytes())?;
        }
        if options.certificates && paper.expected["outcome"] == "valid" {
            save("pdf", &certificate(register.connection(), paper, true)?)?;
        }
        expected.insert(paper.name, &paper.expected);
    }
    let path = folder.join("people.csv");
    std::fs::write(&path, people_list(&papers)).map_err(RegistryError::file("write", &path))?;
    let path = folder.join("expected.json");
    let json = serde_json::to_string_pretty(&expected).unwrap_or_default();
    std::fs::write(&path, format!("{json}\n")).map_err(RegistryError::file("write", &path))?;
    Ok((papers, draft))
}

/// Papers that an employer's list might hold.
const PEOPLE: [&str; 6] =
    ["valid", "skill-only", "expired", "cancelled", "wrong-holder", "newer-than-snapshot"];

/// A list of staff as an employer keeps it, with the columns that `rastau verify --list` knows.
fn people_list(papers: &[Paper]) -> String {
    let mut list = String::from("number,code,holder,name\n");
    for paper in papers.iter().filter(|paper| PEOPLE.contains(&paper.name)) {
        let claims = &paper.claims;
        let code = claims.code.map(|code| code.printed()).unwrap_or_default();
        let name = claims.names.first().map_or("", String::as_str);
        list.push_str(&format!("{},{code},{},{name}\n", claims.number, claims.holder.as_str()));
    }
    list
}

/// The printed page of a paper, with the register's names.
pub fn certificate(connection: &Connection, paper: &Paper, specimen: bool) -> Result<Vec<u8>, RegistryError> {
    crate::issue::certificate(connection, &paper.claims, &paper.text, paper.valid_until, specimen)
}

#[cfg(test)]
mod tests;
