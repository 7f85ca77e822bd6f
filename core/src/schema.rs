//! The JSON Schema of all JSON input and output: facts and results of every rule, the verdict and the snapshot info.
//! It is generated from the types; a test compares it with the committed `docs/rastau.schema.json`.

use alloc::borrow::Cow;
use alloc::string::{String, ToString};
use alloc::vec::Vec;

use schemars::generate::SchemaSettings;
use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde_json::{Map, Value, json};

use crate::calendar::Timestamp;
use crate::error::ErrorCode;
use crate::facts::{Facts, LocalizedName};
use crate::identity::Identity;
use crate::law::Reading;
use crate::law::{Output, Rule, SCHEMA, rules};
use crate::report::{self, Asked, Comparison, InputUsed, Meaning, Report, Stamp};
use crate::snapshot::info::SnapshotInfo;
use crate::verdict::{CheckId, Finding, Verdict};

/// A definition of a type that is not the core's: its name, and the function that makes its schema.
pub type ExtraDefinition = (&'static str, fn(&mut SchemaGenerator) -> Schema);

/// Returns the complete schema (JSON Schema draft 2020-12) as indented JSON with a final newline.
///
/// `$defs` contains `verdict`, `report`, `repeat`, `snapshot`, `step`, `ErrorCode`, `<rule>.facts` and `<rule>.result` of every rule, the definitions of
/// `extra`, and the types that these refer to.
#[must_use]
pub fn generate(extra: &[ExtraDefinition]) -> String {
    let mut facts = SchemaSettings::draft2020_12().into_generator();
    let mut results = SchemaSettings::draft2020_12().for_serialize().into_generator();
    let mut defs = Map::new();
    for rule in rules() {
        let mut schema = (rule.facts_schema)(&mut facts);
        let example = serde_json::from_str(rule.example).unwrap_or(Value::Null);
        schema.insert("examples".into(), json!([example]));
        defs.insert(name(rule, "facts"), schema.to_value());
        defs.insert(name(rule, "result"), result_of(rule, &mut results));
    }
    defs.insert("verdict".into(), results.subschema_for::<Verdict>().to_value());
    defs.insert("report".into(), results.subschema_for::<Report>().to_value());
    defs.insert("repeat".into(), results.subschema_for::<Comparison>().to_value());
    defs.insert("snapshot".into(), results.subschema_for::<SnapshotInfo>().to_value());
    for (name, make) in extra {
        defs.insert((*name).into(), make(&mut results).to_value());
    }
    defs.insert("step".into(), step());
    defs.insert("ErrorCode".into(), error_codes());
    for (generator, direction) in [(facts, "facts"), (results, "results")] {
        for (name, schema) in generator.definitions().clone() {
            // Input and output share these types. The schema test fails for a type whose two schemas differ.
            let before = defs.insert(name.clone(), schema.clone());
            debug_assert!(before.is_none_or(|before| before == schema), "{direction} {name}");
        }
    }
    let schema = json!({
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": "urn:rastau:schema:1",
        "title": "Rastau: verdicts, and facts and results of the rules of Law No. 14-VIII",
        "$defs": defs,
    });
    let mut text = serde_json::to_string_pretty(&schema).unwrap_or_default();
    text.push('\n');
    text
}

/// The name of a rule's definition, for example `art22.p1.appeal-window.facts`.
fn name(rule: &Rule, what: &str) -> String {
    alloc::format!("{}.{what}", rule.id)
}

/// The table of error codes: number, name and text of each.
fn error_codes() -> Value {
    let code = |code: &ErrorCode| json!({ "const": code.number(), "title": code.name(), "description": code.text() });
    let codes: Vec<Value> = ErrorCode::ALL.iter().map(code).collect();
    json!({ "description": "The stable code of an error, the same in every binding.", "oneOf": codes })
}

fn step() -> Value {
    json!({
        "type": "object",
        "description": "What moved an answer: a stable name, and the days and names it concerns.",
        "properties": { "why": { "type": "string" } },
        "required": ["why"],
    })
}

fn result_of(rule: &Rule, generator: &mut SchemaGenerator) -> Value {
    let values: Map<String, Value> =
        rule.values().map(|(name, output)| (name.to_string(), output_schema(output, generator))).collect();
    let reading = generator.subschema_for::<Reading>().to_value();
    let citation = serde_json::to_value(rule.citation).unwrap_or_default();
    json!({
        "type": "object",
        "properties": {
            "norm": { "const": rule.id },
            "citation": { "const": citation },
            "outcome": { "enum": ["satisfied", "violated", "undetermined", "contestable", "not_applicable"] },
            "value": { "type": "object", "properties": values, "additionalProperties": false },
            "missing": { "type": "array", "items": { "type": "string" } },
            "trace": { "type": "array", "items": { "$ref": "#/$defs/step" } },
            "reading": { "type": "string" },
            "readings": { "type": "array", "items": reading, "minItems": 2 },
            "parts": { "type": "array", "items": { "type": "object" } },
            "schema": { "const": SCHEMA },
        },
        "required": ["norm", "citation", "outcome", "value", "missing", "trace"],
        "additionalProperties": false,
    })
}

fn output_schema(output: Output, generator: &mut SchemaGenerator) -> Value {
    let names = |names: &[&str]| json!({ "enum": names });
    match output {
        Output::Date => generator.subschema_for::<crate::calendar::Date>().to_value(),
        Output::Number => json!({ "type": "integer", "minimum": 0 }),
        Output::Flag => json!({ "type": "boolean" }),
        Output::Text => json!({ "type": "string" }),
        Output::List => json!({ "type": "array", "items": { "type": "string" } }),
        Output::OneOf(known) => names(known),
        Output::SomeOf(known) => json!({ "type": "array", "items": names(known) }),
        Output::Name => generator.subschema_for::<LocalizedName>().to_value(),
    }
}

impl JsonSchema for Timestamp {
    fn schema_name() -> Cow<'static, str> {
        "Timestamp".into()
    }
    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({ "type": "string", "format": "date-time", "description": "An instant in UTC (RFC 3339)." })
    }
}

impl JsonSchema for Identity {
    fn schema_name() -> Cow<'static, str> {
        "Identity".into()
    }
    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({ "type": "string", "description": "An IIN or BIN, or the number of a foreign document." })
    }
}

impl JsonSchema for Facts {
    fn schema_name() -> Cow<'static, str> {
        "Facts".into()
    }
    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        let fact = generator.subschema_for::<crate::facts::Fact>();
        json_schema!({ "type": "object", "additionalProperties": fact })
    }
}

impl JsonSchema for Report {
    fn schema_name() -> Cow<'static, str> {
        "Report".into()
    }
    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        let mut schema = Stamp::json_schema(generator);
        let meanings = generator.subschema_for::<Meaning>();
        let own = json!({
            "schema": { "const": report::SCHEMA },
            "question": generator.subschema_for::<Asked>(),
            "input": generator.subschema_for::<InputUsed>(),
            "proves": { "type": "array", "items": meanings },
            "does_not_prove": { "type": "array", "items": meanings },
            "repeat": { "type": "string", "description": "The command that repeats the verification." },
            "verdict": generator.subschema_for::<Verdict>(),
        });
        schema.insert("description".into(), "The report of one verification.".into());
        for (name, own) in own.as_object().into_iter().flatten() {
            if let Some(Value::Object(properties)) = schema.get_mut("properties") {
                properties.insert(name.clone(), own.clone());
            }
            if let Some(Value::Array(required)) = schema.get_mut("required") {
                required.push(name.clone().into());
            }
        }
        schema
    }
}

impl JsonSchema for Finding {
    fn schema_name() -> Cow<'static, str> {
        "Finding".into()
    }
    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        let ids: Vec<_> = CheckId::ALL.into_iter().map(CheckId::id).collect();
        let codes: Vec<_> = CheckId::ALL.into_iter().map(CheckId::code).collect();
        let reading = generator.subschema_for::<Reading>();
        let citation = generator.subschema_for::<crate::citation::Citation>();
        let facts = generator.subschema_for::<Facts>();
        json_schema!({
            "type": "object",
            "properties": {
                "id": { "enum": ids },
                "outcome": { "enum": ["satisfied", "violated", "undetermined", "contestable", "not_applicable"] },
                "missing": { "type": "array", "items": { "type": "string" } },
                "readings": { "type": "array", "items": reading },
                "because": { "enum": ids },
                "code": { "enum": codes },
                "citation": citation,
                "facts": facts,
            },
            "required": ["id", "outcome", "code", "citation", "facts"],
            "additionalProperties": false,
        })
    }
}
