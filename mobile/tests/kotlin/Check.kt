/** Tests the library from Kotlin: the corpus byte for byte, typed answers, exceptions, handles and threads. */

import java.io.File
import kotlin.system.exitProcess

/** The failures, reported together at the end. */
val failures = mutableListOf<String>()

fun expect(what: String, satisfied: Boolean) {
    if (!satisfied) failures += what
}

fun <T> equal(what: String, found: T, expected: T) = expect("$what: found $found, expected $expected", found == expected)

/** Returns the exception that `block` throws; another type, or none, is a failure. */
inline fun <reified E : Throwable> thrown(what: String, block: () -> Unit): E? = try {
    block()
    failures += "$what: nothing was thrown"
    null
} catch (error: Throwable) {
    if (error !is E) failures += "$what: $error"
    error as? E
}

fun main(arguments: Array<String>) {
    val corpus = Corpus(File(arguments.first()))
    if ("time" in arguments) return time(corpus)
    val cases = corpus.replayCases()
    val (lines, notExpressible) = corpus.replayRules()
    val (updates, onTrust) = corpus.replayUpdates()
    typedAnswers(corpus)
    statedBeside(corpus)
    reports(corpus)
    rulesAndIdentities()
    errors(corpus)
    handles(corpus)
    device(corpus)
    session(corpus)
    readme(corpus)
    failures.forEach(System.err::println)
    println("Kotlin: $cases cases and $lines rule lines answered alike; typed facts cannot express $notExpressible line")
    println("Kotlin: $updates updates followed; sessions cannot express $onTrust without a root")
    equal("lines that typed facts cannot express", notExpressible, 1)
    equal("updates that sessions cannot express", onTrust, 1)
    if (failures.isNotEmpty() || cases == 0 || lines == 0 || updates == 0) {
        println("${failures.size} failures")
        exitProcess(1)
    }
}
