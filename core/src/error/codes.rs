//! The table of error codes, from which every binding takes its numbers and names.
//!
//! One row makes a variant of [`ErrorCode`], its number, its constant in the C header (`RASTAU_STATUS_…`), its name in
//! JavaScript, Kotlin and Swift, the exit code of the command line, and the only English text of the error: the `Display` of
//! the error's type and the English messages are made from it (`docs/decisions/0077-errors-stated-once.md`). A number is never
//! reused: a row that is no longer needed stays.
//!
//! A text says what failed, then what to do; it is in lower case and has no full stop. The part in parentheses is only in the
//! description of the code, a part in brackets only in the text of one error, which has the values of `{placeholders}`:
//! fields of the error's variant, or the values that the variant provides for them.
//!
//! | numbers | what failed |
//! |---|---|
//! | 1–99 | reading a document, a form, a verification code or an identity number |
//! | 100–119 | accepting a bundle |
//! | 120–139 | the disk, a source of updates, a device's directory |
//! | 140–159 | facts of a rule, the text of the act |
//! | 200–249 | an argument of the C, Kotlin or Swift API |
//! | 250–299 | a fault of the library |
//! | 300–319 | an argument of the JavaScript API, a page of a bundle or a list there |

use super::exit::Exit;

/// What was being done when an error occurred.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Stage {
    /// Reading a document, a form or a number.
    Read,
    /// Accepting a bundle.
    Open,
    /// Reading a page of an accepted bundle.
    Page,
    /// Reading or writing files, or fetching an update.
    Disk,
    /// Reading the facts of a rule, or the text of the act.
    Facts,
    /// Reading the arguments of a call.
    Argument,
    /// Running the library itself.
    Internal,
}

impl Stage {
    /// The name used in JSON and as `stage` in JavaScript.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Read => "read",
            Self::Open => "open",
            Self::Page => "page",
            Self::Disk => "disk",
            Self::Facts => "facts",
            Self::Argument => "argument",
            Self::Internal => "internal",
        }
    }
}

macro_rules! define_error_code {
    ($(
        $number:literal $variant:ident $name:literal $stage:ident $exit:ident
        $(($only:literal))? $([$front:literal])? $($text:literal $([$detail:literal])? $($advice:literal)?)?;
    )*) => {
        /// The stable code of an error, the same in every binding.
        ///
        /// ```
        /// use rastau_core::error::{CodeError, ErrorCode};
        ///
        /// let code = CodeError::Check.code();
        /// assert_eq!((code, code.number(), code.name()), (ErrorCode::CodeCheck, 22, "CODE_CHECK"));
        /// assert_eq!(ErrorCode::from_number(22), Some(code));
        /// ```
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        #[repr(u16)]
        pub enum ErrorCode {
            $(#[doc = concat!($number, ": ", $($only,)? $($text, $($advice,)?)? ".")] $variant = $number,)*
        }

        impl ErrorCode {
            /// Every code, in the order of the numbers.
            pub const ALL: &'static [Self] = &[$(Self::$variant),*];

            /// The number, from 1 to 319.
            #[must_use]
            pub const fn number(self) -> u16 {
                self as u16
            }

            /// The name in upper case with underscores, as in the C header after `RASTAU_STATUS_`.
            #[must_use]
            pub const fn name(self) -> &'static str {
                match self { $(Self::$variant => $name,)* }
            }

            /// What was being done.
            #[must_use]
            pub const fn stage(self) -> Stage {
                match self { $(Self::$variant => Stage::$stage,)* }
            }

            /// The exit code of the command line.
            #[must_use]
            pub const fn exit(self) -> Exit {
                match self { $(Self::$variant => Exit::$exit,)* }
            }

            /// What failed, in English: lower case, without a full stop, without the details of one error.
            #[must_use]
            pub const fn text(self) -> &'static str {
                match self { $(Self::$variant => concat!($($only,)? $($text $(, $advice)?)?),)* }
            }

            /// The text of one error in English, with a `{placeholder}` for each detail.
            #[must_use]
            pub const fn template(self) -> &'static str {
                match self { $(Self::$variant => concat!($($front,)? $($text $(, $detail)? $(, $advice)?)?),)* }
            }

            /// [`ErrorCode::text`] with a terminating NUL.
            #[must_use]
            pub const fn text_c(self) -> &'static core::ffi::CStr {
                match self {
                    $(Self::$variant => {
                        match core::ffi::CStr::from_bytes_with_nul(concat!($($only,)? $($text, $($advice,)?)? "\0").as_bytes()) {
                            Ok(text) => text,
                            // A text with a NUL inside; a test finds it.
                            Err(_) => c"",
                        }
                    })*
                }
            }

            /// The code of a number; `None` for a number that no error has.
            #[must_use]
            pub fn from_number(number: u16) -> Option<Self> {
                match number {
                    $($number => Some(Self::$variant),)*
                    _ => None,
                }
            }
        }
    };
}

/// Calls the given macro with all rows of the table, each as `NUMBER VARIANT NAME STAGE EXIT (DESCRIPTION) [MESSAGE]
/// TEXT [DETAIL] ADVICE;`. A row needs either a description and a message, or a text. [`ErrorCode`] is made from these
/// rows here; a binding that needs a type of its own makes it from the same rows.
#[doc(hidden)]
#[macro_export]
macro_rules! for_each_error_code {
    ($callback:ident) => {
        $callback! {
            1 InputEmpty "INPUT_EMPTY" Read Data "the input is empty" "; scan the QR code, or type the number, the code and the IIN";
            2 InputTooLong "INPUT_TOO_LONG" Read Data "the input is longer than any document can be" [" ({limit} bytes)"];
            3 InputNotADocument "INPUT_NOT_A_DOCUMENT" Read Data "this is not the text of a recognition document, which starts with \"RST1:\" or is a link with \"#RST2:\", nor a form, which is a JSON object";
            4 InputUnknownVersion "INPUT_UNKNOWN_VERSION" Read Data "the document has a format that this version cannot read" [": {prefix}"] "; update Rastau";
            5 InputCutOff "INPUT_CUT_OFF" Read Data "the text of the document is truncated or altered" "; scan the QR code again";
            6 InputMalformed "INPUT_MALFORMED" Read Data "the document cannot be read" [": {problem}"] "; scan the QR code again";
            7 FormMalformed "FORM_MALFORMED" Read Data "the form cannot be read" [": {problem}"];
            8 FormField "FORM_FIELD" Read Data ("a field of the form has an impossible value") ["field \"{field}\": {problem}"];
            9 InputSeveralDocuments "INPUT_SEVERAL_DOCUMENTS" Read Data "the text contains several documents" "; give them one at a time";
            10 InputLinkUser "INPUT_LINK_USER" Read Data "the web address in the code contains user information (\"@\"), which hides its real host" "; do not open it, type the number, the code and the IIN";
            11 InputForeignCode "INPUT_FOREIGN_CODE" Read Data "this is another kind of code, not that of a recognition document" "; scan the code on the document, or type its number, code and IIN";
            20 CodeLength "CODE_LENGTH" Read Data "a verification code has 17 letters and digits" [", this has {found}"];
            21 CodeCharacter "CODE_CHARACTER" Read Data ("the verification code contains a character that no code has") ["no verification code contains \"{character}\""];
            22 CodeCheck "CODE_CHECK" Read Data "the verification code was mistyped" "; compare it with the document";
            30 DecodeMemory "DECODE_MEMORY" Read Data "the content of the file needs more than 512 MiB of memory" "; give a smaller file, such as a crop or a single page";
            31 DecodeTime "DECODE_TIME" Read Data "reading the content of the file takes more than 20 seconds" "; give a smaller file, such as a crop or a single page";
            32 DecodeFailed "DECODE_FAILED" Read Data "the decoder process failed on this file" "; the file may be damaged, get it again";
            33 DecodeNoProcess "DECODE_NO_PROCESS" Read Internal "pictures and PDFs are not read, because no process with limits on memory and time can be started for them" "; give the text of the QR code";
            40 ReportMalformed "REPORT_MALFORMED" Read Data "this is not a report of a verification, or it is damaged" [": {problem}"] "; give the .json file as it was saved";
            41 ReportUnknownVersion "REPORT_UNKNOWN_VERSION" Read Data "the report has a format that this version cannot read" [": {schema}"] "; update Rastau";
            42 ReportTooLong "REPORT_TOO_LONG" Read Data "the file is longer than a report of one verification can be" [" ({limit} bytes)"];
            60 IdentityDigits "IDENTITY_DIGITS" Read Data "an IIN or BIN has exactly 12 digits";
            61 IdentityKind "IDENTITY_KIND" Read Data "the fifth digit fits neither an IIN (0–3) nor a BIN (4–6)";
            62 IdentityDate "IDENTITY_DATE" Read Data "the first digits are not a date";
            63 IdentityCheck "IDENTITY_CHECK" Read Data "the last digit does not fit the others" "; check what was typed";
            100 BundleMalformed "BUNDLE_MALFORMED" Open Refused ("a signed file of the bundle") ["the {file} file"] " cannot be read" [": {problem}"];
            101 BundleSignatures "BUNDLE_SIGNATURES" Open Refused ("a signed file of the bundle has too few valid signatures") ["the {statement} file has {valid} valid signatures, the trust root requires {required}"];
            102 BundleForeign "BUNDLE_FOREIGN" Open Refused ("a signed file of the bundle") ["the {file} file"] " belongs to another register than the trust root";
            103 BundleRoles "BUNDLE_ROLES" Open Refused "a role of the trust root has an impossible threshold, no key, or a duplicate key";
            104 BundleChain "BUNDLE_CHAIN" Open Refused "the chain of trust roots skips a version or is too long";
            105 BundleRootExpired "BUNDLE_ROOT_EXPIRED" Open Refused "the trust root has expired" "; get a bundle with a newer one";
            106 BundleRollback "BUNDLE_ROLLBACK" Open Refused ("a signed file of the bundle") ["the {file} file"] " is older than one accepted before; the newer one is kept";
            107 BundleOtherContent "BUNDLE_OTHER_CONTENT" Open Refused ("a signed file of the bundle") ["the {file} file"] " has a version accepted before but other content; the first one is kept: report this";
            108 BundleMixedUp "BUNDLE_MIXED_UP" Open Refused ("a signed file of the bundle") ["the {file} file"] " is not the one that the other files of the bundle name";
            109 BundleSegmentVanished "BUNDLE_SEGMENT_VANISHED" Open Refused "the bundle lacks a part of the register that was present before";
            110 BundleSegments "BUNDLE_SEGMENTS" Open Refused "the list of segments of the bundle is inconsistent";
            112 BundleFile "BUNDLE_FILE" Open Data "this is not a Rastau bundle, or it is truncated" "; get the .rastau file again";
            113 BundleFileTooLarge "BUNDLE_FILE_TOO_LARGE" Open Data ("a part of the file") ["{name}"] " is larger than any part of a bundle can be";
            114 BundleNewerFormat "BUNDLE_NEWER_FORMAT" Open Refused ("a signed file of the bundle") ["the {file} file"] " needs a newer version of the program" "; update Rastau";
            115 BundleLoweredFloor "BUNDLE_LOWERED_FLOOR" Open Refused "a trust root has lower minimum versions or times than the one before it" "; the earlier root is kept, report this";
            116 BundleClosed "BUNDLE_CLOSED" Open Refused "the register has replaced the keys of this bundle" "; open a newer one";
            117 BundleEnded "BUNDLE_ENDED" Open Refused "the bundle has ended, and the one in use has not" "; get a newer one";
            120 DiskFile "DISK_FILE" Disk NoInput ("a file of the bundle is missing or cannot be read") ["cannot read {path}: {source}"] "; copy the complete bundle again";
            121 DiskTooLarge "DISK_TOO_LARGE" Disk Data ("the file") ["{path}"] " is larger than any file of a bundle can be" [" ({max} bytes)"];
            122 DiskNotABundle "DISK_NOT_A_BUNDLE" Disk Data ("this") ["{path}"] " is not a Rastau bundle" "; give the published directory or .rastau file";
            123 DiskSegment "DISK_SEGMENT" Disk Refused ("a segment of the bundle is truncated or differs from the signed one; copy the bundle again") ["{name}: {error}"];
            124 SourceNotThere "SOURCE_NOT_THERE" Disk NoInput ("the source of the update lacks a file") ["{name} was not found"] "; give a published directory, a .rastau file or its web address";
            125 Source "SOURCE" Disk CannotFetch ("the source of the update could not be read") ["cannot get {name}: {source}"] "; try again";
            126 DiskFull "DISK_FULL" Disk CannotWrite ["cannot write {path}: "] "the disk is full" "; the active bundle is unchanged, free some space";
            127 DiskReadOnly "DISK_READ_ONLY" Disk CannotWrite ("the disk or directory is read-only") ["cannot write {path}: it is read-only"] "; the active bundle is unchanged, mount it for writing";
            128 DiskWrite "DISK_WRITE" Disk CannotWrite ("a file could not be written") ["cannot write {path}: {source}"] "; the active bundle is unchanged";
            129 DeviceBusy "DEVICE_BUSY" Disk Busy ("the device") ["{folder}"] " is being updated by another process" "; try again later";
            130 DeviceMemoryLost "DEVICE_MEMORY_LOST" Disk Refused ("the device") ["{folder}"] " has lost its trusted state" [" (state-a and state-b are damaged or missing)"] ", so it cannot detect older data; set up a new directory (rastau pull --root)";
            131 DeviceEmpty "DEVICE_EMPTY" Disk NoInput ("the device") ["{folder}"] " holds no bundle yet" "; update it first (rastau pull)";
            132 NotADevice "NOT_A_DEVICE" Disk CannotWrite ("the directory") ["{folder}"] " contains other files" [" ({found})"] "; choose a new or an empty directory for the device";
            133 DeviceOtherRoot "DEVICE_OTHER_ROOT" Disk Refused ("the trust root is not the one that this device trusts") ["this device trusts the root {trusted}, not {given}"] "; use another directory for another register";
            134 SourceWebPage "SOURCE_WEB_PAGE" Disk CannotFetch ("a web page came instead of a file of the register") ["a web page came instead of {name}"] "; sign in to the network, or check the address";
            135 DeviceClosed "DEVICE_CLOSED" Disk Refused ("the device") ["{folder}"] " holds a bundle whose keys the register has replaced" "; update it";
            136 SourceStatus "SOURCE_STATUS" Disk CannotFetch ("the source of the update answered with an error") ["the source answered {source_status} for {name}"] "; try again later";
            137 SourceOtherContent "SOURCE_OTHER_CONTENT" Disk Refused ("a file of the source") ["{name}"] " does not have the content that its name states" "; try another source";
            138 UpdateMoved "UPDATE_MOVED" Disk Busy "another update of the device was faster" "; try again";
            139 DeviceClosedByUpdate "DEVICE_CLOSED_BY_UPDATE" Disk Refused ("the device") ["{folder}"] " holds a bundle whose keys the register has replaced, and the new one could not be fetched" [": {source}"];
            140 RuleUnknown "RULE_UNKNOWN" Facts Usage ("no rule has this id") ["there is no rule \"{id}\""] "; `rastau rules` lists them";
            141 FactsNotAnObject "FACTS_NOT_AN_OBJECT" Facts Data "the facts are not a JSON object";
            142 FactsMalformed "FACTS_MALFORMED" Facts Data "the facts are not JSON" [": {problem}"];
            143 FactsField "FACTS_FIELD" Facts Data ("a fact has an impossible value, or the rule has no such fact") ["{name}: {problem}"];
            150 ActTooLong "ACT_TOO_LONG" Facts Data "the text is longer than the act can be" [" ({limit} bytes)"];
            151 ActNoArticle "ACT_NO_ARTICLE" Facts Data "no article was found in the text" "; the text of the act in English is needed";
            200 BadPointer "BAD_POINTER" Argument Internal "a required pointer is NULL, or is not aligned";
            201 BadLength "BAD_LENGTH" Argument Internal "a length is larger than the function allows";
            202 NotUtf8 "NOT_UTF8" Argument Internal "a text is not UTF-8";
            203 BadSize "BAD_SIZE" Argument Internal "the size field of a struct is not one that this library knows";
            204 BadLanguage "BAD_LANGUAGE" Argument Internal "no language has this number";
            205 BadNumber "BAD_NUMBER" Argument Internal "a number has no meaning for this argument";
            206 BadDate "BAD_DATE" Argument Internal "a day is not written as YYYY-MM-DD, or does not exist";
            207 BadTime "BAD_TIME" Argument Internal "a time is before 1970 or after the year 9999";
            208 BadIndex "BAD_INDEX" Argument Internal "an index is out of range";
            209 TrustRootNeeded "TRUST_ROOT_NEEDED" Argument Internal "no trust root was given; it comes with the device, not with the bundle";
            210 BadState "BAD_STATE" Argument Internal "the stored trusted state is damaged; without it a rollback cannot be detected";
            211 BadCalendar "BAD_CALENDAR" Argument Internal "the calendar of working days in the bundle cannot be read" "; copy the bundle again";
            212 WrongAnswer "WRONG_ANSWER" Argument Internal "the answer does not fit the question of the update";
            250 Panic "PANIC" Internal Internal "the library has a fault, which was caught; please report it";
            300 JsArgument "JS_ARGUMENT" Argument Usage "an argument is not what the function expects";
            301 JsPage "JS_PAGE" Page Refused "a page of the bundle is missing or differs from the signed one";
            302 JsTable "JS_TABLE" Read Data "a list cannot be read, or a report cannot be written";
        }
    };
}

for_each_error_code!(define_error_code);

/// The number, as in JSON.
impl serde::Serialize for ErrorCode {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_u16(self.number())
    }
}

/// The number.
impl core::fmt::Display for ErrorCode {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        self.number().fmt(f)
    }
}

#[cfg(test)]
mod tests {
    use alloc::collections::BTreeSet;

    use super::*;

    #[test]
    fn numbers_ascend_and_names_are_unique() {
        assert!(ErrorCode::ALL.is_sorted_by(|one, next| one.number() < next.number()));
        let names: BTreeSet<_> = ErrorCode::ALL.iter().map(|code| code.name()).collect();
        assert_eq!(names.len(), ErrorCode::ALL.len());
    }

    #[test]
    fn a_code_is_found_by_its_number_and_no_other_number_has_one() {
        let found = (0..=u16::MAX).filter_map(ErrorCode::from_number);
        assert!(found.eq(ErrorCode::ALL.iter().copied()));
    }

    #[test]
    fn each_number_is_in_the_range_of_its_stage() {
        for code in ErrorCode::ALL {
            let expected = match code.number() {
                1..=99 | 302 => Stage::Read,
                100..=119 => Stage::Open,
                120..=139 => Stage::Disk,
                140..=159 => Stage::Facts,
                200..=249 | 300 => Stage::Argument,
                250..=299 => Stage::Internal,
                _ => Stage::Page,
            };
            assert_eq!(code.stage(), expected, "{code:?}");
        }
    }

    #[test]
    fn texts_are_in_one_form() {
        for code in ErrorCode::ALL {
            let text = code.text();
            assert_eq!(code.text_c().to_str(), Ok(text));
            for text in [text, code.template()] {
                let first = text.chars().next().unwrap();
                assert!(!text.ends_with('.') && !first.is_uppercase(), "{text}");
            }
        }
    }

    #[test]
    fn each_value_in_a_text_is_a_field_of_the_error() {
        use crate::error::{ActError, CodeError, FactsError, OpenError, ReadError};
        use crate::{FileError, IdentityError, ReportError};
        let errors = [
            ReadError::VALUES,
            ReportError::VALUES,
            CodeError::VALUES,
            IdentityError::VALUES,
            OpenError::VALUES,
            FileError::VALUES,
            FactsError::VALUES,
            ActError::VALUES,
            crate::update::UpdateError::VALUES,
        ];
        for (code, values) in errors.concat() {
            for placeholder in code.template().split('{').skip(1) {
                let name = placeholder.split('}').next().unwrap();
                assert!(values.contains(&name), "{code:?}: {name}");
            }
        }
    }

    #[test]
    fn a_text_has_the_values_of_the_error() {
        use crate::error::IdentityError;
        use crate::error::{CodeError, FieldProblem, FormField, ReadError};
        let cases = [
            (ReadError::TooLong { limit: 9 }, "the input is longer than any document can be (9 bytes)"),
            (ReadError::Form { problem: "{limit}".into() }, "the form cannot be read: {limit}"),
            (
                ReadError::Code(CodeError::Length { found: 3 }),
                "field \"code\": a verification code has 17 letters and digits, this has 3",
            ),
            (
                ReadError::Field {
                    field: FormField::Centre,
                    problem: FieldProblem::Centre(IdentityError::NotTwelveDigits),
                },
                "field \"centre\": an IIN or BIN has exactly 12 digits",
            ),
        ];
        for (error, text) in cases {
            assert_eq!(alloc::string::ToString::to_string(&error), text);
        }
    }
}
