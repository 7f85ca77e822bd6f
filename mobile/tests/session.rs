//! An app with its own network client: the questions and exceptions of a session, and continuing where another one
//! stopped.
#![allow(missing_docs)]
#![allow(clippy::result_large_err, reason = "uniffi has no boxed fields")]

use std::path::PathBuf;
use std::time::{Duration, SystemTime, UNIX_EPOCH};

use rastau_mobile::{
    Change, DeviceUpdate, ErrorCode, RastauError, UpdateProgress, UpdateSession, Verifier, Want,
};
use rastau_tests::corpus;

fn now() -> SystemTime {
    UNIX_EPOCH + Duration::from_secs(1_795_410_000)
}

fn root() -> Vec<u8> {
    std::fs::read(corpus().join("bundles/base/roots/1.cose")).unwrap()
}

fn begin(folder: &str) -> UpdateSession {
    UpdateSession::begin(folder, root(), Some(now()), false, false, false).unwrap()
}

/// Returns an empty directory, and the path of a device in it.
fn new_device() -> (tempfile::TempDir, String) {
    let directory = tempfile::tempdir().unwrap();
    let device = directory.path().join("device").to_str().unwrap().to_owned();
    (directory, device)
}

fn code(result: Result<(), RastauError>) -> ErrorCode {
    result.unwrap_err().code()
}

/// Returns the path of the file that is asked for, and where to begin.
fn asked(want: &Want, bundle: &str) -> Option<(PathBuf, i64)> {
    let base = corpus().join("bundles").join(bundle);
    match want {
        Want::Statement { name, .. } => Some((base.join(name), 0)),
        Want::Segment { name, from, .. } => Some((base.join(name), *from)),
        Want::Commit | Want::Failed => None,
    }
}

/// Answers from a published directory, up to the first question for which `stop` holds.
fn answer_until(session: &UpdateSession, bundle: &str, stop: impl Fn(&Want) -> bool) -> Want {
    loop {
        let want = session.want();
        if stop(&want) {
            return want;
        }
        let (path, from) = asked(&want, bundle).unwrap();
        match std::fs::read(&path) {
            Ok(file) => {
                let place = usize::try_from(from).unwrap();
                session.take(file[place..].to_vec(), from).unwrap();
                session.end().unwrap();
            }
            Err(_) => session.status(404).unwrap(),
        }
    }
}

fn complete(session: &UpdateSession, bundle: &str) -> Option<DeviceUpdate> {
    answer_until(session, bundle, |want| *want == Want::Commit);
    session.commit().unwrap()
}

fn is_segment(want: &Want) -> bool {
    matches!(want, Want::Segment { .. })
}

#[test]
fn a_session_continues_where_another_one_stopped() {
    let (_directory, device) = new_device();
    let first = begin(&device);
    assert_eq!(first.progress(), UpdateProgress { stored: 0, total: 0 });
    let Want::Segment { name, from: 0, length } = answer_until(&first, "base", is_segment) else { panic!() };
    let file = std::fs::read(corpus().join("bundles/base").join(&name)).unwrap();
    assert_eq!(length, i64::try_from(file.len()).unwrap());
    first.take(file[..1000].to_vec(), 0).unwrap();
    assert_eq!(code(first.end()), ErrorCode::Source, "the file is not complete");
    assert_eq!(first.progress().stored, 1000);
    drop(first);

    let second = begin(&device);
    let want = answer_until(&second, "base", is_segment);
    assert_eq!(want, Want::Segment { name: name.clone(), from: 1000, length });
    // The rest as a downloaded file; a server without ranges would send the whole one.
    let rest = tempfile::NamedTempFile::new().unwrap();
    std::fs::write(rest.path(), &file[1000..]).unwrap();
    second.take_file(rest.path().to_str().unwrap(), 1000).unwrap();
    second.end().unwrap();
    let updated = complete(&second, "base").unwrap();
    assert_eq!((updated.change, updated.epoch, updated.version), (Change::First, 1, 1));
    let UpdateProgress { stored, total } = second.progress();
    assert!(stored == total && total > length, "{stored} of {total}");
    assert!(!second.closes_service());
    assert!(Verifier::open_device(&device, None, Some(now())).is_ok());
    assert_eq!(complete(&begin(&device), "base").unwrap().change, Change::Nothing);
    assert_eq!(complete(&begin(&device), "second").unwrap().change, Change::Newer);
}

#[test]
fn calls_that_do_not_fit_are_arguments_and_change_nothing() {
    let (_directory, device) = new_device();
    let without = UpdateSession::begin(&device, Vec::new(), Some(now()), false, false, false).map(drop);
    assert_eq!(code(without), ErrorCode::TrustRootNeeded);
    let early = UNIX_EPOCH - Duration::from_secs(1);
    let early = UpdateSession::begin(&device, root(), Some(early), false, false, false).map(drop);
    assert_eq!(code(early), ErrorCode::BadTime);
    let session = begin(&device);
    let first = session.want();
    assert_eq!(first, Want::Statement { name: "roots/2.cose".into(), limit: 262_144 });
    for (what, result) in [
        ("bytes from the middle", session.take(vec![1], 1)),
        ("a negative place", session.take(vec![1], -1)),
        ("a negative place of a file", session.take_file(file!(), -1)),
        ("no HTTP status", session.status(-1)),
        ("no HTTP status", session.status(65_536 + 404)),
        ("nothing to commit", session.commit().map(drop)),
    ] {
        let Err(RastauError::Argument { code, .. }) = result else { panic!("{what}: {result:?}") };
        assert_eq!((code, session.want()), (ErrorCode::WrongAnswer, first.clone()), "{what}");
    }
    assert_eq!(code(session.take_file("no/such/file", 0)), ErrorCode::DiskFile);
    assert_eq!(session.want(), first);
}

#[test]
fn a_failed_session_stays_failed_and_the_device_unchanged() {
    let (_directory, device) = new_device();
    complete(&begin(&device), "second").unwrap();
    let web_page = |session: &UpdateSession| {
        // In place of the next root it means that there is none.
        session.take(b"<html>".to_vec(), 0).unwrap();
        session.end().unwrap();
        session.take(b"<html>".to_vec(), 0).unwrap();
        session.end()
    };
    let older = |session: &UpdateSession| {
        session.status(404).unwrap();
        let fresh = corpus().join("bundles/base/fresh.cose");
        session.take_file(fresh.to_str().unwrap(), 0).unwrap();
        session.end()?;
        let (path, _) = asked(&session.want(), "base").unwrap();
        session.take_file(path.to_str().unwrap(), 0)?;
        session.end()?;
        let (path, _) = asked(&session.want(), "base").unwrap();
        session.take_file(path.to_str().unwrap(), 0)?;
        session.end()
    };
    type Answers<'a> = &'a dyn Fn(&UpdateSession) -> Result<(), RastauError>;
    for (what, answers, expected) in [
        ("a web page", &web_page as Answers<'_>, ErrorCode::SourceWebPage),
        ("a server's error", &|session| session.status(503), ErrorCode::SourceStatus),
        ("an older register", &older, ErrorCode::BundleRollback),
    ] {
        let session = begin(&device);
        let error = answers(&session).unwrap_err();
        assert_eq!((error.code(), session.want()), (expected, Want::Failed), "{what}");
        if let RastauError::Disk { text, .. } | RastauError::Bundle { text, .. } = error {
            assert!(text.kk != text.ru && text.ru != text.en, "{what}");
        } else {
            panic!("{what}: {error:?}");
        }
        let after =
            [session.take(vec![1], 0), session.end(), session.status(404), session.commit().map(drop)];
        assert_eq!(after.map(code), [ErrorCode::WrongAnswer; 4], "{what}");
    }
    assert_eq!(complete(&begin(&device), "second").unwrap().change, Change::Nothing);
}

/// A session that another one has overtaken returns none, and the older bundle does not replace the newer one.
#[test]
fn a_session_that_was_overtaken_goes_on() {
    let (_directory, device) = new_device();
    let slow = begin(&device);
    answer_until(&slow, "base", |want| *want == Want::Commit);
    assert_eq!(complete(&begin(&device), "second").unwrap().change, Change::First);
    assert_eq!(slow.commit().unwrap(), None);
    let updated = complete(&slow, "second").unwrap();
    assert_eq!((updated.change, updated.version), (Change::Nothing, 2));
}

/// A root that names other keepers is stored at once. The bundle that it no longer supports is closed, whatever
/// follows.
#[test]
fn a_session_tells_that_the_bundle_in_use_is_closed() {
    let (_directory, device) = new_device();
    let first = begin(&device);
    complete(&first, "base").unwrap();
    assert!(!first.closes_service());
    let session = begin(&device);
    let root = corpus().join("bundles/keeper-replaced/roots/2.cose");
    session.take_file(root.to_str().unwrap(), 0).unwrap();
    session.end().unwrap();
    assert!(session.closes_service() && begin(&device).closes_service());
    let closed = Verifier::open_device(&device, None, Some(now())).map(drop);
    assert_eq!(code(closed), ErrorCode::DeviceClosed);
    // The error that ends the session contains the reason and the closing.
    session.status(404).unwrap();
    let error = session.status(404).unwrap_err();
    let RastauError::Disk { code, text, reason } = error else { panic!("{error:?}") };
    assert_eq!((code, session.want()), (ErrorCode::DeviceClosedByUpdate, Want::Failed));
    assert!(reason.contains("fresh.cose was not found"), "{reason}");
    assert!(!text.kk.is_empty() && text.kk != text.en);
}
