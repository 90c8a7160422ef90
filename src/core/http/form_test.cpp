#include <gtest/gtest.h>

#include "core/http/multipart.hpp"

namespace {

using http::Form;

Form form(std::string_view type, std::string body) {
  http::Request request;
  if (!type.empty()) request.headers.add("content-type", std::string(type));
  request.body = std::move(body);
  return request.form();
}

int refusal(std::string_view type, std::string body) {
  try {
    form(type, std::move(body));
    return 0;
  } catch (const http::Error& error) {
    return error.status;
  }
}

constexpr std::string_view urlencoded = "application/x-www-form-urlencoded";
constexpr std::string_view multipart = "multipart/form-data; boundary=----x";

/// A body of one part with these headers and content.
std::string part(std::string_view headers, std::string_view content = "v") {
  return "------x\r\n" + std::string(headers) + "\r\n\r\n" + std::string(content) + "\r\n------x--\r\n";
}

TEST(Form, urlencoded_values_are_decoded) {
  const Form read = form("application/X-WWW-form-urlencoded; charset=UTF-8",
                         "nom=L%C3%A9a+Br%C3%BBl%C3%A9&texte=a%0D%0Ab&case=1&case=2");
  EXPECT_EQ(read.values.get("nom"), "Léa Brûlé");
  EXPECT_EQ(read.values.get("texte"), "a\r\nb");
  EXPECT_EQ(read.values.all("case").size(), 2u);
}

TEST(Form, an_empty_body_is_an_empty_form_and_another_type_is_refused) {
  EXPECT_TRUE(form("", "").values.pairs().empty());
  EXPECT_TRUE(form(urlencoded, "").values.pairs().empty());
  EXPECT_EQ(refusal("", "a=b"), 415);
  EXPECT_EQ(refusal("text/plain", "a=b"), 415);
  EXPECT_EQ(refusal("application/json", "{}"), 415);
}

TEST(Form, urlencoded_limits_and_text) {
  EXPECT_EQ(refusal(urlencoded, "a=%00"), 400);
  EXPECT_EQ(refusal(urlencoded, "a=%e9"), 400) << "Latin-1";
  EXPECT_EQ(refusal(urlencoded, std::string(1024 * 1024 + 1, 'a')), 413);
  std::string many;
  for (int i = 0; i < 2000; ++i) many += "a=&";
  EXPECT_EQ(refusal(urlencoded, many), 0);
  EXPECT_EQ(refusal(urlencoded, many + "a="), 413);
}

TEST(Multipart, values_and_files_as_a_browser_writes_them) {
  const Form read = form(multipart,
                         "------x\r\nContent-Disposition: form-data; name=\"titre\"\r\n\r\nPorte à porte\r\n"
                         "------x\r\nContent-Disposition: form-data; name=\"a%22b%0D%0Ac%25\"\r\n\r\n\r\n"
                         "------x\r\nContent-Disposition: form-data; name=\"fichier\"; "
                         "filename=\"C:\\membres.csv\"\r\nContent-Type: text/csv\r\n\r\n"
                         "nom;courriel\r\n--\r\n------y\r\n\r\n"
                         "------x\r\nContent-Disposition: form-data; name=\"photo\"; filename=\"\"\r\nContent-Type: "
                         "application/octet-stream\r\n\r\n\r\n"
                         "------x--\r\n");
  ASSERT_EQ(read.values.pairs().size(), 2u);
  EXPECT_EQ(read.values.get("titre"), "Porte à porte");
  EXPECT_TRUE(read.values.has("a\"b\r\nc%25"));
  ASSERT_EQ(read.uploads.size(), 1u) << "a file field left empty is no upload";
  EXPECT_EQ(read.uploads[0].field, "fichier");
  EXPECT_EQ(read.uploads[0].file_name, "C:\\membres.csv");
  EXPECT_EQ(read.uploads[0].type, "text/csv");
  EXPECT_EQ(read.uploads[0].content, "nom;courriel\r\n--\r\n------y\r\n");
}

TEST(Multipart, files_hold_any_byte_and_values_only_text) {
  const std::string bytes("\0\xff\r\n--", 6);
  EXPECT_EQ(
      form(multipart, part("Content-Disposition: form-data; name=\"f\"; filename=\"a\"", bytes)).uploads.at(0).content,
      bytes);
  EXPECT_EQ(refusal(multipart, part("Content-Disposition: form-data; name=\"f\"", bytes)), 400);
}

TEST(Multipart, forms_without_a_part_and_quoted_boundaries_are_fine) {
  EXPECT_TRUE(form(multipart, "------x--").values.pairs().empty());
  EXPECT_EQ(form("multipart/form-data; charset=utf-8; boundary=\"----x\"", part("content-disposition:form-data;name=n"))
                .values.get("n"),
            "v");
}

TEST(Multipart, malformed_bodies_are_refused) {
  const std::string good = part("Content-Disposition: form-data; name=\"n\"");
  EXPECT_EQ(refusal(multipart, good), 0);
  for (size_t cut = 0; cut + 2 < good.size() - 2; ++cut) EXPECT_EQ(refusal(multipart, good.substr(0, cut)), 400) << cut;
  for (const char* headers :
       {"", "Content-Disposition: form-data", "Content-Disposition: attachment; name=\"n\"", "Content-Type: text/plain",
        "no colon", "Content-Disposition: form-data; name=\"n", ": x", "Content-Disposition: form-data; name=\"\xff\"",
        "Content-Disposition: form-data; name=a\r\nContent-Disposition: form-data; name=b",
        "Content-Disposition: form-data; name=a\r\nContent-Transfer-Encoding: base64"})
    EXPECT_EQ(refusal(multipart, part(headers)), 400) << headers;
  EXPECT_EQ(refusal(multipart, "preamble\r\n" + good), 400);
  for (const char* type : {"multipart/form-data", "multipart/form-data; boundary=",
                           "multipart/form-data; boundary=\"a\r\nb\"", "multipart/form-data; boundary=\"x"})
    EXPECT_EQ(refusal(type, good), 400) << type;
  EXPECT_EQ(refusal("multipart/form-data; boundary=" + std::string(71, 'x'), good), 400);
}

TEST(Multipart, limits) {
  const auto with = [](const http::FormLimits& limits, size_t parts, bool files) {
    std::string body;
    for (size_t i = 0; i < parts; ++i)
      body += "------x\r\nContent-Disposition: form-data; name=\"n\"" + std::string(files ? "; filename=\"f\"" : "") +
              "\r\n\r\n12345\r\n";
    try {
      http::read_multipart(multipart, body + "------x--", limits);
      return 0;
    } catch (const http::Error& error) {
      return error.status;
    }
  };
  EXPECT_EQ(with({.fields = 3}, 3, false), 0);
  EXPECT_EQ(with({.fields = 3}, 4, false), 413);
  EXPECT_EQ(with({.text_bytes = 18}, 3, false), 0);
  EXPECT_EQ(with({.text_bytes = 17}, 3, false), 413);
  EXPECT_EQ(with({.uploads = 2}, 2, true), 0);
  EXPECT_EQ(with({.uploads = 2}, 3, true), 413);
  EXPECT_EQ(refusal(multipart, part("Content-Disposition: form-data; name=\"n\"\r\nX: " + std::string(9000, 'x'))),
            400);
}

}  // namespace
