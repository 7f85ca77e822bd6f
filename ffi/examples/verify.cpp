// The C++17 wrapper: verify_cpp BUNDLE TRUST_ROOT TEXT; exit status as verify.c.
#include <rastau.hpp>

#include <ctime>
#include <fstream>
#include <iostream>
#include <iterator>

int main(int count, char **arguments) try {
    if (count != 4) {
        std::cerr << "usage: " << arguments[0] << " BUNDLE TRUST_ROOT TEXT\n";
        return 64;
    }
    std::ifstream file(arguments[2], std::ios::binary);
    rastau::Verifier::Options options;
    options.trust_root.assign(std::istreambuf_iterator<char>(file), {});
    options.now = std::time(nullptr);

    const auto verifier = rastau::Verifier::open(arguments[1], options);
    const auto verdict = verifier.verify(arguments[3], std::time(nullptr));
    std::cout << verdict.headline(rastau::Lang::en) << '\n'
              << verdict.notes(rastau::Lang::en) << verdict.summary(rastau::Lang::en) << verdict.next(rastau::Lang::en);
    for (std::size_t i = 0; i < verdict.size(); i++)
        if (verdict.answer(i) == rastau::Answer::violated)
            std::cout << "- " << verdict.finding(i, rastau::Part::title, rastau::Lang::en) << ": "
                      << verdict.finding(i, rastau::Part::advice, rastau::Lang::en) << '\n';

    // A rule of the Law: until when can the candidate appeal?
    std::cout << rastau::explain("art22.p1.appeal-window", R"({"informed_on":"2026-03-19","as_of":"2026-03-20"})",
                                 rastau::Lang::en, &verifier);
    switch (verdict.outcome()) {
    case rastau::Outcome::valid: return 0;
    case rastau::Outcome::invalid: return 1;
    case rastau::Outcome::indeterminate: return 2;
    }
    return 70;
} catch (const rastau::Error &error) {
    std::cerr << error.text(rastau::Lang::en) << '\n';
    return 65;
}
