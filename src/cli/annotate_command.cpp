// SPDX-License-Identifier: Apache-2.0
// yaqut annotate: everything found, one line of JSON per article.
#include <iostream>

#include <CLI/CLI.hpp>

#include "cli/article_input.hpp"
#include "cli/article_runner.hpp"
#include "cli/command.hpp"
#include "cli/explain.hpp"
#include "core/error.hpp"
#include "gazetteer/gazetteer.hpp"
#include "io/annotation_json.hpp"
#include "pipeline.hpp"

namespace yaqut::cli {

namespace {

class Annotate : public Command {
  public:
    void setup(CLI::App& app) override {
        add_article_options(app, m_options);
        add_gazetteer_option(app, m_options);
        app.add_flag("--explain", m_explain,
                     "Say for people, instead of JSON, why each name was taken for what it was");
    }

    int run() override {
        const gazetteer::Gazetteer gazetteer = open_gazetteer(m_options);
        const Pipeline pipeline(gazetteer);
        io::ArticleReader reader = open_articles(m_options);
        run_articles(
            m_options.threads, [&] { return reader.next(); },
            [&](const Article& article) { return pipeline.annotate(article); }, [&](Annotated& item) { print(item); });
        std::cout.flush();
        if (!std::cout) {
            throw OutputError("standard output", "could not be written");
        }
        return exit_code(reader.counts(), m_options);
    }

  private:
    void print(const Annotated& item) const {
        if (m_explain) {
            explain(std::cout, item.article, item.annotation);
        } else {
            std::cout << io::annotation_to_json(item.article, item.annotation) << '\n';
        }
        if (!std::cout) {
            throw OutputError("standard output", "could not be written");
        }
    }

    CommonOptions m_options;
    bool m_explain = false;
};

} // namespace

std::unique_ptr<Command> make_annotate() { return std::make_unique<Annotate>(); }

} // namespace yaqut::cli
