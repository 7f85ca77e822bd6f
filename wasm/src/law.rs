//! The rules of the Law and its norms: what needs no register.

use js_sys::{Array, JSON, Object};
use rastau_core::calendar::WorkingDays;
use rastau_core::error::FactsError;
use rastau_core::law::norms::norms as all_norms;
use rastau_core::law::{rule, rules as all_rules};
use rastau_core::verdict::Citation;
use rastau_messages::{self as messages, Lang};
use serde::Serialize;
use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;

use crate::convert::{Options, bad_argument, facts_error, parsed, text, to_js, with};

/// Asks a rule; words come along where a language is asked for.
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
    let object = parsed(&result.to_json());
    Ok(match lang {
        Some(lang) => with(object, "words", &to_js(&messages::explain_rule(&result, lang))),
        None => object,
    })
}

/// Asks a rule of the Law, by the calendar of working days that comes with this package.
#[wasm_bindgen(js_name = evaluateRule, skip_typescript)]
pub fn evaluate_rule(id: JsValue, facts: JsValue, options: JsValue) -> Result<JsValue, JsValue> {
    let options = Options::read(options)?;
    answer(&id, &facts, &WorkingDays::built_in(), options.lang)
}

/// Every norm of the Law, and where it stands or why it is not computed.
#[wasm_bindgen(unchecked_return_type = "Norm[]")]
#[must_use]
pub fn norms() -> JsValue {
    parsed(&serde_json::to_string(&all_norms().collect::<Vec<_>>()).unwrap_or_default())
}

#[derive(Serialize)]
struct RuleEntry {
    id: &'static str,
    citation: Citation,
    title: &'static str,
    source: String,
}

/// Every rule and composite question, with facts that it decides.
#[wasm_bindgen(unchecked_return_type = "RuleEntry[]")]
pub fn rules(
    #[wasm_bindgen(unchecked_optional_param_type = "LangOption")] options: JsValue,
) -> Result<JsValue, JsValue> {
    let lang = Options::read(options)?.lang.unwrap_or(Lang::En);
    let entry = |rule: &'static rastau_core::law::Rule| {
        let (title, source) = messages::rule_title(rule, lang);
        let entry = RuleEntry { id: rule.id, citation: rule.citation, title, source };
        with(to_js(&entry), "example", &parsed(rule.example))
    };
    Ok(all_rules().map(entry).collect::<Array>().into())
}

/// What a form calls the facts of rules, and the names that stand in them.
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
