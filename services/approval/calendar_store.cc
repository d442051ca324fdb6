#include "services/approval/calendar_store.h"

#include <string>

namespace redpeak::approval {
namespace {

using v1::SpecialDay;

const Statement kFindYear{"approval.find_calendar_year", R"(
  SELECT FROM calendar_years WHERE year = $1)"};

const Statement kListDays{"approval.list_special_days", R"(
  SELECT to_char(day, 'YYYY-MM-DD') AS day, kind, display_name
    FROM special_days
   WHERE year = $1
   ORDER BY day)"};

const Statement kWriteDays{"approval.write_special_days", R"(
  INSERT INTO special_days (year, day, kind, display_name)
  SELECT $1, day, kind, display_name
    FROM unnest($2::date[], $3::text[], $4::text[]) AS special (day, kind, display_name))"};

const Statement kForgetYear{"approval.forget_calendar_year", R"(
  DELETE FROM special_days WHERE year = $1)"};

const Statement kKnowYear{"approval.know_calendar_year", R"(
  INSERT INTO calendar_years (year) VALUES ($1)
  ON CONFLICT (year) DO UPDATE SET year = excluded.year)"};

SpecialDay ToSpecialDay(const pqxx::row& row) {
  SpecialDay special;
  special.set_date(row["day"].as<std::string>());
  SpecialDay::Kind kind = SpecialDay::KIND_UNSPECIFIED;
  SpecialDay::Kind_Parse(row["kind"].as<std::string>(), &kind);
  special.set_kind(kind);
  special.set_display_name(row["display_name"].as<std::string>());
  return special;
}

void AddYear(Tx& tx, int year, Calendar& calendar) {
  const auto table = ReadSpecialDays(tx, year);
  if (table.known()) calendar.years.insert(year);
  for (const auto& special : table.days()) {
    calendar.special_days[*ParseDate(special.date())] = special.kind();
  }
}

}  // namespace

v1::ListSpecialDaysResponse ReadSpecialDays(Tx& tx, int year) {
  v1::ListSpecialDaysResponse response;
  response.set_known(!tx.Run(kFindYear, year).empty());
  for (const auto& row : tx.Run(kListDays, year)) *response.add_days() = ToSpecialDay(row);
  return response;
}

void WriteSpecialDays(Tx& tx, const v1::SetSpecialDaysRequest& request) {
  std::vector<std::string> days;
  std::vector<std::string> kinds;
  std::vector<std::string> names;
  for (const auto& special : request.days()) {
    days.push_back(special.date());
    kinds.push_back(SpecialDay::Kind_Name(special.kind()));
    names.push_back(special.display_name());
  }
  // The year's row is written even where it is there: two who set the same year take turns.
  tx.Run(kKnowYear, request.year());
  tx.Run(kForgetYear, request.year());
  tx.Run(kWriteDays, request.year(), ToArray(days), ToArray(kinds), ToArray(names));
}

Calendar ReadCalendar(Tx& tx, Instant from) {
  const int year = static_cast<int>(std::chrono::year_month_day(DateInChina(from)).year());
  Calendar calendar;
  AddYear(tx, year, calendar);
  AddYear(tx, year + 1, calendar);
  return calendar;
}

}  // namespace redpeak::approval
