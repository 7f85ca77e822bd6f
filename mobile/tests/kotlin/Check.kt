/** Asks the real library from Kotlin: the whole corpus byte for byte, typed answers, what is thrown, handles and threads. */

import java.io.File
import kotlin.system.exitProcess

/** What was found wrong, to be told all at once. */
val wrong = mutableListOf<String>()

fun expect(what: String, holds: Boolean) {
    if (!holds) wrong += what
}

fun <T> equal(what: String, found: T, expected: T) = expect("$what: found $found, expected $expected", found == expected)

/** The exception that `block` throws; none of this type is a mistake. */
inline fun <reified E : Throwable> thrown(what: String, block: () -> Unit): E? = try {
    block()
    wrong += "$what: nothing was thrown"
    null
} catch (error: Throwable) {
    if (error !is E) wrong += "$what: $error"
    error as? E
}

fun main(arguments: Array<String>) {
    val corpus = Corpus(File(arguments.first()))
    if ("time" in arguments) return time(corpus)
    val cases = corpus.replayCases()
    val (lines, unsayable) = corpus.replayRules()
    typedAnswers(corpus)
    rulesAndIdentities()
    errors(corpus)
    handles(corpus)
    device(corpus)
    readme(corpus)
    wrong.forEach(System.err::println)
    println("Kotlin: $cases cases and $lines rule lines answered alike; $unsayable line cannot be said with typed facts")
    equal("lines that cannot be said", unsayable, 1)
    if (wrong.isNotEmpty() || cases == 0 || lines == 0) {
        println("${wrong.size} wrong")
        exitProcess(1)
    }
}
