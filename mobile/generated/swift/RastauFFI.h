// Written by `cargo xtask mobile generate` (UniFFI); changes belong in mobile/src.

#pragma once

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

// The following structs are used to implement the lowest level
// of the FFI, and thus useful to multiple uniffied crates.
// We ensure they are declared exactly once, with a header guard, UNIFFI_SHARED_H.
#ifdef UNIFFI_SHARED_H
    // We also try to prevent mixing versions of shared uniffi header structs.
    // If you add anything to the #else block, you must increment the version suffix in UNIFFI_SHARED_HEADER_V4
    #ifndef UNIFFI_SHARED_HEADER_V4
        #error Combining helper code from multiple versions of uniffi is not supported
    #endif // ndef UNIFFI_SHARED_HEADER_V4
#else
#define UNIFFI_SHARED_H
#define UNIFFI_SHARED_HEADER_V4
// ⚠️ Attention: If you change this #else block (ending in `#endif // def UNIFFI_SHARED_H`) you *must* ⚠️
// ⚠️ increment the version suffix in all instances of UNIFFI_SHARED_HEADER_V4 in this file.           ⚠️

typedef struct RustBuffer
{
    uint64_t capacity;
    uint64_t len;
    uint8_t *_Nullable data;
} RustBuffer;

typedef struct ForeignBytes
{
    int32_t len;
    const uint8_t *_Nullable data;
} ForeignBytes;

// Error definitions
typedef struct RustCallStatus {
    int8_t code;
    RustBuffer errorBuf;
} RustCallStatus;

// ⚠️ Attention: If you change this #else block (ending in `#endif // def UNIFFI_SHARED_H`) you *must* ⚠️
// ⚠️ increment the version suffix in all instances of UNIFFI_SHARED_HEADER_V4 in this file.           ⚠️
#endif // def UNIFFI_SHARED_H
#ifndef UNIFFI_FFIDEF_RUST_FUTURE_CONTINUATION_CALLBACK
#define UNIFFI_FFIDEF_RUST_FUTURE_CONTINUATION_CALLBACK
typedef void (*UniffiRustFutureContinuationCallback)(uint64_t, int8_t
    );

#endif
#ifndef UNIFFI_FFIDEF_FOREIGN_FUTURE_DROPPED_CALLBACK
#define UNIFFI_FFIDEF_FOREIGN_FUTURE_DROPPED_CALLBACK
typedef void (*UniffiForeignFutureDroppedCallback)(uint64_t
    );

#endif
#ifndef UNIFFI_FFIDEF_CALLBACK_INTERFACE_FREE
#define UNIFFI_FFIDEF_CALLBACK_INTERFACE_FREE
typedef void (*UniffiCallbackInterfaceFree)(uint64_t
    );

#endif
#ifndef UNIFFI_FFIDEF_CALLBACK_INTERFACE_CLONE
#define UNIFFI_FFIDEF_CALLBACK_INTERFACE_CLONE
typedef uint64_t (*UniffiCallbackInterfaceClone)(uint64_t
    );

#endif
#ifndef UNIFFI_FFIDEF_FOREIGN_FUTURE_DROPPED_CALLBACK_STRUCT
#define UNIFFI_FFIDEF_FOREIGN_FUTURE_DROPPED_CALLBACK_STRUCT
typedef struct UniffiForeignFutureDroppedCallbackStruct {
    uint64_t handle;
    UniffiForeignFutureDroppedCallback _Nonnull free;
} UniffiForeignFutureDroppedCallbackStruct;

#endif
#ifndef UNIFFI_FFIDEF_FOREIGN_FUTURE_RESULT_U8
#define UNIFFI_FFIDEF_FOREIGN_FUTURE_RESULT_U8
typedef struct UniffiForeignFutureResultU8 {
    uint8_t returnValue;
    RustCallStatus callStatus;
} UniffiForeignFutureResultU8;

#endif
#ifndef UNIFFI_FFIDEF_FOREIGN_FUTURE_COMPLETE_U8
#define UNIFFI_FFIDEF_FOREIGN_FUTURE_COMPLETE_U8
typedef void (*UniffiForeignFutureCompleteU8)(uint64_t, UniffiForeignFutureResultU8
    );

#endif
#ifndef UNIFFI_FFIDEF_FOREIGN_FUTURE_RESULT_I8
#define UNIFFI_FFIDEF_FOREIGN_FUTURE_RESULT_I8
typedef struct UniffiForeignFutureResultI8 {
    int8_t returnValue;
    RustCallStatus callStatus;
} UniffiForeignFutureResultI8;

#endif
#ifndef UNIFFI_FFIDEF_FOREIGN_FUTURE_COMPLETE_I8
#define UNIFFI_FFIDEF_FOREIGN_FUTURE_COMPLETE_I8
typedef void (*UniffiForeignFutureCompleteI8)(uint64_t, UniffiForeignFutureResultI8
    );

#endif
#ifndef UNIFFI_FFIDEF_FOREIGN_FUTURE_RESULT_U16
#define UNIFFI_FFIDEF_FOREIGN_FUTURE_RESULT_U16
typedef struct UniffiForeignFutureResultU16 {
    uint16_t returnValue;
    RustCallStatus callStatus;
} UniffiForeignFutureResultU16;

#endif
#ifndef UNIFFI_FFIDEF_FOREIGN_FUTURE_COMPLETE_U16
#define UNIFFI_FFIDEF_FOREIGN_FUTURE_COMPLETE_U16
typedef void (*UniffiForeignFutureCompleteU16)(uint64_t, UniffiForeignFutureResultU16
    );

#endif
#ifndef UNIFFI_FFIDEF_FOREIGN_FUTURE_RESULT_I16
#define UNIFFI_FFIDEF_FOREIGN_FUTURE_RESULT_I16
typedef struct UniffiForeignFutureResultI16 {
    int16_t returnValue;
    RustCallStatus callStatus;
} UniffiForeignFutureResultI16;

#endif
#ifndef UNIFFI_FFIDEF_FOREIGN_FUTURE_COMPLETE_I16
#define UNIFFI_FFIDEF_FOREIGN_FUTURE_COMPLETE_I16
typedef void (*UniffiForeignFutureCompleteI16)(uint64_t, UniffiForeignFutureResultI16
    );

#endif
#ifndef UNIFFI_FFIDEF_FOREIGN_FUTURE_RESULT_U32
#define UNIFFI_FFIDEF_FOREIGN_FUTURE_RESULT_U32
typedef struct UniffiForeignFutureResultU32 {
    uint32_t returnValue;
    RustCallStatus callStatus;
} UniffiForeignFutureResultU32;

#endif
#ifndef UNIFFI_FFIDEF_FOREIGN_FUTURE_COMPLETE_U32
#define UNIFFI_FFIDEF_FOREIGN_FUTURE_COMPLETE_U32
typedef void (*UniffiForeignFutureCompleteU32)(uint64_t, UniffiForeignFutureResultU32
    );

#endif
#ifndef UNIFFI_FFIDEF_FOREIGN_FUTURE_RESULT_I32
#define UNIFFI_FFIDEF_FOREIGN_FUTURE_RESULT_I32
typedef struct UniffiForeignFutureResultI32 {
    int32_t returnValue;
    RustCallStatus callStatus;
} UniffiForeignFutureResultI32;

#endif
#ifndef UNIFFI_FFIDEF_FOREIGN_FUTURE_COMPLETE_I32
#define UNIFFI_FFIDEF_FOREIGN_FUTURE_COMPLETE_I32
typedef void (*UniffiForeignFutureCompleteI32)(uint64_t, UniffiForeignFutureResultI32
    );

#endif
#ifndef UNIFFI_FFIDEF_FOREIGN_FUTURE_RESULT_U64
#define UNIFFI_FFIDEF_FOREIGN_FUTURE_RESULT_U64
typedef struct UniffiForeignFutureResultU64 {
    uint64_t returnValue;
    RustCallStatus callStatus;
} UniffiForeignFutureResultU64;

#endif
#ifndef UNIFFI_FFIDEF_FOREIGN_FUTURE_COMPLETE_U64
#define UNIFFI_FFIDEF_FOREIGN_FUTURE_COMPLETE_U64
typedef void (*UniffiForeignFutureCompleteU64)(uint64_t, UniffiForeignFutureResultU64
    );

#endif
#ifndef UNIFFI_FFIDEF_FOREIGN_FUTURE_RESULT_I64
#define UNIFFI_FFIDEF_FOREIGN_FUTURE_RESULT_I64
typedef struct UniffiForeignFutureResultI64 {
    int64_t returnValue;
    RustCallStatus callStatus;
} UniffiForeignFutureResultI64;

#endif
#ifndef UNIFFI_FFIDEF_FOREIGN_FUTURE_COMPLETE_I64
#define UNIFFI_FFIDEF_FOREIGN_FUTURE_COMPLETE_I64
typedef void (*UniffiForeignFutureCompleteI64)(uint64_t, UniffiForeignFutureResultI64
    );

#endif
#ifndef UNIFFI_FFIDEF_FOREIGN_FUTURE_RESULT_F32
#define UNIFFI_FFIDEF_FOREIGN_FUTURE_RESULT_F32
typedef struct UniffiForeignFutureResultF32 {
    float returnValue;
    RustCallStatus callStatus;
} UniffiForeignFutureResultF32;

#endif
#ifndef UNIFFI_FFIDEF_FOREIGN_FUTURE_COMPLETE_F32
#define UNIFFI_FFIDEF_FOREIGN_FUTURE_COMPLETE_F32
typedef void (*UniffiForeignFutureCompleteF32)(uint64_t, UniffiForeignFutureResultF32
    );

#endif
#ifndef UNIFFI_FFIDEF_FOREIGN_FUTURE_RESULT_F64
#define UNIFFI_FFIDEF_FOREIGN_FUTURE_RESULT_F64
typedef struct UniffiForeignFutureResultF64 {
    double returnValue;
    RustCallStatus callStatus;
} UniffiForeignFutureResultF64;

#endif
#ifndef UNIFFI_FFIDEF_FOREIGN_FUTURE_COMPLETE_F64
#define UNIFFI_FFIDEF_FOREIGN_FUTURE_COMPLETE_F64
typedef void (*UniffiForeignFutureCompleteF64)(uint64_t, UniffiForeignFutureResultF64
    );

#endif
#ifndef UNIFFI_FFIDEF_FOREIGN_FUTURE_RESULT_RUST_BUFFER
#define UNIFFI_FFIDEF_FOREIGN_FUTURE_RESULT_RUST_BUFFER
typedef struct UniffiForeignFutureResultRustBuffer {
    RustBuffer returnValue;
    RustCallStatus callStatus;
} UniffiForeignFutureResultRustBuffer;

#endif
#ifndef UNIFFI_FFIDEF_FOREIGN_FUTURE_COMPLETE_RUST_BUFFER
#define UNIFFI_FFIDEF_FOREIGN_FUTURE_COMPLETE_RUST_BUFFER
typedef void (*UniffiForeignFutureCompleteRustBuffer)(uint64_t, UniffiForeignFutureResultRustBuffer
    );

#endif
#ifndef UNIFFI_FFIDEF_FOREIGN_FUTURE_RESULT_VOID
#define UNIFFI_FFIDEF_FOREIGN_FUTURE_RESULT_VOID
typedef struct UniffiForeignFutureResultVoid {
    RustCallStatus callStatus;
} UniffiForeignFutureResultVoid;

#endif
#ifndef UNIFFI_FFIDEF_FOREIGN_FUTURE_COMPLETE_VOID
#define UNIFFI_FFIDEF_FOREIGN_FUTURE_COMPLETE_VOID
typedef void (*UniffiForeignFutureCompleteVoid)(uint64_t, UniffiForeignFutureResultVoid
    );

#endif
#ifndef UNIFFI_FFIDEF_UNIFFI_RASTAU_MOBILE_FN_CLONE_DEVICE
#define UNIFFI_FFIDEF_UNIFFI_RASTAU_MOBILE_FN_CLONE_DEVICE
uint64_t uniffi_rastau_mobile_fn_clone_device(uint64_t handle, RustCallStatus *_Nonnull out_status
);
#endif
#ifndef UNIFFI_FFIDEF_UNIFFI_RASTAU_MOBILE_FN_FREE_DEVICE
#define UNIFFI_FFIDEF_UNIFFI_RASTAU_MOBILE_FN_FREE_DEVICE
void uniffi_rastau_mobile_fn_free_device(uint64_t handle, RustCallStatus *_Nonnull out_status
);
#endif
#ifndef UNIFFI_FFIDEF_UNIFFI_RASTAU_MOBILE_FN_CONSTRUCTOR_DEVICE_NEW
#define UNIFFI_FFIDEF_UNIFFI_RASTAU_MOBILE_FN_CONSTRUCTOR_DEVICE_NEW
uint64_t uniffi_rastau_mobile_fn_constructor_device_new(RustBuffer folder, RustCallStatus *_Nonnull out_status
);
#endif
#ifndef UNIFFI_FFIDEF_UNIFFI_RASTAU_MOBILE_FN_METHOD_DEVICE_GENERATION
#define UNIFFI_FFIDEF_UNIFFI_RASTAU_MOBILE_FN_METHOD_DEVICE_GENERATION
int64_t uniffi_rastau_mobile_fn_method_device_generation(uint64_t ptr, RustCallStatus *_Nonnull out_status
);
#endif
#ifndef UNIFFI_FFIDEF_UNIFFI_RASTAU_MOBILE_FN_METHOD_DEVICE_UPDATE
#define UNIFFI_FFIDEF_UNIFFI_RASTAU_MOBILE_FN_METHOD_DEVICE_UPDATE
RustBuffer uniffi_rastau_mobile_fn_method_device_update(uint64_t ptr, RustBuffer source, RustBuffer trust_root, RustBuffer now, int8_t clock_put_right, int8_t wait, RustCallStatus *_Nonnull out_status
);
#endif
#ifndef UNIFFI_FFIDEF_UNIFFI_RASTAU_MOBILE_FN_CLONE_VERIFIER
#define UNIFFI_FFIDEF_UNIFFI_RASTAU_MOBILE_FN_CLONE_VERIFIER
uint64_t uniffi_rastau_mobile_fn_clone_verifier(uint64_t handle, RustCallStatus *_Nonnull out_status
);
#endif
#ifndef UNIFFI_FFIDEF_UNIFFI_RASTAU_MOBILE_FN_FREE_VERIFIER
#define UNIFFI_FFIDEF_UNIFFI_RASTAU_MOBILE_FN_FREE_VERIFIER
void uniffi_rastau_mobile_fn_free_verifier(uint64_t handle, RustCallStatus *_Nonnull out_status
);
#endif
#ifndef UNIFFI_FFIDEF_UNIFFI_RASTAU_MOBILE_FN_CONSTRUCTOR_VERIFIER_OPEN
#define UNIFFI_FFIDEF_UNIFFI_RASTAU_MOBILE_FN_CONSTRUCTOR_VERIFIER_OPEN
uint64_t uniffi_rastau_mobile_fn_constructor_verifier_open(RustBuffer path, RustBuffer opening, RustCallStatus *_Nonnull out_status
);
#endif
#ifndef UNIFFI_FFIDEF_UNIFFI_RASTAU_MOBILE_FN_CONSTRUCTOR_VERIFIER_OPEN_BYTES
#define UNIFFI_FFIDEF_UNIFFI_RASTAU_MOBILE_FN_CONSTRUCTOR_VERIFIER_OPEN_BYTES
uint64_t uniffi_rastau_mobile_fn_constructor_verifier_open_bytes(RustBuffer bytes, RustBuffer opening, RustCallStatus *_Nonnull out_status
);
#endif
#ifndef UNIFFI_FFIDEF_UNIFFI_RASTAU_MOBILE_FN_CONSTRUCTOR_VERIFIER_OPEN_DEVICE
#define UNIFFI_FFIDEF_UNIFFI_RASTAU_MOBILE_FN_CONSTRUCTOR_VERIFIER_OPEN_DEVICE
uint64_t uniffi_rastau_mobile_fn_constructor_verifier_open_device(RustBuffer folder, RustBuffer policy, RustBuffer now, RustCallStatus *_Nonnull out_status
);
#endif
#ifndef UNIFFI_FFIDEF_UNIFFI_RASTAU_MOBILE_FN_METHOD_VERIFIER_EVALUATE_RULE
#define UNIFFI_FFIDEF_UNIFFI_RASTAU_MOBILE_FN_METHOD_VERIFIER_EVALUATE_RULE
RustBuffer uniffi_rastau_mobile_fn_method_verifier_evaluate_rule(uint64_t ptr, RustBuffer id, RustBuffer facts, RustBuffer language, RustCallStatus *_Nonnull out_status
);
#endif
#ifndef UNIFFI_FFIDEF_UNIFFI_RASTAU_MOBILE_FN_METHOD_VERIFIER_SNAPSHOT_INFO
#define UNIFFI_FFIDEF_UNIFFI_RASTAU_MOBILE_FN_METHOD_VERIFIER_SNAPSHOT_INFO
RustBuffer uniffi_rastau_mobile_fn_method_verifier_snapshot_info(uint64_t ptr, RustCallStatus *_Nonnull out_status
);
#endif
#ifndef UNIFFI_FFIDEF_UNIFFI_RASTAU_MOBILE_FN_METHOD_VERIFIER_STATE
#define UNIFFI_FFIDEF_UNIFFI_RASTAU_MOBILE_FN_METHOD_VERIFIER_STATE
RustBuffer uniffi_rastau_mobile_fn_method_verifier_state(uint64_t ptr, RustCallStatus *_Nonnull out_status
);
#endif
#ifndef UNIFFI_FFIDEF_UNIFFI_RASTAU_MOBILE_FN_METHOD_VERIFIER_VERIFY
#define UNIFFI_FFIDEF_UNIFFI_RASTAU_MOBILE_FN_METHOD_VERIFIER_VERIFY
RustBuffer uniffi_rastau_mobile_fn_method_verifier_verify(uint64_t ptr, RustBuffer text, RustBuffer question, RustCallStatus *_Nonnull out_status
);
#endif
#ifndef UNIFFI_FFIDEF_UNIFFI_RASTAU_MOBILE_FN_METHOD_VERIFIER_VERIFY_FORM
#define UNIFFI_FFIDEF_UNIFFI_RASTAU_MOBILE_FN_METHOD_VERIFIER_VERIFY_FORM
RustBuffer uniffi_rastau_mobile_fn_method_verifier_verify_form(uint64_t ptr, RustBuffer form, RustBuffer question, RustCallStatus *_Nonnull out_status
);
#endif
#ifndef UNIFFI_FFIDEF_UNIFFI_RASTAU_MOBILE_FN_METHOD_RASTAUERROR_CODE
#define UNIFFI_FFIDEF_UNIFFI_RASTAU_MOBILE_FN_METHOD_RASTAUERROR_CODE
RustBuffer uniffi_rastau_mobile_fn_method_rastauerror_code(RustBuffer ptr, RustCallStatus *_Nonnull out_status
);
#endif
#ifndef UNIFFI_FFIDEF_UNIFFI_RASTAU_MOBILE_FN_METHOD_RASTAUERROR_UNIFFI_TRAIT_DISPLAY
#define UNIFFI_FFIDEF_UNIFFI_RASTAU_MOBILE_FN_METHOD_RASTAUERROR_UNIFFI_TRAIT_DISPLAY
RustBuffer uniffi_rastau_mobile_fn_method_rastauerror_uniffi_trait_display(RustBuffer ptr, RustCallStatus *_Nonnull out_status
);
#endif
#ifndef UNIFFI_FFIDEF_UNIFFI_RASTAU_MOBILE_FN_FUNC_CHECK_CODE
#define UNIFFI_FFIDEF_UNIFFI_RASTAU_MOBILE_FN_FUNC_CHECK_CODE
void uniffi_rastau_mobile_fn_func_check_code(RustBuffer code, RustCallStatus *_Nonnull out_status
);
#endif
#ifndef UNIFFI_FFIDEF_UNIFFI_RASTAU_MOBILE_FN_FUNC_EXPLAIN_IDENTITY
#define UNIFFI_FFIDEF_UNIFFI_RASTAU_MOBILE_FN_FUNC_EXPLAIN_IDENTITY
RustBuffer uniffi_rastau_mobile_fn_func_explain_identity(RustBuffer number, RustBuffer language, RustCallStatus *_Nonnull out_status
);
#endif
#ifndef UNIFFI_FFIDEF_UNIFFI_RASTAU_MOBILE_FN_FUNC_IDENTIFY
#define UNIFFI_FFIDEF_UNIFFI_RASTAU_MOBILE_FN_FUNC_IDENTIFY
RustBuffer uniffi_rastau_mobile_fn_func_identify(RustBuffer number, RustCallStatus *_Nonnull out_status
);
#endif
#ifndef UNIFFI_FFIDEF_UNIFFI_RASTAU_MOBILE_FN_FUNC_EVALUATE_RULE
#define UNIFFI_FFIDEF_UNIFFI_RASTAU_MOBILE_FN_FUNC_EVALUATE_RULE
RustBuffer uniffi_rastau_mobile_fn_func_evaluate_rule(RustBuffer id, RustBuffer facts, RustBuffer language, RustCallStatus *_Nonnull out_status
);
#endif
#ifndef UNIFFI_FFIDEF_UNIFFI_RASTAU_MOBILE_FN_FUNC_RULES
#define UNIFFI_FFIDEF_UNIFFI_RASTAU_MOBILE_FN_FUNC_RULES
RustBuffer uniffi_rastau_mobile_fn_func_rules(RustCallStatus *_Nonnull out_status
    
);
#endif
#ifndef UNIFFI_FFIDEF_UNIFFI_RASTAU_MOBILE_FN_FUNC_BUNDLE_ROOT
#define UNIFFI_FFIDEF_UNIFFI_RASTAU_MOBILE_FN_FUNC_BUNDLE_ROOT
RustBuffer uniffi_rastau_mobile_fn_func_bundle_root(RustBuffer path, RustCallStatus *_Nonnull out_status
);
#endif
#ifndef UNIFFI_FFIDEF_UNIFFI_RASTAU_MOBILE_FN_FUNC_CHECK_INPUT
#define UNIFFI_FFIDEF_UNIFFI_RASTAU_MOBILE_FN_FUNC_CHECK_INPUT
void uniffi_rastau_mobile_fn_func_check_input(RustBuffer text, RustCallStatus *_Nonnull out_status
);
#endif
#ifndef UNIFFI_FFIDEF_FFI_RASTAU_MOBILE_RUSTBUFFER_ALLOC
#define UNIFFI_FFIDEF_FFI_RASTAU_MOBILE_RUSTBUFFER_ALLOC
RustBuffer ffi_rastau_mobile_rustbuffer_alloc(uint64_t size, RustCallStatus *_Nonnull out_status
);
#endif
#ifndef UNIFFI_FFIDEF_FFI_RASTAU_MOBILE_RUSTBUFFER_FROM_BYTES
#define UNIFFI_FFIDEF_FFI_RASTAU_MOBILE_RUSTBUFFER_FROM_BYTES
RustBuffer ffi_rastau_mobile_rustbuffer_from_bytes(ForeignBytes bytes, RustCallStatus *_Nonnull out_status
);
#endif
#ifndef UNIFFI_FFIDEF_FFI_RASTAU_MOBILE_RUSTBUFFER_FREE
#define UNIFFI_FFIDEF_FFI_RASTAU_MOBILE_RUSTBUFFER_FREE
void ffi_rastau_mobile_rustbuffer_free(RustBuffer buf, RustCallStatus *_Nonnull out_status
);
#endif
#ifndef UNIFFI_FFIDEF_FFI_RASTAU_MOBILE_RUSTBUFFER_RESERVE
#define UNIFFI_FFIDEF_FFI_RASTAU_MOBILE_RUSTBUFFER_RESERVE
RustBuffer ffi_rastau_mobile_rustbuffer_reserve(RustBuffer buf, uint64_t additional, RustCallStatus *_Nonnull out_status
);
#endif
#ifndef UNIFFI_FFIDEF_FFI_RASTAU_MOBILE_RUST_FUTURE_POLL_U8
#define UNIFFI_FFIDEF_FFI_RASTAU_MOBILE_RUST_FUTURE_POLL_U8
void ffi_rastau_mobile_rust_future_poll_u8(uint64_t handle, UniffiRustFutureContinuationCallback _Nonnull callback, uint64_t callback_data
);
#endif
#ifndef UNIFFI_FFIDEF_FFI_RASTAU_MOBILE_RUST_FUTURE_CANCEL_U8
#define UNIFFI_FFIDEF_FFI_RASTAU_MOBILE_RUST_FUTURE_CANCEL_U8
void ffi_rastau_mobile_rust_future_cancel_u8(uint64_t handle
);
#endif
#ifndef UNIFFI_FFIDEF_FFI_RASTAU_MOBILE_RUST_FUTURE_FREE_U8
#define UNIFFI_FFIDEF_FFI_RASTAU_MOBILE_RUST_FUTURE_FREE_U8
void ffi_rastau_mobile_rust_future_free_u8(uint64_t handle
);
#endif
#ifndef UNIFFI_FFIDEF_FFI_RASTAU_MOBILE_RUST_FUTURE_COMPLETE_U8
#define UNIFFI_FFIDEF_FFI_RASTAU_MOBILE_RUST_FUTURE_COMPLETE_U8
uint8_t ffi_rastau_mobile_rust_future_complete_u8(uint64_t handle, RustCallStatus *_Nonnull out_status
);
#endif
#ifndef UNIFFI_FFIDEF_FFI_RASTAU_MOBILE_RUST_FUTURE_POLL_I8
#define UNIFFI_FFIDEF_FFI_RASTAU_MOBILE_RUST_FUTURE_POLL_I8
void ffi_rastau_mobile_rust_future_poll_i8(uint64_t handle, UniffiRustFutureContinuationCallback _Nonnull callback, uint64_t callback_data
);
#endif
#ifndef UNIFFI_FFIDEF_FFI_RASTAU_MOBILE_RUST_FUTURE_CANCEL_I8
#define UNIFFI_FFIDEF_FFI_RASTAU_MOBILE_RUST_FUTURE_CANCEL_I8
void ffi_rastau_mobile_rust_future_cancel_i8(uint64_t handle
);
#endif
#ifndef UNIFFI_FFIDEF_FFI_RASTAU_MOBILE_RUST_FUTURE_FREE_I8
#define UNIFFI_FFIDEF_FFI_RASTAU_MOBILE_RUST_FUTURE_FREE_I8
void ffi_rastau_mobile_rust_future_free_i8(uint64_t handle
);
#endif
#ifndef UNIFFI_FFIDEF_FFI_RASTAU_MOBILE_RUST_FUTURE_COMPLETE_I8
#define UNIFFI_FFIDEF_FFI_RASTAU_MOBILE_RUST_FUTURE_COMPLETE_I8
int8_t ffi_rastau_mobile_rust_future_complete_i8(uint64_t handle, RustCallStatus *_Nonnull out_status
);
#endif
#ifndef UNIFFI_FFIDEF_FFI_RASTAU_MOBILE_RUST_FUTURE_POLL_U16
#define UNIFFI_FFIDEF_FFI_RASTAU_MOBILE_RUST_FUTURE_POLL_U16
void ffi_rastau_mobile_rust_future_poll_u16(uint64_t handle, UniffiRustFutureContinuationCallback _Nonnull callback, uint64_t callback_data
);
#endif
#ifndef UNIFFI_FFIDEF_FFI_RASTAU_MOBILE_RUST_FUTURE_CANCEL_U16
#define UNIFFI_FFIDEF_FFI_RASTAU_MOBILE_RUST_FUTURE_CANCEL_U16
void ffi_rastau_mobile_rust_future_cancel_u16(uint64_t handle
);
#endif
#ifndef UNIFFI_FFIDEF_FFI_RASTAU_MOBILE_RUST_FUTURE_FREE_U16
#define UNIFFI_FFIDEF_FFI_RASTAU_MOBILE_RUST_FUTURE_FREE_U16
void ffi_rastau_mobile_rust_future_free_u16(uint64_t handle
);
#endif
#ifndef UNIFFI_FFIDEF_FFI_RASTAU_MOBILE_RUST_FUTURE_COMPLETE_U16
#define UNIFFI_FFIDEF_FFI_RASTAU_MOBILE_RUST_FUTURE_COMPLETE_U16
uint16_t ffi_rastau_mobile_rust_future_complete_u16(uint64_t handle, RustCallStatus *_Nonnull out_status
);
#endif
#ifndef UNIFFI_FFIDEF_FFI_RASTAU_MOBILE_RUST_FUTURE_POLL_I16
#define UNIFFI_FFIDEF_FFI_RASTAU_MOBILE_RUST_FUTURE_POLL_I16
void ffi_rastau_mobile_rust_future_poll_i16(uint64_t handle, UniffiRustFutureContinuationCallback _Nonnull callback, uint64_t callback_data
);
#endif
#ifndef UNIFFI_FFIDEF_FFI_RASTAU_MOBILE_RUST_FUTURE_CANCEL_I16
#define UNIFFI_FFIDEF_FFI_RASTAU_MOBILE_RUST_FUTURE_CANCEL_I16
void ffi_rastau_mobile_rust_future_cancel_i16(uint64_t handle
);
#endif
#ifndef UNIFFI_FFIDEF_FFI_RASTAU_MOBILE_RUST_FUTURE_FREE_I16
#define UNIFFI_FFIDEF_FFI_RASTAU_MOBILE_RUST_FUTURE_FREE_I16
void ffi_rastau_mobile_rust_future_free_i16(uint64_t handle
);
#endif
#ifndef UNIFFI_FFIDEF_FFI_RASTAU_MOBILE_RUST_FUTURE_COMPLETE_I16
#define UNIFFI_FFIDEF_FFI_RASTAU_MOBILE_RUST_FUTURE_COMPLETE_I16
int16_t ffi_rastau_mobile_rust_future_complete_i16(uint64_t handle, RustCallStatus *_Nonnull out_status
);
#endif
#ifndef UNIFFI_FFIDEF_FFI_RASTAU_MOBILE_RUST_FUTURE_POLL_U32
#define UNIFFI_FFIDEF_FFI_RASTAU_MOBILE_RUST_FUTURE_POLL_U32
void ffi_rastau_mobile_rust_future_poll_u32(uint64_t handle, UniffiRustFutureContinuationCallback _Nonnull callback, uint64_t callback_data
);
#endif
#ifndef UNIFFI_FFIDEF_FFI_RASTAU_MOBILE_RUST_FUTURE_CANCEL_U32
#define UNIFFI_FFIDEF_FFI_RASTAU_MOBILE_RUST_FUTURE_CANCEL_U32
void ffi_rastau_mobile_rust_future_cancel_u32(uint64_t handle
);
#endif
#ifndef UNIFFI_FFIDEF_FFI_RASTAU_MOBILE_RUST_FUTURE_FREE_U32
#define UNIFFI_FFIDEF_FFI_RASTAU_MOBILE_RUST_FUTURE_FREE_U32
void ffi_rastau_mobile_rust_future_free_u32(uint64_t handle
);
#endif
#ifndef UNIFFI_FFIDEF_FFI_RASTAU_MOBILE_RUST_FUTURE_COMPLETE_U32
#define UNIFFI_FFIDEF_FFI_RASTAU_MOBILE_RUST_FUTURE_COMPLETE_U32
uint32_t ffi_rastau_mobile_rust_future_complete_u32(uint64_t handle, RustCallStatus *_Nonnull out_status
);
#endif
#ifndef UNIFFI_FFIDEF_FFI_RASTAU_MOBILE_RUST_FUTURE_POLL_I32
#define UNIFFI_FFIDEF_FFI_RASTAU_MOBILE_RUST_FUTURE_POLL_I32
void ffi_rastau_mobile_rust_future_poll_i32(uint64_t handle, UniffiRustFutureContinuationCallback _Nonnull callback, uint64_t callback_data
);
#endif
#ifndef UNIFFI_FFIDEF_FFI_RASTAU_MOBILE_RUST_FUTURE_CANCEL_I32
#define UNIFFI_FFIDEF_FFI_RASTAU_MOBILE_RUST_FUTURE_CANCEL_I32
void ffi_rastau_mobile_rust_future_cancel_i32(uint64_t handle
);
#endif
#ifndef UNIFFI_FFIDEF_FFI_RASTAU_MOBILE_RUST_FUTURE_FREE_I32
#define UNIFFI_FFIDEF_FFI_RASTAU_MOBILE_RUST_FUTURE_FREE_I32
void ffi_rastau_mobile_rust_future_free_i32(uint64_t handle
);
#endif
#ifndef UNIFFI_FFIDEF_FFI_RASTAU_MOBILE_RUST_FUTURE_COMPLETE_I32
#define UNIFFI_FFIDEF_FFI_RASTAU_MOBILE_RUST_FUTURE_COMPLETE_I32
int32_t ffi_rastau_mobile_rust_future_complete_i32(uint64_t handle, RustCallStatus *_Nonnull out_status
);
#endif
#ifndef UNIFFI_FFIDEF_FFI_RASTAU_MOBILE_RUST_FUTURE_POLL_U64
#define UNIFFI_FFIDEF_FFI_RASTAU_MOBILE_RUST_FUTURE_POLL_U64
void ffi_rastau_mobile_rust_future_poll_u64(uint64_t handle, UniffiRustFutureContinuationCallback _Nonnull callback, uint64_t callback_data
);
#endif
#ifndef UNIFFI_FFIDEF_FFI_RASTAU_MOBILE_RUST_FUTURE_CANCEL_U64
#define UNIFFI_FFIDEF_FFI_RASTAU_MOBILE_RUST_FUTURE_CANCEL_U64
void ffi_rastau_mobile_rust_future_cancel_u64(uint64_t handle
);
#endif
#ifndef UNIFFI_FFIDEF_FFI_RASTAU_MOBILE_RUST_FUTURE_FREE_U64
#define UNIFFI_FFIDEF_FFI_RASTAU_MOBILE_RUST_FUTURE_FREE_U64
void ffi_rastau_mobile_rust_future_free_u64(uint64_t handle
);
#endif
#ifndef UNIFFI_FFIDEF_FFI_RASTAU_MOBILE_RUST_FUTURE_COMPLETE_U64
#define UNIFFI_FFIDEF_FFI_RASTAU_MOBILE_RUST_FUTURE_COMPLETE_U64
uint64_t ffi_rastau_mobile_rust_future_complete_u64(uint64_t handle, RustCallStatus *_Nonnull out_status
);
#endif
#ifndef UNIFFI_FFIDEF_FFI_RASTAU_MOBILE_RUST_FUTURE_POLL_I64
#define UNIFFI_FFIDEF_FFI_RASTAU_MOBILE_RUST_FUTURE_POLL_I64
void ffi_rastau_mobile_rust_future_poll_i64(uint64_t handle, UniffiRustFutureContinuationCallback _Nonnull callback, uint64_t callback_data
);
#endif
#ifndef UNIFFI_FFIDEF_FFI_RASTAU_MOBILE_RUST_FUTURE_CANCEL_I64
#define UNIFFI_FFIDEF_FFI_RASTAU_MOBILE_RUST_FUTURE_CANCEL_I64
void ffi_rastau_mobile_rust_future_cancel_i64(uint64_t handle
);
#endif
#ifndef UNIFFI_FFIDEF_FFI_RASTAU_MOBILE_RUST_FUTURE_FREE_I64
#define UNIFFI_FFIDEF_FFI_RASTAU_MOBILE_RUST_FUTURE_FREE_I64
void ffi_rastau_mobile_rust_future_free_i64(uint64_t handle
);
#endif
#ifndef UNIFFI_FFIDEF_FFI_RASTAU_MOBILE_RUST_FUTURE_COMPLETE_I64
#define UNIFFI_FFIDEF_FFI_RASTAU_MOBILE_RUST_FUTURE_COMPLETE_I64
int64_t ffi_rastau_mobile_rust_future_complete_i64(uint64_t handle, RustCallStatus *_Nonnull out_status
);
#endif
#ifndef UNIFFI_FFIDEF_FFI_RASTAU_MOBILE_RUST_FUTURE_POLL_F32
#define UNIFFI_FFIDEF_FFI_RASTAU_MOBILE_RUST_FUTURE_POLL_F32
void ffi_rastau_mobile_rust_future_poll_f32(uint64_t handle, UniffiRustFutureContinuationCallback _Nonnull callback, uint64_t callback_data
);
#endif
#ifndef UNIFFI_FFIDEF_FFI_RASTAU_MOBILE_RUST_FUTURE_CANCEL_F32
#define UNIFFI_FFIDEF_FFI_RASTAU_MOBILE_RUST_FUTURE_CANCEL_F32
void ffi_rastau_mobile_rust_future_cancel_f32(uint64_t handle
);
#endif
#ifndef UNIFFI_FFIDEF_FFI_RASTAU_MOBILE_RUST_FUTURE_FREE_F32
#define UNIFFI_FFIDEF_FFI_RASTAU_MOBILE_RUST_FUTURE_FREE_F32
void ffi_rastau_mobile_rust_future_free_f32(uint64_t handle
);
#endif
#ifndef UNIFFI_FFIDEF_FFI_RASTAU_MOBILE_RUST_FUTURE_COMPLETE_F32
#define UNIFFI_FFIDEF_FFI_RASTAU_MOBILE_RUST_FUTURE_COMPLETE_F32
float ffi_rastau_mobile_rust_future_complete_f32(uint64_t handle, RustCallStatus *_Nonnull out_status
);
#endif
#ifndef UNIFFI_FFIDEF_FFI_RASTAU_MOBILE_RUST_FUTURE_POLL_F64
#define UNIFFI_FFIDEF_FFI_RASTAU_MOBILE_RUST_FUTURE_POLL_F64
void ffi_rastau_mobile_rust_future_poll_f64(uint64_t handle, UniffiRustFutureContinuationCallback _Nonnull callback, uint64_t callback_data
);
#endif
#ifndef UNIFFI_FFIDEF_FFI_RASTAU_MOBILE_RUST_FUTURE_CANCEL_F64
#define UNIFFI_FFIDEF_FFI_RASTAU_MOBILE_RUST_FUTURE_CANCEL_F64
void ffi_rastau_mobile_rust_future_cancel_f64(uint64_t handle
);
#endif
#ifndef UNIFFI_FFIDEF_FFI_RASTAU_MOBILE_RUST_FUTURE_FREE_F64
#define UNIFFI_FFIDEF_FFI_RASTAU_MOBILE_RUST_FUTURE_FREE_F64
void ffi_rastau_mobile_rust_future_free_f64(uint64_t handle
);
#endif
#ifndef UNIFFI_FFIDEF_FFI_RASTAU_MOBILE_RUST_FUTURE_COMPLETE_F64
#define UNIFFI_FFIDEF_FFI_RASTAU_MOBILE_RUST_FUTURE_COMPLETE_F64
double ffi_rastau_mobile_rust_future_complete_f64(uint64_t handle, RustCallStatus *_Nonnull out_status
);
#endif
#ifndef UNIFFI_FFIDEF_FFI_RASTAU_MOBILE_RUST_FUTURE_POLL_RUST_BUFFER
#define UNIFFI_FFIDEF_FFI_RASTAU_MOBILE_RUST_FUTURE_POLL_RUST_BUFFER
void ffi_rastau_mobile_rust_future_poll_rust_buffer(uint64_t handle, UniffiRustFutureContinuationCallback _Nonnull callback, uint64_t callback_data
);
#endif
#ifndef UNIFFI_FFIDEF_FFI_RASTAU_MOBILE_RUST_FUTURE_CANCEL_RUST_BUFFER
#define UNIFFI_FFIDEF_FFI_RASTAU_MOBILE_RUST_FUTURE_CANCEL_RUST_BUFFER
void ffi_rastau_mobile_rust_future_cancel_rust_buffer(uint64_t handle
);
#endif
#ifndef UNIFFI_FFIDEF_FFI_RASTAU_MOBILE_RUST_FUTURE_FREE_RUST_BUFFER
#define UNIFFI_FFIDEF_FFI_RASTAU_MOBILE_RUST_FUTURE_FREE_RUST_BUFFER
void ffi_rastau_mobile_rust_future_free_rust_buffer(uint64_t handle
);
#endif
#ifndef UNIFFI_FFIDEF_FFI_RASTAU_MOBILE_RUST_FUTURE_COMPLETE_RUST_BUFFER
#define UNIFFI_FFIDEF_FFI_RASTAU_MOBILE_RUST_FUTURE_COMPLETE_RUST_BUFFER
RustBuffer ffi_rastau_mobile_rust_future_complete_rust_buffer(uint64_t handle, RustCallStatus *_Nonnull out_status
);
#endif
#ifndef UNIFFI_FFIDEF_FFI_RASTAU_MOBILE_RUST_FUTURE_POLL_VOID
#define UNIFFI_FFIDEF_FFI_RASTAU_MOBILE_RUST_FUTURE_POLL_VOID
void ffi_rastau_mobile_rust_future_poll_void(uint64_t handle, UniffiRustFutureContinuationCallback _Nonnull callback, uint64_t callback_data
);
#endif
#ifndef UNIFFI_FFIDEF_FFI_RASTAU_MOBILE_RUST_FUTURE_CANCEL_VOID
#define UNIFFI_FFIDEF_FFI_RASTAU_MOBILE_RUST_FUTURE_CANCEL_VOID
void ffi_rastau_mobile_rust_future_cancel_void(uint64_t handle
);
#endif
#ifndef UNIFFI_FFIDEF_FFI_RASTAU_MOBILE_RUST_FUTURE_FREE_VOID
#define UNIFFI_FFIDEF_FFI_RASTAU_MOBILE_RUST_FUTURE_FREE_VOID
void ffi_rastau_mobile_rust_future_free_void(uint64_t handle
);
#endif
#ifndef UNIFFI_FFIDEF_FFI_RASTAU_MOBILE_RUST_FUTURE_COMPLETE_VOID
#define UNIFFI_FFIDEF_FFI_RASTAU_MOBILE_RUST_FUTURE_COMPLETE_VOID
void ffi_rastau_mobile_rust_future_complete_void(uint64_t handle, RustCallStatus *_Nonnull out_status
);
#endif
#ifndef UNIFFI_FFIDEF_UNIFFI_RASTAU_MOBILE_CHECKSUM_FUNC_CHECK_CODE
#define UNIFFI_FFIDEF_UNIFFI_RASTAU_MOBILE_CHECKSUM_FUNC_CHECK_CODE
uint16_t uniffi_rastau_mobile_checksum_func_check_code(void
    
);
#endif
#ifndef UNIFFI_FFIDEF_UNIFFI_RASTAU_MOBILE_CHECKSUM_FUNC_EXPLAIN_IDENTITY
#define UNIFFI_FFIDEF_UNIFFI_RASTAU_MOBILE_CHECKSUM_FUNC_EXPLAIN_IDENTITY
uint16_t uniffi_rastau_mobile_checksum_func_explain_identity(void
    
);
#endif
#ifndef UNIFFI_FFIDEF_UNIFFI_RASTAU_MOBILE_CHECKSUM_FUNC_IDENTIFY
#define UNIFFI_FFIDEF_UNIFFI_RASTAU_MOBILE_CHECKSUM_FUNC_IDENTIFY
uint16_t uniffi_rastau_mobile_checksum_func_identify(void
    
);
#endif
#ifndef UNIFFI_FFIDEF_UNIFFI_RASTAU_MOBILE_CHECKSUM_FUNC_EVALUATE_RULE
#define UNIFFI_FFIDEF_UNIFFI_RASTAU_MOBILE_CHECKSUM_FUNC_EVALUATE_RULE
uint16_t uniffi_rastau_mobile_checksum_func_evaluate_rule(void
    
);
#endif
#ifndef UNIFFI_FFIDEF_UNIFFI_RASTAU_MOBILE_CHECKSUM_FUNC_RULES
#define UNIFFI_FFIDEF_UNIFFI_RASTAU_MOBILE_CHECKSUM_FUNC_RULES
uint16_t uniffi_rastau_mobile_checksum_func_rules(void
    
);
#endif
#ifndef UNIFFI_FFIDEF_UNIFFI_RASTAU_MOBILE_CHECKSUM_FUNC_BUNDLE_ROOT
#define UNIFFI_FFIDEF_UNIFFI_RASTAU_MOBILE_CHECKSUM_FUNC_BUNDLE_ROOT
uint16_t uniffi_rastau_mobile_checksum_func_bundle_root(void
    
);
#endif
#ifndef UNIFFI_FFIDEF_UNIFFI_RASTAU_MOBILE_CHECKSUM_FUNC_CHECK_INPUT
#define UNIFFI_FFIDEF_UNIFFI_RASTAU_MOBILE_CHECKSUM_FUNC_CHECK_INPUT
uint16_t uniffi_rastau_mobile_checksum_func_check_input(void
    
);
#endif
#ifndef UNIFFI_FFIDEF_UNIFFI_RASTAU_MOBILE_CHECKSUM_METHOD_DEVICE_GENERATION
#define UNIFFI_FFIDEF_UNIFFI_RASTAU_MOBILE_CHECKSUM_METHOD_DEVICE_GENERATION
uint16_t uniffi_rastau_mobile_checksum_method_device_generation(void
    
);
#endif
#ifndef UNIFFI_FFIDEF_UNIFFI_RASTAU_MOBILE_CHECKSUM_METHOD_DEVICE_UPDATE
#define UNIFFI_FFIDEF_UNIFFI_RASTAU_MOBILE_CHECKSUM_METHOD_DEVICE_UPDATE
uint16_t uniffi_rastau_mobile_checksum_method_device_update(void
    
);
#endif
#ifndef UNIFFI_FFIDEF_UNIFFI_RASTAU_MOBILE_CHECKSUM_METHOD_VERIFIER_EVALUATE_RULE
#define UNIFFI_FFIDEF_UNIFFI_RASTAU_MOBILE_CHECKSUM_METHOD_VERIFIER_EVALUATE_RULE
uint16_t uniffi_rastau_mobile_checksum_method_verifier_evaluate_rule(void
    
);
#endif
#ifndef UNIFFI_FFIDEF_UNIFFI_RASTAU_MOBILE_CHECKSUM_METHOD_VERIFIER_SNAPSHOT_INFO
#define UNIFFI_FFIDEF_UNIFFI_RASTAU_MOBILE_CHECKSUM_METHOD_VERIFIER_SNAPSHOT_INFO
uint16_t uniffi_rastau_mobile_checksum_method_verifier_snapshot_info(void
    
);
#endif
#ifndef UNIFFI_FFIDEF_UNIFFI_RASTAU_MOBILE_CHECKSUM_METHOD_VERIFIER_STATE
#define UNIFFI_FFIDEF_UNIFFI_RASTAU_MOBILE_CHECKSUM_METHOD_VERIFIER_STATE
uint16_t uniffi_rastau_mobile_checksum_method_verifier_state(void
    
);
#endif
#ifndef UNIFFI_FFIDEF_UNIFFI_RASTAU_MOBILE_CHECKSUM_METHOD_VERIFIER_VERIFY
#define UNIFFI_FFIDEF_UNIFFI_RASTAU_MOBILE_CHECKSUM_METHOD_VERIFIER_VERIFY
uint16_t uniffi_rastau_mobile_checksum_method_verifier_verify(void
    
);
#endif
#ifndef UNIFFI_FFIDEF_UNIFFI_RASTAU_MOBILE_CHECKSUM_METHOD_VERIFIER_VERIFY_FORM
#define UNIFFI_FFIDEF_UNIFFI_RASTAU_MOBILE_CHECKSUM_METHOD_VERIFIER_VERIFY_FORM
uint16_t uniffi_rastau_mobile_checksum_method_verifier_verify_form(void
    
);
#endif
#ifndef UNIFFI_FFIDEF_UNIFFI_RASTAU_MOBILE_CHECKSUM_CONSTRUCTOR_DEVICE_NEW
#define UNIFFI_FFIDEF_UNIFFI_RASTAU_MOBILE_CHECKSUM_CONSTRUCTOR_DEVICE_NEW
uint16_t uniffi_rastau_mobile_checksum_constructor_device_new(void
    
);
#endif
#ifndef UNIFFI_FFIDEF_UNIFFI_RASTAU_MOBILE_CHECKSUM_CONSTRUCTOR_VERIFIER_OPEN
#define UNIFFI_FFIDEF_UNIFFI_RASTAU_MOBILE_CHECKSUM_CONSTRUCTOR_VERIFIER_OPEN
uint16_t uniffi_rastau_mobile_checksum_constructor_verifier_open(void
    
);
#endif
#ifndef UNIFFI_FFIDEF_UNIFFI_RASTAU_MOBILE_CHECKSUM_CONSTRUCTOR_VERIFIER_OPEN_BYTES
#define UNIFFI_FFIDEF_UNIFFI_RASTAU_MOBILE_CHECKSUM_CONSTRUCTOR_VERIFIER_OPEN_BYTES
uint16_t uniffi_rastau_mobile_checksum_constructor_verifier_open_bytes(void
    
);
#endif
#ifndef UNIFFI_FFIDEF_UNIFFI_RASTAU_MOBILE_CHECKSUM_CONSTRUCTOR_VERIFIER_OPEN_DEVICE
#define UNIFFI_FFIDEF_UNIFFI_RASTAU_MOBILE_CHECKSUM_CONSTRUCTOR_VERIFIER_OPEN_DEVICE
uint16_t uniffi_rastau_mobile_checksum_constructor_verifier_open_device(void
    
);
#endif
#ifndef UNIFFI_FFIDEF_FFI_RASTAU_MOBILE_UNIFFI_CONTRACT_VERSION
#define UNIFFI_FFIDEF_FFI_RASTAU_MOBILE_UNIFFI_CONTRACT_VERSION
uint32_t ffi_rastau_mobile_uniffi_contract_version(void
    
);
#endif

