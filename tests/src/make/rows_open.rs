//! Bundles that are rejected. Each case is named after its bundle and presents a valid document.

use super::documents::Documents;
use super::row::{Row, refused};

const MALFORMED: u16 = 100;
const TOO_FEW: u16 = 101;
const FOREIGN: u16 = 102;
const BAD_ROLES: u16 = 103;
const BROKEN_CHAIN: u16 = 104;
const EXPIRED: u16 = 105;
const ROLLBACK: u16 = 106;
const OTHER_CONTENT: u16 = 107;
const MIXED_UP: u16 = 108;
const VANISHED: u16 = 109;
const BAD_SEGMENTS: u16 = 110;

pub(super) fn rows(documents: &Documents<'_>) -> Vec<Row> {
    let text = documents.text("ordinary");
    let no = |bundle: &'static str, why: &str, code: u16| refused(bundle, why, text.clone(), code);
    let own =
        |bundle: &'static str, root: &'static str, why: &str, code: u16| no(bundle, why, code).root(root);
    let mut rows = vec![
        no("one-keeper", "The manifest has one valid signature of two", TOO_FEW),
        no("one-keeper-twice", "Two signatures of one key count once", TOO_FEW),
        no("keeper-and-chamber", "The Chamber's key does not count for the keeper", TOO_FEW),
        no("strangers-manifest", "A manifest signed by keys that the root does not know", TOO_FEW),
        no("other-context", "Signatures made for another kind of statement", TOO_FEW),
        no("forged-manifest", "One bit of the manifest's content altered", TOO_FEW),
        no("manifest-trailing-byte", "A byte follows the manifest", MALFORMED),
        no("link-spelling", "The origin of links in capital letters", MALFORMED),
        no("centres-by-keeper", "The keeper's keys do not count for the Chamber (art. 11.2)", TOO_FEW),
        no("other-centres", "A statement of centres that the manifest does not pin", MIXED_UP),
        no("fresh-by-keeper", "A freshness statement signed by another key than the online one", TOO_FEW),
        no("fresh-of-another", "The freshness statement pins another manifest", MIXED_UP),
        no("cut-fresh", "The freshness statement is a byte short", MALFORMED),
        no("foreign-manifest", "Another register's manifest, by the same keepers", FOREIGN),
        no("foreign-centres", "Another register's statement of centres", FOREIGN),
        no("foreign-fresh", "Another register's freshness statement", FOREIGN),
        no("segment-gap", "Serial number 1 of the documents is not in any segment", BAD_SEGMENTS),
        no("segment-twice", "A segment that is listed twice", BAD_SEGMENTS),
        no("keeper-lists-centres", "The keeper lists a segment of centres", BAD_SEGMENTS),
        no("chamber-lists-tables", "The Chamber lists a segment of the keeper's tables", BAD_SEGMENTS),
        no("vanished-segment", "A later version without the cancellations that were there", VANISHED)
            .state("base"),
        no("root-not-by-old", "The next root is signed by its own keys only", TOO_FEW),
        no("root-not-by-new", "The next root is signed by the old keys only", TOO_FEW),
        no("root-skipped", "The chain goes from root 1 to root 3", BROKEN_CHAIN),
        no("root-misnumbered", "The file of root 2 contains a root 3", BROKEN_CHAIN),
        no("root-misnamed", "The file of root 3 contains root 2", BROKEN_CHAIN),
        no("root-foreign", "The next root is another register's", FOREIGN),
        no("root-cut", "The next root is a byte short", MALFORMED),
        no("keeper-replaced", "The next root names other keepers than those that signed", TOO_FEW),
        own("threshold-zero", "threshold-zero/roots/1.cose", "A role with a threshold of zero", BAD_ROLES),
        own(
            "threshold-above-keys",
            "threshold-above-keys/roots/1.cose",
            "A role with a threshold above its number of keys",
            BAD_ROLES,
        ),
        own("key-twice", "key-twice/roots/1.cose", "A role that names a key twice", BAD_ROLES),
        own(
            "keeper-is-chamber",
            "keeper-is-chamber/roots/1.cose",
            "One key for the keeper and the Chamber: two keepers by law",
            BAD_ROLES,
        ),
        own(
            "online-key-is-keeper",
            "online-key-is-keeper/roots/1.cose",
            "The online key in another role",
            BAD_ROLES,
        ),
        own(
            "unlisted-key",
            "unlisted-key/roots/1.cose",
            "A role that names a key that is not listed",
            BAD_ROLES,
        ),
        own(
            "root-half-signed",
            "root-half-signed/roots/1.cose",
            "A pinned root that its own keys did not sign",
            TOO_FEW,
        ),
    ];
    let base = |name: &str, why: &str, code: u16| no("base", why, code).named(name);
    rows.extend([
        base("open.root-is-no-root", "A freshness statement pinned as trust root", MALFORMED)
            .root("base/fresh.cose"),
        base("open.root-expired", "The newest root has expired", EXPIRED).now("2031-06-01T10:00:00+05:00"),
        base("open.rollback-manifest", "An older version than in the verifier's trusted state", ROLLBACK)
            .state("second"),
        base("open.rollback-root", "An older root than in the verifier's trusted state", ROLLBACK)
            .state("newer-root"),
        base(
            "open.rollback-centres",
            "An older statement of centres than in the verifier's trusted state",
            ROLLBACK,
        )
        .state("newer-centres"),
        base(
            "open.same-version-other-content",
            "The version in the trusted state, with other content",
            OTHER_CONTENT,
        )
        .state("same-version-other-content"),
    ]);
    rows
}
