// SPDX-License-Identifier: Apache-2.0
#include <doctest/doctest.h>

#include <string>
#include <string_view>
#include <vector>

#include "text/document.hpp"

using namespace yaqut;
using text::BlockKind;
using Kinds = std::vector<BlockKind>;

namespace doctest {
template <> struct StringMaker<Kinds> {
    static String convert(const Kinds& kinds) {
        std::string text;
        for (const BlockKind kind : kinds) {
            text += std::to_string(static_cast<int>(kind)) + " ";
        }
        return text.c_str();
    }
};
} // namespace doctest

namespace {

std::vector<std::string> sentences(std::string_view source) {
    const text::Document document(source);
    std::vector<std::string> result;
    for (const text::Sentence& sentence : document.sentences()) {
        result.emplace_back(document.source(sentence.span));
    }
    return result;
}

Kinds kinds(std::string_view source) {
    const text::Document document(source);
    Kinds result;
    for (const text::Block& block : document.blocks()) {
        result.push_back(block.kind);
    }
    return result;
}

using Texts = std::vector<std::string>;

} // namespace

TEST_CASE("full stops end sentences, except where they belong to a word or number") {
    CHECK(sentences("وصل الوزير أمس. وغادر اليوم.") == Texts{"وصل الوزير أمس.", "وغادر اليوم."});
    CHECK(sentences("وصل الوزير أمس.وغادر اليوم.") == Texts{"وصل الوزير أمس.", "وغادر اليوم."});
    CHECK(sentences("قالت صحيفة «الصباح.نت» أمس.") == Texts{"قالت صحيفة «الصباح.نت» أمس."});
    CHECK(sentences("قال لقناة بي.بي.سي إنه عاد.") == Texts{"قال لقناة بي.بي.سي إنه عاد."});
    CHECK(sentences("قالت أ.ف.ب إن 3.5 ملايين نزحوا.") == Texts{"قالت أ.ف.ب إن 3.5 ملايين نزحوا."});
    CHECK(sentences("يوم 13.7.2016 قتل جندي.") == Texts{"يوم 13.7.2016 قتل جندي."});
    CHECK(sentences("وصل د. سالم من درنة.") == Texts{"وصل د. سالم من درنة."});
    CHECK(sentences("وقع ذلك عام 2014. ثم عاد.") == Texts{"وقع ذلك عام 2014.", "ثم عاد."});
    CHECK(sentences("U.S. jets hit Sirte. Mr. Ali and Gen. J. Smith left.") ==
          Texts{"U.S. jets hit Sirte.", "Mr. Ali and Gen. J. Smith left."});
    CHECK(sentences("1. وصل الوفد. 2. غادر.") == Texts{"1. وصل الوفد.", "2. غادر."});
    CHECK(sentences("See example.com for it. Yes.") == Texts{"See example.com for it.", "Yes."});
}

TEST_CASE("questions, exclamations, quotes and dots") {
    CHECK(sentences("هل وصل؟ نعم! وصل.") == Texts{"هل وصل؟", "نعم!", "وصل."});
    CHECK(sentences("قال \"لن نغادر.\" ثم غادر.") == Texts{"قال \"لن نغادر.\"", "ثم غادر."});
    CHECK(sentences("سأل: \"هل وصل؟\". ثم غادر.") == Texts{"سأل: \"هل وصل؟\".", "ثم غادر."});
    CHECK(sentences("(وصل أمس.) وغادر.") == Texts{"(وصل أمس.)", "وغادر."});
    CHECK(sentences("\"Why?\" he asked. She left.") == Texts{"\"Why?\" he asked.", "She left."});
    CHECK(sentences("وصل... ثم غادر.") == Texts{"وصل...", "ثم غادر."});
    CHECK(sentences("وصل… ثم غادر.") == Texts{"وصل…", "ثم غادر."});
    CHECK(sentences("سرت.. معارك وقصف\n\nتجددت المعارك في مدينة سرت مساء أمس الأول.") ==
          Texts{"سرت.. معارك وقصف", "تجددت المعارك في مدينة سرت مساء أمس الأول."});
    CHECK(sentences("هل وصل؟! نعم.") == Texts{"هل وصل؟!", "نعم."});
}

TEST_CASE("lines end sentences, unless the sentence runs on") {
    CHECK(sentences("وصل الوفد\nغادر الوفد") == Texts{"وصل الوفد", "غادر الوفد"});
    CHECK(sentences("زار الوزير مدينة درنة\n\u00A0خلال جولته. ثم عاد\nوصل") ==
          Texts{"زار الوزير مدينة درنة\n\u00A0خلال جولته.", "ثم عاد", "وصل"});
    CHECK(sentences("زار الوزير درنة.\n خلال جولته") == Texts{"زار الوزير درنة.", "خلال جولته"});
    CHECK(sentences("زار الوزير درنة\n\n خلال جولته") == Texts{"زار الوزير درنة", "خلال جولته"});
    CHECK(sentences("The minister arrived in the city of Derna on\nfoot. He left.") ==
          Texts{"The minister arrived in the city of Derna on\nfoot.", "He left."});
    CHECK(sentences("The minister arrived in the city of Derna\nOfficials left.") ==
          Texts{"The minister arrived in the city of Derna", "Officials left."});
    CHECK(sentences("وصل\r\nغادر").size() == 2);
}

TEST_CASE("indented lines go on only where indenting is the exception") {
    CHECK(sentences(" وصل الوفد إلى درنة\n غادر الوفد\n عاد الوفد\n نام الوفد").size() == 4);
}

TEST_CASE("kinds of blocks") {
    const std::string prose = "تجددت المعارك في ضواحي مدينة سرت مساء أمس بعد هدوء دام أسبوعا كاملا.";
    SUBCASE("headline, then prose") {
        CHECK(kinds("معارك في سرت\n\n" + prose) == Kinds{BlockKind::headline, BlockKind::paragraph});
        CHECK(kinds("معارك في سرت\n" + prose) == Kinds{BlockKind::headline, BlockKind::paragraph});
        CHECK(kinds("هل تعود المعارك إلى سرت؟\n" + prose) == Kinds{BlockKind::headline, BlockKind::paragraph});
    }
    SUBCASE("a headline may end in a bracket") {
        CHECK(kinds("معارك في سرت (صور)\n\n" + prose) == Kinds{BlockKind::headline, BlockKind::paragraph});
    }
    SUBCASE("two headlines") {
        CHECK(kinds("معارك في سرت\n\nقوات الحكومة تتقدم نحو وسط المدينة\n\n" + prose) ==
              Kinds{BlockKind::headline, BlockKind::headline, BlockKind::paragraph});
        CHECK(kinds("معارك في سرت\nالجيش يتقدم\n" + prose) ==
              Kinds{BlockKind::headline, BlockKind::headline, BlockKind::paragraph});
    }
    SUBCASE("prose only") {
        CHECK(kinds(prose + "\n\n" + prose.substr(0, 60)) == Kinds{BlockKind::paragraph, BlockKind::paragraph});
        CHECK(kinds("انفجار في بغداد") == Kinds{BlockKind::paragraph}); // all there is: no headline of anything
    }
    SUBCASE("section heading") {
        CHECK(kinds(prose + "\n\nمعارك سرت\n" + prose) ==
              Kinds{BlockKind::paragraph, BlockKind::section_heading, BlockKind::paragraph});
        CHECK(kinds("عنوان\n\n" + prose + "\n\nمعارك سرت\n" + prose + " نعم") ==
              Kinds{BlockKind::headline, BlockKind::paragraph, BlockKind::section_heading, BlockKind::paragraph});
        CHECK(kinds(prose + "\n- معارك سرت\n" + prose)[1] == BlockKind::paragraph);
        CHECK(kinds(prose + "\nوقال الناطق:\n" + prose) ==
              Kinds{BlockKind::paragraph, BlockKind::paragraph, BlockKind::paragraph});
        CHECK(kinds(prose + "\nوعاد الهدوء.\n" + prose) ==
              Kinds{BlockKind::paragraph, BlockKind::paragraph, BlockKind::paragraph});
    }
    SUBCASE("caption") {
        CHECK(kinds(prose + "\n\nدخان فوق أحياء سرت (رويترز)\n\n" + prose) ==
              Kinds{BlockKind::paragraph, BlockKind::caption, BlockKind::paragraph});
        CHECK(kinds(prose + "\n\n\u00A0دخان فوق أحياء سرت\n\n" + prose) ==
              Kinds{BlockKind::paragraph, BlockKind::caption, BlockKind::paragraph});
        CHECK(kinds(prose + "\nSmoke over Sirte (Reuters)\n" + prose) ==
              Kinds{BlockKind::paragraph, BlockKind::caption, BlockKind::paragraph});
        CHECK(kinds(prose + "\n\nوصل الوفد. وغادر (رويترز)\n\n" + prose) ==
              Kinds{BlockKind::paragraph, BlockKind::paragraph, BlockKind::paragraph});
        CHECK(kinds(prose + "\n\nوصل الوفد إلى درنة (شرق).\n\n" + prose)[1] == BlockKind::paragraph);
        CHECK(kinds(prose + "\n\nوبلغ المجموع ألفي دينار (700 يورو)\n\n" + prose)[1] != BlockKind::caption);
        CHECK(kinds(prose + "\n\n(رويترز)\n\n" + prose)[1] != BlockKind::caption);
    }
    SUBCASE("credit") {
        CHECK(kinds(prose + "\n\nالمصدر : وكالات") == Kinds{BlockKind::paragraph, BlockKind::credit});
        CHECK(kinds(prose + "\n\n*نقلاً عن صحيفة الصباح\n\n" + prose) ==
              Kinds{BlockKind::paragraph, BlockKind::credit, BlockKind::paragraph});
        CHECK(kinds(prose + "\n\nSource: Reuters") == Kinds{BlockKind::paragraph, BlockKind::credit});
        CHECK(kinds(prose + "\n\nالمصدر نفى ذلك") == Kinds{BlockKind::paragraph, BlockKind::paragraph});
    }
}

TEST_CASE("repeated blocks") {
    const text::Document document("وصل الوفد إلى درنة.\n\nغادر الوفد.\n\nوصل الوفدُ إلى  درنة.\n\nغادر الوفد!");
    REQUIRE(document.blocks().size() == 4);
    CHECK_FALSE(document.blocks()[0].duplicate);
    CHECK_FALSE(document.blocks()[1].duplicate);
    CHECK(document.blocks()[2].duplicate);
    CHECK_FALSE(document.blocks()[3].duplicate);
}

TEST_CASE("spans of ranges") {
    const text::Document document("وصل الوفد إلى درنة.");
    CHECK(document.source(document.span_of({1, 3})) == "الوفد إلى");
    CHECK(document.span_of({2, 2}).empty());
    CHECK(document.span_of({2, 99}).empty());
}
