//! Errors of the child process that decodes files (`cli/src/child.rs`).

use serde::{Deserialize, Serialize};

rastau_core::coded_error! {
    /// Why a file was not decoded. Nothing is known about its content.
    #[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, thiserror::Error)]
    pub enum DecodeError {
        /// The decoder needs more than 512 MiB.
        Memory = DecodeMemory,
        /// The decoder needs more than 20 seconds.
        Time = DecodeTime,
        /// The child crashed, or its answer is malformed.
        Failed = DecodeFailed,
        /// The child cannot be started, or this program cannot set limits on this system.
        NoProcess = DecodeNoProcess,
    }
}
