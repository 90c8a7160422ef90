#include "sections/figures.hpp"

#include <algorithm>

#include "core/tables/write.hpp"
#include "sections/figures_view.hpp"

namespace sections {
namespace {

const pg::Statement<FiguresToday(SpaceId)> today{"sections.figures_today", "select * from section_today($1)"};
const pg::Statement<FiguresWeek(SpaceId, std::int32_t)> weeks_of{"sections.figures_weeks",
                                                                 "select * from section_weeks($1, $2)"};
const pg::Statement<void()> record{"jobs.sections.figures", "select section_weeks_record()"};

int period(const gate::Visit& v) {
  const auto asked = v.query_id("semaines");
  return std::ranges::find(figures_periods, asked) != figures_periods.end() ? static_cast<int>(asked)
                                                                            : figures_periods.front();
}

}  // namespace

http::Response show_figures(gate::Visit& v) {
  const auto id = v.id<SpaceId>("section");
  const auto section = v.one(section_name, id);
  const auto now = v.one(today, id);
  auto weeks = v.all(weeks_of, id, period(v));
  v.ask();
  const FiguresPage page{*section, *now, period(v), weeks.take()};
  return v.page({.title = office_title("Chiffres", *section), .here = ui::Key::section},
                [&](html::Out& out) { figures_page(out, page); });
}

http::Response download_figures(gate::Visit& v) {
  const auto id = v.id<SpaceId>("section");
  v.no_frame();
  const auto weeks = v.all(weeks_of, id, period(v));
  v.ask();
  auto response = http::Response::text(tables::write_csv(figures_rows(*weeks)));
  response.headers.set("content-type", "text/csv; charset=utf-8");
  response.headers.set("content-disposition", "attachment; filename=\"chiffres.csv\"");
  return response;
}

void record_figures(jobs::Job& job) {
  job.database.run(record);
}

}  // namespace sections
