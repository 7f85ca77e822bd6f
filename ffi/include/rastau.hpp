// Rastau for C++17: handles that free themselves, texts as std::string_view, failures as exceptions.
//
// A thin layer over rastau.h, which documents each function. A text returned by a Verdict or Verifier as std::string_view
// lives as long as that object.
#ifndef RASTAU_HPP
#define RASTAU_HPP

#include <rastau.h>

#include <cstdint>
#include <memory>
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace rastau {

enum class Lang : std::int32_t { kk = RASTAU_LANG_KK, ru = RASTAU_LANG_RU, en = RASTAU_LANG_EN };

enum class Outcome : std::int32_t {
    valid = RASTAU_OUTCOME_VALID,
    invalid = RASTAU_OUTCOME_INVALID,
    indeterminate = RASTAU_OUTCOME_INDETERMINATE,
};

enum class Answer : std::int32_t {
    satisfied = RASTAU_FINDING_SATISFIED,
    violated = RASTAU_FINDING_VIOLATED,
    undetermined = RASTAU_FINDING_UNDETERMINED,
    contestable = RASTAU_FINDING_CONTESTABLE,
    not_applicable = RASTAU_FINDING_NOT_APPLICABLE,
};

enum class Freshness : std::int32_t {
    current = RASTAU_FRESHNESS_CURRENT,
    late = RASTAU_FRESHNESS_LATE,
    stale = RASTAU_FRESHNESS_STALE,
    expired = RASTAU_FRESHNESS_EXPIRED,
};

enum class Part : std::int32_t {
    id = RASTAU_PART_ID,
    title = RASTAU_PART_TITLE,
    text = RASTAU_PART_TEXT,
    advice = RASTAU_PART_ADVICE,
    source = RASTAU_PART_SOURCE,
};

// An unreadable input, a refused bundle or an invalid argument. A document that is not valid is not an error.
class Error : public std::runtime_error {
public:
    Error(std::int32_t status, rastau_error *details)
        : std::runtime_error(rastau_status_text(status)), status_(status), details_(details, rastau_error_free) {}

    std::int32_t status() const noexcept { return status_; }

    // What failed and what to do.
    std::string text(Lang lang) const {
        const char *data = what();
        std::size_t len = std::char_traits<char>::length(data);
        if (details_) rastau_error_text(details_.get(), static_cast<std::int32_t>(lang), &data, &len);
        return {data, len};
    }

    // The newer trust root of a bundle that was not accepted, to be stored in place of the older one; empty if there is none.
    std::vector<std::uint8_t> kept_root() const { return kept(true); }

    // The trusted state with that root, to be stored in place of the older one; empty if there is none.
    std::vector<std::uint8_t> kept_state() const { return kept(false); }

private:
    std::vector<std::uint8_t> kept(bool is_root) const {
        const std::uint8_t *root = nullptr, *state = nullptr;
        std::size_t root_len = 0, state_len = 0;
        if (details_) rastau_error_kept(details_.get(), &root, &root_len, &state, &state_len);
        return is_root ? std::vector<std::uint8_t>(root, root + root_len) : std::vector<std::uint8_t>(state, state + state_len);
    }

    std::int32_t status_;
    std::shared_ptr<rastau_error> details_; // shared, because exceptions are copied
};

namespace detail {

template <auto free> struct Free {
    template <typename T> void operator()(T *handle) const noexcept { free(handle); }
};

template <typename T, auto free> using Handle = std::unique_ptr<T, Free<free>>;

// Calls a function of the library whose last argument is the error.
template <typename Function, typename... Arguments> void call(Function function, Arguments... arguments) {
    rastau_error *error = nullptr;
    const std::int32_t status = function(arguments..., &error);
    if (status != RASTAU_OK) throw Error(status, error);
}

// Checks the status of a function that has no error.
inline void check(std::int32_t status) {
    if (status != RASTAU_OK) throw Error(status, nullptr);
}

inline std::string owned(rastau_buffer *buffer) {
    const Handle<rastau_buffer, rastau_buffer_free> handle(buffer);
    return {rastau_buffer_data(buffer), rastau_buffer_length(buffer)};
}

} // namespace detail

// The result of a verification.
class Verdict {
public:
    explicit Verdict(rastau_verdict *handle) noexcept : handle_(handle) {}

    Outcome outcome() const { return static_cast<Outcome>(number(rastau_verdict_outcome)); }
    bool valid() const { return outcome() == Outcome::valid; }
    Freshness freshness() const { return static_cast<Freshness>(number(rastau_verdict_freshness)); }
    std::string_view evaluated_on() const { return text(rastau_verdict_evaluated_on); }
    std::string_view headline(Lang lang) const { return text(rastau_verdict_headline, lang); }
    std::string_view summary(Lang lang) const { return text(rastau_verdict_summary, lang); }
    // What to know beside the answer, one note a line; mostly empty.
    std::string_view notes(Lang lang) const { return text(rastau_verdict_notes, lang); }
    // What the person who asked does next, one step a line, then whom to ask. Show it beside the answer.
    std::string_view next(Lang lang) const { return text(rastau_verdict_next, lang); }
    // How the document relates to the post of the question; empty without one. Not in the colour of valid.
    std::string_view post(Lang lang) const { return text(rastau_verdict_post, lang); }
    std::string_view json() const { return text(rastau_verdict_json); }

    // Seconds since 1970.
    std::int64_t as_of() const {
        std::int64_t seconds = 0;
        detail::check(rastau_verdict_as_of(handle_.get(), &seconds));
        return seconds;
    }

    std::size_t size() const {
        std::size_t count = 0;
        detail::check(rastau_verdict_finding_count(handle_.get(), &count));
        return count;
    }

    std::int32_t code(std::size_t index) const { return number(rastau_verdict_finding_code, index); }
    Answer answer(std::size_t index) const {
        return static_cast<Answer>(number(rastau_verdict_finding_outcome, index));
    }
    std::string_view finding(std::size_t index, Part part, Lang lang) const {
        return text(rastau_verdict_finding_text, index, part, lang);
    }

private:
    template <typename T> static T plain(T value) { return value; }
    static std::int32_t plain(Lang lang) { return static_cast<std::int32_t>(lang); }
    static std::int32_t plain(Part part) { return static_cast<std::int32_t>(part); }

    template <typename Function, typename... Arguments>
    std::int32_t number(Function function, Arguments... arguments) const {
        std::int32_t value = 0;
        detail::check(function(handle_.get(), arguments..., &value));
        return value;
    }

    template <typename Function, typename... Arguments>
    std::string_view text(Function function, Arguments... arguments) const {
        const char *data = nullptr;
        std::size_t len = 0;
        detail::check(function(handle_.get(), plain(arguments)..., &data, &len));
        return {data, len};
    }

    detail::Handle<rastau_verdict, rastau_verdict_free> handle_;
};

// An open bundle; any number of threads may call its const functions at once.
class Verifier {
public:
    // The options for opening a bundle; `state` is empty the first time.
    struct Options {
        std::vector<std::uint8_t> trust_root;
        std::vector<std::uint8_t> state;
        std::int64_t now = 0;
        Freshness accept = Freshness::late;
        std::int64_t grace_seconds = 604800;
        // Trusts the bundle's own root; trust_root is then empty.
        bool first_use = false;
    };

    static Verifier open(std::string_view path, const Options &options) {
        const Opened opened(options);
        rastau_verifier *handle = nullptr;
        detail::call(rastau_verifier_open, path.data(), path.size(), &opened.opening, &handle);
        return Verifier(handle);
    }

    // Opens the active bundle of a device's directory, and again after each update by any process.
    static Verifier open_device(std::string_view folder, std::int64_t now, Freshness accept = Freshness::late,
                                std::int64_t grace_seconds = 604800) {
        const rastau_policy policy = make_policy(accept, grace_seconds);
        rastau_verifier *handle = nullptr;
        detail::call(rastau_verifier_open_device, folder.data(), folder.size(), now, &policy, &handle);
        return Verifier(handle);
    }

    static Verifier open_memory(const std::uint8_t *data, std::size_t len, const Options &options) {
        const Opened opened(options);
        rastau_verifier *handle = nullptr;
        detail::call(rastau_verifier_open_memory, data, len, &opened.opening, &handle);
        return Verifier(handle);
    }

    // `on` is a day, YYYY-MM-DD; empty is today. `beside` is a JSON object with what is stated beside the document, for example
    // by the other columns of its row in a list.
    // `post` is the profession that a person's post asks for, by code or name, and `post_level` its level; see Verdict::post.
    Verdict verify(std::string_view input, std::int64_t now, std::string_view on = {},
                   std::optional<std::string_view> beside = std::nullopt, std::string_view post = {},
                   std::string_view post_level = {}) const {
        rastau_question question = make_question(now, on, post, post_level);
        if (beside) {
            // A text without an address is empty; it is not a form, and NULL would be nothing stated.
            question.beside = beside->data() == nullptr ? "" : beside->data();
            question.beside_len = beside->size();
        }
        rastau_verdict *verdict = nullptr;
        detail::call(rastau_verifier_verify, static_cast<const rastau_verifier *>(handle_.get()), input.data(),
                     input.size(), static_cast<const rastau_question *>(&question), &verdict);
        return Verdict(verdict);
    }

    // Verifies, and returns the report as JSON, the text of a file. `by` states who makes it; empty is nobody.
    std::string report(std::string_view input, std::int64_t now, std::string_view by = {}, std::string_view on = {},
                       std::string_view post = {}, std::string_view post_level = {}) const {
        const rastau_question question = make_question(now, on, post, post_level);
        rastau_buffer *report = nullptr;
        detail::call(rastau_verifier_report, static_cast<const rastau_verifier *>(handle_.get()), input.data(),
                     input.size(), &question, by.data(), by.size(), &report);
        return detail::owned(report);
    }

    // The trusted state, to be stored and passed as `state` at the next opening.
    std::vector<std::uint8_t> state() const {
        const std::uint8_t *data = nullptr;
        std::size_t len = 0;
        detail::check(rastau_verifier_state(handle_.get(), &data, &len));
        return {data, data + len};
    }

    std::string_view info_json() const {
        const char *data = nullptr;
        std::size_t len = 0;
        detail::check(rastau_verifier_info_json(handle_.get(), &data, &len));
        return {data, len};
    }

    const rastau_verifier *get() const noexcept { return handle_.get(); }

private:
    static rastau_question make_question(std::int64_t now, std::string_view on, std::string_view post,
                                         std::string_view post_level) {
        rastau_question question{};
        question.size = sizeof question;
        question.now = now;
        question.on = on.data();
        question.on_len = on.size();
        question.post = post.data();
        question.post_len = post.size();
        question.post_level = post_level.data();
        question.post_level_len = post_level.size();
        return question;
    }

    static rastau_policy make_policy(Freshness accept, std::int64_t grace_seconds) {
        rastau_policy policy{};
        policy.size = sizeof policy;
        policy.accept = static_cast<std::int32_t>(accept);
        policy.grace_seconds = grace_seconds;
        return policy;
    }

    struct Opened {
        explicit Opened(const Options &options) {
            policy = make_policy(options.accept, options.grace_seconds);
            opening.size = sizeof opening;
            opening.trust_root = options.trust_root.data();
            opening.trust_root_len = options.trust_root.size();
            opening.state = options.state.data();
            opening.state_len = options.state.size();
            opening.now = options.now;
            opening.policy = &policy;
            opening.first_use = options.first_use ? 1 : 0;
        }
        Opened(const Opened &) = delete; // it contains pointers to itself
        Opened &operator=(const Opened &) = delete;

        rastau_policy policy{};
        rastau_opening opening{};
    };

    explicit Verifier(rastau_verifier *handle) noexcept : handle_(handle) {}

    detail::Handle<rastau_verifier, rastau_verifier_free> handle_;
};

// A report, verified again as of its own time: not today's answer.
struct Repetition {
    bool same = false;
    // What the answer is and what differs, one sentence a line.
    std::string text;
    std::string json;
};

// Verifies the input of a report again against the bundle at `path`. Without a trust root the bundle's own is used.
inline Repetition repeat_report(std::string_view report, std::string_view input, std::string_view path,
                                const std::vector<std::uint8_t> &trust_root, Lang lang) {
    std::int32_t same = 0;
    rastau_buffer *text = nullptr, *json = nullptr;
    detail::call(rastau_report_repeat, report.data(), report.size(), input.data(), input.size(), path.data(), path.size(),
                 trust_root.data(), trust_root.size(), static_cast<std::int32_t>(lang), &same, &text, &json);
    Repetition repetition;
    repetition.same = same == 1;
    repetition.text = detail::owned(text);
    repetition.json = detail::owned(json);
    return repetition;
}

enum class Change : std::int32_t {
    first = RASTAU_CHANGE_FIRST,
    newer = RASTAU_CHANGE_NEWER,
    mended = RASTAU_CHANGE_MENDED,
    nothing = RASTAU_CHANGE_NOTHING,
    again = RASTAU_CHANGE_AGAIN, // of a Session only
};

namespace detail {

inline rastau_update make_update(const std::vector<std::uint8_t> &trust_root, std::int64_t now, bool full_check) {
    rastau_update update{};
    update.size = sizeof update;
    update.trust_root = trust_root.data();
    update.trust_root_len = trust_root.size();
    update.now = now;
    update.full_check = full_check ? 1 : 0;
    return update;
}

} // namespace detail

// Updates a device's directory from a published directory or a `.rastau` file. After an exception the bundle that was active
// before is still active.
inline Change update_device(std::string_view folder, std::string_view source,
                            const std::vector<std::uint8_t> &trust_root, std::int64_t now, bool full_check = false) {
    const rastau_update update = detail::make_update(trust_root, now, full_check);
    std::int32_t change = 0;
    detail::call(rastau_device_update, folder.data(), folder.size(), source.data(), source.size(),
                 static_cast<const rastau_update *>(&update), &change);
    return static_cast<Change>(change);
}

// What a session asks of its program; see rastau_want.
struct Want {
    enum class Kind : std::int32_t {
        statement = RASTAU_WANT_STATEMENT,
        segment = RASTAU_WANT_SEGMENT,
        commit = RASTAU_WANT_COMMIT,
        failed = RASTAU_WANT_FAILED,
    };

    Kind kind = Kind::failed;
    bool closes_service = false;
    std::string name;
    std::uint64_t from = 0;
    std::uint64_t length = 0;
};

// An update of a device's directory for a program with its own network client. One thread at a time may use it. It may be
// destroyed at any point; a new one continues from what is stored. After an exception ask want() whether and where to continue.
class Session {
public:
    static Session begin(std::string_view folder, const std::vector<std::uint8_t> &trust_root, std::int64_t now,
                         bool full_check = false) {
        const rastau_update update = detail::make_update(trust_root, now, full_check);
        rastau_session *handle = nullptr;
        detail::call(rastau_session_begin, folder.data(), folder.size(), &update, &handle);
        return Session(handle);
    }

    Want want() const {
        rastau_want want{};
        want.size = sizeof want;
        detail::check(rastau_session_want(handle_.get(), &want));
        return {static_cast<Want::Kind>(want.kind), want.closes_service != 0, {want.name, want.name_len}, want.from,
                want.length};
    }

    void take(const std::uint8_t *data, std::size_t len, std::uint64_t at) {
        detail::call(rastau_session_take, handle_.get(), data, len, at);
    }
    void take_file(std::string_view path, std::uint64_t at) {
        detail::call(rastau_session_take_file, handle_.get(), path.data(), path.size(), at);
    }
    void end() { detail::call(rastau_session_end, handle_.get()); }
    void status(std::uint16_t status) { detail::call(rastau_session_status, handle_.get(), status); }

    // After Change::again the update goes on with want().
    Change commit() {
        std::int32_t change = 0;
        detail::call(rastau_session_commit, handle_.get(), &change);
        return static_cast<Change>(change);
    }

    // The bytes of segments that are stored, and their total.
    std::pair<std::uint64_t, std::uint64_t> progress() const {
        std::pair<std::uint64_t, std::uint64_t> progress{};
        detail::check(rastau_session_progress(handle_.get(), &progress.first, &progress.second));
        return progress;
    }

private:
    explicit Session(rastau_session *handle) noexcept : handle_(handle) {}

    detail::Handle<rastau_session, rastau_session_free> handle_;
};

// Answers a rule of the Law as JSON, with the verifier's calendar of working days, or the built-in one.
inline std::string ask(std::string_view rule, std::string_view facts, const Verifier *verifier = nullptr) {
    rastau_buffer *json = nullptr;
    detail::call(rastau_rule_answer, verifier == nullptr ? nullptr : verifier->get(), rule.data(), rule.size(),
                 facts.data(), facts.size(), &json);
    return detail::owned(json);
}

// Answers a rule of the Law as text.
inline std::string explain(std::string_view rule, std::string_view facts, Lang lang,
                           const Verifier *verifier = nullptr) {
    rastau_buffer *text = nullptr;
    detail::call(rastau_rule_explain, verifier == nullptr ? nullptr : verifier->get(), rule.data(), rule.size(),
                 facts.data(), facts.size(), static_cast<std::int32_t>(lang), &text);
    return detail::owned(text);
}

// Returns the kind of an identity number, IIN or BIN, or the reason why it is neither, as JSON.
inline std::string identity(std::string_view number) {
    rastau_buffer *json = nullptr;
    detail::call(rastau_identity_check, number.data(), number.size(), &json);
    return detail::owned(json);
}

} // namespace rastau

#endif
