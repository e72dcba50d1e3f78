// SPDX-License-Identifier: Apache-2.0
// The smallest program that uses the library: prints the events of one article.
// DEMONSTRATES USE OF: Gazetteer, Pipeline, Annotation. Usage: consumer GAZETTEER
#include <iostream>

#include <yaqut/gazetteer/gazetteer.hpp>
#include <yaqut/pipeline.hpp>

int main(int argc, char** argv) {
    if (argc != 2) {
        std::cerr << "usage: consumer GAZETTEER\n";
        return 2;
    }
    const auto gazetteer = yaqut::gazetteer::Gazetteer::open(argv[1]);
    const yaqut::Pipeline pipeline(gazetteer);

    yaqut::Article article;
    article.id = "example";
    article.text = "اندلعت اشتباكات عنيفة في مدينة درنة الثلاثاء بين قوات الجيش ومسلحين.";
    article.dct = yaqut::parse_iso_date("2018-05-16");

    for (const yaqut::Event& event : pipeline.annotate(article).events) {
        std::cout << to_string(event.type) << " | " << (event.place ? event.place->name : "no place") << " | "
                  << (event.when && event.when->first ? yaqut::to_iso_string(*event.when->first) : "no date") << '\n';
    }
    return 0;
}
