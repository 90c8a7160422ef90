#include "core/tables/encoding.hpp"

#include <uchardet/uchardet.h>
#include <unicode/ucnv.h>
#include <unicode/utf8.h>

#include <algorithm>
#include <array>
#include <memory>

namespace tables {

namespace {

constexpr size_t looked_at_for_nul = 4096;                 // bytes
constexpr size_t looked_at_by_uchardet = size_t{1} << 20;  // bytes
constexpr size_t piece = size_t{64} << 10;                 // bytes

// What people's spreadsheets in France write besides UTF: Excel for Windows, Excel for Mac, Excel's «CSV (MS-DOS)».
constexpr std::array western{"windows-1252", "macintosh", "ibm-850"};
constexpr std::u16string_view usual = u"éèêàçôîûâùëïüöäœñ’«»° ";
constexpr std::u16string_view possible = u"ÉÈÊÀÇÔÎÛÂÙËÏÜÖÄŒÑáíóúßøåæãõ€–…“”";

using HighBytes = std::array<size_t, 128>;

Encoding utf16_without_mark(std::string_view bytes) {
  const auto start = bytes.substr(0, looked_at_for_nul);
  std::array<size_t, 2> nul{};
  for (size_t i = 0; i < start.size(); ++i)
    if (start[i] == '\0') ++nul[i % 2];
  const size_t pairs = start.size() / 2;
  if (nul[1] * 2 > pairs && nul[0] * 20 < pairs) return {"UTF-16LE", 0};
  if (nul[0] * 2 > pairs && nul[1] * 20 < pairs) return {"UTF-16BE", 0};
  return {};
}

// A few damaged characters do not make a file anything else than UTF-8.
bool is_utf8(std::string_view bytes) {
  const auto* text = reinterpret_cast<const uint8_t*>(bytes.data());
  const auto size = static_cast<int64_t>(bytes.size());
  size_t good = 0, bad = 0;
  for (int64_t i = 0; i < size;) {
    if (text[i] < 0x80) {
      ++i;
      continue;
    }
    UChar32 c = 0;
    U8_NEXT(text, i, size, c);
    ++(c < 0 ? bad : good);
  }
  return bad == 0 || good > 20 * bad;
}

std::array<char16_t, 128> upper_half(const char* encoding) {
  std::array<char, 128> bytes{};
  for (size_t i = 0; i < bytes.size(); ++i) bytes[i] = static_cast<char>(0x80 + i);
  std::array<char16_t, 128> characters{};
  UErrorCode error = U_ZERO_ERROR;
  const std::unique_ptr<UConverter, decltype(&ucnv_close)> converter(ucnv_open(encoding, &error), ucnv_close);
  ucnv_toUChars(converter.get(), characters.data(), 128, bytes.data(), 128, &error);
  return characters;
}

int64_t frenchness(const HighBytes& seen, const char* encoding) {
  const auto characters = upper_half(encoding);
  int64_t score = 0;
  for (size_t i = 0; i < seen.size(); ++i) {
    const auto stands_in = [&](std::u16string_view letters) { return letters.find(characters[i]) != letters.npos; };
    const int weight = stands_in(usual) ? 2 : stands_in(possible) ? 1 : -2;
    score += weight * static_cast<int64_t>(seen[i]);
  }
  return score;
}

std::string by_uchardet(std::string_view bytes) {
  const std::unique_ptr<uchardet, decltype(&uchardet_delete)> detector(uchardet_new(), uchardet_delete);
  uchardet_handle_data(detector.get(), bytes.data(), std::min(bytes.size(), looked_at_by_uchardet));
  uchardet_data_end(detector.get());
  const std::string name = uchardet_get_charset(detector.get());
  UErrorCode error = U_ZERO_ERROR;
  const std::unique_ptr<UConverter, decltype(&ucnv_close)> known(
      name.empty() ? nullptr : ucnv_open(name.c_str(), &error), ucnv_close);
  return known && U_SUCCESS(error) ? name : std::string();
}

std::string by_letters(std::string_view bytes) {
  HighBytes seen{};
  size_t high = 0, in_a_row = 0, third_in_a_row = 0;
  for (const char c : bytes) {
    in_a_row = c & 0x80 ? in_a_row + 1 : 0;
    if (in_a_row == 0) continue;
    ++high;
    ++seen[static_cast<unsigned char>(c) - 0x80];
    if (in_a_row > 2) ++third_in_a_row;
  }
  std::string best;
  int64_t best_score = 0;
  for (const char* name : western)
    if (const auto score = frenchness(seen, name); best.empty() || score > best_score) {
      best = name;
      best_score = score;
    }
  // French has hardly ever three accented letters in a row; Greek and Russian are nothing else.
  if (third_in_a_row * 4 < high && best_score * 2 >= static_cast<int64_t>(high)) return best;
  const auto other = by_uchardet(bytes);
  return other.empty() ? best : other;
}

}  // namespace

Encoding detect_encoding(std::string_view bytes) {
  if (bytes.starts_with("\xEF\xBB\xBF")) return {"UTF-8", 3};
  if (bytes.starts_with("\xFF\xFE")) return {"UTF-16LE", 2};
  if (bytes.starts_with("\xFE\xFF")) return {"UTF-16BE", 2};
  if (auto found = utf16_without_mark(bytes); !found.name.empty()) return found;
  if (is_utf8(bytes)) return {"UTF-8", 0};
  return {by_letters(bytes), 0};
}

void decode(std::string_view bytes, const Encoding& encoding, const std::function<bool(std::string_view)>& sink) {
  UErrorCode error = U_ZERO_ERROR;
  const std::unique_ptr<UConverter, decltype(&ucnv_close)> from(ucnv_open(encoding.name.c_str(), &error), ucnv_close);
  const std::unique_ptr<UConverter, decltype(&ucnv_close)> to(ucnv_open("UTF-8", &error), ucnv_close);
  std::array<char16_t, 4096> pivot{};
  char16_t *pivot_source = pivot.data(), *pivot_target = pivot.data();
  std::string out(piece, '\0');
  const char* source = bytes.data() + std::min(encoding.byte_order_mark, bytes.size());
  const char* const end = bytes.data() + bytes.size();
  do {
    error = U_ZERO_ERROR;
    char* target = out.data();
    ucnv_convertEx(to.get(), from.get(), &target, out.data() + out.size(), &source, end, pivot.data(), &pivot_source,
                   &pivot_target, pivot.data() + pivot.size(), false, true, &error);
    if (!sink({out.data(), static_cast<size_t>(target - out.data())})) return;
  } while (error == U_BUFFER_OVERFLOW_ERROR);
}

}  // namespace tables
