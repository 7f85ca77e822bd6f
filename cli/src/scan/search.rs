//! The whole search: passes over the pages of a file. Each run of a decoder may end early.

use std::collections::BTreeSet;
use std::time::{Duration, Instant};

use super::{Event, Kind, MAX_PAGES, Request, ScanError, Unread};
use crate::decode_error::DecodeError;

/// Maximum time of a page, if others are left to read.
const PAGE_TIME: Duration = Duration::from_secs(8);
/// The time reserved between the end of a run's search and the end of the whole search.
const MARGIN: Duration = Duration::from_secs(3);
/// Maximum pages of the passes after the first, which are slower and find little.
const MAX_LATER_PAGES: u32 = 12;
/// Passes over the pages of a PDF: see `document`.
pub(super) const PDF_PASSES: usize = 3;
/// Passes over the pages of a TIFF: quick, then thorough.
pub(super) const TIFF_PASSES: usize = 2;

/// How a run of a decoder ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Stopped {
    /// With a complete report.
    Complete,
    /// Early.
    Early(DecodeError),
}

/// Decodes: in a child process, or in this one for tests.
pub trait Runner {
    /// Runs a request. Before each event, `limit` returns the time at which to end the run.
    ///
    /// # Errors
    /// The decoder cannot be started.
    fn run(
        &mut self,
        request: &Request,
        limit: &mut dyn FnMut() -> Instant,
        report: &mut dyn FnMut(Event),
    ) -> Result<Stopped, DecodeError>;
}

/// Called for each page that is begun, with the number of pages.
pub type Progress<'a> = &'a mut dyn FnMut(u32, u32);

/// The codes on a file.
#[derive(Debug, PartialEq, Eq)]
pub struct Found {
    /// Their texts in reading order, page by page, each once; at least one.
    pub texts: Vec<String>,
    /// The pages that were not read.
    pub unread: Unread,
}

/// What is known about the pages.
#[derive(Default)]
struct Pages {
    total: u32,
    /// The page that was begun and not reported since.
    current: Option<u32>,
    read: BTreeSet<u32>,
    failed: BTreeSet<u32>,
    texts: Vec<String>,
    /// The first reason why a page was not read.
    failure: Option<ScanError>,
    refused: Option<ScanError>,
}

impl Pages {
    fn receive(&mut self, event: Event, progress: Progress<'_>) {
        match event {
            Event::Pages(total) => self.total = total,
            Event::Page(page) => {
                self.current = Some(page);
                progress(page, self.total);
            }
            Event::Codes(texts) => {
                self.read.extend(self.current.take());
                for text in texts {
                    if !self.texts.contains(&text) {
                        self.texts.push(text);
                    }
                }
            }
            Event::Failed(error) => drop(self.fail(error)),
            Event::Refused(error) => self.refused = Some(error),
            Event::End => {}
        }
    }

    /// The page that was begun is not read. Returns its number.
    fn fail(&mut self, error: ScanError) -> Option<u32> {
        let page = self.current.take()?;
        self.failed.insert(page);
        self.failure.get_or_insert(error);
        Some(page)
    }

    fn unread(&self) -> Unread {
        Unread {
            pages: (1..=self.total).filter(|page| !self.read.contains(page)).collect(),
            total: self.total,
        }
    }

    /// Returns what was found.
    fn result(self, kind: Kind) -> Result<Found, ScanError> {
        let unread = self.unread();
        if !self.texts.is_empty() {
            Ok(Found { texts: self.texts, unread })
        } else if self.read.is_empty() {
            // Without another reason, the time was up.
            Err(self.refused.or(self.failure).unwrap_or(ScanError::Decode(DecodeError::Time)))
        } else {
            Err(ScanError::NoCode { kind, unread })
        }
    }
}

/// Returns the last page of a pass, and the number of passes.
pub(super) fn plan(kind: Kind, pass: usize) -> (u32, usize) {
    let passes = match kind {
        Kind::Pdf => PDF_PASSES,
        Kind::Tiff => TIFF_PASSES,
        _ => 1,
    };
    (if pass == 0 { MAX_PAGES } else { MAX_LATER_PAGES }, passes)
}

/// Searches a file until `due`.
///
/// A later pass is made only if the earlier ones found no code on any page. If a run ends early, its page counts as not
/// read, and another run continues with the next page.
///
/// # Errors
/// [`ScanError`]: nothing of the file can be read, or what was read has no code.
pub fn search(
    kind: Kind,
    password: &str,
    due: Instant,
    runner: &mut impl Runner,
    progress: Progress<'_>,
) -> Result<Found, ScanError> {
    let mut pages = Pages::default();
    let (_, passes) = plan(kind, 0);
    for pass in 0..passes {
        let (last, _) = plan(kind, pass);
        let mut from = 1;
        loop {
            let left = due.saturating_duration_since(Instant::now()).saturating_sub(MARGIN);
            if left.is_zero() {
                break;
            }
            let request = Request {
                pass,
                from,
                skip: pages.failed.iter().copied().collect(),
                password: password.into(),
                seconds: left.as_secs().max(1),
            };
            let state = std::cell::RefCell::new(&mut pages);
            let mut limit = || {
                let pages = state.borrow();
                let is_last = pages.current.is_none_or(|page| page >= pages.total.min(last));
                if is_last { due } else { due.min(Instant::now() + PAGE_TIME) }
            };
            let stopped =
                runner.run(&request, &mut limit, &mut |event| state.borrow_mut().receive(event, progress))?;
            let Stopped::Early(error) = stopped else { break };
            // A file that cannot be opened has no page that was begun.
            let Some(page) = pages.fail(error.into()) else { return Err(error.into()) };
            from = page + 1;
            if from > pages.total.min(last) {
                break;
            }
        }
        if !pages.texts.is_empty() || pages.refused.is_some() {
            break;
        }
    }
    pages.result(kind)
}
