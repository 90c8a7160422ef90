#pragma once
// A geocoder that answers as the one of the Base Adresse Nationale does (addok): GET service?q=…&postcode=…&limit=1
// gives a GeoJSON FeatureCollection. Nothing goes out but the address, and what comes back is not trusted.

#include <chrono>
#include <string>
#include <string_view>

#include "places/geocode.hpp"

namespace places {

inline constexpr double least_score = 0.5;  // of 1; what the service is less sure of is no better than the commune

/// Nothing when the service knows no such address, or is not sure of it. Throws std::runtime_error when it fails.
std::optional<Point> ask_address_service(const std::string& service, const std::string& address,
                                         const std::string& postcode,
                                         std::chrono::milliseconds patience = std::chrono::seconds(5));

/// The same for its answer alone.
std::optional<Point> read_address_answer(std::string_view geojson);

}  // namespace places
