#include "own_data/archive_job.hpp"

#include "core/crypto.hpp"
#include "core/json.hpp"
#include "own_data/book.hpp"

namespace own_data {
namespace {

using Archive = std::int64_t;

constexpr size_t portion_bytes = 512 * 1024;

const pg::Statement<void(Archive)> forget_portions{"jobs.own_data.forget", R"(
  delete from archive_chunk where archive_id = (select id from archive where id = $1 and ready_at is null))"};
struct Owner {
  std::string name;
  std::optional<pg::Bytes> photo;
};
const pg::Statement<Owner(Archive, std::int32_t)> begin{"jobs.own_data.begin", R"(
  with mine as (update archive set total = $2, done = 0 where id = $1 and ready_at is null returning member_id)
  select m.first_name || ' ' || m.last_name, p.content from mine join member m on m.id = mine.member_id left join picture p on p.id = m.picture_id)"};
const pg::Statement<void(Archive, std::int32_t, pg::Bytes)> put_portion{
    "jobs.own_data.portion", "insert into archive_chunk values ($1, $2, $3)"};
const pg::Statement<void(Archive, std::int32_t)> progress{"jobs.own_data.progress",
                                                          "update archive set done = $2 where id = $1"};
const pg::Statement<void(Archive, std::int64_t, MemberId)> ready{"jobs.own_data.ready", R"(
  with made as (update archive set ready_at = now(), size = $2, done = total where id = $1 returning id)
  select enqueue_mail('own_data.archive', 'own_data.archive ' || made.id, $3, null, made.id, '{}', null) from made)"};

std::chrono::sys_seconds now() {
  return std::chrono::floor<std::chrono::seconds>(std::chrono::system_clock::now());
}

class Maker {
 public:
  Maker(jobs::Job& job, Archive archive, MemberId member)
      : job_(job), archive_(archive), member_(member), zip_([this](std::string_view part) { take(part); }) {}

  void make() {
    const auto owner = open();
    if (!owner) return;  // made before, replaced by a later one, or gone with its member
    std::vector<std::int64_t> counts;
    for (const auto& part : parts()) {
      counts.push_back(as_json(part));
      step();
    }
    Book book(zip_, now());
    for (const auto& page : pages()) {
      as_pages(book, page, counts);
      step();
    }
    if (owner->photo) {
      zip_.file("photo.webp", now());
      zip_.write(owner->photo->octets);
    }
    book.cover(owner->name, counts);
    zip_.finish();
    flush();
    close();
  }

 private:
  pg::Batch mine() {
    pg::Batch batch;
    batch.run(jobs::act_as, member_);
    job_.renew(batch);
    return batch;
  }

  std::optional<Owner> open() {
    auto batch = mine();
    auto owner = batch.maybe(begin, archive_, static_cast<std::int32_t>(parts().size() + pages().size()));
    batch.run(forget_portions, archive_);  // another attempt begins again
    job_.database.send(batch);
    return owner.take();
  }

  void step() {
    if (job_.stopping()) throw jobs::Stopped{};
    auto batch = mine();
    batch.run(progress, archive_, ++done_);
    job_.database.send(batch);
  }

  template <class Each>
  std::int64_t walk(const Part& part, Each each) {
    std::int64_t count = 0;
    for (bool more = true; more;) {
      auto batch = mine();
      const auto rows = batch.all(*part.rows, count);
      job_.database.send(batch);
      for (const auto& row : *rows) each(row);
      count += std::ssize(*rows);
      more = std::ssize(*rows) == rows_at_once;
    }
    return count;
  }

  std::int64_t as_json(const Part& part) {
    zip_.file("donnees/" + std::string(part.file) + ".json", now());
    zip_.write("[");
    std::string_view between = "\n";
    const auto count = walk(part, [&](const std::string& row) {
      zip_.write(between);
      zip_.write(row);
      between = ",\n";
    });
    zip_.write("\n]\n");
    return count;
  }

  void as_pages(Book& book, const Page& page, const std::vector<std::int64_t>& counts) {
    book.open(page);
    for (size_t i = 0; i < counts.size(); ++i) {
      if (parts()[i].page != page.name || counts[i] == 0) continue;
      book.part(parts()[i]);
      walk(parts()[i], [&](const std::string& row) { book.row(row); });
    }
    book.close();
  }

  void take(std::string_view part) {
    portion_ += part;
    size_ += std::ssize(part);
    if (portion_.size() >= portion_bytes) flush();
  }
  void flush() {
    if (portion_.empty()) return;
    auto batch = mine();
    batch.run(put_portion, archive_, position_,
              pg::Bytes{crypto::seal(job_.settings.secret, portion_purpose(archive_, position_), portion_)});
    job_.database.send(batch);
    ++position_;
    portion_.clear();
  }
  void close() {
    auto batch = mine();
    batch.run(ready, archive_, size_, member_);
    job_.done(batch);
    job_.database.send(batch);
  }

  jobs::Job& job_;
  const Archive archive_;
  const MemberId member_;
  std::string portion_;
  std::int32_t position_ = 0, done_ = 0;
  std::int64_t size_ = 0;
  zip::Writer zip_;
};

}  // namespace

std::string portion_purpose(std::int64_t archive, std::int32_t position) {
  return "archive " + std::to_string(archive) + ' ' + std::to_string(position);
}

void make_archive(jobs::Job& job) {
  const json::Object payload(job.payload);
  Maker(job, payload.number("archive").value_or(0), MemberId(payload.number("member").value_or(0))).make();
}

}  // namespace own_data
