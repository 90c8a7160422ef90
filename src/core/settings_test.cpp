#include "core/settings.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sys/stat.h>

#include <cstdlib>
#include <fstream>

#include "core/crypto.hpp"

namespace {

using testing::ElementsAre;
using testing::HasSubstr;

class SettingsFile : public testing::Test {
 protected:
  void SetUp() override {
    for (const char* name : {"COOPOL_ENVIRONMENT", "COOPOL_SECRET_FILE", "COOPOL_TRUSTED_PROXIES", "COOPOL_WORKERS",
                             "COOPOL_QUICK_PASSWORDS"})
      unsetenv(name);
    folder_ = std::filesystem::temp_directory_path() / ("settings-" + crypto::hex(crypto::random_bytes(6)));
    std::filesystem::create_directory(folder_);
    std::ofstream(folder_ / "secret") << std::string(64, 'a') << '\n';
    chmod((folder_ / "secret").c_str(), 0600);
  }
  void TearDown() override {
    unsetenv("COOPOL_WORKERS");
    unsetenv("COOPOL_QUICK_PASSWORDS");
    std::filesystem::remove_all(folder_);
  }

  Settings read(const std::string& lines) const {
    std::ofstream(folder_ / "coopol.toml") << "environment = 'test'\ndatabase_url = 'postgresql://nowhere'\n"
                                           << "secret_file = '" << (folder_ / "secret").string() << "'\n"
                                           << lines;
    return load_settings(folder_ / "coopol.toml");
  }
  // What is told about it; "" when it is taken.
  std::string fault(const std::string& lines) const {
    try {
      read(lines);
      return "";
    } catch (const SettingsError& error) {
      return error.what();
    }
  }

 private:
  std::filesystem::path folder_;
};

TEST_F(SettingsFile, ListsOfTextsAreTaken) {
  EXPECT_THAT(read(R"(trusted_proxies = ["127.0.0.1", "10.0.0.0/8"])").trusted_proxies,
              ElementsAre("127.0.0.1", "10.0.0.0/8"));
  EXPECT_THAT(read(R"(trusted_proxies = "127.0.0.1, ::1")").trusted_proxies, ElementsAre("127.0.0.1", "::1"));
  EXPECT_THAT(read("trusted_proxies = []").trusted_proxies, ElementsAre());
}

TEST_F(SettingsFile, AnotherKindOfValueIsRefusedWithTheKeyAndTheRemedy) {
  for (const char* value : {"4", "4.5", "true", "2026-01-31", "{ a = 'b' }", "['a', 4]", "[['a']]"})
    EXPECT_THAT(fault("trusted_proxies = " + std::string(value)), HasSubstr("trusted_proxies expects a list of texts"))
        << value;
  for (const char* value : {"4", "4.5", "true", "2026-01-31", "10:30:00", "{ a = 'b' }", "['a']"})
    EXPECT_THAT(fault("party_name = " + std::string(value)), HasSubstr("party_name expects a text between quotes"))
        << value;
  for (const char* value : {"'4'", "4.5", "true", "2026-01-31", "[4]"})
    EXPECT_THAT(fault("workers = " + std::string(value)), HasSubstr("workers expects a whole number, without quotes"))
        << value;
  for (const char* value : {"'true'", "1", "'oui'", "[true]"})
    EXPECT_THAT(fault("quick_passwords = " + std::string(value)), HasSubstr("quick_passwords expects true or false"))
        << value;
}

TEST_F(SettingsFile, TheAddressServiceIsAUrlOrNone) {
  for (const char* value : {"ftp://geocoder.example", "file:///etc/passwd", "geocoder.example", "https://a.example/ b"})
    EXPECT_THAT(fault("address_service = '" + std::string(value) + "'"), HasSubstr("address_service expects the URL"))
        << value;
  EXPECT_EQ(read("address_service = 'https://geocoder.example/search/'").address_service,
            "https://geocoder.example/search/");
  EXPECT_FALSE(read("address_service = ''").address_service);
  EXPECT_EQ(read("homes_address_service = 'http://127.0.0.1:7878/search/'").homes_address_service,
            "http://127.0.0.1:7878/search/");
  EXPECT_FALSE(read("address_service = 'https://geocoder.example/search/'").homes_address_service)
      << "what serves events learns nothing of homes";
}

TEST_F(SettingsFile, BooleansOfTheEnvironmentAreTrueOrFalse) {
  for (const char* value : {"True", "yes", "1", "true "}) {
    setenv("COOPOL_QUICK_PASSWORDS", value, 1);
    EXPECT_THAT(fault(""), HasSubstr("COOPOL_QUICK_PASSWORDS expects true or false")) << value;
  }
  setenv("COOPOL_QUICK_PASSWORDS", "true", 1);
  EXPECT_TRUE(read("quick_passwords = false").quick_passwords);
  setenv("COOPOL_QUICK_PASSWORDS", "false", 1);
  EXPECT_FALSE(read("quick_passwords = true").quick_passwords);
}

TEST_F(SettingsFile, AWrongValueIsToldByFileAndKeyThoughTheEnvironmentSaysOtherwise) {
  setenv("COOPOL_WORKERS", "4", 1);
  EXPECT_THAT(fault("workers = 0"), HasSubstr("coopol.toml: workers expects a number from 1 to 256"));
}

}  // namespace
