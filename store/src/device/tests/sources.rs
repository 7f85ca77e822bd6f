//! The same bundle from a folder, from one file, and from a web server.

use rastau_core::error::ErrorCode;
use rastau_core::snapshot::container::write_head;

use super::*;
use crate::source::{SingleFile, Source, local};

/// The published folder as one file.
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
fn one_file_serves_as_well_as_a_folder() {
    let mut place = Place::new();
    for newest in [1, 2] {
        place.publisher.publish(newest);
        single_file(&place.path("public"), &place.path("one.rastau"));
        let source = local(&place.path("one.rastau")).unwrap();
        let updated = place.device.update(source.as_ref(), &update(), &mut |_, _| {}).unwrap();
        assert_eq!(updated.manifest, (1, newest));
        assert_eq!(place.pull().unwrap().change, Change::Nothing);
    }
    let whole = fs::read(place.path("one.rastau")).unwrap();
    for length in [0, 5, 11, 40, 4096, whole.len() - 1] {
        fs::write(place.path("one.rastau"), &whole[..length]).unwrap();
        assert!(matches!(SingleFile::open(&place.path("one.rastau")), Err(StoreError::NotABundle { .. })));
    }
}

/// A publisher puts a new bundle in place while it is read: the statements are then read once more.
#[test]
fn a_bundle_replaced_while_it_is_read() {
    struct Replaced<'p> {
        old: Folder,
        new: Folder,
        asked: std::cell::Cell<u32>,
        turns: &'p [bool],
    }
    impl Source for Replaced<'_> {
        fn open(&self, name: &str, most: u64) -> Result<Option<Box<dyn std::io::Read + '_>>, StoreError> {
            let mut old = false;
            if name == "manifest.cose" {
                let asked = self.asked.get() as usize;
                old = self.turns.get(asked).copied().unwrap_or(false);
                self.asked.set(self.asked.get() + 1);
            }
            if old { self.old.open(name, most) } else { self.new.open(name, most) }
        }
    }
    let mut place = Place::set_up();
    place.publisher.publish(2);
    let mut newer = Publisher::new(place.path("newer"));
    newer.publish(3);
    let source = |turns| Replaced {
        old: Folder::new(place.path("public")),
        new: Folder::new(place.path("newer")),
        asked: 0.into(),
        turns,
    };
    let result = place.device.update(&source(&[true, true]), &update(), &mut |_, _| {});
    assert!(matches!(result, Err(StoreError::Refused(OpenError::MixedUp(_)))), "a server that keeps at it");
    place.device.update(&source(&[true, false]), &update(), &mut |_, _| {}).unwrap();
    assert_eq!(version(&place.device), 3);
}

#[cfg(feature = "http")]
mod web {
    use std::io::{BufRead, BufReader, Write};
    use std::net::{TcpListener, TcpStream};

    use super::*;
    use crate::source::Web;

    /// What the server does with one request.
    type Answer = fn(&Path, &str, &mut TcpStream) -> std::io::Result<()>;

    fn whole(folder: &Path, name: &str, to: &mut TcpStream) -> std::io::Result<()> {
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

    /// A server for as long as the process lives; its address.
    fn serve(folder: PathBuf, answer: Answer) -> String {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let address = format!("http://{}", listener.local_addr().unwrap());
        std::thread::spawn(move || {
            for stream in listener.incoming() {
                let mut stream = stream.unwrap();
                let mut lines = BufReader::new(stream.try_clone().unwrap()).lines();
                let first = lines.next().unwrap().unwrap();
                while lines.next().is_some_and(|line| !line.unwrap().is_empty()) {}
                let name = first.split(' ').nth(1).unwrap().trim_start_matches("/register/").to_owned();
                let _ = answer(&folder, &name, &mut stream);
            }
        });
        address
    }

    #[test]
    fn a_web_server_serves_as_well_as_a_folder() {
        let mut place = Place::new();
        let address = serve(place.path("public"), whole);
        for newest in [1, 2] {
            place.publisher.roots.push(place.publisher.roots[0]);
            place.publisher.publish(newest);
            // With and without the slash at the end.
            let base = format!("{address}/register{}", if newest == 1 { "/" } else { "" });
            let updated = place.device.update(&Web::new(&base), &update(), &mut |_, _| {}).unwrap();
            assert_eq!((updated.manifest, updated.on_trust), ((1, newest), newest == 1));
            assert_eq!(place.pull().unwrap().change, Change::Nothing);
        }
        assert_eq!(place.device.look(time(NOW)).unwrap().snapshot.root().version, 3);
    }

    #[test]
    fn a_server_that_fails_changes_nothing() {
        let mut place = Place::set_up();
        place.publisher.publish(2);
        let before = files(&place.path("device"));
        let failing: [(&str, Answer); 4] = [
            ("an error", |_, _, to| {
                to.write_all(b"HTTP/1.1 500 No\r\ncontent-length: 0\r\nconnection: close\r\n\r\n")
            }),
            ("no HTTP", |_, _, to| to.write_all(b"220 mail\r\n")),
            ("breaks off in a segment", |folder, name, to| {
                if !name.starts_with("segments") {
                    return whole(folder, name, to);
                }
                to.write_all(b"HTTP/1.1 200 OK\r\ncontent-length: 16384\r\nconnection: close\r\n\r\n")?;
                to.write_all(&[0; 5000])
            }),
            ("endless", |folder, name, to| {
                if name != "fresh.cose" {
                    return whole(folder, name, to);
                }
                to.write_all(b"HTTP/1.1 200 OK\r\nconnection: close\r\n\r\n")?;
                loop {
                    to.write_all(&[0; 4096])?;
                }
            }),
        ];
        for (what, answer) in failing {
            let address = serve(place.path("public"), answer);
            let base = format!("{address}/register");
            let error = place.device.update(&Web::new(&base), &update(), &mut |_, _| {}).unwrap_err();
            let expected = if what == "endless" { ErrorCode::DiskTooLarge } else { ErrorCode::Source };
            assert_eq!(error.code(), expected, "{what}: {error}");
            assert_eq!(files(&place.path("device")), before, "{what}");
        }
        let nobody = TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap();
        let gone = place.device.update(&Web::new(&format!("http://{nobody}")), &update(), &mut |_, _| {});
        assert!(matches!(gone, Err(StoreError::Source { .. })), "{gone:?}");
    }
}
