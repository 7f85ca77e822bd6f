//! A whole segment, page by page: what an update asks before it takes a segment into use.
//!
//! A search authenticates the pages on its way and no others. Whoever copies a segment wants to know that no search
//! will ever come to a page that is not the signed one.

use alloc::borrow::Cow;
use alloc::vec;
use alloc::vec::Vec;

use super::PAGE_SIZE;
use super::pages::Pages;
use super::segment::Segment;
use super::tree::{children, page_hash};
use crate::crypto::equal;
use crate::error::PageError;

/// Authenticates every page of `segment` against its root hash, and that the file holds these pages and no others.
/// `each` is called after every page. Memory is one page and its siblings a level; leaves are read in file order.
pub fn check_whole<P: Pages + ?Sized>(
    pages: &P,
    segment: &Segment,
    mut each: impl FnMut(),
) -> Result<(), PageError> {
    let unreadable = PageError::Unreadable;
    let root = segment.pages.checked_sub(1).ok_or(unreadable)?;
    let mut left = segment.pages;
    let mut next_leaf = 0u32;
    let mut ahead = vec![(segment.height, root, segment.id.root)];
    while let Some((level, index, hash)) = ahead.pop() {
        // A tree that lists a page twice would be walked for ever; the number of pages is signed.
        left = left.checked_sub(1).ok_or(unreadable)?;
        let mut page = pages.page(&segment.id, index)?;
        if level > 0 {
            // What is read further is what was hashed, whatever becomes of the file in between.
            page = Cow::Owned(page.into_owned());
        }
        let found = page_hash(segment.id.kind, segment.id.serial, level, index, &page);
        if page.len() != PAGE_SIZE || !equal(&found, &hash) {
            return Err(PageError::Altered);
        }
        each();
        let Some(below) = level.checked_sub(1) else {
            if index != next_leaf {
                return Err(unreadable);
            }
            next_leaf = next_leaf.checked_add(1).ok_or(unreadable)?;
            continue;
        };
        let of_page: Vec<_> = children(&page).ok_or(unreadable)?;
        if of_page.iter().any(|(child, _)| *child >= index) {
            return Err(unreadable);
        }
        ahead.extend(of_page.into_iter().rev().map(|(child, hash)| (below, child, hash)));
    }
    if left == 0 { Ok(()) } else { Err(unreadable) }
}
