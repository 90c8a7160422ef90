#include "app/exposition.hpp"

#include <gtest/gtest.h>

TEST(Exposition, is_what_prometheus_reads) {
  app::Exposition to;
  to.declare("answers_total", "counter", "Answers.");
  to.sample("answers_total", {{"route", "/sections/:section"}, {"class", "2xx"}}, 12);
  to.one("up", "gauge", "Up?", 0.25);
  EXPECT_EQ(to.finish(),
            "# HELP answers_total Answers.\n# TYPE answers_total "
            "counter\nanswers_total{route=\"/sections/:section\",class=\"2xx\"} 12\n"
            "# HELP up Up?\n# TYPE up gauge\nup 0.25\n");
}

TEST(Exposition, no_label_ends_its_line) {
  app::Exposition to;
  to.sample("x", {{"route", "a\"} 1\nb\\"}}, 1);
  EXPECT_EQ(to.finish(), "x{route=\"a\\\"} 1\\nb\\\\\"} 1\n");
}
