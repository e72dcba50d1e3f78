// SPDX-License-Identifier: Apache-2.0
#include "text/unicode.hpp"

#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>
#include <unicode/uscript.h>

#include "core/error.hpp"

namespace yaqut::text {

namespace {

using Getter = const icu::Normalizer2* (*)(UErrorCode&);

const icu::Normalizer2& instance(Getter getter) {
    UErrorCode status = U_ZERO_ERROR;
    const icu::Normalizer2* normalizer = getter(status);
    if (U_FAILURE(status) || normalizer == nullptr) {
        throw Error(std::string("ICU normalisation data: expected to be there, found ") + u_errorName(status));
    }
    return *normalizer;
}

const icu::Normalizer2& nfc() {
    static const icu::Normalizer2& normalizer = instance(&icu::Normalizer2::getNFCInstance);
    return normalizer;
}

const icu::Normalizer2& nfkc() {
    static const icu::Normalizer2& normalizer = instance(&icu::Normalizer2::getNFKCInstance);
    return normalizer;
}

UChar32 icu_char(char32_t code_point) { return static_cast<UChar32>(code_point); }

Cluster to_cluster(const icu::UnicodeString& text) {
    Cluster cluster;
    for (std::int32_t i = 0; i < text.length(); i = text.moveIndex32(i, 1)) {
        cluster.push(static_cast<char32_t>(text.char32At(i)));
    }
    return cluster;
}

Cluster normalize(const icu::Normalizer2& normalizer, const icu::UnicodeString& text) {
    UErrorCode status = U_ZERO_ERROR;
    const icu::UnicodeString result = normalizer.normalize(text, status);
    return to_cluster(U_SUCCESS(status) ? result : text);
}

} // namespace

bool starts_cluster(char32_t code_point) { return nfc().hasBoundaryBefore(icu_char(code_point)); }

bool is_mark(char32_t code_point) { return u_charType(icu_char(code_point)) == U_NON_SPACING_MARK; }

bool is_upper(char32_t code_point) { return u_isUUppercase(icu_char(code_point)) != 0; }

char32_t to_lower(char32_t code_point) { return static_cast<char32_t>(u_tolower(icu_char(code_point))); }

CharClass classify(char32_t code_point) {
    const std::uint32_t category = U_GET_GC_MASK(icu_char(code_point));
    if ((category & U_GC_M_MASK) != 0 || !starts_cluster(code_point)) {
        return CharClass::combining;
    }
    if ((category & U_GC_L_MASK) == 0) {
        return CharClass::punct;
    }
    UErrorCode status = U_ZERO_ERROR;
    switch (uscript_getScript(icu_char(code_point), &status)) {
    case USCRIPT_ARABIC: return CharClass::arabic;
    case USCRIPT_LATIN: return CharClass::latin;
    default: return CharClass::other;
    }
}

Cluster compose(const Cluster& cluster) {
    icu::UnicodeString text;
    for (std::size_t i = 0; i < cluster.size; ++i) {
        text.append(icu_char(cluster.code_points[i]));
    }
    return normalize(nfc(), text);
}

Cluster compose_compatible(char32_t code_point) { return normalize(nfkc(), icu::UnicodeString(icu_char(code_point))); }

Cluster decompose(char32_t code_point) {
    icu::UnicodeString text;
    if (nfc().getDecomposition(icu_char(code_point), text) == 0) {
        text.append(icu_char(code_point));
    }
    return to_cluster(text);
}

} // namespace yaqut::text
