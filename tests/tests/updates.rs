//! The transcripts of updates: the walk of the core and a session of the store ask the same questions and report the same.

use std::collections::BTreeSet;

use rastau_tests::{Outcome, Reply, corpus, replay_session, replay_walk, transcripts_in};

#[test]
fn the_walk_follows_every_transcript() {
    for (name, transcript) in transcripts_in(&corpus()) {
        let found = replay_walk(&corpus(), &transcript);
        assert_eq!(found.as_ref(), Ok(&transcript.result), "{name}");
    }
}

#[test]
fn a_session_follows_every_transcript() {
    for (name, transcript) in transcripts_in(&corpus()) {
        for chunk in [500, 1 << 20] {
            let folder = tempfile::tempdir().unwrap();
            let device = folder.path().join("device");
            let found = replay_session(&corpus(), &transcript, &device, chunk);
            assert_eq!(found.as_ref(), Ok(&transcript.result), "{name}, {chunk} bytes at a time");
        }
    }
}

/// A replay fails if a step is omitted, added or changed, so it cannot pass with fewer questions.
#[test]
fn a_changed_transcript_fails() {
    for (name, transcript) in transcripts_in(&corpus()) {
        let mut shorter = transcript.clone();
        shorter.steps.pop();
        assert_ne!(replay_walk(&corpus(), &shorter).as_ref(), Ok(&transcript.result), "{name}");
        let mut longer = transcript.clone();
        longer.steps.extend(transcript.steps.last().cloned());
        let longer = replay_walk(&corpus(), &longer);
        assert!(longer.is_err_and(|problem| problem.contains("ended before")), "{name}");
        let mut other = transcript.clone();
        other.steps[0].want = "roots/9.cose".into();
        assert!(replay_walk(&corpus(), &other).is_err(), "{name}");
    }
}

/// The transcripts show everything that the documentation promises.
#[test]
fn the_transcripts_show_each_kind_of_answer_and_result() {
    let (mut answers, mut changes, mut errors) = (BTreeSet::new(), BTreeSet::new(), BTreeSet::new());
    for (name, transcript) in transcripts_in(&corpus()) {
        assert!(!transcript.description.is_empty() && !transcript.description.contains('\n'), "{name}");
        answers.extend(transcript.steps.iter().map(|step| match &step.answer {
            Reply::Status { .. } => "status",
            Reply::Text { .. } => "text",
            Reply::Repeated { .. } => "repeated",
            Reply::File { cut: Some(_), .. } => "cut",
            Reply::File { flip: Some(_), .. } => "flip",
            Reply::File { at, .. } if *at > 0 => "part",
            Reply::File { .. } => "file",
        }));
        match transcript.result {
            Outcome::Done { change, .. } => drop(changes.insert(change)),
            Outcome::Failed { error, .. } => drop(errors.insert(error)),
        }
    }
    assert_eq!(Vec::from_iter(answers), ["cut", "file", "flip", "part", "repeated", "status", "text"]);
    // `mended` needs a device whose files are damaged, which a transcript does not describe.
    assert_eq!(Vec::from_iter(changes), ["first", "newer", "nothing"]);
    assert_eq!(Vec::from_iter(errors), [101, 104, 106, 121, 123, 124, 134, 136, 137]);
}
