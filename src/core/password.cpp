#include "core/password.hpp"

#include <sodium.h>

#include <new>

#include "core/crypto.hpp"
#include "core/http/message.hpp"

namespace password {

namespace {

constexpr std::chrono::seconds come_back{5};

std::string argon2id(std::string_view word, Cost cost) {
  std::string made(crypto_pwhash_argon2id_STRBYTES, '\0');
  if (crypto_pwhash_argon2id_str(made.data(), word.data(), word.size(), cost.passes, cost.memory) != 0)
    throw std::bad_alloc();
  made.resize(made.find('\0'));
  return made;
}

}  // namespace

Hasher::Hasher(Cost cost, size_t queue)
    : cost_(cost), capacity_(queue), stand_in_(argon2id(crypto::random_token(), cost)), thread_([this] { run(); }) {}

Hasher::~Hasher() {
  {
    const std::lock_guard lock(mutex_);
    stopping_ = true;
  }
  arrived_.notify_one();
  thread_.join();
}

std::string Hasher::hash(std::string_view word) {
  std::string made;
  wait_for([&] { made = argon2id(word, cost_); });
  return made;
}

bool Hasher::verify(std::optional<std::string_view> stored, std::string_view word) {
  // libsodium reads a string that ends with a zero.
  const std::string against(stored.value_or(stand_in_));
  bool matches = false;
  wait_for([&] { matches = crypto_pwhash_argon2id_str_verify(against.c_str(), word.data(), word.size()) == 0; });
  return matches && stored.has_value();
}

bool Hasher::needs_rehash(std::string_view stored) const {
  return crypto_pwhash_argon2id_str_needs_rehash(std::string(stored).c_str(), cost_.passes, cost_.memory) != 0;
}

void Hasher::wait_for(const std::function<void()>& work) {
  std::packaged_task<void()> task(work);
  auto done = task.get_future();
  {
    const std::lock_guard lock(mutex_);
    if (line_.size() >= capacity_) {
      http::Error full(503);
      full.retry_after = come_back;
      throw full;
    }
    line_.push_back(std::move(task));
  }
  arrived_.notify_one();
  done.get();
}

void Hasher::run() {
  for (;;) {
    std::packaged_task<void()> task;
    {
      std::unique_lock lock(mutex_);
      arrived_.wait(lock, [this] { return stopping_ || !line_.empty(); });
      if (line_.empty()) return;
      task = std::move(line_.front());
      line_.pop_front();
    }
    task();
  }
}

}  // namespace password
