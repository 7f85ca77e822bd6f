//! Labels of the CBOR members of the example.

use crate::annotate::Labels;

pub(crate) const SIGN1: [(&str, &str); 6] = [
    ("0", "@e protected header"),
    ("0.1", "@a algorithm"),
    ("0.4", "key id"),
    ("1", "unprotected header: empty"),
    ("2", "@e payload"),
    ("3", "signature"),
];
pub(crate) const SIGN: [(&str, &str); 9] = [
    ("0", "protected header of the body: empty"),
    ("1", "unprotected header: empty"),
    ("2", "@e payload"),
    ("3", "signatures"),
    ("3.*.0", "@e protected header"),
    ("3.*.0.1", "@a algorithm"),
    ("3.*.0.4", "key id"),
    ("3.*.1", "unprotected header: empty"),
    ("3.*.2", "signature"),
];

/// Joins the labels of an envelope and of its payload. Leaks them, once for each block.
pub(crate) fn enveloped(envelope: &[(&'static str, &'static str)], payload: Labels) -> Labels {
    Vec::leak([envelope, payload].concat())
}

pub(crate) const CLAIMS: Labels = &[
    ("2.1", "iss: the centre's BIN"),
    ("2.2", "sub: the holder's identity number"),
    ("2.-65537", "recognition"),
    ("2.-65537.1", "number"),
    ("2.-65537.2", "names"),
    ("2.-65537.3", "profession"),
    ("2.-65537.4", "edition of the classifier"),
    ("2.-65537.5", "qualification"),
    ("2.-65537.6", "level"),
    ("2.-65537.8", "accreditation"),
    ("2.-65537.9", "basis"),
    ("2.-65537.9.0", "kind: professional standard"),
    ("2.-65537.10", "@d exam"),
    ("2.-65537.11", "@d issue"),
    ("2.-65537.13", "verification code"),
];
pub(crate) const ROOT: Labels = &[
    ("2.0", "context string"),
    ("2.1", "register"),
    ("2.2", "version"),
    ("2.3", "@t expires"),
    ("2.4", "keys"),
    ("2.4.*.0", "@a "),
    ("2.4.*.1", "public key"),
    ("2.5", "roles"),
    ("2.5.0", "root"),
    ("2.5.1", "keeper"),
    ("2.5.2", "chamber"),
    ("2.5.3", "fresh"),
    ("2.5.*.0", "threshold"),
    ("2.5.*.1.*", "key id"),
];
pub(crate) const MANIFEST: Labels = &[
    ("2.0", "context string"),
    ("2.1", "register"),
    ("2.2", "epoch"),
    ("2.3", "version"),
    ("2.4", "@t as_of"),
    ("2.5", "@t not_after"),
    ("2.6", "coverage: first and last issue date"),
    ("2.6.*", "@d "),
    ("2.7", "segments"),
    ("2.7.*.0", "kind"),
    ("2.7.*.1", "serial"),
    ("2.7.*.2", "covers_from"),
    ("2.7.*.3", "pages"),
    ("2.7.*.4", "height"),
    ("2.7.*.5", "root hash"),
    ("2.7.*.6", "entries"),
    ("2.7.*.7", "first key"),
    ("2.7.*.8", "last key"),
    ("2.8", "SHA-256 of centres.cose"),
];
pub(crate) const FRESH: Labels = &[
    ("2.0", "context string"),
    ("2.1", "register"),
    ("2.2", "SHA-256 of manifest.cose"),
    ("2.3", "@t checked_at"),
    ("2.4", "@t next_update"),
];
pub(crate) const TRUSTED_STATE: Labels = &[
    ("0", "version of the root"),
    ("1", "SHA-256 of the root's content"),
    ("2", "epoch of the manifest"),
    ("3", "version of the manifest"),
    ("4", "SHA-256 of manifest.cose"),
    ("5", "version of the centres' statement"),
    ("6", "SHA-256 of centres.cose"),
    ("7", "@t newest signed time"),
    ("8", "segments"),
    ("8.*.0", "kind"),
    ("8.*.1", "serial"),
];
pub(crate) const CONTAINER_INDEX: Labels = &[("*.0", "name"), ("*.1", "offset"), ("*.2", "length")];

/// The labels of a row, by the letter of its table.
pub(crate) fn row(table: u8) -> Labels {
    match table {
        b'p' => &[
            ("0", "names: kk, ru, en"),
            ("1", "versions"),
            ("1.*.0", "interval: first day, no last day"),
            ("1.*.0.*", "@d "),
            ("1.*.1", "term in months"),
            ("1.*.2", "mode: voluntary"),
            ("2", "bases"),
            ("2.*.0", "kind: professional standard"),
            ("2.*.2", "interval: first day, no last day"),
            ("2.*.2.*", "@d "),
        ],
        b'q' => &[("0", "names"), ("1", "level")],
        b'k' => &[("", "names")],
        b'i' => &[
            ("0", "@a "),
            ("1", "public key"),
            ("2", "centre"),
            ("3", "professions: empty, for all"),
            ("4", "interval: first day, last day"),
            ("4.*", "@d "),
        ],
        b'o' => &[
            ("0", "profession"),
            ("1", "edition"),
            ("2", "qualification"),
            ("3", "level"),
            ("4", "kind: professional standard"),
            ("6", "term in months"),
        ],
        b'a' => &[("0", "centre"), ("1", "serial number")],
        b'l' => &[("", "skills")],
        b'c' => &[
            ("0", "names"),
            ("1", "legal entity"),
            ("2", "accreditations"),
            ("2.*.0", "serial number"),
            ("2.*.1", "route: this Law"),
            ("2.*.2", "interval: first day, last day"),
            ("2.*.2.*", "@d "),
            ("2.*.3", "events"),
        ],
        b's' => &[("", "intervals"), ("*.*", "@d ")],
        b'w' => &[
            ("0", "@d first day covered"),
            ("1", "@d last day covered"),
            ("2", "special days"),
            ("2.*.0", "@d "),
            ("2.*.1", "kind"),
            ("2.*.2", "name"),
            ("2.*.3", "@d related day"),
        ],
        _ => &[],
    }
}
