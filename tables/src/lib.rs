#![doc = include_str!("../README.md")]
#![forbid(unsafe_code)]
#![deny(clippy::allow_attributes_without_reason)]
#![cfg_attr(
    not(test),
    deny(
        clippy::indexing_slicing,
        clippy::unwrap_used,
        clippy::expect_used,
        clippy::panic,
        clippy::arithmetic_side_effects
    )
)]

mod columns;
mod error;
mod field;
mod form;
mod headings;
pub mod limits;
mod row;
mod source;
mod stated;
mod table;
mod text;
mod workbook;
#[cfg(feature = "write")]
pub mod write;

pub use columns::{Column, Why, letter};
pub use error::{Foreign, Limit, RowError, RowProblem, TableError};
pub use field::Field;
pub use row::RawRow;
pub use source::{Format, Input, Source};
pub use stated::{basis_kind, items};
pub use table::{Options, Row, Table};
pub use text::Encoding;
