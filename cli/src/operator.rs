//! Who runs the program, for the audit table of a register.

use crate::error::CliError;

/// Returns the name of the operator: the given one, or that of the user of this computer.
pub fn operator(given: Option<&str>) -> Result<String, CliError> {
    if let Some(given) = given {
        return Ok(given.into());
    }
    user().filter(|name| !name.trim().is_empty()).ok_or(CliError::NoOperator)
}

/// Returns the name of the user: from the user id of this process or, if the system does not list it, from the
/// environment.
fn user() -> Option<String> {
    #[cfg(unix)]
    if let Some(name) = std::fs::read_to_string("/etc/passwd")
        .ok()
        .and_then(|users| name_of(&users, rustix::process::getuid().as_raw()))
    {
        return Some(name);
    }
    ["USER", "LOGNAME", "USERNAME"].into_iter().find_map(|name| std::env::var(name).ok())
}

/// Returns the name of a user id in the system's list of users (passwd(5)).
#[cfg(unix)]
fn name_of(users: &str, id: u32) -> Option<String> {
    users.lines().find_map(|line| {
        let mut fields = line.split(':');
        let (name, number) = (fields.next()?, fields.nth(1)?);
        (number.parse() == Ok(id)).then(|| name.to_string())
    })
}

#[cfg(all(test, unix))]
mod tests {
    use super::*;

    #[test]
    fn a_user_id_has_the_name_of_the_list() {
        let users = "root:x:0:0:root:/root:/bin/sh\n# comment\na.operator:x:1000:1000::/:/bin/sh\n";
        assert_eq!(name_of(users, 1000).as_deref(), Some("a.operator"));
        assert_eq!(name_of(users, 0).as_deref(), Some("root"));
        assert_eq!(name_of(users, 5), None);
        assert_eq!(operator(Some("given")).unwrap(), "given");
    }
}
