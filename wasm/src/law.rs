//! The rules and norms of the Law, which need no register.

use js_sys::{Array, JSON, Object};
use rastau_core::calendar::WorkingDays;
use rastau_core::error::FactsError;
use rastau_core::law::norms as all_norms;
use rastau_core::law::{rule, rules as all_rules};
use rastau_core::verdict::Citation;
use rastau_messages::{self as messages, Lang};
use serde::Serialize;
use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;

use crate::answer::{facts_error, parsed};
use crate::convert::{text, to_js};
use crate::error::bad_argument;
use crate::object::with;
use crate::options::Options;

/// Evaluates a rule; adds `words` where a language is requested.
pub(crate) fn answer(
    id: &JsValue,
    facts: &JsValue,
    days: &WorkingDays,
    lang: Option<Lang>,
) -> Result<JsValue, JsValue> {
    let id = text("id", id)?;
    let rule = rule(&id).ok_or_else(|| facts_error(&FactsError::UnknownRule { id: id.clone() }, lang))?;
    let json = JSON::stringify(facts).ok().and_then(|text| text.as_string());
    let json = json.ok_or_else(|| bad_argument("facts", "must be a plain object"))?;
    let result = rule.judge(&json, days).map_err(|error| facts_error(&error, lang))?;
    let object = parsed(&result.to_json())?;
    Ok(match lang {
        Some(lang) => with(object, "words", &to_js(&messages::explain_rule(&result, lang))?),
        None => object,
    })
}

/// Evaluates a rule of the Law with the calendar of working days built into this package.
#[wasm_bindgen(js_name = evaluateRule, skip_typescript)]
pub fn evaluate_rule(id: JsValue, facts: JsValue, options: JsValue) -> Result<JsValue, JsValue> {
    let options = Options::read(options)?;
    answer(&id, &facts, &WorkingDays::built_in(), options.lang)
}

/// Returns every norm of the Law, and where it is implemented or why it is not computed.
#[wasm_bindgen(unchecked_return_type = "Norm[]")]
pub fn norms() -> Result<JsValue, JsValue> {
    parsed(&serde_json::to_string(&all_norms().collect::<Vec<_>>()).unwrap_or_default())
}

#[derive(Serialize)]
struct RuleEntry {
    id: &'static str,
    citation: Citation,
    title: &'static str,
    source: String,
}

/// Returns every rule and composite question, with example facts.
#[wasm_bindgen(unchecked_return_type = "RuleEntry[]")]
pub fn rules(
    #[wasm_bindgen(unchecked_optional_param_type = "LangOption")] options: JsValue,
) -> Result<JsValue, JsValue> {
    let lang = Options::read(options)?.lang.unwrap_or(Lang::En);
    let entry = |rule: &'static rastau_core::law::Rule| {
        let (title, source) = messages::rule_title(rule, lang);
        let entry = RuleEntry { id: rule.id, citation: rule.citation, title, source };
        Ok(with(to_js(&entry)?, "example", &parsed(rule.example)?))
    };
    Ok(all_rules().map(entry).collect::<Result<Array, JsValue>>()?.into())
}

/// Returns labels for a form: of the facts of rules, and of the names that are their values.
#[wasm_bindgen(js_name = formWords, unchecked_return_type = "FormWords")]
pub fn form_words(
    #[wasm_bindgen(unchecked_optional_param_type = "LangOption")] options: JsValue,
) -> Result<JsValue, JsValue> {
    let lang = Options::read(options)?.lang.unwrap_or(Lang::En);
    let facts = labels(&mut messages::fact_labels(lang));
    let names = labels(&mut messages::name_labels(lang));
    Ok(with(with(Object::new().into(), "facts", &facts), "names", &names))
}

fn labels(labels: &mut dyn Iterator<Item = (&'static str, &'static str)>) -> JsValue {
    labels.fold(Object::new().into(), |object, (name, label)| with(object, name, &JsValue::from_str(label)))
}
