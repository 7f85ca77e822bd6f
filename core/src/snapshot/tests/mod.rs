//! Tests on the register of [`crate::fixture`]. Each module builds bundles from it, changes them and opens them.

mod attacks;
mod check;
mod files;
mod layers;
mod limits;
mod pages;
mod recovery;
mod rows;
mod tree;
mod trust;
mod working;

use std::borrow::Cow;

use super::pages::{Pages, SegmentId, SegmentKind};
use super::root;
use super::statements::{
    CENTRES_CONTEXT, Centres, FRESHNESS_CONTEXT, FreshnessStatement, MANIFEST_CONTEXT, Manifest,
};
use super::tree::page_hash;
use super::{PAGE_SIZE, Root, Segment, Statements, TrustedState};
use crate::calendar::{Date, Timestamp};
use crate::codec::cose::{CoSignature, write_sign};
use crate::crypto::{KeyId, sha256};
use crate::error::{OpenError, PageError};
use crate::fixture::{
    Bundle, CLOCK, Leaf, MemoryPages, RoleSigners, SignedBundle, Signer, day, interval, segment, sign_all,
    sign_as, sign_one, sign_root, time,
};
