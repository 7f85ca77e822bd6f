//! Updates from a directory, from a single file, and from a web server.

use rastau_core::snapshot::container::write_head;

use super::*;
use crate::source::{SingleFile, Source, local};

/// Writes the published directory as a single-file bundle.
fn single_file(folder: &Path, out: &Path) {
    let found = files(folder);
    let name = |path: &Path| path.to_string_lossy().replace('\\', "/");
    let named: Vec<_> = found.iter().map(|(path, bytes)| (name(path), bytes.len() as u64)).collect();
    let (mut bytes, parts) = write_head(&named);
    for (part, (_, content)) in parts.iter().zip(&found) {
        bytes.resize(usize::try_from(part.offset).unwrap(), 0);
        bytes.extend(content);
    }
    fs::write(out, bytes).unwrap();
}

#[test]
fn updates_from_a_single_file() {
    let mut fixture = Fixture::new();
    for newest in [1, 2] {
        fixture.publisher.publish(newest);
        single_file(&fixture.path("public"), &fixture.path("one.rastau"));
        let source = local(&fixture.path("one.rastau")).unwrap();
        let updated = fixture.device.update(source.as_ref(), &update(), &mut |_, _| {}).unwrap();
        assert_eq!(updated.manifest, (1, newest));
        assert_eq!(fixture.pull().unwrap().change, Change::Nothing);
    }
    let whole = fs::read(fixture.path("one.rastau")).unwrap();
    for length in [0, 5, 11, 40, 4096, whole.len() - 1] {
        fs::write(fixture.path("one.rastau"), &whole[..length]).unwrap();
        assert!(matches!(SingleFile::open(&fixture.path("one.rastau")), Err(StoreError::NotABundle { .. })));
    }
}

/// If a publisher replaces the bundle while it is read, the statements are read once more.
#[test]
fn rereads_a_bundle_that_is_replaced_meanwhile() {
    struct Replacing<'p> {
        old: Folder,
        new: Folder,
        requests: std::cell::Cell<u32>,
        /// Whether each request for the manifest gets the old one.
        old_manifest: &'p [bool],
    }
    impl Source for Replacing<'_> {
        fn open(&self, name: &str, from: u64, max: u64) -> Result<crate::source::Reply<'_>, StoreError> {
            let mut old = false;
            if name == "fresh.cose" {
                let request = self.requests.get() as usize;
                old = self.old_manifest.get(request).copied().unwrap_or(false);
                self.requests.set(self.requests.get() + 1);
            }
            if old { self.old.open(name, from, max) } else { self.new.open(name, from, max) }
        }
    }
    let mut fixture = Fixture::set_up();
    fixture.publisher.publish(2);
    let mut newer = Publisher::new(fixture.path("newer"));
    newer.publish(3);
    let source = |old_manifest| Replacing {
        old: Folder::new(fixture.path("public")),
        new: Folder::new(fixture.path("newer")),
        requests: 0.into(),
        old_manifest,
    };
    let result = fixture.device.update(&source(&[true, true]), &update(), &mut |_, _| {});
    assert!(matches!(result, Err(StoreError::NotThere { .. })), "a server that mixes bundles every time");
    fixture.device.update(&source(&[true, false]), &update(), &mut |_, _| {}).unwrap();
    assert_eq!(version(&fixture.device), 3);
}

#[cfg(feature = "http")]
mod web {
    use rastau_core::error::ErrorCode;

    use std::io::{BufRead, BufReader, Write};
    use std::net::{TcpListener, TcpStream};

    use super::*;
    use crate::source::Web;

    /// The server's response to a request.
    type Response = fn(&Path, &str, &mut TcpStream) -> std::io::Result<()>;

    fn serve_file(folder: &Path, name: &str, to: &mut TcpStream) -> std::io::Result<()> {
        match fs::read(folder.join(name)) {
            Ok(bytes) => {
                write!(
                    to,
                    "HTTP/1.1 200 OK\r\ncontent-length: {}\r\nconnection: close\r\n\r\n",
                    bytes.len()
                )?;
                to.write_all(&bytes)
            }
            Err(_) => {
                to.write_all(b"HTTP/1.1 404 Not Found\r\ncontent-length: 0\r\nconnection: close\r\n\r\n")
            }
        }
    }

    /// Starts a server that runs until the process ends; returns its address.
    fn serve(folder: PathBuf, respond: Response) -> String {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let address = format!("http://{}", listener.local_addr().unwrap());
        std::thread::spawn(move || {
            for stream in listener.incoming() {
                let mut stream = stream.unwrap();
                let mut lines = BufReader::new(stream.try_clone().unwrap()).lines();
                let first = lines.next().unwrap().unwrap();
                while lines.next().is_some_and(|line| !line.unwrap().is_empty()) {}
                let name = first.split(' ').nth(1).unwrap().trim_start_matches("/register/").to_owned();
                let _ = respond(&folder, &name, &mut stream);
            }
        });
        address
    }

    #[test]
    fn updates_from_a_web_server() {
        let mut fixture = Fixture::new();
        let address = serve(fixture.path("public"), serve_file);
        for newest in [1, 2] {
            fixture.publisher.roots.push(fixture.publisher.roots[0]);
            fixture.publisher.publish(newest);
            // With and without a slash at the end.
            let base = format!("{address}/register{}", if newest == 1 { "/" } else { "" });
            let updated = fixture.device.update(&Web::new(&base), &update(), &mut |_, _| {}).unwrap();
            assert_eq!((updated.manifest, updated.on_trust), ((1, newest), newest == 1));
            assert_eq!(fixture.pull().unwrap().change, Change::Nothing);
        }
        assert_eq!(fixture.device.open_read_only(time(NOW)).unwrap().snapshot.root().version, 3);
    }

    #[test]
    fn a_failing_server_changes_nothing() {
        let mut fixture = Fixture::set_up();
        fixture.publisher.publish(2);
        let mut before = files(&fixture.path("device"));
        let failing: [(&str, Response); 4] = [
            ("an error", |_, _, to| {
                to.write_all(b"HTTP/1.1 500 No\r\ncontent-length: 0\r\nconnection: close\r\n\r\n")
            }),
            ("not HTTP", |_, _, to| to.write_all(b"220 mail\r\n")),
            ("a truncated segment", |folder, name, to| {
                if !name.starts_with("segments") {
                    return serve_file(folder, name, to);
                }
                to.write_all(b"HTTP/1.1 200 OK\r\ncontent-length: 16384\r\nconnection: close\r\n\r\n")?;
                to.write_all(&[0; 5000])
            }),
            ("an endless statement", |folder, name, to| {
                if name != "fresh.cose" {
                    return serve_file(folder, name, to);
                }
                to.write_all(b"HTTP/1.1 200 OK\r\nconnection: close\r\n\r\n")?;
                loop {
                    to.write_all(&[0; 4096])?;
                }
            }),
        ];
        for (name, respond) in failing {
            let address = serve(fixture.path("public"), respond);
            let base = format!("{address}/register");
            let error = fixture.device.update(&Web::new(&base), &update(), &mut |_, _| {}).unwrap_err();
            let expected = match name {
                "an error" => ErrorCode::SourceStatus,
                "an endless statement" => ErrorCode::DiskTooLarge,
                _ => ErrorCode::Source,
            };
            assert_eq!(error.code(), expected, "{name}: {error}");
            // The received part of a segment is stored for the next update; nothing else changes.
            let found = files(&fixture.path("device"));
            assert!(before.iter().all(|file| found.contains(file)), "{name}");
            let is_part = |path: &Path| path.starts_with("pending") || path.starts_with("segments");
            let new = found.iter().filter(|file| !before.contains(file)).count();
            let parts = found.iter().filter(|file| !before.contains(file) && is_part(&file.0)).count();
            assert_eq!((new, new == 0), (parts, name != "a truncated segment"), "{name}");
            before = found;
        }
        let unused = TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap();
        let unreachable =
            fixture.device.update(&Web::new(&format!("http://{unused}")), &update(), &mut |_, _| {});
        assert!(matches!(unreachable, Err(StoreError::Source { .. })), "{unreachable:?}");
    }
}
