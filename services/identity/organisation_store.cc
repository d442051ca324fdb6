#include "services/identity/organisation_store.h"

#include "services/base/names.h"

namespace redpeak::identity {
namespace {

#define REDPEAK_ORGANISATION_COLUMNS                                             \
  "id, display_name, coalesce(uscc, '') AS uscc, uscc_exception, kind, region, " \
  "coalesce(recommender, '') AS recommender, base.micros(created_at) AS created_at, version"

const Statement kInsertOrganisations{"identity.insert_organisations", R"(
  INSERT INTO organisations (id, display_name, uscc, uscc_exception, kind, region, recommender,
                             created_at)
  SELECT id, display_name, nullif(uscc, ''), uscc_exception, kind, region, nullif(recommender, ''),
         base.instant($8)
    FROM unnest($1::text[], $2::text[], $3::text[], $4::text[], $5::text[], $6::text[], $7::text[])
         AS new (id, display_name, uscc, uscc_exception, kind, region, recommender))"};

const Statement kReadOrganisations{"identity.read_organisations",
                                   "SELECT " REDPEAK_ORGANISATION_COLUMNS
                                   "  FROM organisations WHERE id = ANY ($1::text[])"};

const Statement kLockOrganisation{"identity.lock_organisation", R"(
  SELECT FROM organisations WHERE id = $1 FOR NO KEY UPDATE)"};

const Statement kWriteOrganisation{"identity.write_organisation", R"(
  UPDATE organisations
     SET display_name = $2, uscc = nullif($3, ''), uscc_exception = $4, kind = $5, region = $6,
         recommender = nullif($7, ''), version = version + 1
   WHERE id = $1)"};

const Statement kFindAlike{"identity.find_alike_organisations",
                           "SELECT " REDPEAK_ORGANISATION_COLUMNS R"(
    FROM organisations
   WHERE id = ANY ($1::text[]) OR display_name = ANY ($2::text[]) OR uscc = ANY ($3::text[]))"};

// Two statements, so that PostgreSQL plans each for what it is: in order, or by trigrams.
const Statement kListOrganisations{"identity.list_organisations",
                                   "SELECT " REDPEAK_ORGANISATION_COLUMNS R"(
    FROM organisations
   WHERE (display_name, id) > ($1, $2)
     AND ($4 = '' OR kind = $4) AND ($5 = '' OR region = $5) AND ($6 = '' OR recommender = $6)
   ORDER BY display_name, id
   LIMIT $3)"};

const Statement kSearchOrganisations{"identity.search_organisations",
                                     "SELECT " REDPEAK_ORGANISATION_COLUMNS R"(
    FROM organisations
   WHERE display_name ILIKE $7 AND (display_name, id) > ($1, $2)
     AND ($4 = '' OR kind = $4) AND ($5 = '' OR region = $5) AND ($6 = '' OR recommender = $6)
   ORDER BY display_name, id
   LIMIT $3)"};

#undef REDPEAK_ORGANISATION_COLUMNS

v1::Organisation ToOrganisation(const pqxx::row& row) {
  v1::Organisation organisation;
  organisation.set_name(MakeName("organisations", row["id"].c_str()));
  organisation.set_display_name(row["display_name"].c_str());
  organisation.set_uscc(row["uscc"].c_str());
  organisation.set_uscc_exception(row["uscc_exception"].c_str());
  organisation.set_kind(row["kind"].c_str());
  organisation.set_region(row["region"].c_str());
  organisation.set_recommender(MakeName("organisations", row["recommender"].c_str()));
  *organisation.mutable_create_time() = ToProto(FromMicros(row["created_at"].as<int64_t>()));
  organisation.set_etag(row["version"].c_str());
  return organisation;
}

std::vector<v1::Organisation> ToOrganisations(const pqxx::result& rows) {
  std::vector<v1::Organisation> organisations;
  for (const auto& row : rows) organisations.push_back(ToOrganisation(row));
  return organisations;
}

}  // namespace

void InsertOrganisations(Tx& tx, const std::vector<v1::Organisation>& organisations, Instant now) {
  std::vector<std::string> ids, names, codes, exceptions, kinds, regions, recommenders;
  for (const auto& organisation : organisations) {
    ids.push_back(LastId(organisation.name()));
    names.push_back(organisation.display_name());
    codes.push_back(organisation.uscc());
    exceptions.push_back(organisation.uscc_exception());
    kinds.push_back(organisation.kind());
    regions.push_back(organisation.region());
    recommenders.push_back(LastId(organisation.recommender()));
  }
  tx.Run(kInsertOrganisations, ToArray(ids), ToArray(names), ToArray(codes), ToArray(exceptions),
         ToArray(kinds), ToArray(regions), ToArray(recommenders), ToMicros(now));
}

std::vector<v1::Organisation> ReadOrganisations(Tx& tx, const std::vector<std::string>& ids) {
  return ToOrganisations(tx.Run(kReadOrganisations, ToArray(ids)));
}

std::optional<v1::Organisation> ReadOrganisation(Tx& tx, const std::string& id) {
  auto found = ReadOrganisations(tx, {id});
  if (found.empty()) return std::nullopt;
  return std::move(found.front());
}

std::optional<v1::Organisation> ReadOrganisationForUpdate(Tx& tx, const std::string& id) {
  if (tx.Run(kLockOrganisation, id).empty()) return std::nullopt;
  return ReadOrganisation(tx, id);
}

void WriteOrganisation(Tx& tx, const v1::Organisation& organisation) {
  tx.Run(kWriteOrganisation, LastId(organisation.name()), organisation.display_name(),
         organisation.uscc(), organisation.uscc_exception(), organisation.kind(),
         organisation.region(), LastId(organisation.recommender()));
}

std::vector<v1::Organisation> FindAlike(Tx& tx,
                                        const std::vector<v1::Organisation>& organisations) {
  std::vector<std::string> ids, names, codes;
  for (const auto& organisation : organisations) {
    ids.push_back(LastId(organisation.name()));
    names.push_back(organisation.display_name());
    if (!organisation.uscc().empty()) codes.push_back(organisation.uscc());
  }
  return ToOrganisations(tx.Run(kFindAlike, ToArray(ids), ToArray(names), ToArray(codes)));
}

std::vector<v1::Organisation> ListOrganisations(Tx& tx, const v1::ListOrganisationsRequest& request,
                                                const Page& page) {
  const auto recommender = LastId(request.recommender());
  if (request.query().empty()) {
    return ToOrganisations(tx.Run(kListOrganisations, page.Key(0), page.Key(1), page.size + 1,
                                  request.kind(), request.region(), recommender));
  }
  return ToOrganisations(tx.Run(kSearchOrganisations, page.Key(0), page.Key(1), page.size + 1,
                                request.kind(), request.region(), recommender,
                                LikePattern(request.query())));
}

}  // namespace redpeak::identity
