// SPDX-License-Identifier: Apache-2.0
// yaqut evaluate GOLD: measures of its own annotations, or of given ones, against gold.
#include <algorithm>
#include <fstream>
#include <iomanip>
#include <iostream>
#include <map>
#include <unordered_map>

#include <CLI/CLI.hpp>
#include <nlohmann/json.hpp>

#include "cli/command.hpp"
#include "cli/records.hpp"
#include "core/error.hpp"
#include "evaluate/class_tables.hpp"
#include "evaluate/measures.hpp"
#include "gazetteer/gazetteer.hpp"
#include "io/annotation_json.hpp"
#include "pipeline.hpp"

namespace yaqut::cli {

namespace {

void print(std::ostream& out, std::string_view name, double value) {
    out << name << ' ' << std::fixed << std::setprecision(3) << value;
}

void print_toponyms(std::ostream& out, const evaluate::ToponymScore& score) {
    print(out, "toponyms: precision", score.score.precision);
    print(out, ", recall", score.score.recall);
    print(out, ", f1", score.score.f1);
    out << ", gold " << score.gold << ", pred " << score.found << '\n';
}

void print_resolution(std::ostream& out, const evaluate::ResolutionScore& score) {
    print(out, "resolution: at10km", score.at10km);
    print(out, ", at161km", score.at161km);
    print(out, ", of_matched_at161km", score.of_matched_at161km);
    if (score.median_km) {
        print(out, ", median_km", *score.median_km);
    } else {
        out << ", median_km None";
    }
    print(out, ", e2e_precision", score.end_to_end.precision);
    print(out, ", e2e_f1", score.end_to_end.f1);
    out << ", gold " << score.gold << '\n';
}

void print_timexes(std::ostream& out, const evaluate::TimexScore& score) {
    print(out, "timex: recall", score.recall);
    print(out, ", value_accuracy", score.value_accuracy);
    out << ", gold " << score.gold;
    if (score.score) {
        print(out, ", precision", score.score->precision);
        print(out, ", f1", score.score->f1);
    }
    out << '\n';
}

void print_events(std::ostream& out, const evaluate::EventScore& score) {
    out << "events: gold " << score.gold << ", pred " << score.found << ", points " << score.points << ", false_points "
        << score.false_points;
    print(out, ", type_f1", score.type.f1);
    print(out, ", type+place_f1", score.type_place.f1);
    print(out, ", type+date_f1", score.type_date.f1);
    print(out, ", all_f1", score.all.f1);
    print(out, ", type_precision", score.type.precision);
    print(out, ", type_recall", score.type.recall);
    out << '\n';
}

void print_errors(std::ostream& out, const evaluate::Errors& errors, std::size_t limit) {
    for (const auto& [kind, texts] : errors) {
        std::map<std::string, std::size_t> counts;
        for (const std::string& text : texts) {
            ++counts[text];
        }
        std::vector<std::pair<std::string, std::size_t>> rows(counts.begin(), counts.end());
        std::stable_sort(rows.begin(), rows.end(), [](const auto& a, const auto& b) { return a.second > b.second; });
        out << '\n' << kind << " (" << texts.size() << "):\n";
        for (std::size_t i = 0; i < rows.size() && i < limit; ++i) {
            out << std::setw(6) << rows[i].second << "  " << rows[i].first << '\n';
        }
    }
}

double share(std::size_t part, std::size_t whole) {
    return whole == 0 ? 0.0 : static_cast<double>(part) / static_cast<double>(whole);
}

void print_uses(std::ostream& out, const std::map<std::string, evaluate::UseRow>& table) {
    out << "\nuse gold found precision recall f1, found as another use\n" << std::fixed << std::setprecision(3);
    for (const auto& [use, row] : table) {
        const evaluate::Score score = evaluate::score(row.right, row.found, row.gold);
        out << use << ' ' << row.gold << ' ' << row.found << ' ' << score.precision << ' ' << score.recall << ' '
            << score.f1;
        for (const auto& [instead, count] : row.instead) {
            out << ", " << instead << ' ' << count;
        }
        out << '\n';
    }
}

void print_places(std::ostream& out, const std::map<std::string, evaluate::PlaceRow>& table) {
    out << "\nclass gold placed at10km at161km\n" << std::fixed << std::setprecision(3);
    for (const auto& [feature, row] : table) {
        out << feature << ' ' << row.gold << ' ' << row.found << ' ' << share(row.at10km, row.gold) << ' '
            << share(row.at161km, row.gold) << '\n';
    }
}

class Evaluate : public Command {
  public:
    void setup(CLI::App& app) override {
        app.add_option("gold", m_gold, "Labelled articles, JSON Lines")->required()->type_name("GOLD");
        app.add_option("--predictions", m_predictions, "Annotations to score instead of yaqut's own")
            ->type_name("FILE");
        app.add_option("--uses", m_uses, "Uses that count as places")->delimiter(',')->capture_default_str();
        app.add_flag("--classes", m_classes, "Print tables by use and by class of place");
        app.add_option("--errors", m_errors, "Print the N most frequent errors of each kind")->type_name("N");
        add_gazetteer_option(app, m_options);
    }

    int run() override {
        const GoldFile gold = read_records(m_gold);
        const GoldFile found = m_predictions.empty() ? annotate(gold) : read_records(m_predictions);
        std::unordered_map<std::string, const evaluate::Record*> by_id;
        for (const evaluate::Record& record : found.records) {
            by_id.emplace(record.id, &record);
        }
        const evaluate::Record nothing;
        std::vector<evaluate::Pair> pairs;
        std::size_t missing = 0;
        for (const evaluate::Record& record : gold.records) {
            const auto match = by_id.find(record.id);
            missing += match == by_id.end() ? 1U : 0U;
            pairs.push_back({&record, match == by_id.end() ? &nothing : match->second});
        }
        std::cout << "records: " << gold.records.size() << "\nmissing_records: " << missing << '\n';
        print_scores(pairs);
        return missing == 0 ? exit_done : exit_failure;
    }

  private:
    void print_scores(const std::vector<evaluate::Pair>& pairs) const {
        const std::set<std::string> uses(m_uses.begin(), m_uses.end());
        evaluate::Errors errors;
        if (const auto score = score_toponyms(pairs, uses, errors)) {
            print_toponyms(std::cout, *score);
        }
        if (const auto score = score_resolution(pairs, uses, errors)) {
            print_resolution(std::cout, *score);
        }
        if (const auto score = score_timexes(pairs, errors)) {
            print_timexes(std::cout, *score);
        }
        if (const auto score = score_events(pairs, errors)) {
            print_events(std::cout, *score);
        }
        if (m_classes) {
            print_uses(std::cout, evaluate::table_of_uses(pairs));
            print_places(std::cout, evaluate::table_of_places(pairs, uses));
        }
        if (m_errors > 0) {
            print_errors(std::cout, errors, m_errors);
        }
    }

    /// Annotates the gold's texts and reads the result back as any other program would get it.
    [[nodiscard]] GoldFile annotate(const GoldFile& gold) const {
        const gazetteer::Gazetteer gazetteer = open_gazetteer(m_options);
        const Pipeline pipeline(gazetteer);
        GoldFile result;
        for (const Article& article : gold.articles) {
            result.records.push_back(
                parse_record(io::annotation_to_json(article, pipeline.annotate(article), {}), article.origin));
        }
        return result;
    }

    CommonOptions m_options;
    std::string m_gold;
    std::string m_predictions;
    std::vector<std::string> m_uses{"location", "metonym"};
    bool m_classes = false;
    std::size_t m_errors = 0;
};

} // namespace

std::unique_ptr<Command> make_evaluate() { return std::make_unique<Evaluate>(); }

} // namespace yaqut::cli
