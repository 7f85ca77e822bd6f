//! Checks `docs/formats.md` and the files in `docs/formats/` against the code.
//!
//! Every example is generated from fixed inputs and compared byte for byte with the documentation. It is then read back
//! from the documentation, matched against the CDDL, opened and verified as a device would do it. Limits, context strings,
//! error numbers and the names of tests in the attack table and in `tuf.md` are compared with the code.
//!
//! `UPDATE_DOCS=1 cargo test -p rastau-core --test formats` rewrites the generated blocks. Review the diff afterwards.
//!
//! | module | contents |
//! |---|---|
//! | `docs` | reads the documentation: labelled blocks, CDDL, Markdown tables |
//! | `fixture` | the fixed inputs: keys, one register of three documents, its bundle |
//! | `annotate` | writes bytes with comments; an independent reader of the formats |
//! | `generate` | generates every labelled block from the fixture |
//! | `cddl` | validates bytes against the CDDL |
//! | `generated` | tests: the blocks are what the code generates |
//! | `example` | tests: the example opens and verifies from the documentation alone |
//! | `schema` | tests: the CDDL and the code's readers agree |
//! | `constants` | tests: limits, context strings and error numbers |
//! | `attacks` | tests: the attack table, the table of thieves and `tuf.md` name existing files, checks, tests and cases |

mod annotate;
mod attacks;
mod cddl;
mod constants;
mod docs;
mod example;
mod fixture;
mod generate;
mod generated;
mod schema;
