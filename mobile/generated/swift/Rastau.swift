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
 * The folder in which an app or a kiosk keeps its register. A new folder may be named; it is made by the first update.
 * `Verifier`, opened by its folder, answers from it.
 */
public protocol DeviceProtocol: AnyObject, Sendable {
    
    /**
     * Takes into service what `source`, a published folder or a `.rastau` file, holds, if it is newer and every byte of
     * it is what was signed. If not, what was in service stays. Reads and writes the disk: keep it off the main thread.
     *
     * `trust_root` sets a new device up, and must be the same at every later update. `now` is the device's clock where
     * none is given. `clock_put_right` says that the clock ran ahead and was corrected by a person. `wait` waits for
     * another process that is updating the device.
     */
    func update(source: String, trustRoot: Data, now: Date?, clockPutRight: Bool, wait: Bool) throws  -> DeviceUpdate
    
}
/**
 * The folder in which an app or a kiosk keeps its register. A new folder may be named; it is made by the first update.
 * `Verifier`, opened by its folder, answers from it.
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
     * The device in `folder`. Nothing is read or written yet.
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
     * Takes into service what `source`, a published folder or a `.rastau` file, holds, if it is newer and every byte of
     * it is what was signed. If not, what was in service stays. Reads and writes the disk: keep it off the main thread.
     *
     * `trust_root` sets a new device up, and must be the same at every later update. `now` is the device's clock where
     * none is given. `clock_put_right` says that the clock ran ahead and was corrected by a person. `wait` waits for
     * another process that is updating the device.
     */
open func update(source: String, trustRoot: Data, now: Date? = nil, clockPutRight: Bool = false, wait: Bool = false)throws  -> DeviceUpdate  {
    return try  FfiConverterTypeDeviceUpdate_lift(try rustCallWithError(FfiConverterTypeRastauError_lift) {
        uniffiCallStatus in
    uniffi_rastau_mobile_fn_method_device_update(
            self.uniffiCloneHandle(),
        FfiConverterString.lower(source),
        FfiConverterData.lower(trustRoot),
        FfiConverterOptionTimestamp.lower(now),
        FfiConverterBool.lower(clockPutRight),
        FfiConverterBool.lower(wait),uniffiCallStatus
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
 * A bundle taken into use. It never changes: any number of threads may use it at once. Opening checks the signatures;
 * keep a verifier rather than opening one a document.
 */
public protocol VerifierProtocol: AnyObject, Sendable {
    
    /**
     * Asks a rule of the Law by the calendar of working days of this register.
     */
    func evaluateRule(id: String, facts: [String: Fact], language: Language?) throws  -> RuleAnswer
    
    /**
     * Which register this is, and how new.
     */
    func snapshotInfo()  -> SnapshotInfo
    
    /**
     * What to remember of this bundle, for the next opening. A device's folder remembers by itself.
     */
    func state()  -> Data
    
    /**
     * Verifies what a scanner gave: a document's text (or a form as JSON).
     */
    func verify(text: String, question: Question?) throws  -> Verdict
    
    /**
     * Verifies what a person typed from paper.
     */
    func verifyForm(form: TypedForm, question: Question?) throws  -> Verdict
    
}
/**
 * A bundle taken into use. It never changes: any number of threads may use it at once. Opening checks the signatures;
 * keep a verifier rather than opening one a document.
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
     * Opens a published folder or a `.rastau` file. Its pages are read when they are asked for.
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
     * Opens a `.rastau` file that is in memory already: an app's asset, say.
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
     * Opens what is in service in a device's folder (`Device`), and remembers there what its clock shows. The
     * trust root and the memory are the folder's own.
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
     * Asks a rule of the Law by the calendar of working days of this register.
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
     * Which register this is, and how new.
     */
open func snapshotInfo() -> SnapshotInfo  {
    return try!  FfiConverterTypeSnapshotInfo_lift(try! rustCall() {
        uniffiCallStatus in
    uniffi_rastau_mobile_fn_method_verifier_snapshot_info(
            self.uniffiCloneHandle(),uniffiCallStatus
    )
})
}
    
    /**
     * What to remember of this bundle, for the next opening. A device's folder remembers by itself.
     */
open func state() -> Data  {
    return try!  FfiConverterData.lift(try! rustCall() {
        uniffiCallStatus in
    uniffi_rastau_mobile_fn_method_verifier_state(
            self.uniffiCloneHandle(),uniffiCallStatus
    )
})
}
    
    /**
     * Verifies what a scanner gave: a document's text (or a form as JSON).
     */
open func verify(text: String, question: Question? = nil)throws  -> Verdict  {
    return try  FfiConverterTypeVerdict_lift(try rustCallWithError(FfiConverterTypeRastauError_lift) {
        uniffiCallStatus in
    uniffi_rastau_mobile_fn_method_verifier_verify(
            self.uniffiCloneHandle(),
        FfiConverterString.lower(text),
        FfiConverterOptionTypeQuestion.lower(question),uniffiCallStatus
    )
})
}
    
    /**
     * Verifies what a person typed from paper.
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
 * The days that a calendar covers, both ends included.
 */
public struct CalendarSpan: Equatable, Hashable {
    /**
     * The first.
     */
    public let from: Day
    /**
     * The last.
     */
    public let until: Day

    // Default memberwise initializers are never public by default, so we
    // declare one manually.
    public init(
        /**
         * The first.
         */from: Day, 
        /**
         * The last.
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
 * A finished update.
 */
public struct DeviceUpdate: Equatable, Hashable {
    /**
     * What changed.
     */
    public let change: Change
    /**
     * Epoch of the manifest now in service.
     */
    public let epoch: Int64
    /**
     * Its version within the epoch.
     */
    public let version: Int64
    /**
     * The instant whose knowledge it holds.
     */
    public let asOf: Date
    /**
     * The newest confirmation that it is the newest.
     */
    public let checkedAt: Date
    /**
     * Fingerprint of the trust root that the device was set up with: what a person compares.
     */
    public let root: String
    /**
     * Bytes of segments that were read from the source.
     */
    public let fetched: Int64
    /**
     * Bytes of segments that were there already.
     */
    public let kept: Int64

    // Default memberwise initializers are never public by default, so we
    // declare one manually.
    public init(
        /**
         * What changed.
         */change: Change, 
        /**
         * Epoch of the manifest now in service.
         */epoch: Int64, 
        /**
         * Its version within the epoch.
         */version: Int64, 
        /**
         * The instant whose knowledge it holds.
         */asOf: Date, 
        /**
         * The newest confirmation that it is the newest.
         */checkedAt: Date, 
        /**
         * Fingerprint of the trust root that the device was set up with: what a person compares.
         */root: String, 
        /**
         * Bytes of segments that were read from the source.
         */fetched: Int64, 
        /**
         * Bytes of segments that were there already.
         */kept: Int64) {
        self.change = change
        self.epoch = epoch
        self.version = version
        self.asOf = asOf
        self.checkedAt = checkedAt
        self.root = root
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
                root: FfiConverterString.read(from: &buf), 
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
        FfiConverterString.write(value.root, into: &buf)
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
 * The document as far as it is known.
 */
public struct Document: Equatable, Hashable {
    /**
     * Document number.
     */
    public let number: String
    /**
     * Where what follows comes from.
     */
    public let source: Source
    /**
     * The holder; absent on an invalid document, unless the caller typed it.
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
     * What was tested against.
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
     * The last day of validity; none when unlimited or unknown.
     */
    public let validUntil: Day?
    /**
     * Whether the validity has no end.
     */
    public let unlimited: Bool

    // Default memberwise initializers are never public by default, so we
    // declare one manually.
    public init(
        /**
         * Document number.
         */number: String, 
        /**
         * Where what follows comes from.
         */source: Source, 
        /**
         * The holder; absent on an invalid document, unless the caller typed it.
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
         * What was tested against.
         */basis: Basis?, 
        /**
         * The day of the exam.
         */examOn: Day?, 
        /**
         * The day of issue.
         */issuedOn: Day?, 
        /**
         * The last day of validity; none when unlimited or unknown.
         */validUntil: Day?, 
        /**
         * Whether the validity has no end.
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
     * How it came out.
     */
    public let answer: Answer
    /**
     * What it rests on.
     */
    public let citation: Citation
    /**
     * What was compared: dates, codes, names from the register. Never a secret, never a person.
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
         * How it came out.
         */answer: Answer, 
        /**
         * What it rests on.
         */citation: Citation, 
        /**
         * What was compared: dates, codes, names from the register. Never a secret, never a person.
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
 * A finding in words.
 */
public struct FindingWords: Equatable, Hashable {
    /**
     * What was checked.
     */
    public let title: String
    /**
     * What came out.
     */
    public let text: String
    /**
     * What to do, where it is not satisfied.
     */
    public let advice: String?
    /**
     * What the check rests on.
     */
    public let source: String
    /**
     * Whether it could not be made only because another one could not: fold these away.
     */
    public let waits: Bool

    // Default memberwise initializers are never public by default, so we
    // declare one manually.
    public init(
        /**
         * What was checked.
         */title: String, 
        /**
         * What came out.
         */text: String, 
        /**
         * What to do, where it is not satisfied.
         */advice: String?, 
        /**
         * What the check rests on.
         */source: String, 
        /**
         * Whether it could not be made only because another one could not: fold these away.
         */waits: Bool) {
        self.title = title
        self.text = text
        self.advice = advice
        self.source = source
        self.waits = waits
    }

    

    
}

#if compiler(>=6)
extension FindingWords: Sendable {}
#endif

#if swift(>=5.8)
@_documentation(visibility: private)
#endif
public struct FfiConverterTypeFindingWords: FfiConverterRustBuffer {
    public static func read(from buf: inout (data: Data, offset: Data.Index)) throws -> FindingWords {
        return
            try FindingWords(
                title: FfiConverterString.read(from: &buf), 
                text: FfiConverterString.read(from: &buf), 
                advice: FfiConverterOptionString.read(from: &buf), 
                source: FfiConverterString.read(from: &buf), 
                waits: FfiConverterBool.read(from: &buf)
        )
    }

    public static func write(_ value: FindingWords, into buf: inout [UInt8]) {
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
public func FfiConverterTypeFindingWords_lift(_ buf: RustBuffer) throws -> FindingWords {
    return try FfiConverterTypeFindingWords.lift(buf)
}

#if swift(>=5.8)
@_documentation(visibility: private)
#endif
public func FfiConverterTypeFindingWords_lower(_ value: FindingWords) -> RustBuffer {
    return FfiConverterTypeFindingWords.lower(value)
}


/**
 * The holder as the caller presented them.
 */
public struct Holder: Equatable, Hashable {
    /**
     * Identity number.
     */
    public let identity: String?
    /**
     * Names, the registered spelling first.
     */
    public let names: [String]

    // Default memberwise initializers are never public by default, so we
    // declare one manually.
    public init(
        /**
         * Identity number.
         */identity: String?, 
        /**
         * Names, the registered spelling first.
         */names: [String]) {
        self.identity = identity
        self.names = names
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
                names: FfiConverterSequenceString.read(from: &buf)
        )
    }

    public static func write(_ value: Holder, into buf: inout [UInt8]) {
        FfiConverterOptionString.write(value.identity, into: &buf)
        FfiConverterSequenceString.write(value.names, into: &buf)
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
 * A run of days with a first day and perhaps a last one, both included.
 */
public struct Interval: Equatable, Hashable {
    /**
     * The first day.
     */
    public let from: Day
    /**
     * The last day, or none while it goes on.
     */
    public let until: Day?

    // Default memberwise initializers are never public by default, so we
    // declare one manually.
    public init(
        /**
         * The first day.
         */from: Day, 
        /**
         * The last day, or none while it goes on.
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
    public let names: Words?

    // Default memberwise initializers are never public by default, so we
    // declare one manually.
    public init(
        /**
         * The code.
         */code: String, 
        /**
         * Its names; none where the register has none.
         */names: Words?) {
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
                names: FfiConverterOptionTypeWords.read(from: &buf)
        )
    }

    public static func write(_ value: Named, into buf: inout [UInt8]) {
        FfiConverterString.write(value.code, into: &buf)
        FfiConverterOptionTypeWords.write(value.names, into: &buf)
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
 * How a bundle is taken into use.
 */
public struct Opening: Equatable, Hashable {
    /**
     * The pinned trust root. It comes with the app, never with the bundle.
     */
    public let trustRoot: Data
    /**
     * What the verifier's `state` gave last time, so that no older bundle is taken; none at the first.
     */
    public let state: Data?
    /**
     * What is accepted; none for late knowledge with a week's grace.
     */
    public let policy: Policy?
    /**
     * The time; the device's clock where none is given.
     */
    public let now: Date?

    // Default memberwise initializers are never public by default, so we
    // declare one manually.
    public init(
        /**
         * The pinned trust root. It comes with the app, never with the bundle.
         */trustRoot: Data, 
        /**
         * What the verifier's `state` gave last time, so that no older bundle is taken; none at the first.
         */state: Data? = nil, 
        /**
         * What is accepted; none for late knowledge with a week's grace.
         */policy: Policy? = nil, 
        /**
         * The time; the device's clock where none is given.
         */now: Date? = nil) {
        self.trustRoot = trustRoot
        self.state = state
        self.policy = policy
        self.now = now
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
                now: FfiConverterOptionTimestamp.read(from: &buf)
        )
    }

    public static func write(_ value: Opening, into buf: inout [UInt8]) {
        FfiConverterData.write(value.trustRoot, into: &buf)
        FfiConverterOptionData.write(value.state, into: &buf)
        FfiConverterOptionTypePolicy.write(value.policy, into: &buf)
        FfiConverterOptionTimestamp.write(value.now, into: &buf)
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
 * What a caller accepts. Expired knowledge decides nothing, whatever it says.
 */
public struct Policy: Equatable, Hashable {
    /**
     * The oldest knowledge that still decides.
     */
    public let accept: Freshness
    /**
     * For how long after a missed update knowledge counts as late and not as stale; a week where none is given.
     */
    public let grace: TimeInterval?

    // Default memberwise initializers are never public by default, so we
    // declare one manually.
    public init(
        /**
         * The oldest knowledge that still decides.
         */accept: Freshness, 
        /**
         * For how long after a missed update knowledge counts as late and not as stale; a week where none is given.
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
 * What is asked about a document. Everything may be left out.
 */
public struct Question: Equatable, Hashable {
    /**
     * The day asked about: "was it in force when we hired?"; today where none is given.
     */
    public let on: Day?
    /**
     * The language of the verdict's words; none for no words.
     */
    public let language: Language?
    /**
     * The time; the device's clock where none is given.
     */
    public let now: Date?

    // Default memberwise initializers are never public by default, so we
    // declare one manually.
    public init(
        /**
         * The day asked about: "was it in force when we hired?"; today where none is given.
         */on: Day? = nil, 
        /**
         * The language of the verdict's words; none for no words.
         */language: Language? = nil, 
        /**
         * The time; the device's clock where none is given.
         */now: Date? = nil) {
        self.on = on
        self.language = language
        self.now = now
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
                now: FfiConverterOptionTimestamp.read(from: &buf)
        )
    }

    public static func write(_ value: Question, into buf: inout [UInt8]) {
        FfiConverterOptionTypeDay.write(value.on, into: &buf)
        FfiConverterOptionTypeLanguage.write(value.language, into: &buf)
        FfiConverterOptionTimestamp.write(value.now, into: &buf)
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
     * Whether the check is satisfied under it.
     */
    public let satisfied: Bool
    /**
     * What it computes.
     */
    public let facts: [NamedValue]

    // Default memberwise initializers are never public by default, so we
    // declare one manually.
    public init(
        /**
         * Its stable name.
         */name: String, 
        /**
         * Whether the check is satisfied under it.
         */satisfied: Bool, 
        /**
         * What it computes.
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
 * A field of the document in words.
 */
public struct Row: Equatable, Hashable {
    /**
     * Its label; none where it goes on from the row before.
     */
    public let label: String?
    /**
     * What stands there.
     */
    public let value: String

    // Default memberwise initializers are never public by default, so we
    // declare one manually.
    public init(
        /**
         * Its label; none where it goes on from the row before.
         */label: String?, 
        /**
         * What stands there.
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
 * What a rule answers.
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
     * How it came out.
     */
    public let answer: Answer
    /**
     * What was computed: a deadline's date is `last_day`.
     */
    public let value: [NamedValue]
    /**
     * What moved the answer: days that were skipped, readings that were chosen.
     */
    public let trace: [Step]
    /**
     * The reading of the Law's text that the answer rests on, where the text leaves room.
     */
    public let reading: String?
    /**
     * The members of an aggregate, or the rules of a composite question.
     */
    public let parts: [RuleAnswer]
    /**
     * The same in words, where a language was asked for; of a part, they are in the whole's words.
     */
    public let words: RuleWords?
    /**
     * The whole answer as Rastau's JSON, to be stored: the same bytes as from the command line. Empty for a part.
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
         * How it came out.
         */answer: Answer, 
        /**
         * What was computed: a deadline's date is `last_day`.
         */value: [NamedValue], 
        /**
         * What moved the answer: days that were skipped, readings that were chosen.
         */trace: [Step], 
        /**
         * The reading of the Law's text that the answer rests on, where the text leaves room.
         */reading: String?, 
        /**
         * The members of an aggregate, or the rules of a composite question.
         */parts: [RuleAnswer], 
        /**
         * The same in words, where a language was asked for; of a part, they are in the whole's words.
         */words: RuleWords?, 
        /**
         * The whole answer as Rastau's JSON, to be stored: the same bytes as from the command line. Empty for a part.
         */json: String) {
        self.rule = rule
        self.citation = citation
        self.answer = answer
        self.value = value
        self.trace = trace
        self.reading = reading
        self.parts = parts
        self.words = words
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
                words: FfiConverterOptionTypeRuleWords.read(from: &buf), 
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
        FfiConverterOptionTypeRuleWords.write(value.words, into: &buf)
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
 * A rule that can be asked.
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
     * What it asks.
     */
    public let title: Words
    /**
     * The provision in words.
     */
    public let source: Words
    /**
     * Facts that it decides.
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
         * What it asks.
         */title: Words, 
        /**
         * The provision in words.
         */source: Words, 
        /**
         * Facts that it decides.
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
                title: FfiConverterTypeWords.read(from: &buf), 
                source: FfiConverterTypeWords.read(from: &buf), 
                example: FfiConverterDictionaryStringTypeFact.read(from: &buf)
        )
    }

    public static func write(_ value: RuleInfo, into buf: inout [UInt8]) {
        FfiConverterString.write(value.id, into: &buf)
        FfiConverterTypeCitation.write(value.citation, into: &buf)
        FfiConverterTypeWords.write(value.title, into: &buf)
        FfiConverterTypeWords.write(value.source, into: &buf)
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
 * A rule's answer in words.
 */
public struct RuleWords: Equatable, Hashable {
    /**
     * What was asked.
     */
    public let title: String
    /**
     * What came out.
     */
    public let text: String
    /**
     * What to do, where there is something.
     */
    public let advice: String?
    /**
     * What moved the answer.
     */
    public let trace: [String]
    /**
     * The provision.
     */
    public let source: String
    /**
     * The parts in words.
     */
    public let parts: [RuleWords]

    // Default memberwise initializers are never public by default, so we
    // declare one manually.
    public init(
        /**
         * What was asked.
         */title: String, 
        /**
         * What came out.
         */text: String, 
        /**
         * What to do, where there is something.
         */advice: String?, 
        /**
         * What moved the answer.
         */trace: [String], 
        /**
         * The provision.
         */source: String, 
        /**
         * The parts in words.
         */parts: [RuleWords]) {
        self.title = title
        self.text = text
        self.advice = advice
        self.trace = trace
        self.source = source
        self.parts = parts
    }

    

    
}

#if compiler(>=6)
extension RuleWords: Sendable {}
#endif

#if swift(>=5.8)
@_documentation(visibility: private)
#endif
public struct FfiConverterTypeRuleWords: FfiConverterRustBuffer {
    public static func read(from buf: inout (data: Data, offset: Data.Index)) throws -> RuleWords {
        return
            try RuleWords(
                title: FfiConverterString.read(from: &buf), 
                text: FfiConverterString.read(from: &buf), 
                advice: FfiConverterOptionString.read(from: &buf), 
                trace: FfiConverterSequenceString.read(from: &buf), 
                source: FfiConverterString.read(from: &buf), 
                parts: FfiConverterSequenceTypeRuleWords.read(from: &buf)
        )
    }

    public static func write(_ value: RuleWords, into buf: inout [UInt8]) {
        FfiConverterString.write(value.title, into: &buf)
        FfiConverterString.write(value.text, into: &buf)
        FfiConverterOptionString.write(value.advice, into: &buf)
        FfiConverterSequenceString.write(value.trace, into: &buf)
        FfiConverterString.write(value.source, into: &buf)
        FfiConverterSequenceTypeRuleWords.write(value.parts, into: &buf)
    }
}


#if swift(>=5.8)
@_documentation(visibility: private)
#endif
public func FfiConverterTypeRuleWords_lift(_ buf: RustBuffer) throws -> RuleWords {
    return try FfiConverterTypeRuleWords.lift(buf)
}

#if swift(>=5.8)
@_documentation(visibility: private)
#endif
public func FfiConverterTypeRuleWords_lower(_ value: RuleWords) -> RustBuffer {
    return FfiConverterTypeRuleWords.lower(value)
}


/**
 * An open snapshot in figures: which register this is, and how new.
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
     * The instant whose knowledge it holds.
     */
    public let asOf: Date
    /**
     * When the newest freshness note was signed.
     */
    public let checkedAt: Date
    /**
     * When the next one is due.
     */
    public let nextUpdate: Date
    /**
     * The instant after which the keeper no longer stands by it.
     */
    public let notAfter: Date
    /**
     * The issue dates whose documents are all listed.
     */
    public let coverage: Interval
    /**
     * Documents listed.
     */
    public let documents: Int64
    /**
     * Bytes of all segments.
     */
    public let bytes: Int64
    /**
     * SHA-256 of the trust root in use, hexadecimal: what a person compares.
     */
    public let rootFingerprint: String
    /**
     * Version of the trust root in use.
     */
    public let rootVersion: Int64
    /**
     * The instant from which that root may not be used.
     */
    public let rootExpires: Date
    /**
     * The days that its calendar of working days covers; none where it brings none.
     */
    public let workingDays: CalendarSpan?
    /**
     * What a person should know of the files it is read from, in English; empty where all is well.
     */
    public let damage: [String]
    /**
     * The same and more as Rastau's JSON, to be stored.
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
         * The instant whose knowledge it holds.
         */asOf: Date, 
        /**
         * When the newest freshness note was signed.
         */checkedAt: Date, 
        /**
         * When the next one is due.
         */nextUpdate: Date, 
        /**
         * The instant after which the keeper no longer stands by it.
         */notAfter: Date, 
        /**
         * The issue dates whose documents are all listed.
         */coverage: Interval, 
        /**
         * Documents listed.
         */documents: Int64, 
        /**
         * Bytes of all segments.
         */bytes: Int64, 
        /**
         * SHA-256 of the trust root in use, hexadecimal: what a person compares.
         */rootFingerprint: String, 
        /**
         * Version of the trust root in use.
         */rootVersion: Int64, 
        /**
         * The instant from which that root may not be used.
         */rootExpires: Date, 
        /**
         * The days that its calendar of working days covers; none where it brings none.
         */workingDays: CalendarSpan?, 
        /**
         * What a person should know of the files it is read from, in English; empty where all is well.
         */damage: [String], 
        /**
         * The same and more as Rastau's JSON, to be stored.
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
 * One thing that moved an answer.
 */
public struct Step: Equatable, Hashable {
    /**
     * What it was, as a stable name.
     */
    public let why: String
    /**
     * The days and names it concerns.
     */
    public let facts: [NamedValue]

    // Default memberwise initializers are never public by default, so we
    // declare one manually.
    public init(
        /**
         * What it was, as a stable name.
         */why: String, 
        /**
         * The days and names it concerns.
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
 * What a person types from paper. Only the number is needed; with `code` and `holder` the register's own record opens,
 * and everything else that was given is compared with it.
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
     * What was tested against.
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
         * What was tested against.
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
 * What came out of a verification. Decide by `outcome`; only valid is a yes.
 */
public struct Verdict: Equatable, Hashable {
    /**
     * Whether the document is good on `evaluated_on`.
     */
    public let outcome: Outcome
    /**
     * The signed time of the snapshot that was asked.
     */
    public let asOf: Date
    /**
     * The day asked about.
     */
    public let evaluatedOn: Day
    /**
     * How old the snapshot's knowledge is.
     */
    public let freshness: Freshness
    /**
     * The document as far as it is known.
     */
    public let document: Document
    /**
     * Every check, always all of them and in the same order.
     */
    public let findings: [Finding]
    /**
     * The same in words, where a language was asked for.
     */
    public let words: VerdictWords?
    /**
     * The whole verdict as Rastau's JSON, to be stored: the same bytes as from the command line.
     */
    public let json: String

    // Default memberwise initializers are never public by default, so we
    // declare one manually.
    public init(
        /**
         * Whether the document is good on `evaluated_on`.
         */outcome: Outcome, 
        /**
         * The signed time of the snapshot that was asked.
         */asOf: Date, 
        /**
         * The day asked about.
         */evaluatedOn: Day, 
        /**
         * How old the snapshot's knowledge is.
         */freshness: Freshness, 
        /**
         * The document as far as it is known.
         */document: Document, 
        /**
         * Every check, always all of them and in the same order.
         */findings: [Finding], 
        /**
         * The same in words, where a language was asked for.
         */words: VerdictWords?, 
        /**
         * The whole verdict as Rastau's JSON, to be stored: the same bytes as from the command line.
         */json: String) {
        self.outcome = outcome
        self.asOf = asOf
        self.evaluatedOn = evaluatedOn
        self.freshness = freshness
        self.document = document
        self.findings = findings
        self.words = words
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
                findings: FfiConverterSequenceTypeFinding.read(from: &buf), 
                words: FfiConverterOptionTypeVerdictWords.read(from: &buf), 
                json: FfiConverterString.read(from: &buf)
        )
    }

    public static func write(_ value: Verdict, into buf: inout [UInt8]) {
        FfiConverterTypeOutcome.write(value.outcome, into: &buf)
        FfiConverterTimestamp.write(value.asOf, into: &buf)
        FfiConverterTypeDay.write(value.evaluatedOn, into: &buf)
        FfiConverterTypeFreshness.write(value.freshness, into: &buf)
        FfiConverterTypeDocument.write(value.document, into: &buf)
        FfiConverterSequenceTypeFinding.write(value.findings, into: &buf)
        FfiConverterOptionTypeVerdictWords.write(value.words, into: &buf)
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
 * A verdict in one language.
 */
public struct VerdictWords: Equatable, Hashable {
    /**
     * The outcome in one or two words.
     */
    public let outcome: String
    /**
     * The answer in a line or two: show this first.
     */
    public let headline: String
    /**
     * The grade of freshness in one or two words.
     */
    public let freshness: String
    /**
     * The document's fields in the order in which to show them.
     */
    public let document: [Row]
    /**
     * Every finding, in the verdict's order.
     */
    public let findings: [FindingWords]

    // Default memberwise initializers are never public by default, so we
    // declare one manually.
    public init(
        /**
         * The outcome in one or two words.
         */outcome: String, 
        /**
         * The answer in a line or two: show this first.
         */headline: String, 
        /**
         * The grade of freshness in one or two words.
         */freshness: String, 
        /**
         * The document's fields in the order in which to show them.
         */document: [Row], 
        /**
         * Every finding, in the verdict's order.
         */findings: [FindingWords]) {
        self.outcome = outcome
        self.headline = headline
        self.freshness = freshness
        self.document = document
        self.findings = findings
    }

    

    
}

#if compiler(>=6)
extension VerdictWords: Sendable {}
#endif

#if swift(>=5.8)
@_documentation(visibility: private)
#endif
public struct FfiConverterTypeVerdictWords: FfiConverterRustBuffer {
    public static func read(from buf: inout (data: Data, offset: Data.Index)) throws -> VerdictWords {
        return
            try VerdictWords(
                outcome: FfiConverterString.read(from: &buf), 
                headline: FfiConverterString.read(from: &buf), 
                freshness: FfiConverterString.read(from: &buf), 
                document: FfiConverterSequenceTypeRow.read(from: &buf), 
                findings: FfiConverterSequenceTypeFindingWords.read(from: &buf)
        )
    }

    public static func write(_ value: VerdictWords, into buf: inout [UInt8]) {
        FfiConverterString.write(value.outcome, into: &buf)
        FfiConverterString.write(value.headline, into: &buf)
        FfiConverterString.write(value.freshness, into: &buf)
        FfiConverterSequenceTypeRow.write(value.document, into: &buf)
        FfiConverterSequenceTypeFindingWords.write(value.findings, into: &buf)
    }
}


#if swift(>=5.8)
@_documentation(visibility: private)
#endif
public func FfiConverterTypeVerdictWords_lift(_ buf: RustBuffer) throws -> VerdictWords {
    return try FfiConverterTypeVerdictWords.lift(buf)
}

#if swift(>=5.8)
@_documentation(visibility: private)
#endif
public func FfiConverterTypeVerdictWords_lower(_ value: VerdictWords) -> RustBuffer {
    return FfiConverterTypeVerdictWords.lower(value)
}


/**
 * The same thing said in each language.
 */
public struct Words: Equatable, Hashable {
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
extension Words: Sendable {}
#endif

#if swift(>=5.8)
@_documentation(visibility: private)
#endif
public struct FfiConverterTypeWords: FfiConverterRustBuffer {
    public static func read(from buf: inout (data: Data, offset: Data.Index)) throws -> Words {
        return
            try Words(
                kk: FfiConverterString.read(from: &buf), 
                ru: FfiConverterString.read(from: &buf), 
                en: FfiConverterString.read(from: &buf)
        )
    }

    public static func write(_ value: Words, into buf: inout [UInt8]) {
        FfiConverterString.write(value.kk, into: &buf)
        FfiConverterString.write(value.ru, into: &buf)
        FfiConverterString.write(value.en, into: &buf)
    }
}


#if swift(>=5.8)
@_documentation(visibility: private)
#endif
public func FfiConverterTypeWords_lift(_ buf: RustBuffer) throws -> Words {
    return try FfiConverterTypeWords.lift(buf)
}

#if swift(>=5.8)
@_documentation(visibility: private)
#endif
public func FfiConverterTypeWords_lower(_ value: Words) -> RustBuffer {
    return FfiConverterTypeWords.lower(value)
}


/**
 * How a check or a rule came out.
 */

public enum Answer: Equatable, Hashable {
    
    /**
     * It holds.
     */
    case satisfied
    /**
     * It does not hold.
     */
    case violated
    /**
     * It could not be decided.
     */
    case undetermined(
        /**
         * What was missing: a check's id, a fact's name, or another stable name.
         */missing: [String]
    )
    /**
     * Defensible readings of the Law differ on this day.
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
         * The id of the check that already failed, where that is why.
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
 * What was tested against (art. 15.4).
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
 * What an update came to.
 */

public enum Change: Equatable, Hashable {
    
    /**
     * The device has its first bundle.
     */
    case first
    /**
     * A newer bundle, freshness note or trust root is in service.
     */
    case newer
    /**
     * The source has nothing newer; what was damaged here has been replaced.
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
 * What a check or a rule stands on.
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
 * A fact of a rule. What a rule takes is in its entry of `rules` and in the table of the Law's norms.
 * Rules nest them a few levels deep. Some hundred levels are refused (142); thousands exhaust the caller's stack first, so
 * never build facts from what a stranger sent.
 */

public indirect enum Fact: Equatable, Hashable {
    
    /**
     * A civil date.
     */
    case date(
        /**
         * The day.
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
     * Yes or no.
     */
    case flag(
        /**
         * Yes.
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
     * That there is none, where leaving the fact out would say nothing.
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
 * How old the snapshot's knowledge is.
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
     * Overdue by more.
     */
    case stale
    /**
     * Past the day until which the keeper stands by the data.
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
 * What an identity number is.
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
     * None of the two.
     */
    case neither(
        /**
         * The error's number, 60 to 63.
         */number: Int32, 
        /**
         * Why, for the person.
         */words: Words
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
        
        case 3: return .neither(number: try FfiConverterInt32.read(from: &buf), words: try FfiConverterTypeWords.read(from: &buf)
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
            
        
        case let .neither(number,words):
            writeInt(&buf, Int32(3))
            FfiConverterInt32.write(number, into: &buf)
            FfiConverterTypeWords.write(words, into: &buf)
            
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
     * Kazakh.
     */
    case kk
    /**
     * Russian.
     */
    case ru
    /**
     * English.
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
 * Whether a document is good on the day asked about.
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
     * None is violated, and at least one could not be decided. Not "fine".
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
 * Why a call was refused. Nothing that was in service before has changed.
 */
public 
enum RastauError: Swift.Error, Equatable, Hashable, Foundation.LocalizedError {

    
    
    /**
     * The program asked for something that cannot be.
     */
    case Argument(
        /**
         * The error's number, 200 to 211.
         */number: Int32, 
        /**
         * What is wrong, in English, for the log.
         */reason: String
    )
    /**
     * The input is no document, or was read wrongly.
     */
    case Input(
        /**
         * The error's number, 1 to 63.
         */number: Int32, 
        /**
         * What to tell the person.
         */words: Words
    )
    /**
     * The bundle was not taken into use.
     */
    case Bundle(
        /**
         * The error's number, 100 to 113.
         */number: Int32, 
        /**
         * What to tell the person.
         */words: Words
    )
    /**
     * The disk, or a device's folder, did not serve.
     */
    case Disk(
        /**
         * The error's number, 120 to 133.
         */number: Int32, 
        /**
         * What to tell the person.
         */words: Words, 
        /**
         * The same with the path and the system's own word, in English, for the log.
         */reason: String
    )
    /**
     * A rule cannot be asked with these facts.
     */
    case Facts(
        /**
         * The error's number, 140 to 143.
         */number: Int32, 
        /**
         * What to tell the person, with the name that a form has for the fact.
         */words: Words, 
        /**
         * What is wrong, with the name of the fact, in English, for the log.
         */reason: String
    )

    
    /**
     * The error's number, whatever its kind.
     */
public func number() -> Int32  {
    return try!  FfiConverterInt32.lift(try! rustCall() {
        uniffiCallStatus in
    uniffi_rastau_mobile_fn_method_rastauerror_number(
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
            number: try FfiConverterInt32.read(from: &buf), 
            reason: try FfiConverterString.read(from: &buf)
            )
        case 2: return .Input(
            number: try FfiConverterInt32.read(from: &buf), 
            words: try FfiConverterTypeWords.read(from: &buf)
            )
        case 3: return .Bundle(
            number: try FfiConverterInt32.read(from: &buf), 
            words: try FfiConverterTypeWords.read(from: &buf)
            )
        case 4: return .Disk(
            number: try FfiConverterInt32.read(from: &buf), 
            words: try FfiConverterTypeWords.read(from: &buf), 
            reason: try FfiConverterString.read(from: &buf)
            )
        case 5: return .Facts(
            number: try FfiConverterInt32.read(from: &buf), 
            words: try FfiConverterTypeWords.read(from: &buf), 
            reason: try FfiConverterString.read(from: &buf)
            )

         default: throw UniffiInternalError.unexpectedEnumCase
        }
    }

    public static func write(_ value: RastauError, into buf: inout [UInt8]) {
        switch value {

        

        
        
        case let .Argument(number,reason):
            writeInt(&buf, Int32(1))
            FfiConverterInt32.write(number, into: &buf)
            FfiConverterString.write(reason, into: &buf)
            
        
        case let .Input(number,words):
            writeInt(&buf, Int32(2))
            FfiConverterInt32.write(number, into: &buf)
            FfiConverterTypeWords.write(words, into: &buf)
            
        
        case let .Bundle(number,words):
            writeInt(&buf, Int32(3))
            FfiConverterInt32.write(number, into: &buf)
            FfiConverterTypeWords.write(words, into: &buf)
            
        
        case let .Disk(number,words,reason):
            writeInt(&buf, Int32(4))
            FfiConverterInt32.write(number, into: &buf)
            FfiConverterTypeWords.write(words, into: &buf)
            FfiConverterString.write(reason, into: &buf)
            
        
        case let .Facts(number,words,reason):
            writeInt(&buf, Int32(5))
            FfiConverterInt32.write(number, into: &buf)
            FfiConverterTypeWords.write(words, into: &buf)
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
 * Where the shown attributes come from.
 */

public enum Source: Equatable, Hashable {
    
    /**
     * The register's own record, opened with the verification code.
     */
    case register
    /**
     * The signed document; the register confirmed its number only.
     */
    case document
    /**
     * What was presented, confirmed by nothing.
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
 * Something that was compared or computed.
 */

public enum Value: Equatable, Hashable {
    
    /**
     * A civil date.
     */
    case date(
        /**
         * The day.
         */day: Day
    )
    /**
     * An instant.
     */
    case time(
        /**
         * The instant.
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
     * Yes or no.
     */
    case flag(
        /**
         * Yes.
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
         * In each language.
         */words: Words
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
        
        case 7: return .name(words: try FfiConverterTypeWords.read(from: &buf)
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
            
        
        case let .name(words):
            writeInt(&buf, Int32(7))
            FfiConverterTypeWords.write(words, into: &buf)
            
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
fileprivate struct FfiConverterOptionTypeRuleWords: FfiConverterRustBuffer {
    typealias SwiftType = RuleWords?

    public static func write(_ value: SwiftType, into buf: inout [UInt8]) {
        guard let value = value else {
            writeInt(&buf, Int8(0))
            return
        }
        writeInt(&buf, Int8(1))
        FfiConverterTypeRuleWords.write(value, into: &buf)
    }

    public static func read(from buf: inout (data: Data, offset: Data.Index)) throws -> SwiftType {
        switch try readInt(&buf) as Int8 {
        case 0: return nil
        case 1: return try FfiConverterTypeRuleWords.read(from: &buf)
        default: throw UniffiInternalError.unexpectedOptionalTag
        }
    }
}

#if swift(>=5.8)
@_documentation(visibility: private)
#endif
fileprivate struct FfiConverterOptionTypeVerdictWords: FfiConverterRustBuffer {
    typealias SwiftType = VerdictWords?

    public static func write(_ value: SwiftType, into buf: inout [UInt8]) {
        guard let value = value else {
            writeInt(&buf, Int8(0))
            return
        }
        writeInt(&buf, Int8(1))
        FfiConverterTypeVerdictWords.write(value, into: &buf)
    }

    public static func read(from buf: inout (data: Data, offset: Data.Index)) throws -> SwiftType {
        switch try readInt(&buf) as Int8 {
        case 0: return nil
        case 1: return try FfiConverterTypeVerdictWords.read(from: &buf)
        default: throw UniffiInternalError.unexpectedOptionalTag
        }
    }
}

#if swift(>=5.8)
@_documentation(visibility: private)
#endif
fileprivate struct FfiConverterOptionTypeWords: FfiConverterRustBuffer {
    typealias SwiftType = Words?

    public static func write(_ value: SwiftType, into buf: inout [UInt8]) {
        guard let value = value else {
            writeInt(&buf, Int8(0))
            return
        }
        writeInt(&buf, Int8(1))
        FfiConverterTypeWords.write(value, into: &buf)
    }

    public static func read(from buf: inout (data: Data, offset: Data.Index)) throws -> SwiftType {
        switch try readInt(&buf) as Int8 {
        case 0: return nil
        case 1: return try FfiConverterTypeWords.read(from: &buf)
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
fileprivate struct FfiConverterSequenceTypeFindingWords: FfiConverterRustBuffer {
    typealias SwiftType = [FindingWords]

    public static func write(_ value: [FindingWords], into buf: inout [UInt8]) {
        let len = Int32(value.count)
        writeInt(&buf, len)
        for item in value {
            FfiConverterTypeFindingWords.write(item, into: &buf)
        }
    }

    public static func read(from buf: inout (data: Data, offset: Data.Index)) throws -> [FindingWords] {
        let len: Int32 = try readInt(&buf)
        var seq = [FindingWords]()
        seq.reserveCapacity(Int(len))
        for _ in 0 ..< len {
            seq.append(try FfiConverterTypeFindingWords.read(from: &buf))
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
fileprivate struct FfiConverterSequenceTypeRuleWords: FfiConverterRustBuffer {
    typealias SwiftType = [RuleWords]

    public static func write(_ value: [RuleWords], into buf: inout [UInt8]) {
        let len = Int32(value.count)
        writeInt(&buf, len)
        for item in value {
            FfiConverterTypeRuleWords.write(item, into: &buf)
        }
    }

    public static func read(from buf: inout (data: Data, offset: Data.Index)) throws -> [RuleWords] {
        let len: Int32 = try readInt(&buf)
        var seq = [RuleWords]()
        seq.reserveCapacity(Int(len))
        for _ in 0 ..< len {
            seq.append(try FfiConverterTypeRuleWords.read(from: &buf))
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
 * Whether a verification code was typed without a mistake; throws what is wrong with it. It says nothing of whether there
 * is a document with that code.
 */
public func checkCode(code: String)throws   {try rustCallWithError(FfiConverterTypeRastauError_lift) {
        uniffiCallStatus in
    uniffi_rastau_mobile_fn_func_check_code(
        FfiConverterString.lower(code),uniffiCallStatus
    )
}
}
/**
 * What an identity number is, in words.
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
 * What an identity number is. Blanks around it do not count.
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
 * Asks a rule by the built-in calendar of working days. A verifier asks by the register's.
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
 * Every rule of the Law, and the composite questions.
 */
public func rules()throws  -> [RuleInfo]  {
    return try  FfiConverterSequenceTypeRuleInfo.lift(try rustCallWithError(FfiConverterTypeRastauError_lift) {
        uniffiCallStatus in
    uniffi_rastau_mobile_fn_func_rules(uniffiCallStatus
    )
})
}
/**
 * The trust root that a bundle brings itself: for setting a device up with a person who compares its fingerprint, and for
 * trying things out. Whoever forges a bundle forges its root as well.
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
 * Whether a text can be a document's, before anything is opened; throws why not. It says nothing of whether it is good.
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
    if (uniffi_rastau_mobile_checksum_func_check_code() != 62273) {
        return InitializationResult.apiChecksumMismatch
    }
    if (uniffi_rastau_mobile_checksum_func_explain_identity() != 5185) {
        return InitializationResult.apiChecksumMismatch
    }
    if (uniffi_rastau_mobile_checksum_func_identify() != 12771) {
        return InitializationResult.apiChecksumMismatch
    }
    if (uniffi_rastau_mobile_checksum_func_evaluate_rule() != 46179) {
        return InitializationResult.apiChecksumMismatch
    }
    if (uniffi_rastau_mobile_checksum_func_rules() != 2613) {
        return InitializationResult.apiChecksumMismatch
    }
    if (uniffi_rastau_mobile_checksum_func_bundle_root() != 10913) {
        return InitializationResult.apiChecksumMismatch
    }
    if (uniffi_rastau_mobile_checksum_func_check_input() != 27766) {
        return InitializationResult.apiChecksumMismatch
    }
    if (uniffi_rastau_mobile_checksum_method_device_update() != 14485) {
        return InitializationResult.apiChecksumMismatch
    }
    if (uniffi_rastau_mobile_checksum_method_verifier_evaluate_rule() != 27291) {
        return InitializationResult.apiChecksumMismatch
    }
    if (uniffi_rastau_mobile_checksum_method_verifier_snapshot_info() != 14638) {
        return InitializationResult.apiChecksumMismatch
    }
    if (uniffi_rastau_mobile_checksum_method_verifier_state() != 47828) {
        return InitializationResult.apiChecksumMismatch
    }
    if (uniffi_rastau_mobile_checksum_method_verifier_verify() != 15971) {
        return InitializationResult.apiChecksumMismatch
    }
    if (uniffi_rastau_mobile_checksum_method_verifier_verify_form() != 20337) {
        return InitializationResult.apiChecksumMismatch
    }
    if (uniffi_rastau_mobile_checksum_constructor_device_new() != 6732) {
        return InitializationResult.apiChecksumMismatch
    }
    if (uniffi_rastau_mobile_checksum_constructor_verifier_open() != 20415) {
        return InitializationResult.apiChecksumMismatch
    }
    if (uniffi_rastau_mobile_checksum_constructor_verifier_open_bytes() != 38190) {
        return InitializationResult.apiChecksumMismatch
    }
    if (uniffi_rastau_mobile_checksum_constructor_verifier_open_device() != 40495) {
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