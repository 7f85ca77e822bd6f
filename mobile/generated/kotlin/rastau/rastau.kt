// Written by `cargo xtask mobile generate` (UniFFI); changes belong in mobile/src.

@file:Suppress("NAME_SHADOWING")

package rastau

// Common helper code.
//
// Ideally this would live in a separate .kt file where it can be unittested etc
// in isolation, and perhaps even published as a re-useable package.
//
// However, it's important that the details of how this helper code works (e.g. the
// way that different builtin types are passed across the FFI) exactly match what's
// expected by the Rust code on the other side of the interface. In practice right
// now that means coming from the exact some version of `uniffi` that was used to
// compile the Rust component. The easiest way to ensure this is to bundle the Kotlin
// helpers directly inline like we're doing here.

import com.sun.jna.Library
import com.sun.jna.IntegerType
import com.sun.jna.Native
import com.sun.jna.Pointer
import com.sun.jna.Structure
import com.sun.jna.Callback
import com.sun.jna.ptr.*
import java.nio.ByteBuffer
import java.nio.ByteOrder
import java.nio.CharBuffer
import java.nio.charset.CodingErrorAction
import java.util.concurrent.atomic.AtomicLong
import java.util.concurrent.ConcurrentHashMap
import java.util.concurrent.atomic.AtomicBoolean

// This is a helper for safely working with byte buffers returned from the Rust code.
// A rust-owned buffer is represented by its capacity, its current length, and a
// pointer to the underlying data.

/**
 * @suppress
 */
@Structure.FieldOrder("capacity", "len", "data")
open class RustBuffer : Structure() {
    // Note: `capacity` and `len` are actually `ULong` values, but JVM only supports signed values.
    // When dealing with these fields, make sure to call `toULong()`.
    @JvmField var capacity: Long = 0
    @JvmField var len: Long = 0
    @JvmField var data: Pointer? = null

    class ByValue: RustBuffer(), Structure.ByValue
    class ByReference: RustBuffer(), Structure.ByReference

   internal fun setValue(other: RustBuffer) {
        capacity = other.capacity
        len = other.len
        data = other.data
    }

    companion object {
        internal fun alloc(size: ULong = 0UL) = uniffiRustCall() { status ->
            // Note: need to convert the size to a `Long` value to make this work with JVM.
            UniffiLib.ffi_rastau_mobile_rustbuffer_alloc(size.toLong(), status)
        }.also {
            if(it.data == null) {
               throw RuntimeException("RustBuffer.alloc() returned null data pointer (size=${size})")
           }
        }

        internal fun create(capacity: ULong, len: ULong, data: Pointer?): RustBuffer.ByValue {
            var buf = RustBuffer.ByValue()
            buf.capacity = capacity.toLong()
            buf.len = len.toLong()
            buf.data = data
            return buf
        }

        internal fun free(buf: RustBuffer.ByValue) = uniffiRustCall() { status ->
            UniffiLib.ffi_rastau_mobile_rustbuffer_free(buf, status)
        }
    }

    @Suppress("TooGenericExceptionThrown")
    fun asByteBuffer() =
        this.data?.getByteBuffer(0, this.len)?.also {
            it.order(ByteOrder.BIG_ENDIAN)
        }
}

// This is a helper for safely passing byte references into the rust code.
// It's not actually used at the moment, because there aren't many things that you
// can take a direct pointer to in the JVM, and if we're going to copy something
// then we might as well copy it into a `RustBuffer`. But it's here for API
// completeness.

@Structure.FieldOrder("len", "data")
internal open class ForeignBytes : Structure() {
    @JvmField var len: Int = 0
    @JvmField var data: Pointer? = null

    class ByValue : ForeignBytes(), Structure.ByValue
}

// Converter for `&[u8]` / `[ByRef] bytes` arguments.
//
// Only `lower` is valid — zero-copy byte buffers only flow foreign -> Rust,
// and only in argument position. `lift`, `read`, `write`, and
// `allocationSize` have no sound implementation here and all panic at
// runtime. The `FfiConverter` interface is implemented so that the
// compiler enforces the full method set (rather than relying on eyeball).
//
// The provided `ByteBuffer` MUST be direct — only direct buffers have a
// stable native address that JNA can expose via `getDirectBufferPointer`.
// The returned `ForeignBytes.ByValue` is only valid for the duration of
// the FFI call; the Rust side treats it as a borrow.
internal object FfiConverterByRefBytes : FfiConverter<java.nio.ByteBuffer, ForeignBytes.ByValue> {
    override fun lower(value: java.nio.ByteBuffer): ForeignBytes.ByValue {
        require(value.isDirect) { "UniFFI zero-copy &[u8] requires a direct ByteBuffer. Use ByteBuffer.allocateDirect()." }
        val remaining = value.remaining()
        val fb = ForeignBytes.ByValue()
        fb.len = remaining
        // Zero-length direct buffers: skip getDirectBufferPointer (platform-variable behavior)
        // and pass null. The Rust side treats (null, 0) as &[].
        fb.data = if (remaining == 0) null else com.sun.jna.Native.getDirectBufferPointer(value)
        return fb
    }

    override fun lift(value: ForeignBytes.ByValue): java.nio.ByteBuffer =
        error("ByRef bytes cannot be lifted: zero-copy &[u8] only flows foreign->Rust")

    override fun read(buf: java.nio.ByteBuffer): java.nio.ByteBuffer =
        error("ByRef bytes cannot be read from a buffer: zero-copy &[u8] is only supported in argument position, not nested in records/options/etc.")

    override fun write(value: java.nio.ByteBuffer, buf: java.nio.ByteBuffer): Unit =
        error("ByRef bytes cannot be written to a buffer: zero-copy &[u8] is only supported in argument position, not nested in records/options/etc.")

    override fun allocationSize(value: java.nio.ByteBuffer): ULong =
        error("ByRef bytes have no RustBuffer allocation size: zero-copy &[u8] is only supported in argument position, not nested in records/options/etc.")
}
/**
 * The FfiConverter interface handles converter types to and from the FFI
 *
 * All implementing objects should be public to support external types.  When a
 * type is external we need to import it's FfiConverter.
 *
 * @suppress
 */
public interface FfiConverter<KotlinType, FfiType> {
    // Convert an FFI type to a Kotlin type
    fun lift(value: FfiType): KotlinType

    // Convert an Kotlin type to an FFI type
    fun lower(value: KotlinType): FfiType

    // Read a Kotlin type from a `ByteBuffer`
    fun read(buf: ByteBuffer): KotlinType

    // Calculate bytes to allocate when creating a `RustBuffer`
    //
    // This must return at least as many bytes as the write() function will
    // write. It can return more bytes than needed, for example when writing
    // Strings we can't know the exact bytes needed until we the UTF-8
    // encoding, so we pessimistically allocate the largest size possible (3
    // bytes per codepoint).  Allocating extra bytes is not really a big deal
    // because the `RustBuffer` is short-lived.
    fun allocationSize(value: KotlinType): ULong

    // Write a Kotlin type to a `ByteBuffer`
    fun write(value: KotlinType, buf: ByteBuffer)

    // Lower a value into a `RustBuffer`
    //
    // This method lowers a value into a `RustBuffer` rather than the normal
    // FfiType.  It's used by the callback interface code.  Callback interface
    // returns are always serialized into a `RustBuffer` regardless of their
    // normal FFI type.
    fun lowerIntoRustBuffer(value: KotlinType): RustBuffer.ByValue {
        val rbuf = RustBuffer.alloc(allocationSize(value))
        try {
            val bbuf = rbuf.data!!.getByteBuffer(0, rbuf.capacity).also {
                it.order(ByteOrder.BIG_ENDIAN)
            }
            write(value, bbuf)
            rbuf.writeField("len", bbuf.position().toLong())
            return rbuf
        } catch (e: Throwable) {
            RustBuffer.free(rbuf)
            throw e
        }
    }

    // Lift a value from a `RustBuffer`.
    //
    // This here mostly because of the symmetry with `lowerIntoRustBuffer()`.
    // It's currently only used by the `FfiConverterRustBuffer` class below.
    fun liftFromRustBuffer(rbuf: RustBuffer.ByValue): KotlinType {
        val byteBuf = rbuf.asByteBuffer()!!
        try {
           val item = read(byteBuf)
           if (byteBuf.hasRemaining()) {
               throw RuntimeException("junk remaining in buffer after lifting, something is very wrong!!")
           }
           return item
        } finally {
            RustBuffer.free(rbuf)
        }
    }
}

/**
 * FfiConverter that uses `RustBuffer` as the FfiType
 *
 * @suppress
 */
public interface FfiConverterRustBuffer<KotlinType>: FfiConverter<KotlinType, RustBuffer.ByValue> {
    override fun lift(value: RustBuffer.ByValue) = liftFromRustBuffer(value)
    override fun lower(value: KotlinType) = lowerIntoRustBuffer(value)
}
// A handful of classes and functions to support the generated data structures.
// This would be a good candidate for isolating in its own ffi-support lib.

internal const val UNIFFI_CALL_SUCCESS = 0.toByte()
internal const val UNIFFI_CALL_ERROR = 1.toByte()
internal const val UNIFFI_CALL_UNEXPECTED_ERROR = 2.toByte()

@Structure.FieldOrder("code", "error_buf")
internal open class UniffiRustCallStatus : Structure() {
    @JvmField var code: Byte = 0
    @JvmField var error_buf: RustBuffer.ByValue = RustBuffer.ByValue()

    class ByValue: UniffiRustCallStatus(), Structure.ByValue

    fun isSuccess(): Boolean {
        return code == UNIFFI_CALL_SUCCESS
    }

    fun isError(): Boolean {
        return code == UNIFFI_CALL_ERROR
    }

    fun isPanic(): Boolean {
        return code == UNIFFI_CALL_UNEXPECTED_ERROR
    }

    companion object {
        fun create(code: Byte, errorBuf: RustBuffer.ByValue): UniffiRustCallStatus.ByValue {
            val callStatus = UniffiRustCallStatus.ByValue()
            callStatus.code = code
            callStatus.error_buf = errorBuf
            return callStatus
        }
    }
}

class InternalException(message: String) : kotlin.Exception(message)

/**
 * Each top-level error class has a companion object that can lift the error from the call status's rust buffer
 *
 * @suppress
 */
interface UniffiRustCallStatusErrorHandler<E> {
    fun lift(error_buf: RustBuffer.ByValue): E;
}

// Helpers for calling Rust
// In practice we usually need to be synchronized to call this safely, so it doesn't
// synchronize itself

// Call a rust function that returns a Result<>.  Pass in the Error class companion that corresponds to the Err
private inline fun <U, E: kotlin.Exception> uniffiRustCallWithError(errorHandler: UniffiRustCallStatusErrorHandler<E>, callback: (UniffiRustCallStatus) -> U): U {
    var status = UniffiRustCallStatus()
    val return_value = callback(status)
    uniffiCheckCallStatus(errorHandler, status)
    return return_value
}

// Check UniffiRustCallStatus and throw an error if the call wasn't successful
private fun<E: kotlin.Exception> uniffiCheckCallStatus(errorHandler: UniffiRustCallStatusErrorHandler<E>, status: UniffiRustCallStatus) {
    if (status.isSuccess()) {
        return
    } else if (status.isError()) {
        throw errorHandler.lift(status.error_buf)
    } else if (status.isPanic()) {
        // when the rust code sees a panic, it tries to construct a rustbuffer
        // with the message.  but if that code panics, then it just sends back
        // an empty buffer.
        if (status.error_buf.len > 0) {
            throw InternalException(FfiConverterString.lift(status.error_buf))
        } else {
            throw InternalException("Rust panic")
        }
    } else {
        throw InternalException("Unknown rust call status: $status.code")
    }
}

/**
 * UniffiRustCallStatusErrorHandler implementation for times when we don't expect a CALL_ERROR
 *
 * @suppress
 */
object UniffiNullRustCallStatusErrorHandler: UniffiRustCallStatusErrorHandler<InternalException> {
    override fun lift(error_buf: RustBuffer.ByValue): InternalException {
        RustBuffer.free(error_buf)
        return InternalException("Unexpected CALL_ERROR")
    }
}

// Call a rust function that returns a plain value
private inline fun <U> uniffiRustCall(callback: (UniffiRustCallStatus) -> U): U {
    return uniffiRustCallWithError(UniffiNullRustCallStatusErrorHandler, callback)
}

internal inline fun<T> uniffiTraitInterfaceCall(
    callStatus: UniffiRustCallStatus,
    makeCall: () -> T,
    writeReturn: (T) -> Unit,
) {
    try {
        writeReturn(makeCall())
    } catch(e: kotlin.Exception) {
        val err = try { e.stackTraceToString() } catch(_: Throwable) { "" }
        callStatus.code = UNIFFI_CALL_UNEXPECTED_ERROR
        callStatus.error_buf = FfiConverterString.lower(err)
    }
}

internal inline fun<T, reified E: Throwable> uniffiTraitInterfaceCallWithError(
    callStatus: UniffiRustCallStatus,
    makeCall: () -> T,
    writeReturn: (T) -> Unit,
    lowerError: (E) -> RustBuffer.ByValue
) {
    try {
        writeReturn(makeCall())
    } catch(e: kotlin.Exception) {
        if (e is E) {
            callStatus.code = UNIFFI_CALL_ERROR
            callStatus.error_buf = lowerError(e)
        } else {
            val err = try { e.stackTraceToString() } catch(_: Throwable) { "" }
            callStatus.code = UNIFFI_CALL_UNEXPECTED_ERROR
            callStatus.error_buf = FfiConverterString.lower(err)
        }
    }
}
// Initial value and increment amount for handles. 
// These ensure that Kotlin-generated handles always have the lowest bit set
private const val UNIFFI_HANDLEMAP_INITIAL = 1.toLong()
private const val UNIFFI_HANDLEMAP_DELTA = 2.toLong()

// Map handles to objects
//
// This is used pass an opaque 64-bit handle representing a foreign object to the Rust code.
internal class UniffiHandleMap<T: Any> {
    private val map = ConcurrentHashMap<Long, T>()
    // Start 
    private val counter = java.util.concurrent.atomic.AtomicLong(UNIFFI_HANDLEMAP_INITIAL)

    val size: Int
        get() = map.size

    // Insert a new object into the handle map and get a handle for it
    fun insert(obj: T): Long {
        val handle = counter.getAndAdd(UNIFFI_HANDLEMAP_DELTA)
        map.put(handle, obj)
        return handle
    }

    // Clone a handle, creating a new one
    fun clone(handle: Long): Long {
        val obj = map.get(handle) ?: throw InternalException("UniffiHandleMap.clone: Invalid handle")
        return insert(obj)
    }

    // Get an object from the handle map
    fun get(handle: Long): T {
        return map.get(handle) ?: throw InternalException("UniffiHandleMap.get: Invalid handle")
    }

    // Remove an entry from the handlemap and get the Kotlin object back
    fun remove(handle: Long): T {
        return map.remove(handle) ?: throw InternalException("UniffiHandleMap: Invalid handle")
    }
}

// Contains loading, initialization code,
// and the FFI Function declarations in a com.sun.jna.Library.
@Synchronized
private fun findLibraryName(componentName: String): String {
    val libOverride = System.getProperty("uniffi.component.$componentName.libraryOverride")
    if (libOverride != null) {
        return libOverride
    }
    return "rastau_mobile"
}

// Define FFI callback types
internal interface UniffiRustFutureContinuationCallback : com.sun.jna.Callback {
    fun callback(`data`: Long,`pollResult`: Byte,)
}
internal interface UniffiForeignFutureDroppedCallback : com.sun.jna.Callback {
    fun callback(`handle`: Long,)
}
internal interface UniffiCallbackInterfaceFree : com.sun.jna.Callback {
    fun callback(`handle`: Long,)
}
internal interface UniffiCallbackInterfaceClone : com.sun.jna.Callback {
    fun callback(`handle`: Long,)
    : Long
}
@Structure.FieldOrder("handle", "free")
internal open class UniffiForeignFutureDroppedCallbackStruct(
    @JvmField internal var `handle`: Long = 0.toLong(),
    @JvmField internal var `free`: UniffiForeignFutureDroppedCallback? = null,
) : Structure() {
    class UniffiByValue(
        `handle`: Long = 0.toLong(),
        `free`: UniffiForeignFutureDroppedCallback? = null,
    ): UniffiForeignFutureDroppedCallbackStruct(`handle`,`free`,), Structure.ByValue

   internal fun uniffiSetValue(other: UniffiForeignFutureDroppedCallbackStruct) {
        `handle` = other.`handle`
        `free` = other.`free`
    }

}
@Structure.FieldOrder("returnValue", "callStatus")
internal open class UniffiForeignFutureResultU8(
    @JvmField internal var `returnValue`: Byte = 0.toByte(),
    @JvmField internal var `callStatus`: UniffiRustCallStatus.ByValue = UniffiRustCallStatus.ByValue(),
) : Structure() {
    class UniffiByValue(
        `returnValue`: Byte = 0.toByte(),
        `callStatus`: UniffiRustCallStatus.ByValue = UniffiRustCallStatus.ByValue(),
    ): UniffiForeignFutureResultU8(`returnValue`,`callStatus`,), Structure.ByValue

   internal fun uniffiSetValue(other: UniffiForeignFutureResultU8) {
        `returnValue` = other.`returnValue`
        `callStatus` = other.`callStatus`
    }

}
internal interface UniffiForeignFutureCompleteU8 : com.sun.jna.Callback {
    fun callback(`callbackData`: Long,`result`: UniffiForeignFutureResultU8.UniffiByValue,)
}
@Structure.FieldOrder("returnValue", "callStatus")
internal open class UniffiForeignFutureResultI8(
    @JvmField internal var `returnValue`: Byte = 0.toByte(),
    @JvmField internal var `callStatus`: UniffiRustCallStatus.ByValue = UniffiRustCallStatus.ByValue(),
) : Structure() {
    class UniffiByValue(
        `returnValue`: Byte = 0.toByte(),
        `callStatus`: UniffiRustCallStatus.ByValue = UniffiRustCallStatus.ByValue(),
    ): UniffiForeignFutureResultI8(`returnValue`,`callStatus`,), Structure.ByValue

   internal fun uniffiSetValue(other: UniffiForeignFutureResultI8) {
        `returnValue` = other.`returnValue`
        `callStatus` = other.`callStatus`
    }

}
internal interface UniffiForeignFutureCompleteI8 : com.sun.jna.Callback {
    fun callback(`callbackData`: Long,`result`: UniffiForeignFutureResultI8.UniffiByValue,)
}
@Structure.FieldOrder("returnValue", "callStatus")
internal open class UniffiForeignFutureResultU16(
    @JvmField internal var `returnValue`: Short = 0.toShort(),
    @JvmField internal var `callStatus`: UniffiRustCallStatus.ByValue = UniffiRustCallStatus.ByValue(),
) : Structure() {
    class UniffiByValue(
        `returnValue`: Short = 0.toShort(),
        `callStatus`: UniffiRustCallStatus.ByValue = UniffiRustCallStatus.ByValue(),
    ): UniffiForeignFutureResultU16(`returnValue`,`callStatus`,), Structure.ByValue

   internal fun uniffiSetValue(other: UniffiForeignFutureResultU16) {
        `returnValue` = other.`returnValue`
        `callStatus` = other.`callStatus`
    }

}
internal interface UniffiForeignFutureCompleteU16 : com.sun.jna.Callback {
    fun callback(`callbackData`: Long,`result`: UniffiForeignFutureResultU16.UniffiByValue,)
}
@Structure.FieldOrder("returnValue", "callStatus")
internal open class UniffiForeignFutureResultI16(
    @JvmField internal var `returnValue`: Short = 0.toShort(),
    @JvmField internal var `callStatus`: UniffiRustCallStatus.ByValue = UniffiRustCallStatus.ByValue(),
) : Structure() {
    class UniffiByValue(
        `returnValue`: Short = 0.toShort(),
        `callStatus`: UniffiRustCallStatus.ByValue = UniffiRustCallStatus.ByValue(),
    ): UniffiForeignFutureResultI16(`returnValue`,`callStatus`,), Structure.ByValue

   internal fun uniffiSetValue(other: UniffiForeignFutureResultI16) {
        `returnValue` = other.`returnValue`
        `callStatus` = other.`callStatus`
    }

}
internal interface UniffiForeignFutureCompleteI16 : com.sun.jna.Callback {
    fun callback(`callbackData`: Long,`result`: UniffiForeignFutureResultI16.UniffiByValue,)
}
@Structure.FieldOrder("returnValue", "callStatus")
internal open class UniffiForeignFutureResultU32(
    @JvmField internal var `returnValue`: Int = 0,
    @JvmField internal var `callStatus`: UniffiRustCallStatus.ByValue = UniffiRustCallStatus.ByValue(),
) : Structure() {
    class UniffiByValue(
        `returnValue`: Int = 0,
        `callStatus`: UniffiRustCallStatus.ByValue = UniffiRustCallStatus.ByValue(),
    ): UniffiForeignFutureResultU32(`returnValue`,`callStatus`,), Structure.ByValue

   internal fun uniffiSetValue(other: UniffiForeignFutureResultU32) {
        `returnValue` = other.`returnValue`
        `callStatus` = other.`callStatus`
    }

}
internal interface UniffiForeignFutureCompleteU32 : com.sun.jna.Callback {
    fun callback(`callbackData`: Long,`result`: UniffiForeignFutureResultU32.UniffiByValue,)
}
@Structure.FieldOrder("returnValue", "callStatus")
internal open class UniffiForeignFutureResultI32(
    @JvmField internal var `returnValue`: Int = 0,
    @JvmField internal var `callStatus`: UniffiRustCallStatus.ByValue = UniffiRustCallStatus.ByValue(),
) : Structure() {
    class UniffiByValue(
        `returnValue`: Int = 0,
        `callStatus`: UniffiRustCallStatus.ByValue = UniffiRustCallStatus.ByValue(),
    ): UniffiForeignFutureResultI32(`returnValue`,`callStatus`,), Structure.ByValue

   internal fun uniffiSetValue(other: UniffiForeignFutureResultI32) {
        `returnValue` = other.`returnValue`
        `callStatus` = other.`callStatus`
    }

}
internal interface UniffiForeignFutureCompleteI32 : com.sun.jna.Callback {
    fun callback(`callbackData`: Long,`result`: UniffiForeignFutureResultI32.UniffiByValue,)
}
@Structure.FieldOrder("returnValue", "callStatus")
internal open class UniffiForeignFutureResultU64(
    @JvmField internal var `returnValue`: Long = 0.toLong(),
    @JvmField internal var `callStatus`: UniffiRustCallStatus.ByValue = UniffiRustCallStatus.ByValue(),
) : Structure() {
    class UniffiByValue(
        `returnValue`: Long = 0.toLong(),
        `callStatus`: UniffiRustCallStatus.ByValue = UniffiRustCallStatus.ByValue(),
    ): UniffiForeignFutureResultU64(`returnValue`,`callStatus`,), Structure.ByValue

   internal fun uniffiSetValue(other: UniffiForeignFutureResultU64) {
        `returnValue` = other.`returnValue`
        `callStatus` = other.`callStatus`
    }

}
internal interface UniffiForeignFutureCompleteU64 : com.sun.jna.Callback {
    fun callback(`callbackData`: Long,`result`: UniffiForeignFutureResultU64.UniffiByValue,)
}
@Structure.FieldOrder("returnValue", "callStatus")
internal open class UniffiForeignFutureResultI64(
    @JvmField internal var `returnValue`: Long = 0.toLong(),
    @JvmField internal var `callStatus`: UniffiRustCallStatus.ByValue = UniffiRustCallStatus.ByValue(),
) : Structure() {
    class UniffiByValue(
        `returnValue`: Long = 0.toLong(),
        `callStatus`: UniffiRustCallStatus.ByValue = UniffiRustCallStatus.ByValue(),
    ): UniffiForeignFutureResultI64(`returnValue`,`callStatus`,), Structure.ByValue

   internal fun uniffiSetValue(other: UniffiForeignFutureResultI64) {
        `returnValue` = other.`returnValue`
        `callStatus` = other.`callStatus`
    }

}
internal interface UniffiForeignFutureCompleteI64 : com.sun.jna.Callback {
    fun callback(`callbackData`: Long,`result`: UniffiForeignFutureResultI64.UniffiByValue,)
}
@Structure.FieldOrder("returnValue", "callStatus")
internal open class UniffiForeignFutureResultF32(
    @JvmField internal var `returnValue`: Float = 0.0f,
    @JvmField internal var `callStatus`: UniffiRustCallStatus.ByValue = UniffiRustCallStatus.ByValue(),
) : Structure() {
    class UniffiByValue(
        `returnValue`: Float = 0.0f,
        `callStatus`: UniffiRustCallStatus.ByValue = UniffiRustCallStatus.ByValue(),
    ): UniffiForeignFutureResultF32(`returnValue`,`callStatus`,), Structure.ByValue

   internal fun uniffiSetValue(other: UniffiForeignFutureResultF32) {
        `returnValue` = other.`returnValue`
        `callStatus` = other.`callStatus`
    }

}
internal interface UniffiForeignFutureCompleteF32 : com.sun.jna.Callback {
    fun callback(`callbackData`: Long,`result`: UniffiForeignFutureResultF32.UniffiByValue,)
}
@Structure.FieldOrder("returnValue", "callStatus")
internal open class UniffiForeignFutureResultF64(
    @JvmField internal var `returnValue`: Double = 0.0,
    @JvmField internal var `callStatus`: UniffiRustCallStatus.ByValue = UniffiRustCallStatus.ByValue(),
) : Structure() {
    class UniffiByValue(
        `returnValue`: Double = 0.0,
        `callStatus`: UniffiRustCallStatus.ByValue = UniffiRustCallStatus.ByValue(),
    ): UniffiForeignFutureResultF64(`returnValue`,`callStatus`,), Structure.ByValue

   internal fun uniffiSetValue(other: UniffiForeignFutureResultF64) {
        `returnValue` = other.`returnValue`
        `callStatus` = other.`callStatus`
    }

}
internal interface UniffiForeignFutureCompleteF64 : com.sun.jna.Callback {
    fun callback(`callbackData`: Long,`result`: UniffiForeignFutureResultF64.UniffiByValue,)
}
@Structure.FieldOrder("returnValue", "callStatus")
internal open class UniffiForeignFutureResultRustBuffer(
    @JvmField internal var `returnValue`: RustBuffer.ByValue = RustBuffer.ByValue(),
    @JvmField internal var `callStatus`: UniffiRustCallStatus.ByValue = UniffiRustCallStatus.ByValue(),
) : Structure() {
    class UniffiByValue(
        `returnValue`: RustBuffer.ByValue = RustBuffer.ByValue(),
        `callStatus`: UniffiRustCallStatus.ByValue = UniffiRustCallStatus.ByValue(),
    ): UniffiForeignFutureResultRustBuffer(`returnValue`,`callStatus`,), Structure.ByValue

   internal fun uniffiSetValue(other: UniffiForeignFutureResultRustBuffer) {
        `returnValue` = other.`returnValue`
        `callStatus` = other.`callStatus`
    }

}
internal interface UniffiForeignFutureCompleteRustBuffer : com.sun.jna.Callback {
    fun callback(`callbackData`: Long,`result`: UniffiForeignFutureResultRustBuffer.UniffiByValue,)
}
@Structure.FieldOrder("callStatus")
internal open class UniffiForeignFutureResultVoid(
    @JvmField internal var `callStatus`: UniffiRustCallStatus.ByValue = UniffiRustCallStatus.ByValue(),
) : Structure() {
    class UniffiByValue(
        `callStatus`: UniffiRustCallStatus.ByValue = UniffiRustCallStatus.ByValue(),
    ): UniffiForeignFutureResultVoid(`callStatus`,), Structure.ByValue

   internal fun uniffiSetValue(other: UniffiForeignFutureResultVoid) {
        `callStatus` = other.`callStatus`
    }

}
internal interface UniffiForeignFutureCompleteVoid : com.sun.jna.Callback {
    fun callback(`callbackData`: Long,`result`: UniffiForeignFutureResultVoid.UniffiByValue,)
}

// A JNA Library to expose the extern-C FFI definitions.
// This is an implementation detail which will be called internally by the public API.

// For large crates we prevent `MethodTooLargeException` (see #2340)
// N.B. the name of the extension is very misleading, since it is
// rather `InterfaceTooLargeException`, caused by too many methods
// in the interface for large crates.
//
// By splitting the otherwise huge interface into two parts
// * UniffiLib (this)
// * IntegrityCheckingUniffiLib
// And all checksum methods are put into `IntegrityCheckingUniffiLib`
// we allow for ~2x as many methods in the UniffiLib interface.
//
// Note: above all written when we used JNA's `loadIndirect` etc.
// We now use JNA's "direct mapping" - unclear if same considerations apply exactly.
internal object IntegrityCheckingUniffiLib {
    init {
        Native.register(IntegrityCheckingUniffiLib::class.java, findLibraryName(componentName = "rastau"))
        uniffiCheckContractApiVersion(this)
        uniffiCheckApiChecksums(this)
    }

    internal fun ensureInitialized() = Unit
    external fun uniffi_rastau_mobile_checksum_func_check_code(
    ): Int
    external fun uniffi_rastau_mobile_checksum_func_explain_identity(
    ): Int
    external fun uniffi_rastau_mobile_checksum_func_identify(
    ): Int
    external fun uniffi_rastau_mobile_checksum_func_evaluate_rule(
    ): Int
    external fun uniffi_rastau_mobile_checksum_func_rules(
    ): Int
    external fun uniffi_rastau_mobile_checksum_func_repeat_report(
    ): Int
    external fun uniffi_rastau_mobile_checksum_func_bundle_root(
    ): Int
    external fun uniffi_rastau_mobile_checksum_func_check_input(
    ): Int
    external fun uniffi_rastau_mobile_checksum_method_device_generation(
    ): Int
    external fun uniffi_rastau_mobile_checksum_method_device_update(
    ): Int
    external fun uniffi_rastau_mobile_checksum_method_updatesession_closes_service(
    ): Int
    external fun uniffi_rastau_mobile_checksum_method_updatesession_commit(
    ): Int
    external fun uniffi_rastau_mobile_checksum_method_updatesession_end(
    ): Int
    external fun uniffi_rastau_mobile_checksum_method_updatesession_progress(
    ): Int
    external fun uniffi_rastau_mobile_checksum_method_updatesession_status(
    ): Int
    external fun uniffi_rastau_mobile_checksum_method_updatesession_take(
    ): Int
    external fun uniffi_rastau_mobile_checksum_method_updatesession_take_file(
    ): Int
    external fun uniffi_rastau_mobile_checksum_method_updatesession_want(
    ): Int
    external fun uniffi_rastau_mobile_checksum_method_verifier_report(
    ): Int
    external fun uniffi_rastau_mobile_checksum_method_verifier_evaluate_rule(
    ): Int
    external fun uniffi_rastau_mobile_checksum_method_verifier_snapshot_info(
    ): Int
    external fun uniffi_rastau_mobile_checksum_method_verifier_state(
    ): Int
    external fun uniffi_rastau_mobile_checksum_method_verifier_verify(
    ): Int
    external fun uniffi_rastau_mobile_checksum_method_verifier_verify_form(
    ): Int
    external fun uniffi_rastau_mobile_checksum_constructor_device_new(
    ): Int
    external fun uniffi_rastau_mobile_checksum_constructor_updatesession_begin(
    ): Int
    external fun uniffi_rastau_mobile_checksum_constructor_verifier_open(
    ): Int
    external fun uniffi_rastau_mobile_checksum_constructor_verifier_open_bytes(
    ): Int
    external fun uniffi_rastau_mobile_checksum_constructor_verifier_open_device(
    ): Int
    external fun ffi_rastau_mobile_uniffi_contract_version(
    ): Int

        
}

internal object UniffiLib {
    
    // The Cleaner for the whole library
    internal val CLEANER: UniffiCleaner by lazy {
        UniffiCleaner.create()
    }
    

    init {
        Native.register(UniffiLib::class.java, findLibraryName(componentName = "rastau"))
        
    }

    internal fun ensureInitialized() = Unit
    external fun uniffi_rastau_mobile_fn_clone_device(`handle`: Long,uniffi_out_err: UniffiRustCallStatus, 
    ): Long
    external fun uniffi_rastau_mobile_fn_free_device(`handle`: Long,uniffi_out_err: UniffiRustCallStatus, 
    ): Unit
    external fun uniffi_rastau_mobile_fn_constructor_device_new(`folder`: RustBuffer.ByValue,uniffi_out_err: UniffiRustCallStatus, 
    ): Long
    external fun uniffi_rastau_mobile_fn_method_device_generation(`ptr`: Long,uniffi_out_err: UniffiRustCallStatus, 
    ): Long
    external fun uniffi_rastau_mobile_fn_method_device_update(`ptr`: Long,`source`: RustBuffer.ByValue,`trustRoot`: RustBuffer.ByValue,`now`: RustBuffer.ByValue,`clockCorrected`: Byte,`fullCheck`: Byte,`firstUse`: Byte,uniffi_out_err: UniffiRustCallStatus, 
    ): RustBuffer.ByValue
    external fun uniffi_rastau_mobile_fn_clone_updatesession(`handle`: Long,uniffi_out_err: UniffiRustCallStatus, 
    ): Long
    external fun uniffi_rastau_mobile_fn_free_updatesession(`handle`: Long,uniffi_out_err: UniffiRustCallStatus, 
    ): Unit
    external fun uniffi_rastau_mobile_fn_constructor_updatesession_begin(`folder`: RustBuffer.ByValue,`trustRoot`: RustBuffer.ByValue,`now`: RustBuffer.ByValue,`clockCorrected`: Byte,`fullCheck`: Byte,`firstUse`: Byte,uniffi_out_err: UniffiRustCallStatus, 
    ): Long
    external fun uniffi_rastau_mobile_fn_method_updatesession_closes_service(`ptr`: Long,uniffi_out_err: UniffiRustCallStatus, 
    ): Byte
    external fun uniffi_rastau_mobile_fn_method_updatesession_commit(`ptr`: Long,uniffi_out_err: UniffiRustCallStatus, 
    ): RustBuffer.ByValue
    external fun uniffi_rastau_mobile_fn_method_updatesession_end(`ptr`: Long,uniffi_out_err: UniffiRustCallStatus, 
    ): Unit
    external fun uniffi_rastau_mobile_fn_method_updatesession_progress(`ptr`: Long,uniffi_out_err: UniffiRustCallStatus, 
    ): RustBuffer.ByValue
    external fun uniffi_rastau_mobile_fn_method_updatesession_status(`ptr`: Long,`status`: Int,uniffi_out_err: UniffiRustCallStatus, 
    ): Unit
    external fun uniffi_rastau_mobile_fn_method_updatesession_take(`ptr`: Long,`bytes`: RustBuffer.ByValue,`at`: Long,uniffi_out_err: UniffiRustCallStatus, 
    ): Unit
    external fun uniffi_rastau_mobile_fn_method_updatesession_take_file(`ptr`: Long,`path`: RustBuffer.ByValue,`at`: Long,uniffi_out_err: UniffiRustCallStatus, 
    ): Unit
    external fun uniffi_rastau_mobile_fn_method_updatesession_want(`ptr`: Long,uniffi_out_err: UniffiRustCallStatus, 
    ): RustBuffer.ByValue
    external fun uniffi_rastau_mobile_fn_clone_verifier(`handle`: Long,uniffi_out_err: UniffiRustCallStatus, 
    ): Long
    external fun uniffi_rastau_mobile_fn_free_verifier(`handle`: Long,uniffi_out_err: UniffiRustCallStatus, 
    ): Unit
    external fun uniffi_rastau_mobile_fn_constructor_verifier_open(`path`: RustBuffer.ByValue,`opening`: RustBuffer.ByValue,uniffi_out_err: UniffiRustCallStatus, 
    ): Long
    external fun uniffi_rastau_mobile_fn_constructor_verifier_open_bytes(`bytes`: RustBuffer.ByValue,`opening`: RustBuffer.ByValue,uniffi_out_err: UniffiRustCallStatus, 
    ): Long
    external fun uniffi_rastau_mobile_fn_constructor_verifier_open_device(`folder`: RustBuffer.ByValue,`policy`: RustBuffer.ByValue,`now`: RustBuffer.ByValue,uniffi_out_err: UniffiRustCallStatus, 
    ): Long
    external fun uniffi_rastau_mobile_fn_method_verifier_report(`ptr`: Long,`text`: RustBuffer.ByValue,`question`: RustBuffer.ByValue,`by`: RustBuffer.ByValue,uniffi_out_err: UniffiRustCallStatus, 
    ): RustBuffer.ByValue
    external fun uniffi_rastau_mobile_fn_method_verifier_evaluate_rule(`ptr`: Long,`id`: RustBuffer.ByValue,`facts`: RustBuffer.ByValue,`language`: RustBuffer.ByValue,uniffi_out_err: UniffiRustCallStatus, 
    ): RustBuffer.ByValue
    external fun uniffi_rastau_mobile_fn_method_verifier_snapshot_info(`ptr`: Long,uniffi_out_err: UniffiRustCallStatus, 
    ): RustBuffer.ByValue
    external fun uniffi_rastau_mobile_fn_method_verifier_state(`ptr`: Long,uniffi_out_err: UniffiRustCallStatus, 
    ): RustBuffer.ByValue
    external fun uniffi_rastau_mobile_fn_method_verifier_verify(`ptr`: Long,`text`: RustBuffer.ByValue,`question`: RustBuffer.ByValue,`beside`: RustBuffer.ByValue,uniffi_out_err: UniffiRustCallStatus, 
    ): RustBuffer.ByValue
    external fun uniffi_rastau_mobile_fn_method_verifier_verify_form(`ptr`: Long,`form`: RustBuffer.ByValue,`question`: RustBuffer.ByValue,uniffi_out_err: UniffiRustCallStatus, 
    ): RustBuffer.ByValue
    external fun uniffi_rastau_mobile_fn_method_rastauerror_code(`ptr`: RustBuffer.ByValue,uniffi_out_err: UniffiRustCallStatus, 
    ): RustBuffer.ByValue
    external fun uniffi_rastau_mobile_fn_method_rastauerror_uniffi_trait_display(`ptr`: RustBuffer.ByValue,uniffi_out_err: UniffiRustCallStatus, 
    ): RustBuffer.ByValue
    external fun uniffi_rastau_mobile_fn_func_check_code(`code`: RustBuffer.ByValue,uniffi_out_err: UniffiRustCallStatus, 
    ): Unit
    external fun uniffi_rastau_mobile_fn_func_explain_identity(`number`: RustBuffer.ByValue,`language`: RustBuffer.ByValue,uniffi_out_err: UniffiRustCallStatus, 
    ): RustBuffer.ByValue
    external fun uniffi_rastau_mobile_fn_func_identify(`number`: RustBuffer.ByValue,uniffi_out_err: UniffiRustCallStatus, 
    ): RustBuffer.ByValue
    external fun uniffi_rastau_mobile_fn_func_evaluate_rule(`id`: RustBuffer.ByValue,`facts`: RustBuffer.ByValue,`language`: RustBuffer.ByValue,uniffi_out_err: UniffiRustCallStatus, 
    ): RustBuffer.ByValue
    external fun uniffi_rastau_mobile_fn_func_rules(uniffi_out_err: UniffiRustCallStatus, 
    ): RustBuffer.ByValue
    external fun uniffi_rastau_mobile_fn_func_repeat_report(`report`: RustBuffer.ByValue,`input`: RustBuffer.ByValue,`path`: RustBuffer.ByValue,`language`: RustBuffer.ByValue,`trustRoot`: RustBuffer.ByValue,uniffi_out_err: UniffiRustCallStatus, 
    ): RustBuffer.ByValue
    external fun uniffi_rastau_mobile_fn_func_bundle_root(`path`: RustBuffer.ByValue,uniffi_out_err: UniffiRustCallStatus, 
    ): RustBuffer.ByValue
    external fun uniffi_rastau_mobile_fn_func_check_input(`text`: RustBuffer.ByValue,uniffi_out_err: UniffiRustCallStatus, 
    ): Unit
    external fun ffi_rastau_mobile_rustbuffer_alloc(`size`: Long,uniffi_out_err: UniffiRustCallStatus, 
    ): RustBuffer.ByValue
    external fun ffi_rastau_mobile_rustbuffer_from_bytes(`bytes`: ForeignBytes.ByValue,uniffi_out_err: UniffiRustCallStatus, 
    ): RustBuffer.ByValue
    external fun ffi_rastau_mobile_rustbuffer_free(`buf`: RustBuffer.ByValue,uniffi_out_err: UniffiRustCallStatus, 
    ): Unit
    external fun ffi_rastau_mobile_rustbuffer_reserve(`buf`: RustBuffer.ByValue,`additional`: Long,uniffi_out_err: UniffiRustCallStatus, 
    ): RustBuffer.ByValue
    external fun ffi_rastau_mobile_rust_future_poll_u8(`handle`: Long,`callback`: UniffiRustFutureContinuationCallback,`callbackData`: Long,
    ): Unit
    external fun ffi_rastau_mobile_rust_future_cancel_u8(`handle`: Long,
    ): Unit
    external fun ffi_rastau_mobile_rust_future_free_u8(`handle`: Long,
    ): Unit
    external fun ffi_rastau_mobile_rust_future_complete_u8(`handle`: Long,uniffi_out_err: UniffiRustCallStatus, 
    ): Int
    external fun ffi_rastau_mobile_rust_future_poll_i8(`handle`: Long,`callback`: UniffiRustFutureContinuationCallback,`callbackData`: Long,
    ): Unit
    external fun ffi_rastau_mobile_rust_future_cancel_i8(`handle`: Long,
    ): Unit
    external fun ffi_rastau_mobile_rust_future_free_i8(`handle`: Long,
    ): Unit
    external fun ffi_rastau_mobile_rust_future_complete_i8(`handle`: Long,uniffi_out_err: UniffiRustCallStatus, 
    ): Byte
    external fun ffi_rastau_mobile_rust_future_poll_u16(`handle`: Long,`callback`: UniffiRustFutureContinuationCallback,`callbackData`: Long,
    ): Unit
    external fun ffi_rastau_mobile_rust_future_cancel_u16(`handle`: Long,
    ): Unit
    external fun ffi_rastau_mobile_rust_future_free_u16(`handle`: Long,
    ): Unit
    external fun ffi_rastau_mobile_rust_future_complete_u16(`handle`: Long,uniffi_out_err: UniffiRustCallStatus, 
    ): Int
    external fun ffi_rastau_mobile_rust_future_poll_i16(`handle`: Long,`callback`: UniffiRustFutureContinuationCallback,`callbackData`: Long,
    ): Unit
    external fun ffi_rastau_mobile_rust_future_cancel_i16(`handle`: Long,
    ): Unit
    external fun ffi_rastau_mobile_rust_future_free_i16(`handle`: Long,
    ): Unit
    external fun ffi_rastau_mobile_rust_future_complete_i16(`handle`: Long,uniffi_out_err: UniffiRustCallStatus, 
    ): Short
    external fun ffi_rastau_mobile_rust_future_poll_u32(`handle`: Long,`callback`: UniffiRustFutureContinuationCallback,`callbackData`: Long,
    ): Unit
    external fun ffi_rastau_mobile_rust_future_cancel_u32(`handle`: Long,
    ): Unit
    external fun ffi_rastau_mobile_rust_future_free_u32(`handle`: Long,
    ): Unit
    external fun ffi_rastau_mobile_rust_future_complete_u32(`handle`: Long,uniffi_out_err: UniffiRustCallStatus, 
    ): Int
    external fun ffi_rastau_mobile_rust_future_poll_i32(`handle`: Long,`callback`: UniffiRustFutureContinuationCallback,`callbackData`: Long,
    ): Unit
    external fun ffi_rastau_mobile_rust_future_cancel_i32(`handle`: Long,
    ): Unit
    external fun ffi_rastau_mobile_rust_future_free_i32(`handle`: Long,
    ): Unit
    external fun ffi_rastau_mobile_rust_future_complete_i32(`handle`: Long,uniffi_out_err: UniffiRustCallStatus, 
    ): Int
    external fun ffi_rastau_mobile_rust_future_poll_u64(`handle`: Long,`callback`: UniffiRustFutureContinuationCallback,`callbackData`: Long,
    ): Unit
    external fun ffi_rastau_mobile_rust_future_cancel_u64(`handle`: Long,
    ): Unit
    external fun ffi_rastau_mobile_rust_future_free_u64(`handle`: Long,
    ): Unit
    external fun ffi_rastau_mobile_rust_future_complete_u64(`handle`: Long,uniffi_out_err: UniffiRustCallStatus, 
    ): Long
    external fun ffi_rastau_mobile_rust_future_poll_i64(`handle`: Long,`callback`: UniffiRustFutureContinuationCallback,`callbackData`: Long,
    ): Unit
    external fun ffi_rastau_mobile_rust_future_cancel_i64(`handle`: Long,
    ): Unit
    external fun ffi_rastau_mobile_rust_future_free_i64(`handle`: Long,
    ): Unit
    external fun ffi_rastau_mobile_rust_future_complete_i64(`handle`: Long,uniffi_out_err: UniffiRustCallStatus, 
    ): Long
    external fun ffi_rastau_mobile_rust_future_poll_f32(`handle`: Long,`callback`: UniffiRustFutureContinuationCallback,`callbackData`: Long,
    ): Unit
    external fun ffi_rastau_mobile_rust_future_cancel_f32(`handle`: Long,
    ): Unit
    external fun ffi_rastau_mobile_rust_future_free_f32(`handle`: Long,
    ): Unit
    external fun ffi_rastau_mobile_rust_future_complete_f32(`handle`: Long,uniffi_out_err: UniffiRustCallStatus, 
    ): Float
    external fun ffi_rastau_mobile_rust_future_poll_f64(`handle`: Long,`callback`: UniffiRustFutureContinuationCallback,`callbackData`: Long,
    ): Unit
    external fun ffi_rastau_mobile_rust_future_cancel_f64(`handle`: Long,
    ): Unit
    external fun ffi_rastau_mobile_rust_future_free_f64(`handle`: Long,
    ): Unit
    external fun ffi_rastau_mobile_rust_future_complete_f64(`handle`: Long,uniffi_out_err: UniffiRustCallStatus, 
    ): Double
    external fun ffi_rastau_mobile_rust_future_poll_rust_buffer(`handle`: Long,`callback`: UniffiRustFutureContinuationCallback,`callbackData`: Long,
    ): Unit
    external fun ffi_rastau_mobile_rust_future_cancel_rust_buffer(`handle`: Long,
    ): Unit
    external fun ffi_rastau_mobile_rust_future_free_rust_buffer(`handle`: Long,
    ): Unit
    external fun ffi_rastau_mobile_rust_future_complete_rust_buffer(`handle`: Long,uniffi_out_err: UniffiRustCallStatus, 
    ): RustBuffer.ByValue
    external fun ffi_rastau_mobile_rust_future_poll_void(`handle`: Long,`callback`: UniffiRustFutureContinuationCallback,`callbackData`: Long,
    ): Unit
    external fun ffi_rastau_mobile_rust_future_cancel_void(`handle`: Long,
    ): Unit
    external fun ffi_rastau_mobile_rust_future_free_void(`handle`: Long,
    ): Unit
    external fun ffi_rastau_mobile_rust_future_complete_void(`handle`: Long,uniffi_out_err: UniffiRustCallStatus, 
    ): Unit

        
}

private fun uniffiCheckContractApiVersion(lib: IntegrityCheckingUniffiLib) {
    // Get the bindings contract version from our ComponentInterface
    val bindings_contract_version = 30
    // Get the scaffolding contract version by calling the into the dylib
    val scaffolding_contract_version = lib.ffi_rastau_mobile_uniffi_contract_version()
    if (bindings_contract_version != scaffolding_contract_version) {
        throw RuntimeException("UniFFI contract version mismatch: try cleaning and rebuilding your project")
    }
}
@Suppress("UNUSED_PARAMETER")
private fun uniffiCheckApiChecksums(lib: IntegrityCheckingUniffiLib) {
    if ((lib.uniffi_rastau_mobile_checksum_func_check_code() and 0xFFFF) != 60965) {
        throw RuntimeException("UniFFI API checksum mismatch: try cleaning and rebuilding your project")
    }
    if ((lib.uniffi_rastau_mobile_checksum_func_explain_identity() and 0xFFFF) != 24024) {
        throw RuntimeException("UniFFI API checksum mismatch: try cleaning and rebuilding your project")
    }
    if ((lib.uniffi_rastau_mobile_checksum_func_identify() and 0xFFFF) != 62762) {
        throw RuntimeException("UniFFI API checksum mismatch: try cleaning and rebuilding your project")
    }
    if ((lib.uniffi_rastau_mobile_checksum_func_evaluate_rule() and 0xFFFF) != 10003) {
        throw RuntimeException("UniFFI API checksum mismatch: try cleaning and rebuilding your project")
    }
    if ((lib.uniffi_rastau_mobile_checksum_func_rules() and 0xFFFF) != 47648) {
        throw RuntimeException("UniFFI API checksum mismatch: try cleaning and rebuilding your project")
    }
    if ((lib.uniffi_rastau_mobile_checksum_func_repeat_report() and 0xFFFF) != 63749) {
        throw RuntimeException("UniFFI API checksum mismatch: try cleaning and rebuilding your project")
    }
    if ((lib.uniffi_rastau_mobile_checksum_func_bundle_root() and 0xFFFF) != 6757) {
        throw RuntimeException("UniFFI API checksum mismatch: try cleaning and rebuilding your project")
    }
    if ((lib.uniffi_rastau_mobile_checksum_func_check_input() and 0xFFFF) != 24384) {
        throw RuntimeException("UniFFI API checksum mismatch: try cleaning and rebuilding your project")
    }
    if ((lib.uniffi_rastau_mobile_checksum_method_device_generation() and 0xFFFF) != 49096) {
        throw RuntimeException("UniFFI API checksum mismatch: try cleaning and rebuilding your project")
    }
    if ((lib.uniffi_rastau_mobile_checksum_method_device_update() and 0xFFFF) != 19255) {
        throw RuntimeException("UniFFI API checksum mismatch: try cleaning and rebuilding your project")
    }
    if ((lib.uniffi_rastau_mobile_checksum_method_updatesession_closes_service() and 0xFFFF) != 30730) {
        throw RuntimeException("UniFFI API checksum mismatch: try cleaning and rebuilding your project")
    }
    if ((lib.uniffi_rastau_mobile_checksum_method_updatesession_commit() and 0xFFFF) != 57196) {
        throw RuntimeException("UniFFI API checksum mismatch: try cleaning and rebuilding your project")
    }
    if ((lib.uniffi_rastau_mobile_checksum_method_updatesession_end() and 0xFFFF) != 41684) {
        throw RuntimeException("UniFFI API checksum mismatch: try cleaning and rebuilding your project")
    }
    if ((lib.uniffi_rastau_mobile_checksum_method_updatesession_progress() and 0xFFFF) != 17483) {
        throw RuntimeException("UniFFI API checksum mismatch: try cleaning and rebuilding your project")
    }
    if ((lib.uniffi_rastau_mobile_checksum_method_updatesession_status() and 0xFFFF) != 59692) {
        throw RuntimeException("UniFFI API checksum mismatch: try cleaning and rebuilding your project")
    }
    if ((lib.uniffi_rastau_mobile_checksum_method_updatesession_take() and 0xFFFF) != 52011) {
        throw RuntimeException("UniFFI API checksum mismatch: try cleaning and rebuilding your project")
    }
    if ((lib.uniffi_rastau_mobile_checksum_method_updatesession_take_file() and 0xFFFF) != 31523) {
        throw RuntimeException("UniFFI API checksum mismatch: try cleaning and rebuilding your project")
    }
    if ((lib.uniffi_rastau_mobile_checksum_method_updatesession_want() and 0xFFFF) != 21765) {
        throw RuntimeException("UniFFI API checksum mismatch: try cleaning and rebuilding your project")
    }
    if ((lib.uniffi_rastau_mobile_checksum_method_verifier_report() and 0xFFFF) != 27675) {
        throw RuntimeException("UniFFI API checksum mismatch: try cleaning and rebuilding your project")
    }
    if ((lib.uniffi_rastau_mobile_checksum_method_verifier_evaluate_rule() and 0xFFFF) != 8179) {
        throw RuntimeException("UniFFI API checksum mismatch: try cleaning and rebuilding your project")
    }
    if ((lib.uniffi_rastau_mobile_checksum_method_verifier_snapshot_info() and 0xFFFF) != 2272) {
        throw RuntimeException("UniFFI API checksum mismatch: try cleaning and rebuilding your project")
    }
    if ((lib.uniffi_rastau_mobile_checksum_method_verifier_state() and 0xFFFF) != 21035) {
        throw RuntimeException("UniFFI API checksum mismatch: try cleaning and rebuilding your project")
    }
    if ((lib.uniffi_rastau_mobile_checksum_method_verifier_verify() and 0xFFFF) != 9841) {
        throw RuntimeException("UniFFI API checksum mismatch: try cleaning and rebuilding your project")
    }
    if ((lib.uniffi_rastau_mobile_checksum_method_verifier_verify_form() and 0xFFFF) != 60387) {
        throw RuntimeException("UniFFI API checksum mismatch: try cleaning and rebuilding your project")
    }
    if ((lib.uniffi_rastau_mobile_checksum_constructor_device_new() and 0xFFFF) != 65292) {
        throw RuntimeException("UniFFI API checksum mismatch: try cleaning and rebuilding your project")
    }
    if ((lib.uniffi_rastau_mobile_checksum_constructor_updatesession_begin() and 0xFFFF) != 30458) {
        throw RuntimeException("UniFFI API checksum mismatch: try cleaning and rebuilding your project")
    }
    if ((lib.uniffi_rastau_mobile_checksum_constructor_verifier_open() and 0xFFFF) != 10338) {
        throw RuntimeException("UniFFI API checksum mismatch: try cleaning and rebuilding your project")
    }
    if ((lib.uniffi_rastau_mobile_checksum_constructor_verifier_open_bytes() and 0xFFFF) != 42234) {
        throw RuntimeException("UniFFI API checksum mismatch: try cleaning and rebuilding your project")
    }
    if ((lib.uniffi_rastau_mobile_checksum_constructor_verifier_open_device() and 0xFFFF) != 2008) {
        throw RuntimeException("UniFFI API checksum mismatch: try cleaning and rebuilding your project")
    }
}

/**
 * @suppress
 */
public fun uniffiEnsureInitialized() {
    // Call arbitrary methods on IntegrityCheckingUniffiLib and UniffiLib to ensure that
    // their init blocks run. This ensures initialization across crates works as expected.
    IntegrityCheckingUniffiLib.ensureInitialized()
    UniffiLib.ensureInitialized()
}

// Async support

// Public interface members begin here.


// Interface implemented by anything that can contain an object reference.
//
// Such types expose a `destroy()` method that must be called to cleanly
// dispose of the contained objects. Failure to call this method may result
// in memory leaks.
//
// The easiest way to ensure this method is called is to use the `.use`
// helper method to execute a block and destroy the object at the end.
interface Disposable {
    fun destroy()
    companion object {
        fun destroy(vararg args: Any?) {
            for (arg in args) {
                when (arg) {
                    is Disposable -> arg.destroy()
                    is ArrayList<*> -> {
                        for (idx in arg.indices) {
                            val element = arg[idx]
                            if (element is Disposable) {
                                element.destroy()
                            }
                        }
                    }
                    is Map<*, *> -> {
                        for (element in arg.values) {
                            if (element is Disposable) {
                                element.destroy()
                            }
                        }
                    }
                    is Iterable<*> -> {
                        for (element in arg) {
                            if (element is Disposable) {
                                element.destroy()
                            }
                        }
                    }
                }
            }
        }
    }
}

/**
 * @suppress
 */
inline fun <T : Disposable?, R> T.use(block: (T) -> R) =
    try {
        block(this)
    } finally {
        try {
            // N.B. our implementation is on the nullable type `Disposable?`.
            this?.destroy()
        } catch (e: Throwable) {
            // swallow
        }
    }

/** 
 * Placeholder object used to signal that we're constructing an interface with a FFI handle.
 *
 * This is the first argument for interface constructors that input a raw handle. It exists is that
 * so we can avoid signature conflicts when an interface has a regular constructor than inputs a
 * Long.
 *
 * @suppress
 * */
object UniffiWithHandle

/** 
 * Used to instantiate an interface without an actual pointer, for fakes in tests, mostly.
 *
 * @suppress
 * */
object NoHandle
/**
 * The cleaner interface for Object finalization code to run.
 * This is the entry point to any implementation that we're using.
 *
 * The cleaner registers objects and returns cleanables, so now we are
 * defining a `UniffiCleaner` with a `UniffiClenaer.Cleanable` to abstract the
 * different implmentations available at compile time.
 *
 * @suppress
 */
interface UniffiCleaner {
    interface Cleanable {
        fun clean()
    }

    fun register(value: Any, cleanUpTask: Runnable): UniffiCleaner.Cleanable

    companion object
}

// The fallback Jna cleaner, which is available for both Android, and the JVM.
private class UniffiJnaCleaner : UniffiCleaner {
    private val cleaner = com.sun.jna.internal.Cleaner.getCleaner()

    override fun register(value: Any, cleanUpTask: Runnable): UniffiCleaner.Cleanable =
        UniffiJnaCleanable(cleaner.register(value, cleanUpTask))
}

private class UniffiJnaCleanable(
    private val cleanable: com.sun.jna.internal.Cleaner.Cleanable,
) : UniffiCleaner.Cleanable {
    override fun clean() = cleanable.clean()
}


// We decide at uniffi binding generation time whether we were
// using Android or not.
// There are further runtime checks to chose the correct implementation
// of the cleaner.
private fun UniffiCleaner.Companion.create(): UniffiCleaner =
    try {
        // For safety's sake: if the library hasn't been run in android_cleaner = true
        // mode, but is being run on Android, then we still need to think about
        // Android API versions.
        // So we check if java.lang.ref.Cleaner is there, and use that…
        java.lang.Class.forName("java.lang.ref.Cleaner")
        JavaLangRefCleaner()
    } catch (e: ClassNotFoundException) {
        // … otherwise, fallback to the JNA cleaner.
        UniffiJnaCleaner()
    }

private class JavaLangRefCleaner : UniffiCleaner {
    val cleaner = java.lang.ref.Cleaner.create()

    override fun register(value: Any, cleanUpTask: Runnable): UniffiCleaner.Cleanable =
        JavaLangRefCleanable(cleaner.register(value, cleanUpTask))
}

private class JavaLangRefCleanable(
    val cleanable: java.lang.ref.Cleaner.Cleanable
) : UniffiCleaner.Cleanable {
    override fun clean() = cleanable.clean()
}

/**
 * @suppress
 */
public object FfiConverterInt: FfiConverter<Int, Int> {
    override fun lift(value: Int): Int {
        return value
    }

    override fun read(buf: ByteBuffer): Int {
        return buf.getInt()
    }

    override fun lower(value: Int): Int {
        return value
    }

    override fun allocationSize(value: Int) = 4UL

    override fun write(value: Int, buf: ByteBuffer) {
        buf.putInt(value)
    }
}

/**
 * @suppress
 */
public object FfiConverterLong: FfiConverter<Long, Long> {
    override fun lift(value: Long): Long {
        return value
    }

    override fun read(buf: ByteBuffer): Long {
        return buf.getLong()
    }

    override fun lower(value: Long): Long {
        return value
    }

    override fun allocationSize(value: Long) = 8UL

    override fun write(value: Long, buf: ByteBuffer) {
        buf.putLong(value)
    }
}

/**
 * @suppress
 */
public object FfiConverterBoolean: FfiConverter<Boolean, Byte> {
    override fun lift(value: Byte): Boolean {
        return value.toInt() != 0
    }

    override fun read(buf: ByteBuffer): Boolean {
        return lift(buf.get())
    }

    override fun lower(value: Boolean): Byte {
        return if (value) 1.toByte() else 0.toByte()
    }

    override fun allocationSize(value: Boolean) = 1UL

    override fun write(value: Boolean, buf: ByteBuffer) {
        buf.put(lower(value))
    }
}

/**
 * @suppress
 */
public object FfiConverterString: FfiConverter<String, RustBuffer.ByValue> {
    // Note: we don't inherit from FfiConverterRustBuffer, because we use a
    // special encoding when lowering/lifting.  We can use `RustBuffer.len` to
    // store our length and avoid writing it out to the buffer.
    override fun lift(value: RustBuffer.ByValue): String {
        try {
            val byteArr = ByteArray(value.len.toInt())
            value.asByteBuffer()!!.get(byteArr)
            return byteArr.toString(Charsets.UTF_8)
        } finally {
            RustBuffer.free(value)
        }
    }

    override fun read(buf: ByteBuffer): String {
        val len = buf.getInt()
        val byteArr = ByteArray(len)
        buf.get(byteArr)
        return byteArr.toString(Charsets.UTF_8)
    }

    fun toUtf8(value: String): ByteBuffer {
        // Make sure we don't have invalid UTF-16, check for lone surrogates.
        return Charsets.UTF_8.newEncoder().run {
            onMalformedInput(CodingErrorAction.REPORT)
            encode(CharBuffer.wrap(value))
        }
    }

    override fun lower(value: String): RustBuffer.ByValue {
        val byteBuf = toUtf8(value)
        // Ideally we'd pass these bytes to `ffi_bytebuffer_from_bytes`, but doing so would require us
        // to copy them into a JNA `Memory`. So we might as well directly copy them into a `RustBuffer`.
        val rbuf = RustBuffer.alloc(byteBuf.limit().toULong())
        rbuf.asByteBuffer()!!.put(byteBuf)
        return rbuf
    }

    // We aren't sure exactly how many bytes our string will be once it's UTF-8
    // encoded.  Allocate 3 bytes per UTF-16 code unit which will always be
    // enough.
    override fun allocationSize(value: String): ULong {
        val sizeForLength = 4UL
        val sizeForString = value.length.toULong() * 3UL
        return sizeForLength + sizeForString
    }

    override fun write(value: String, buf: ByteBuffer) {
        val byteBuf = toUtf8(value)
        buf.putInt(byteBuf.limit())
        buf.put(byteBuf)
    }
}

/**
 * @suppress
 */
public object FfiConverterByteArray: FfiConverterRustBuffer<ByteArray> {
    override fun read(buf: ByteBuffer): ByteArray {
        val len = buf.getInt()
        val byteArr = ByteArray(len)
        buf.get(byteArr)
        return byteArr
    }
    override fun allocationSize(value: ByteArray): ULong {
        return 4UL + value.size.toULong()
    }
    override fun write(value: ByteArray, buf: ByteBuffer) {
        buf.putInt(value.size)
        buf.put(value)
    }
}


/**
 * @suppress
 */
public object FfiConverterTimestamp: FfiConverterRustBuffer<java.time.Instant> {
    override fun read(buf: ByteBuffer): java.time.Instant {
        val seconds = buf.getLong()
        // Type mismatch (should be u32) but we check for overflow/underflow below
        val nanoseconds = buf.getInt().toLong()
        if (nanoseconds < 0) {
            throw java.time.DateTimeException("Instant nanoseconds exceed minimum or maximum supported by uniffi")
        }
        if (seconds >= 0) {
            return java.time.Instant.EPOCH.plus(java.time.Duration.ofSeconds(seconds, nanoseconds))
        } else {
            return java.time.Instant.EPOCH.minus(java.time.Duration.ofSeconds(-seconds, nanoseconds))
        }
    }

    // 8 bytes for seconds, 4 bytes for nanoseconds
    override fun allocationSize(value: java.time.Instant) = 12UL

    override fun write(value: java.time.Instant, buf: ByteBuffer) {
        var epochOffset = java.time.Duration.between(java.time.Instant.EPOCH, value)

        var sign = 1
        if (epochOffset.isNegative()) {
            sign = -1
            epochOffset = epochOffset.negated()
        }

        if (epochOffset.nano < 0) {
            // Java docs provide guarantee that nano will always be positive, so this should be impossible
            // See: https://docs.oracle.com/javase/8/docs/api/java/time/Instant.html
            throw IllegalArgumentException("Invalid timestamp, nano value must be non-negative")
        }

        buf.putLong(sign * epochOffset.seconds)
        // Type mismatch (should be u32) but since values will always be between 0 and 999,999,999 it should be OK
        buf.putInt(epochOffset.nano)
    }
}


/**
 * @suppress
 */
public object FfiConverterDuration: FfiConverterRustBuffer<java.time.Duration> {
    override fun read(buf: ByteBuffer): java.time.Duration {
        // Type mismatch (should be u64) but we check for overflow/underflow below
        val seconds = buf.getLong()
        // Type mismatch (should be u32) but we check for overflow/underflow below
        val nanoseconds = buf.getInt().toLong()
        if (seconds < 0) {
            throw java.time.DateTimeException("Duration exceeds minimum or maximum value supported by uniffi")
        }
        if (nanoseconds < 0) {
            throw java.time.DateTimeException("Duration nanoseconds exceed minimum or maximum supported by uniffi")
        }
        return java.time.Duration.ofSeconds(seconds, nanoseconds)
    }

    // 8 bytes for seconds, 4 bytes for nanoseconds
    override fun allocationSize(value: java.time.Duration) = 12UL

    override fun write(value: java.time.Duration, buf: ByteBuffer) {
        if (value.seconds < 0) {
            // Rust does not support negative Durations
            throw IllegalArgumentException("Invalid duration, must be non-negative")
        }

        if (value.nano < 0) {
            // Java docs provide guarantee that nano will always be positive, so this should be impossible
            // See: https://docs.oracle.com/javase/8/docs/api/java/time/Duration.html
            throw IllegalArgumentException("Invalid duration, nano value must be non-negative")
        }

        // Type mismatch (should be u64) but since Rust doesn't support negative durations we should be OK
        buf.putLong(value.seconds)
        // Type mismatch (should be u32) but since values will always be between 0 and 999,999,999 it should be OK
        buf.putInt(value.nano)
    }
}


// This template implements a class for working with a Rust struct via a handle
// to the live Rust struct on the other side of the FFI.
//
// There's some subtlety here, because we have to be careful not to operate on a Rust
// struct after it has been dropped, and because we must expose a public API for freeing
// theq Kotlin wrapper object in lieu of reliable finalizers. The core requirements are:
//
//   * Each instance holds an opaque handle to the underlying Rust struct.
//     Method calls need to read this handle from the object's state and pass it in to
//     the Rust FFI.
//
//   * When an instance is no longer needed, its handle should be passed to a
//     special destructor function provided by the Rust FFI, which will drop the
//     underlying Rust struct.
//
//   * Given an instance, calling code is expected to call the special
//     `destroy` method in order to free it after use, either by calling it explicitly
//     or by using a higher-level helper like the `use` method. Failing to do so risks
//     leaking the underlying Rust struct.
//
//   * We can't assume that calling code will do the right thing, and must be prepared
//     to handle Kotlin method calls executing concurrently with or even after a call to
//     `destroy`, and to handle multiple (possibly concurrent!) calls to `destroy`.
//
//   * We must never allow Rust code to operate on the underlying Rust struct after
//     the destructor has been called, and must never call the destructor more than once.
//     Doing so may trigger memory unsafety.
//
//   * To mitigate many of the risks of leaking memory and use-after-free unsafety, a `Cleaner`
//     is implemented to call the destructor when the Kotlin object becomes unreachable.
//     This is done in a background thread. This is not a panacea, and client code should be aware that
//      1. the thread may starve if some there are objects that have poorly performing
//     `drop` methods or do significant work in their `drop` methods.
//      2. the thread is shared across the whole library. This can be tuned by using `android_cleaner = true`,
//         or `android = true` in the [`kotlin` section of the `uniffi.toml` file](https://mozilla.github.io/uniffi-rs/kotlin/configuration.html).
//
// If we try to implement this with mutual exclusion on access to the handle, there is the
// possibility of a race between a method call and a concurrent call to `destroy`:
//
//    * Thread A starts a method call, reads the value of the handle, but is interrupted
//      before it can pass the handle over the FFI to Rust.
//    * Thread B calls `destroy` and frees the underlying Rust struct.
//    * Thread A resumes, passing the already-read handle value to Rust and triggering
//      a use-after-free.
//
// One possible solution would be to use a `ReadWriteLock`, with each method call taking
// a read lock (and thus allowed to run concurrently) and the special `destroy` method
// taking a write lock (and thus blocking on live method calls). However, we aim not to
// generate methods with any hidden blocking semantics, and a `destroy` method that might
// block if called incorrectly seems to meet that bar.
//
// So, we achieve our goals by giving each instance an associated `AtomicLong` counter to track
// the number of in-flight method calls, and an `AtomicBoolean` flag to indicate whether `destroy`
// has been called. These are updated according to the following rules:
//
//    * The initial value of the counter is 1, indicating a live object with no in-flight calls.
//      The initial value for the flag is false.
//
//    * At the start of each method call, we atomically check the counter.
//      If it is 0 then the underlying Rust struct has already been destroyed and the call is aborted.
//      If it is nonzero them we atomically increment it by 1 and proceed with the method call.
//
//    * At the end of each method call, we atomically decrement and check the counter.
//      If it has reached zero then we destroy the underlying Rust struct.
//
//    * When `destroy` is called, we atomically flip the flag from false to true.
//      If the flag was already true we silently fail.
//      Otherwise we atomically decrement and check the counter.
//      If it has reached zero then we destroy the underlying Rust struct.
//
// Astute readers may observe that this all sounds very similar to the way that Rust's `Arc<T>` works,
// and indeed it is, with the addition of a flag to guard against multiple calls to `destroy`.
//
// The overall effect is that the underlying Rust struct is destroyed only when `destroy` has been
// called *and* all in-flight method calls have completed, avoiding violating any of the expectations
// of the underlying Rust code.
//
// This makes a cleaner a better alternative to _not_ calling `destroy()` as
// and when the object is finished with, but the abstraction is not perfect: if the Rust object's `drop`
// method is slow, and/or there are many objects to cleanup, and it's on a low end Android device, then the cleaner
// thread may be starved, and the app will leak memory.
//
// In this case, `destroy`ing manually may be a better solution.
//
// The cleaner can live side by side with the manual calling of `destroy`. In the order of responsiveness, uniffi objects
// with Rust peers are reclaimed:
//
// 1. By calling the `destroy` method of the object, which calls `rustObject.free()`. If that doesn't happen:
// 2. When the object becomes unreachable, AND the Cleaner thread gets to call `rustObject.free()`. If the thread is starved then:
// 3. The memory is reclaimed when the process terminates.
//
// [1] https://stackoverflow.com/questions/24376768/can-java-finalize-an-object-when-it-is-still-in-scope/24380219
//


/**
 * The directory in which an app or a kiosk stores its register. A new directory may be named; the first update makes it.
 * A `Verifier` opened by its path answers from it. `update` reads a directory or a file; an app with a network uses an
 * `UpdateSession`.
 */
public interface DeviceInterface {
    
    /**
     * Returns the number of the directory's state, which every change increases; 0 before the first update. A `Verifier` of
     * the directory compares it automatically; an app that stores answers compares it to know when to ask again.
     */
    fun `generation`(): kotlin.Long
    
    /**
     * Activates the bundle of `source`, a published directory or a `.rastau` file, if it is newer and every byte of it
     * is what was signed. Otherwise the active bundle stays, except after `DEVICE_CLOSED_BY_UPDATE`. Reads and writes the disk: call it off the main thread.
     *
     * `trust_root` sets a new device up, and must be the same at every later update. With `first_use` it is empty: the root of the
     * first bundle is trusted, whoever made it, and every verdict says so. `now` is the time; without it, the
     * device's clock is read. `clock_corrected` states that the clock was ahead and an operator has corrected it. `full_check`
     * checks every page of the segments in use first and replaces damaged ones; otherwise at most 1 MiB of them is checked, and all of
     * them after damage was found.
     */
    fun `update`(`source`: kotlin.String, `trustRoot`: kotlin.ByteArray, `now`: java.time.Instant? = null, `clockCorrected`: kotlin.Boolean = false, `fullCheck`: kotlin.Boolean = false, `firstUse`: kotlin.Boolean = false): DeviceUpdate
    
    companion object
}

/**
 * The directory in which an app or a kiosk stores its register. A new directory may be named; the first update makes it.
 * A `Verifier` opened by its path answers from it. `update` reads a directory or a file; an app with a network uses an
 * `UpdateSession`.
 */
open class Device: Disposable, AutoCloseable, DeviceInterface
{

    @Suppress("UNUSED_PARAMETER")
    /**
     * @suppress
     */
    constructor(withHandle: UniffiWithHandle, handle: Long) {
        this.handle = handle
        this.cleanable = UniffiLib.CLEANER.register(this, UniffiCleanAction(handle))
    }

    /**
     * @suppress
     *
     * This constructor can be used to instantiate a fake object. Only used for tests. Any
     * attempt to actually use an object constructed this way will fail as there is no
     * connected Rust object.
     */
    @Suppress("UNUSED_PARAMETER")
    constructor(noHandle: NoHandle) {
        this.handle = 0
        this.cleanable = null
    }
    /**
     * The device in the directory `folder`. Nothing is read or written yet.
     */
    constructor(`folder`: kotlin.String) :
        this(UniffiWithHandle, 
    uniffiRustCall() { _status ->
    UniffiLib.uniffi_rastau_mobile_fn_constructor_device_new(
    
        
        FfiConverterString.lower(`folder`),_status)
}
    )

    protected val handle: Long
    protected val cleanable: UniffiCleaner.Cleanable?

    private val wasDestroyed = AtomicBoolean(false)
    private val callCounter = AtomicLong(1)

    /**
     * Whether the current object has been destroyed and its reference is gone in the Rust side.
     */
    val uniffiIsDestroyed: Boolean get() = wasDestroyed.get()

    override fun destroy() {
        // Only allow a single call to this method.
        // TODO: maybe we should log a warning if called more than once?
        if (this.wasDestroyed.compareAndSet(false, true)) {
            // This decrement always matches the initial count of 1 given at creation time.
            if (this.callCounter.decrementAndGet() == 0L) {
                cleanable?.clean()
            }
        }
    }

    @Synchronized
    override fun close() {
        this.destroy()
    }

    internal inline fun <R> callWithHandle(block: (handle: Long) -> R): R {
        // Check and increment the call counter, to keep the object alive.
        // This needs a compare-and-set retry loop in case of concurrent updates.
        do {
            val c = this.callCounter.get()
            if (c == 0L) {
                throw IllegalStateException("${this.javaClass.simpleName} object has already been destroyed")
            }
            if (c == Long.MAX_VALUE) {
                throw IllegalStateException("${this.javaClass.simpleName} call counter would overflow")
            }
        } while (! this.callCounter.compareAndSet(c, c + 1L))
        // Now we can safely do the method call without the handle being freed concurrently.
        try {
            return block(this.uniffiCloneHandle())
        } finally {
            // This decrement always matches the increment we performed above.
            if (this.callCounter.decrementAndGet() == 0L) {
                cleanable?.clean()
            }
        }
    }

    // Use a static inner class instead of a closure so as not to accidentally
    // capture `this` as part of the cleanable's action.
    private class UniffiCleanAction(private val handle: Long) : Runnable {
        override fun run() {
            if (handle == 0.toLong()) {
                // Fake object created with `NoHandle`, don't try to free.
                return;
            }
            uniffiRustCall { status ->
                UniffiLib.uniffi_rastau_mobile_fn_free_device(handle, status)
            }
        }
    }

    /**
     * @suppress
     */
    fun uniffiCloneHandle(): Long {
        if (handle == 0.toLong()) {
            throw InternalException("uniffiCloneHandle() called on NoHandle object");
        }
        return uniffiRustCall() { status ->
            UniffiLib.uniffi_rastau_mobile_fn_clone_device(handle, status)
        }
    }

    
    /**
     * Returns the number of the directory's state, which every change increases; 0 before the first update. A `Verifier` of
     * the directory compares it automatically; an app that stores answers compares it to know when to ask again.
     */
    @Throws(RastauException::class)override fun `generation`(): kotlin.Long {
            return FfiConverterLong.lift(
    callWithHandle {
    uniffiRustCallWithError(RastauException) { _status ->
    UniffiLib.uniffi_rastau_mobile_fn_method_device_generation(
        it,
        _status)
}
    }
    )
    }
    

    
    /**
     * Activates the bundle of `source`, a published directory or a `.rastau` file, if it is newer and every byte of it
     * is what was signed. Otherwise the active bundle stays, except after `DEVICE_CLOSED_BY_UPDATE`. Reads and writes the disk: call it off the main thread.
     *
     * `trust_root` sets a new device up, and must be the same at every later update. With `first_use` it is empty: the root of the
     * first bundle is trusted, whoever made it, and every verdict says so. `now` is the time; without it, the
     * device's clock is read. `clock_corrected` states that the clock was ahead and an operator has corrected it. `full_check`
     * checks every page of the segments in use first and replaces damaged ones; otherwise at most 1 MiB of them is checked, and all of
     * them after damage was found.
     */
    @Throws(RastauException::class)override fun `update`(`source`: kotlin.String, `trustRoot`: kotlin.ByteArray, `now`: java.time.Instant?, `clockCorrected`: kotlin.Boolean, `fullCheck`: kotlin.Boolean, `firstUse`: kotlin.Boolean): DeviceUpdate {
            return FfiConverterTypeDeviceUpdate.lift(
    callWithHandle {
    uniffiRustCallWithError(RastauException) { _status ->
    UniffiLib.uniffi_rastau_mobile_fn_method_device_update(
        it,
        
        FfiConverterString.lower(`source`),
        FfiConverterByteArray.lower(`trustRoot`),
        FfiConverterOptionalTimestamp.lower(`now`),
        FfiConverterBoolean.lower(`clockCorrected`),
        FfiConverterBoolean.lower(`fullCheck`),
        FfiConverterBoolean.lower(`firstUse`),_status)
}
    }
    )
    }
    

    

    


    
    
    /**
     * @suppress
     */
    companion object
    
}


/**
 * @suppress
 */
public object FfiConverterTypeDevice: FfiConverter<Device, Long> {
    override fun lower(value: Device): Long {
        return value.uniffiCloneHandle()
    }

    override fun lift(value: Long): Device {
        return Device(UniffiWithHandle, value)
    }

    override fun read(buf: ByteBuffer): Device {
        return lift(buf.getLong())
    }

    override fun allocationSize(value: Device) = 8UL

    override fun write(value: Device, buf: ByteBuffer) {
        buf.putLong(lower(value))
    }
}


// This template implements a class for working with a Rust struct via a handle
// to the live Rust struct on the other side of the FFI.
//
// There's some subtlety here, because we have to be careful not to operate on a Rust
// struct after it has been dropped, and because we must expose a public API for freeing
// theq Kotlin wrapper object in lieu of reliable finalizers. The core requirements are:
//
//   * Each instance holds an opaque handle to the underlying Rust struct.
//     Method calls need to read this handle from the object's state and pass it in to
//     the Rust FFI.
//
//   * When an instance is no longer needed, its handle should be passed to a
//     special destructor function provided by the Rust FFI, which will drop the
//     underlying Rust struct.
//
//   * Given an instance, calling code is expected to call the special
//     `destroy` method in order to free it after use, either by calling it explicitly
//     or by using a higher-level helper like the `use` method. Failing to do so risks
//     leaking the underlying Rust struct.
//
//   * We can't assume that calling code will do the right thing, and must be prepared
//     to handle Kotlin method calls executing concurrently with or even after a call to
//     `destroy`, and to handle multiple (possibly concurrent!) calls to `destroy`.
//
//   * We must never allow Rust code to operate on the underlying Rust struct after
//     the destructor has been called, and must never call the destructor more than once.
//     Doing so may trigger memory unsafety.
//
//   * To mitigate many of the risks of leaking memory and use-after-free unsafety, a `Cleaner`
//     is implemented to call the destructor when the Kotlin object becomes unreachable.
//     This is done in a background thread. This is not a panacea, and client code should be aware that
//      1. the thread may starve if some there are objects that have poorly performing
//     `drop` methods or do significant work in their `drop` methods.
//      2. the thread is shared across the whole library. This can be tuned by using `android_cleaner = true`,
//         or `android = true` in the [`kotlin` section of the `uniffi.toml` file](https://mozilla.github.io/uniffi-rs/kotlin/configuration.html).
//
// If we try to implement this with mutual exclusion on access to the handle, there is the
// possibility of a race between a method call and a concurrent call to `destroy`:
//
//    * Thread A starts a method call, reads the value of the handle, but is interrupted
//      before it can pass the handle over the FFI to Rust.
//    * Thread B calls `destroy` and frees the underlying Rust struct.
//    * Thread A resumes, passing the already-read handle value to Rust and triggering
//      a use-after-free.
//
// One possible solution would be to use a `ReadWriteLock`, with each method call taking
// a read lock (and thus allowed to run concurrently) and the special `destroy` method
// taking a write lock (and thus blocking on live method calls). However, we aim not to
// generate methods with any hidden blocking semantics, and a `destroy` method that might
// block if called incorrectly seems to meet that bar.
//
// So, we achieve our goals by giving each instance an associated `AtomicLong` counter to track
// the number of in-flight method calls, and an `AtomicBoolean` flag to indicate whether `destroy`
// has been called. These are updated according to the following rules:
//
//    * The initial value of the counter is 1, indicating a live object with no in-flight calls.
//      The initial value for the flag is false.
//
//    * At the start of each method call, we atomically check the counter.
//      If it is 0 then the underlying Rust struct has already been destroyed and the call is aborted.
//      If it is nonzero them we atomically increment it by 1 and proceed with the method call.
//
//    * At the end of each method call, we atomically decrement and check the counter.
//      If it has reached zero then we destroy the underlying Rust struct.
//
//    * When `destroy` is called, we atomically flip the flag from false to true.
//      If the flag was already true we silently fail.
//      Otherwise we atomically decrement and check the counter.
//      If it has reached zero then we destroy the underlying Rust struct.
//
// Astute readers may observe that this all sounds very similar to the way that Rust's `Arc<T>` works,
// and indeed it is, with the addition of a flag to guard against multiple calls to `destroy`.
//
// The overall effect is that the underlying Rust struct is destroyed only when `destroy` has been
// called *and* all in-flight method calls have completed, avoiding violating any of the expectations
// of the underlying Rust code.
//
// This makes a cleaner a better alternative to _not_ calling `destroy()` as
// and when the object is finished with, but the abstraction is not perfect: if the Rust object's `drop`
// method is slow, and/or there are many objects to cleanup, and it's on a low end Android device, then the cleaner
// thread may be starved, and the app will leak memory.
//
// In this case, `destroy`ing manually may be a better solution.
//
// The cleaner can live side by side with the manual calling of `destroy`. In the order of responsiveness, uniffi objects
// with Rust peers are reclaimed:
//
// 1. By calling the `destroy` method of the object, which calls `rustObject.free()`. If that doesn't happen:
// 2. When the object becomes unreachable, AND the Cleaner thread gets to call `rustObject.free()`. If the thread is starved then:
// 3. The memory is reclaimed when the process terminates.
//
// [1] https://stackoverflow.com/questions/24376768/can-java-finalize-an-object-when-it-is-still-in-scope/24380219
//


/**
 * An update of a device's directory for an app with its own network client. It asks for files with `want` and is answered with
 * the other calls, until `commit` returns a result. Nothing that it is given is trusted. `mobile/README.md` has an example, and
 * says what an app must do and may never do.
 *
 * Calls read and write the disk and can wait 15 seconds for another process: make them off the main thread. Several threads may
 * make them; they are made one after another. No call waits for a network, and no lock is held between two calls, so that the
 * app may be suspended there. It may be ended at any time too: a new session does not ask again for what is stored. The bundle
 * that was active stays active until a commit succeeds, unless `closesService` says otherwise. An error that ends the update is
 * then `DEVICE_CLOSED_BY_UPDATE`, and its `reason` has the cause too.
 */
public interface UpdateSessionInterface {
    
    /**
     * Returns whether the register has replaced the keys of the active bundle, which answers nothing until the next commit.
     */
    fun `closesService`(): kotlin.Boolean
    
    /**
     * Activates the verified bundle atomically. None means that another update has changed the device, and this one continues with
     * `want`.
     */
    fun `commit`(): DeviceUpdate?
    
    /**
     * Ends the file that was asked for: its last byte was taken. The file is checked, a segment page by page.
     *
     * Throws `SOURCE` if a segment is not complete: the received bytes are stored, and `want` says where to continue. After
     * another error `want` says whether the session has failed.
     */
    fun `end`()
    
    /**
     * Returns how many bytes are stored, and how many there are.
     */
    fun `progress`(): UpdateProgress
    
    /**
     * Reports the HTTP status received instead of the file: every one but success, unchanged. Without any answer (no network)
     * report nothing: try again, or close the session.
     */
    fun `status`(`status`: kotlin.Int)
    
    /**
     * Takes bytes of the file that was asked for, which begin at the byte `at` of it: where the last ones ended, at first
     * `from`, or 0 if the server starts over. Bytes past the file's maximum length are ignored.
     *
     * Throws `WRONG_ANSWER` if no file was asked for or `at` is another place, which changes nothing; `DEVICE_BUSY` if another
     * process has changed the file: `want` says where to continue.
     */
    fun `take`(`bytes`: kotlin.ByteArray, `at`: kotlin.Long)
    
    /**
     * Takes the bytes of a downloaded file, which begin at the byte `at` of the file that was asked for, as `take` does. The
     * downloaded file is only read. `end` must follow.
     */
    fun `takeFile`(`path`: kotlin.String, `at`: kotlin.Long)
    
    /**
     * Returns what the session asks for. It may be repeated and changes nothing.
     */
    fun `want`(): Want
    
    companion object
}

/**
 * An update of a device's directory for an app with its own network client. It asks for files with `want` and is answered with
 * the other calls, until `commit` returns a result. Nothing that it is given is trusted. `mobile/README.md` has an example, and
 * says what an app must do and may never do.
 *
 * Calls read and write the disk and can wait 15 seconds for another process: make them off the main thread. Several threads may
 * make them; they are made one after another. No call waits for a network, and no lock is held between two calls, so that the
 * app may be suspended there. It may be ended at any time too: a new session does not ask again for what is stored. The bundle
 * that was active stays active until a commit succeeds, unless `closesService` says otherwise. An error that ends the update is
 * then `DEVICE_CLOSED_BY_UPDATE`, and its `reason` has the cause too.
 */
open class UpdateSession: Disposable, AutoCloseable, UpdateSessionInterface
{

    @Suppress("UNUSED_PARAMETER")
    /**
     * @suppress
     */
    constructor(withHandle: UniffiWithHandle, handle: Long) {
        this.handle = handle
        this.cleanable = UniffiLib.CLEANER.register(this, UniffiCleanAction(handle))
    }

    /**
     * @suppress
     *
     * This constructor can be used to instantiate a fake object. Only used for tests. Any
     * attempt to actually use an object constructed this way will fail as there is no
     * connected Rust object.
     */
    @Suppress("UNUSED_PARAMETER")
    constructor(noHandle: NoHandle) {
        this.handle = 0
        this.cleanable = null
    }

    protected val handle: Long
    protected val cleanable: UniffiCleaner.Cleanable?

    private val wasDestroyed = AtomicBoolean(false)
    private val callCounter = AtomicLong(1)

    /**
     * Whether the current object has been destroyed and its reference is gone in the Rust side.
     */
    val uniffiIsDestroyed: Boolean get() = wasDestroyed.get()

    override fun destroy() {
        // Only allow a single call to this method.
        // TODO: maybe we should log a warning if called more than once?
        if (this.wasDestroyed.compareAndSet(false, true)) {
            // This decrement always matches the initial count of 1 given at creation time.
            if (this.callCounter.decrementAndGet() == 0L) {
                cleanable?.clean()
            }
        }
    }

    @Synchronized
    override fun close() {
        this.destroy()
    }

    internal inline fun <R> callWithHandle(block: (handle: Long) -> R): R {
        // Check and increment the call counter, to keep the object alive.
        // This needs a compare-and-set retry loop in case of concurrent updates.
        do {
            val c = this.callCounter.get()
            if (c == 0L) {
                throw IllegalStateException("${this.javaClass.simpleName} object has already been destroyed")
            }
            if (c == Long.MAX_VALUE) {
                throw IllegalStateException("${this.javaClass.simpleName} call counter would overflow")
            }
        } while (! this.callCounter.compareAndSet(c, c + 1L))
        // Now we can safely do the method call without the handle being freed concurrently.
        try {
            return block(this.uniffiCloneHandle())
        } finally {
            // This decrement always matches the increment we performed above.
            if (this.callCounter.decrementAndGet() == 0L) {
                cleanable?.clean()
            }
        }
    }

    // Use a static inner class instead of a closure so as not to accidentally
    // capture `this` as part of the cleanable's action.
    private class UniffiCleanAction(private val handle: Long) : Runnable {
        override fun run() {
            if (handle == 0.toLong()) {
                // Fake object created with `NoHandle`, don't try to free.
                return;
            }
            uniffiRustCall { status ->
                UniffiLib.uniffi_rastau_mobile_fn_free_updatesession(handle, status)
            }
        }
    }

    /**
     * @suppress
     */
    fun uniffiCloneHandle(): Long {
        if (handle == 0.toLong()) {
            throw InternalException("uniffiCloneHandle() called on NoHandle object");
        }
        return uniffiRustCall() { status ->
            UniffiLib.uniffi_rastau_mobile_fn_clone_updatesession(handle, status)
        }
    }

    
    /**
     * Returns whether the register has replaced the keys of the active bundle, which answers nothing until the next commit.
     */override fun `closesService`(): kotlin.Boolean {
            return FfiConverterBoolean.lift(
    callWithHandle {
    uniffiRustCall() { _status ->
    UniffiLib.uniffi_rastau_mobile_fn_method_updatesession_closes_service(
        it,
        _status)
}
    }
    )
    }
    

    
    /**
     * Activates the verified bundle atomically. None means that another update has changed the device, and this one continues with
     * `want`.
     */
    @Throws(RastauException::class)override fun `commit`(): DeviceUpdate? {
            return FfiConverterOptionalTypeDeviceUpdate.lift(
    callWithHandle {
    uniffiRustCallWithError(RastauException) { _status ->
    UniffiLib.uniffi_rastau_mobile_fn_method_updatesession_commit(
        it,
        _status)
}
    }
    )
    }
    

    
    /**
     * Ends the file that was asked for: its last byte was taken. The file is checked, a segment page by page.
     *
     * Throws `SOURCE` if a segment is not complete: the received bytes are stored, and `want` says where to continue. After
     * another error `want` says whether the session has failed.
     */
    @Throws(RastauException::class)override fun `end`()
        = 
    callWithHandle {
    uniffiRustCallWithError(RastauException) { _status ->
    UniffiLib.uniffi_rastau_mobile_fn_method_updatesession_end(
        it,
        _status)
}
    }
    
    

    
    /**
     * Returns how many bytes are stored, and how many there are.
     */override fun `progress`(): UpdateProgress {
            return FfiConverterTypeUpdateProgress.lift(
    callWithHandle {
    uniffiRustCall() { _status ->
    UniffiLib.uniffi_rastau_mobile_fn_method_updatesession_progress(
        it,
        _status)
}
    }
    )
    }
    

    
    /**
     * Reports the HTTP status received instead of the file: every one but success, unchanged. Without any answer (no network)
     * report nothing: try again, or close the session.
     */
    @Throws(RastauException::class)override fun `status`(`status`: kotlin.Int)
        = 
    callWithHandle {
    uniffiRustCallWithError(RastauException) { _status ->
    UniffiLib.uniffi_rastau_mobile_fn_method_updatesession_status(
        it,
        
        FfiConverterInt.lower(`status`),_status)
}
    }
    
    

    
    /**
     * Takes bytes of the file that was asked for, which begin at the byte `at` of it: where the last ones ended, at first
     * `from`, or 0 if the server starts over. Bytes past the file's maximum length are ignored.
     *
     * Throws `WRONG_ANSWER` if no file was asked for or `at` is another place, which changes nothing; `DEVICE_BUSY` if another
     * process has changed the file: `want` says where to continue.
     */
    @Throws(RastauException::class)override fun `take`(`bytes`: kotlin.ByteArray, `at`: kotlin.Long)
        = 
    callWithHandle {
    uniffiRustCallWithError(RastauException) { _status ->
    UniffiLib.uniffi_rastau_mobile_fn_method_updatesession_take(
        it,
        
        FfiConverterByteArray.lower(`bytes`),
        FfiConverterLong.lower(`at`),_status)
}
    }
    
    

    
    /**
     * Takes the bytes of a downloaded file, which begin at the byte `at` of the file that was asked for, as `take` does. The
     * downloaded file is only read. `end` must follow.
     */
    @Throws(RastauException::class)override fun `takeFile`(`path`: kotlin.String, `at`: kotlin.Long)
        = 
    callWithHandle {
    uniffiRustCallWithError(RastauException) { _status ->
    UniffiLib.uniffi_rastau_mobile_fn_method_updatesession_take_file(
        it,
        
        FfiConverterString.lower(`path`),
        FfiConverterLong.lower(`at`),_status)
}
    }
    
    

    
    /**
     * Returns what the session asks for. It may be repeated and changes nothing.
     */override fun `want`(): Want {
            return FfiConverterTypeWant.lift(
    callWithHandle {
    uniffiRustCall() { _status ->
    UniffiLib.uniffi_rastau_mobile_fn_method_updatesession_want(
        it,
        _status)
}
    }
    )
    }
    

    

    


    
    companion object {
        
    /**
     * Begins an update of the directory `folder`; a new one is made. The other arguments are those of `Device.update`.
     */
    @Throws(RastauException::class) fun `begin`(`folder`: kotlin.String, `trustRoot`: kotlin.ByteArray, `now`: java.time.Instant? = null, `clockCorrected`: kotlin.Boolean = false, `fullCheck`: kotlin.Boolean = false, `firstUse`: kotlin.Boolean = false): UpdateSession {
            return FfiConverterTypeUpdateSession.lift(
    uniffiRustCallWithError(RastauException) { _status ->
    UniffiLib.uniffi_rastau_mobile_fn_constructor_updatesession_begin(
    
        
        FfiConverterString.lower(`folder`),
        FfiConverterByteArray.lower(`trustRoot`),
        FfiConverterOptionalTimestamp.lower(`now`),
        FfiConverterBoolean.lower(`clockCorrected`),
        FfiConverterBoolean.lower(`fullCheck`),
        FfiConverterBoolean.lower(`firstUse`),_status)
}
    )
    }
    

        
    }
    
}


/**
 * @suppress
 */
public object FfiConverterTypeUpdateSession: FfiConverter<UpdateSession, Long> {
    override fun lower(value: UpdateSession): Long {
        return value.uniffiCloneHandle()
    }

    override fun lift(value: Long): UpdateSession {
        return UpdateSession(UniffiWithHandle, value)
    }

    override fun read(buf: ByteBuffer): UpdateSession {
        return lift(buf.getLong())
    }

    override fun allocationSize(value: UpdateSession) = 8UL

    override fun write(value: UpdateSession, buf: ByteBuffer) {
        buf.putLong(lower(value))
    }
}


// This template implements a class for working with a Rust struct via a handle
// to the live Rust struct on the other side of the FFI.
//
// There's some subtlety here, because we have to be careful not to operate on a Rust
// struct after it has been dropped, and because we must expose a public API for freeing
// theq Kotlin wrapper object in lieu of reliable finalizers. The core requirements are:
//
//   * Each instance holds an opaque handle to the underlying Rust struct.
//     Method calls need to read this handle from the object's state and pass it in to
//     the Rust FFI.
//
//   * When an instance is no longer needed, its handle should be passed to a
//     special destructor function provided by the Rust FFI, which will drop the
//     underlying Rust struct.
//
//   * Given an instance, calling code is expected to call the special
//     `destroy` method in order to free it after use, either by calling it explicitly
//     or by using a higher-level helper like the `use` method. Failing to do so risks
//     leaking the underlying Rust struct.
//
//   * We can't assume that calling code will do the right thing, and must be prepared
//     to handle Kotlin method calls executing concurrently with or even after a call to
//     `destroy`, and to handle multiple (possibly concurrent!) calls to `destroy`.
//
//   * We must never allow Rust code to operate on the underlying Rust struct after
//     the destructor has been called, and must never call the destructor more than once.
//     Doing so may trigger memory unsafety.
//
//   * To mitigate many of the risks of leaking memory and use-after-free unsafety, a `Cleaner`
//     is implemented to call the destructor when the Kotlin object becomes unreachable.
//     This is done in a background thread. This is not a panacea, and client code should be aware that
//      1. the thread may starve if some there are objects that have poorly performing
//     `drop` methods or do significant work in their `drop` methods.
//      2. the thread is shared across the whole library. This can be tuned by using `android_cleaner = true`,
//         or `android = true` in the [`kotlin` section of the `uniffi.toml` file](https://mozilla.github.io/uniffi-rs/kotlin/configuration.html).
//
// If we try to implement this with mutual exclusion on access to the handle, there is the
// possibility of a race between a method call and a concurrent call to `destroy`:
//
//    * Thread A starts a method call, reads the value of the handle, but is interrupted
//      before it can pass the handle over the FFI to Rust.
//    * Thread B calls `destroy` and frees the underlying Rust struct.
//    * Thread A resumes, passing the already-read handle value to Rust and triggering
//      a use-after-free.
//
// One possible solution would be to use a `ReadWriteLock`, with each method call taking
// a read lock (and thus allowed to run concurrently) and the special `destroy` method
// taking a write lock (and thus blocking on live method calls). However, we aim not to
// generate methods with any hidden blocking semantics, and a `destroy` method that might
// block if called incorrectly seems to meet that bar.
//
// So, we achieve our goals by giving each instance an associated `AtomicLong` counter to track
// the number of in-flight method calls, and an `AtomicBoolean` flag to indicate whether `destroy`
// has been called. These are updated according to the following rules:
//
//    * The initial value of the counter is 1, indicating a live object with no in-flight calls.
//      The initial value for the flag is false.
//
//    * At the start of each method call, we atomically check the counter.
//      If it is 0 then the underlying Rust struct has already been destroyed and the call is aborted.
//      If it is nonzero them we atomically increment it by 1 and proceed with the method call.
//
//    * At the end of each method call, we atomically decrement and check the counter.
//      If it has reached zero then we destroy the underlying Rust struct.
//
//    * When `destroy` is called, we atomically flip the flag from false to true.
//      If the flag was already true we silently fail.
//      Otherwise we atomically decrement and check the counter.
//      If it has reached zero then we destroy the underlying Rust struct.
//
// Astute readers may observe that this all sounds very similar to the way that Rust's `Arc<T>` works,
// and indeed it is, with the addition of a flag to guard against multiple calls to `destroy`.
//
// The overall effect is that the underlying Rust struct is destroyed only when `destroy` has been
// called *and* all in-flight method calls have completed, avoiding violating any of the expectations
// of the underlying Rust code.
//
// This makes a cleaner a better alternative to _not_ calling `destroy()` as
// and when the object is finished with, but the abstraction is not perfect: if the Rust object's `drop`
// method is slow, and/or there are many objects to cleanup, and it's on a low end Android device, then the cleaner
// thread may be starved, and the app will leak memory.
//
// In this case, `destroy`ing manually may be a better solution.
//
// The cleaner can live side by side with the manual calling of `destroy`. In the order of responsiveness, uniffi objects
// with Rust peers are reclaimed:
//
// 1. By calling the `destroy` method of the object, which calls `rustObject.free()`. If that doesn't happen:
// 2. When the object becomes unreachable, AND the Cleaner thread gets to call `rustObject.free()`. If the thread is starved then:
// 3. The memory is reclaimed when the process terminates.
//
// [1] https://stackoverflow.com/questions/24376768/can-java-finalize-an-object-when-it-is-still-in-scope/24380219
//


/**
 * An open bundle, or a device's directory with its active bundle. Any number of threads may use it at once. Opening checks the
 * signatures; open one verifier and use it for many documents.
 */
public interface VerifierInterface {
    
    /**
     * Verifies as `verify` does and returns a report of it as JSON, the text of a file that `repeatReport` and `rastau repeat` read. `by`
     * states who makes the report, up to 200 characters on one line; nothing checks it. The report holds the verdict, so it holds
     * what the verdict states about the holder. It is not signed: sign the file. The question's language has no effect.
     */
    fun `report`(`text`: kotlin.String, `question`: Question? = null, `by`: kotlin.String? = null): kotlin.String
    
    /**
     * Answers a rule of the Law with this register's calendar of working days.
     */
    fun `evaluateRule`(`id`: kotlin.String, `facts`: Map<kotlin.String, Fact>, `language`: Language? = null): RuleAnswer
    
    /**
     * Returns which register this is, and how old.
     */
    fun `snapshotInfo`(): SnapshotInfo
    
    /**
     * Returns the trusted state, to be stored for the next opening. A device's directory stores its own.
     */
    fun `state`(): kotlin.ByteArray
    
    /**
     * Verifies the text of a document as scanned, or a form as JSON. `beside` has what is stated beside it, for example by the
     * other columns of its row in a list.
     */
    fun `verify`(`text`: kotlin.String, `question`: Question? = null, `beside`: StatedBeside? = null): Verdict
    
    /**
     * Verifies a form typed from a printed document.
     */
    fun `verifyForm`(`form`: TypedForm, `question`: Question? = null): Verdict
    
    companion object
}

/**
 * An open bundle, or a device's directory with its active bundle. Any number of threads may use it at once. Opening checks the
 * signatures; open one verifier and use it for many documents.
 */
open class Verifier: Disposable, AutoCloseable, VerifierInterface
{

    @Suppress("UNUSED_PARAMETER")
    /**
     * @suppress
     */
    constructor(withHandle: UniffiWithHandle, handle: Long) {
        this.handle = handle
        this.cleanable = UniffiLib.CLEANER.register(this, UniffiCleanAction(handle))
    }

    /**
     * @suppress
     *
     * This constructor can be used to instantiate a fake object. Only used for tests. Any
     * attempt to actually use an object constructed this way will fail as there is no
     * connected Rust object.
     */
    @Suppress("UNUSED_PARAMETER")
    constructor(noHandle: NoHandle) {
        this.handle = 0
        this.cleanable = null
    }

    protected val handle: Long
    protected val cleanable: UniffiCleaner.Cleanable?

    private val wasDestroyed = AtomicBoolean(false)
    private val callCounter = AtomicLong(1)

    /**
     * Whether the current object has been destroyed and its reference is gone in the Rust side.
     */
    val uniffiIsDestroyed: Boolean get() = wasDestroyed.get()

    override fun destroy() {
        // Only allow a single call to this method.
        // TODO: maybe we should log a warning if called more than once?
        if (this.wasDestroyed.compareAndSet(false, true)) {
            // This decrement always matches the initial count of 1 given at creation time.
            if (this.callCounter.decrementAndGet() == 0L) {
                cleanable?.clean()
            }
        }
    }

    @Synchronized
    override fun close() {
        this.destroy()
    }

    internal inline fun <R> callWithHandle(block: (handle: Long) -> R): R {
        // Check and increment the call counter, to keep the object alive.
        // This needs a compare-and-set retry loop in case of concurrent updates.
        do {
            val c = this.callCounter.get()
            if (c == 0L) {
                throw IllegalStateException("${this.javaClass.simpleName} object has already been destroyed")
            }
            if (c == Long.MAX_VALUE) {
                throw IllegalStateException("${this.javaClass.simpleName} call counter would overflow")
            }
        } while (! this.callCounter.compareAndSet(c, c + 1L))
        // Now we can safely do the method call without the handle being freed concurrently.
        try {
            return block(this.uniffiCloneHandle())
        } finally {
            // This decrement always matches the increment we performed above.
            if (this.callCounter.decrementAndGet() == 0L) {
                cleanable?.clean()
            }
        }
    }

    // Use a static inner class instead of a closure so as not to accidentally
    // capture `this` as part of the cleanable's action.
    private class UniffiCleanAction(private val handle: Long) : Runnable {
        override fun run() {
            if (handle == 0.toLong()) {
                // Fake object created with `NoHandle`, don't try to free.
                return;
            }
            uniffiRustCall { status ->
                UniffiLib.uniffi_rastau_mobile_fn_free_verifier(handle, status)
            }
        }
    }

    /**
     * @suppress
     */
    fun uniffiCloneHandle(): Long {
        if (handle == 0.toLong()) {
            throw InternalException("uniffiCloneHandle() called on NoHandle object");
        }
        return uniffiRustCall() { status ->
            UniffiLib.uniffi_rastau_mobile_fn_clone_verifier(handle, status)
        }
    }

    
    /**
     * Verifies as `verify` does and returns a report of it as JSON, the text of a file that `repeatReport` and `rastau repeat` read. `by`
     * states who makes the report, up to 200 characters on one line; nothing checks it. The report holds the verdict, so it holds
     * what the verdict states about the holder. It is not signed: sign the file. The question's language has no effect.
     */
    @Throws(RastauException::class)override fun `report`(`text`: kotlin.String, `question`: Question?, `by`: kotlin.String?): kotlin.String {
            return FfiConverterString.lift(
    callWithHandle {
    uniffiRustCallWithError(RastauException) { _status ->
    UniffiLib.uniffi_rastau_mobile_fn_method_verifier_report(
        it,
        
        FfiConverterString.lower(`text`),
        FfiConverterOptionalTypeQuestion.lower(`question`),
        FfiConverterOptionalString.lower(`by`),_status)
}
    }
    )
    }
    

    
    /**
     * Answers a rule of the Law with this register's calendar of working days.
     */
    @Throws(RastauException::class)override fun `evaluateRule`(`id`: kotlin.String, `facts`: Map<kotlin.String, Fact>, `language`: Language?): RuleAnswer {
            return FfiConverterTypeRuleAnswer.lift(
    callWithHandle {
    uniffiRustCallWithError(RastauException) { _status ->
    UniffiLib.uniffi_rastau_mobile_fn_method_verifier_evaluate_rule(
        it,
        
        FfiConverterString.lower(`id`),
        FfiConverterMapStringTypeFact.lower(`facts`),
        FfiConverterOptionalTypeLanguage.lower(`language`),_status)
}
    }
    )
    }
    

    
    /**
     * Returns which register this is, and how old.
     */
    @Throws(RastauException::class)override fun `snapshotInfo`(): SnapshotInfo {
            return FfiConverterTypeSnapshotInfo.lift(
    callWithHandle {
    uniffiRustCallWithError(RastauException) { _status ->
    UniffiLib.uniffi_rastau_mobile_fn_method_verifier_snapshot_info(
        it,
        _status)
}
    }
    )
    }
    

    
    /**
     * Returns the trusted state, to be stored for the next opening. A device's directory stores its own.
     */
    @Throws(RastauException::class)override fun `state`(): kotlin.ByteArray {
            return FfiConverterByteArray.lift(
    callWithHandle {
    uniffiRustCallWithError(RastauException) { _status ->
    UniffiLib.uniffi_rastau_mobile_fn_method_verifier_state(
        it,
        _status)
}
    }
    )
    }
    

    
    /**
     * Verifies the text of a document as scanned, or a form as JSON. `beside` has what is stated beside it, for example by the
     * other columns of its row in a list.
     */
    @Throws(RastauException::class)override fun `verify`(`text`: kotlin.String, `question`: Question?, `beside`: StatedBeside?): Verdict {
            return FfiConverterTypeVerdict.lift(
    callWithHandle {
    uniffiRustCallWithError(RastauException) { _status ->
    UniffiLib.uniffi_rastau_mobile_fn_method_verifier_verify(
        it,
        
        FfiConverterString.lower(`text`),
        FfiConverterOptionalTypeQuestion.lower(`question`),
        FfiConverterOptionalTypeStatedBeside.lower(`beside`),_status)
}
    }
    )
    }
    

    
    /**
     * Verifies a form typed from a printed document.
     */
    @Throws(RastauException::class)override fun `verifyForm`(`form`: TypedForm, `question`: Question?): Verdict {
            return FfiConverterTypeVerdict.lift(
    callWithHandle {
    uniffiRustCallWithError(RastauException) { _status ->
    UniffiLib.uniffi_rastau_mobile_fn_method_verifier_verify_form(
        it,
        
        FfiConverterTypeTypedForm.lower(`form`),
        FfiConverterOptionalTypeQuestion.lower(`question`),_status)
}
    }
    )
    }
    

    

    


    
    companion object {
        
    /**
     * Opens a published directory or a `.rastau` file. Its pages are read when they are needed.
     */
    @Throws(RastauException::class) fun `open`(`path`: kotlin.String, `opening`: Opening): Verifier {
            return FfiConverterTypeVerifier.lift(
    uniffiRustCallWithError(RastauException) { _status ->
    UniffiLib.uniffi_rastau_mobile_fn_constructor_verifier_open(
    
        
        FfiConverterString.lower(`path`),
        FfiConverterTypeOpening.lower(`opening`),_status)
}
    )
    }
    

        
    /**
     * Opens a `.rastau` file in memory, an app's asset for example.
     */
    @Throws(RastauException::class) fun `openBytes`(`bytes`: kotlin.ByteArray, `opening`: Opening): Verifier {
            return FfiConverterTypeVerifier.lift(
    uniffiRustCallWithError(RastauException) { _status ->
    UniffiLib.uniffi_rastau_mobile_fn_constructor_verifier_open_bytes(
    
        
        FfiConverterByteArray.lower(`bytes`),
        FfiConverterTypeOpening.lower(`opening`),_status)
}
    )
    }
    

        
    /**
     * Opens the active bundle of a device's directory (`Device`), and stores the time of the device's clock there. The
     * trust root and the trusted state are those of the directory.
     *
     * The verifier follows the directory: each call first reads its two small state files, and opens the active bundle again
     * after an update by any process. If the register has replaced the keys of that bundle, or the new state cannot be used,
     * calls throw until a later one succeeds. Only if a file cannot be read does the bundle that was open stay in use
     * until then. The time of each question must be that of the device's clock.
     */
    @Throws(RastauException::class) fun `openDevice`(`folder`: kotlin.String, `policy`: Policy? = null, `now`: java.time.Instant? = null): Verifier {
            return FfiConverterTypeVerifier.lift(
    uniffiRustCallWithError(RastauException) { _status ->
    UniffiLib.uniffi_rastau_mobile_fn_constructor_verifier_open_device(
    
        
        FfiConverterString.lower(`folder`),
        FfiConverterOptionalTypePolicy.lower(`policy`),
        FfiConverterOptionalTimestamp.lower(`now`),_status)
}
    )
    }
    

        
    }
    
}


/**
 * @suppress
 */
public object FfiConverterTypeVerifier: FfiConverter<Verifier, Long> {
    override fun lower(value: Verifier): Long {
        return value.uniffiCloneHandle()
    }

    override fun lift(value: Long): Verifier {
        return Verifier(UniffiWithHandle, value)
    }

    override fun read(buf: ByteBuffer): Verifier {
        return lift(buf.getLong())
    }

    override fun allocationSize(value: Verifier) = 8UL

    override fun write(value: Verifier, buf: ByteBuffer) {
        buf.putLong(lower(value))
    }
}



/**
 * The days that a calendar of working days covers; both ends are included.
 */
data class CalendarSpan (
    /**
     * The first day.
     */
    val `from`: Day
    , 
    /**
     * The last day.
     */
    val `until`: Day
    
){
    

    

    
    companion object
}

/**
 * @suppress
 */
public object FfiConverterTypeCalendarSpan: FfiConverterRustBuffer<CalendarSpan> {
    override fun read(buf: ByteBuffer): CalendarSpan {
        return CalendarSpan(
            FfiConverterTypeDay.read(buf),
            FfiConverterTypeDay.read(buf),
        )
    }

    override fun allocationSize(value: CalendarSpan) = (
            FfiConverterTypeDay.allocationSize(value.`from`) +
            FfiConverterTypeDay.allocationSize(value.`until`)
    )

    override fun write(value: CalendarSpan, buf: ByteBuffer) {
            FfiConverterTypeDay.write(value.`from`, buf)
            FfiConverterTypeDay.write(value.`until`, buf)
    }
}



/**
 * The result of an update.
 */
data class DeviceUpdate (
    /**
     * What changed.
     */
    val `change`: Change
    , 
    /**
     * Epoch of the active manifest.
     */
    val `epoch`: kotlin.Long
    , 
    /**
     * Its version within the epoch.
     */
    val `version`: kotlin.Long
    , 
    /**
     * The time whose state of the register it contains.
     */
    val `asOf`: java.time.Instant
    , 
    /**
     * The newest time at which the manifest was confirmed to be the newest.
     */
    val `checkedAt`: java.time.Instant
    , 
    /**
     * Whether the source's freshness statement is older than the active one, which is kept.
     */
    val `sourceIsBehind`: kotlin.Boolean
    , 
    /**
     * Whether the register has a newer trust root that this version of the library cannot use.
     */
    val `needsNewerProgram`: kotlin.Boolean
    , 
    /**
     * Version of the trust root in use.
     */
    val `rootVersion`: kotlin.Long
    , 
    /**
     * Its fingerprint.
     */
    val `rootFingerprint`: kotlin.String
    , 
    /**
     * Whether trust began in this update at a root that was read from the bundle itself (`firstUse`): an operator compares the
     * fingerprint with the one that the register publishes.
     */
    val `onTrust`: kotlin.Boolean
    , 
    /**
     * Bytes of segments that were read from the source.
     */
    val `fetched`: kotlin.Long
    , 
    /**
     * Bytes of segments that the device had already.
     */
    val `kept`: kotlin.Long
    
){
    

    

    
    companion object
}

/**
 * @suppress
 */
public object FfiConverterTypeDeviceUpdate: FfiConverterRustBuffer<DeviceUpdate> {
    override fun read(buf: ByteBuffer): DeviceUpdate {
        return DeviceUpdate(
            FfiConverterTypeChange.read(buf),
            FfiConverterLong.read(buf),
            FfiConverterLong.read(buf),
            FfiConverterTimestamp.read(buf),
            FfiConverterTimestamp.read(buf),
            FfiConverterBoolean.read(buf),
            FfiConverterBoolean.read(buf),
            FfiConverterLong.read(buf),
            FfiConverterString.read(buf),
            FfiConverterBoolean.read(buf),
            FfiConverterLong.read(buf),
            FfiConverterLong.read(buf),
        )
    }

    override fun allocationSize(value: DeviceUpdate) = (
            FfiConverterTypeChange.allocationSize(value.`change`) +
            FfiConverterLong.allocationSize(value.`epoch`) +
            FfiConverterLong.allocationSize(value.`version`) +
            FfiConverterTimestamp.allocationSize(value.`asOf`) +
            FfiConverterTimestamp.allocationSize(value.`checkedAt`) +
            FfiConverterBoolean.allocationSize(value.`sourceIsBehind`) +
            FfiConverterBoolean.allocationSize(value.`needsNewerProgram`) +
            FfiConverterLong.allocationSize(value.`rootVersion`) +
            FfiConverterString.allocationSize(value.`rootFingerprint`) +
            FfiConverterBoolean.allocationSize(value.`onTrust`) +
            FfiConverterLong.allocationSize(value.`fetched`) +
            FfiConverterLong.allocationSize(value.`kept`)
    )

    override fun write(value: DeviceUpdate, buf: ByteBuffer) {
            FfiConverterTypeChange.write(value.`change`, buf)
            FfiConverterLong.write(value.`epoch`, buf)
            FfiConverterLong.write(value.`version`, buf)
            FfiConverterTimestamp.write(value.`asOf`, buf)
            FfiConverterTimestamp.write(value.`checkedAt`, buf)
            FfiConverterBoolean.write(value.`sourceIsBehind`, buf)
            FfiConverterBoolean.write(value.`needsNewerProgram`, buf)
            FfiConverterLong.write(value.`rootVersion`, buf)
            FfiConverterString.write(value.`rootFingerprint`, buf)
            FfiConverterBoolean.write(value.`onTrust`, buf)
            FfiConverterLong.write(value.`fetched`, buf)
            FfiConverterLong.write(value.`kept`, buf)
    }
}



/**
 * The details of a document as far as they are known.
 */
data class Document (
    /**
     * Document number.
     */
    val `number`: kotlin.String
    , 
    /**
     * The source of the other attributes.
     */
    val `source`: Source
    , 
    /**
     * The holder; absent on an invalid document, unless the caller presented it.
     */
    val `holder`: Holder?
    , 
    /**
     * The profession.
     */
    val `profession`: Named?
    , 
    /**
     * Edition of the classifier.
     */
    val `edition`: kotlin.String?
    , 
    /**
     * The qualification.
     */
    val `qualification`: Named?
    , 
    /**
     * Qualification level.
     */
    val `level`: kotlin.String?
    , 
    /**
     * The skills of a document on skills only (art. 20); empty for a whole profession.
     */
    val `skills`: List<Named>
    , 
    /**
     * The centre, by BIN.
     */
    val `centre`: Named?
    , 
    /**
     * Serial number of the accreditation certificate.
     */
    val `accreditation`: kotlin.String?
    , 
    /**
     * What the exam tested against.
     */
    val `basis`: Basis?
    , 
    /**
     * The day of the exam.
     */
    val `examOn`: Day?
    , 
    /**
     * The day of issue.
     */
    val `issuedOn`: Day?
    , 
    /**
     * The last day of validity; none if unlimited or unknown.
     */
    val `validUntil`: Day?
    , 
    /**
     * Whether the validity is unlimited.
     */
    val `unlimited`: kotlin.Boolean
    
){
    

    

    
    companion object
}

/**
 * @suppress
 */
public object FfiConverterTypeDocument: FfiConverterRustBuffer<Document> {
    override fun read(buf: ByteBuffer): Document {
        return Document(
            FfiConverterString.read(buf),
            FfiConverterTypeSource.read(buf),
            FfiConverterOptionalTypeHolder.read(buf),
            FfiConverterOptionalTypeNamed.read(buf),
            FfiConverterOptionalString.read(buf),
            FfiConverterOptionalTypeNamed.read(buf),
            FfiConverterOptionalString.read(buf),
            FfiConverterSequenceTypeNamed.read(buf),
            FfiConverterOptionalTypeNamed.read(buf),
            FfiConverterOptionalString.read(buf),
            FfiConverterOptionalTypeBasis.read(buf),
            FfiConverterOptionalTypeDay.read(buf),
            FfiConverterOptionalTypeDay.read(buf),
            FfiConverterOptionalTypeDay.read(buf),
            FfiConverterBoolean.read(buf),
        )
    }

    override fun allocationSize(value: Document) = (
            FfiConverterString.allocationSize(value.`number`) +
            FfiConverterTypeSource.allocationSize(value.`source`) +
            FfiConverterOptionalTypeHolder.allocationSize(value.`holder`) +
            FfiConverterOptionalTypeNamed.allocationSize(value.`profession`) +
            FfiConverterOptionalString.allocationSize(value.`edition`) +
            FfiConverterOptionalTypeNamed.allocationSize(value.`qualification`) +
            FfiConverterOptionalString.allocationSize(value.`level`) +
            FfiConverterSequenceTypeNamed.allocationSize(value.`skills`) +
            FfiConverterOptionalTypeNamed.allocationSize(value.`centre`) +
            FfiConverterOptionalString.allocationSize(value.`accreditation`) +
            FfiConverterOptionalTypeBasis.allocationSize(value.`basis`) +
            FfiConverterOptionalTypeDay.allocationSize(value.`examOn`) +
            FfiConverterOptionalTypeDay.allocationSize(value.`issuedOn`) +
            FfiConverterOptionalTypeDay.allocationSize(value.`validUntil`) +
            FfiConverterBoolean.allocationSize(value.`unlimited`)
    )

    override fun write(value: Document, buf: ByteBuffer) {
            FfiConverterString.write(value.`number`, buf)
            FfiConverterTypeSource.write(value.`source`, buf)
            FfiConverterOptionalTypeHolder.write(value.`holder`, buf)
            FfiConverterOptionalTypeNamed.write(value.`profession`, buf)
            FfiConverterOptionalString.write(value.`edition`, buf)
            FfiConverterOptionalTypeNamed.write(value.`qualification`, buf)
            FfiConverterOptionalString.write(value.`level`, buf)
            FfiConverterSequenceTypeNamed.write(value.`skills`, buf)
            FfiConverterOptionalTypeNamed.write(value.`centre`, buf)
            FfiConverterOptionalString.write(value.`accreditation`, buf)
            FfiConverterOptionalTypeBasis.write(value.`basis`, buf)
            FfiConverterOptionalTypeDay.write(value.`examOn`, buf)
            FfiConverterOptionalTypeDay.write(value.`issuedOn`, buf)
            FfiConverterOptionalTypeDay.write(value.`validUntil`, buf)
            FfiConverterBoolean.write(value.`unlimited`, buf)
    }
}



/**
 * A check with its answer.
 */
data class Finding (
    /**
     * The check's stable id: `register.listed`.
     */
    val `id`: kotlin.String
    , 
    /**
     * The check's stable number, never reused.
     */
    val `code`: kotlin.Int
    , 
    /**
     * The answer.
     */
    val `answer`: Answer
    , 
    /**
     * The source of the check.
     */
    val `citation`: Citation
    , 
    /**
     * The compared values: dates, codes, names from the register. Never a secret, never personal data.
     */
    val `facts`: List<NamedValue>
    
){
    

    

    
    companion object
}

/**
 * @suppress
 */
public object FfiConverterTypeFinding: FfiConverterRustBuffer<Finding> {
    override fun read(buf: ByteBuffer): Finding {
        return Finding(
            FfiConverterString.read(buf),
            FfiConverterInt.read(buf),
            FfiConverterTypeAnswer.read(buf),
            FfiConverterTypeCitation.read(buf),
            FfiConverterSequenceTypeNamedValue.read(buf),
        )
    }

    override fun allocationSize(value: Finding) = (
            FfiConverterString.allocationSize(value.`id`) +
            FfiConverterInt.allocationSize(value.`code`) +
            FfiConverterTypeAnswer.allocationSize(value.`answer`) +
            FfiConverterTypeCitation.allocationSize(value.`citation`) +
            FfiConverterSequenceTypeNamedValue.allocationSize(value.`facts`)
    )

    override fun write(value: Finding, buf: ByteBuffer) {
            FfiConverterString.write(value.`id`, buf)
            FfiConverterInt.write(value.`code`, buf)
            FfiConverterTypeAnswer.write(value.`answer`, buf)
            FfiConverterTypeCitation.write(value.`citation`, buf)
            FfiConverterSequenceTypeNamedValue.write(value.`facts`, buf)
    }
}



/**
 * A finding as text.
 */
data class FindingText (
    /**
     * What was checked.
     */
    val `title`: kotlin.String
    , 
    /**
     * The answer.
     */
    val `text`: kotlin.String
    , 
    /**
     * What to do, if the check is not satisfied.
     */
    val `advice`: kotlin.String?
    , 
    /**
     * The provision of the Law or the standard that the check rests on.
     */
    val `source`: kotlin.String
    , 
    /**
     * Whether it could not be decided only because another check could not. An app may hide these.
     */
    val `waits`: kotlin.Boolean
    
){
    

    

    
    companion object
}

/**
 * @suppress
 */
public object FfiConverterTypeFindingText: FfiConverterRustBuffer<FindingText> {
    override fun read(buf: ByteBuffer): FindingText {
        return FindingText(
            FfiConverterString.read(buf),
            FfiConverterString.read(buf),
            FfiConverterOptionalString.read(buf),
            FfiConverterString.read(buf),
            FfiConverterBoolean.read(buf),
        )
    }

    override fun allocationSize(value: FindingText) = (
            FfiConverterString.allocationSize(value.`title`) +
            FfiConverterString.allocationSize(value.`text`) +
            FfiConverterOptionalString.allocationSize(value.`advice`) +
            FfiConverterString.allocationSize(value.`source`) +
            FfiConverterBoolean.allocationSize(value.`waits`)
    )

    override fun write(value: FindingText, buf: ByteBuffer) {
            FfiConverterString.write(value.`title`, buf)
            FfiConverterString.write(value.`text`, buf)
            FfiConverterOptionalString.write(value.`advice`, buf)
            FfiConverterString.write(value.`source`, buf)
            FfiConverterBoolean.write(value.`waits`, buf)
    }
}



/**
 * The holder.
 */
data class Holder (
    /**
     * The identity number that the register confirmed.
     */
    val `identity`: kotlin.String?
    , 
    /**
     * The identity number of the document or form that nothing confirmed. Show it only as stated, not confirmed.
     */
    val `unconfirmedIdentity`: kotlin.String?
    , 
    /**
     * The name that the register confirmed; at most one.
     */
    val `names`: List<kotlin.String>
    , 
    /**
     * Other names of the document or form, which nothing confirmed. Show them only as stated, not confirmed.
     */
    val `unconfirmedNames`: List<kotlin.String>
    
){
    

    

    
    companion object
}

/**
 * @suppress
 */
public object FfiConverterTypeHolder: FfiConverterRustBuffer<Holder> {
    override fun read(buf: ByteBuffer): Holder {
        return Holder(
            FfiConverterOptionalString.read(buf),
            FfiConverterOptionalString.read(buf),
            FfiConverterSequenceString.read(buf),
            FfiConverterSequenceString.read(buf),
        )
    }

    override fun allocationSize(value: Holder) = (
            FfiConverterOptionalString.allocationSize(value.`identity`) +
            FfiConverterOptionalString.allocationSize(value.`unconfirmedIdentity`) +
            FfiConverterSequenceString.allocationSize(value.`names`) +
            FfiConverterSequenceString.allocationSize(value.`unconfirmedNames`)
    )

    override fun write(value: Holder, buf: ByteBuffer) {
            FfiConverterOptionalString.write(value.`identity`, buf)
            FfiConverterOptionalString.write(value.`unconfirmedIdentity`, buf)
            FfiConverterSequenceString.write(value.`names`, buf)
            FfiConverterSequenceString.write(value.`unconfirmedNames`, buf)
    }
}



/**
 * A period of days. Both ends are included; the end can be open.
 */
data class Interval (
    /**
     * The first day.
     */
    val `from`: Day
    , 
    /**
     * The last day; none for an open end.
     */
    val `until`: Day?
    
){
    

    

    
    companion object
}

/**
 * @suppress
 */
public object FfiConverterTypeInterval: FfiConverterRustBuffer<Interval> {
    override fun read(buf: ByteBuffer): Interval {
        return Interval(
            FfiConverterTypeDay.read(buf),
            FfiConverterOptionalTypeDay.read(buf),
        )
    }

    override fun allocationSize(value: Interval) = (
            FfiConverterTypeDay.allocationSize(value.`from`) +
            FfiConverterOptionalTypeDay.allocationSize(value.`until`)
    )

    override fun write(value: Interval, buf: ByteBuffer) {
            FfiConverterTypeDay.write(value.`from`, buf)
            FfiConverterOptionalTypeDay.write(value.`until`, buf)
    }
}



/**
 * A newer trust root of a bundle that was not accepted. Store both, durably, in place of `trustRoot` and `state`: the register
 * has replaced keys, perhaps stolen ones, which must not count at the next opening. A device's directory stores its own.
 */
data class KeptRoot (
    /**
     * The root, to be passed as `trustRoot` from now on; with `firstUse` it is not needed.
     */
    val `root`: kotlin.ByteArray
    , 
    /**
     * The trusted state with that root; none if the opening had none.
     */
    val `state`: kotlin.ByteArray?
    
){
    

    

    
    companion object
}

/**
 * @suppress
 */
public object FfiConverterTypeKeptRoot: FfiConverterRustBuffer<KeptRoot> {
    override fun read(buf: ByteBuffer): KeptRoot {
        return KeptRoot(
            FfiConverterByteArray.read(buf),
            FfiConverterOptionalByteArray.read(buf),
        )
    }

    override fun allocationSize(value: KeptRoot) = (
            FfiConverterByteArray.allocationSize(value.`root`) +
            FfiConverterOptionalByteArray.allocationSize(value.`state`)
    )

    override fun write(value: KeptRoot, buf: ByteBuffer) {
            FfiConverterByteArray.write(value.`root`, buf)
            FfiConverterOptionalByteArray.write(value.`state`, buf)
    }
}



/**
 * A code with the names that the register gives it.
 */
data class Named (
    /**
     * The code.
     */
    val `code`: kotlin.String
    , 
    /**
     * Its names; none where the register has none.
     */
    val `names`: Translations?
    
){
    

    

    
    companion object
}

/**
 * @suppress
 */
public object FfiConverterTypeNamed: FfiConverterRustBuffer<Named> {
    override fun read(buf: ByteBuffer): Named {
        return Named(
            FfiConverterString.read(buf),
            FfiConverterOptionalTypeTranslations.read(buf),
        )
    }

    override fun allocationSize(value: Named) = (
            FfiConverterString.allocationSize(value.`code`) +
            FfiConverterOptionalTypeTranslations.allocationSize(value.`names`)
    )

    override fun write(value: Named, buf: ByteBuffer) {
            FfiConverterString.write(value.`code`, buf)
            FfiConverterOptionalTypeTranslations.write(value.`names`, buf)
    }
}



/**
 * A value with its stable name.
 */
data class NamedValue (
    /**
     * The name.
     */
    val `name`: kotlin.String
    , 
    /**
     * The value.
     */
    val `value`: Value
    
){
    

    

    
    companion object
}

/**
 * @suppress
 */
public object FfiConverterTypeNamedValue: FfiConverterRustBuffer<NamedValue> {
    override fun read(buf: ByteBuffer): NamedValue {
        return NamedValue(
            FfiConverterString.read(buf),
            FfiConverterTypeValue.read(buf),
        )
    }

    override fun allocationSize(value: NamedValue) = (
            FfiConverterString.allocationSize(value.`name`) +
            FfiConverterTypeValue.allocationSize(value.`value`)
    )

    override fun write(value: NamedValue, buf: ByteBuffer) {
            FfiConverterString.write(value.`name`, buf)
            FfiConverterTypeValue.write(value.`value`, buf)
    }
}



/**
 * The options for opening a bundle.
 */
data class Opening (
    /**
     * The pinned trust root. It comes with the app, never with the bundle. Empty with `firstUse` only.
     */
    val `trustRoot`: kotlin.ByteArray
    , 
    /**
     * The trusted state that `Verifier.state` returned last time, so that no older bundle is accepted; none the first time.
     */
    val `state`: kotlin.ByteArray? = null 
    , 
    /**
     * The policy; none accepts a late snapshot, with a grace of one week.
     */
    val `policy`: Policy? = null 
    , 
    /**
     * The time; none reads the device's clock.
     */
    val `now`: java.time.Instant? = null 
    , 
    /**
     * Trusts the bundle's own root; `trustRoot` is then empty. Whoever made the bundle decides what is valid, and every verdict
     * says so, also at later openings with `state`.
     */
    val `firstUse`: kotlin.Boolean = false 
    
){
    

    

    
    companion object
}

/**
 * @suppress
 */
public object FfiConverterTypeOpening: FfiConverterRustBuffer<Opening> {
    override fun read(buf: ByteBuffer): Opening {
        return Opening(
            FfiConverterByteArray.read(buf),
            FfiConverterOptionalByteArray.read(buf),
            FfiConverterOptionalTypePolicy.read(buf),
            FfiConverterOptionalTimestamp.read(buf),
            FfiConverterBoolean.read(buf),
        )
    }

    override fun allocationSize(value: Opening) = (
            FfiConverterByteArray.allocationSize(value.`trustRoot`) +
            FfiConverterOptionalByteArray.allocationSize(value.`state`) +
            FfiConverterOptionalTypePolicy.allocationSize(value.`policy`) +
            FfiConverterOptionalTimestamp.allocationSize(value.`now`) +
            FfiConverterBoolean.allocationSize(value.`firstUse`)
    )

    override fun write(value: Opening, buf: ByteBuffer) {
            FfiConverterByteArray.write(value.`trustRoot`, buf)
            FfiConverterOptionalByteArray.write(value.`state`, buf)
            FfiConverterOptionalTypePolicy.write(value.`policy`, buf)
            FfiConverterOptionalTimestamp.write(value.`now`, buf)
            FfiConverterBoolean.write(value.`firstUse`, buf)
    }
}



/**
 * How old a snapshot may be. An expired snapshot decides nothing, whatever the policy.
 */
data class Policy (
    /**
     * The oldest freshness that still decides.
     */
    val `accept`: Freshness
    , 
    /**
     * How long after a missed update the snapshot is late and not stale; none is one week.
     */
    val `grace`: java.time.Duration? = null 
    
){
    

    

    
    companion object
}

/**
 * @suppress
 */
public object FfiConverterTypePolicy: FfiConverterRustBuffer<Policy> {
    override fun read(buf: ByteBuffer): Policy {
        return Policy(
            FfiConverterTypeFreshness.read(buf),
            FfiConverterOptionalDuration.read(buf),
        )
    }

    override fun allocationSize(value: Policy) = (
            FfiConverterTypeFreshness.allocationSize(value.`accept`) +
            FfiConverterOptionalDuration.allocationSize(value.`grace`)
    )

    override fun write(value: Policy, buf: ByteBuffer) {
            FfiConverterTypeFreshness.write(value.`accept`, buf)
            FfiConverterOptionalDuration.write(value.`grace`, buf)
    }
}



/**
 * What a person's post asks for. It is compared beside the verdict and never changes it.
 */
data class Post (
    /**
     * The profession: a code, a name in one of the register's languages, or both.
     */
    val `profession`: kotlin.String
    , 
    /**
     * The qualification level that the post asks for, if one is stated.
     */
    val `level`: kotlin.String?
    
){
    

    

    
    companion object
}

/**
 * @suppress
 */
public object FfiConverterTypePost: FfiConverterRustBuffer<Post> {
    override fun read(buf: ByteBuffer): Post {
        return Post(
            FfiConverterString.read(buf),
            FfiConverterOptionalString.read(buf),
        )
    }

    override fun allocationSize(value: Post) = (
            FfiConverterString.allocationSize(value.`profession`) +
            FfiConverterOptionalString.allocationSize(value.`level`)
    )

    override fun write(value: Post, buf: ByteBuffer) {
            FfiConverterString.write(value.`profession`, buf)
            FfiConverterOptionalString.write(value.`level`, buf)
    }
}



/**
 * A document beside a post. It says nothing about whether the Law lets the person do this work (art. 15.5).
 */
data class PostComparison (
    /**
     * The profession.
     */
    val `profession`: PostMatch
    , 
    /**
     * The level; none if the post states none, or the document's is not confirmed.
     */
    val `level`: LevelMatch?
    
){
    

    

    
    companion object
}

/**
 * @suppress
 */
public object FfiConverterTypePostComparison: FfiConverterRustBuffer<PostComparison> {
    override fun read(buf: ByteBuffer): PostComparison {
        return PostComparison(
            FfiConverterTypePostMatch.read(buf),
            FfiConverterOptionalTypeLevelMatch.read(buf),
        )
    }

    override fun allocationSize(value: PostComparison) = (
            FfiConverterTypePostMatch.allocationSize(value.`profession`) +
            FfiConverterOptionalTypeLevelMatch.allocationSize(value.`level`)
    )

    override fun write(value: PostComparison, buf: ByteBuffer) {
            FfiConverterTypePostMatch.write(value.`profession`, buf)
            FfiConverterOptionalTypeLevelMatch.write(value.`level`, buf)
    }
}



/**
 * The question about a document. Every field is optional.
 */
data class Question (
    /**
     * The day to verify for: "was it in force when we hired?"; none is today.
     */
    val `on`: Day? = null 
    , 
    /**
     * The language of the verdict's text; none for no text.
     */
    val `language`: Language? = null 
    , 
    /**
     * The time; none reads the device's clock.
     */
    val `now`: java.time.Instant? = null 
    , 
    /**
     * What the person's post asks for; none for no comparison. It is told beside the verdict (`post`) and never changes it.
     */
    val `post`: Post? = null 
    
){
    

    

    
    companion object
}

/**
 * @suppress
 */
public object FfiConverterTypeQuestion: FfiConverterRustBuffer<Question> {
    override fun read(buf: ByteBuffer): Question {
        return Question(
            FfiConverterOptionalTypeDay.read(buf),
            FfiConverterOptionalTypeLanguage.read(buf),
            FfiConverterOptionalTimestamp.read(buf),
            FfiConverterOptionalTypePost.read(buf),
        )
    }

    override fun allocationSize(value: Question) = (
            FfiConverterOptionalTypeDay.allocationSize(value.`on`) +
            FfiConverterOptionalTypeLanguage.allocationSize(value.`language`) +
            FfiConverterOptionalTimestamp.allocationSize(value.`now`) +
            FfiConverterOptionalTypePost.allocationSize(value.`post`)
    )

    override fun write(value: Question, buf: ByteBuffer) {
            FfiConverterOptionalTypeDay.write(value.`on`, buf)
            FfiConverterOptionalTypeLanguage.write(value.`language`, buf)
            FfiConverterOptionalTimestamp.write(value.`now`, buf)
            FfiConverterOptionalTypePost.write(value.`post`, buf)
    }
}



/**
 * One defensible reading of the Law and the answer it gives.
 */
data class Reading (
    /**
     * Its stable name.
     */
    val `name`: kotlin.String
    , 
    /**
     * Whether the check is satisfied under this reading.
     */
    val `satisfied`: kotlin.Boolean
    , 
    /**
     * The values that it gives.
     */
    val `facts`: List<NamedValue>
    
){
    

    

    
    companion object
}

/**
 * @suppress
 */
public object FfiConverterTypeReading: FfiConverterRustBuffer<Reading> {
    override fun read(buf: ByteBuffer): Reading {
        return Reading(
            FfiConverterString.read(buf),
            FfiConverterBoolean.read(buf),
            FfiConverterSequenceTypeNamedValue.read(buf),
        )
    }

    override fun allocationSize(value: Reading) = (
            FfiConverterString.allocationSize(value.`name`) +
            FfiConverterBoolean.allocationSize(value.`satisfied`) +
            FfiConverterSequenceTypeNamedValue.allocationSize(value.`facts`)
    )

    override fun write(value: Reading, buf: ByteBuffer) {
            FfiConverterString.write(value.`name`, buf)
            FfiConverterBoolean.write(value.`satisfied`, buf)
            FfiConverterSequenceTypeNamedValue.write(value.`facts`, buf)
    }
}



/**
 * A report, verified again as of its own time. It is the answer of that time and not today's.
 */
data class Repetition (
    /**
     * Whether the answer is the same.
     */
    val `same`: kotlin.Boolean
    , 
    /**
     * The time of the report.
     */
    val `asKnownAt`: java.time.Instant
    , 
    /**
     * The outcome in the report.
     */
    val `reported`: Outcome
    , 
    /**
     * The outcome of the repetition.
     */
    val `repeated`: Outcome
    , 
    /**
     * What to show, one sentence each: that it is not today's answer, whether it is the same, and what differs.
     */
    val `text`: List<kotlin.String>
    , 
    /**
     * The same and more as Rastau's JSON.
     */
    val `json`: kotlin.String
    
){
    

    

    
    companion object
}

/**
 * @suppress
 */
public object FfiConverterTypeRepetition: FfiConverterRustBuffer<Repetition> {
    override fun read(buf: ByteBuffer): Repetition {
        return Repetition(
            FfiConverterBoolean.read(buf),
            FfiConverterTimestamp.read(buf),
            FfiConverterTypeOutcome.read(buf),
            FfiConverterTypeOutcome.read(buf),
            FfiConverterSequenceString.read(buf),
            FfiConverterString.read(buf),
        )
    }

    override fun allocationSize(value: Repetition) = (
            FfiConverterBoolean.allocationSize(value.`same`) +
            FfiConverterTimestamp.allocationSize(value.`asKnownAt`) +
            FfiConverterTypeOutcome.allocationSize(value.`reported`) +
            FfiConverterTypeOutcome.allocationSize(value.`repeated`) +
            FfiConverterSequenceString.allocationSize(value.`text`) +
            FfiConverterString.allocationSize(value.`json`)
    )

    override fun write(value: Repetition, buf: ByteBuffer) {
            FfiConverterBoolean.write(value.`same`, buf)
            FfiConverterTimestamp.write(value.`asKnownAt`, buf)
            FfiConverterTypeOutcome.write(value.`reported`, buf)
            FfiConverterTypeOutcome.write(value.`repeated`, buf)
            FfiConverterSequenceString.write(value.`text`, buf)
            FfiConverterString.write(value.`json`, buf)
    }
}



/**
 * A field of the document as text.
 */
data class Row (
    /**
     * The label; none if the row continues the one before.
     */
    val `label`: kotlin.String?
    , 
    /**
     * The value.
     */
    val `value`: kotlin.String
    
){
    

    

    
    companion object
}

/**
 * @suppress
 */
public object FfiConverterTypeRow: FfiConverterRustBuffer<Row> {
    override fun read(buf: ByteBuffer): Row {
        return Row(
            FfiConverterOptionalString.read(buf),
            FfiConverterString.read(buf),
        )
    }

    override fun allocationSize(value: Row) = (
            FfiConverterOptionalString.allocationSize(value.`label`) +
            FfiConverterString.allocationSize(value.`value`)
    )

    override fun write(value: Row, buf: ByteBuffer) {
            FfiConverterOptionalString.write(value.`label`, buf)
            FfiConverterString.write(value.`value`, buf)
    }
}



/**
 * The answer of a rule.
 */
data class RuleAnswer (
    /**
     * The rule's id.
     */
    val `rule`: kotlin.String
    , 
    /**
     * The provision.
     */
    val `citation`: Citation
    , 
    /**
     * The answer.
     */
    val `answer`: Answer
    , 
    /**
     * The computed values: the date of a deadline is `last_day`.
     */
    val `value`: List<NamedValue>
    , 
    /**
     * The steps that influenced the answer: skipped days, chosen readings.
     */
    val `trace`: List<Step>
    , 
    /**
     * The reading of the Law's text that the answer rests on, where the text allows several.
     */
    val `reading`: kotlin.String?
    , 
    /**
     * The members of an aggregate, or the rules of a composite question.
     */
    val `parts`: List<RuleAnswer>
    , 
    /**
     * The answer as text, if a language was requested. The text of a part is in the text of the complete answer.
     */
    val `text`: RuleText?
    , 
    /**
     * The complete answer as Rastau's JSON, for storing: the same bytes as from the command line. Empty for a part.
     */
    val `json`: kotlin.String
    
){
    

    

    
    companion object
}

/**
 * @suppress
 */
public object FfiConverterTypeRuleAnswer: FfiConverterRustBuffer<RuleAnswer> {
    override fun read(buf: ByteBuffer): RuleAnswer {
        return RuleAnswer(
            FfiConverterString.read(buf),
            FfiConverterTypeCitation.read(buf),
            FfiConverterTypeAnswer.read(buf),
            FfiConverterSequenceTypeNamedValue.read(buf),
            FfiConverterSequenceTypeStep.read(buf),
            FfiConverterOptionalString.read(buf),
            FfiConverterSequenceTypeRuleAnswer.read(buf),
            FfiConverterOptionalTypeRuleText.read(buf),
            FfiConverterString.read(buf),
        )
    }

    override fun allocationSize(value: RuleAnswer) = (
            FfiConverterString.allocationSize(value.`rule`) +
            FfiConverterTypeCitation.allocationSize(value.`citation`) +
            FfiConverterTypeAnswer.allocationSize(value.`answer`) +
            FfiConverterSequenceTypeNamedValue.allocationSize(value.`value`) +
            FfiConverterSequenceTypeStep.allocationSize(value.`trace`) +
            FfiConverterOptionalString.allocationSize(value.`reading`) +
            FfiConverterSequenceTypeRuleAnswer.allocationSize(value.`parts`) +
            FfiConverterOptionalTypeRuleText.allocationSize(value.`text`) +
            FfiConverterString.allocationSize(value.`json`)
    )

    override fun write(value: RuleAnswer, buf: ByteBuffer) {
            FfiConverterString.write(value.`rule`, buf)
            FfiConverterTypeCitation.write(value.`citation`, buf)
            FfiConverterTypeAnswer.write(value.`answer`, buf)
            FfiConverterSequenceTypeNamedValue.write(value.`value`, buf)
            FfiConverterSequenceTypeStep.write(value.`trace`, buf)
            FfiConverterOptionalString.write(value.`reading`, buf)
            FfiConverterSequenceTypeRuleAnswer.write(value.`parts`, buf)
            FfiConverterOptionalTypeRuleText.write(value.`text`, buf)
            FfiConverterString.write(value.`json`, buf)
    }
}



/**
 * A rule of the Law, or a composite question.
 */
data class RuleInfo (
    /**
     * Its stable id: `art22.p1.appeal-window`, `ask.can-i-apply`.
     */
    val `id`: kotlin.String
    , 
    /**
     * The provision.
     */
    val `citation`: Citation
    , 
    /**
     * The question.
     */
    val `title`: Translations
    , 
    /**
     * The provision as text.
     */
    val `source`: Translations
    , 
    /**
     * Example facts, which the rule decides.
     */
    val `example`: Map<kotlin.String, Fact>
    
){
    

    

    
    companion object
}

/**
 * @suppress
 */
public object FfiConverterTypeRuleInfo: FfiConverterRustBuffer<RuleInfo> {
    override fun read(buf: ByteBuffer): RuleInfo {
        return RuleInfo(
            FfiConverterString.read(buf),
            FfiConverterTypeCitation.read(buf),
            FfiConverterTypeTranslations.read(buf),
            FfiConverterTypeTranslations.read(buf),
            FfiConverterMapStringTypeFact.read(buf),
        )
    }

    override fun allocationSize(value: RuleInfo) = (
            FfiConverterString.allocationSize(value.`id`) +
            FfiConverterTypeCitation.allocationSize(value.`citation`) +
            FfiConverterTypeTranslations.allocationSize(value.`title`) +
            FfiConverterTypeTranslations.allocationSize(value.`source`) +
            FfiConverterMapStringTypeFact.allocationSize(value.`example`)
    )

    override fun write(value: RuleInfo, buf: ByteBuffer) {
            FfiConverterString.write(value.`id`, buf)
            FfiConverterTypeCitation.write(value.`citation`, buf)
            FfiConverterTypeTranslations.write(value.`title`, buf)
            FfiConverterTypeTranslations.write(value.`source`, buf)
            FfiConverterMapStringTypeFact.write(value.`example`, buf)
    }
}



/**
 * A rule's answer as text.
 */
data class RuleText (
    /**
     * The question.
     */
    val `title`: kotlin.String
    , 
    /**
     * The answer.
     */
    val `text`: kotlin.String
    , 
    /**
     * What to do, where there is something.
     */
    val `advice`: kotlin.String?
    , 
    /**
     * The steps that influenced the answer: skipped days, chosen readings.
     */
    val `trace`: List<kotlin.String>
    , 
    /**
     * The provision of the Law.
     */
    val `source`: kotlin.String
    , 
    /**
     * The members of an aggregate, or the rules of a composite question.
     */
    val `parts`: List<RuleText>
    
){
    

    

    
    companion object
}

/**
 * @suppress
 */
public object FfiConverterTypeRuleText: FfiConverterRustBuffer<RuleText> {
    override fun read(buf: ByteBuffer): RuleText {
        return RuleText(
            FfiConverterString.read(buf),
            FfiConverterString.read(buf),
            FfiConverterOptionalString.read(buf),
            FfiConverterSequenceString.read(buf),
            FfiConverterString.read(buf),
            FfiConverterSequenceTypeRuleText.read(buf),
        )
    }

    override fun allocationSize(value: RuleText) = (
            FfiConverterString.allocationSize(value.`title`) +
            FfiConverterString.allocationSize(value.`text`) +
            FfiConverterOptionalString.allocationSize(value.`advice`) +
            FfiConverterSequenceString.allocationSize(value.`trace`) +
            FfiConverterString.allocationSize(value.`source`) +
            FfiConverterSequenceTypeRuleText.allocationSize(value.`parts`)
    )

    override fun write(value: RuleText, buf: ByteBuffer) {
            FfiConverterString.write(value.`title`, buf)
            FfiConverterString.write(value.`text`, buf)
            FfiConverterOptionalString.write(value.`advice`, buf)
            FfiConverterSequenceString.write(value.`trace`, buf)
            FfiConverterString.write(value.`source`, buf)
            FfiConverterSequenceTypeRuleText.write(value.`parts`, buf)
    }
}



/**
 * The summary of an open snapshot: which register it is, and how old.
 */
data class SnapshotInfo (
    /**
     * Name of the register.
     */
    val `register`: kotlin.String
    , 
    /**
     * Epoch of the manifest.
     */
    val `epoch`: kotlin.Long
    , 
    /**
     * Version within the epoch.
     */
    val `version`: kotlin.Long
    , 
    /**
     * The time whose state of the register it contains.
     */
    val `asOf`: java.time.Instant
    , 
    /**
     * The time at which the newest freshness statement was signed.
     */
    val `checkedAt`: java.time.Instant
    , 
    /**
     * The time at which the next update is due.
     */
    val `nextUpdate`: java.time.Instant
    , 
    /**
     * The time after which the snapshot decides nothing.
     */
    val `notAfter`: java.time.Instant
    , 
    /**
     * The issue dates whose documents are all listed.
     */
    val `coverage`: Interval
    , 
    /**
     * Number of listed documents.
     */
    val `documents`: kotlin.Long
    , 
    /**
     * Size of all segments in bytes.
     */
    val `bytes`: kotlin.Long
    , 
    /**
     * Whether the trust root that the verifier began with came from a trusted source. If not, it came from the bundle itself,
     * and nothing vouches for it.
     */
    val `pinned`: kotlin.Boolean
    , 
    /**
     * Whether the register has a newer trust root that this version of the library cannot use.
     */
    val `needsNewerProgram`: kotlin.Boolean
    , 
    /**
     * The base address at which the register is published from now on; empty if it has not moved.
     */
    val `successor`: kotlin.String
    , 
    /**
     * SHA-256 of the active trust root in hexadecimal, for an operator to compare.
     */
    val `rootFingerprint`: kotlin.String
    , 
    /**
     * Version of the active trust root.
     */
    val `rootVersion`: kotlin.Long
    , 
    /**
     * The time from which that root may not be used.
     */
    val `rootExpires`: java.time.Instant
    , 
    /**
     * The days that the snapshot's calendar of working days covers; none if it has no calendar.
     */
    val `workingDays`: CalendarSpan?
    , 
    /**
     * Problems of the snapshot's files, in English; empty if there are none.
     */
    val `damage`: List<kotlin.String>
    , 
    /**
     * The same and more as Rastau's JSON, for storing.
     */
    val `json`: kotlin.String
    
){
    

    

    
    companion object
}

/**
 * @suppress
 */
public object FfiConverterTypeSnapshotInfo: FfiConverterRustBuffer<SnapshotInfo> {
    override fun read(buf: ByteBuffer): SnapshotInfo {
        return SnapshotInfo(
            FfiConverterString.read(buf),
            FfiConverterLong.read(buf),
            FfiConverterLong.read(buf),
            FfiConverterTimestamp.read(buf),
            FfiConverterTimestamp.read(buf),
            FfiConverterTimestamp.read(buf),
            FfiConverterTimestamp.read(buf),
            FfiConverterTypeInterval.read(buf),
            FfiConverterLong.read(buf),
            FfiConverterLong.read(buf),
            FfiConverterBoolean.read(buf),
            FfiConverterBoolean.read(buf),
            FfiConverterString.read(buf),
            FfiConverterString.read(buf),
            FfiConverterLong.read(buf),
            FfiConverterTimestamp.read(buf),
            FfiConverterOptionalTypeCalendarSpan.read(buf),
            FfiConverterSequenceString.read(buf),
            FfiConverterString.read(buf),
        )
    }

    override fun allocationSize(value: SnapshotInfo) = (
            FfiConverterString.allocationSize(value.`register`) +
            FfiConverterLong.allocationSize(value.`epoch`) +
            FfiConverterLong.allocationSize(value.`version`) +
            FfiConverterTimestamp.allocationSize(value.`asOf`) +
            FfiConverterTimestamp.allocationSize(value.`checkedAt`) +
            FfiConverterTimestamp.allocationSize(value.`nextUpdate`) +
            FfiConverterTimestamp.allocationSize(value.`notAfter`) +
            FfiConverterTypeInterval.allocationSize(value.`coverage`) +
            FfiConverterLong.allocationSize(value.`documents`) +
            FfiConverterLong.allocationSize(value.`bytes`) +
            FfiConverterBoolean.allocationSize(value.`pinned`) +
            FfiConverterBoolean.allocationSize(value.`needsNewerProgram`) +
            FfiConverterString.allocationSize(value.`successor`) +
            FfiConverterString.allocationSize(value.`rootFingerprint`) +
            FfiConverterLong.allocationSize(value.`rootVersion`) +
            FfiConverterTimestamp.allocationSize(value.`rootExpires`) +
            FfiConverterOptionalTypeCalendarSpan.allocationSize(value.`workingDays`) +
            FfiConverterSequenceString.allocationSize(value.`damage`) +
            FfiConverterString.allocationSize(value.`json`)
    )

    override fun write(value: SnapshotInfo, buf: ByteBuffer) {
            FfiConverterString.write(value.`register`, buf)
            FfiConverterLong.write(value.`epoch`, buf)
            FfiConverterLong.write(value.`version`, buf)
            FfiConverterTimestamp.write(value.`asOf`, buf)
            FfiConverterTimestamp.write(value.`checkedAt`, buf)
            FfiConverterTimestamp.write(value.`nextUpdate`, buf)
            FfiConverterTimestamp.write(value.`notAfter`, buf)
            FfiConverterTypeInterval.write(value.`coverage`, buf)
            FfiConverterLong.write(value.`documents`, buf)
            FfiConverterLong.write(value.`bytes`, buf)
            FfiConverterBoolean.write(value.`pinned`, buf)
            FfiConverterBoolean.write(value.`needsNewerProgram`, buf)
            FfiConverterString.write(value.`successor`, buf)
            FfiConverterString.write(value.`rootFingerprint`, buf)
            FfiConverterLong.write(value.`rootVersion`, buf)
            FfiConverterTimestamp.write(value.`rootExpires`, buf)
            FfiConverterOptionalTypeCalendarSpan.write(value.`workingDays`, buf)
            FfiConverterSequenceString.write(value.`damage`, buf)
            FfiConverterString.write(value.`json`, buf)
    }
}



/**
 * What is stated beside a document, for example by the other columns of its row in a list. Every field is optional. Those
 * that are given are compared with the document and its record: a contradiction is never valid, and its finding is
 * `register.stated-beside`.
 */
data class StatedBeside (
    /**
     * Document number; none is that of the document.
     */
    val `number`: kotlin.String? = null 
    , 
    /**
     * The verification code, 17 letters and digits.
     */
    val `code`: kotlin.String? = null 
    , 
    /**
     * The holder's identity number.
     */
    val `holder`: kotlin.String? = null 
    , 
    /**
     * The holder's name, in one script.
     */
    val `name`: kotlin.String? = null 
    , 
    /**
     * Code of the profession.
     */
    val `profession`: kotlin.String? = null 
    , 
    /**
     * Edition of the classifier.
     */
    val `edition`: kotlin.String? = null 
    , 
    /**
     * Code of the qualification.
     */
    val `qualification`: kotlin.String? = null 
    , 
    /**
     * Qualification level.
     */
    val `level`: kotlin.String? = null 
    , 
    /**
     * Codes of the skills.
     */
    val `skills`: List<kotlin.String>? = null 
    , 
    /**
     * BIN of the centre.
     */
    val `centre`: kotlin.String? = null 
    , 
    /**
     * Serial number of the accreditation certificate.
     */
    val `accreditation`: kotlin.String? = null 
    , 
    /**
     * What the exam tested against.
     */
    val `basis`: Basis? = null 
    , 
    /**
     * The day of the exam.
     */
    val `examOn`: Day? = null 
    , 
    /**
     * The day of issue.
     */
    val `issuedOn`: Day? = null 
    , 
    /**
     * The last day of validity.
     */
    val `validUntil`: Day? = null 
    
){
    

    

    
    companion object
}

/**
 * @suppress
 */
public object FfiConverterTypeStatedBeside: FfiConverterRustBuffer<StatedBeside> {
    override fun read(buf: ByteBuffer): StatedBeside {
        return StatedBeside(
            FfiConverterOptionalString.read(buf),
            FfiConverterOptionalString.read(buf),
            FfiConverterOptionalString.read(buf),
            FfiConverterOptionalString.read(buf),
            FfiConverterOptionalString.read(buf),
            FfiConverterOptionalString.read(buf),
            FfiConverterOptionalString.read(buf),
            FfiConverterOptionalString.read(buf),
            FfiConverterOptionalSequenceString.read(buf),
            FfiConverterOptionalString.read(buf),
            FfiConverterOptionalString.read(buf),
            FfiConverterOptionalTypeBasis.read(buf),
            FfiConverterOptionalTypeDay.read(buf),
            FfiConverterOptionalTypeDay.read(buf),
            FfiConverterOptionalTypeDay.read(buf),
        )
    }

    override fun allocationSize(value: StatedBeside) = (
            FfiConverterOptionalString.allocationSize(value.`number`) +
            FfiConverterOptionalString.allocationSize(value.`code`) +
            FfiConverterOptionalString.allocationSize(value.`holder`) +
            FfiConverterOptionalString.allocationSize(value.`name`) +
            FfiConverterOptionalString.allocationSize(value.`profession`) +
            FfiConverterOptionalString.allocationSize(value.`edition`) +
            FfiConverterOptionalString.allocationSize(value.`qualification`) +
            FfiConverterOptionalString.allocationSize(value.`level`) +
            FfiConverterOptionalSequenceString.allocationSize(value.`skills`) +
            FfiConverterOptionalString.allocationSize(value.`centre`) +
            FfiConverterOptionalString.allocationSize(value.`accreditation`) +
            FfiConverterOptionalTypeBasis.allocationSize(value.`basis`) +
            FfiConverterOptionalTypeDay.allocationSize(value.`examOn`) +
            FfiConverterOptionalTypeDay.allocationSize(value.`issuedOn`) +
            FfiConverterOptionalTypeDay.allocationSize(value.`validUntil`)
    )

    override fun write(value: StatedBeside, buf: ByteBuffer) {
            FfiConverterOptionalString.write(value.`number`, buf)
            FfiConverterOptionalString.write(value.`code`, buf)
            FfiConverterOptionalString.write(value.`holder`, buf)
            FfiConverterOptionalString.write(value.`name`, buf)
            FfiConverterOptionalString.write(value.`profession`, buf)
            FfiConverterOptionalString.write(value.`edition`, buf)
            FfiConverterOptionalString.write(value.`qualification`, buf)
            FfiConverterOptionalString.write(value.`level`, buf)
            FfiConverterOptionalSequenceString.write(value.`skills`, buf)
            FfiConverterOptionalString.write(value.`centre`, buf)
            FfiConverterOptionalString.write(value.`accreditation`, buf)
            FfiConverterOptionalTypeBasis.write(value.`basis`, buf)
            FfiConverterOptionalTypeDay.write(value.`examOn`, buf)
            FfiConverterOptionalTypeDay.write(value.`issuedOn`, buf)
            FfiConverterOptionalTypeDay.write(value.`validUntil`, buf)
    }
}



/**
 * A step that influenced an answer.
 */
data class Step (
    /**
     * The kind of step, as a stable name.
     */
    val `why`: kotlin.String
    , 
    /**
     * The days and names that it concerns.
     */
    val `facts`: List<NamedValue>
    
){
    

    

    
    companion object
}

/**
 * @suppress
 */
public object FfiConverterTypeStep: FfiConverterRustBuffer<Step> {
    override fun read(buf: ByteBuffer): Step {
        return Step(
            FfiConverterString.read(buf),
            FfiConverterSequenceTypeNamedValue.read(buf),
        )
    }

    override fun allocationSize(value: Step) = (
            FfiConverterString.allocationSize(value.`why`) +
            FfiConverterSequenceTypeNamedValue.allocationSize(value.`facts`)
    )

    override fun write(value: Step, buf: ByteBuffer) {
            FfiConverterString.write(value.`why`, buf)
            FfiConverterSequenceTypeNamedValue.write(value.`facts`, buf)
    }
}



/**
 * A text in three languages.
 */
data class Translations (
    /**
     * Kazakh.
     */
    val `kk`: kotlin.String
    , 
    /**
     * Russian.
     */
    val `ru`: kotlin.String
    , 
    /**
     * English.
     */
    val `en`: kotlin.String
    
){
    

    

    
    companion object
}

/**
 * @suppress
 */
public object FfiConverterTypeTranslations: FfiConverterRustBuffer<Translations> {
    override fun read(buf: ByteBuffer): Translations {
        return Translations(
            FfiConverterString.read(buf),
            FfiConverterString.read(buf),
            FfiConverterString.read(buf),
        )
    }

    override fun allocationSize(value: Translations) = (
            FfiConverterString.allocationSize(value.`kk`) +
            FfiConverterString.allocationSize(value.`ru`) +
            FfiConverterString.allocationSize(value.`en`)
    )

    override fun write(value: Translations, buf: ByteBuffer) {
            FfiConverterString.write(value.`kk`, buf)
            FfiConverterString.write(value.`ru`, buf)
            FfiConverterString.write(value.`en`, buf)
    }
}



/**
 * The fields of a printed document. Only the number is required. With `code` and `holder` the record of the register is
 * opened, and every other field is compared with it.
 */
data class TypedForm (
    /**
     * Document number.
     */
    val `number`: kotlin.String
    , 
    /**
     * The verification code, 17 letters and digits.
     */
    val `code`: kotlin.String? = null 
    , 
    /**
     * The holder's identity number.
     */
    val `holder`: kotlin.String? = null 
    , 
    /**
     * The holder's name, in one script.
     */
    val `name`: kotlin.String? = null 
    , 
    /**
     * Code of the profession.
     */
    val `profession`: kotlin.String? = null 
    , 
    /**
     * Edition of the classifier.
     */
    val `edition`: kotlin.String? = null 
    , 
    /**
     * Code of the qualification.
     */
    val `qualification`: kotlin.String? = null 
    , 
    /**
     * Qualification level.
     */
    val `level`: kotlin.String? = null 
    , 
    /**
     * Codes of the skills.
     */
    val `skills`: List<kotlin.String>? = null 
    , 
    /**
     * BIN of the centre.
     */
    val `centre`: kotlin.String? = null 
    , 
    /**
     * Serial number of the accreditation certificate.
     */
    val `accreditation`: kotlin.String? = null 
    , 
    /**
     * What the exam tested against.
     */
    val `basis`: Basis? = null 
    , 
    /**
     * The day of the exam.
     */
    val `examOn`: Day? = null 
    , 
    /**
     * The day of issue.
     */
    val `issuedOn`: Day? = null 
    , 
    /**
     * The last day of validity.
     */
    val `validUntil`: Day? = null 
    
){
    

    

    
    companion object
}

/**
 * @suppress
 */
public object FfiConverterTypeTypedForm: FfiConverterRustBuffer<TypedForm> {
    override fun read(buf: ByteBuffer): TypedForm {
        return TypedForm(
            FfiConverterString.read(buf),
            FfiConverterOptionalString.read(buf),
            FfiConverterOptionalString.read(buf),
            FfiConverterOptionalString.read(buf),
            FfiConverterOptionalString.read(buf),
            FfiConverterOptionalString.read(buf),
            FfiConverterOptionalString.read(buf),
            FfiConverterOptionalString.read(buf),
            FfiConverterOptionalSequenceString.read(buf),
            FfiConverterOptionalString.read(buf),
            FfiConverterOptionalString.read(buf),
            FfiConverterOptionalTypeBasis.read(buf),
            FfiConverterOptionalTypeDay.read(buf),
            FfiConverterOptionalTypeDay.read(buf),
            FfiConverterOptionalTypeDay.read(buf),
        )
    }

    override fun allocationSize(value: TypedForm) = (
            FfiConverterString.allocationSize(value.`number`) +
            FfiConverterOptionalString.allocationSize(value.`code`) +
            FfiConverterOptionalString.allocationSize(value.`holder`) +
            FfiConverterOptionalString.allocationSize(value.`name`) +
            FfiConverterOptionalString.allocationSize(value.`profession`) +
            FfiConverterOptionalString.allocationSize(value.`edition`) +
            FfiConverterOptionalString.allocationSize(value.`qualification`) +
            FfiConverterOptionalString.allocationSize(value.`level`) +
            FfiConverterOptionalSequenceString.allocationSize(value.`skills`) +
            FfiConverterOptionalString.allocationSize(value.`centre`) +
            FfiConverterOptionalString.allocationSize(value.`accreditation`) +
            FfiConverterOptionalTypeBasis.allocationSize(value.`basis`) +
            FfiConverterOptionalTypeDay.allocationSize(value.`examOn`) +
            FfiConverterOptionalTypeDay.allocationSize(value.`issuedOn`) +
            FfiConverterOptionalTypeDay.allocationSize(value.`validUntil`)
    )

    override fun write(value: TypedForm, buf: ByteBuffer) {
            FfiConverterString.write(value.`number`, buf)
            FfiConverterOptionalString.write(value.`code`, buf)
            FfiConverterOptionalString.write(value.`holder`, buf)
            FfiConverterOptionalString.write(value.`name`, buf)
            FfiConverterOptionalString.write(value.`profession`, buf)
            FfiConverterOptionalString.write(value.`edition`, buf)
            FfiConverterOptionalString.write(value.`qualification`, buf)
            FfiConverterOptionalString.write(value.`level`, buf)
            FfiConverterOptionalSequenceString.write(value.`skills`, buf)
            FfiConverterOptionalString.write(value.`centre`, buf)
            FfiConverterOptionalString.write(value.`accreditation`, buf)
            FfiConverterOptionalTypeBasis.write(value.`basis`, buf)
            FfiConverterOptionalTypeDay.write(value.`examOn`, buf)
            FfiConverterOptionalTypeDay.write(value.`issuedOn`, buf)
            FfiConverterOptionalTypeDay.write(value.`validUntil`, buf)
    }
}



/**
 * How far an update has come, in bytes of the bundle's segments. 0 of 0 before the statements are verified.
 */
data class UpdateProgress (
    /**
     * The bytes that are stored.
     */
    val `stored`: kotlin.Long
    , 
    /**
     * The bytes that the bundle has.
     */
    val `total`: kotlin.Long
    
){
    

    

    
    companion object
}

/**
 * @suppress
 */
public object FfiConverterTypeUpdateProgress: FfiConverterRustBuffer<UpdateProgress> {
    override fun read(buf: ByteBuffer): UpdateProgress {
        return UpdateProgress(
            FfiConverterLong.read(buf),
            FfiConverterLong.read(buf),
        )
    }

    override fun allocationSize(value: UpdateProgress) = (
            FfiConverterLong.allocationSize(value.`stored`) +
            FfiConverterLong.allocationSize(value.`total`)
    )

    override fun write(value: UpdateProgress, buf: ByteBuffer) {
            FfiConverterLong.write(value.`stored`, buf)
            FfiConverterLong.write(value.`total`, buf)
    }
}



/**
 * The result of a verification. Decide by `outcome`; only valid is a yes.
 */
data class Verdict (
    /**
     * Whether the document is valid on `evaluated_on`.
     */
    val `outcome`: Outcome
    , 
    /**
     * The signed time of the snapshot.
     */
    val `asOf`: java.time.Instant
    , 
    /**
     * The day for which the document was verified.
     */
    val `evaluatedOn`: Day
    , 
    /**
     * The age of the snapshot.
     */
    val `freshness`: Freshness
    , 
    /**
     * The details of the document as far as they are known.
     */
    val `document`: Document
    , 
    /**
     * The document beside the post of the question; none without one. Never show it in the colour of valid.
     */
    val `post`: PostComparison?
    , 
    /**
     * One finding for each check, always all of them and in the same order.
     */
    val `findings`: List<Finding>
    , 
    /**
     * The verdict as text, if a language was requested.
     */
    val `text`: VerdictText?
    , 
    /**
     * The complete verdict as Rastau's JSON, for storing: the same bytes as from the command line.
     */
    val `json`: kotlin.String
    
){
    

    

    
    companion object
}

/**
 * @suppress
 */
public object FfiConverterTypeVerdict: FfiConverterRustBuffer<Verdict> {
    override fun read(buf: ByteBuffer): Verdict {
        return Verdict(
            FfiConverterTypeOutcome.read(buf),
            FfiConverterTimestamp.read(buf),
            FfiConverterTypeDay.read(buf),
            FfiConverterTypeFreshness.read(buf),
            FfiConverterTypeDocument.read(buf),
            FfiConverterOptionalTypePostComparison.read(buf),
            FfiConverterSequenceTypeFinding.read(buf),
            FfiConverterOptionalTypeVerdictText.read(buf),
            FfiConverterString.read(buf),
        )
    }

    override fun allocationSize(value: Verdict) = (
            FfiConverterTypeOutcome.allocationSize(value.`outcome`) +
            FfiConverterTimestamp.allocationSize(value.`asOf`) +
            FfiConverterTypeDay.allocationSize(value.`evaluatedOn`) +
            FfiConverterTypeFreshness.allocationSize(value.`freshness`) +
            FfiConverterTypeDocument.allocationSize(value.`document`) +
            FfiConverterOptionalTypePostComparison.allocationSize(value.`post`) +
            FfiConverterSequenceTypeFinding.allocationSize(value.`findings`) +
            FfiConverterOptionalTypeVerdictText.allocationSize(value.`text`) +
            FfiConverterString.allocationSize(value.`json`)
    )

    override fun write(value: Verdict, buf: ByteBuffer) {
            FfiConverterTypeOutcome.write(value.`outcome`, buf)
            FfiConverterTimestamp.write(value.`asOf`, buf)
            FfiConverterTypeDay.write(value.`evaluatedOn`, buf)
            FfiConverterTypeFreshness.write(value.`freshness`, buf)
            FfiConverterTypeDocument.write(value.`document`, buf)
            FfiConverterOptionalTypePostComparison.write(value.`post`, buf)
            FfiConverterSequenceTypeFinding.write(value.`findings`, buf)
            FfiConverterOptionalTypeVerdictText.write(value.`text`, buf)
            FfiConverterString.write(value.`json`, buf)
    }
}



/**
 * A verdict as text in one language.
 */
data class VerdictText (
    /**
     * The outcome in one or two words.
     */
    val `outcome`: kotlin.String
    , 
    /**
     * The answer in one or two lines. Show it first.
     */
    val `headline`: kotlin.String
    , 
    /**
     * The freshness in one or two words.
     */
    val `freshness`: kotlin.String
    , 
    /**
     * The document's fields in the order in which to show them.
     */
    val `document`: List<Row>
    , 
    /**
     * What to know about the register itself: that nothing vouches for its trust root, or that it needs a newer version of
     * the program. Mostly empty. Show it beside the answer.
     */
    val `notes`: List<kotlin.String>
    , 
    /**
     * What the person who asked does next, the first step first. Show it beside the answer, not in a detail: a valid document says
     * nothing about the person who shows it.
     */
    val `next`: List<kotlin.String>
    , 
    /**
     * How the document relates to the post of the question, and what that does not say; none without a post.
     */
    val `post`: kotlin.String?
    , 
    /**
     * Whom to ask about a document that is not valid, in the order in which to show them.
     */
    val `contacts`: List<Row>
    , 
    /**
     * Every finding, in the verdict's order.
     */
    val `findings`: List<FindingText>
    
){
    

    

    
    companion object
}

/**
 * @suppress
 */
public object FfiConverterTypeVerdictText: FfiConverterRustBuffer<VerdictText> {
    override fun read(buf: ByteBuffer): VerdictText {
        return VerdictText(
            FfiConverterString.read(buf),
            FfiConverterString.read(buf),
            FfiConverterString.read(buf),
            FfiConverterSequenceTypeRow.read(buf),
            FfiConverterSequenceString.read(buf),
            FfiConverterSequenceString.read(buf),
            FfiConverterOptionalString.read(buf),
            FfiConverterSequenceTypeRow.read(buf),
            FfiConverterSequenceTypeFindingText.read(buf),
        )
    }

    override fun allocationSize(value: VerdictText) = (
            FfiConverterString.allocationSize(value.`outcome`) +
            FfiConverterString.allocationSize(value.`headline`) +
            FfiConverterString.allocationSize(value.`freshness`) +
            FfiConverterSequenceTypeRow.allocationSize(value.`document`) +
            FfiConverterSequenceString.allocationSize(value.`notes`) +
            FfiConverterSequenceString.allocationSize(value.`next`) +
            FfiConverterOptionalString.allocationSize(value.`post`) +
            FfiConverterSequenceTypeRow.allocationSize(value.`contacts`) +
            FfiConverterSequenceTypeFindingText.allocationSize(value.`findings`)
    )

    override fun write(value: VerdictText, buf: ByteBuffer) {
            FfiConverterString.write(value.`outcome`, buf)
            FfiConverterString.write(value.`headline`, buf)
            FfiConverterString.write(value.`freshness`, buf)
            FfiConverterSequenceTypeRow.write(value.`document`, buf)
            FfiConverterSequenceString.write(value.`notes`, buf)
            FfiConverterSequenceString.write(value.`next`, buf)
            FfiConverterOptionalString.write(value.`post`, buf)
            FfiConverterSequenceTypeRow.write(value.`contacts`, buf)
            FfiConverterSequenceTypeFindingText.write(value.`findings`, buf)
    }
}



/**
 * The answer of a check or a rule.
 */
sealed class Answer {
    
    /**
     * It is satisfied.
     */
    object Satisfied : Answer()
    
    
    /**
     * It is violated.
     */
    object Violated : Answer()
    
    
    /**
     * It could not be decided.
     */
    data class Undetermined(
        /**
         * What is missing: a check's id, a fact's name, or another stable name.
         */
        val `missing`: List<kotlin.String>) : Answer()
        
    {
        

        companion object
    }
    
    /**
     * Defensible readings of the Law give different answers on this day.
     */
    data class Contestable(
        /**
         * The readings.
         */
        val `readings`: List<rastau.Reading>) : Answer()
        
    {
        

        companion object
    }
    
    /**
     * There is nothing to check.
     */
    data class NotApplicable(
        /**
         * The id of the check that failed before, if that is the reason.
         */
        val `because`: kotlin.String?) : Answer()
        
    {
        

        companion object
    }
    

    

    
    


    companion object
}

/**
 * @suppress
 */
public object FfiConverterTypeAnswer : FfiConverterRustBuffer<Answer>{
    override fun read(buf: ByteBuffer): Answer {
        return when(buf.getInt()) {
            1 -> Answer.Satisfied
            2 -> Answer.Violated
            3 -> Answer.Undetermined(
                FfiConverterSequenceString.read(buf),
                )
            4 -> Answer.Contestable(
                FfiConverterSequenceTypeReading.read(buf),
                )
            5 -> Answer.NotApplicable(
                FfiConverterOptionalString.read(buf),
                )
            else -> throw RuntimeException("invalid enum value, something is very wrong!!")
        }
    }

    override fun allocationSize(value: Answer): ULong = when(value) {
        is Answer.Satisfied -> {
            // Add the size for the Int that specifies the variant plus the size needed for all fields
            (
                4UL
            )
        }
        is Answer.Violated -> {
            // Add the size for the Int that specifies the variant plus the size needed for all fields
            (
                4UL
            )
        }
        is Answer.Undetermined -> {
            // Add the size for the Int that specifies the variant plus the size needed for all fields
            (
                4UL
                + FfiConverterSequenceString.allocationSize(value.`missing`)
            )
        }
        is Answer.Contestable -> {
            // Add the size for the Int that specifies the variant plus the size needed for all fields
            (
                4UL
                + FfiConverterSequenceTypeReading.allocationSize(value.`readings`)
            )
        }
        is Answer.NotApplicable -> {
            // Add the size for the Int that specifies the variant plus the size needed for all fields
            (
                4UL
                + FfiConverterOptionalString.allocationSize(value.`because`)
            )
        }
    }

    override fun write(value: Answer, buf: ByteBuffer) {
        when(value) {
            is Answer.Satisfied -> {
                buf.putInt(1)
                Unit
            }
            is Answer.Violated -> {
                buf.putInt(2)
                Unit
            }
            is Answer.Undetermined -> {
                buf.putInt(3)
                FfiConverterSequenceString.write(value.`missing`, buf)
                Unit
            }
            is Answer.Contestable -> {
                buf.putInt(4)
                FfiConverterSequenceTypeReading.write(value.`readings`, buf)
                Unit
            }
            is Answer.NotApplicable -> {
                buf.putInt(5)
                FfiConverterOptionalString.write(value.`because`, buf)
                Unit
            }
        }.let { /* this makes the `when` an expression, which ensures it is exhaustive */ }
    }
}





/**
 * What the exam tested against (art. 15.4).
 */
sealed class Basis {
    
    /**
     * A professional standard.
     */
    data class Standard(
        /**
         * Its identifier.
         */
        val `id`: kotlin.String) : Basis()
        
    {
        

        companion object
    }
    
    /**
     * Qualification requirements, where there is no standard.
     */
    data class QualificationRequirements(
        /**
         * Their identifier.
         */
        val `id`: kotlin.String) : Basis()
        
    {
        

        companion object
    }
    

    

    
    


    companion object
}

/**
 * @suppress
 */
public object FfiConverterTypeBasis : FfiConverterRustBuffer<Basis>{
    override fun read(buf: ByteBuffer): Basis {
        return when(buf.getInt()) {
            1 -> Basis.Standard(
                FfiConverterString.read(buf),
                )
            2 -> Basis.QualificationRequirements(
                FfiConverterString.read(buf),
                )
            else -> throw RuntimeException("invalid enum value, something is very wrong!!")
        }
    }

    override fun allocationSize(value: Basis): ULong = when(value) {
        is Basis.Standard -> {
            // Add the size for the Int that specifies the variant plus the size needed for all fields
            (
                4UL
                + FfiConverterString.allocationSize(value.`id`)
            )
        }
        is Basis.QualificationRequirements -> {
            // Add the size for the Int that specifies the variant plus the size needed for all fields
            (
                4UL
                + FfiConverterString.allocationSize(value.`id`)
            )
        }
    }

    override fun write(value: Basis, buf: ByteBuffer) {
        when(value) {
            is Basis.Standard -> {
                buf.putInt(1)
                FfiConverterString.write(value.`id`, buf)
                Unit
            }
            is Basis.QualificationRequirements -> {
                buf.putInt(2)
                FfiConverterString.write(value.`id`, buf)
                Unit
            }
        }.let { /* this makes the `when` an expression, which ensures it is exhaustive */ }
    }
}





/**
 * The outcome of an update.
 */

enum class Change {
    
    /**
     * The device has its first bundle.
     */
    FIRST,
    /**
     * A newer bundle, freshness statement or trust root is active.
     */
    NEWER,
    /**
     * The source has nothing newer; damaged files of the device were replaced.
     */
    MENDED,
    /**
     * The source has nothing newer.
     */
    NOTHING;

    


    companion object
}


/**
 * @suppress
 */
public object FfiConverterTypeChange: FfiConverterRustBuffer<Change> {
    override fun read(buf: ByteBuffer) = try {
        Change.values()[buf.getInt() - 1]
    } catch (e: IndexOutOfBoundsException) {
        throw RuntimeException("invalid enum value, something is very wrong!!", e)
    }

    override fun allocationSize(value: Change) = 4UL

    override fun write(value: Change, buf: ByteBuffer) {
        buf.putInt(value.ordinal + 1)
    }
}





/**
 * The source of a check or a rule.
 */
sealed class Citation {
    
    /**
     * A provision of the Law.
     */
    data class Law(
        /**
         * Number of the act.
         */
        val `law`: kotlin.String, 
        /**
         * Article.
         */
        val `article`: kotlin.Int, 
        /**
         * Paragraph.
         */
        val `paragraph`: kotlin.Int?, 
        /**
         * Part within the paragraph.
         */
        val `part`: kotlin.Int?, 
        /**
         * Subparagraph.
         */
        val `subparagraph`: kotlin.Int?) : Citation()
        
    {
        

        companion object
    }
    
    /**
     * A standard, or a document of Rastau.
     */
    data class Standard(
        /**
         * Its name and clause.
         */
        val `clause`: kotlin.String) : Citation()
        
    {
        

        companion object
    }
    

    

    
    


    companion object
}

/**
 * @suppress
 */
public object FfiConverterTypeCitation : FfiConverterRustBuffer<Citation>{
    override fun read(buf: ByteBuffer): Citation {
        return when(buf.getInt()) {
            1 -> Citation.Law(
                FfiConverterString.read(buf),
                FfiConverterInt.read(buf),
                FfiConverterOptionalInt.read(buf),
                FfiConverterOptionalInt.read(buf),
                FfiConverterOptionalInt.read(buf),
                )
            2 -> Citation.Standard(
                FfiConverterString.read(buf),
                )
            else -> throw RuntimeException("invalid enum value, something is very wrong!!")
        }
    }

    override fun allocationSize(value: Citation): ULong = when(value) {
        is Citation.Law -> {
            // Add the size for the Int that specifies the variant plus the size needed for all fields
            (
                4UL
                + FfiConverterString.allocationSize(value.`law`)
                + FfiConverterInt.allocationSize(value.`article`)
                + FfiConverterOptionalInt.allocationSize(value.`paragraph`)
                + FfiConverterOptionalInt.allocationSize(value.`part`)
                + FfiConverterOptionalInt.allocationSize(value.`subparagraph`)
            )
        }
        is Citation.Standard -> {
            // Add the size for the Int that specifies the variant plus the size needed for all fields
            (
                4UL
                + FfiConverterString.allocationSize(value.`clause`)
            )
        }
    }

    override fun write(value: Citation, buf: ByteBuffer) {
        when(value) {
            is Citation.Law -> {
                buf.putInt(1)
                FfiConverterString.write(value.`law`, buf)
                FfiConverterInt.write(value.`article`, buf)
                FfiConverterOptionalInt.write(value.`paragraph`, buf)
                FfiConverterOptionalInt.write(value.`part`, buf)
                FfiConverterOptionalInt.write(value.`subparagraph`, buf)
                Unit
            }
            is Citation.Standard -> {
                buf.putInt(2)
                FfiConverterString.write(value.`clause`, buf)
                Unit
            }
        }.let { /* this makes the `when` an expression, which ensures it is exhaustive */ }
    }
}





/**
 * The stable code of an error, the same in every binding. Its value is the number, which is never reused:
 * `code.value` in Kotlin, `code.rawValue` in Swift.
 */

enum class ErrorCode(val value: kotlin.Int) {
    
    /**
     * the input is empty
     */
    INPUT_EMPTY(1),
    /**
     * the input is longer than any document can be
     */
    INPUT_TOO_LONG(2),
    /**
     * this is not the text of a recognition document, which starts with "RST1:" or is a link with "#RST2:", nor a form, which is a JSON object
     */
    INPUT_NOT_A_DOCUMENT(3),
    /**
     * the document has a format that this version cannot read
     */
    INPUT_UNKNOWN_VERSION(4),
    /**
     * the text of the document is truncated or altered
     */
    INPUT_CUT_OFF(5),
    /**
     * the document cannot be read
     */
    INPUT_MALFORMED(6),
    /**
     * the form cannot be read
     */
    FORM_MALFORMED(7),
    /**
     * a field of the form has an impossible value
     */
    FORM_FIELD(8),
    /**
     * the text contains several documents
     */
    INPUT_SEVERAL_DOCUMENTS(9),
    /**
     * the web address in the code contains user information ("@"), which hides its real host
     */
    INPUT_LINK_USER(10),
    /**
     * this is another kind of code, not that of a recognition document
     */
    INPUT_FOREIGN_CODE(11),
    /**
     * a verification code has 17 letters and digits
     */
    CODE_LENGTH(20),
    /**
     * the verification code contains a character that no code has
     */
    CODE_CHARACTER(21),
    /**
     * the verification code was mistyped
     */
    CODE_CHECK(22),
    /**
     * the content of the file needs more than 512 MiB of memory
     */
    DECODE_MEMORY(30),
    /**
     * reading the content of the file takes more than 20 seconds
     */
    DECODE_TIME(31),
    /**
     * the decoder process failed on this file
     */
    DECODE_FAILED(32),
    /**
     * pictures and PDFs are not read, because no process with limits on memory and time can be started for them
     */
    DECODE_NO_PROCESS(33),
    /**
     * this is not a report of a verification, or it is damaged
     */
    REPORT_MALFORMED(40),
    /**
     * the report has a format that this version cannot read
     */
    REPORT_UNKNOWN_VERSION(41),
    /**
     * the file is longer than a report of one verification can be
     */
    REPORT_TOO_LONG(42),
    /**
     * an IIN or BIN has exactly 12 digits
     */
    IDENTITY_DIGITS(60),
    /**
     * the fifth digit fits neither an IIN (0–3) nor a BIN (4–6)
     */
    IDENTITY_KIND(61),
    /**
     * the first digits are not a date
     */
    IDENTITY_DATE(62),
    /**
     * the last digit does not fit the others
     */
    IDENTITY_CHECK(63),
    /**
     * a signed file of the bundle
     * cannot be read
     */
    BUNDLE_MALFORMED(100),
    /**
     * a signed file of the bundle has too few valid signatures
     */
    BUNDLE_SIGNATURES(101),
    /**
     * a signed file of the bundle
     * belongs to another register than the trust root
     */
    BUNDLE_FOREIGN(102),
    /**
     * a role of the trust root has an impossible threshold, no key, or a duplicate key
     */
    BUNDLE_ROLES(103),
    /**
     * the chain of trust roots skips a version or is too long
     */
    BUNDLE_CHAIN(104),
    /**
     * the trust root has expired
     */
    BUNDLE_ROOT_EXPIRED(105),
    /**
     * a signed file of the bundle
     * is older than one accepted before; the newer one is kept
     */
    BUNDLE_ROLLBACK(106),
    /**
     * a signed file of the bundle
     * has a version accepted before but other content; the first one is kept: report this
     */
    BUNDLE_OTHER_CONTENT(107),
    /**
     * a signed file of the bundle
     * is not the one that the other files of the bundle name
     */
    BUNDLE_MIXED_UP(108),
    /**
     * the bundle lacks a part of the register that was present before
     */
    BUNDLE_SEGMENT_VANISHED(109),
    /**
     * the list of segments of the bundle is inconsistent
     */
    BUNDLE_SEGMENTS(110),
    /**
     * this is not a Rastau bundle, or it is truncated
     */
    BUNDLE_FILE(112),
    /**
     * a part of the file
     * is larger than any part of a bundle can be
     */
    BUNDLE_FILE_TOO_LARGE(113),
    /**
     * a signed file of the bundle
     * needs a newer version of the program
     */
    BUNDLE_NEWER_FORMAT(114),
    /**
     * a trust root has lower minimum versions or times than the one before it
     */
    BUNDLE_LOWERED_FLOOR(115),
    /**
     * the register has replaced the keys of this bundle
     */
    BUNDLE_CLOSED(116),
    /**
     * the bundle has ended, and the one in use has not
     */
    BUNDLE_ENDED(117),
    /**
     * a file of the bundle is missing or cannot be read
     * ; copy the complete bundle again
     */
    DISK_FILE(120),
    /**
     * the file
     * is larger than any file of a bundle can be
     */
    DISK_TOO_LARGE(121),
    /**
     * this
     * is not a Rastau bundle
     */
    DISK_NOT_A_BUNDLE(122),
    /**
     * a segment of the bundle is truncated or differs from the signed one; copy the bundle again
     */
    DISK_SEGMENT(123),
    /**
     * the source of the update lacks a file
     * ; give a published directory, a .rastau file or its web address
     */
    SOURCE_NOT_THERE(124),
    /**
     * the source of the update could not be read
     * ; try again
     */
    SOURCE(125),
    /**
     * the disk is full
     */
    DISK_FULL(126),
    /**
     * the disk or directory is read-only
     * ; the active bundle is unchanged, mount it for writing
     */
    DISK_READ_ONLY(127),
    /**
     * a file could not be written
     * ; the active bundle is unchanged
     */
    DISK_WRITE(128),
    /**
     * the device
     * is being updated by another process
     */
    DEVICE_BUSY(129),
    /**
     * the device
     * has lost its trusted state
     */
    DEVICE_MEMORY_LOST(130),
    /**
     * the device
     * holds no bundle yet
     */
    DEVICE_EMPTY(131),
    /**
     * the directory
     * contains other files
     */
    NOT_A_DEVICE(132),
    /**
     * the trust root is not the one that this device trusts
     * ; use another directory for another register
     */
    DEVICE_OTHER_ROOT(133),
    /**
     * a web page came instead of a file of the register
     * ; sign in to the network, or check the address
     */
    SOURCE_WEB_PAGE(134),
    /**
     * the device
     * holds a bundle whose keys the register has replaced
     */
    DEVICE_CLOSED(135),
    /**
     * the source of the update answered with an error
     * ; try again later
     */
    SOURCE_STATUS(136),
    /**
     * a file of the source
     * does not have the content that its name states
     */
    SOURCE_OTHER_CONTENT(137),
    /**
     * another update of the device was faster
     */
    UPDATE_MOVED(138),
    /**
     * the device
     * holds a bundle whose keys the register has replaced, and the new one could not be fetched
     */
    DEVICE_CLOSED_BY_UPDATE(139),
    /**
     * no rule has this id
     * ; `rastau rules` lists them
     */
    RULE_UNKNOWN(140),
    /**
     * the facts are not a JSON object
     */
    FACTS_NOT_AN_OBJECT(141),
    /**
     * the facts are not JSON
     */
    FACTS_MALFORMED(142),
    /**
     * a fact has an impossible value, or the rule has no such fact
     */
    FACTS_FIELD(143),
    /**
     * the text is longer than the act can be
     */
    ACT_TOO_LONG(150),
    /**
     * no article was found in the text
     */
    ACT_NO_ARTICLE(151),
    /**
     * a required pointer is NULL, or is not aligned
     */
    BAD_POINTER(200),
    /**
     * a length is larger than the function allows
     */
    BAD_LENGTH(201),
    /**
     * a text is not UTF-8
     */
    NOT_UTF8(202),
    /**
     * the size field of a struct is not one that this library knows
     */
    BAD_SIZE(203),
    /**
     * no language has this number
     */
    BAD_LANGUAGE(204),
    /**
     * a number has no meaning for this argument
     */
    BAD_NUMBER(205),
    /**
     * a day is not written as YYYY-MM-DD, or does not exist
     */
    BAD_DATE(206),
    /**
     * a time is before 1970 or after the year 9999
     */
    BAD_TIME(207),
    /**
     * an index is out of range
     */
    BAD_INDEX(208),
    /**
     * no trust root was given; it comes with the device, not with the bundle
     */
    TRUST_ROOT_NEEDED(209),
    /**
     * the stored trusted state is damaged; without it a rollback cannot be detected
     */
    BAD_STATE(210),
    /**
     * the calendar of working days in the bundle cannot be read
     */
    BAD_CALENDAR(211),
    /**
     * the answer does not fit the question of the update
     */
    WRONG_ANSWER(212),
    /**
     * the library has a fault, which was caught; please report it
     */
    PANIC(250),
    /**
     * an argument is not what the function expects
     */
    JS_ARGUMENT(300),
    /**
     * a page of the bundle is missing or differs from the signed one
     */
    JS_PAGE(301),
    /**
     * a list cannot be read, or a report cannot be written
     */
    JS_TABLE(302);

    


    companion object
}


/**
 * @suppress
 */
public object FfiConverterTypeErrorCode: FfiConverterRustBuffer<ErrorCode> {
    override fun read(buf: ByteBuffer) = try {
        ErrorCode.values()[buf.getInt() - 1]
    } catch (e: IndexOutOfBoundsException) {
        throw RuntimeException("invalid enum value, something is very wrong!!", e)
    }

    override fun allocationSize(value: ErrorCode) = 4UL

    override fun write(value: ErrorCode, buf: ByteBuffer) {
        buf.putInt(value.ordinal + 1)
    }
}





/**
 * A fact of a rule. The facts of each rule are in its entry of `rules` and in the table of the Law's norms.
 * Facts nest a few levels deep. Hundreds of levels are refused (142). Thousands exhaust the caller's stack first, so
 * never build facts from untrusted input.
 */
sealed class Fact {
    
    /**
     * A civil date.
     */
    data class Date(
        /**
         * The date.
         */
        val `day`: rastau.Day) : Fact()
        
    {
        

        companion object
    }
    
    /**
     * A number.
     */
    data class Number(
        /**
         * The number.
         */
        val `number`: kotlin.Long) : Fact()
        
    {
        

        companion object
    }
    
    /**
     * True or false.
     */
    data class Flag(
        /**
         * Whether it is true.
         */
        val `yes`: kotlin.Boolean) : Fact()
        
    {
        

        companion object
    }
    
    /**
     * A code or a name.
     */
    data class Text(
        /**
         * The code.
         */
        val `text`: kotlin.String) : Fact()
        
    {
        

        companion object
    }
    
    /**
     * The fact is known not to exist. A fact that is left out is unknown.
     */
    object Absent : Fact()
    
    
    /**
     * Several facts.
     */
    data class Many(
        /**
         * The facts.
         */
        val `items`: List<rastau.Fact>) : Fact()
        
    {
        

        companion object
    }
    
    /**
     * Facts that belong together.
     */
    data class Group(
        /**
         * The facts by their names.
         */
        val `facts`: Map<kotlin.String, rastau.Fact>) : Fact()
        
    {
        

        companion object
    }
    

    

    
    


    companion object
}

/**
 * @suppress
 */
public object FfiConverterTypeFact : FfiConverterRustBuffer<Fact>{
    override fun read(buf: ByteBuffer): Fact {
        return when(buf.getInt()) {
            1 -> Fact.Date(
                FfiConverterTypeDay.read(buf),
                )
            2 -> Fact.Number(
                FfiConverterLong.read(buf),
                )
            3 -> Fact.Flag(
                FfiConverterBoolean.read(buf),
                )
            4 -> Fact.Text(
                FfiConverterString.read(buf),
                )
            5 -> Fact.Absent
            6 -> Fact.Many(
                FfiConverterSequenceTypeFact.read(buf),
                )
            7 -> Fact.Group(
                FfiConverterMapStringTypeFact.read(buf),
                )
            else -> throw RuntimeException("invalid enum value, something is very wrong!!")
        }
    }

    override fun allocationSize(value: Fact): ULong = when(value) {
        is Fact.Date -> {
            // Add the size for the Int that specifies the variant plus the size needed for all fields
            (
                4UL
                + FfiConverterTypeDay.allocationSize(value.`day`)
            )
        }
        is Fact.Number -> {
            // Add the size for the Int that specifies the variant plus the size needed for all fields
            (
                4UL
                + FfiConverterLong.allocationSize(value.`number`)
            )
        }
        is Fact.Flag -> {
            // Add the size for the Int that specifies the variant plus the size needed for all fields
            (
                4UL
                + FfiConverterBoolean.allocationSize(value.`yes`)
            )
        }
        is Fact.Text -> {
            // Add the size for the Int that specifies the variant plus the size needed for all fields
            (
                4UL
                + FfiConverterString.allocationSize(value.`text`)
            )
        }
        is Fact.Absent -> {
            // Add the size for the Int that specifies the variant plus the size needed for all fields
            (
                4UL
            )
        }
        is Fact.Many -> {
            // Add the size for the Int that specifies the variant plus the size needed for all fields
            (
                4UL
                + FfiConverterSequenceTypeFact.allocationSize(value.`items`)
            )
        }
        is Fact.Group -> {
            // Add the size for the Int that specifies the variant plus the size needed for all fields
            (
                4UL
                + FfiConverterMapStringTypeFact.allocationSize(value.`facts`)
            )
        }
    }

    override fun write(value: Fact, buf: ByteBuffer) {
        when(value) {
            is Fact.Date -> {
                buf.putInt(1)
                FfiConverterTypeDay.write(value.`day`, buf)
                Unit
            }
            is Fact.Number -> {
                buf.putInt(2)
                FfiConverterLong.write(value.`number`, buf)
                Unit
            }
            is Fact.Flag -> {
                buf.putInt(3)
                FfiConverterBoolean.write(value.`yes`, buf)
                Unit
            }
            is Fact.Text -> {
                buf.putInt(4)
                FfiConverterString.write(value.`text`, buf)
                Unit
            }
            is Fact.Absent -> {
                buf.putInt(5)
                Unit
            }
            is Fact.Many -> {
                buf.putInt(6)
                FfiConverterSequenceTypeFact.write(value.`items`, buf)
                Unit
            }
            is Fact.Group -> {
                buf.putInt(7)
                FfiConverterMapStringTypeFact.write(value.`facts`, buf)
                Unit
            }
        }.let { /* this makes the `when` an expression, which ensures it is exhaustive */ }
    }
}





/**
 * The age of the snapshot.
 */

enum class Freshness {
    
    /**
     * The next update is not due yet.
     */
    CURRENT,
    /**
     * The next update is overdue by no more than the policy's grace.
     */
    LATE,
    /**
     * The next update is overdue by more than the grace.
     */
    STALE,
    /**
     * A signed statement has expired.
     */
    EXPIRED;

    


    companion object
}


/**
 * @suppress
 */
public object FfiConverterTypeFreshness: FfiConverterRustBuffer<Freshness> {
    override fun read(buf: ByteBuffer) = try {
        Freshness.values()[buf.getInt() - 1]
    } catch (e: IndexOutOfBoundsException) {
        throw RuntimeException("invalid enum value, something is very wrong!!", e)
    }

    override fun allocationSize(value: Freshness) = 4UL

    override fun write(value: Freshness, buf: ByteBuffer) {
        buf.putInt(value.ordinal + 1)
    }
}





/**
 * The kind of an identity number.
 */
sealed class Identity {
    
    /**
     * A person's number, IIN.
     */
    data class Person(
        /**
         * The date of birth in it.
         */
        val `bornOn`: rastau.Day) : Identity()
        
    {
        

        companion object
    }
    
    /**
     * An organisation's number, BIN.
     */
    data class Organisation(
        /**
         * The two-digit year of registration in it.
         */
        val `year`: kotlin.Int, 
        /**
         * The month of registration in it.
         */
        val `month`: kotlin.Int) : Identity()
        
    {
        

        companion object
    }
    
    /**
     * Neither an IIN nor a BIN.
     */
    data class Neither(
        /**
         * The error's code, 60 to 63.
         */
        val `code`: rastau.ErrorCode, 
        /**
         * The reason, for the user.
         */
        val `text`: rastau.Translations) : Identity()
        
    {
        

        companion object
    }
    

    

    
    


    companion object
}

/**
 * @suppress
 */
public object FfiConverterTypeIdentity : FfiConverterRustBuffer<Identity>{
    override fun read(buf: ByteBuffer): Identity {
        return when(buf.getInt()) {
            1 -> Identity.Person(
                FfiConverterTypeDay.read(buf),
                )
            2 -> Identity.Organisation(
                FfiConverterInt.read(buf),
                FfiConverterInt.read(buf),
                )
            3 -> Identity.Neither(
                FfiConverterTypeErrorCode.read(buf),
                FfiConverterTypeTranslations.read(buf),
                )
            else -> throw RuntimeException("invalid enum value, something is very wrong!!")
        }
    }

    override fun allocationSize(value: Identity): ULong = when(value) {
        is Identity.Person -> {
            // Add the size for the Int that specifies the variant plus the size needed for all fields
            (
                4UL
                + FfiConverterTypeDay.allocationSize(value.`bornOn`)
            )
        }
        is Identity.Organisation -> {
            // Add the size for the Int that specifies the variant plus the size needed for all fields
            (
                4UL
                + FfiConverterInt.allocationSize(value.`year`)
                + FfiConverterInt.allocationSize(value.`month`)
            )
        }
        is Identity.Neither -> {
            // Add the size for the Int that specifies the variant plus the size needed for all fields
            (
                4UL
                + FfiConverterTypeErrorCode.allocationSize(value.`code`)
                + FfiConverterTypeTranslations.allocationSize(value.`text`)
            )
        }
    }

    override fun write(value: Identity, buf: ByteBuffer) {
        when(value) {
            is Identity.Person -> {
                buf.putInt(1)
                FfiConverterTypeDay.write(value.`bornOn`, buf)
                Unit
            }
            is Identity.Organisation -> {
                buf.putInt(2)
                FfiConverterInt.write(value.`year`, buf)
                FfiConverterInt.write(value.`month`, buf)
                Unit
            }
            is Identity.Neither -> {
                buf.putInt(3)
                FfiConverterTypeErrorCode.write(value.`code`, buf)
                FfiConverterTypeTranslations.write(value.`text`, buf)
                Unit
            }
        }.let { /* this makes the `when` an expression, which ensures it is exhaustive */ }
    }
}





/**
 * A language of the answers.
 */

enum class Language {
    
    /**
     * Kazakh
     */
    KK,
    /**
     * Russian
     */
    RU,
    /**
     * English
     */
    EN;

    


    companion object
}


/**
 * @suppress
 */
public object FfiConverterTypeLanguage: FfiConverterRustBuffer<Language> {
    override fun read(buf: ByteBuffer) = try {
        Language.values()[buf.getInt() - 1]
    } catch (e: IndexOutOfBoundsException) {
        throw RuntimeException("invalid enum value, something is very wrong!!", e)
    }

    override fun allocationSize(value: Language) = 4UL

    override fun write(value: Language, buf: ByteBuffer) {
        buf.putInt(value.ordinal + 1)
    }
}





/**
 * Whether the level of a document is the same text as that of a post.
 */

enum class LevelMatch {
    
    /**
     * The same text.
     */
    SAME,
    /**
     * Not the same text. Which of the two is higher is not known.
     */
    NOT_THE_SAME_TEXT;

    


    companion object
}


/**
 * @suppress
 */
public object FfiConverterTypeLevelMatch: FfiConverterRustBuffer<LevelMatch> {
    override fun read(buf: ByteBuffer) = try {
        LevelMatch.values()[buf.getInt() - 1]
    } catch (e: IndexOutOfBoundsException) {
        throw RuntimeException("invalid enum value, something is very wrong!!", e)
    }

    override fun allocationSize(value: LevelMatch) = 4UL

    override fun write(value: LevelMatch, buf: ByteBuffer) {
        buf.putInt(value.ordinal + 1)
    }
}





/**
 * Whether a document is valid on the evaluated day.
 */

enum class Outcome {
    
    /**
     * Every required check is satisfied.
     */
    VALID,
    /**
     * At least one check is violated.
     */
    INVALID,
    /**
     * No check is violated, and at least one could not be decided. Never treat it as valid.
     */
    INDETERMINATE;

    


    companion object
}


/**
 * @suppress
 */
public object FfiConverterTypeOutcome: FfiConverterRustBuffer<Outcome> {
    override fun read(buf: ByteBuffer) = try {
        Outcome.values()[buf.getInt() - 1]
    } catch (e: IndexOutOfBoundsException) {
        throw RuntimeException("invalid enum value, something is very wrong!!", e)
    }

    override fun allocationSize(value: Outcome) = 4UL

    override fun write(value: Outcome, buf: ByteBuffer) {
        buf.putInt(value.ordinal + 1)
    }
}





/**
 * How the profession of a document relates to that of a post.
 */

enum class PostMatch {
    
    /**
     * The document is for the profession of the post.
     */
    SAME,
    /**
     * The document is for skills of the profession of the post (art. 20).
     */
    PART_OF_IT,
    /**
     * The document is for another profession.
     */
    ANOTHER,
    /**
     * The profession of the post is in another edition of the classifier only, so they cannot be compared.
     */
    ANOTHER_EDITION,
    /**
     * The classifier has no such code or name, or the text names several professions; they cannot be compared.
     */
    UNKNOWN,
    /**
     * Nothing confirms the profession of the document, so they cannot be compared.
     */
    NOT_CONFIRMED,
    /**
     * A page of the classifier cannot be read, so they cannot be compared.
     */
    UNREADABLE;

    


    companion object
}


/**
 * @suppress
 */
public object FfiConverterTypePostMatch: FfiConverterRustBuffer<PostMatch> {
    override fun read(buf: ByteBuffer) = try {
        PostMatch.values()[buf.getInt() - 1]
    } catch (e: IndexOutOfBoundsException) {
        throw RuntimeException("invalid enum value, something is very wrong!!", e)
    }

    override fun allocationSize(value: PostMatch) = 4UL

    override fun write(value: PostMatch, buf: ByteBuffer) {
        buf.putInt(value.ordinal + 1)
    }
}







/**
 * Why a call failed. The bundle that was active before is still active, except after `DEVICE_CLOSED` and
 * `DEVICE_CLOSED_BY_UPDATE`.
 */
sealed class RastauException: kotlin.Exception() {
    
    /**
     * The program passed an invalid argument.
     */
    class Argument(
        
        /**
         * The error's code, 200 to 212.
         */
        val `code`: ErrorCode, 
        
        /**
         * What is wrong, in English, for the log.
         */
        val `reason`: kotlin.String
        ) : RastauException() {
        override val message
            get() = "code=${ `code` }, reason=${ `reason` }"
    }
    
    /**
     * The input is not a document or a report, or was mistyped or misread.
     */
    class Input(
        
        /**
         * The error's code, 1 to 63.
         */
        val `code`: ErrorCode, 
        
        /**
         * The message for the user.
         */
        val `text`: Translations
        ) : RastauException() {
        override val message
            get() = "code=${ `code` }, text=${ `text` }"
    }
    
    /**
     * The bundle was refused, or its calendar of working days cannot be read.
     */
    class Bundle(
        
        /**
         * The error's code, 100 to 117, or 211 for the calendar.
         */
        val `code`: ErrorCode, 
        
        /**
         * The message for the user.
         */
        val `text`: Translations, 
        
        /**
         * What to store although the bundle was not accepted; none if there is nothing to store.
         */
        val `kept`: KeptRoot?
        ) : RastauException() {
        override val message
            get() = "code=${ `code` }, text=${ `text` }, kept=${ `kept` }"
    }
    
    /**
     * The disk, the device's directory or the source of an update failed.
     */
    class Disk(
        
        /**
         * The error's code, 120 to 139.
         */
        val `code`: ErrorCode, 
        
        /**
         * The message for the user.
         */
        val `text`: Translations, 
        
        /**
         * The same with the path and the operating system's error, in English, for the log.
         */
        val `reason`: kotlin.String
        ) : RastauException() {
        override val message
            get() = "code=${ `code` }, text=${ `text` }, reason=${ `reason` }"
    }
    
    /**
     * A rule cannot be asked with these facts.
     */
    class Facts(
        
        /**
         * The error's code, 140 to 143.
         */
        val `code`: ErrorCode, 
        
        /**
         * The message for the user, with the label that a form has for the fact.
         */
        val `text`: Translations, 
        
        /**
         * What is wrong, with the name of the fact, in English, for the log.
         */
        val `reason`: kotlin.String
        ) : RastauException() {
        override val message
            get() = "code=${ `code` }, text=${ `text` }, reason=${ `reason` }"
    }
    

    
        /**
         * Returns the error's code, whatever its kind.
         */ fun `code`(): ErrorCode {
            return FfiConverterTypeErrorCode.lift(
    uniffiRustCall() { _status ->
    UniffiLib.uniffi_rastau_mobile_fn_method_rastauerror_code(FfiConverterTypeRastauError.lower(this),
        _status)
}
    )
    }
    

    

    // The local Rust `Display`/`Debug` implementation.
    override fun toString(): String {
        return FfiConverterString.lift(
    uniffiRustCall() { _status ->
    UniffiLib.uniffi_rastau_mobile_fn_method_rastauerror_uniffi_trait_display(FfiConverterTypeRastauError.lower(this),
        _status)
}
    )
    }

    companion object ErrorHandler : UniffiRustCallStatusErrorHandler<RastauException> {
        override fun lift(error_buf: RustBuffer.ByValue): RastauException = FfiConverterTypeRastauError.lift(error_buf)
    }

    
}

/**
 * @suppress
 */
public object FfiConverterTypeRastauError : FfiConverterRustBuffer<RastauException> {
    override fun read(buf: ByteBuffer): RastauException {
        

        return when(buf.getInt()) {
            1 -> RastauException.Argument(
                FfiConverterTypeErrorCode.read(buf),
                FfiConverterString.read(buf),
                )
            2 -> RastauException.Input(
                FfiConverterTypeErrorCode.read(buf),
                FfiConverterTypeTranslations.read(buf),
                )
            3 -> RastauException.Bundle(
                FfiConverterTypeErrorCode.read(buf),
                FfiConverterTypeTranslations.read(buf),
                FfiConverterOptionalTypeKeptRoot.read(buf),
                )
            4 -> RastauException.Disk(
                FfiConverterTypeErrorCode.read(buf),
                FfiConverterTypeTranslations.read(buf),
                FfiConverterString.read(buf),
                )
            5 -> RastauException.Facts(
                FfiConverterTypeErrorCode.read(buf),
                FfiConverterTypeTranslations.read(buf),
                FfiConverterString.read(buf),
                )
            else -> throw RuntimeException("invalid error enum value, something is very wrong!!")
        }
    }

    override fun allocationSize(value: RastauException): ULong {
        return when(value) {
            is RastauException.Argument -> (
                // Add the size for the Int that specifies the variant plus the size needed for all fields
                4UL
                + FfiConverterTypeErrorCode.allocationSize(value.`code`)
                + FfiConverterString.allocationSize(value.`reason`)
            )
            is RastauException.Input -> (
                // Add the size for the Int that specifies the variant plus the size needed for all fields
                4UL
                + FfiConverterTypeErrorCode.allocationSize(value.`code`)
                + FfiConverterTypeTranslations.allocationSize(value.`text`)
            )
            is RastauException.Bundle -> (
                // Add the size for the Int that specifies the variant plus the size needed for all fields
                4UL
                + FfiConverterTypeErrorCode.allocationSize(value.`code`)
                + FfiConverterTypeTranslations.allocationSize(value.`text`)
                + FfiConverterOptionalTypeKeptRoot.allocationSize(value.`kept`)
            )
            is RastauException.Disk -> (
                // Add the size for the Int that specifies the variant plus the size needed for all fields
                4UL
                + FfiConverterTypeErrorCode.allocationSize(value.`code`)
                + FfiConverterTypeTranslations.allocationSize(value.`text`)
                + FfiConverterString.allocationSize(value.`reason`)
            )
            is RastauException.Facts -> (
                // Add the size for the Int that specifies the variant plus the size needed for all fields
                4UL
                + FfiConverterTypeErrorCode.allocationSize(value.`code`)
                + FfiConverterTypeTranslations.allocationSize(value.`text`)
                + FfiConverterString.allocationSize(value.`reason`)
            )
        }
    }

    override fun write(value: RastauException, buf: ByteBuffer) {
        when(value) {
            is RastauException.Argument -> {
                buf.putInt(1)
                FfiConverterTypeErrorCode.write(value.`code`, buf)
                FfiConverterString.write(value.`reason`, buf)
                Unit
            }
            is RastauException.Input -> {
                buf.putInt(2)
                FfiConverterTypeErrorCode.write(value.`code`, buf)
                FfiConverterTypeTranslations.write(value.`text`, buf)
                Unit
            }
            is RastauException.Bundle -> {
                buf.putInt(3)
                FfiConverterTypeErrorCode.write(value.`code`, buf)
                FfiConverterTypeTranslations.write(value.`text`, buf)
                FfiConverterOptionalTypeKeptRoot.write(value.`kept`, buf)
                Unit
            }
            is RastauException.Disk -> {
                buf.putInt(4)
                FfiConverterTypeErrorCode.write(value.`code`, buf)
                FfiConverterTypeTranslations.write(value.`text`, buf)
                FfiConverterString.write(value.`reason`, buf)
                Unit
            }
            is RastauException.Facts -> {
                buf.putInt(5)
                FfiConverterTypeErrorCode.write(value.`code`, buf)
                FfiConverterTypeTranslations.write(value.`text`, buf)
                FfiConverterString.write(value.`reason`, buf)
                Unit
            }
        }.let { /* this makes the `when` an expression, which ensures it is exhaustive */ }
    }

}



/**
 * The source of a document's attributes.
 */

enum class Source {
    
    /**
     * The record of the register, opened with the verification code.
     */
    REGISTER,
    /**
     * The signed document; the register confirmed only its number.
     */
    DOCUMENT,
    /**
     * The input alone; nothing confirmed it.
     */
    PRESENTED;

    


    companion object
}


/**
 * @suppress
 */
public object FfiConverterTypeSource: FfiConverterRustBuffer<Source> {
    override fun read(buf: ByteBuffer) = try {
        Source.values()[buf.getInt() - 1]
    } catch (e: IndexOutOfBoundsException) {
        throw RuntimeException("invalid enum value, something is very wrong!!", e)
    }

    override fun allocationSize(value: Source) = 4UL

    override fun write(value: Source, buf: ByteBuffer) {
        buf.putInt(value.ordinal + 1)
    }
}





/**
 * A value that was compared or computed.
 */
sealed class Value {
    
    /**
     * A civil date.
     */
    data class Date(
        /**
         * The date.
         */
        val `day`: rastau.Day) : Value()
        
    {
        

        companion object
    }
    
    /**
     * A time.
     */
    data class Time(
        /**
         * The time.
         */
        val `at`: java.time.Instant) : Value()
        
    {
        

        companion object
    }
    
    /**
     * A count.
     */
    data class Number(
        /**
         * The count.
         */
        val `number`: kotlin.Long) : Value()
        
    {
        

        companion object
    }
    
    /**
     * True or false.
     */
    data class Flag(
        /**
         * Whether it is true.
         */
        val `yes`: kotlin.Boolean) : Value()
        
    {
        

        companion object
    }
    
    /**
     * A code or a stable name.
     */
    data class Text(
        /**
         * The code.
         */
        val `text`: kotlin.String) : Value()
        
    {
        

        companion object
    }
    
    /**
     * Several codes or stable names.
     */
    data class Many(
        /**
         * The codes.
         */
        val `items`: List<kotlin.String>) : Value()
        
    {
        

        companion object
    }
    
    /**
     * A name from the register.
     */
    data class Name(
        /**
         * The name in each language.
         */
        val `text`: rastau.Translations) : Value()
        
    {
        

        companion object
    }
    

    

    
    


    companion object
}

/**
 * @suppress
 */
public object FfiConverterTypeValue : FfiConverterRustBuffer<Value>{
    override fun read(buf: ByteBuffer): Value {
        return when(buf.getInt()) {
            1 -> Value.Date(
                FfiConverterTypeDay.read(buf),
                )
            2 -> Value.Time(
                FfiConverterTimestamp.read(buf),
                )
            3 -> Value.Number(
                FfiConverterLong.read(buf),
                )
            4 -> Value.Flag(
                FfiConverterBoolean.read(buf),
                )
            5 -> Value.Text(
                FfiConverterString.read(buf),
                )
            6 -> Value.Many(
                FfiConverterSequenceString.read(buf),
                )
            7 -> Value.Name(
                FfiConverterTypeTranslations.read(buf),
                )
            else -> throw RuntimeException("invalid enum value, something is very wrong!!")
        }
    }

    override fun allocationSize(value: Value): ULong = when(value) {
        is Value.Date -> {
            // Add the size for the Int that specifies the variant plus the size needed for all fields
            (
                4UL
                + FfiConverterTypeDay.allocationSize(value.`day`)
            )
        }
        is Value.Time -> {
            // Add the size for the Int that specifies the variant plus the size needed for all fields
            (
                4UL
                + FfiConverterTimestamp.allocationSize(value.`at`)
            )
        }
        is Value.Number -> {
            // Add the size for the Int that specifies the variant plus the size needed for all fields
            (
                4UL
                + FfiConverterLong.allocationSize(value.`number`)
            )
        }
        is Value.Flag -> {
            // Add the size for the Int that specifies the variant plus the size needed for all fields
            (
                4UL
                + FfiConverterBoolean.allocationSize(value.`yes`)
            )
        }
        is Value.Text -> {
            // Add the size for the Int that specifies the variant plus the size needed for all fields
            (
                4UL
                + FfiConverterString.allocationSize(value.`text`)
            )
        }
        is Value.Many -> {
            // Add the size for the Int that specifies the variant plus the size needed for all fields
            (
                4UL
                + FfiConverterSequenceString.allocationSize(value.`items`)
            )
        }
        is Value.Name -> {
            // Add the size for the Int that specifies the variant plus the size needed for all fields
            (
                4UL
                + FfiConverterTypeTranslations.allocationSize(value.`text`)
            )
        }
    }

    override fun write(value: Value, buf: ByteBuffer) {
        when(value) {
            is Value.Date -> {
                buf.putInt(1)
                FfiConverterTypeDay.write(value.`day`, buf)
                Unit
            }
            is Value.Time -> {
                buf.putInt(2)
                FfiConverterTimestamp.write(value.`at`, buf)
                Unit
            }
            is Value.Number -> {
                buf.putInt(3)
                FfiConverterLong.write(value.`number`, buf)
                Unit
            }
            is Value.Flag -> {
                buf.putInt(4)
                FfiConverterBoolean.write(value.`yes`, buf)
                Unit
            }
            is Value.Text -> {
                buf.putInt(5)
                FfiConverterString.write(value.`text`, buf)
                Unit
            }
            is Value.Many -> {
                buf.putInt(6)
                FfiConverterSequenceString.write(value.`items`, buf)
                Unit
            }
            is Value.Name -> {
                buf.putInt(7)
                FfiConverterTypeTranslations.write(value.`text`, buf)
                Unit
            }
        }.let { /* this makes the `when` an expression, which ensures it is exhaustive */ }
    }
}





/**
 * What a session asks of the app.
 */
sealed class Want {
    
    /**
     * Fetch a signed statement from the register's base address, past caches: its bytes with `take` from 0 on, at most `limit`
     * and one more, then `end`; or the HTTP status received instead, with `status`.
     */
    data class Statement(
        /**
         * The file's name below the base address, for example `fresh.cose`.
         */
        val `name`: kotlin.String, 
        /**
         * The largest number of bytes that it can have.
         */
        val `limit`: kotlin.Long) : Want()
        
    {
        

        companion object
    }
    
    /**
     * Fetch a segment, from the byte `from` on if the server can do that, without a content encoding: its bytes with `take`
     * or a file with `takeFile`, then `end`; or `status`.
     */
    data class Segment(
        /**
         * The file's name below the base address.
         */
        val `name`: kotlin.String, 
        /**
         * The number of bytes that are stored.
         */
        val `from`: kotlin.Long, 
        /**
         * The length of the whole file in bytes, as signed.
         */
        val `length`: kotlin.Long) : Want()
        
    {
        

        companion object
    }
    
    /**
     * Everything is stored and verified: call `commit`.
     */
    object Commit : Want()
    
    
    /**
     * The update ended with an error, which an earlier call threw.
     */
    object Failed : Want()
    
    

    

    
    


    companion object
}

/**
 * @suppress
 */
public object FfiConverterTypeWant : FfiConverterRustBuffer<Want>{
    override fun read(buf: ByteBuffer): Want {
        return when(buf.getInt()) {
            1 -> Want.Statement(
                FfiConverterString.read(buf),
                FfiConverterLong.read(buf),
                )
            2 -> Want.Segment(
                FfiConverterString.read(buf),
                FfiConverterLong.read(buf),
                FfiConverterLong.read(buf),
                )
            3 -> Want.Commit
            4 -> Want.Failed
            else -> throw RuntimeException("invalid enum value, something is very wrong!!")
        }
    }

    override fun allocationSize(value: Want): ULong = when(value) {
        is Want.Statement -> {
            // Add the size for the Int that specifies the variant plus the size needed for all fields
            (
                4UL
                + FfiConverterString.allocationSize(value.`name`)
                + FfiConverterLong.allocationSize(value.`limit`)
            )
        }
        is Want.Segment -> {
            // Add the size for the Int that specifies the variant plus the size needed for all fields
            (
                4UL
                + FfiConverterString.allocationSize(value.`name`)
                + FfiConverterLong.allocationSize(value.`from`)
                + FfiConverterLong.allocationSize(value.`length`)
            )
        }
        is Want.Commit -> {
            // Add the size for the Int that specifies the variant plus the size needed for all fields
            (
                4UL
            )
        }
        is Want.Failed -> {
            // Add the size for the Int that specifies the variant plus the size needed for all fields
            (
                4UL
            )
        }
    }

    override fun write(value: Want, buf: ByteBuffer) {
        when(value) {
            is Want.Statement -> {
                buf.putInt(1)
                FfiConverterString.write(value.`name`, buf)
                FfiConverterLong.write(value.`limit`, buf)
                Unit
            }
            is Want.Segment -> {
                buf.putInt(2)
                FfiConverterString.write(value.`name`, buf)
                FfiConverterLong.write(value.`from`, buf)
                FfiConverterLong.write(value.`length`, buf)
                Unit
            }
            is Want.Commit -> {
                buf.putInt(3)
                Unit
            }
            is Want.Failed -> {
                buf.putInt(4)
                Unit
            }
        }.let { /* this makes the `when` an expression, which ensures it is exhaustive */ }
    }
}






/**
 * @suppress
 */
public object FfiConverterOptionalInt: FfiConverterRustBuffer<kotlin.Int?> {
    override fun read(buf: ByteBuffer): kotlin.Int? {
        if (buf.get().toInt() == 0) {
            return null
        }
        return FfiConverterInt.read(buf)
    }

    override fun allocationSize(value: kotlin.Int?): ULong {
        if (value == null) {
            return 1UL
        } else {
            return 1UL + FfiConverterInt.allocationSize(value)
        }
    }

    override fun write(value: kotlin.Int?, buf: ByteBuffer) {
        if (value == null) {
            buf.put(0)
        } else {
            buf.put(1)
            FfiConverterInt.write(value, buf)
        }
    }
}




/**
 * @suppress
 */
public object FfiConverterOptionalString: FfiConverterRustBuffer<kotlin.String?> {
    override fun read(buf: ByteBuffer): kotlin.String? {
        if (buf.get().toInt() == 0) {
            return null
        }
        return FfiConverterString.read(buf)
    }

    override fun allocationSize(value: kotlin.String?): ULong {
        if (value == null) {
            return 1UL
        } else {
            return 1UL + FfiConverterString.allocationSize(value)
        }
    }

    override fun write(value: kotlin.String?, buf: ByteBuffer) {
        if (value == null) {
            buf.put(0)
        } else {
            buf.put(1)
            FfiConverterString.write(value, buf)
        }
    }
}




/**
 * @suppress
 */
public object FfiConverterOptionalByteArray: FfiConverterRustBuffer<kotlin.ByteArray?> {
    override fun read(buf: ByteBuffer): kotlin.ByteArray? {
        if (buf.get().toInt() == 0) {
            return null
        }
        return FfiConverterByteArray.read(buf)
    }

    override fun allocationSize(value: kotlin.ByteArray?): ULong {
        if (value == null) {
            return 1UL
        } else {
            return 1UL + FfiConverterByteArray.allocationSize(value)
        }
    }

    override fun write(value: kotlin.ByteArray?, buf: ByteBuffer) {
        if (value == null) {
            buf.put(0)
        } else {
            buf.put(1)
            FfiConverterByteArray.write(value, buf)
        }
    }
}




/**
 * @suppress
 */
public object FfiConverterOptionalTimestamp: FfiConverterRustBuffer<java.time.Instant?> {
    override fun read(buf: ByteBuffer): java.time.Instant? {
        if (buf.get().toInt() == 0) {
            return null
        }
        return FfiConverterTimestamp.read(buf)
    }

    override fun allocationSize(value: java.time.Instant?): ULong {
        if (value == null) {
            return 1UL
        } else {
            return 1UL + FfiConverterTimestamp.allocationSize(value)
        }
    }

    override fun write(value: java.time.Instant?, buf: ByteBuffer) {
        if (value == null) {
            buf.put(0)
        } else {
            buf.put(1)
            FfiConverterTimestamp.write(value, buf)
        }
    }
}




/**
 * @suppress
 */
public object FfiConverterOptionalDuration: FfiConverterRustBuffer<java.time.Duration?> {
    override fun read(buf: ByteBuffer): java.time.Duration? {
        if (buf.get().toInt() == 0) {
            return null
        }
        return FfiConverterDuration.read(buf)
    }

    override fun allocationSize(value: java.time.Duration?): ULong {
        if (value == null) {
            return 1UL
        } else {
            return 1UL + FfiConverterDuration.allocationSize(value)
        }
    }

    override fun write(value: java.time.Duration?, buf: ByteBuffer) {
        if (value == null) {
            buf.put(0)
        } else {
            buf.put(1)
            FfiConverterDuration.write(value, buf)
        }
    }
}




/**
 * @suppress
 */
public object FfiConverterOptionalTypeCalendarSpan: FfiConverterRustBuffer<CalendarSpan?> {
    override fun read(buf: ByteBuffer): CalendarSpan? {
        if (buf.get().toInt() == 0) {
            return null
        }
        return FfiConverterTypeCalendarSpan.read(buf)
    }

    override fun allocationSize(value: CalendarSpan?): ULong {
        if (value == null) {
            return 1UL
        } else {
            return 1UL + FfiConverterTypeCalendarSpan.allocationSize(value)
        }
    }

    override fun write(value: CalendarSpan?, buf: ByteBuffer) {
        if (value == null) {
            buf.put(0)
        } else {
            buf.put(1)
            FfiConverterTypeCalendarSpan.write(value, buf)
        }
    }
}




/**
 * @suppress
 */
public object FfiConverterOptionalTypeDeviceUpdate: FfiConverterRustBuffer<DeviceUpdate?> {
    override fun read(buf: ByteBuffer): DeviceUpdate? {
        if (buf.get().toInt() == 0) {
            return null
        }
        return FfiConverterTypeDeviceUpdate.read(buf)
    }

    override fun allocationSize(value: DeviceUpdate?): ULong {
        if (value == null) {
            return 1UL
        } else {
            return 1UL + FfiConverterTypeDeviceUpdate.allocationSize(value)
        }
    }

    override fun write(value: DeviceUpdate?, buf: ByteBuffer) {
        if (value == null) {
            buf.put(0)
        } else {
            buf.put(1)
            FfiConverterTypeDeviceUpdate.write(value, buf)
        }
    }
}




/**
 * @suppress
 */
public object FfiConverterOptionalTypeHolder: FfiConverterRustBuffer<Holder?> {
    override fun read(buf: ByteBuffer): Holder? {
        if (buf.get().toInt() == 0) {
            return null
        }
        return FfiConverterTypeHolder.read(buf)
    }

    override fun allocationSize(value: Holder?): ULong {
        if (value == null) {
            return 1UL
        } else {
            return 1UL + FfiConverterTypeHolder.allocationSize(value)
        }
    }

    override fun write(value: Holder?, buf: ByteBuffer) {
        if (value == null) {
            buf.put(0)
        } else {
            buf.put(1)
            FfiConverterTypeHolder.write(value, buf)
        }
    }
}




/**
 * @suppress
 */
public object FfiConverterOptionalTypeKeptRoot: FfiConverterRustBuffer<KeptRoot?> {
    override fun read(buf: ByteBuffer): KeptRoot? {
        if (buf.get().toInt() == 0) {
            return null
        }
        return FfiConverterTypeKeptRoot.read(buf)
    }

    override fun allocationSize(value: KeptRoot?): ULong {
        if (value == null) {
            return 1UL
        } else {
            return 1UL + FfiConverterTypeKeptRoot.allocationSize(value)
        }
    }

    override fun write(value: KeptRoot?, buf: ByteBuffer) {
        if (value == null) {
            buf.put(0)
        } else {
            buf.put(1)
            FfiConverterTypeKeptRoot.write(value, buf)
        }
    }
}




/**
 * @suppress
 */
public object FfiConverterOptionalTypeNamed: FfiConverterRustBuffer<Named?> {
    override fun read(buf: ByteBuffer): Named? {
        if (buf.get().toInt() == 0) {
            return null
        }
        return FfiConverterTypeNamed.read(buf)
    }

    override fun allocationSize(value: Named?): ULong {
        if (value == null) {
            return 1UL
        } else {
            return 1UL + FfiConverterTypeNamed.allocationSize(value)
        }
    }

    override fun write(value: Named?, buf: ByteBuffer) {
        if (value == null) {
            buf.put(0)
        } else {
            buf.put(1)
            FfiConverterTypeNamed.write(value, buf)
        }
    }
}




/**
 * @suppress
 */
public object FfiConverterOptionalTypePolicy: FfiConverterRustBuffer<Policy?> {
    override fun read(buf: ByteBuffer): Policy? {
        if (buf.get().toInt() == 0) {
            return null
        }
        return FfiConverterTypePolicy.read(buf)
    }

    override fun allocationSize(value: Policy?): ULong {
        if (value == null) {
            return 1UL
        } else {
            return 1UL + FfiConverterTypePolicy.allocationSize(value)
        }
    }

    override fun write(value: Policy?, buf: ByteBuffer) {
        if (value == null) {
            buf.put(0)
        } else {
            buf.put(1)
            FfiConverterTypePolicy.write(value, buf)
        }
    }
}




/**
 * @suppress
 */
public object FfiConverterOptionalTypePost: FfiConverterRustBuffer<Post?> {
    override fun read(buf: ByteBuffer): Post? {
        if (buf.get().toInt() == 0) {
            return null
        }
        return FfiConverterTypePost.read(buf)
    }

    override fun allocationSize(value: Post?): ULong {
        if (value == null) {
            return 1UL
        } else {
            return 1UL + FfiConverterTypePost.allocationSize(value)
        }
    }

    override fun write(value: Post?, buf: ByteBuffer) {
        if (value == null) {
            buf.put(0)
        } else {
            buf.put(1)
            FfiConverterTypePost.write(value, buf)
        }
    }
}




/**
 * @suppress
 */
public object FfiConverterOptionalTypePostComparison: FfiConverterRustBuffer<PostComparison?> {
    override fun read(buf: ByteBuffer): PostComparison? {
        if (buf.get().toInt() == 0) {
            return null
        }
        return FfiConverterTypePostComparison.read(buf)
    }

    override fun allocationSize(value: PostComparison?): ULong {
        if (value == null) {
            return 1UL
        } else {
            return 1UL + FfiConverterTypePostComparison.allocationSize(value)
        }
    }

    override fun write(value: PostComparison?, buf: ByteBuffer) {
        if (value == null) {
            buf.put(0)
        } else {
            buf.put(1)
            FfiConverterTypePostComparison.write(value, buf)
        }
    }
}




/**
 * @suppress
 */
public object FfiConverterOptionalTypeQuestion: FfiConverterRustBuffer<Question?> {
    override fun read(buf: ByteBuffer): Question? {
        if (buf.get().toInt() == 0) {
            return null
        }
        return FfiConverterTypeQuestion.read(buf)
    }

    override fun allocationSize(value: Question?): ULong {
        if (value == null) {
            return 1UL
        } else {
            return 1UL + FfiConverterTypeQuestion.allocationSize(value)
        }
    }

    override fun write(value: Question?, buf: ByteBuffer) {
        if (value == null) {
            buf.put(0)
        } else {
            buf.put(1)
            FfiConverterTypeQuestion.write(value, buf)
        }
    }
}




/**
 * @suppress
 */
public object FfiConverterOptionalTypeRuleText: FfiConverterRustBuffer<RuleText?> {
    override fun read(buf: ByteBuffer): RuleText? {
        if (buf.get().toInt() == 0) {
            return null
        }
        return FfiConverterTypeRuleText.read(buf)
    }

    override fun allocationSize(value: RuleText?): ULong {
        if (value == null) {
            return 1UL
        } else {
            return 1UL + FfiConverterTypeRuleText.allocationSize(value)
        }
    }

    override fun write(value: RuleText?, buf: ByteBuffer) {
        if (value == null) {
            buf.put(0)
        } else {
            buf.put(1)
            FfiConverterTypeRuleText.write(value, buf)
        }
    }
}




/**
 * @suppress
 */
public object FfiConverterOptionalTypeStatedBeside: FfiConverterRustBuffer<StatedBeside?> {
    override fun read(buf: ByteBuffer): StatedBeside? {
        if (buf.get().toInt() == 0) {
            return null
        }
        return FfiConverterTypeStatedBeside.read(buf)
    }

    override fun allocationSize(value: StatedBeside?): ULong {
        if (value == null) {
            return 1UL
        } else {
            return 1UL + FfiConverterTypeStatedBeside.allocationSize(value)
        }
    }

    override fun write(value: StatedBeside?, buf: ByteBuffer) {
        if (value == null) {
            buf.put(0)
        } else {
            buf.put(1)
            FfiConverterTypeStatedBeside.write(value, buf)
        }
    }
}




/**
 * @suppress
 */
public object FfiConverterOptionalTypeTranslations: FfiConverterRustBuffer<Translations?> {
    override fun read(buf: ByteBuffer): Translations? {
        if (buf.get().toInt() == 0) {
            return null
        }
        return FfiConverterTypeTranslations.read(buf)
    }

    override fun allocationSize(value: Translations?): ULong {
        if (value == null) {
            return 1UL
        } else {
            return 1UL + FfiConverterTypeTranslations.allocationSize(value)
        }
    }

    override fun write(value: Translations?, buf: ByteBuffer) {
        if (value == null) {
            buf.put(0)
        } else {
            buf.put(1)
            FfiConverterTypeTranslations.write(value, buf)
        }
    }
}




/**
 * @suppress
 */
public object FfiConverterOptionalTypeVerdictText: FfiConverterRustBuffer<VerdictText?> {
    override fun read(buf: ByteBuffer): VerdictText? {
        if (buf.get().toInt() == 0) {
            return null
        }
        return FfiConverterTypeVerdictText.read(buf)
    }

    override fun allocationSize(value: VerdictText?): ULong {
        if (value == null) {
            return 1UL
        } else {
            return 1UL + FfiConverterTypeVerdictText.allocationSize(value)
        }
    }

    override fun write(value: VerdictText?, buf: ByteBuffer) {
        if (value == null) {
            buf.put(0)
        } else {
            buf.put(1)
            FfiConverterTypeVerdictText.write(value, buf)
        }
    }
}




/**
 * @suppress
 */
public object FfiConverterOptionalTypeBasis: FfiConverterRustBuffer<Basis?> {
    override fun read(buf: ByteBuffer): Basis? {
        if (buf.get().toInt() == 0) {
            return null
        }
        return FfiConverterTypeBasis.read(buf)
    }

    override fun allocationSize(value: Basis?): ULong {
        if (value == null) {
            return 1UL
        } else {
            return 1UL + FfiConverterTypeBasis.allocationSize(value)
        }
    }

    override fun write(value: Basis?, buf: ByteBuffer) {
        if (value == null) {
            buf.put(0)
        } else {
            buf.put(1)
            FfiConverterTypeBasis.write(value, buf)
        }
    }
}




/**
 * @suppress
 */
public object FfiConverterOptionalTypeLanguage: FfiConverterRustBuffer<Language?> {
    override fun read(buf: ByteBuffer): Language? {
        if (buf.get().toInt() == 0) {
            return null
        }
        return FfiConverterTypeLanguage.read(buf)
    }

    override fun allocationSize(value: Language?): ULong {
        if (value == null) {
            return 1UL
        } else {
            return 1UL + FfiConverterTypeLanguage.allocationSize(value)
        }
    }

    override fun write(value: Language?, buf: ByteBuffer) {
        if (value == null) {
            buf.put(0)
        } else {
            buf.put(1)
            FfiConverterTypeLanguage.write(value, buf)
        }
    }
}




/**
 * @suppress
 */
public object FfiConverterOptionalTypeLevelMatch: FfiConverterRustBuffer<LevelMatch?> {
    override fun read(buf: ByteBuffer): LevelMatch? {
        if (buf.get().toInt() == 0) {
            return null
        }
        return FfiConverterTypeLevelMatch.read(buf)
    }

    override fun allocationSize(value: LevelMatch?): ULong {
        if (value == null) {
            return 1UL
        } else {
            return 1UL + FfiConverterTypeLevelMatch.allocationSize(value)
        }
    }

    override fun write(value: LevelMatch?, buf: ByteBuffer) {
        if (value == null) {
            buf.put(0)
        } else {
            buf.put(1)
            FfiConverterTypeLevelMatch.write(value, buf)
        }
    }
}




/**
 * @suppress
 */
public object FfiConverterOptionalSequenceString: FfiConverterRustBuffer<List<kotlin.String>?> {
    override fun read(buf: ByteBuffer): List<kotlin.String>? {
        if (buf.get().toInt() == 0) {
            return null
        }
        return FfiConverterSequenceString.read(buf)
    }

    override fun allocationSize(value: List<kotlin.String>?): ULong {
        if (value == null) {
            return 1UL
        } else {
            return 1UL + FfiConverterSequenceString.allocationSize(value)
        }
    }

    override fun write(value: List<kotlin.String>?, buf: ByteBuffer) {
        if (value == null) {
            buf.put(0)
        } else {
            buf.put(1)
            FfiConverterSequenceString.write(value, buf)
        }
    }
}




/**
 * @suppress
 */
public object FfiConverterOptionalTypeDay: FfiConverterRustBuffer<Day?> {
    override fun read(buf: ByteBuffer): Day? {
        if (buf.get().toInt() == 0) {
            return null
        }
        return FfiConverterTypeDay.read(buf)
    }

    override fun allocationSize(value: Day?): ULong {
        if (value == null) {
            return 1UL
        } else {
            return 1UL + FfiConverterTypeDay.allocationSize(value)
        }
    }

    override fun write(value: Day?, buf: ByteBuffer) {
        if (value == null) {
            buf.put(0)
        } else {
            buf.put(1)
            FfiConverterTypeDay.write(value, buf)
        }
    }
}




/**
 * @suppress
 */
public object FfiConverterSequenceString: FfiConverterRustBuffer<List<kotlin.String>> {
    override fun read(buf: ByteBuffer): List<kotlin.String> {
        val len = buf.getInt()
        return List<kotlin.String>(len) {
            FfiConverterString.read(buf)
        }
    }

    override fun allocationSize(value: List<kotlin.String>): ULong {
        val sizeForLength = 4UL
        val sizeForItems = value.map { FfiConverterString.allocationSize(it) }.sum()
        return sizeForLength + sizeForItems
    }

    override fun write(value: List<kotlin.String>, buf: ByteBuffer) {
        buf.putInt(value.size)
        value.iterator().forEach {
            FfiConverterString.write(it, buf)
        }
    }
}




/**
 * @suppress
 */
public object FfiConverterSequenceTypeFinding: FfiConverterRustBuffer<List<Finding>> {
    override fun read(buf: ByteBuffer): List<Finding> {
        val len = buf.getInt()
        return List<Finding>(len) {
            FfiConverterTypeFinding.read(buf)
        }
    }

    override fun allocationSize(value: List<Finding>): ULong {
        val sizeForLength = 4UL
        val sizeForItems = value.map { FfiConverterTypeFinding.allocationSize(it) }.sum()
        return sizeForLength + sizeForItems
    }

    override fun write(value: List<Finding>, buf: ByteBuffer) {
        buf.putInt(value.size)
        value.iterator().forEach {
            FfiConverterTypeFinding.write(it, buf)
        }
    }
}




/**
 * @suppress
 */
public object FfiConverterSequenceTypeFindingText: FfiConverterRustBuffer<List<FindingText>> {
    override fun read(buf: ByteBuffer): List<FindingText> {
        val len = buf.getInt()
        return List<FindingText>(len) {
            FfiConverterTypeFindingText.read(buf)
        }
    }

    override fun allocationSize(value: List<FindingText>): ULong {
        val sizeForLength = 4UL
        val sizeForItems = value.map { FfiConverterTypeFindingText.allocationSize(it) }.sum()
        return sizeForLength + sizeForItems
    }

    override fun write(value: List<FindingText>, buf: ByteBuffer) {
        buf.putInt(value.size)
        value.iterator().forEach {
            FfiConverterTypeFindingText.write(it, buf)
        }
    }
}




/**
 * @suppress
 */
public object FfiConverterSequenceTypeNamed: FfiConverterRustBuffer<List<Named>> {
    override fun read(buf: ByteBuffer): List<Named> {
        val len = buf.getInt()
        return List<Named>(len) {
            FfiConverterTypeNamed.read(buf)
        }
    }

    override fun allocationSize(value: List<Named>): ULong {
        val sizeForLength = 4UL
        val sizeForItems = value.map { FfiConverterTypeNamed.allocationSize(it) }.sum()
        return sizeForLength + sizeForItems
    }

    override fun write(value: List<Named>, buf: ByteBuffer) {
        buf.putInt(value.size)
        value.iterator().forEach {
            FfiConverterTypeNamed.write(it, buf)
        }
    }
}




/**
 * @suppress
 */
public object FfiConverterSequenceTypeNamedValue: FfiConverterRustBuffer<List<NamedValue>> {
    override fun read(buf: ByteBuffer): List<NamedValue> {
        val len = buf.getInt()
        return List<NamedValue>(len) {
            FfiConverterTypeNamedValue.read(buf)
        }
    }

    override fun allocationSize(value: List<NamedValue>): ULong {
        val sizeForLength = 4UL
        val sizeForItems = value.map { FfiConverterTypeNamedValue.allocationSize(it) }.sum()
        return sizeForLength + sizeForItems
    }

    override fun write(value: List<NamedValue>, buf: ByteBuffer) {
        buf.putInt(value.size)
        value.iterator().forEach {
            FfiConverterTypeNamedValue.write(it, buf)
        }
    }
}




/**
 * @suppress
 */
public object FfiConverterSequenceTypeReading: FfiConverterRustBuffer<List<Reading>> {
    override fun read(buf: ByteBuffer): List<Reading> {
        val len = buf.getInt()
        return List<Reading>(len) {
            FfiConverterTypeReading.read(buf)
        }
    }

    override fun allocationSize(value: List<Reading>): ULong {
        val sizeForLength = 4UL
        val sizeForItems = value.map { FfiConverterTypeReading.allocationSize(it) }.sum()
        return sizeForLength + sizeForItems
    }

    override fun write(value: List<Reading>, buf: ByteBuffer) {
        buf.putInt(value.size)
        value.iterator().forEach {
            FfiConverterTypeReading.write(it, buf)
        }
    }
}




/**
 * @suppress
 */
public object FfiConverterSequenceTypeRow: FfiConverterRustBuffer<List<Row>> {
    override fun read(buf: ByteBuffer): List<Row> {
        val len = buf.getInt()
        return List<Row>(len) {
            FfiConverterTypeRow.read(buf)
        }
    }

    override fun allocationSize(value: List<Row>): ULong {
        val sizeForLength = 4UL
        val sizeForItems = value.map { FfiConverterTypeRow.allocationSize(it) }.sum()
        return sizeForLength + sizeForItems
    }

    override fun write(value: List<Row>, buf: ByteBuffer) {
        buf.putInt(value.size)
        value.iterator().forEach {
            FfiConverterTypeRow.write(it, buf)
        }
    }
}




/**
 * @suppress
 */
public object FfiConverterSequenceTypeRuleAnswer: FfiConverterRustBuffer<List<RuleAnswer>> {
    override fun read(buf: ByteBuffer): List<RuleAnswer> {
        val len = buf.getInt()
        return List<RuleAnswer>(len) {
            FfiConverterTypeRuleAnswer.read(buf)
        }
    }

    override fun allocationSize(value: List<RuleAnswer>): ULong {
        val sizeForLength = 4UL
        val sizeForItems = value.map { FfiConverterTypeRuleAnswer.allocationSize(it) }.sum()
        return sizeForLength + sizeForItems
    }

    override fun write(value: List<RuleAnswer>, buf: ByteBuffer) {
        buf.putInt(value.size)
        value.iterator().forEach {
            FfiConverterTypeRuleAnswer.write(it, buf)
        }
    }
}




/**
 * @suppress
 */
public object FfiConverterSequenceTypeRuleInfo: FfiConverterRustBuffer<List<RuleInfo>> {
    override fun read(buf: ByteBuffer): List<RuleInfo> {
        val len = buf.getInt()
        return List<RuleInfo>(len) {
            FfiConverterTypeRuleInfo.read(buf)
        }
    }

    override fun allocationSize(value: List<RuleInfo>): ULong {
        val sizeForLength = 4UL
        val sizeForItems = value.map { FfiConverterTypeRuleInfo.allocationSize(it) }.sum()
        return sizeForLength + sizeForItems
    }

    override fun write(value: List<RuleInfo>, buf: ByteBuffer) {
        buf.putInt(value.size)
        value.iterator().forEach {
            FfiConverterTypeRuleInfo.write(it, buf)
        }
    }
}




/**
 * @suppress
 */
public object FfiConverterSequenceTypeRuleText: FfiConverterRustBuffer<List<RuleText>> {
    override fun read(buf: ByteBuffer): List<RuleText> {
        val len = buf.getInt()
        return List<RuleText>(len) {
            FfiConverterTypeRuleText.read(buf)
        }
    }

    override fun allocationSize(value: List<RuleText>): ULong {
        val sizeForLength = 4UL
        val sizeForItems = value.map { FfiConverterTypeRuleText.allocationSize(it) }.sum()
        return sizeForLength + sizeForItems
    }

    override fun write(value: List<RuleText>, buf: ByteBuffer) {
        buf.putInt(value.size)
        value.iterator().forEach {
            FfiConverterTypeRuleText.write(it, buf)
        }
    }
}




/**
 * @suppress
 */
public object FfiConverterSequenceTypeStep: FfiConverterRustBuffer<List<Step>> {
    override fun read(buf: ByteBuffer): List<Step> {
        val len = buf.getInt()
        return List<Step>(len) {
            FfiConverterTypeStep.read(buf)
        }
    }

    override fun allocationSize(value: List<Step>): ULong {
        val sizeForLength = 4UL
        val sizeForItems = value.map { FfiConverterTypeStep.allocationSize(it) }.sum()
        return sizeForLength + sizeForItems
    }

    override fun write(value: List<Step>, buf: ByteBuffer) {
        buf.putInt(value.size)
        value.iterator().forEach {
            FfiConverterTypeStep.write(it, buf)
        }
    }
}




/**
 * @suppress
 */
public object FfiConverterSequenceTypeFact: FfiConverterRustBuffer<List<Fact>> {
    override fun read(buf: ByteBuffer): List<Fact> {
        val len = buf.getInt()
        return List<Fact>(len) {
            FfiConverterTypeFact.read(buf)
        }
    }

    override fun allocationSize(value: List<Fact>): ULong {
        val sizeForLength = 4UL
        val sizeForItems = value.map { FfiConverterTypeFact.allocationSize(it) }.sum()
        return sizeForLength + sizeForItems
    }

    override fun write(value: List<Fact>, buf: ByteBuffer) {
        buf.putInt(value.size)
        value.iterator().forEach {
            FfiConverterTypeFact.write(it, buf)
        }
    }
}




/**
 * @suppress
 */
public object FfiConverterMapStringTypeFact: FfiConverterRustBuffer<Map<kotlin.String, Fact>> {
    override fun read(buf: ByteBuffer): Map<kotlin.String, Fact> {
        val len = buf.getInt()
        return buildMap<kotlin.String, Fact>(len) {
            repeat(len) {
                val k = FfiConverterString.read(buf)
                val v = FfiConverterTypeFact.read(buf)
                this[k] = v
            }
        }
    }

    override fun allocationSize(value: Map<kotlin.String, Fact>): ULong {
        val spaceForMapSize = 4UL
        val spaceForChildren = value.map { (k, v) ->
            FfiConverterString.allocationSize(k) +
            FfiConverterTypeFact.allocationSize(v)
        }.sum()
        return spaceForMapSize + spaceForChildren
    }

    override fun write(value: Map<kotlin.String, Fact>, buf: ByteBuffer) {
        buf.putInt(value.size)
        // The parens on `(k, v)` here ensure we're calling the right method,
        // which is important for compatibility with older android devices.
        // Ref https://blog.danlew.net/2017/03/16/kotlin-puzzler-whose-line-is-it-anyways/
        value.forEach { (k, v) ->
            FfiConverterString.write(k, buf)
            FfiConverterTypeFact.write(v, buf)
        }
    }
}





public typealias Day = java.time.LocalDate

/**
 * @suppress
 */
public object FfiConverterTypeDay: FfiConverter<Day, RustBuffer.ByValue> {
    override fun lift(value: RustBuffer.ByValue): Day {
        val builtinValue = FfiConverterString.lift(value)
        return java.time.LocalDate.parse(builtinValue)
    }

    override fun lower(value: Day): RustBuffer.ByValue {
        val builtinValue = value.toString()
        return FfiConverterString.lower(builtinValue)
    }

    override fun read(buf: ByteBuffer): Day {
        val builtinValue = FfiConverterString.read(buf)
        return java.time.LocalDate.parse(builtinValue)
    }

    override fun allocationSize(value: Day): ULong {
        val builtinValue = value.toString()
        return FfiConverterString.allocationSize(builtinValue)
    }

    override fun write(value: Day, buf: ByteBuffer) {
        val builtinValue = value.toString()
        FfiConverterString.write(builtinValue, buf)
    }
}
        /**
         * Checks that a verification code was typed without a mistake; throws what is wrong with it. Whether a document with that
         * code exists is not checked.
         */
    @Throws(RastauException::class) fun `checkCode`(`code`: kotlin.String)
        = 
    uniffiRustCallWithError(RastauException) { _status ->
    UniffiLib.uniffi_rastau_mobile_fn_func_check_code(
    
        
        FfiConverterString.lower(`code`),_status)
}
    
    

        /**
         * Describes an identity number in a sentence.
         */ fun `explainIdentity`(`number`: kotlin.String, `language`: Language): kotlin.String {
            return FfiConverterString.lift(
    uniffiRustCall() { _status ->
    UniffiLib.uniffi_rastau_mobile_fn_func_explain_identity(
    
        
        FfiConverterString.lower(`number`),
        FfiConverterTypeLanguage.lower(`language`),_status)
}
    )
    }
    

        /**
         * Returns the kind of an identity number. White space around it is ignored.
         */ fun `identify`(`number`: kotlin.String): Identity {
            return FfiConverterTypeIdentity.lift(
    uniffiRustCall() { _status ->
    UniffiLib.uniffi_rastau_mobile_fn_func_identify(
    
        
        FfiConverterString.lower(`number`),_status)
}
    )
    }
    

        /**
         * Answers a rule with the built-in calendar of working days. A verifier uses the register's calendar.
         */
    @Throws(RastauException::class) fun `evaluateRule`(`id`: kotlin.String, `facts`: Map<kotlin.String, Fact>, `language`: Language? = null): RuleAnswer {
            return FfiConverterTypeRuleAnswer.lift(
    uniffiRustCallWithError(RastauException) { _status ->
    UniffiLib.uniffi_rastau_mobile_fn_func_evaluate_rule(
    
        
        FfiConverterString.lower(`id`),
        FfiConverterMapStringTypeFact.lower(`facts`),
        FfiConverterOptionalTypeLanguage.lower(`language`),_status)
}
    )
    }
    

        /**
         * Returns every rule of the Law, and the composite questions.
         */
    @Throws(RastauException::class) fun `rules`(): List<RuleInfo> {
            return FfiConverterSequenceTypeRuleInfo.lift(
    uniffiRustCallWithError(RastauException) { _status ->
    UniffiLib.uniffi_rastau_mobile_fn_func_rules(
    
        _status)
}
    )
    }
    

        /**
         * Verifies the input of a report again, against the bundle at `path`, as of the report's time, and compares. `trust_root` comes
         * with the app; none uses the bundle's own, and the text says that nothing confirms it.
         */
    @Throws(RastauException::class) fun `repeatReport`(`report`: kotlin.String, `input`: kotlin.String, `path`: kotlin.String, `language`: Language, `trustRoot`: kotlin.ByteArray? = null): Repetition {
            return FfiConverterTypeRepetition.lift(
    uniffiRustCallWithError(RastauException) { _status ->
    UniffiLib.uniffi_rastau_mobile_fn_func_repeat_report(
    
        
        FfiConverterString.lower(`report`),
        FfiConverterString.lower(`input`),
        FfiConverterString.lower(`path`),
        FfiConverterTypeLanguage.lower(`language`),
        FfiConverterOptionalByteArray.lower(`trustRoot`),_status)
}
    )
    }
    

        /**
         * Returns the oldest trust root in a bundle: for setting up a device while an operator compares its fingerprint, and for
         * experiments. A forged bundle has a forged root.
         */
    @Throws(RastauException::class) fun `bundleRoot`(`path`: kotlin.String): kotlin.ByteArray {
            return FfiConverterByteArray.lift(
    uniffiRustCallWithError(RastauException) { _status ->
    UniffiLib.uniffi_rastau_mobile_fn_func_bundle_root(
    
        
        FfiConverterString.lower(`path`),_status)
}
    )
    }
    

        /**
         * Checks that a text can be read as a document or a form, without a bundle; throws the reason if not. Whether the document is
         * valid is not checked.
         */
    @Throws(RastauException::class) fun `checkInput`(`text`: kotlin.String)
        = 
    uniffiRustCallWithError(RastauException) { _status ->
    UniffiLib.uniffi_rastau_mobile_fn_func_check_input(
    
        
        FfiConverterString.lower(`text`),_status)
}
    
    


