#pragma once
// What a photo may be, and what becomes of it. Read by the server and by the program that it starts.

#include <cstddef>

namespace pictures {

inline constexpr size_t max_photo_bytes = size_t{8} << 20;
inline constexpr size_t max_photo_pixels = size_t{64}
                                           << 20;  // sensors «of 64 megapixels» have a little over 64 million
inline constexpr int max_side = 450;               // pixels
inline constexpr size_t max_bytes = size_t{600} << 10;
inline constexpr const char* media_type = "image/webp";

}  // namespace pictures
