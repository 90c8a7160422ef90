#include "ui/gallery.hpp"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <regex>
#include <set>
#include <sstream>

#include "ui/assets.hpp"

namespace {
struct Sample {
  const char* name;
  void (*write)(html::Out&);
};

class Gallery : public testing::TestWithParam<Sample> {};

std::string written(const Sample& sample) {
  html::Out out;
  sample.write(out);
  return out.finish();
}

std::vector<std::string> found(const std::string& page, const char* pattern) {
  const std::regex regex(pattern);
  std::vector<std::string> values;
  for (auto match = std::sregex_iterator(page.begin(), page.end(), regex); match != std::sregex_iterator(); ++match)
    values.push_back((*match)[1]);
  return values;
}
}  // namespace

TEST_P(Gallery, IdsAreUniqueAndEveryReferenceLeadsToOne) {
  const auto page = written(GetParam());
  std::set<std::string> ids;
  for (const auto& id : found(page, R"( id="([^"]*)\")")) EXPECT_TRUE(ids.insert(id).second) << "twice: " << id;
  for (const auto& id : found(page, R"( for="([^"]*)\")"))
    EXPECT_TRUE(ids.contains(id)) << "a label for nothing: " << id;
  for (const auto& id : found(page, R"re(<a [^>]*href="#([^"]+)")re"))
    EXPECT_TRUE(ids.contains(id)) << "a link to nothing: " << id;
  for (const auto& list : found(page, R"re(aria-(?:describedby|labelledby)="([^"]*)")re")) {
    std::istringstream words(list);
    for (std::string id; words >> id;) EXPECT_TRUE(ids.contains(id)) << "described by nothing: " << id;
  }
}

TEST_P(Gallery, HasOneTitleAndNoInlineStyle) {
  const auto page = written(GetParam());
  EXPECT_EQ(found(page, "<(h1)").size(), 1U);
  EXPECT_TRUE(found(page, "( style=)").empty());
}

// For the eye and for the browser tests. COOPOL_GALLERY names the folder, COOPOL_ASSETS the manifest of the built front
// end.
TEST_P(Gallery, IsWritten) {
  if (const char* manifest = std::getenv("COOPOL_ASSETS")) ui::load_assets(manifest);
  const char* named = std::getenv("COOPOL_GALLERY");
  const std::filesystem::path folder = named != nullptr ? named : testing::TempDir() + "coopol-gallery";
  std::filesystem::create_directories(folder);
  std::ofstream file(folder / (std::string(GetParam().name) + ".html"));
  file << written(GetParam());
  file.close();
  EXPECT_TRUE(file.good());
}

INSTANTIATE_TEST_SUITE_P(Look, Gallery,
                         testing::Values(Sample{"accueil", gallery::home}, Sample{"accueil-vide", gallery::home_empty},
                                         Sample{"evenement", gallery::event},
                                         Sample{"evenement-grand", gallery::event_large},
                                         Sample{"gestion", gallery::office},
                                         Sample{"invitations", gallery::invitations},
                                         Sample{"visiteur", gallery::visitor}, Sample{"bienvenue", gallery::welcome},
                                         Sample{"creation", gallery::event_form}, Sample{"compte", gallery::account},
                                         Sample{"pieces", gallery::parts}, Sample{"direct", gallery::live}),
                         [](const auto& sample) {
                           std::string name = sample.param.name;
                           std::erase(name, '-');
                           return name;
                         });
