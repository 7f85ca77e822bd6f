//! A published directory on a web server.

use std::time::Duration;

use rastau_core::snapshot::name::SEGMENTS;
use ureq::http::HeaderValue;
use ureq::{Agent, Error};

use super::{Body, Reply, Source};
use crate::error::{SourceError, StoreError};

/// The time limit for a connection, a response, and the next bytes.
const TIME_LIMIT: Duration = Duration::from_secs(30);
/// The minimum rate of a transfer in bytes per second. Without it a slow server could keep an update waiting for ever.
const MIN_RATE: u64 = 1024;

/// A published directory at a web address, `http` or `https`.
///
/// Its content is verified by signatures; TLS adds confidentiality and makes it harder to withhold updates. Certificates
/// are verified with Mozilla's roots, which are compiled in, so a kiosk needs no certificate store.
///
/// ```no_run
/// use rastau_core::calendar::Timestamp;
/// use rastau_store::source::Web;
/// use rastau_store::{Device, Update};
///
/// let now = Timestamp::parse("2026-11-23T10:00:00+05:00").unwrap(); // the device's clock
/// let update = Update::by_clock(now, None);
/// Device::at("device").update(&Web::new("https://example.org/register"), &update, &mut |_, _| {})?;
/// # Ok::<(), rastau_store::StoreError>(())
/// ```
pub struct Web {
    base: String,
    time_limit: Duration,
    agent: Agent,
}

impl Web {
    /// Returns the source at the address `base`, with or without a slash at the end. Proxies are read from the
    /// environment (`HTTPS_PROXY`, …). A response, and each of its next bytes, may take 30 seconds.
    #[must_use]
    pub fn new(base: &str) -> Self {
        Self::with_time_limit(base, TIME_LIMIT)
    }

    /// As [`Web::new`], with another time limit for a connection, a response, and the next bytes. A whole file may take that
    /// time, and a second more for each KiB that it can have.
    #[must_use]
    pub fn with_time_limit(base: &str, time_limit: Duration) -> Self {
        let limit = Some(time_limit);
        let config = Agent::config_builder()
            .timeout_resolve(limit)
            .timeout_connect(limit)
            .timeout_recv_response(limit)
            .timeout_per_read(limit)
            .max_redirects(4)
            .user_agent(concat!("rastau/", env!("CARGO_PKG_VERSION")))
            .build();
        Self { base: base.trim_end_matches('/').to_owned(), time_limit, agent: config.into() }
    }

    /// Returns whether a text is a web address.
    #[must_use]
    pub fn is_address(text: &str) -> bool {
        ["http://", "https://"].iter().any(|scheme| text.starts_with(scheme))
    }
}

impl Source for Web {
    fn open(&self, name: &str, from: u64, max: u64) -> Result<Reply<'_>, StoreError> {
        let address = format!("{}/{name}", self.base);
        let budget = self.time_limit + Duration::from_secs(max.saturating_sub(from) / MIN_RATE);
        let mut request = self.agent.get(&address);
        if name.starts_with(SEGMENTS) {
            // Positions count in the file as signed (RFC 9110, section 8.4).
            request = request.header("Accept-Encoding", "identity");
        } else {
            // The one file that is replaced in place, and a root that may have been added since (RFC 9111, section 5.2.1.4).
            request = request.header("Cache-Control", "no-cache");
        }
        if from > 0 {
            request = request.header("Range", format!("bytes={from}-"));
        }
        let failed = |source: SourceError| StoreError::Source { name: address.clone(), source };
        match request.config().timeout_recv_body(Some(budget)).build().call() {
            Ok(response) => {
                let at = match response.status().as_u16() {
                    200 => 0,
                    206 if is_range(response.headers().get("Content-Range"), from, max) => from,
                    status => return Err(failed(SourceError::WrongRange { status })),
                };
                if name.starts_with(SEGMENTS)
                    && response.headers().get("Content-Encoding").is_some_and(is_encoded)
                {
                    return Err(failed(SourceError::Encoded));
                }
                Ok(Reply::Body(Body { at, reader: Box::new(response.into_body().into_reader()) }))
            }
            Err(Error::StatusCode(status)) => Ok(Reply::Status(status)),
            Err(error) => Err(failed(SourceError::Transport(error.into()))),
        }
    }
}

fn is_encoded(encoding: &HeaderValue) -> bool {
    encoding.as_bytes() != b"identity"
}

/// Returns whether a header states the rest of a file of `length` bytes from `from` on (RFC 9110, section 14.4).
fn is_range(header: Option<&HeaderValue>, from: u64, length: u64) -> bool {
    let Some(range) = header.and_then(|header| header.to_str().ok()) else { return false };
    let Some((range, total)) = range.strip_prefix("bytes ").and_then(|range| range.split_once('/')) else {
        return false;
    };
    let Some((first, last)) = range.split_once('-') else { return false };
    let is = |text: &str, expected: u64| text.parse() == Ok(expected);
    is(first, from)
        && length.checked_sub(1).is_some_and(|end| is(last, end))
        && (total == "*" || is(total, length))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_range_that_was_asked_for_is_taken() {
        for (header, is_right) in [
            ("bytes 4096-12287/12288", true),
            ("bytes 4096-12287/*", true),
            ("bytes 0-12287/12288", false),
            ("bytes 4096-8191/12288", false),
            ("bytes 4096-12287/20000", false),
            ("bytes 8192-12287/12288", false),
            ("bytes */12288", false),
            ("pages 4096-12287/12288", false),
            ("", false),
        ] {
            let header = HeaderValue::from_static(header);
            assert_eq!(is_range(Some(&header), 4096, 12_288), is_right, "{header:?}");
        }
        assert!(!is_range(None, 4096, 12_288));
    }
}
