//! Authentication of a complete segment, before an update activates it.
//!
//! A look-up authenticates only the pages that it reads. After a segment was copied, this check ensures that no later
//! look-up meets a page that is not the signed one.

use alloc::borrow::Cow;
use alloc::vec;
use alloc::vec::Vec;

use super::PAGE_SIZE;
use super::pages::Pages;
use super::segment::Segment;
use super::tree::{children, page_hash};
use crate::crypto::equal;
use crate::error::PageError;

/// Authenticates every page of `segment` against its root hash, and checks that the tree contains each page of the file
/// exactly once. Calls `each` after every page.
///
/// Memory is one page and its siblings for each level. Leaves are read in file order.
///
/// # Errors
/// [`PageError::Missing`] if a page cannot be read, [`PageError::Altered`] if it is not the signed one,
/// [`PageError::Unreadable`] if the signed pages are not a tree of all pages.
pub fn check_segment<P: Pages + ?Sized>(
    pages: &P,
    segment: &Segment,
    mut each: impl FnMut(),
) -> Result<(), PageError> {
    walk_segment(pages, segment, |_, _| each())
}

/// Does the same as [`check_segment`] and gives `each` the level and the content of every page, which is authentic. Leaves
/// have level 0 and come in the order of their keys.
///
/// # Errors
/// As [`check_segment`].
pub fn walk_segment<P: Pages + ?Sized>(
    pages: &P,
    segment: &Segment,
    mut each: impl FnMut(u8, &[u8]),
) -> Result<(), PageError> {
    let unreadable = PageError::Unreadable;
    let root = segment.pages.checked_sub(1).ok_or(unreadable)?;
    let mut left = segment.pages;
    let mut next_leaf = 0u32;
    let mut pending = vec![(segment.height, root, segment.id.root)];
    while let Some((level, index, hash)) = pending.pop() {
        // The signed number of pages bounds the walk, even if the tree lists a page more than once.
        left = left.checked_sub(1).ok_or(unreadable)?;
        let mut page = pages.page(&segment.id, index)?;
        if level > 0 {
            // The page is copied, so its children are read from the bytes that were hashed.
            page = Cow::Owned(page.into_owned());
        }
        let found = page_hash(segment.id.kind, segment.id.serial, level, index, &page);
        if page.len() != PAGE_SIZE || !equal(&found, &hash) {
            return Err(PageError::Altered);
        }
        each(level, &page);
        let Some(below) = level.checked_sub(1) else {
            if index != next_leaf {
                return Err(unreadable);
            }
            next_leaf = next_leaf.checked_add(1).ok_or(unreadable)?;
            continue;
        };
        let children: Vec<_> = children(&page).ok_or(unreadable)?;
        if children.iter().any(|(child, _)| *child >= index) {
            return Err(unreadable);
        }
        pending.extend(children.into_iter().rev().map(|(child, hash)| (below, child, hash)));
    }
    if left == 0 { Ok(()) } else { Err(unreadable) }
}
