//! Updates from a local web server: which requests are sent, how many bytes are read, and broken or hostile servers.
#![cfg(feature = "http")]

use std::collections::BTreeSet;
use std::io::{self, BufRead, BufReader, Write};
use std::net::{TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant};

use rastau_core::calendar::Timestamp;
use rastau_core::error::ErrorCode;
use rastau_core::snapshot::container;
use rastau_messages::{Lang, error_text};
use rastau_store::source::{Source, Web, WebFile};
use rastau_store::{Change, Device, StoreError, Update, Updated};

const NOW: &str = "2026-11-23T10:00:00+05:00";

fn bundle(name: &str) -> PathBuf {
    Path::new("../tests/corpus/bundles").join(name)
}

/// A request.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Request {
    /// The name of the file in the published directory.
    name: String,
    /// The query of the address, without its question mark.
    query: String,
    /// The byte from which it is asked for.
    from: usize,
    /// The last byte that is asked for, if one is stated.
    last: Option<usize>,
    /// The value of `Accept-Encoding`.
    encoding: String,
}

/// What a server does with a request: writes the head and the body.
type Respond = dyn Fn(&Request, &mut Reply<'_>) -> io::Result<()> + Send + Sync;

/// The connection of a request, which counts the bytes of bodies.
struct Reply<'c> {
    stream: &'c mut TcpStream,
    body: u64,
}

impl Reply<'_> {
    fn head(&mut self, status: &str, headers: &str) -> io::Result<()> {
        write!(self.stream, "HTTP/1.1 {status}\r\nconnection: close\r\n{headers}\r\n")
    }

    fn body(&mut self, bytes: &[u8]) -> io::Result<()> {
        self.stream.write_all(bytes)?;
        self.body += bytes.len() as u64;
        Ok(())
    }

    fn whole(&mut self, bytes: &[u8]) -> io::Result<()> {
        self.head("200 OK", &format!("content-length: {}\r\n", bytes.len()))?;
        self.body(bytes)
    }

    fn status(&mut self, status: &str) -> io::Result<()> {
        self.head(status, "content-length: 0\r\n")
    }

    /// Answers as a file server does, including ranges.
    fn file(&mut self, bundle: &Path, request: &Request) -> io::Result<()> {
        let Ok(bytes) = std::fs::read(bundle.join(&request.name)) else {
            return self.status("404 Not Found");
        };
        if request.from == 0 && request.last.is_none() {
            return self.whole(&bytes);
        }
        let (from, length) = (request.from, bytes.len());
        let last = request.last.unwrap_or(length - 1);
        let range = format!("content-range: bytes {from}-{last}/{length}\r\n");
        self.head("206 Partial Content", &format!("{range}content-length: {}\r\n", last + 1 - from))?;
        self.body(&bytes[from..=last])
    }
}

/// A server that runs until the process ends.
struct Server {
    address: String,
    seen: Arc<Mutex<(Vec<Request>, u64)>>,
}

impl Server {
    fn start(respond: impl Fn(&Request, &mut Reply<'_>) -> io::Result<()> + Send + Sync + 'static) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let address = format!("http://{}/register", listener.local_addr().unwrap());
        let seen = Arc::new(Mutex::new((Vec::new(), 0)));
        let (shared, respond): (_, Arc<Respond>) = (Arc::clone(&seen), Arc::new(respond));
        std::thread::spawn(move || {
            for stream in listener.incoming() {
                let (mut stream, seen, respond) =
                    (stream.unwrap(), Arc::clone(&shared), Arc::clone(&respond));
                std::thread::spawn(move || {
                    let Some(request) = read_request(&stream) else { return };
                    seen.lock().unwrap().0.push(request.clone());
                    let mut reply = Reply { stream: &mut stream, body: 0 };
                    // A client that stops reading closes the connection.
                    let _ = respond(&request, &mut reply);
                    seen.lock().unwrap().1 += reply.body;
                });
            }
        });
        Self { address, seen }
    }

    /// A server of files.
    fn of(name: &str) -> Self {
        let folder = bundle(name);
        Self::start(move |request, reply| reply.file(&folder, request))
    }

    fn requests(&self) -> Vec<Request> {
        self.seen.lock().unwrap().0.clone()
    }

    fn names(&self) -> Vec<String> {
        self.requests().into_iter().map(|request| request.name).collect()
    }

    fn bytes(&self) -> u64 {
        self.seen.lock().unwrap().1
    }
}

fn read_request(stream: &TcpStream) -> Option<Request> {
    let mut lines = BufReader::new(stream.try_clone().ok()?).lines();
    let first = lines.next()?.ok()?;
    let path = first.split(' ').nth(1)?.strip_prefix("/register/")?;
    let (name, query) = path.split_once('?').unwrap_or((path, ""));
    let (name, query) = (name.to_owned(), query.to_owned());
    let mut request = Request { name, query, from: 0, last: None, encoding: String::new() };
    for line in lines {
        let line = line.ok()?.to_ascii_lowercase();
        if line.is_empty() {
            break;
        }
        if let Some(range) = line.strip_prefix("range: bytes=") {
            let (from, last) = range.split_once('-')?;
            (request.from, request.last) = (from.parse().ok()?, last.parse().ok());
        }
        if let Some(encoding) = line.strip_prefix("accept-encoding: ") {
            request.encoding = encoding.to_owned();
        }
    }
    Some(request)
}

/// A source with short pauses before retries.
fn web(server: &Server) -> Web {
    Web::with_time_limit(&server.address, Duration::from_secs(5))
}

/// A device with a bundle of the corpus in service.
struct Fixture {
    device: Device,
    folder: tempfile::TempDir,
}

impl Fixture {
    fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        Self { device: Device::at(folder.path().join("device")), folder }
    }

    fn with(name: &str) -> Self {
        let fixture = Self::new();
        assert_eq!(fixture.update(&Web::new(&Server::of(name).address)).unwrap().change, Change::First);
        fixture
    }

    fn update(&self, web: &dyn Source) -> Result<Updated, StoreError> {
        let root = std::fs::read(bundle("base/roots/1.cose")).unwrap();
        let update = Update::by_clock(Timestamp::parse(NOW).unwrap(), Some(&root));
        self.device.update(web, &update, &mut |_, _| {})
    }

    fn from(&self, server: &Server) -> Result<Updated, StoreError> {
        self.update(&web(server))
    }

    fn version(&self) -> (u64, u64) {
        let opened = self.device.open_read_only(Timestamp::parse(NOW).unwrap()).unwrap();
        assert!(opened.notices.is_empty(), "{:?}", opened.notices);
        (opened.snapshot.manifest().epoch, opened.snapshot.manifest().version)
    }

    /// An update that is refused with this number, in three languages, and leaves the bundle in service.
    fn refuses(&self, what: &str, server: &Server, code: ErrorCode) {
        self.refuses_from(what, &web(server), code);
    }

    fn refuses_from(&self, what: &str, web: &dyn Source, code: ErrorCode) {
        let before = self.version();
        let error = self.update(web).unwrap_err();
        assert_eq!(error.code(), code, "{what}: {error}");
        let texts: BTreeSet<String> = Lang::ALL.iter().map(|lang| error_text(&error, *lang)).collect();
        assert_eq!(texts.len(), Lang::ALL.len(), "{what}: {texts:?}");
        assert!(texts.iter().all(|text| text.len() > 20 && !text.contains('{')), "{what}: {texts:?}");
        assert_eq!(self.version(), before, "{what}");
    }

    /// A device with `base`, and the first 3000 bytes of a segment of `second`.
    fn with_part() -> (Self, String) {
        let fixture = Self::with("base");
        let breaks_off = Server::start(move |request, reply| {
            if !request.name.starts_with("segments/") {
                return reply.file(&bundle("second"), request);
            }
            let bytes = std::fs::read(bundle("second").join(&request.name))?;
            reply.head("200 OK", &format!("content-length: {}\r\n", bytes.len()))?;
            reply.body(&bytes[..3000])
        });
        fixture.refuses("a transfer that breaks off", &breaks_off, ErrorCode::Source);
        let name = breaks_off.names().pop().unwrap();
        let part = fixture.folder.path().join("device").join(&name);
        assert_eq!(std::fs::metadata(part).unwrap().len(), 3000);
        (fixture, name)
    }
}

#[test]
fn an_update_without_news_takes_two_requests_and_less_than_a_kilobyte() {
    let fixture = Fixture::with("base");
    let server = Server::of("base");
    assert_eq!(fixture.from(&server).unwrap().change, Change::Nothing);
    assert_eq!(server.names(), ["roots/2.cose", "fresh.cose"]);
    assert!(server.bytes() < 1000, "{} bytes", server.bytes());
    println!("a quiet day: {} bytes of bodies", server.bytes());
}

#[test]
fn stored_files_are_not_fetched() {
    let segments = |name: &str| {
        let entries = std::fs::read_dir(bundle(name).join("segments")).unwrap();
        entries.map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect::<BTreeSet<_>>()
    };
    let fixture = Fixture::with("base");
    let server = Server::of("grown");
    let updated = fixture.from(&server).unwrap();
    assert_eq!(updated.change, Change::Newer);
    let fetched: BTreeSet<String> =
        server.names().iter().filter_map(|name| Some(name.strip_prefix("segments/")?.to_owned())).collect();
    assert!(fetched.is_disjoint(&segments("base")), "{fetched:?}");
    assert!(fetched.len() < segments("grown").len() && !fetched.is_empty());
    let length = |name: &String| std::fs::metadata(bundle("grown/segments").join(name)).unwrap().len();
    assert_eq!(updated.fetched, fetched.iter().map(length).sum::<u64>());
    let names = server.names();
    assert_eq!(names.iter().collect::<BTreeSet<_>>().len(), names.len(), "no file twice: {names:?}");
    for request in server.requests().iter().filter(|request| request.name.starts_with("segments/")) {
        assert_eq!(request.encoding, "identity");
    }
}

/// Only the rest of a part is requested and sent.
#[test]
fn a_part_is_resumed() {
    let (fixture, name) = Fixture::with_part();
    let server = Server::of("second");
    assert_eq!(fixture.from(&server).unwrap().change, Change::Newer);
    let requests = server.requests();
    let resumed = requests.iter().find(|request| request.name == name).unwrap();
    assert_eq!(resumed.from, 3000);
    assert_eq!(requests.iter().filter(|request| request.name == name).count(), 1);
    // The manifest and the statement of centres are pending since the first try.
    assert!(!requests.iter().any(|request| request.name.starts_with("manifests/")), "{requests:?}");
    assert_eq!(fixture.version(), (1, 2));
}

#[test]
fn wrong_answers_of_servers_are_refused() {
    let second = |request: &Request, reply: &mut Reply<'_>| reply.file(&bundle("second"), request);
    let fixture = Fixture::with("base");
    let endless = Server::start(move |request, reply| {
        if request.name != "fresh.cose" {
            return second(request, reply);
        }
        reply.head("200 OK", "")?;
        loop {
            reply.body(&[0xd2; 4096])?;
        }
    });
    fixture.refuses("an endless statement", &endless, ErrorCode::DiskTooLarge);
    assert!(endless.bytes() < 8 << 20, "the client stops reading: {}", endless.bytes());
    let page = Server::start(|_, reply| reply.whole(b"<!doctype html><title>Sign in</title>"));
    fixture.refuses("a captive portal", &page, ErrorCode::SourceWebPage);
    assert_eq!(page.names(), ["roots/2.cose", "fresh.cose"]);
    let forbidden = Server::start(|_, reply| reply.status("403 Forbidden"));
    fixture.refuses("403 for everything", &forbidden, ErrorCode::SourceStatus);
    assert_eq!(forbidden.names(), ["roots/2.cose", "fresh.cose"]);
    let failing = Server::start(|_, reply| reply.status("503 Service Unavailable"));
    fixture.refuses("503", &failing, ErrorCode::SourceStatus);
    let empty = Server::start(|_, reply| reply.status("404 Not Found"));
    fixture.refuses("an empty server", &empty, ErrorCode::SourceNotThere);
    let mixed = Server::start(move |request, reply| {
        if !request.name.starts_with("manifests/") {
            return second(request, reply);
        }
        let mut manifests = std::fs::read_dir(bundle("base/manifests"))?;
        reply.whole(&std::fs::read(manifests.next().unwrap()?.path())?)
    });
    fixture.refuses("the manifest of another version", &mixed, ErrorCode::SourceOtherContent);
    let altered = Server::start(move |request, reply| {
        if !request.name.starts_with("segments/") {
            return second(request, reply);
        }
        let mut bytes = std::fs::read(bundle("second").join(&request.name))?;
        bytes[9] ^= 1;
        reply.whole(&bytes)
    });
    fixture.refuses("segments that nobody signed", &altered, ErrorCode::DiskSegment);
    assert_eq!(fixture.version(), (1, 1));

    let newer = Fixture::with("second");
    newer.refuses("an older bundle", &Server::of("base"), ErrorCode::BundleRollback);
}

/// Unusual answers that a client must accept.
#[test]
fn unusual_answers_are_accepted() {
    let fixture = Fixture::with("base");
    let odd = Server::start(|request, reply| {
        if request.name.starts_with("roots/") {
            return reply.whole(b"<!doctype html><title>The register</title>");
        }
        if !request.name.starts_with("segments/") {
            return reply.file(&bundle("second"), request);
        }
        // More than the segment, without an end.
        reply.head("200 OK", "")?;
        reply.body(&std::fs::read(bundle("second").join(&request.name))?)?;
        loop {
            reply.body(&[0; 4096])?;
        }
    });
    assert_eq!(fixture.from(&odd).unwrap().change, Change::Newer);
    assert_eq!(fixture.version(), (1, 2));
}

#[test]
fn only_the_requested_range_is_accepted() {
    type Answer = fn(&[u8], usize, &mut Reply<'_>) -> io::Result<()>;
    let wrong: [(&str, Answer); 5] = [
        ("another range", |bytes, from, reply| {
            let range = format!("content-range: bytes 4096-{}/{}\r\n", bytes.len() - 1, bytes.len());
            reply.head("206 Partial Content", &range)?;
            reply.body(&bytes[from..])
        }),
        ("a range of a file of another length", |bytes, from, reply| {
            let range = format!("content-range: bytes {from}-{}/{}\r\n", bytes.len() - 1, bytes.len() + 1);
            reply.head("206 Partial Content", &range)?;
            reply.body(&bytes[from..])
        }),
        ("no Content-Range", |bytes, from, reply| {
            reply.head("206 Partial Content", "")?;
            reply.body(&bytes[from..])
        }),
        ("gzip on a range", |bytes, from, reply| {
            let range = format!("content-range: bytes {from}-{}/{}\r\n", bytes.len() - 1, bytes.len());
            reply.head("206 Partial Content", &format!("content-encoding: gzip\r\n{range}"))?;
            reply.body(&bytes[from..])
        }),
        ("another success", |_, _, reply| reply.status("204 No Content")),
    ];
    let (fixture, name) = Fixture::with_part();
    for (what, answer) in wrong {
        let server = Server::start(move |request, reply| {
            if request.from == 0 {
                return reply.file(&bundle("second"), request);
            }
            let bytes = std::fs::read(bundle("second").join(&request.name))?;
            answer(&bytes, request.from, reply)
        });
        fixture.refuses(what, &server, ErrorCode::Source);
        let part = fixture.folder.path().join("device").join(&name);
        assert_eq!(std::fs::metadata(part).unwrap().len(), 3000, "{what}: the part is as it was");
    }
    // A server without ranges sends the whole file.
    let whole = Server::start(|request, reply| {
        reply.file(&bundle("second"), &Request { from: 0, ..request.clone() })
    });
    assert_eq!(fixture.from(&whole).unwrap().change, Change::Newer);
    assert_eq!(fixture.version(), (1, 2));
}

/// A server that sends little at a time, each byte within the limit for the next one.
#[test]
fn a_slow_transfer_is_aborted() {
    let fixture = Fixture::with("base");
    let slow = Server::start(|request, reply| {
        if !request.name.starts_with("segments/") {
            return reply.file(&bundle("second"), request);
        }
        let bytes = std::fs::read(bundle("second").join(&request.name))?;
        reply.head("200 OK", &format!("content-length: {}\r\n", bytes.len()))?;
        for byte in bytes {
            reply.body(&[byte])?;
            std::thread::sleep(Duration::from_millis(50));
        }
        Ok(())
    });
    let started = Instant::now();
    let limit = Duration::from_secs(1);
    fixture.refuses_from("slow", &Web::with_time_limit(&slow.address, limit), ErrorCode::Source);
    // One kilobyte a second, and the limit.
    assert!(started.elapsed() < Duration::from_secs(60), "{:?}", started.elapsed());

    let silent = Server::start(|_, _| {
        std::thread::sleep(Duration::from_secs(120));
        Ok(())
    });
    fixture.refuses_from("silent", &Web::with_time_limit(&silent.address, limit), ErrorCode::Source);
}

/// Fails the first request of each file in one of these ways.
#[test]
fn transient_failures_are_retried() {
    type Answer = fn(&mut Reply<'_>) -> io::Result<()>;
    let failures: [(&str, Answer); 6] = [
        ("busy", |reply| reply.head("503 Service Unavailable", "retry-after: 0\r\ncontent-length: 0\r\n")),
        ("a gateway", |reply| {
            reply.head("502 Bad Gateway", "content-length: 6\r\n")?;
            reply.body(b"<html>")
        }),
        ("too many requests", |reply| reply.status("429 Too Many Requests")),
        ("a time limit", |reply| reply.status("408 Request Timeout")),
        ("an error", |reply| reply.status("500 Internal Server Error")),
        ("a closed connection", |_| Ok(())),
    ];
    for (what, fail) in failures {
        let fixture = Fixture::with("base");
        let seen = Mutex::new(BTreeSet::new());
        let server = Server::start(move |request, reply| {
            if seen.lock().unwrap().insert(request.name.clone()) {
                return fail(reply);
            }
            reply.file(&bundle("second"), request)
        });
        assert_eq!(fixture.from(&server).map(|updated| updated.change).ok(), Some(Change::Newer), "{what}");
        assert_eq!(fixture.version(), (1, 2), "{what}");
        let names = server.names();
        assert_eq!(names.len(), names.iter().collect::<BTreeSet<_>>().len() * 2, "{what}: {names:?}");
    }
    // Retries are limited, and final answers are not retried.
    for (status, requests) in [("503 Service Unavailable", 4), ("401 Unauthorized", 1)] {
        let fixture = Fixture::with("base");
        let server = Server::start(move |_, reply| reply.status(status));
        fixture.refuses(status, &server, ErrorCode::SourceStatus);
        assert_eq!(server.requests().len(), requests, "{status}");
    }
}

/// The server's `Retry-After` is honoured up to the time limit.
#[test]
fn retry_after_is_honoured() {
    for (seconds, at_least, at_most) in [("1", 1.0, 30.0), ("86400", 2.0, 60.0)] {
        let fixture = Fixture::with("base");
        let seen = Mutex::new(false);
        let server = Server::start(move |request, reply| {
            if !std::mem::replace(&mut *seen.lock().unwrap(), true) {
                let headers = format!("retry-after: {seconds}\r\ncontent-length: 0\r\n");
                return reply.head("503 Service Unavailable", &headers);
            }
            reply.file(&bundle("base"), request)
        });
        let started = Instant::now();
        let web = Web::with_time_limit(&server.address, Duration::from_secs(2));
        assert_eq!(fixture.update(&web).unwrap().change, Change::Nothing);
        let took = started.elapsed().as_secs_f64();
        assert!((at_least..at_most).contains(&took), "{seconds}: {took}");
    }
}

/// The rest of a segment is requested again as long as each transfer makes progress.
#[test]
fn an_interrupted_transfer_is_continued() {
    let fixture = Fixture::with("base");
    let server = Server::start(|request, reply| {
        if !request.name.starts_with("segments/") {
            return reply.file(&bundle("second"), request);
        }
        let bytes = std::fs::read(bundle("second").join(&request.name))?;
        let (from, length) = (request.from, bytes.len());
        let end = (length / 3 + 1 + from).min(length);
        let range = format!("content-range: bytes {from}-{}/{length}\r\n", length - 1);
        let status = if from == 0 { "200 OK" } else { "206 Partial Content" };
        let range = if from == 0 { String::new() } else { range };
        reply.head(status, &format!("{range}content-length: {}\r\n", length - from))?;
        reply.body(&bytes[from..end])
    });
    assert_eq!(fixture.from(&server).unwrap().change, Change::Newer);
    assert_eq!(fixture.version(), (1, 2));
    let parts: BTreeSet<usize> = server.requests().iter().map(|request| request.from).collect();
    assert!(parts.len() > 2, "{parts:?}");
}

#[test]
fn a_compressed_response_is_an_error_that_names_the_encoding() {
    let fixture = Fixture::with("base");
    for encoding in ["gzip", "deflate"] {
        let server = Server::start(move |request, reply| {
            if request.name.starts_with("roots/") {
                return reply.status("404 Not Found");
            }
            reply.head("200 OK", &format!("content-encoding: {encoding}\r\n"))?;
            reply.body(b"\x1f\x8b\x08")
        });
        fixture.refuses(encoding, &server, ErrorCode::Source);
        let error = fixture.from(&server).unwrap_err().to_string();
        assert!(error.contains(&format!("Content-Encoding: {encoding}")), "{error}");
        assert_eq!(server.names()[1], "fresh.cose");
    }
}

#[test]
fn addresses_may_have_queries_and_capitals() {
    let fixture = Fixture::with("base");
    let server = Server::of("second");
    let address = server.address.replacen("http", "HTTP", 1);
    assert!(Web::is_address(&address) && Web::is_address("Https://x") && !Web::is_address("httpd/x"));
    assert!(!Web::is_address("http:/") && !Web::is_address("ж"));
    let address = format!("{address}/?token=a/b#top");
    assert!(!WebFile::is_address(&address));
    assert_eq!(fixture.update(&Web::new(&address)).unwrap().change, Change::Newer);
    assert!(server.requests().iter().all(|request| request.query == "token=a/b"), "{:?}", server.requests());
}

/// A single-file bundle is read in parts, and also from a server without ranges.
#[test]
fn updates_from_a_single_file_on_a_server() {
    let respond = |has_ranges: bool| {
        move |request: &Request, reply: &mut Reply<'_>| {
            let whole = Request { from: 0, last: None, ..request.clone() };
            reply.file(Path::new("../tests/corpus/bundles"), if has_ranges { request } else { &whole })
        }
    };
    let mut sent = Vec::new();
    for has_ranges in [true, false] {
        let server = Server::start(respond(has_ranges));
        let address = format!("{}/base.rastau?x=1", server.address);
        assert!(WebFile::is_address(&address.replace("rastau?", "Rastau?")));
        let fixture = Fixture::new();
        assert_eq!(fixture.update(&WebFile::open(&address).unwrap()).unwrap().change, Change::First);
        assert_eq!(fixture.version(), (1, 1));
        sent.push(server.bytes());
        let again = fixture.update(&WebFile::open(&address).unwrap()).unwrap();
        assert_eq!((again.change, again.fetched), (Change::Nothing, 0), "{has_ranges}");
        let newer = Fixture::with("second");
        newer.refuses_from("older", &WebFile::open(&address).unwrap(), ErrorCode::BundleRollback);
    }
    assert!(sent[0] * 2 < sent[1], "{sent:?}");
    // The index is not signed: no more bytes are requested than a file can have.
    let (head, parts) = container::write_head(&[("fresh.cose".to_owned(), 1 << 50)]);
    let claims = Server::start(move |_, reply| {
        reply.head("200 OK", "")?;
        reply.body(&head)
    });
    let file = WebFile::open(&format!("{}/claims.rastau", claims.address)).unwrap();
    let _ = file.open("fresh.cose", 0, 1000);
    let (from, last) = (claims.requests()[1].from as u64, claims.requests()[1].last.unwrap() as u64);
    assert_eq!((from, last - from), (parts[0].offset, 1000));

    let server = Server::start(|request, reply| match &*request.name {
        "packed.rastau" => {
            reply.head("200 OK", "content-encoding: gzip\r\n")?;
            reply.body(b"\x1f\x8b\x08")
        }
        "broken.rastau" => {
            reply.head("200 OK", "content-length: 100000\r\n")?;
            reply.body(&std::fs::read(bundle("base.rastau"))?[..100])
        }
        "page.rastau" => reply.whole(b"<!doctype html><title>Sign in</title>"),
        "cut.rastau" => reply.whole(&std::fs::read(bundle("base.rastau"))?[..100]),
        _ => reply.status("404 Not Found"),
    });
    for (name, code) in [
        ("page", ErrorCode::DiskNotABundle),
        ("cut", ErrorCode::DiskNotABundle),
        ("packed", ErrorCode::Source),
        ("broken", ErrorCode::Source),
        ("other", ErrorCode::Source),
    ] {
        let error = WebFile::open(&format!("{}/{name}.rastau?token=secret", server.address)).err().unwrap();
        assert_eq!(error.code(), code, "{name}: {error}");
        assert!(!error.to_string().contains("secret") && error.to_string().contains(name), "{error}");
    }
}
