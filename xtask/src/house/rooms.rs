//! House rule: inside `core` there is one direction and no way back. A room uses the rooms named beside it in one table,
//! whether by `use crate::room`, by a path in the code, or by climbing up with `super`.

use super::{File, Finding, House};
use crate::rust;

/// The ground floor: rooms that know nothing of documents, snapshots or law, and may use one another.
const GROUND: &[&str] = &["calendar", "codec", "crypto", "error", "identity", "sorted"];

/// The floors above, lowest first, each with the rooms it may use besides the ground floor.
const ABOVE: &[(&str, &[&str])] = &[
    ("document", &[]),
    ("verdict", &["document"]),
    ("snapshot", &["document", "verdict"]),
    ("fixture", &["document", "verdict", "snapshot"]),
    ("law", &["document", "verdict", "snapshot"]),
    ("verify", &["document", "verdict", "snapshot", "law"]),
    ("schema", &["verdict", "snapshot", "law"]),
];

const CORE: &str = "core/src/";

pub(super) fn check(house: &House) -> Vec<Finding> {
    house.live(&[CORE]).flat_map(uses_of).collect()
}

fn uses_of(file: &File) -> Vec<Finding> {
    let inner = file.path.trim_start_matches(CORE).trim_end_matches(".rs").trim_end_matches("/mod");
    let room = inner.split('/').next().unwrap_or_default();
    if room == "lib" {
        return Vec::new();
    }
    let above = ABOVE.iter().find(|(name, _)| *name == room).map(|(_, others)| *others);
    let Some(others) = above.or_else(|| GROUND.contains(&room).then_some(&[])) else {
        return vec![
            file.whole(format!("the room {room} has no place in the table of rooms in {}", file!())),
        ];
    };
    let may = |name: &str| name == room || GROUND.contains(&name) || others.contains(&name);
    let known = |name: &str| GROUND.contains(&name) || ABOVE.iter().any(|(above, _)| *above == name);
    let used = used(&file.live, inner.split('/').count());
    let stray = used.into_iter().filter(|(_, name)| known(name) && !may(name));
    stray.map(|(at, name)| file.at(at, format!("{room} uses {name}, a room that comes later"))).collect()
}

/// The rooms named in the code, by `crate::` or by `super::` from a module this deep, each with its place.
fn used(code: &str, depth: usize) -> Vec<(usize, &str)> {
    let climb = "super::".repeat(depth);
    let roots = ["crate::", climb.as_str()];
    let mut used = Vec::new();
    for root in roots {
        for at in rust::words(code, root).collect::<Vec<_>>() {
            let rest = &code[at + root.len()..];
            let names = if rest.starts_with('{') { group(rust::braces(rest)) } else { vec![name(rest)] };
            used.extend(names.into_iter().map(|name| (at, name)));
        }
    }
    used
}

/// The first names of `a::b, c::{d, e}, f`.
fn group(inside: &str) -> Vec<&str> {
    let (mut depth, mut begin, mut names) = (0_usize, 0, Vec::new());
    for (at, byte) in inside.bytes().enumerate() {
        match byte {
            b'{' => depth += 1,
            b'}' => depth = depth.saturating_sub(1),
            b',' if depth == 0 => {
                names.push(name(inside[begin..at].trim_start()));
                begin = at + 1;
            }
            _ => {}
        }
    }
    names.push(name(inside[begin..].trim_start()));
    names
}

fn name(rest: &str) -> &str {
    let end = rest.find(|c: char| !c.is_alphanumeric() && c != '_').unwrap_or(rest.len());
    &rest[..end]
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(path: &str, text: &str) -> Vec<String> {
        check(&House::of(&[(path, text)])).into_iter().map(|finding| finding.what).collect()
    }

    #[test]
    fn earlier_rooms_may_be_used() {
        let good = [
            ("core/src/lib.rs", "pub use crate::verify::verify;"),
            ("core/src/codec/cbor.rs", "use crate::crypto::Hash;\nuse crate::codec::limits;"),
            ("core/src/snapshot/tree.rs", "use crate::{document::code::Code, error::{A, B}};"),
            ("core/src/verify/mod.rs", "use crate::law; use super::snapshot;"),
            ("core/src/law/scope.rs", "use super::norms; // crate::verify comes later"),
            ("core/src/document/text.rs", "#[cfg(test)]\nmod tests { use crate::verify::verify; }"),
            ("messages/src/lib.rs", "use crate::verify::x;"),
        ];
        for (path, text) in good {
            assert_eq!(found(path, text), Vec::<String>::new(), "{path}");
        }
    }

    #[test]
    fn later_rooms_may_not() {
        let bad = [
            ("core/src/codec/cbor.rs", "use crate::document::Code;"),
            ("core/src/document/mod.rs", "use crate::{error::A, snapshot::{B, C}};"),
            ("core/src/document/mod.rs", "fn f() -> super::law::Norm {}"),
            ("core/src/document/text.rs", "use super::super::verify;"),
            ("core/src/snapshot/open.rs", "fn f(x: &crate::law::Norm) {}"),
            ("core/src/law/scope.rs", "use crate::verify;"),
            ("core/src/verdict.rs", "use crate::snapshot::TrustedState;"),
        ];
        for (path, text) in bad {
            assert_eq!(found(path, text).len(), 1, "{path}: {text}");
        }
    }

    #[test]
    fn a_room_without_a_place_is_found() {
        assert!(found("core/src/misc/mod.rs", "")[0].contains("misc has no place"));
    }
}
