/** The transcripts of updates (`tests/corpus/README.md`), through sessions. */

import java.nio.file.Files
import java.time.Instant
import java.time.OffsetDateTime
import kotlinx.serialization.json.Json
import kotlinx.serialization.json.JsonArray
import kotlinx.serialization.json.JsonObject
import kotlinx.serialization.json.jsonPrimitive
import rastau.*

/** A question, and the answer to it. */
private class Step(json: JsonObject) {
    val want = json.text("want")!!
    val from = json.text("from")!!.toLong()
    private val answer = json["answer"] as JsonObject
    val status = answer.text("status")?.toInt()
    val at = answer.text("at")?.toInt() ?: 0
    val breaksOff = "cut" in answer

    /** The bytes that are sent from `at` on. */
    fun bytes(corpus: Corpus): ByteArray {
        answer.text("text")?.let { return it.toByteArray() }
        val file = answer.text("file")
            ?: return ByteArray(answer.text("length")!!.toInt()) { answer.text("byte")!!.toInt().toByte() }
        val bytes = corpus.folder.resolve(file).readBytes()
        answer.text("flip")?.toInt()?.let { bytes[it] = (bytes[it].toInt() xor 1).toByte() }
        return bytes.copyOfRange(at, answer.text("cut")?.toInt() ?: bytes.size)
    }
}

/** An update, with a pinned root. */
private class Transcript(private val corpus: Corpus, val name: String, json: JsonObject) {
    private val now: Instant = OffsetDateTime.parse(json.text("now")).toInstant()
    private val root = corpus.folder.resolve(json.text("root")!!).readBytes()
    private val before = json.text("before")?.let { corpus.folder.resolve(it).path }
    private val steps = (json["steps"] as JsonArray).map { Step(it as JsonObject) }
    private val result = (json["result"] as JsonObject).mapValues { (_, value) -> value.jsonPrimitive.content }
    private val isClosed = result["closed"] == "true"

    /** Drives a session of a new device, `chunk` bytes at a time, and compares the result. */
    fun replay(chunk: Int) {
        val directory = Files.createTempDirectory("rastau").toFile()
        val folder = directory.resolve("device").path
        before?.let { source -> Device(folder).use { it.update(source, root, now) } }
        val inService = inService(folder)
        UpdateSession.begin(folder, root, now).use { session ->
            var asked = 0
            val found = try {
                val updated = drive(session, chunk) { steps.getOrNull(asked++) }
                report(updated)
            } catch (error: RastauException) {
                expect("$name: failed", session.want() is Want.Failed)
                failure(error, session.closesService(), steps[asked - 1])
            }
            equal("$name: questions", asked, steps.size)
            val next = UpdateSession.begin(folder, root, now).use { it.want() as Want.Statement }
            equal(name, found + ("next" to next.name), result)
        }
        val expected = when {
            "error" !in result -> "${result["epoch"]}.${result["version"]} ${result["checked_at"]}"
            isClosed -> "DEVICE_CLOSED"
            else -> inService
        }
        equal("$name: in service", inService(folder), expected)
        directory.deleteRecursively()
    }

    private fun drive(session: UpdateSession, chunk: Int, next: () -> Step?): DeviceUpdate {
        while (true) {
            val (want, from) = when (val want = session.want()) {
                is Want.Statement -> want.name to 0L
                is Want.Segment -> want.name to want.from
                is Want.Commit -> session.commit()?.let { return it } ?: continue
                is Want.Failed -> error("$name: a session fails without an error")
            }
            val asked = next() ?: error("$name: $want from $from after the last step")
            check(asked.want == want && asked.from == from) { "$name: $want from $from instead of ${asked.want} from ${asked.from}" }
            answer(session, asked, chunk)
        }
    }

    private fun answer(session: UpdateSession, asked: Step, chunk: Int) {
        if (asked.status != null) return session.status(asked.status)
        val bytes = asked.bytes(corpus)
        for (at in bytes.indices step chunk) {
            session.take(bytes.copyOfRange(at, minOf(at + chunk, bytes.size)), (asked.at + at).toLong())
        }
        try {
            session.end()
        } catch (error: RastauException.Disk) {
            // The received bytes are stored, and the next question says where to continue.
            if (!asked.breaksOff || error.code != ErrorCode.SOURCE) throw error
        }
    }

    private fun report(updated: DeviceUpdate) = mapOf(
        "change" to updated.change.name.lowercase(),
        "epoch" to "${updated.epoch}",
        "version" to "${updated.version}",
        "checked_at" to "${updated.checkedAt}",
        "source_is_behind" to "${updated.sourceIsBehind}",
        "needs_newer_program" to "${updated.needsNewerProgram}",
    )

    /** One error states both that the bundle is closed and why there is no newer one. */
    private fun failure(error: RastauException, closes: Boolean, last: Step): Map<String, String> {
        val isBoth = error.code() == ErrorCode.DEVICE_CLOSED_BY_UPDATE && last.want in (error as RastauException.Disk).reason
        expect("$name: $error", isBoth == isClosed)
        val number = if (isBoth) result["error"]!! else "${error.code().value}"
        return mapOf("error" to number, "closed" to "$closes")
    }

    /** The manifest and the confirmation in service, or why there is none. */
    private fun inService(folder: String) = try {
        Verifier.openDevice(folder, now = now).use { verifier ->
            verifier.snapshotInfo().let { "${it.epoch}.${it.version} ${it.checkedAt}" }
        }
    } catch (error: RastauException.Disk) {
        error.code.name
    }
}

/** Returns the number of transcripts that were replayed, and of those that cannot be expressed: an app pins a root. */
fun Corpus.replayUpdates(): Pair<Int, Int> {
    val files = folder.resolve("updates").listFiles()!!.sorted()
    val transcripts = files.map { it.nameWithoutExtension to Json.parseToJsonElement(it.readText()) as JsonObject }
    val (pinned, others) = transcripts.partition { (_, json) -> json.text("root") != null }
    for ((name, json) in pinned) {
        val transcript = Transcript(this, name, json)
        for (chunk in listOf(500, 1 shl 20)) transcript.replay(chunk)
    }
    return pinned.size to others.size
}
