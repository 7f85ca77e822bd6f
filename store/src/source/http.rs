//! A published directory or a single-file bundle on a web server.

use std::collections::hash_map::RandomState;
use std::hash::BuildHasher;
use std::io::{self, ErrorKind, Read};
use std::thread::sleep;
use std::time::Duration;

use rastau_core::snapshot::container::{HEAD, Part, index_length, read_index};
use rastau_core::snapshot::name::SEGMENTS;
use ureq::http::{HeaderMap, HeaderValue, Response};
use ureq::{Agent, Error};

use super::{Body, Reply, Source};
use crate::error::{SourceError, StoreError};

/// The time limit for a connection, a response, and the next bytes.
const TIME_LIMIT: Duration = Duration::from_secs(30);
/// The minimum rate of a transfer in bytes per second. Without it a slow server could stall an update forever.
const MIN_RATE: u64 = 1024;
/// The maximum number of bytes before a part that are added to the time limit, for servers without ranges.
const MAX_SKIPPED: u64 = 64 << 20;
/// How often a request is retried after a transient failure of the server or the connection.
const MAX_RETRIES: u32 = 3;
/// The first pause before a retry is this fraction of the time limit: half a second. Each further pause is twice as
/// long.
const PAUSE_PART: u32 = 60;

/// A published directory at a web address, `http` or `https`.
///
/// Its content is verified by signatures; TLS adds confidentiality and makes it harder to withhold updates. Certificates
/// are verified with Mozilla's roots, which are compiled in, so a kiosk needs no certificate store.
///
/// Transient failures are retried up to three times after growing, random pauses: a status of 408, 429 or 5xx (RFC
/// 9110, section 15), a connection that is refused or closed. `Retry-After` is honoured up to the time limit.
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
    /// The address up to the name of a file, without a slash at its end.
    base: String,
    /// The query of each address, with its question mark; empty if there is none.
    query: String,
    client: Client,
}

impl Web {
    /// Returns the source at the address `base`, with or without a slash at the end. A query (`?token=…`) is sent with each
    /// request, after the file's name. Proxies are read from the environment (`HTTPS_PROXY`, …). A response, and each of its
    /// next bytes, may take 30 seconds.
    #[must_use]
    pub fn new(base: &str) -> Self {
        Self::with_time_limit(base, TIME_LIMIT)
    }

    /// As [`Web::new`], with another time limit for a connection, a response, and the next bytes. A whole file may take that
    /// time, and a second more for each KiB that it can have.
    #[must_use]
    pub fn with_time_limit(base: &str, time_limit: Duration) -> Self {
        let (base, query) = split_query(base);
        Self {
            base: base.trim_end_matches('/').to_owned(),
            query: query.to_owned(),
            client: Client::new(time_limit),
        }
    }

    /// Returns whether a text is a web address. The scheme may be in capitals (RFC 3986, section 3.1).
    #[must_use]
    pub fn is_address(text: &str) -> bool {
        let is =
            |scheme: &str| text.get(..scheme.len()).is_some_and(|start| start.eq_ignore_ascii_case(scheme));
        is("http://") || is("https://")
    }
}

impl Source for Web {
    fn open(&self, name: &str, from: u64, max: u64) -> Result<Reply<'_>, StoreError> {
        let address = format!("{}/{name}{}", self.base, self.query);
        // Segments are immutable. A root may have been added since, and one file is replaced in place.
        let request =
            Request { from, range: (from > 0).then_some((max, max)), ..Request::new(&address, max) };
        self.client.get(&Request { past_caches: !name.starts_with(SEGMENTS), ..request })
    }
}

/// A single-file bundle at a web address. If the server supports ranges, only the needed parts are fetched.
pub struct WebFile {
    address: String,
    size: u64,
    parts: Vec<Part>,
    client: Client,
}

impl WebFile {
    /// Returns whether an address is that of a single-file bundle: its path ends with `.rastau`.
    #[must_use]
    pub fn is_address(text: &str) -> bool {
        let (path, _) = split_query(text);
        let end = path.len().checked_sub(".rastau".len()).and_then(|at| path.get(at..));
        Web::is_address(text) && end.is_some_and(|end| end.eq_ignore_ascii_case(".rastau"))
    }

    /// Opens the file at `address` and reads its index. Proxies, time limits and retries are as for [`Web`].
    ///
    /// # Errors
    /// [`StoreError::Source`] where it cannot be read, [`StoreError::NotABundle`] for a file of another kind or a truncated
    /// one.
    pub fn open(address: &str) -> Result<Self, StoreError> {
        let client = Client::new(TIME_LIMIT);
        let (path, query) = split_query(address);
        let address = format!("{path}{query}");
        let response = client.send(&Request { past_caches: true, ..Request::new(&address, 0) })?;
        let status = response.status().as_u16();
        if status != 200 {
            return Err(failed(&address, SourceError::Status { status }));
        }
        refuse_encoding(&address, response.headers())?;
        let size = number(response.headers(), "Content-Length").unwrap_or(u64::MAX);
        let mut file = response.into_body().into_reader();
        let not_a_bundle = || StoreError::NotABundle { path: name_of(&address).into() };
        let mut read = |bytes: &mut [u8], end: usize| match file.read_exact(bytes) {
            Err(_) if size < end as u64 => Err(not_a_bundle()),
            result => result.map_err(|error| failed(&address, error.into())),
        };
        let mut head = [0; HEAD];
        read(&mut head, HEAD)?;
        let mut index = vec![0; index_length(&head).ok_or_else(not_a_bundle)?];
        let end = HEAD + index.len();
        read(&mut index, end)?;
        let parts = read_index(&index, size).map_err(|_| not_a_bundle())?;
        Ok(Self { address, size, parts, client })
    }
}

impl Source for WebFile {
    fn open(&self, name: &str, from: u64, max: u64) -> Result<Reply<'_>, StoreError> {
        let Some(part) = self.parts.iter().find(|part| part.name == name) else {
            return Ok(Reply::NOT_THERE);
        };
        let from = from.min(part.length);
        // The index is not signed, so its lengths must not set the limit of a transfer.
        let length = part.length.min(max.saturating_add(1)).max(from);
        let (start, end) = (part.offset.saturating_add(from), part.offset.saturating_add(length));
        if start == end {
            return Ok(Reply::Body(Body { at: from, reader: Box::new(io::empty()) }));
        }
        // A server without ranges must send the bytes before the part too.
        let max = end.saturating_add(start.min(MAX_SKIPPED));
        let request =
            Request { from: start, range: Some((end, self.size)), ..Request::new(&self.address, max) };
        let Body { at, mut reader } = match self.client.get(&request)? {
            Reply::Status(status) => return Ok(Reply::Status(status)),
            Reply::Body(body) => body,
        };
        // A server without ranges sends the whole file.
        let skipped = start.saturating_sub(at);
        io::copy(&mut reader.by_ref().take(skipped), &mut io::sink())
            .map_err(|error| failed(&self.address, error.into()))?;
        Ok(Reply::Body(Body { at: from, reader: Box::new(reader.take(end - start)) }))
    }
}

/// One request.
#[derive(Clone, Copy)]
struct Request<'a> {
    address: &'a str,
    /// The byte from which the file is asked for.
    from: u64,
    /// The end of the requested bytes, and the length of the whole file, both in bytes. `None` asks for the whole file.
    range: Option<(u64, u64)>,
    /// The number of bytes that may be read, for the time limit.
    max: u64,
    /// Whether caches must revalidate with the server (RFC 9111, section 5.2.1.4).
    past_caches: bool,
}

impl<'a> Request<'a> {
    /// A request for a whole file of at most `max` bytes.
    const fn new(address: &'a str, max: u64) -> Self {
        Self { address, from: 0, range: None, max, past_caches: false }
    }
}

/// The HTTP client.
struct Client {
    time_limit: Duration,
    agent: Agent,
}

impl Client {
    fn new(time_limit: Duration) -> Self {
        let limit = Some(time_limit);
        let config = Agent::config_builder()
            .timeout_resolve(limit)
            .timeout_connect(limit)
            .timeout_recv_response(limit)
            .timeout_per_read(limit)
            .max_redirects(4)
            .http_status_as_error(false)
            .user_agent(concat!("rastau/", env!("CARGO_PKG_VERSION")))
            .build();
        Self { time_limit, agent: config.into() }
    }

    /// Returns the requested file or part, or the status received instead.
    fn get(&self, request: &Request<'_>) -> Result<Reply<'_>, StoreError> {
        let response = self.send(request)?;
        let is_range = |headers: &HeaderMap| {
            let (end, length) = request.range.unwrap_or((request.max, request.max));
            is_range(headers.get("Content-Range"), request.from, end, length)
        };
        let at = match response.status().as_u16() {
            200 => 0,
            206 if is_range(response.headers()) => request.from,
            status if (200..300).contains(&status) => {
                return Err(failed(request.address, SourceError::WrongRange { status }));
            }
            status => return Ok(Reply::Status(status)),
        };
        refuse_encoding(request.address, response.headers())?;
        Ok(Reply::Body(Body { at, reader: Box::new(response.into_body().into_reader()) }))
    }

    /// Sends a request, and retries it after transient failures.
    fn send(&self, request: &Request<'_>) -> Result<Response<ureq::Body>, StoreError> {
        let mut tries = 0;
        loop {
            let result = self.send_once(request);
            match self.pause(&result, tries).filter(|_| tries < MAX_RETRIES) {
                Some(pause) => sleep(pause),
                None => {
                    return result
                        .map_err(|error| failed(request.address, SourceError::Transport(error.into())));
                }
            }
            tries += 1;
        }
    }

    fn send_once(&self, request: &Request<'_>) -> Result<Response<ureq::Body>, Error> {
        let budget =
            self.time_limit + Duration::from_secs(request.max.saturating_sub(request.from) / MIN_RATE);
        let mut get = self.agent.get(request.address).header("Accept-Encoding", "identity");
        if request.past_caches {
            get = get.header("Cache-Control", "no-cache");
        }
        if let Some((end, length)) = request.range {
            // The last byte is stated only if the file continues after it.
            let last = if end == length { String::new() } else { end.saturating_sub(1).to_string() };
            get = get.header("Range", format!("bytes={}-{last}", request.from));
        }
        get.config().timeout_recv_body(Some(budget)).build().call()
    }

    /// Returns how long to wait before a retry after this result; `None` if the result is final.
    fn pause(&self, result: &Result<Response<ureq::Body>, Error>, tries: u32) -> Option<Duration> {
        let growing = (self.time_limit / PAUSE_PART) * (1 << tries.min(8));
        let asked = match result {
            Ok(response) if is_momentary(response.status().as_u16()) => {
                number(response.headers(), "Retry-After").unwrap_or(0)
            }
            Err(error) if momentary_error(error) => 0,
            _ => return None,
        };
        // Kiosks that failed at the same time must not retry at the same time.
        let random = u32::from(RandomState::new().hash_one(tries) as u8);
        let pause = growing.max(Duration::from_secs(asked).min(self.time_limit));
        Some(pause + growing * random / 256)
    }
}

/// Returns whether a status means a transient failure of the server (RFC 9110, sections 15.5.9 and 15.6; RFC 6585,
/// section 4).
const fn is_momentary(status: u16) -> bool {
    matches!(status, 408 | 429 | 500..=599)
}

/// Returns whether a connection error is transient. Reaching a time limit is not: a retry would take as long again.
fn momentary_error(error: &Error) -> bool {
    match error {
        // Invalid data and invalid input are wrong certificates and responses, which a retry does not correct.
        Error::Io(error) => {
            !matches!(error.kind(), ErrorKind::TimedOut | ErrorKind::InvalidData | ErrorKind::InvalidInput)
        }
        Error::ConnectionFailed => true,
        _ => false,
    }
}

fn failed(address: &str, source: SourceError) -> StoreError {
    StoreError::Source { name: name_of(address).to_owned(), source }
}

/// Returns an address for messages: without its query, which may contain a secret.
fn name_of(address: &str) -> &str {
    split_query(address).0
}

/// Refuses a file in a content encoding: positions and hashes count in the file as signed (RFC 9110, section 8.4).
fn refuse_encoding(address: &str, headers: &HeaderMap) -> Result<(), StoreError> {
    let Some(encoding) = headers.get("Content-Encoding").filter(|found| is_encoded(found)) else {
        return Ok(());
    };
    let encoding = encoding.to_str().unwrap_or_default().chars().take(32).collect();
    Err(failed(address, SourceError::Encoded { encoding }))
}

/// Splits an address into what precedes its query, and the query with its question mark. A fragment is left out.
fn split_query(address: &str) -> (&str, &str) {
    let address = address.split_once('#').map_or(address, |(before, _)| before);
    address.split_at(address.find('?').unwrap_or(address.len()))
}

/// Returns the number in a header.
fn number(headers: &HeaderMap, name: &str) -> Option<u64> {
    headers.get(name)?.to_str().ok()?.trim().parse().ok()
}

fn is_encoded(encoding: &HeaderValue) -> bool {
    encoding.as_bytes() != b"identity"
}

/// Returns whether a header states the bytes from `from` to `end` of a file of `length` bytes (RFC 9110, section 14.4).
fn is_range(header: Option<&HeaderValue>, from: u64, end: u64, length: u64) -> bool {
    let Some(range) = header.and_then(|header| header.to_str().ok()) else { return false };
    let Some((range, total)) = range.strip_prefix("bytes ").and_then(|range| range.split_once('/')) else {
        return false;
    };
    let Some((first, last)) = range.split_once('-') else { return false };
    let is = |text: &str, expected: u64| text.parse() == Ok(expected);
    is(first, from)
        && end.checked_sub(1).is_some_and(|end| is(last, end))
        && (total == "*" || length == u64::MAX || is(total, length))
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
            assert_eq!(is_range(Some(&header), 4096, 12_288, 12_288), is_right, "{header:?}");
        }
        assert!(!is_range(None, 4096, 12_288, 12_288));
    }
}
