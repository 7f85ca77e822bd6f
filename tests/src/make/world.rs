//! The corpus's additions to the demo's register: centres and professions with a history, and keys.
//! Everything is invented.

use std::collections::BTreeMap;

use rastau_core::codec::hex;
use rastau_core::crypto::Algorithm;
use rastau_registry::demo::Keys;
use rastau_registry::demo::reference::{CENTRES, EDITION, PROFESSIONS, with_check};
use rastau_registry::keys::{SigningKey, algorithm_name};
use rastau_registry::random::Seeded;
use rastau_registry::{Register, RegistryError};

/// A centre with one certificate.
struct Centre {
    letter: &'static str,
    bin: &'static str,
    route: &'static str,
    from: &'static str,
    until: &'static str,
    legal: bool,
    events: &'static [(&'static str, &'static str)],
    /// Professions and the last day on which they are covered; empty: all, without an end.
    scopes: &'static [(&'static str, Option<&'static str>)],
}

const fn centre(letter: &'static str, bin: &'static str) -> Centre {
    Centre {
        letter,
        bin,
        route: "this-law",
        from: "2024-01-01",
        until: "2027-01-01",
        legal: true,
        events: &[],
        scopes: &[],
    }
}

const MORE_CENTRES: [Centre; 8] = [
    Centre { events: &[("2026-03-10", "liquidated")], ..centre("f", "99064000006") },
    Centre { events: &[("2026-03-10", "court-ban")], ..centre("g", "99074000007") },
    Centre { events: &[("2026-02-01", "revoked"), ("2026-05-01", "resumed")], ..centre("h", "99084000008") },
    Centre { from: "2023-09-10", until: "2025-09-10", ..centre("i", "99094000009") },
    Centre { legal: false, ..centre("j", "99104000010") },
    Centre {
        route: "conformity-assessment",
        from: "2021-01-01",
        until: "2031-01-01",
        ..centre("k", "99114000011")
    },
    Centre {
        events: &[("2026-02-01", "court-ban"), ("2026-05-01", "resumed")],
        ..centre("m", "99014000013")
    },
    Centre { scopes: &[("4110-9", None), ("7212-1", Some("2025-12-31"))], ..centre("l", "99124000012") },
];

/// A profession: code, versions (from, until, mode, months), bases (kind, id, from, until).
type Versions = &'static [(&'static str, Option<&'static str>, &'static str, Option<u16>)];
type Bases = &'static [(&'static str, &'static str, &'static str, Option<&'static str>)];

const LAW: &str = "2023-09-04";
const MORE_PROFESSIONS: [(&str, Versions, Bases); 5] = [
    (
        "3115-4",
        &[(LAW, None, "voluntary", Some(60))],
        &[
            ("qualification-requirements", "QR-3115-4", LAW, None),
            ("standard", "PS-3115-4", "2026-01-01", None),
        ],
    ),
    ("1311-1", &[("2020-01-01", None, "voluntary", None)], &[("standard", "PS-1311-1", "2020-01-01", None)]),
    (
        "2511-9",
        &[(LAW, Some("2024-12-31"), "voluntary", Some(12)), ("2025-01-01", None, "voluntary", Some(36))],
        &[("standard", "PS-2511-9", LAW, None)],
    ),
    (
        "7543-8",
        &[(LAW, Some("2025-12-31"), "mandatory", Some(60)), ("2026-01-01", None, "voluntary", Some(60))],
        &[("standard", "PS-7543-8", LAW, None)],
    ),
    ("5142-6", &[(LAW, None, "voluntary", Some(18))], &[("standard", "PS-5142-6", LAW, None)]),
];

/// Every key of the corpus.
pub(super) struct AllKeys {
    /// The demo's.
    pub(super) demo: Keys,
    named: BTreeMap<&'static str, SigningKey>,
}

impl AllKeys {
    pub(super) fn generate() -> Result<Self, RegistryError> {
        use Algorithm::{Ed25519, Esp256};
        let demo = Keys::generate(&mut Seeded::new("corpus keys"))?;
        let mut random = Seeded::new("more corpus keys");
        let mut named = BTreeMap::new();
        for centre in &MORE_CENTRES {
            let algorithm = if centre.letter == "k" { Esp256 } else { Ed25519 };
            named.insert(centre.letter, SigningKey::generate(algorithm, &mut random)?);
        }
        for name in ["a-ended", "a-cook", "a-later", "keeper-new", "fresh-new", "root-new-1", "root-new-2"] {
            named.insert(name, SigningKey::generate(Ed25519, &mut random)?);
        }
        Ok(Self { demo, named })
    }

    /// The issuing key of a centre's letter, or a key by its name.
    pub(super) fn get(&self, name: &str) -> &SigningKey {
        let demo = CENTRES.iter().position(|centre| centre.letter == name);
        match demo {
            Some(index) => &self.demo.centres[index],
            None if name == "stranger" => &self.demo.stranger,
            None => self.named.get(name).unwrap_or_else(|| panic!("there is no key {name}")),
        }
    }
}

/// BIN and certificate of a centre's letter.
pub(super) fn bin_and_serial(letter: &str) -> (String, String) {
    if let Some(centre) = CENTRES.iter().find(|centre| centre.letter == letter) {
        return (centre.bin(), centre.serial.into());
    }
    let centre = MORE_CENTRES.iter().find(|centre| centre.letter == letter).expect("a known centre");
    (with_check(centre.bin), serial(letter))
}

fn serial(letter: &str) -> String {
    format!("CORPUS-{}", letter.to_uppercase())
}

/// Enters centres, professions and keys beside the demo's.
pub(super) fn enter(register: &Register, keys: &AllKeys) -> Result<(), RegistryError> {
    let connection = register.connection();
    for (code, versions, bases) in &MORE_PROFESSIONS {
        let names = ["мамандық", "профессия", "profession"].map(|word| format!("{word} {code}"));
        let [kk, ru, en] = &names;
        connection
            .execute("INSERT INTO professions VALUES (?1, ?2, ?3, ?4, ?5)", (code, EDITION, kk, ru, en))?;
        connection.execute(
            "INSERT INTO qualifications VALUES (?1, ?2, ?3, '3', ?4, ?5, ?6)",
            (code, EDITION, format!("{code}-3"), kk, ru, en),
        )?;
        for (from, until, mode, months) in *versions {
            let other = (*mode == "mandatory").then_some("Another law");
            connection.execute(
                "INSERT INTO profession_versions VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)",
                (code, EDITION, from, until, mode, other, months),
            )?;
        }
        for (kind, id, from, until) in *bases {
            connection.execute(
                "INSERT INTO bases VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
                (code, EDITION, kind, id, from, until),
            )?;
        }
    }
    connection.execute(
        "INSERT INTO bases VALUES ('7112-3', ?1, 'standard', 'PS-7112-3-OLD', ?2, '2024-06-30')",
        (EDITION, LAW),
    )?;
    let more = MORE_PROFESSIONS.iter().map(|(code, ..)| *code);
    let professions: Vec<&str> = PROFESSIONS.iter().map(|profession| profession.code).chain(more).collect();
    for (code, ..) in &MORE_PROFESSIONS {
        for demo in &CENTRES {
            let sql = "INSERT INTO accreditation_scopes VALUES (?1, ?2, ?3, ?4, NULL)";
            connection.execute(sql, (demo.bin(), demo.serial, code, "2024-06-06"))?;
        }
    }
    for centre in &MORE_CENTRES {
        enter_centre(register, centre, &professions)?;
    }
    enter_keys(register, keys)
}

fn enter_centre(register: &Register, centre: &Centre, professions: &[&str]) -> Result<(), RegistryError> {
    let connection = register.connection();
    let (bin, serial) = bin_and_serial(centre.letter);
    let names = ["орталық", "центр", "centre"].map(|word| format!("{word} {}", centre.letter));
    let [kk, ru, en] = &names;
    connection
        .execute("INSERT INTO centres VALUES (?1, ?2, ?3, ?4, ?5)", (&bin, kk, ru, en, centre.legal))?;
    connection.execute(
        "INSERT INTO accreditations VALUES (?1, ?2, ?3, ?4, ?5)",
        (&bin, &serial, centre.route, centre.from, centre.until),
    )?;
    for (on, kind) in centre.events {
        let sql = "INSERT INTO accreditation_events VALUES (?1, ?2, ?3, ?4)";
        connection.execute(sql, (&bin, &serial, on, kind))?;
    }
    let every: Vec<_> = professions.iter().map(|code| (*code, None)).collect();
    let scopes = if centre.scopes.is_empty() { &every[..] } else { centre.scopes };
    for (profession, until) in scopes {
        connection.execute(
            "INSERT INTO accreditation_scopes VALUES (?1, ?2, ?3, ?4, ?5)",
            (&bin, &serial, profession, centre.from, until),
        )?;
    }
    Ok(())
}

fn enter_keys(register: &Register, keys: &AllKeys) -> Result<(), RegistryError> {
    let centres = MORE_CENTRES.iter().map(|centre| (centre.letter, centre.letter, "", centre.from, ""));
    let others = [
        ("a-ended", "a", "", LAW, "2025-12-31"),
        ("a-cook", "a", "5120-1 4110-9", LAW, ""),
        ("a-later", "a", "", "2026-06-01", ""),
    ];
    for (name, letter, professions, from, until) in centres.chain(others) {
        let public = keys.get(name).public();
        let algorithm = Algorithm::from_cose(public.algorithm).map_or("", algorithm_name);
        register.connection().execute(
            "INSERT INTO issuing_keys VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
            (hex::encode(&public.bytes), algorithm, bin_and_serial(letter).0, professions, from, until),
        )?;
    }
    Ok(())
}
