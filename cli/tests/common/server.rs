//! A web server on this machine, of the files in a directory. It counts what it sends.

use std::io::{BufRead, BufReader, Write};
use std::net::{TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex};

/// A server that runs until the process ends.
pub(crate) struct FileServer {
    /// The address of the directory.
    pub(crate) address: String,
    sent: Arc<Mutex<Vec<(String, u64)>>>,
}

impl FileServer {
    /// Serves the files in `directory`.
    pub(crate) fn of(directory: &Path) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let address = format!("http://{}", listener.local_addr().unwrap());
        let sent = Arc::new(Mutex::new(Vec::new()));
        let (directory, shared) = (directory.to_path_buf(), Arc::clone(&sent));
        std::thread::spawn(move || {
            for stream in listener.incoming() {
                let (directory, sent) = (directory.clone(), Arc::clone(&shared));
                std::thread::spawn(move || answer(&stream.unwrap(), &directory, &sent));
            }
        });
        Self { address, sent }
    }

    /// Returns the paths that were asked for, each with the bytes of the body that was sent, since the last call.
    pub(crate) fn take(&self) -> Vec<(String, u64)> {
        std::mem::take(&mut *self.sent.lock().unwrap())
    }
}

/// Answers the requests of one connection. The bytes are counted before the last one is sent, so that a client that has them all
/// finds them counted.
fn answer(stream: &TcpStream, directory: &Path, sent: &Mutex<Vec<(String, u64)>>) {
    let mut lines = BufReader::new(stream).lines();
    while let Some(Ok(first)) = lines.next() {
        while lines.next().is_some_and(|line| line.is_ok_and(|line| !line.is_empty())) {}
        let path = first.split(' ').nth(1).unwrap_or_default().to_owned();
        let file: PathBuf = directory.join(path.trim_start_matches('/'));
        let (status, body) = match std::fs::read(file) {
            Ok(bytes) => ("200 OK", bytes),
            Err(_) => ("404 Not Found", Vec::new()),
        };
        sent.lock().unwrap().push((path, body.len() as u64));
        let head = format!("HTTP/1.1 {status}\r\ncontent-length: {}\r\n\r\n", body.len());
        let mut stream = stream;
        if stream.write_all(head.as_bytes()).and_then(|()| stream.write_all(&body)).is_err() {
            return;
        }
    }
}
