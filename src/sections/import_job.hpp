#pragma once
// What an import does outside of requests (S07).

#include "core/jobs/job.hpp"

namespace sections {

/// A workbook becomes .csv, so that everything after has one kind of file to read.
void read_workbook(jobs::Job& job);
/// The whole file into the register, or nothing of it; a report of each line.
void run_import(jobs::Job& job);
/// Files that nobody came back to within a day, and reports of a month ago.
void purge_imports(jobs::Job& job);

}  // namespace sections
