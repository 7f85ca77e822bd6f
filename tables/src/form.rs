//! A row of a list as the form that the core reads.

use rastau_core::error::FormField;
use serde_json::{Map, Value, json};

use crate::{Field, Row, basis_kind, items};

impl Row {
    /// Returns the row's values as a form in JSON, as `rastau_core::document::text::Presented` reads it. Of a row with a document
    /// it is what the row states beside the document, as `rastau_core::document::Form::beside` reads it.
    ///
    /// ```
    /// use rastau_tables::{Input, Options, Table};
    ///
    /// let list = "number;level\n000000001003;3\n";
    /// let mut table = Table::open(Input::bytes(list.into()), &Options::default())?;
    /// let row = table.next().unwrap()?.unwrap();
    /// assert_eq!(row.form(), r#"{"level":"3","number":"000000001003"}"#);
    /// # Ok::<(), rastau_tables::TableError>(())
    /// ```
    #[must_use]
    pub fn form(&self) -> String {
        let typed = |field: FormField| {
            let cell = self.value(Field::from_name(field.name())?)?;
            let typed = match field {
                FormField::Skills => items(cell).collect(),
                // The identifier is read without the kind, which is a word in front of it.
                FormField::Basis => match basis_kind(cell) {
                    Some(kind) => json!({ "kind": kind.name(), "id": cell }),
                    None => json!({ "id": cell }),
                },
                _ => Value::from(cell),
            };
            Some((field.name().to_owned(), typed))
        };
        let mut form = FormField::ALL.iter().filter_map(|field| typed(*field)).collect::<Map<_, _>>();
        if self.value(Field::Document).is_none() {
            // A form without a number is reported when it is read, in the language of the report.
            form.entry(FormField::Number.name()).or_insert_with(|| Value::from(""));
        }
        Value::Object(form).to_string()
    }
}
