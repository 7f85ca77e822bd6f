//! Reports of one verification, and their repetition.

use rastau_core::document::text::Presented;
use rastau_core::report::{MadeBy, Report, Reported};
use rastau_core::snapshot::OpenOptions;
use rastau_core::snapshot::file::BundleFile;
use rastau_core::verify::Question;
use rastau_messages::{explain_comparison, explain_report};
use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;

use crate::answer::{bundle_error, parsed, read_error};
use crate::convert::{bytes, text, to_js};
use crate::error::bad_argument;
use crate::file::Source;
use crate::object::with;
use crate::options::{Options, anchor, input_text};
use crate::reader::OptionsReader;
use crate::verifier::Verifier;

#[wasm_bindgen]
impl Verifier {
    /// Verifies as `verify` does and returns a report of it: `json`, the text of a file that `repeatReport` and `rastau repeat`
    /// read, and with `lang` the `words` for printing it. The option `by` states who makes the report; nothing checks it. The report
    /// holds the verdict, so it holds what the verdict states about the holder. It is not signed: sign the file.
    #[wasm_bindgen(unchecked_return_type = "ReportAnswer")]
    pub fn report(
        &self,
        #[wasm_bindgen(unchecked_param_type = "string | TypedForm")] input: JsValue,
        #[wasm_bindgen(unchecked_optional_param_type = "ReportOptions")] options: JsValue,
    ) -> Result<JsValue, JsValue> {
        let (options, post, by) = Options::of_report(options)?;
        let by = by.map(|by| {
            MadeBy::parse(&by).ok_or_else(|| {
                bad_argument("by", "must have 1 to 200 characters that can be seen, on one line")
            })
        });
        let (by, now) = (by.transpose()?, options.now()?);
        let snapshot = self.open_at(now, options.lang)?;
        let presented = Presented::read_for(&input_text(&input)?, snapshot.manifest().link.as_ref());
        let presented = presented.map_err(|error| read_error(&error, options.lang))?;
        let question = Question { on: options.on, clock: now, policy: self.policy() };
        let report = Report::make(snapshot, &presented, &question, post.as_ref(), by);
        let answer = with(js_sys::Object::new().into(), "json", &JsValue::from_str(&report.to_json()));
        Ok(match options.lang {
            Some(lang) => with(answer, "words", &to_js(&explain_report(&report, lang))?),
            None => answer,
        })
    }
}

/// Verifies the input of a report again, against a bundle, as of the report's time and without a trusted state, and compares.
/// `report` is the text of the file. Throws if it is not a report, or if the bundle is not accepted as of that time. The
/// answer is the one of the report's time and not today's. Without `trustRoot` the bundle's own root is used, and a difference in that is
/// listed.
#[wasm_bindgen(js_name = repeatReport, unchecked_return_type = "RepetitionAnswer")]
pub fn repeat_report(
    #[wasm_bindgen(unchecked_param_type = "string")] report: JsValue,
    #[wasm_bindgen(unchecked_param_type = "string | TypedForm")] input: JsValue,
    #[wasm_bindgen(unchecked_param_type = "BundleSource")] bundle: JsValue,
    #[wasm_bindgen(unchecked_optional_param_type = "RepeatOptions")] options: JsValue,
) -> Result<JsValue, JsValue> {
    let given = OptionsReader::new(options, &["trustRoot", "anchor", "lang"])?;
    let lang = given.lang()?;
    let reported = Reported::read(&text("report", &report)?).map_err(|error| bundle_error(&error, lang))?;
    let root = given.member("trustRoot")?.map(|root| bytes("trustRoot", &root)).transpose()?;
    let options = match (&root, anchor(&given)?) {
        (Some(root), anchor) => OpenOptions::kept(root, anchor, reported.clock()),
        (None, _) => OpenOptions::on_first_use(reported.clock()),
    };
    let file = BundleFile::open(Source::read(bundle)?).map_err(|error| bundle_error(&error, lang))?;
    let snapshot = file.into_snapshot(&options).map_err(|error| bundle_error(&error, lang))?;
    let presented = Presented::read_for(&input_text(&input)?, snapshot.manifest().link.as_ref());
    let presented = presented.map_err(|error| read_error(&error, lang))?;
    let comparison = reported.repeat(&snapshot, &presented);
    let object = parsed(&comparison.to_json())?;
    Ok(match lang {
        Some(lang) => with(object, "words", &to_js(&explain_comparison(&comparison, lang))?),
        None => object,
    })
}
