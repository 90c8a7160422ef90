#include "core/text/email.hpp"

#include <unicode/uidna.h>

#include <algorithm>
#include <array>
#include <memory>
#include <numeric>
#include <vector>

#include "core/text/fold.hpp"

namespace email {

namespace {

constexpr size_t max_domain_length = 253;  // octets

constexpr std::array<std::string_view, 12> words_for_none{"neant", "aucun", "aucune", "sans", "non",         "nc",
                                                          "n a",   "na",    "x",      "xx",   "pas de mail", "inconnu"};

constexpr std::array<std::string_view, 18> usual_domains{
    "gmail.com", "googlemail.com", "hotmail.com",    "hotmail.fr",       "outlook.com",  "outlook.fr",
    "yahoo.com", "yahoo.fr",       "orange.fr",      "wanadoo.fr",       "laposte.net",  "icloud.com",
    "bbox.fr",   "protonmail.com", "numericable.fr", "club-internet.fr", "aliceadsl.fr", "live.fr"};
constexpr size_t shortest_compared = 8;  // characters: between shorter domains one letter makes another provider

bool is_ascii(std::string_view text) {
  return std::ranges::all_of(text, [](char c) { return (c & 0x80) == 0; });
}

bool is_atext(char c) {
  return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') ||
         std::string_view("!#$%&'*+-/=?^_`{|}~.").find(c) != std::string_view::npos;
}

// «Zoé Petit <zoe@exemple.fr>», "mailto:zoe@exemple.fr", «zoe@exemple.fr.»
std::string_view bare(std::string_view typed) {
  if (const auto open = typed.rfind('<'); open != typed.npos && typed.ends_with('>'))
    typed = typed.substr(open + 1, typed.size() - open - 2);
  if (typed.starts_with("mailto:")) typed.remove_prefix(7);
  const auto first = typed.find_first_not_of(" ,;:'\"(<");
  if (first == typed.npos) return {};
  return typed.substr(first, typed.find_last_not_of(" .,;:'\")>") - first + 1);
}

bool is_local_part(std::string_view local) {
  return !local.empty() && local.size() <= max_local_length && std::ranges::all_of(local, is_atext) &&
         !local.starts_with('.') && !local.ends_with('.') && local.find("..") == local.npos;
}

std::optional<std::string> domain_in_ascii(std::string_view domain) {
  static const std::unique_ptr<UIDNA, decltype(&uidna_close)> idna = [] {
    UErrorCode error = U_ZERO_ERROR;
    constexpr uint32_t options =
        UIDNA_USE_STD3_RULES | UIDNA_CHECK_BIDI | UIDNA_CHECK_CONTEXTJ | UIDNA_NONTRANSITIONAL_TO_ASCII;
    return std::unique_ptr<UIDNA, decltype(&uidna_close)>(uidna_openUTS46(options, &error), uidna_close);
  }();
  std::array<char, max_domain_length + 1> ascii{};
  UErrorCode error = U_ZERO_ERROR;
  UIDNAInfo info = UIDNA_INFO_INITIALIZER;
  const auto size = uidna_nameToASCII_UTF8(idna.get(), domain.data(), static_cast<int32_t>(domain.size()), ascii.data(),
                                           static_cast<int32_t>(ascii.size()), &info, &error);
  if (U_FAILURE(error) || info.errors != 0 || size <= 0 || static_cast<size_t>(size) > max_domain_length) return {};
  return std::string(ascii.data(), static_cast<size_t>(size));
}

// At least two labels, and a last one that is no number.
bool is_public(std::string_view domain) {
  const auto dot = domain.rfind('.');
  if (dot == domain.npos || dot == 0 || domain.size() - dot < 3) return false;
  const auto last = domain.substr(dot + 1);
  return last.starts_with("xn--") || std::ranges::all_of(last, [](char c) { return c >= 'a' && c <= 'z'; });
}

// Is one the other with a letter more, less, other, or two neighbours exchanged?
bool one_slip_apart(std::string_view a, std::string_view b) {
  if (a.size() > b.size()) std::swap(a, b);
  if (b.size() - a.size() > 1) return false;
  const auto start = static_cast<size_t>(std::ranges::mismatch(a, b).in1 - a.begin());
  const auto rest_a = a.substr(start), rest_b = b.substr(start);
  if (a.size() < b.size()) return rest_a == rest_b.substr(1);
  if (rest_a.empty()) return false;
  if (rest_a.substr(1) == rest_b.substr(1)) return true;
  return rest_a.size() > 1 && rest_a[0] == rest_b[1] && rest_a[1] == rest_b[0] && rest_a.substr(2) == rest_b.substr(2);
}

std::string suggestion(std::string_view domain) {
  if (domain.size() < shortest_compared || std::ranges::find(usual_domains, domain) != usual_domains.end()) return {};
  for (const auto usual : usual_domains)
    if (usual.size() >= shortest_compared && one_slip_apart(domain, usual)) return std::string(usual);
  return {};
}

}  // namespace

Read read(std::string_view typed) {
  const auto clean = text::tidy(typed);
  std::string address(bare(clean));
  std::ranges::transform(address, address.begin(),
                         [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
  const auto at = address.find('@');
  if (at == address.npos) {
    const auto word = text::fold(clean);
    const bool none = word.empty() || std::ranges::find(words_for_none, word) != words_for_none.end();
    return {.fault = none ? Fault::missing : Fault::malformed};
  }
  if (address.find('@', at + 1) != address.npos)
    return {.fault = address.find_first_of(" ,;/|") != address.npos ? Fault::several : Fault::malformed};
  const auto local = std::string_view(address).substr(0, at);
  if (!is_ascii(local)) return {.fault = Fault::accent};
  const auto domain = domain_in_ascii(std::string_view(address).substr(at + 1));
  if (!is_local_part(local) || !domain || !is_public(*domain)) return {.fault = Fault::malformed};
  auto whole = std::string(local) + '@' + *domain;
  if (whole.size() > max_length) return {.fault = Fault::malformed};
  return {.fault = Fault::none, .address = std::move(whole), .suggestion = suggestion(*domain)};
}

}  // namespace email
