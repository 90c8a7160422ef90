#pragma once
// «Chiffres» (S12): how the section stands and what it did, week after week, as plots with their numbers behind them.
// No figure leads back to one person (db/policies/58_figures.sql).

#include "core/jobs/job.hpp"
#include "gate/visit.hpp"

namespace sections {

http::Response show_figures(gate::Visit& v);      ///< GET /sections/:section/gestion/chiffres?semaines=
http::Response download_figures(gate::Visit& v);  ///< GET …/chiffres.csv

/// Counts every section once a week.
void record_figures(jobs::Job& job);

}  // namespace sections
