// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>

#include "core/annotation.hpp"
#include "core/article.hpp"

namespace yaqut {

namespace gazetteer {
class Gazetteer;
}

/// All stages from text to the events of one article. Built once; annotate() is const and may run in any number of
/// threads.
class Pipeline {
  public:
    /// The gazetteer must outlive the pipeline and every annotation that it makes.
    explicit Pipeline(const gazetteer::Gazetteer& gazetteer);
    Pipeline(Pipeline&&) noexcept;
    Pipeline& operator=(Pipeline&&) noexcept;
    ~Pipeline();

    /// Everything found in the article. Any text is accepted; nothing is thrown but std::bad_alloc.
    [[nodiscard]] Annotation annotate(const Article& article, MapJudgement map = MapJudgement::made) const;

  private:
    struct Stages;
    std::unique_ptr<Stages> m_stages;
};

} // namespace yaqut
