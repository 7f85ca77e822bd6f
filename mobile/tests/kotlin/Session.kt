/** An update over the app's own network: the README's driver against a local server, and calls that do not fit. */

import com.sun.net.httpserver.HttpExchange
import com.sun.net.httpserver.HttpServer
import java.io.File
import java.net.InetAddress
import java.net.InetSocketAddress
import java.nio.file.Files
import rastau.*

/** Serves a published directory, and records the requests. */
private class Register(private val bundle: File, private val ranges: Boolean, private val breaksOff: Boolean = false) : AutoCloseable {
    private val server = HttpServer.create(InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0)
    val base: String
    val asked = mutableListOf<String>()
    /** Bytes of segments that were sent. */
    var sent = 0L

    init {
        server.createContext("/register/", ::answer)
        server.start()
        base = "http://${server.address.address.hostAddress}:${server.address.port}/register/"
    }

    private fun answer(exchange: HttpExchange) = exchange.use {
        val name = exchange.requestURI.path.removePrefix("/register/")
        val range = exchange.requestHeaders.getFirst("Range")
        asked += name + (range?.let { " $it" } ?: "")
        val file = bundle.resolve(name).takeIf(File::isFile)?.readBytes()
        if (file == null) {
            exchange.sendResponseHeaders(404, -1)
            return@use
        }
        val from = range?.takeIf { ranges }?.removePrefix("bytes=")?.removeSuffix("-")?.toInt() ?: 0
        val rest = file.copyOfRange(from, file.size)
        if (from > 0) exchange.responseHeaders.set("Content-Range", "bytes $from-${file.size - 1}/${file.size}")
        exchange.sendResponseHeaders(if (from > 0) 206 else 200, rest.size.toLong())
        // Half a segment, and the connection is closed.
        val isSegment = name.startsWith("segments/")
        val part = if (breaksOff && isSegment) rest.size / 2 else rest.size
        exchange.responseBody.write(rest, 0, part)
        if (isSegment) sent += part
    }

    override fun close() = server.stop(0)
}

fun session(corpus: Corpus) {
    val (before, after) = listOf("update-before", "update-after").map(corpus::case)
    val directory = Files.createTempDirectory("rastau").toFile()
    val folder = directory.resolve("device")
    fun update(register: Register) = updateFromWeb(folder, register.base, before.root, before.now)
    val size = File(before.bundle).resolve("segments").listFiles()!!.sumOf { it.length() }

    val half = Register(File(before.bundle), ranges = true, breaksOff = true).use { register ->
        expect("a connection that breaks off", runCatching { update(register) }.isFailure)
        register.sent
    }
    expect("half a segment: $half", half in 1 until size)
    Register(File(before.bundle), ranges = true).use { register ->
        equal("the next session goes on", update(register).change, Change.FIRST)
        expect("from where that one stopped: ${register.asked}", register.asked.any { it.endsWith(".seg bytes=$half-") })
        equal("and fetches no byte twice", half + register.sent, size)
        register.asked.clear()
        equal("again", update(register).change, Change.NOTHING)
        equal("a quiet day is two requests", register.asked, listOf("roots/2.cose", "fresh.cose"))
    }
    Verifier.openDevice(folder.path, now = before.now).use { verifier ->
        equal("valid before the update", verifier.verify(before.input, before.question()).json, before.expected)
        Register(File(after.bundle), ranges = true, breaksOff = true).use { runCatching { update(it) } }
        equal("still", verifier.verify(before.input, before.question()).json, before.expected)
        // A server without ranges sends the whole file, which replaces the stored part.
        Register(File(after.bundle), ranges = false).use { equal("a newer one", update(it).change, Change.NEWER) }
        equal("a running verifier follows", verifier.verify(after.input, after.question()).json, after.expected)
    }
    Register(File(before.bundle), ranges = true).use { register ->
        equal("an older one", thrown<RastauException.Bundle>("older") { update(register) }?.code, ErrorCode.BUNDLE_ROLLBACK)
    }
    Register(File(corpus.bundle("nothing")), ranges = true).use { register ->
        equal("no register", thrown<RastauException.Disk>("no register") { update(register) }?.code, ErrorCode.SOURCE_NOT_THERE)
    }

    UpdateSession.begin(folder.path, before.root, before.now).use { session ->
        val first = Want.Statement("roots/2.cose", 262_144)
        equal("the first question", session.want(), first)
        val misplaced = thrown<RastauException.Argument>("misplaced") { session.take(byteArrayOf(1), 1) }
        equal("bytes from the middle", misplaced?.code, ErrorCode.WRONG_ANSWER)
        equal("no commit", thrown<RastauException.Argument>("no commit") { session.commit() }?.code, ErrorCode.WRONG_ANSWER)
        equal("nothing changed", session.want() to session.progress(), first to UpdateProgress(0, 0))
        // In place of the next root, it means that there is none.
        session.take("<html>".toByteArray(), 0)
        session.end()
        session.take("<html>".toByteArray(), 0)
        equal("a web page", thrown<RastauException.Disk>("a web page") { session.end() }?.code, ErrorCode.SOURCE_WEB_PAGE)
        expect("failed", session.want() is Want.Failed && !session.closesService())
    }
    directory.deleteRecursively()
}
