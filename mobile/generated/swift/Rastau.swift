// Written by `cargo xtask mobile generate` (UniFFI); changes belong in mobile/src.

// swiftlint:disable all
import Foundation

// Depending on the consumer's build setup, the low-level FFI code
// might be in a separate module, or it might be compiled inline into
// this module. This is a bit of light hackery to work with both.
#if canImport(RastauFFI)
import RastauFFI
#endif

fileprivate extension RustBuffer {
    // Allocate a new buffer, copying the contents of a `UInt8` array.
    init(bytes: [UInt8]) {
        let rbuf = bytes.withUnsafeBufferPointer { ptr in
            RustBuffer.from(ptr)
        }
        self.init(capacity: rbuf.capacity, len: rbuf.len, data: rbuf.data)
    }

    static func empty() -> RustBuffer {
        RustBuffer(capacity: 0, len:0, data: nil)
    }

    static func from(_ ptr: UnsafeBufferPointer<UInt8>) -> RustBuffer {
        try! rustCall { ffi_rastau_mobile_rustbuffer_from_bytes(ForeignBytes(bufferPointer: ptr), $0) }
    }

    // Frees the buffer in place.
    // The buffer must not be used after this is called.
    func deallocate() {
        try! rustCall { ffi_rastau_mobile_rustbuffer_free(self, $0) }
    }
}

fileprivate extension ForeignBytes {
    init(bufferPointer: UnsafeBufferPointer<UInt8>) {
        self.init(len: Int32(bufferPointer.count), data: bufferPointer.baseAddress)
    }

    init(rawBufferPointer: UnsafeRawBufferPointer) {
        self.init(
            len: Int32(rawBufferPointer.count),
            data: rawBufferPointer.baseAddress?.assumingMemoryBound(to: UInt8.self)
        )
    }
}

// Converter for `&[u8]` / `[ByRef] bytes` arguments.
//
// Conforms to `FfiConverter` so the compiler enforces the full converter
// method set. Only the scope-bound `lower(_:_body:)` overload is sound —
// zero-copy byte buffers only flow foreign -> Rust, and only in argument
// position. The four protocol-witness methods (`lift`, `lower`, `read`,
// `write`) `fatalError` at runtime if anyone reaches them.
//
// The scope-bound `lower` takes a closure because the `ForeignBytes`
// pointer is only guaranteed valid for the duration of
// `Data.withUnsafeBytes`. Callers must run the full FFI call inside
// the closure body.
fileprivate enum FfiConverterByRefBytes: FfiConverter {
    typealias SwiftType = Data
    typealias FfiType = ForeignBytes

    static func lower<R>(_ value: Data, _ body: (ForeignBytes) throws -> R) rethrows -> R {
        return try value.withUnsafeBytes { rawBuf in
            try body(ForeignBytes(rawBufferPointer: rawBuf))
        }
    }

    static func lower(_ value: Data) -> ForeignBytes {
        fatalError("ByRef bytes cannot use the plain lower: returning ForeignBytes escapes the Data.withUnsafeBytes scope. Use the scope-bound lower(_:_body:) overload instead.")
    }

    static func lift(_ value: ForeignBytes) throws -> Data {
        fatalError("ByRef bytes cannot be lifted: zero-copy &[u8] only flows foreign->Rust")
    }

    static func read(from buf: inout (data: Data, offset: Data.Index)) throws -> Data {
        fatalError("ByRef bytes cannot be read from a buffer: zero-copy &[u8] is only supported in argument position, not nested in records/options/etc.")
    }

    static func write(_ value: Data, into buf: inout [UInt8]) {
        fatalError("ByRef bytes cannot be written to a buffer: zero-copy &[u8] is only supported in argument position, not nested in records/options/etc.")
    }
}

// For every type used in the interface, we provide helper methods for conveniently
// lifting and lowering that type from C-compatible data, and for reading and writing
// values of that type in a buffer.

// Helper classes/extensions that don't change.
// Someday, this will be in a library of its own.

fileprivate extension Data {
    init(rustBuffer: RustBuffer) {
        self.init(
            bytesNoCopy: rustBuffer.data!,
            count: Int(rustBuffer.len),
            deallocator: .none
        )
    }
}

// Define reader functionality.  Normally this would be defined in a class or
// struct, but we use standalone functions instead in order to make external
// types work.
//
// With external types, one swift source file needs to be able to call the read
// method on another source file's FfiConverter, but then what visibility
// should Reader have?
// - If Reader is fileprivate, then this means the read() must also
//   be fileprivate, which doesn't work with external types.
// - If Reader is internal/public, we'll get compile errors since both source
//   files will try define the same type.
//
// Instead, the read() method and these helper functions input a tuple of data

fileprivate func createReader(data: Data) -> (data: Data, offset: Data.Index) {
    (data: data, offset: 0)
}

// Reads an integer at the current offset, in big-endian order, and advances
// the offset on success. Throws if reading the integer would move the
// offset past the end of the buffer.
fileprivate func readInt<T: FixedWidthInteger>(_ reader: inout (data: Data, offset: Data.Index)) throws -> T {
    let range = reader.offset..<reader.offset + MemoryLayout<T>.size
    guard reader.data.count >= range.upperBound else {
        throw UniffiInternalError.bufferOverflow
    }
    if T.self == UInt8.self {
        let value = reader.data[reader.offset]
        reader.offset += 1
        return value as! T
    }
    var value: T = 0
    let _ = withUnsafeMutableBytes(of: &value, { reader.data.copyBytes(to: $0, from: range)})
    reader.offset = range.upperBound
    return value.bigEndian
}

// Reads an arbitrary number of bytes, to be used to read
// raw bytes, this is useful when lifting strings
fileprivate func readBytes(_ reader: inout (data: Data, offset: Data.Index), count: Int) throws -> Array<UInt8> {
    let range = reader.offset..<(reader.offset+count)
    guard reader.data.count >= range.upperBound else {
        throw UniffiInternalError.bufferOverflow
    }
    var value = [UInt8](repeating: 0, count: count)
    value.withUnsafeMutableBufferPointer({ buffer in
        reader.data.copyBytes(to: buffer, from: range)
    })
    reader.offset = range.upperBound
    return value
}

// Reads a float at the current offset.
fileprivate func readFloat(_ reader: inout (data: Data, offset: Data.Index)) throws -> Float {
    return Float(bitPattern: try readInt(&reader))
}

// Reads a float at the current offset.
fileprivate func readDouble(_ reader: inout (data: Data, offset: Data.Index)) throws -> Double {
    return Double(bitPattern: try readInt(&reader))
}

// Indicates if the offset has reached the end of the buffer.
fileprivate func hasRemaining(_ reader: (data: Data, offset: Data.Index)) -> Bool {
    return reader.offset < reader.data.count
}

// Define writer functionality.  Normally this would be defined in a class or
// struct, but we use standalone functions instead in order to make external
// types work.  See the above discussion on Readers for details.

fileprivate func createWriter() -> [UInt8] {
    return []
}

fileprivate func writeBytes<S>(_ writer: inout [UInt8], _ byteArr: S) where S: Sequence, S.Element == UInt8 {
    writer.append(contentsOf: byteArr)
}

// Writes an integer in big-endian order.
//
// Warning: make sure what you are trying to write
// is in the correct type!
fileprivate func writeInt<T: FixedWidthInteger>(_ writer: inout [UInt8], _ value: T) {
    var value = value.bigEndian
    withUnsafeBytes(of: &value) { writer.append(contentsOf: $0) }
}

fileprivate func writeFloat(_ writer: inout [UInt8], _ value: Float) {
    writeInt(&writer, value.bitPattern)
}

fileprivate func writeDouble(_ writer: inout [UInt8], _ value: Double) {
    writeInt(&writer, value.bitPattern)
}

// Protocol for types that transfer other types across the FFI. This is
// analogous to the Rust trait of the same name.
fileprivate protocol FfiConverter {
    associatedtype FfiType
    associatedtype SwiftType

    static func lift(_ value: FfiType) throws -> SwiftType
    static func lower(_ value: SwiftType) -> FfiType
    static func read(from buf: inout (data: Data, offset: Data.Index)) throws -> SwiftType
    static func write(_ value: SwiftType, into buf: inout [UInt8])
}

// Types conforming to `Primitive` pass themselves directly over the FFI.
fileprivate protocol FfiConverterPrimitive: FfiConverter where FfiType == SwiftType { }

extension FfiConverterPrimitive {
#if swift(>=5.8)
    @_documentation(visibility: private)
#endif
    public static func lift(_ value: FfiType) throws -> SwiftType {
        return value
    }

#if swift(>=5.8)
    @_documentation(visibility: private)
#endif
    public static func lower(_ value: SwiftType) -> FfiType {
        return value
    }
}

// Types conforming to `FfiConverterRustBuffer` lift and lower into a `RustBuffer`.
// Used for complex types where it's hard to write a custom lift/lower.
fileprivate protocol FfiConverterRustBuffer: FfiConverter where FfiType == RustBuffer {}

extension FfiConverterRustBuffer {
#if swift(>=5.8)
    @_documentation(visibility: private)
#endif
    public static func lift(_ buf: RustBuffer) throws -> SwiftType {
        var reader = createReader(data: Data(rustBuffer: buf))
        let value = try read(from: &reader)
        if hasRemaining(reader) {
            throw UniffiInternalError.incompleteData
        }
        buf.deallocate()
        return value
    }

#if swift(>=5.8)
    @_documentation(visibility: private)
#endif
    public static func lower(_ value: SwiftType) -> RustBuffer {
          var writer = createWriter()
          write(value, into: &writer)
          return RustBuffer(bytes: writer)
    }
}
// An error type for FFI errors. These errors occur at the UniFFI level, not
// the library level.
fileprivate enum UniffiInternalError: LocalizedError {
    case bufferOverflow
    case incompleteData
    case unexpectedOptionalTag
    case unexpectedEnumCase
    case unexpectedNullPointer
    case unexpectedRustCallStatusCode
    case unexpectedRustCallError
    case unexpectedStaleHandle
    case rustPanic(_ message: String)

    public var errorDescription: String? {
        switch self {
        case .bufferOverflow: return "Reading the requested value would read past the end of the buffer"
        case .incompleteData: return "The buffer still has data after lifting its containing value"
        case .unexpectedOptionalTag: return "Unexpected optional tag; should be 0 or 1"
        case .unexpectedEnumCase: return "Raw enum value doesn't match any cases"
        case .unexpectedNullPointer: return "Raw pointer value was null"
        case .unexpectedRustCallStatusCode: return "Unexpected RustCallStatus code"
        case .unexpectedRustCallError: return "CALL_ERROR but no errorClass specified"
        case .unexpectedStaleHandle: return "The object in the handle map has been dropped already"
        case let .rustPanic(message): return message
        }
    }
}

fileprivate extension NSLock {
    func withLock<T>(f: () throws -> T) rethrows -> T {
        self.lock()
        defer { self.unlock() }
        return try f()
    }
}

fileprivate let CALL_SUCCESS: Int8 = 0
fileprivate let CALL_ERROR: Int8 = 1
fileprivate let CALL_UNEXPECTED_ERROR: Int8 = 2
fileprivate let CALL_CANCELLED: Int8 = 3

fileprivate extension RustCallStatus {
    init() {
        self.init(
            code: CALL_SUCCESS,
            errorBuf: RustBuffer.init(
                capacity: 0,
                len: 0,
                data: nil
            )
        )
    }
}

private func rustCall<T>(_ callback: (UnsafeMutablePointer<RustCallStatus>) -> T) throws -> T {
    let neverThrow: ((RustBuffer) throws -> Never)? = nil
    return try makeRustCall(callback, errorHandler: neverThrow)
}

private func rustCallWithError<T, E: Swift.Error>(
    _ errorHandler: @escaping (RustBuffer) throws -> E,
    _ callback: (UnsafeMutablePointer<RustCallStatus>) -> T) throws -> T {
    try makeRustCall(callback, errorHandler: errorHandler)
}

private func makeRustCall<T, E: Swift.Error>(
    _ callback: (UnsafeMutablePointer<RustCallStatus>) -> T,
    errorHandler: ((RustBuffer) throws -> E)?
) throws -> T {
    uniffiEnsureRastauMobileInitialized()
    var callStatus = RustCallStatus.init()
    let returnedVal = callback(&callStatus)
    try uniffiCheckCallStatus(callStatus: callStatus, errorHandler: errorHandler)
    return returnedVal
}

private func uniffiCheckCallStatus<E: Swift.Error>(
    callStatus: RustCallStatus,
    errorHandler: ((RustBuffer) throws -> E)?
) throws {
    switch callStatus.code {
        case CALL_SUCCESS:
            return

        case CALL_ERROR:
            if let errorHandler = errorHandler {
                throw try errorHandler(callStatus.errorBuf)
            } else {
                callStatus.errorBuf.deallocate()
                throw UniffiInternalError.unexpectedRustCallError
            }

        case CALL_UNEXPECTED_ERROR:
            // When the rust code sees a panic, it tries to construct a RustBuffer
            // with the message.  But if that code panics, then it just sends back
            // an empty buffer.
            if callStatus.errorBuf.len > 0 {
                throw UniffiInternalError.rustPanic(try FfiConverterString.lift(callStatus.errorBuf))
            } else {
                callStatus.errorBuf.deallocate()
                throw UniffiInternalError.rustPanic("Rust panic")
            }

        case CALL_CANCELLED:
            fatalError("Cancellation not supported yet")

        default:
            throw UniffiInternalError.unexpectedRustCallStatusCode
    }
}

private func uniffiTraitInterfaceCall<T>(
    callStatus: UnsafeMutablePointer<RustCallStatus>,
    makeCall: () throws -> T,
    writeReturn: (T) -> ()
) {
    do {
        try writeReturn(makeCall())
    } catch let error {
        callStatus.pointee.code = CALL_UNEXPECTED_ERROR
        callStatus.pointee.errorBuf = FfiConverterString.lower(String(describing: error))
    }
}

private func uniffiTraitInterfaceCallWithError<T, E>(
    callStatus: UnsafeMutablePointer<RustCallStatus>,
    makeCall: () throws -> T,
    writeReturn: (T) -> (),
    lowerError: (E) -> RustBuffer
) {
    do {
        try writeReturn(makeCall())
    } catch let error as E {
        callStatus.pointee.code = CALL_ERROR
        callStatus.pointee.errorBuf = lowerError(error)
    } catch {
        callStatus.pointee.code = CALL_UNEXPECTED_ERROR
        callStatus.pointee.errorBuf = FfiConverterString.lower(String(describing: error))
    }
}
// Initial value and increment amount for handles. 
// These ensure that SWIFT handles always have the lowest bit set
fileprivate let UNIFFI_HANDLEMAP_INITIAL: UInt64 = 1
fileprivate let UNIFFI_HANDLEMAP_DELTA: UInt64 = 2

fileprivate final class UniffiHandleMap<T>: @unchecked Sendable {
    // All mutation happens with this lock held, which is why we implement @unchecked Sendable.
    private let lock = NSLock()
    private var map: [UInt64: T] = [:]
    private var currentHandle: UInt64 = UNIFFI_HANDLEMAP_INITIAL

    func insert(obj: T) -> UInt64 {
        lock.withLock {
            return doInsert(obj)
        }
    }

    // Low-level insert function, this assumes `lock` is held.
    private func doInsert(_ obj: T) -> UInt64 {
        let handle = currentHandle
        currentHandle += UNIFFI_HANDLEMAP_DELTA
        map[handle] = obj
        return handle
    }

     func get(handle: UInt64) throws -> T {
        try lock.withLock {
            guard let obj = map[handle] else {
                throw UniffiInternalError.unexpectedStaleHandle
            }
            return obj
        }
    }

     func clone(handle: UInt64) throws -> UInt64 {
        try lock.withLock {
            guard let obj = map[handle] else {
                throw UniffiInternalError.unexpectedStaleHandle
            }
            return doInsert(obj)
        }
    }

    @discardableResult
    func remove(handle: UInt64) throws -> T {
        try lock.withLock {
            guard let obj = map.removeValue(forKey: handle) else {
                throw UniffiInternalError.unexpectedStaleHandle
            }
            return obj
        }
    }

    var count: Int {
        get {
            map.count
        }
    }
}


// Public interface members begin here.


#if swift(>=5.8)
@_documentation(visibility: private)
#endif
fileprivate struct FfiConverterInt32: FfiConverterPrimitive {
    typealias FfiType = Int32
    typealias SwiftType = Int32

    public static func read(from buf: inout (data: Data, offset: Data.Index)) throws -> Int32 {
        return try lift(readInt(&buf))
    }

    public static func write(_ value: Int32, into buf: inout [UInt8]) {
        writeInt(&buf, lower(value))
    }
}

#if swift(>=5.8)
@_documentation(visibility: private)
#endif
fileprivate struct FfiConverterInt64: FfiConverterPrimitive {
    typealias FfiType = Int64
    typealias SwiftType = Int64

    public static func read(from buf: inout (data: Data, offset: Data.Index)) throws -> Int64 {
        return try lift(readInt(&buf))
    }

    public static func write(_ value: Int64, into buf: inout [UInt8]) {
        writeInt(&buf, lower(value))
    }
}

#if swift(>=5.8)
@_documentation(visibility: private)
#endif
fileprivate struct FfiConverterBool : FfiConverter {
    typealias FfiType = Int8
    typealias SwiftType = Bool

    public static func lift(_ value: Int8) throws -> Bool {
        return value != 0
    }

    public static func lower(_ value: Bool) -> Int8 {
        return value ? 1 : 0
    }

    public static func read(from buf: inout (data: Data, offset: Data.Index)) throws -> Bool {
        return try lift(readInt(&buf))
    }

    public static func write(_ value: Bool, into buf: inout [UInt8]) {
        writeInt(&buf, lower(value))
    }
}

#if swift(>=5.8)
@_documentation(visibility: private)
#endif
fileprivate struct FfiConverterString: FfiConverter {
    typealias SwiftType = String
    typealias FfiType = RustBuffer

    public static func lift(_ value: RustBuffer) throws -> String {
        defer {
            value.deallocate()
        }
        if value.data == nil {
            return String()
        }
        let bytes = UnsafeBufferPointer<UInt8>(start: value.data!, count: Int(value.len))
        // Use Swift's native UTF-8 decoder; `String(bytes:encoding:.utf8)` goes
        // through Foundation's NSString and silently strips a leading U+FEFF BOM.
        // Invalid UTF-8 substitutes U+FFFD instead of trapping (unreachable
        // given Rust's `String` invariant).
        return String(decoding: bytes, as: UTF8.self)
    }

    public static func lower(_ value: String) -> RustBuffer {
        return value.utf8CString.withUnsafeBufferPointer { ptr in
            // The swift string gives us int8_t, we want uint8_t.
            ptr.withMemoryRebound(to: UInt8.self) { ptr in
                // The swift string gives us a trailing null byte, we don't want it.
                let buf = UnsafeBufferPointer(rebasing: ptr.prefix(upTo: ptr.count - 1))
                return RustBuffer.from(buf)
            }
        }
    }

    public static func read(from buf: inout (data: Data, offset: Data.Index)) throws -> String {
        let len: Int32 = try readInt(&buf)
        // See `lift` above for why we avoid Foundation's NSString-backed decoder here.
        return String(decoding: try readBytes(&buf, count: Int(len)), as: UTF8.self)
    }

    public static func write(_ value: String, into buf: inout [UInt8]) {
        let len = Int32(value.utf8.count)
        writeInt(&buf, len)
        writeBytes(&buf, value.utf8)
    }
}

#if swift(>=5.8)
@_documentation(visibility: private)
#endif
fileprivate struct FfiConverterData: FfiConverterRustBuffer {
    typealias SwiftType = Data

    public static func read(from buf: inout (data: Data, offset: Data.Index)) throws -> Data {
        let len: Int32 = try readInt(&buf)
        return Data(try readBytes(&buf, count: Int(len)))
    }

    public static func write(_ value: Data, into buf: inout [UInt8]) {
        let len = Int32(value.count)
        writeInt(&buf, len)
        writeBytes(&buf, value)
    }
}

#if swift(>=5.8)
@_documentation(visibility: private)
#endif
fileprivate struct FfiConverterTimestamp: FfiConverterRustBuffer {
    typealias SwiftType = Date

    public static func read(from buf: inout (data: Data, offset: Data.Index)) throws -> Date {
        let seconds: Int64 = try readInt(&buf)
        let nanoseconds: UInt32 = try readInt(&buf)
        // Build the Date from whole seconds first, then add the nanoseconds as a
        // separate TimeInterval.  Date stores CFAbsoluteTime (seconds since 2001),
        // so adding a small fraction to the ~7.8e8 base is twice as precise as
        // adding it to the ~1.76e9 Unix-epoch value, because the smaller magnitude
        // leaves more mantissa bits for the sub-second part.
        if seconds >= 0 {
            return Date(timeIntervalSince1970: Double(seconds))
                .addingTimeInterval(Double(nanoseconds) / 1.0e9)
        } else {
            return Date(timeIntervalSince1970: Double(seconds))
                .addingTimeInterval(-Double(nanoseconds) / 1.0e9)
        }
    }

    public static func write(_ value: Date, into buf: inout [UInt8]) {
        var delta = value.timeIntervalSince1970
        var sign: Int64 = 1
        if delta < 0 {
            // The nanoseconds portion of the epoch offset must always be
            // positive, to simplify the calculation we will use the absolute
            // value of the offset.
            sign = -1
            delta = -delta
        }
        if delta.rounded(.down) > Double(Int64.max) {
            fatalError("Timestamp overflow, exceeds max bounds supported by Uniffi")
        }
        let seconds = Int64(delta)
        let nanoseconds = UInt32((delta - Double(seconds)) * 1.0e9)
        writeInt(&buf, sign * seconds)
        writeInt(&buf, nanoseconds)
    }
}

#if swift(>=5.8)
@_documentation(visibility: private)
#endif
fileprivate struct FfiConverterDuration: FfiConverterRustBuffer {
    typealias SwiftType = TimeInterval

    public static func read(from buf: inout (data: Data, offset: Data.Index)) throws -> TimeInterval {
        let seconds: UInt64 = try readInt(&buf)
        let nanoseconds: UInt32 = try readInt(&buf)
        return Double(seconds) + (Double(nanoseconds) / 1.0e9)
    }

    public static func write(_ value: TimeInterval, into buf: inout [UInt8]) {
        if value.rounded(.down) > Double(Int64.max) {
            fatalError("Duration overflow, exceeds max bounds supported by Uniffi")
        }

        if value < 0 {
            fatalError("Invalid duration, must be non-negative")
        }

        let seconds = UInt64(value)
        let nanoseconds = UInt32((value - Double(seconds)) * 1.0e9)
        writeInt(&buf, seconds)
        writeInt(&buf, nanoseconds)
    }
}




/**
 * The directory in which an app or a kiosk stores its register. A new directory may be named; the first update makes it.
 * A `Verifier` opened by its path answers from it. `update` reads a directory or a file; an app with a network uses an
 * `UpdateSession`.
 */
public protocol DeviceProtocol: AnyObject, Sendable {
    
    /**
     * Returns the number of the directory's state, which every change increases; 0 before the first update. A `Verifier` of
     * the directory compares it automatically; an app that stores answers compares it to know when to ask again.
     */
    func generation() throws  -> Int64
    
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
    func update(source: String, trustRoot: Data, now: Date?, clockCorrected: Bool, fullCheck: Bool, firstUse: Bool) throws  -> DeviceUpdate
    
}
/**
 * The directory in which an app or a kiosk stores its register. A new directory may be named; the first update makes it.
 * A `Verifier` opened by its path answers from it. `update` reads a directory or a file; an app with a network uses an
 * `UpdateSession`.
 */
open class Device: DeviceProtocol, @unchecked Sendable {
    fileprivate let handle: UInt64

    /// Used to instantiate a [FFIObject] without an actual handle, for fakes in tests, mostly.
#if swift(>=5.8)
    @_documentation(visibility: private)
#endif
    public struct NoHandle {
        public init() {}
    }

    // TODO: We'd like this to be `private` but for Swifty reasons,
    // we can't implement `FfiConverter` without making this `required` and we can't
    // make it `required` without making it `public`.
#if swift(>=5.8)
    @_documentation(visibility: private)
#endif
    required public init(unsafeFromHandle handle: UInt64) {
        self.handle = handle
    }

    // This constructor can be used to instantiate a fake object.
    // - Parameter noHandle: Placeholder value so we can have a constructor separate from the default empty one that may be implemented for classes extending [FFIObject].
    //
    // - Warning:
    //     Any object instantiated with this constructor cannot be passed to an actual Rust-backed object. Since there isn't a backing handle the FFI lower functions will crash.
#if swift(>=5.8)
    @_documentation(visibility: private)
#endif
    public init(noHandle: NoHandle) {
        self.handle = 0
    }

#if swift(>=5.8)
    @_documentation(visibility: private)
#endif
    public func uniffiCloneHandle() -> UInt64 {
        return try! rustCall { uniffi_rastau_mobile_fn_clone_device(self.handle, $0) }
    }
    /**
     * The device in the directory `folder`. Nothing is read or written yet.
     */
public convenience init(folder: String) {
    let handle =
        try! rustCall() {
        uniffiCallStatus in
    uniffi_rastau_mobile_fn_constructor_device_new(
        FfiConverterString.lower(folder),uniffiCallStatus
    )
}
    self.init(unsafeFromHandle: handle)
}

    deinit {
        if handle == 0 {
            // Mock objects have handle=0 don't try to free them
            return
        }

        try! rustCall { uniffi_rastau_mobile_fn_free_device(handle, $0) }
    }

    

    
    /**
     * Returns the number of the directory's state, which every change increases; 0 before the first update. A `Verifier` of
     * the directory compares it automatically; an app that stores answers compares it to know when to ask again.
     */
open func generation()throws  -> Int64  {
    return try  FfiConverterInt64.lift(try rustCallWithError(FfiConverterTypeRastauError_lift) {
        uniffiCallStatus in
    uniffi_rastau_mobile_fn_method_device_generation(
            self.uniffiCloneHandle(),uniffiCallStatus
    )
})
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
open func update(source: String, trustRoot: Data, now: Date? = nil, clockCorrected: Bool = false, fullCheck: Bool = false, firstUse: Bool = false)throws  -> DeviceUpdate  {
    return try  FfiConverterTypeDeviceUpdate_lift(try rustCallWithError(FfiConverterTypeRastauError_lift) {
        uniffiCallStatus in
    uniffi_rastau_mobile_fn_method_device_update(
            self.uniffiCloneHandle(),
        FfiConverterString.lower(source),
        FfiConverterData.lower(trustRoot),
        FfiConverterOptionTimestamp.lower(now),
        FfiConverterBool.lower(clockCorrected),
        FfiConverterBool.lower(fullCheck),
        FfiConverterBool.lower(firstUse),uniffiCallStatus
    )
})
}
    

    
}


#if swift(>=5.8)
@_documentation(visibility: private)
#endif
public struct FfiConverterTypeDevice: FfiConverter {
    typealias FfiType = UInt64
    typealias SwiftType = Device

    public static func lift(_ handle: UInt64) throws -> Device {
        return Device(unsafeFromHandle: handle)
    }

    public static func lower(_ value: Device) -> UInt64 {
        return value.uniffiCloneHandle()
    }

    public static func read(from buf: inout (data: Data, offset: Data.Index)) throws -> Device {
        let handle: UInt64 = try readInt(&buf)
        return try lift(handle)
    }

    public static func write(_ value: Device, into buf: inout [UInt8]) {
        writeInt(&buf, lower(value))
    }
}


#if swift(>=5.8)
@_documentation(visibility: private)
#endif
public func FfiConverterTypeDevice_lift(_ handle: UInt64) throws -> Device {
    return try FfiConverterTypeDevice.lift(handle)
}

#if swift(>=5.8)
@_documentation(visibility: private)
#endif
public func FfiConverterTypeDevice_lower(_ value: Device) -> UInt64 {
    return FfiConverterTypeDevice.lower(value)
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
public protocol UpdateSessionProtocol: AnyObject, Sendable {
    
    /**
     * Returns whether the register has replaced the keys of the active bundle, which answers nothing until the next commit.
     */
    func closesService()  -> Bool
    
    /**
     * Activates the verified bundle atomically. None means that another update has changed the device, and this one continues with
     * `want`.
     */
    func commit() throws  -> DeviceUpdate?
    
    /**
     * Ends the file that was asked for: its last byte was taken. The file is checked, a segment page by page.
     *
     * Throws `SOURCE` if a segment is not complete: the received bytes are stored, and `want` says where to continue. After
     * another error `want` says whether the session has failed.
     */
    func end() throws 
    
    /**
     * Returns how many bytes are stored, and how many there are.
     */
    func progress()  -> UpdateProgress
    
    /**
     * Reports the HTTP status received instead of the file: every one but success, unchanged. Without any answer (no network)
     * report nothing: try again, or close the session.
     */
    func status(status: Int32) throws 
    
    /**
     * Takes bytes of the file that was asked for, which begin at the byte `at` of it: where the last ones ended, at first
     * `from`, or 0 if the server starts over. Bytes past the file's maximum length are ignored.
     *
     * Throws `WRONG_ANSWER` if no file was asked for or `at` is another place, which changes nothing; `DEVICE_BUSY` if another
     * process has changed the file: `want` says where to continue.
     */
    func take(bytes: Data, at: Int64) throws 
    
    /**
     * Takes the bytes of a downloaded file, which begin at the byte `at` of the file that was asked for, as `take` does. The
     * downloaded file is only read. `end` must follow.
     */
    func takeFile(path: String, at: Int64) throws 
    
    /**
     * Returns what the session asks for. It may be repeated and changes nothing.
     */
    func want()  -> Want
    
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
open class UpdateSession: UpdateSessionProtocol, @unchecked Sendable {
    fileprivate let handle: UInt64

    /// Used to instantiate a [FFIObject] without an actual handle, for fakes in tests, mostly.
#if swift(>=5.8)
    @_documentation(visibility: private)
#endif
    public struct NoHandle {
        public init() {}
    }

    // TODO: We'd like this to be `private` but for Swifty reasons,
    // we can't implement `FfiConverter` without making this `required` and we can't
    // make it `required` without making it `public`.
#if swift(>=5.8)
    @_documentation(visibility: private)
#endif
    required public init(unsafeFromHandle handle: UInt64) {
        self.handle = handle
    }

    // This constructor can be used to instantiate a fake object.
    // - Parameter noHandle: Placeholder value so we can have a constructor separate from the default empty one that may be implemented for classes extending [FFIObject].
    //
    // - Warning:
    //     Any object instantiated with this constructor cannot be passed to an actual Rust-backed object. Since there isn't a backing handle the FFI lower functions will crash.
#if swift(>=5.8)
    @_documentation(visibility: private)
#endif
    public init(noHandle: NoHandle) {
        self.handle = 0
    }

#if swift(>=5.8)
    @_documentation(visibility: private)
#endif
    public func uniffiCloneHandle() -> UInt64 {
        return try! rustCall { uniffi_rastau_mobile_fn_clone_updatesession(self.handle, $0) }
    }
    // No primary constructor declared for this class.

    deinit {
        if handle == 0 {
            // Mock objects have handle=0 don't try to free them
            return
        }

        try! rustCall { uniffi_rastau_mobile_fn_free_updatesession(handle, $0) }
    }

    
    /**
     * Begins an update of the directory `folder`; a new one is made. The other arguments are those of `Device.update`.
     */
public static func begin(folder: String, trustRoot: Data, now: Date? = nil, clockCorrected: Bool = false, fullCheck: Bool = false, firstUse: Bool = false)throws  -> UpdateSession  {
    return try  FfiConverterTypeUpdateSession_lift(try rustCallWithError(FfiConverterTypeRastauError_lift) {
        uniffiCallStatus in
    uniffi_rastau_mobile_fn_constructor_updatesession_begin(
        FfiConverterString.lower(folder),
        FfiConverterData.lower(trustRoot),
        FfiConverterOptionTimestamp.lower(now),
        FfiConverterBool.lower(clockCorrected),
        FfiConverterBool.lower(fullCheck),
        FfiConverterBool.lower(firstUse),uniffiCallStatus
    )
})
}
    

    
    /**
     * Returns whether the register has replaced the keys of the active bundle, which answers nothing until the next commit.
     */
open func closesService() -> Bool  {
    return try!  FfiConverterBool.lift(try! rustCall() {
        uniffiCallStatus in
    uniffi_rastau_mobile_fn_method_updatesession_closes_service(
            self.uniffiCloneHandle(),uniffiCallStatus
    )
})
}
    
    /**
     * Activates the verified bundle atomically. None means that another update has changed the device, and this one continues with
     * `want`.
     */
open func commit()throws  -> DeviceUpdate?  {
    return try  FfiConverterOptionTypeDeviceUpdate.lift(try rustCallWithError(FfiConverterTypeRastauError_lift) {
        uniffiCallStatus in
    uniffi_rastau_mobile_fn_method_updatesession_commit(
            self.uniffiCloneHandle(),uniffiCallStatus
    )
})
}
    
    /**
     * Ends the file that was asked for: its last byte was taken. The file is checked, a segment page by page.
     *
     * Throws `SOURCE` if a segment is not complete: the received bytes are stored, and `want` says where to continue. After
     * another error `want` says whether the session has failed.
     */
open func end()throws   {try rustCallWithError(FfiConverterTypeRastauError_lift) {
        uniffiCallStatus in
    uniffi_rastau_mobile_fn_method_updatesession_end(
            self.uniffiCloneHandle(),uniffiCallStatus
    )
}
}
    
    /**
     * Returns how many bytes are stored, and how many there are.
     */
open func progress() -> UpdateProgress  {
    return try!  FfiConverterTypeUpdateProgress_lift(try! rustCall() {
        uniffiCallStatus in
    uniffi_rastau_mobile_fn_method_updatesession_progress(
            self.uniffiCloneHandle(),uniffiCallStatus
    )
})
}
    
    /**
     * Reports the HTTP status received instead of the file: every one but success, unchanged. Without any answer (no network)
     * report nothing: try again, or close the session.
     */
open func status(status: Int32)throws   {try rustCallWithError(FfiConverterTypeRastauError_lift) {
        uniffiCallStatus in
    uniffi_rastau_mobile_fn_method_updatesession_status(
            self.uniffiCloneHandle(),
        FfiConverterInt32.lower(status),uniffiCallStatus
    )
}
}
    
    /**
     * Takes bytes of the file that was asked for, which begin at the byte `at` of it: where the last ones ended, at first
     * `from`, or 0 if the server starts over. Bytes past the file's maximum length are ignored.
     *
     * Throws `WRONG_ANSWER` if no file was asked for or `at` is another place, which changes nothing; `DEVICE_BUSY` if another
     * process has changed the file: `want` says where to continue.
     */
open func take(bytes: Data, at: Int64)throws   {try rustCallWithError(FfiConverterTypeRastauError_lift) {
        uniffiCallStatus in
    uniffi_rastau_mobile_fn_method_updatesession_take(
            self.uniffiCloneHandle(),
        FfiConverterData.lower(bytes),
        FfiConverterInt64.lower(at),uniffiCallStatus
    )
}
}
    
    /**
     * Takes the bytes of a downloaded file, which begin at the byte `at` of the file that was asked for, as `take` does. The
     * downloaded file is only read. `end` must follow.
     */
open func takeFile(path: String, at: Int64)throws   {try rustCallWithError(FfiConverterTypeRastauError_lift) {
        uniffiCallStatus in
    uniffi_rastau_mobile_fn_method_updatesession_take_file(
            self.uniffiCloneHandle(),
        FfiConverterString.lower(path),
        FfiConverterInt64.lower(at),uniffiCallStatus
    )
}
}
    
    /**
     * Returns what the session asks for. It may be repeated and changes nothing.
     */
open func want() -> Want  {
    return try!  FfiConverterTypeWant_lift(try! rustCall() {
        uniffiCallStatus in
    uniffi_rastau_mobile_fn_method_updatesession_want(
            self.uniffiCloneHandle(),uniffiCallStatus
    )
})
}
    

    
}


#if swift(>=5.8)
@_documentation(visibility: private)
#endif
public struct FfiConverterTypeUpdateSession: FfiConverter {
    typealias FfiType = UInt64
    typealias SwiftType = UpdateSession

    public static func lift(_ handle: UInt64) throws -> UpdateSession {
        return UpdateSession(unsafeFromHandle: handle)
    }

    public static func lower(_ value: UpdateSession) -> UInt64 {
        return value.uniffiCloneHandle()
    }

    public static func read(from buf: inout (data: Data, offset: Data.Index)) throws -> UpdateSession {
        let handle: UInt64 = try readInt(&buf)
        return try lift(handle)
    }

    public static func write(_ value: UpdateSession, into buf: inout [UInt8]) {
        writeInt(&buf, lower(value))
    }
}


#if swift(>=5.8)
@_documentation(visibility: private)
#endif
public func FfiConverterTypeUpdateSession_lift(_ handle: UInt64) throws -> UpdateSession {
    return try FfiConverterTypeUpdateSession.lift(handle)
}

#if swift(>=5.8)
@_documentation(visibility: private)
#endif
public func FfiConverterTypeUpdateSession_lower(_ value: UpdateSession) -> UInt64 {
    return FfiConverterTypeUpdateSession.lower(value)
}






/**
 * An open bundle, or a device's directory with its active bundle. Any number of threads may use it at once. Opening checks the
 * signatures; open one verifier and use it for many documents.
 */
public protocol VerifierProtocol: AnyObject, Sendable {
    
    /**
     * Verifies as `verify` does and returns a report of it as JSON, the text of a file that `repeatReport` and `rastau repeat` read. `by`
     * states who makes the report, up to 200 characters on one line; nothing checks it. The report holds the verdict, so it holds
     * what the verdict states about the holder. It is not signed: sign the file. The question's language has no effect.
     */
    func report(text: String, question: Question?, by: String?) throws  -> String
    
    /**
     * Answers a rule of the Law with this register's calendar of working days.
     */
    func evaluateRule(id: String, facts: [String: Fact], language: Language?) throws  -> RuleAnswer
    
    /**
     * Returns which register this is, and how old.
     */
    func snapshotInfo() throws  -> SnapshotInfo
    
    /**
     * Returns the trusted state, to be stored for the next opening. A device's directory stores its own.
     */
    func state() throws  -> Data
    
    /**
     * Verifies the text of a document as scanned, or a form as JSON. `beside` has what is stated beside it, for example by the
     * other columns of its row in a list.
     */
    func verify(text: String, question: Question?, beside: StatedBeside?) throws  -> Verdict
    
    /**
     * Verifies a form typed from a printed document.
     */
    func verifyForm(form: TypedForm, question: Question?) throws  -> Verdict
    
}
/**
 * An open bundle, or a device's directory with its active bundle. Any number of threads may use it at once. Opening checks the
 * signatures; open one verifier and use it for many documents.
 */
open class Verifier: VerifierProtocol, @unchecked Sendable {
    fileprivate let handle: UInt64

    /// Used to instantiate a [FFIObject] without an actual handle, for fakes in tests, mostly.
#if swift(>=5.8)
    @_documentation(visibility: private)
#endif
    public struct NoHandle {
        public init() {}
    }

    // TODO: We'd like this to be `private` but for Swifty reasons,
    // we can't implement `FfiConverter` without making this `required` and we can't
    // make it `required` without making it `public`.
#if swift(>=5.8)
    @_documentation(visibility: private)
#endif
    required public init(unsafeFromHandle handle: UInt64) {
        self.handle = handle
    }

    // This constructor can be used to instantiate a fake object.
    // - Parameter noHandle: Placeholder value so we can have a constructor separate from the default empty one that may be implemented for classes extending [FFIObject].
    //
    // - Warning:
    //     Any object instantiated with this constructor cannot be passed to an actual Rust-backed object. Since there isn't a backing handle the FFI lower functions will crash.
#if swift(>=5.8)
    @_documentation(visibility: private)
#endif
    public init(noHandle: NoHandle) {
        self.handle = 0
    }

#if swift(>=5.8)
    @_documentation(visibility: private)
#endif
    public func uniffiCloneHandle() -> UInt64 {
        return try! rustCall { uniffi_rastau_mobile_fn_clone_verifier(self.handle, $0) }
    }
    // No primary constructor declared for this class.

    deinit {
        if handle == 0 {
            // Mock objects have handle=0 don't try to free them
            return
        }

        try! rustCall { uniffi_rastau_mobile_fn_free_verifier(handle, $0) }
    }

    
    /**
     * Opens a published directory or a `.rastau` file. Its pages are read when they are needed.
     */
public static func `open`(path: String, opening: Opening)throws  -> Verifier  {
    return try  FfiConverterTypeVerifier_lift(try rustCallWithError(FfiConverterTypeRastauError_lift) {
        uniffiCallStatus in
    uniffi_rastau_mobile_fn_constructor_verifier_open(
        FfiConverterString.lower(path),
        FfiConverterTypeOpening_lower(opening),uniffiCallStatus
    )
})
}
    
    /**
     * Opens a `.rastau` file in memory, an app's asset for example.
     */
public static func openBytes(bytes: Data, opening: Opening)throws  -> Verifier  {
    return try  FfiConverterTypeVerifier_lift(try rustCallWithError(FfiConverterTypeRastauError_lift) {
        uniffiCallStatus in
    uniffi_rastau_mobile_fn_constructor_verifier_open_bytes(
        FfiConverterData.lower(bytes),
        FfiConverterTypeOpening_lower(opening),uniffiCallStatus
    )
})
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
public static func openDevice(folder: String, policy: Policy? = nil, now: Date? = nil)throws  -> Verifier  {
    return try  FfiConverterTypeVerifier_lift(try rustCallWithError(FfiConverterTypeRastauError_lift) {
        uniffiCallStatus in
    uniffi_rastau_mobile_fn_constructor_verifier_open_device(
        FfiConverterString.lower(folder),
        FfiConverterOptionTypePolicy.lower(policy),
        FfiConverterOptionTimestamp.lower(now),uniffiCallStatus
    )
})
}
    

    
    /**
     * Verifies as `verify` does and returns a report of it as JSON, the text of a file that `repeatReport` and `rastau repeat` read. `by`
     * states who makes the report, up to 200 characters on one line; nothing checks it. The report holds the verdict, so it holds
     * what the verdict states about the holder. It is not signed: sign the file. The question's language has no effect.
     */
open func report(text: String, question: Question? = nil, by: String? = nil)throws  -> String  {
    return try  FfiConverterString.lift(try rustCallWithError(FfiConverterTypeRastauError_lift) {
        uniffiCallStatus in
    uniffi_rastau_mobile_fn_method_verifier_report(
            self.uniffiCloneHandle(),
        FfiConverterString.lower(text),
        FfiConverterOptionTypeQuestion.lower(question),
        FfiConverterOptionString.lower(by),uniffiCallStatus
    )
})
}
    
    /**
     * Answers a rule of the Law with this register's calendar of working days.
     */
open func evaluateRule(id: String, facts: [String: Fact], language: Language? = nil)throws  -> RuleAnswer  {
    return try  FfiConverterTypeRuleAnswer_lift(try rustCallWithError(FfiConverterTypeRastauError_lift) {
        uniffiCallStatus in
    uniffi_rastau_mobile_fn_method_verifier_evaluate_rule(
            self.uniffiCloneHandle(),
        FfiConverterString.lower(id),
        FfiConverterDictionaryStringTypeFact.lower(facts),
        FfiConverterOptionTypeLanguage.lower(language),uniffiCallStatus
    )
})
}
    
    /**
     * Returns which register this is, and how old.
     */
open func snapshotInfo()throws  -> SnapshotInfo  {
    return try  FfiConverterTypeSnapshotInfo_lift(try rustCallWithError(FfiConverterTypeRastauError_lift) {
        uniffiCallStatus in
    uniffi_rastau_mobile_fn_method_verifier_snapshot_info(
            self.uniffiCloneHandle(),uniffiCallStatus
    )
})
}
    
    /**
     * Returns the trusted state, to be stored for the next opening. A device's directory stores its own.
     */
open func state()throws  -> Data  {
    return try  FfiConverterData.lift(try rustCallWithError(FfiConverterTypeRastauError_lift) {
        uniffiCallStatus in
    uniffi_rastau_mobile_fn_method_verifier_state(
            self.uniffiCloneHandle(),uniffiCallStatus
    )
})
}
    
    /**
     * Verifies the text of a document as scanned, or a form as JSON. `beside` has what is stated beside it, for example by the
     * other columns of its row in a list.
     */
open func verify(text: String, question: Question? = nil, beside: StatedBeside? = nil)throws  -> Verdict  {
    return try  FfiConverterTypeVerdict_lift(try rustCallWithError(FfiConverterTypeRastauError_lift) {
        uniffiCallStatus in
    uniffi_rastau_mobile_fn_method_verifier_verify(
            self.uniffiCloneHandle(),
        FfiConverterString.lower(text),
        FfiConverterOptionTypeQuestion.lower(question),
        FfiConverterOptionTypeStatedBeside.lower(beside),uniffiCallStatus
    )
})
}
    
    /**
     * Verifies a form typed from a printed document.
     */
open func verifyForm(form: TypedForm, question: Question? = nil)throws  -> Verdict  {
    return try  FfiConverterTypeVerdict_lift(try rustCallWithError(FfiConverterTypeRastauError_lift) {
        uniffiCallStatus in
    uniffi_rastau_mobile_fn_method_verifier_verify_form(
            self.uniffiCloneHandle(),
        FfiConverterTypeTypedForm_lower(form),
        FfiConverterOptionTypeQuestion.lower(question),uniffiCallStatus
    )
})
}
    

    
}


#if swift(>=5.8)
@_documentation(visibility: private)
#endif
public struct FfiConverterTypeVerifier: FfiConverter {
    typealias FfiType = UInt64
    typealias SwiftType = Verifier

    public static func lift(_ handle: UInt64) throws -> Verifier {
        return Verifier(unsafeFromHandle: handle)
    }

    public static func lower(_ value: Verifier) -> UInt64 {
        return value.uniffiCloneHandle()
    }

    public static func read(from buf: inout (data: Data, offset: Data.Index)) throws -> Verifier {
        let handle: UInt64 = try readInt(&buf)
        return try lift(handle)
    }

    public static func write(_ value: Verifier, into buf: inout [UInt8]) {
        writeInt(&buf, lower(value))
    }
}


#if swift(>=5.8)
@_documentation(visibility: private)
#endif
public func FfiConverterTypeVerifier_lift(_ handle: UInt64) throws -> Verifier {
    return try FfiConverterTypeVerifier.lift(handle)
}

#if swift(>=5.8)
@_documentation(visibility: private)
#endif
public func FfiConverterTypeVerifier_lower(_ value: Verifier) -> UInt64 {
    return FfiConverterTypeVerifier.lower(value)
}




/**
 * The days that a calendar of working days covers; both ends are included.
 */
public struct CalendarSpan: Equatable, Hashable {
    /**
     * The first day.
     */
    public let from: Day
    /**
     * The last day.
     */
    public let until: Day

    // Default memberwise initializers are never public by default, so we
    // declare one manually.
    public init(
        /**
         * The first day.
         */from: Day, 
        /**
         * The last day.
         */until: Day) {
        self.from = from
        self.until = until
    }

    

    
}

#if compiler(>=6)
extension CalendarSpan: Sendable {}
#endif

#if swift(>=5.8)
@_documentation(visibility: private)
#endif
public struct FfiConverterTypeCalendarSpan: FfiConverterRustBuffer {
    public static func read(from buf: inout (data: Data, offset: Data.Index)) throws -> CalendarSpan {
        return
            try CalendarSpan(
                from: FfiConverterTypeDay.read(from: &buf), 
                until: FfiConverterTypeDay.read(from: &buf)
        )
    }

    public static func write(_ value: CalendarSpan, into buf: inout [UInt8]) {
        FfiConverterTypeDay.write(value.from, into: &buf)
        FfiConverterTypeDay.write(value.until, into: &buf)
    }
}


#if swift(>=5.8)
@_documentation(visibility: private)
#endif
public func FfiConverterTypeCalendarSpan_lift(_ buf: RustBuffer) throws -> CalendarSpan {
    return try FfiConverterTypeCalendarSpan.lift(buf)
}

#if swift(>=5.8)
@_documentation(visibility: private)
#endif
public func FfiConverterTypeCalendarSpan_lower(_ value: CalendarSpan) -> RustBuffer {
    return FfiConverterTypeCalendarSpan.lower(value)
}


/**
 * The result of an update.
 */
public struct DeviceUpdate: Equatable, Hashable {
    /**
     * What changed.
     */
    public let change: Change
    /**
     * Epoch of the active manifest.
     */
    public let epoch: Int64
    /**
     * Its version within the epoch.
     */
    public let version: Int64
    /**
     * The time whose state of the register it contains.
     */
    public let asOf: Date
    /**
     * The newest time at which the manifest was confirmed to be the newest.
     */
    public let checkedAt: Date
    /**
     * Whether the source's freshness statement is older than the active one, which is kept.
     */
    public let sourceIsBehind: Bool
    /**
     * Whether the register has a newer trust root that this version of the library cannot use.
     */
    public let needsNewerProgram: Bool
    /**
     * Version of the trust root in use.
     */
    public let rootVersion: Int64
    /**
     * Its fingerprint.
     */
    public let rootFingerprint: String
    /**
     * Whether trust began in this update at a root that was read from the bundle itself (`firstUse`): an operator compares the
     * fingerprint with the one that the register publishes.
     */
    public let onTrust: Bool
    /**
     * Bytes of segments that were read from the source.
     */
    public let fetched: Int64
    /**
     * Bytes of segments that the device had already.
     */
    public let kept: Int64

    // Default memberwise initializers are never public by default, so we
    // declare one manually.
    public init(
        /**
         * What changed.
         */change: Change, 
        /**
         * Epoch of the active manifest.
         */epoch: Int64, 
        /**
         * Its version within the epoch.
         */version: Int64, 
        /**
         * The time whose state of the register it contains.
         */asOf: Date, 
        /**
         * The newest time at which the manifest was confirmed to be the newest.
         */checkedAt: Date, 
        /**
         * Whether the source's freshness statement is older than the active one, which is kept.
         */sourceIsBehind: Bool, 
        /**
         * Whether the register has a newer trust root that this version of the library cannot use.
         */needsNewerProgram: Bool, 
        /**
         * Version of the trust root in use.
         */rootVersion: Int64, 
        /**
         * Its fingerprint.
         */rootFingerprint: String, 
        /**
         * Whether trust began in this update at a root that was read from the bundle itself (`firstUse`): an operator compares the
         * fingerprint with the one that the register publishes.
         */onTrust: Bool, 
        /**
         * Bytes of segments that were read from the source.
         */fetched: Int64, 
        /**
         * Bytes of segments that the device had already.
         */kept: Int64) {
        self.change = change
        self.epoch = epoch
        self.version = version
        self.asOf = asOf
        self.checkedAt = checkedAt
        self.sourceIsBehind = sourceIsBehind
        self.needsNewerProgram = needsNewerProgram
        self.rootVersion = rootVersion
        self.rootFingerprint = rootFingerprint
        self.onTrust = onTrust
        self.fetched = fetched
        self.kept = kept
    }

    

    
}

#if compiler(>=6)
extension DeviceUpdate: Sendable {}
#endif

#if swift(>=5.8)
@_documentation(visibility: private)
#endif
public struct FfiConverterTypeDeviceUpdate: FfiConverterRustBuffer {
    public static func read(from buf: inout (data: Data, offset: Data.Index)) throws -> DeviceUpdate {
        return
            try DeviceUpdate(
                change: FfiConverterTypeChange.read(from: &buf), 
                epoch: FfiConverterInt64.read(from: &buf), 
                version: FfiConverterInt64.read(from: &buf), 
                asOf: FfiConverterTimestamp.read(from: &buf), 
                checkedAt: FfiConverterTimestamp.read(from: &buf), 
                sourceIsBehind: FfiConverterBool.read(from: &buf), 
                needsNewerProgram: FfiConverterBool.read(from: &buf), 
                rootVersion: FfiConverterInt64.read(from: &buf), 
                rootFingerprint: FfiConverterString.read(from: &buf), 
                onTrust: FfiConverterBool.read(from: &buf), 
                fetched: FfiConverterInt64.read(from: &buf), 
                kept: FfiConverterInt64.read(from: &buf)
        )
    }

    public static func write(_ value: DeviceUpdate, into buf: inout [UInt8]) {
        FfiConverterTypeChange.write(value.change, into: &buf)
        FfiConverterInt64.write(value.epoch, into: &buf)
        FfiConverterInt64.write(value.version, into: &buf)
        FfiConverterTimestamp.write(value.asOf, into: &buf)
        FfiConverterTimestamp.write(value.checkedAt, into: &buf)
        FfiConverterBool.write(value.sourceIsBehind, into: &buf)
        FfiConverterBool.write(value.needsNewerProgram, into: &buf)
        FfiConverterInt64.write(value.rootVersion, into: &buf)
        FfiConverterString.write(value.rootFingerprint, into: &buf)
        FfiConverterBool.write(value.onTrust, into: &buf)
        FfiConverterInt64.write(value.fetched, into: &buf)
        FfiConverterInt64.write(value.kept, into: &buf)
    }
}


#if swift(>=5.8)
@_documentation(visibility: private)
#endif
public func FfiConverterTypeDeviceUpdate_lift(_ buf: RustBuffer) throws -> DeviceUpdate {
    return try FfiConverterTypeDeviceUpdate.lift(buf)
}

#if swift(>=5.8)
@_documentation(visibility: private)
#endif
public func FfiConverterTypeDeviceUpdate_lower(_ value: DeviceUpdate) -> RustBuffer {
    return FfiConverterTypeDeviceUpdate.lower(value)
}


/**
 * The details of a document as far as they are known.
 */
public struct Document: Equatable, Hashable {
    /**
     * Document number.
     */
    public let number: String
    /**
     * The source of the other attributes.
     */
    public let source: Source
    /**
     * The holder; absent on an invalid document, unless the caller presented it.
     */
    public let holder: Holder?
    /**
     * The profession.
     */
    public let profession: Named?
    /**
     * Edition of the classifier.
     */
    public let edition: String?
    /**
     * The qualification.
     */
    public let qualification: Named?
    /**
     * Qualification level.
     */
    public let level: String?
    /**
     * The skills of a document on skills only (art. 20); empty for a whole profession.
     */
    public let skills: [Named]
    /**
     * The centre, by BIN.
     */
    public let centre: Named?
    /**
     * Serial number of the accreditation certificate.
     */
    public let accreditation: String?
    /**
     * What the exam tested against.
     */
    public let basis: Basis?
    /**
     * The day of the exam.
     */
    public let examOn: Day?
    /**
     * The day of issue.
     */
    public let issuedOn: Day?
    /**
     * The last day of validity; none if unlimited or unknown.
     */
    public let validUntil: Day?
    /**
     * Whether the validity is unlimited.
     */
    public let unlimited: Bool

    // Default memberwise initializers are never public by default, so we
    // declare one manually.
    public init(
        /**
         * Document number.
         */number: String, 
        /**
         * The source of the other attributes.
         */source: Source, 
        /**
         * The holder; absent on an invalid document, unless the caller presented it.
         */holder: Holder?, 
        /**
         * The profession.
         */profession: Named?, 
        /**
         * Edition of the classifier.
         */edition: String?, 
        /**
         * The qualification.
         */qualification: Named?, 
        /**
         * Qualification level.
         */level: String?, 
        /**
         * The skills of a document on skills only (art. 20); empty for a whole profession.
         */skills: [Named], 
        /**
         * The centre, by BIN.
         */centre: Named?, 
        /**
         * Serial number of the accreditation certificate.
         */accreditation: String?, 
        /**
         * What the exam tested against.
         */basis: Basis?, 
        /**
         * The day of the exam.
         */examOn: Day?, 
        /**
         * The day of issue.
         */issuedOn: Day?, 
        /**
         * The last day of validity; none if unlimited or unknown.
         */validUntil: Day?, 
        /**
         * Whether the validity is unlimited.
         */unlimited: Bool) {
        self.number = number
        self.source = source
        self.holder = holder
        self.profession = profession
        self.edition = edition
        self.qualification = qualification
        self.level = level
        self.skills = skills
        self.centre = centre
        self.accreditation = accreditation
        self.basis = basis
        self.examOn = examOn
        self.issuedOn = issuedOn
        self.validUntil = validUntil
        self.unlimited = unlimited
    }

    

    
}

#if compiler(>=6)
extension Document: Sendable {}
#endif

#if swift(>=5.8)
@_documentation(visibility: private)
#endif
public struct FfiConverterTypeDocument: FfiConverterRustBuffer {
    public static func read(from buf: inout (data: Data, offset: Data.Index)) throws -> Document {
        return
            try Document(
                number: FfiConverterString.read(from: &buf), 
                source: FfiConverterTypeSource.read(from: &buf), 
                holder: FfiConverterOptionTypeHolder.read(from: &buf), 
                profession: FfiConverterOptionTypeNamed.read(from: &buf), 
                edition: FfiConverterOptionString.read(from: &buf), 
                qualification: FfiConverterOptionTypeNamed.read(from: &buf), 
                level: FfiConverterOptionString.read(from: &buf), 
                skills: FfiConverterSequenceTypeNamed.read(from: &buf), 
                centre: FfiConverterOptionTypeNamed.read(from: &buf), 
                accreditation: FfiConverterOptionString.read(from: &buf), 
                basis: FfiConverterOptionTypeBasis.read(from: &buf), 
                examOn: FfiConverterOptionTypeDay.read(from: &buf), 
                issuedOn: FfiConverterOptionTypeDay.read(from: &buf), 
                validUntil: FfiConverterOptionTypeDay.read(from: &buf), 
                unlimited: FfiConverterBool.read(from: &buf)
        )
    }

    public static func write(_ value: Document, into buf: inout [UInt8]) {
        FfiConverterString.write(value.number, into: &buf)
        FfiConverterTypeSource.write(value.source, into: &buf)
        FfiConverterOptionTypeHolder.write(value.holder, into: &buf)
        FfiConverterOptionTypeNamed.write(value.profession, into: &buf)
        FfiConverterOptionString.write(value.edition, into: &buf)
        FfiConverterOptionTypeNamed.write(value.qualification, into: &buf)
        FfiConverterOptionString.write(value.level, into: &buf)
        FfiConverterSequenceTypeNamed.write(value.skills, into: &buf)
        FfiConverterOptionTypeNamed.write(value.centre, into: &buf)
        FfiConverterOptionString.write(value.accreditation, into: &buf)
        FfiConverterOptionTypeBasis.write(value.basis, into: &buf)
        FfiConverterOptionTypeDay.write(value.examOn, into: &buf)
        FfiConverterOptionTypeDay.write(value.issuedOn, into: &buf)
        FfiConverterOptionTypeDay.write(value.validUntil, into: &buf)
        FfiConverterBool.write(value.unlimited, into: &buf)
    }
}


#if swift(>=5.8)
@_documentation(visibility: private)
#endif
public func FfiConverterTypeDocument_lift(_ buf: RustBuffer) throws -> Document {
    return try FfiConverterTypeDocument.lift(buf)
}

#if swift(>=5.8)
@_documentation(visibility: private)
#endif
public func FfiConverterTypeDocument_lower(_ value: Document) -> RustBuffer {
    return FfiConverterTypeDocument.lower(value)
}


/**
 * A check with its answer.
 */
public struct Finding: Equatable, Hashable {
    /**
     * The check's stable id: `register.listed`.
     */
    public let id: String
    /**
     * The check's stable number, never reused.
     */
    public let code: Int32
    /**
     * The answer.
     */
    public let answer: Answer
    /**
     * The source of the check.
     */
    public let citation: Citation
    /**
     * The compared values: dates, codes, names from the register. Never a secret, never personal data.
     */
    public let facts: [NamedValue]

    // Default memberwise initializers are never public by default, so we
    // declare one manually.
    public init(
        /**
         * The check's stable id: `register.listed`.
         */id: String, 
        /**
         * The check's stable number, never reused.
         */code: Int32, 
        /**
         * The answer.
         */answer: Answer, 
        /**
         * The source of the check.
         */citation: Citation, 
        /**
         * The compared values: dates, codes, names from the register. Never a secret, never personal data.
         */facts: [NamedValue]) {
        self.id = id
        self.code = code
        self.answer = answer
        self.citation = citation
        self.facts = facts
    }

    

    
}

#if compiler(>=6)
extension Finding: Sendable {}
#endif

#if swift(>=5.8)
@_documentation(visibility: private)
#endif
public struct FfiConverterTypeFinding: FfiConverterRustBuffer {
    public static func read(from buf: inout (data: Data, offset: Data.Index)) throws -> Finding {
        return
            try Finding(
                id: FfiConverterString.read(from: &buf), 
                code: FfiConverterInt32.read(from: &buf), 
                answer: FfiConverterTypeAnswer.read(from: &buf), 
                citation: FfiConverterTypeCitation.read(from: &buf), 
                facts: FfiConverterSequenceTypeNamedValue.read(from: &buf)
        )
    }

    public static func write(_ value: Finding, into buf: inout [UInt8]) {
        FfiConverterString.write(value.id, into: &buf)
        FfiConverterInt32.write(value.code, into: &buf)
        FfiConverterTypeAnswer.write(value.answer, into: &buf)
        FfiConverterTypeCitation.write(value.citation, into: &buf)
        FfiConverterSequenceTypeNamedValue.write(value.facts, into: &buf)
    }
}


#if swift(>=5.8)
@_documentation(visibility: private)
#endif
public func FfiConverterTypeFinding_lift(_ buf: RustBuffer) throws -> Finding {
    return try FfiConverterTypeFinding.lift(buf)
}

#if swift(>=5.8)
@_documentation(visibility: private)
#endif
public func FfiConverterTypeFinding_lower(_ value: Finding) -> RustBuffer {
    return FfiConverterTypeFinding.lower(value)
}


/**
 * A finding as text.
 */
public struct FindingText: Equatable, Hashable {
    /**
     * What was checked.
     */
    public let title: String
    /**
     * The answer.
     */
    public let text: String
    /**
     * What to do, if the check is not satisfied.
     */
    public let advice: String?
    /**
     * The provision of the Law or the standard that the check rests on.
     */
    public let source: String
    /**
     * Whether it could not be decided only because another check could not. An app may hide these.
     */
    public let waits: Bool

    // Default memberwise initializers are never public by default, so we
    // declare one manually.
    public init(
        /**
         * What was checked.
         */title: String, 
        /**
         * The answer.
         */text: String, 
        /**
         * What to do, if the check is not satisfied.
         */advice: String?, 
        /**
         * The provision of the Law or the standard that the check rests on.
         */source: String, 
        /**
         * Whether it could not be decided only because another check could not. An app may hide these.
         */waits: Bool) {
        self.title = title
        self.text = text
        self.advice = advice
        self.source = source
        self.waits = waits
    }

    

    
}

#if compiler(>=6)
extension FindingText: Sendable {}
#endif

#if swift(>=5.8)
@_documentation(visibility: private)
#endif
public struct FfiConverterTypeFindingText: FfiConverterRustBuffer {
    public static func read(from buf: inout (data: Data, offset: Data.Index)) throws -> FindingText {
        return
            try FindingText(
                title: FfiConverterString.read(from: &buf), 
                text: FfiConverterString.read(from: &buf), 
                advice: FfiConverterOptionString.read(from: &buf), 
                source: FfiConverterString.read(from: &buf), 
                waits: FfiConverterBool.read(from: &buf)
        )
    }

    public static func write(_ value: FindingText, into buf: inout [UInt8]) {
        FfiConverterString.write(value.title, into: &buf)
        FfiConverterString.write(value.text, into: &buf)
        FfiConverterOptionString.write(value.advice, into: &buf)
        FfiConverterString.write(value.source, into: &buf)
        FfiConverterBool.write(value.waits, into: &buf)
    }
}


#if swift(>=5.8)
@_documentation(visibility: private)
#endif
public func FfiConverterTypeFindingText_lift(_ buf: RustBuffer) throws -> FindingText {
    return try FfiConverterTypeFindingText.lift(buf)
}

#if swift(>=5.8)
@_documentation(visibility: private)
#endif
public func FfiConverterTypeFindingText_lower(_ value: FindingText) -> RustBuffer {
    return FfiConverterTypeFindingText.lower(value)
}


/**
 * The holder.
 */
public struct Holder: Equatable, Hashable {
    /**
     * The identity number that the register confirmed.
     */
    public let identity: String?
    /**
     * The identity number of the document or form that nothing confirmed. Show it only as stated, not confirmed.
     */
    public let unconfirmedIdentity: String?
    /**
     * The name that the register confirmed; at most one.
     */
    public let names: [String]
    /**
     * Other names of the document or form, which nothing confirmed. Show them only as stated, not confirmed.
     */
    public let unconfirmedNames: [String]

    // Default memberwise initializers are never public by default, so we
    // declare one manually.
    public init(
        /**
         * The identity number that the register confirmed.
         */identity: String?, 
        /**
         * The identity number of the document or form that nothing confirmed. Show it only as stated, not confirmed.
         */unconfirmedIdentity: String?, 
        /**
         * The name that the register confirmed; at most one.
         */names: [String], 
        /**
         * Other names of the document or form, which nothing confirmed. Show them only as stated, not confirmed.
         */unconfirmedNames: [String]) {
        self.identity = identity
        self.unconfirmedIdentity = unconfirmedIdentity
        self.names = names
        self.unconfirmedNames = unconfirmedNames
    }

    

    
}

#if compiler(>=6)
extension Holder: Sendable {}
#endif

#if swift(>=5.8)
@_documentation(visibility: private)
#endif
public struct FfiConverterTypeHolder: FfiConverterRustBuffer {
    public static func read(from buf: inout (data: Data, offset: Data.Index)) throws -> Holder {
        return
            try Holder(
                identity: FfiConverterOptionString.read(from: &buf), 
                unconfirmedIdentity: FfiConverterOptionString.read(from: &buf), 
                names: FfiConverterSequenceString.read(from: &buf), 
                unconfirmedNames: FfiConverterSequenceString.read(from: &buf)
        )
    }

    public static func write(_ value: Holder, into buf: inout [UInt8]) {
        FfiConverterOptionString.write(value.identity, into: &buf)
        FfiConverterOptionString.write(value.unconfirmedIdentity, into: &buf)
        FfiConverterSequenceString.write(value.names, into: &buf)
        FfiConverterSequenceString.write(value.unconfirmedNames, into: &buf)
    }
}


#if swift(>=5.8)
@_documentation(visibility: private)
#endif
public func FfiConverterTypeHolder_lift(_ buf: RustBuffer) throws -> Holder {
    return try FfiConverterTypeHolder.lift(buf)
}

#if swift(>=5.8)
@_documentation(visibility: private)
#endif
public func FfiConverterTypeHolder_lower(_ value: Holder) -> RustBuffer {
    return FfiConverterTypeHolder.lower(value)
}


/**
 * A period of days. Both ends are included; the end can be open.
 */
public struct Interval: Equatable, Hashable {
    /**
     * The first day.
     */
    public let from: Day
    /**
     * The last day; none for an open end.
     */
    public let until: Day?

    // Default memberwise initializers are never public by default, so we
    // declare one manually.
    public init(
        /**
         * The first day.
         */from: Day, 
        /**
         * The last day; none for an open end.
         */until: Day?) {
        self.from = from
        self.until = until
    }

    

    
}

#if compiler(>=6)
extension Interval: Sendable {}
#endif

#if swift(>=5.8)
@_documentation(visibility: private)
#endif
public struct FfiConverterTypeInterval: FfiConverterRustBuffer {
    public static func read(from buf: inout (data: Data, offset: Data.Index)) throws -> Interval {
        return
            try Interval(
                from: FfiConverterTypeDay.read(from: &buf), 
                until: FfiConverterOptionTypeDay.read(from: &buf)
        )
    }

    public static func write(_ value: Interval, into buf: inout [UInt8]) {
        FfiConverterTypeDay.write(value.from, into: &buf)
        FfiConverterOptionTypeDay.write(value.until, into: &buf)
    }
}


#if swift(>=5.8)
@_documentation(visibility: private)
#endif
public func FfiConverterTypeInterval_lift(_ buf: RustBuffer) throws -> Interval {
    return try FfiConverterTypeInterval.lift(buf)
}

#if swift(>=5.8)
@_documentation(visibility: private)
#endif
public func FfiConverterTypeInterval_lower(_ value: Interval) -> RustBuffer {
    return FfiConverterTypeInterval.lower(value)
}


/**
 * A newer trust root of a bundle that was not accepted. Store both, durably, in place of `trustRoot` and `state`: the register
 * has replaced keys, perhaps stolen ones, which must not count at the next opening. A device's directory stores its own.
 */
public struct KeptRoot: Equatable, Hashable {
    /**
     * The root, to be passed as `trustRoot` from now on; with `firstUse` it is not needed.
     */
    public let root: Data
    /**
     * The trusted state with that root; none if the opening had none.
     */
    public let state: Data?

    // Default memberwise initializers are never public by default, so we
    // declare one manually.
    public init(
        /**
         * The root, to be passed as `trustRoot` from now on; with `firstUse` it is not needed.
         */root: Data, 
        /**
         * The trusted state with that root; none if the opening had none.
         */state: Data?) {
        self.root = root
        self.state = state
    }

    

    
}

#if compiler(>=6)
extension KeptRoot: Sendable {}
#endif

#if swift(>=5.8)
@_documentation(visibility: private)
#endif
public struct FfiConverterTypeKeptRoot: FfiConverterRustBuffer {
    public static func read(from buf: inout (data: Data, offset: Data.Index)) throws -> KeptRoot {
        return
            try KeptRoot(
                root: FfiConverterData.read(from: &buf), 
                state: FfiConverterOptionData.read(from: &buf)
        )
    }

    public static func write(_ value: KeptRoot, into buf: inout [UInt8]) {
        FfiConverterData.write(value.root, into: &buf)
        FfiConverterOptionData.write(value.state, into: &buf)
    }
}


#if swift(>=5.8)
@_documentation(visibility: private)
#endif
public func FfiConverterTypeKeptRoot_lift(_ buf: RustBuffer) throws -> KeptRoot {
    return try FfiConverterTypeKeptRoot.lift(buf)
}

#if swift(>=5.8)
@_documentation(visibility: private)
#endif
public func FfiConverterTypeKeptRoot_lower(_ value: KeptRoot) -> RustBuffer {
    return FfiConverterTypeKeptRoot.lower(value)
}


/**
 * A code with the names that the register gives it.
 */
public struct Named: Equatable, Hashable {
    /**
     * The code.
     */
    public let code: String
    /**
     * Its names; none where the register has none.
     */
    public let names: Translations?

    // Default memberwise initializers are never public by default, so we
    // declare one manually.
    public init(
        /**
         * The code.
         */code: String, 
        /**
         * Its names; none where the register has none.
         */names: Translations?) {
        self.code = code
        self.names = names
    }

    

    
}

#if compiler(>=6)
extension Named: Sendable {}
#endif

#if swift(>=5.8)
@_documentation(visibility: private)
#endif
public struct FfiConverterTypeNamed: FfiConverterRustBuffer {
    public static func read(from buf: inout (data: Data, offset: Data.Index)) throws -> Named {
        return
            try Named(
                code: FfiConverterString.read(from: &buf), 
                names: FfiConverterOptionTypeTranslations.read(from: &buf)
        )
    }

    public static func write(_ value: Named, into buf: inout [UInt8]) {
        FfiConverterString.write(value.code, into: &buf)
        FfiConverterOptionTypeTranslations.write(value.names, into: &buf)
    }
}


#if swift(>=5.8)
@_documentation(visibility: private)
#endif
public func FfiConverterTypeNamed_lift(_ buf: RustBuffer) throws -> Named {
    return try FfiConverterTypeNamed.lift(buf)
}

#if swift(>=5.8)
@_documentation(visibility: private)
#endif
public func FfiConverterTypeNamed_lower(_ value: Named) -> RustBuffer {
    return FfiConverterTypeNamed.lower(value)
}


/**
 * A value with its stable name.
 */
public struct NamedValue: Equatable, Hashable {
    /**
     * The name.
     */
    public let name: String
    /**
     * The value.
     */
    public let value: Value

    // Default memberwise initializers are never public by default, so we
    // declare one manually.
    public init(
        /**
         * The name.
         */name: String, 
        /**
         * The value.
         */value: Value) {
        self.name = name
        self.value = value
    }

    

    
}

#if compiler(>=6)
extension NamedValue: Sendable {}
#endif

#if swift(>=5.8)
@_documentation(visibility: private)
#endif
public struct FfiConverterTypeNamedValue: FfiConverterRustBuffer {
    public static func read(from buf: inout (data: Data, offset: Data.Index)) throws -> NamedValue {
        return
            try NamedValue(
                name: FfiConverterString.read(from: &buf), 
                value: FfiConverterTypeValue.read(from: &buf)
        )
    }

    public static func write(_ value: NamedValue, into buf: inout [UInt8]) {
        FfiConverterString.write(value.name, into: &buf)
        FfiConverterTypeValue.write(value.value, into: &buf)
    }
}


#if swift(>=5.8)
@_documentation(visibility: private)
#endif
public func FfiConverterTypeNamedValue_lift(_ buf: RustBuffer) throws -> NamedValue {
    return try FfiConverterTypeNamedValue.lift(buf)
}

#if swift(>=5.8)
@_documentation(visibility: private)
#endif
public func FfiConverterTypeNamedValue_lower(_ value: NamedValue) -> RustBuffer {
    return FfiConverterTypeNamedValue.lower(value)
}


/**
 * The options for opening a bundle.
 */
public struct Opening: Equatable, Hashable {
    /**
     * The pinned trust root. It comes with the app, never with the bundle. Empty with `firstUse` only.
     */
    public let trustRoot: Data
    /**
     * The trusted state that `Verifier.state` returned last time, so that no older bundle is accepted; none the first time.
     */
    public let state: Data?
    /**
     * The policy; none accepts a late snapshot, with a grace of one week.
     */
    public let policy: Policy?
    /**
     * The time; none reads the device's clock.
     */
    public let now: Date?
    /**
     * Trusts the bundle's own root; `trustRoot` is then empty. Whoever made the bundle decides what is valid, and every verdict
     * says so, also at later openings with `state`.
     */
    public let firstUse: Bool

    // Default memberwise initializers are never public by default, so we
    // declare one manually.
    public init(
        /**
         * The pinned trust root. It comes with the app, never with the bundle. Empty with `firstUse` only.
         */trustRoot: Data, 
        /**
         * The trusted state that `Verifier.state` returned last time, so that no older bundle is accepted; none the first time.
         */state: Data? = nil, 
        /**
         * The policy; none accepts a late snapshot, with a grace of one week.
         */policy: Policy? = nil, 
        /**
         * The time; none reads the device's clock.
         */now: Date? = nil, 
        /**
         * Trusts the bundle's own root; `trustRoot` is then empty. Whoever made the bundle decides what is valid, and every verdict
         * says so, also at later openings with `state`.
         */firstUse: Bool = false) {
        self.trustRoot = trustRoot
        self.state = state
        self.policy = policy
        self.now = now
        self.firstUse = firstUse
    }

    

    
}

#if compiler(>=6)
extension Opening: Sendable {}
#endif

#if swift(>=5.8)
@_documentation(visibility: private)
#endif
public struct FfiConverterTypeOpening: FfiConverterRustBuffer {
    public static func read(from buf: inout (data: Data, offset: Data.Index)) throws -> Opening {
        return
            try Opening(
                trustRoot: FfiConverterData.read(from: &buf), 
                state: FfiConverterOptionData.read(from: &buf), 
                policy: FfiConverterOptionTypePolicy.read(from: &buf), 
                now: FfiConverterOptionTimestamp.read(from: &buf), 
                firstUse: FfiConverterBool.read(from: &buf)
        )
    }

    public static func write(_ value: Opening, into buf: inout [UInt8]) {
        FfiConverterData.write(value.trustRoot, into: &buf)
        FfiConverterOptionData.write(value.state, into: &buf)
        FfiConverterOptionTypePolicy.write(value.policy, into: &buf)
        FfiConverterOptionTimestamp.write(value.now, into: &buf)
        FfiConverterBool.write(value.firstUse, into: &buf)
    }
}


#if swift(>=5.8)
@_documentation(visibility: private)
#endif
public func FfiConverterTypeOpening_lift(_ buf: RustBuffer) throws -> Opening {
    return try FfiConverterTypeOpening.lift(buf)
}

#if swift(>=5.8)
@_documentation(visibility: private)
#endif
public func FfiConverterTypeOpening_lower(_ value: Opening) -> RustBuffer {
    return FfiConverterTypeOpening.lower(value)
}


/**
 * How old a snapshot may be. An expired snapshot decides nothing, whatever the policy.
 */
public struct Policy: Equatable, Hashable {
    /**
     * The oldest freshness that still decides.
     */
    public let accept: Freshness
    /**
     * How long after a missed update the snapshot is late and not stale; none is one week.
     */
    public let grace: TimeInterval?

    // Default memberwise initializers are never public by default, so we
    // declare one manually.
    public init(
        /**
         * The oldest freshness that still decides.
         */accept: Freshness, 
        /**
         * How long after a missed update the snapshot is late and not stale; none is one week.
         */grace: TimeInterval? = nil) {
        self.accept = accept
        self.grace = grace
    }

    

    
}

#if compiler(>=6)
extension Policy: Sendable {}
#endif

#if swift(>=5.8)
@_documentation(visibility: private)
#endif
public struct FfiConverterTypePolicy: FfiConverterRustBuffer {
    public static func read(from buf: inout (data: Data, offset: Data.Index)) throws -> Policy {
        return
            try Policy(
                accept: FfiConverterTypeFreshness.read(from: &buf), 
                grace: FfiConverterOptionDuration.read(from: &buf)
        )
    }

    public static func write(_ value: Policy, into buf: inout [UInt8]) {
        FfiConverterTypeFreshness.write(value.accept, into: &buf)
        FfiConverterOptionDuration.write(value.grace, into: &buf)
    }
}


#if swift(>=5.8)
@_documentation(visibility: private)
#endif
public func FfiConverterTypePolicy_lift(_ buf: RustBuffer) throws -> Policy {
    return try FfiConverterTypePolicy.lift(buf)
}

#if swift(>=5.8)
@_documentation(visibility: private)
#endif
public func FfiConverterTypePolicy_lower(_ value: Policy) -> RustBuffer {
    return FfiConverterTypePolicy.lower(value)
}


/**
 * What a person's post asks for. It is compared beside the verdict and never changes it.
 */
public struct Post: Equatable, Hashable {
    /**
     * The profession: a code, a name in one of the register's languages, or both.
     */
    public let profession: String
    /**
     * The qualification level that the post asks for, if one is stated.
     */
    public let level: String?

    // Default memberwise initializers are never public by default, so we
    // declare one manually.
    public init(
        /**
         * The profession: a code, a name in one of the register's languages, or both.
         */profession: String, 
        /**
         * The qualification level that the post asks for, if one is stated.
         */level: String?) {
        self.profession = profession
        self.level = level
    }

    

    
}

#if compiler(>=6)
extension Post: Sendable {}
#endif

#if swift(>=5.8)
@_documentation(visibility: private)
#endif
public struct FfiConverterTypePost: FfiConverterRustBuffer {
    public static func read(from buf: inout (data: Data, offset: Data.Index)) throws -> Post {
        return
            try Post(
                profession: FfiConverterString.read(from: &buf), 
                level: FfiConverterOptionString.read(from: &buf)
        )
    }

    public static func write(_ value: Post, into buf: inout [UInt8]) {
        FfiConverterString.write(value.profession, into: &buf)
        FfiConverterOptionString.write(value.level, into: &buf)
    }
}


#if swift(>=5.8)
@_documentation(visibility: private)
#endif
public func FfiConverterTypePost_lift(_ buf: RustBuffer) throws -> Post {
    return try FfiConverterTypePost.lift(buf)
}

#if swift(>=5.8)
@_documentation(visibility: private)
#endif
public func FfiConverterTypePost_lower(_ value: Post) -> RustBuffer {
    return FfiConverterTypePost.lower(value)
}


/**
 * A document beside a post. It says nothing about whether the Law lets the person do this work (art. 15.5).
 */
public struct PostComparison: Equatable, Hashable {
    /**
     * The profession.
     */
    public let profession: PostMatch
    /**
     * The level; none if the post states none, or the document's is not confirmed.
     */
    public let level: LevelMatch?

    // Default memberwise initializers are never public by default, so we
    // declare one manually.
    public init(
        /**
         * The profession.
         */profession: PostMatch, 
        /**
         * The level; none if the post states none, or the document's is not confirmed.
         */level: LevelMatch?) {
        self.profession = profession
        self.level = level
    }

    

    
}

#if compiler(>=6)
extension PostComparison: Sendable {}
#endif

#if swift(>=5.8)
@_documentation(visibility: private)
#endif
public struct FfiConverterTypePostComparison: FfiConverterRustBuffer {
    public static func read(from buf: inout (data: Data, offset: Data.Index)) throws -> PostComparison {
        return
            try PostComparison(
                profession: FfiConverterTypePostMatch.read(from: &buf), 
                level: FfiConverterOptionTypeLevelMatch.read(from: &buf)
        )
    }

    public static func write(_ value: PostComparison, into buf: inout [UInt8]) {
        FfiConverterTypePostMatch.write(value.profession, into: &buf)
        FfiConverterOptionTypeLevelMatch.write(value.level, into: &buf)
    }
}


#if swift(>=5.8)
@_documentation(visibility: private)
#endif
public func FfiConverterTypePostComparison_lift(_ buf: RustBuffer) throws -> PostComparison {
    return try FfiConverterTypePostComparison.lift(buf)
}

#if swift(>=5.8)
@_documentation(visibility: private)
#endif
public func FfiConverterTypePostComparison_lower(_ value: PostComparison) -> RustBuffer {
    return FfiConverterTypePostComparison.lower(value)
}


/**
 * The question about a document. Every field is optional.
 */
public struct Question: Equatable, Hashable {
    /**
     * The day to verify for: "was it in force when we hired?"; none is today.
     */
    public let on: Day?
    /**
     * The language of the verdict's text; none for no text.
     */
    public let language: Language?
    /**
     * The time; none reads the device's clock.
     */
    public let now: Date?
    /**
     * What the person's post asks for; none for no comparison. It is told beside the verdict (`post`) and never changes it.
     */
    public let post: Post?

    // Default memberwise initializers are never public by default, so we
    // declare one manually.
    public init(
        /**
         * The day to verify for: "was it in force when we hired?"; none is today.
         */on: Day? = nil, 
        /**
         * The language of the verdict's text; none for no text.
         */language: Language? = nil, 
        /**
         * The time; none reads the device's clock.
         */now: Date? = nil, 
        /**
         * What the person's post asks for; none for no comparison. It is told beside the verdict (`post`) and never changes it.
         */post: Post? = nil) {
        self.on = on
        self.language = language
        self.now = now
        self.post = post
    }

    

    
}

#if compiler(>=6)
extension Question: Sendable {}
#endif

#if swift(>=5.8)
@_documentation(visibility: private)
#endif
public struct FfiConverterTypeQuestion: FfiConverterRustBuffer {
    public static func read(from buf: inout (data: Data, offset: Data.Index)) throws -> Question {
        return
            try Question(
                on: FfiConverterOptionTypeDay.read(from: &buf), 
                language: FfiConverterOptionTypeLanguage.read(from: &buf), 
                now: FfiConverterOptionTimestamp.read(from: &buf), 
                post: FfiConverterOptionTypePost.read(from: &buf)
        )
    }

    public static func write(_ value: Question, into buf: inout [UInt8]) {
        FfiConverterOptionTypeDay.write(value.on, into: &buf)
        FfiConverterOptionTypeLanguage.write(value.language, into: &buf)
        FfiConverterOptionTimestamp.write(value.now, into: &buf)
        FfiConverterOptionTypePost.write(value.post, into: &buf)
    }
}


#if swift(>=5.8)
@_documentation(visibility: private)
#endif
public func FfiConverterTypeQuestion_lift(_ buf: RustBuffer) throws -> Question {
    return try FfiConverterTypeQuestion.lift(buf)
}

#if swift(>=5.8)
@_documentation(visibility: private)
#endif
public func FfiConverterTypeQuestion_lower(_ value: Question) -> RustBuffer {
    return FfiConverterTypeQuestion.lower(value)
}


/**
 * One defensible reading of the Law and the answer it gives.
 */
public struct Reading: Equatable, Hashable {
    /**
     * Its stable name.
     */
    public let name: String
    /**
     * Whether the check is satisfied under this reading.
     */
    public let satisfied: Bool
    /**
     * The values that it gives.
     */
    public let facts: [NamedValue]

    // Default memberwise initializers are never public by default, so we
    // declare one manually.
    public init(
        /**
         * Its stable name.
         */name: String, 
        /**
         * Whether the check is satisfied under this reading.
         */satisfied: Bool, 
        /**
         * The values that it gives.
         */facts: [NamedValue]) {
        self.name = name
        self.satisfied = satisfied
        self.facts = facts
    }

    

    
}

#if compiler(>=6)
extension Reading: Sendable {}
#endif

#if swift(>=5.8)
@_documentation(visibility: private)
#endif
public struct FfiConverterTypeReading: FfiConverterRustBuffer {
    public static func read(from buf: inout (data: Data, offset: Data.Index)) throws -> Reading {
        return
            try Reading(
                name: FfiConverterString.read(from: &buf), 
                satisfied: FfiConverterBool.read(from: &buf), 
                facts: FfiConverterSequenceTypeNamedValue.read(from: &buf)
        )
    }

    public static func write(_ value: Reading, into buf: inout [UInt8]) {
        FfiConverterString.write(value.name, into: &buf)
        FfiConverterBool.write(value.satisfied, into: &buf)
        FfiConverterSequenceTypeNamedValue.write(value.facts, into: &buf)
    }
}


#if swift(>=5.8)
@_documentation(visibility: private)
#endif
public func FfiConverterTypeReading_lift(_ buf: RustBuffer) throws -> Reading {
    return try FfiConverterTypeReading.lift(buf)
}

#if swift(>=5.8)
@_documentation(visibility: private)
#endif
public func FfiConverterTypeReading_lower(_ value: Reading) -> RustBuffer {
    return FfiConverterTypeReading.lower(value)
}


/**
 * A report, verified again as of its own time. It is the answer of that time and not today's.
 */
public struct Repetition: Equatable, Hashable {
    /**
     * Whether the answer is the same.
     */
    public let same: Bool
    /**
     * The time of the report.
     */
    public let asKnownAt: Date
    /**
     * The outcome in the report.
     */
    public let reported: Outcome
    /**
     * The outcome of the repetition.
     */
    public let repeated: Outcome
    /**
     * What to show, one sentence each: that it is not today's answer, whether it is the same, and what differs.
     */
    public let text: [String]
    /**
     * The same and more as Rastau's JSON.
     */
    public let json: String

    // Default memberwise initializers are never public by default, so we
    // declare one manually.
    public init(
        /**
         * Whether the answer is the same.
         */same: Bool, 
        /**
         * The time of the report.
         */asKnownAt: Date, 
        /**
         * The outcome in the report.
         */reported: Outcome, 
        /**
         * The outcome of the repetition.
         */repeated: Outcome, 
        /**
         * What to show, one sentence each: that it is not today's answer, whether it is the same, and what differs.
         */text: [String], 
        /**
         * The same and more as Rastau's JSON.
         */json: String) {
        self.same = same
        self.asKnownAt = asKnownAt
        self.reported = reported
        self.repeated = repeated
        self.text = text
        self.json = json
    }

    

    
}

#if compiler(>=6)
extension Repetition: Sendable {}
#endif

#if swift(>=5.8)
@_documentation(visibility: private)
#endif
public struct FfiConverterTypeRepetition: FfiConverterRustBuffer {
    public static func read(from buf: inout (data: Data, offset: Data.Index)) throws -> Repetition {
        return
            try Repetition(
                same: FfiConverterBool.read(from: &buf), 
                asKnownAt: FfiConverterTimestamp.read(from: &buf), 
                reported: FfiConverterTypeOutcome.read(from: &buf), 
                repeated: FfiConverterTypeOutcome.read(from: &buf), 
                text: FfiConverterSequenceString.read(from: &buf), 
                json: FfiConverterString.read(from: &buf)
        )
    }

    public static func write(_ value: Repetition, into buf: inout [UInt8]) {
        FfiConverterBool.write(value.same, into: &buf)
        FfiConverterTimestamp.write(value.asKnownAt, into: &buf)
        FfiConverterTypeOutcome.write(value.reported, into: &buf)
        FfiConverterTypeOutcome.write(value.repeated, into: &buf)
        FfiConverterSequenceString.write(value.text, into: &buf)
        FfiConverterString.write(value.json, into: &buf)
    }
}


#if swift(>=5.8)
@_documentation(visibility: private)
#endif
public func FfiConverterTypeRepetition_lift(_ buf: RustBuffer) throws -> Repetition {
    return try FfiConverterTypeRepetition.lift(buf)
}

#if swift(>=5.8)
@_documentation(visibility: private)
#endif
public func FfiConverterTypeRepetition_lower(_ value: Repetition) -> RustBuffer {
    return FfiConverterTypeRepetition.lower(value)
}


/**
 * A field of the document as text.
 */
public struct Row: Equatable, Hashable {
    /**
     * The label; none if the row continues the one before.
     */
    public let label: String?
    /**
     * The value.
     */
    public let value: String

    // Default memberwise initializers are never public by default, so we
    // declare one manually.
    public init(
        /**
         * The label; none if the row continues the one before.
         */label: String?, 
        /**
         * The value.
         */value: String) {
        self.label = label
        self.value = value
    }

    

    
}

#if compiler(>=6)
extension Row: Sendable {}
#endif

#if swift(>=5.8)
@_documentation(visibility: private)
#endif
public struct FfiConverterTypeRow: FfiConverterRustBuffer {
    public static func read(from buf: inout (data: Data, offset: Data.Index)) throws -> Row {
        return
            try Row(
                label: FfiConverterOptionString.read(from: &buf), 
                value: FfiConverterString.read(from: &buf)
        )
    }

    public static func write(_ value: Row, into buf: inout [UInt8]) {
        FfiConverterOptionString.write(value.label, into: &buf)
        FfiConverterString.write(value.value, into: &buf)
    }
}


#if swift(>=5.8)
@_documentation(visibility: private)
#endif
public func FfiConverterTypeRow_lift(_ buf: RustBuffer) throws -> Row {
    return try FfiConverterTypeRow.lift(buf)
}

#if swift(>=5.8)
@_documentation(visibility: private)
#endif
public func FfiConverterTypeRow_lower(_ value: Row) -> RustBuffer {
    return FfiConverterTypeRow.lower(value)
}


/**
 * The answer of a rule.
 */
public struct RuleAnswer: Equatable, Hashable {
    /**
     * The rule's id.
     */
    public let rule: String
    /**
     * The provision.
     */
    public let citation: Citation
    /**
     * The answer.
     */
    public let answer: Answer
    /**
     * The computed values: the date of a deadline is `last_day`.
     */
    public let value: [NamedValue]
    /**
     * The steps that influenced the answer: skipped days, chosen readings.
     */
    public let trace: [Step]
    /**
     * The reading of the Law's text that the answer rests on, where the text allows several.
     */
    public let reading: String?
    /**
     * The members of an aggregate, or the rules of a composite question.
     */
    public let parts: [RuleAnswer]
    /**
     * The answer as text, if a language was requested. The text of a part is in the text of the complete answer.
     */
    public let text: RuleText?
    /**
     * The complete answer as Rastau's JSON, for storing: the same bytes as from the command line. Empty for a part.
     */
    public let json: String

    // Default memberwise initializers are never public by default, so we
    // declare one manually.
    public init(
        /**
         * The rule's id.
         */rule: String, 
        /**
         * The provision.
         */citation: Citation, 
        /**
         * The answer.
         */answer: Answer, 
        /**
         * The computed values: the date of a deadline is `last_day`.
         */value: [NamedValue], 
        /**
         * The steps that influenced the answer: skipped days, chosen readings.
         */trace: [Step], 
        /**
         * The reading of the Law's text that the answer rests on, where the text allows several.
         */reading: String?, 
        /**
         * The members of an aggregate, or the rules of a composite question.
         */parts: [RuleAnswer], 
        /**
         * The answer as text, if a language was requested. The text of a part is in the text of the complete answer.
         */text: RuleText?, 
        /**
         * The complete answer as Rastau's JSON, for storing: the same bytes as from the command line. Empty for a part.
         */json: String) {
        self.rule = rule
        self.citation = citation
        self.answer = answer
        self.value = value
        self.trace = trace
        self.reading = reading
        self.parts = parts
        self.text = text
        self.json = json
    }

    

    
}

#if compiler(>=6)
extension RuleAnswer: Sendable {}
#endif

#if swift(>=5.8)
@_documentation(visibility: private)
#endif
public struct FfiConverterTypeRuleAnswer: FfiConverterRustBuffer {
    public static func read(from buf: inout (data: Data, offset: Data.Index)) throws -> RuleAnswer {
        return
            try RuleAnswer(
                rule: FfiConverterString.read(from: &buf), 
                citation: FfiConverterTypeCitation.read(from: &buf), 
                answer: FfiConverterTypeAnswer.read(from: &buf), 
                value: FfiConverterSequenceTypeNamedValue.read(from: &buf), 
                trace: FfiConverterSequenceTypeStep.read(from: &buf), 
                reading: FfiConverterOptionString.read(from: &buf), 
                parts: FfiConverterSequenceTypeRuleAnswer.read(from: &buf), 
                text: FfiConverterOptionTypeRuleText.read(from: &buf), 
                json: FfiConverterString.read(from: &buf)
        )
    }

    public static func write(_ value: RuleAnswer, into buf: inout [UInt8]) {
        FfiConverterString.write(value.rule, into: &buf)
        FfiConverterTypeCitation.write(value.citation, into: &buf)
        FfiConverterTypeAnswer.write(value.answer, into: &buf)
        FfiConverterSequenceTypeNamedValue.write(value.value, into: &buf)
        FfiConverterSequenceTypeStep.write(value.trace, into: &buf)
        FfiConverterOptionString.write(value.reading, into: &buf)
        FfiConverterSequenceTypeRuleAnswer.write(value.parts, into: &buf)
        FfiConverterOptionTypeRuleText.write(value.text, into: &buf)
        FfiConverterString.write(value.json, into: &buf)
    }
}


#if swift(>=5.8)
@_documentation(visibility: private)
#endif
public func FfiConverterTypeRuleAnswer_lift(_ buf: RustBuffer) throws -> RuleAnswer {
    return try FfiConverterTypeRuleAnswer.lift(buf)
}

#if swift(>=5.8)
@_documentation(visibility: private)
#endif
public func FfiConverterTypeRuleAnswer_lower(_ value: RuleAnswer) -> RustBuffer {
    return FfiConverterTypeRuleAnswer.lower(value)
}


/**
 * A rule of the Law, or a composite question.
 */
public struct RuleInfo: Equatable, Hashable {
    /**
     * Its stable id: `art22.p1.appeal-window`, `ask.can-i-apply`.
     */
    public let id: String
    /**
     * The provision.
     */
    public let citation: Citation
    /**
     * The question.
     */
    public let title: Translations
    /**
     * The provision as text.
     */
    public let source: Translations
    /**
     * Example facts, which the rule decides.
     */
    public let example: [String: Fact]

    // Default memberwise initializers are never public by default, so we
    // declare one manually.
    public init(
        /**
         * Its stable id: `art22.p1.appeal-window`, `ask.can-i-apply`.
         */id: String, 
        /**
         * The provision.
         */citation: Citation, 
        /**
         * The question.
         */title: Translations, 
        /**
         * The provision as text.
         */source: Translations, 
        /**
         * Example facts, which the rule decides.
         */example: [String: Fact]) {
        self.id = id
        self.citation = citation
        self.title = title
        self.source = source
        self.example = example
    }

    

    
}

#if compiler(>=6)
extension RuleInfo: Sendable {}
#endif

#if swift(>=5.8)
@_documentation(visibility: private)
#endif
public struct FfiConverterTypeRuleInfo: FfiConverterRustBuffer {
    public static func read(from buf: inout (data: Data, offset: Data.Index)) throws -> RuleInfo {
        return
            try RuleInfo(
                id: FfiConverterString.read(from: &buf), 
                citation: FfiConverterTypeCitation.read(from: &buf), 
                title: FfiConverterTypeTranslations.read(from: &buf), 
                source: FfiConverterTypeTranslations.read(from: &buf), 
                example: FfiConverterDictionaryStringTypeFact.read(from: &buf)
        )
    }

    public static func write(_ value: RuleInfo, into buf: inout [UInt8]) {
        FfiConverterString.write(value.id, into: &buf)
        FfiConverterTypeCitation.write(value.citation, into: &buf)
        FfiConverterTypeTranslations.write(value.title, into: &buf)
        FfiConverterTypeTranslations.write(value.source, into: &buf)
        FfiConverterDictionaryStringTypeFact.write(value.example, into: &buf)
    }
}


#if swift(>=5.8)
@_documentation(visibility: private)
#endif
public func FfiConverterTypeRuleInfo_lift(_ buf: RustBuffer) throws -> RuleInfo {
    return try FfiConverterTypeRuleInfo.lift(buf)
}

#if swift(>=5.8)
@_documentation(visibility: private)
#endif
public func FfiConverterTypeRuleInfo_lower(_ value: RuleInfo) -> RustBuffer {
    return FfiConverterTypeRuleInfo.lower(value)
}


/**
 * A rule's answer as text.
 */
public struct RuleText: Equatable, Hashable {
    /**
     * The question.
     */
    public let title: String
    /**
     * The answer.
     */
    public let text: String
    /**
     * What to do, where there is something.
     */
    public let advice: String?
    /**
     * The steps that influenced the answer: skipped days, chosen readings.
     */
    public let trace: [String]
    /**
     * The provision of the Law.
     */
    public let source: String
    /**
     * The members of an aggregate, or the rules of a composite question.
     */
    public let parts: [RuleText]

    // Default memberwise initializers are never public by default, so we
    // declare one manually.
    public init(
        /**
         * The question.
         */title: String, 
        /**
         * The answer.
         */text: String, 
        /**
         * What to do, where there is something.
         */advice: String?, 
        /**
         * The steps that influenced the answer: skipped days, chosen readings.
         */trace: [String], 
        /**
         * The provision of the Law.
         */source: String, 
        /**
         * The members of an aggregate, or the rules of a composite question.
         */parts: [RuleText]) {
        self.title = title
        self.text = text
        self.advice = advice
        self.trace = trace
        self.source = source
        self.parts = parts
    }

    

    
}

#if compiler(>=6)
extension RuleText: Sendable {}
#endif

#if swift(>=5.8)
@_documentation(visibility: private)
#endif
public struct FfiConverterTypeRuleText: FfiConverterRustBuffer {
    public static func read(from buf: inout (data: Data, offset: Data.Index)) throws -> RuleText {
        return
            try RuleText(
                title: FfiConverterString.read(from: &buf), 
                text: FfiConverterString.read(from: &buf), 
                advice: FfiConverterOptionString.read(from: &buf), 
                trace: FfiConverterSequenceString.read(from: &buf), 
                source: FfiConverterString.read(from: &buf), 
                parts: FfiConverterSequenceTypeRuleText.read(from: &buf)
        )
    }

    public static func write(_ value: RuleText, into buf: inout [UInt8]) {
        FfiConverterString.write(value.title, into: &buf)
        FfiConverterString.write(value.text, into: &buf)
        FfiConverterOptionString.write(value.advice, into: &buf)
        FfiConverterSequenceString.write(value.trace, into: &buf)
        FfiConverterString.write(value.source, into: &buf)
        FfiConverterSequenceTypeRuleText.write(value.parts, into: &buf)
    }
}


#if swift(>=5.8)
@_documentation(visibility: private)
#endif
public func FfiConverterTypeRuleText_lift(_ buf: RustBuffer) throws -> RuleText {
    return try FfiConverterTypeRuleText.lift(buf)
}

#if swift(>=5.8)
@_documentation(visibility: private)
#endif
public func FfiConverterTypeRuleText_lower(_ value: RuleText) -> RustBuffer {
    return FfiConverterTypeRuleText.lower(value)
}


/**
 * The summary of an open snapshot: which register it is, and how old.
 */
public struct SnapshotInfo: Equatable, Hashable {
    /**
     * Name of the register.
     */
    public let register: String
    /**
     * Epoch of the manifest.
     */
    public let epoch: Int64
    /**
     * Version within the epoch.
     */
    public let version: Int64
    /**
     * The time whose state of the register it contains.
     */
    public let asOf: Date
    /**
     * The time at which the newest freshness statement was signed.
     */
    public let checkedAt: Date
    /**
     * The time at which the next update is due.
     */
    public let nextUpdate: Date
    /**
     * The time after which the snapshot decides nothing.
     */
    public let notAfter: Date
    /**
     * The issue dates whose documents are all listed.
     */
    public let coverage: Interval
    /**
     * Number of listed documents.
     */
    public let documents: Int64
    /**
     * Size of all segments in bytes.
     */
    public let bytes: Int64
    /**
     * Whether the trust root that the verifier began with came from a trusted source. If not, it came from the bundle itself,
     * and nothing vouches for it.
     */
    public let pinned: Bool
    /**
     * Whether the register has a newer trust root that this version of the library cannot use.
     */
    public let needsNewerProgram: Bool
    /**
     * The base address at which the register is published from now on; empty if it has not moved.
     */
    public let successor: String
    /**
     * SHA-256 of the active trust root in hexadecimal, for an operator to compare.
     */
    public let rootFingerprint: String
    /**
     * Version of the active trust root.
     */
    public let rootVersion: Int64
    /**
     * The time from which that root may not be used.
     */
    public let rootExpires: Date
    /**
     * The days that the snapshot's calendar of working days covers; none if it has no calendar.
     */
    public let workingDays: CalendarSpan?
    /**
     * Problems of the snapshot's files, in English; empty if there are none.
     */
    public let damage: [String]
    /**
     * The same and more as Rastau's JSON, for storing.
     */
    public let json: String

    // Default memberwise initializers are never public by default, so we
    // declare one manually.
    public init(
        /**
         * Name of the register.
         */register: String, 
        /**
         * Epoch of the manifest.
         */epoch: Int64, 
        /**
         * Version within the epoch.
         */version: Int64, 
        /**
         * The time whose state of the register it contains.
         */asOf: Date, 
        /**
         * The time at which the newest freshness statement was signed.
         */checkedAt: Date, 
        /**
         * The time at which the next update is due.
         */nextUpdate: Date, 
        /**
         * The time after which the snapshot decides nothing.
         */notAfter: Date, 
        /**
         * The issue dates whose documents are all listed.
         */coverage: Interval, 
        /**
         * Number of listed documents.
         */documents: Int64, 
        /**
         * Size of all segments in bytes.
         */bytes: Int64, 
        /**
         * Whether the trust root that the verifier began with came from a trusted source. If not, it came from the bundle itself,
         * and nothing vouches for it.
         */pinned: Bool, 
        /**
         * Whether the register has a newer trust root that this version of the library cannot use.
         */needsNewerProgram: Bool, 
        /**
         * The base address at which the register is published from now on; empty if it has not moved.
         */successor: String, 
        /**
         * SHA-256 of the active trust root in hexadecimal, for an operator to compare.
         */rootFingerprint: String, 
        /**
         * Version of the active trust root.
         */rootVersion: Int64, 
        /**
         * The time from which that root may not be used.
         */rootExpires: Date, 
        /**
         * The days that the snapshot's calendar of working days covers; none if it has no calendar.
         */workingDays: CalendarSpan?, 
        /**
         * Problems of the snapshot's files, in English; empty if there are none.
         */damage: [String], 
        /**
         * The same and more as Rastau's JSON, for storing.
         */json: String) {
        self.register = register
        self.epoch = epoch
        self.version = version
        self.asOf = asOf
        self.checkedAt = checkedAt
        self.nextUpdate = nextUpdate
        self.notAfter = notAfter
        self.coverage = coverage
        self.documents = documents
        self.bytes = bytes
        self.pinned = pinned
        self.needsNewerProgram = needsNewerProgram
        self.successor = successor
        self.rootFingerprint = rootFingerprint
        self.rootVersion = rootVersion
        self.rootExpires = rootExpires
        self.workingDays = workingDays
        self.damage = damage
        self.json = json
    }

    

    
}

#if compiler(>=6)
extension SnapshotInfo: Sendable {}
#endif

#if swift(>=5.8)
@_documentation(visibility: private)
#endif
public struct FfiConverterTypeSnapshotInfo: FfiConverterRustBuffer {
    public static func read(from buf: inout (data: Data, offset: Data.Index)) throws -> SnapshotInfo {
        return
            try SnapshotInfo(
                register: FfiConverterString.read(from: &buf), 
                epoch: FfiConverterInt64.read(from: &buf), 
                version: FfiConverterInt64.read(from: &buf), 
                asOf: FfiConverterTimestamp.read(from: &buf), 
                checkedAt: FfiConverterTimestamp.read(from: &buf), 
                nextUpdate: FfiConverterTimestamp.read(from: &buf), 
                notAfter: FfiConverterTimestamp.read(from: &buf), 
                coverage: FfiConverterTypeInterval.read(from: &buf), 
                documents: FfiConverterInt64.read(from: &buf), 
                bytes: FfiConverterInt64.read(from: &buf), 
                pinned: FfiConverterBool.read(from: &buf), 
                needsNewerProgram: FfiConverterBool.read(from: &buf), 
                successor: FfiConverterString.read(from: &buf), 
                rootFingerprint: FfiConverterString.read(from: &buf), 
                rootVersion: FfiConverterInt64.read(from: &buf), 
                rootExpires: FfiConverterTimestamp.read(from: &buf), 
                workingDays: FfiConverterOptionTypeCalendarSpan.read(from: &buf), 
                damage: FfiConverterSequenceString.read(from: &buf), 
                json: FfiConverterString.read(from: &buf)
        )
    }

    public static func write(_ value: SnapshotInfo, into buf: inout [UInt8]) {
        FfiConverterString.write(value.register, into: &buf)
        FfiConverterInt64.write(value.epoch, into: &buf)
        FfiConverterInt64.write(value.version, into: &buf)
        FfiConverterTimestamp.write(value.asOf, into: &buf)
        FfiConverterTimestamp.write(value.checkedAt, into: &buf)
        FfiConverterTimestamp.write(value.nextUpdate, into: &buf)
        FfiConverterTimestamp.write(value.notAfter, into: &buf)
        FfiConverterTypeInterval.write(value.coverage, into: &buf)
        FfiConverterInt64.write(value.documents, into: &buf)
        FfiConverterInt64.write(value.bytes, into: &buf)
        FfiConverterBool.write(value.pinned, into: &buf)
        FfiConverterBool.write(value.needsNewerProgram, into: &buf)
        FfiConverterString.write(value.successor, into: &buf)
        FfiConverterString.write(value.rootFingerprint, into: &buf)
        FfiConverterInt64.write(value.rootVersion, into: &buf)
        FfiConverterTimestamp.write(value.rootExpires, into: &buf)
        FfiConverterOptionTypeCalendarSpan.write(value.workingDays, into: &buf)
        FfiConverterSequenceString.write(value.damage, into: &buf)
        FfiConverterString.write(value.json, into: &buf)
    }
}


#if swift(>=5.8)
@_documentation(visibility: private)
#endif
public func FfiConverterTypeSnapshotInfo_lift(_ buf: RustBuffer) throws -> SnapshotInfo {
    return try FfiConverterTypeSnapshotInfo.lift(buf)
}

#if swift(>=5.8)
@_documentation(visibility: private)
#endif
public func FfiConverterTypeSnapshotInfo_lower(_ value: SnapshotInfo) -> RustBuffer {
    return FfiConverterTypeSnapshotInfo.lower(value)
}


/**
 * What is stated beside a document, for example by the other columns of its row in a list. Every field is optional. Those
 * that are given are compared with the document and its record: a contradiction is never valid, and its finding is
 * `register.stated-beside`.
 */
public struct StatedBeside: Equatable, Hashable {
    /**
     * Document number; none is that of the document.
     */
    public let number: String?
    /**
     * The verification code, 17 letters and digits.
     */
    public let code: String?
    /**
     * The holder's identity number.
     */
    public let holder: String?
    /**
     * The holder's name, in one script.
     */
    public let name: String?
    /**
     * Code of the profession.
     */
    public let profession: String?
    /**
     * Edition of the classifier.
     */
    public let edition: String?
    /**
     * Code of the qualification.
     */
    public let qualification: String?
    /**
     * Qualification level.
     */
    public let level: String?
    /**
     * Codes of the skills.
     */
    public let skills: [String]?
    /**
     * BIN of the centre.
     */
    public let centre: String?
    /**
     * Serial number of the accreditation certificate.
     */
    public let accreditation: String?
    /**
     * What the exam tested against.
     */
    public let basis: Basis?
    /**
     * The day of the exam.
     */
    public let examOn: Day?
    /**
     * The day of issue.
     */
    public let issuedOn: Day?
    /**
     * The last day of validity.
     */
    public let validUntil: Day?

    // Default memberwise initializers are never public by default, so we
    // declare one manually.
    public init(
        /**
         * Document number; none is that of the document.
         */number: String? = nil, 
        /**
         * The verification code, 17 letters and digits.
         */code: String? = nil, 
        /**
         * The holder's identity number.
         */holder: String? = nil, 
        /**
         * The holder's name, in one script.
         */name: String? = nil, 
        /**
         * Code of the profession.
         */profession: String? = nil, 
        /**
         * Edition of the classifier.
         */edition: String? = nil, 
        /**
         * Code of the qualification.
         */qualification: String? = nil, 
        /**
         * Qualification level.
         */level: String? = nil, 
        /**
         * Codes of the skills.
         */skills: [String]? = nil, 
        /**
         * BIN of the centre.
         */centre: String? = nil, 
        /**
         * Serial number of the accreditation certificate.
         */accreditation: String? = nil, 
        /**
         * What the exam tested against.
         */basis: Basis? = nil, 
        /**
         * The day of the exam.
         */examOn: Day? = nil, 
        /**
         * The day of issue.
         */issuedOn: Day? = nil, 
        /**
         * The last day of validity.
         */validUntil: Day? = nil) {
        self.number = number
        self.code = code
        self.holder = holder
        self.name = name
        self.profession = profession
        self.edition = edition
        self.qualification = qualification
        self.level = level
        self.skills = skills
        self.centre = centre
        self.accreditation = accreditation
        self.basis = basis
        self.examOn = examOn
        self.issuedOn = issuedOn
        self.validUntil = validUntil
    }

    

    
}

#if compiler(>=6)
extension StatedBeside: Sendable {}
#endif

#if swift(>=5.8)
@_documentation(visibility: private)
#endif
public struct FfiConverterTypeStatedBeside: FfiConverterRustBuffer {
    public static func read(from buf: inout (data: Data, offset: Data.Index)) throws -> StatedBeside {
        return
            try StatedBeside(
                number: FfiConverterOptionString.read(from: &buf), 
                code: FfiConverterOptionString.read(from: &buf), 
                holder: FfiConverterOptionString.read(from: &buf), 
                name: FfiConverterOptionString.read(from: &buf), 
                profession: FfiConverterOptionString.read(from: &buf), 
                edition: FfiConverterOptionString.read(from: &buf), 
                qualification: FfiConverterOptionString.read(from: &buf), 
                level: FfiConverterOptionString.read(from: &buf), 
                skills: FfiConverterOptionSequenceString.read(from: &buf), 
                centre: FfiConverterOptionString.read(from: &buf), 
                accreditation: FfiConverterOptionString.read(from: &buf), 
                basis: FfiConverterOptionTypeBasis.read(from: &buf), 
                examOn: FfiConverterOptionTypeDay.read(from: &buf), 
                issuedOn: FfiConverterOptionTypeDay.read(from: &buf), 
                validUntil: FfiConverterOptionTypeDay.read(from: &buf)
        )
    }

    public static func write(_ value: StatedBeside, into buf: inout [UInt8]) {
        FfiConverterOptionString.write(value.number, into: &buf)
        FfiConverterOptionString.write(value.code, into: &buf)
        FfiConverterOptionString.write(value.holder, into: &buf)
        FfiConverterOptionString.write(value.name, into: &buf)
        FfiConverterOptionString.write(value.profession, into: &buf)
        FfiConverterOptionString.write(value.edition, into: &buf)
        FfiConverterOptionString.write(value.qualification, into: &buf)
        FfiConverterOptionString.write(value.level, into: &buf)
        FfiConverterOptionSequenceString.write(value.skills, into: &buf)
        FfiConverterOptionString.write(value.centre, into: &buf)
        FfiConverterOptionString.write(value.accreditation, into: &buf)
        FfiConverterOptionTypeBasis.write(value.basis, into: &buf)
        FfiConverterOptionTypeDay.write(value.examOn, into: &buf)
        FfiConverterOptionTypeDay.write(value.issuedOn, into: &buf)
        FfiConverterOptionTypeDay.write(value.validUntil, into: &buf)
    }
}


#if swift(>=5.8)
@_documentation(visibility: private)
#endif
public func FfiConverterTypeStatedBeside_lift(_ buf: RustBuffer) throws -> StatedBeside {
    return try FfiConverterTypeStatedBeside.lift(buf)
}

#if swift(>=5.8)
@_documentation(visibility: private)
#endif
public func FfiConverterTypeStatedBeside_lower(_ value: StatedBeside) -> RustBuffer {
    return FfiConverterTypeStatedBeside.lower(value)
}


/**
 * A step that influenced an answer.
 */
public struct Step: Equatable, Hashable {
    /**
     * The kind of step, as a stable name.
     */
    public let why: String
    /**
     * The days and names that it concerns.
     */
    public let facts: [NamedValue]

    // Default memberwise initializers are never public by default, so we
    // declare one manually.
    public init(
        /**
         * The kind of step, as a stable name.
         */why: String, 
        /**
         * The days and names that it concerns.
         */facts: [NamedValue]) {
        self.why = why
        self.facts = facts
    }

    

    
}

#if compiler(>=6)
extension Step: Sendable {}
#endif

#if swift(>=5.8)
@_documentation(visibility: private)
#endif
public struct FfiConverterTypeStep: FfiConverterRustBuffer {
    public static func read(from buf: inout (data: Data, offset: Data.Index)) throws -> Step {
        return
            try Step(
                why: FfiConverterString.read(from: &buf), 
                facts: FfiConverterSequenceTypeNamedValue.read(from: &buf)
        )
    }

    public static func write(_ value: Step, into buf: inout [UInt8]) {
        FfiConverterString.write(value.why, into: &buf)
        FfiConverterSequenceTypeNamedValue.write(value.facts, into: &buf)
    }
}


#if swift(>=5.8)
@_documentation(visibility: private)
#endif
public func FfiConverterTypeStep_lift(_ buf: RustBuffer) throws -> Step {
    return try FfiConverterTypeStep.lift(buf)
}

#if swift(>=5.8)
@_documentation(visibility: private)
#endif
public func FfiConverterTypeStep_lower(_ value: Step) -> RustBuffer {
    return FfiConverterTypeStep.lower(value)
}


/**
 * A text in three languages.
 */
public struct Translations: Equatable, Hashable {
    /**
     * Kazakh.
     */
    public let kk: String
    /**
     * Russian.
     */
    public let ru: String
    /**
     * English.
     */
    public let en: String

    // Default memberwise initializers are never public by default, so we
    // declare one manually.
    public init(
        /**
         * Kazakh.
         */kk: String, 
        /**
         * Russian.
         */ru: String, 
        /**
         * English.
         */en: String) {
        self.kk = kk
        self.ru = ru
        self.en = en
    }

    

    
}

#if compiler(>=6)
extension Translations: Sendable {}
#endif

#if swift(>=5.8)
@_documentation(visibility: private)
#endif
public struct FfiConverterTypeTranslations: FfiConverterRustBuffer {
    public static func read(from buf: inout (data: Data, offset: Data.Index)) throws -> Translations {
        return
            try Translations(
                kk: FfiConverterString.read(from: &buf), 
                ru: FfiConverterString.read(from: &buf), 
                en: FfiConverterString.read(from: &buf)
        )
    }

    public static func write(_ value: Translations, into buf: inout [UInt8]) {
        FfiConverterString.write(value.kk, into: &buf)
        FfiConverterString.write(value.ru, into: &buf)
        FfiConverterString.write(value.en, into: &buf)
    }
}


#if swift(>=5.8)
@_documentation(visibility: private)
#endif
public func FfiConverterTypeTranslations_lift(_ buf: RustBuffer) throws -> Translations {
    return try FfiConverterTypeTranslations.lift(buf)
}

#if swift(>=5.8)
@_documentation(visibility: private)
#endif
public func FfiConverterTypeTranslations_lower(_ value: Translations) -> RustBuffer {
    return FfiConverterTypeTranslations.lower(value)
}


/**
 * The fields of a printed document. Only the number is required. With `code` and `holder` the record of the register is
 * opened, and every other field is compared with it.
 */
public struct TypedForm: Equatable, Hashable {
    /**
     * Document number.
     */
    public let number: String
    /**
     * The verification code, 17 letters and digits.
     */
    public let code: String?
    /**
     * The holder's identity number.
     */
    public let holder: String?
    /**
     * The holder's name, in one script.
     */
    public let name: String?
    /**
     * Code of the profession.
     */
    public let profession: String?
    /**
     * Edition of the classifier.
     */
    public let edition: String?
    /**
     * Code of the qualification.
     */
    public let qualification: String?
    /**
     * Qualification level.
     */
    public let level: String?
    /**
     * Codes of the skills.
     */
    public let skills: [String]?
    /**
     * BIN of the centre.
     */
    public let centre: String?
    /**
     * Serial number of the accreditation certificate.
     */
    public let accreditation: String?
    /**
     * What the exam tested against.
     */
    public let basis: Basis?
    /**
     * The day of the exam.
     */
    public let examOn: Day?
    /**
     * The day of issue.
     */
    public let issuedOn: Day?
    /**
     * The last day of validity.
     */
    public let validUntil: Day?

    // Default memberwise initializers are never public by default, so we
    // declare one manually.
    public init(
        /**
         * Document number.
         */number: String, 
        /**
         * The verification code, 17 letters and digits.
         */code: String? = nil, 
        /**
         * The holder's identity number.
         */holder: String? = nil, 
        /**
         * The holder's name, in one script.
         */name: String? = nil, 
        /**
         * Code of the profession.
         */profession: String? = nil, 
        /**
         * Edition of the classifier.
         */edition: String? = nil, 
        /**
         * Code of the qualification.
         */qualification: String? = nil, 
        /**
         * Qualification level.
         */level: String? = nil, 
        /**
         * Codes of the skills.
         */skills: [String]? = nil, 
        /**
         * BIN of the centre.
         */centre: String? = nil, 
        /**
         * Serial number of the accreditation certificate.
         */accreditation: String? = nil, 
        /**
         * What the exam tested against.
         */basis: Basis? = nil, 
        /**
         * The day of the exam.
         */examOn: Day? = nil, 
        /**
         * The day of issue.
         */issuedOn: Day? = nil, 
        /**
         * The last day of validity.
         */validUntil: Day? = nil) {
        self.number = number
        self.code = code
        self.holder = holder
        self.name = name
        self.profession = profession
        self.edition = edition
        self.qualification = qualification
        self.level = level
        self.skills = skills
        self.centre = centre
        self.accreditation = accreditation
        self.basis = basis
        self.examOn = examOn
        self.issuedOn = issuedOn
        self.validUntil = validUntil
    }

    

    
}

#if compiler(>=6)
extension TypedForm: Sendable {}
#endif

#if swift(>=5.8)
@_documentation(visibility: private)
#endif
public struct FfiConverterTypeTypedForm: FfiConverterRustBuffer {
    public static func read(from buf: inout (data: Data, offset: Data.Index)) throws -> TypedForm {
        return
            try TypedForm(
                number: FfiConverterString.read(from: &buf), 
                code: FfiConverterOptionString.read(from: &buf), 
                holder: FfiConverterOptionString.read(from: &buf), 
                name: FfiConverterOptionString.read(from: &buf), 
                profession: FfiConverterOptionString.read(from: &buf), 
                edition: FfiConverterOptionString.read(from: &buf), 
                qualification: FfiConverterOptionString.read(from: &buf), 
                level: FfiConverterOptionString.read(from: &buf), 
                skills: FfiConverterOptionSequenceString.read(from: &buf), 
                centre: FfiConverterOptionString.read(from: &buf), 
                accreditation: FfiConverterOptionString.read(from: &buf), 
                basis: FfiConverterOptionTypeBasis.read(from: &buf), 
                examOn: FfiConverterOptionTypeDay.read(from: &buf), 
                issuedOn: FfiConverterOptionTypeDay.read(from: &buf), 
                validUntil: FfiConverterOptionTypeDay.read(from: &buf)
        )
    }

    public static func write(_ value: TypedForm, into buf: inout [UInt8]) {
        FfiConverterString.write(value.number, into: &buf)
        FfiConverterOptionString.write(value.code, into: &buf)
        FfiConverterOptionString.write(value.holder, into: &buf)
        FfiConverterOptionString.write(value.name, into: &buf)
        FfiConverterOptionString.write(value.profession, into: &buf)
        FfiConverterOptionString.write(value.edition, into: &buf)
        FfiConverterOptionString.write(value.qualification, into: &buf)
        FfiConverterOptionString.write(value.level, into: &buf)
        FfiConverterOptionSequenceString.write(value.skills, into: &buf)
        FfiConverterOptionString.write(value.centre, into: &buf)
        FfiConverterOptionString.write(value.accreditation, into: &buf)
        FfiConverterOptionTypeBasis.write(value.basis, into: &buf)
        FfiConverterOptionTypeDay.write(value.examOn, into: &buf)
        FfiConverterOptionTypeDay.write(value.issuedOn, into: &buf)
        FfiConverterOptionTypeDay.write(value.validUntil, into: &buf)
    }
}


#if swift(>=5.8)
@_documentation(visibility: private)
#endif
public func FfiConverterTypeTypedForm_lift(_ buf: RustBuffer) throws -> TypedForm {
    return try FfiConverterTypeTypedForm.lift(buf)
}

#if swift(>=5.8)
@_documentation(visibility: private)
#endif
public func FfiConverterTypeTypedForm_lower(_ value: TypedForm) -> RustBuffer {
    return FfiConverterTypeTypedForm.lower(value)
}


/**
 * How far an update has come, in bytes of the bundle's segments. 0 of 0 before the statements are verified.
 */
public struct UpdateProgress: Equatable, Hashable {
    /**
     * The bytes that are stored.
     */
    public let stored: Int64
    /**
     * The bytes that the bundle has.
     */
    public let total: Int64

    // Default memberwise initializers are never public by default, so we
    // declare one manually.
    public init(
        /**
         * The bytes that are stored.
         */stored: Int64, 
        /**
         * The bytes that the bundle has.
         */total: Int64) {
        self.stored = stored
        self.total = total
    }

    

    
}

#if compiler(>=6)
extension UpdateProgress: Sendable {}
#endif

#if swift(>=5.8)
@_documentation(visibility: private)
#endif
public struct FfiConverterTypeUpdateProgress: FfiConverterRustBuffer {
    public static func read(from buf: inout (data: Data, offset: Data.Index)) throws -> UpdateProgress {
        return
            try UpdateProgress(
                stored: FfiConverterInt64.read(from: &buf), 
                total: FfiConverterInt64.read(from: &buf)
        )
    }

    public static func write(_ value: UpdateProgress, into buf: inout [UInt8]) {
        FfiConverterInt64.write(value.stored, into: &buf)
        FfiConverterInt64.write(value.total, into: &buf)
    }
}


#if swift(>=5.8)
@_documentation(visibility: private)
#endif
public func FfiConverterTypeUpdateProgress_lift(_ buf: RustBuffer) throws -> UpdateProgress {
    return try FfiConverterTypeUpdateProgress.lift(buf)
}

#if swift(>=5.8)
@_documentation(visibility: private)
#endif
public func FfiConverterTypeUpdateProgress_lower(_ value: UpdateProgress) -> RustBuffer {
    return FfiConverterTypeUpdateProgress.lower(value)
}


/**
 * The result of a verification. Decide by `outcome`; only valid is a yes.
 */
public struct Verdict: Equatable, Hashable {
    /**
     * Whether the document is valid on `evaluated_on`.
     */
    public let outcome: Outcome
    /**
     * The signed time of the snapshot.
     */
    public let asOf: Date
    /**
     * The day for which the document was verified.
     */
    public let evaluatedOn: Day
    /**
     * The age of the snapshot.
     */
    public let freshness: Freshness
    /**
     * The details of the document as far as they are known.
     */
    public let document: Document
    /**
     * The document beside the post of the question; none without one. Never show it in the colour of valid.
     */
    public let post: PostComparison?
    /**
     * One finding for each check, always all of them and in the same order.
     */
    public let findings: [Finding]
    /**
     * The verdict as text, if a language was requested.
     */
    public let text: VerdictText?
    /**
     * The complete verdict as Rastau's JSON, for storing: the same bytes as from the command line.
     */
    public let json: String

    // Default memberwise initializers are never public by default, so we
    // declare one manually.
    public init(
        /**
         * Whether the document is valid on `evaluated_on`.
         */outcome: Outcome, 
        /**
         * The signed time of the snapshot.
         */asOf: Date, 
        /**
         * The day for which the document was verified.
         */evaluatedOn: Day, 
        /**
         * The age of the snapshot.
         */freshness: Freshness, 
        /**
         * The details of the document as far as they are known.
         */document: Document, 
        /**
         * The document beside the post of the question; none without one. Never show it in the colour of valid.
         */post: PostComparison?, 
        /**
         * One finding for each check, always all of them and in the same order.
         */findings: [Finding], 
        /**
         * The verdict as text, if a language was requested.
         */text: VerdictText?, 
        /**
         * The complete verdict as Rastau's JSON, for storing: the same bytes as from the command line.
         */json: String) {
        self.outcome = outcome
        self.asOf = asOf
        self.evaluatedOn = evaluatedOn
        self.freshness = freshness
        self.document = document
        self.post = post
        self.findings = findings
        self.text = text
        self.json = json
    }

    

    
}

#if compiler(>=6)
extension Verdict: Sendable {}
#endif

#if swift(>=5.8)
@_documentation(visibility: private)
#endif
public struct FfiConverterTypeVerdict: FfiConverterRustBuffer {
    public static func read(from buf: inout (data: Data, offset: Data.Index)) throws -> Verdict {
        return
            try Verdict(
                outcome: FfiConverterTypeOutcome.read(from: &buf), 
                asOf: FfiConverterTimestamp.read(from: &buf), 
                evaluatedOn: FfiConverterTypeDay.read(from: &buf), 
                freshness: FfiConverterTypeFreshness.read(from: &buf), 
                document: FfiConverterTypeDocument.read(from: &buf), 
                post: FfiConverterOptionTypePostComparison.read(from: &buf), 
                findings: FfiConverterSequenceTypeFinding.read(from: &buf), 
                text: FfiConverterOptionTypeVerdictText.read(from: &buf), 
                json: FfiConverterString.read(from: &buf)
        )
    }

    public static func write(_ value: Verdict, into buf: inout [UInt8]) {
        FfiConverterTypeOutcome.write(value.outcome, into: &buf)
        FfiConverterTimestamp.write(value.asOf, into: &buf)
        FfiConverterTypeDay.write(value.evaluatedOn, into: &buf)
        FfiConverterTypeFreshness.write(value.freshness, into: &buf)
        FfiConverterTypeDocument.write(value.document, into: &buf)
        FfiConverterOptionTypePostComparison.write(value.post, into: &buf)
        FfiConverterSequenceTypeFinding.write(value.findings, into: &buf)
        FfiConverterOptionTypeVerdictText.write(value.text, into: &buf)
        FfiConverterString.write(value.json, into: &buf)
    }
}


#if swift(>=5.8)
@_documentation(visibility: private)
#endif
public func FfiConverterTypeVerdict_lift(_ buf: RustBuffer) throws -> Verdict {
    return try FfiConverterTypeVerdict.lift(buf)
}

#if swift(>=5.8)
@_documentation(visibility: private)
#endif
public func FfiConverterTypeVerdict_lower(_ value: Verdict) -> RustBuffer {
    return FfiConverterTypeVerdict.lower(value)
}


/**
 * A verdict as text in one language.
 */
public struct VerdictText: Equatable, Hashable {
    /**
     * The outcome in one or two words.
     */
    public let outcome: String
    /**
     * The answer in one or two lines. Show it first.
     */
    public let headline: String
    /**
     * The freshness in one or two words.
     */
    public let freshness: String
    /**
     * The document's fields in the order in which to show them.
     */
    public let document: [Row]
    /**
     * What to know about the register itself: that nothing vouches for its trust root, or that it needs a newer version of
     * the program. Mostly empty. Show it beside the answer.
     */
    public let notes: [String]
    /**
     * What the person who asked does next, the first step first. Show it beside the answer, not in a detail: a valid document says
     * nothing about the person who shows it.
     */
    public let next: [String]
    /**
     * How the document relates to the post of the question, and what that does not say; none without a post.
     */
    public let post: String?
    /**
     * Whom to ask about a document that is not valid, in the order in which to show them.
     */
    public let contacts: [Row]
    /**
     * Every finding, in the verdict's order.
     */
    public let findings: [FindingText]

    // Default memberwise initializers are never public by default, so we
    // declare one manually.
    public init(
        /**
         * The outcome in one or two words.
         */outcome: String, 
        /**
         * The answer in one or two lines. Show it first.
         */headline: String, 
        /**
         * The freshness in one or two words.
         */freshness: String, 
        /**
         * The document's fields in the order in which to show them.
         */document: [Row], 
        /**
         * What to know about the register itself: that nothing vouches for its trust root, or that it needs a newer version of
         * the program. Mostly empty. Show it beside the answer.
         */notes: [String], 
        /**
         * What the person who asked does next, the first step first. Show it beside the answer, not in a detail: a valid document says
         * nothing about the person who shows it.
         */next: [String], 
        /**
         * How the document relates to the post of the question, and what that does not say; none without a post.
         */post: String?, 
        /**
         * Whom to ask about a document that is not valid, in the order in which to show them.
         */contacts: [Row], 
        /**
         * Every finding, in the verdict's order.
         */findings: [FindingText]) {
        self.outcome = outcome
        self.headline = headline
        self.freshness = freshness
        self.document = document
        self.notes = notes
        self.next = next
        self.post = post
        self.contacts = contacts
        self.findings = findings
    }

    

    
}

#if compiler(>=6)
extension VerdictText: Sendable {}
#endif

#if swift(>=5.8)
@_documentation(visibility: private)
#endif
public struct FfiConverterTypeVerdictText: FfiConverterRustBuffer {
    public static func read(from buf: inout (data: Data, offset: Data.Index)) throws -> VerdictText {
        return
            try VerdictText(
                outcome: FfiConverterString.read(from: &buf), 
                headline: FfiConverterString.read(from: &buf), 
                freshness: FfiConverterString.read(from: &buf), 
                document: FfiConverterSequenceTypeRow.read(from: &buf), 
                notes: FfiConverterSequenceString.read(from: &buf), 
                next: FfiConverterSequenceString.read(from: &buf), 
                post: FfiConverterOptionString.read(from: &buf), 
                contacts: FfiConverterSequenceTypeRow.read(from: &buf), 
                findings: FfiConverterSequenceTypeFindingText.read(from: &buf)
        )
    }

    public static func write(_ value: VerdictText, into buf: inout [UInt8]) {
        FfiConverterString.write(value.outcome, into: &buf)
        FfiConverterString.write(value.headline, into: &buf)
        FfiConverterString.write(value.freshness, into: &buf)
        FfiConverterSequenceTypeRow.write(value.document, into: &buf)
        FfiConverterSequenceString.write(value.notes, into: &buf)
        FfiConverterSequenceString.write(value.next, into: &buf)
        FfiConverterOptionString.write(value.post, into: &buf)
        FfiConverterSequenceTypeRow.write(value.contacts, into: &buf)
        FfiConverterSequenceTypeFindingText.write(value.findings, into: &buf)
    }
}


#if swift(>=5.8)
@_documentation(visibility: private)
#endif
public func FfiConverterTypeVerdictText_lift(_ buf: RustBuffer) throws -> VerdictText {
    return try FfiConverterTypeVerdictText.lift(buf)
}

#if swift(>=5.8)
@_documentation(visibility: private)
#endif
public func FfiConverterTypeVerdictText_lower(_ value: VerdictText) -> RustBuffer {
    return FfiConverterTypeVerdictText.lower(value)
}


/**
 * The answer of a check or a rule.
 */

public enum Answer: Equatable, Hashable {
    
    /**
     * It is satisfied.
     */
    case satisfied
    /**
     * It is violated.
     */
    case violated
    /**
     * It could not be decided.
     */
    case undetermined(
        /**
         * What is missing: a check's id, a fact's name, or another stable name.
         */missing: [String]
    )
    /**
     * Defensible readings of the Law give different answers on this day.
     */
    case contestable(
        /**
         * The readings.
         */readings: [Reading]
    )
    /**
     * There is nothing to check.
     */
    case notApplicable(
        /**
         * The id of the check that failed before, if that is the reason.
         */because: String?
    )





}

#if compiler(>=6)
extension Answer: Sendable {}
#endif

#if swift(>=5.8)
@_documentation(visibility: private)
#endif
public struct FfiConverterTypeAnswer: FfiConverterRustBuffer {
    typealias SwiftType = Answer

    public static func read(from buf: inout (data: Data, offset: Data.Index)) throws -> Answer {
        let variant: Int32 = try readInt(&buf)
        switch variant {
        
        case 1: return .satisfied
        
        case 2: return .violated
        
        case 3: return .undetermined(missing: try FfiConverterSequenceString.read(from: &buf)
        )
        
        case 4: return .contestable(readings: try FfiConverterSequenceTypeReading.read(from: &buf)
        )
        
        case 5: return .notApplicable(because: try FfiConverterOptionString.read(from: &buf)
        )
        
        default: throw UniffiInternalError.unexpectedEnumCase
        }
    }

    public static func write(_ value: Answer, into buf: inout [UInt8]) {
        switch value {
        
        
        case .satisfied:
            writeInt(&buf, Int32(1))
        
        
        case .violated:
            writeInt(&buf, Int32(2))
        
        
        case let .undetermined(missing):
            writeInt(&buf, Int32(3))
            FfiConverterSequenceString.write(missing, into: &buf)
            
        
        case let .contestable(readings):
            writeInt(&buf, Int32(4))
            FfiConverterSequenceTypeReading.write(readings, into: &buf)
            
        
        case let .notApplicable(because):
            writeInt(&buf, Int32(5))
            FfiConverterOptionString.write(because, into: &buf)
            
        }
    }
}


#if swift(>=5.8)
@_documentation(visibility: private)
#endif
public func FfiConverterTypeAnswer_lift(_ buf: RustBuffer) throws -> Answer {
    return try FfiConverterTypeAnswer.lift(buf)
}

#if swift(>=5.8)
@_documentation(visibility: private)
#endif
public func FfiConverterTypeAnswer_lower(_ value: Answer) -> RustBuffer {
    return FfiConverterTypeAnswer.lower(value)
}



/**
 * What the exam tested against (art. 15.4).
 */

public enum Basis: Equatable, Hashable {
    
    /**
     * A professional standard.
     */
    case standard(
        /**
         * Its identifier.
         */id: String
    )
    /**
     * Qualification requirements, where there is no standard.
     */
    case qualificationRequirements(
        /**
         * Their identifier.
         */id: String
    )





}

#if compiler(>=6)
extension Basis: Sendable {}
#endif

#if swift(>=5.8)
@_documentation(visibility: private)
#endif
public struct FfiConverterTypeBasis: FfiConverterRustBuffer {
    typealias SwiftType = Basis

    public static func read(from buf: inout (data: Data, offset: Data.Index)) throws -> Basis {
        let variant: Int32 = try readInt(&buf)
        switch variant {
        
        case 1: return .standard(id: try FfiConverterString.read(from: &buf)
        )
        
        case 2: return .qualificationRequirements(id: try FfiConverterString.read(from: &buf)
        )
        
        default: throw UniffiInternalError.unexpectedEnumCase
        }
    }

    public static func write(_ value: Basis, into buf: inout [UInt8]) {
        switch value {
        
        
        case let .standard(id):
            writeInt(&buf, Int32(1))
            FfiConverterString.write(id, into: &buf)
            
        
        case let .qualificationRequirements(id):
            writeInt(&buf, Int32(2))
            FfiConverterString.write(id, into: &buf)
            
        }
    }
}


#if swift(>=5.8)
@_documentation(visibility: private)
#endif
public func FfiConverterTypeBasis_lift(_ buf: RustBuffer) throws -> Basis {
    return try FfiConverterTypeBasis.lift(buf)
}

#if swift(>=5.8)
@_documentation(visibility: private)
#endif
public func FfiConverterTypeBasis_lower(_ value: Basis) -> RustBuffer {
    return FfiConverterTypeBasis.lower(value)
}



/**
 * The outcome of an update.
 */

public enum Change: Equatable, Hashable {
    
    /**
     * The device has its first bundle.
     */
    case first
    /**
     * A newer bundle, freshness statement or trust root is active.
     */
    case newer
    /**
     * The source has nothing newer; damaged files of the device were replaced.
     */
    case mended
    /**
     * The source has nothing newer.
     */
    case nothing





}

#if compiler(>=6)
extension Change: Sendable {}
#endif

#if swift(>=5.8)
@_documentation(visibility: private)
#endif
public struct FfiConverterTypeChange: FfiConverterRustBuffer {
    typealias SwiftType = Change

    public static func read(from buf: inout (data: Data, offset: Data.Index)) throws -> Change {
        let variant: Int32 = try readInt(&buf)
        switch variant {
        
        case 1: return .first
        
        case 2: return .newer
        
        case 3: return .mended
        
        case 4: return .nothing
        
        default: throw UniffiInternalError.unexpectedEnumCase
        }
    }

    public static func write(_ value: Change, into buf: inout [UInt8]) {
        switch value {
        
        
        case .first:
            writeInt(&buf, Int32(1))
        
        
        case .newer:
            writeInt(&buf, Int32(2))
        
        
        case .mended:
            writeInt(&buf, Int32(3))
        
        
        case .nothing:
            writeInt(&buf, Int32(4))
        
        }
    }
}


#if swift(>=5.8)
@_documentation(visibility: private)
#endif
public func FfiConverterTypeChange_lift(_ buf: RustBuffer) throws -> Change {
    return try FfiConverterTypeChange.lift(buf)
}

#if swift(>=5.8)
@_documentation(visibility: private)
#endif
public func FfiConverterTypeChange_lower(_ value: Change) -> RustBuffer {
    return FfiConverterTypeChange.lower(value)
}



/**
 * The source of a check or a rule.
 */

public enum Citation: Equatable, Hashable {
    
    /**
     * A provision of the Law.
     */
    case law(
        /**
         * Number of the act.
         */law: String, 
        /**
         * Article.
         */article: Int32, 
        /**
         * Paragraph.
         */paragraph: Int32?, 
        /**
         * Part within the paragraph.
         */part: Int32?, 
        /**
         * Subparagraph.
         */subparagraph: Int32?
    )
    /**
     * A standard, or a document of Rastau.
     */
    case standard(
        /**
         * Its name and clause.
         */clause: String
    )





}

#if compiler(>=6)
extension Citation: Sendable {}
#endif

#if swift(>=5.8)
@_documentation(visibility: private)
#endif
public struct FfiConverterTypeCitation: FfiConverterRustBuffer {
    typealias SwiftType = Citation

    public static func read(from buf: inout (data: Data, offset: Data.Index)) throws -> Citation {
        let variant: Int32 = try readInt(&buf)
        switch variant {
        
        case 1: return .law(law: try FfiConverterString.read(from: &buf), article: try FfiConverterInt32.read(from: &buf), paragraph: try FfiConverterOptionInt32.read(from: &buf), part: try FfiConverterOptionInt32.read(from: &buf), subparagraph: try FfiConverterOptionInt32.read(from: &buf)
        )
        
        case 2: return .standard(clause: try FfiConverterString.read(from: &buf)
        )
        
        default: throw UniffiInternalError.unexpectedEnumCase
        }
    }

    public static func write(_ value: Citation, into buf: inout [UInt8]) {
        switch value {
        
        
        case let .law(law,article,paragraph,part,subparagraph):
            writeInt(&buf, Int32(1))
            FfiConverterString.write(law, into: &buf)
            FfiConverterInt32.write(article, into: &buf)
            FfiConverterOptionInt32.write(paragraph, into: &buf)
            FfiConverterOptionInt32.write(part, into: &buf)
            FfiConverterOptionInt32.write(subparagraph, into: &buf)
            
        
        case let .standard(clause):
            writeInt(&buf, Int32(2))
            FfiConverterString.write(clause, into: &buf)
            
        }
    }
}


#if swift(>=5.8)
@_documentation(visibility: private)
#endif
public func FfiConverterTypeCitation_lift(_ buf: RustBuffer) throws -> Citation {
    return try FfiConverterTypeCitation.lift(buf)
}

#if swift(>=5.8)
@_documentation(visibility: private)
#endif
public func FfiConverterTypeCitation_lower(_ value: Citation) -> RustBuffer {
    return FfiConverterTypeCitation.lower(value)
}



/**
 * The stable code of an error, the same in every binding. Its value is the number, which is never reused:
 * `code.value` in Kotlin, `code.rawValue` in Swift.
 */

public enum ErrorCode: Int32, Equatable, Hashable {
    
    /**
     * the input is empty
     */
    case inputEmpty = 1
    /**
     * the input is longer than any document can be
     */
    case inputTooLong = 2
    /**
     * this is not the text of a recognition document, which starts with "RST1:" or is a link with "#RST2:", nor a form, which is a JSON object
     */
    case inputNotADocument = 3
    /**
     * the document has a format that this version cannot read
     */
    case inputUnknownVersion = 4
    /**
     * the text of the document is truncated or altered
     */
    case inputCutOff = 5
    /**
     * the document cannot be read
     */
    case inputMalformed = 6
    /**
     * the form cannot be read
     */
    case formMalformed = 7
    /**
     * a field of the form has an impossible value
     */
    case formField = 8
    /**
     * the text contains several documents
     */
    case inputSeveralDocuments = 9
    /**
     * the web address in the code contains user information ("@"), which hides its real host
     */
    case inputLinkUser = 10
    /**
     * this is another kind of code, not that of a recognition document
     */
    case inputForeignCode = 11
    /**
     * a verification code has 17 letters and digits
     */
    case codeLength = 20
    /**
     * the verification code contains a character that no code has
     */
    case codeCharacter = 21
    /**
     * the verification code was mistyped
     */
    case codeCheck = 22
    /**
     * the content of the file needs more than 512 MiB of memory
     */
    case decodeMemory = 30
    /**
     * reading the content of the file takes more than 20 seconds
     */
    case decodeTime = 31
    /**
     * the decoder process failed on this file
     */
    case decodeFailed = 32
    /**
     * pictures and PDFs are not read, because no process with limits on memory and time can be started for them
     */
    case decodeNoProcess = 33
    /**
     * this is not a report of a verification, or it is damaged
     */
    case reportMalformed = 40
    /**
     * the report has a format that this version cannot read
     */
    case reportUnknownVersion = 41
    /**
     * the file is longer than a report of one verification can be
     */
    case reportTooLong = 42
    /**
     * an IIN or BIN has exactly 12 digits
     */
    case identityDigits = 60
    /**
     * the fifth digit fits neither an IIN (0–3) nor a BIN (4–6)
     */
    case identityKind = 61
    /**
     * the first digits are not a date
     */
    case identityDate = 62
    /**
     * the last digit does not fit the others
     */
    case identityCheck = 63
    /**
     * a signed file of the bundle
     * cannot be read
     */
    case bundleMalformed = 100
    /**
     * a signed file of the bundle has too few valid signatures
     */
    case bundleSignatures = 101
    /**
     * a signed file of the bundle
     * belongs to another register than the trust root
     */
    case bundleForeign = 102
    /**
     * a role of the trust root has an impossible threshold, no key, or a duplicate key
     */
    case bundleRoles = 103
    /**
     * the chain of trust roots skips a version or is too long
     */
    case bundleChain = 104
    /**
     * the trust root has expired
     */
    case bundleRootExpired = 105
    /**
     * a signed file of the bundle
     * is older than one accepted before; the newer one is kept
     */
    case bundleRollback = 106
    /**
     * a signed file of the bundle
     * has a version accepted before but other content; the first one is kept: report this
     */
    case bundleOtherContent = 107
    /**
     * a signed file of the bundle
     * is not the one that the other files of the bundle name
     */
    case bundleMixedUp = 108
    /**
     * the bundle lacks a part of the register that was present before
     */
    case bundleSegmentVanished = 109
    /**
     * the list of segments of the bundle is inconsistent
     */
    case bundleSegments = 110
    /**
     * this is not a Rastau bundle, or it is truncated
     */
    case bundleFile = 112
    /**
     * a part of the file
     * is larger than any part of a bundle can be
     */
    case bundleFileTooLarge = 113
    /**
     * a signed file of the bundle
     * needs a newer version of the program
     */
    case bundleNewerFormat = 114
    /**
     * a trust root has lower minimum versions or times than the one before it
     */
    case bundleLoweredFloor = 115
    /**
     * the register has replaced the keys of this bundle
     */
    case bundleClosed = 116
    /**
     * the bundle has ended, and the one in use has not
     */
    case bundleEnded = 117
    /**
     * a file of the bundle is missing or cannot be read
     * ; copy the complete bundle again
     */
    case diskFile = 120
    /**
     * the file
     * is larger than any file of a bundle can be
     */
    case diskTooLarge = 121
    /**
     * this
     * is not a Rastau bundle
     */
    case diskNotABundle = 122
    /**
     * a segment of the bundle is truncated or differs from the signed one; copy the bundle again
     */
    case diskSegment = 123
    /**
     * the source of the update lacks a file
     * ; give a published directory, a .rastau file or its web address
     */
    case sourceNotThere = 124
    /**
     * the source of the update could not be read
     * ; try again
     */
    case source = 125
    /**
     * the disk is full
     */
    case diskFull = 126
    /**
     * the disk or directory is read-only
     * ; the active bundle is unchanged, mount it for writing
     */
    case diskReadOnly = 127
    /**
     * a file could not be written
     * ; the active bundle is unchanged
     */
    case diskWrite = 128
    /**
     * the device
     * is being updated by another process
     */
    case deviceBusy = 129
    /**
     * the device
     * has lost its trusted state
     */
    case deviceMemoryLost = 130
    /**
     * the device
     * holds no bundle yet
     */
    case deviceEmpty = 131
    /**
     * the directory
     * contains other files
     */
    case notADevice = 132
    /**
     * the trust root is not the one that this device trusts
     * ; use another directory for another register
     */
    case deviceOtherRoot = 133
    /**
     * a web page came instead of a file of the register
     * ; sign in to the network, or check the address
     */
    case sourceWebPage = 134
    /**
     * the device
     * holds a bundle whose keys the register has replaced
     */
    case deviceClosed = 135
    /**
     * the source of the update answered with an error
     * ; try again later
     */
    case sourceStatus = 136
    /**
     * a file of the source
     * does not have the content that its name states
     */
    case sourceOtherContent = 137
    /**
     * another update of the device was faster
     */
    case updateMoved = 138
    /**
     * the device
     * holds a bundle whose keys the register has replaced, and the new one could not be fetched
     */
    case deviceClosedByUpdate = 139
    /**
     * no rule has this id
     * ; `rastau rules` lists them
     */
    case ruleUnknown = 140
    /**
     * the facts are not a JSON object
     */
    case factsNotAnObject = 141
    /**
     * the facts are not JSON
     */
    case factsMalformed = 142
    /**
     * a fact has an impossible value, or the rule has no such fact
     */
    case factsField = 143
    /**
     * the text is longer than the act can be
     */
    case actTooLong = 150
    /**
     * no article was found in the text
     */
    case actNoArticle = 151
    /**
     * a required pointer is NULL, or is not aligned
     */
    case badPointer = 200
    /**
     * a length is larger than the function allows
     */
    case badLength = 201
    /**
     * a text is not UTF-8
     */
    case notUtf8 = 202
    /**
     * the size field of a struct is not one that this library knows
     */
    case badSize = 203
    /**
     * no language has this number
     */
    case badLanguage = 204
    /**
     * a number has no meaning for this argument
     */
    case badNumber = 205
    /**
     * a day is not written as YYYY-MM-DD, or does not exist
     */
    case badDate = 206
    /**
     * a time is before 1970 or after the year 9999
     */
    case badTime = 207
    /**
     * an index is out of range
     */
    case badIndex = 208
    /**
     * no trust root was given; it comes with the device, not with the bundle
     */
    case trustRootNeeded = 209
    /**
     * the stored trusted state is damaged; without it a rollback cannot be detected
     */
    case badState = 210
    /**
     * the calendar of working days in the bundle cannot be read
     */
    case badCalendar = 211
    /**
     * the answer does not fit the question of the update
     */
    case wrongAnswer = 212
    /**
     * the library has a fault, which was caught; please report it
     */
    case panic = 250
    /**
     * an argument is not what the function expects
     */
    case jsArgument = 300
    /**
     * a page of the bundle is missing or differs from the signed one
     */
    case jsPage = 301
    /**
     * a list cannot be read, or a report cannot be written
     */
    case jsTable = 302





}

#if compiler(>=6)
extension ErrorCode: Sendable {}
#endif

#if swift(>=5.8)
@_documentation(visibility: private)
#endif
public struct FfiConverterTypeErrorCode: FfiConverterRustBuffer {
    typealias SwiftType = ErrorCode

    public static func read(from buf: inout (data: Data, offset: Data.Index)) throws -> ErrorCode {
        let variant: Int32 = try readInt(&buf)
        switch variant {
        
        case 1: return .inputEmpty
        
        case 2: return .inputTooLong
        
        case 3: return .inputNotADocument
        
        case 4: return .inputUnknownVersion
        
        case 5: return .inputCutOff
        
        case 6: return .inputMalformed
        
        case 7: return .formMalformed
        
        case 8: return .formField
        
        case 9: return .inputSeveralDocuments
        
        case 10: return .inputLinkUser
        
        case 11: return .inputForeignCode
        
        case 12: return .codeLength
        
        case 13: return .codeCharacter
        
        case 14: return .codeCheck
        
        case 15: return .decodeMemory
        
        case 16: return .decodeTime
        
        case 17: return .decodeFailed
        
        case 18: return .decodeNoProcess
        
        case 19: return .reportMalformed
        
        case 20: return .reportUnknownVersion
        
        case 21: return .reportTooLong
        
        case 22: return .identityDigits
        
        case 23: return .identityKind
        
        case 24: return .identityDate
        
        case 25: return .identityCheck
        
        case 26: return .bundleMalformed
        
        case 27: return .bundleSignatures
        
        case 28: return .bundleForeign
        
        case 29: return .bundleRoles
        
        case 30: return .bundleChain
        
        case 31: return .bundleRootExpired
        
        case 32: return .bundleRollback
        
        case 33: return .bundleOtherContent
        
        case 34: return .bundleMixedUp
        
        case 35: return .bundleSegmentVanished
        
        case 36: return .bundleSegments
        
        case 37: return .bundleFile
        
        case 38: return .bundleFileTooLarge
        
        case 39: return .bundleNewerFormat
        
        case 40: return .bundleLoweredFloor
        
        case 41: return .bundleClosed
        
        case 42: return .bundleEnded
        
        case 43: return .diskFile
        
        case 44: return .diskTooLarge
        
        case 45: return .diskNotABundle
        
        case 46: return .diskSegment
        
        case 47: return .sourceNotThere
        
        case 48: return .source
        
        case 49: return .diskFull
        
        case 50: return .diskReadOnly
        
        case 51: return .diskWrite
        
        case 52: return .deviceBusy
        
        case 53: return .deviceMemoryLost
        
        case 54: return .deviceEmpty
        
        case 55: return .notADevice
        
        case 56: return .deviceOtherRoot
        
        case 57: return .sourceWebPage
        
        case 58: return .deviceClosed
        
        case 59: return .sourceStatus
        
        case 60: return .sourceOtherContent
        
        case 61: return .updateMoved
        
        case 62: return .deviceClosedByUpdate
        
        case 63: return .ruleUnknown
        
        case 64: return .factsNotAnObject
        
        case 65: return .factsMalformed
        
        case 66: return .factsField
        
        case 67: return .actTooLong
        
        case 68: return .actNoArticle
        
        case 69: return .badPointer
        
        case 70: return .badLength
        
        case 71: return .notUtf8
        
        case 72: return .badSize
        
        case 73: return .badLanguage
        
        case 74: return .badNumber
        
        case 75: return .badDate
        
        case 76: return .badTime
        
        case 77: return .badIndex
        
        case 78: return .trustRootNeeded
        
        case 79: return .badState
        
        case 80: return .badCalendar
        
        case 81: return .wrongAnswer
        
        case 82: return .panic
        
        case 83: return .jsArgument
        
        case 84: return .jsPage
        
        case 85: return .jsTable
        
        default: throw UniffiInternalError.unexpectedEnumCase
        }
    }

    public static func write(_ value: ErrorCode, into buf: inout [UInt8]) {
        switch value {
        
        
        case .inputEmpty:
            writeInt(&buf, Int32(1))
        
        
        case .inputTooLong:
            writeInt(&buf, Int32(2))
        
        
        case .inputNotADocument:
            writeInt(&buf, Int32(3))
        
        
        case .inputUnknownVersion:
            writeInt(&buf, Int32(4))
        
        
        case .inputCutOff:
            writeInt(&buf, Int32(5))
        
        
        case .inputMalformed:
            writeInt(&buf, Int32(6))
        
        
        case .formMalformed:
            writeInt(&buf, Int32(7))
        
        
        case .formField:
            writeInt(&buf, Int32(8))
        
        
        case .inputSeveralDocuments:
            writeInt(&buf, Int32(9))
        
        
        case .inputLinkUser:
            writeInt(&buf, Int32(10))
        
        
        case .inputForeignCode:
            writeInt(&buf, Int32(11))
        
        
        case .codeLength:
            writeInt(&buf, Int32(12))
        
        
        case .codeCharacter:
            writeInt(&buf, Int32(13))
        
        
        case .codeCheck:
            writeInt(&buf, Int32(14))
        
        
        case .decodeMemory:
            writeInt(&buf, Int32(15))
        
        
        case .decodeTime:
            writeInt(&buf, Int32(16))
        
        
        case .decodeFailed:
            writeInt(&buf, Int32(17))
        
        
        case .decodeNoProcess:
            writeInt(&buf, Int32(18))
        
        
        case .reportMalformed:
            writeInt(&buf, Int32(19))
        
        
        case .reportUnknownVersion:
            writeInt(&buf, Int32(20))
        
        
        case .reportTooLong:
            writeInt(&buf, Int32(21))
        
        
        case .identityDigits:
            writeInt(&buf, Int32(22))
        
        
        case .identityKind:
            writeInt(&buf, Int32(23))
        
        
        case .identityDate:
            writeInt(&buf, Int32(24))
        
        
        case .identityCheck:
            writeInt(&buf, Int32(25))
        
        
        case .bundleMalformed:
            writeInt(&buf, Int32(26))
        
        
        case .bundleSignatures:
            writeInt(&buf, Int32(27))
        
        
        case .bundleForeign:
            writeInt(&buf, Int32(28))
        
        
        case .bundleRoles:
            writeInt(&buf, Int32(29))
        
        
        case .bundleChain:
            writeInt(&buf, Int32(30))
        
        
        case .bundleRootExpired:
            writeInt(&buf, Int32(31))
        
        
        case .bundleRollback:
            writeInt(&buf, Int32(32))
        
        
        case .bundleOtherContent:
            writeInt(&buf, Int32(33))
        
        
        case .bundleMixedUp:
            writeInt(&buf, Int32(34))
        
        
        case .bundleSegmentVanished:
            writeInt(&buf, Int32(35))
        
        
        case .bundleSegments:
            writeInt(&buf, Int32(36))
        
        
        case .bundleFile:
            writeInt(&buf, Int32(37))
        
        
        case .bundleFileTooLarge:
            writeInt(&buf, Int32(38))
        
        
        case .bundleNewerFormat:
            writeInt(&buf, Int32(39))
        
        
        case .bundleLoweredFloor:
            writeInt(&buf, Int32(40))
        
        
        case .bundleClosed:
            writeInt(&buf, Int32(41))
        
        
        case .bundleEnded:
            writeInt(&buf, Int32(42))
        
        
        case .diskFile:
            writeInt(&buf, Int32(43))
        
        
        case .diskTooLarge:
            writeInt(&buf, Int32(44))
        
        
        case .diskNotABundle:
            writeInt(&buf, Int32(45))
        
        
        case .diskSegment:
            writeInt(&buf, Int32(46))
        
        
        case .sourceNotThere:
            writeInt(&buf, Int32(47))
        
        
        case .source:
            writeInt(&buf, Int32(48))
        
        
        case .diskFull:
            writeInt(&buf, Int32(49))
        
        
        case .diskReadOnly:
            writeInt(&buf, Int32(50))
        
        
        case .diskWrite:
            writeInt(&buf, Int32(51))
        
        
        case .deviceBusy:
            writeInt(&buf, Int32(52))
        
        
        case .deviceMemoryLost:
            writeInt(&buf, Int32(53))
        
        
        case .deviceEmpty:
            writeInt(&buf, Int32(54))
        
        
        case .notADevice:
            writeInt(&buf, Int32(55))
        
        
        case .deviceOtherRoot:
            writeInt(&buf, Int32(56))
        
        
        case .sourceWebPage:
            writeInt(&buf, Int32(57))
        
        
        case .deviceClosed:
            writeInt(&buf, Int32(58))
        
        
        case .sourceStatus:
            writeInt(&buf, Int32(59))
        
        
        case .sourceOtherContent:
            writeInt(&buf, Int32(60))
        
        
        case .updateMoved:
            writeInt(&buf, Int32(61))
        
        
        case .deviceClosedByUpdate:
            writeInt(&buf, Int32(62))
        
        
        case .ruleUnknown:
            writeInt(&buf, Int32(63))
        
        
        case .factsNotAnObject:
            writeInt(&buf, Int32(64))
        
        
        case .factsMalformed:
            writeInt(&buf, Int32(65))
        
        
        case .factsField:
            writeInt(&buf, Int32(66))
        
        
        case .actTooLong:
            writeInt(&buf, Int32(67))
        
        
        case .actNoArticle:
            writeInt(&buf, Int32(68))
        
        
        case .badPointer:
            writeInt(&buf, Int32(69))
        
        
        case .badLength:
            writeInt(&buf, Int32(70))
        
        
        case .notUtf8:
            writeInt(&buf, Int32(71))
        
        
        case .badSize:
            writeInt(&buf, Int32(72))
        
        
        case .badLanguage:
            writeInt(&buf, Int32(73))
        
        
        case .badNumber:
            writeInt(&buf, Int32(74))
        
        
        case .badDate:
            writeInt(&buf, Int32(75))
        
        
        case .badTime:
            writeInt(&buf, Int32(76))
        
        
        case .badIndex:
            writeInt(&buf, Int32(77))
        
        
        case .trustRootNeeded:
            writeInt(&buf, Int32(78))
        
        
        case .badState:
            writeInt(&buf, Int32(79))
        
        
        case .badCalendar:
            writeInt(&buf, Int32(80))
        
        
        case .wrongAnswer:
            writeInt(&buf, Int32(81))
        
        
        case .panic:
            writeInt(&buf, Int32(82))
        
        
        case .jsArgument:
            writeInt(&buf, Int32(83))
        
        
        case .jsPage:
            writeInt(&buf, Int32(84))
        
        
        case .jsTable:
            writeInt(&buf, Int32(85))
        
        }
    }
}


#if swift(>=5.8)
@_documentation(visibility: private)
#endif
public func FfiConverterTypeErrorCode_lift(_ buf: RustBuffer) throws -> ErrorCode {
    return try FfiConverterTypeErrorCode.lift(buf)
}

#if swift(>=5.8)
@_documentation(visibility: private)
#endif
public func FfiConverterTypeErrorCode_lower(_ value: ErrorCode) -> RustBuffer {
    return FfiConverterTypeErrorCode.lower(value)
}



/**
 * A fact of a rule. The facts of each rule are in its entry of `rules` and in the table of the Law's norms.
 * Facts nest a few levels deep. Hundreds of levels are refused (142). Thousands exhaust the caller's stack first, so
 * never build facts from untrusted input.
 */

public indirect enum Fact: Equatable, Hashable {
    
    /**
     * A civil date.
     */
    case date(
        /**
         * The date.
         */day: Day
    )
    /**
     * A number.
     */
    case number(
        /**
         * The number.
         */number: Int64
    )
    /**
     * True or false.
     */
    case flag(
        /**
         * Whether it is true.
         */yes: Bool
    )
    /**
     * A code or a name.
     */
    case text(
        /**
         * The code.
         */text: String
    )
    /**
     * The fact is known not to exist. A fact that is left out is unknown.
     */
    case absent
    /**
     * Several facts.
     */
    case many(
        /**
         * The facts.
         */items: [Fact]
    )
    /**
     * Facts that belong together.
     */
    case group(
        /**
         * The facts by their names.
         */facts: [String: Fact]
    )





}

#if compiler(>=6)
extension Fact: Sendable {}
#endif

#if swift(>=5.8)
@_documentation(visibility: private)
#endif
public struct FfiConverterTypeFact: FfiConverterRustBuffer {
    typealias SwiftType = Fact

    public static func read(from buf: inout (data: Data, offset: Data.Index)) throws -> Fact {
        let variant: Int32 = try readInt(&buf)
        switch variant {
        
        case 1: return .date(day: try FfiConverterTypeDay.read(from: &buf)
        )
        
        case 2: return .number(number: try FfiConverterInt64.read(from: &buf)
        )
        
        case 3: return .flag(yes: try FfiConverterBool.read(from: &buf)
        )
        
        case 4: return .text(text: try FfiConverterString.read(from: &buf)
        )
        
        case 5: return .absent
        
        case 6: return .many(items: try FfiConverterSequenceTypeFact.read(from: &buf)
        )
        
        case 7: return .group(facts: try FfiConverterDictionaryStringTypeFact.read(from: &buf)
        )
        
        default: throw UniffiInternalError.unexpectedEnumCase
        }
    }

    public static func write(_ value: Fact, into buf: inout [UInt8]) {
        switch value {
        
        
        case let .date(day):
            writeInt(&buf, Int32(1))
            FfiConverterTypeDay.write(day, into: &buf)
            
        
        case let .number(number):
            writeInt(&buf, Int32(2))
            FfiConverterInt64.write(number, into: &buf)
            
        
        case let .flag(yes):
            writeInt(&buf, Int32(3))
            FfiConverterBool.write(yes, into: &buf)
            
        
        case let .text(text):
            writeInt(&buf, Int32(4))
            FfiConverterString.write(text, into: &buf)
            
        
        case .absent:
            writeInt(&buf, Int32(5))
        
        
        case let .many(items):
            writeInt(&buf, Int32(6))
            FfiConverterSequenceTypeFact.write(items, into: &buf)
            
        
        case let .group(facts):
            writeInt(&buf, Int32(7))
            FfiConverterDictionaryStringTypeFact.write(facts, into: &buf)
            
        }
    }
}


#if swift(>=5.8)
@_documentation(visibility: private)
#endif
public func FfiConverterTypeFact_lift(_ buf: RustBuffer) throws -> Fact {
    return try FfiConverterTypeFact.lift(buf)
}

#if swift(>=5.8)
@_documentation(visibility: private)
#endif
public func FfiConverterTypeFact_lower(_ value: Fact) -> RustBuffer {
    return FfiConverterTypeFact.lower(value)
}



/**
 * The age of the snapshot.
 */

public enum Freshness: Equatable, Hashable {
    
    /**
     * The next update is not due yet.
     */
    case current
    /**
     * The next update is overdue by no more than the policy's grace.
     */
    case late
    /**
     * The next update is overdue by more than the grace.
     */
    case stale
    /**
     * A signed statement has expired.
     */
    case expired





}

#if compiler(>=6)
extension Freshness: Sendable {}
#endif

#if swift(>=5.8)
@_documentation(visibility: private)
#endif
public struct FfiConverterTypeFreshness: FfiConverterRustBuffer {
    typealias SwiftType = Freshness

    public static func read(from buf: inout (data: Data, offset: Data.Index)) throws -> Freshness {
        let variant: Int32 = try readInt(&buf)
        switch variant {
        
        case 1: return .current
        
        case 2: return .late
        
        case 3: return .stale
        
        case 4: return .expired
        
        default: throw UniffiInternalError.unexpectedEnumCase
        }
    }

    public static func write(_ value: Freshness, into buf: inout [UInt8]) {
        switch value {
        
        
        case .current:
            writeInt(&buf, Int32(1))
        
        
        case .late:
            writeInt(&buf, Int32(2))
        
        
        case .stale:
            writeInt(&buf, Int32(3))
        
        
        case .expired:
            writeInt(&buf, Int32(4))
        
        }
    }
}


#if swift(>=5.8)
@_documentation(visibility: private)
#endif
public func FfiConverterTypeFreshness_lift(_ buf: RustBuffer) throws -> Freshness {
    return try FfiConverterTypeFreshness.lift(buf)
}

#if swift(>=5.8)
@_documentation(visibility: private)
#endif
public func FfiConverterTypeFreshness_lower(_ value: Freshness) -> RustBuffer {
    return FfiConverterTypeFreshness.lower(value)
}



/**
 * The kind of an identity number.
 */

public enum Identity: Equatable, Hashable {
    
    /**
     * A person's number, IIN.
     */
    case person(
        /**
         * The date of birth in it.
         */bornOn: Day
    )
    /**
     * An organisation's number, BIN.
     */
    case organisation(
        /**
         * The two-digit year of registration in it.
         */year: Int32, 
        /**
         * The month of registration in it.
         */month: Int32
    )
    /**
     * Neither an IIN nor a BIN.
     */
    case neither(
        /**
         * The error's code, 60 to 63.
         */code: ErrorCode, 
        /**
         * The reason, for the user.
         */text: Translations
    )





}

#if compiler(>=6)
extension Identity: Sendable {}
#endif

#if swift(>=5.8)
@_documentation(visibility: private)
#endif
public struct FfiConverterTypeIdentity: FfiConverterRustBuffer {
    typealias SwiftType = Identity

    public static func read(from buf: inout (data: Data, offset: Data.Index)) throws -> Identity {
        let variant: Int32 = try readInt(&buf)
        switch variant {
        
        case 1: return .person(bornOn: try FfiConverterTypeDay.read(from: &buf)
        )
        
        case 2: return .organisation(year: try FfiConverterInt32.read(from: &buf), month: try FfiConverterInt32.read(from: &buf)
        )
        
        case 3: return .neither(code: try FfiConverterTypeErrorCode.read(from: &buf), text: try FfiConverterTypeTranslations.read(from: &buf)
        )
        
        default: throw UniffiInternalError.unexpectedEnumCase
        }
    }

    public static func write(_ value: Identity, into buf: inout [UInt8]) {
        switch value {
        
        
        case let .person(bornOn):
            writeInt(&buf, Int32(1))
            FfiConverterTypeDay.write(bornOn, into: &buf)
            
        
        case let .organisation(year,month):
            writeInt(&buf, Int32(2))
            FfiConverterInt32.write(year, into: &buf)
            FfiConverterInt32.write(month, into: &buf)
            
        
        case let .neither(code,text):
            writeInt(&buf, Int32(3))
            FfiConverterTypeErrorCode.write(code, into: &buf)
            FfiConverterTypeTranslations.write(text, into: &buf)
            
        }
    }
}


#if swift(>=5.8)
@_documentation(visibility: private)
#endif
public func FfiConverterTypeIdentity_lift(_ buf: RustBuffer) throws -> Identity {
    return try FfiConverterTypeIdentity.lift(buf)
}

#if swift(>=5.8)
@_documentation(visibility: private)
#endif
public func FfiConverterTypeIdentity_lower(_ value: Identity) -> RustBuffer {
    return FfiConverterTypeIdentity.lower(value)
}



/**
 * A language of the answers.
 */

public enum Language: Equatable, Hashable {
    
    /**
     * Kazakh
     */
    case kk
    /**
     * Russian
     */
    case ru
    /**
     * English
     */
    case en





}

#if compiler(>=6)
extension Language: Sendable {}
#endif

#if swift(>=5.8)
@_documentation(visibility: private)
#endif
public struct FfiConverterTypeLanguage: FfiConverterRustBuffer {
    typealias SwiftType = Language

    public static func read(from buf: inout (data: Data, offset: Data.Index)) throws -> Language {
        let variant: Int32 = try readInt(&buf)
        switch variant {
        
        case 1: return .kk
        
        case 2: return .ru
        
        case 3: return .en
        
        default: throw UniffiInternalError.unexpectedEnumCase
        }
    }

    public static func write(_ value: Language, into buf: inout [UInt8]) {
        switch value {
        
        
        case .kk:
            writeInt(&buf, Int32(1))
        
        
        case .ru:
            writeInt(&buf, Int32(2))
        
        
        case .en:
            writeInt(&buf, Int32(3))
        
        }
    }
}


#if swift(>=5.8)
@_documentation(visibility: private)
#endif
public func FfiConverterTypeLanguage_lift(_ buf: RustBuffer) throws -> Language {
    return try FfiConverterTypeLanguage.lift(buf)
}

#if swift(>=5.8)
@_documentation(visibility: private)
#endif
public func FfiConverterTypeLanguage_lower(_ value: Language) -> RustBuffer {
    return FfiConverterTypeLanguage.lower(value)
}



/**
 * Whether the level of a document is the same text as that of a post.
 */

public enum LevelMatch: Equatable, Hashable {
    
    /**
     * The same text.
     */
    case same
    /**
     * Not the same text. Which of the two is higher is not known.
     */
    case notTheSameText





}

#if compiler(>=6)
extension LevelMatch: Sendable {}
#endif

#if swift(>=5.8)
@_documentation(visibility: private)
#endif
public struct FfiConverterTypeLevelMatch: FfiConverterRustBuffer {
    typealias SwiftType = LevelMatch

    public static func read(from buf: inout (data: Data, offset: Data.Index)) throws -> LevelMatch {
        let variant: Int32 = try readInt(&buf)
        switch variant {
        
        case 1: return .same
        
        case 2: return .notTheSameText
        
        default: throw UniffiInternalError.unexpectedEnumCase
        }
    }

    public static func write(_ value: LevelMatch, into buf: inout [UInt8]) {
        switch value {
        
        
        case .same:
            writeInt(&buf, Int32(1))
        
        
        case .notTheSameText:
            writeInt(&buf, Int32(2))
        
        }
    }
}


#if swift(>=5.8)
@_documentation(visibility: private)
#endif
public func FfiConverterTypeLevelMatch_lift(_ buf: RustBuffer) throws -> LevelMatch {
    return try FfiConverterTypeLevelMatch.lift(buf)
}

#if swift(>=5.8)
@_documentation(visibility: private)
#endif
public func FfiConverterTypeLevelMatch_lower(_ value: LevelMatch) -> RustBuffer {
    return FfiConverterTypeLevelMatch.lower(value)
}



/**
 * Whether a document is valid on the evaluated day.
 */

public enum Outcome: Equatable, Hashable {
    
    /**
     * Every required check is satisfied.
     */
    case valid
    /**
     * At least one check is violated.
     */
    case invalid
    /**
     * No check is violated, and at least one could not be decided. Never treat it as valid.
     */
    case indeterminate





}

#if compiler(>=6)
extension Outcome: Sendable {}
#endif

#if swift(>=5.8)
@_documentation(visibility: private)
#endif
public struct FfiConverterTypeOutcome: FfiConverterRustBuffer {
    typealias SwiftType = Outcome

    public static func read(from buf: inout (data: Data, offset: Data.Index)) throws -> Outcome {
        let variant: Int32 = try readInt(&buf)
        switch variant {
        
        case 1: return .valid
        
        case 2: return .invalid
        
        case 3: return .indeterminate
        
        default: throw UniffiInternalError.unexpectedEnumCase
        }
    }

    public static func write(_ value: Outcome, into buf: inout [UInt8]) {
        switch value {
        
        
        case .valid:
            writeInt(&buf, Int32(1))
        
        
        case .invalid:
            writeInt(&buf, Int32(2))
        
        
        case .indeterminate:
            writeInt(&buf, Int32(3))
        
        }
    }
}


#if swift(>=5.8)
@_documentation(visibility: private)
#endif
public func FfiConverterTypeOutcome_lift(_ buf: RustBuffer) throws -> Outcome {
    return try FfiConverterTypeOutcome.lift(buf)
}

#if swift(>=5.8)
@_documentation(visibility: private)
#endif
public func FfiConverterTypeOutcome_lower(_ value: Outcome) -> RustBuffer {
    return FfiConverterTypeOutcome.lower(value)
}



/**
 * How the profession of a document relates to that of a post.
 */

public enum PostMatch: Equatable, Hashable {
    
    /**
     * The document is for the profession of the post.
     */
    case same
    /**
     * The document is for skills of the profession of the post (art. 20).
     */
    case partOfIt
    /**
     * The document is for another profession.
     */
    case another
    /**
     * The profession of the post is in another edition of the classifier only, so they cannot be compared.
     */
    case anotherEdition
    /**
     * The classifier has no such code or name, or the text names several professions; they cannot be compared.
     */
    case unknown
    /**
     * Nothing confirms the profession of the document, so they cannot be compared.
     */
    case notConfirmed
    /**
     * A page of the classifier cannot be read, so they cannot be compared.
     */
    case unreadable





}

#if compiler(>=6)
extension PostMatch: Sendable {}
#endif

#if swift(>=5.8)
@_documentation(visibility: private)
#endif
public struct FfiConverterTypePostMatch: FfiConverterRustBuffer {
    typealias SwiftType = PostMatch

    public static func read(from buf: inout (data: Data, offset: Data.Index)) throws -> PostMatch {
        let variant: Int32 = try readInt(&buf)
        switch variant {
        
        case 1: return .same
        
        case 2: return .partOfIt
        
        case 3: return .another
        
        case 4: return .anotherEdition
        
        case 5: return .unknown
        
        case 6: return .notConfirmed
        
        case 7: return .unreadable
        
        default: throw UniffiInternalError.unexpectedEnumCase
        }
    }

    public static func write(_ value: PostMatch, into buf: inout [UInt8]) {
        switch value {
        
        
        case .same:
            writeInt(&buf, Int32(1))
        
        
        case .partOfIt:
            writeInt(&buf, Int32(2))
        
        
        case .another:
            writeInt(&buf, Int32(3))
        
        
        case .anotherEdition:
            writeInt(&buf, Int32(4))
        
        
        case .unknown:
            writeInt(&buf, Int32(5))
        
        
        case .notConfirmed:
            writeInt(&buf, Int32(6))
        
        
        case .unreadable:
            writeInt(&buf, Int32(7))
        
        }
    }
}


#if swift(>=5.8)
@_documentation(visibility: private)
#endif
public func FfiConverterTypePostMatch_lift(_ buf: RustBuffer) throws -> PostMatch {
    return try FfiConverterTypePostMatch.lift(buf)
}

#if swift(>=5.8)
@_documentation(visibility: private)
#endif
public func FfiConverterTypePostMatch_lower(_ value: PostMatch) -> RustBuffer {
    return FfiConverterTypePostMatch.lower(value)
}



/**
 * Why a call failed. The bundle that was active before is still active, except after `DEVICE_CLOSED` and
 * `DEVICE_CLOSED_BY_UPDATE`.
 */
public 
enum RastauError: Swift.Error, Equatable, Hashable, Foundation.LocalizedError {

    
    
    /**
     * The program passed an invalid argument.
     */
    case Argument(
        /**
         * The error's code, 200 to 212.
         */code: ErrorCode, 
        /**
         * What is wrong, in English, for the log.
         */reason: String
    )
    /**
     * The input is not a document or a report, or was mistyped or misread.
     */
    case Input(
        /**
         * The error's code, 1 to 63.
         */code: ErrorCode, 
        /**
         * The message for the user.
         */text: Translations
    )
    /**
     * The bundle was refused, or its calendar of working days cannot be read.
     */
    case Bundle(
        /**
         * The error's code, 100 to 117, or 211 for the calendar.
         */code: ErrorCode, 
        /**
         * The message for the user.
         */text: Translations, 
        /**
         * What to store although the bundle was not accepted; none if there is nothing to store.
         */kept: KeptRoot?
    )
    /**
     * The disk, the device's directory or the source of an update failed.
     */
    case Disk(
        /**
         * The error's code, 120 to 139.
         */code: ErrorCode, 
        /**
         * The message for the user.
         */text: Translations, 
        /**
         * The same with the path and the operating system's error, in English, for the log.
         */reason: String
    )
    /**
     * A rule cannot be asked with these facts.
     */
    case Facts(
        /**
         * The error's code, 140 to 143.
         */code: ErrorCode, 
        /**
         * The message for the user, with the label that a form has for the fact.
         */text: Translations, 
        /**
         * What is wrong, with the name of the fact, in English, for the log.
         */reason: String
    )

    
    /**
     * Returns the error's code, whatever its kind.
     */
public func code() -> ErrorCode  {
    return try!  FfiConverterTypeErrorCode_lift(try! rustCall() {
        uniffiCallStatus in
    uniffi_rastau_mobile_fn_method_rastauerror_code(
            FfiConverterTypeRastauError_lower(self),uniffiCallStatus
    )
})
}
    

    
// The local Rust `Display` implementation.
public var description: String {
    return try!  FfiConverterString.lift(
        try! rustCall() {
        uniffiCallStatus in
    uniffi_rastau_mobile_fn_method_rastauerror_uniffi_trait_display(
            FfiConverterTypeRastauError_lower(self),uniffiCallStatus
    )
}
    )
}

    
    public var errorDescription: String? {
        String(reflecting: self)
    }
    
}

#if compiler(>=6)
extension RastauError: Sendable {}
#endif

#if swift(>=5.8)
@_documentation(visibility: private)
#endif
public struct FfiConverterTypeRastauError: FfiConverterRustBuffer {
    typealias SwiftType = RastauError

    public static func read(from buf: inout (data: Data, offset: Data.Index)) throws -> RastauError {
        let variant: Int32 = try readInt(&buf)
        switch variant {

        

        
        case 1: return .Argument(
            code: try FfiConverterTypeErrorCode.read(from: &buf), 
            reason: try FfiConverterString.read(from: &buf)
            )
        case 2: return .Input(
            code: try FfiConverterTypeErrorCode.read(from: &buf), 
            text: try FfiConverterTypeTranslations.read(from: &buf)
            )
        case 3: return .Bundle(
            code: try FfiConverterTypeErrorCode.read(from: &buf), 
            text: try FfiConverterTypeTranslations.read(from: &buf), 
            kept: try FfiConverterOptionTypeKeptRoot.read(from: &buf)
            )
        case 4: return .Disk(
            code: try FfiConverterTypeErrorCode.read(from: &buf), 
            text: try FfiConverterTypeTranslations.read(from: &buf), 
            reason: try FfiConverterString.read(from: &buf)
            )
        case 5: return .Facts(
            code: try FfiConverterTypeErrorCode.read(from: &buf), 
            text: try FfiConverterTypeTranslations.read(from: &buf), 
            reason: try FfiConverterString.read(from: &buf)
            )

         default: throw UniffiInternalError.unexpectedEnumCase
        }
    }

    public static func write(_ value: RastauError, into buf: inout [UInt8]) {
        switch value {

        

        
        
        case let .Argument(code,reason):
            writeInt(&buf, Int32(1))
            FfiConverterTypeErrorCode.write(code, into: &buf)
            FfiConverterString.write(reason, into: &buf)
            
        
        case let .Input(code,text):
            writeInt(&buf, Int32(2))
            FfiConverterTypeErrorCode.write(code, into: &buf)
            FfiConverterTypeTranslations.write(text, into: &buf)
            
        
        case let .Bundle(code,text,kept):
            writeInt(&buf, Int32(3))
            FfiConverterTypeErrorCode.write(code, into: &buf)
            FfiConverterTypeTranslations.write(text, into: &buf)
            FfiConverterOptionTypeKeptRoot.write(kept, into: &buf)
            
        
        case let .Disk(code,text,reason):
            writeInt(&buf, Int32(4))
            FfiConverterTypeErrorCode.write(code, into: &buf)
            FfiConverterTypeTranslations.write(text, into: &buf)
            FfiConverterString.write(reason, into: &buf)
            
        
        case let .Facts(code,text,reason):
            writeInt(&buf, Int32(5))
            FfiConverterTypeErrorCode.write(code, into: &buf)
            FfiConverterTypeTranslations.write(text, into: &buf)
            FfiConverterString.write(reason, into: &buf)
            
        }
    }
}


#if swift(>=5.8)
@_documentation(visibility: private)
#endif
public func FfiConverterTypeRastauError_lift(_ buf: RustBuffer) throws -> RastauError {
    return try FfiConverterTypeRastauError.lift(buf)
}

#if swift(>=5.8)
@_documentation(visibility: private)
#endif
public func FfiConverterTypeRastauError_lower(_ value: RastauError) -> RustBuffer {
    return FfiConverterTypeRastauError.lower(value)
}


/**
 * The source of a document's attributes.
 */

public enum Source: Equatable, Hashable {
    
    /**
     * The record of the register, opened with the verification code.
     */
    case register
    /**
     * The signed document; the register confirmed only its number.
     */
    case document
    /**
     * The input alone; nothing confirmed it.
     */
    case presented





}

#if compiler(>=6)
extension Source: Sendable {}
#endif

#if swift(>=5.8)
@_documentation(visibility: private)
#endif
public struct FfiConverterTypeSource: FfiConverterRustBuffer {
    typealias SwiftType = Source

    public static func read(from buf: inout (data: Data, offset: Data.Index)) throws -> Source {
        let variant: Int32 = try readInt(&buf)
        switch variant {
        
        case 1: return .register
        
        case 2: return .document
        
        case 3: return .presented
        
        default: throw UniffiInternalError.unexpectedEnumCase
        }
    }

    public static func write(_ value: Source, into buf: inout [UInt8]) {
        switch value {
        
        
        case .register:
            writeInt(&buf, Int32(1))
        
        
        case .document:
            writeInt(&buf, Int32(2))
        
        
        case .presented:
            writeInt(&buf, Int32(3))
        
        }
    }
}


#if swift(>=5.8)
@_documentation(visibility: private)
#endif
public func FfiConverterTypeSource_lift(_ buf: RustBuffer) throws -> Source {
    return try FfiConverterTypeSource.lift(buf)
}

#if swift(>=5.8)
@_documentation(visibility: private)
#endif
public func FfiConverterTypeSource_lower(_ value: Source) -> RustBuffer {
    return FfiConverterTypeSource.lower(value)
}



/**
 * A value that was compared or computed.
 */

public enum Value: Equatable, Hashable {
    
    /**
     * A civil date.
     */
    case date(
        /**
         * The date.
         */day: Day
    )
    /**
     * A time.
     */
    case time(
        /**
         * The time.
         */at: Date
    )
    /**
     * A count.
     */
    case number(
        /**
         * The count.
         */number: Int64
    )
    /**
     * True or false.
     */
    case flag(
        /**
         * Whether it is true.
         */yes: Bool
    )
    /**
     * A code or a stable name.
     */
    case text(
        /**
         * The code.
         */text: String
    )
    /**
     * Several codes or stable names.
     */
    case many(
        /**
         * The codes.
         */items: [String]
    )
    /**
     * A name from the register.
     */
    case name(
        /**
         * The name in each language.
         */text: Translations
    )





}

#if compiler(>=6)
extension Value: Sendable {}
#endif

#if swift(>=5.8)
@_documentation(visibility: private)
#endif
public struct FfiConverterTypeValue: FfiConverterRustBuffer {
    typealias SwiftType = Value

    public static func read(from buf: inout (data: Data, offset: Data.Index)) throws -> Value {
        let variant: Int32 = try readInt(&buf)
        switch variant {
        
        case 1: return .date(day: try FfiConverterTypeDay.read(from: &buf)
        )
        
        case 2: return .time(at: try FfiConverterTimestamp.read(from: &buf)
        )
        
        case 3: return .number(number: try FfiConverterInt64.read(from: &buf)
        )
        
        case 4: return .flag(yes: try FfiConverterBool.read(from: &buf)
        )
        
        case 5: return .text(text: try FfiConverterString.read(from: &buf)
        )
        
        case 6: return .many(items: try FfiConverterSequenceString.read(from: &buf)
        )
        
        case 7: return .name(text: try FfiConverterTypeTranslations.read(from: &buf)
        )
        
        default: throw UniffiInternalError.unexpectedEnumCase
        }
    }

    public static func write(_ value: Value, into buf: inout [UInt8]) {
        switch value {
        
        
        case let .date(day):
            writeInt(&buf, Int32(1))
            FfiConverterTypeDay.write(day, into: &buf)
            
        
        case let .time(at):
            writeInt(&buf, Int32(2))
            FfiConverterTimestamp.write(at, into: &buf)
            
        
        case let .number(number):
            writeInt(&buf, Int32(3))
            FfiConverterInt64.write(number, into: &buf)
            
        
        case let .flag(yes):
            writeInt(&buf, Int32(4))
            FfiConverterBool.write(yes, into: &buf)
            
        
        case let .text(text):
            writeInt(&buf, Int32(5))
            FfiConverterString.write(text, into: &buf)
            
        
        case let .many(items):
            writeInt(&buf, Int32(6))
            FfiConverterSequenceString.write(items, into: &buf)
            
        
        case let .name(text):
            writeInt(&buf, Int32(7))
            FfiConverterTypeTranslations.write(text, into: &buf)
            
        }
    }
}


#if swift(>=5.8)
@_documentation(visibility: private)
#endif
public func FfiConverterTypeValue_lift(_ buf: RustBuffer) throws -> Value {
    return try FfiConverterTypeValue.lift(buf)
}

#if swift(>=5.8)
@_documentation(visibility: private)
#endif
public func FfiConverterTypeValue_lower(_ value: Value) -> RustBuffer {
    return FfiConverterTypeValue.lower(value)
}



/**
 * What a session asks of the app.
 */

public enum Want: Equatable, Hashable {
    
    /**
     * Fetch a signed statement from the register's base address, past caches: its bytes with `take` from 0 on, at most `limit`
     * and one more, then `end`; or the HTTP status received instead, with `status`.
     */
    case statement(
        /**
         * The file's name below the base address, for example `fresh.cose`.
         */name: String, 
        /**
         * The largest number of bytes that it can have.
         */limit: Int64
    )
    /**
     * Fetch a segment, from the byte `from` on if the server can do that, without a content encoding: its bytes with `take`
     * or a file with `takeFile`, then `end`; or `status`.
     */
    case segment(
        /**
         * The file's name below the base address.
         */name: String, 
        /**
         * The number of bytes that are stored.
         */from: Int64, 
        /**
         * The length of the whole file in bytes, as signed.
         */length: Int64
    )
    /**
     * Everything is stored and verified: call `commit`.
     */
    case commit
    /**
     * The update ended with an error, which an earlier call threw.
     */
    case failed





}

#if compiler(>=6)
extension Want: Sendable {}
#endif

#if swift(>=5.8)
@_documentation(visibility: private)
#endif
public struct FfiConverterTypeWant: FfiConverterRustBuffer {
    typealias SwiftType = Want

    public static func read(from buf: inout (data: Data, offset: Data.Index)) throws -> Want {
        let variant: Int32 = try readInt(&buf)
        switch variant {
        
        case 1: return .statement(name: try FfiConverterString.read(from: &buf), limit: try FfiConverterInt64.read(from: &buf)
        )
        
        case 2: return .segment(name: try FfiConverterString.read(from: &buf), from: try FfiConverterInt64.read(from: &buf), length: try FfiConverterInt64.read(from: &buf)
        )
        
        case 3: return .commit
        
        case 4: return .failed
        
        default: throw UniffiInternalError.unexpectedEnumCase
        }
    }

    public static func write(_ value: Want, into buf: inout [UInt8]) {
        switch value {
        
        
        case let .statement(name,limit):
            writeInt(&buf, Int32(1))
            FfiConverterString.write(name, into: &buf)
            FfiConverterInt64.write(limit, into: &buf)
            
        
        case let .segment(name,from,length):
            writeInt(&buf, Int32(2))
            FfiConverterString.write(name, into: &buf)
            FfiConverterInt64.write(from, into: &buf)
            FfiConverterInt64.write(length, into: &buf)
            
        
        case .commit:
            writeInt(&buf, Int32(3))
        
        
        case .failed:
            writeInt(&buf, Int32(4))
        
        }
    }
}


#if swift(>=5.8)
@_documentation(visibility: private)
#endif
public func FfiConverterTypeWant_lift(_ buf: RustBuffer) throws -> Want {
    return try FfiConverterTypeWant.lift(buf)
}

#if swift(>=5.8)
@_documentation(visibility: private)
#endif
public func FfiConverterTypeWant_lower(_ value: Want) -> RustBuffer {
    return FfiConverterTypeWant.lower(value)
}


#if swift(>=5.8)
@_documentation(visibility: private)
#endif
fileprivate struct FfiConverterOptionInt32: FfiConverterRustBuffer {
    typealias SwiftType = Int32?

    public static func write(_ value: SwiftType, into buf: inout [UInt8]) {
        guard let value = value else {
            writeInt(&buf, Int8(0))
            return
        }
        writeInt(&buf, Int8(1))
        FfiConverterInt32.write(value, into: &buf)
    }

    public static func read(from buf: inout (data: Data, offset: Data.Index)) throws -> SwiftType {
        switch try readInt(&buf) as Int8 {
        case 0: return nil
        case 1: return try FfiConverterInt32.read(from: &buf)
        default: throw UniffiInternalError.unexpectedOptionalTag
        }
    }
}

#if swift(>=5.8)
@_documentation(visibility: private)
#endif
fileprivate struct FfiConverterOptionString: FfiConverterRustBuffer {
    typealias SwiftType = String?

    public static func write(_ value: SwiftType, into buf: inout [UInt8]) {
        guard let value = value else {
            writeInt(&buf, Int8(0))
            return
        }
        writeInt(&buf, Int8(1))
        FfiConverterString.write(value, into: &buf)
    }

    public static func read(from buf: inout (data: Data, offset: Data.Index)) throws -> SwiftType {
        switch try readInt(&buf) as Int8 {
        case 0: return nil
        case 1: return try FfiConverterString.read(from: &buf)
        default: throw UniffiInternalError.unexpectedOptionalTag
        }
    }
}

#if swift(>=5.8)
@_documentation(visibility: private)
#endif
fileprivate struct FfiConverterOptionData: FfiConverterRustBuffer {
    typealias SwiftType = Data?

    public static func write(_ value: SwiftType, into buf: inout [UInt8]) {
        guard let value = value else {
            writeInt(&buf, Int8(0))
            return
        }
        writeInt(&buf, Int8(1))
        FfiConverterData.write(value, into: &buf)
    }

    public static func read(from buf: inout (data: Data, offset: Data.Index)) throws -> SwiftType {
        switch try readInt(&buf) as Int8 {
        case 0: return nil
        case 1: return try FfiConverterData.read(from: &buf)
        default: throw UniffiInternalError.unexpectedOptionalTag
        }
    }
}

#if swift(>=5.8)
@_documentation(visibility: private)
#endif
fileprivate struct FfiConverterOptionTimestamp: FfiConverterRustBuffer {
    typealias SwiftType = Date?

    public static func write(_ value: SwiftType, into buf: inout [UInt8]) {
        guard let value = value else {
            writeInt(&buf, Int8(0))
            return
        }
        writeInt(&buf, Int8(1))
        FfiConverterTimestamp.write(value, into: &buf)
    }

    public static func read(from buf: inout (data: Data, offset: Data.Index)) throws -> SwiftType {
        switch try readInt(&buf) as Int8 {
        case 0: return nil
        case 1: return try FfiConverterTimestamp.read(from: &buf)
        default: throw UniffiInternalError.unexpectedOptionalTag
        }
    }
}

#if swift(>=5.8)
@_documentation(visibility: private)
#endif
fileprivate struct FfiConverterOptionDuration: FfiConverterRustBuffer {
    typealias SwiftType = TimeInterval?

    public static func write(_ value: SwiftType, into buf: inout [UInt8]) {
        guard let value = value else {
            writeInt(&buf, Int8(0))
            return
        }
        writeInt(&buf, Int8(1))
        FfiConverterDuration.write(value, into: &buf)
    }

    public static func read(from buf: inout (data: Data, offset: Data.Index)) throws -> SwiftType {
        switch try readInt(&buf) as Int8 {
        case 0: return nil
        case 1: return try FfiConverterDuration.read(from: &buf)
        default: throw UniffiInternalError.unexpectedOptionalTag
        }
    }
}

#if swift(>=5.8)
@_documentation(visibility: private)
#endif
fileprivate struct FfiConverterOptionTypeCalendarSpan: FfiConverterRustBuffer {
    typealias SwiftType = CalendarSpan?

    public static func write(_ value: SwiftType, into buf: inout [UInt8]) {
        guard let value = value else {
            writeInt(&buf, Int8(0))
            return
        }
        writeInt(&buf, Int8(1))
        FfiConverterTypeCalendarSpan.write(value, into: &buf)
    }

    public static func read(from buf: inout (data: Data, offset: Data.Index)) throws -> SwiftType {
        switch try readInt(&buf) as Int8 {
        case 0: return nil
        case 1: return try FfiConverterTypeCalendarSpan.read(from: &buf)
        default: throw UniffiInternalError.unexpectedOptionalTag
        }
    }
}

#if swift(>=5.8)
@_documentation(visibility: private)
#endif
fileprivate struct FfiConverterOptionTypeDeviceUpdate: FfiConverterRustBuffer {
    typealias SwiftType = DeviceUpdate?

    public static func write(_ value: SwiftType, into buf: inout [UInt8]) {
        guard let value = value else {
            writeInt(&buf, Int8(0))
            return
        }
        writeInt(&buf, Int8(1))
        FfiConverterTypeDeviceUpdate.write(value, into: &buf)
    }

    public static func read(from buf: inout (data: Data, offset: Data.Index)) throws -> SwiftType {
        switch try readInt(&buf) as Int8 {
        case 0: return nil
        case 1: return try FfiConverterTypeDeviceUpdate.read(from: &buf)
        default: throw UniffiInternalError.unexpectedOptionalTag
        }
    }
}

#if swift(>=5.8)
@_documentation(visibility: private)
#endif
fileprivate struct FfiConverterOptionTypeHolder: FfiConverterRustBuffer {
    typealias SwiftType = Holder?

    public static func write(_ value: SwiftType, into buf: inout [UInt8]) {
        guard let value = value else {
            writeInt(&buf, Int8(0))
            return
        }
        writeInt(&buf, Int8(1))
        FfiConverterTypeHolder.write(value, into: &buf)
    }

    public static func read(from buf: inout (data: Data, offset: Data.Index)) throws -> SwiftType {
        switch try readInt(&buf) as Int8 {
        case 0: return nil
        case 1: return try FfiConverterTypeHolder.read(from: &buf)
        default: throw UniffiInternalError.unexpectedOptionalTag
        }
    }
}

#if swift(>=5.8)
@_documentation(visibility: private)
#endif
fileprivate struct FfiConverterOptionTypeKeptRoot: FfiConverterRustBuffer {
    typealias SwiftType = KeptRoot?

    public static func write(_ value: SwiftType, into buf: inout [UInt8]) {
        guard let value = value else {
            writeInt(&buf, Int8(0))
            return
        }
        writeInt(&buf, Int8(1))
        FfiConverterTypeKeptRoot.write(value, into: &buf)
    }

    public static func read(from buf: inout (data: Data, offset: Data.Index)) throws -> SwiftType {
        switch try readInt(&buf) as Int8 {
        case 0: return nil
        case 1: return try FfiConverterTypeKeptRoot.read(from: &buf)
        default: throw UniffiInternalError.unexpectedOptionalTag
        }
    }
}

#if swift(>=5.8)
@_documentation(visibility: private)
#endif
fileprivate struct FfiConverterOptionTypeNamed: FfiConverterRustBuffer {
    typealias SwiftType = Named?

    public static func write(_ value: SwiftType, into buf: inout [UInt8]) {
        guard let value = value else {
            writeInt(&buf, Int8(0))
            return
        }
        writeInt(&buf, Int8(1))
        FfiConverterTypeNamed.write(value, into: &buf)
    }

    public static func read(from buf: inout (data: Data, offset: Data.Index)) throws -> SwiftType {
        switch try readInt(&buf) as Int8 {
        case 0: return nil
        case 1: return try FfiConverterTypeNamed.read(from: &buf)
        default: throw UniffiInternalError.unexpectedOptionalTag
        }
    }
}

#if swift(>=5.8)
@_documentation(visibility: private)
#endif
fileprivate struct FfiConverterOptionTypePolicy: FfiConverterRustBuffer {
    typealias SwiftType = Policy?

    public static func write(_ value: SwiftType, into buf: inout [UInt8]) {
        guard let value = value else {
            writeInt(&buf, Int8(0))
            return
        }
        writeInt(&buf, Int8(1))
        FfiConverterTypePolicy.write(value, into: &buf)
    }

    public static func read(from buf: inout (data: Data, offset: Data.Index)) throws -> SwiftType {
        switch try readInt(&buf) as Int8 {
        case 0: return nil
        case 1: return try FfiConverterTypePolicy.read(from: &buf)
        default: throw UniffiInternalError.unexpectedOptionalTag
        }
    }
}

#if swift(>=5.8)
@_documentation(visibility: private)
#endif
fileprivate struct FfiConverterOptionTypePost: FfiConverterRustBuffer {
    typealias SwiftType = Post?

    public static func write(_ value: SwiftType, into buf: inout [UInt8]) {
        guard let value = value else {
            writeInt(&buf, Int8(0))
            return
        }
        writeInt(&buf, Int8(1))
        FfiConverterTypePost.write(value, into: &buf)
    }

    public static func read(from buf: inout (data: Data, offset: Data.Index)) throws -> SwiftType {
        switch try readInt(&buf) as Int8 {
        case 0: return nil
        case 1: return try FfiConverterTypePost.read(from: &buf)
        default: throw UniffiInternalError.unexpectedOptionalTag
        }
    }
}

#if swift(>=5.8)
@_documentation(visibility: private)
#endif
fileprivate struct FfiConverterOptionTypePostComparison: FfiConverterRustBuffer {
    typealias SwiftType = PostComparison?

    public static func write(_ value: SwiftType, into buf: inout [UInt8]) {
        guard let value = value else {
            writeInt(&buf, Int8(0))
            return
        }
        writeInt(&buf, Int8(1))
        FfiConverterTypePostComparison.write(value, into: &buf)
    }

    public static func read(from buf: inout (data: Data, offset: Data.Index)) throws -> SwiftType {
        switch try readInt(&buf) as Int8 {
        case 0: return nil
        case 1: return try FfiConverterTypePostComparison.read(from: &buf)
        default: throw UniffiInternalError.unexpectedOptionalTag
        }
    }
}

#if swift(>=5.8)
@_documentation(visibility: private)
#endif
fileprivate struct FfiConverterOptionTypeQuestion: FfiConverterRustBuffer {
    typealias SwiftType = Question?

    public static func write(_ value: SwiftType, into buf: inout [UInt8]) {
        guard let value = value else {
            writeInt(&buf, Int8(0))
            return
        }
        writeInt(&buf, Int8(1))
        FfiConverterTypeQuestion.write(value, into: &buf)
    }

    public static func read(from buf: inout (data: Data, offset: Data.Index)) throws -> SwiftType {
        switch try readInt(&buf) as Int8 {
        case 0: return nil
        case 1: return try FfiConverterTypeQuestion.read(from: &buf)
        default: throw UniffiInternalError.unexpectedOptionalTag
        }
    }
}

#if swift(>=5.8)
@_documentation(visibility: private)
#endif
fileprivate struct FfiConverterOptionTypeRuleText: FfiConverterRustBuffer {
    typealias SwiftType = RuleText?

    public static func write(_ value: SwiftType, into buf: inout [UInt8]) {
        guard let value = value else {
            writeInt(&buf, Int8(0))
            return
        }
        writeInt(&buf, Int8(1))
        FfiConverterTypeRuleText.write(value, into: &buf)
    }

    public static func read(from buf: inout (data: Data, offset: Data.Index)) throws -> SwiftType {
        switch try readInt(&buf) as Int8 {
        case 0: return nil
        case 1: return try FfiConverterTypeRuleText.read(from: &buf)
        default: throw UniffiInternalError.unexpectedOptionalTag
        }
    }
}

#if swift(>=5.8)
@_documentation(visibility: private)
#endif
fileprivate struct FfiConverterOptionTypeStatedBeside: FfiConverterRustBuffer {
    typealias SwiftType = StatedBeside?

    public static func write(_ value: SwiftType, into buf: inout [UInt8]) {
        guard let value = value else {
            writeInt(&buf, Int8(0))
            return
        }
        writeInt(&buf, Int8(1))
        FfiConverterTypeStatedBeside.write(value, into: &buf)
    }

    public static func read(from buf: inout (data: Data, offset: Data.Index)) throws -> SwiftType {
        switch try readInt(&buf) as Int8 {
        case 0: return nil
        case 1: return try FfiConverterTypeStatedBeside.read(from: &buf)
        default: throw UniffiInternalError.unexpectedOptionalTag
        }
    }
}

#if swift(>=5.8)
@_documentation(visibility: private)
#endif
fileprivate struct FfiConverterOptionTypeTranslations: FfiConverterRustBuffer {
    typealias SwiftType = Translations?

    public static func write(_ value: SwiftType, into buf: inout [UInt8]) {
        guard let value = value else {
            writeInt(&buf, Int8(0))
            return
        }
        writeInt(&buf, Int8(1))
        FfiConverterTypeTranslations.write(value, into: &buf)
    }

    public static func read(from buf: inout (data: Data, offset: Data.Index)) throws -> SwiftType {
        switch try readInt(&buf) as Int8 {
        case 0: return nil
        case 1: return try FfiConverterTypeTranslations.read(from: &buf)
        default: throw UniffiInternalError.unexpectedOptionalTag
        }
    }
}

#if swift(>=5.8)
@_documentation(visibility: private)
#endif
fileprivate struct FfiConverterOptionTypeVerdictText: FfiConverterRustBuffer {
    typealias SwiftType = VerdictText?

    public static func write(_ value: SwiftType, into buf: inout [UInt8]) {
        guard let value = value else {
            writeInt(&buf, Int8(0))
            return
        }
        writeInt(&buf, Int8(1))
        FfiConverterTypeVerdictText.write(value, into: &buf)
    }

    public static func read(from buf: inout (data: Data, offset: Data.Index)) throws -> SwiftType {
        switch try readInt(&buf) as Int8 {
        case 0: return nil
        case 1: return try FfiConverterTypeVerdictText.read(from: &buf)
        default: throw UniffiInternalError.unexpectedOptionalTag
        }
    }
}

#if swift(>=5.8)
@_documentation(visibility: private)
#endif
fileprivate struct FfiConverterOptionTypeBasis: FfiConverterRustBuffer {
    typealias SwiftType = Basis?

    public static func write(_ value: SwiftType, into buf: inout [UInt8]) {
        guard let value = value else {
            writeInt(&buf, Int8(0))
            return
        }
        writeInt(&buf, Int8(1))
        FfiConverterTypeBasis.write(value, into: &buf)
    }

    public static func read(from buf: inout (data: Data, offset: Data.Index)) throws -> SwiftType {
        switch try readInt(&buf) as Int8 {
        case 0: return nil
        case 1: return try FfiConverterTypeBasis.read(from: &buf)
        default: throw UniffiInternalError.unexpectedOptionalTag
        }
    }
}

#if swift(>=5.8)
@_documentation(visibility: private)
#endif
fileprivate struct FfiConverterOptionTypeLanguage: FfiConverterRustBuffer {
    typealias SwiftType = Language?

    public static func write(_ value: SwiftType, into buf: inout [UInt8]) {
        guard let value = value else {
            writeInt(&buf, Int8(0))
            return
        }
        writeInt(&buf, Int8(1))
        FfiConverterTypeLanguage.write(value, into: &buf)
    }

    public static func read(from buf: inout (data: Data, offset: Data.Index)) throws -> SwiftType {
        switch try readInt(&buf) as Int8 {
        case 0: return nil
        case 1: return try FfiConverterTypeLanguage.read(from: &buf)
        default: throw UniffiInternalError.unexpectedOptionalTag
        }
    }
}

#if swift(>=5.8)
@_documentation(visibility: private)
#endif
fileprivate struct FfiConverterOptionTypeLevelMatch: FfiConverterRustBuffer {
    typealias SwiftType = LevelMatch?

    public static func write(_ value: SwiftType, into buf: inout [UInt8]) {
        guard let value = value else {
            writeInt(&buf, Int8(0))
            return
        }
        writeInt(&buf, Int8(1))
        FfiConverterTypeLevelMatch.write(value, into: &buf)
    }

    public static func read(from buf: inout (data: Data, offset: Data.Index)) throws -> SwiftType {
        switch try readInt(&buf) as Int8 {
        case 0: return nil
        case 1: return try FfiConverterTypeLevelMatch.read(from: &buf)
        default: throw UniffiInternalError.unexpectedOptionalTag
        }
    }
}

#if swift(>=5.8)
@_documentation(visibility: private)
#endif
fileprivate struct FfiConverterOptionSequenceString: FfiConverterRustBuffer {
    typealias SwiftType = [String]?

    public static func write(_ value: SwiftType, into buf: inout [UInt8]) {
        guard let value = value else {
            writeInt(&buf, Int8(0))
            return
        }
        writeInt(&buf, Int8(1))
        FfiConverterSequenceString.write(value, into: &buf)
    }

    public static func read(from buf: inout (data: Data, offset: Data.Index)) throws -> SwiftType {
        switch try readInt(&buf) as Int8 {
        case 0: return nil
        case 1: return try FfiConverterSequenceString.read(from: &buf)
        default: throw UniffiInternalError.unexpectedOptionalTag
        }
    }
}

#if swift(>=5.8)
@_documentation(visibility: private)
#endif
fileprivate struct FfiConverterOptionTypeDay: FfiConverterRustBuffer {
    typealias SwiftType = Day?

    public static func write(_ value: SwiftType, into buf: inout [UInt8]) {
        guard let value = value else {
            writeInt(&buf, Int8(0))
            return
        }
        writeInt(&buf, Int8(1))
        FfiConverterTypeDay.write(value, into: &buf)
    }

    public static func read(from buf: inout (data: Data, offset: Data.Index)) throws -> SwiftType {
        switch try readInt(&buf) as Int8 {
        case 0: return nil
        case 1: return try FfiConverterTypeDay.read(from: &buf)
        default: throw UniffiInternalError.unexpectedOptionalTag
        }
    }
}

#if swift(>=5.8)
@_documentation(visibility: private)
#endif
fileprivate struct FfiConverterSequenceString: FfiConverterRustBuffer {
    typealias SwiftType = [String]

    public static func write(_ value: [String], into buf: inout [UInt8]) {
        let len = Int32(value.count)
        writeInt(&buf, len)
        for item in value {
            FfiConverterString.write(item, into: &buf)
        }
    }

    public static func read(from buf: inout (data: Data, offset: Data.Index)) throws -> [String] {
        let len: Int32 = try readInt(&buf)
        var seq = [String]()
        seq.reserveCapacity(Int(len))
        for _ in 0 ..< len {
            seq.append(try FfiConverterString.read(from: &buf))
        }
        return seq
    }
}

#if swift(>=5.8)
@_documentation(visibility: private)
#endif
fileprivate struct FfiConverterSequenceTypeFinding: FfiConverterRustBuffer {
    typealias SwiftType = [Finding]

    public static func write(_ value: [Finding], into buf: inout [UInt8]) {
        let len = Int32(value.count)
        writeInt(&buf, len)
        for item in value {
            FfiConverterTypeFinding.write(item, into: &buf)
        }
    }

    public static func read(from buf: inout (data: Data, offset: Data.Index)) throws -> [Finding] {
        let len: Int32 = try readInt(&buf)
        var seq = [Finding]()
        seq.reserveCapacity(Int(len))
        for _ in 0 ..< len {
            seq.append(try FfiConverterTypeFinding.read(from: &buf))
        }
        return seq
    }
}

#if swift(>=5.8)
@_documentation(visibility: private)
#endif
fileprivate struct FfiConverterSequenceTypeFindingText: FfiConverterRustBuffer {
    typealias SwiftType = [FindingText]

    public static func write(_ value: [FindingText], into buf: inout [UInt8]) {
        let len = Int32(value.count)
        writeInt(&buf, len)
        for item in value {
            FfiConverterTypeFindingText.write(item, into: &buf)
        }
    }

    public static func read(from buf: inout (data: Data, offset: Data.Index)) throws -> [FindingText] {
        let len: Int32 = try readInt(&buf)
        var seq = [FindingText]()
        seq.reserveCapacity(Int(len))
        for _ in 0 ..< len {
            seq.append(try FfiConverterTypeFindingText.read(from: &buf))
        }
        return seq
    }
}

#if swift(>=5.8)
@_documentation(visibility: private)
#endif
fileprivate struct FfiConverterSequenceTypeNamed: FfiConverterRustBuffer {
    typealias SwiftType = [Named]

    public static func write(_ value: [Named], into buf: inout [UInt8]) {
        let len = Int32(value.count)
        writeInt(&buf, len)
        for item in value {
            FfiConverterTypeNamed.write(item, into: &buf)
        }
    }

    public static func read(from buf: inout (data: Data, offset: Data.Index)) throws -> [Named] {
        let len: Int32 = try readInt(&buf)
        var seq = [Named]()
        seq.reserveCapacity(Int(len))
        for _ in 0 ..< len {
            seq.append(try FfiConverterTypeNamed.read(from: &buf))
        }
        return seq
    }
}

#if swift(>=5.8)
@_documentation(visibility: private)
#endif
fileprivate struct FfiConverterSequenceTypeNamedValue: FfiConverterRustBuffer {
    typealias SwiftType = [NamedValue]

    public static func write(_ value: [NamedValue], into buf: inout [UInt8]) {
        let len = Int32(value.count)
        writeInt(&buf, len)
        for item in value {
            FfiConverterTypeNamedValue.write(item, into: &buf)
        }
    }

    public static func read(from buf: inout (data: Data, offset: Data.Index)) throws -> [NamedValue] {
        let len: Int32 = try readInt(&buf)
        var seq = [NamedValue]()
        seq.reserveCapacity(Int(len))
        for _ in 0 ..< len {
            seq.append(try FfiConverterTypeNamedValue.read(from: &buf))
        }
        return seq
    }
}

#if swift(>=5.8)
@_documentation(visibility: private)
#endif
fileprivate struct FfiConverterSequenceTypeReading: FfiConverterRustBuffer {
    typealias SwiftType = [Reading]

    public static func write(_ value: [Reading], into buf: inout [UInt8]) {
        let len = Int32(value.count)
        writeInt(&buf, len)
        for item in value {
            FfiConverterTypeReading.write(item, into: &buf)
        }
    }

    public static func read(from buf: inout (data: Data, offset: Data.Index)) throws -> [Reading] {
        let len: Int32 = try readInt(&buf)
        var seq = [Reading]()
        seq.reserveCapacity(Int(len))
        for _ in 0 ..< len {
            seq.append(try FfiConverterTypeReading.read(from: &buf))
        }
        return seq
    }
}

#if swift(>=5.8)
@_documentation(visibility: private)
#endif
fileprivate struct FfiConverterSequenceTypeRow: FfiConverterRustBuffer {
    typealias SwiftType = [Row]

    public static func write(_ value: [Row], into buf: inout [UInt8]) {
        let len = Int32(value.count)
        writeInt(&buf, len)
        for item in value {
            FfiConverterTypeRow.write(item, into: &buf)
        }
    }

    public static func read(from buf: inout (data: Data, offset: Data.Index)) throws -> [Row] {
        let len: Int32 = try readInt(&buf)
        var seq = [Row]()
        seq.reserveCapacity(Int(len))
        for _ in 0 ..< len {
            seq.append(try FfiConverterTypeRow.read(from: &buf))
        }
        return seq
    }
}

#if swift(>=5.8)
@_documentation(visibility: private)
#endif
fileprivate struct FfiConverterSequenceTypeRuleAnswer: FfiConverterRustBuffer {
    typealias SwiftType = [RuleAnswer]

    public static func write(_ value: [RuleAnswer], into buf: inout [UInt8]) {
        let len = Int32(value.count)
        writeInt(&buf, len)
        for item in value {
            FfiConverterTypeRuleAnswer.write(item, into: &buf)
        }
    }

    public static func read(from buf: inout (data: Data, offset: Data.Index)) throws -> [RuleAnswer] {
        let len: Int32 = try readInt(&buf)
        var seq = [RuleAnswer]()
        seq.reserveCapacity(Int(len))
        for _ in 0 ..< len {
            seq.append(try FfiConverterTypeRuleAnswer.read(from: &buf))
        }
        return seq
    }
}

#if swift(>=5.8)
@_documentation(visibility: private)
#endif
fileprivate struct FfiConverterSequenceTypeRuleInfo: FfiConverterRustBuffer {
    typealias SwiftType = [RuleInfo]

    public static func write(_ value: [RuleInfo], into buf: inout [UInt8]) {
        let len = Int32(value.count)
        writeInt(&buf, len)
        for item in value {
            FfiConverterTypeRuleInfo.write(item, into: &buf)
        }
    }

    public static func read(from buf: inout (data: Data, offset: Data.Index)) throws -> [RuleInfo] {
        let len: Int32 = try readInt(&buf)
        var seq = [RuleInfo]()
        seq.reserveCapacity(Int(len))
        for _ in 0 ..< len {
            seq.append(try FfiConverterTypeRuleInfo.read(from: &buf))
        }
        return seq
    }
}

#if swift(>=5.8)
@_documentation(visibility: private)
#endif
fileprivate struct FfiConverterSequenceTypeRuleText: FfiConverterRustBuffer {
    typealias SwiftType = [RuleText]

    public static func write(_ value: [RuleText], into buf: inout [UInt8]) {
        let len = Int32(value.count)
        writeInt(&buf, len)
        for item in value {
            FfiConverterTypeRuleText.write(item, into: &buf)
        }
    }

    public static func read(from buf: inout (data: Data, offset: Data.Index)) throws -> [RuleText] {
        let len: Int32 = try readInt(&buf)
        var seq = [RuleText]()
        seq.reserveCapacity(Int(len))
        for _ in 0 ..< len {
            seq.append(try FfiConverterTypeRuleText.read(from: &buf))
        }
        return seq
    }
}

#if swift(>=5.8)
@_documentation(visibility: private)
#endif
fileprivate struct FfiConverterSequenceTypeStep: FfiConverterRustBuffer {
    typealias SwiftType = [Step]

    public static func write(_ value: [Step], into buf: inout [UInt8]) {
        let len = Int32(value.count)
        writeInt(&buf, len)
        for item in value {
            FfiConverterTypeStep.write(item, into: &buf)
        }
    }

    public static func read(from buf: inout (data: Data, offset: Data.Index)) throws -> [Step] {
        let len: Int32 = try readInt(&buf)
        var seq = [Step]()
        seq.reserveCapacity(Int(len))
        for _ in 0 ..< len {
            seq.append(try FfiConverterTypeStep.read(from: &buf))
        }
        return seq
    }
}

#if swift(>=5.8)
@_documentation(visibility: private)
#endif
fileprivate struct FfiConverterSequenceTypeFact: FfiConverterRustBuffer {
    typealias SwiftType = [Fact]

    public static func write(_ value: [Fact], into buf: inout [UInt8]) {
        let len = Int32(value.count)
        writeInt(&buf, len)
        for item in value {
            FfiConverterTypeFact.write(item, into: &buf)
        }
    }

    public static func read(from buf: inout (data: Data, offset: Data.Index)) throws -> [Fact] {
        let len: Int32 = try readInt(&buf)
        var seq = [Fact]()
        seq.reserveCapacity(Int(len))
        for _ in 0 ..< len {
            seq.append(try FfiConverterTypeFact.read(from: &buf))
        }
        return seq
    }
}

#if swift(>=5.8)
@_documentation(visibility: private)
#endif
fileprivate struct FfiConverterDictionaryStringTypeFact: FfiConverterRustBuffer {
    public static func write(_ value: [String: Fact], into buf: inout [UInt8]) {
        let len = Int32(value.count)
        writeInt(&buf, len)
        for (key, value) in value {
            FfiConverterString.write(key, into: &buf)
            FfiConverterTypeFact.write(value, into: &buf)
        }
    }

    public static func read(from buf: inout (data: Data, offset: Data.Index)) throws -> [String: Fact] {
        let len: Int32 = try readInt(&buf)
        var dict = [String: Fact]()
        dict.reserveCapacity(Int(len))
        for _ in 0..<len {
            let key = try FfiConverterString.read(from: &buf)
            let value = try FfiConverterTypeFact.read(from: &buf)
            dict[key] = value
        }
        return dict
    }
}


public typealias Day = String

#if swift(>=5.8)
@_documentation(visibility: private)
#endif
public struct FfiConverterTypeDay: FfiConverter {
    public static func read(from buf: inout (data: Data, offset: Data.Index)) throws -> Day {
        return try FfiConverterString.read(from: &buf)
    }

    public static func write(_ value: Day, into buf: inout [UInt8]) {
        return FfiConverterString.write(value, into: &buf)
    }

    public static func lift(_ value: RustBuffer) throws -> Day {
        return try FfiConverterString.lift(value)
    }

    public static func lower(_ value: Day) -> RustBuffer {
        return FfiConverterString.lower(value)
    }
}


#if swift(>=5.8)
@_documentation(visibility: private)
#endif
public func FfiConverterTypeDay_lift(_ value: RustBuffer) throws -> Day {
    return try FfiConverterTypeDay.lift(value)
}

#if swift(>=5.8)
@_documentation(visibility: private)
#endif
public func FfiConverterTypeDay_lower(_ value: Day) -> RustBuffer {
    return FfiConverterTypeDay.lower(value)
}

/**
 * Checks that a verification code was typed without a mistake; throws what is wrong with it. Whether a document with that
 * code exists is not checked.
 */
public func checkCode(code: String)throws   {try rustCallWithError(FfiConverterTypeRastauError_lift) {
        uniffiCallStatus in
    uniffi_rastau_mobile_fn_func_check_code(
        FfiConverterString.lower(code),uniffiCallStatus
    )
}
}
/**
 * Describes an identity number in a sentence.
 */
public func explainIdentity(number: String, language: Language) -> String  {
    return try!  FfiConverterString.lift(try! rustCall() {
        uniffiCallStatus in
    uniffi_rastau_mobile_fn_func_explain_identity(
        FfiConverterString.lower(number),
        FfiConverterTypeLanguage_lower(language),uniffiCallStatus
    )
})
}
/**
 * Returns the kind of an identity number. White space around it is ignored.
 */
public func identify(number: String) -> Identity  {
    return try!  FfiConverterTypeIdentity_lift(try! rustCall() {
        uniffiCallStatus in
    uniffi_rastau_mobile_fn_func_identify(
        FfiConverterString.lower(number),uniffiCallStatus
    )
})
}
/**
 * Answers a rule with the built-in calendar of working days. A verifier uses the register's calendar.
 */
public func evaluateRule(id: String, facts: [String: Fact], language: Language? = nil)throws  -> RuleAnswer  {
    return try  FfiConverterTypeRuleAnswer_lift(try rustCallWithError(FfiConverterTypeRastauError_lift) {
        uniffiCallStatus in
    uniffi_rastau_mobile_fn_func_evaluate_rule(
        FfiConverterString.lower(id),
        FfiConverterDictionaryStringTypeFact.lower(facts),
        FfiConverterOptionTypeLanguage.lower(language),uniffiCallStatus
    )
})
}
/**
 * Returns every rule of the Law, and the composite questions.
 */
public func rules()throws  -> [RuleInfo]  {
    return try  FfiConverterSequenceTypeRuleInfo.lift(try rustCallWithError(FfiConverterTypeRastauError_lift) {
        uniffiCallStatus in
    uniffi_rastau_mobile_fn_func_rules(uniffiCallStatus
    )
})
}
/**
 * Verifies the input of a report again, against the bundle at `path`, as of the report's time, and compares. `trust_root` comes
 * with the app; none uses the bundle's own, and the text says that nothing confirms it.
 */
public func repeatReport(report: String, input: String, path: String, language: Language, trustRoot: Data? = nil)throws  -> Repetition  {
    return try  FfiConverterTypeRepetition_lift(try rustCallWithError(FfiConverterTypeRastauError_lift) {
        uniffiCallStatus in
    uniffi_rastau_mobile_fn_func_repeat_report(
        FfiConverterString.lower(report),
        FfiConverterString.lower(input),
        FfiConverterString.lower(path),
        FfiConverterTypeLanguage_lower(language),
        FfiConverterOptionData.lower(trustRoot),uniffiCallStatus
    )
})
}
/**
 * Returns the oldest trust root in a bundle: for setting up a device while an operator compares its fingerprint, and for
 * experiments. A forged bundle has a forged root.
 */
public func bundleRoot(path: String)throws  -> Data  {
    return try  FfiConverterData.lift(try rustCallWithError(FfiConverterTypeRastauError_lift) {
        uniffiCallStatus in
    uniffi_rastau_mobile_fn_func_bundle_root(
        FfiConverterString.lower(path),uniffiCallStatus
    )
})
}
/**
 * Checks that a text can be read as a document or a form, without a bundle; throws the reason if not. Whether the document is
 * valid is not checked.
 */
public func checkInput(text: String)throws   {try rustCallWithError(FfiConverterTypeRastauError_lift) {
        uniffiCallStatus in
    uniffi_rastau_mobile_fn_func_check_input(
        FfiConverterString.lower(text),uniffiCallStatus
    )
}
}

private enum InitializationResult {
    case ok
    case contractVersionMismatch
    case apiChecksumMismatch
}
// Use a global variable to perform the versioning checks. Swift ensures that
// the code inside is only computed once.
private let initializationResult: InitializationResult = {
    // Get the bindings contract version from our ComponentInterface
    let bindings_contract_version = 30
    // Get the scaffolding contract version by calling the into the dylib
    let scaffolding_contract_version = ffi_rastau_mobile_uniffi_contract_version()
    if bindings_contract_version != scaffolding_contract_version {
        return InitializationResult.contractVersionMismatch
    }
    if (uniffi_rastau_mobile_checksum_func_check_code() != 60965) {
        return InitializationResult.apiChecksumMismatch
    }
    if (uniffi_rastau_mobile_checksum_func_explain_identity() != 24024) {
        return InitializationResult.apiChecksumMismatch
    }
    if (uniffi_rastau_mobile_checksum_func_identify() != 62762) {
        return InitializationResult.apiChecksumMismatch
    }
    if (uniffi_rastau_mobile_checksum_func_evaluate_rule() != 10003) {
        return InitializationResult.apiChecksumMismatch
    }
    if (uniffi_rastau_mobile_checksum_func_rules() != 47648) {
        return InitializationResult.apiChecksumMismatch
    }
    if (uniffi_rastau_mobile_checksum_func_repeat_report() != 63749) {
        return InitializationResult.apiChecksumMismatch
    }
    if (uniffi_rastau_mobile_checksum_func_bundle_root() != 6757) {
        return InitializationResult.apiChecksumMismatch
    }
    if (uniffi_rastau_mobile_checksum_func_check_input() != 24384) {
        return InitializationResult.apiChecksumMismatch
    }
    if (uniffi_rastau_mobile_checksum_method_device_generation() != 49096) {
        return InitializationResult.apiChecksumMismatch
    }
    if (uniffi_rastau_mobile_checksum_method_device_update() != 19255) {
        return InitializationResult.apiChecksumMismatch
    }
    if (uniffi_rastau_mobile_checksum_method_updatesession_closes_service() != 30730) {
        return InitializationResult.apiChecksumMismatch
    }
    if (uniffi_rastau_mobile_checksum_method_updatesession_commit() != 57196) {
        return InitializationResult.apiChecksumMismatch
    }
    if (uniffi_rastau_mobile_checksum_method_updatesession_end() != 41684) {
        return InitializationResult.apiChecksumMismatch
    }
    if (uniffi_rastau_mobile_checksum_method_updatesession_progress() != 17483) {
        return InitializationResult.apiChecksumMismatch
    }
    if (uniffi_rastau_mobile_checksum_method_updatesession_status() != 59692) {
        return InitializationResult.apiChecksumMismatch
    }
    if (uniffi_rastau_mobile_checksum_method_updatesession_take() != 52011) {
        return InitializationResult.apiChecksumMismatch
    }
    if (uniffi_rastau_mobile_checksum_method_updatesession_take_file() != 31523) {
        return InitializationResult.apiChecksumMismatch
    }
    if (uniffi_rastau_mobile_checksum_method_updatesession_want() != 21765) {
        return InitializationResult.apiChecksumMismatch
    }
    if (uniffi_rastau_mobile_checksum_method_verifier_report() != 27675) {
        return InitializationResult.apiChecksumMismatch
    }
    if (uniffi_rastau_mobile_checksum_method_verifier_evaluate_rule() != 8179) {
        return InitializationResult.apiChecksumMismatch
    }
    if (uniffi_rastau_mobile_checksum_method_verifier_snapshot_info() != 2272) {
        return InitializationResult.apiChecksumMismatch
    }
    if (uniffi_rastau_mobile_checksum_method_verifier_state() != 21035) {
        return InitializationResult.apiChecksumMismatch
    }
    if (uniffi_rastau_mobile_checksum_method_verifier_verify() != 9841) {
        return InitializationResult.apiChecksumMismatch
    }
    if (uniffi_rastau_mobile_checksum_method_verifier_verify_form() != 60387) {
        return InitializationResult.apiChecksumMismatch
    }
    if (uniffi_rastau_mobile_checksum_constructor_device_new() != 65292) {
        return InitializationResult.apiChecksumMismatch
    }
    if (uniffi_rastau_mobile_checksum_constructor_updatesession_begin() != 30458) {
        return InitializationResult.apiChecksumMismatch
    }
    if (uniffi_rastau_mobile_checksum_constructor_verifier_open() != 10338) {
        return InitializationResult.apiChecksumMismatch
    }
    if (uniffi_rastau_mobile_checksum_constructor_verifier_open_bytes() != 42234) {
        return InitializationResult.apiChecksumMismatch
    }
    if (uniffi_rastau_mobile_checksum_constructor_verifier_open_device() != 2008) {
        return InitializationResult.apiChecksumMismatch
    }

    return InitializationResult.ok
}()

// Make the ensure init function public so that other modules which have external type references to
// our types can call it.
public func uniffiEnsureRastauMobileInitialized() {
    switch initializationResult {
    case .ok:
        break
    case .contractVersionMismatch:
        fatalError("UniFFI contract version mismatch: try cleaning and rebuilding your project")
    case .apiChecksumMismatch:
        fatalError("UniFFI API checksum mismatch: try cleaning and rebuilding your project")
    }
}

// swiftlint:enable all