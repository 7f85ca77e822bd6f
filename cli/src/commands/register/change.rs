//! `rastau register cancel` and `reinstate`.

use rastau_registry::RegistryError;
use rastau_registry::audit::head;
use rastau_registry::life::{self, Cancel};
use serde_json::json;

use super::{author, head_json, open, print_result};
use crate::args::{CancelArgs, ReinstateArgs};
use crate::error::CliError;

pub(super) fn cancel(args: &CancelArgs) -> Result<u8, CliError> {
    let CancelArgs { number, register, ground, on, reason, replaced, by, json } = args;
    let author = author(by, reason)?;
    let register = open(register)?;
    let transaction = register.begin()?;
    let order = Cancel { number, ground: *ground, on: *on, replaced: *replaced };
    life::cancel(&transaction, &author, &order)?;
    let head = head(&transaction)?;
    transaction.commit().map_err(RegistryError::from)?;
    let object = json!({
        "number": number,
        "cancelled_on": on.to_string(),
        "ground": ground.name(),
        "replaced": replaced,
        "audit": head_json(&head),
    });
    let text = format!(
        "cancelled {number} from {on} ({}); verifiers know it from the next snapshot on",
        ground.name()
    );
    print_result(*json, &object, &text)?;
    Ok(0)
}

pub(super) fn reinstate(args: &ReinstateArgs) -> Result<u8, CliError> {
    let ReinstateArgs { number, register, on, reason, by, json } = args;
    let author = author(by, reason)?;
    let register = open(register)?;
    let transaction = register.begin()?;
    let was_replaced = life::reinstate(&transaction, &author, number, *on)?;
    let head = head(&transaction)?;
    transaction.commit().map_err(RegistryError::from)?;
    let object = json!({
        "number": number,
        "reinstated_on": on.to_string(),
        "was_replaced": was_replaced,
        "audit": head_json(&head),
    });
    let replaced = if was_replaced {
        "; it was marked as replaced by a new document, and the mark is removed"
    } else {
        ""
    };
    let text =
        format!("reinstated {number} from {on}; verifiers know it from the next snapshot on{replaced}");
    print_result(*json, &object, &text)?;
    Ok(0)
}
