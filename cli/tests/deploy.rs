//! The example deployment of `docs/deploy`: its units are valid, and their commands run ten simulated days, in the order of their
//! timers.
#![cfg(target_os = "linux")]
#![allow(missing_docs)]

mod common;

use std::collections::BTreeMap;
use std::io::{Read, Write};
use std::net::{TcpListener, TcpStream};
use std::os::unix::fs::PermissionsExt;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Output, Stdio};
use std::time::{Duration, SystemTime, UNIX_EPOCH};

use common::server::FileServer;
use common::{PROGRAM, stderr, stdout};
use rastau_core::calendar::Timestamp;
use rastau_registry::Register;
use serde_json::{Value, json};

const HOUR: u64 = 3_600;
const DAY: u64 = 24 * HOUR;
/// Kazakhstan's time.
const ALMATY: u64 = 5 * HOUR;

fn deployment() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../docs/deploy")
}

fn read(path: &Path) -> String {
    std::fs::read_to_string(path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

fn unit(name: &str) -> String {
    let folder = if name.contains("pull") { "kiosk" } else { "register" };
    read(&deployment().join(folder).join(name))
}

const UNITS: [&str; 6] = ["check", "build", "refresh", "status", "backup", "pull"];

/// Splits a command line as systemd does: words, single quotes, doubled signs.
fn words(line: &str) -> Vec<String> {
    let mut words = Vec::new();
    let mut word = String::new();
    let (mut is_quoted, mut is_word) = (false, false);
    let mut letters = line.chars().peekable();
    while let Some(letter) = letters.next() {
        match letter {
            '\'' => (is_quoted, is_word) = (!is_quoted, true),
            ' ' if !is_quoted => {
                if is_word {
                    words.push(std::mem::take(&mut word));
                }
                is_word = false;
            }
            '%' | '$' if letters.next_if_eq(&letter).is_some() => word.push(letter),
            letter => {
                word.push(letter);
                is_word = true;
            }
        }
    }
    assert!(!is_quoted, "{line}");
    if is_word {
        words.push(word);
    }
    words
}

/// Returns the values of a key of a unit, in order.
fn values<'u>(unit: &'u str, key: &str) -> Vec<&'u str> {
    unit.lines().filter_map(|line| line.strip_prefix(key)?.strip_prefix('=')).collect()
}

/// Returns the seconds after midnight at which a timer elapses every day; none for one that elapses more often than the events of
/// this test.
fn times(timer: &str) -> Vec<u64> {
    let calendar = values(timer, "OnCalendar");
    let Some(rest) = calendar[0].strip_prefix("*-*-* ") else { return Vec::new() };
    let (hours, minutes) = rest.strip_suffix(" Asia/Almaty").unwrap().split_once(':').unwrap();
    let minutes: u64 = minutes.parse().unwrap();
    hours.split(',').map(|hour| hour.parse::<u64>().unwrap() * HOUR + minutes * 60).collect()
}

/// The server of the register and a device, below one directory.
struct Host {
    directory: tempfile::TempDir,
    now: Timestamp,
    web: Web,
}

/// The web server: nginx with the file of the deployment, or a plain one where nginx is not installed.
enum Web {
    Nginx { child: Child, address: String },
    Plain(FileServer),
}

impl Web {
    fn start(root: &Path) -> Self {
        let nginx = ["/usr/sbin/nginx", "/usr/bin/nginx", "/usr/local/sbin/nginx"];
        let Some(nginx) = nginx.into_iter().find(|path| Path::new(path).exists()) else {
            eprintln!("nginx is not installed; its configuration is not tested");
            return Self::Plain(FileServer::of(&root.join("srv/rastau")));
        };
        let port = TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap().port();
        let server: String = read(&deployment().join("register/nginx.conf"))
            .lines()
            .filter(|line| !line.contains("ssl_certificate") && !line.contains("[::]"))
            .map(|line| line.replace("listen 443 ssl", &format!("listen 127.0.0.1:{port}")) + "\n")
            .collect();
        let server = server.replace("/srv/rastau", &root.join("srv/rastau").to_string_lossy());
        let here = root.join("nginx");
        std::fs::create_dir(&here).unwrap();
        let temporary: String = ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"]
            .map(|name| format!("{name}_temp_path {}/{name};\n", here.display()))
            .concat();
        let path = here.display();
        let main = format!(
            "daemon off;\nmaster_process off;\npid {path}/pid;\nerror_log {path}/error.log;\nevents {{}}\nhttp {{\naccess_log {path}/access.log;\n{temporary}{server}}}\n"
        );
        std::fs::write(here.join("nginx.conf"), main).unwrap();
        let mut command = Command::new(nginx);
        command
            .arg("-p")
            .arg(&here)
            .arg("-e")
            .arg(here.join("error.log"))
            .arg("-c")
            .arg(here.join("nginx.conf"));
        let child = command.stdout(Stdio::null()).stderr(Stdio::null()).spawn().unwrap();
        let mut web = Self::Nginx { child, address: format!("http://127.0.0.1:{port}") };
        for _ in 0..500 {
            if TcpStream::connect(("127.0.0.1", port)).is_ok() {
                return web;
            }
            std::thread::sleep(Duration::from_millis(20));
        }
        web.stop();
        panic!("{}", read(&here.join("error.log")));
    }

    fn address(&self) -> &str {
        match self {
            Self::Nginx { address, .. } => address,
            Self::Plain(server) => &server.address,
        }
    }

    /// Returns the head of the answer to a request.
    fn head(&self, path: &str) -> String {
        let mut stream = TcpStream::connect(self.address().strip_prefix("http://").unwrap()).unwrap();
        write!(stream, "GET {path} HTTP/1.0\r\nHost: register.example\r\n\r\n").unwrap();
        let mut answer = Vec::new();
        stream.read_to_end(&mut answer).unwrap();
        let answer = String::from_utf8_lossy(&answer);
        answer.split("\r\n\r\n").next().unwrap().to_lowercase()
    }

    fn stop(&mut self) {
        if let Self::Nginx { child, .. } = self {
            let _ = child.kill();
            let _ = child.wait();
        }
    }
}

impl Drop for Web {
    fn drop(&mut self) {
        self.stop();
    }
}

fn script(path: &Path, text: &str) {
    std::fs::write(path, format!("#!/bin/sh\n{text}\n")).unwrap();
    std::fs::set_permissions(path, std::fs::Permissions::from_mode(0o755)).unwrap();
}

impl Host {
    /// Sets the machine up as the page says, with the register and the keys of a demo, at midnight some days ago.
    fn new(days_ago: u64) -> Self {
        let directory = tempfile::tempdir().unwrap();
        let root = directory.path();
        let clock = SystemTime::now().duration_since(UNIX_EPOCH).unwrap().as_secs();
        let today = (clock + ALMATY) / DAY * DAY - ALMATY;
        let now = Timestamp(today - days_ago * DAY);
        for name in [
            "bin",
            "srv/rastau",
            "etc/rastau",
            "var/lib/rastau/drafts",
            "var/lib/prometheus/node-exporter",
            "var/backups",
        ] {
            std::fs::create_dir_all(root.join(name)).unwrap();
        }
        // The simulated time for the commands that read the clock.
        script(
            &root.join("bin/date"),
            "if [ \"$2\" = -d ]; then exec /bin/date -u -d \"@$((SIMULATED + 365 * 86400))\" \"$4\"; fi\nexec /bin/date -u -d \"@$SIMULATED\" \"$2\"",
        );
        script(
            &root.join("bin/rastau"),
            &format!(
                "case \"$1 $2\" in 'snapshot refresh' | 'snapshot status' | 'snapshot sign' | 'pull '* | 'verify '*)\n\
                 exec {PROGRAM} \"$@\" --now \"$NOW\" ;; esac\nexec {PROGRAM} \"$@\""
            ),
        );
        common::succeed(
            root,
            &["demo", "demo", "--documents", "120", "--seed", "deploy", "--now", &now.to_string()],
        );
        for (from, to) in [
            ("register.sqlite", "var/lib/rastau/register.sqlite"),
            ("bundle/roots/1.cose", "etc/rastau/root.cose"),
            ("keys/fresh.key", "etc/rastau/fresh.key"),
        ] {
            std::fs::copy(root.join("demo").join(from), root.join(to)).unwrap();
        }
        std::fs::rename(root.join("demo/bundle"), root.join("srv/rastau/bundle")).unwrap();
        let web = Web::start(root);
        Self { directory, now, web }
    }

    fn root(&self) -> &Path {
        self.directory.path()
    }

    fn path(&self, absolute: &str) -> PathBuf {
        self.root().join(absolute.trim_start_matches('/'))
    }

    /// Returns a word of a command with the paths of this host.
    fn here(&self, word: &str) -> String {
        let mut word = word.replace("${CREDENTIALS_DIRECTORY}", "/etc/rastau");
        for directory in
            ["/srv/rastau", "/var/lib/rastau", "/var/lib/prometheus", "/var/backups", "/etc/rastau"]
        {
            word = word.replace(directory, &self.path(directory).to_string_lossy());
        }
        let program = self.path("bin/rastau");
        word.replace("/usr/bin/rastau", &program.to_string_lossy())
            .replace("https://register.example", self.web.address())
    }

    fn run(&self, words: &[String]) -> Output {
        let words: Vec<String> = words.iter().map(|word| self.here(word)).collect();
        let mut command = Command::new(&words[0]);
        command.args(&words[1..]).current_dir(self.root());
        let path = format!("{}:/usr/bin:/bin", self.path("bin").display());
        command.env("PATH", path).env("SIMULATED", self.now.0.to_string()).env("NOW", self.now.to_string());
        command.output().unwrap()
    }

    /// Runs the commands of a unit as systemd does, to the first that fails. Returns the exit code of that one, or of the last.
    fn start(&self, name: &str) -> i32 {
        let unit = unit(&format!("rastau-{name}.service"));
        let mut code = 0;
        for line in values(&unit, "ExecStart").into_iter().chain(values(&unit, "ExecStartPost")) {
            let output = self.run(&words(line));
            code = output.status.code().unwrap();
            eprintln!("{} {name}: {code} {}{}", self.now, stdout(&output), stderr(&output));
            if code != 0 {
                break;
            }
        }
        code
    }

    fn rastau(&self, arguments: &[&str]) -> Output {
        let words: Vec<String> =
            [&["/usr/bin/rastau"], arguments].concat().into_iter().map(String::from).collect();
        self.run(&words)
    }

    fn succeed(&self, arguments: &[&str]) -> String {
        let output = self.rastau(arguments);
        assert!(output.status.success(), "{}: {arguments:?}: {}", self.now, stderr(&output));
        stdout(&output)
    }

    /// Runs the commands with which the page signs and publishes a draft, with the keys of the demo.
    fn sign_and_publish(&self) {
        let draft = self.newest("/var/lib/rastau/drafts");
        let page = read(&deployment().join("README.md"));
        let lines: Vec<&str> = page.lines().filter(|line| line.starts_with("rastau snapshot ")).collect();
        assert_eq!(lines.len(), 4);
        for line in lines {
            let line = line.replace("DRAFT", &draft).replace("rastau snapshot", "/usr/bin/rastau snapshot");
            let line =
                line.replace(" chamber-1", " demo/keys/chamber-1").replace(" keeper-", " demo/keys/keeper-");
            let output = self.run(&words(&line));
            assert!(output.status.success(), "{}: {line}: {}", self.now, stderr(&output));
        }
    }

    /// Returns the last of the entries of a directory, which are named by their times.
    fn newest(&self, directory: &str) -> String {
        let entries = std::fs::read_dir(self.path(directory)).unwrap();
        let name = entries.map(|entry| entry.unwrap().file_name()).max().unwrap();
        format!("{directory}/{}", name.to_str().unwrap())
    }

    /// Returns a verdict of the device.
    fn verdict(&self, document: &str) -> Value {
        let output = self.rastau(&["verify", "--bundle", "/var/lib/rastau-device", "--json", document]);
        serde_json::from_slice(&output.stdout).unwrap_or_else(|_| panic!("{}", stderr(&output)))
    }

    fn version(&self, bundle: &str) -> u64 {
        let inspected = self.succeed(&["snapshot", "inspect", bundle, "--json"]);
        serde_json::from_str::<Value>(&inspected).unwrap()["version"].as_u64().unwrap()
    }

    /// Returns a gauge of the monitoring file.
    fn gauge(&self, name: &str) -> u64 {
        let text = read(&self.path("/var/lib/prometheus/node-exporter/rastau.prom"));
        let line = text.lines().find_map(|line| line.strip_prefix(name)?.strip_prefix(' '));
        line.unwrap_or_else(|| panic!("no {name} in {text}")).parse().unwrap()
    }

    fn is_confirmed(&self) -> bool {
        self.gauge("rastau_end_timestamp_seconds{what=\"next_update\"}") >= self.now.0
    }

    fn register(&self) -> Register {
        Register::open(&self.path("/var/lib/rastau/register.sqlite")).unwrap()
    }

    fn execute(&self, sql: &str) {
        self.register().connection().execute_batch(sql).unwrap();
    }
}

/// What happens in a day, in the order of the timers. People sign at nine and work at eleven.
fn events() -> Vec<(u64, &'static str)> {
    let mut events = vec![(9 * HOUR, "publish"), (11 * HOUR, "work")];
    for name in UNITS {
        let timer = unit(&format!("rastau-{name}.timer"));
        events.extend(times(&timer).into_iter().map(|time| (time, name)));
    }
    events.sort_unstable();
    events
}

#[test]
fn ten_days_of_the_example_deployment() {
    const BROKEN: u64 = 4;
    const POWERLESS: u64 = 7;
    const RESTORED: u64 = 9;
    let mut host = Host::new(12);
    let begin = host.now;
    let events = events();
    assert_eq!(
        events.iter().map(|(_, name)| *name).collect::<Vec<_>>(),
        ["backup", "check", "build", "refresh", "publish", "work", "backup", "refresh"]
    );
    let stated =
        host.succeed(&["verify", "--bundle", "/srv/rastau/bundle", "--json", "demo/documents/valid.txt"]);
    let stated = serde_json::from_str::<Value>(&stated).unwrap()["document"].clone();
    assert_eq!((host.start("refresh"), host.start("status"), host.start("pull")), (0, 0, 0));
    let mut valid: Vec<String> = Vec::new();
    let mut cancelled: Vec<String> = Vec::new();
    let mut published = host.version("/srv/rastau/bundle");
    for day in 1..=10 {
        if day == BROKEN {
            host.now = Timestamp(begin.0 + (day - 1) * DAY);
            host.execute("INSERT INTO cancellations VALUES ('nobody', '2026-01-01', 'other-law', NULL)");
        }
        for (time, event) in &events {
            host.now = Timestamp(begin.0 + (day - 1) * DAY + time);
            let is_broken = day == BROKEN;
            match *event {
                _ if day == POWERLESS => continue,
                "check" => assert_eq!(host.start("check"), i32::from(is_broken), "day {day}"),
                "build" => assert_eq!(host.start("build"), if is_broken { 65 } else { 0 }, "day {day}"),
                "publish" if is_broken => {
                    // The operator reads what the check says, and mends the row.
                    let found =
                        stdout(&host.rastau(&["register", "check", "/var/lib/rastau/register.sqlite"]));
                    assert!(found.contains("cancellations nobody cancels a document"), "{found}");
                    host.execute("DELETE FROM cancellations WHERE number = 'nobody'");
                }
                "publish" => {
                    host.sign_and_publish();
                    published += 1;
                }
                "work" => {
                    let number = format!("DAY-{day}");
                    let request = json!({
                        "number": number, "holder": "PASSPORT-1", "names": ["Сынақбаева Үлгіжан"],
                        "profession": "7212-1", "edition": "2017", "qualification": "7212-1-3", "level": "3",
                        "centre": stated["centre"]["code"], "accreditation": stated["accreditation"],
                        "basis": { "kind": "standard", "id": "PS-7212-1" },
                        "exam_on": stated["exam_on"], "issued_on": stated["issued_on"]
                    });
                    std::fs::write(host.root().join("request.json"), request.to_string()).unwrap();
                    let register = ["--register", "/var/lib/rastau/register.sqlite"];
                    let issue =
                        ["issue", "--key", "demo/keys/centre-a.key", "--out", "issued", "request.json"];
                    host.succeed(&[&issue[..], &register].concat());
                    // Every third document is cancelled on the next day.
                    if day % 3 == 2 {
                        let number = valid.pop().unwrap();
                        let words = ["register", "cancel", &number, "--ground", "court-decision", "--on"];
                        let day = host.now.date().to_string();
                        let words =
                            [&words[..], &[&day, "--reason", "decision", "--by", "operator"]].concat();
                        host.succeed(&[&words[..], &register].concat());
                        cancelled.push(number);
                    }
                    valid.push(number);
                }
                "backup" => {
                    assert_eq!(host.start("backup"), 0, "day {day}");
                    if day == RESTORED && *time > 12 * HOUR {
                        restore(&host);
                    }
                }
                "refresh" => assert_eq!(host.start("refresh"), 0, "day {day}"),
                other => panic!("{other}"),
            }
            // After a day without power the monitoring says so, and devices answer from what they have.
            let was_off = day == POWERLESS + 1 && *time < 6 * HOUR;
            let state = host.start("status");
            assert_eq!((state, host.is_confirmed()), (i32::from(was_off), !was_off), "day {day} {event}");
            assert_eq!(host.gauge("rastau_version"), published);
            assert_eq!(host.start("pull"), 0, "day {day}");
            assert_eq!(host.version("/var/lib/rastau-device"), published);
            let verdict = host.verdict("demo/documents/valid.txt");
            let grade = if was_off { "late" } else { "current" };
            assert_eq!(
                (&verdict["outcome"], &verdict["freshness"]),
                (&json!("valid"), &json!(grade)),
                "day {day}"
            );
        }
    }
    // The documents of the last day are published on the next morning.
    assert_eq!((published, valid.pop().as_deref()), (9, Some("DAY-10")));
    assert_eq!((valid.len(), cancelled.len()), (5, 3));
    for (numbers, outcome) in [(&valid, "valid"), (&cancelled, "invalid")] {
        for number in numbers.iter() {
            let verdict = host.verdict(&format!("issued/{number}.txt"));
            assert_eq!(verdict["outcome"], outcome, "{number}: {verdict}");
        }
    }
    let backups = std::fs::read_dir(host.path("/var/backups/rastau")).unwrap().count();
    assert_eq!(backups, 18);
    served(&host);
}

/// The disk of the register is lost, and made again from the newest backup.
fn restore(host: &Host) {
    let before = host.register().count_documents().unwrap();
    for ending in ["", "-wal", "-shm"] {
        let _ = std::fs::remove_file(host.path(&format!("/var/lib/rastau/register.sqlite{ending}")));
    }
    let newest = host.newest("/var/backups/rastau");
    host.succeed(&["register", "import", &newest, "--into", "/var/lib/rastau/register.sqlite"]);
    assert_eq!(host.register().count_documents().unwrap(), before);
}

/// The web server says what may be cached, and a missing file is not found.
fn served(host: &Host) {
    if !matches!(host.web, Web::Nginx { .. }) {
        return;
    }
    let segment =
        std::fs::read_dir(host.path("/srv/rastau/bundle/segments")).unwrap().next().unwrap().unwrap();
    let segment = format!("/bundle/segments/{}", segment.file_name().to_str().unwrap());
    std::fs::write(host.path("/srv/rastau/bundle/fresh.cose.part"), "half").unwrap();
    std::fs::write(host.path("/srv/rastau/secret"), "file beside the bundle").unwrap();
    for (path, status, cache) in [
        ("/bundle/fresh.cose", 200, Some("no-cache")),
        ("/bundle/roots/1.cose", 200, Some("no-cache")),
        ("/bundle/roots/2.cose", 404, Some("no-cache")),
        (&segment, 200, Some("immutable")),
        ("/bundle/fresh.cose.part", 404, None),
        ("/secret", 404, None),
        ("/", 404, None),
    ] {
        let head = host.web.head(path);
        assert!(head.starts_with(&format!("http/1.1 {status} ")), "{path}: {head}");
        let cached = head.lines().find_map(|line| line.strip_prefix("cache-control: "));
        assert_eq!(cached.is_some(), cache.is_some(), "{path}: {head}");
        assert!(cache.is_none_or(|cache| cached.unwrap().ends_with(cache)), "{path}: {head}");
        assert!(status != 200 || head.contains("content-type: application/octet-stream"), "{path}: {head}");
    }
}

/// systemd reads the units as they are meant, in a root directory that has the programs they start.
#[test]
fn the_units_are_valid() {
    let directory = tempfile::tempdir().unwrap();
    let root = directory.path();
    let system = Path::new("/usr/lib/systemd/system");
    let is_installed = Command::new("systemd-analyze").arg("--version").output().is_ok();
    if !is_installed || !system.is_dir() {
        eprintln!("skipped: systemd is not installed");
        return;
    }
    let units = root.join("etc/systemd/system");
    for name in ["usr/bin", "bin", "etc/systemd/system", "usr/lib/systemd/system"] {
        std::fs::create_dir_all(root.join(name)).unwrap();
    }
    for entry in std::fs::read_dir(system).unwrap() {
        let entry = entry.unwrap();
        if entry.path().is_file() {
            std::fs::copy(entry.path(), root.join("usr/lib/systemd/system").join(entry.file_name())).unwrap();
        }
    }
    for program in ["usr/bin/rastau", "usr/bin/mkdir", "usr/bin/find", "bin/sh"] {
        script(&root.join(program), "");
    }
    let mut names = Vec::new();
    for ending in ["service", "timer"] {
        for name in UNITS {
            let name = format!("rastau-{name}.{ending}");
            std::fs::write(units.join(&name), unit(&name)).unwrap();
            names.push(name);
        }
    }
    let verify = || {
        let mut command = Command::new("systemd-analyze");
        let root = format!("--root={}", root.display());
        let output = command.current_dir(&units).args(["verify", &root]).args(&names).output().unwrap();
        (output.status.success() && output.stderr.is_empty(), stderr(&output))
    };
    let (is_valid, message) = verify();
    assert!(is_valid, "{message}");
    // A misspelled key and a program that is not there are found.
    for (from, to) in [("NoNewPrivileges", "NoPrivileges"), ("/usr/bin/rastau", "/usr/bin/rasta")] {
        let path = units.join("rastau-check.service");
        std::fs::write(&path, unit("rastau-check.service").replace(from, to)).unwrap();
        assert!(!verify().0, "{to}");
        std::fs::write(&path, unit("rastau-check.service")).unwrap();
    }
}

/// Each timer has a service, and each file is named on the page. Nothing that runs unattended has a key of keeper or Chamber.
#[test]
fn every_file_is_described() {
    let page = read(&deployment().join("README.md"));
    let mut files = BTreeMap::new();
    for folder in ["register", "kiosk"] {
        for entry in std::fs::read_dir(deployment().join(folder)).unwrap() {
            let path = entry.unwrap().path();
            files.insert(path.file_name().unwrap().to_string_lossy().into_owned(), (folder, read(&path)));
        }
    }
    assert_eq!(files.len(), 2 * UNITS.len() + 2);
    for (name, (folder, text)) in &files {
        let (stem, ending) = name.rsplit_once('.').unwrap();
        let is_unit = ["service", "timer"].contains(&ending);
        let shown = if is_unit { format!("`{folder}/{stem}.*`") } else { format!("`{folder}/{name}`") };
        assert!(page.contains(&shown), "{shown}");
        assert!(!text.contains("keeper-") && !text.contains("chamber-"), "{name}");
        if ending == "service" {
            assert!(files.contains_key(&format!("{stem}.timer")), "{name}");
            assert!(text.contains("\nUser=rastau\n") && text.contains("\nProtectSystem=strict\n"), "{name}");
        }
    }
    let gauges = ["rastau_version", "rastau_as_of_timestamp_seconds", "rastau_end_timestamp_seconds"];
    assert!(gauges.iter().all(|gauge| files["alerts.yml"].1.contains(gauge)));
}
