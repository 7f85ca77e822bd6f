//! Errors of the command line, each with its exit code.

use std::io;
use std::path::{Path, PathBuf};

use rastau_core::calendar::Timestamp;
use rastau_core::codec::CodecError;
use rastau_core::codec::hex;
use rastau_core::crypto::KeyId;
use rastau_core::error::{ActError, FactsError, OpenError, PageError, ReportError};
use rastau_messages::{self as messages, Lang};
use rastau_registry::RegistryError;
use rastau_store::StoreError;

use crate::input_error::InputError;

rastau_core::exit_error! {
    /// Why a command was not carried out. The message is one line, printed after `rastau: `.
    #[derive(Debug, thiserror::Error)]
    pub enum CliError {
        /// Standard output cannot be written. The only use of `?` on an [`io::Error`]: other streams have their own variant.
        #[error("cannot write to standard output: {0}")]
        StandardOutput(#[from] io::Error) = CannotWrite,
        /// Standard input cannot be read.
        #[error("cannot read standard input: {0}")]
        StandardInput(#[source] io::Error) = NoInput,
        /// A file cannot be read.
        #[error("cannot read {path}: {source}")]
        Read {
            /// The file.
            path: PathBuf,
            /// The operating system's error.
            source: io::Error,
        } = NoInput,
        /// A file exceeds the limit of what is read into memory.
        #[error("{path} is larger than {limit} bytes, the limit for this file; give another one")]
        FileTooLarge {
            /// The file.
            path: PathBuf,
            /// The limit in bytes.
            limit: u64,
        } = Data,
        /// Standard input exceeds the limit of what is read into memory.
        #[error("standard input is longer than {limit} bytes, the limit for it")]
        InputTooLong {
            /// The limit in bytes.
            limit: u64,
        } = Data,
        /// A file cannot be written.
        #[error("cannot write {path}: {source}; no part of it was stored")]
        Write {
            /// The file.
            path: PathBuf,
            /// The operating system's error.
            source: io::Error,
        } = CannotWrite,

        /// `verify` without a document and without a list.
        #[error("expected a document or --list FILE")]
        NothingToVerify = Usage,
        /// `--list=FILE` as one argument, as a scanned text may be.
        #[error("--list=FILE is not accepted as one argument, because a scanned text could look like that; give --list FILE")]
        JoinedList = Usage,

        /// A report of a list with a file name extension other than .csv, .html and .xlsx.
        #[error("{0}: the report of a list is a .csv, .html or .xlsx file; give it one of these endings")]
        ReportFormat(PathBuf) = Usage,
        /// A report of a document with a file name extension other than .json and .html.
        #[error("{0}: the report of a document is a .json or .html file; give it one of these endings. For a list, give --list")]
        DocumentReportFormat(PathBuf) = Usage,
        /// A report that would replace the list.
        #[error("{0} is the list itself; give the report another name")]
        ReportIsTheList(PathBuf) = Usage,
        /// A report that would replace the document.
        #[error("{0} is the document itself; give the report another name")]
        ReportIsTheInput(PathBuf) = Usage,
        /// A list that cannot be read.
        #[error("{path}: {reason}")]
        List {
            /// The list.
            path: PathBuf,
            /// Why it cannot be read, in the language of the message.
            reason: String,
        } = Data,
        /// A row of a list of existing documents that cannot be used.
        #[error("{path}: {problem}; nothing was changed")]
        ListRow {
            /// The list.
            path: PathBuf,
            /// What is wrong with the row.
            problem: String,
        } = Data,
        /// A row of a list of existing documents that lacks a value.
        #[error("{path}: line {line} has no {field}; nothing was changed")]
        ListRowLacks {
            /// The list.
            path: PathBuf,
            /// The line.
            line: u64,
            /// The field.
            field: &'static str,
        } = Data,
        /// A row of a list of existing documents whose identity number has lost digits.
        #[error(
            "{path}: line {line}: the identity number has {digits} digits, an IIN has 12; write it as text; nothing was changed"
        )]
        ListRowHolder {
            /// The list.
            path: PathBuf,
            /// The line.
            line: u64,
            /// The number of its digits.
            digits: usize,
        } = Data,
        /// A list without rows.
        #[error("{0} has no rows; nothing was verified")]
        EmptyList(PathBuf) = Data,
        /// A report cannot be made.
        #[error("cannot write the report: {0}")]
        Report(#[source] Box<dyn std::error::Error + Send + Sync>) = CannotWrite,

        /// A bundle without a trust root, and none given.
        #[error("the bundle has no trust root; give one with --root")]
        NoTrustRoot = Data,
        /// A file is not a trusted state.
        #[error(
            "{path} is not a stored trusted state, or it is damaged: {source}; without it, older bundles are not detected"
        )]
        TrustedState {
            /// The file.
            path: PathBuf,
            /// What is wrong with it.
            source: CodecError,
        } = Data,
        /// `--state` with a device's directory.
        #[error("a device's directory stores its own trusted state; omit --state")]
        StateOfADevice = Usage,
        /// The calendar of working days in a bundle cannot be read.
        #[error("the calendar of the bundle cannot be read: {0}")]
        Calendar(PageError) = Refused,

        /// A bundle that does not exist.
        #[error("{0} does not exist; give a published directory, a device's directory or a .rastau file")]
        NoSuchBundle(PathBuf) = NoInput,
        /// A source of updates that does not exist.
        #[error(
            "{0} does not exist; give a published directory, a .rastau file, or a web address that starts with https:// or \
             http://"
        )]
        NoSuchSource(String) = NoInput,
        /// A directory that is not a published bundle.
        #[error(
            "{0} is not a published directory: it has no fresh.cose; give the directory that `rastau snapshot publish` wrote"
        )]
        NotPublished(PathBuf) = NoInput,

        /// A text to be compared with the Law is not in UTF-8.
        #[error("{0} cannot be compared with the Law: it is not text in UTF-8")]
        ActEncoding(PathBuf) = Data,
        /// A line of facts exceeds the limit.
        #[error("a line of facts is longer than {limit} bytes; write one JSON object on each line")]
        FactsLineTooLong {
            /// The limit in bytes.
            limit: u64,
        } = Data,

        /// The directory of a demo exists.
        #[error("{0} exists already; remove it, or give another directory: rastau demo OTHER")]
        DemoExists(PathBuf) = CannotWrite,
        /// Nobody can be recorded as the operator.
        #[error("the name of the current user is unknown; give your name for the audit table with --by")]
        NoOperator = Usage,
        /// A text is not a hash of an audit table.
        #[error("\"{0}\" is not a hash of the audit table; give the 64 digits that `rastau register check` printed")]
        AuditHead(String) = Usage,
        /// A correction replaces exactly one document by another.
        #[error("the request contains {0} documents; a correction issues exactly one")]
        OneCorrection(usize) = Data,
        /// A file of a document exists; it may contain the only copy of another document's code.
        #[error("{0} exists already; nothing was changed. Give another directory with --out, or move it away")]
        DocumentFileExists(PathBuf) = CannotWrite,
        /// A request without documents.
        #[error("the request contains no document; give one object or an array of them")]
        EmptyRequest = Data,
        /// A signed statement of a bundle or a draft is malformed.
        #[error("a statement cannot be read: {0}")]
        Statement(#[from] CodecError) = Data,
        /// The bundle given to `keys root --published` is older than the previous root allows.
        #[error(
            "{0} has lower versions or times than the previous root requires; name the newest published bundle"
        )]
        LoweredFloor(PathBuf) = Data,
        /// A file is not a trust root that verifiers accept.
        #[error("{path} is not a valid trust root: {source}")]
        TrustRoot {
            /// The file.
            path: PathBuf,
            /// Why it is not one.
            source: OpenError,
        } = Data,

        /// A snapshot that would expire before the state it holds.
        #[error(
            "--not-after is not later than --as-of, so the snapshot would never be valid; give a later --not-after"
        )]
        ValidityOrder = Usage,
        /// A time to be signed is ahead of the operator's clock. Devices never accept an earlier time afterwards.
        #[error(
            "{what} is {time}, and this computer's clock shows {clock}; correct the one that is wrong, or add --insist future-time"
        )]
        AheadOfClock {
            /// The option with the time, for example `--as-of`.
            what: &'static str,
            /// The time.
            time: Timestamp,
            /// The clock.
            clock: Timestamp,
        } = Usage,
        /// The time of a freshness statement is outside the time for which the keeper lets it confirm the manifest.
        #[error(
            "the manifest can be confirmed from {from} to {until}, but not at {time}; build and sign a newer snapshot"
        )]
        NotConfirmable {
            /// The first instant, the manifest's `as_of`.
            from: Timestamp,
            /// The last instant.
            until: Timestamp,
            /// The time to be signed.
            time: Timestamp,
        } = Usage,
        /// A directory that is not a draft.
        #[error("{0} does not contain a draft; make one with `rastau snapshot build`")]
        NotADraft(PathBuf) = NoInput,
        /// A draft that lacks a signature required earlier.
        #[error(
            "{draft} is not yet signed by the role {role}; run: rastau snapshot sign {draft} --root … --role {role} --key …"
        )]
        Unsigned {
            /// The draft.
            draft: PathBuf,
            /// The role that has to sign first.
            role: &'static str,
        } = NoInput,
        /// A key that the trust root does not list for the role.
        #[error("{path} is not a key of the role {role} in the trust root; give one that is")]
        KeyNotInRole {
            /// The key file.
            path: PathBuf,
            /// The role.
            role: &'static str,
        } = Data,
        /// Several keys for the freshness statement.
        #[error("the freshness statement has exactly one signature; give one --key")]
        SeveralFreshnessKeys = Data,
        /// The name of a key is not a plain file name.
        #[error(
            "\"{0}\" is not a name for key files; give a plain name, as keeper-1, and the directory with --out"
        )]
        KeyName(String) = Usage,
        /// One key for two roles that must not share keys.
        #[error(
            "the key {} is given for --{first} and for --{second}; {reason}, so use different keys",
            hex::encode(&.key.0)
        )]
        SharedKey {
            /// The key.
            key: KeyId,
            /// The first role.
            first: &'static str,
            /// The other role.
            second: &'static str,
            /// Why the roles must not share keys.
            reason: &'static str,
        } = Usage,
        /// One key twice for one role.
        #[error("the key {} is given twice for one role; each key counts once", hex::encode(&.0.0))]
        DuplicateKey(KeyId) = Usage,
        /// A trust root with an expiry in the past.
        #[error("--expires is in the past, so no verifier would accept this root; give a later time")]
        ExpiredRoot = Usage,
        /// The file of a new trust root exists.
        #[error("{0} exists already, and verifiers need every earlier root; write the new root to another file")]
        RootExists(PathBuf) = CannotWrite,
        /// A new trust root that verifiers would refuse.
        #[error("verifiers would refuse this root: {0}")]
        RefusedRoot(#[source] OpenError) = Data,
        /// A new trust root with too few signatures of its own root keys.
        #[error("{valid} of the new root keys sign this root, {required} must; give more .key files with --root")]
        NewRootSignatures {
            /// The number of valid signatures.
            valid: usize,
            /// The number of required ones.
            required: usize,
        } = Data,
        /// A new trust root with too few signatures of the previous root keys.
        #[error(
            "{valid} of the previous root keys sign this root, {required} must; give more .key files with --root or --also-sign"
        )]
        PreviousRootSignatures {
            /// The number of valid signatures.
            valid: usize,
            /// The number of required ones.
            required: usize,
        } = Data,
    }
    nested {
        /// The operator's side failed.
        #[error(transparent)]
        Registry(#[from] RegistryError) = 0.exit();
        /// A bundle was not opened, or an update not accepted.
        #[error(transparent)]
        Store(#[from] StoreError) = 0.code().exit();
        /// The input of `verify` is not a document.
        #[error("{}", .error.text(*.lang))]
        Input {
            /// Why it is not one.
            error: InputError,
            /// The language of the message.
            lang: Lang,
        } = error.exit();
        /// The file given to `repeat` is not a report.
        #[error("{path}: {}", messages::error_text(.error, *.lang))]
        NotAReport {
            /// The file.
            path: PathBuf,
            /// Why it is not one.
            error: ReportError,
            /// The language of the message.
            lang: Lang,
        } = error.code().exit();
        /// A rule cannot be evaluated.
        #[error("{}", facts_error(.error, *.lang))]
        Facts {
            /// The problem with the facts or the id.
            error: FactsError,
            /// The language of the message; `None` for the English message of `rastau-core`, which names fields by their JSON keys.
            lang: Option<Lang>,
        } = error.code().exit();
        /// The file given by `--root` is not a trust root.
        #[error("{path}, given by --root, is not a valid trust root: {source}")]
        GivenRoot {
            /// The file.
            path: PathBuf,
            /// Why it is not one.
            source: OpenError,
        } = source.code().exit();
        /// A text cannot be compared with the Law.
        #[error("{path} cannot be compared with the Law: {source}")]
        Act {
            /// The file, `-` for standard input.
            path: PathBuf,
            /// What is wrong with the text.
            source: ActError,
        } = source.code().exit();
    }
}

impl CliError {
    /// Turns an I/O error of reading `path` into [`CliError::Read`].
    pub fn read(path: &Path) -> impl Fn(io::Error) -> Self + '_ {
        move |source| Self::Read { path: path.to_path_buf(), source }
    }

    /// Turns an I/O error of writing `path` into [`CliError::Write`].
    pub fn write(path: &Path) -> impl Fn(io::Error) -> Self + '_ {
        move |source| Self::Write { path: path.to_path_buf(), source }
    }

    /// Returns whether the reader of standard output closed it.
    pub fn is_broken_pipe(&self) -> bool {
        matches!(self, Self::StandardOutput(error) if error.kind() == io::ErrorKind::BrokenPipe)
    }
}

/// A refused bundle, with the message of the store.
impl From<OpenError> for CliError {
    fn from(error: OpenError) -> Self {
        StoreError::from(error).into()
    }
}

/// The message in a language; without one, that of `rastau-core`.
pub fn facts_error(error: &FactsError, lang: Option<Lang>) -> String {
    lang.map_or_else(|| error.to_string(), |lang| messages::facts_error(error, lang))
}
