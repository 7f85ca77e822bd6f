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
use crate::crypto::{Hash, equal};
use crate::error::PageError;

/// The first page of a segment that is not the signed one, in the order in which a check reads.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct SegmentFault {
    /// The index of the page. For a tree that lists pages wrongly it is the page that lists them.
    pub page: u32,
    /// What is wrong with it.
    pub error: PageError,
}

/// Authenticates every page of `segment` against its root hash, and checks that the tree contains each page of the file
/// exactly once. Calls `each` after every page.
///
/// Memory is one page and its siblings for each level. Leaves are read in file order.
///
/// # Errors
/// [`SegmentFault`] with [`PageError::Missing`] if a page cannot be read, [`PageError::Altered`] if it is not the signed one,
/// [`PageError::Unreadable`] if the signed pages are not a tree of all pages.
pub fn check_segment<P: Pages + ?Sized>(
    pages: &P,
    segment: &Segment,
    mut each: impl FnMut(),
) -> Result<(), SegmentFault> {
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
) -> Result<(), SegmentFault> {
    let mut walk = Walk::new(pages, segment)?;
    while let Some(page) = walk.next_page()? {
        each(page.level, &page.bytes);
    }
    Ok(())
}

/// A page of a segment, which is authentic.
pub struct AuthenticPage<'p> {
    /// Its level in the tree; leaves have level 0.
    pub level: u8,
    /// Its content.
    pub bytes: Cow<'p, [u8]>,
}

/// The walk of [`walk_segment`], one page at a time: several segments can be read side by side.
///
/// The whole segment is authentic only when [`Walk::next_page`] has returned `None`.
pub struct Walk<'a, P: ?Sized> {
    pages: &'a P,
    segment: &'a Segment,
    /// The pages that may still come. The signed number of pages bounds the walk, even if the tree lists a page more than once.
    left: u32,
    next_leaf: u32,
    pending: Vec<Place>,
}

impl<'a, P: Pages + ?Sized> Walk<'a, P> {
    /// Begins at the root page of `segment`.
    ///
    /// # Errors
    /// [`SegmentFault`] for a segment without pages.
    pub fn new(pages: &'a P, segment: &'a Segment) -> Result<Self, SegmentFault> {
        let root = Place { level: segment.height, index: last_page(segment)?, hash: segment.id.root };
        Ok(Self { pages, segment, left: segment.pages, next_leaf: 0, pending: vec![root] })
    }

    /// Returns the next page; `None` after the last one. Leaves come in the order of their keys.
    ///
    /// # Errors
    /// As [`check_segment`].
    pub fn next_page(&mut self) -> Result<Option<AuthenticPage<'a>>, SegmentFault> {
        let Some(place) = self.pending.pop() else {
            let unreadable = SegmentFault { page: last_page(self.segment)?, error: PageError::Unreadable };
            return if self.left == 0 { Ok(None) } else { Err(unreadable) };
        };
        let unreadable = SegmentFault { page: place.index, error: PageError::Unreadable };
        self.left = self.left.checked_sub(1).ok_or(unreadable)?;
        let page = authentic(self.pages, self.segment, &place)?;
        if place.level == 0 {
            if place.index != self.next_leaf {
                return Err(unreadable);
            }
            self.next_leaf = self.next_leaf.checked_add(1).ok_or(unreadable)?;
        } else {
            self.pending.extend(place.children(&page)?.into_iter().rev());
        }
        Ok(Some(AuthenticPage { level: place.level, bytes: page }))
    }
}

/// Authenticates a part of a segment: one path from the root to the last index page of it, and all leaves below that.
/// `choose` gets the number of children of an index page and returns the index of the one to follow; an index out of
/// range selects the last one. Calls `each` after every page.
///
/// A device that checks a part at each update finds damage in blocks that no look-up has read for months.
///
/// # Errors
/// As [`check_segment`].
pub fn check_part<P: Pages + ?Sized>(
    pages: &P,
    segment: &Segment,
    mut choose: impl FnMut(usize) -> usize,
    mut each: impl FnMut(),
) -> Result<(), SegmentFault> {
    let mut place = Place { level: segment.height, index: last_page(segment)?, hash: segment.id.root };
    loop {
        let page = authentic(pages, segment, &place)?;
        each();
        if place.level == 0 {
            return Ok(());
        }
        let children = place.children(&page)?;
        if place.level == 1 {
            return children.iter().try_for_each(|leaf| authentic(pages, segment, leaf).map(|_| each()));
        }
        let chosen = choose(children.len()).min(children.len().saturating_sub(1));
        let unreadable = SegmentFault { page: place.index, error: PageError::Unreadable };
        place = children.into_iter().nth(chosen).ok_or(unreadable)?;
    }
}

/// A page's place in the tree, and its hash.
struct Place {
    level: u8,
    index: u32,
    hash: Hash,
}

impl Place {
    /// Returns the places of the children that an index page lists.
    fn children(&self, page: &[u8]) -> Result<Vec<Self>, SegmentFault> {
        let unreadable = SegmentFault { page: self.index, error: PageError::Unreadable };
        let level = self.level.checked_sub(1).ok_or(unreadable)?;
        let children: Vec<_> = children(page).ok_or(unreadable)?;
        if children.iter().any(|(child, _)| *child >= self.index) {
            return Err(unreadable);
        }
        Ok(children.into_iter().map(|(index, hash)| Self { level, index, hash }).collect())
    }
}

fn last_page(segment: &Segment) -> Result<u32, SegmentFault> {
    segment.pages.checked_sub(1).ok_or(SegmentFault { page: 0, error: PageError::Unreadable })
}

/// Reads a page and compares it with its hash.
fn authentic<'p, P: Pages + ?Sized>(
    pages: &'p P,
    segment: &Segment,
    place: &Place,
) -> Result<Cow<'p, [u8]>, SegmentFault> {
    let fault = |error| SegmentFault { page: place.index, error };
    let mut page = pages.page(&segment.id, place.index).map_err(fault)?;
    if place.level > 0 {
        // The page is copied, so its children are read from the bytes that were hashed.
        page = Cow::Owned(page.into_owned());
    }
    let found = page_hash(segment.id.kind, segment.id.serial, place.level, place.index, &page);
    if page.len() != PAGE_SIZE || !equal(&found, &place.hash) {
        return Err(fault(PageError::Altered));
    }
    Ok(page)
}
