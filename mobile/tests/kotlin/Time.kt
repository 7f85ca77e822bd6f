/** Measures a verification from Kotlin, the complete typed verdict included. */

import rastau.*

fun time(corpus: Corpus) {
    val signed = corpus.case("update-before")
    val typed = corpus.case("cancelled.typed")
    Verifier.open(signed.bundle, signed.opening()).use { verifier ->
        for ((what, case) in listOf("a signed document" to signed, "a typed form" to typed)) {
            for (language in listOf(null, Language.KK)) {
                val question = case.question(language)
                val times = (1..6_000).map {
                    val start = System.nanoTime()
                    verifier.verify(case.input, question)
                    System.nanoTime() - start
                }
                // The first runs warm up the JVM's compiler.
                val median = times.drop(4_000).sorted()[1_000] / 1_000
                println("$what, ${if (language == null) "without" else "with"} text: $median µs")
            }
        }
    }
}
