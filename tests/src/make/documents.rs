//! Enters the documents into the register and writes their signed texts and typed forms.

use std::collections::BTreeMap;
use std::convert::Infallible;

use rastau_core::calendar::Date;
use rastau_core::codec::{base45, cose};
use rastau_core::document::text::{CONTEXT, PREFIX};
use rastau_core::document::{Basis, BasisKind, Claims, Code};
use rastau_core::identity::Identity;
use rastau_registry::demo::people::person;
use rastau_registry::demo::reference::EDITION;
use rastau_registry::demo::{DemoDocument, DemoOptions, fill};
use rastau_registry::issue::{Dictionaries, End, Order, enter, sign};
use rastau_registry::keys::SigningKey;
use rastau_registry::random::{Random, Seeded};
use rastau_registry::{Register, RegistryError};
use serde_json::{Map, Value, json};

use super::docs::{ADDED, DOCS, Doc, Ends};
use super::world::{self, AllKeys, bin_and_serial};

/// Every document of the corpus.
pub(super) struct Documents<'k> {
    /// The demo's documents with their expected answers.
    pub(super) demo: Vec<DemoDocument>,
    keys: &'k AllKeys,
    claims: BTreeMap<&'static str, Claims>,
}

/// Fills a new register; returns its documents.
pub(super) fn issue<'k>(
    register: &mut Register,
    keys: &'k AllKeys,
    options: &DemoOptions,
) -> Result<Documents<'k>, RegistryError> {
    let demo = fill(register, &keys.demo, options, &mut Seeded::new("corpus"), &|_| {})?;
    world::enter(register, keys)?;
    let transaction = register.connection_mut().transaction()?;
    let mut dictionaries = Dictionaries::new();
    let mut claims = BTreeMap::new();
    for (index, doc) in DOCS.iter().enumerate() {
        let order = order(doc, index);
        let code = if doc.coded { Some(Code(Seeded::new(doc.id).array()?)) } else { None };
        let written = if doc.entered {
            enter(&transaction, &mut dictionaries, &order, code)?.0
        } else {
            Claims { code, valid_until: Some(order.claims.issued_on.plus_months(60)), ..order.claims.clone() }
        };
        if doc.sealed_later {
            transaction.execute("INSERT INTO sealed_later (number) VALUES (?1)", (&written.number,))?;
        }
        for (on, reinstated) in doc.cancelled {
            let sql = "INSERT INTO cancellations (number, cancelled_on, ground, reinstated_on) VALUES (?1, ?2, 'confirmed-complaint', ?3)";
            transaction.execute(sql, (&written.number, on, reinstated))?;
        }
        assert!(claims.insert(doc.id, written).is_none(), "duplicate document {}", doc.id);
    }
    transaction.commit()?;
    Ok(Documents { demo, keys, claims })
}

/// Enters the document that only a later bundle lists.
pub(super) fn add_later(register: &Register, documents: &mut Documents<'_>) -> Result<(), RegistryError> {
    let order = order(&ADDED, DOCS.len());
    let code = Code(Seeded::new(ADDED.id).array()?);
    let (claims, _) = enter(register.connection(), &mut Dictionaries::new(), &order, Some(code))?;
    documents.claims.insert(ADDED.id, claims);
    Ok(())
}

fn day(text: &str) -> Date {
    Date::parse(text).expect("the table has an invalid date")
}

fn identity(text: &str) -> Identity {
    Identity::parse(text).expect("the table has an invalid identity number")
}

fn order(doc: &Doc, index: usize) -> Order {
    let (bin, own) = bin_and_serial(doc.centre);
    let profession = doc.profession;
    let (kind, id) = doc.basis.map_or_else(
        || (BasisKind::Standard, format!("PS-{profession}")),
        |(kind, id)| (kind, id.to_string()),
    );
    let claims = Claims {
        number: doc.number.map_or_else(|| format!("2{:011}", index + 1), str::to_string),
        holder: identity(doc.holder.unwrap_or(&person(500 + index as u64).iin)),
        names: doc.names.iter().map(|name| (*name).to_string()).collect(),
        profession: profession.into(),
        edition: EDITION.into(),
        qualification: doc.qualification.then(|| format!("{profession}-3")),
        level: "3".into(),
        skills: doc.skills.iter().map(|skill| (*skill).to_string()).collect(),
        centre: identity(&bin),
        accreditation: doc.certificate.map_or(own, |letter| bin_and_serial(letter).1),
        basis: Basis { kind, id },
        exam_on: day(doc.exam),
        issued_on: day(doc.issued),
        valid_until: None,
        code: None,
        unknown: Vec::new(),
    };
    let end = match doc.ends {
        Ends::Printed => End::PrintedTerm,
        Ends::ByTerm => End::ByTerm,
        Ends::On(text) => End::On(day(text)),
    };
    Order { claims, end }
}

impl Documents<'_> {
    /// Returns the claims of a document.
    pub(super) fn claims(&self, id: &str) -> &Claims {
        let demo = || self.demo.iter().find(|document| document.name == id).map(|document| &document.claims);
        self.claims.get(id).or_else(demo).unwrap_or_else(|| panic!("unknown document {id}"))
    }

    fn key(&self, id: &str) -> &SigningKey {
        let doc = DOCS.iter().chain([&ADDED]).find(|doc| doc.id == id).expect("unknown document");
        self.keys.get(doc.key.unwrap_or(doc.centre))
    }

    /// Returns the signed text of a document.
    pub(super) fn text(&self, id: &str) -> String {
        sign(self.claims(id), self.key(id))
    }

    /// Returns a document's text with other claims, signed with its own key, as a centre could have signed it.
    pub(super) fn changed(&self, id: &str, change: impl FnOnce(&mut Claims)) -> String {
        let mut claims = self.claims(id).clone();
        change(&mut claims);
        sign(&claims, self.key(id))
    }

    /// Returns a document's text whose payload was changed before signing.
    pub(super) fn payload(&self, id: &str, change: impl FnOnce(&mut Vec<u8>)) -> String {
        let key = self.key(id);
        let mut payload = self.claims(id).write();
        change(&mut payload);
        self.signed(&payload, CONTEXT, key.public().algorithm, key)
    }

    /// Returns a document's text signed in another context or with another algorithm number.
    pub(super) fn odd(&self, id: &str, context: &str, algorithm: Option<i64>) -> String {
        let key = self.key(id);
        self.signed(&self.claims(id).write(), context, algorithm.unwrap_or(key.public().algorithm), key)
    }

    /// Returns a document's text with its own key's id, signed with another key.
    pub(super) fn forged(&self, id: &str, signer: &str) -> String {
        let (key, signer) = (self.key(id).public(), self.keys.get(signer));
        let bytes =
            cose::write_sign1(&self.claims(id).write(), CONTEXT, key.algorithm, key.id(), |covered| {
                Ok::<_, Infallible>(signer.sign(covered))
            });
        text(&bytes.unwrap_or_else(|never| match never {}))
    }

    fn signed(&self, payload: &[u8], context: &str, algorithm: i64, key: &SigningKey) -> String {
        let bytes = cose::write_sign1(payload, context, algorithm, key.id(), |covered| {
            Ok::<_, Infallible>(key.sign(covered))
        });
        text(&bytes.unwrap_or_else(|never| match never {}))
    }

    /// Returns a document's text whose bytes were changed after signing.
    pub(super) fn bytes(&self, id: &str, change: impl FnOnce(&mut Vec<u8>)) -> String {
        let mut bytes = bytes(&self.text(id));
        change(&mut bytes);
        text(&bytes)
    }

    /// Returns a form with number, code and identity number of a document. `changes` adds fields, replaces them, or (null)
    /// removes them.
    pub(super) fn form(&self, id: &str, changes: &[(&str, Value)]) -> String {
        let claims = self.claims(id);
        let mut form = Map::new();
        form.insert("number".into(), json!(claims.number));
        if let Some(code) = &claims.code {
            form.insert("code".into(), json!(code.printed()));
        }
        form.insert("holder".into(), json!(claims.holder.as_str()));
        for (field, value) in changes {
            if value.is_null() {
                form.remove(*field);
            } else {
                form.insert((*field).into(), value.clone());
            }
        }
        Value::Object(form).to_string()
    }

    /// Returns a form with every field of a document.
    pub(super) fn full_form(&self, id: &str, changes: &[(&str, Value)]) -> String {
        let claims = self.claims(id);
        let mut fields = vec![
            ("name", json!(claims.names[0])),
            ("profession", json!(claims.profession)),
            ("edition", json!(claims.edition)),
            ("level", json!(claims.level)),
            ("skills", json!(claims.skills)),
            ("centre", json!(claims.centre.as_str())),
            ("accreditation", json!(claims.accreditation)),
            ("basis", json!({ "kind": claims.basis.kind.name(), "id": claims.basis.id })),
            ("exam_on", json!(claims.exam_on.to_string())),
            ("issued_on", json!(claims.issued_on.to_string())),
        ];
        fields.extend(claims.qualification.as_ref().map(|code| ("qualification", json!(code))));
        fields.extend(claims.valid_until.map(|day| ("valid_until", json!(day.to_string()))));
        fields.extend(changes.iter().cloned());
        self.form(id, &fields)
    }
}

/// Decodes a document's text.
pub(super) fn bytes(text: &str) -> Vec<u8> {
    text.strip_prefix(PREFIX).and_then(base45::decode).expect("not a document's text")
}

/// Encodes a document's text.
pub(super) fn text(bytes: &[u8]) -> String {
    format!("{PREFIX}{}", base45::encode(bytes))
}
