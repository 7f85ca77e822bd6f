/** Exceptions, closed handles, a device's directory, and many threads. */

import java.nio.file.Files
import java.time.Instant
import java.time.LocalDate
import java.util.concurrent.Callable
import java.util.concurrent.Executors
import rastau.*

fun errors(corpus: Corpus) {
    val case = corpus.case("update-before")
    val opening = case.opening()
    fun argument(what: String, code: ErrorCode, block: () -> Unit) =
        equal(what, thrown<RastauException.Argument>(what, block)?.code, code)
    fun disk(what: String, code: ErrorCode, number: Int, block: () -> Unit) {
        val error = thrown<RastauException.Disk>(what, block) ?: return
        equal(what, error.code to error.code(), code to code)
        equal("$what, number", error.code.value, number)
        expect("$what in three languages", setOf(error.text.kk, error.text.ru, error.text.en).size == 3)
    }
    argument("no trust root", ErrorCode.TRUST_ROOT_NEEDED) { Verifier.open(case.bundle, opening.copy(trustRoot = byteArrayOf())) }
    argument("a damaged state", ErrorCode.BAD_STATE) { Verifier.open(case.bundle, opening.copy(state = byteArrayOf(1))) }
    argument("before 1970", ErrorCode.BAD_TIME) { Verifier.open(case.bundle, opening.copy(now = Instant.ofEpochSecond(-1))) }
    argument("the end of time", ErrorCode.BAD_TIME) { Verifier.open(case.bundle, opening.copy(now = Instant.MAX)) }
    disk("no bundle", ErrorCode.DISK_FILE, 120) { Verifier.open(corpus.bundle("nothing"), opening) }
    disk("no bundle in memory", ErrorCode.DISK_NOT_A_BUNDLE, 122) { Verifier.openBytes(ByteArray(99), opening) }
    val foreign = thrown<RastauException.Input>("a web address") { checkInput("https://example.org/") }
    equal("a web address", foreign?.code, ErrorCode.INPUT_FOREIGN_CODE)
    expect("as a sentence", foreign.toString() == foreign?.text?.en)
    val mistyped = thrown<RastauException.Input>("a code") { checkCode("A") }
    equal("a short code", mistyped?.code, ErrorCode.CODE_LENGTH)
    val rule = thrown<RastauException.Facts>("a rule") { evaluateRule("art0", emptyMap()) }
    equal("no such rule", rule?.code, ErrorCode.RULE_UNKNOWN)
    equal("no such rule, in Russian", rule?.text?.ru, "Такого правила нет: art0.")
    val rollback = thrown<RastauException.Bundle>("older") { corpus.case("open.rollback-manifest").ask() }
    equal("older than the trusted state", rollback?.code, ErrorCode.BUNDLE_ROLLBACK)
    Verifier.open(case.bundle, opening).use { verifier ->
        argument("a day after the year 9999", ErrorCode.BAD_DATE) {
            verifier.verify(case.input, Question(on = LocalDate.of(10000, 1, 1)))
        }
        // A fault of the library reaches the app as an exception, and the verifier stays usable.
        thrown<InternalException>("a fault") { verifier.fault() }
        equal("after a fault", verifier.verify(case.input, case.question()).outcome, Outcome.VALID)
    }
}

/** Makes Rust panic: writes a time that Kotlin cannot represent into the bytes of the arguments. */
private fun Verifier.fault() {
    val question = RustBuffer.alloc(16UL)
    val bytes = question.data!!.getByteBuffer(0, 16).order(java.nio.ByteOrder.BIG_ENDIAN)
    bytes.put(1).put(0).put(0).put(1).putLong(Long.MAX_VALUE).putInt(-1)
    question.len = 16
    System.err.println("The test makes Rust panic; its message follows:")
    val status = UniffiRustCallStatus()
    val text = FfiConverterString.lower("RST1:")
    val beside = FfiConverterOptionalTypeStatedBeside.lower(null)
    UniffiLib.uniffi_rastau_mobile_fn_method_verifier_verify(uniffiCloneHandle(), text, question, beside, status)
    if (status.code == 2.toByte()) throw InternalException(FfiConverterString.lift(status.error_buf))
}

fun handles(corpus: Corpus) {
    val case = corpus.case("update-before")
    val verifier = Verifier.open(case.bundle, case.opening())
    val state = verifier.state()
    val pool = Executors.newFixedThreadPool(8)
    val answers = (1..400).map { pool.submit(Callable { verifier.verify(case.input, case.question()).json }) }
    expect("the same from eight threads", answers.all { it.get() == case.expected })
    // Closed while other threads call it: each call is answered, or throws.
    val late = (1..400).map {
        pool.submit(Callable { runCatching { verifier.verify(case.input, case.question()).json } })
    }
    verifier.close()
    verifier.close()
    val ends = late.map { it.get() }
    pool.shutdown()
    expect("answered or thrown", ends.all { end ->
        end.getOrNull() == case.expected || end.exceptionOrNull() is IllegalStateException
    })
    thrown<IllegalStateException>("after it is closed") { verifier.snapshotInfo() }
    val verdict = Verifier.open(case.bundle, case.opening()).use { it.verify(case.input, case.question(Language.EN)) }
    expect("a verdict outlives its verifier", verdict.text!!.headline.isNotEmpty())
    Verifier.open(case.bundle, case.opening().copy(state = state)).close()
}

fun device(corpus: Corpus) {
    val (before, after) = listOf("update-before", "update-after").map(corpus::case)
    val folder = Files.createTempDirectory("rastau").resolve("device").toFile()
    Device(folder.path).use { device ->
        val empty = thrown<RastauException.Disk>("empty") { Verifier.openDevice(folder.path, now = before.now) }
        equal("a device without a register", empty?.code, ErrorCode.DEVICE_EMPTY)
        val first = device.update(before.bundle, before.root, before.now)
        equal("the first update", first.change, Change.FIRST)
        expect("read from the source: $first", first.fetched > 0 && first.kept == 0L)
        equal("again", device.update(before.bundle, before.root, before.now).change, Change.NOTHING)
        Verifier.openDevice(folder.path, now = before.now).use { old ->
            val generation = device.generation()
            equal("valid before the update", old.verify(before.input, before.question()).json, before.expected)
            equal("a newer one", device.update(after.bundle, before.root, before.now).change, Change.NEWER)
            expect("another generation", device.generation() > generation)
            // The document was cancelled since.
            equal("a running verifier follows", old.verify(after.input, after.question()).json, after.expected)
        }
        Verifier.openDevice(folder.path, now = before.now).use {
            equal("the new one", it.verify(after.input, after.question()).json, after.expected)
        }
        val older = thrown<RastauException.Bundle>("older") { device.update(before.bundle, before.root, before.now) }
        equal("an older one is refused", older?.code, ErrorCode.BUNDLE_ROLLBACK)
    }
    folder.parentFile.deleteRecursively()
}

/** The example of `mobile/README.md`, which is compiled with this program. */
fun readme(corpus: Corpus) {
    val case = corpus.case("update-before")
    val folder = Files.createTempDirectory("rastau").toFile()
    openRegister(folder.resolve("register"), java.io.File(case.bundle), case.root, case.now).use { register ->
        expect("the README's example, valid", answer(register, case.input, case.now).startsWith("✓"))
        expect("the README's example, not a document", answer(register, "https://example.org/", case.now).contains("веб-мекенжай"))
    }
    folder.deleteRecursively()
}
