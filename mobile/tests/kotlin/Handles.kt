/** What is thrown, handles that are closed, a device's folder, and many threads. */

import java.nio.file.Files
import java.time.Instant
import java.time.LocalDate
import java.util.concurrent.Callable
import java.util.concurrent.Executors
import rastau.*

fun errors(corpus: Corpus) {
    val case = corpus.case("update-before")
    val opening = case.opening()
    fun argument(what: String, number: Int, block: () -> Unit) =
        equal(what, thrown<RastauException.Argument>(what, block)?.number, number)
    fun disk(what: String, number: Int, block: () -> Unit) {
        val error = thrown<RastauException.Disk>(what, block) ?: return
        equal(what, error.number to error.number(), number to number)
        expect("$what in three languages", setOf(error.words.kk, error.words.ru, error.words.en).size == 3)
    }
    argument("no trust root", 209) { Verifier.open(case.bundle, opening.copy(trustRoot = byteArrayOf())) }
    argument("a damaged state", 210) { Verifier.open(case.bundle, opening.copy(state = byteArrayOf(1))) }
    argument("before 1970", 207) { Verifier.open(case.bundle, opening.copy(now = Instant.ofEpochSecond(-1))) }
    argument("the end of time", 207) { Verifier.open(case.bundle, opening.copy(now = Instant.MAX)) }
    disk("no bundle", 120) { Verifier.open(corpus.bundle("nothing"), opening) }
    disk("no bundle in memory", 122) { Verifier.openBytes(ByteArray(99), opening) }
    val foreign = thrown<RastauException.Input>("a web address") { checkInput("https://example.org/") }
    equal("a web address", foreign?.number, 3)
    expect("as a sentence", foreign.toString() == foreign?.words?.en)
    val mistyped = thrown<RastauException.Input>("a code") { checkCode("A") }
    equal("a short code", mistyped?.number, 20)
    val rule = thrown<RastauException.Facts>("a rule") { evaluateRule("art0", emptyMap()) }
    equal("no such rule", rule?.number, 140)
    equal("no such rule, in Russian", rule?.words?.ru, "Такого правила нет: art0.")
    val rollback = thrown<RastauException.Bundle>("older") { corpus.case("open.rollback-manifest").ask() }
    equal("older than what was seen", rollback?.number, 106)
    Verifier.open(case.bundle, opening).use { verifier ->
        argument("a day after the year 9999", 206) {
            verifier.verify(case.input, Question(on = LocalDate.of(10000, 1, 1)))
        }
        // A fault inside the library reaches the app as an exception, and the verifier goes on.
        thrown<InternalException>("a fault") { verifier.fault() }
        equal("after a fault", verifier.verify(case.input, case.question()).outcome, Outcome.VALID)
    }
}

/** Makes Rust panic: an instant that no Kotlin can make is written into the arguments' bytes. */
private fun Verifier.fault() {
    val question = RustBuffer.alloc(16UL)
    val bytes = question.data!!.getByteBuffer(0, 16).order(java.nio.ByteOrder.BIG_ENDIAN)
    bytes.put(1).put(0).put(0).put(1).putLong(Long.MAX_VALUE).putInt(-1)
    question.len = 16
    System.err.println("Rust now says that a thread panicked, which is wanted:")
    val status = UniffiRustCallStatus()
    val text = FfiConverterString.lower("RST1:")
    UniffiLib.uniffi_rastau_mobile_fn_method_verifier_verify(uniffiCloneHandle(), text, question, status)
    if (status.code == 2.toByte()) throw InternalException(FfiConverterString.lift(status.error_buf))
}

fun handles(corpus: Corpus) {
    val case = corpus.case("update-before")
    val verifier = Verifier.open(case.bundle, case.opening())
    val state = verifier.state()
    val pool = Executors.newFixedThreadPool(8)
    val asked = (1..400).map { pool.submit(Callable { verifier.verify(case.input, case.question()).json }) }
    expect("the same from eight threads", asked.all { it.get() == case.expected })
    // Closed while others ask: each is answered, or told that it came too late.
    val late = (1..400).map {
        pool.submit(Callable { runCatching { verifier.verify(case.input, case.question()).json } })
    }
    verifier.close()
    verifier.close()
    val ends = late.map { it.get() }
    pool.shutdown()
    expect("answered or too late", ends.all { end ->
        end.getOrNull() == case.expected || end.exceptionOrNull() is IllegalStateException
    })
    thrown<IllegalStateException>("after it is closed") { verifier.snapshotInfo() }
    val kept = Verifier.open(case.bundle, case.opening()).use { it.verify(case.input, case.question(Language.EN)) }
    expect("a verdict outlives its verifier", kept.words!!.headline.isNotEmpty())
    Verifier.open(case.bundle, case.opening().copy(state = state)).close()
}

fun device(corpus: Corpus) {
    val (before, after) = listOf("update-before", "update-after").map(corpus::case)
    val folder = Files.createTempDirectory("rastau").resolve("device").toFile()
    Device(folder.path).use { device ->
        val empty = thrown<RastauException.Disk>("empty") { Verifier.openDevice(folder.path, now = before.now) }
        equal("a device without a register", empty?.number, 131)
        val first = device.update(before.bundle, before.root, before.now)
        equal("the first update", first.change, Change.FIRST)
        expect("read from the source: $first", first.fetched > 0 && first.kept == 0L)
        equal("again", device.update(before.bundle, before.root, before.now).change, Change.NOTHING)
        Verifier.openDevice(folder.path, now = before.now).use { old ->
            equal("a newer one", device.update(after.bundle, before.root, before.now).change, Change.NEWER)
            equal("what was opened stays", old.verify(before.input, before.question()).json, before.expected)
        }
        Verifier.openDevice(folder.path, now = before.now).use {
            equal("the new one", it.verify(after.input, after.question()).json, after.expected)
        }
        val older = thrown<RastauException.Bundle>("older") { device.update(before.bundle, before.root, before.now) }
        equal("an older one is refused", older?.number, 106)
    }
    folder.parentFile.deleteRecursively()
}

/** The README's example (`mobile/README.md`), which was compiled with this program. */
fun readme(corpus: Corpus) {
    val case = corpus.case("update-before")
    val folder = Files.createTempDirectory("rastau").toFile()
    openRegister(folder.resolve("register"), java.io.File(case.bundle), case.root, case.now).use { register ->
        expect("the README's yes", answer(register, case.input, case.now).startsWith("✓"))
        expect("the README's no", answer(register, "https://example.org/", case.now).contains("RST1"))
    }
    folder.deleteRecursively()
}
